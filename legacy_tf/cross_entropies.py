"""Cross-entropies of logits, which TF 1.15 takes by name alone: TF 0.x had logits first, and the other order is a wrong
loss. Shapes, dtypes and what is returned: as TF 1.15's, whose ops today's functions make."""

from tensorflow.python.ops import nn_impl, nn_ops


def sigmoid_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    """Raises ValueError if `labels` and `logits` are given by position, or one is missing."""
    _by_name("sigmoid_cross_entropy_with_logits", _sentinel)
    return nn_impl.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name=name)


def softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None):
    """Raises ValueError if `labels` and `logits` are given by position, or one is missing."""
    _by_name("softmax_cross_entropy_with_logits", _sentinel)
    return nn_ops.softmax_cross_entropy_with_logits(labels=labels, logits=logits, dim=dim, name=name, axis=axis)


def sparse_softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    """Raises ValueError if `labels` and `logits` are given by position, or one is missing."""
    _by_name("sparse_softmax_cross_entropy_with_logits", _sentinel)
    return nn_ops.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name=name)


def _by_name(function, sentinel):
    if sentinel is not None:
        raise ValueError(
            f"Only call `{function}` with named arguments (labels=..., logits=..., ...): TF 0.x took logits first, "
            "TF 1.0 to 1.15 took neither by position"
        )
