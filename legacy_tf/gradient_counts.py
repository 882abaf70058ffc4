"""How many ops TF 1.15.5's gradient functions create, for the op types where today's create another number of ops.

RULES is the table: op type -> a number, or `rule(op, grad, created)`, from the op's attributes and static shapes
(`created`: how many today's function has created). Source of each fact: TensorFlow 1.15.5, asked (tests/golden).
"""

import weakref

import numpy as np
from tensorflow.python.framework import dtypes, indexed_slices, ops, tensor_util
from tensorflow.python.framework import tensor as tensor_lib
from tensorflow.python.ops import control_flow_util

_seen = weakref.WeakKeyDictionary()  # graph -> what TF 1.15 computed once per graph and remembered


def _first_time(key):
    """True the first time that `key` is asked about in this graph."""
    seen = _seen.setdefault(ops.get_default_graph(), set())
    return not (key in seen or seen.add(key))


def _static(*tensors):
    """The fully known shapes of `tensors` as a tuple of tuples, or None."""
    shapes = [tensor.shape for tensor in tensors]
    return tuple(tuple(s.as_list()) for s in shapes) if all(s.is_fully_defined() for s in shapes) else None


def _equal(op, *grads):
    """Whether the two inputs (and the gradient, not sparse) have known and equal shapes."""
    if not all(isinstance(grad, tensor_lib.Tensor) for grad in grads):
        return False
    static = _static(*op.inputs[:2], *grads)
    return static is not None and len(set(static)) == 1


# ---- what helpers of TF 1.15's gradient functions created


def _zeros_like(tensor):
    """ZerosLike, or a constant; from 1000 elements on a shape, a zero and Fill."""
    return 3 if _static(tensor) and tensor.shape.num_elements() >= 1000 else 1


def _conjugates(op, n=2):
    return n if op.inputs[0].dtype.is_complex else 0


def _reduced_shape(axes):
    """size, (axes + rank) % rank, shape of axes, range, fill, dynamic_stitch, and a cast of axes that are not int32."""
    return 10 + (axes.dtype != dtypes.int32)


def _asked_for(op):
    """The indices of the two inputs whose gradients are asked for: all, but a GradientTape names those to skip."""
    return [i for i in (0, 1) if i not in (getattr(op, "skip_input_indices", None) or ())]


def _sums_to_inputs(op, grad):
    """The sums over the axes that were broadcast, and the reshapes to the shapes of the two inputs."""
    static, inputs = _static(*op.inputs[:2]), _asked_for(op)
    if static is None or not isinstance(grad, tensor_lib.Tensor):
        return 3 + 2 * len(inputs)  # Shape, Shape, BroadcastGradientArgs; per input Sum and Reshape
    grad_shape = tuple(grad.shape.as_list()) if grad.shape.rank is not None else None
    needed = sum(static[i] != grad_shape for i in inputs)
    return (3 if _first_time(("broadcast", static)) else 0) + 4 * needed  # axes and shape are constants: two more each


# ---- rules


def _broadcasting(own, if_equal=None):
    """`own(op)`: ops besides the sums to the inputs' shapes: for both inputs, for the first, for the second;
    `if_equal`: all ops if all shapes are known and equal."""

    def rule(op, grad, created):
        if if_equal is not None and _equal(op, grad) and not (op.type == "Mul" and grad.dtype not in _MUL_FAST):
            return if_equal
        both, *of_inputs = own(op)
        both += sum(of_inputs[i] for i in _asked_for(op))
        if 1 not in _asked_for(op) and op.inputs[1].shape.rank == 0 and op.type != "SquaredDifference":
            return both  # a scalar to skip: nothing can have been broadcast
        return both + _sums_to_inputs(op, grad)

    return rule


_MUL_FAST = (dtypes.int32, dtypes.float32)


def _extremum(op, grad, created):
    sparse_of_unknown_shape = isinstance(grad, indexed_slices.IndexedSlices) and not _static(op.outputs[0])
    return 13 + 5 * sparse_of_unknown_shape  # its Shape made it dense once more


def _quotient(op, grad, created):
    return 12 + _conjugates(op)


def _reduces_everything(op):
    axes, rank = tensor_util.constant_value(op.inputs[1]), op.inputs[0].shape.rank
    return axes is not None and rank is not None and np.array_equal(axes, np.arange(rank))


def _sum(op, grad, created):
    data, axes = op.inputs
    constant_axes = tensor_util.constant_value(axes)
    if _reduces_everything(op):
        return 4  # Reshape to ones, Tile, and two shapes
    if constant_axes is None or not _static(data):
        return 6 + _reduced_shape(axes)
    flat = tuple(constant_axes.reshape(-1).tolist())
    if not _first_time(("sum", _static(data), flat)):
        return 4
    casts_axes = not flat and axes.dtype == dtypes.int32  # no axes at all are a float constant
    return 11 + _reduced_shape(axes) + casts_axes


def _mean(op, grad, created):
    return _sum(op, grad, created) + (2 if _static(op.inputs[0], op.outputs[0]) else 11)


def _max_or_min(op, grad, created):
    return 9 + _reduced_shape(op.inputs[1])


def _gather(op, grad, created):
    if op.type == "Gather" or tensor_util.constant_value(op.inputs[2]) == 0:
        return 13
    batch_dims, rank = op.get_attr("batch_dims"), op.inputs[1].shape.rank
    batch_dims += rank if batch_dims < 0 else 0
    return 55 + (24 + batch_dims * (15 + rank) if batch_dims else 0)


def _unsorted_segments(own, of_data, of_grad=0):
    """`own` ops; zeros like the data, the gradient and the ids; and the ids get the data's rank by expand_dims."""

    def rule(op, grad, created):
        data, ids = op.inputs[:2]
        zeros = of_data * _zeros_like(data) + of_grad * _zeros_like(op.outputs[0]) + _zeros_like(ids)
        return own + zeros + 2 * (data.shape.rank - ids.shape.rank)

    return rule


def _tensor_array(op, grad, created):
    in_loop = control_flow_util.GetWhileContext(op) is not None
    return created - (2 + stack(op) * in_loop)  # no `flow_out` (from a loop: by a stack) and no `write_barrier`


RULES = {
    # elementwise ops of two inputs
    "Add": _broadcasting(lambda op: (0, 0, 0), if_equal=0),
    "AddV2": _broadcasting(lambda op: (0, 0, 0), if_equal=0),
    "Sub": _broadcasting(lambda op: (0, 0, 1), if_equal=1),
    "Mul": _broadcasting(lambda op: (_conjugates(op), 1, 1), if_equal=2),
    "SquaredDifference": _broadcasting(lambda op: (4, 0, 1), if_equal=5),
    "Pow": _broadcasting(lambda op: (_conjugates(op, 3), 5, 10 + _zeros_like(op.inputs[0]))),
    "Maximum": _extremum,
    "Minimum": _extremum,
    "RealDiv": _quotient,
    "Div": _quotient,
    "DivNoNan": _quotient,
    "MulNoNan": lambda op, grad, created: 2 if _equal(op, grad) else 9,
    "FloorMod": 10,
    "Atan2": 7,
    "Complex": 9,
    "SelectV2": 12,
    # elementwise ops of one input
    "BesselI1e": lambda op, grad, created: 16 + _zeros_like(op.inputs[0]),
    "Betainc": 25,
    "Sign": 3,
    # reductions
    "Sum": _sum,
    "Mean": _mean,
    "Max": _max_or_min,
    "Min": _max_or_min,
    "Prod": 49,
    "SparseReduceSum": 16,
    # matrices
    "BatchMatMulV2": lambda op, grad, created: 2 if _equal(op) else 17,
    "MatrixTriangularSolve": 6,
    "SelfAdjointEigV2": lambda op, grad, created: 24 if op.get_attr("compute_v") else 14,
    "SparseTensorDenseMatMul": lambda op, grad, created: 20 if op.get_attr("adjoint_b") else 16,
    "Svd": lambda op, grad, created: created + 8 * op.get_attr("compute_uv"),
    # shapes, slices, segments, lists of tensors
    "Reshape": 2,
    "StridedSlice": 2,
    "BroadcastTo": 4,
    "Gather": _gather,
    "GatherV2": _gather,
    "UnsortedSegmentSum": _unsorted_segments(10, of_data=1),
    "UnsortedSegmentMax": _unsorted_segments(19, of_data=3),
    "UnsortedSegmentMin": _unsorted_segments(19, of_data=3),
    "UnsortedSegmentProd": _unsorted_segments(29, of_data=1, of_grad=1),
    "SparseSegmentSum": 8,
    "SparseSegmentSumWithNumSegments": 8,
    "TensorArrayWriteV3": _tensor_array,
    "TensorArrayScatterV3": _tensor_array,
    "TensorArraySplitV3": _tensor_array,
    # spectra
    **{f"RFFT{rank}": lambda op, grad, created: created - 1 for rank in ("", "2D")},
    **{f"IRFFT{rank}": lambda op, grad, created: created + 1 for rank in ("", "2D")},
    # neural networks
    "Conv3D": 4,
    "ExtractImagePatches": 97,
    "SparseSoftmaxCrossEntropyWithLogits": 4,
    "ReluGrad": 4,
    "Relu6Grad": 4,
    "LeakyReluGrad": 4,
    "MaxPoolGrad": 7,
    "MaxPoolGradGrad": 7,
    "MaxPool3DGrad": 7,
    "MaxPool3DGradGrad": 7,
}

# op type -> how often TF 1.15 made a sparse gradient dense, if not once
DENSE = {
    **dict.fromkeys(["Add", "AddV2", "Sub", "Mul", "MulNoNan", "RealDiv", "Div", "DivNoNan", "Pow"], 2),
    **dict.fromkeys(["SelectV2", "BatchMatMulV2"], 2),
    **dict.fromkeys(["Maximum", "Minimum"], 3),
    "Sign": 0,
}


# ---- what TF 1.15 carried from a forward loop into its gradient: shapes, and constants, of which it made copies


def stack(op):
    """The ops by which a value of a loop gets to the loop's gradient.

    A constant, StackV2, StackPushV2, StackPopV2; and per loop or condition around `op` an Enter or Switch for the push
    and one for the pop.
    """
    depth, context = 0, op._get_control_flow_context()
    while context:
        depth, context = depth + 1, context.outer_context
    return 4 + 2 * depth


def _shapes(*inputs):
    """The shapes of those `inputs` (indices) that are not known."""
    return lambda op: stack(op) * sum(not _static(op.inputs[i]) for i in inputs)


def _both_shapes(op):
    """Both or none. The result of an inner loop is carried itself, as every user of its value does anyway."""
    if _static(*op.inputs[:2]):
        return 0
    return stack(op) * sum(t.op.type not in ("Exit", "RefExit") for t in op.inputs[:2])


def _pow_shapes(op):
    """The base's shape once more: where the base is not positive, its logarithm is replaced by zeros of that shape."""
    return _both_shapes(op) + stack(op) * (not _static(op.inputs[0]))


def _sum_shapes(op):
    if _static(op.inputs[0]) and tensor_util.constant_value(op.inputs[1]) is not None:
        return 0
    # with kept axes, today's gradient of Sum does not look at them
    copies_axes = op.type == "Sum" and op.get_attr("keep_dims") and not _reduces_everything(op)
    return stack(op) + copies_axes


def _mean_shapes(op):
    # a scalar's shape is a constant outside of the loop already
    known = not _static(op.inputs[0]) and _reduces_everything(op)
    return _sum_shapes(op) + stack(op) * sum(not _static(t) for t in (op.inputs[0], op.outputs[0])) - known


def _slice_shapes(op):
    return _shapes(0)(op) + sum(tensor_util.constant_value(t) is not None for t in op.inputs[1:])


FROM_LOOP = {
    **dict.fromkeys(["Add", "AddV2", "Sub", "Mul", "SquaredDifference"], _both_shapes),
    "Pow": _pow_shapes,
    **dict.fromkeys(["RealDiv", "Div", "DivNoNan", "MulNoNan", "FloorMod", "Maximum", "Minimum"], _shapes(0, 1)),
    **dict.fromkeys(["Complex", "BatchMatMulV2", "Conv3D"], _shapes(0, 1)),
    **dict.fromkeys(["Reshape", "Gather", "GatherV2", "Max", "Min", "Prod", "Sign"], _shapes(0)),
    "Sum": _sum_shapes,
    "Mean": _mean_shapes,
    "StridedSlice": _slice_shapes,
}


# ---- second derivatives: the gradients of the ops that TF 1.15's first derivative had and today's has not

_SUM_AND_RESHAPE = 16 + 2
_TILE_INSTEAD_OF_BROADCAST_TO = 12 - 4
_SELECT_INSTEAD_OF_SELECT_V2 = 3 - 12
_GRADIENTS_OF_ZEROS_SUMMED = -1  # to no end; TF 1.15's zeros were filled into a shape, where gradients stop
_GRADIENT_RESHAPED_TO_ITS_SHAPE = 2
_NO_RESHAPE = -2
_ALWAYS_SUMMED = ("RealDiv", "Div", "DivNoNan", "Maximum", "Minimum", "FloorMod", "Complex")


def unbuilt(op, grad, results):
    """Pairs (op of today's gradient, ops that TF 1.15's second derivative created more when it came by there)."""
    if op.type in _ALWAYS_SUMMED or FROM_LOOP.get(op.type) in (_both_shapes, _pow_shapes) and not _static(*op.inputs):
        for result in results:
            if result is None:  # skipped, for a tape
                continue
            summed = result is not grad and result.op.type == "Reshape"
            if not summed:
                yield result.op, _SUM_AND_RESHAPE
            if op.type in ("Maximum", "Minimum"):
                select = result.op.inputs[0].op.inputs[0].op if summed else result.op
                yield select, _SELECT_INSTEAD_OF_SELECT_V2
                if result is results[0]:  # its zeros, which the other branch has too
                    yield select.inputs[2].op, _GRADIENTS_OF_ZEROS_SUMMED
    elif op.type in ("Max", "Min") and op.get_attr("keep_dims"):
        yield results[0].op, _GRADIENT_RESHAPED_TO_ITS_SHAPE
    elif op.type in ("Sum", "Mean"):
        last = results[0].op.inputs[0].op if op.type == "Mean" else results[0].op
        if last.type == "BroadcastTo":
            yield last, _TILE_INSTEAD_OF_BROADCAST_TO + 2 * op.get_attr("keep_dims")
    elif op.type == "GatherV2" and isinstance(results[0], tensor_lib.Tensor) and results[0].op.type == "Reshape":
        yield results[0].op, _NO_RESHAPE
    elif op.type == "BatchMatMulV2" and not _equal(op):
        yield from ((result.op, _SUM_AND_RESHAPE) for result in results if result.op.type != "Reshape")
