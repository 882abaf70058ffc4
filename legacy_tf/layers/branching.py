"""`training`, which may be a bool, 0 or 1, a tensor or a variable: the branch that it chooses, where it is known."""

from tensorflow.python.framework import smart_cond
from tensorflow.python.ops import cond, variables


def smart_branch(pred, true_fn, false_fn):
    """`true_fn()` or `false_fn()` where `pred` (bool, 0/1, tensor, variable) is known, else `tf.cond` of both."""
    if isinstance(pred, variables.Variable):
        return cond.cond(pred, true_fn=true_fn, false_fn=false_fn)
    return smart_cond.smart_cond(pred, true_fn, false_fn)


def smart_value(pred):
    """True, False, or None where `pred` is known only when the graph runs."""
    value = None if isinstance(pred, variables.Variable) else smart_cond.smart_constant_value(pred)
    return value if value is None else bool(value)  # a constant tensor's comes as an array
