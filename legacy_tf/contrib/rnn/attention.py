"""AttentionCellWrapper: a cell that looks back at its last outputs (arXiv:1601.06733)."""

from tensorflow.python.ops import array_ops, math_ops, nn_ops, variable_scope
from tensorflow.python.platform import tf_logging
from tensorflow.python.util import nest

from legacy_tf.contrib.rnn import linear
from legacy_tf.recurrent import wrappers


class AttentionCellWrapper(wrappers.AroundCell):
    """A cell that reads its inputs joined with a weighted mean of its last `attn_length` outputs.

    The state is (the cell's, attention (batch, attn_size), window (batch, attn_length·attn_size)), or these joined.

    Args:
      attn_size: size of the output and of what is remembered; default: the cell's output size.
      attn_vec_size: size of the layer that computes the weights; default: attn_size.
      input_size: size of what the cell reads; default: that of the inputs.
    Raises ValueError for a window that is not positive, and for a cell whose state is a tuple without state_is_tuple.
    """

    def __init__(self, cell, attn_length, attn_size=None, attn_vec_size=None, input_size=None, state_is_tuple=True,
                 reuse=None):  # fmt: skip
        super().__init__(cell, _reuse=reuse)
        if nest.is_nested(cell.state_size) and not state_is_tuple:
            raise ValueError(f"a state of sizes {cell.state_size} can't be joined: leave state_is_tuple out")
        if attn_length <= 0:
            raise ValueError(f"attn_length {attn_length} is no window: it has to be positive")
        if not state_is_tuple:
            tf_logging.warning(
                "%s: Using a concatenated state is slower and will soon be deprecated.  Use state_is_tuple=True.", self
            )
        self._length, self._size = attn_length, cell.output_size if attn_size is None else attn_size
        self._vec_size = self._size if attn_vec_size is None else attn_vec_size
        self._input_size, self._state_is_tuple = input_size, state_is_tuple
        self._of_inputs = self._of_output = self._of_query = None

    @property
    def state_size(self):
        """(the cell's, attn_size, attn_length·attn_size), or the sum."""
        sizes = self.cell.state_size, self._size, self._size * self._length
        return sizes if self._state_is_tuple else sum(sizes)

    @property
    def output_size(self):
        """attn_size."""
        return self._size

    def zero_state(self, batch_size, dtype):
        return super(wrappers.AroundCell, self).zero_state(batch_size, dtype)

    def call(self, inputs, state):
        state, attention, window = state if self._state_is_tuple else self._parted(state)
        window = array_ops.reshape(window, [-1, self._length, self._size])
        size = inputs.shape.as_list()[1] if self._input_size is None else self._input_size
        self._of_inputs = self._of_inputs or linear.Linear([inputs, attention], size)
        output, state = self.cell(self._of_inputs([inputs, attention]), state)
        query = array_ops.concat(nest.flatten(state), 1) if self._state_is_tuple else state
        attention, window = self._attend(query, window)
        with variable_scope.variable_scope("attn_output_projection"):
            self._of_output = self._of_output or linear.Linear([output, attention], self._size)
            output = self._of_output([output, attention])
        window = array_ops.concat([window, array_ops.expand_dims(output, 1)], 1)
        window = array_ops.reshape(window, [-1, self._length * self._size])
        state = state, attention, window
        return output, state if self._state_is_tuple else array_ops.concat(list(state), 1)

    def _parted(self, state):
        start, parts = 0, []
        for size in (self.cell.state_size, self._size, self._size * self._length):
            parts.append(array_ops.slice(state, [0, start], [-1, size]))
            start += size
        return parts

    def _attend(self, query, window):
        """The mean (batch, size) of the window's (batch, length, size) rows, weighted; the window without its first."""
        with variable_scope.variable_scope("attention"):
            kernel = variable_scope.get_variable("attn_w", [1, 1, self._size, self._vec_size])
            v = variable_scope.get_variable("attn_v", [self._vec_size])
            rows = array_ops.reshape(window, [-1, self._length, 1, self._size])
            features = nn_ops.conv2d(rows, kernel, [1, 1, 1, 1], "SAME")
            self._of_query = self._of_query or linear.Linear(query, self._vec_size)
            y = array_ops.reshape(self._of_query(query), [-1, 1, 1, self._vec_size])
            weights = nn_ops.softmax(math_ops.reduce_sum(v * math_ops.tanh(features + y), [2, 3]))
            weights = array_ops.reshape(weights, [-1, self._length, 1, 1])
            mean = array_ops.reshape(math_ops.reduce_sum(weights * rows, [1, 2]), [-1, self._size])
            return mean, array_ops.slice(window, [0, 1, 0], [-1, -1, -1])
