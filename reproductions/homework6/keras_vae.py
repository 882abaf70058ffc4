"""Variational autoencoder of convolutions on MNIST, two latent numbers: Keras code, which its author could not run.

Document: Homework 6 (X. Lu), §1. Its text prints encoder, sampling and decoder. Loss, optimizer and training are those
  of the program that it follows: mean binary cross-entropy plus 5e-4 times the KL term, Keras' RMSprop, batch 16,
  7 epochs, np.random.seed(237).
Expected: from an equal seed, what standalone Keras 2.3.1 on TensorFlow 1.15.5 gives: every initial weight and every ε
  bit for bit, and with them the losses of `fit`.
Erratum: the sampling takes exp(z_log_sigma) for the standard deviation, the KL term takes it for the variance.
  `--as-printed` trains that; without it, z_log_sigma is the log-variance in both. The difference: docs/errata.md,
  which also says where the author's "Duplicate node name" came from.
Deviations: the author's split of the 70 000 digits is not known. Held out are the first 5000 of MNIST's training
  digits; trained on are the others and the 10 000 test digits.

    python reproductions/homework6/keras_vae.py --threads 2            (data and pictures: keras_vae_results.py)
"""

import sys
from typing import Any, NamedTuple

import numpy as np

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.homework6 import keras_vae_results

LATENT_DIM = 2
BATCH_SIZE = 16
EPOCHS = 7
SEED = 237  # the program's np.random.seed
KL_WEIGHT = 5e-4
LEARNING_RATE, RHO = 0.001, 0.9  # of RMSprop, as Keras has them
EPSILON = 1e-7  # Keras' fuzz factor, in RMSprop and in the cross-entropy


class Graph(NamedTuple):
    """The graph's tensors and ops, by the document's names."""

    input_img: Any  # (batch, 28, 28, 1) float32 in [0, 1]
    z_mu: Any  # (batch, 2)
    z_log_sigma: Any  # (batch, 2): log-variance; as printed, in the sampling, the logarithm of σ
    sigma: Any  # (batch, 2): the standard deviation that z is sampled with
    epsilon: Any  # (batch, 2), drawn from N(0, 1)
    z: Any  # (batch, 2); feed it to decode codes of one's own
    z_decoded: Any  # as input_img
    recon_loss: Any  # scalar: mean binary cross-entropy, in nats a pixel
    latent_loss: Any  # (batch,): KL_WEIGHT times the KL term, in nats
    loss: Any  # scalar: their sum, meaned over the batch
    train_op: Any  # one step of RMSprop


def keras_seed():
    """The seed that Keras 2.3.1 gives to the random op that it makes now."""
    return int(np.random.randint(10**7))


def weights():
    """Keras' initializer of a kernel, glorot_uniform; its biases start at 0, as those of tf.layers."""
    return tf.glorot_uniform_initializer(seed=keras_seed())


def conv(x, filters, strides=1, activation=tf.nn.relu):
    return tf.layers.conv2d(x, filters, 3, strides, "same", activation=activation, kernel_initializer=weights())


def dense(x, units, activation=None):
    return tf.layers.dense(x, units, activation, kernel_initializer=weights())


def encode(input_img):
    """(batch, 28, 28, 1) -> (z_mu, z_log_sigma), each (batch, 2)."""
    x = conv(input_img, 32)  # 28×28×32
    x = conv(x, 64, strides=2)  # 14×14×64
    x = conv(x, 64)
    x = conv(x, 64)
    np.random.randint(10**4)  # which Keras' Flatten draws for the name of an op
    x = dense(tf.reshape(x, [-1, 14 * 14 * 64]), 32, tf.nn.relu)
    return dense(x, LATENT_DIM), dense(x, LATENT_DIM)


def draw_epsilon(z_mu):
    """ε ~ N(0, 1), of z_mu's shape."""
    epsilon = tf.random_normal((tf.shape(z_mu)[0], LATENT_DIM), seed=keras_seed())
    keras_seed()  # Lambda calls the sampling once more, on placeholders, to see the shape of what comes out
    return epsilon


def decode(z):
    """(batch, 2) -> z_decoded, (batch, 28, 28, 1) in [0, 1]."""
    x = dense(z, 14 * 14 * 64, tf.nn.relu)
    x = tf.reshape(x, [-1, 14, 14, 64])
    x = tf.layers.conv2d_transpose(x, 32, 3, 2, "same", activation=tf.nn.relu, kernel_initializer=weights())  # 28×28×32
    return conv(x, 1, activation=tf.nn.sigmoid)


def binary_crossentropy(x, decoded):
    """Keras 2.3.1's, of two tensors of one shape that hold probabilities: the mean over all elements, in nats."""
    x, decoded = tf.reshape(x, [-1]), tf.reshape(decoded, [-1])
    p = tf.clip_by_value(decoded, EPSILON, 1.0 - EPSILON)
    return tf.reduce_mean(-(x * tf.log(p + EPSILON) + (1 - x) * tf.log(1 - p + EPSILON)))


def kl_term(z_mu, z_log_sigma):
    """(batch, 2), twice -> (batch,): KL(N(z_mu, exp(z_log_sigma)) ‖ N(0, 1)) in nats, where exp(…) is the variance.

    Keras code takes −1 times the mean over the latent dimensions, not −½ times the sum. For two the two are the same.
    """
    return -tf.reduce_mean(1 + z_log_sigma - tf.square(z_mu) - tf.exp(z_log_sigma), axis=-1)


def rmsprop(loss, variables):
    """One step of Keras 2.3.1's RMSprop, which tf.train.RMSPropOptimizer is not: its mean square starts at 0 and not
    at 1, and ε is added to the root and not under it."""
    rho = tf.constant(RHO)  # 1 − ρ is computed in float32 there
    gradients = tf.gradients(loss, variables)
    accumulators = [
        tf.get_variable(p.op.name + "/accumulator", p.shape, initializer=tf.zeros_initializer(), trainable=False)
        for p in variables
    ]
    updates = []
    with tf.control_dependencies(gradients):  # no weight moves while a gradient may still be read from it
        for p, g, a in zip(variables, gradients, accumulators):
            new_a = rho * a + (1.0 - rho) * tf.square(g)
            updates += [a.assign(new_a), p.assign(p - LEARNING_RATE * g / (tf.sqrt(new_a) + EPSILON))]
    return tf.group(*updates)


def build_graph(as_printed=False):
    """Builds the VAE in the current default graph; returns a `Graph`.

    as_printed: samples with σ = exp(z_log_sigma), where the KL term has σ² = exp(z_log_sigma).

    As in Keras 2.3.1, random ops get their seeds from NumPy's global generator (`keras_seed`, in the order in which
    Keras draws them) and the graph has none: TensorFlow takes its default for the other half of each seed.
    """
    tf.set_random_seed(None)
    input_img = tf.placeholder(tf.float32, (None, 28, 28, 1), name="input_img")
    with tf.variable_scope("encoder"):
        z_mu, z_log_sigma = encode(input_img)
    sigma = tf.exp(z_log_sigma if as_printed else z_log_sigma / 2)
    epsilon = draw_epsilon(z_mu)
    z = z_mu + sigma * epsilon
    with tf.variable_scope("decoder"):
        z_decoded = decode(z)
    recon_loss = binary_crossentropy(input_img, z_decoded)
    latent_loss = KL_WEIGHT * kl_term(z_mu, z_log_sigma)
    loss = tf.reduce_mean(recon_loss + latent_loss)
    train_op = rmsprop(loss, tf.trainable_variables())
    return Graph(input_img, z_mu, z_log_sigma, sigma, epsilon, z, z_decoded, recon_loss, latent_loss, loss, train_op)


# ---- training
def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "homework6/keras_vae", EPOCHS, BATCH_SIZE)
    parser.set_defaults(seed=SEED)
    parser.add_argument("--as-printed", action="store_true", help="sample with exp(z_log_sigma) for σ")
    parser.add_argument("--validation-size", type=common_options.positive, default=5000, help="digits held out")
    return parser.parse_args(arguments)


def build(options):
    """Opens the data and builds the graph; returns the Training that `reproductions.common.loop` runs."""
    training, validation = keras_vae_results.read(options)
    np.random.seed(options.seed % 2**32)  # reading has drawn from it
    data = keras_vae_results.Digits(build_graph(options.as_printed), training, *validation, options.batch_size)
    return loop.Training(
        len(training), data.batch, data.step, data.pictures, data.finish, data.after_epoch, partial_batch=True
    )


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
