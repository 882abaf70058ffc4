"""tf.tensordot as TF 1.15 built it, op for op."""

import functools
import math

import numpy as np
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, array_ops_stack, math_ops


# TF 1.15 always transposes and reshapes; today's function leaves out what changes nothing.
def tensordot(a, b, axes, name=None):
    """`tf.tensordot` of TF 1.15: the sum over `axes` of `a` and `b`, by one matrix product.

    Args: `axes` a number n (the last n of a, the first n of b), a pair of axes or of lists of axes, or a [2, n] tensor.
    Returns: a tensor with a's other axes, then b's. Raises ValueError for a pair of lists of unequal length.
    """
    with ops.name_scope(name, "Tensordot", [a, b, axes]) as name:
        a, b = (ops.convert_to_tensor(x, name=own) for own, x in (("a", a), ("b", b)))
        a_axes, b_axes = _contracted(a, axes)
        a_matrix, a_free, a_shape = _matrix(a, a_axes, free_first=True)
        b_matrix, b_free, b_shape = _matrix(b, b_axes, free_first=False)
        product = math_ops.matmul(a_matrix, b_matrix)
        if isinstance(a_free, list) and isinstance(b_free, list):
            return array_ops.reshape(product, a_free + b_free, name=name)
        free = [ops.convert_to_tensor(sizes, dtype=dtypes.int32) for sizes in (a_free, b_free)]
        product = array_ops.reshape(product, array_ops.concat(free, 0), name=name)
        if a_shape is not None and b_shape is not None:
            product.set_shape(a_shape + b_shape)
        return product


def _contracted(a, axes):
    """The axes of a and of b to sum over: a pair of lists, or of tensors where not known."""
    if isinstance(axes, (int, np.integer)):
        rank = a.shape.rank
        if axes < 0 or (rank is not None and axes > rank):
            raise ValueError(f"can't sum over the last {axes} axes of {a}: a number has to be from 0 to its rank")
        if rank is not None:
            return list(range(rank - axes, rank)), list(range(axes))
        rank = array_ops.rank(a)
        return math_ops.range(rank - axes, rank, dtype=dtypes.int32), math_ops.range(axes, dtype=dtypes.int32)
    if not isinstance(axes, (list, tuple)):
        pair = ops.convert_to_tensor(axes, dtypes.int32, name="axes")
        return pair[0], pair[1]
    if len(axes) != 2:
        raise ValueError(f"tensordot takes a number of axes, or a pair: those of a, those of b; not {axes!r}")
    pair = [[own] if isinstance(own, (int, np.integer)) else own for own in axes]
    if len(pair[0]) != len(pair[1]):
        raise ValueError(f"tensordot sums axes of a and of b in pairs: {pair[0]} and {pair[1]} are not as many")
    return pair


def _matrix(x, axes, free_first):
    """`x` as a matrix, its `axes` in one dimension and its free axes in the other; the free sizes; the static ones."""
    free = static = None
    if isinstance(axes, (list, tuple)) and x.shape.rank is not None:
        sizes = x.shape.as_list()
        axes = [axis + len(sizes) if axis < 0 else axis for axis in axes]
        free = [axis for axis in range(len(sizes)) if axis not in axes]
        static = [sizes[axis] for axis in free]
    order = slice(None, None, 1 if free_first else -1)
    if static is not None and x.shape.is_fully_defined():
        free_sizes, summed_sizes = static, [sizes[axis] for axis in axes]
        perm = sum([free, axes][order], [])
        shape = [math.prod(free_sizes), math.prod(summed_sizes)][order]
    else:
        sizes, free, axes = _as_tensors(x, free, axes)
        free_sizes, summed_sizes = (array_ops.gather(sizes, which) for which in (free, axes))
        products = [math_ops.reduce_prod(factors) for factors in (free_sizes, summed_sizes)]
        perm = array_ops.concat([free, axes][order], 0)
        shape = array_ops_stack.stack(products[order])
    return array_ops.reshape(array_ops.transpose(x, perm), shape), free_sizes, static


def _as_tensors(x, free, axes):
    """The shape of x, `free` (None: all axes but `axes`) and `axes`, for the running graph to look up."""
    tensor = functools.partial(ops.convert_to_tensor, dtype=dtypes.int32)
    if free is not None:
        axes, free = tensor(axes, name="axes"), tensor(free, name="free")
        return array_ops.shape(x), free, axes
    sizes, rank = array_ops.shape(x), array_ops.rank(x)
    given = tensor(axes, name="axes")
    axes = array_ops.where(given >= 0, given, given + rank)
    free, _ = array_ops.setdiff1d(math_ops.range(rank), axes)
    return sizes, free, axes
