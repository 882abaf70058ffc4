"""tf.data and the parsing of examples: differences that are only counted (see counts.py). "It" is TF 1.15."""

from tensorflow.python.data.ops import choose_from_datasets_op, dataset_ops, interleave_op, readers
from tensorflow.python.data.util import nest
from tensorflow.python.ops import parsing_ops

from legacy_tf import counts, seeds, shuffles


def _keys(params):
    return len(params.sparse_keys) + len(params.dense_keys)


# Its keys are attributes for one example, and one constant each for a batch.
def _parse_rule(serialized, names, params, name):
    return -4 if counts.rank(serialized) == 0 else _keys(params) - 3


parse_example_raw = counts.counted(parsing_ops._parse_example_raw, _parse_rule)

# The same of sequences: attributes for a batch, and one constant each, and one more, for a single one, which is today
# parsed as a batch.
parse_sequences_raw = counts.counted(parsing_ops._parse_sequence_example_raw, -7)
parse_single_sequence_raw = counts.counted(
    parsing_ops._parse_single_sequence_example_raw,
    lambda serialized, context, features, *args, **kw: _keys(context) + _keys(features) + 1,
)

# Today's asks in the graph whether it is one example, where the shape does not tell.
assert_scalar = counts.counted(parsing_ops._assert_scalar, lambda value, name: -7 if value.shape.rank is None else 0)

# Today's datasets carry two buffer sizes, the options, or a hint to rewrite them.
parallel_interleave = counts.counted(interleave_op._ParallelInterleaveDataset.__init__, -2)
choose_from_datasets = counts.counted(choose_from_datasets_op._choose_from_datasets, -2)
read_in_parallel = counts.counted(
    readers._create_dataset_reader,
    lambda creator, filenames, num_parallel_reads=None, name=None: 0 if num_parallel_reads is None else 1,
)
with_options = counts.counted(dataset_ops.DatasetV2.with_options, -1)
enumerate_dataset = counts.counted(dataset_ops.DatasetV2.enumerate, -2)

_make_initializable_iterator = dataset_ops.DatasetV1._make_initializable_iterator


# It wraps the dataset that an iterator reads in OptimizeDataset, with a constant (not where a function in it reads a
# variable), and in ModelDataset. (A one-shot iterator does so inside of a function of its own.)
def make_initializable_iterator(dataset, shared_name=None):
    """`dataset.make_initializable_iterator()`."""
    optimized = not _reads_variable(dataset) and _has_optimizations(dataset)
    fused = optimized and shuffles.is_fused(dataset)
    iterator = _make_initializable_iterator(dataset if fused else shuffles.unfused(dataset), shared_name)
    seeds.record(3 if optimized else 1)
    return iterator


def _has_optimizations(dataset):
    """Whether there is one that its options don't switch off."""
    optimization = shuffles.optimization_options(dataset)
    return optimization.apply_default_optimizations is not False or True in optimization._options.values()


def _reads_variable(dataset):
    captured = [x for function in dataset._functions() for x in function.function.captured_inputs]
    return any(map(_from_variable, captured)) or any(map(_reads_variable, dataset._inputs()))


def _from_variable(x):
    return x.dtype._is_ref_dtype or any(map(_from_variable, x.op.inputs))


# Today's names what an adapter wraps, and its element_spec.
def dataset_repr(dataset):
    """`repr(dataset)`: its class, shapes and types, in the structure of its elements."""
    shapes, types = dataset_ops.get_legacy_output_shapes(dataset), dataset_ops.get_legacy_output_types(dataset)
    shown = [str(nest.map_structure(text, each)).replace("'", "") for text, each in ((str, shapes), (repr, types))]
    return f"<{type(dataset).__name__} shapes: {shown[0]}, types: {shown[1]}>"
