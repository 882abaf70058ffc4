"""Functions that TF 1.15 built of another number of ops, and whose ops nobody names: the difference is only counted.

Each calls today's function and enters into the ledger (seeds.record) how many ops more or fewer TF 1.15 made. A rule is
a number or a function of the call's arguments. In the comments "it" is TF 1.15.
"""

import functools

import numpy as np
from tensorflow.python.autograph.operators import control_flow
from tensorflow.python.autograph.utils import misc
from tensorflow.python.checkpoint import checkpoint
from tensorflow.python.eager import def_function
from tensorflow.python.framework import dtypes, ops, tensor
from tensorflow.python.ops import (
    array_ops,
    check_ops,
    clip_ops,
    confusion_matrix,
    histogram_ops,
    math_ops,
    nn_impl,
    nn_impl_distribute,
    ref_variable,
    sparse_ops,
    stateless_random_ops,
)
from tensorflow.python.ops.ragged import ragged_string_ops
from tensorflow.python.ops.signal import fft_ops
from tensorflow.python.training import saver

from legacy_tf import seeds


def counted(function, rule):
    """`function`, with a difference in the number of ops that is entered into the ledger after each call."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        result = function(*args, **kwargs)
        seeds.record(rule(*args, **kwargs) if callable(rule) else rule)
        return result

    return call


def counted_to(function, rule):
    """`function`, counted as if it had made `rule(...)` ops, however many it makes."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        context = ops.get_default_graph()._get_control_flow_context()
        for each in (*args, *kwargs.values()) if context else ():
            if isinstance(each, tensor.Tensor):
                context.AddValue(each)  # the ops that bring it into a cond or a loop are not the function's
        before = ops.get_default_graph().version
        result = function(*args, **kwargs)
        seeds.record(rule(*args, **kwargs) - (ops.get_default_graph().version - before))
        return result

    return call


_initialize = def_function.Function._initialize_uninitialized_variables
_restore = checkpoint.CheckpointV1.restore
_save_objects = checkpoint.TrackableSaver._save_cached_when_graph_building


def rank(x):
    """The static rank of a tensor, or the rank of an array or number."""
    return x.shape.rank if isinstance(x, tensor.Tensor) else np.ndim(x)


# It compares differences with 0, where today's compares neighbours.
compare_neighbours = counted(check_ops._get_results_for_monotonic_comparison, 2)


# It adds a sparse matrix to a Fill of zeros, and casts the shape of these; today's scatters.
def _confusion_rule(labels, predictions, num_classes=None, *args, **kwargs):
    return 3 if num_classes is None or getattr(num_classes, "dtype", None) == dtypes.int64 else 2


matrix_of_confusion = counted(confusion_matrix.confusion_matrix, _confusion_rule)


# It takes a clip_norm that is a tensor as it is; today's keeps it from being negative.
clip_by_norm = counted(clip_ops.clip_by_norm, lambda t, clip_norm, *args, **kw: 0 if np.isscalar(clip_norm) else -2)

# They seed their kernels directly, where today's turn the seed into a key and a counter.
stateless_random_uniform = counted(stateless_random_ops.stateless_random_uniform, -2)
stateless_random_normal = counted(stateless_random_ops.stateless_random_normal, -2)
stateless_truncated_normal = counted(stateless_random_ops.stateless_truncated_normal, -2)


# It compares bools with False as it does numbers with 0.
def _nonzero_rule(input_tensor=None, *args, input=None, **kwargs):
    value = input if input_tensor is None else input_tensor
    while isinstance(value, (list, tuple)) and value:
        value = value[0]
    dtype = dtypes.as_dtype(getattr(value, "dtype", bool if isinstance(value, bool) else object))
    return 2 if dtype.base_dtype == dtypes.bool else 0


count_nonzero = counted(math_ops.count_nonzero, _nonzero_rule)


# It takes the sizes as they are known, and no others; today's calculates with them in the graph.
def _shift_rule(x, *args, **kwargs):
    return 3 if isinstance(x, (tensor.Tensor, ref_variable.RefVariable)) else 4  # what is none yet is made one


fftshift = counted_to(fft_ops.fftshift, _shift_rule)
ifftshift = counted_to(fft_ops.ifftshift, _shift_rule)


# It gathers sizes that are not known at the axes as given; today's allows for negative ones.
def _statistics_rule(x, axes, *args, **kwargs):
    known = not isinstance(x, tensor.Tensor) or (x.shape.rank is not None and all(x.shape.dims[i].value for i in axes))
    return 0 if known else -1


sufficient_statistics = counted(nn_impl.sufficient_statistics, _statistics_rule)


# It reshapes to -1, where today's multiplies the sizes.
def _repeat_rule(data, repeats, axis, name=None):
    if rank(repeats) == 0:
        return -7
    return -6 if axis == 0 or axis + (rank(data) or 0) == 0 else -11


repeat_with_axis = counted(array_ops.repeat_with_axis, _repeat_rule)

# Today's casts each size of the batch.
batch_gather_nd = counted(
    array_ops.batch_gather_nd, lambda params, indices, batch_dims, *args, **kw: -max(batch_dims, 1)
)


# It asks for the rank, and then for the shape, also where they are known.
def _sparse_transpose_rule(sp_input, perm=None, name=None):
    if perm is not None or sp_input.shape.rank is None:
        return 0
    return 6 if sp_input.shape.is_fully_defined() else 4


sparse_transpose = counted(sparse_ops.sparse_transpose, _sparse_transpose_rule)

# Today's asks whether the rows of a single text are valid.
ngrams = counted(ragged_string_ops.ngrams, lambda data, *args, **kw: -1 if rank(data) == 1 else 0)

# It has the separator as an attribute.
sparse_cross = counted(sparse_ops.sparse_cross, -1)

# Today's checks nbins.
histogram_fixed_width_bins = counted(histogram_ops.histogram_fixed_width_bins, -6)


# It knows how many rounds a loop over tf.range has without asking for them, and compares a loop's numbers as they are.
range_length = counted_to(misc.get_range_len, lambda *args: 0)
loop_variables = counted_to(control_flow.verify_tf_loop_vars, lambda *args, **kw: 0)


# Today's looks for a replica, and which losses it may average.
def _average_rule(per_example_loss, sample_weight=None, global_batch_size=None):
    return -12 if global_batch_size is None else -16


average_loss = counted(nn_impl_distribute.compute_average_loss, _average_rule)

# Today's looks whether the path is of a certain file system.
add_sharded_save_ops = counted(saver.BaseSaverBuilder._AddShardedSaveOpsForV2, -3)


# It reads each variable by the op that it already has, and fills two files: one with what the objects are to each
# other, one with the variables (those on one device). That is sixteen ops, the first time.
def save_objects(saver, *args, **kwargs):
    """As `TrackableSaver._save_cached_when_graph_building` (tf.train.Checkpoint, tf.keras' save_weights)."""
    before = ops.get_default_graph().version
    result = _save_objects(saver, *args, **kwargs)
    made = ops.get_default_graph().version - before
    seeds.record(16 - made if made else 0)
    return result


# It restores the number of saves, which is on a device of its own, apart, the first time that there is one to restore:
# two constants and a RestoreV2.
def restore_checkpoint(checkpoint, save_path):
    """As `tf.train.Checkpoint.restore`."""
    has_counter, before = checkpoint._save_counter is not None, ops.get_default_graph().version
    status = _restore(checkpoint, save_path)
    seeds.record(3 if has_counter and ops.get_default_graph().version > before else 0)
    return status


# It calls a function that initializes a tf.function's variables, also where there are none. The functions of datasets
# were no tf.functions.
def initialize_variables(function, initializers):
    """As `tf.function`'s `_initialize_uninitialized_variables`."""
    _initialize(function, initializers)
    graph = ops.get_default_graph()
    while getattr(graph, "outer_graph", None):  # out of all functions that are being traced
        graph = graph.outer_graph
    is_of_data = function.python_function.__module__.startswith("tensorflow.python.data.")
    seeds.record(0 if initializers or is_of_data else 1, graph)
