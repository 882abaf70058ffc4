"""A small Keras model trained for some steps: what standalone Keras 2.3.1 makes of it. Python 3.7's syntax."""

import contextlib
import importlib
import io
import sys
from functools import partial

import numpy as np

from oracle import compare, sweep

SEED = 1337  # np.random.seed of each case
NUDGE = 1e-7  # by how much of themselves weights are moved: float32's rounding


def library(tf):
    """Keras 2.3.1: the installed one under TensorFlow 1.15.5, here that of legacy_tf."""
    with contextlib.redirect_stderr(io.StringIO()):  # it says which backend it uses
        return importlib.import_module("keras" if tf.__version__.startswith("1.") else "legacy_tf.keras.library.keras")


def is_there():
    """Whether there is a Keras 2.3.1 to ask: under TensorFlow 1.15.5 always."""
    from legacy_tf.keras import place

    return sys.version_info < (3, 8) or place.is_there()


def data(*shape, **kwargs):
    """Float32 numbers in [0, 1), the same in every process and NumPy."""
    return np.random.RandomState(kwargs.get("seed", 0)).uniform(size=shape).astype("float32")


def labels(count, classes, seed=1):
    """Whole numbers below `classes`, shape (count,)."""
    return np.random.RandomState(seed).randint(classes, size=count)


def run(tf, case, nudges=0):
    """The record of `case(keras, course)`: seeds, initial weights, names, losses.

    nudges: how often to train again from weights moved by a rounding, which gives "spread".
    """
    return repeated(partial(_course, tf, library(tf), case), nudges)


def repeated(course_of, nudges):
    """The record of `course_of(None)`, and how far the losses of `course_of(RandomState)`, which moves the weights by a
    rounding, are apart from it and from one another: "spread"."""
    courses = [course_of(nudging) for nudging in [None, *map(np.random.RandomState, range(nudges))]]
    for course in courses:  # rows of one length, so that none is cut short where they are compared
        rows = course.record.get("losses", [])
        rows[:] = [row + [1.0] * (max(map(len, rows)) - len(row)) for row in rows]
    record = courses[0].record
    if nudges and "losses" in record:
        record["spread"] = compare.spread([course.record["losses"] for course in courses])
    return record


def _course(tf, keras, case, nudging):
    keras.backend.clear_session()  # layers are counted from 1 again
    np.random.seed(SEED)
    session = sweep.session(tf)
    keras.backend.set_session(session)
    course = Course(keras, nudging)
    with contextlib.redirect_stdout(io.StringIO()) as course.printed:
        case(keras, course)
    course.record["random"] = sweep.random_ops(session.graph)
    course.record["data"]["the next random number"] = int(np.random.randint(10**6))
    session.close()
    keras.backend.clear_session()
    return course


class Course:
    """Collects a case's record. "data" is compared exactly, "values" as one op's, "losses" along the course."""

    def __init__(self, keras, nudging):
        self.keras, self.nudging, self.printed = keras, nudging, None
        self.added = 0.0  # to all losses of a row: what is zero has no relative error
        self.record = {"initial": {}, "data": {}}

    def begin(self, *models):
        """Takes down the names and weights that models start with; moves the weights, if that is asked."""
        for model in models:
            values = model.get_weights()
            for i, (weight, value) in enumerate(zip(model.weights, values)):
                self.record["initial"]["{}/{} {}".format(model.name, i, weight.name)] = sweep.digest(value)
            self.say("layers of " + model.name, [layer.name for layer in model.layers])
            self.say("metrics of " + model.name, getattr(model, "metrics_names", None))
            if self.nudging:
                model.set_weights([v * (1 + NUDGE * self.nudging.normal(size=v.shape)).astype(v.dtype) for v in values])

    def say(self, name, value):
        """Takes down something that must be equal: words, whole numbers."""
        self.record["data"][name] = value

    def value(self, name, array):
        """Takes down numbers that nothing has been trained for."""
        self.record.setdefault("values", {})[name] = sweep.plain(array)

    def row(self, *losses):
        """Takes down the losses of a step: numbers, or what train_on_batch and evaluate return."""
        flat = [float("%.8g" % (x + self.added)) for x in np.hstack([np.ravel(each) for each in losses])]
        self.record.setdefault("losses", []).append(flat)

    def fit(self, model, *args, **options):
        """`fit` (or what `how` names), a row a step; then a row of the last epoch's history."""
        names = model.metrics_names
        watch = self.keras.callbacks.LambdaCallback(
            on_batch_end=lambda batch, logs: self.row([logs[name] for name in names])
        )
        callbacks = options.pop("callbacks", []) + [watch]
        how = options.pop("how", "fit")
        history = getattr(model, how)(*args, callbacks=callbacks, **dict(dict(verbose=0), **options)).history
        self.say("history of " + model.name, {name: type(values[-1]).__name__ for name, values in history.items()})
        self.row([history[name][-1] for name in sorted(history)])
        return history
