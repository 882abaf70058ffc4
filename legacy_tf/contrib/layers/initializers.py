"""tf.contrib.layers: initializers that keep the scale of signals and gradients over the layers."""

import math

from tensorflow.python.framework import dtypes
from tensorflow.python.ops import random_ops


def xavier_initializer(uniform=True, seed=None, dtype=dtypes.float32):
    """Weights of variance 2/(fan_in + fan_out) (X. Glorot, Y. Bengio, AISTATS 2010).

    Uniform in ±sqrt(6/(fan_in + fan_out)) or, with `uniform` False, from a truncated normal distribution.
    tf.glorot_uniform_initializer draws the same, but for some fans its limit differs in the last bit.
    `seed`, `dtype`, errors: as variance_scaling_initializer.
    """
    return variance_scaling_initializer(1.0, "FAN_AVG", uniform, seed, dtype)


xavier_initializer_conv2d = xavier_initializer


def variance_scaling_initializer(factor=2.0, mode="FAN_IN", uniform=False, seed=None, dtype=dtypes.float32):
    """Weights of variance factor/n; its defaults are for relu (K. He et al., arXiv:1502.01852).

    n is the number of values that go into a unit ('FAN_IN'), come out ('FAN_OUT'), or their mean ('FAN_AVG'), for
    weights of shape (*receptive field, channels in, channels out).

    Args:
      factor: float.
      mode: 'FAN_IN', 'FAN_OUT' or 'FAN_AVG'.
      uniform: uniform in ±sqrt(3·factor/n); else normal, of deviation sqrt(1.3·factor/n), cut off at two
        deviations (the 1.3 makes up for what the cut takes off the variance).
      seed: int, or None: by the graph's seed.
      dtype: float type of the weights.

    Returns:
      Function (shape, dtype, partition_info) -> weights.

    Raises:
      TypeError: `dtype` is not a float type, or an unknown `mode`.
    """
    _check_floating(dtype)
    if mode not in ("FAN_IN", "FAN_OUT", "FAN_AVG"):
        raise TypeError(f"Unknown mode {mode} [FAN_IN, FAN_OUT, FAN_AVG]")

    def initializer(shape, dtype=dtype, partition_info=None):
        _check_floating(dtype)
        n = _fan(shape, mode)
        # in this order: Python rounds 3·factor/n and 3·(factor/n) to different limits
        if uniform:
            limit = math.sqrt(3.0 * factor / n)
            return random_ops.random_uniform(shape, -limit, limit, dtype, seed=seed)
        deviation = math.sqrt(1.3 * factor / n)
        return random_ops.truncated_normal(shape, 0.0, deviation, dtype, seed=seed)

    return initializer


def _fan(shape, mode):
    """Values into a unit, out of it, or their mean: a float. A vector counts as both."""
    fan_in, fan_out = (float(shape[-2 if len(shape) > 1 else -1]), float(shape[-1])) if shape else (1.0, 1.0)
    for dimension in shape[:-2]:
        fan_in *= float(dimension)
        fan_out *= float(dimension)
    return {"FAN_IN": fan_in, "FAN_OUT": fan_out, "FAN_AVG": (fan_in + fan_out) / 2.0}[mode]


def _check_floating(dtype):
    if not dtypes.as_dtype(dtype).is_floating:
        raise TypeError("Cannot create initializer for non-floating point type.")
