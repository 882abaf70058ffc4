"""Denoising autoencoder on MNIST: noisy digits in, clean ones out.

Document: Homework 6 (X. Lu), §2.4. Noise: x + 0.5·N(0, 1), clipped to [0, 1], drawn by NumPy; batch 200.
Erratum: as printed, the third upsampling reads conv4 and not conv5, so conv5 and the upsampling before it are dead.
  `build_graph()` is the printed form; `build_graph(as_printed=False)` reads conv5.
Deviations: none in the graph. This file holds the graph; it does not train yet.
"""

import numpy as np

from legacy_tf import tf
from reproductions.homework6.autoencoder import Graph, conv, pool

LEARNING_RATE = 0.001
BATCH_SIZE = 200
NOISE_FACTOR = 0.5


def add_noise(images, noise_factor=NOISE_FACTOR):
    """`images` (float array in [0, 1], any shape) with Gaussian noise from NumPy's global generator, clipped."""
    return np.clip(images + noise_factor * np.random.randn(*images.shape), 0.0, 1.0)


def build_graph(learning_rate=LEARNING_RATE, as_printed=True):
    """Builds the document's graph (§2.4) in the current default graph; returns a `Graph`."""
    inputs_ = tf.placeholder(tf.float32, (None, 28, 28, 1), name="inputs")
    targets_ = tf.placeholder(tf.float32, (None, 28, 28, 1), name="targets")

    # Encoder
    conv1 = conv(inputs_, 32)  # 28×28×32
    maxpool1 = pool(conv1)  # 14×14×32
    conv2 = conv(maxpool1, 32)  # 14×14×32
    maxpool2 = pool(conv2)  # 7×7×32
    conv3 = conv(maxpool2, 16)  # 7×7×16
    encoded = pool(conv3)  # 4×4×16

    # Decoder
    upsample1 = tf.image.resize_nearest_neighbor(encoded, (7, 7))  # 7×7×16
    conv4 = conv(upsample1, 16)  # 7×7×16
    upsample2 = tf.image.resize_nearest_neighbor(conv4, (14, 14))  # 14×14×16; the document's comment says 32
    conv5 = conv(upsample2, 32)  # 14×14×32
    upsample3 = tf.image.resize_nearest_neighbor(conv4 if as_printed else conv5, (28, 28))  # 28×28×16, mended ×32
    conv6 = conv(upsample3, 32)  # 28×28×32
    logits = conv(conv6, 1, activation=None)  # 28×28×1
    decoded = tf.nn.sigmoid(logits)

    loss = tf.nn.sigmoid_cross_entropy_with_logits(labels=targets_, logits=logits)
    cost = tf.reduce_mean(loss)
    opt = tf.train.AdamOptimizer(learning_rate).minimize(cost)
    return Graph(inputs_, targets_, encoded, logits, decoded, cost, opt)
