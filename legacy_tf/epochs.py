"""Datasets of several shuffled epochs, in the order of TF 1.15's ShuffleAndRepeatDataset.

Rows are read in chunks, and `shuffling` says which of them come next. The rows themselves never come to Python: slices
of tensors are gathered by their numbers, and of any other dataset tensor lists keep the rows that wait.
"""

from tensorflow.python.data.ops import dataset_ops, from_tensor_slices_op, scan_op
from tensorflow.python.framework import dtypes, tensor_spec
from tensorflow.python.ops import (
    array_ops,
    gen_dataset_ops,
    gen_list_ops,
    gen_script_ops,
    gen_string_ops,
    math_ops,
    script_ops,
)

from legacy_tf import shuffling

# Registered under names of their own for good, so that a meta graph runs in another process too.
_FUNCTIONS = {
    f"legacy_tf_shuffling_{each.__name__}": each for each in (shuffling.order, shuffling.plan, shuffling.checked)
}
script_ops._py_funcs._funcs.update(_FUNCTIONS)
_ORDER, _PLAN, _CHECKED = _FUNCTIONS
_BYTES = 2**24  # that are gathered at once, about


def epochs(shuffled, count, but=0):
    """`count` epochs of what the dataset `shuffled` shuffles, from its seeds as they are.

    `count`: int64 tensor, -1 for epochs without end. `but`: so many epochs less. Returns a dataset of the rows, and one
    of the same rows stacked in chunks, or None where they don't stack. What TF 1.15's kernel refuses raises
    InvalidArgumentError when run, see `shuffling.order`.
    """
    source = without_wrappers(shuffled._input_dataset)
    if isinstance(source, from_tensor_slices_op._TensorSliceDataset) and dtypes.variant not in source._flat_types:
        chunks = _of_slices(source, shuffled, count, but)
        # The kernel of `unbatch` crashes at rows without elements.
        return chunks.flat_map(lambda *rows: dataset_ops.DatasetV2.from_tensor_slices(rows)), chunks
    specs = tuple(map(tensor_spec.TensorSpec, source._flat_shapes, source._flat_types))
    rows = dataset_ops._VariantDataset(source._variant_tensor, specs)
    if all(spec.shape.num_elements() for spec in specs):
        chunks = _of_rows(rows, shuffled, count, but)
        return chunks.unbatch(), chunks
    # Tensors of unknown shapes don't stack, and the kernels of lists crash at those without elements; lists of one
    # tensor do.
    listed = _of_rows(rows.map(lambda *row: tuple(map(_listed, row))), shuffled, count, but)
    return listed.unbatch().map(lambda *row: tuple(map(_unlisted, row, specs))), None


def checked(batch_size):
    """The size of a batch, int64 tensor; one smaller than 1 raises InvalidArgumentError when run."""
    (size,) = gen_script_ops.py_func_stateless([batch_size], _CHECKED, [dtypes.int64])
    size.set_shape([])
    return size


def without_wrappers(dataset):
    """What stood in the place of `dataset` in TF 1.15's graph, which knew nothing of options."""
    dataset = without_adapters(dataset)
    return without_wrappers(dataset._input_dataset) if isinstance(dataset, dataset_ops._OptionsDataset) else dataset


def without_adapters(dataset):
    """A dataset as DatasetV2."""
    while isinstance(dataset, dataset_ops.DatasetV1Adapter):
        dataset = dataset._dataset
    return dataset


def _listed(tensor):
    """A scalar (a tensor list) that holds a tensor of any shape."""
    return gen_list_ops.tensor_list_push_back(gen_list_ops.empty_tensor_list(-1, -1, tensor.dtype), tensor)


def _unlisted(tensor_list, spec):
    tensor = gen_list_ops.tensor_list_get_item(tensor_list, 0, -1, spec.dtype)
    tensor.set_shape(spec.shape)
    return tensor


def _of_slices(source, shuffled, count, but):
    """`count` - `but` epochs of the rows of a dataset of slices, in chunks: tuples of stacked rows."""
    columns = source._tensors
    rows = gen_dataset_ops.dataset_cardinality(source._variant_tensor)  # its kernel sees whether columns are as long
    row = math_ops.add_n(list(map(_bytes, columns))) // math_ops.maximum(rows, 1)
    chunk = math_ops.minimum(_in_chunk(shuffled._buffer_size), 64 + _BYTES // (row + 1))
    starts = dataset_ops.DatasetV2.range(0, rows, chunk)
    numbered = starts.map(lambda start: (start, math_ops.range(start, math_ops.minimum(start + chunk, rows))))
    nothing = array_ops.zeros([0], dtypes.int64)

    def step(state, chunk):
        given, *state = _asked(_ORDER, [*chunk, *state], shuffled, count, [dtypes.int64] * 2)
        return tuple(state), tuple(array_ops.gather(column, given) for column in columns)

    return _scanned(numbered.repeat(count - but), nothing, (nothing,), step)


def _of_rows(rows, shuffled, count, but):
    """The same of a dataset of tuples of tensors of known shapes."""
    shapes = [array_ops.constant(shape.as_list(), dtypes.int32) for shape in rows._flat_shapes]
    types, size = rows._flat_types, shuffled._buffer_size
    lists = [gen_list_ops.tensor_list_reserve(shape, 0, dtype) for shape, dtype in zip(shapes, types)]
    nothing = array_ops.zeros([0], dtypes.int32)
    chunk = math_ops.minimum(_in_chunk(size), math_ops.maximum(size // 4, 256))  # little more than the user reads ahead
    chunk = math_ops.minimum(chunk, math_ops.maximum(size, 1))
    numbered = dataset_ops.DatasetV2.zip((dataset_ops.DatasetV2.range(dtypes.int64.max), rows.batch(chunk)))

    def taken(lists, places):
        return tuple(gen_list_ops.tensor_list_gather(x, places, *those) for x, *those in zip(lists, shapes, types))

    def step(state, chunk):
        (*waiting, lists), (number, new) = state, chunk
        asked = [number, array_ops.shape(new[0])[0], *waiting]
        places, given, *waiting = _asked(_PLAN, asked, shuffled, count, [dtypes.int32] * 3)
        lists = [gen_list_ops.tensor_list_scatter_into_existing_list(*pair, places) for pair in zip(lists, new)]
        return (*waiting, tuple(lists)), taken(lists, given)

    return _scanned(numbered.repeat(count - but), taken(lists, nothing), (nothing, tuple(lists)), step)


def _bytes(column):
    if column.dtype == dtypes.string:
        return math_ops.reduce_sum(math_ops.cast(gen_string_ops.string_length(column), dtypes.int64))
    return array_ops.size(column, out_type=dtypes.int64) * column.dtype.size


def _in_chunk(size):
    """How many rows are best read at once: every chunk costs a call of Python, and a copy of who waits."""
    return math_ops.maximum(size // 64, 4096)


def _asked(function, inputs, shuffled, count, vectors):
    """What a function of `shuffling` answers: vectors, and `drawn`."""
    inputs = [*inputs, shuffled._buffer_size, count, shuffled._seed, shuffled._seed2]
    *found, drawn = gen_script_ops.py_func_stateless(inputs, function, [*vectors, dtypes.int64])
    for vector in found:
        vector.set_shape([None])
    drawn.set_shape([])
    return *found, drawn


def _scanned(numbered, nothing, state, step):
    """The dataset that `step` makes of chunks, a last one of no rows behind them."""
    waiting, *lists = state
    drawn = number = array_ops.zeros([], dtypes.int64)
    chunks = numbered.concatenate(dataset_ops.DatasetV2.from_tensors((number, nothing)))
    return scan_op._ScanDataset(chunks, (waiting, drawn, *lists), step)
