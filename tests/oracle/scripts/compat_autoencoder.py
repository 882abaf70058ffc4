"""An autoencoder in the words of late TensorFlow 1: tensorflow.compat.v1, and tf.compat.v1 beside tf."""

import numpy as np
import tensorflow
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tensorflow.compat.v1.logging.set_verbosity(tensorflow.compat.v1.logging.ERROR)
print("version", tf.__version__.split(".")[:2])

tf.set_random_seed(42)
rng = np.random.RandomState(42)
data = rng.normal(size=(40, 6)).astype(np.float32)
inputs = tf.placeholder(tf.float32, (None, 6))
with tf.name_scope("encoder"):
    weights = tf.get_variable("w", [6, 3], initializer=tf.glorot_uniform_initializer())
    code = tf.sigmoid(tf.matmul(inputs, weights) + tf.get_variable("b", [3], initializer=tf.zeros_initializer()))
noisy = code + 0.1 * tensorflow.compat.v1.random_normal(tf.shape(code))
outputs = tf.matmul(noisy, weights, transpose_b=True)
cost = tf.reduce_mean(tf.squared_difference(outputs, inputs)) + 1e-3 * tf.nn.l2_loss(weights)
optimizer = tf.train.RMSPropOptimizer(0.01)
gradients = optimizer.compute_gradients(cost)
clipped = [(tf.clip_by_value(g, -1.0, 1.0), v) for g, v in gradients if g is not None]
step = optimizer.apply_gradients(clipped)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for epoch in range(5):
        costs = [session.run([cost, step], {inputs: data[i : i + 10]})[0] for i in range(0, 40, 10)]
        print("epoch %d: %.5f" % (epoch, np.mean(costs)))
    print(code.name, [v.name for v in tf.global_variables()][:2])
