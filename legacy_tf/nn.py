"""tf.nn ops whose TF 1.15 graph differs, op for op."""

import numbers

from tensorflow.python.framework import ops, tensor_util
from tensorflow.python.ops import custom_gradient, math_ops, nn_ops, random_ops


# TF 1.15 computes x * scale * mask with a rate that is a node; today's graph selects x * scale or 0.
def dropout_by_rate(x, rate, noise_shape=None, seed=None, name=None):
    """Dropout as TF 1.15: each element is 0 with probability `rate`, else scaled by 1 / (1 - rate).

    Args: `x` a float tensor; `rate` a number in [0, 1) or a scalar tensor; `noise_shape` broadcasts to x's shape.
    Returns: a tensor of x's shape and dtype; `x` itself for a rate known to be 0.
    Raises ValueError if `x` is not of a float dtype or a number `rate` is out of [0, 1).
    """
    with ops.name_scope(name, "dropout", [x]):
        x = ops.convert_to_tensor(x, name="x")
        if not x.dtype.is_floating:
            raise ValueError(f"x has to be a floating point tensor since it's going to be scaled. Got {x.dtype}.")
        if isinstance(rate, numbers.Real):
            if not 0 <= rate < 1:
                raise ValueError(f"rate must be a scalar tensor or a float in the range [0, 1), got {rate:g}")
            if rate == 0:
                return x
        rate = ops.convert_to_tensor(rate, dtype=x.dtype, name="rate")
        rate.shape.assert_has_rank(0)
        if tensor_util.constant_value(rate) == 0:
            return x
        uniform = random_ops.random_uniform(nn_ops._get_noise_shape(x, noise_shape), seed=seed, dtype=x.dtype)
        scale = 1 / (1 - rate)
        mask = uniform >= rate
        kept = x * scale * math_ops.cast(mask, x.dtype)
        kept.set_shape(x.shape)
        return kept


# TF 1.15 has no beta.
@custom_gradient.custom_gradient
def swish(features):
    """`tf.nn.swish` of TF 1.15: x * sigmoid(x), its gradient from sigmoid(x) computed anew."""
    features = ops.convert_to_tensor(features, name="features")

    def grad(dy):
        with ops.control_dependencies([dy]):
            sigmoid = math_ops.sigmoid(features)
        return dy * (sigmoid * (1.0 + features * (1.0 - sigmoid)))

    return features * math_ops.sigmoid(features), grad
