"""tf.contrib.layers: the convolutions. Their common arguments stand in weighted.py."""

import functools
import inspect

from tensorflow.python.framework import ops
from tensorflow.python.ops import nn, nn_impl, nn_ops, variable_scope

from legacy_tf import layers
from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.framework.variables import model_variable
from legacy_tf.contrib.layers import collecting, formats
from legacy_tf.contrib.layers.weighted import XAVIER, ZEROS, apply
from legacy_tf.layers import sizes


@add_arg_scope
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1,
                activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                weights_initializer=XAVIER, weights_regularizer=None,
                biases_initializer=ZEROS, biases_regularizer=None, reuse=None,
                variables_collections=None, outputs_collections=None, trainable=True, scope=None,
                conv_dims=None):  # fmt: skip
    """(batch, *space, channels) -> (batch, *space', num_outputs), by as many spatial axes (1, 2, 3) as there are.

    Args:
      kernel_size, stride, rate: int, or one int an axis; rate is the dilation: not both it and stride above 1.
      padding: 'SAME' or 'VALID'.
      data_format: None, or 'NHWC' and the like: channels last; 'NCHW' and the like: channels second.
      conv_dims: number of spatial axes that the inputs must have.
      …: as those of fully_connected.

    Raises:
      ValueError: unknown `data_format`, or another rank than `conv_dims` + 2, or than 3, 4, 5.
    """
    if data_format not in (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW"):
        raise ValueError(f"unknown data_format {data_format!r}: take 'NHWC' or 'NCHW', or leave it None")

    def make_layer(inputs, common):
        rank = inputs.shape.ndims
        if conv_dims is not None and conv_dims + 2 != rank:
            raise ValueError(f"a {conv_dims}-D convolution takes inputs of rank {conv_dims + 2}, not {rank}")
        if rank not in (3, 4, 5):
            raise ValueError(f"a convolution takes inputs of rank 3, 4 or 5, not {rank}")
        layer_class = {3: layers.Conv1D, 4: layers.Conv2D, 5: layers.Conv3D}[rank]
        return layer_class(num_outputs, kernel_size, stride, padding, formats.for_layer(data_format), rate, **common)

    return apply(make_layer, "Conv", locals())


def _convolution_of(dims):
    """`convolution` that insists on `dims` spatial axes: a function of its own, also for arg_scope."""

    def function(*args, **kwargs):
        return convolution.__wrapped__(*args, **kwargs, conv_dims=dims)

    parameters = inspect.signature(convolution).parameters
    function.__signature__ = inspect.Signature([p for name, p in parameters.items() if name != "conv_dims"])
    function.__name__ = function.__qualname__ = f"convolution{dims}d"
    function.__doc__ = convolution.__doc__
    return add_arg_scope(function)


convolution1d, convolution2d, convolution3d = (_convolution_of(dims) for dims in (1, 2, 3))


@add_arg_scope
def convolution2d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NHWC",
                            activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                            weights_initializer=XAVIER, weights_regularizer=None,
                            biases_initializer=ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """(batch, h, w, channels) -> (batch, h·stride, w·stride, num_outputs), 'VALID' adds max(kernel − stride, 0);
    weights (*kernel_size, num_outputs, channels). ValueError: `data_format` is neither 'NHWC' nor 'NCHW'."""
    formats.check(data_format)
    layer_arguments = (num_outputs, kernel_size, stride, padding, formats.for_layer(data_format))
    return apply(lambda _, common: layers.Conv2DTranspose(*layer_arguments, **common), "Conv2d_transpose", locals())


@add_arg_scope
def convolution3d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NDHWC",
                            activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                            weights_initializer=XAVIER, weights_regularizer=None,
                            biases_initializer=ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """As convolution2d_transpose with one axis more: (batch, d, h, w, channels), 'NDHWC' or 'NCDHW'."""
    formats.check(data_format, "NCDHW", "NDHWC")
    layer_arguments = (num_outputs, kernel_size, stride, padding, formats.for_layer(data_format))
    return apply(lambda _, common: layers.Conv3DTranspose(*layer_arguments, **common), "Conv3d_transpose", locals())


@add_arg_scope
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME",
                            data_format="NHWC", rate=1, activation_fn=nn.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=XAVIER,
                            pointwise_initializer=None, weights_regularizer=None,
                            biases_initializer=ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """A depthwise convolution, then a 1×1 one: (batch, h, w, channels) -> (batch, h', w', num_outputs).

    Variables: depthwise_weights (*kernel_size, channels, depth_multiplier), pointwise_weights (initializer: that of
    the depthwise ones where `pointwise_initializer` is None), biases. `num_outputs` None leaves the 1×1 one out.
    ValueError: `data_format` is neither 'NHWC' nor 'NCHW'. Other arguments: as those of fully_connected.
    """
    formats.check(data_format)
    if num_outputs is None:
        return _depthwise(**locals())
    layer_arguments = (
        num_outputs,
        kernel_size,
        stride,
        padding,
        formats.for_layer(data_format),
        rate,
        depth_multiplier,
    )
    kernels = {"depthwise_kernel": "depthwise", "pointwise_kernel": "pointwise"}

    def make_layer(_, common):
        if pointwise_initializer is not None:
            common["pointwise_initializer"] = pointwise_initializer
        return layers.SeparableConv2D(*layer_arguments, **common)

    return apply(make_layer, "SeparableConv2d", locals(), kernels)


def _depthwise(inputs, scope, reuse, trainable, kernel_size, stride, rate, depth_multiplier, padding, data_format,
               weights_initializer, biases_initializer, weights_regularizer, biases_regularizer, normalizer_fn,
               normalizer_params, activation_fn, variables_collections, outputs_collections, **_):  # fmt: skip
    getter = collecting.as_model_variables()
    with variable_scope.variable_scope(scope, "SeparableConv2d", [inputs], reuse=reuse, custom_getter=getter) as sc:
        inputs = ops.convert_to_tensor(inputs)
        channels = inputs.shape.as_list()[formats.channel_axis(inputs, data_format)]
        stride, rate = sizes.per_axis(stride, 2, "stride"), sizes.per_axis(rate, 2, "rate")
        make = functools.partial(model_variable, dtype=inputs.dtype.base_dtype, trainable=trainable)
        weights = make(
            "depthwise_weights", (*sizes.per_axis(kernel_size, 2, "kernel_size"), channels, depth_multiplier),
            initializer=weights_initializer, regularizer=weights_regularizer,
            collections=collecting.collections_for(variables_collections, "weights"),
        )  # fmt: skip
        strides = (1, 1, *stride) if data_format == "NCHW" else (1, *stride, 1)
        outputs = nn_impl.depthwise_conv2d(inputs, weights, strides, padding, rate, data_format=data_format)
        if normalizer_fn is not None:
            outputs = normalizer_fn(outputs, **(normalizer_params or {}))
        elif biases_initializer is not None:
            biases = make(
                "biases", [depth_multiplier * channels], initializer=biases_initializer,
                regularizer=biases_regularizer,
                collections=collecting.collections_for(variables_collections, "biases"),
            )  # fmt: skip
            outputs = nn_ops.bias_add(outputs, biases, data_format=data_format)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


conv1d, conv2d, conv3d = convolution1d, convolution2d, convolution3d
conv2d_transpose, conv3d_transpose = convolution2d_transpose, convolution3d_transpose
separable_conv2d = separable_convolution2d
