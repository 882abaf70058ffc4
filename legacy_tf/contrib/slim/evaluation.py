"""slim.evaluation: a model's metrics, from a checkpoint."""

from tensorflow.python.summary import summary
from tensorflow.python.training import monitored_session
from tensorflow.python.training import saver as _saver

from legacy_tf.contrib.training import evaluation

__all__ = ["checkpoints_iterator", "evaluate_once", "wait_for_new_checkpoint"]

checkpoints_iterator, wait_for_new_checkpoint = evaluation.checkpoints_iterator, evaluation.wait_for_new_checkpoint
_ALL_SUMMARIES = 0  # not None, which means: none


def evaluate_once(master, checkpoint_path, logdir, num_evals=1, initial_op=None, initial_op_feed_dict=None,
                  eval_op=None, eval_op_feed_dict=None, final_op=None, final_op_feed_dict=None,
                  summary_op=_ALL_SUMMARIES, summary_op_feed_dict=None, variables_to_restore=None,
                  session_config=None, hooks=None):  # fmt: skip
    """Restores a checkpoint, runs `eval_op` `num_evals` times, writes summaries, and returns the value of `final_op`.

    Args:
      master: '' for this machine.
      checkpoint_path: one checkpoint's path, e.g. from `tf.train.latest_checkpoint`.
      logdir: where the summaries go.
      initial_op, eval_op, final_op: what to run first, each time, last; default nothing. …_feed_dict: what to feed.
      summary_op: what to write at the end; default all summaries of the graph, None none.
      variables_to_restore: list; default all that a Saver takes.
      session_config: tf.ConfigProto.
      hooks: list of further tf.train.SessionRunHook.

    It finalizes the graph: a second evaluation needs a new one.
    """
    if summary_op is _ALL_SUMMARIES:
        summary_op = summary.merge_all()
    all_hooks = [evaluation.StopAfterNEvalsHook(num_evals)]
    if summary_op is not None:
        all_hooks.append(evaluation.SummaryAtEndHook(logdir, None, summary_op, summary_op_feed_dict))
    saver = None if variables_to_restore is None else _saver.Saver(variables_to_restore)
    scaffold = monitored_session.Scaffold(init_op=initial_op, init_feed_dict=initial_op_feed_dict, saver=saver)
    return evaluation.evaluate_once(
        checkpoint_path, master, scaffold, eval_op, eval_op_feed_dict, final_op, final_op_feed_dict,
        [*all_hooks, *(hooks or ())], session_config,
    )  # fmt: skip
