"""Sweep: gradient functions and training steps. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax.

What is asked here is how many ops a gradient creates. Where today's TensorFlow builds the forward op otherwise, the case
goes through `tf.raw_ops`, so that both build the same graph to differentiate.
"""

import numpy as np

from oracle.sweep import constant

CASES = {}


def case(name):
    """Enters the decorated `build(tf)` under `name`; what is not a dict becomes {"y": it}."""

    def enter(build):
        CASES["grad/" + name] = lambda tf: _outputs(build(tf))
        return build

    return enter


def _outputs(result):
    return result if isinstance(result, dict) else {"y": result}


def shapeless(tf, *shape):
    """`constant`, its rank hidden too."""
    tensor = tf.placeholder_with_default(np.cos(np.arange(1, np.prod(shape) + 1) * 0.7).reshape(shape).astype("f"), None)
    tf.add_to_collection("case_inputs", tensor)
    return tensor


def unit(tf, tensor):
    """The same numbers brought into (0, 1)."""
    return tf.raw_ops.Sigmoid(x=tensor)


# ---- two inputs that broadcast: op x static shapes
PAIRS = {
    "equal": lambda tf: (constant(tf, 2, 3), constant(tf, 2, 3)),
    "row": lambda tf: (constant(tf, 2, 3), constant(tf, 3)),
    "column": lambda tf: (constant(tf, 2, 1), constant(tf, 2, 3)),
    "both": lambda tf: (constant(tf, 2, 1), constant(tf, 1, 3)),
    "scalar": lambda tf: (constant(tf, 2, 3), constant(tf)),
    "scalar_left": lambda tf: (constant(tf), constant(tf, 2, 3)),
    "ones": lambda tf: (constant(tf, 1, 1), constant(tf, 1)),
    "unknown": lambda tf: (constant(tf, 2, 3, unknown=(0,)), constant(tf, 2, 3, unknown=(0,))),
    "unknown_row": lambda tf: (constant(tf, 2, 3, unknown=(0,)), constant(tf, 3)),
    "unknown_scalar": lambda tf: (constant(tf, 2, 3, unknown=(0,)), constant(tf)),
    "unknown_column": lambda tf: (constant(tf, 2, 1, unknown=(0,)), constant(tf, 2, 3, unknown=(0, 1))),
    "shapeless": lambda tf: (shapeless(tf, 2, 3), constant(tf, 3)),
}
COMMON = {
    "Add": lambda tf, x, y: tf.raw_ops.Add(x=x, y=y),
    "AddV2": lambda tf, x, y: tf.raw_ops.AddV2(x=x, y=y),
    "Sub": lambda tf, x, y: tf.raw_ops.Sub(x=x, y=y),
    "Mul": lambda tf, x, y: tf.raw_ops.Mul(x=x, y=y),
    "RealDiv": lambda tf, x, y: tf.raw_ops.RealDiv(x=x, y=y),
    "Pow": lambda tf, x, y: tf.raw_ops.Pow(x=unit(tf, x), y=y),
    "Maximum": lambda tf, x, y: tf.raw_ops.Maximum(x=x, y=y),
    "Minimum": lambda tf, x, y: tf.raw_ops.Minimum(x=x, y=y),
    "SquaredDifference": lambda tf, x, y: tf.raw_ops.SquaredDifference(x=x, y=y),
}
RARE = {
    "Div": lambda tf, x, y: tf.raw_ops.Div(x=x, y=y),
    "DivNoNan": lambda tf, x, y: tf.raw_ops.DivNoNan(x=x, y=y),
    "MulNoNan": lambda tf, x, y: tf.raw_ops.MulNoNan(x=x, y=y),
    "FloorMod": lambda tf, x, y: tf.raw_ops.FloorMod(x=x, y=y),
    "FloorDiv": lambda tf, x, y: tf.raw_ops.FloorDiv(x=x, y=y),
    "TruncateDiv": lambda tf, x, y: tf.raw_ops.TruncateDiv(x=tf.to_int32(x), y=tf.to_int32(y) + 1),
    "Xlogy": lambda tf, x, y: tf.raw_ops.Xlogy(x=x, y=unit(tf, y)),
    "Xdivy": lambda tf, x, y: tf.raw_ops.Xdivy(x=x, y=y),
    "Atan2": lambda tf, x, y: tf.raw_ops.Atan2(y=x, x=y),
    "NextAfter": lambda tf, x, y: tf.cast(tf.raw_ops.NextAfter(x1=x, x2=y), tf.float64),
    "Complex": lambda tf, x, y: tf.raw_ops.Real(input=tf.raw_ops.Complex(real=x, imag=y)),
    "Igamma": lambda tf, x, y: tf.raw_ops.Igamma(a=unit(tf, x), x=unit(tf, y)),
    "Igammac": lambda tf, x, y: tf.raw_ops.Igammac(a=unit(tf, x), x=unit(tf, y)),
    "Zeta": lambda tf, x, y: tf.raw_ops.Zeta(x=unit(tf, x) + 2.0, q=unit(tf, y)),
    "Polygamma": lambda tf, x, y: tf.raw_ops.Polygamma(a=tf.floor(unit(tf, x)) + 1.0, x=unit(tf, y)),
}
RARE_PAIRS = ("equal", "row", "both", "unknown", "unknown_scalar")
for _ops, _pairs in ((COMMON, PAIRS), (RARE, RARE_PAIRS)):
    for _op, _apply in _ops.items():
        for _pair in _pairs:
            # Atan2 of two shapes: TensorFlow 1.15's gradient has the wrong shape
            if not (_op == "Atan2" and _pair not in ("equal", "unknown")):
                case(_op + "/" + _pair)(lambda tf, apply=_apply, pair=_pair: apply(tf, *PAIRS[pair](tf)))


@case("broadcast/same pair of shapes again")
def _(tf):
    y = constant(tf, 2, 3)
    for _ in range(2):
        y = tf.raw_ops.Mul(x=y, y=constant(tf, 3))
        y = tf.raw_ops.Sub(x=y, y=constant(tf, 3))
    return tf.raw_ops.Pow(x=unit(tf, y), y=constant(tf, 3))


@case("broadcast/double")
def _(tf):
    x, y = constant(tf, 2, 3, dtype="float64"), constant(tf, 2, 3, dtype="float64")
    return tf.raw_ops.Mul(x=x, y=tf.raw_ops.Sub(x=x, y=tf.raw_ops.SquaredDifference(x=y, y=x)))


@case("broadcast/square of itself")
def _(tf):
    x = constant(tf, 2, 3, unknown=(0,))
    return tf.raw_ops.Mul(x=x, y=x)


# ---- reductions: op x axes x static shapes
SHAPES = {
    "static": lambda tf: constant(tf, 2, 3, 2),
    "unknown": lambda tf: constant(tf, 2, 3, 2, unknown=(0,)),
    "shapeless": lambda tf: shapeless(tf, 2, 3, 2),
}
AXES = {"all": [0, 1, 2], "first": 0, "last": [-1], "pair": [1, 2]}
for _op in ("Sum", "Mean", "Max", "Min", "Prod"):
    for _axes, _axis in AXES.items():
        for _shape in SHAPES:
            for _keep in (False, True) if _axes in ("last", "all") else (False,):

                @case("{}/{}/{}{}".format(_op, _axes, _shape, "/keep" if _keep else ""))
                def _(tf, op=_op, axis=_axis, shape=_shape, keep=_keep):
                    return getattr(tf.raw_ops, op)(input=SHAPES[shape](tf), axis=axis, keep_dims=keep)


for _op in ("Sum", "Mean", "Prod", "Max"):

    @case(_op + "/axes not constant")
    def _(tf, op=_op):
        axis = tf.placeholder_with_default(np.array([0, 2], "int32"), [None])
        return getattr(tf.raw_ops, op)(input=constant(tf, 2, 3, 2), axis=axis)

    @case(_op + "/same shape again")
    def _(tf, op=_op):
        reduce = getattr(tf.raw_ops, op)
        return {
            "a": reduce(input=constant(tf, 2, 3), axis=[1]),
            "b": reduce(input=constant(tf, 2, 3), axis=[1]),
            "c": reduce(input=constant(tf, 2, 3), axis=[-1]),
            "d": reduce(input=constant(tf, 2, 3), axis=0, keep_dims=True),
        }


@case("Sum/no axes")
def _(tf):
    axis = np.array([], "int32")
    return {
        "a": tf.raw_ops.Sum(input=constant(tf), axis=axis),
        "b": tf.raw_ops.Mean(input=constant(tf, 3), axis=axis),
        "c": tf.raw_ops.Mean(input=constant(tf, 3), axis=0),
    }


@case("Mean/double, int64 axes")
def _(tf):
    axis = tf.constant([1], tf.int64)
    x = constant(tf, 2, 3, dtype="float64", unknown=(1,))
    return {"a": tf.raw_ops.Mean(input=x, axis=axis), "b": tf.raw_ops.Sum(input=x, axis=axis)}


# ---- one input, and what is left: a table of ops, each with the static shapes named
UNARY = (
    "Abs Acos Acosh Asin Asinh Atan Atanh BesselI0e BesselI1e Ceil Cos Cosh Digamma Elu Erf Erfc Exp Expm1 Floor Identity Inv "
    "L2Loss Lgamma Log Log1p LogSoftmax Neg OnesLike Reciprocal Relu Relu6 Rint Round Rsqrt Selu Sigmoid Sign Sin Sinh Softmax "
    "Softplus Softsign Sqrt Square Tan Tanh StopGradient ZerosLike"
).split()
_ARGUMENT = {"Elu": "features", "Relu": "features", "Relu6": "features", "Selu": "features", "Softplus": "features",
             "Softsign": "features", "L2Loss": "t", "Softmax": "logits", "LogSoftmax": "logits", "Identity": "input",
             "StopGradient": "input"}  # fmt: skip
for _op in UNARY:

    @case(_op)
    def _(tf, op=_op):
        def apply(x):
            if op == "Acosh":  # wants 1 < x
                x = tf.raw_ops.Exp(x=x)
            return getattr(tf.raw_ops, op)(**{_ARGUMENT.get(op, "x"): x})

        return {"a": apply(unit(tf, constant(tf, 2, 3))), "b": apply(unit(tf, constant(tf, 2, 3, unknown=(0,))))}


def both(tf, apply, *shapes):
    """`apply` on constants of `shapes`, once with static shapes and once with the first axis unknown."""
    static = [constant(tf, *shape) for shape in shapes]
    dynamic = [constant(tf, *shape, unknown=(0,)) if shape else constant(tf) for shape in shapes]
    results = [apply(*static), apply(*dynamic)]
    return {
        "{}{}".format(kind, i): tensor
        for kind, result in zip(("static", "dynamic"), results)
        for i, tensor in enumerate(result if isinstance(result, (list, tuple)) else [result])
    }


TABLE = {  # name: (build(tf) -> what to apply, shapes of its inputs)
    # matrix products
    "MatMul": (lambda tf: tf.matmul, [(2, 3), (3, 4)]),
    "MatMul/ta": (lambda tf: lambda a, b: tf.matmul(a, b, transpose_a=True), [(3, 2), (3, 4)]),
    "MatMul/tb": (lambda tf: lambda a, b: tf.matmul(a, b, transpose_b=True), [(2, 3), (4, 3)]),
    "MatMul/ta tb": (lambda tf: lambda a, b: tf.matmul(a, b, True, True), [(3, 2), (4, 3)]),
    "BatchMatMul": (lambda tf: lambda a, b: tf.raw_ops.BatchMatMul(x=a, y=b), [(2, 2, 3), (2, 3, 4)]),
    "BatchMatMulV2/equal": (lambda tf: tf.matmul, [(2, 3, 3), (2, 3, 3)]),
    "BatchMatMulV2/same batch": (lambda tf: tf.matmul, [(2, 2, 3), (2, 3, 4)]),
    "BatchMatMulV2/adjoint": (lambda tf: lambda a, b: tf.matmul(a, b, adjoint_a=True, adjoint_b=True), [(2, 3, 2), (2, 4, 3)]),
    "BatchMatMulV2/broadcast": (lambda tf: lambda a, b: tf.raw_ops.BatchMatMulV2(x=a, y=b), [(2, 2, 3), (3, 4)]),
    "BatchMatMulV2/matrices": (lambda tf: lambda a, b: tf.raw_ops.BatchMatMulV2(x=a, y=b), [(2, 3), (3, 4)]),
    "BatchMatMulV2/square": (lambda tf: lambda a, b: tf.raw_ops.BatchMatMulV2(x=a, y=b), [(3, 3), (3, 3)]),
    "SparseMatMul": (lambda tf: lambda a, b: tf.matmul(a, b, a_is_sparse=True), [(2, 3), (3, 4)]),
    # shapes and slices
    "Reshape": (lambda tf: lambda x: tf.reshape(x, [-1]), [(2, 3)]),
    "ExpandDims": (lambda tf: lambda x: tf.expand_dims(x, 1), [(2, 3)]),
    "Squeeze": (lambda tf: lambda x: tf.squeeze(x, [1]), [(2, 1)]),
    "Transpose": (lambda tf: lambda x: tf.transpose(x, [1, 0]), [(2, 3)]),
    "Tile": (lambda tf: lambda x: tf.tile(x, [2, 1]), [(2, 3)]),
    "Pad": (lambda tf: lambda x: tf.pad(x, [[1, 0], [0, 2]]), [(2, 3)]),
    "PadV2": (lambda tf: lambda x: tf.pad(x, [[1, 0], [0, 2]], constant_values=2.0), [(2, 3)]),
    "MirrorPad": (lambda tf: lambda x: tf.pad(x, [[1, 0], [0, 2]], "REFLECT"), [(2, 3)]),
    "Slice": (lambda tf: lambda x: tf.slice(x, [1, 0], [1, 2]), [(2, 3)]),
    "StridedSlice": (lambda tf: lambda x: x[0, 1:], [(2, 3)]),
    "StridedSlice/step": (lambda tf: lambda x: x[..., ::2], [(2, 3)]),
    "Split": (lambda tf: lambda x: tf.raw_ops.Split(axis=1, value=x, num_split=3)[1], [(2, 3)]),
    "SplitV": (lambda tf: lambda x: tf.split(x, [1, 2], 1)[1], [(2, 3)]),
    "Unpack": (lambda tf: lambda x: tf.unstack(x, axis=1)[1:], [(2, 3)]),
    "Pack": (lambda tf: lambda x, y: tf.stack([x, y], axis=1), [(2, 3), (2, 3)]),
    "ConcatV2/first": (lambda tf: lambda x, y: tf.concat([x, y], 0), [(2, 3), (1, 3)]),
    "ConcatV2/last": (lambda tf: lambda x, y: tf.concat([x, y, x], -1), [(2, 3), (2, 1)]),
    "Reverse": (lambda tf: lambda x: tf.reverse(x, [1]), [(2, 3)]),
    "ReverseSequence": (lambda tf: lambda x: tf.reverse_sequence(x, [1, 2], 1), [(2, 3)]),
    "BroadcastTo": (lambda tf: lambda x: tf.broadcast_to(x, [2, 3]), [(2, 1)]),
    "BroadcastTo/shape": (lambda tf: lambda x, y: tf.broadcast_to(x, tf.shape(y)), [(2, 1), (2, 3)]),
    "Fill": (lambda tf: lambda x: tf.fill([2, 3], x), [()]),
    "EnsureShape": (lambda tf: lambda x: tf.ensure_shape(x, [2, 3]), [(2, 3)]),
    "Gather": (lambda tf: lambda x: tf.raw_ops.Gather(params=x, indices=[1, 0, 1]), [(2, 3)]),
    "GatherV2/first": (lambda tf: lambda x: tf.gather(x, [1, 0, 1]), [(2, 3)]),
    "GatherV2/matrix of indices": (lambda tf: lambda x: tf.gather(x, [[1, 0], [0, 0]]), [(2, 3)]),
    "GatherV2/last": (lambda tf: lambda x: tf.gather(x, [2, 0], axis=1), [(2, 3)]),
    "GatherV2/batch": (lambda tf: lambda x: tf.gather(x, [[1], [0]], axis=1, batch_dims=1), [(2, 3)]),
    "GatherNd": (lambda tf: lambda x: tf.gather_nd(x, [[1, 2], [0, 0]]), [(2, 3)]),
    "GatherNd/rows": (lambda tf: lambda x: tf.gather_nd(x, [[1], [0]]), [(2, 3)]),
    "ScatterNd": (lambda tf: lambda x: tf.scatter_nd([[1], [0]], x, [4, 3]), [(2, 3)]),
    "TensorScatterUpdate": (lambda tf: lambda x, y: tf.tensor_scatter_update(x, [[1]], y), [(2, 3), (1, 3)]),
    "TensorScatterAdd": (lambda tf: lambda x, y: tf.tensor_scatter_add(x, [[1]], y), [(2, 3), (1, 3)]),
    "TensorScatterSub": (lambda tf: lambda x, y: tf.tensor_scatter_sub(x, [[1]], y), [(2, 3), (1, 3)]),
    "Select": (lambda tf: lambda x, y: tf.raw_ops.Select(condition=tf.greater(x, y), x=x, y=y), [(2, 3), (2, 3)]),
    "Select/rows": (lambda tf: lambda x, y: tf.raw_ops.Select(condition=[True, False], x=x, y=y), [(2, 3), (2, 3)]),
    "SelectV2": (lambda tf: lambda x, y: tf.raw_ops.SelectV2(condition=tf.greater(x, y), t=x, e=y), [(2, 3), (2, 3)]),
    "SelectV2/broadcast": (lambda tf: lambda x, y: tf.raw_ops.SelectV2(condition=[[True], [False]], t=x, e=y), [(2, 3), (3,)]),
    "SelectV2/scalar": (lambda tf: lambda x, y: tf.raw_ops.SelectV2(condition=tf.greater(x, 0.0), t=x, e=y), [(2, 3), ()]),
    "SpaceToDepth": (lambda tf: lambda x: tf.space_to_depth(x, 2), [(2, 4, 4, 1)]),
    "DepthToSpace": (lambda tf: lambda x: tf.depth_to_space(x, 2), [(2, 2, 2, 4)]),
    "SpaceToBatchND": (lambda tf: lambda x: tf.space_to_batch_nd(x, [2, 2], [[0, 0], [0, 0]]), [(2, 4, 4, 1)]),
    "BatchToSpaceND": (lambda tf: lambda x: tf.batch_to_space_nd(x, [2, 2], [[0, 0], [0, 0]]), [(4, 2, 2, 1)]),
    "Roll": (lambda tf: lambda x: tf.roll(x, 1, 1), [(2, 3)]),
    "Cast": (lambda tf: lambda x: tf.cast(x, tf.float64), [(2, 3)]),
    "Cumsum": (lambda tf: lambda x: tf.cumsum(x, 1, exclusive=True), [(2, 3)]),
    "Cumprod": (lambda tf: lambda x: tf.cumprod(x, 1), [(2, 3)]),
    "CumulativeLogsumexp": (lambda tf: lambda x: tf.math.cumulative_logsumexp(x, 1), [(2, 3)]),
    "AddN": (lambda tf: lambda x, y: tf.add_n([x, y, x]), [(2, 3), (2, 3)]),
    "AccumulateNV2": (lambda tf: lambda x, y: tf.raw_ops.AccumulateNV2(inputs=[x, y, x], shape=[2, 3]), [(2, 3), (2, 3)]),
    "IdentityN": (lambda tf: lambda x, y: tf.identity_n([x, y])[0], [(2, 3), (2, 3)]),
    "TopKV2": (lambda tf: lambda x: tf.nn.top_k(x, 2)[0], [(2, 3)]),
    "NthElement": (lambda tf: lambda x: tf.raw_ops.NthElement(input=x, n=1), [(2, 3)]),
    "CheckNumerics": (lambda tf: lambda x: tf.check_numerics(x, "finite"), [(2, 3)]),
    "Betainc": (lambda tf: lambda x: tf.raw_ops.Betainc(a=unit(tf, x), b=unit(tf, x), x=unit(tf, x)), [(2, 3)]),
    "Cross": (lambda tf: lambda x, y: tf.cross(x, y), [(2, 3), (2, 3)]),
    "Print": (lambda tf: lambda x: tf.raw_ops.Print(input=x, data=[], first_n=0), [(2, 3)]),
    # segments and sparse
    "SegmentSum": (lambda tf: lambda x: tf.segment_sum(x, [0, 0, 1]), [(3, 2)]),
    "SegmentMean": (lambda tf: lambda x: tf.segment_mean(x, [0, 0, 1]), [(3, 2)]),
    "SegmentMax": (lambda tf: lambda x: tf.segment_max(x, [0, 0, 1]), [(3, 2)]),
    "SegmentMin": (lambda tf: lambda x: tf.segment_min(x, [0, 0, 1]), [(3, 2)]),
    "UnsortedSegmentSum": (lambda tf: lambda x: tf.unsorted_segment_sum(x, [1, 0, 1], 2), [(3, 2)]),
    "UnsortedSegmentMax": (lambda tf: lambda x: tf.unsorted_segment_max(x, [1, 0, 1], 2), [(3, 2)]),
    "UnsortedSegmentMin": (lambda tf: lambda x: tf.unsorted_segment_min(x, [1, 0, 1], 2), [(3, 2)]),
    "UnsortedSegmentProd": (lambda tf: lambda x: tf.unsorted_segment_prod(x, [1, 0, 1], 2), [(3, 2)]),
    "SparseSegmentSum": (lambda tf: lambda x: tf.sparse_segment_sum(x, [0, 2], [0, 0]), [(3, 2)]),
    "SparseSegmentSumWithNumSegments": (
        lambda tf: lambda x: tf.sparse_segment_sum(x, [0, 2], [0, 0], num_segments=2), [(3, 2)]),
    "SparseSegmentMean": (lambda tf: lambda x: tf.sparse_segment_mean(x, [0, 2], [0, 0]), [(3, 2)]),
    "SparseSegmentSqrtN": (lambda tf: lambda x: tf.sparse_segment_sqrt_n(x, [0, 2], [0, 0]), [(3, 2)]),
    "SparseTensorDenseMatMul": (
        lambda tf: lambda v, y: tf.raw_ops.SparseTensorDenseMatMul(
            a_indices=tf.constant([[0, 1], [1, 0]], tf.int64), a_values=v, a_shape=tf.constant([2, 3], tf.int64), b=y),
        [(2,), (3, 2)]),
    "SparseTensorDenseMatMul/adjoint": (
        lambda tf: lambda v, y: tf.raw_ops.SparseTensorDenseMatMul(
            a_indices=tf.constant([[0, 1], [1, 0]], tf.int64), a_values=v, a_shape=tf.constant([3, 2], tf.int64), b=y,
            adjoint_a=True, adjoint_b=True),
        [(2,), (2, 3)]),
    "SparseToDense": (lambda tf: lambda v: tf.sparse_to_dense([[0], [2]], [3], v), [(2,)]),
    "DynamicPartition": (lambda tf: lambda x: tf.dynamic_partition(x, [0, 1, 0], 2)[0], [(3, 2)]),
    "DynamicStitch": (lambda tf: lambda x, y: tf.dynamic_stitch([[0, 2], [1]], [x, y]), [(2, 3), (1, 3)]),
    "boolean_mask": (lambda tf: lambda x: tf.boolean_mask(x, [True, False]), [(2, 3)]),
    # convolutions, pools, images
    "Conv2D": (lambda tf: lambda x, w: tf.nn.conv2d(x, w, [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1), (3, 3, 1, 2)]),
    "Conv2DBackpropInput": (
        lambda tf: lambda x, w: tf.raw_ops.Conv2DBackpropInput(
            input_sizes=[2, 4, 4, 2], filter=w, out_backprop=x, strides=[1, 2, 2, 1], padding="SAME"),
        [(2, 2, 2, 1), (3, 3, 2, 1)]),
    "Conv2DBackpropFilter": (
        lambda tf: lambda x, y: tf.raw_ops.Conv2DBackpropFilter(
            input=x, filter_sizes=[2, 2, 1, 2], out_backprop=y, strides=[1, 1, 1, 1], padding="SAME"),
        [(2, 3, 3, 1), (2, 3, 3, 2)]),
    "DepthwiseConv2dNative": (
        lambda tf: lambda x, w: tf.nn.depthwise_conv2d_native(x, w, [1, 1, 1, 1], "SAME"), [(2, 3, 3, 2), (2, 2, 2, 1)]),
    "DepthwiseConv2dNativeBackpropInput": (
        lambda tf: lambda x, w: tf.raw_ops.DepthwiseConv2dNativeBackpropInput(
            input_sizes=[2, 3, 3, 2], filter=w, out_backprop=x, strides=[1, 1, 1, 1], padding="SAME"),
        [(2, 3, 3, 2), (2, 2, 2, 1)]),
    "Conv3D": (
        lambda tf: lambda x, w: tf.raw_ops.Conv3D(input=x, filter=w, strides=[1] * 5, padding="SAME"),
        [(2, 3, 3, 3, 1), (2, 2, 2, 1, 2)]),
    "Conv3DBackpropInputV2": (
        lambda tf: lambda x, w: tf.raw_ops.Conv3DBackpropInputV2(
            input_sizes=[2, 3, 3, 3, 2], filter=w, out_backprop=x, strides=[1] * 5, padding="SAME"),
        [(2, 3, 3, 3, 1), (2, 2, 2, 2, 1)]),
    "Dilation2D": (
        lambda tf: lambda x, w: tf.raw_ops.Dilation2D(input=x, filter=w, strides=[1] * 4, rates=[1] * 4, padding="SAME"),
        [(2, 3, 3, 1), (2, 2, 1)]),
    "MaxPool": (lambda tf: lambda x: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
    "MaxPoolWithArgmax": (
        lambda tf: lambda x: tf.nn.max_pool_with_argmax(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")[0], [(2, 4, 4, 1)]),
    "AvgPool": (lambda tf: lambda x: tf.nn.avg_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
    "MaxPool3D": (lambda tf: lambda x: tf.nn.max_pool3d(x, [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"), [(2, 2, 2, 2, 1)]),
    "AvgPool3D": (lambda tf: lambda x: tf.nn.avg_pool3d(x, [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"), [(2, 2, 2, 2, 1)]),
    "LRN": (lambda tf: lambda x: tf.nn.lrn(x), [(2, 2, 2, 3)]),
    "BiasAdd": (lambda tf: tf.nn.bias_add, [(2, 3), (3,)]),
    "BiasAdd/NCHW": (lambda tf: lambda x, b: tf.nn.bias_add(x, b, "NCHW"), [(2, 3, 2, 2), (3,)]),
    "ResizeBilinear": (lambda tf: lambda x: tf.raw_ops.ResizeBilinear(images=x, size=[4, 4]), [(2, 2, 2, 1)]),
    "ResizeBicubic": (lambda tf: lambda x: tf.raw_ops.ResizeBicubic(images=x, size=[4, 4]), [(2, 2, 2, 1)]),
    "ResizeNearestNeighbor": (lambda tf: lambda x: tf.raw_ops.ResizeNearestNeighbor(images=x, size=[4, 4]), [(2, 2, 2, 1)]),
    "CropAndResize": (
        lambda tf: lambda x, b: tf.raw_ops.CropAndResize(image=x, boxes=unit(tf, b), box_ind=[0], crop_size=[2, 2]),
        [(1, 3, 3, 1), (1, 4)]),
    "ExtractImagePatches": (
        lambda tf: lambda x: tf.raw_ops.ExtractImagePatches(
            images=x, ksizes=[1, 2, 2, 1], strides=[1, 1, 1, 1], rates=[1, 1, 1, 1], padding="VALID"),
        [(2, 3, 3, 1)]),
    "LeakyRelu": (lambda tf: lambda x: tf.raw_ops.LeakyRelu(features=x), [(2, 3)]),
    # losses
    "SoftmaxCrossEntropyWithLogits": (
        lambda tf: lambda x, y: tf.raw_ops.SoftmaxCrossEntropyWithLogits(features=x, labels=y)[0], [(2, 3), (2, 3)]),
    "SparseSoftmaxCrossEntropyWithLogits": (
        lambda tf: lambda x: tf.raw_ops.SparseSoftmaxCrossEntropyWithLogits(features=x, labels=[2, 0])[0], [(2, 3)]),
    "sigmoid_cross_entropy": (
        lambda tf: lambda x, y: tf.nn.sigmoid_cross_entropy_with_logits(logits=x, labels=y), [(2, 3), (2, 3)]),
    "weighted_cross_entropy": (
        lambda tf: lambda x, y: tf.nn.weighted_cross_entropy_with_logits(y, x, pos_weight=2.0), [(2, 3), (2, 3)]),
    "CTCLoss": (
        lambda tf: lambda x: tf.raw_ops.CTCLoss(
            inputs=x, labels_indices=tf.constant([[0, 0]], tf.int64), labels_values=[1], sequence_length=[3])[0],
        [(3, 1, 3)]),
    # linear algebra
    "Diag": (lambda tf: lambda x: tf.diag(x), [(3,)]),
    "DiagPart": (lambda tf: lambda x: tf.diag_part(x), [(3, 3)]),
    "MatrixDiag": (lambda tf: lambda x: tf.raw_ops.MatrixDiag(diagonal=x), [(2, 3)]),
    "MatrixDiagPart": (lambda tf: lambda x: tf.raw_ops.MatrixDiagPart(input=x), [(2, 3)]),
    "MatrixSetDiag": (lambda tf: lambda x, d: tf.raw_ops.MatrixSetDiag(input=x, diagonal=d), [(3, 3), (3,)]),
    "MatrixBandPart": (lambda tf: lambda x: tf.matrix_band_part(x, -1, 0), [(3, 3)]),
    "Cholesky": (lambda tf: lambda x: tf.cholesky(tf.matmul(x, x, transpose_b=True) + 3.0 * np.eye(2, dtype="f")), [(2, 3)]),
    "MatrixInverse": (lambda tf: lambda x: tf.matrix_inverse(x + 3.0 * np.eye(3, dtype="f")), [(3, 3)]),
    "MatrixDeterminant": (lambda tf: lambda x: tf.matrix_determinant(x + 3.0 * np.eye(3, dtype="f")), [(3, 3)]),
    "LogMatrixDeterminant": (
        lambda tf: lambda x: tf.raw_ops.LogMatrixDeterminant(input=x + 3.0 * np.eye(3, dtype="f"))[1], [(3, 3)]),
    "MatrixSolve": (lambda tf: lambda x, y: tf.matrix_solve(x + 3.0 * np.eye(3, dtype="f"), y), [(3, 3), (3, 2)]),
    "MatrixTriangularSolve": (
        lambda tf: lambda x, y: tf.raw_ops.MatrixTriangularSolve(matrix=x + 3.0 * np.eye(3, dtype="f"), rhs=y),
        [(3, 3), (3, 2)]),
    "MatrixTriangularSolve/batch": (
        lambda tf: lambda x, y: tf.raw_ops.MatrixTriangularSolve(matrix=x + 3.0 * np.eye(3, dtype="f"), rhs=y),
        [(2, 3, 3), (2, 3, 2)]),
    "SelfAdjointEigV2": (
        lambda tf: lambda x: tf.raw_ops.SelfAdjointEigV2(input=x + np.diag(np.arange(3)).astype("f"))[0], [(3, 3)]),
    "MatrixSquareRoot": (lambda tf: lambda x: tf.raw_ops.MatrixSquareRoot(input=0.1 * x + np.eye(3, dtype="f")), [(3, 3)]),
}  # fmt: skip
for _name, (_apply, _shapes) in TABLE.items():
    case(_name)(lambda tf, apply=_apply, shapes=_shapes: both(tf, apply(tf), *shapes))
