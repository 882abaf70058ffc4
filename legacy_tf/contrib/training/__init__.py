"""tf.contrib.training of TF 1.15: HParams, training ops, and evaluation from checkpoints."""

# isort: skip_file
from legacy_tf.contrib.training.evaluation import (
    StopAfterNEvalsHook, SummaryAtEndHook, checkpoints_iterator, evaluate_once, get_or_create_eval_step,
    wait_for_new_checkpoint,
)  # fmt: skip
from legacy_tf.contrib.training.hparam import HParams, parse_values
from legacy_tf.contrib.training.training import (
    add_gradients_summaries, clip_gradient_norms, clip_gradient_norms_fn, create_train_op, multiply_gradients, train,
)  # fmt: skip

__all__ = [
    "HParams", "StopAfterNEvalsHook", "SummaryAtEndHook", "add_gradients_summaries", "checkpoints_iterator",
    "clip_gradient_norms", "clip_gradient_norms_fn", "create_train_op", "evaluate_once", "get_or_create_eval_step",
    "multiply_gradients", "parse_values", "train", "wait_for_new_checkpoint",
]  # fmt: skip
