"""Random ops whose TF 1.15 graph differs. The kernels are the same: equal seeds, equal bits."""

import numpy as np
from tensorflow.python.framework import dtypes, ops, random_seed
from tensorflow.python.ops import array_ops, gen_random_ops, math_ops, random_ops

_random_uniform = random_ops.random_uniform


# Today's function leaves out the scaling where the bounds are the integers 0 and 1; TF 1.15 always scaled.
def random_uniform(shape, minval=0, maxval=None, dtype=dtypes.float32, seed=None, name=None):
    """`tf.random_uniform` of TF 1.15: a uniform draw from [minval, maxval), as the ops min, max, sub, mul, add.

    Args: `shape` 1-D integers; `dtype` a float type, int32 or int64; `maxval` defaults to 1 for floats only.
    Raises ValueError for an integer `dtype` without `maxval`.
    """
    if type(minval) is int and dtypes.as_dtype(dtype).is_floating:
        minval = float(minval)  # no longer "the integer 0", by which today's function knows that it may leave them out
    return _random_uniform(shape, minval, maxval, dtype, seed, name)


# TF 1.15 broadcasts alpha by adding zeros like beta; today's function asks for the common shape.
def random_gamma(shape, alpha, beta=None, dtype=dtypes.float32, seed=None, name=None):
    """`tf.random_gamma` of TF 1.15: draws of shape shape + broadcast(alpha, beta).shape, `beta` the inverse scale."""
    with ops.name_scope(name, "random_gamma", [shape, alpha, beta]):
        given = dict(shape=(shape, dtypes.int32), alpha=(alpha, dtype), beta=(1 if beta is None else beta, dtype))
        shape, alpha, beta = (ops.convert_to_tensor(value, kind, own) for own, (value, kind) in given.items())
        alphas = alpha + array_ops.zeros_like(beta)
        of_graph, of_op = random_seed.get_seed(seed)  # after the sum: it counts the ops
        draws = gen_random_ops.random_gamma(shape, alphas, of_graph, of_op) / beta
        draws = math_ops.maximum(np.finfo(alpha.dtype.as_numpy_dtype).tiny, draws)
        random_ops._maybe_set_static_shape_helper(draws, shape, alphas)
        return draws
