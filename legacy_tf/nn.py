"""tf.nn ops whose TF 1.15 graph differs, op for op."""

import numbers

from tensorflow.python.framework import dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.ops import array_ops, custom_gradient, embedding_ops, gen_nn_ops, math_ops, nn_ops, random_ops
from tensorflow.python.util import compat

_conv2d_backprop_input = gen_nn_ops.conv2d_backprop_input


# TF 1.15 computes x * scale * mask with a rate that is a node; today's graph selects x * scale or 0.
def dropout_by_rate(x, rate, noise_shape=None, seed=None, name=None):
    """Dropout as TF 1.15: each element is 0 with probability `rate`, else scaled by 1 / (1 - rate).

    Args: `x` a float tensor; `rate` a number in [0, 1) or a scalar tensor; `noise_shape` broadcasts to x's shape.
    Returns: a tensor of x's shape and dtype; `x` itself for a rate known to be 0.
    Raises ValueError if `x` is not of a float dtype or a number `rate` is out of [0, 1).
    """
    with ops.name_scope(name, "dropout", [x]):
        x = ops.convert_to_tensor(x, name="x")
        if not x.dtype.is_floating:
            raise ValueError(f"dropout scales what it keeps: cast x, of {x.dtype.name}, to a float dtype")
        if isinstance(rate, numbers.Real):
            if not 0 <= rate < 1:
                raise ValueError(f"rate {rate:g} is no probability to drop: it has to be at least 0 and below 1")
            if rate == 0:
                return x
        rate = ops.convert_to_tensor(rate, dtype=x.dtype, name="rate")
        rate.shape.assert_has_rank(0)
        if tensor_util.constant_value(rate) == 0:
            return x
        uniform = random_ops.random_uniform(nn_ops._get_noise_shape(x, noise_shape), seed=seed, dtype=x.dtype)
        scale = 1 / (1 - rate)
        mask = uniform >= rate
        kept = x * scale * math_ops.cast(mask, x.dtype)
        kept.set_shape(x.shape)
        return kept


# TF 1.15 has no beta.
@custom_gradient.custom_gradient
def swish(features):
    """`tf.nn.swish` of TF 1.15: x * sigmoid(x), its gradient from sigmoid(x) computed anew."""
    x = ops.convert_to_tensor(features, name="features")
    y = x * math_ops.sigmoid(x)

    def gradient(dy):
        with ops.control_dependencies([dy]):
            sigmoid = math_ops.sigmoid(x)
        return dy * (sigmoid * (1.0 + x * (1.0 - sigmoid)))

    return y, gradient


# TF 1.15 multiplies by the inverse of the weights' sum; today's function divides, and takes x / 0 for 0.
def weighted_moments(x, axes, frequency_weights, name=None, keep_dims=None, keepdims=None):
    """`tf.nn.weighted_moments` of TF 1.15: (mean, variance) of `x` over `axes`, weighted; two passes over the data."""
    keep = bool(keepdims if keepdims is not None else keep_dims)
    with ops.name_scope(name, "weighted_moments", [x, frequency_weights, axes]):
        x = ops.convert_to_tensor(x, name="x")
        weights = ops.convert_to_tensor(frequency_weights, name="frequency_weights")
        dtype = x.dtype
        if dtype == dtypes.float16:
            x = math_ops.cast(x, dtypes.float32)
        if weights.dtype != x.dtype:
            weights = math_ops.cast(weights, x.dtype)
        total = math_ops.reduce_sum(weights * x, axes, name="weighted_input_sum", keepdims=True)
        of_each = weights + array_ops.zeros_like(x)
        sum_of_weights = math_ops.reduce_sum(of_each, axes, name="sum_of_weights", keepdims=True)
        inverse = math_ops.reciprocal(sum_of_weights, name="inv_weight_sum")
        mean = math_ops.multiply(total, inverse)
        squares = weights * math_ops.squared_difference(x, mean)
        variance = math_ops.multiply(math_ops.reduce_sum(squares, axes, name="weighted_distsq", keepdims=True), inverse)
        moments = [mean, variance]
        if not keep:
            moments = [array_ops.squeeze(moment, axis=axes) for moment in moments]
        if dtype == dtypes.float16:
            moments = [math_ops.cast(moment, dtype) for moment in moments]
        return tuple(moments)


# Today's shape inference takes the batch size from the op's other input, where TF 1.15 took it from the sizes. And
# where images have few channels, the kernel that today's TensorFlow prefers (oneDNN's) takes up to 50 times as long as
# TF 1.15's (Eigen's), which it still has: for padding that is given in numbers.
def conv2d_backprop_input(input_sizes, filter, out_backprop, strides, padding, use_cudnn_on_gpu=True,
                          explicit_paddings=(), data_format="NHWC", dilations=(1, 1, 1, 1), name=None):  # fmt: skip
    """What tf.nn.conv2d_transpose calls, and a convolution's gradient with respect to its images: a tensor of the shape
    `input_sizes`, static where these are known."""
    shape = tensor_shape.TensorShape(getattr(filter, "shape", None))
    is_plain = compat.as_str(padding) == "VALID" and compat.as_str(data_format) == "NHWC" and set(dilations) == {1}
    channels = shape.as_list()[2] if shape.rank == 4 else None
    if is_plain and channels is not None and channels <= 4:
        padding, explicit_paddings = "EXPLICIT", [0] * 8
    result = _conv2d_backprop_input(input_sizes, filter, out_backprop, strides, padding, use_cudnn_on_gpu,
                                  list(explicit_paddings), data_format, list(dilations), name)  # fmt: skip
    result.set_shape(tensor_util.constant_value_as_shape(result.op.inputs[0]))
    return result


_OF_SEGMENTS = {
    "sum": math_ops.sparse_segment_sum,
    "mean": math_ops.sparse_segment_mean,
    "sqrtn": math_ops.sparse_segment_sqrt_n,
}


# TF 1.15 gathers each id once (Unique), also of a single table, takes segments as int32, and divides by weights that
# sum to nothing; today's function gives 0 there.
def embeddings_combined(params, segment_ids, sp_weights, ids, combiner, ignore_weights, max_norm, *others):
    """The rows `ids` of the tables `params`, combined by segment: what `tf.nn.embedding_lookup_sparse` gives."""
    _, partition_strategy, name = others
    if segment_ids.dtype != dtypes.int32:
        segment_ids = math_ops.cast(segment_ids, dtypes.int32)
    ids, positions = array_ops.unique(ids)
    rows = embedding_ops.embedding_lookup(params, ids, partition_strategy=partition_strategy, max_norm=max_norm)
    if rows.dtype in (dtypes.float16, dtypes.bfloat16):
        rows = math_ops.cast(rows, dtypes.float32)
    if ignore_weights:
        return _OF_SEGMENTS[combiner](rows, positions, segment_ids, name=name)
    return _weighted(rows, positions, segment_ids, sp_weights.values, combiner, name)


def _weighted(rows, positions, segment_ids, weights, combiner, name):
    if weights.dtype != rows.dtype:
        weights = math_ops.cast(weights, rows.dtype)
    rows = array_ops.gather(rows, positions)
    ones = array_ops.fill(array_ops.expand_dims(array_ops.rank(rows) - 1, 0), 1)
    column = array_ops.reshape(weights, array_ops.concat([array_ops.shape(weights), ones], 0))
    if rows.shape.ndims is not None:
        column.set_shape(weights.shape.concatenate([1] * (rows.shape.ndims - 1)))
    rows *= column
    if combiner == "sum":
        return math_ops.segment_sum(rows, segment_ids, name=name)
    total = math_ops.segment_sum(rows, segment_ids)
    if combiner == "mean":
        divisor = math_ops.segment_sum(column, segment_ids)
    else:
        divisor = math_ops.sqrt(math_ops.segment_sum(math_ops.pow(column, 2), segment_ids))
    return math_ops.div(total, divisor, name=name)
