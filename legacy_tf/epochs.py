"""Datasets of several shuffled epochs, in the order of TF 1.15's ShuffleAndRepeatDataset.

Rows are read in chunks, `plan` says which of them come next, and tensor lists keep those that wait: so any dataset can
be shuffled, and the rows themselves never come to Python.
"""

from tensorflow.python.data.ops import dataset_ops, scan_op
from tensorflow.python.framework import dtypes, tensor_spec
from tensorflow.python.ops import array_ops, gen_list_ops, gen_script_ops, math_ops, script_ops

from legacy_tf.shuffling import plan

# Registered under one name for good, so that a meta graph runs in another process too.
_PLAN = "legacy_tf_shuffling_plan"
script_ops._py_funcs._funcs[_PLAN] = plan


def epochs(shuffled, count):
    """`count` epochs of what the dataset `shuffled` shuffles, from its seeds as they are: a dataset's variant tensor.

    `count`: int64 tensor, -1 for epochs without end. A buffer smaller than 1 raises InvalidArgumentError when run.
    """
    source = shuffled._input_dataset
    specs = tuple(map(tensor_spec.TensorSpec, source._flat_shapes, source._flat_types))
    rows = dataset_ops._VariantDataset(source._variant_tensor, specs)
    if all(spec.shape.num_elements() for spec in specs):
        return _shuffled(rows, shuffled, count)._variant_tensor
    # Tensors of unknown shapes don't stack, and the kernels of lists crash at those without elements; lists of one
    # tensor do.
    listed = rows.map(lambda *row: tuple(map(_listed, row)))
    unlisted = _shuffled(listed, shuffled, count).map(lambda *row: tuple(map(_unlisted, row, specs)))
    return unlisted._variant_tensor


def _listed(tensor):
    """A scalar (a tensor list) that holds a tensor of any shape."""
    return gen_list_ops.tensor_list_push_back(gen_list_ops.empty_tensor_list(-1, -1, tensor.dtype), tensor)


def _unlisted(tensor_list, spec):
    tensor = gen_list_ops.tensor_list_get_item(tensor_list, 0, -1, spec.dtype)
    tensor.set_shape(spec.shape)
    return tensor


def _shuffled(rows, shuffled, count):
    """The dataset of `count` epochs of `rows`, tuples of tensors of known shapes."""
    shapes = [array_ops.constant(shape.as_list(), dtypes.int32) for shape in rows._flat_shapes]
    types, size = rows._flat_types, shuffled._buffer_size
    # Every chunk costs a call of Python: 256 rows or a sixteenth of the buffer, and no more than the user reads ahead.
    at_most = math_ops.maximum(math_ops.minimum(size // 16, 65536), 256)
    chunk = math_ops.minimum(math_ops.maximum(size, 1), at_most)
    lists = [gen_list_ops.tensor_list_reserve(shape, 0, dtype) for shape, dtype in zip(shapes, types)]
    nothing = array_ops.zeros([0], dtypes.int32)
    end = array_ops.zeros([], dtypes.int64), _taken(lists, nothing, shapes, types)
    numbered = dataset_ops.DatasetV2.zip((dataset_ops.DatasetV2.range(dtypes.int64.max), rows.batch(chunk)))
    chunks = numbered.repeat(count).concatenate(dataset_ops.DatasetV2.from_tensors(end))

    def step(state, chunk):
        (waiting, drawn, lists), (number, new) = state, chunk
        inputs = [number, array_ops.shape(new[0])[0], waiting, drawn, size, shuffled._seed, shuffled._seed2]
        outputs = [dtypes.int32, dtypes.int32, dtypes.int32, dtypes.int64]
        places, given, waiting, drawn = gen_script_ops.py_func_stateless(inputs, _PLAN, outputs)
        for vector in (places, given, waiting):
            vector.set_shape([None])
        drawn.set_shape([])
        lists = [gen_list_ops.tensor_list_scatter_into_existing_list(*pair, places) for pair in zip(lists, new)]
        return (waiting, drawn, tuple(lists)), _taken(lists, given, shapes, types)

    start = nothing, array_ops.zeros([], dtypes.int64), tuple(lists)
    return scan_op._ScanDataset(chunks, start, step).unbatch()


def _taken(lists, places, shapes, types):
    """The rows in those places of the lists, stacked: a tuple of tensors."""
    return tuple(gen_list_ops.tensor_list_gather(x, places, *those) for x, *those in zip(lists, shapes, types))
