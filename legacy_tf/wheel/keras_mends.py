"""What TF 1.15.5's tf.keras does otherwise under today's NumPy, h5py and Python: put right as its modules load."""

import functools

from tensorflow.python.util import nest

from legacy_tf.keras import datasets, mends
from legacy_tf.layers import base
from legacy_tf.wheel import objects

_KERAS = "tensorflow_core.python.keras."


def _training_utils(training_utils):
    """A loss in float32, times the whole number of a batch's images, is float64 in NumPy 1; and so is their sum."""
    ours = training_utils.MetricsAggregator.aggregate

    @functools.wraps(ours)
    def aggregate(self, batch_outs, batch_start=None, batch_end=None):
        ours(self, [mends.wide(batch_outs[0]), *batch_outs[1:]], batch_start, batch_end)

    training_utils.MetricsAggregator.aggregate = aggregate


def _backend(backend):
    """Layers of tf.layers, which are carried without the wheel, and of tf.keras are counted together."""
    backend.PER_GRAPH_OBJECT_NAME_UIDS = base.layers_made


def _base_layer(base_layer):
    base_layer.Layer._trackable_children = objects.children_of


def _saved_model_utils(utils):
    """An argument that a function has is added a second time, which Python's own signatures do not take."""
    ours = utils.maybe_add_training_arg

    @functools.wraps(ours)
    def maybe_add_training_arg(*args, **kwargs):
        function, spec = ours(*args, **kwargs)
        return function, spec and spec._replace(kwonlyargs=list(dict.fromkeys(spec.kwonlyargs)))

    utils.maybe_add_training_arg = maybe_add_training_arg


def _sequential(sequential):
    """Layers of tf.layers are refused, in TF 1.15.5's own words."""
    ours = sequential.Sequential.add

    @functools.wraps(ours)
    def add(self, layer):
        sequential.tf_utils.assert_no_legacy_layers([layer])
        ours(self, layer)

    sequential.Sequential.add = add


def _recurrent(recurrent):
    """Cells of tf.nn.rnn_cell make their variables in a variable scope of their own, which Keras' RNN does not know."""
    ours = recurrent.RNN.__init__

    @functools.wraps(ours)
    def init(self, cell, *args, **kwargs):
        for each in cell if isinstance(cell, (list, tuple)) else [cell]:
            if isinstance(each, base.Layer):
                raise TypeError(
                    f"tf.keras.layers.RNN of a {type(each).__name__} of tf.nn.rnn_cell is not carried: take a cell of "
                    "tf.keras.layers (LSTMCell, GRUCell, SimpleRNNCell), or tf.nn.dynamic_rnn"
                )
        ours(self, cell, *args, **kwargs)

    recurrent.RNN.__init__ = init


def _base_layer_utils(base_layer_utils):
    """The same of models that are made of tensors: a variable of such a layer would be taken for a constant."""
    from legacy_tf.wheel.library.tensorflow_core.python.keras.utils import tf_utils

    ours = base_layer_utils.create_keras_history

    @functools.wraps(ours)
    def create_keras_history(tensors):
        tf_utils.assert_no_legacy_layers(_legacy_layers(nest.flatten(tensors)))
        return ours(tensors)

    base_layer_utils.create_keras_history = create_keras_history


def _legacy_layers(tensors):
    """The layers of tf.layers between Keras' own tensors and these."""
    waiting, seen, found = list(tensors), set(), []
    while waiting:
        tensor = waiting.pop()
        if id(tensor) in seen or not hasattr(tensor, "op") or hasattr(tensor, "_keras_history"):
            continue
        seen.add(id(tensor))
        found += [tensor._of_layer] if hasattr(tensor, "_of_layer") else []
        waiting += tensor.op.inputs
    return found


# module of the source -> function that mends it
MENDS = {
    "keras_preprocessing.image.affine_transformations": mends.affine_transformations,
    _KERAS + "backend": _backend,
    _KERAS + "callbacks": mends.callbacks,
    _KERAS + "datasets.fashion_mnist": datasets.fashion_mnist,
    _KERAS + "datasets.imdb": datasets.ragged,
    _KERAS + "datasets.mnist": datasets.mnist,
    _KERAS + "datasets.reuters": datasets.ragged,
    _KERAS + "engine.base_layer": _base_layer,
    _KERAS + "engine.base_layer_utils": _base_layer_utils,
    _KERAS + "engine.sequential": _sequential,
    _KERAS + "engine.training_utils": _training_utils,
    _KERAS + "layers.recurrent": _recurrent,
    _KERAS + "saving.saved_model.utils": _saved_model_utils,
    _KERAS + "utils.generic_utils": mends.generic_utils,
}
