"""Whole graphs: the reproductions' `build_graph()`, asked for seeds, initial values and the losses of 20 training steps
on fixed batches. The same code asks TensorFlow 1.15.5 and today's. Python 3.7's syntax.
"""

import numpy as np

from oracle import compare, sweep
from reproductions.homework6 import autoencoder, denoiser, gan
from reproductions.lecture13 import dcgan, vae


def pictures(rng, *shape):
    """Stand-ins for digits: mostly dark, in [0, 1], from a generator whose stream NumPy promises to keep."""
    return rng.uniform(size=shape) ** 4


def autoencoder_step(graph, rng):
    x = pictures(rng, 50, 28, 28, 1)
    return [([graph.cost, graph.opt], {graph.inputs_: x, graph.targets_: x})]


def denoiser_step(graph, rng):
    x = pictures(rng, 20, 28, 28, 1)
    noisy = np.clip(x + 0.5 * rng.normal(size=x.shape), 0.0, 1.0)
    return [([graph.cost, graph.opt], {graph.inputs_: noisy, graph.targets_: x})]


def vae_step(graph, rng):
    return [([graph.loss, graph.train_op], {graph.x: pictures(rng, 64, int(graph.x.shape[1]))})]


def gan_step(graph, rng, batch_size=8):
    feed = {
        graph.inputs_real: pictures(rng, batch_size, *graph.inputs_real.shape.as_list()[1:]) - 0.5,
        graph.inputs_z: rng.uniform(-1, 1, size=(batch_size, gan.Z_DIM)),
        graph.learning_rate: 0.0002,
    }
    return [([graph.d_loss, graph.d_train_opt], feed), ([graph.g_loss, graph.g_train_opt], feed)]


def dcgan_step(graph, rng, batch_size=4):
    x = pictures(rng, batch_size, dcgan.IMAGE_SIZE, dcgan.IMAGE_SIZE, 1) * 2 - 1
    z = [rng.normal(size=(batch_size, 1, 1, dcgan.Z_DIM)) for _ in range(2)]
    return [
        ([graph.D_loss, graph.D_optim], {graph.x: x, graph.z: z[0], graph.isTrain: True}),
        ([graph.G_loss, graph.G_optim], {graph.x: x, graph.z: z[1], graph.isTrain: True}),
    ]


def narrow_dcgan_step(graph, rng):
    return dcgan_step(graph, rng, batch_size=16)


# name: (build_graph in the document's configuration or another, one step's runs, steps)
GRAPHS = {
    "homework6/autoencoder": (autoencoder.build_graph, autoencoder_step, 100),
    "homework6/denoiser": (lambda: denoiser.build_graph(as_printed=True), denoiser_step, 100),
    "homework6/denoiser, mended": (denoiser.build_graph, denoiser_step, 100),
    "homework6/gan": (lambda: gan.build_graph(as_printed=True), gan_step, 50),
    "homework6/gan, mended": (gan.build_graph, gan_step, 1),
    "homework6/gan, three channels": (lambda: gan.build_graph(3, as_printed=True), gan_step, 15),
    "lecture13/vae": (vae.build_graph, vae_step, 20),
    "lecture13/vae, b": (lambda: vae.build_graph("b"), vae_step, 20),
    "lecture13/vae, b, z_dim 2": (lambda: vae.build_graph("b", z_dim=2), vae_step, 20),
    "lecture13/vae, c": (lambda: vae.build_graph("c"), vae_step, 20),
    "lecture13/vae, as printed": (lambda: vae.build_graph(as_printed=True), vae_step, 20),
    "lecture13/dcgan": (dcgan.build_graph, dcgan_step, 6),
    "lecture13/dcgan, narrow": (lambda: dcgan.build_graph(width=0.0625), narrow_dcgan_step, 20),
    "lecture13/dcgan, narrow, fc, min log(1-D)": (
        lambda: dcgan.build_graph("fc", "min log(1-D)", 0.0625),
        narrow_dcgan_step,
        20,
    ),
}


def run_graph(tf, name, nudges=0, seed=sweep.GRAPH_SEED):
    """Builds a graph with graph seed `seed` and asks it all. NumPy's global generator is seeded too: the GAN's label
    noise comes from it.

    `nudges`: how often to train again from weights that are moved by one float32 rounding. How far the losses have then
    parted by each step ("spread") is this TensorFlow's own sensitivity: no other build can be held to less.
    """
    build, step, steps = GRAPHS[name]
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(seed)
        np.random.seed(seed % 2**31)
        built = build()
        tf.random_uniform([2], name="after_all")
        record = {"nodes": sweep.forward_nodes(graph), "random": sweep.random_ops(graph)}
        initialize = tf.global_variables_initializer()
        variables = tf.global_variables()
        with sweep.session(tf) as sess:
            sess.run(initialize)
            initial = sess.run(variables)
            record["initial"] = {v.op.name: sweep.digest(value) for v, value in zip(variables, initial)}
        starts = [initial] + [nudged(initial, i) for i in range(nudges)]
        losses = [train(tf, variables, start, step, built, steps) for start in starts]
        record["losses"] = losses[0]
        if nudges:
            record["spread"] = compare.spread(losses)
    return record


def train(tf, variables, start, step, built, steps):
    """[[loss, …] of each of `steps` steps] from the values `start` of `variables`, on the same batches every time."""
    rng = np.random.RandomState(7)
    with sweep.session(tf) as sess:
        for variable, value in zip(variables, start):
            variable.load(value, sess)
        return [[float(str(sess.run(*run)[0])) for run in step(built, rng)] for _ in range(steps)]


def nudged(values, seed):
    """`values` with half of their nonzero floats moved up by one rounding."""
    rng = np.random.RandomState(seed)
    moved = []
    for value in values:
        up = (rng.uniform(size=value.shape) < 0.5) & (value != 0) & (value.dtype.kind == "f")
        moved.append(np.where(up, np.nextafter(value, np.asarray(np.inf, value.dtype)), value).astype(value.dtype))
    return moved
