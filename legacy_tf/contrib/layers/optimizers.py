"""tf.contrib.layers.optimize_loss: a training op, by the optimizer's name."""

from tensorflow.python.framework import indexed_slices, ops, tensor
from tensorflow.python.ops import clip_ops, control_flow_ops, init_ops, math_ops, random_ops, variable_scope
from tensorflow.python.ops import variables as _variables
from tensorflow.python.summary import summary
from tensorflow.python.training import adagrad, adam, momentum, rmsprop, training_util
from tensorflow.python.training import optimizer as _optimizer

from legacy_tf import optimizers

OPTIMIZER_CLS_NAMES = {  # name: function of the learning rate
    "Adagrad": adagrad.AdagradOptimizer,
    "Adam": adam.AdamOptimizer,
    "Ftrl": optimizers.FtrlOptimizer,
    "Momentum": lambda learning_rate: momentum.MomentumOptimizer(learning_rate, momentum=0.9),
    "RMSProp": rmsprop.RMSPropOptimizer,
    "SGD": optimizers.GradientDescentOptimizer,
}
OPTIMIZER_SUMMARIES = ["learning_rate", "loss", "gradients", "gradient_norm", "global_gradient_norm"]


def optimize_loss(loss, global_step, learning_rate, optimizer, gradient_noise_scale=None, gradient_multipliers=None,
                  clip_gradients=None, learning_rate_decay_fn=None, update_ops=None, variables=None, name=None,
                  summaries=None, colocate_gradients_with_ops=False, increment_global_step=True):  # fmt: skip
    """A tensor that, when it is run, trains one step and gives the loss.

    Args:
      loss: scalar.
      global_step: variable to count in; None: the graph's, if it has one.
      learning_rate: float (becomes a variable), scalar tensor, or None where `optimizer` needs none.
      optimizer: name (OPTIMIZER_CLS_NAMES), class, tf.train.Optimizer, or function of the learning rate.
      gradient_noise_scale: standard deviation of a truncated normal to be added to the gradients.
      gradient_multipliers: {variable or its name: number}.
      clip_gradients: largest global norm, a float; or function of the list of (gradient, variable).
      learning_rate_decay_fn: function (learning rate, global step) -> learning rate.
      update_ops: ops to run before; default: those in GraphKeys.UPDATE_OPS.
      variables: list; default: the trainable ones.
      summaries: which, of OPTIMIZER_SUMMARIES; default: loss, learning_rate, global_gradient_norm.
      increment_global_step: whether the step is counted.

    ValueError: an argument that does not fit.
    """
    loss = ops.convert_to_tensor(loss)
    if loss.shape.ndims:
        raise ValueError(f"the loss has to be a scalar, not of shape {loss.shape}")
    if global_step is None:
        global_step = training_util.get_global_step()
    else:
        training_util.assert_global_step(global_step)
    with variable_scope.variable_scope(name, "OptimizeLoss", [loss, global_step]):
        update_ops = ops.get_collection(ops.GraphKeys.UPDATE_OPS) if update_ops is None else update_ops
        if update_ops:
            loss = control_flow_ops.with_dependencies(list(update_ops), loss)
        rate = _learning_rate(learning_rate)
        wanted = ("loss", "learning_rate", "global_gradient_norm") if summaries is None else summaries
        if not set(wanted) <= set(OPTIMIZER_SUMMARIES):
            raise ValueError(f"summaries can be {', '.join(OPTIMIZER_SUMMARIES)}, not {summaries!r}")
        if rate is not None and learning_rate_decay_fn is not None:
            if global_step is None:
                raise ValueError("learning_rate_decay_fn needs a global step: tf.train.get_or_create_global_step()")
            rate = learning_rate_decay_fn(rate, global_step)
            if "learning_rate" in wanted:
                summary.scalar("learning_rate", rate)
        trainer = _trainer(optimizer, rate)
        variables = _variables.trainable_variables() if variables is None else variables
        gradients = trainer.compute_gradients(loss, variables, colocate_gradients_with_ops=colocate_gradients_with_ops)
        if gradient_noise_scale is not None:
            gradients = [(_with_noise(g, gradient_noise_scale), v) for g, v in gradients]
        if gradient_multipliers is not None:
            gradients = [(_multiplied(g, v, gradient_multipliers), v) for g, v in gradients]
        norms = "global_gradient_norm" in wanted or "gradient_norm" in wanted
        if norms:
            summary.scalar("global_norm/gradient_norm", clip_ops.global_norm([g for g, _ in gradients]))
        gradients = _clipped(gradients, clip_gradients)
        if "loss" in wanted:
            summary.scalar("loss", loss)
        for gradient, variable in gradients:
            _summarize(gradient, variable.name.replace(":", "_"), wanted)
        if clip_gradients is not None and norms:
            summary.scalar("global_norm/clipped_gradient_norm", clip_ops.global_norm([g for g, _ in gradients]))
        counted = global_step if increment_global_step else None
        updates = trainer.apply_gradients(gradients, global_step=counted, name="train")
        return control_flow_ops.with_dependencies([updates], loss)


def _learning_rate(rate):
    if rate is None or (isinstance(rate, tensor.Tensor) and rate.shape.ndims == 0):
        return rate
    if not isinstance(rate, float) or rate < 0.0:
        raise ValueError(f"the learning rate has to be a float, not negative, or a scalar tensor, not {rate!r}")
    start = init_ops.constant_initializer(rate)
    return variable_scope.get_variable("learning_rate", [], trainable=False, initializer=start)


def _trainer(optimizer, rate):
    """The tf.train.Optimizer that `optimizer` stands for."""
    if isinstance(optimizer, _optimizer.Optimizer):
        return optimizer
    if isinstance(optimizer, str):
        if optimizer not in OPTIMIZER_CLS_NAMES:
            raise ValueError(f"the optimizers are called {', '.join(OPTIMIZER_CLS_NAMES)}, not {optimizer!r}")
        if rate is None:
            raise ValueError(f"the optimizer {optimizer!r} needs a learning_rate")
        return OPTIMIZER_CLS_NAMES[optimizer](rate)
    if not callable(optimizer):
        raise ValueError(f"an optimizer is a name, a class, a function or a tf.train.Optimizer, not {optimizer!r}")
    if rate is None and isinstance(optimizer, type):
        raise ValueError(f"the optimizer {optimizer.__name__} needs a learning_rate")
    made = optimizer() if rate is None else optimizer(rate)
    if not isinstance(made, _optimizer.Optimizer):
        raise ValueError(f"the optimizer function has to give a tf.train.Optimizer, not {made!r}")
    return made


def _with_noise(gradient, scale):
    if gradient is None:
        return None
    sparse = isinstance(gradient, indexed_slices.IndexedSlices)
    noise = random_ops.truncated_normal(gradient.dense_shape if sparse else gradient.shape) * scale
    return gradient + noise


def _multiplied(gradient, variable, multipliers):
    factor = multipliers.get(variable, multipliers.get(variable.name))
    if gradient is None or factor is None:
        return gradient
    if isinstance(gradient, indexed_slices.IndexedSlices):
        return indexed_slices.IndexedSlices(gradient.values * factor, gradient.indices, gradient.dense_shape)
    return gradient * math_ops.cast(factor, gradient.dtype)


def _clipped(gradients, clip):
    if clip is None:
        return gradients
    if callable(clip):
        return clip(gradients)
    if not isinstance(clip, float):
        raise ValueError(f"clip_gradients is a float or a function, not {clip!r}")
    clipped, _ = clip_ops.clip_by_global_norm([g for g, _ in gradients], clip)
    return [(g, v) for g, (_, v) in zip(clipped, gradients)]


def _summarize(gradient, name, wanted):
    values = gradient.values if isinstance(gradient, indexed_slices.IndexedSlices) else gradient
    if values is not None and "gradients" in wanted:
        summary.histogram(f"gradients/{name}", values)
    if values is not None and "gradient_norm" in wanted:
        summary.scalar(f"gradient_norm/{name}", clip_ops.global_norm([values]))
