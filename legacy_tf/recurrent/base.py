"""tf.nn.rnn_cell.RNNCell: a layer of two inputs and two outputs, (inputs, state) -> (output, new state)."""

import collections

from tensorflow.python.framework import dtypes, ops, tensor_util
from tensorflow.python.ops import array_ops, math_ops, rnn_cell_impl, variable_scope, variables
from tensorflow.python.util import nest

from legacy_tf.layers import base, by_name, spec


class LSTMStateTuple(collections.namedtuple("LSTMStateTuple", ("c", "h"))):
    """An LSTM's state: `c`, the memory, and `h`, the output; both (batch, units), or their sizes."""

    __slots__ = ()

    @property
    def dtype(self):
        """The dtype of both; TypeError where they differ."""
        if self.c.dtype != self.h.dtype:
            raise TypeError(f"c is of {self.c.dtype}, h of {self.h.dtype}: an LSTM's state has one dtype")
        return self.c.dtype


class RNNCell(base.Layer):
    """Base of cells that make their variables in `call`, by tf.get_variable; users derive their own.

    A cell has `state_size` (int, TensorShape or a tuple of these), `output_size` (int or TensorShape) and
    `call(inputs, state) -> (output, new state)`.
    """

    def __call__(self, inputs, state, scope=None):
        """(output, new state) after one step. `scope`: name or VariableScope of the variables, default: the class's."""
        if scope is not None:
            with variable_scope.variable_scope(scope, custom_getter=self._remember_variable) as scope:
                return super().__call__(inputs, state, scope=scope)
        if "_outer_scope" not in self.__dict__:  # the scope of the first call is entered again by every later one
            self._outer_scope = variable_scope.variable_scope(
                variable_scope.get_variable_scope(), custom_getter=self._remember_variable
            )
        with self._outer_scope:
            return super().__call__(inputs, state)

    @property
    def state_size(self):
        """Size or sizes of the state, without the batch."""
        raise NotImplementedError(f"{type(self).__name__} has to define state_size")

    @property
    def output_size(self):
        """Size of the output, without the batch."""
        raise NotImplementedError(f"{type(self).__name__} has to define output_size")

    def build(self, input_shape):
        """Nothing: `call` makes the variables."""

    def zero_state(self, batch_size, dtype):
        """Zeros of the state's structure, each (batch_size, size). `batch_size`: int or a scalar tensor."""
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return rnn_cell_impl._zero_state_tensors(self.state_size, batch_size, dtype)

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        """`zero_state` for the batch size and dtype of `inputs`, or for those given; ValueError if they disagree."""
        if inputs is not None:
            inputs = ops.convert_to_tensor(inputs, name="inputs")
            size = inputs.shape.dims[0].value
            if batch_size is not None:
                given = tensor_util.constant_value(batch_size) if tensor_util.is_tf_type(batch_size) else batch_size
                if given != size:
                    raise ValueError(f"batch_size is {given}, and the batch of the inputs {size}: leave one out")
            if dtype is not None and inputs.dtype != dtype:
                raise ValueError(f"dtype is {dtype}, and that of the inputs {inputs.dtype.name}: leave one out")
            batch_size, dtype = size or array_ops.shape(inputs)[0], inputs.dtype
        if batch_size is None or dtype is None:
            raise ValueError("an initial state takes its size and type from `inputs`, or from `batch_size` and `dtype`")
        return self.zero_state(batch_size, dtype)

    def _remember_variable(self, getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        part = variable[0] if isinstance(variable, variables.PartitionedVariable) else variable
        trainable = any(part is v for v in variables.trainable_variables())
        weights = self._trainable if trainable else self._not_trainable
        if all(variable is not weight for weight in weights):
            weights.append(variable)
        return variable


class LayerRNNCell(RNNCell):
    """Base of cells that make their variables in `build`, by `add_weight`."""

    def __call__(self, inputs, state, scope=None, *args, **kwargs):
        """(output, new state) after one step. `scope`: name or VariableScope of the variables, default: the class's."""
        return base.Layer.__call__(self, inputs, state, *args, scope=scope, **kwargs)


class OfUnits:
    """Mixin: the state and the output are as wide as the cell has units, `_num_units`."""

    @property
    def state_size(self):
        """Size of the state: the number of units."""
        return self._num_units

    @property
    def output_size(self):
        """Size of the output: the number of units."""
        return self._num_units


class OfMemory(OfUnits):
    """Mixin: an LSTM's state, memory and output of `_num_units` each."""

    @property
    def state_size(self):
        """LSTMStateTuple of the number of units, twice."""
        return LSTMStateTuple(self._num_units, self._num_units)


class SizedCell(OfUnits, LayerRNNCell):
    """Base of the cells below: `num_units` units, inputs (batch, features) of a float dtype."""

    def __init__(self, num_units, activation, name, dtype, **kwargs):
        super().__init__(name=name, dtype=dtype, **kwargs)
        check_float(self.dtype)
        self.input_spec = spec.InputSpec(ndim=2)
        self._num_units = num_units
        self._activation = activation_or_tanh(activation)

    def _check(self, *tensors):
        for tensor in nest.flatten(tensors):
            check_float(tensor.dtype)


def activation_or_tanh(given):
    """The activation function `given`, or of that name, or tanh."""
    return by_name.activation(given or math_ops.tanh) or (lambda x: x)


def check_float(dtype):
    """ValueError unless `dtype` is None or of floating-point or complex numbers."""
    if dtype is not None:
        dtype = dtypes.as_dtype(dtype)
        if not (dtype.is_floating or dtype.is_complex):
            raise ValueError(f"a recurrent cell computes with floating-point numbers, not {dtype.name}: cast the input")
