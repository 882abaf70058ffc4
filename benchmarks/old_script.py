"""A script as people wrote them: `python benchmarks/old_script.py NET STEPS` prints the ms of its shortest step.

NET: "nothing" (only imports), "feed" (one small feed and fetch), "shuffled" (100 batches of a shuffled, repeated
dataset), "mlp", "cnn" (MNIST's tutorial), "text_cnn" (Kim, 2014). Written so that plain compat.v1, TensorFlow 1.15.5
and `python -m legacy_tf run` all take it.
"""

import sys
import time

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
tf.set_random_seed(1)
rng = np.random.RandomState(1)


def weights(*shape):
    return tf.Variable(tf.truncated_normal(shape, stddev=0.1))


def dense(x, units):
    return tf.matmul(x, weights(x.shape[1].value, units)) + tf.Variable(tf.zeros([units]))


def minimized(logits, labels):
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
    return [loss, tf.train.AdamOptimizer(1e-3).minimize(loss)]


def feed():
    x = tf.placeholder(tf.float32, [None, 10])
    return 2.0 * x, {x: np.ones([4, 10], np.float32)}


def shuffled():
    images = tf.data.Dataset.from_tensor_slices(rng.rand(10000, 784).astype(np.float32))
    batch = images.shuffle(5000).repeat().batch(100).make_one_shot_iterator().get_next()
    return batch[0, 0], {}


def mlp():
    x, y = tf.placeholder(tf.float32, [None, 784]), tf.placeholder(tf.int64, [None])
    logits = dense(tf.nn.relu(dense(tf.nn.relu(dense(x, 512)), 512)), 10)
    return minimized(logits, y), {x: rng.rand(128, 784), y: rng.randint(0, 10, 128)}


def cnn():
    x, y = tf.placeholder(tf.float32, [None, 784]), tf.placeholder(tf.int64, [None])
    h = tf.reshape(x, [-1, 28, 28, 1])
    for channels, filters in ((1, 32), (32, 64)):
        h = tf.nn.relu(tf.nn.conv2d(h, weights(5, 5, channels, filters), strides=[1, 1, 1, 1], padding="SAME"))
        h = tf.nn.max_pool(h, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME")
    h = tf.nn.relu(dense(tf.reshape(h, [-1, 7 * 7 * 64]), 1024))
    return minimized(dense(h, 10), y), {x: rng.rand(50, 784), y: rng.randint(0, 10, 50)}


def text_cnn():
    length, embedded = 56, 128
    x, y = tf.placeholder(tf.int32, [None, length]), tf.placeholder(tf.int64, [None])
    words = tf.expand_dims(tf.nn.embedding_lookup(tf.Variable(tf.random_uniform([5000, embedded], -1.0, 1.0)), x), -1)
    pooled = []
    for size in (3, 4, 5):
        h = tf.nn.relu(tf.nn.conv2d(words, weights(size, embedded, 1, 128), strides=[1, 1, 1, 1], padding="VALID"))
        pooled.append(tf.nn.max_pool(h, [1, length - size + 1, 1, 1], strides=[1, 1, 1, 1], padding="VALID"))
    logits = dense(tf.reshape(tf.concat(pooled, 3), [-1, 3 * 128]), 2)
    return minimized(logits, y), {x: rng.randint(0, 5000, (64, length)), y: rng.randint(0, 2, 64)}


net, steps = sys.argv[1], int(sys.argv[2])
if net != "nothing":
    nets = {"feed": feed, "shuffled": shuffled, "mlp": mlp, "cnn": cnn, "text_cnn": text_cnn}
    fetches, feeds = nets[net]()
    config = tf.ConfigProto(intra_op_parallelism_threads=1, inter_op_parallelism_threads=1)
    times = []
    with tf.Session(config=config) as sess:
        sess.run(tf.global_variables_initializer())
        for _ in range(steps):
            start = time.time()
            for _ in range(100 if net == "shuffled" else 1):
                sess.run(fetches, feed_dict=feeds)
            times.append(time.time() - start)
    print(1000 * min(times))
