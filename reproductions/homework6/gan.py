"""GAN on 28×28 pictures: MNIST digits (one channel) and CelebA faces (three).

Document: Homework 6 (X. Lu), §3. MNIST: 2 epochs, 3750 steps at batch 32. CelebA: 1 epoch, 6330 steps. A line every 10
  steps, a grid of 5×5 samples every 100.
Loss: its picture is lost from the text. Sigmoid cross-entropy; real labels 0.9 + u₁, fake labels u₂, with one u₁ ~
  U(−0.05, 0.05) and one u₂ ~ U(0, 0.1) drawn by NumPy when the graph is built; the generator's labels are 1.
Errata (`--as-printed` keeps the first two): dropout stays on when sampling; tanh gives (−1, 1) where the images lie in
  (−0.5, 0.5): without the option they lie in (−1, 1). The discriminator's batch norm is always in training mode: the
  numbers at the end say what that does to its verdicts. Its first layer lacks a comma in print: put in.
Expected: the last ten lines that the author's program printed have D from 0.73 to 1.32 and G from 0.70 to 1.90. Here:
  see docs/homework6.md.
Deviations: the text says neither how codes are drawn nor the learning rate: U(−1, 1) and 2e-4 are taken. A run's
  samples are always of the same codes. The author's program keeps the digits as JPEG files; here they are MNIST's own.

    python reproductions/homework6/gan.py --as-printed                     (pictures and numbers: gan_results.py)
    python reproductions/homework6/gan.py --dataset celeba --data-dir data --as-printed
"""

import sys
from typing import Any, NamedTuple

import numpy as np

from legacy_tf import tf
from reproductions.common import loop
from reproductions.common import options as common_options
from reproductions.homework6 import gan_results

EPOCHS = {"mnist": 2, "celeba": 1}
LEARNING_RATE = 0.0002
Z_DIM = 100
BETA1 = 0.5
BATCH_SIZE = 32
ALPHA = 0.2  # slope of the leaky ReLU
KEEP_PROB = 0.9
PRINT_EVERY = 10
SAMPLE_EVERY = 100


class Graph(NamedTuple):
    """The graph's tensors and ops."""

    inputs_real: Any  # (batch, 28, 28, channels) float32; as printed in [-0.5, 0.5], else in [-1, 1]
    inputs_z: Any  # (batch, 100) float32
    learning_rate: Any  # scalar
    g_output: Any  # (batch, 28, 28, channels) in (-1, 1), in training mode
    d_loss: Any  # scalar
    g_loss: Any  # scalar
    d_train_opt: Any
    g_train_opt: Any
    samples: Any  # (batch, 28, 28, channels) in (-1, 1): the sampling generator, built after the optimizers


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


def generator(z, out_channel_dim, is_train=True, keep_prob=KEEP_PROB):
    """(batch, 100) -> (batch, 28, 28, out_channel_dim) in (−1, 1). `is_train` False reuses the weights."""
    with tf.variable_scope("generator", reuse=not is_train):
        x1 = tf.layers.dense(z, 4 * 4 * 512)
        x1 = tf.reshape(x1, (-1, 4, 4, 512))
        x1 = tf.layers.batch_normalization(x1, training=is_train)
        relu1 = tf.nn.dropout(leaky_relu(x1), keep_prob)  # 4×4×512

        x2 = upsample(relu1, 256)  # 8×8×256
        x2 = tf.image.resize_nearest_neighbor(x2, (7, 7))
        x2 = tf.layers.batch_normalization(x2, training=is_train)
        relu2 = tf.nn.dropout(leaky_relu(x2), keep_prob)  # 7×7×256

        x3 = upsample(relu2, 128)
        x3 = tf.layers.batch_normalization(x3, training=is_train)
        relu3 = tf.nn.dropout(leaky_relu(x3), keep_prob)  # 14×14×128

        logits = upsample(relu3, out_channel_dim)  # 28×28×channels
        return tf.tanh(logits)


def discriminator(images, reuse=False, training=True, keep_prob=KEEP_PROB):
    """(batch, 28, 28, channels) -> (sigmoid of the logits, logits), each (batch, 1). As printed, `training` is True."""
    with tf.variable_scope("discriminator", reuse=reuse):
        x1 = downsample(images, 64)
        relu1 = tf.nn.dropout(leaky_relu(x1), keep_prob)  # 14×14×64

        x2 = downsample(relu1, 128)
        bn2 = tf.layers.batch_normalization(x2, training=training)
        relu2 = tf.nn.dropout(leaky_relu(bn2), keep_prob)  # 7×7×128

        x3 = downsample(relu2, 256)
        bn3 = tf.layers.batch_normalization(x3, training=training)
        relu3 = tf.nn.dropout(leaky_relu(bn3), keep_prob)  # 4×4×256

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

    def step(loss, network):
        return tf.train.AdamOptimizer(learning_rate, beta1).minimize(loss, var_list=tf.trainable_variables(network))

    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        return step(d_loss, "discriminator"), step(g_loss, "generator")


def build_graph(out_channel_dim=1, as_printed=False):
    """Builds the document's graph in the current default graph; returns a `Graph`. 3 channels: CelebA.

    as_printed: samples with dropout. The two label noises come from NumPy's global generator.
    """
    inputs_real = tf.placeholder(tf.float32, (None, 28, 28, out_channel_dim), name="inputs_real")
    inputs_z = tf.placeholder(tf.float32, (None, Z_DIM), name="inputs_z")
    learning_rate = tf.placeholder(tf.float32, None, name="learning_rate")
    d_loss, g_loss, g_output = model_loss(inputs_real, inputs_z, out_channel_dim)
    d_train_opt, g_train_opt = model_opt(d_loss, g_loss, learning_rate, BETA1)
    samples = generator(inputs_z, out_channel_dim, is_train=False, keep_prob=KEEP_PROB if as_printed else 1.0)
    return Graph(inputs_real, inputs_z, learning_rate, g_output, d_loss, g_loss, d_train_opt, g_train_opt, samples)


# ---- training
def options(arguments=None):
    """The command line's options."""
    parser = common_options.parser(__doc__, "homework6/gan", None, BATCH_SIZE)
    add = parser.add_argument
    add("--dataset", choices=sorted(EPOCHS), default="mnist", help="digits or faces")
    add("--as-printed", action="store_true", help="images in (−0.5, 0.5), and samples with dropout")
    add("--learning-rate", type=common_options.fraction, default=LEARNING_RATE, help="which the text does not say")
    parser.set_defaults(sample_every=SAMPLE_EVERY, data_dir=None)
    result = parser.parse_args(arguments)
    if result.dataset == "celeba" and result.quick:
        parser.error("--quick trains on the embedded digits, and no faces are embedded: leave it or --dataset out")
    result.epochs = result.epochs or EPOCHS[result.dataset]
    if result.dataset == "mnist":  # faces are looked for wherever they may be
        result.data_dir = result.data_dir or "MNIST_data"
    return result


def build(options):
    """Opens the data and builds the graph; returns the Training that `reproductions.common.loop` runs."""
    data = gan_results.SOURCES[options.dataset](options)
    graph = build_graph(data.channels, options.as_printed)
    # after the document's graph, so that its seeds stay: what the errata's numbers need
    plain = gan_results.Plain(
        generator(graph.inputs_z, data.channels, is_train=False, keep_prob=1.0),
        generator(graph.inputs_z, data.channels, is_train=False),
        *(discriminator(graph.inputs_real, True, training, 1.0)[0] for training in (True, False)),
    )

    def step(session, batch):
        number, images, z = batch
        feed = {graph.inputs_real: images, graph.inputs_z: z, graph.learning_rate: options.learning_rate}
        d_loss, _ = session.run([graph.d_loss, graph.d_train_opt], feed)
        g_loss, _ = session.run([graph.g_loss, graph.g_train_opt], feed)
        printed = [None, None]
        if number % PRINT_EVERY == 0:  # with the weights as they are now, and other units dropped
            printed = [session.run(loss, feed) for loss in (graph.d_loss, graph.g_loss)]
        return dict(zip(("d_loss", "g_loss", "printed d_loss", "printed g_loss"), [d_loss, g_loss, *printed]))

    def say(step, epoch, losses):
        if losses["printed d_loss"] is None:
            return None
        return "Epoch: {}/{} | Steps: {} | Discriminator Loss: {:.4f} | Generator Loss: {:.4f}".format(
            epoch, max(epoch, options.epochs), step, losses["printed d_loss"], losses["printed g_loss"]
        )

    show = gan_results.Results(graph, plain, data, options)
    return loop.Training(data.images, data.batch, step, show.pictures, show.finish, show.after_epoch, say)


if __name__ == "__main__":
    sys.exit(loop.main(options(), build))
