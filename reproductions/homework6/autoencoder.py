"""Convolutional autoencoder on MNIST: 28×28 digits through a code of 4×4×8 = 128 numbers.

Document: Homework 6 (X. Lu), §2.1–2.3. §2.1 calls 128 of 784 roughly 16 %: it is 16.3 %.
Expected after 20 epochs of 300 steps at batch 200: the document prints 0.0937 … 0.1008 in epoch 20. Here: see
  docs/homework6.md, seed by seed.
Deviations: none.

    python reproductions/homework6/autoencoder.py --print-as-document      (pictures: autoencoder_results.py)
"""

import sys
from typing import Any, NamedTuple

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.homework6 import autoencoder_results

LEARNING_RATE = 0.001
BATCH_SIZE = 200
EPOCHS = 20


class Graph(NamedTuple):
    """The graph's tensors and ops, by the document's names."""

    inputs_: Any  # (batch, 28, 28, 1) float32 in [0, 1]
    targets_: Any  # as inputs_
    encoded: Any  # (batch, 4, 4, 8); the denoiser's (batch, 4, 4, 16)
    logits: Any  # (batch, 28, 28, 1)
    decoded: Any  # as inputs_
    cost: Any  # scalar: mean sigmoid cross-entropy, in nats a pixel
    opt: Any  # one Adam step


def conv(x, filters, activation=tf.nn.relu):
    """3×3 convolution that keeps height and width, the document's only kind."""
    return tf.layers.conv2d(x, filters, (3, 3), padding="same", activation=activation)


def pool(x):
    """Halves height and width, rounding up."""
    return tf.layers.max_pooling2d(x, (2, 2), (2, 2), padding="same")


def cost_and_opt(logits, targets_, learning_rate):
    """(mean sigmoid cross-entropy, one Adam step on it)."""
    cost = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=targets_, logits=logits))
    return cost, tf.train.AdamOptimizer(learning_rate).minimize(cost)


def build_graph(learning_rate=LEARNING_RATE):
    """Builds the document's graph (§2.2) in the current default graph; returns a `Graph`."""
    inputs_ = tf.placeholder(tf.float32, (None, 28, 28, 1), name="inputs")
    targets_ = tf.placeholder(tf.float32, (None, 28, 28, 1), name="targets")

    # Encoder
    conv1 = conv(inputs_, 16)  # 28×28×16
    maxpool1 = pool(conv1)  # 14×14×16
    conv2 = conv(maxpool1, 8)  # 14×14×8
    maxpool2 = pool(conv2)  # 7×7×8
    conv3 = conv(maxpool2, 8)  # 7×7×8
    encoded = pool(conv3)  # 4×4×8

    # Decoder
    upsample1 = tf.image.resize_nearest_neighbor(encoded, (7, 7))  # 7×7×8
    conv4 = conv(upsample1, 8)  # 7×7×8
    upsample2 = tf.image.resize_nearest_neighbor(conv4, (14, 14))  # 14×14×8
    conv5 = conv(upsample2, 8)  # 14×14×8
    upsample3 = tf.image.resize_nearest_neighbor(conv5, (28, 28))  # 28×28×8
    conv6 = conv(upsample3, 16)  # 28×28×16
    logits = conv(conv6, 1, activation=None)  # 28×28×1
    decoded = tf.nn.sigmoid(logits)

    return Graph(inputs_, targets_, encoded, logits, decoded, *cost_and_opt(logits, targets_, learning_rate))


# ---- training
def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "homework6/autoencoder", EPOCHS, BATCH_SIZE)
    parser.add_argument("--print-as-document", action="store_true", help="a line for every step, as in §2.3")
    return parser.parse_args(arguments)


def build(options):
    """Builds the graph and opens the data; returns the Training that `reproductions.common.loop` runs."""
    return autoencoder_results.Digits(build_graph(), options).training()


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
