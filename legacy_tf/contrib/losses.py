"""tf.contrib.losses (also slim.losses): the losses from before tf.losses. Predictions come first, then the labels.

Each computes a loss per example or element, weighs it, divides the sum by the number of those whose weight is not 0
(mean over 0 elements: 0), enters the mean into GraphKeys.LOSSES and returns it. Common arguments:

    predictions, labels   tensors of the same static shape, (batch, …)
    weights               number, or tensor of shape (), (batch,), …, up to the losses' own
    scope                 of names

ValueError where the shapes don't fit, or the rank of losses or weights is unknown. TF 1.15 called them
deprecated.
"""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, nn_impl, nn_ops

from legacy_tf.contrib.framework.arg_scope import add_arg_scope

__all__ = [
    "absolute_difference", "add_loss", "compute_weighted_loss", "cosine_distance", "get_losses",
    "get_regularization_losses", "get_total_loss", "hinge_loss", "log_loss", "mean_pairwise_squared_error",
    "mean_squared_error", "sigmoid_cross_entropy", "softmax_cross_entropy", "sparse_softmax_cross_entropy",
]  # fmt: skip


# ---- the collection
@add_arg_scope
def add_loss(loss, loss_collection=ops.GraphKeys.LOSSES):
    """Enters a loss tensor into the collection (None: into none)."""
    if loss_collection:
        ops.add_to_collection(loss_collection, loss)


def get_losses(scope=None, loss_collection=ops.GraphKeys.LOSSES):
    """The losses of the collection, a list; with `scope` those whose names it begins."""
    return ops.get_collection(loss_collection, scope)


def get_regularization_losses(scope=None):
    """The losses that regularizers entered, a list."""
    return ops.get_collection(ops.GraphKeys.REGULARIZATION_LOSSES, scope)


def get_total_loss(add_regularization_losses=True, name="total_loss"):
    """The sum of all losses, with those of the regularizers unless told otherwise. ValueError: there are none."""
    losses = get_losses()
    if add_regularization_losses:
        losses += get_regularization_losses()
    return math_ops.add_n(losses, name=name)


# ---- weighing
def compute_weighted_loss(losses, weights=1.0, scope=None):
    """The weighted mean of `losses` (batch, …), of their dtype, entered into GraphKeys.LOSSES."""
    with ops.name_scope(scope, "weighted_loss", [losses, weights]):
        losses = ops.convert_to_tensor(losses)
        dtype = losses.dtype
        losses = math_ops.cast(losses, dtypes.float32)
        weights = math_ops.cast(ops.convert_to_tensor(weights), dtypes.float32)
        _insist_on_rank(losses=losses, weights=weights)
        if weights.shape.ndims > 1 and weights.shape.dims[-1].is_compatible_with(1):
            weights = array_ops.squeeze(weights, [-1])
        total, present = _weighted_sum(losses, weights), _present(losses, weights)
        mean = math_ops.div_no_nan(math_ops.reduce_sum(total), present, name="value")
        mean = math_ops.cast(mean, dtype)
        add_loss(mean)
        return mean


def _insist_on_rank(**tensors):
    for name, tensor in tensors.items():
        if tensor.shape.ndims is None:
            raise ValueError(f"the rank of {name} is unknown: give the tensor a shape by set_shape")


def _weighted_sum(losses, weights):
    inner = list(range(weights.shape.ndims, losses.shape.ndims))
    return math_ops.reduce_sum(math_ops.multiply(math_ops.reduce_sum(losses, axis=inner), weights))


def _present(losses, weights, per_batch=False):
    """How many losses have a weight other than 0: a scalar, or per example (batch,)."""
    rank = weights.shape.ndims
    if rank == 0:
        batch = array_ops.reshape(array_ops.slice(array_ops.shape(losses), [0], [1]), [])
        size = math_ops.cast(array_ops.size(losses), dtypes.float32)
        each = math_ops._div_python2(size, math_ops.cast(batch, dtypes.float32))
        each = array_ops.where(math_ops.equal(weights, 0), 0.0, each)
        each = math_ops.multiply(array_ops.ones(array_ops.reshape(batch, [1])), each)
    else:
        weighty = math_ops.cast(math_ops.not_equal(weights, 0), dtypes.float32)
        weighty = math_ops.reduce_sum(weighty, axis=list(range(1, rank)))
        inner = array_ops.slice(array_ops.shape(losses), [rank], [-1])
        each = math_ops.multiply(weighty, math_ops.cast(math_ops.reduce_prod(inner), dtypes.float32))
    return each if per_batch else math_ops.reduce_sum(each)


# ---- losses of two tensors
def _as_floats(predictions, labels):
    predictions.shape.assert_is_compatible_with(labels.shape)
    return math_ops.cast(predictions, dtypes.float32), math_ops.cast(labels, dtypes.float32)


def absolute_difference(predictions, labels=None, weights=1.0, scope=None):
    """|predictions − labels|, weighed."""
    with ops.name_scope(scope, "absolute_difference", [predictions, labels, weights]) as scope:
        predictions, labels = _as_floats(predictions, labels)
        return compute_weighted_loss(math_ops.abs(math_ops.subtract(predictions, labels)), weights, scope)


def mean_squared_error(predictions, labels=None, weights=1.0, scope=None):
    """(predictions − labels)², weighed."""
    with ops.name_scope(scope, "mean_squared_error", [predictions, labels, weights]) as scope:
        predictions, labels = _as_floats(predictions, labels)
        return compute_weighted_loss(math_ops.squared_difference(predictions, labels), weights, scope)


def log_loss(predictions, labels=None, weights=1.0, epsilon=1e-7, scope=None):
    """Cross-entropy of Bernoulli distributions, from probabilities; `epsilon` is added inside the logarithms."""
    with ops.name_scope(scope, "log_loss", [predictions, labels, weights]) as scope:
        predictions, labels = _as_floats(predictions, labels)
        of_ones = -math_ops.multiply(labels, math_ops.log(predictions + epsilon))
        of_zeros = math_ops.multiply(1 - labels, math_ops.log(1 - predictions + epsilon))
        return compute_weighted_loss(of_ones - of_zeros, weights, scope)


def cosine_distance(predictions, labels=None, axis=None, weights=1.0, scope=None, dim=None):
    """1 − predictions · labels over `axis` (formerly `dim`), both of length 1 there, weighed. ValueError: no axis, or
    both."""
    if (axis is None) == (dim is None):
        raise ValueError("cosine_distance takes the number of the axis as `axis`, or as `dim`, its former name")
    with ops.name_scope(scope, "cosine_distance_loss", [predictions, labels, weights]) as scope:
        predictions, labels = _as_floats(predictions, labels)
        products = math_ops.multiply(predictions, labels)
        losses = 1 - math_ops.reduce_sum(products, axis=[dim if axis is None else axis])
        return compute_weighted_loss(losses, weights, scope)


def mean_pairwise_squared_error(predictions, labels=None, weights=1.0, scope=None):
    """For each example, the mean over pairs of its elements of the squared difference between the pair's two errors,
    weighed by example."""
    with ops.name_scope(scope, "mean_pairwise_squared_error", [predictions, labels, weights]) as scope:
        predictions, labels = _as_floats(predictions, labels)
        weights = math_ops.cast(ops.convert_to_tensor(weights), dtypes.float32)
        errors = math_ops.subtract(predictions, labels)
        _insist_on_rank(predictions=errors, weights=weights)
        inner = list(range(1, errors.shape.ndims))
        squares = math_ops.reduce_sum(math_ops.square(errors), axis=inner)
        present = _present(errors, weights, per_batch=True)
        of_squares = 2.0 * math_ops.div_no_nan(squares, present, name="value")
        square = math_ops.square(math_ops.reduce_sum(errors, axis=inner))
        of_sum = 2.0 * math_ops.div_no_nan(square, math_ops.square(present), name="value")
        total = _weighted_sum(of_squares - of_sum, weights)
        any_present = math_ops.reduce_sum(present) > 0
        mean = array_ops.where(any_present, total, array_ops.zeros_like(total), name="value")
        add_loss(mean)
        return mean


# ---- losses of logits
def hinge_loss(logits, labels=None, scope=None):
    """max(0, 1 − logits · (±1 for labels 1 and 0)): not weighed, of the logits' shape, not entered anywhere."""
    with ops.name_scope(scope, "hinge_loss", [logits, labels]) as scope:
        logits.shape.assert_is_compatible_with(labels.shape)
        labels = math_ops.cast(labels, dtypes.float32)
        ones = array_ops.ones_like(labels)
        signs = math_ops.subtract(2 * labels, ones)
        return nn_ops.relu(math_ops.subtract(ones, math_ops.multiply(signs, logits)))


def sigmoid_cross_entropy(logits, multi_class_labels, weights=1.0, label_smoothing=0, scope=None):
    """Cross-entropy of independent classes, (batch, classes); `label_smoothing` moves labels so far towards ½."""
    with ops.name_scope(scope, "sigmoid_cross_entropy_loss", [logits, multi_class_labels, weights]) as scope:
        logits.shape.assert_is_compatible_with(multi_class_labels.shape)
        labels = math_ops.cast(multi_class_labels, logits.dtype)
        if label_smoothing > 0:
            labels = labels * (1 - label_smoothing) + 0.5 * label_smoothing
        losses = nn_impl.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope)


def softmax_cross_entropy(logits, onehot_labels, weights=1.0, label_smoothing=0, scope=None):
    """Cross-entropy of classes that exclude each other, (batch, classes). No gradient goes to the labels;
    `label_smoothing` moves them so far towards 1/classes."""
    with ops.name_scope(scope, "softmax_cross_entropy_loss", [logits, onehot_labels, weights]) as scope:
        logits.shape.assert_is_compatible_with(onehot_labels.shape)
        labels = math_ops.cast(onehot_labels, logits.dtype)
        if label_smoothing > 0:
            classes = math_ops.cast(array_ops.shape(labels)[1], logits.dtype)
            to_each = label_smoothing / classes
            labels = labels * (1.0 - label_smoothing) + to_each
        losses = nn_ops.softmax_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope)


def sparse_softmax_cross_entropy(logits, labels, weights=1.0, scope=None):
    """The same with class numbers as labels, (batch,) or (batch, 1), of dtype int32 or int64."""
    with ops.name_scope(scope, "sparse_softmax_cross_entropy_loss", [logits, labels, weights]) as scope:
        labels = array_ops.reshape(labels, shape=[array_ops.shape(labels)[0]])
        losses = nn_ops.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope)
