"""tf.keras.layers of TF 1.15 in graph mode, as far as the courses use them beside tf.layers: Dense, Conv2D,
Conv2DTranspose. Their variables are resources, named by the name scope and not by a variable scope, and never shared.
"""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import variable_v1

from legacy_tf.layers import base, by_name, convolutional, core, transposed


class _KerasLayer(base.Layer):
    """What Keras does otherwise than tf.layers.Layer: names count from zero, weights are plain resource variables."""

    def _unique_name(self):
        base_name, count = self._counted_name()
        return f"{base_name}_{count - 1}" if count > 1 else base_name

    def __call__(self, inputs, *args, **kwargs):
        with ops.name_scope(self.name):
            return self._build_and_call(inputs, *args, **kwargs)

    def add_weight(self, name, shape, dtype=None, initializer=None, regularizer=None, trainable=True, constraint=None):
        """A resource variable of the layer; `regularizer`'s value enters the layer's `losses`, as in Keras, and no
        collection."""
        dtype = dtypes.as_dtype(dtype or self.dtype)
        initializer = by_name.initializer(initializer or "glorot_uniform")
        variable = variable_v1.VariableV1(
            lambda: initializer(shape, dtype=dtype), name=name, trainable=self.trainable and trainable,
            constraint=constraint, use_resource=True,
        )  # fmt: skip
        (self._trainable if trainable else self._not_trainable).append(variable)
        regularizer = by_name.regularizer(regularizer)
        if regularizer is not None:
            self._weight_losses.append(lambda: self._weight_loss(variable.op.name, variable, regularizer))
        return variable


class Dense(_KerasLayer, core.Dense):
    """As tf.layers.Dense; activations, initializers and regularizers by name too."""


class Conv2D(_KerasLayer, convolutional.Conv2D):
    """As tf.layers.Conv2D."""


class Conv2DTranspose(_KerasLayer, transposed.Conv2DTranspose):
    """As tf.layers.Conv2DTranspose."""
