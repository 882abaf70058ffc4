"""tf.contrib.training: evaluation from checkpoints. TensorFlow still has most of it, under private names."""

from tensorflow.python.summary import summary
from tensorflow.python.training import checkpoint_utils, evaluation, session_run_hook, training_util

StopAfterNEvalsHook = evaluation._StopAfterNEvalsHook
evaluate_once = evaluation._evaluate_once
get_or_create_eval_step = evaluation._get_or_create_eval_step
checkpoints_iterator = checkpoint_utils.checkpoints_iterator
wait_for_new_checkpoint = checkpoint_utils.wait_for_new_checkpoint


class SummaryAtEndHook(session_run_hook.SessionRunHook):
    """Writes the summaries once, at a session's end.

    Args:
      log_dir: where to; or
      summary_writer: a tf.summary.FileWriter.
      summary_op: default: all summaries of the graph.
      feed_dict: what to feed for them.

    ValueError: neither `log_dir` nor `summary_writer`.
    """

    def __init__(self, log_dir=None, summary_writer=None, summary_op=None, feed_dict=None):
        if log_dir is None and summary_writer is None:
            raise ValueError("SummaryAtEndHook needs a log_dir or a summary_writer")
        self._log_dir, self._writer, self._op, self._feed = log_dir, summary_writer, summary_op, feed_dict
        self._merge = summary_op is None

    def begin(self):
        if self._merge:
            self._op = summary.merge_all()
        self._step = training_util.get_or_create_global_step()

    def after_create_session(self, session, coord):
        if self._writer is None:
            self._writer = summary.FileWriterCache.get(self._log_dir)

    def end(self, session):
        if self._op is not None:
            step = training_util.global_step(session, self._step)
            self._writer.add_summary(session.run(self._op, self._feed), step)
        self._writer.flush()
