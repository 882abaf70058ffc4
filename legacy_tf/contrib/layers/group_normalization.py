"""tf.contrib.layers.group_norm (Y. Wu, K. He, arXiv:1803.08494)."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops, nn_impl, variable_scope

from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.layers import collecting
from legacy_tf.contrib.layers.parameters import Parameters


@add_arg_scope
def group_norm(inputs, groups=32, channels_axis=-1, reduction_axes=(-3, -2), center=True, scale=True, epsilon=1e-6,
               activation_fn=None, param_initializers=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, scope=None, mean_close_to_zero=False):  # fmt: skip
    """gamma · (x − mean)/sqrt(variance + epsilon) + beta, moments over `reduction_axes` and each group of channels.

    Args:
      inputs: float tensor, its sizes known but the batch's.
      groups: their number, a divisor of the number of channels.
      channels_axis, reduction_axes: axes; [−3, −2] are height and width of 'NHWC'. No axis may be in both.
      center, scale: whether there is a beta, a gamma, one for each channel.
      mean_close_to_zero: takes the variance from sums of squares.
      …: as those of batch_norm.

    ValueError: unknown sizes, no such axis, or groups that don't divide the channels.
    """
    inputs = ops.convert_to_tensor(inputs)
    rank = inputs.shape.ndims
    if rank is None or not -rank <= channels_axis < rank:
        raise ValueError(f"group_norm has no axis {channels_axis} for its channels: its inputs are {inputs.shape}")
    dynamic = array_ops.shape(inputs)
    shape = [dynamic[axis] if size is None else size for axis, size in enumerate(inputs.shape.as_list())]
    channels_axis %= rank
    channels = inputs.shape.as_list()[channels_axis]
    axes = [axis + rank if axis < 0 else axis for axis in reduction_axes]
    _check(inputs, channels, channels_axis, axes, groups)
    before, split, after = shape[:channels_axis], [groups, channels // groups], shape[channels_axis + 1 :]
    inputs = array_ops.reshape(inputs, before + split + after)
    axes = [channels_axis + 1] + [axis + 1 if axis > channels_axis else axis for axis in axes]
    with variable_scope.variable_scope(scope, "GroupNorm", [inputs], reuse=reuse) as sc:
        parameters = Parameters([channels], param_initializers, None, variables_collections, trainable)

        def parameter(name, wanted):
            if not wanted:
                return None
            made = parameters.make(name, inputs.dtype.base_dtype)
            return array_ops.reshape(made, [1] * len(before) + split + [1] * len(after))

        beta, gamma = parameter("beta", center), parameter("gamma", scale)
        if mean_close_to_zero:
            count, total, squares, _ = nn_impl.sufficient_statistics(inputs, axes, keep_dims=True)
            mean, variance = nn_impl.normalize_moments(count, total, squares, shift=None)
        else:
            mean, variance = nn_impl.moments(inputs, axes, keep_dims=True)
        gain = math_ops.rsqrt(variance + epsilon)
        offset = -mean * gain
        if gamma is not None:
            gain *= gamma
            offset *= gamma
        if beta is not None:
            offset += beta
        outputs = array_ops.reshape(inputs * gain + offset, shape)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


def _check(inputs, channels, channels_axis, axes, groups):
    sizes = inputs.shape.as_list()
    if channels is None or any(axis >= len(sizes) or sizes[axis] is None for axis in axes):
        raise ValueError(f"group_norm needs the sizes of the channels and of its other axes: they are {inputs.shape}")
    if channels_axis in axes:
        raise ValueError(f"axis {channels_axis} has the channels, and can't be among reduction_axes too")
    if groups > channels or channels % groups:
        raise ValueError(f"{groups} groups of equal size can't be made of {channels} channels")
