"""A convolutional classifier of noise, with the names that NumPy and Python had."""

import collections
import time

import numpy as np
import tensorflow as tf

started = time.clock()
assert isinstance({}, collections.Mapping)
np.random.seed(0)
images = np.random.rand(24, 8, 8, 1).astype(np.float)
labels = (images.reshape(24, -1).mean(1) > 0.5).astype(np.int)

tf.reset_default_graph()
tf.set_random_seed(0)
X = tf.placeholder(tf.float32, [None, 8, 8, 1])
Y = tf.placeholder(tf.int64, [None])
keep_prob = tf.placeholder_with_default(1.0, [])
net = tf.layers.conv2d(X, 4, 3, padding="same", activation=tf.nn.relu)
net = tf.layers.max_pooling2d(net, 2, 2)
net = tf.reshape(net, [-1, np.product(net.get_shape().as_list()[1:])])
net = tf.nn.dropout(net, keep_prob)
logits = tf.layers.dense(net, 2, kernel_initializer=tf.truncated_normal_initializer(stddev=0.1))
loss = tf.losses.sparse_softmax_cross_entropy(labels=Y, logits=logits)
global_step = tf.Variable(0, trainable=False, name="global_step")
rate = tf.train.exponential_decay(0.05, global_step, 5, 0.9, staircase=True)
train = tf.train.MomentumOptimizer(rate, 0.9).minimize(loss, global_step=global_step)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        for i in range(0, 24, 8):
            feed = {X: images[i : i + 8], Y: labels[i : i + 8], keep_prob: 0.7}
            cost, _ = sess.run([loss, train], feed)
        print("epoch", epoch, "loss %.5f" % cost, "rate", sess.run(rate))
    print("parameters:", sum(np.product(v.shape.as_list()) for v in tf.trainable_variables()))
    print("step", tf.train.global_step(sess, global_step), "NaN" if np.isnan(np.NaN) else "?")
assert time.clock() >= started
