"""Fused cells: a whole sequence at once."""

from tensorflow.python.ops import array_ops, rnn
from tensorflow.python.ops.array_ops_stack import stack, unstack


class FusedRNNCell:
    """Base of fused cells.

    They are called with `inputs`, (time, batch, d) or a list of (batch, d), and give (outputs in that form, final
    state). Without an `initial_state` it is zeros of `dtype`. `sequence_length`: int (batch,).
    """

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        """(outputs, final state)."""
        raise NotImplementedError(f"{type(self).__name__} has to define __call__")


class FusedRNNCellAdaptor(FusedRNNCell):
    """An ordinary cell as a fused one, by tf.nn.dynamic_rnn if `use_dynamic_rnn`, else by tf.nn.static_rnn."""

    def __init__(self, cell, use_dynamic_rnn=False):
        self._cell, self._dynamic = cell, use_dynamic_rnn

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        options = dict(sequence_length=sequence_length, initial_state=initial_state, dtype=dtype, scope=scope)
        is_list = isinstance(inputs, list)
        if self._dynamic:
            inputs = stack(inputs) if is_list else inputs
            outputs, state = rnn.dynamic_rnn(self._cell, inputs, time_major=True, **options)
            return unstack(outputs) if is_list else outputs, state
        outputs, state = rnn.static_rnn(self._cell, inputs if is_list else unstack(inputs), **options)
        return outputs if is_list else stack(outputs), state


class TimeReversedFusedRNN(FusedRNNCell):
    """A fused cell that reads its sequences backwards; outputs stand where their inputs stood."""

    def __init__(self, cell):
        self._cell = cell

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        outputs, state = self._cell(
            _reversed(inputs, sequence_length), initial_state=initial_state, dtype=dtype,
            sequence_length=sequence_length, scope=scope,
        )  # fmt: skip
        return _reversed(outputs, sequence_length), state


def _reversed(sequence, lengths):
    if isinstance(sequence, list):
        return sequence[::-1]
    return array_ops.reverse(sequence, [0]) if lengths is None else array_ops.reverse_sequence(sequence, lengths, 0, 1)
