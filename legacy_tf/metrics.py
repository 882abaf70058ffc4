"""tf.metrics: today's functions divide by `divide`, whose nodes are called 'truediv'. TF 1.15 called them 'div'."""

import types

from tensorflow.python.ops import math_ops as _today


class _MathOps(types.ModuleType):
    """What tf.metrics sees as math_ops: today's, but for the quotient's name."""

    def __getattr__(self, name):
        return getattr(_today, name)

    @staticmethod
    def divide(x, y, name=None):
        """x / y of floats, called 'div'."""
        return _today._div_python2(x, y, name)


math_ops = _MathOps("math_ops")
