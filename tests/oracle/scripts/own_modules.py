"""A script in several files, one of them loaded by its name."""

import importlib

import numpy as np
import tensorflow as tf
from pieces import nets

sizes = importlib.import_module("pieces.sizes")


def build():
    graph = tf.Graph()
    with graph.as_default():
        tf.set_random_seed(5)
        images = tf.placeholder(tf.float32, [4, 8, 8, 1])
        code = nets.encoder(images, is_training=True)
        loss = tf.reduce_mean(tf.square(code - tf.random_uniform([4, 16 * sizes.WIDTH // 2])))
        train = tf.contrib.layers.optimize_loss(
            loss, tf.contrib.framework.get_or_create_global_step(), 0.01, "Adam", summaries=[]
        )
        return graph, images, loss, train, tf.global_variables_initializer()


graph, images, loss, train, init = build()
print(type(importlib.import_module("tensorflow")).__name__ != "", nets.tf.__name__)
with tf.Session(graph=graph) as sess:
    sess.run(init)
    batch = np.linspace(0, 1, 256).reshape(4, 8, 8, 1)
    for i in range(6):
        sess.run(train, {images: batch})
        print(i, "%.4f" % sess.run(loss, {images: batch}))
