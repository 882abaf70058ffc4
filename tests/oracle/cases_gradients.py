"""Sweep: gradient functions and training steps. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax.

What is asked here is how many ops a gradient creates. Where today's TensorFlow builds the forward op otherwise, a case
goes through `tf.raw_ops`, so that both build the same graph to differentiate.
"""

import itertools

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
    array = np.cos(np.arange(1, np.prod(shape) + 1) * 0.7).reshape(shape).astype("float32")
    tensor = tf.placeholder_with_default(array, None)
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
STATIC = ("equal", "row", "column", "both", "scalar", "scalar_left", "ones")
UNKNOWN = ("unknown", "unknown_row", "unknown_scalar", "unknown_column", "shapeless")
for _kind, _pairs in (("static", STATIC), ("unknown", UNKNOWN)):
    for _op, _apply in dict(COMMON, **RARE).items():

        @case("{}/{}".format(_op, _kind))
        def _(tf, apply=_apply, pairs=_pairs, op=_op):
            if op == "Atan2":  # TF 1.15's gradient of Atan2 has a wrong shape if anything is broadcast
                pairs = [pair for pair in pairs if pair in ("equal", "unknown")]
            return {pair: apply(tf, *PAIRS[pair](tf)) for pair in pairs}


for _pair in PAIRS:  # each in a graph of its own: TF 1.15 remembers per graph which shapes it has compared
    case("Mul/" + _pair)(lambda tf, pair=_pair: COMMON["Mul"](tf, *PAIRS[pair](tf)))


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
    for _shape in SHAPES:

        @case("{}/{}".format(_op, _shape))
        def _(tf, op=_op, shape=_shape):
            return {
                axes + keep: getattr(tf.raw_ops, op)(input=SHAPES[shape](tf), axis=axis, keep_dims=bool(keep))
                for axes, axis in AXES.items()
                for keep in ("", "_kept")
            }


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
UNARY = {
    "angles": "Acos Asin Atan Cos Sin Tan Acosh Asinh Atanh Cosh Sinh Tanh",
    "powers": "Exp Expm1 Log Log1p Sqrt Rsqrt Square Inv Reciprocal",
    "activations": "Elu Relu Relu6 LeakyRelu Selu Sigmoid Softmax LogSoftmax Softplus Softsign",
    "rounding": "Abs Ceil Floor Rint Round Neg Sign",
    "special": "BesselI0e BesselI1e Digamma Erf Erfc Lgamma",
    "copies": "Identity OnesLike StopGradient ZerosLike L2Loss",
}
for _family, _names in UNARY.items():

    @case("unary/" + _family)
    def _(tf, names=_names):
        inputs = {"static": unit(tf, constant(tf, 2, 3)), "unknown": unit(tf, constant(tf, 2, 3, unknown=(0,)))}
        inputs["large"] = unit(tf, constant(tf, 20, 50))  # from 1000 elements on, zeros are filled
        return {
            name + "_" + kind: getattr(tf.raw_ops, name)(**{ARGUMENT.get(name, "x"): tf.raw_ops.Exp(x=x)})
            for name in names.split()
            for kind, x in inputs.items()
            if name not in ("Acos", "Asin", "Atanh")
        }


ARGUMENT = {"Softmax": "logits", "LogSoftmax": "logits", "L2Loss": "t"}
ARGUMENT.update(dict.fromkeys(["Elu", "Relu", "Relu6", "LeakyRelu", "Selu", "Softplus", "Softsign"], "features"))
ARGUMENT.update(dict.fromkeys(["Identity", "StopGradient"], "input"))


@case("unary/below one")
def _(tf):
    x = unit(tf, constant(tf, 2, 3, unknown=(0,)))
    return {"acos": tf.acos(x), "asin": tf.asin(x), "atanh": tf.atanh(x)}


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
    "BatchMatMulV2/adjoint": (
        lambda tf: lambda a, b: tf.matmul(a, b, adjoint_a=True, adjoint_b=True),
        [(2, 3, 2), (2, 4, 3)],
    ),
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
    "SelectV2/broadcast": (
        lambda tf: lambda x, y: tf.raw_ops.SelectV2(condition=[[True], [False]], t=x, e=y),
        [(2, 3), (3,)],
    ),
    "SelectV2/scalar": (
        lambda tf: lambda x, y: tf.raw_ops.SelectV2(condition=tf.greater(x, 0.0), t=x, e=y),
        [(2, 3), ()],
    ),
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
    "AccumulateNV2": (
        lambda tf: lambda x, y: tf.raw_ops.AccumulateNV2(inputs=[x, y, x], shape=[2, 3]),
        [(2, 3), (2, 3)],
    ),
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
        lambda tf: lambda x: tf.sparse_segment_sum(x, [0, 2], [0, 0], num_segments=2),
        [(3, 2)],
    ),
    "SparseSegmentMean": (lambda tf: lambda x: tf.sparse_segment_mean(x, [0, 2], [0, 0]), [(3, 2)]),
    "SparseSegmentSqrtN": (lambda tf: lambda x: tf.sparse_segment_sqrt_n(x, [0, 2], [0, 0]), [(3, 2)]),
    "SparseTensorDenseMatMul": (
        lambda tf: (
            lambda v, y: tf.raw_ops.SparseTensorDenseMatMul(
                a_indices=tf.constant([[0, 1], [1, 0]], tf.int64),
                a_values=v,
                a_shape=tf.constant([2, 3], tf.int64),
                b=y,
            )
        ),
        [(2,), (3, 2)],
    ),
    "SparseTensorDenseMatMul/adjoint": (
        lambda tf: (
            lambda v, y: tf.raw_ops.SparseTensorDenseMatMul(
                a_indices=tf.constant([[0, 1], [1, 0]], tf.int64),
                a_values=v,
                a_shape=tf.constant([3, 2], tf.int64),
                b=y,
                adjoint_a=True,
                adjoint_b=True,
            )
        ),
        [(2,), (2, 3)],
    ),
    "SparseToDense": (lambda tf: lambda v: tf.sparse_to_dense([[0], [2]], [3], v), [(2,)]),
    "DynamicPartition": (lambda tf: lambda x: tf.dynamic_partition(x, [0, 1, 0], 2)[0], [(3, 2)]),
    "DynamicStitch": (lambda tf: lambda x, y: tf.dynamic_stitch([[0, 2], [1]], [x, y]), [(2, 3), (1, 3)]),
    "boolean_mask": (lambda tf: lambda x: tf.boolean_mask(x, [True, False]), [(2, 3)]),
    # convolutions, pools, images
    "Conv2D": (lambda tf: lambda x, w: tf.nn.conv2d(x, w, [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1), (3, 3, 1, 2)]),
    "Conv2DBackpropInput": (
        lambda tf: (
            lambda x, w: tf.raw_ops.Conv2DBackpropInput(
                input_sizes=[2, 4, 4, 2], filter=w, out_backprop=x, strides=[1, 2, 2, 1], padding="SAME"
            )
        ),
        [(2, 2, 2, 1), (3, 3, 2, 1)],
    ),
    "Conv2DBackpropFilter": (
        lambda tf: (
            lambda x, y: tf.raw_ops.Conv2DBackpropFilter(
                input=x, filter_sizes=[2, 2, 1, 2], out_backprop=y, strides=[1, 1, 1, 1], padding="SAME"
            )
        ),
        [(2, 3, 3, 1), (2, 3, 3, 2)],
    ),
    "DepthwiseConv2dNative": (
        lambda tf: lambda x, w: tf.nn.depthwise_conv2d_native(x, w, [1, 1, 1, 1], "SAME"),
        [(2, 3, 3, 2), (2, 2, 2, 1)],
    ),
    "DepthwiseConv2dNativeBackpropInput": (
        lambda tf: (
            lambda x, w: tf.raw_ops.DepthwiseConv2dNativeBackpropInput(
                input_sizes=[2, 3, 3, 2], filter=w, out_backprop=x, strides=[1, 1, 1, 1], padding="SAME"
            )
        ),
        [(2, 3, 3, 2), (2, 2, 2, 1)],
    ),
    "Conv3D": (
        lambda tf: lambda x, w: tf.raw_ops.Conv3D(input=x, filter=w, strides=[1] * 5, padding="SAME"),
        [(2, 3, 3, 3, 1), (2, 2, 2, 1, 2)],
    ),
    "Conv3DBackpropInputV2": (
        lambda tf: (
            lambda x, w: tf.raw_ops.Conv3DBackpropInputV2(
                input_sizes=[2, 3, 3, 3, 2], filter=w, out_backprop=x, strides=[1] * 5, padding="SAME"
            )
        ),
        [(2, 3, 3, 3, 1), (2, 2, 2, 2, 1)],
    ),
    "Dilation2D": (
        lambda tf: (
            lambda x, w: tf.raw_ops.Dilation2D(input=x, filter=w, strides=[1] * 4, rates=[1] * 4, padding="SAME")
        ),
        [(2, 3, 3, 1), (2, 2, 1)],
    ),
    "MaxPool": (lambda tf: lambda x: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
    "MaxPoolWithArgmax": (
        lambda tf: lambda x: tf.nn.max_pool_with_argmax(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")[0],
        [(2, 4, 4, 1)],
    ),
    "AvgPool": (lambda tf: lambda x: tf.nn.avg_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
    "MaxPool3D": (
        lambda tf: lambda x: tf.nn.max_pool3d(x, [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"),
        [(2, 2, 2, 2, 1)],
    ),
    "AvgPool3D": (
        lambda tf: lambda x: tf.nn.avg_pool3d(x, [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "SAME"),
        [(2, 2, 2, 2, 1)],
    ),
    "LRN": (lambda tf: lambda x: tf.nn.lrn(x), [(2, 2, 2, 3)]),
    "BiasAdd": (lambda tf: tf.nn.bias_add, [(2, 3), (3,)]),
    "BiasAdd/NCHW": (lambda tf: lambda x, b: tf.nn.bias_add(x, b, "NCHW"), [(2, 3, 2, 2), (3,)]),
    "ResizeBilinear": (lambda tf: lambda x: tf.raw_ops.ResizeBilinear(images=x, size=[4, 4]), [(2, 2, 2, 1)]),
    "ResizeBicubic": (lambda tf: lambda x: tf.raw_ops.ResizeBicubic(images=x, size=[4, 4]), [(2, 2, 2, 1)]),
    "ResizeNearestNeighbor": (
        lambda tf: lambda x: tf.raw_ops.ResizeNearestNeighbor(images=x, size=[4, 4]),
        [(2, 2, 2, 1)],
    ),
    "CropAndResize": (
        lambda tf: lambda x, b: tf.raw_ops.CropAndResize(image=x, boxes=unit(tf, b), box_ind=[0], crop_size=[2, 2]),
        [(1, 3, 3, 1), (1, 4)],
    ),
    "ExtractImagePatches": (
        lambda tf: (
            lambda x: tf.raw_ops.ExtractImagePatches(
                images=x, ksizes=[1, 2, 2, 1], strides=[1, 1, 1, 1], rates=[1, 1, 1, 1], padding="VALID"
            )
        ),
        [(2, 3, 3, 1)],
    ),
    # losses
    "SoftmaxCrossEntropyWithLogits": (
        lambda tf: lambda x, y: tf.raw_ops.SoftmaxCrossEntropyWithLogits(features=x, labels=y)[0],
        [(2, 3), (2, 3)],
    ),
    "SparseSoftmaxCrossEntropyWithLogits": (
        lambda tf: lambda x: tf.raw_ops.SparseSoftmaxCrossEntropyWithLogits(features=x, labels=[2, 0])[0],
        [(2, 3)],
    ),
    "sigmoid_cross_entropy": (
        lambda tf: lambda x, y: tf.nn.sigmoid_cross_entropy_with_logits(logits=x, labels=y),
        [(2, 3), (2, 3)],
    ),
    "weighted_cross_entropy": (
        lambda tf: lambda x, y: tf.nn.weighted_cross_entropy_with_logits(y, x, pos_weight=2.0),
        [(2, 3), (2, 3)],
    ),
    "CTCLoss": (
        lambda tf: (
            lambda x: tf.raw_ops.CTCLoss(
                inputs=x, labels_indices=tf.constant([[0, 0]], tf.int64), labels_values=[1], sequence_length=[3]
            )[0]
        ),
        [(3, 1, 3)],
    ),
    # linear algebra
    "Diag": (lambda tf: lambda x: tf.diag(x), [(3,)]),
    "DiagPart": (lambda tf: lambda x: tf.diag_part(x), [(3, 3)]),
    "MatrixDiag": (lambda tf: lambda x: tf.matrix_diag(x), [(2, 3)]),
    "MatrixDiagPart": (lambda tf: lambda x: tf.matrix_diag_part(x), [(2, 3)]),
    "MatrixDiagPart/square": (lambda tf: lambda x: tf.matrix_diag_part(x), [(3, 3)]),
    "MatrixSetDiag": (lambda tf: lambda x, d: tf.matrix_set_diag(x, d), [(3, 3), (3,)]),
    "MatrixBandPart": (lambda tf: lambda x: tf.matrix_band_part(x, -1, 0), [(3, 3)]),
    "Cholesky": (lambda tf: lambda x: tf.cholesky(tf.matmul(x, x, transpose_b=True) + identity(3)), [(3, 3)]),
    "MatrixInverse": (lambda tf: lambda x: tf.matrix_inverse(x + identity(3)), [(3, 3)]),
    "MatrixDeterminant": (lambda tf: lambda x: tf.matrix_determinant(x + identity(3)), [(3, 3)]),
    "LogMatrixDeterminant": (lambda tf: lambda x: tf.raw_ops.LogMatrixDeterminant(input=x + identity(3))[1], [(3, 3)]),
    "MatrixSolve": (lambda tf: lambda x, y: tf.matrix_solve(x + identity(3), y), [(3, 3), (3, 2)]),
    "MatrixSolveLs": (lambda tf: lambda x, y: tf.matrix_solve_ls(x, y), [(3, 2), (3, 1)]),
    "MatrixTriangularSolve": (
        lambda tf: lambda x, y: tf.raw_ops.MatrixTriangularSolve(matrix=x + identity(3), rhs=y),
        [(3, 3), (3, 2)],
    ),
    "MatrixTriangularSolve/batch": (
        lambda tf: lambda x, y: tf.raw_ops.MatrixTriangularSolve(matrix=x + identity(3), rhs=y),
        [(2, 3, 3), (2, 3, 2)],
    ),
    "MatrixTriangularSolve/adjoint": (
        lambda tf: (
            lambda x, y: tf.raw_ops.MatrixTriangularSolve(matrix=x + identity(3), rhs=y, adjoint=True, lower=False)
        ),
        [(3, 3), (3, 2)],
    ),
    "SelfAdjointEigV2": (lambda tf: lambda x: tf.self_adjoint_eig(x + np.diag(np.arange(3)).astype("f")), [(3, 3)]),
    "SelfAdjointEigV2/values": (
        lambda tf: lambda x: tf.self_adjoint_eigvals(x + np.diag(np.arange(3)).astype("f")),
        [(3, 3)],
    ),
    "MatrixSquareRoot": (lambda tf: lambda x: tf.raw_ops.MatrixSquareRoot(input=0.1 * x + identity(3)), [(3, 3)]),
    "Svd": (lambda tf: lambda x: tf.raw_ops.Svd(input=x + np.diag([3, 6, 9]).astype("f"))[0:3], [(3, 3)]),
    "Svd/values": (lambda tf: lambda x: tf.raw_ops.Svd(input=x + identity(3), compute_uv=False)[0], [(3, 3)]),
    "Qr": (lambda tf: lambda x: tf.raw_ops.Qr(input=x + identity(3)), [(3, 3)]),
    "TridiagonalSolve": (
        lambda tf: lambda d, r: tf.raw_ops.TridiagonalSolve(diagonals=d + np.array([[0], [3], [0]], "f"), rhs=r),
        [(3, 3), (3, 1)],
    ),
    # complex numbers
    "complex/fft": (
        lambda tf: lambda x: [tf.real(tf.fft(tf.complex(x, x))), tf.real(tf.ifft2d(tf.complex(x, x)))],
        [(2, 4)],
    ),
    "complex/rfft": (lambda tf: lambda x: tf.real(tf.raw_ops.RFFT(input=x, fft_length=[4])), [(2, 4)]),
    "complex/irfft": (lambda tf: lambda x: tf.raw_ops.IRFFT(input=tf.complex(x, x), fft_length=[4]), [(2, 3)]),
    "complex/parts": (
        lambda tf: lambda x, y: [f(tf.complex(x, y)) for f in (tf.abs, tf.angle, tf.real, tf.imag)],
        [(2, 3), (2, 3)],
    ),
    "complex/unary": (lambda tf: lambda x: [tf.real(f(tf.complex(x, x))) for f in (tf.exp, tf.conj)], [(2, 3)]),
    "complex/binary": (
        lambda tf: (
            lambda x, y: [
                tf.real(getattr(tf.raw_ops, name)(x=tf.complex(x, x), y=tf.complex(y, y)))
                for name in ("Add", "Sub", "Mul", "RealDiv", "Pow", "SquaredDifference")
            ]
        ),
        [(2, 3), (3,)],
    ),
    "complex/matmul": (
        lambda tf: lambda x, y: tf.real(tf.matmul(tf.complex(x, x), tf.complex(y, y))),
        [(2, 3), (3, 2)],
    ),
    "complex/sum": (lambda tf: lambda x: tf.real(tf.raw_ops.Sum(input=tf.complex(x, x), axis=[1])), [(2, 3)]),
    # further ops with a gradient
    "fake_quant": (
        lambda tf: (
            lambda x, a, b: [tf.fake_quant_with_min_max_args(x), tf.fake_quant_with_min_max_vars(x, a - 1.0, b + 1.0)]
        ),
        [(2, 3), (), ()],
    ),
    "fake_quant/channels": (
        lambda tf: lambda x, a, b: tf.fake_quant_with_min_max_vars_per_channel(x, a - 1.0, b + 1.0),
        [(2, 3), (3,), (3,)],
    ),
    "RGBToHSV": (lambda tf: lambda x: tf.image.rgb_to_hsv(unit(tf, x)), [(2, 2, 2, 3)]),
    "FractionalMaxPool": (
        lambda tf: (
            lambda x: tf.raw_ops.FractionalMaxPool(
                value=x, pooling_ratio=[1.0, 1.5, 1.5, 1.0], deterministic=True, seed=1, seed2=1
            )[0]
        ),
        [(2, 4, 4, 1)],
    ),
    "MaxPoolV2": (
        lambda tf: lambda x: tf.raw_ops.MaxPoolV2(input=x, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME"),
        [(2, 4, 4, 1)],
    ),
    "ExtractVolumePatches": (
        lambda tf: (
            lambda x: tf.raw_ops.ExtractVolumePatches(input=x, ksizes=[1, 2, 2, 2, 1], strides=[1] * 5, padding="VALID")
        ),
        [(2, 2, 2, 2, 1)],
    ),
    "DepthwiseConv2dNativeBackpropFilter": (
        lambda tf: (
            lambda x, y: tf.raw_ops.DepthwiseConv2dNativeBackpropFilter(
                input=x, filter_sizes=[2, 2, 2, 1], out_backprop=y, strides=[1] * 4, padding="SAME"
            )
        ),
        [(2, 3, 3, 2), (2, 3, 3, 2)],
    ),
    "Conv3DBackpropFilterV2": (
        lambda tf: (
            lambda x, y: tf.raw_ops.Conv3DBackpropFilterV2(
                input=x, filter_sizes=[2, 2, 2, 1, 2], out_backprop=y, strides=[1] * 5, padding="SAME"
            )
        ),
        [(2, 3, 3, 3, 1), (2, 3, 3, 3, 2)],
    ),
    "ScaleAndTranslate": (
        lambda tf: (
            lambda x: tf.raw_ops.ScaleAndTranslate(images=x, size=[3, 3], scale=[1.5, 1.5], translation=[0.0, 0.0])
        ),
        [(1, 2, 2, 1)],
    ),
    "RandomGamma": (
        lambda tf: lambda x: tf.raw_ops.RandomGamma(shape=[2], alpha=unit(tf, x), seed=1, seed2=2),
        [(2, 3)],
    ),
    "quantize_and_dequantize": (lambda tf: lambda x: tf.quantization.quantize_and_dequantize(x, -1.0, 1.0), [(2, 3)]),
    "UnsortedSegment/ids of the data's rank": (
        lambda tf: lambda x: _unsorted(tf, x, [[1, 0], [1, 0], [0, 0]]),
        [(3, 2)],
    ),
    "UnsortedSegment/rank 3": (lambda tf: lambda x: _unsorted(tf, x, [1, 0, 1]), [(3, 2, 2)]),
    "SparseReduceSum": (
        lambda tf: (
            lambda v: tf.raw_ops.SparseReduceSum(
                input_indices=_pair(tf), input_values=v, input_shape=tf.constant([1, 2], tf.int64), reduction_axes=[1]
            )
        ),
        [(2,)],
    ),
    "SparseSoftmax": (
        lambda tf: (
            lambda v: tf.raw_ops.SparseSoftmax(
                sp_indices=_pair(tf), sp_values=v, sp_shape=tf.constant([1, 2], tf.int64)
            )
        ),
        [(2,)],
    ),
    "SparseAdd": (
        lambda tf: (
            lambda v, w: tf.raw_ops.SparseAdd(
                a_indices=_pair(tf),
                a_values=v,
                a_shape=tf.constant([1, 2], tf.int64),
                b_indices=_pair(tf),
                b_values=w,
                b_shape=tf.constant([1, 2], tf.int64),
                thresh=0.0,
            )[1]
        ),
        [(2,), (2,)],
    ),
    "SparseTensorDenseAdd": (
        lambda tf: (
            lambda v, w: tf.raw_ops.SparseTensorDenseAdd(
                a_indices=_pair(tf), a_values=v, a_shape=tf.constant([1, 2], tf.int64), b=w
            )
        ),
        [(2,), (1, 2)],
    ),
    "SparseDenseCwise": (
        lambda tf: (
            lambda v, w: [
                op(sp_indices=_pair(tf), sp_values=v, sp_shape=tf.constant([1, 2], tf.int64), dense=w)
                for op in (tf.raw_ops.SparseDenseCwiseMul, tf.raw_ops.SparseDenseCwiseDiv)
            ]
        ),
        [(2,), (1, 2)],
    ),
    "TensorList": (
        lambda tf: (
            lambda x: tf.raw_ops.TensorListStack(
                input_handle=tf.raw_ops.TensorListFromTensor(tensor=x, element_shape=[3]),
                element_shape=[3],
                element_dtype=tf.float32,
            )
        ),
        [(2, 3)],
    ),
}


def identity(n):
    return 3.0 * np.eye(n, dtype="f")


def _pair(tf):
    return tf.constant([[0, 0], [0, 1]], tf.int64)


def _unsorted(tf, x, ids):
    return [f(x, ids, 2) for f in (tf.unsorted_segment_sum, tf.unsorted_segment_max, tf.unsorted_segment_prod)]


for _name, (_apply, _shapes) in TABLE.items():
    case(_name)(lambda tf, apply=_apply, shapes=_shapes: both(tf, apply(tf), *shapes))


@case("zeros of 1000 elements and more")
def _(tf):
    row = constant(tf, 50)

    def apply(x):
        y = tf.raw_ops.Pow(x=unit(tf, x), y=row)
        return tf.raw_ops.Select(condition=tf.greater(x, 0.0), x=tf.raw_ops.Maximum(x=x, y=row), y=y)

    return both(tf, apply, (20, 50))


for _version in ("", "V2", "V3"):
    for _training in (True, False):
        for _format in ("NHWC",) if _training else ("NHWC", "NCHW"):

            @case("FusedBatchNorm{}/{}/{}".format(_version, "training" if _training else "inference", _format))
            def _(tf, version=_version, training=_training, layout=_format):
                def apply(x, scale, offset):
                    mean = tf.constant([] if training else [0.1, 0.2, 0.3], tf.float32)
                    variance = tf.constant([] if training else [1.0, 2.0, 3.0], tf.float32)
                    y = getattr(tf.raw_ops, "FusedBatchNorm" + version)(
                        x=x,
                        scale=scale,
                        offset=offset,
                        mean=mean,
                        variance=variance,
                        is_training=training,
                        data_format=layout,
                    )[0]
                    return tf.raw_ops.Exp(x=y)

                return both(tf, apply, (2, 3, 3, 3), (3,), (3,))


# ---- sparse gradients (IndexedSlices) that arrive at an op
SPARSE = {
    "Add": lambda tf, x: tf.raw_ops.Add(x=x, y=x),
    "AddV2/row": lambda tf, x: tf.raw_ops.AddV2(x=x, y=constant(tf, 3)),
    "Sub": lambda tf, x: tf.raw_ops.Sub(x=x, y=constant(tf, 2, 3)),
    "Mul": lambda tf, x: tf.raw_ops.Mul(x=x, y=x),
    "Mul/scalar": lambda tf, x: tf.raw_ops.Mul(x=x, y=constant(tf)),
    "RealDiv": lambda tf, x: tf.raw_ops.RealDiv(x=x, y=constant(tf)),
    "Pow": lambda tf, x: tf.raw_ops.Pow(x=unit(tf, x), y=constant(tf)),
    "Maximum": lambda tf, x: tf.raw_ops.Maximum(x=x, y=constant(tf)),
    "SquaredDifference": lambda tf, x: tf.raw_ops.SquaredDifference(x=x, y=constant(tf)),
    "Sum": lambda tf, x: tf.raw_ops.Sum(input=x, axis=[1], keep_dims=True),
    "Mean": lambda tf, x: tf.raw_ops.Mean(input=x, axis=[1], keep_dims=True),
    "Max": lambda tf, x: tf.raw_ops.Max(input=x, axis=[1], keep_dims=True),
    "Sign": lambda tf, x: tf.raw_ops.Sign(x=x),
    "Tanh": lambda tf, x: tf.raw_ops.Tanh(x=x),
    "Neg": lambda tf, x: tf.raw_ops.Neg(x=x),
    "Reshape": lambda tf, x: tf.reshape(x, [2, 3]),
    "MatMul": lambda tf, x: tf.matmul(x, constant(tf, 3, 2)),
    "BatchMatMulV2": lambda tf, x: tf.raw_ops.BatchMatMulV2(x=x, y=constant(tf, 3, 3)),
    "BiasAdd": lambda tf, x: tf.nn.bias_add(x, constant(tf, 3)),
    "Identity": lambda tf, x: tf.identity(x),
    "ConcatV2": lambda tf, x: tf.concat([tf.concat([x, x], 0), tf.concat([x, x], 0)], 1),
    "Select": lambda tf, x: tf.raw_ops.Select(condition=tf.greater(x, 0.0), x=x, y=x),
    "SelectV2": lambda tf, x: tf.raw_ops.SelectV2(condition=tf.greater(x, 0.0), t=x, e=x),
    "StridedSlice": lambda tf, x: x[:1],
    "BroadcastTo": lambda tf, x: tf.broadcast_to(x, [2, 3]),
    "GatherV2": lambda tf, x: tf.gather(x, [1, 0]),
}
for _name, _apply in SPARSE.items():
    case("sparse/" + _name)(
        lambda tf, apply=_apply: both(tf, lambda x: tf.gather(apply(tf, x), [0, 0]), (2, 3))  # noqa: B023
    )


@case("sparse/three gathers")
def _(tf):
    x = constant(tf, 4, 3)
    return {"a": tf.gather(x, [0, 1]), "b": tf.gather(x, [[1], [3]]), "c": tf.gather(x, [2])}


@case("sparse/gather and dense")
def _(tf):
    x = constant(tf, 4, 3)
    return {"a": tf.gather(x, [0, 1]), "b": tf.exp(x)}


# ---- second derivatives
SECOND = {
    "Exp": lambda tf, x: tf.exp(x),
    "Square": lambda tf, x: tf.square(x),
    "Mul": lambda tf, x: x * x * x,
    "Mul/row": lambda tf, x: tf.square(tf.raw_ops.Mul(x=x, y=constant(tf, 3))),
    "Add/row": lambda tf, x: tf.square(tf.raw_ops.Add(x=x, y=constant(tf, 3))),
    "RealDiv": lambda tf, x: tf.raw_ops.RealDiv(x=1.0, y=unit(tf, x)),
    "Pow": lambda tf, x: tf.raw_ops.Pow(x=unit(tf, x), y=3.0),
    "SquaredDifference": lambda tf, x: tf.raw_ops.SquaredDifference(x=x, y=constant(tf, 3)),
    "Maximum": lambda tf, x: tf.square(tf.raw_ops.Maximum(x=x, y=0.1)),
    "Max": lambda tf, x: tf.square(tf.raw_ops.Max(input=x, axis=[1])),
    "Sum": lambda tf, x: tf.square(tf.reduce_sum(x, 1)),
    "Sum/keep": lambda tf, x: tf.square(tf.reduce_sum(x, 1, keepdims=True)),
    "Mean": lambda tf, x: tf.square(tf.reduce_mean(x, 1)),
    "Mean/all": lambda tf, x: tf.reduce_mean(tf.square(x)),
    "Tanh": lambda tf, x: tf.tanh(x),
    "Sigmoid": lambda tf, x: tf.sigmoid(x),
    "Softplus": lambda tf, x: tf.nn.softplus(x),
    "Relu": lambda tf, x: tf.nn.relu(x) * x,
    "Relu6": lambda tf, x: tf.nn.relu6(x) * x,
    "Elu": lambda tf, x: tf.nn.elu(x),
    "LeakyRelu": lambda tf, x: tf.square(tf.raw_ops.LeakyRelu(features=x)),
    "Sqrt": lambda tf, x: tf.sqrt(unit(tf, x)),
    "Log": lambda tf, x: tf.log(unit(tf, x)),
    "MatMul": lambda tf, x: tf.square(tf.matmul(x, constant(tf, 3, 2))),
    "BiasAdd": lambda tf, x: tf.square(tf.nn.bias_add(x, constant(tf, 3))),
    "Softmax": lambda tf, x: tf.square(tf.nn.softmax(x)),
    "xent": lambda tf, x: tf.raw_ops.SoftmaxCrossEntropyWithLogits(
        features=x, labels=[[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]
    )[0],
    "clip_by_value": lambda tf, x: tf.exp(tf.clip_by_value(x, -0.5, 0.5)),
    "norm": lambda tf, x: tf.norm(x, axis=1),
    "reduce_logsumexp": lambda tf, x: tf.square(tf.reduce_logsumexp(x, 1)),
    "Selu": lambda tf, x: tf.nn.selu(x),
    "Rsqrt": lambda tf, x: tf.rsqrt(unit(tf, x)),
    "StridedSlice": lambda tf, x: tf.square(x[:, 1:]),
    "Reshape": lambda tf, x: tf.square(tf.reshape(x, [-1])),
    "ConcatV2": lambda tf, x: tf.square(tf.concat([x, x], 1)),
}
for _name, _apply in SECOND.items():

    @case("second/" + _name)
    def _(tf, apply=_apply):
        def slope(x):
            y = apply(tf, x)
            return y, tf.gradients(y, x)[0]

        return both(tf, slope, (2, 3))


SECOND_IMAGES = {
    "Conv2D": (lambda tf, x, w: tf.nn.conv2d(x, w, [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1), (3, 3, 1, 2)]),
    "Conv2DBackpropInput": (
        lambda tf, x, w: tf.raw_ops.Conv2DBackpropInput(
            input_sizes=[2, 4, 4, 2], filter=w, out_backprop=x, strides=[1, 2, 2, 1], padding="SAME"
        ),
        [(2, 2, 2, 1), (3, 3, 2, 1)],
    ),
    "MaxPool": (lambda tf, x: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
    "AvgPool": (lambda tf, x: tf.nn.avg_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"), [(2, 4, 4, 1)]),
}
for _name, (_apply, _shapes) in SECOND_IMAGES.items():

    @case("second/" + _name)
    def _(tf, apply=_apply, shapes=_shapes):
        inputs = [constant(tf, *shape) for shape in shapes]
        slopes = tf.gradients(tf.square(apply(tf, *inputs)), inputs)
        return {str(i): slope for i, slope in enumerate(slopes)}


@case("second/gradient penalty")
def _(tf):
    x, w, b, v = constant(tf, 2, 3, unknown=(0,)), constant(tf, 3, 4), constant(tf, 4), constant(tf, 4, 1)
    hidden = tf.raw_ops.LeakyRelu(features=tf.raw_ops.Add(x=tf.matmul(x, w), y=b))
    slope = tf.gradients(tf.matmul(hidden, v), x)[0]
    norm = tf.sqrt(tf.reduce_sum(tf.square(slope), axis=1))
    return tf.reduce_mean((norm - 1.0) ** 2)


@case("second/hessians")
def _(tf):
    x = constant(tf, 3)
    return tf.hessians(tf.reduce_sum(x * x * x), x)[0]


# ---- the machinery around the gradient functions
for _unknown in ((), (0,)):
    for _method in (0, 1):

        @case("aggregation/{}{}".format(_method, "/unknown" if _unknown else ""))
        def _(tf, method=_method, unknown=_unknown):
            x = constant(tf, 2, 3, unknown=unknown)
            return tf.gradients([tf.exp(x), tf.tanh(x), tf.sin(x), x], x, aggregation_method=method)[0]


@case("gate_gradients")
def _(tf):
    x, y = constant(tf, 2, 3), constant(tf, 3, 2)
    return dict(zip("xy", tf.gradients(tf.matmul(x, y), [x, y], gate_gradients=True)))


@case("colocate_gradients_with_ops")
def _(tf):
    x = constant(tf, 2, 3)
    return tf.gradients(tf.exp(x) * x, x, colocate_gradients_with_ops=True)[0]


@case("grad_ys")
def _(tf):
    x = constant(tf, 2, 3)
    y = tf.exp(x)
    return {
        "tensor": tf.gradients(y, x, grad_ys=tf.tanh(x))[0],
        "array": tf.gradients(y, [x], grad_ys=[np.ones((2, 3), "f")])[0],
        "some": tf.gradients([y, tf.sin(x)], x, grad_ys=[None, tf.tanh(x)])[0],
    }


@case("stop_gradients")
def _(tf):
    x = constant(tf, 2, 3)
    h = tf.exp(x)
    stopped = tf.gradients(tf.stop_gradient(h) * x, x)[0]
    return {"a": tf.gradients(tf.sin(h) * x, [x], stop_gradients=[h])[0], "b": stopped}


@case("unconnected_gradients")
def _(tf):
    x, z = constant(tf, 2, 3), constant(tf, 2, 3, unknown=(0,))
    zero = tf.UnconnectedGradients.ZERO
    unknown = tf.gradients(tf.exp(x), z, unconnected_gradients=zero)[0]
    return {"unknown": unknown, "static": tf.gradients(z, x, unconnected_gradients=zero)[0]}


@case("outputs without a gradient")
def _(tf):
    x = constant(tf, 2, 3, unknown=(0,))
    first = tf.unstack(x, axis=1)[0]
    return first + tf.reduce_sum(tf.raw_ops.Split(axis=1, value=x, num_split=3)[2], 1)


@case("custom_gradient")
def _(tf):
    @tf.custom_gradient
    def log1pexp(x):
        e = tf.exp(x)
        return tf.log(1.0 + e), lambda dy: dy * (1.0 - 1.0 / (1.0 + e))

    return log1pexp(constant(tf, 2, 3))


_NUMBERS = itertools.count()


@case("gradient_override_map")
def _(tf):
    name = "CaseOfMul{}".format(next(_NUMBERS))  # a name can't be registered twice in a process

    @tf.RegisterGradient(name)
    def _gradient(op, grad):
        return tf.raw_ops.Exp(x=grad), tf.raw_ops.Neg(x=grad)

    with tf.get_default_graph().gradient_override_map({"Mul": name}):
        return tf.raw_ops.Mul(x=constant(tf, 2, 3), y=constant(tf, 2, 3))


# ---- control flow
@case("cond")
def _(tf):
    row = constant(tf, 3)
    return both(
        tf,
        lambda x: tf.cond(tf.reduce_sum(x) > 0.0, lambda: (tf.exp(x) * row, row), lambda: (x * row, row + 1.0))[0],
        (2, 3),
    )


BODIES = {  # of a while loop: body(tf, a, x) -> the next a
    "Mul": lambda tf, a, x: a * x,
    "Mul/row": lambda tf, a, x: a * tf.constant([0.5, 1.0, 2.0]),
    "Mul/number": lambda tf, a, x: a * 0.5 + x,
    "Add/only shapes": lambda tf, a, x: a + tf.constant([0.5, 1.0, 2.0]),
    "Sub": lambda tf, a, x: 1.0 - a * x,
    "RealDiv": lambda tf, a, x: a / (1.0 + tf.square(x)),
    "Maximum": lambda tf, a, x: tf.raw_ops.Maximum(x=a, y=0.1),
    "Tanh": lambda tf, a, x: tf.tanh(tf.matmul(a, tf.constant(0.1, shape=[3, 3]))),
    "Softmax": lambda tf, a, x: tf.nn.softmax(a),
    "Reshape": lambda tf, a, x: tf.reshape(tf.reshape(tf.tanh(a), [-1]), [-1, 3]),
    "StridedSlice": lambda tf, a, x: tf.concat([a[:, 1:], x[:, :1]], 1),
    "GatherV2": lambda tf, a, x: tf.gather(a, [1, 0]) * x,
    "Sum": lambda tf, a, x: a - tf.raw_ops.Sum(input=a, axis=[0]),
    "Sum/keep": lambda tf, a, x: a - tf.raw_ops.Sum(input=a, axis=[1], keep_dims=True),
    "Sum/all": lambda tf, a, x: a * tf.reduce_sum(tf.square(x)),
    "Mean": lambda tf, a, x: a - tf.raw_ops.Mean(input=a, axis=[1], keep_dims=True),
    "Select": lambda tf, a, x: tf.raw_ops.Select(condition=tf.greater(a, 0.0), x=a * 2.0, y=x),
    "cond": lambda tf, a, x: tf.cond(
        tf.reduce_sum(a) > 1.0, lambda: a * x, lambda: tf.tanh(a) + tf.constant([0.5, 1.0, 2.0])
    ),
    "while": lambda tf, a, x: _loop(tf, lambda b: tf.tanh(b * tf.constant([0.5, 1.0, 2.0])), a) * a,
}


def _loop(tf, body, start):
    shapes = [tf.TensorShape([]), tf.TensorShape([start.shape[0] if start.shape.is_fully_defined() else None, None])]
    return tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, _like(body(a), start)), [0, start], shapes)[1]


def _like(tensor, other):
    tensor.set_shape(other.shape)
    return tensor


for _name, _body in BODIES.items():
    for _unknown in ((), (0,)):

        @case("while/{}{}".format(_name, "/unknown" if _unknown else ""))
        def _(tf, body=_body, unknown=_unknown):
            x = constant(tf, 2, 3, unknown=unknown)
            return tf.while_loop(
                lambda i, a: i < 3,
                lambda i, a: (i + 1, _like(body(tf, _like(a, x), x), x)),
                [0, x],
                [tf.TensorShape([]), x.get_shape()],
            )[1]


@case("while in cond")
def _(tf):
    x, row = constant(tf, 2, 3, unknown=(0,)), constant(tf, 3)
    return tf.cond(tf.reduce_sum(x) > -9.0, lambda: _loop(tf, lambda a: a * row, x), lambda: x)


@case("two loops, one after the other")
def _(tf):
    x, row = constant(tf, 2, 3, unknown=(0,)), tf.constant([0.5, 1.0, 2.0])
    return _loop(tf, lambda a: a + row, _loop(tf, lambda a: a * row - a, x))


for _unknown in ((), (0,)):
    _suffix = "/unknown" if _unknown else ""
    case("map_fn" + _suffix)(
        lambda tf, unknown=_unknown: tf.map_fn(lambda x: tf.tanh(x) * x, constant(tf, 3, 2, unknown=unknown))
    )
    case("scan" + _suffix)(
        lambda tf, unknown=_unknown: tf.scan(lambda a, x: tf.tanh(a * x), constant(tf, 3, 2, unknown=unknown))
    )


@case("TensorArray")
def _(tf):
    read = tf.TensorArray(tf.float32, 3).unstack(constant(tf, 3, 2))
    return tf.TensorArray(tf.float32, 2).write(0, read.read(0)).write(1, tf.exp(read.read(2))).stack()


@case("TensorArray/split, gather, concat")
def _(tf):
    split = tf.TensorArray(tf.float32, 3).split(constant(tf, 6), [2, 2, 2])
    rows = tf.TensorArray(tf.float32, 3).unstack(constant(tf, 3, 2, unknown=(0,)))
    return {"a": split.concat(), "b": split.read(1), "c": rows.gather([0, 2]), "d": rows.concat()}


for _resource in (False, True):
    for _unknown in ((), (0,), (0, 1)):

        @case("LSTM by hand/{}/{} axes unknown".format("resource" if _resource else "ref", len(_unknown)))
        def _(tf, unknown=_unknown, resource=_resource):
            x = constant(tf, 3, 2, 3, unknown=unknown)  # [time, batch, depth]
            n, batch = tf.shape(x)[0], tf.shape(x)[1] if unknown else 2
            inputs, outputs = tf.TensorArray(tf.float32, n).unstack(x), tf.TensorArray(tf.float32, n)
            zero = tf.zeros(tf.stack([batch, 4]))
            w, b = variable(tf, "w", [7, 16], resource), variable(tf, "b", [16], resource)

            def step(t, c, h, outputs):
                gates = tf.nn.bias_add(tf.matmul(tf.concat([inputs.read(t), h], 1), w), b)
                i, j, f, o = tf.raw_ops.Split(axis=1, value=gates, num_split=4)
                c = c * tf.sigmoid(f + 1.0) + tf.sigmoid(i) * tf.tanh(j)
                h = tf.tanh(c) * tf.sigmoid(o)
                return t + 1, c, h, outputs.write(t, h)

            state = tf.TensorShape([None, 4])
            shapes = [tf.TensorShape([]), state, state, tf.TensorShape(None)]
            _, c, _, outputs = tf.while_loop(lambda t, *_: t < n, step, [0, zero, zero, outputs], shapes)
            return {"outputs": outputs.stack(), "c": c}


# ---- training steps: what counts is the seed of the random op after them, and the variables after one step
def variable(tf, name, shape, resource=False):
    start = 0.3 * np.cos(np.arange(1, np.prod(shape) + 1)).reshape(shape).astype("f")
    return tf.get_variable(name, initializer=start, use_resource=resource)


def loss(tf, resource=False):
    w, b = variable(tf, "w", [3, 2], resource), variable(tf, "b", [2], resource)
    return tf.reduce_mean(tf.nn.bias_add(tf.matmul(constant(tf, 4, 3), w), b) ** 2)


def sparse_loss(tf, resource=False):
    return tf.reduce_sum(tf.square(tf.gather(variable(tf, "w", [5, 2], resource), [0, 1, 1])))


def after(tf, step):
    with tf.control_dependencies([step]):
        floats = [v for v in tf.global_variables() if v.dtype.base_dtype == tf.float32]
        return {
            "random": tf.random_uniform([2]),
            "variables": tf.concat([tf.reshape(v.read_value(), [-1]) for v in floats], 0),
        }


OPTIMIZERS = {
    "GradientDescent": lambda train: train.GradientDescentOptimizer(0.1),
    "GradientDescent/locking": lambda train: train.GradientDescentOptimizer(0.1, use_locking=True),
    "Momentum": lambda train: train.MomentumOptimizer(0.1, 0.9),
    "Momentum/nesterov": lambda train: train.MomentumOptimizer(0.1, 0.9, use_nesterov=True),
    "Adam": lambda train: train.AdamOptimizer(0.1),
    "RMSProp": lambda train: train.RMSPropOptimizer(0.1),
    "RMSProp/centered": lambda train: train.RMSPropOptimizer(0.1, momentum=0.5, centered=True),
    "Adagrad": lambda train: train.AdagradOptimizer(0.1),
    "Adadelta": lambda train: train.AdadeltaOptimizer(0.1),
    "Ftrl": lambda train: train.FtrlOptimizer(0.1, l1_regularization_strength=0.1),
    "Ftrl/shrinkage": lambda train: train.FtrlOptimizer(0.1, l2_shrinkage_regularization_strength=0.1),
    "ProximalGradientDescent": lambda train: train.ProximalGradientDescentOptimizer(0.1, 0.1),
    "ProximalAdagrad": lambda train: train.ProximalAdagradOptimizer(0.1, l1_regularization_strength=0.1),
}
for _name, _optimizer in OPTIMIZERS.items():
    for _resource in (False, True):
        _kind = "{}/{}".format(_name, "resource" if _resource else "ref")

        @case("train/{}/dense".format(_kind))
        def _(tf, optimizer=_optimizer, resource=_resource):
            step = tf.train.get_or_create_global_step()
            return after(tf, optimizer(tf.train).minimize(loss(tf, resource), global_step=step))

        @case("train/{}/sparse".format(_kind))
        def _(tf, optimizer=_optimizer, resource=_resource):
            return after(tf, optimizer(tf.train).minimize(sparse_loss(tf, resource)))


@case("train/AdagradDA")
def _(tf):
    step = tf.train.get_or_create_global_step()
    return after(tf, tf.train.AdagradDAOptimizer(0.1, step).minimize(loss(tf), global_step=step))


CLIP = {
    "by_value": lambda tf, grads: [tf.clip_by_value(g, -0.1, 0.1) for g in grads],
    "by_norm": lambda tf, grads: [tf.clip_by_norm(g, 0.1) for g in grads],
    "by_global_norm": lambda tf, grads: tf.clip_by_global_norm(grads, 0.1)[0],
    "by_average_norm": lambda tf, grads: [tf.clip_by_average_norm(g, 0.1) for g in grads],
    "scaled": lambda tf, grads: [g * 2.0 / tf.global_norm(grads) for g in grads],
}
for _name, _clip in CLIP.items():
    for _loss in (loss, sparse_loss)[: 2 if _name == "by_global_norm" else 1]:

        @case("train/clip/{}/{}".format(_name, _loss.__name__))
        def _(tf, clip=_clip, loss=_loss):
            optimizer = tf.train.AdamOptimizer(0.1)
            grads, variables = zip(*optimizer.compute_gradients(loss(tf)))
            return after(tf, optimizer.apply_gradients(zip(clip(tf, list(grads)), variables)))


DECAY = {
    "exponential": lambda train, step: train.exponential_decay(0.1, step, 10, 0.9, staircase=True),
    "piecewise": lambda train, step: train.piecewise_constant(step, [10, 20], [0.1, 0.2, 0.3]),
    "polynomial": lambda train, step: train.polynomial_decay(0.1, step, 10),
    "polynomial/cycle": lambda train, step: train.polynomial_decay(0.1, step, 10, cycle=True),
    "natural_exp": lambda train, step: train.natural_exp_decay(0.1, step, 10, 0.5),
    "inverse_time": lambda train, step: train.inverse_time_decay(0.1, step, 10, 0.5),
    "cosine": lambda train, step: train.cosine_decay(0.1, step, 10),
    "cosine_restarts": lambda train, step: train.cosine_decay_restarts(0.1, step, 10),
    "linear_cosine": lambda train, step: train.linear_cosine_decay(0.1, step, 10),
}
for _name, _decay in DECAY.items():

    @case("train/decay/" + _name)
    def _(tf, decay=_decay):
        step = tf.train.get_or_create_global_step()
        optimizer = tf.train.GradientDescentOptimizer(decay(tf.train, step))
        return after(tf, optimizer.minimize(loss(tf), global_step=step))


@case("train/two optimizers of a GAN")
def _(tf):
    with tf.variable_scope("G"):
        fake = tf.tanh(tf.matmul(constant(tf, 4, 2, unknown=(0,)), variable(tf, "w", [2, 3])))
    with tf.variable_scope("D"):
        w = variable(tf, "w", [3, 1])
    real, fake = tf.matmul(constant(tf, 4, 3, unknown=(0,)), w), tf.matmul(fake, w)

    def cost(logits, target):
        return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=target(logits)))

    d_loss = cost(real, tf.ones_like) + cost(fake, tf.zeros_like)
    d_step = tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(d_loss, var_list=tf.trainable_variables("D"))
    g_loss = cost(fake, tf.ones_like)
    g_step = tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(g_loss, var_list=tf.trainable_variables("G"))
    with tf.control_dependencies([d_step]):
        after_d = tf.random_uniform([])
    with tf.control_dependencies([after_d, g_step]):  # one after the other: they share variables
        return {"after_d": after_d, "after_g": tf.random_uniform([])}


@case("train/moving average")
def _(tf):
    step = tf.train.GradientDescentOptimizer(0.1).minimize(loss(tf))
    with tf.control_dependencies([step]):
        return after(tf, tf.train.ExponentialMovingAverage(0.9).apply(tf.trainable_variables()))


@case("train/moving average/zero_debias")
def _(tf):
    average = tf.train.ExponentialMovingAverage(0.9, tf.train.get_or_create_global_step(), zero_debias=True)
    return after(tf, average.apply([loss(tf, True)]))


for _gate in ("GATE_NONE", "GATE_GRAPH"):

    @case("train/" + _gate)
    def _(tf, gate=_gate):
        optimizer = tf.train.AdamOptimizer(0.1)
        return after(tf, optimizer.minimize(loss(tf), gate_gradients=getattr(optimizer, gate)))


@case("train/grad_loss")
def _(tf):
    cost = loss(tf)
    optimizer = tf.train.AdamOptimizer(0.1)
    return after(tf, optimizer.minimize(cost, grad_loss=tf.square(cost), colocate_gradients_with_ops=True))


@case("train/update ops first")
def _(tf):
    cost = loss(tf)
    moving = tf.get_variable("moving", [2], trainable=False, initializer=tf.zeros_initializer())
    with tf.control_dependencies([tf.assign_sub(moving, [0.1, 0.1])]):
        return after(tf, tf.train.AdamOptimizer(0.1).minimize(cost))
