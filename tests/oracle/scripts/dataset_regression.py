"""Linear regression from a tf.data pipeline, with a checkpoint on the way."""

import os
import shutil
import tempfile

import numpy as np
import tensorflow as tf

tf.logging.set_verbosity(tf.logging.ERROR)
tf.set_random_seed(9)
np.random.seed(9)
xs = np.random.rand(64, 1).astype(np.float32)
ys = 2 * xs + 0.5 + 0.01 * np.random.randn(64, 1).astype(np.float32)
dataset = tf.data.Dataset.from_tensor_slices((xs, ys))
dataset = dataset.shuffle(64, seed=3, reshuffle_each_iteration=False).repeat().batch(16)
x, y = dataset.make_one_shot_iterator().get_next()
w = tf.Variable(tf.random_normal([1, 1]), name="w")
b = tf.Variable(tf.constant(0.1, shape=[1]), name="b")
loss = tf.reduce_mean(tf.pow(tf.matmul(x, w) + b - y, 2), name="loss")
train = tf.train.AdagradOptimizer(0.5).minimize(loss)
saver = tf.train.Saver(max_to_keep=1)
folder = tempfile.mkdtemp()
try:
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(30):
            _, value = sess.run([train, loss])
            if i % 5 == 4:
                print("%d %.5f" % (i + 1, value))
        saver.save(sess, os.path.join(folder, "model.ckpt"), global_step=30)
    with tf.Session() as sess:
        saver.restore(sess, tf.train.latest_checkpoint(folder))
        print("w %.4f b %.4f" % (w.eval()[0, 0], b.eval()[0]))
finally:
    shutil.rmtree(folder)
