"""tf.contrib.layers: beta, gamma and the moving averages of the normalizations."""

from typing import NamedTuple

from tensorflow.python.ops import init_ops, variable_scope

from legacy_tf.contrib.framework.variables import model_variable
from legacy_tf.contrib.layers import collecting

STARTS = {  # what a parameter starts from, unless param_initializers says otherwise
    "beta": init_ops.zeros_initializer(),
    "gamma": init_ops.ones_initializer(),
    "moving_mean": init_ops.zeros_initializer(),
    "moving_variance": init_ops.ones_initializer(),
}


class Parameters(NamedTuple):
    """The parameters of one normalization, made in the current variable scope."""

    shape: list
    initializers: dict  # by name, like `regularizers`; None: none
    regularizers: dict
    collections: list  # or dict of lists by name, or None
    trainable: bool

    def make(self, name, dtype):
        """The model variable `name`; a moving average is neither trained nor regularized."""
        regularizers, trainable = (None, False) if name.startswith("moving") else (self.regularizers, self.trainable)
        return model_variable(
            name, self.shape, dtype, (self.initializers or {}).get(name, STARTS[name]), (regularizers or {}).get(name),
            trainable, collecting.collections_for(self.collections, name),
        )  # fmt: skip

    def make_moving(self, dtype):
        """moving_mean and moving_variance, not partitioned."""
        with variable_scope.variable_scope(variable_scope.get_variable_scope()) as scope:
            scope.set_partitioner(None)
            return self.make("moving_mean", dtype), self.make("moving_variance", dtype)
