"""What Keras 2.3.1 does otherwise under today's NumPy: put right as its modules load."""

import functools

import numpy as np

from legacy_tf.keras import datasets, steps
from legacy_tf.keras.overlay import With


def after_loading(name, module):
    """Mends a module of Keras ("keras.callbacks.callbacks") that has just been loaded."""
    if name in _MENDS:
        _MENDS[name](module)


def callbacks(callbacks):
    """A loss in float32, times the whole number of a batch's images, is float64 in NumPy 1; and so is their mean.
    What a metric has counted itself stays as it is."""
    ours = callbacks.BaseLogger.on_batch_end

    @functools.wraps(ours)
    def on_batch_end(self, batch, logs=None):
        kept = self.stateful_metrics
        ours(self, batch, {name: value if name in kept else wide(value) for name, value in (logs or {}).items()})

    callbacks.BaseLogger.on_batch_end = on_batch_end


def generic_utils(generic_utils):
    """The same for the means that the progress bar shows."""
    ours = generic_utils.Progbar.update

    @functools.wraps(ours)
    def update(self, current, values=None):
        ours(self, current, [(name, wide(value)) for name, value in values or []])

    generic_utils.Progbar.update = update


def wide(value):
    """A number as NumPy 1 adds it to Python's: float32 becomes float64."""
    return np.float64(value) if isinstance(value, np.float32) else value


def _initializers(initializers):
    """`Orthogonal` takes singular vectors, whose signs LAPACK chooses otherwise today."""
    from legacy_tf.keras import old_svd

    initializers.np = With(np, linalg=With(np.linalg, svd=old_svd.svd))


def _optimizers(optimizers):
    classes = {each for each in vars(optimizers).values() if isinstance(each, type)}  # some have two names
    for optimizer in classes:
        if "get_updates" in vars(optimizer):
            optimizer.get_updates = steps.in_order(optimizer.get_updates)


def _training(training):
    training.Model._make_train_function = steps.with_model(training.Model._make_train_function)


def affine_transformations(affine_transformations):
    """Pictures that are neither turned nor moved, only flipped, don't need SciPy."""
    theirs = affine_transformations.apply_affine_transform

    @functools.wraps(theirs)
    def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, **options):
        if (theta, tx, ty, shear, zx, zy) == (0, 0, 0, 0, 1, 1):
            return x
        return theirs(x, theta, tx, ty, shear, zx, zy, **options)

    affine_transformations.apply_affine_transform = apply_affine_transform


def _scikit_learn(wrappers):
    """scikit-learn asks by a method what an estimator is, since 1.6. These never said, so their folds stay plain."""

    def tags(self):
        from sklearn.base import BaseEstimator

        return BaseEstimator().__sklearn_tags__()

    wrappers.BaseWrapper.__sklearn_tags__ = tags


_MENDS = {
    "keras.callbacks.callbacks": callbacks,
    "keras.datasets.imdb": datasets.ragged,
    "keras.datasets.mnist": datasets.mnist,
    "keras.datasets.reuters": datasets.ragged,
    "keras.engine.training": _training,
    "keras.initializers": _initializers,
    "keras.optimizers": _optimizers,
    "keras.utils.generic_utils": generic_utils,
    "keras.wrappers.scikit_learn": _scikit_learn,
    "keras_preprocessing.image.affine_transformations": affine_transformations,
}
