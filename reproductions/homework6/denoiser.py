"""Denoising autoencoder on MNIST: noisy digits in, clean ones out.

Document: Homework 6 (X. Lu), §2.4. Noise: x + 0.5·N(0, 1), clipped to [0, 1], drawn by NumPy; batch 200. The text does
  not say for how many epochs; 20, as in §2.3.
Erratum: as printed, the third upsampling reads conv4 and not conv5, so conv5 and the upsampling before it are dead.
  `--as-printed` trains that; without it, the third upsampling reads conv5. The difference: docs/errata.md.
Deviations: none from the printed form.

    python reproductions/homework6/denoiser.py                (pictures: autoencoder_results.py)
"""

import sys

import numpy as np

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.homework6 import autoencoder_results
from reproductions.homework6.autoencoder import EPOCHS, Graph, conv, cost_and_opt, pool

LEARNING_RATE = 0.001
BATCH_SIZE = 200
NOISE_FACTOR = 0.5


def add_noise(images, rng):
    """`images` (float array in [0, 1], any shape) with Gaussian noise from `rng.randn` (e.g. np.random's), clipped."""
    return np.clip(images + NOISE_FACTOR * rng.randn(*images.shape), 0.0, 1.0)


def build_graph(learning_rate=LEARNING_RATE, as_printed=False):
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

    return Graph(inputs_, targets_, encoded, logits, decoded, *cost_and_opt(logits, targets_, learning_rate))


# ---- training
def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "homework6/denoiser", EPOCHS, BATCH_SIZE)
    parser.add_argument("--as-printed", action="store_true", help="with the third upsampling reading conv4")
    parser.add_argument("--print-as-document", action="store_true", help="a line for every step, as in §2.3")
    return parser.parse_args(arguments)


def build(options):
    """Builds the graph and opens the data; returns the Training that `reproductions.common.loop` runs."""
    return autoencoder_results.Digits(build_graph(as_printed=options.as_printed), options, add_noise).training()


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
