"""LayerNormBasicLSTMCell."""

from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops, variable_scope

from legacy_tf.contrib.layers import normalization
from legacy_tf.recurrent import base


class LayerNormBasicLSTMCell(base.OfMemory, base.RNNCell):
    """LSTM with layer normalization (arXiv:1607.06450) of its gates and memory, and recurrent dropout
    (arXiv:1603.05118) of what enters the memory: (batch, d), LSTMStateTuple -> (batch, units), LSTMStateTuple.

    Args:
      forget_bias: added to the forget gate.
      layer_norm: whether there is normalization; without it there is a bias.
      norm_gain, norm_shift: gamma's and beta's start.
      dropout_keep_prob, dropout_prob_seed: number or scalar tensor; int or None.
    """

    def __init__(self, num_units, forget_bias=1.0, input_size=None, activation=math_ops.tanh, layer_norm=True,
                 norm_gain=1.0, norm_shift=0.0, dropout_keep_prob=1.0, dropout_prob_seed=None,
                 reuse=None):  # fmt: skip
        super().__init__(_reuse=reuse)
        self._num_units, self._forget_bias, self._activation = num_units, forget_bias, activation
        self._layer_norm, self._gain, self._shift = layer_norm, norm_gain, norm_shift
        self._keep_prob, self._seed = dropout_keep_prob, dropout_prob_seed

    def call(self, inputs, state):
        c, h = state
        joined = array_ops.concat([inputs, h], 1)
        parts = array_ops.split(self._linear(joined), 4, axis=1)
        i, j, f, o = map(self._norm, parts, ("input", "transform", "forget", "output"))
        g = self._activation(j)
        if not isinstance(self._keep_prob, float) or self._keep_prob < 1:
            g = nn_ops.dropout(g, self._keep_prob, seed=self._seed)
        c = c * math_ops.sigmoid(f + self._forget_bias) + math_ops.sigmoid(i) * g
        c = self._norm(c, "state")
        h = self._activation(c) * math_ops.sigmoid(o)
        return h, base.LSTMStateTuple(c, h)

    def _linear(self, x):
        size = 4 * self._num_units
        kernel = variable_scope.get_variable("kernel", [x.shape[-1], size], dtype=x.dtype)
        result = math_ops.matmul(x, kernel)
        if self._layer_norm:
            return result
        return nn_ops.bias_add(result, variable_scope.get_variable("bias", [size], dtype=x.dtype))

    def _norm(self, x, scope):
        if not self._layer_norm:
            return x
        with variable_scope.variable_scope(scope):
            for name, start in (("gamma", self._gain), ("beta", self._shift)):
                initializer = init_ops.constant_initializer(start)
                variable_scope.get_variable(name, shape=x.shape[-1:], initializer=initializer, dtype=x.dtype)
        return normalization.layer_norm(x, reuse=True, scope=scope)
