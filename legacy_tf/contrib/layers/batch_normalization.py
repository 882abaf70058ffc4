"""tf.contrib.layers.batch_norm (S. Ioffe, C. Szegedy, arXiv:1502.03167).

TF 1.15 went one of three ways, which make other ops and so other later seeds: the layer of tf.layers where that can
do what is asked for; else one FusedBatchNorm op where that can; else the formula written out.
"""

from typing import Any, NamedTuple

from tensorflow.python.framework import constant_op, dtypes, ops, tensor, tensor_util
from tensorflow.python.ops import array_ops, cond, nn_impl, variable_scope, variables
from tensorflow.python.training import moving_averages
from tensorflow.python.util import nest

from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.layers import collecting, moments
from legacy_tf.contrib.layers.formats import channel_axis
from legacy_tf.contrib.layers.parameters import STARTS, Parameters
from legacy_tf.layers import BatchNormalization


@add_arg_scope
def batch_norm(inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None,
               param_initializers=None, param_regularizers=None, updates_collections=ops.GraphKeys.UPDATE_OPS,
               is_training=True, reuse=None, variables_collections=None, outputs_collections=None, trainable=True,
               batch_weights=None, fused=None, data_format="NHWC", zero_debias_moving_mean=False, scope=None,
               renorm=False, renorm_clipping=None, renorm_decay=0.99, adjustment=None):  # fmt: skip
    """gamma · (x − mean)/sqrt(variance + epsilon) + beta, over all axes but the channels'.

    Where `is_training` (bool, tensor, variable), mean and variance are the batch's, and moving_mean and
    moving_variance move by 1 − `decay`; else they are the moving ones. By default it trains and has no gamma, unlike
    tf.layers.batch_normalization.

    Args:
      inputs: float tensor of known rank; its channels, of known number, are the last axis, with `data_format` 'NCHW'
        the second.
      center, scale: whether there is a beta, a gamma.
      param_initializers, param_regularizers: dicts by 'beta', 'gamma', 'moving_mean', 'moving_variance'. TF 1.15
        ignored the regularizers where it wrote the formula out.
      updates_collections: collections for the ops that move the averages, to be run with the training op. None: they
        run before the output is there.
      variables_collections: list of collections for all parameters, or dict of lists by their names.
      batch_weights: (batch,), weights of the examples in mean and variance.
      fused: False: without the op FusedBatchNorm. Default: with it where possible (rank 2 or 4, no weights).
      zero_debias_moving_mean: takes the bias towards its start, 0, out of the moving mean, by the variables 'biased'
        and 'local_step'.
      activation_fn, reuse, outputs_collections, trainable, scope: as those of fully_connected.

    Raises:
      ValueError: unknown `data_format`, or the inputs' rank or number of channels is unknown.
      NotImplementedError: `renorm` or `adjustment`.
    """
    if renorm or adjustment is not None:
        raise NotImplementedError(
            "tf.contrib.layers.batch_norm's renorm and adjustment are not carried. Leave them at their defaults, or "
            "write the correction out with tf.nn.moments and tf.nn.batch_normalization."
        )
    inputs = ops.convert_to_tensor(inputs)
    axis, rank = channel_axis(inputs, data_format), inputs.shape.ndims
    fused = fused is None or fused
    by_layer = (
        batch_weights is None
        and updates_collections == ops.GraphKeys.UPDATE_OPS
        and not zero_debias_moving_mean
        and not (fused and rank == 2)  # the layer fuses rank 4 only
    )
    by_op = fused and rank in (2, 4) and batch_weights is None and not by_layer
    getter = None if by_op else collecting.as_model_variables()
    with variable_scope.variable_scope(scope, "BatchNorm", [inputs], reuse=reuse, custom_getter=getter) as sc:
        if by_layer:
            initializers, regularizers = param_initializers or {}, param_regularizers or {}
            layer = BatchNormalization(
                axis, decay, epsilon, center, scale, fused=fused, trainable=trainable, name=sc.name, _scope=sc,
                beta_regularizer=regularizers.get("beta"), gamma_regularizer=regularizers.get("gamma"), _reuse=reuse,
                **{name + "_initializer": initializers.get(name, start) for name, start in STARTS.items()},
            )  # fmt: skip
            outputs = layer(inputs, training=is_training)
            for name, wanted in (("moving_mean", True), ("moving_variance", True), ("beta", center), ("gamma", scale)):
                if wanted:
                    collecting.collect_variable(getattr(layer, name), variables_collections, name)
        else:
            shape = [inputs.shape.as_list()[axis]]
            regularizers = param_regularizers if by_op else None
            parameters = Parameters(shape, param_initializers, regularizers, variables_collections, trainable)
            averaging = _Averaging(is_training, decay, zero_debias_moving_mean, updates_collections)
            if by_op:
                outputs = _by_op(inputs, parameters, averaging, center, scale, epsilon, data_format)
            else:
                outputs = _written_out(inputs, parameters, averaging, center, scale, epsilon, axis, batch_weights)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


def _by_op(inputs, parameters, averaging, center, scale, epsilon, data_format):
    x, channels = inputs, parameters.shape[0]
    if inputs.shape.ndims == 2:  # the op takes rank 4 only
        x = array_ops.reshape(inputs, [-1, channels, 1, 1] if data_format == "NCHW" else [-1, 1, 1, channels])

    def parameter(name, wanted, constant):
        if wanted:
            return parameters.make(name, dtypes.float32)
        return constant_op.constant(constant, dtypes.float32, [channels])

    beta, gamma = parameter("beta", center, 0.0), parameter("gamma", scale, 1.0)
    moving = parameters.make_moving(dtypes.float32)
    settings = dict(epsilon=epsilon, data_format=data_format)
    outputs, *batch = _branch(
        averaging.is_training,
        lambda: nn_impl.fused_batch_norm(x, gamma, beta, **settings),
        lambda: nn_impl.fused_batch_norm(x, gamma, beta, *moving, is_training=False, **settings),
    )
    if averaging.needed:
        if averaging.collections is None:
            outputs = averaging.move_before(outputs, moving, batch, otherwise=outputs)
        else:
            averaging.move_later(moving, batch)
    outputs.set_shape(x.shape)
    return outputs if x is inputs else array_ops.reshape(outputs, array_ops.shape(inputs))


def _written_out(inputs, parameters, averaging, center, scale, epsilon, axis, weights):
    rank, dtype = inputs.shape.ndims, inputs.dtype.base_dtype
    if weights is not None:
        weights = ops.convert_to_tensor(weights)
        inputs.shape[:1].assert_is_compatible_with(weights.shape)
        weights = array_ops.reshape(weights, [-1] + [1] * (rank - 1))
    beta = parameters.make("beta", dtype) if center else None
    gamma = parameters.make("gamma", dtype) if scale else None
    moving = mean, variance = parameters.make_moving(dtype)
    if averaging.needed:
        batch = moments.by_channel(inputs, axis, weights)
        if averaging.collections is None:
            mean, variance = averaging.move_before(batch, moving, batch, otherwise=moving)
        else:
            averaging.move_later(moving, batch)
            mean, variance = _branch(averaging.is_training, lambda: batch, lambda: moving)
    if axis == 1:
        shape = [1, *parameters.shape] + [1] * (rank - 2)
        mean, variance = array_ops.reshape(mean, shape), array_ops.reshape(variance, shape)
        beta, gamma = (value if value is None else array_ops.reshape(value, shape) for value in (beta, gamma))
    outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
    outputs.set_shape(inputs.shape)
    return outputs


class _Averaging(NamedTuple):
    """How, and when, the moving averages move."""

    is_training: Any
    decay: float
    zero_debias: bool  # of the mean
    collections: Any  # for the ops; None: before the output

    @property
    def needed(self):
        return _known(self.is_training) is None or _known(self.is_training)

    def ops(self, moving, batch):
        """The two ops that move `moving` towards `batch`, both (mean, variance)."""
        move = moving_averages.assign_moving_average
        mean = move(moving[0], batch[0], self.decay, zero_debias=self.zero_debias)
        return mean, move(moving[1], batch[1], self.decay, zero_debias=False)

    def move_before(self, values, moving, batch, otherwise):
        """In training `values`, once the averages have moved; else `otherwise`."""

        def moved():
            with ops.control_dependencies(self.ops(moving, batch)):
                return nest.map_structure(array_ops.identity, values)

        return _branch(self.is_training, moved, lambda: otherwise)

    def move_later(self, moving, batch):
        """Enters the ops into the collections."""
        for update in _branch(self.is_training, lambda: self.ops(moving, batch), lambda: moving):
            ops.add_to_collections(self.collections, update)


def _known(is_training):
    """The value, or None where only the running graph knows it."""
    if isinstance(is_training, variables.Variable):
        return None
    return tensor_util.constant_value(is_training) if isinstance(is_training, tensor.Tensor) else is_training


def _branch(is_training, in_training, otherwise):
    known = _known(is_training)
    if known is None:
        return cond.cond(is_training, in_training, otherwise)
    return in_training() if known else otherwise()
