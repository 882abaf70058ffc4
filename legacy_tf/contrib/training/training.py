"""tf.contrib.training: one op that trains and gives the loss, and a loop around it."""

from tensorflow.python.framework import indexed_slices, ops
from tensorflow.python.ops import array_ops, clip_ops, control_flow_ops, variables
from tensorflow.python.platform import tf_logging as logging
from tensorflow.python.summary import summary
from tensorflow.python.training import monitored_session, training_util
from tensorflow.python.training import optimizer as _optimizer

_USE_GLOBAL_STEP = 0  # not None, which means: count no steps


def create_train_op(total_loss, optimizer, global_step=_USE_GLOBAL_STEP, update_ops=None, variables_to_train=None,
                    transform_grads_fn=None, summarize_gradients=False,
                    gate_gradients=_optimizer.Optimizer.GATE_OP, aggregation_method=None,
                    colocate_gradients_with_ops=False, check_numerics=True):  # fmt: skip
    """A tensor that, when it is run, trains one step and gives the loss (from before that step).

    Args:
      total_loss: float scalar.
      optimizer: tf.train.Optimizer.
      global_step: variable to count in; default: the graph's, made where there is none. None: none.
      update_ops: ops to run before the loss; default: those in GraphKeys.UPDATE_OPS.
      variables_to_train: list; default: the trainable ones.
      transform_grads_fn: function of the list of (gradient, variable) -> such a list.
      summarize_gradients: whether to make summaries of each gradient and its norm.
      check_numerics: whether a loss that is infinite or NaN is an error when the graph runs.
      …: as those of Optimizer.compute_gradients.

    AssertionError: there is nothing to train, or a variable that is not trainable. The result enters TRAIN_OP.
    """
    if global_step is _USE_GLOBAL_STEP:
        global_step = training_util.get_or_create_global_step()
    collected = ops.get_collection(ops.GraphKeys.UPDATE_OPS)
    update_ops = collected if update_ops is None else list(update_ops)
    if any(update not in update_ops for update in collected):
        logging.warning("create_train_op: update_ops does not contain all ops in GraphKeys.UPDATE_OPS")
    if update_ops:
        with ops.control_dependencies(update_ops):
            barrier = control_flow_ops.no_op(name="update_barrier")
        total_loss = control_flow_ops.with_dependencies([barrier], total_loss)
    trainable = variables.trainable_variables()
    if variables_to_train is None:
        variables_to_train = trainable
    if not variables_to_train:
        raise AssertionError("create_train_op has no variables to train")
    for variable in variables_to_train:
        if not variable.trainable and all(variable is not known for known in trainable):
            raise AssertionError(f"{variable.name} is not trainable")
    gradients = optimizer.compute_gradients(
        total_loss, variables_to_train, gate_gradients=gate_gradients, aggregation_method=aggregation_method,
        colocate_gradients_with_ops=colocate_gradients_with_ops,
    )  # fmt: skip
    if transform_grads_fn:
        gradients = transform_grads_fn(gradients)
    if summarize_gradients:
        with ops.name_scope("summarize_grads"):
            add_gradients_summaries(gradients)
    updates = optimizer.apply_gradients(gradients, global_step=global_step)
    with ops.name_scope("train_op"):
        if check_numerics:
            total_loss = array_ops.check_numerics(total_loss, "LossTensor is inf or nan")
        train_op = control_flow_ops.with_dependencies([updates], total_loss)
    ops.add_to_collection(ops.GraphKeys.TRAIN_OP, train_op)
    return train_op


def _dense_or_values(function, gradient):
    """`function` of a gradient, or of the values of a sparse one."""
    if isinstance(gradient, indexed_slices.IndexedSlices):
        return indexed_slices.IndexedSlices(function(gradient.values), gradient.indices, gradient.dense_shape)
    return function(gradient)


def clip_gradient_norms(gradients_to_variables, max_norm):
    """[(gradient, variable)] with each gradient clipped to the norm `max_norm` by itself."""
    return [
        (g if g is None else _dense_or_values(lambda x: clip_ops.clip_by_norm(x, max_norm), g), v)
        for g, v in gradients_to_variables
    ]


def clip_gradient_norms_fn(max_norm):
    """`clip_gradient_norms` to `max_norm`, as a `transform_grads_fn`."""
    return lambda gradients_to_variables: clip_gradient_norms(gradients_to_variables, max_norm)


def multiply_gradients(grads_and_vars, gradient_multipliers):
    """[(gradient, variable)] with those gradients scaled that `gradient_multipliers` names.

    Args:
      grads_and_vars: list of pairs.
      gradient_multipliers: {variable or its op's name: number}.

    ValueError: no list, no dict, an empty dict, or a multiple of no gradient.
    """
    if not isinstance(grads_and_vars, list):
        raise ValueError(f"grads_and_vars has to be a list, not {type(grads_and_vars).__name__}")
    if not isinstance(gradient_multipliers, dict) or not gradient_multipliers:
        raise ValueError(f"gradient_multipliers has to be a dict with something in it, not {gradient_multipliers!r}")

    def scaled(gradient, variable):
        factor = gradient_multipliers.get(variable, gradient_multipliers.get(variable.op.name))
        if factor is None:
            return gradient
        if gradient is None:
            raise ValueError(f"{variable.op.name} has a multiplier, but no gradient")
        factor = ops.convert_to_tensor(factor, dtype=gradient.dtype)
        return _dense_or_values(lambda values: values * factor, gradient)

    return [(scaled(gradient, variable), variable) for gradient, variable in grads_and_vars]


def add_gradients_summaries(grads_and_vars, separator="_"):
    """Summaries, a list: of each gradient the histogram '<variable>_gradient' and the scalar '…_gradient_norm'."""
    summaries = []
    for gradient, variable in grads_and_vars:
        if gradient is None:
            logging.info("%s has no gradient", variable.op.name)
            continue
        values = gradient.values if isinstance(gradient, indexed_slices.IndexedSlices) else gradient
        name = f"{variable.op.name}{separator}gradient"
        summaries.append(summary.histogram(name, values))
        summaries.append(summary.scalar(name + "_norm", clip_ops.global_norm([values])))
    return summaries


def train(train_op, logdir, master="", is_chief=True, scaffold=None, hooks=None, chief_only_hooks=None,
          save_checkpoint_secs=600, save_summaries_steps=100, config=None, max_wait_secs=7200,
          run_metadata=None):  # fmt: skip
    """Runs `train_op` in a MonitoredTrainingSession until a hook asks to stop; returns the last loss, or None.

    ValueError: no `logdir`, where checkpoints or summaries are asked for."""
    if logdir is None and is_chief:
        for name, wanted in (("save_summaries_steps", save_summaries_steps),
                             ("save_checkpoint_secs", save_checkpoint_secs)):  # fmt: skip
            if wanted:
                raise ValueError(f"without a logdir, {name} has to be None")
    session = monitored_session.MonitoredTrainingSession(
        master, is_chief, logdir, scaffold, hooks, chief_only_hooks, save_checkpoint_secs, save_summaries_steps,
        config=config, max_wait_secs=max_wait_secs,
    )  # fmt: skip
    loss = None
    with session:
        while not session.should_stop():
            loss = session.run(train_op, run_metadata=run_metadata)
    return loss
