"""tf.contrib.layers: layer_norm, instance_norm."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, nn_impl, variable_scope

from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.layers import collecting
from legacy_tf.contrib.layers.formats import channel_axis
from legacy_tf.contrib.layers.parameters import Parameters


@add_arg_scope
def layer_norm(inputs, center=True, scale=True, activation_fn=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, begin_norm_axis=1, begin_params_axis=-1,
               scope=None):  # fmt: skip
    """gamma · (x − mean)/deviation + beta, each example by itself (J. L. Ba et al., arXiv:1607.06450).

    Args:
      inputs: float tensor of known rank; its axes from `begin_params_axis` on are beta's and gamma's shape.
      center, scale: whether there is a beta (from 0), a gamma (from 1).
      begin_norm_axis: mean and deviation are over the axes from this one on.
      …: as those of fully_connected.

    Raises:
      ValueError: an axis that the inputs don't have, or unknown sizes.
    """
    with variable_scope.variable_scope(scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        rank, dtype = inputs.shape.ndims, inputs.dtype.base_dtype
        if rank is None:
            raise ValueError(f"the rank of {inputs.name} is unknown: give it a shape by set_shape")
        begin_norm_axis += rank if begin_norm_axis < 0 else 0
        if begin_params_axis >= rank or begin_norm_axis >= rank:
            axes = f"begin_params_axis {begin_params_axis}, begin_norm_axis {begin_norm_axis}"
            raise ValueError(f"{axes}: the inputs have no such axis, as their rank is {rank}")
        shape = inputs.shape[begin_params_axis:]
        if not shape.is_fully_defined():
            raise ValueError(
                f"sizes of {inputs.name} from axis {begin_params_axis} on are unknown: its shape is {inputs.shape}"
            )
        parameters = Parameters(shape, None, None, variables_collections, trainable)
        beta = parameters.make("beta", dtype) if center else None
        gamma = parameters.make("gamma", dtype) if scale else None
        mean, variance = nn_impl.moments(inputs, list(range(begin_norm_axis, rank)), keep_dims=True)
        epsilon = 1e-3 if dtype == dtypes.float16 else 1e-12
        outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
        outputs.set_shape(inputs.shape)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


@add_arg_scope
def instance_norm(inputs, center=True, scale=True, epsilon=1e-6, activation_fn=None, param_initializers=None,
                  reuse=None, variables_collections=None, outputs_collections=None, trainable=True,
                  data_format="NHWC", scope=None):  # fmt: skip
    """gamma · (x − mean)/sqrt(variance + epsilon) + beta, each channel of each example by itself (D. Ulyanov et al.,
    arXiv:1607.08022). Arguments and errors as batch_norm; for style transfer and CycleGAN."""
    inputs = ops.convert_to_tensor(inputs)
    axis, rank, dtype = channel_axis(inputs, data_format), inputs.shape.ndims, inputs.dtype.base_dtype
    with variable_scope.variable_scope(scope, "InstanceNorm", [inputs], reuse=reuse) as sc:
        shape = [inputs.shape.as_list()[axis]]
        parameters = Parameters(shape, param_initializers, None, variables_collections, trainable)

        def parameter(name, wanted):
            value = parameters.make(name, dtype) if wanted else None
            return array_ops.reshape(value, [1, *shape] + [1] * (rank - 2)) if wanted and axis == 1 else value

        beta, gamma = parameter("beta", center), parameter("gamma", scale)
        axes = [a for a in range(1, rank) if a != axis % rank]
        mean, variance = nn_impl.moments(inputs, axes, keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon, name="instancenorm")
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)
