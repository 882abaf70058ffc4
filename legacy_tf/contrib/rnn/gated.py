"""HighwayWrapper, UGRNNCell, IndRNNCell."""

from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops, variable_scope
from tensorflow.python.util import nest

from legacy_tf.contrib.rnn import linear
from legacy_tf.layers import spec
from legacy_tf.recurrent import base, wrappers


class HighwayWrapper(wrappers.CellWrapper):
    """A cell with a highway connection, R. K. Srivastava et al., arXiv:1505.00387: inputs·carry + output·transform.

    carry = sigmoid(inputs · carry_w + carry_b), carry_b from `carry_bias_init`; transform = 1 − carry, or, if the
    gates are not coupled, a gate of its own. Inputs and output are (batch, size), of one size.
    """

    def __init__(self, cell, couple_carry_transform_gates=True, carry_bias_init=1.0):
        super().__init__(cell)
        self._coupled, self._carry_bias = couple_carry_transform_gates, carry_bias_init

    def _step(self, inputs, state, scope):
        outputs, state = self.cell(inputs, state, scope=scope)
        nest.assert_same_structure(inputs, outputs)
        nest.map_structure(lambda i, o: i.shape.assert_is_compatible_with(o.shape), inputs, outputs)
        return nest.map_structure(self._highway, inputs, outputs), state

    def _highway(self, x, output):
        carry = self._gate(x, "carry", self._carry_bias)
        transform = 1 - carry if self._coupled else self._gate(x, "transform", -self._carry_bias)
        return x * carry + output * transform

    def _gate(self, x, name, start):
        size = x.shape.with_rank(2).dims[1].value
        weights = variable_scope.get_variable(f"{name}_w", [size, size])
        bias = variable_scope.get_variable(f"{name}_b", [size], initializer=init_ops.constant_initializer(start))
        return math_ops.sigmoid(nn_ops.xw_plus_b(x, weights, bias))


class UGRNNCell(base.OfUnits, base.RNNCell):
    """Update-gate RNN, J. Collins et al., arXiv:1611.09913: (batch, d), (batch, units) -> (batch, units).

    g, c = [inputs, state] · kernel + bias; output = state = sigmoid(g + forget_bias)·state + (1 − that)·activation(c)
    """

    def __init__(self, num_units, initializer=None, forget_bias=1.0, activation=math_ops.tanh, reuse=None):
        super().__init__(_reuse=reuse)
        self._num_units, self._initializer, self._forget_bias = num_units, initializer, forget_bias
        self._activation, self._linear = activation, None

    def call(self, inputs, state):
        spec.dimension(inputs.shape.with_rank(2), 1, "UGRNNCell")
        with variable_scope.variable_scope(variable_scope.get_variable_scope(), initializer=self._initializer):
            joined = array_ops.concat([inputs, state], 1)
            self._linear = self._linear or linear.Linear(joined, 2 * self._num_units)
            g, c = array_ops.split(self._linear(joined), 2, axis=1)
            c = self._activation(c)
            g = math_ops.sigmoid(g + self._forget_bias)
            output = g * state + (1.0 - g) * c
        return output, output


class IndRNNCell(base.SizedCell):
    """Independently recurrent network, S. Li et al., arXiv:1803.04831: (batch, d), (batch, units) -> (batch, units).

    output = state = activation(inputs · kernel_w + state·kernel_u + bias); kernel_u (1, units) from uniform (−1, 1).
    """

    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None):
        super().__init__(num_units, activation, name, dtype, _reuse=reuse)

    def build(self, input_shape):
        self._kernel = self.add_weight("kernel_w", [spec.dimension(input_shape, 1, "IndRNNCell"), self._num_units])
        uniform = init_ops.random_uniform_initializer(-1, 1)
        self._of_state = self.add_weight("kernel_u", [1, self._num_units], initializer=uniform)
        self._bias = self.add_weight("bias", [self._num_units], initializer=init_ops.zeros_initializer())
        self.built = True

    def call(self, inputs, state):
        output = math_ops.matmul(inputs, self._kernel) + state * self._of_state
        output = self._activation(nn_ops.bias_add(output, self._bias))
        return output, output
