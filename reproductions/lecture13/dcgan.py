"""DCGAN on MNIST resized to 64×64 (A. Radford et al., arXiv:1511.06434).

Document: Lecture 13 (S. Eum), slides "Discriminator network" to "Training the DCGAN: training generator".
Batch 100, z ~ N(0, 1) of shape (batch, 1, 1, 100), Adam 2e-4 with β1 0.5, 20 epochs; a new z for the generator's step.
Erratum: the generator's bullet says ReLU, its code leaky ReLU; the code is followed.
The slides don't say which values the weights start from: the layers' default, Glorot uniform.
Deviations: none in the graph. This file holds the graph; it does not train yet.
"""

from typing import Any, NamedTuple

from legacy_tf import tf

LEARNING_RATE = 0.0002
BETA1 = 0.5
BATCH_SIZE = 100
EPOCHS = 20
IMAGE_SIZE = 64
Z_DIM = 100


class Graph(NamedTuple):
    """The graph's tensors and ops."""

    x: Any  # (batch, 64, 64, 1) float32 in [-1, 1]
    z: Any  # (batch, 1, 1, 100) float32
    isTrain: Any  # bool: batch norm by the batch (True) or by the moving averages
    G_z: Any  # (batch, 64, 64, 1) in (-1, 1)
    D_real: Any  # (batch, 1, 1, 1): probability that x is real
    D_fake: Any  # (batch, 1, 1, 1): probability that G(z) is real
    D_loss: Any  # scalar
    G_loss: Any  # scalar
    D_optim: Any
    G_optim: Any


def lrelu(x, th=0.2):
    return tf.maximum(th * x, x)


def generator(z, isTrain, entry="conv", width=1.0, reuse=False):
    """(batch, 1, 1, 100) -> (batch, 64, 64, 1) in (−1, 1).

    entry 'conv': the first layer is a transposed convolution, as the slides' code; 'fc': a matrix multiplication and a
    reshape, as their picture. `width` scales the numbers of channels.
    """
    c1, c2, c3, c4 = (int(width * channels) for channels in (1024, 512, 256, 128))
    with tf.variable_scope("generator", reuse=reuse):
        # 1st hidden layer
        if entry == "conv":
            conv1 = tf.layers.conv2d_transpose(z, c1, [4, 4], strides=(1, 1), padding="valid")
        elif entry == "fc":
            conv1 = tf.reshape(tf.layers.dense(tf.reshape(z, (-1, Z_DIM)), 4 * 4 * c1), (-1, 4, 4, c1))
        else:
            raise ValueError("entry must be 'conv' or 'fc', not {!r}".format(entry))
        lrelu1 = lrelu(tf.layers.batch_normalization(conv1, training=isTrain), 0.2)  # 4×4×1024
        # 2nd
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
    """(batch, 64, 64, 1) -> (sigmoid of the logits, logits), each (batch, 1, 1, 1)."""
    c1, c2, c3, c4 = (int(width * channels) for channels in (128, 256, 512, 1024))
    with tf.variable_scope("discriminator", reuse=reuse):
        conv1 = tf.layers.conv2d(x, c1, [4, 4], strides=(2, 2), padding="same")
        lrelu1 = lrelu(conv1, 0.2)  # 32×32×128
        conv2 = tf.layers.conv2d(lrelu1, c2, [4, 4], strides=(2, 2), padding="same")
        lrelu2 = lrelu(tf.layers.batch_normalization(conv2, training=isTrain), 0.2)  # 16×16×256
        conv3 = tf.layers.conv2d(lrelu2, c3, [4, 4], strides=(2, 2), padding="same")
        lrelu3 = lrelu(tf.layers.batch_normalization(conv3, training=isTrain), 0.2)  # 8×8×512
        conv4 = tf.layers.conv2d(lrelu3, c4, [4, 4], strides=(2, 2), padding="same")
        lrelu4 = lrelu(tf.layers.batch_normalization(conv4, training=isTrain), 0.2)  # 4×4×1024
        conv5 = tf.layers.conv2d(lrelu4, 1, [4, 4], strides=(1, 1), padding="valid")
        return tf.nn.sigmoid(conv5), conv5


def cross_entropy(logits, labels):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=labels))


def build_graph(entry="conv", objective="max log D", width=1.0):
    """Builds the slides' graph in the current default graph; returns a `Graph`.

    entry: see `generator`. objective: what the generator follows, 'max log D' (max log D(G(z)), used in practice) or
    'min log(1-D)' (min log(1 − D(G(z))), of the minimax game). width: scales all numbers of channels.
    """
    x = tf.placeholder(tf.float32, shape=(None, IMAGE_SIZE, IMAGE_SIZE, 1))
    z = tf.placeholder(tf.float32, shape=(None, 1, 1, Z_DIM))
    isTrain = tf.placeholder(dtype=tf.bool)

    G_z = generator(z, isTrain, entry, width)
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
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        D_optim = tf.train.AdamOptimizer(LEARNING_RATE, beta1=BETA1).minimize(D_loss, var_list=D_vars)
        G_optim = tf.train.AdamOptimizer(LEARNING_RATE, beta1=BETA1).minimize(G_loss, var_list=G_vars)
    return Graph(x, z, isTrain, G_z, D_real, D_fake, D_loss, G_loss, D_optim, G_optim)
