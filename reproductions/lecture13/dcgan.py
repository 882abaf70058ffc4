"""DCGAN on MNIST resized to 64×64 (A. Radford et al., arXiv:1511.06434).

Document: Lecture 13 (S. Eum), slides "Discriminator network" to "Training the DCGAN: training generator".
Batch 100, z ~ N(0, 1) of shape (batch, 1, 1, 100), Adam 2e-4 with β1 0.5, 20 epochs; a new z for the generator's step.
Erratum: the generator's bullet says ReLU, its code leaky ReLU; the code is followed.
The slides don't say which values the weights start from: the layers' default, Glorot uniform.
Deviations: none in the graph and its training. On two cores that takes two days (16 s a step), so there are narrower
networks (--width), smaller pictures (--image-size), and --no-update-ops, the mistake that dcgan_results.py measures.

    python reproductions/lecture13/dcgan.py --width 0.25 --image-size 32 --epochs 6 --threads 2

draws digits in ten minutes: label entropy 2.24 of 2.30 and confidence 0.87 by the judge of digits (real ones: 0.99).
Pictures and numbers: dcgan_results.py.
"""

import argparse
import sys
from typing import Any, NamedTuple

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.lecture13 import dcgan_results

LEARNING_RATE = 0.0002
BETA1 = 0.5
BATCH_SIZE = 100
EPOCHS = 20
IMAGE_SIZE = 64
IMAGE_SIZES = (32, 64)  # 4 doubled by three or four stages of stride 2
Z_DIM = 100
NARROWEST = 128  # channels of the layers next to the image, before `width`
OBJECTIVES = {"max-log-d": "max log D", "min-log-1-d": "min log(1-D)"}  # on the command line: in the graph


class Graph(NamedTuple):
    """The graph's tensors and ops."""

    x: Any  # (batch, image_size, image_size, 1) float32 in [-1, 1]
    z: Any  # (batch, 1, 1, 100) float32
    isTrain: Any  # bool: batch norm by the batch (True) or by the moving averages
    G_z: Any  # of x's shape, in (-1, 1)
    D_real: Any  # (batch, 1, 1, 1): probability that x is real
    D_fake: Any  # (batch, 1, 1, 1): probability that G(z) is real
    D_loss: Any  # scalar
    G_loss: Any  # scalar
    D_optim: Any
    G_optim: Any


def lrelu(x, th=0.2):
    return tf.maximum(th * x, x)


def generator(z, isTrain, entry="conv", width=1.0, reuse=False, image_size=IMAGE_SIZE):
    """(batch, 1, 1, 100) -> (batch, 64, 64, 1) in (−1, 1).

    entry 'conv': the first layer is a transposed convolution, as the slides' code; 'fc': a matrix multiplication and a
    reshape, as their picture. `width` scales all numbers of channels. image_size 32: without the 2nd layer.
    """
    c1, c2, c3, c4 = (int(width * channels) for channels in (1024, 512, 256, 128))
    first = c1 if image_size == 64 else c2
    with tf.variable_scope("generator", reuse=reuse):
        # 1st hidden layer
        if entry == "conv":
            conv1 = tf.layers.conv2d_transpose(z, first, [4, 4], strides=(1, 1), padding="valid")
        elif entry == "fc":
            conv1 = tf.reshape(tf.layers.dense(tf.reshape(z, (-1, Z_DIM)), 4 * 4 * first), (-1, 4, 4, first))
        else:
            raise ValueError("entry must be 'conv' or 'fc', not {!r}".format(entry))
        lrelu1 = lrelu(tf.layers.batch_normalization(conv1, training=isTrain), 0.2)  # 4×4×1024
        # 2nd
        lrelu2 = lrelu1  # 32×32 goes on from here, so that its layers have half the side that is written behind them
        if image_size == 64:
            conv2 = tf.layers.conv2d_transpose(lrelu1, c2, [4, 4], strides=(2, 2), padding="same")
            lrelu2 = lrelu(tf.layers.batch_normalization(conv2, training=isTrain), 0.2)  # 8×8×512
        # 3rd
        conv3 = tf.layers.conv2d_transpose(lrelu2, c3, [4, 4], strides=(2, 2), padding="same")
        lrelu3 = lrelu(tf.layers.batch_normalization(conv3, training=isTrain), 0.2)  # 16×16×256
        # 4th
        conv4 = tf.layers.conv2d_transpose(lrelu3, c4, [4, 4], strides=(2, 2), padding="same")
        lrelu4 = lrelu(tf.layers.batch_normalization(conv4, training=isTrain), 0.2)  # 32×32×128
        # output
        conv5 = tf.layers.conv2d_transpose(lrelu4, 1, [4, 4], strides=(2, 2), padding="same")
        return tf.nn.tanh(conv5)  # 64×64×1


def discriminator(x, isTrain, width=1.0, reuse=False):
    """(batch, 64, 64, 1) -> (sigmoid of the logits, logits), each (batch, 1, 1, 1). From 32×32 without conv4."""
    c1, c2, c3, c4 = (int(width * channels) for channels in (128, 256, 512, 1024))
    with tf.variable_scope("discriminator", reuse=reuse):
        conv1 = tf.layers.conv2d(x, c1, [4, 4], strides=(2, 2), padding="same")
        lrelu1 = lrelu(conv1, 0.2)  # 32×32×128
        conv2 = tf.layers.conv2d(lrelu1, c2, [4, 4], strides=(2, 2), padding="same")
        lrelu2 = lrelu(tf.layers.batch_normalization(conv2, training=isTrain), 0.2)  # 16×16×256
        conv3 = tf.layers.conv2d(lrelu2, c3, [4, 4], strides=(2, 2), padding="same")
        lrelu3 = lrelu(tf.layers.batch_normalization(conv3, training=isTrain), 0.2)  # 8×8×512
        lrelu4 = lrelu3
        if x.shape[1] == 64:
            conv4 = tf.layers.conv2d(lrelu3, c4, [4, 4], strides=(2, 2), padding="same")
            lrelu4 = lrelu(tf.layers.batch_normalization(conv4, training=isTrain), 0.2)  # 4×4×1024
        conv5 = tf.layers.conv2d(lrelu4, 1, [4, 4], strides=(1, 1), padding="valid")
        return tf.nn.sigmoid(conv5), conv5


def cross_entropy(logits, labels):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=labels))


def build_graph(entry="conv", objective="max log D", width=1.0, image_size=IMAGE_SIZE, update_ops=True):
    """Builds the slides' graph in the current default graph; returns a `Graph`.

    entry: see `generator`. objective: what the generator follows, 'max log D' (max log D(G(z)), used in practice) or
    'min log(1-D)' (min log(1 − D(G(z))), of the minimax game). width: scales all numbers of channels. image_size: 64,
    or 32 with one stage less. update_ops: False leaves the moving averages of batch norm where they start.
    """
    if image_size not in IMAGE_SIZES:
        raise ValueError("image_size must be one of {}, not {!r}".format(IMAGE_SIZES, image_size))
    if int(width * NARROWEST) < 1:
        raise ValueError("width must be at least 1/{}, not {!r}: layers have no channels".format(NARROWEST, width))
    x = tf.placeholder(tf.float32, shape=(None, image_size, image_size, 1))
    z = tf.placeholder(tf.float32, shape=(None, 1, 1, Z_DIM))
    isTrain = tf.placeholder(dtype=tf.bool)

    G_z = generator(z, isTrain, entry, width, image_size=image_size)
    D_real, D_real_logits = discriminator(x, isTrain, width)
    D_fake, D_fake_logits = discriminator(G_z, isTrain, width, reuse=True)

    D_loss_real = cross_entropy(D_real_logits, tf.ones_like(D_real_logits))
    D_loss_fake = cross_entropy(D_fake_logits, tf.zeros_like(D_fake_logits))
    D_loss = D_loss_real + D_loss_fake
    if objective == "max log D":
        G_loss = cross_entropy(D_fake_logits, tf.ones_like(D_fake_logits))
    elif objective == "min log(1-D)":
        G_loss = -D_loss_fake
    else:
        raise ValueError("objective must be 'max log D' or 'min log(1-D)', not {!r}".format(objective))

    T_vars = tf.trainable_variables()
    D_vars = [var for var in T_vars if var.name.startswith("discriminator")]
    G_vars = [var for var in T_vars if var.name.startswith("generator")]
    # All updates go before both steps: each moves G's averages once and D's twice, for real and for generated images.
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS) if update_ops else []):
        D_optim = tf.train.AdamOptimizer(LEARNING_RATE, beta1=BETA1).minimize(D_loss, var_list=D_vars)
        G_optim = tf.train.AdamOptimizer(LEARNING_RATE, beta1=BETA1).minimize(G_loss, var_list=G_vars)
    return Graph(x, z, isTrain, G_z, D_real, D_fake, D_loss, G_loss, D_optim, G_optim)


# ---- training
def size(text):
    """The type of --image-size."""
    if text not in map(str, IMAGE_SIZES):
        raise argparse.ArgumentTypeError(
            "{} doesn't fit: the stages double the side from 4 on, three times to 32 or four times to 64".format(text)
        )
    return int(text)


def width(text):
    """The type of --width."""
    number = common_options.fraction(text)
    if int(number * NARROWEST) < 1:
        raise argparse.ArgumentTypeError("{} leaves layers without channels: 1/{} is the least".format(text, NARROWEST))
    return number


def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "lecture13/dcgan", EPOCHS, BATCH_SIZE)
    add = parser.add_argument
    add("--entry", choices=("conv", "fc"), default="conv", help="generator's first layer: as coded, as drawn")
    add("--objective", choices=sorted(OBJECTIVES), default="max-log-d", help="what the generator follows")
    add("--width", type=width, default=1.0, metavar="FRACTION", help="of all numbers of channels (--quick: 1/16)")
    add("--image-size", type=size, default=IMAGE_SIZE, metavar="PIXELS", help="64, or 32 with one stage less")
    add("--no-update-ops", action="store_true", help="leave UPDATE_OPS out: the moving averages stay at their start")
    add("--validation-size", type=int, default=5000, help="of the 60 000 training digits")
    result = parser.parse_args(arguments)
    if result.quick:  # at full width a step takes half a minute
        result.width = min(result.width, 1 / 16)
    return result


def build(options):
    """Builds the graph and opens the data; returns the Training that `reproductions.common.loop` runs."""
    graph = build_graph(
        options.entry, OBJECTIVES[options.objective], options.width, options.image_size, not options.no_update_ops
    )
    data = dcgan_results.Digits(graph, options)

    def step(session, batch):
        images, z_D, z_G = batch
        x_ = data.resized(session, images)
        # 1) training the discriminator
        D_loss, _ = session.run([graph.D_loss, graph.D_optim], {graph.x: x_, graph.z: z_D, graph.isTrain: True})
        # 2) training the generator, from new codes; the updates of D's averages need x too
        G_loss, _ = session.run([graph.G_loss, graph.G_optim], {graph.x: x_, graph.z: z_G, graph.isTrain: True})
        return {"D_loss": D_loss, "G_loss": G_loss}

    return loop.Training(data.images, data.batch, step, data.pictures, data.finish, data.after_epoch)


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
