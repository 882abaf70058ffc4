"""tf.contrib.framework: second doors to functions that TensorFlow still has, and functions of a few lines."""

from tensorflow.python.framework import ops, sparse_tensor, tensor, tensor_util
from tensorflow.python.framework import smart_cond as _smart
from tensorflow.python.ops import check_ops, math_ops, sort_ops
from tensorflow.python.util import deprecation
from tensorflow.python.util import nest as nest

BoundedTensorSpec, TensorSpec = tensor.BoundedTensorSpec, tensor.TensorSpec
argsort, sort = sort_ops.argsort, sort_ops.sort
assert_same_float_dtype, assert_scalar = check_ops.assert_same_float_dtype, check_ops.assert_scalar
convert_to_tensor_or_sparse_tensor = sparse_tensor.convert_to_tensor_or_sparse_tensor
deprecated, deprecated_args = deprecation.deprecated, deprecation.deprecated_args
deprecated_arg_values = deprecation.deprecated_arg_values
is_tensor = tensor_util.is_tf_type
smart_case, smart_cond, smart_constant_value = _smart.smart_case, _smart.smart_cond, _smart.smart_constant_value


def assert_scalar_int(tensor, name=None):
    """`tensor`, a scalar of integers; else ValueError."""
    with ops.name_scope(name, "assert_scalar_int", [tensor]) as scope:
        tensor = ops.convert_to_tensor(tensor)
        if not tensor.dtype.base_dtype.is_integer:
            raise ValueError(f"{tensor.name} has to hold integers, not {tensor.dtype.name}")
        return check_ops.assert_scalar(tensor, name=scope)


def get_name_scope():
    """The current name scope, 'outer/inner'."""
    return ops.get_default_graph().get_name_scope()


def reduce_sum_n(tensors, name=None):
    """The sum of all elements of all tensors (a list, of one numeric dtype). ValueError: the list is empty."""
    if not tensors:
        raise ValueError("reduce_sum_n takes a list with at least one tensor")
    with ops.name_scope(name, "reduce_sum_n", tensors) as scope:
        sums = [math_ops.reduce_sum(t, name=f"{t.op.name}/sum") for t in tensors]
        return sums[0] if len(sums) == 1 else math_ops.add_n(sums, name=scope)
