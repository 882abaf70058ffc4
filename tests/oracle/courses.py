"""Courses end to end: the reproductions' own `build(options)` and steps, with the data that `next_batch` serves, as a
person runs them under a seed. The same code asks TensorFlow 1.15.5 and today's. Python 3.7's syntax.
"""

import contextlib
import importlib
import io

import numpy as np

from oracle import compare, data, sweep
from oracle.graphs import nudged

# name: (module, the command line, steps)
COURSES = {
    "lecture13/vae a": ("reproductions.lecture13.vae", ["--architecture", "a"], 100),
    "lecture13/vae b": ("reproductions.lecture13.vae", ["--architecture", "b", "--seed", "42"], 100),
    "lecture13/vae c": ("reproductions.lecture13.vae", ["--architecture", "c"], 100),
    "lecture13/vae d": ("reproductions.lecture13.vae", ["--architecture", "d", "--validation-size", "0"], 100),
    "homework6/autoencoder": ("reproductions.homework6.autoencoder", [], 100),
    "homework6/denoiser, as printed": (
        "reproductions.homework6.denoiser",
        ["--as-printed", "--batch-size", "50"],
        100,
    ),
    "homework6/denoiser": ("reproductions.homework6.denoiser", ["--batch-size", "50"], 100),
    "homework6/gan, as printed": ("reproductions.homework6.gan", ["--as-printed", "--batch-size", "8"], 50),
    "lecture13/dcgan, narrow": ("reproductions.lecture13.dcgan", ["--width", "0.0625", "--batch-size", "16"], 20),
}


def run_course(tf, name, nudges=0):
    """Losses of the course's first steps, all of them, and how far TensorFlow itself parts (see graphs.run_graph)."""
    module, arguments, steps = COURSES[name]
    program = importlib.import_module(module)
    options = program.options(arguments + ["--data-dir", data.MNIST])
    runs = [train(tf, program, options, steps, nudge) for nudge in [None, *range(nudges)]]
    record = {"losses": runs[0]}
    if nudges:
        record["spread"] = compare.spread(runs)
    return record


def train(tf, program, options, steps, nudge):
    """[[loss, …] of each step]; `nudge`: seed of the roundings by which the weights are moved at the start, or None."""
    tf.reset_default_graph()
    tf.set_random_seed(options.seed)
    np.random.seed(options.seed)
    with contextlib.redirect_stdout(io.StringIO()):
        training = program.build(options)
    variables = tf.global_variables()
    initialize = tf.global_variables_initializer()
    with sweep.session(tf) as session:
        session.run(initialize)
        if nudge is not None:
            for variable, value in zip(variables, nudged(session.run(variables), nudge)):
                variable.load(value, session)
        losses = [training.step(session, training.batch()) for _ in range(steps)]
    measured = [name for name, value in losses[0].items() if value is not None]  # at every step
    return [[float(str(each[name])) for name in measured] for each in losses]
