"""tf.contrib.seq2seq of TF 1.15: the loss of sequences."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops, nn_ops

__all__ = ["sequence_loss"]


def sequence_loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True,
                  sum_over_timesteps=False, sum_over_batch=False, softmax_loss_function=None,
                  name=None):  # fmt: skip
    """Cross-entropy in nats of sequences, weighted.

    Args:
      logits: float (batch, time, symbols).
      targets: int (batch, time).
      weights: float (batch, time); 0 for what is only padding.
      average_across_timesteps, average_across_batch: sum over that axis and divide by the weights' sum over it.
      sum_over_timesteps, sum_over_batch: sum over that axis and divide by the number of weights that are not 0.
      softmax_loss_function: function of labels= (n,) and logits= (n, symbols), in place of the cross-entropy.
    Returns: float; the axes that were summed over are gone.
    Raises ValueError for other ranks, and where an axis is to be averaged and summed.
    """
    for what, tensor, rank in (("logits", logits, 3), ("targets", targets, 2), ("weights", weights, 2)):
        if len(tensor.shape) != rank:
            raise ValueError(f"{what} have to be of rank {rank}, (batch, time{', symbols' * (rank == 3)})")
    for axis, average, total in (
        ("timesteps", average_across_timesteps, sum_over_timesteps),
        ("batch", average_across_batch, sum_over_batch),
    ):
        if average and total:
            raise ValueError(f"average_across_{axis} and sum_over_{axis} exclude each other")
    with ops.name_scope(name, "sequence_loss", [logits, targets, weights]):
        symbols = array_ops.shape(logits)[2]
        flat = array_ops.reshape(logits, [-1, symbols])
        targets = array_ops.reshape(targets, [-1])
        loss_function = softmax_loss_function or nn_ops.sparse_softmax_cross_entropy_with_logits
        loss = loss_function(labels=targets, logits=flat)
        loss *= array_ops.reshape(weights, [-1])
        if average_across_timesteps and average_across_batch:
            return math_ops.div_no_nan(math_ops.reduce_sum(loss), math_ops.reduce_sum(weights))
        if sum_over_timesteps and sum_over_batch:
            return _over_count(math_ops.reduce_sum(loss), weights, None)
        loss = array_ops.reshape(loss, array_ops.shape(logits)[0:2])
        if average_across_timesteps or average_across_batch:
            axis = [0] if average_across_batch else [1]
            loss = math_ops.reduce_sum(loss, axis=axis)
            return math_ops.div_no_nan(loss, math_ops.reduce_sum(weights, axis=axis))
        if sum_over_timesteps or sum_over_batch:
            axis = [0] if sum_over_batch else [1]
            return _over_count(math_ops.reduce_sum(loss, axis=axis), weights, axis)
        return loss


def _over_count(loss, weights, axis):
    count = math_ops.count_nonzero(weights, axis=axis)
    return math_ops.div_no_nan(loss, math_ops.cast(count, loss.dtype))
