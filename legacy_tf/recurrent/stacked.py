"""MultiRNNCell: cells on top of each other."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, variable_scope
from tensorflow.python.platform import tf_logging
from tensorflow.python.util import nest

from legacy_tf.layers import base as layer
from legacy_tf.recurrent import base


class MultiRNNCell(base.RNNCell):
    """Cells of which each reads the output of the one before, in the scopes cell_0, cell_1 …

    The state is a tuple of theirs, or without `state_is_tuple` these joined to (batch, sum of the sizes).
    Raises ValueError for no cells, and for cells whose states are tuples if `state_is_tuple` is False.
    """

    def __init__(self, cells, state_is_tuple=True):
        super().__init__()
        if not cells:
            raise ValueError("MultiRNNCell stacks cells: give it at least one")
        if not nest.is_nested(cells):
            raise TypeError(f"MultiRNNCell takes a list or tuple of cells, not {cells}")
        if len({id(cell) for cell in cells}) < len(cells):
            tf_logging.log_first_n(
                tf_logging.WARN,
                "At least two cells provided to MultiRNNCell are the same object and will share weights.",
                1,
            )
        self._cells = cells
        self._state_is_tuple = state_is_tuple
        sizes = [cell.state_size for cell in cells]
        if not state_is_tuple and any(nest.is_nested(size) for size in sizes):
            raise ValueError(f"states that are tuples, of sizes {sizes}, can't be joined: leave state_is_tuple out")

    @property
    def state_size(self):
        """A tuple of the cells' sizes, or their sum."""
        sizes = tuple(cell.state_size for cell in self._cells)
        return sizes if self._state_is_tuple else sum(sizes)

    @property
    def output_size(self):
        """That of the last cell."""
        return self._cells[-1].output_size

    @property
    def trainable_weights(self):
        """The cells' variables that are to be trained."""
        return self._of_cells("trainable_weights") if self.trainable else []

    @property
    def non_trainable_weights(self):
        """The cells' other variables."""
        rest = self._of_cells("non_trainable_weights")
        return rest if self.trainable else self._of_cells("trainable_weights") + rest

    def _of_cells(self, kind):
        return [weight for cell in self._cells if isinstance(cell, layer.Layer) for weight in getattr(cell, kind)]

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            if self._state_is_tuple:
                return tuple(cell.zero_state(batch_size, dtype) for cell in self._cells)
            return super().zero_state(batch_size, dtype)

    def call(self, inputs, state):
        if self._state_is_tuple and not nest.is_nested(state):
            raise ValueError(f"the state of {len(self._cells)} cells is a tuple of {len(self._cells)}, not {state}")
        output, new_states, start = inputs, [], 0
        for n, cell in enumerate(self._cells):
            with variable_scope.variable_scope(f"cell_{n}"):
                if self._state_is_tuple:
                    own = state[n]
                else:
                    own = array_ops.slice(state, [0, start], [-1, cell.state_size])
                    start += cell.state_size
                output, new_state = cell(output, own)
                new_states.append(new_state)
        return output, tuple(new_states) if self._state_is_tuple else array_ops.concat(new_states, 1)
