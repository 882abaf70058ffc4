"""How ops are built from what Python code gives: empty lists, slices, the sizes of TensorArrays."""

from tensorflow.core.framework import attr_value_pb2
from tensorflow.python.framework import dtypes, op_def_library, ops, tensor
from tensorflow.python.ops import gen_data_flow_ops, math_ops, tensor_getitem_override

_default_and_allowed_types = op_def_library._ExtractDefaultTypesAndAllowedTypes
_getitem = tensor_getitem_override._slice_helper

_INT32_MAX = dtypes.int32.max


# Today's function first converts a list without a preferred type: an empty one becomes a float constant for nothing.
def default_types(op_def, default_type_attr_map, allowed_list_attr_map):
    """Enters the default types of an op's inputs into `default_type_attr_map`, the preferred ones in TF 1.15."""
    _default_and_allowed_types(op_def, default_type_attr_map, {})


# In a slice with a tensor in it, today's function makes the bounds left open constants and packs them one by one.
def getitem(x, spec, var=None):
    """`x[spec]`, the operator of tensors and (with `var`) variables."""
    parts = spec if isinstance(spec, (list, tuple)) else [spec]
    if any(isinstance(part, slice) for part in parts):
        spec = [_closed(part) for part in parts]
    result = _getitem(x, spec, var)
    if var is None and len(parts) == 1 and isinstance(parts[0], int) and x.op.type == "Shape":
        _hide_from_shape_inference(result)
    return result


def _hide_from_shape_inference(size):
    """Today's shape inference sees through `tf.shape(x)[i]` where x's shape is known in part: `tf.zeros([size])` has a
    static shape that it had not in TF 1.15, and gradients have other ops. A mask that a scalar's slice ignores stops
    it."""
    size.op._set_attr("end_mask", attr_value_pb2.AttrValue(i=1))


def _closed(part):
    """A slice with a tensor in it, its open bounds and step filled in with numbers that mean the same."""
    if not isinstance(part, slice) or not any(
        isinstance(bound, tensor.Tensor) for bound in (part.start, part.stop, part.step)
    ):
        return part
    step = 1 if part.step is None else part.step
    if isinstance(step, tensor.Tensor):
        return part
    first, last = (0, _INT32_MAX) if step > 0 else (_INT32_MAX, -_INT32_MAX)
    return slice(first if part.start is None else part.start, last if part.stop is None else part.stop, step)


# Today's function makes a constant of a size that it was given; TF 1.15 asks the array.
def tensor_array_size(array, name=None):
    """`TensorArray.size()` of TF 1.15, an int32 scalar."""
    return gen_data_flow_ops.tensor_array_size_v3(handle=array._handle, flow_in=array.flow, name=name)


# Today's function gives what it stacks a known first size.
def tensor_array_stack(array, name=None):
    """`TensorArray.stack()` of TF 1.15: the elements along a new first axis, of unknown size."""
    with ops.colocate_with(array._handle), ops.name_scope(name, "TensorArrayStack", [array._handle]):
        return array.gather(math_ops.range(0, array.size()), name=name)


# Today's function asks for the size too, for the static shape of what it joins.
def tensor_array_concat(array, name=None):
    """`TensorArray.concat()` of TF 1.15: the elements joined along their first axis."""
    value, _ = gen_data_flow_ops.tensor_array_concat_v3(
        handle=array._handle,
        flow_in=array._flow,
        dtype=array._dtype,
        name=name,
        element_shape_except0=array.element_shape[1:],
    )
    if array.element_shape:
        value.set_shape([None, *array.element_shape.dims[1:]])
    return value
