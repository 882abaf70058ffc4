"""tf.contrib.metrics (also slim.metrics): the metrics from before tf.metrics. Predictions come first, then the labels.

Each gives a pair: the metric's value so far, and an op that takes in one more batch and gives the value after it. The
sums that they keep are local variables: `tf.local_variables_initializer` starts them. Common arguments:

    weights               tensor that broadcasts to the labels; 0 leaves an element out
    metrics_collections   list of collections for the value
    updates_collections   list of collections for the update op
    name                  of the variable scope

ValueError where the shapes don't fit.
"""

import inspect

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import (
    array_ops,
    math_ops,
    metrics_impl,
    nn_ops,
    sets,
    state_ops,
    variable_scope,
    weights_broadcast_ops,
)  # fmt: skip
from tensorflow.python.ops import confusion_matrix as _confusion

__all__ = [
    "accuracy", "aggregate_metric_map", "aggregate_metrics", "confusion_matrix", "count", "f1_score",
    "set_difference", "set_intersection", "set_size", "set_union", "streaming_accuracy", "streaming_auc",
    "streaming_false_negative_rate", "streaming_false_negatives", "streaming_false_positive_rate",
    "streaming_false_positives", "streaming_mean", "streaming_mean_absolute_error",
    "streaming_mean_cosine_distance", "streaming_mean_iou", "streaming_mean_relative_error",
    "streaming_mean_squared_error", "streaming_mean_tensor", "streaming_percentage_less", "streaming_precision",
    "streaming_precision_at_thresholds", "streaming_recall", "streaming_recall_at_k",
    "streaming_recall_at_thresholds", "streaming_root_mean_squared_error", "streaming_sensitivity_at_specificity",
    "streaming_sparse_average_precision_at_k", "streaming_sparse_precision_at_k", "streaming_sparse_recall_at_k",
    "streaming_specificity_at_sensitivity", "streaming_true_negatives", "streaming_true_positives",
]  # fmt: skip


# ---- those of tf.metrics
def _first_predictions(metric, name=None):
    """The metric of tf.metrics with its first two arguments the other way round, called streaming_… unless named."""
    labels, predictions, *others = inspect.signature(metric).parameters.values()

    def function(predictions, labels, *args, **kwargs):
        return metric(labels, predictions, *args, **kwargs)

    function.__signature__ = inspect.Signature([predictions, labels, *others])
    function.__name__ = function.__qualname__ = name or f"streaming_{metric.__name__}"
    function.__doc__ = f"`tf.metrics.{metric.__name__}`, with the predictions before the labels."
    return function


streaming_accuracy = _first_predictions(metrics_impl.accuracy)
streaming_auc = _first_predictions(metrics_impl.auc)
streaming_false_negatives = _first_predictions(metrics_impl.false_negatives)
streaming_false_positives = _first_predictions(metrics_impl.false_positives)
streaming_mean_absolute_error = _first_predictions(metrics_impl.mean_absolute_error)
streaming_mean_cosine_distance = _first_predictions(metrics_impl.mean_cosine_distance)
streaming_mean_iou = _first_predictions(metrics_impl.mean_iou)
streaming_mean_relative_error = _first_predictions(metrics_impl.mean_relative_error)
streaming_mean_squared_error = _first_predictions(metrics_impl.mean_squared_error)
streaming_precision = _first_predictions(metrics_impl.precision)
streaming_precision_at_thresholds = _first_predictions(metrics_impl.precision_at_thresholds)
streaming_recall = _first_predictions(metrics_impl.recall)
streaming_recall_at_thresholds = _first_predictions(metrics_impl.recall_at_thresholds)
streaming_root_mean_squared_error = _first_predictions(metrics_impl.root_mean_squared_error)
streaming_sensitivity_at_specificity = _first_predictions(metrics_impl.sensitivity_at_specificity)
streaming_sparse_average_precision_at_k = _first_predictions(
    metrics_impl.average_precision_at_k, "streaming_sparse_average_precision_at_k"
)
streaming_sparse_precision_at_k = _first_predictions(metrics_impl.precision_at_k, "streaming_sparse_precision_at_k")
streaming_sparse_recall_at_k = _first_predictions(metrics_impl.recall_at_k, "streaming_sparse_recall_at_k")
streaming_specificity_at_sensitivity = _first_predictions(metrics_impl.specificity_at_sensitivity)
streaming_true_negatives = _first_predictions(metrics_impl.true_negatives)
streaming_true_positives = _first_predictions(metrics_impl.true_positives)
streaming_mean, streaming_mean_tensor = metrics_impl.mean, metrics_impl.mean_tensor
streaming_percentage_less = metrics_impl.percentage_below


# ---- its own
def _collected(value, update, metrics_collections, updates_collections):
    """The pair, entered into its collections."""
    if metrics_collections:
        ops.add_to_collections(metrics_collections, value)
    if updates_collections:
        ops.add_to_collections(updates_collections, update)
    return value, update


def streaming_recall_at_k(predictions, labels, k, weights=None, metrics_collections=None, updates_collections=None,
                          name=None):  # fmt: skip
    """Share of examples whose class, labels (batch,), is among the `k` highest of predictions (batch, classes)."""
    among = math_ops.cast(nn_ops.in_top_k(predictions, labels, k), dtypes.float32)
    return metrics_impl.mean(among, weights, metrics_collections, updates_collections, name or f"recall_at_{k}")


def streaming_false_positive_rate(predictions, labels, weights=None, metrics_collections=None,
                                  updates_collections=None, name=None):  # fmt: skip
    """False positives over all that are labelled False (0 where there are none)."""
    pair = metrics_impl.false_positives, metrics_impl.true_negatives
    pair = _rate("false_positive_rate", pair, predictions, labels, weights, name)
    return _collected(*pair, metrics_collections, updates_collections)


def streaming_false_negative_rate(predictions, labels, weights=None, metrics_collections=None,
                                  updates_collections=None, name=None):  # fmt: skip
    """False negatives over all that are labelled True (0 where there are none)."""
    pair = metrics_impl.false_negatives, metrics_impl.true_positives
    pair = _rate("false_negative_rate", pair, predictions, labels, weights, name)
    return _collected(*pair, metrics_collections, updates_collections)


def _rate(default_name, counts, predictions, labels, weights, name):
    def rate(wrong, right, name):
        some = math_ops.greater(wrong + right, 0)
        return array_ops.where(some, math_ops._div_python2(wrong, wrong + right), 0, name)

    with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
        predictions, labels = (math_ops.cast(tensor, dtypes.bool) for tensor in (predictions, labels))
        predictions, labels, weights = metrics_impl._remove_squeezable_dimensions(predictions, labels, weights)
        wrong, right = (count(labels, predictions, weights) for count in counts)
        return rate(wrong[0], right[0], "value"), rate(wrong[1], right[1], "update_op")


def f1_score(labels, predictions, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None,
             name=None):  # fmt: skip
    """The best F1 score, 2·precision·recall/(precision + recall), over `num_thresholds` thresholds of predictions in
    [0, 1]. Labels come first here."""
    with variable_scope.variable_scope(name, "f1", (labels, predictions, weights)):
        predictions, labels, weights = metrics_impl._remove_squeezable_dimensions(predictions, labels, weights)
        epsilon = 1e-7  # lets the first and last threshold lie outside of [0, 1], and divides nothing by 0
        inner = [(i + 1) * 1.0 / (num_thresholds - 1) for i in range(num_thresholds - 2)]
        thresholds = [0.0 - epsilon, *inner, 1.0 + epsilon]
        values, updates = metrics_impl._confusion_matrix_at_thresholds(
            labels, predictions, thresholds, weights, includes=("tp", "fp", "fn")
        )

        def best(counts, name):
            tp, fp, fn = (counts[kind] for kind in ("tp", "fp", "fn"))
            precision = math_ops._div_python2(tp, epsilon + tp + fp, name="precision_" + name)
            recall = math_ops._div_python2(tp, epsilon + tp + fn, name="recall_" + name)
            return math_ops.reduce_max(2.0 * precision * recall / (precision + recall + epsilon))

        return _collected(best(values, "value"), best(updates, "update"), metrics_collections, updates_collections)


def count(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    """Number of elements of `values`, or the sum of their weights."""
    with variable_scope.variable_scope(name, "count", (values, weights)):
        total = metrics_impl.metric_variable([], dtypes.float32, name="count")
        if weights is None:
            more = math_ops.cast(array_ops.size(values), dtypes.float32)
        else:
            values = math_ops.cast(values, dtypes.float32)
            values, _, weights = metrics_impl._remove_squeezable_dimensions(values, None, weights)
            weights = math_ops.cast(weights, dtypes.float32)
            more = math_ops.reduce_sum(weights_broadcast_ops.broadcast_weights(weights, values))
        with ops.control_dependencies([values]):
            update = state_ops.assign_add(total, more)
        total = metrics_impl._aggregate_variable(total, metrics_collections)
        return _collected(total, update, None, updates_collections)


# ---- of one batch
def accuracy(predictions, labels, weights=None, name=None):
    """Share, a float32 scalar, of equal elements in one batch: no variables. ValueError: labels are floats, or the
    dtypes differ."""
    if not (labels.dtype.is_integer or labels.dtype in (dtypes.bool, dtypes.string)):
        raise ValueError(f"accuracy takes labels of integers, bools or strings, not {labels.dtype.name}")
    if not labels.dtype.is_compatible_with(predictions.dtype):
        raise ValueError(f"predictions are {predictions.dtype.name}, labels {labels.dtype.name}: cast one of the two")
    with ops.name_scope(name, "accuracy", values=[predictions, labels]):
        right = math_ops.cast(math_ops.equal(predictions, labels), dtypes.float32)
        if weights is None:
            return math_ops.reduce_mean(right)
        right = math_ops.multiply(right, weights)
        total = math_ops.multiply(weights, array_ops.ones_like(right))
        return math_ops._div_python2(math_ops.reduce_sum(right), math_ops.reduce_sum(total))


def confusion_matrix(labels, predictions, num_classes=None, dtype=dtypes.int32, name=None, weights=None):
    """`tf.confusion_matrix`: (classes, classes), a row a label, a column a prediction."""
    return _confusion.confusion_matrix(labels, predictions, num_classes, weights, dtype, name)


set_difference, set_intersection = sets.set_difference, sets.set_intersection
set_size, set_union = sets.set_size, sets.set_union


# ---- many at once
def aggregate_metrics(*value_update_tuples):
    """([values], [update ops]) of the metrics. ValueError: none given."""
    if not value_update_tuples:
        raise ValueError("aggregate_metrics takes at least one metric, a pair of its value and its update op")
    values, updates = zip(*value_update_tuples)
    return list(values), list(updates)


def aggregate_metric_map(names_to_tuples):
    """({name: value}, {name: update op}) of {name: metric}."""
    values, updates = ({name: pair[i] for name, pair in names_to_tuples.items()} for i in (0, 1))
    return values, updates
