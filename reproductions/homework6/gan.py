"""GAN on 28×28 pictures: MNIST digits (one channel) and CelebA faces (three).

Document: Homework 6 (X. Lu), §3.2. The learning rate is fed; Adam with β1 0.5, batch 32, z of 100.
Loss: its picture is lost from the text. Sigmoid cross-entropy; real labels 0.9 + u₁, fake labels u₂, with one u₁ ~
  U(−0.05, 0.05) and one u₂ ~ U(0, 0.1) drawn by NumPy when the graph is built; the generator's labels are 1.
Errata, kept as printed: dropout stays on when sampling; tanh gives (−1, 1) where the images lie in (−0.5, 0.5); the
  discriminator's batch norm is always in training mode. Its first layer lacks a comma in print: put in.
Deviations: none in the graph. This file holds the graph; it does not train yet.
"""

from typing import Any, NamedTuple

import numpy as np

from legacy_tf import tf

Z_DIM = 100
BETA1 = 0.5
BATCH_SIZE = 32
ALPHA = 0.2  # slope of the leaky ReLU
KEEP_PROB = 0.9


class Graph(NamedTuple):
    """The graph's tensors and ops."""

    inputs_real: Any  # (batch, 28, 28, channels) float32 in [-0.5, 0.5]
    inputs_z: Any  # (batch, 100) float32
    learning_rate: Any  # scalar
    g_output: Any  # (batch, 28, 28, channels) in (-1, 1), in training mode
    d_loss: Any  # scalar
    g_loss: Any  # scalar
    d_train_opt: Any
    g_train_opt: Any
    samples: Any  # (batch, 28, 28, channels): the sampling generator, built after the optimizers


def leaky_relu(x):
    return tf.maximum(ALPHA * x, x)


def xavier():
    return tf.contrib.layers.xavier_initializer()


def upsample(x, filters):
    """5×5 transposed convolution that doubles height and width."""
    return tf.layers.conv2d_transpose(x, filters, 5, strides=2, padding="same", kernel_initializer=xavier())


def downsample(x, filters):
    """5×5 convolution that halves height and width, rounding up."""
    return tf.layers.conv2d(x, filters, 5, strides=2, padding="same", kernel_initializer=xavier())


def generator(z, out_channel_dim, is_train=True):
    """(batch, 100) -> (batch, 28, 28, out_channel_dim) in (−1, 1). `is_train` False reuses the weights."""
    with tf.variable_scope("generator", reuse=not is_train):
        x1 = tf.layers.dense(z, 4 * 4 * 512)
        x1 = tf.reshape(x1, (-1, 4, 4, 512))
        x1 = tf.layers.batch_normalization(x1, training=is_train)
        relu1 = tf.nn.dropout(leaky_relu(x1), KEEP_PROB)  # 4×4×512

        x2 = upsample(relu1, 256)  # 8×8×256
        x2 = tf.image.resize_nearest_neighbor(x2, (7, 7))
        x2 = tf.layers.batch_normalization(x2, training=is_train)
        relu2 = tf.nn.dropout(leaky_relu(x2), KEEP_PROB)  # 7×7×256

        x3 = upsample(relu2, 128)
        x3 = tf.layers.batch_normalization(x3, training=is_train)
        relu3 = tf.nn.dropout(leaky_relu(x3), KEEP_PROB)  # 14×14×128

        logits = upsample(relu3, out_channel_dim)  # 28×28×channels
        return tf.tanh(logits)


def discriminator(images, reuse=False):
    """(batch, 28, 28, channels) -> (sigmoid of the logits, logits), each (batch, 1)."""
    with tf.variable_scope("discriminator", reuse=reuse):
        x1 = downsample(images, 64)
        relu1 = tf.nn.dropout(leaky_relu(x1), KEEP_PROB)  # 14×14×64

        x2 = downsample(relu1, 128)
        bn2 = tf.layers.batch_normalization(x2, training=True)
        relu2 = tf.nn.dropout(leaky_relu(bn2), KEEP_PROB)  # 7×7×128

        x3 = downsample(relu2, 256)
        bn3 = tf.layers.batch_normalization(x3, training=True)
        relu3 = tf.nn.dropout(leaky_relu(bn3), KEEP_PROB)  # 4×4×256

        flat = tf.reshape(relu3, (-1, 4 * 4 * 256))
        logits = tf.layers.dense(flat, 1)
        return tf.sigmoid(logits), logits


def cross_entropy(logits, labels):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits))


def model_loss(input_real, input_z, out_channel_dim):
    """(d_loss, g_loss, the generator's output)."""
    g_output = generator(input_z, out_channel_dim)
    _, d_logits_real = discriminator(input_real)
    d_output_fake, d_logits_fake = discriminator(g_output, reuse=True)
    real_label = 0.9 + np.random.uniform(-0.05, 0.05)
    fake_label = np.random.uniform(0.0, 0.1)
    d_loss_real = cross_entropy(d_logits_real, tf.fill(tf.shape(d_logits_real), real_label))
    d_loss_fake = cross_entropy(d_logits_fake, tf.fill(tf.shape(d_logits_fake), fake_label))
    g_loss = cross_entropy(d_logits_fake, tf.ones_like(d_output_fake))
    return d_loss_real + d_loss_fake, g_loss, g_output


def model_opt(d_loss, g_loss, learning_rate, beta1):
    """(one Adam step of the discriminator, one of the generator), both after all batch norms' updates."""
    t_vars = tf.trainable_variables()
    d_vars = [var for var in t_vars if var.name.startswith("discriminator")]
    g_vars = [var for var in t_vars if var.name.startswith("generator")]
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        d_train_opt = tf.train.AdamOptimizer(learning_rate, beta1=beta1).minimize(d_loss, var_list=d_vars)
        g_train_opt = tf.train.AdamOptimizer(learning_rate, beta1=beta1).minimize(g_loss, var_list=g_vars)
    return d_train_opt, g_train_opt


def build_graph(out_channel_dim=1):
    """Builds the document's graph in the current default graph; returns a `Graph`. 3 channels: CelebA.

    The two label noises come from NumPy's global generator.
    """
    inputs_real = tf.placeholder(tf.float32, (None, 28, 28, out_channel_dim), name="inputs_real")
    inputs_z = tf.placeholder(tf.float32, (None, Z_DIM), name="inputs_z")
    learning_rate = tf.placeholder(tf.float32, None, name="learning_rate")
    d_loss, g_loss, g_output = model_loss(inputs_real, inputs_z, out_channel_dim)
    d_train_opt, g_train_opt = model_opt(d_loss, g_loss, learning_rate, BETA1)
    samples = generator(inputs_z, out_channel_dim, is_train=False)
    return Graph(inputs_real, inputs_z, learning_rate, g_output, d_loss, g_loss, d_train_opt, g_train_opt, samples)
