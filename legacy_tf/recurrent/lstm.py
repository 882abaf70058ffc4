"""BasicLSTMCell and LSTMCell: S. Hochreiter, J. Schmidhuber, Long short-term memory, 1997, with forget gates.

i, j, f, o = [inputs, h] · kernel + bias            kernel: (d + size of h, 4·units), bias: (4·units,)
c' = sigmoid(f + forget_bias)·c + sigmoid(i)·activation(j)
h' = sigmoid(o)·activation(c')
"""

from tensorflow.python.framework import constant_op, dtypes
from tensorflow.python.ops import array_ops, clip_ops, init_ops, math_ops, nn_ops, partitioned_variables
from tensorflow.python.platform import tf_logging

from legacy_tf.layers import by_name, spec
from legacy_tf.recurrent import base


class _LSTM(base.SizedCell):
    def __init__(self, num_units, forget_bias, state_is_tuple, activation, reuse, name, dtype, **kwargs):
        super().__init__(num_units, activation, name, dtype, _reuse=reuse, **kwargs)
        self._forget_bias, self._state_is_tuple = forget_bias, state_is_tuple
        if not state_is_tuple:
            tf_logging.warning(
                "%s: Using a concatenated state is slower and will soon be deprecated.  Use state_is_tuple=True.", self
            )

    @property
    def state_size(self):
        """LSTMStateTuple of sizes, or their sum without `state_is_tuple`."""
        size = base.LSTMStateTuple(self._num_units, self.output_size)
        return size if self._state_is_tuple else sum(size)

    def _joined(self, c, h):
        return base.LSTMStateTuple(c, h) if self._state_is_tuple else array_ops.concat([c, h], 1)


class BasicLSTMCell(_LSTM):
    """LSTM without options: (batch, d), state -> (batch, units), state. The equations are the module's.

    The state is an LSTMStateTuple, or without `state_is_tuple` a tensor (batch, 2·units).
    """

    def __init__(self, num_units, forget_bias=1.0, state_is_tuple=True, activation=None, reuse=None, name=None,
                 dtype=None, **kwargs):  # fmt: skip
        super().__init__(num_units, forget_bias, state_is_tuple, activation, reuse, name, dtype, **kwargs)

    def build(self, input_shape):
        rows = spec.dimension(input_shape, -1, "BasicLSTMCell") + self._num_units
        base.check_float(self.dtype)
        self._kernel = self.add_weight("kernel", [rows, 4 * self._num_units])
        self._bias = self.add_weight("bias", [4 * self._num_units], initializer=init_ops.zeros_initializer())
        self.built = True

    def call(self, inputs, state):
        self._check(inputs, state)
        one = constant_op.constant(1, dtype=dtypes.int32)
        c, h = state if self._state_is_tuple else array_ops.split(state, 2, axis=one)
        gates = math_ops.matmul(array_ops.concat([inputs, h], 1), self._kernel)
        i, j, f, o = array_ops.split(nn_ops.bias_add(gates, self._bias), 4, axis=one)
        forget_bias = constant_op.constant(self._forget_bias, dtype=f.dtype)
        kept = math_ops.multiply(c, math_ops.sigmoid(math_ops.add(f, forget_bias)))
        c = math_ops.add(kept, math_ops.multiply(math_ops.sigmoid(i), self._activation(j)))
        h = math_ops.multiply(self._activation(c), math_ops.sigmoid(o))
        return h, self._joined(c, h)


class LSTMCell(_LSTM):
    """LSTM with options: (batch, d), state -> (batch, num_proj or units), state. The equations are the module's.

    Args:
      use_peepholes: the gates look at the memory: f + w_f_diag·c, i + w_i_diag·c, o + w_o_diag·c'; w_*_diag: (units,).
      cell_clip: c' is clipped to [-cell_clip, cell_clip].
      initializer: of all weights but the bias, which starts from zeros.
      num_proj: h' is projected to this size by projection/kernel: (units, num_proj).
      proj_clip: the projection is clipped to [-proj_clip, proj_clip].
      num_unit_shards, num_proj_shards: in how many parts the kernels are stored.
    """

    def __init__(self, num_units, use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, proj_clip=None,
                 num_unit_shards=None, num_proj_shards=None, forget_bias=1.0, state_is_tuple=True, activation=None,
                 reuse=None, name=None, dtype=None, **kwargs):  # fmt: skip
        super().__init__(num_units, forget_bias, state_is_tuple, activation, reuse, name, dtype, **kwargs)
        self._use_peepholes, self._initializer = use_peepholes, by_name.initializer(initializer)
        self._num_proj, self._cell_clip, self._proj_clip = num_proj, cell_clip, proj_clip
        self._num_unit_shards, self._num_proj_shards = num_unit_shards, num_proj_shards

    @property
    def output_size(self):
        """Size of the output: `num_proj`, or the number of units."""
        return self._num_proj or self._num_units

    def build(self, input_shape):
        rows = spec.dimension(input_shape, -1, "LSTMCell") + self.output_size
        base.check_float(self.dtype)
        weights = dict(initializer=self._initializer)
        self._kernel = self.add_weight(
            "kernel", [rows, 4 * self._num_units], partitioner=_in_parts(self._num_unit_shards), **weights
        )
        self._bias = self.add_weight("bias", [4 * self._num_units], initializer=init_ops.zeros_initializer())
        if self._use_peepholes:
            self._of_f, self._of_i, self._of_o = (
                self.add_weight(f"w_{gate}_diag", [self._num_units], **weights) for gate in "fio"
            )
        if self._num_proj is not None:
            self._projection = self.add_weight(
                "projection/kernel", [self._num_units, self._num_proj],
                partitioner=_in_parts(self._num_proj_shards), **weights,
            )  # fmt: skip
        self.built = True

    def call(self, inputs, state):
        self._check(inputs, state)
        if self._state_is_tuple:
            c, h = state
        else:
            c = array_ops.slice(state, [0, 0], [-1, self._num_units])
            h = array_ops.slice(state, [0, self._num_units], [-1, self.output_size])
        spec.dimension(inputs.shape.with_rank(2), 1, "LSTMCell")
        gates = math_ops.matmul(array_ops.concat([inputs, h], 1), self._kernel)
        i, j, f, o = array_ops.split(nn_ops.bias_add(gates, self._bias), 4, axis=1)
        f = f + self._forget_bias
        if self._use_peepholes:
            c = math_ops.sigmoid(f + self._of_f * c) * c + math_ops.sigmoid(i + self._of_i * c) * self._activation(j)
        else:
            c = math_ops.sigmoid(f) * c + math_ops.sigmoid(i) * self._activation(j)
        c = _clipped(c, self._cell_clip)
        if self._use_peepholes:
            o = o + self._of_o * c
        h = math_ops.sigmoid(o) * self._activation(c)
        if self._num_proj is not None:
            h = _clipped(math_ops.matmul(h, self._projection), self._proj_clip)
        return h, self._joined(c, h)


def _in_parts(shards):
    return None if shards is None else partitioned_variables.fixed_size_partitioner(shards)


def _clipped(x, limit):
    return x if limit is None else clip_ops.clip_by_value(x, -limit, limit)
