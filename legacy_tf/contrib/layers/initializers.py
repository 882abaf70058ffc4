"""tf.contrib.layers: initializers that keep the scale of signals and gradients over the layers."""

import math

from tensorflow.python.framework import dtypes
from tensorflow.python.ops import random_ops


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
        raise TypeError(f"mode has to be 'FAN_IN', 'FAN_OUT' or 'FAN_AVG', not {mode!r}")

    def initializer(shape, dtype=dtype, partition_info=None):
        _check_floating(dtype)
        n = _fan(shape, mode)
        # in this order: Python rounds 3·factor/n and 3·(factor/n) to different limits
        width = math.sqrt((3.0 if uniform else 1.3) * factor / n)
        if not uniform:
            return random_ops.truncated_normal(shape, 0.0, width, dtype, seed=seed)
        return random_ops.random_uniform(shape, -width, width, dtype, seed=seed)

    return initializer


def xavier_initializer(uniform=True, seed=None, dtype=dtypes.float32):
    """Weights of variance 2/(fan_in + fan_out) (X. Glorot, Y. Bengio, AISTATS 2010).

    Uniform in ±sqrt(6/(fan_in + fan_out)) or, with `uniform` False, from a truncated normal distribution.
    tf.glorot_uniform_initializer draws the same, but for some fans its limit differs in the last bit.
    `seed`, `dtype`, errors: as variance_scaling_initializer.
    """
    return variance_scaling_initializer(1.0, "FAN_AVG", uniform, seed, dtype)


xavier_initializer_conv2d = xavier_initializer


def _fan(shape, mode):
    """Values into a unit, out of it, or their mean: a float. A vector counts as both."""
    fan_in, fan_out = (float(shape[-2 if len(shape) > 1 else -1]), float(shape[-1])) if shape else (1.0, 1.0)
    field = math.prod(float(size) for size in shape[:-2])
    if mode == "FAN_AVG":
        return (fan_in * field + fan_out * field) / 2.0
    return field * (fan_in if mode == "FAN_IN" else fan_out)


def _check_floating(dtype):
    if not dtypes.as_dtype(dtype).is_floating:
        raise TypeError(f"these initializers draw floats: dtype can't be {dtypes.as_dtype(dtype).name}")
