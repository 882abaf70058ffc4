"""Mean and variance by channel, of weighted examples too."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, nn_impl


def by_channel(inputs, channel_axis, weights=None):
    """Mean and variance, each (channels,), over all axes but `channel_axis` (−1 or 1).

    `weights`: of the examples, broadcast against the inputs; None: all equal.
    """
    axes = [axis for axis in range(inputs.shape.ndims) if axis != channel_axis % inputs.shape.ndims]
    flatten = channel_axis == 1  # TF 1.15 squeezes trailing channels by moments, others by reshaping
    if weights is None:
        moments = nn_impl.moments(inputs, axes, keep_dims=flatten)
    else:
        moments = _weighted_moments(inputs, axes, weights, keep_dims=flatten)
    return tuple(array_ops.reshape(moment, [-1]) for moment in moments) if flatten else moments


# Today's tf.nn.weighted_moments divides (DivNoNan), 1.15's multiplies by the inverse: other ops, other gradients.
def _weighted_moments(x, axes, weights, keep_dims):
    with ops.name_scope(None, "weighted_moments", [x, weights, axes]):
        dtype = x.dtype
        x = math_ops.cast(x, dtypes.float32) if dtype == dtypes.float16 else x
        weights = weights if weights.dtype == x.dtype else math_ops.cast(weights, x.dtype)
        weighted_sum = math_ops.reduce_sum(weights * x, axes, name="weighted_input_sum", keepdims=True)
        broadcast = weights + array_ops.zeros_like(x)
        sum_of_weights = math_ops.reduce_sum(broadcast, axes, name="sum_of_weights", keepdims=True)
        inverse = math_ops.reciprocal(sum_of_weights, name="inv_weight_sum")
        mean = math_ops.multiply(weighted_sum, inverse)
        squares = weights * math_ops.squared_difference(x, mean)
        variance = math_ops.multiply(math_ops.reduce_sum(squares, axes, name="weighted_distsq", keepdims=True), inverse)
        if not keep_dims:
            mean, variance = array_ops.squeeze(mean, axes), array_ops.squeeze(variance, axes)
        return math_ops.cast(mean, dtype), math_ops.cast(variance, dtype)
