"""LSTMBlockFusedCell: an LSTM over a whole sequence as one op."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, gen_rnn_ops, math_ops
from tensorflow.python.ops.array_ops_stack import stack, unstack

from legacy_tf.contrib.rnn import blocks
from legacy_tf.layers import base, spec
from legacy_tf.recurrent.base import LSTMStateTuple


class LSTMBlockWrapper(base.Layer):
    """Base of fused LSTMs: lists, initial states and lengths around `_call_cell`, which a derived class defines.

    Called with (time, batch, d) or a list of (batch, d), and with `initial_state` (c, h) or `dtype`; gives (outputs in
    the form of the inputs, LSTMStateTuple). `sequence_length`: int (batch,), outputs beyond it are 0.
    """

    @property
    def num_units(self):
        """The number of units."""
        raise NotImplementedError(f"{type(self).__name__} has to define num_units")

    def _call_cell(self, inputs, initial_cell_state, initial_output, dtype, sequence_length):
        """(memories, outputs), each (time, batch, units)."""
        raise NotImplementedError(f"{type(self).__name__} has to define _call_cell")

    def call(self, inputs, initial_state=None, dtype=None, sequence_length=None):
        is_list = isinstance(inputs, list)
        if is_list:
            inputs = stack(inputs)
        time, batch, features = inputs.shape.with_rank(3).as_list()
        if not features:
            raise ValueError(f"{type(self).__name__} takes (time, batch, d) with a known d, not {inputs.shape}")
        batch = array_ops.shape(inputs)[1] if batch is None else batch
        time = array_ops.shape(inputs)[0] if time is None else time
        if initial_state is None:
            if dtype is None:
                raise ValueError("without an initial_state its dtype is needed: give dtype")
            initial_state = [array_ops.zeros(stack([batch, self.num_units]), dtype=dtype)] * 2
        elif len(initial_state) != 2:
            raise ValueError(f"the initial_state of an LSTM is a pair (c, h), not {initial_state}")
        dtype = initial_state[0].dtype if dtype is None else dtype
        if sequence_length is not None:
            sequence_length = ops.convert_to_tensor(sequence_length)
        c, h = initial_state
        memories, outputs = self._call_cell(inputs, c, h, dtype, sequence_length)
        if sequence_length is None:
            final = LSTMStateTuple(memories[-1], outputs[-1])
        else:
            outputs *= self._mask(sequence_length, time, dtype)
            before_and_after = [
                array_ops.concat([array_ops.expand_dims(first, [0]), later], 0)
                for first, later in ((c, memories), (h, outputs))
            ]
            final = LSTMStateTuple(*[_at(states, sequence_length, batch) for states in before_and_after])
        return unstack(outputs) if is_list else outputs, final

    def _mask(self, lengths, time, dtype):
        """1 up to each length, then 0: (time, batch, units)."""
        mask = array_ops.transpose(array_ops.sequence_mask(lengths, time, dtype=dtype), [1, 0])
        return array_ops.tile(array_ops.expand_dims(mask, [-1]), [1, 1, self.num_units])


def _at(states, lengths, batch):
    """The state (batch, units) after each sequence's last step, from (1 + time, batch, units)."""
    return array_ops.gather_nd(states, stack([lengths, math_ops.range(batch)], axis=1))


class LSTMBlockFusedCell(LSTMBlockWrapper):
    """LSTMBlockCell over a whole sequence as one op; variables as LSTMCell's, in the scope lstm_fused_cell."""

    def __init__(self, num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, reuse=None, dtype=None,
                 name="lstm_fused_cell"):  # fmt: skip
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units, self._forget_bias, self._use_peephole = num_units, forget_bias, use_peephole
        self._cell_clip = -1 if cell_clip is None else cell_clip
        self.input_spec = spec.InputSpec(ndim=3)

    @property
    def num_units(self):
        """The number of units."""
        return self._num_units

    def build(self, input_shape):
        rows = spec.dimension(input_shape, 2, "LSTMBlockFusedCell") + self._num_units
        blocks.make_lstm_weights(self, rows, self._num_units, self._use_peephole)
        self.built = True

    def _call_cell(self, inputs, initial_cell_state, initial_output, dtype, sequence_length):
        time = inputs.shape.with_rank(3).as_list()[0]
        time = array_ops.shape(inputs)[0] if time is None else time
        wci, wcf, wco = blocks.peepholes(self, self._num_units, dtype)
        longest = time if sequence_length is None else math_ops.reduce_max(sequence_length)
        _, memories, _, _, _, _, outputs = gen_rnn_ops.block_lstm(
            seq_len_max=math_ops.cast(longest, dtypes.int64), x=inputs, cs_prev=initial_cell_state,
            h_prev=initial_output, w=self._kernel, wci=wci, wcf=wcf, wco=wco, b=self._bias,
            forget_bias=self._forget_bias, cell_clip=self._cell_clip, use_peephole=self._use_peephole,
        )  # fmt: skip
        return memories, outputs
