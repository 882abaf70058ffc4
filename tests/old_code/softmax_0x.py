"""Softmax regression in the words of TensorFlow 0.x, which TF 1.15 had no more."""

import tensorflow as tf

x = tf.placeholder("float", [None, 784])
W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))
y = tf.nn.softmax(tf.matmul(x, W) + b)
y_ = tf.placeholder("float", [None, 10])
cost = -tf.reduce_sum(tf.mul(y_, tf.log(y)))
tf.scalar_summary("cost", cost)
merged = tf.merge_all_summaries()
init = tf.initialize_all_variables()
with tf.Session() as sess:
    writer = tf.train.SummaryWriter("/tmp/logs", sess.graph)
    sess.run(init)
    for i in xrange(10):  # noqa: F821
        for key, value in {"step": i}.iteritems():
            print(key, value)
