"""The cells whose state is their output: BasicRNNCell and GRUCell."""

from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops

from legacy_tf.layers import by_name, spec
from legacy_tf.recurrent import base


class BasicRNNCell(base.SizedCell):
    """output = state = activation([inputs, state] · kernel + bias): (batch, d), (batch, units) -> (batch, units).

    kernel: (d + units, units), bias: (units,), zeros at the start.
    """

    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        super().__init__(num_units, activation, name, dtype, _reuse=reuse, **kwargs)

    def build(self, input_shape):
        features = spec.dimension(input_shape, -1, "BasicRNNCell")
        base.check_float(self.dtype)
        self._kernel = self.add_weight("kernel", [features + self._num_units, self._num_units])
        self._bias = self.add_weight("bias", [self._num_units], initializer=init_ops.zeros_initializer())
        self.built = True

    def call(self, inputs, state):
        self._check(inputs, state)
        output = math_ops.matmul(array_ops.concat([inputs, state], 1), self._kernel)
        output = self._activation(nn_ops.bias_add(output, self._bias))
        return output, output


class GRUCell(base.SizedCell):
    """Gated recurrent unit, K. Cho et al., arXiv:1406.1078: (batch, d), (batch, units) -> (batch, units).

    r, u = sigmoid([inputs, state] · gates/kernel + gates/bias)            gates/kernel: (d + units, 2·units)
    c = activation([inputs, r·state] · candidate/kernel + candidate/bias)  candidate/kernel: (d + units, units)
    output = state = u·state + (1 − u)·c

    The biases are 1 for the gates and 0 for the candidate at the start, where no initializer is given.
    """

    def __init__(self, num_units, activation=None, reuse=None, kernel_initializer=None, bias_initializer=None,
                 name=None, dtype=None, **kwargs):  # fmt: skip
        super().__init__(num_units, activation, name, dtype, _reuse=reuse, **kwargs)
        self._kernel_initializer = by_name.initializer(kernel_initializer)
        self._bias_initializer = by_name.initializer(bias_initializer)

    def build(self, input_shape):
        rows = spec.dimension(input_shape, -1, "GRUCell") + self._num_units
        base.check_float(self.dtype)
        self._gate_kernel, self._gate_bias = self._weights("gates", rows, 2 * self._num_units, 1.0)
        self._candidate_kernel, self._candidate_bias = self._weights("candidate", rows, self._num_units, 0.0)
        self.built = True

    def _weights(self, part, rows, columns, start):
        kernel = self.add_weight(part + "/kernel", [rows, columns], initializer=self._kernel_initializer)
        start = init_ops.constant_initializer(start) if start else init_ops.zeros_initializer()  # they are named apart
        initializer = start if self._bias_initializer is None else self._bias_initializer
        return kernel, self.add_weight(part + "/bias", [columns], initializer=initializer)

    def call(self, inputs, state):
        self._check(inputs, state)
        gates = math_ops.matmul(array_ops.concat([inputs, state], 1), self._gate_kernel)
        gates = math_ops.sigmoid(nn_ops.bias_add(gates, self._gate_bias))
        r, u = array_ops.split(gates, 2, axis=1)
        reset = r * state
        candidate = math_ops.matmul(array_ops.concat([inputs, reset], 1), self._candidate_kernel)
        candidate = self._activation(nn_ops.bias_add(candidate, self._candidate_bias))
        output = u * state + (1 - u) * candidate
        return output, output
