"""tf.contrib.layers: regularizers, functions weights -> scalar loss (None: no loss)."""

import numbers

from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import math_ops, nn_ops


def l1_regularizer(scale, scope=None):
    """weights -> scale · sum |w|.

    Args:
      scale: float ≥ 0 or scalar tensor; 0.0 turns the regularizer off.
      scope: name scope of its ops.

    Raises:
      ValueError: `scale` is an int (1 is taken for a mistake of 1.0), or negative.
    """
    return _scaled("l1_regularizer", lambda weights: math_ops.reduce_sum(math_ops.abs(weights)), scale, scope)


def l2_regularizer(scale, scope=None):
    """weights -> scale · sum w²/2. Arguments and errors as l1_regularizer."""
    return _scaled("l2_regularizer", nn_ops.l2_loss, scale, scope)


def _scaled(default_scope, size, scale, scope):
    """weights -> scale · size(weights)."""
    _check_scale("scale", scale)
    if _is_zero(scale):
        return _no_loss

    def regularizer(weights):
        with ops.name_scope(scope, default_scope, [weights]) as name:
            factor = ops.convert_to_tensor(scale, weights.dtype.base_dtype, name="scale")
            return math_ops.multiply(factor, size(weights), name=name)

    return regularizer


def l1_l2_regularizer(scale_l1=1.0, scale_l2=1.0, scope=None):
    """weights -> scale_l1 · sum |w| + scale_l2 · sum w²/2. A scale of 0.0 leaves its part out; errors as above."""
    _check_scale("scale_l1", scale_l1)
    _check_scale("scale_l2", scale_l2)
    parts = [(l1_regularizer, scale_l1), (l2_regularizer, scale_l2)]
    parts = [(make, scale) for make, scale in parts if not _is_zero(scale)]
    scope = scope or "l1_l2_regularizer"
    if len(parts) == 1:  # it takes the scope itself, without a sum
        ((make, scale),) = parts
        return make(scale, scope)
    return sum_regularizer([make(scale) for make, scale in parts], scope) or _no_loss


def sum_regularizer(regularizer_list, scope=None):
    """weights -> sum of the losses; None where there is nothing to sum. A None in the list is left out."""
    regularizers = [regularizer for regularizer in regularizer_list if regularizer is not None]
    if not regularizers:
        return None

    def sum_of_losses(weights):
        with ops.name_scope(scope, "sum_regularizer", [weights]) as name:
            losses = [loss for loss in (regularizer(weights) for regularizer in regularizers) if loss is not None]
            return math_ops.add_n(losses, name=name) if losses else None

    return sum_of_losses


def apply_regularization(regularizer, weights_list=None):
    """The summed loss of all weights, a scalar; it enters REGULARIZATION_LOSSES.

    Args:
      regularizer: function weights -> scalar loss or None.
      weights_list: tensors or variables; default: the collection WEIGHTS.

    Raises:
      ValueError: there are no weights, or a loss is not a scalar.
    """
    regularized = list(weights_list or ops.get_collection(ops.GraphKeys.WEIGHTS))
    if not regularized:
        raise ValueError("there is nothing to regularize: give weights_list, or fill the collection WEIGHTS")
    with ops.name_scope("get_regularization_penalty", values=regularized) as scope:
        losses = [regularizer(weights) for weights in regularized]
        losses = [constant_op.constant(0.0) if loss is None else loss for loss in losses]
        for loss in losses:
            if loss.shape.ndims != 0:
                raise ValueError(f"a regularizer's loss has to be a scalar, and {loss.name} has shape {loss.shape}")
        total = math_ops.add_n(losses, name=scope)
        ops.add_to_collection(ops.GraphKeys.REGULARIZATION_LOSSES, total)
        return total


def _check_scale(name, scale):
    if isinstance(scale, numbers.Integral):
        raise ValueError(f"{name} is the int {scale}: write {scale}.0 if that is meant")
    if isinstance(scale, numbers.Real) and scale < 0.0:
        raise ValueError(f"{name} is {scale:g}: a regularizer's scale has to be 0.0 or more")


def _is_zero(scale):
    return isinstance(scale, numbers.Real) and scale == 0.0


def _no_loss(weights):
    return None
