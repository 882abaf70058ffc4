"""`dataset.shuffle(n).repeat()` in the order that it had in TF 1.15. "It" is TF 1.15.

Its optimizer fuses the two into one kernel, whose generator starts from the shuffle's seeds and runs on through all
epochs. Today's kernels start anew in every epoch, from seeds drawn for it; so `epochs` makes the order.
"""

from tensorflow.python.data.experimental.ops import shuffle_ops
from tensorflow.python.data.ops import batch_op, dataset_ops, iterator_ops, rebatch_op, repeat_op, shuffle_op
from tensorflow.python.framework import dtypes, ops, tensor_util
from tensorflow.python.ops import gen_dataset_ops, math_ops

from legacy_tf import seeds
from legacy_tf.epochs import checked, epochs, without_adapters, without_wrappers

_batch = batch_op._batch
_RepeatDataset = repeat_op._RepeatDataset
_ShuffleAndRepeatDataset = shuffle_ops._ShuffleAndRepeatDataset
_make_one_shot_iterator = dataset_ops.DatasetV1._make_one_shot_iterator
_make_initializer = iterator_ops.Iterator.make_initializer
SCOPE = "legacy_tf_shuffle"  # of ops that were not in its graphs: they take no names from the user's


def repeat(dataset, count, name=None):
    """What `dataset.repeat(count)` makes; right after a shuffle all epochs have the order that they had in TF 1.15."""
    repeated = _RepeatDataset(dataset, count, name)
    shuffled = without_wrappers(dataset)
    known = tensor_util.constant_value(repeated._count)
    if (
        not isinstance(shuffled, shuffle_op._ShuffleDataset)
        or shuffled._reshuffle_each_iteration is False
        or _has_no_seed(shuffled)
        or known in (0, 1)
    ):
        return repeated
    before = seeds.ops_created()
    with ops.name_scope(SCOPE):
        if known is None:  # a count of 1 is not fused
            once = math_ops.cast(math_ops.equal(repeated._count, 1), dtypes.int64)
            single = gen_dataset_ops.take_dataset(dataset._variant_tensor, -once, **dataset._flat_structure)
            many, _ = epochs(shuffled, repeated._count, but=once)
            fused = gen_dataset_ops.concatenate_dataset(many._variant_tensor, single, **dataset._flat_structure)
            instead = _Instead(repeated, fused)
        else:
            rows, chunks = epochs(shuffled, repeated._count)
            instead = _Instead(repeated, rows._variant_tensor, chunks)
    seeds.record(before - seeds.ops_created())
    return instead


def shuffle_and_repeat(buffer_size, count=None, seed=None):
    """`tf.data.experimental.shuffle_and_repeat`: a function for `Dataset.apply`; see `repeat`."""

    def apply(dataset):
        kernel = _ShuffleAndRepeatDataset(dataset, buffer_size, count, seed)
        if _has_no_seed(kernel) or tensor_util.constant_value(kernel._count) == 0:  # the kernel's own error
            return kernel
        before = seeds.ops_created()
        with ops.name_scope(SCOPE):
            rows, chunks = epochs(kernel, kernel._count)
        seeds.record(before - seeds.ops_created())
        return _Instead(kernel, rows._variant_tensor, chunks)

    return apply


def batch(dataset, batch_size, drop_remainder=False, num_parallel_calls=None, deterministic=None, name=None):
    """What `dataset.batch(batch_size)` makes. Right after shuffled epochs, which come in chunks, of the chunks."""
    batched = _batch(dataset, batch_size, drop_remainder, num_parallel_calls, deterministic, name)
    chunks = getattr(without_wrappers(dataset), "chunks", None)
    if chunks is None:
        return batched
    before = seeds.ops_created()
    with ops.name_scope(SCOPE):
        cut = rebatch_op._RebatchDataset(chunks, checked(batched._batch_size), batched._drop_remainder)
    seeds.record(before - seeds.ops_created())
    return _Instead(batched, cut._variant_tensor)


def _has_no_seed(shuffled):
    return all(tensor_util.constant_value(seed) == 0 for seed in (shuffled._seed, shuffled._seed2))


class _Instead(dataset_ops.UnaryUnchangedStructureDataset):
    """The rows of a variant tensor, in the place of a dataset that has the same rows in another order. `chunks`: the
    dataset of them in chunks, if they come so."""

    def __init__(self, input_dataset, variant_tensor, chunks=None):
        super().__init__(input_dataset, variant_tensor)
        self.chunks = chunks


def make_one_shot_iterator(dataset):
    """`dataset.make_one_shot_iterator()`."""
    return _make_one_shot_iterator(dataset if is_fused(dataset) else unfused(dataset))


def is_fused(dataset):
    """Whether the options of a dataset let TF 1.15 fuse."""
    optimization = optimization_options(dataset)
    asked = optimization.shuffle_and_repeat_fusion
    return optimization.apply_default_optimizations is not False if asked is None else asked


def optimization_options(dataset):
    """The OptimizationOptions of a pipeline, without the warning of `dataset.options()`."""
    return without_adapters(dataset)._options_attr.experimental_optimization


# It optimizes no dataset there.
def make_initializer(iterator, dataset, name=None):
    """`iterator.make_initializer(dataset)`: the op that lets an iterator by structure begin with `dataset`."""
    return _make_initializer(iterator, unfused(dataset), name)


def unfused(dataset):
    """The pipeline that ends in `dataset` as TF 1.15 leaves it where it does not fuse."""
    before = seeds.ops_created()
    with ops.name_scope(SCOPE):
        plain = {}
        _collect(dataset, plain)
        variant = _rewired(dataset._variant_tensor, plain, {}) if plain else None
    seeds.record(before - seeds.ops_created())
    return dataset_ops.DatasetV1Adapter(_Instead(dataset, variant)) if plain else dataset


def _collect(dataset, plain):
    """Enters the fused repeats of a pipeline into `plain`: {reference to a variant tensor: the plain one}."""
    dataset = without_adapters(dataset)
    instead_of = dataset._input_dataset if isinstance(dataset, _Instead) else None
    if isinstance(instead_of, batch_op._BatchDataset | batch_op._ParallelBatchDataset):
        plain[dataset._variant_tensor.ref()] = instead_of._variant_tensor
    elif isinstance(instead_of, _RepeatDataset):
        repeated = instead_of
        # Today's optimizer fuses neighbours too, and then reshuffles otherwise where they are repeated once more.
        apart = gen_dataset_ops.options_dataset(repeated._input_dataset._variant_tensor, b"", **dataset._flat_structure)
        plain[dataset._variant_tensor.ref()] = gen_dataset_ops.repeat_dataset(
            apart, repeated._count, **dataset._flat_structure
        )
    for each in dataset._inputs():
        _collect(each, plain)


def _rewired(variant, plain, done):
    """A dataset's variant tensor, made again from the others where one below it is another. `done`: those seen."""
    key = variant.ref()
    if key not in done and key in plain:
        done[key] = _rewired(plain[key], plain, done)
    elif key not in done:
        op = variant.op
        inputs = [_rewired(x, plain, done) if x.dtype == dtypes.variant else x for x in op.inputs]
        same = all(ours is theirs for ours, theirs in zip(inputs, op.inputs))
        done[key] = variant if same else _again(op, inputs)
    return done[key]


def _again(op, inputs):
    """The one output of an op like `op` with other inputs."""
    made = op.graph.create_op(op.type, inputs, [dtypes.variant], attrs=dict(op.node_def.attr), op_def=op.op_def)
    return made.outputs[0]
