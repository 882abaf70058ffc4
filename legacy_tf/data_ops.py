"""tf.data and the parsing of examples: differences that are only counted (see counts.py). "It" is TF 1.15."""

from tensorflow.python.data.ops import dataset_ops, interleave_op
from tensorflow.python.ops import parsing_ops

from legacy_tf import counts


# Its keys are attributes for one example, and one constant each for a batch.
def _parse_rule(serialized, names, params, name):
    return -4 if counts.rank(serialized) == 0 else len(params.sparse_keys) + len(params.dense_keys) - 3


parse_example_raw = counts.counted(parsing_ops._parse_example_raw, _parse_rule)

# Today's datasets carry two buffer sizes, the options, or a hint to rewrite them.
parallel_interleave = counts.counted(interleave_op._ParallelInterleaveDataset.__init__, -2)
with_options = counts.counted(dataset_ops.DatasetV2.with_options, -1)
enumerate_dataset = counts.counted(dataset_ops.DatasetV2.enumerate, -2)


# It wraps the dataset that an iterator reads in OptimizeDataset, with a constant (not where a function in it reads a
# variable), and in ModelDataset. (A one-shot iterator does so inside of a function of its own.)
def _iterator_rule(dataset, *args, **kwargs):
    return 1 if _reads_variable(dataset) else 3


def _reads_variable(dataset):
    captured = [x for function in dataset._functions() for x in function.function.captured_inputs]
    return any(map(_from_variable, captured)) or any(map(_reads_variable, dataset._inputs()))


def _from_variable(x):
    return x.dtype._is_ref_dtype or any(map(_from_variable, x.op.inputs))


make_initializable_iterator = counts.counted(dataset_ops.DatasetV1._make_initializable_iterator, _iterator_rule)
