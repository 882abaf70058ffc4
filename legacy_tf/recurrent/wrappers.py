"""Cells around a cell: DropoutWrapper, ResidualWrapper, DeviceWrapper."""

import hashlib
import itertools

from tensorflow.python.framework import ops, tensor_shape, tensor_util
from tensorflow.python.ops import array_ops, math_ops, nn_ops, random_ops, rnn_cell_impl, tensor_array_ops
from tensorflow.python.util import nest

from legacy_tf.recurrent import base


class AroundCell(base.RNNCell):
    """Base of cells around a cell, `cell`: sizes and zero state are those of the one inside."""

    def __init__(self, cell, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rnn_cell_impl.assert_like_rnncell("cell", cell)
        self.cell = cell

    @property
    def state_size(self):
        """That of the cell inside."""
        return self.cell.state_size

    @property
    def output_size(self):
        """That of the cell inside."""
        return self.cell.output_size

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self.cell.zero_state(batch_size, dtype)


class CellWrapper(AroundCell):
    """Base of the wrappers without variables of their own: the scope is the inner cell's too."""

    def __call__(self, inputs, state, scope=None):
        """(output, new state) after one step. `scope`: the inner cell's."""
        return self._step(inputs, state, scope)


class DropoutWrapper(CellWrapper):
    """Dropout of what goes into a cell and of what comes out of it.

    Args:
      input_keep_prob, output_keep_prob, state_keep_prob: probabilities to keep an element, numbers or scalar tensors.
        Of an LSTM's state only h is dropped, unless `dropout_state_filter_visitor` says otherwise.
      variational_recurrent: the same elements are dropped at every step and in every example, as in Y. Gal,
        Z. Ghahramani, arXiv:1512.05287; then `dtype` is needed and, where inputs are dropped, `input_size`.
      seed: every dropout takes a seed of its own from it.
      dropout_state_filter_visitor: function of a part of the state: whether it is to be dropped, a bool or a
        structure of bools.
    Raises ValueError for numbers out of [0, 1] and for arguments that are missing.
    """

    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0, state_keep_prob=1.0,
                 variational_recurrent=False, input_size=None, dtype=None, seed=None,
                 dropout_state_filter_visitor=None, **kwargs):  # fmt: skip
        super().__init__(cell, dtype=dtype, **kwargs)
        if dropout_state_filter_visitor is not None and not callable(dropout_state_filter_visitor):
            raise TypeError(f"dropout_state_filter_visitor has to be a function, not {dropout_state_filter_visitor!r}")
        self._state_filter = dropout_state_filter_visitor or _all_but_memory
        with ops.name_scope("DropoutWrapperInit"):
            self._input_keep_prob = _probability("input_keep_prob", input_keep_prob)
            self._state_keep_prob = _probability("state_keep_prob", state_keep_prob)
            self._output_keep_prob = _probability("output_keep_prob", output_keep_prob)
        self._variational, self._seed = variational_recurrent, seed
        self._noise = {}  # "input", "state", "output": noise of that structure
        if variational_recurrent:
            if dtype is None:
                raise ValueError("variational_recurrent needs the dtype of what is dropped: give dtype")
            if _drops(self._input_keep_prob):
                if input_size is None:
                    raise ValueError("variational_recurrent with input_keep_prob below 1 needs input_size")
                self._make_noise("input", input_size, dtype)
            self._make_noise("state", cell.state_size, dtype)
            self._make_noise("output", cell.output_size, dtype)

    @property
    def wrapped_cell(self):
        """The cell inside."""
        return self.cell

    def _make_noise(self, part, sizes, dtype):
        def noise(number, size):
            shape = array_ops.concat(([1], tensor_shape.TensorShape(size).as_list()), 0)
            return random_ops.random_uniform(shape, seed=self._seed_of(part, number), dtype=dtype)

        self._noise[part] = _map_numbered(sizes, noise, sizes)

    def _seed_of(self, part, number):
        """The seed of the dropout of that number in the inputs, state or outputs: TF 1.15's hash."""
        if self._seed is None:
            return None
        digest = hashlib.md5(f"{self._seed}{part}_{number}".encode()).hexdigest()
        return int(digest[:8], 16) & 0x7FFFFFFF

    def _step(self, inputs, state, scope):
        if _drops(self._input_keep_prob):
            inputs = self._dropped("input", self._input_keep_prob, inputs, inputs)
        output, state = self.cell(inputs, state, scope=scope)
        if _drops(self._state_keep_prob):
            which = nest.get_traverse_shallow_structure(self._state_filter, state)
            state = self._dropped("state", self._state_keep_prob, state, which)
        if _drops(self._output_keep_prob):
            output = self._dropped("output", self._output_keep_prob, output, output)
        return output, state

    def _dropped(self, part, keep_prob, values, which):
        """`values` with dropout, but where the structure `which` has a False."""

        def drop(number, whether, value, *noise):
            if whether is False:
                return value
            if noise:
                return _by_noise(value, noise[0], keep_prob)
            return nn_ops.dropout_v2(value, rate=1.0 - keep_prob, seed=self._seed_of(part, number))

        noise = [self._noise[part]] if self._variational else []
        return _map_numbered(which, drop, which, values, *noise)


def _drops(keep_prob):
    return not isinstance(keep_prob, float) or keep_prob < 1


def _probability(name, given):
    """A float if the value is known, else a tensor."""
    tensor = ops.convert_to_tensor(given)
    known = tensor_util.constant_value(tensor)
    if known is None:
        return tensor
    if not 0 <= known <= 1:
        raise ValueError(f"{name} {known:g} is no probability: it has to be between 0 and 1")
    return float(known)


def _by_noise(value, noise, keep_prob):
    """`value` scaled where keep_prob + noise is at least 1, else 0."""
    kept = math_ops.floor(keep_prob + noise)
    result = math_ops.divide(value, keep_prob, name="div") * kept
    result.set_shape(value.shape)
    return result


def _all_but_memory(part):
    if isinstance(part, base.LSTMStateTuple):
        return base.LSTMStateTuple(c=False, h=True)
    return not isinstance(part, tensor_array_ops.TensorArray)


def _map_numbered(structure, function, *structures):
    """nest.map_structure_up_to with the element's number as the function's first argument."""
    counter = itertools.count()
    return nest.map_structure_up_to(structure, lambda *parts: function(next(counter), *parts), *structures)


class ResidualWrapper(CellWrapper):
    """A cell whose inputs are added to its output. `residual_fn(inputs, outputs)` does it, if given.

    Raises TypeError or ValueError where inputs and outputs can't be added.
    """

    def __init__(self, cell, residual_fn=None, **kwargs):
        super().__init__(cell, **kwargs)
        self._residual_fn = residual_fn or _sum

    def _step(self, inputs, state, scope):
        outputs, state = self.cell(inputs, state, scope=scope)
        return self._residual_fn(inputs, outputs), state


def _sum(inputs, outputs):
    nest.assert_same_structure(inputs, outputs)
    nest.map_structure(lambda i, o: i.shape.assert_is_compatible_with(o.shape), inputs, outputs)
    return nest.map_structure(lambda i, o: i + o, inputs, outputs)


class DeviceWrapper(CellWrapper):
    """A cell that runs on `device`, as by tf.device."""

    def __init__(self, cell, device, **kwargs):
        super().__init__(cell, **kwargs)
        self._device = device

    def zero_state(self, batch_size, dtype):
        with ops.device(self._device):
            return super().zero_state(batch_size, dtype)

    def _step(self, inputs, state, scope):
        with ops.device(self._device):
            return self.cell(inputs, state, scope=scope)
