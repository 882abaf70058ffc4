"""Mean and variance by channel, of weighted examples too."""

from tensorflow.python.ops import array_ops, nn_impl


def by_channel(inputs, channel_axis, weights=None):
    """Mean and variance, each (channels,), over all axes but `channel_axis` (−1 or 1).

    `weights`: of the examples, broadcast against the inputs; None: all equal.
    """
    axes = [axis for axis in range(inputs.shape.ndims) if axis != channel_axis % inputs.shape.ndims]
    flatten = channel_axis == 1  # TF 1.15 squeezes trailing channels by moments, others by reshaping
    if weights is None:
        moments = nn_impl.moments(inputs, axes, keep_dims=flatten)
    else:
        moments = nn_impl.weighted_moments(inputs, axes, weights, keep_dims=flatten)
    return tuple(array_ops.reshape(moment, [-1]) for moment in moments) if flatten else moments
