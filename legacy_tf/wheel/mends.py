"""What is mended in modules of TF 1.15.5's source as they load: names that are carried without it, and what it has
not with it."""

import functools
import importlib
import types

from tensorflow.python.framework import ops

from legacy_tf.carriers import carrier
from legacy_tf.keras.overlay import With
from legacy_tf.table import TABLE, Carried
from legacy_tf.wheel import beams, keras_mends, kernels, objects


def after_loading(name, module):
    """Mends a module that has just been loaded; `name` is dotted, below legacy_tf.wheel.library:
    "tensorflow_core.contrib.layers.python.layers.layers"."""
    top, _, path = name.partition(".contrib.")
    if top == "tensorflow_core":
        package = path.partition(".")[0]
        public = path.replace(f"{package}.python.{package}.", f"{package}.", 1)  # learn.datasets.mnist
        for room in {package, f"{package}.{path.rpartition('.')[2]}", public}:
            _lay_over(f"contrib.{room}", module)
    if name in _MENDS:
        vars(module).update(_MENDS[name](module))
    if name in keras_mends.MENDS:
        keras_mends.MENDS[name](module)


def _lay_over(room, module):
    """Puts what the table carries of a package of tf.contrib, or of a module in it, into a module of its source, so
    that both are one library: the same classes, the same arg_scope, the same graphs."""
    for each in list(vars(module)):
        row = TABLE.get(f"{room}.{each}")
        if isinstance(row, Carried) and not isinstance(getattr(module, each), types.ModuleType):
            setattr(module, each, carrier(row))


def _layers(module):
    """What a beam search takes for the layer on top: one of tf.keras, or of tf.layers, which are not Keras' here."""
    from legacy_tf.layers.base import Layer
    from legacy_tf.wheel.library.tensorflow_core.python.keras import layers

    return {"layers": types.SimpleNamespace(Layer=(layers.Layer, Layer))}


class _AsOperation(type):
    def __call__(cls, *of_node_def):
        return ops.Operation.from_node_def(*of_node_def)

    def __instancecheck__(cls, value):
        return isinstance(value, ops.Operation)


class _Operation(metaclass=_AsOperation):
    """ops.Operation, which was made of a NodeDef, a graph, inputs, …"""


def _algebra(module):
    """What linear operators know of each other, whichever of them was asked for first: TF 1.15 imports it at once."""

    def knowing(function):
        @functools.wraps(function)
        def call(*args, **kwargs):
            importlib.import_module(module.__name__.replace("linear_operator_algebra", "linalg"))
            return function(*args, **kwargs)

        return call

    return {name: knowing(getattr(module, name)) for name in ("adjoint", "cholesky", "inverse", "matmul", "solve")}


_SEQ2SEQ = "tensorflow_core.contrib.seq2seq."
# module -> function of it: its names that are others here
_MENDS = {
    "tensorflow_core.contrib.checkpoint.python.python_state": objects.python_state,
    "tensorflow_core.contrib.copy_graph.python.util.copy_elements": lambda module: {
        "ops": With(module.ops, Operation=_Operation)
    },
    "tensorflow_core.contrib.graph_editor.transform": lambda module: {
        "tf_ops": With(module.tf_ops, Operation=_Operation)
    },
    "tensorflow_core.contrib.optimizer_v2.optimizer_v2": objects.optimizer_v2,
    "tensorflow_core.contrib.util.loader": lambda module: {"load_op_library": kernels.load_op_library},
    "tensorflow_core.python.ops.linalg.linear_operator_algebra": _algebra,
    _SEQ2SEQ + "ops.gen_beam_search_ops": lambda module: {"gather_tree": beams.gather_tree},
    _SEQ2SEQ + "python.ops.beam_search_decoder": _layers,
}
