"""How many ops TF 1.15's gradient functions created, for the op types where today's create another number of ops.

TF 1.15's implicit op seed is the number of ops in the graph, so a random op that is created after `tf.gradients` or
`minimize` depends on how the gradients were built, though nobody ever looks at those ops. Today's gradients are as good,
or better: they stay, and what TF 1.15 would have created more (or less) is entered into the ledger of `seeds`.

Each rule counts absolutely, from the op's attributes and static shapes: `rule(op, grad, created)` is the number of ops that
TF 1.15.5 creates (`created`: the number created here). Source of each fact: TensorFlow 1.15.5, asked
(tests/oracle/cases_gradients.py).
"""

import contextlib
import functools
import weakref

import numpy as np
from tensorflow.python.framework import dtypes, indexed_slices, ops, tensor_util
from tensorflow.python.framework import tensor as tensor_lib
from tensorflow.python.ops import control_flow_ops

from legacy_tf import seeds

_once = weakref.WeakKeyDictionary()  # graph -> what TF 1.15 computed once per graph and remembered


def install():
    """Counts every gradient function by TF 1.15's rules from now on. Called once, when the process is switched."""
    lookup, add_value = ops.get_gradient_function, control_flow_ops.WhileContext.AddValue

    def get_gradient_function(op):
        function = lookup(op)
        rule = _RULES.get(_registered_name(op))
        return functools.partial(_counted, function, rule) if function and rule is not None else function

    def counted_add_value(context, value):
        with _carried_in.counting("shapes" if value.op.type == "Shape" else "values"):
            return add_value(context, value)

    ops.get_gradient_function = get_gradient_function
    control_flow_ops.WhileContext.AddValue = counted_add_value


def _registered_name(op):
    """The name under which `op`'s gradient is registered: its type, or what `gradient_override_map` put in its place."""
    try:
        return op.get_attr("_gradient_op_type").decode()
    except ValueError:
        return op.type


def _counted(function, rule, op, grad, *grads):
    """Calls gradient `function` and enters the difference between `rule` and what was created into the ledger."""
    sparse = isinstance(grad, indexed_slices.IndexedSlices)
    from_loop = 0
    if _gradient_loop() and op.type in _FROM_LOOP:
        from_loop = _FROM_LOOP[op.type](op)
        if from_loop >= _STACK:
            _gradient_loop().grad_sync  # the loop's ControlTrigger, which the first stack brings along in both TensorFlows
    before, values, shapes = seeds.ops_created(), _carried_in.values, _carried_in.shapes
    # what TF 1.15 handed on was dense: today's Add and others would hand on the slices
    result = function(op, ops.convert_to_tensor(grad) if sparse else grad, *grads)
    values, shapes = _carried_in.values - values, _carried_in.shapes - shapes
    created = seeds.ops_created() - before
    expected = rule(op, grad, created - values - shapes) if callable(rule) else rule
    if sparse:  # TF 1.15 made it dense wherever it used it: a StridedSlice and its constants, UnsortedSegmentSum
        expected += 5 * _DENSE.get(op.type, 1)
    seeds.record(expected + values + from_loop - created)
    return result


class _CarriedIn:
    """Counts the ops that carry values into a while loop: of the forward loop into its gradient's, above all.

    Such a value is pushed on a stack in the forward loop and popped in the gradient's: six ops. In TF 1.15 the same values
    were carried in, but not the same shapes: these are counted apart.
    """

    def __init__(self):
        self.values = self.shapes = 0
        self._within = False

    @contextlib.contextmanager
    def counting(self, kind):
        before, outermost = ops.get_default_graph().version, not self._within
        self._within = True
        try:
            yield
        finally:
            if outermost:
                setattr(self, kind, getattr(self, kind) + ops.get_default_graph().version - before)
                self._within = False


_carried_in = _CarriedIn()
_STACK = 6  # constant, StackV2, Enter, StackPushV2; Enter, StackPopV2


def _gradient_loop():
    """The state of the loop whose gradient is being built (v1 control flow), or None."""
    context = ops.get_default_graph()._get_control_flow_context()
    context = context and context.GetWhileContext()
    return context and context.grad_state


def _first_time(key):
    """True the first time that `key` is asked about in this graph."""
    seen = _once.setdefault(ops.get_default_graph(), set())
    return not (key in seen or seen.add(key))


def _static(*tensors):
    """The fully known shapes of `tensors` as a tuple of tuples, or None."""
    shapes = [tensor.shape for tensor in tensors]
    return tuple(tuple(s.as_list()) for s in shapes) if all(s.is_fully_defined() for s in shapes) else None


# ---- what helpers of TF 1.15's gradient functions created


def _zeros_like(tensor):
    """ZerosLike, or a constant; from 1000 elements on a shape, a zero and Fill."""
    return 3 if _static(tensor) and tensor.shape.num_elements() >= 1000 else 1


def _equal(op, *grads):
    """Whether the two inputs (and the gradient) have known and equal shapes."""
    if not all(isinstance(grad, tensor_lib.Tensor) for grad in grads):
        return False
    static = _static(*op.inputs[:2], *grads)
    return static is not None and len(set(static)) == 1


def _conjugates(op):
    return len(op.inputs) if op.inputs[0].dtype.is_complex else 0


def _reduced_shape(axes):
    """size, (axes + rank) % rank, shape of axes, range, fill, dynamic_stitch, and a cast of axes that are not int32."""
    return 10 + (axes.dtype != dtypes.int32)


def _sum_to_inputs(op, grad):
    """The sums over the axes that were broadcast, and the reshapes to the shapes of the two inputs."""
    static = _static(*op.inputs[:2])
    if static is None or not isinstance(grad, tensor_lib.Tensor):
        return 3 + 2 * 2  # Shape, Shape, BroadcastGradientArgs; per input Sum and Reshape
    grad_shape = tuple(grad.shape.as_list()) if grad.shape.rank is not None else None
    needed = sum(shape != grad_shape for shape in static)
    return (3 if _first_time(("broadcast", static)) else 0) + 4 * needed  # axes and shape are constants: two ops more each


def _broadcasting(ops_of_its_own, if_equal=None, equal_dtypes=None):
    """Rule of an elementwise op of two inputs. `if_equal`: ops when all shapes are known and equal."""

    def rule(op, grad, created):
        if if_equal is not None and _equal(op, grad) and (not equal_dtypes or grad.dtype in equal_dtypes):
            return if_equal
        own = ops_of_its_own(op) if callable(ops_of_its_own) else ops_of_its_own
        return own + _conjugates(op) + _sum_to_inputs(op, grad)

    return rule


def _extremum(op, grad, created):
    sparse_of_unknown_shape = isinstance(grad, indexed_slices.IndexedSlices) and not _static(op.outputs[0])
    return 13 + 5 * sparse_of_unknown_shape  # its Shape made it dense once more


# ---- reductions


def _sum(op, grad, created):
    data, axes = op.inputs
    shape, constant_axes = data.shape, tensor_util.constant_value(axes)
    if shape.rank is not None and constant_axes is not None:
        if np.array_equal(constant_axes, np.arange(shape.rank)):
            return 4  # Reshape to ones, Tile, and two shapes
        if shape.is_fully_defined():
            flat = tuple(constant_axes.reshape(-1).tolist())
            if not _first_time(("sum", tuple(shape.as_list()), flat)):
                return 4
            return 4 + 7 + _reduced_shape(axes) + (not flat and axes.dtype == dtypes.int32)
    return 6 + _reduced_shape(axes)


def _mean(op, grad, created):
    return _sum(op, grad, created) + (2 if _static(op.inputs[0], op.outputs[0]) else 11)


# ---- gathers and segments


def _gather(op, grad, created):
    if op.type == "Gather" or tensor_util.constant_value(op.inputs[2]) == 0:
        return 13
    batch_dims, rank = op.get_attr("batch_dims"), op.inputs[1].shape.rank
    batch_dims += rank if batch_dims < 0 else 0
    return 55 + (24 + batch_dims * (15 + rank) if batch_dims else 0)


def _matrix_diag_part(op, grad, created):
    shape = op.inputs[0].shape
    square = shape.is_fully_defined() and shape[-1] == shape[-2]
    return 1 if square else 1 + _zeros_like(op.inputs[0])


def _tensor_array(op, grad, created):
    return created - (2 if not _gradient_loop() else 2 + _STACK)  # no flow_out, no write barrier


def _less(n):
    return lambda op, grad, created: created - n - 5 * isinstance(grad, indexed_slices.IndexedSlices)


# ---- what TF 1.15 carried from a forward loop into its gradient: shapes; and constants, of which it made copies


def _shapes(*inputs):
    """Rule: the shapes of `inputs` (indices) that are not known statically."""
    return lambda op: _STACK * sum(not _static(op.inputs[i]) for i in inputs)


def _both_or_none(op):
    return 0 if _static(*op.inputs[:2]) else 2 * _STACK


def _sum_shapes(op):
    data, axes = op.inputs
    if _static(data) and tensor_util.constant_value(axes) is not None:
        return 0
    everything = np.array_equal(tensor_util.constant_value(axes), np.arange(data.shape.rank or 0))
    return _STACK + (op.type == "Sum" and op.get_attr("keep_dims") and not everything)  # a copy of the axes


def _mean_shapes(op):
    shapes = 0 if _static(op.inputs[0], op.outputs[0]) else sum(not _static(t) for t in (op.inputs[0], op.outputs[0]))
    return _sum_shapes(op) + _STACK * shapes


def _slice_shapes(op):
    return _shapes(0)(op) + sum(tensor_util.constant_value(t) is not None for t in op.inputs[1:])


_FROM_LOOP = dict.fromkeys("Add AddV2 Sub Mul SquaredDifference Pow".split(), _both_or_none)
_FROM_LOOP.update(
    dict.fromkeys("Maximum Minimum RealDiv Div DivNoNan MulNoNan FloorMod Complex BatchMatMulV2 Conv3D".split(), _shapes(0, 1)),
    **dict.fromkeys("Reshape Gather GatherV2 Max Min Prod Sign".split(), _shapes(0)),
    Sum=_sum_shapes,
    Mean=_mean_shapes,
    StridedSlice=_slice_shapes,
)

# op type: how often TF 1.15 made a sparse gradient dense, if not once
_DENSE = dict.fromkeys("Add AddV2 Sub Mul RealDiv Div DivNoNan MulNoNan Pow SelectV2 BatchMatMulV2".split(), 2)
_DENSE.update(Sign=0, Maximum=3, Minimum=3)

_EQUAL_32 = (dtypes.int32, dtypes.float32)
_RULES = {  # op type: number of ops in TF 1.15.5, or rule(op, grad, created)
    # elementwise ops of two inputs
    "Add": _broadcasting(0, if_equal=0),
    "AddV2": _broadcasting(0, if_equal=0),
    "Sub": _broadcasting(1, if_equal=1),
    "Mul": _broadcasting(2, if_equal=2, equal_dtypes=_EQUAL_32),
    "SquaredDifference": _broadcasting(5, if_equal=5),
    "Pow": _broadcasting(lambda op: 15 + _zeros_like(op.inputs[0])),
    "Maximum": _extremum,
    "Minimum": _extremum,
    "RealDiv": lambda op, grad, created: 12 + _conjugates(op),
    "Div": lambda op, grad, created: 12 + _conjugates(op),
    "DivNoNan": lambda op, grad, created: 12 + _conjugates(op),
    "MulNoNan": lambda op, grad, created: 2 if _equal(op, grad) else 9,
    "FloorMod": 10,
    "Atan2": 7,
    "Complex": 9,
    "SelectV2": 12,
    # elementwise ops of one input
    "BesselI1e": lambda op, grad, created: 16 + _zeros_like(op.inputs[0]),
    "Sign": 3,
    "Betainc": 25,
    # reductions
    "Sum": _sum,
    "Mean": _mean,
    "Max": lambda op, grad, created: 9 + _reduced_shape(op.inputs[1]),
    "Min": lambda op, grad, created: 9 + _reduced_shape(op.inputs[1]),
    "Prod": 49,
    # matrices
    "BatchMatMulV2": lambda op, grad, created: 2 if _equal(op) else 17,
    "MatrixTriangularSolve": 6,
    "SparseTensorDenseMatMul": lambda op, grad, created: 20 if op.get_attr("adjoint_b") else 16,
    "MatrixDiag": 1,
    "MatrixDiagPart": _matrix_diag_part,
    "MatrixSetDiag": _less(3),
    "Cholesky": _less(7),
    "SelfAdjointEigV2": _less(12),
    "MatrixSquareRoot": _less(4),
    # slices, gathers, segments
    "StridedSlice": 2,
    "Reshape": 2,
    "BroadcastTo": 4,
    "Gather": _gather,
    "GatherV2": _gather,
    "UnsortedSegmentSum": _less(8),
    "UnsortedSegmentMax": _less(8),
    "UnsortedSegmentMin": _less(8),
    "UnsortedSegmentProd": _less(8),
    "SparseSegmentSum": 8,
    "SparseSegmentSumWithNumSegments": 8,
    "TensorArrayWriteV3": _tensor_array,
    "TensorArrayScatterV3": _tensor_array,
    "TensorArraySplitV3": _tensor_array,
    # neural networks
    "Conv3D": 4,
    "ExtractImagePatches": 97,
    "ReluGrad": 4,
    "Relu6Grad": 4,
    "LeakyReluGrad": 4,
    "MaxPoolGrad": 7,
    "MaxPool3DGrad": 7,
    "MaxPoolGradGrad": 7,
    "MaxPool3DGradGrad": 7,
    "SparseSoftmaxCrossEntropyWithLogits": 4,
}
