"""tf.train functions whose TF 1.15 graph differs, op for op."""

from tensorflow.core.util.event_pb2 import SessionLog
from tensorflow.python.framework import device, ops
from tensorflow.python.ops import cond, math_ops
from tensorflow.python.platform import tf_logging
from tensorflow.python.training import basic_session_run_hooks

_checkpoint_saver = basic_session_run_hooks.CheckpointSaverHook.__init__


# TF 1.15 takes the minimum with decay_steps as given (today: cast), and chooses the cycle's length by a cond.
def polynomial_decay(
    learning_rate, global_step, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name=None
):
    """`tf.train.polynomial_decay` of TF 1.15: a scalar of learning_rate's dtype,

    (learning_rate - end_learning_rate) * (1 - step / decay_steps) ** power + end_learning_rate, where the step is at
    most decay_steps or, if `cycle`, decay_steps is multiplied until it is at least the step.
    """
    with ops.name_scope_v2(name or "PolynomialDecay") as scope:
        start = ops.convert_to_tensor(learning_rate, name="initial_learning_rate")
        end = math_ops.cast(end_learning_rate, start.dtype)
        power = math_ops.cast(power, start.dtype)
        step = math_ops.cast(global_step, start.dtype)
        length = math_ops.cast(decay_steps, start.dtype)
        if cycle:
            is_first = math_ops.equal(step, 0)
            times = cond.cond(is_first, lambda: 1.0, lambda: math_ops.ceil(step / decay_steps))
            length = math_ops.multiply(length, times)
        else:
            step = math_ops.minimum(step, decay_steps)
        done = math_ops.divide(step, length)
        return math_ops.add(math_ops.multiply(start - end, math_ops.pow(1 - done, power)), end, name=scope)


# TF 1.15 read resource variables in order to ask: copied to the CPU, they make a shard (a file) of their own.
def group_by_devices(builder, saveables):
    """What a Saver with sharded=True puts together: [(device, [saveable, …]), …], sorted by device.

    Raises:
      ValueError: a saveable's tensors are on several devices.
    """
    groups = {}
    for saveable in saveables:
        devices = {device.canonical_name(spec.tensor.device) for spec in saveable.specs}
        if len(devices) != 1:
            raise ValueError(f"all tensors of what is saved as {saveable.name!r} must be on one device: {devices}")
        groups.setdefault(devices.pop(), []).append(saveable)
    return sorted(groups.items(), key=lambda group: group[0])


# Today's hook takes a run for a million steps, so that with save_steps it asks for the global step once more after
# every run, and saves at other steps where a run is more than one.
def checkpoint_saver(hook, *args, **kwargs):
    """Makes a `tf.train.CheckpointSaverHook` that takes a run for one step."""
    _checkpoint_saver(hook, *args, **kwargs)
    hook._set_steps_per_run(1)


def save_checkpoint(hook, session, step):
    """What that hook does at a step that is due: one line in the log, as in TF 1.15 (three today). Returns whether a
    listener asks for an end of the training."""
    tf_logging.info("Saving checkpoints for %d into %s.", step, hook._save_path)
    for listener in hook._listeners:
        listener.before_save(session, step)
    without = {} if hook._save_graph_def else {"write_meta_graph": False}
    hook._get_saver().save(session, hook._save_path, global_step=step, **without)
    saved = SessionLog(status=SessionLog.CHECKPOINT, checkpoint_path=hook._save_path)
    hook._summary_writer.add_session_log(saved, step)
    should_stop = False
    for listener in hook._listeners:
        if listener.after_save(session, step):
            tf_logging.info(f"A CheckpointSaverListener requested that training be stopped. listener: {listener}")
            should_stop = True
    return should_stop
