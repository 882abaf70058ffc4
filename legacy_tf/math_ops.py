"""tf.add … as TF 1.15 built them. Source of each fact: TensorFlow 1.15.5, asked (tests/golden)."""

import functools
import operator
from collections.abc import Sequence

import numpy as np
from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor, tensor_shape
from tensorflow.python.framework.indexed_slices import IndexedSlices
from tensorflow.python.ops import (
    array_ops,
    clip_ops,
    gen_linalg_ops,
    gen_math_ops,
    gen_special_math_ops,
    math_ops,
    special_math_ops,
)

add = gen_math_ops.add
mod = gen_math_ops.floor_mod
matrix_triangular_solve = gen_linalg_ops.matrix_triangular_solve


# TF 1.15 counts a scalar's axes statically too (none), but not a variable's: only a tensor has a static rank.
def reduction_axes(x, axis):
    """The axes to reduce, `axis` or all of them: one constant if `x`'s rank is known, else Range over Rank."""
    if axis is not None:
        return axis
    rank = None
    if isinstance(x, tensor.Tensor):
        rank = x.shape.rank
    elif isinstance(x, sparse_tensor.SparseTensor):
        rank = x.dense_shape.shape.dims[0].value
    if rank is None:
        return math_ops.range(0, array_ops.rank(x))
    return constant_op.constant(np.arange(rank, dtype=np.int32))


# TF 1.15 has one op for it; today's function builds some seventy, for vectors of starts and stops.
def linspace(start, stop, num, name=None):
    """`tf.linspace` of TF 1.15: `num` float32 or float64 numbers from the scalar `start` to the scalar `stop`."""
    return gen_math_ops.lin_space(start, stop, num, name)


# TF 1.15 replaces an infinite maximum by zeros_like and adds with an op below the scope, not of its name.
def reduce_logsumexp(input_tensor, axis=None, keepdims=False, name=None):
    """log(sum(exp(x))) over `axis`, computed on x less its maximum (tf.reduce_logsumexp)."""
    input_tensor = ops.convert_to_tensor(input_tensor)
    with ops.name_scope(name, "ReduceLogSumExp", [input_tensor]):
        raw = math_ops.reduce_max(input_tensor, axis=axis, keepdims=True)
        finite = array_ops.where(gen_math_ops.is_finite(raw), raw, array_ops.zeros_like(raw))
        maximum = array_ops.stop_gradient(finite)
        powers = gen_math_ops.exp(gen_math_ops.sub(input_tensor, maximum))
        result = gen_math_ops.log(math_ops.reduce_sum(powers, axis, keepdims=bool(keepdims)))
        if not keepdims:
            maximum = array_ops.reshape(maximum, array_ops.shape(result))
        return math_ops._may_reduce_to_scalar(keepdims, axis, gen_math_ops.add(result, maximum))


# TF 1.15 has kernels for the exponentially scaled functions only, and multiplies.
def bessel_i0(x, name=None):
    """The modified Bessel function of order 0 (tf.math.bessel_i0): x half, float32 or float64, of any shape."""
    with ops.name_scope(name, "bessel_i0", [x]):
        return math_ops.exp(math_ops.abs(x)) * gen_special_math_ops.bessel_i0e(x)


def bessel_i1(x, name=None):
    """The modified Bessel function of order 1 (tf.math.bessel_i1): x half, float32 or float64, of any shape."""
    with ops.name_scope(name, "bessel_i1", [x]):
        return math_ops.exp(math_ops.abs(x)) * gen_special_math_ops.bessel_i1e(x)


# TF 1.15 has an op of its own for it; today's function calls add_n.
def accumulate_n(inputs, shape=None, tensor_dtype=None, name=None):
    """`tf.accumulate_n` of TF 1.15: the sum of a list of tensors of one dtype and of shapes that agree.

    Raises ValueError for an empty list or unequal dtypes, TypeError if the dtype is not `tensor_dtype`.
    """
    if not (inputs and isinstance(inputs, (list, tuple))):
        raise ValueError(f"accumulate_n sums a list or tuple that isn't empty, not {inputs!r}")
    inputs = ops.convert_n_to_tensor(inputs)
    kinds = {x.dtype.base_dtype.name for x in inputs}
    if len(kinds) > 1:
        raise ValueError(f"accumulate_n sums tensors of one dtype: cast these, of {', '.join(sorted(kinds))}, to one")
    if tensor_dtype not in (None, inputs[0].dtype):
        raise TypeError(f"the inputs are of {inputs[0].dtype.name}, not of tensor_dtype {tensor_dtype!r}")
    if len(inputs) == 1:
        return inputs[0] if name is None else array_ops.identity(inputs[0], name=name)
    shape = functools.reduce(lambda known, x: known.merge_with(x.shape), inputs, tensor_shape.as_shape(shape))
    return gen_math_ops.accumulate_nv2(inputs, shape, name)


# TF 1.15 reduces einsum to matrix products; today's TensorFlow still has that way, beside its Einsum op.
einsum = special_math_ops._einsum_v1


# TF 1.15 clamps by Maximum and Minimum, each only if needed; today's function by ClipByValue.
def saturate_cast(value, dtype, name=None):
    """`tf.saturate_cast` of TF 1.15: `value` clamped into `dtype`'s range, then cast."""
    target = dtypes.as_dtype(dtype).base_dtype
    clamps = (("min", operator.lt, gen_math_ops.maximum), ("max", operator.gt, gen_math_ops.minimum))
    with ops.name_scope(name, "saturate_cast", [value]) as scope:
        value = ops.convert_to_tensor(value, name="value")
        for bound, is_beyond, clamp in clamps:
            limit = getattr(target, bound)
            if is_beyond(getattr(value.dtype, bound), limit):
                value = clamp(value, ops.convert_to_tensor(limit, value.dtype, name=bound))
        return math_ops.cast(value, target, name=scope)


# TF 1.15 knows the shape of the divisor statically.
def unsorted_segment_n(data, segment_ids, num_segments):
    """How many rows each segment has, at least 1, of data's dtype and broadcastable to the segments' sums."""
    ones = array_ops.ones(array_ops.shape_internal(segment_ids), dtype=data.dtype)
    counts = gen_math_ops.unsorted_segment_sum(ones, segment_ids, num_segments)
    shape = [num_segments] + [1] * (data.shape.ndims - segment_ids.shape.ndims)
    return gen_math_ops.maximum(array_ops.reshape(counts, shape), 1)


# TF 1.15 selects NaN where the norm is not finite; today's function adds norm - norm.
def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    """`tf.clip_by_global_norm` of TF 1.15: (tensors scaled by clip_norm / max(norm, clip_norm), norm).

    Args: `t_list` a list of tensors, IndexedSlices or None; `use_norm` the norm, if it is known already.
    TypeError for a single tensor.
    """
    if not isinstance(t_list, Sequence) or isinstance(t_list, str):
        raise TypeError(f"clip_by_global_norm takes a list or tuple of tensors, not {t_list!r}")
    norm = clip_ops.global_norm(t_list, name) if use_norm is None else use_norm
    with ops.name_scope(name, "clip_by_global_norm", [*t_list, clip_norm]) as name:
        scale = clip_norm * math_ops.minimum(1.0 / norm, constant_op.constant(1.0, dtype=norm.dtype) / clip_norm)
        is_finite = math_ops.is_finite(norm)
        scale = array_ops.where(is_finite, scale, constant_op.constant(float("nan"), dtype=norm.dtype))
        values = [t.values if isinstance(t, IndexedSlices) else t for t in t_list]
        values = [v if v is None else ops.convert_to_tensor(v, name=f"t_{i}") for i, v in enumerate(values)]
        clipped = []
        for i, (t, value) in enumerate(zip(t_list, values, strict=True)):
            if value is not None:
                with ops.colocate_with(value):
                    value = array_ops.identity(value * scale, name=f"{name}_{i}")
            clipped.append(IndexedSlices(value, t.indices, t.dense_shape) if isinstance(t, IndexedSlices) else value)
        return clipped, norm


# TF 1.15 has a kernel for plain counts and sums weights by segments; today's DenseBincount has no gradient.
def bincount(arr, weights=None, minlength=None, maxlength=None, dtype=dtypes.int32, name=None):
    """How often each number from 0 occurs in the int32 `arr`, or the sums of its `weights`: [max(arr) + 1], or as
    `minlength` and `maxlength` bound it."""
    with ops.name_scope(name or "bincount"):
        arr = ops.convert_to_tensor(arr, name="arr", dtype=dtypes.int32)
        is_nonempty = math_ops.reduce_prod(array_ops.shape(arr)) > 0
        size = math_ops.cast(is_nonempty, dtypes.int32) * (math_ops.reduce_max(arr) + 1)
        bounds = (("minlength", minlength, gen_math_ops.maximum), ("maxlength", maxlength, gen_math_ops.minimum))
        for bound, length, limit in bounds:
            if length is not None:
                size = limit(ops.convert_to_tensor(length, dtypes.int32, name=bound), size)
        if weights is None:
            return gen_math_ops.bincount(arr, size, constant_op.constant([], dtype))
        return gen_math_ops.unsorted_segment_sum(ops.convert_to_tensor(weights, name="weights"), arr, size)
