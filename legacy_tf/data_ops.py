"""tf.data and the parsing of examples: the order of a shuffle that is repeated, and differences that are only counted
(see counts.py). "It" is TF 1.15."""

from tensorflow.python.data.experimental.ops import shuffle_ops
from tensorflow.python.data.ops import dataset_ops, interleave_op, iterator_ops, repeat_op, shuffle_op
from tensorflow.python.data.util import nest
from tensorflow.python.framework import dtypes
from tensorflow.python.ops import gen_dataset_ops, parsing_ops

from legacy_tf import counts, seeds

_make_initializer = iterator_ops.Iterator.make_initializer
_RepeatDataset = repeat_op._RepeatDataset
_ShuffleAndRepeatDataset = shuffle_ops._ShuffleAndRepeatDataset


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


# It fuses a shuffle and the repeat right after it into one kernel, whose generator starts from the shuffle's seeds and
# runs on through all epochs. Today's kernels start anew in every epoch, from seeds drawn for it. So the first epoch is
# given a shuffle of its own, which takes the seeds as they are; later epochs have other orders than in TF 1.15.
def repeat(dataset, count, name=None):
    """What `dataset.repeat(count)` makes; after a shuffle the first epoch has the order that it had in TF 1.15."""
    shuffled = getattr(dataset, "_dataset", dataset)
    is_shuffled = isinstance(shuffled, shuffle_op._ShuffleDataset) and shuffled._reshuffle_each_iteration is not False
    if not is_shuffled or not _has_first_epoch(count) or count == 1:  # a repeat(1) is optimized away, not fused
        return _RepeatDataset(dataset, count, name)
    before = seeds.ops_created()
    result = _FirstEpoch(shuffled, _RepeatDataset(dataset, _without_first(count), name))
    result.unfused = lambda: _RepeatDataset(dataset, count, name)
    seeds.record(before + 2 - seeds.ops_created())  # a count and RepeatDataset
    return result


def shuffle_and_repeat(buffer_size, count=None, seed=None):
    """`tf.data.experimental.shuffle_and_repeat`: a function for `Dataset.apply`; see `repeat`."""

    def apply(dataset):
        fused = _ShuffleAndRepeatDataset(dataset, buffer_size, count, seed)
        if not _has_first_epoch(count):
            return fused
        before = seeds.ops_created()
        if count == 1:
            rest = dataset.repeat(0)
        else:
            rest = _ShuffleAndRepeatDataset(dataset, buffer_size, _without_first(count), seed)
        result = _FirstEpoch(fused, rest)
        seeds.record(before - seeds.ops_created())
        return result

    return apply


def _has_first_epoch(count):
    """Whether there is one for certain: a count that is a tensor is known only when run."""
    return count is None or isinstance(count, int) and count != 0


def _without_first(count):
    return count if count is None or count < 0 else count - 1


class _FirstEpoch(dataset_ops.UnaryUnchangedStructureDataset):
    """One epoch of what `shuffled` shuffles, from its seeds as they are; then the dataset `rest`."""

    def __init__(self, shuffled, rest):
        self._input_dataset = rest
        first = gen_dataset_ops.shuffle_dataset(
            shuffled._input_dataset._variant_tensor,
            buffer_size=shuffled._buffer_size,
            seed=shuffled._seed,
            seed2=shuffled._seed2,
            reshuffle_each_iteration=False,
            **rest._flat_structure,
        )
        joined = gen_dataset_ops.concatenate_dataset(first, rest._variant_tensor, **rest._flat_structure)
        super().__init__(rest, joined)


# An iterator that is bound to a dataset later on (`Iterator.from_structure`) had the dataset as it was written: nothing
# was fused. There the first epoch has no shuffle of its own.
def make_initializer(iterator, dataset, name=None):
    """What `iterator.make_initializer(dataset)` makes, an operation, with TF 1.15's order in all epochs."""
    before = seeds.ops_created()
    fused = {each._variant_tensor.ref(): each for each in _walk(dataset) if isinstance(each, _FirstEpoch)}
    unfused = {ref: each.unfused()._variant_tensor for ref, each in fused.items() if hasattr(each, "unfused")}
    if unfused:
        variant = _copied(dataset._variant_tensor, unfused)
        dataset = dataset_ops._VariantDataset(variant, dataset.element_spec)
    seeds.record(before - seeds.ops_created())
    return _make_initializer(iterator, dataset, name)


def _walk(dataset):
    """The datasets that `dataset` was made of, and it itself, without TF 1's wrappers."""
    yield getattr(dataset, "_dataset", dataset)
    for each in dataset._inputs():
        yield from _walk(each)


def _copied(variant, replaced):
    """`variant`, a dataset's tensor, or a copy of it if it hangs on a tensor in `replaced`, which maps old to new."""
    if variant.ref() not in replaced:
        inputs = [_copied(x, replaced) if x.dtype == dtypes.variant else x for x in variant.op.inputs]
        changed = any(new is not old for new, old in zip(inputs, variant.op.inputs, strict=True))
        replaced[variant.ref()] = _with_inputs(variant.op, inputs) if changed else variant
    return replaced[variant.ref()]


def _with_inputs(op, inputs):
    """A copy of `op`, which makes one dataset, upon other inputs."""
    attributes, dtype = dict(op.node_def.attr), op.outputs[0].dtype
    return op.graph.create_op(op.type, inputs, [dtype], name="unfused", attrs=attributes, op_def=op.op_def).outputs[0]


# Today's names what an adapter wraps, and its element_spec.
def dataset_repr(dataset):
    """`repr(dataset)`: its class, shapes and types, in the structure of its elements."""
    shapes, types = dataset_ops.get_legacy_output_shapes(dataset), dataset_ops.get_legacy_output_types(dataset)
    shown = [str(nest.map_structure(text, each)).replace("'", "") for text, each in ((str, shapes), (repr, types))]
    return f"<{type(dataset).__name__} shapes: {shown[0]}, types: {shown[1]}>"
