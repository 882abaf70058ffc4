"""Sweep: tf.losses, tf.metrics, tf.contrib.losses, tf.contrib.metrics. CASES: {name: build(tf) -> {name: tensor}}.

Most cases are one expression. In them `x`, `y` are float inputs [2, 3], `u` like x with its batch hidden from the
static shape, `labels` zeros and ones [2, 3] (`ul`: hidden batch), `v` [2], `n` of hidden rank, `p` probabilities [6],
`b` their classes, `hp`, `hb` the same of hidden size. Of a metric the update op is asked for: it gives the value after
the update. Python 3.7's syntax.
"""

import numpy as np

from oracle.expressions import entered, names, outputs
from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


def _hidden(value, dtype, shape):
    return lambda tf: tf.placeholder_with_default(np.array(value, dtype), shape)


INPUTS = {
    "x": lambda tf: constant(tf, 2, 3),
    "y": lambda tf: constant(tf, 2, 3) * 0.5,
    "u": lambda tf: constant(tf, 2, 3, unknown=[0]),
    "v": lambda tf: constant(tf, 2),
    "n": _hidden([[0.1, 0.2, 0.0], [0.3, 0.4, 0.5]], "float32", None),
    "labels": _hidden([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], "float32", [2, 3]),
    "ul": _hidden([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], "float32", [None, 3]),
    "i": _hidden([2, 0], "int32", [2]),
    "p": _hidden([0.1, 0.8, 0.4, 0.35, 0.9, 0.55], "float32", [6]),
    "b": _hidden([0, 1, 1, 0, 1, 0], "int32", [6]),
    "c": _hidden([0, 1, 2, 2, 1, 0], "int32", [6]),
    "w": _hidden([1.0, 0.0, 2.0, 0.5, 1.0, 1.0], "float32", [6]),
    "k": _hidden([[0], [2]], "int64", [2, 1]),
    "hp": _hidden([0.1, 0.8, 0.4], "float32", [None]),
    "hb": _hidden([0, 1, 1], "int32", [None]),
}


def _loss(text):
    def build(tf):
        return dict(outputs(tf, text, INPUTS), listed=entered(tf, tf.GraphKeys.LOSSES))

    return build


LOSSES = """
tf.losses.mean_squared_error(labels, x), tf.losses.get_total_loss()
tf.losses.mean_squared_error(ul, u, weights=tf.constant([[1.0], [0.0]]), scope='mine')
tf.losses.mean_squared_error(labels, n, weights=n)
tf.losses.mean_squared_error(labels, x, reduction=tf.losses.Reduction.NONE)
tf.losses.mean_squared_error(labels, x, reduction=tf.losses.Reduction.SUM, loss_collection='mine')
tf.losses.mean_squared_error(ul, u, reduction=tf.losses.Reduction.SUM_OVER_BATCH_SIZE)
tf.losses.mean_squared_error(ul, u, 0.0, reduction=tf.losses.Reduction.SUM_OVER_NONZERO_WEIGHTS)
tf.losses.mean_squared_error(labels, x, n, reduction=tf.losses.Reduction.MEAN)
tf.losses.absolute_difference(ul, u, 0.5)
tf.losses.cosine_distance(labels, x, axis=1, weights=v[:, None])
tf.losses.cosine_distance(ul, u, dim=1)
tf.losses.hinge_loss(labels, x), tf.losses.hinge_loss(ul, u, v[:, None])
tf.losses.huber_loss(ul, u, delta=0.3)
tf.losses.log_loss(ul, u, epsilon=1e-3)
tf.losses.mean_pairwise_squared_error(labels, x)
tf.losses.mean_pairwise_squared_error(ul, u, weights=v[:, None])
tf.losses.sigmoid_cross_entropy(labels, x)
tf.losses.sigmoid_cross_entropy(ul, u, label_smoothing=0.1, weights=0.3)
tf.losses.softmax_cross_entropy(labels, x)
tf.losses.softmax_cross_entropy(ul, u, weights=v, label_smoothing=0.1)
tf.losses.sparse_softmax_cross_entropy(i, x)
tf.losses.sparse_softmax_cross_entropy(i[:, None], u, weights=v[:, None])
tf.losses.compute_weighted_loss(u, v[:, None]), tf.losses.compute_weighted_loss(n)
tf.losses.compute_weighted_loss(tf.cast(x, tf.float64), tf.constant(2))
tf.contrib.losses.mean_squared_error(x, labels), tf.contrib.losses.get_total_loss()
tf.contrib.losses.mean_squared_error(u, ul, 0.5, scope='mine')
tf.contrib.losses.mean_squared_error(x, labels, v)
tf.contrib.losses.mean_squared_error(x, labels, weights=tf.constant([[1.0, 0.0, 2.0], [1.0, 1.0, 0.0]]))
tf.contrib.losses.absolute_difference(u, ul, weights=tf.constant([1.0, 0.0]))
tf.contrib.losses.sigmoid_cross_entropy(x, labels)
tf.contrib.losses.sigmoid_cross_entropy(u, ul, label_smoothing=0.1)
tf.contrib.losses.softmax_cross_entropy(x, labels)
tf.contrib.losses.softmax_cross_entropy(u, ul, weights=v, label_smoothing=0.1)
tf.contrib.losses.sparse_softmax_cross_entropy(x, i)
tf.contrib.losses.sparse_softmax_cross_entropy(u, i[:, None], weights=v[:, None])
tf.contrib.losses.log_loss(u, ul), tf.contrib.losses.hinge_loss(x, labels)
tf.contrib.losses.mean_pairwise_squared_error(x, labels), tf.contrib.losses.get_losses()[0] * 2.0
tf.contrib.losses.mean_pairwise_squared_error(u, ul, weights=v)
tf.contrib.losses.cosine_distance(u, ul, axis=1), tf.contrib.losses.cosine_distance(u, ul, dim=1, weights=v)
tf.contrib.losses.compute_weighted_loss(x, 2.0, scope='mine')
"""

for _text in LOSSES.strip().splitlines():
    case(_text)(_loss(_text))


def _metric(text):
    def build(tf):
        update = eval(text, names(tf, text, INPUTS))[1]
        for variable in tf.local_variables():  # where the sweep initializes them, and asks for their values
            tf.add_to_collection(tf.GraphKeys.GLOBAL_VARIABLES, variable)
        return {"update": tf.convert_to_tensor(update), "noise": tf.random_normal([2])}

    return build


METRICS = """
tf.metrics.accuracy(b, tf.cast(p > 0.5, tf.int32))
tf.metrics.accuracy(b, tf.cast(p > 0.5, tf.int32), w, ['values'], ['updates'], 'mine')
tf.metrics.auc(b, p)
tf.metrics.auc(b, p, w, num_thresholds=5, curve='PR', summation_method='careful_interpolation')
tf.metrics.average_precision_at_k(k, x, 2)
tf.metrics.false_negatives(b, p > 0.5), tf.metrics.false_negatives(b, p > 0.5, w)[1]
tf.metrics.false_negatives_at_thresholds(b, p, [0.3, 0.6])
tf.metrics.false_positives(b, p > 0.5)
tf.metrics.mean(u)
tf.metrics.mean(w, b)
tf.metrics.mean_absolute_error(labels, x)
tf.metrics.mean_cosine_distance(labels, x, 1)
tf.metrics.mean_iou(b, tf.cast(p > 0.5, tf.int32), 2)
tf.metrics.mean_per_class_accuracy(c, b, 3)
tf.metrics.mean_relative_error(labels, x, y)
tf.metrics.mean_squared_error(ul, u)
tf.metrics.mean_tensor(x, labels)
tf.metrics.percentage_below(p, 0.5)
tf.metrics.precision(b, p > 0.5)
tf.metrics.precision_at_k(k, x, 1)
tf.metrics.precision_at_thresholds(b, p, [0.3, 0.6])
tf.metrics.precision_at_top_k(k, tf.constant([[0, 1], [1, 0]], tf.int64))
tf.metrics.recall(b, p > 0.5, w)
tf.metrics.recall_at_k(k, x, 1)
tf.metrics.recall_at_thresholds(b, p, [0.3, 0.6])
tf.metrics.recall_at_top_k(k, tf.constant([[0, 1], [1, 0]], tf.int64))
tf.metrics.root_mean_squared_error(labels, x)
tf.metrics.sensitivity_at_specificity(b, p, 0.6, num_thresholds=5)
tf.metrics.specificity_at_sensitivity(b, p, 0.6, num_thresholds=5)
tf.metrics.true_negatives(b, p > 0.5)
tf.metrics.true_positives(b, p > 0.5)
tf.metrics.true_negatives_at_thresholds(hb, hp, [0.3, 0.6])
tf.metrics.auc(hb, hp, num_thresholds=4)
tf.contrib.metrics.streaming_accuracy(tf.cast(p > 0.5, tf.int32), b, w)
tf.contrib.metrics.streaming_auc(p, b, num_thresholds=5)
tf.contrib.metrics.streaming_false_negative_rate(p > 0.5, b)
tf.contrib.metrics.streaming_false_positive_rate(p > 0.5, b)
tf.contrib.metrics.streaming_false_positives(p > 0.5, b)
tf.contrib.metrics.streaming_mean(p, w, name='mine')
tf.contrib.metrics.streaming_mean_absolute_error(x, labels)
tf.contrib.metrics.streaming_mean_cosine_distance(x, labels, 1)
tf.contrib.metrics.streaming_mean_iou(tf.cast(p > 0.5, tf.int32), b, 2)
tf.contrib.metrics.streaming_mean_relative_error(x, labels, y)
tf.contrib.metrics.streaming_mean_squared_error(x, labels)
tf.contrib.metrics.streaming_mean_tensor(x)
tf.contrib.metrics.streaming_percentage_less(p, 0.5)
tf.contrib.metrics.streaming_precision(p > 0.5, b)
tf.contrib.metrics.streaming_precision_at_thresholds(p, b, [0.3, 0.6])
tf.contrib.metrics.streaming_recall(p > 0.5, b)
tf.contrib.metrics.streaming_recall_at_k(x, i, 1)
tf.contrib.metrics.streaming_recall_at_thresholds(p, b, [0.3, 0.6])
tf.contrib.metrics.streaming_root_mean_squared_error(x, labels)
tf.contrib.metrics.streaming_sensitivity_at_specificity(p, b, 0.6, num_thresholds=5)
tf.contrib.metrics.streaming_sparse_average_precision_at_k(x, k, 2)
tf.contrib.metrics.streaming_sparse_precision_at_k(x, k, 1)
tf.contrib.metrics.streaming_sparse_recall_at_k(x, k, 1)
tf.contrib.metrics.streaming_true_positives(p > 0.5, b)
tf.contrib.metrics.aggregate_metrics(tf.metrics.mean(p), tf.metrics.mean(w))[1]
0, tf.contrib.metrics.accuracy(tf.cast(p > 0.5, tf.int32), b, w)
0, tf.contrib.metrics.accuracy(tf.cast(p > 0.5, tf.int32), b)
tf.contrib.metrics.f1_score(b, p, num_thresholds=5)
tf.contrib.metrics.count(p, w)
0, tf.contrib.metrics.confusion_matrix(b, tf.cast(p > 0.5, tf.int32))
0, tf.contrib.metrics.set_size(tf.contrib.metrics.set_intersection(b[None], c[None]))
"""

for _text in METRICS.strip().splitlines():
    case(_text)(_metric(_text))

# Cases whose nodes are not TF 1.15's, only their number: tf.confusion_matrix, and what is made of it.
COUNTED = {text for text in CASES if "confusion_matrix" in text or "mean_iou" in text}
