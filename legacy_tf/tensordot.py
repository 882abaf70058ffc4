"""tf.tensordot as TF 1.15 built it, op for op."""

import functools
import math
import operator

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
        a = ops.convert_to_tensor(a, name="a")
        b = ops.convert_to_tensor(b, name="b")
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
            raise ValueError(f"'axes' must be between 0 and the rank of {a}, got {axes}")
        if rank is not None:
            return list(range(rank - axes, rank)), list(range(axes))
        rank = array_ops.rank(a)
        return math_ops.range(rank - axes, rank, dtype=dtypes.int32), math_ops.range(axes, dtype=dtypes.int32)
    if not isinstance(axes, (list, tuple)):
        axes = ops.convert_to_tensor(axes, name="axes", dtype=dtypes.int32)
        return axes[0], axes[1]
    if len(axes) != 2:
        raise ValueError("'axes' must be an integer or have length 2.")
    pair = [[own] if isinstance(own, (int, np.integer)) else own for own in axes]
    if len(pair[0]) != len(pair[1]):
        raise ValueError(f"Different number of contraction axes 'a' and 'b', {len(pair[0])} != {len(pair[1])}.")
    return pair


def _matrix(x, axes, free_first):
    """`x` as a matrix, its `axes` in one dimension and its free axes in the other; the free sizes; the static ones."""
    known = isinstance(axes, (list, tuple)) and x.shape.rank is not None
    if known:
        sizes = x.shape.as_list()
        axes = [axis + len(sizes) if axis < 0 else axis for axis in axes]
        free = [axis for axis in range(len(sizes)) if axis not in axes]
        static = [sizes[axis] for axis in free]
    if known and x.shape.is_fully_defined():
        products = [math.prod(static), math.prod(sizes[axis] for axis in axes)]
        orders = [free, axes]
        join = functools.partial(functools.reduce, operator.add)
        free_sizes = static
    else:
        if known:
            axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
            free = ops.convert_to_tensor(free, dtype=dtypes.int32, name="free")
            shape = array_ops.shape(x)
        else:
            static = None
            shape = array_ops.shape(x)
            rank = array_ops.rank(x)
            axes = ops.convert_to_tensor(axes, dtype=dtypes.int32, name="axes")
            axes = array_ops.where(axes >= 0, axes, axes + rank)
            free, _ = array_ops.setdiff1d(math_ops.range(rank), axes)
        free_sizes = array_ops.gather(shape, free)
        axes_sizes = array_ops.gather(shape, axes)
        products = [math_ops.reduce_prod(free_sizes), math_ops.reduce_prod(axes_sizes)]
        orders = [free, axes]
        join = functools.partial(array_ops.concat, axis=0)
    if not free_first:
        products, orders = products[::-1], orders[::-1]
    perm = join(orders)
    new_shape = products if isinstance(perm, list) else array_ops_stack.stack(products)
    return array_ops.reshape(array_ops.transpose(x, perm), new_shape), free_sizes, static
