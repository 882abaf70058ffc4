"""Initializers, regularizers and activations that TF 1.15's layers take by name: 'glorot_uniform', 'l2', 'relu' …"""

from functools import partial

from tensorflow.python.framework import constant_op
from tensorflow.python.ops import array_ops, clip_ops, init_ops, math_ops, nn

# Keras's defaults differ from tf.*_initializer's: a standard deviation (half-width) of 0.05
_INITIALIZERS = {
    **dict.fromkeys(("zeros", "zero", "Zeros"), init_ops.Zeros),
    **dict.fromkeys(("ones", "one", "Ones"), init_ops.Ones),
    **dict.fromkeys(("constant", "Constant"), init_ops.Constant),
    **dict.fromkeys(("uniform", "random_uniform", "RandomUniform"), partial(init_ops.RandomUniform, -0.05, 0.05)),
    **dict.fromkeys(("normal", "random_normal", "RandomNormal"), partial(init_ops.RandomNormal, 0.0, 0.05)),
    **dict.fromkeys(("truncated_normal", "TruncatedNormal"), partial(init_ops.TruncatedNormal, 0.0, 0.05)),
    **dict.fromkeys(("identity", "Identity"), init_ops.Identity),
    **dict.fromkeys(("orthogonal", "Orthogonal"), init_ops.Orthogonal),
    **dict.fromkeys(("glorot_normal", "GlorotNormal"), init_ops.GlorotNormal),
    **dict.fromkeys(("glorot_uniform", "GlorotUniform"), init_ops.GlorotUniform),
    "VarianceScaling": init_ops.VarianceScaling,
    "he_normal": init_ops.he_normal,
    "he_uniform": init_ops.he_uniform,
    "lecun_normal": init_ops.lecun_normal,
    "lecun_uniform": init_ops.lecun_uniform,
}


def softmax(x):
    """Softmax over the last axis; beyond matrices TF 1.15's layers write it out."""
    if x.shape.ndims <= 2:
        return nn.softmax(x)
    e = math_ops.exp(x - math_ops.reduce_max(x, axis=-1, keepdims=True))
    return e / math_ops.reduce_sum(e, axis=-1, keepdims=True)


def selu(x):
    """λ·x for x > 0, else λ·α·(eˣ − 1), with the α and λ of G. Klambauer et al., arXiv:1706.02515, written out."""
    alpha, scale = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
    elu = nn.elu(x)
    return scale * array_ops.where(x > 0, elu, alpha * elu)


def hard_sigmoid(x):
    """0.2·x + 0.5, clipped to [0, 1]."""
    slope, offset = (constant_op.constant(value, x.dtype.base_dtype) for value in (0.2, 0.5))
    return clip_ops.clip_by_value(math_ops.add(math_ops.multiply(x, slope), offset), 0.0, 1.0)


_ACTIVATIONS = {
    "linear": None,
    "selu": selu,
    "hard_sigmoid": hard_sigmoid,
    "relu": nn.relu,
    "elu": nn.elu,
    "softplus": nn.softplus,
    "softsign": nn.softsign,
    "tanh": nn.tanh,
    "sigmoid": nn.sigmoid,
    "softmax": softmax,
    "exponential": math_ops.exp,
}


def initializer(given):
    """`given`, or the initializer of that name; an initializer class is taken as its instance. None stays None."""
    if isinstance(given, str):
        return _look_up(_INITIALIZERS, given, "initializer")()
    return given() if isinstance(given, type) else given


def activation(given):
    """`given`, or the activation function of that name. None, like 'linear', is the identity without an op."""
    return _look_up(_ACTIVATIONS, given, "activation") if isinstance(given, str) else given


def regularizer(given):
    """`given`, or the regularizer of that name ('l1', 'l2', 'l1_l2', factor 0.01)."""
    if not isinstance(given, str):
        return given
    factors = {"l1": (0.01, 0.0), "l2": (0.0, 0.01), "l1_l2": (0.01, 0.01)}
    return partial(_l1_l2, *_look_up(factors, given, "regularizer"))


def _l1_l2(l1, l2, weights):
    loss = 0.0
    if l1:
        loss += l1 * math_ops.reduce_sum(math_ops.abs(weights))
    if l2:
        loss += l2 * math_ops.reduce_sum(math_ops.square(weights))
    return loss if l1 or l2 else constant_op.constant(0.0)


def _look_up(table, name, kind):
    if name not in table:
        raise ValueError(f"Unknown {kind}: {name!r}. By name there are: {', '.join(sorted(table))}. Pass a function.")
    return table[name]
