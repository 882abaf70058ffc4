"""slim.learning: create_train_op, and train: the loop with a Supervisor's checkpoints and summaries around it."""

import os
import sys
import time

from tensorflow.core.protobuf import config_pb2
from tensorflow.python.client import timeline
from tensorflow.python.framework import constant_op, errors, ops
from tensorflow.python.lib.io import file_io
from tensorflow.python.ops import control_flow_ops, lookup_ops, math_ops, variables
from tensorflow.python.platform import tf_logging as logging
from tensorflow.python.summary import summary
from tensorflow.python.training import optimizer as _optimizer
from tensorflow.python.training import saver as _saver
from tensorflow.python.training import supervisor, training_util

from legacy_tf.contrib.training import training

__all__ = [
    "add_gradients_summaries", "clip_gradient_norms", "create_train_op", "multiply_gradients", "train", "train_step"
]  # fmt: skip

_USE_DEFAULT = 0  # not None, which means: none

clip_gradient_norms, multiply_gradients = training.clip_gradient_norms, training.multiply_gradients


def add_gradients_summaries(grads_and_vars):
    """Summaries, a list: of each gradient the histogram '<variable>/gradient' and the scalar '…/gradient_norm'."""
    return training.add_gradients_summaries(grads_and_vars, separator="/")


def create_train_op(total_loss, optimizer, global_step=training._USE_GLOBAL_STEP, update_ops=None,
                    variables_to_train=None, clip_gradient_norm=0, summarize_gradients=False,
                    gate_gradients=_optimizer.Optimizer.GATE_OP, aggregation_method=None,
                    colocate_gradients_with_ops=False, gradient_multipliers=None, check_numerics=True):  # fmt: skip
    """`tf.contrib.training.create_train_op`, which multiplies gradients by `gradient_multipliers` ({variable or its
    name: number}) and clips each to the norm `clip_gradient_norm` (0: not)."""

    def transform(gradients):
        if gradient_multipliers:
            with ops.name_scope("multiply_grads"):
                gradients = multiply_gradients(gradients, gradient_multipliers)
        if clip_gradient_norm > 0:
            with ops.name_scope("clip_grads"):
                gradients = clip_gradient_norms(gradients, clip_gradient_norm)
        return gradients

    return training.create_train_op(
        total_loss, optimizer, global_step, update_ops, variables_to_train, transform, summarize_gradients,
        gate_gradients, aggregation_method, colocate_gradients_with_ops, check_numerics,
    )  # fmt: skip


def train_step(sess, train_op, global_step, train_step_kwargs):
    """One step: (loss, whether to stop).

    `train_step_kwargs` may hold bool tensors, asked for after the step: 'should_stop', 'should_log' (logs step, loss
    and time) and, before it, 'should_trace' (writes 'tf_trace-<step>.json' into 'logdir', and to 'summary_writer').
    ValueError: 'should_trace' without 'logdir'.
    """
    start = time.time()
    options = metadata = None
    if "should_trace" in train_step_kwargs:
        if "logdir" not in train_step_kwargs:
            raise ValueError("train_step_kwargs has should_trace, so that it needs a logdir too")
        if sess.run(train_step_kwargs["should_trace"]):
            options = config_pb2.RunOptions(trace_level=config_pb2.RunOptions.FULL_TRACE)
            metadata = config_pb2.RunMetadata()
    loss, step = sess.run([train_op, global_step], options=options, run_metadata=metadata)
    seconds = time.time() - start
    if metadata is not None:
        trace = timeline.Timeline(metadata.step_stats).generate_chrome_trace_format()
        file_io.write_string_to_file(os.path.join(train_step_kwargs["logdir"], f"tf_trace-{step}.json"), trace)
        if "summary_writer" in train_step_kwargs:
            train_step_kwargs["summary_writer"].add_run_metadata(metadata, f"run_metadata-{step}")
    if "should_log" in train_step_kwargs and sess.run(train_step_kwargs["should_log"]):
        logging.info("global step %d: loss = %.4f (%.3f sec/step)", step, loss, seconds)
    # the step is counted by train_op itself: asked for in the same run, the answer might be the one from before
    stop = sess.run(train_step_kwargs["should_stop"]) if "should_stop" in train_step_kwargs else False
    return loss, stop


def train(train_op, logdir, train_step_fn=train_step, train_step_kwargs=_USE_DEFAULT, log_every_n_steps=1, graph=None,
          master="", is_chief=True, global_step=None, number_of_steps=None, init_op=_USE_DEFAULT, init_feed_dict=None,
          local_init_op=_USE_DEFAULT, init_fn=None, ready_op=_USE_DEFAULT, summary_op=_USE_DEFAULT,
          save_summaries_secs=600, summary_writer=_USE_DEFAULT, startup_delay_steps=0, saver=None,
          save_interval_secs=600, sync_optimizer=None, session_config=None, session_wrapper=None,
          trace_every_n_steps=None, ignore_live_threads=False):  # fmt: skip
    """Trains until `number_of_steps` (global steps; None: until the data end), and returns the last loss.

    Args:
      train_op: what `create_train_op` gave.
      logdir: for checkpoints and summaries; None: neither. A checkpoint that is there is where training goes on.
      train_step_fn: function (session, train_op, global_step, train_step_kwargs) -> (loss, whether to stop).
      log_every_n_steps: how often step and loss are logged; 0: never.
      init_op, local_init_op, ready_op, init_feed_dict, init_fn: as those of tf.train.Supervisor; None leaves one out.
      init_fn: function of the session, after `init_op`, e.g. from `assign_from_checkpoint_fn`.
      summary_op, summary_writer, save_summaries_secs: what is written, by whom, how often.
      saver, save_interval_secs: as for checkpoints.
      session_wrapper: function that makes another session of the session.
      trace_every_n_steps: how often a timeline is written.
      sync_optimizer: not carried, nor training on many machines.
      …: as those of tf.train.Supervisor.

    ValueError: no `train_op`; `number_of_steps` not positive; `summary_op`, `saver` or `trace_every_n_steps` without a
    `logdir`.
    """
    _check(train_op, logdir, number_of_steps, summary_op, saver, trace_every_n_steps, sync_optimizer)
    graph = graph or ops.get_default_graph()
    with graph.as_default():
        if global_step is None:
            global_step = training_util.get_or_create_global_step()
        saver = saver or _saver.Saver()
        with ops.name_scope("init_ops"):
            if init_op is _USE_DEFAULT:
                init_op = variables.global_variables_initializer()
            if ready_op is _USE_DEFAULT:
                ready_op = variables.report_uninitialized_variables()
            if local_init_op is _USE_DEFAULT:
                initializers = variables.local_variables_initializer(), lookup_ops.tables_initializer()
                local_init_op = control_flow_ops.group(*initializers)
        if summary_op is _USE_DEFAULT:
            summary_op = summary.merge_all()
        if summary_writer is _USE_DEFAULT:
            summary_writer = supervisor.Supervisor.USE_DEFAULT
        if train_step_kwargs is _USE_DEFAULT:
            trace = trace_every_n_steps if is_chief else None
            train_step_kwargs = _questions(global_step, number_of_steps, log_every_n_steps, trace, logdir)
    manager = supervisor.Supervisor(
        graph=graph, is_chief=is_chief, logdir=logdir, init_op=init_op, init_feed_dict=init_feed_dict,
        local_init_op=local_init_op, ready_op=ready_op, summary_op=summary_op, summary_writer=summary_writer,
        global_step=global_step, saver=saver, save_summaries_secs=save_summaries_secs,
        save_model_secs=save_interval_secs, init_fn=init_fn,
    )  # fmt: skip
    if summary_writer is not None:
        train_step_kwargs["summary_writer"] = manager.summary_writer
    while True:
        try:
            with manager.managed_session(master, start_standard_services=False, config=session_config) as session:
                session = session_wrapper(session) if session_wrapper else session
                if is_chief and logdir:
                    manager.start_standard_services(session)
                elif not is_chief and startup_delay_steps > 0:
                    _wait_for_step(session, global_step, min(startup_delay_steps, number_of_steps or sys.maxsize))
                threads = manager.start_queue_runners(session)
                loss = _run(manager, train_step_fn, session, train_op, global_step, train_step_kwargs)
                if logdir and manager.is_chief:
                    logging.info("Finished training! Saving model to disk.")
                    manager.saver.save(session, manager.save_path, global_step=manager.global_step)
                    manager.stop(threads, close_summary_writer=True, ignore_live_threads=ignore_live_threads)
            return loss
        except errors.AbortedError:  # another machine was started anew
            logging.info("Retrying training!")


def _check(train_op, logdir, number_of_steps, summary_op, saver, trace_every_n_steps, sync_optimizer):
    if train_op is None:
        raise ValueError("slim.learning.train needs a train_op, as create_train_op gives it")
    if number_of_steps is not None and number_of_steps <= 0:
        raise ValueError(f"number_of_steps has to be positive, or None, not {number_of_steps}")
    given = {"summary_op": summary_op is not _USE_DEFAULT, "saver": saver, "trace_every_n_steps": trace_every_n_steps}
    for name, value in given.items():
        if logdir is None and value:
            raise ValueError(f"without a logdir, {name} has to be left out")
    if sync_optimizer is not None:
        raise NotImplementedError("slim.learning.train's sync_optimizer is not carried: train on one machine")


def _questions(global_step, number_of_steps, log_every_n_steps, trace_every_n_steps, logdir):
    """The default `train_step_kwargs`."""
    asked = {}
    with ops.name_scope("train_step"):
        if number_of_steps:
            asked["should_stop"] = math_ops.greater_equal(global_step, number_of_steps)
        else:
            asked["should_stop"] = constant_op.constant(False)
        if log_every_n_steps > 0:
            asked["should_log"] = math_ops.equal(math_ops.mod(global_step, log_every_n_steps), 0)
        if trace_every_n_steps is not None:
            asked["should_trace"] = math_ops.equal(math_ops.mod(global_step, trace_every_n_steps), 0)
            asked["logdir"] = logdir
    return asked


def _run(manager, step, *args):
    loss = None
    try:
        while not manager.should_stop():
            loss, stop = step(*args)
            if stop:
                logging.info("Stopping Training.")
                manager.request_stop()
    except errors.OutOfRangeError as error:  # the data have ended
        logging.info("Caught OutOfRangeError. Stopping Training. %s", error)
    return loss


def _wait_for_step(session, global_step, step):
    while training_util.global_step(session, global_step) < step:
        time.sleep(1.0)
