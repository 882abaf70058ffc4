"""Cells with a linear map or an embedding around them."""

import math

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, init_ops, math_ops, nn_ops, variable_scope

from legacy_tf.recurrent import wrappers


class Linear:
    """[x, y …] · kernel + bias: tensors (batch, d1), (batch, d2) … -> (batch, output_size).

    The variables `kernel` and `bias`, made in the current scope when the object is made, serve every call.
    `examples`: a tensor or a list of tensors, of which only shapes and dtype count; ValueError if these can't do.
    """

    def __init__(self, examples, output_size):
        shapes = [x.shape for x in _as_list(examples)]
        if not all(shape.ndims == 2 and shape.dims[1].value is not None for shape in shapes):
            raise ValueError(f"a linear map takes matrices with a known number of columns, not {shapes}")
        columns, dtype = sum(shape.dims[1].value for shape in shapes), _as_list(examples)[0].dtype
        # the scopes are entered as TF 1.15 did: every entrance takes a name
        with variable_scope.variable_scope(variable_scope.get_variable_scope()) as outer:
            self._kernel = variable_scope.get_variable("kernel", [columns, output_size], dtype=dtype)
            with variable_scope.variable_scope(outer) as inner:
                inner.set_partitioner(None)
                zeros = init_ops.constant_initializer(0.0)
                self._bias = variable_scope.get_variable("bias", [output_size], dtype=dtype, initializer=zeros)

    def __call__(self, inputs):
        inputs = _as_list(inputs)
        if len(inputs) > 1:
            inputs = [array_ops.concat(inputs, constant_op.constant(1, dtype=dtypes.int32))]
        return nn_ops.bias_add(math_ops.matmul(inputs[0], self._kernel), self._bias)


def _as_list(x):
    return x if isinstance(x, (list, tuple)) else [x]


class EmbeddingWrapper(wrappers.AroundCell):
    """A cell that reads numbers of symbols, int (batch,) or (batch, 1), by rows of `embedding`: (classes, size).

    The embedding starts uniform with variance 1, if no initializer is given here or by the scope.
    Raises ValueError unless both sizes are positive.
    """

    def __init__(self, cell, embedding_classes, embedding_size, initializer=None, reuse=None):
        super().__init__(cell, _reuse=reuse)
        if embedding_classes <= 0 or embedding_size <= 0:
            raise ValueError(f"an embedding can't be of {embedding_classes} classes and size {embedding_size}")
        self._shape, self._initializer = [embedding_classes, embedding_size], initializer

    def call(self, inputs, state):
        with ops.device("/cpu:0"):
            initializer = self._initializer or variable_scope.get_variable_scope().initializer
            if not initializer:
                initializer = init_ops.random_uniform_initializer(-math.sqrt(3), math.sqrt(3))
            dtype = state[0].dtype if isinstance(state, tuple) else state.dtype
            embedding = variable_scope.get_variable("embedding", self._shape, dtype, initializer)
            return self.cell(embedding_ops.embedding_lookup(embedding, array_ops.reshape(inputs, [-1])), state)


class InputProjectionWrapper(wrappers.AroundCell):
    """A cell that reads activation(inputs · kernel + bias), (batch, num_proj)."""

    def __init__(self, cell, num_proj, activation=None, input_size=None, reuse=None):
        super().__init__(cell, _reuse=reuse)
        self._num_proj, self._activation, self._linear = num_proj, activation, None

    def call(self, inputs, state):
        self._linear = self._linear or Linear(inputs, self._num_proj)
        projected = self._linear(inputs)
        return self.cell(self._activation(projected) if self._activation else projected, state)


class OutputProjectionWrapper(wrappers.AroundCell):
    """A cell whose output is activation(output · kernel + bias), (batch, output_size).

    Raises ValueError unless the size is positive.
    """

    def __init__(self, cell, output_size, activation=None, reuse=None):
        super().__init__(cell, _reuse=reuse)
        if output_size < 1:
            raise ValueError(f"output_size {output_size} is no size: it has to be positive")
        self._output_size, self._activation, self._linear = output_size, activation, None

    @property
    def output_size(self):
        """Size of the projection."""
        return self._output_size

    def call(self, inputs, state):
        output, state = self.cell(inputs, state)
        self._linear = self._linear or Linear(output, self._output_size)
        projected = self._linear(output)
        return self._activation(projected) if self._activation else projected, state
