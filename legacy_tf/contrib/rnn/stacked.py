"""Bidirectional networks on top of each other: each layer reads both directions of the one below."""

from tensorflow.python.ops import array_ops, rnn, variable_scope


def stack_bidirectional_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None,
                            sequence_length=None, scope=None):  # fmt: skip
    """tf.nn.static_bidirectional_rnn, a layer per pair of cells, in the scopes cell_0, cell_1 …

    Args:
      cells_fw, cells_bw: lists of cells, equally long.
      inputs: list of (batch, d).
      initial_states_fw, initial_states_bw: lists of states, one per layer; default: zeros of `dtype`.
      sequence_length: int (batch,).
    Returns: (list of (batch, size forward + size backward), tuple of forward states, tuple of backward states).
    Raises ValueError for lists that don't fit together.
    """
    states = []
    with variable_scope.variable_scope(scope or "stack_bidirectional_rnn"):
        for n, layer in enumerate(_layers(cells_fw, cells_bw, initial_states_fw, initial_states_bw)):
            cell_fw, cell_bw, state_fw, state_bw = layer
            with variable_scope.variable_scope(f"cell_{n}") as cell_scope:
                inputs, *final = rnn.static_bidirectional_rnn(
                    cell_fw, cell_bw, inputs, initial_state_fw=state_fw, initial_state_bw=state_bw, dtype=dtype,
                    sequence_length=sequence_length, scope=cell_scope,
                )  # fmt: skip
            states.append(final)
    return inputs, *zip(*states, strict=True)


def stack_bidirectional_dynamic_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None,
                                    dtype=None, sequence_length=None, parallel_iterations=None, time_major=False,
                                    scope=None, swap_memory=False):  # fmt: skip
    """tf.nn.bidirectional_dynamic_rnn, a layer per pair of cells, in the scopes cell_0, cell_1 …

    Args:
      inputs: (batch, time, d), or (time, batch, d) if `time_major`.
      …: as those of stack_bidirectional_rnn, and of tf.nn.dynamic_rnn.
    Returns: (outputs, forward and backward joined along the last axis; tuple of forward states; of backward states).
    Raises ValueError for lists that don't fit together.
    """
    states = []
    with variable_scope.variable_scope(scope or "stack_bidirectional_rnn"):
        for n, layer in enumerate(_layers(cells_fw, cells_bw, initial_states_fw, initial_states_bw)):
            cell_fw, cell_bw, state_fw, state_bw = layer
            with variable_scope.variable_scope(f"cell_{n}"):
                outputs, final = rnn.bidirectional_dynamic_rnn(
                    cell_fw, cell_bw, inputs, initial_state_fw=state_fw, initial_state_bw=state_bw, dtype=dtype,
                    sequence_length=sequence_length, parallel_iterations=parallel_iterations, swap_memory=swap_memory,
                    time_major=time_major,
                )  # fmt: skip
                inputs = array_ops.concat(outputs, 2)
            states.append(final)
    return inputs, *zip(*states, strict=True)


def _layers(cells_fw, cells_bw, states_fw, states_bw):
    """[(cell, cell, initial state or None, initial state or None), …]."""
    for name, cells in (("cells_fw", cells_fw), ("cells_bw", cells_bw)):
        if not (cells and isinstance(cells, list)):
            raise ValueError(f"{name} has to be a list of cells, one per layer, not {cells!r}")
    if len(cells_fw) != len(cells_bw):
        raise ValueError(f"{len(cells_fw)} cells forward and {len(cells_bw)} backward: every layer has one of each")
    for name, states in (("initial_states_fw", states_fw), ("initial_states_bw", states_bw)):
        if states is not None and not (isinstance(states, list) and len(states) == len(cells_fw)):
            raise ValueError(f"{name} has to be a list of {len(cells_fw)} states, one per layer, not {states!r}")
    none = [None] * len(cells_fw)
    return zip(cells_fw, cells_bw, states_fw or none, states_bw or none, strict=True)
