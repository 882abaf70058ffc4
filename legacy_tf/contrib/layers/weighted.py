"""tf.contrib.layers: fully_connected and the convolutions: tf.layers' own, with other names and defaults.

Each makes its variables ('weights', 'biases') in a variable scope of its own, as model variables, then applies
`normalizer_fn` (with one there are no biases) and `activation_fn`. Their common arguments:

    activation_fn             function of the output; default relu, None: none
    normalizer_fn, _params    e.g. batch_norm, and a dict of its arguments; comes before the activation
    weights_initializer       default xavier_initializer(); the loss of weights_regularizer enters REGULARIZATION_LOSSES
    biases_initializer        default zeros; None: no biases
    reuse, scope              take the variables of the layer of that scope; the scope's name
    variables_collections     list of collections for all variables, or dict of lists by 'weights' and 'biases'
    outputs_collections       collections for the output
    trainable                 whether the variables enter TRAINABLE_VARIABLES
"""

import functools
import inspect

from tensorflow.python.framework import ops
from tensorflow.python.ops import init_ops, nn, nn_impl, nn_ops, variable_scope

from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.framework.variables import model_variable
from legacy_tf.contrib.layers import collecting
from legacy_tf.contrib.layers.initializers import xavier_initializer
from legacy_tf.layers import Conv1D, Conv2D, Conv2DTranspose, Conv3D, Conv3DTranspose, Dense, SeparableConv2D, sizes

_XAVIER, _ZEROS = xavier_initializer(), init_ops.zeros_initializer()
_KERNEL = {"kernel": "kernel"}  # a layer's kernels: {attribute: how its arguments' names begin}
_TWO_KERNELS = {"depthwise_kernel": "depthwise", "pointwise_kernel": "pointwise"}


def _apply(make_layer, default_scope, options, kernels=_KERNEL):
    """The body of all functions here. `options`: the public function's arguments; `make_layer(inputs, common)` makes
    the tf.layers layer, where `common` holds the arguments that all layers share."""
    renamed = {"bias": "biases", **{kernel: kernel.replace("kernel", "weights") for kernel in kernels}}
    scope, reuse, collections = options["scope"], options["reuse"], options["variables_collections"]
    with variable_scope.variable_scope(
        scope, default_scope, [options["inputs"]], reuse=reuse, custom_getter=collecting.as_model_variables(renamed)
    ) as sc:
        inputs = ops.convert_to_tensor(options["inputs"])
        common = dict(
            use_bias=not options["normalizer_fn"] and options["biases_initializer"],
            bias_initializer=options["biases_initializer"], bias_regularizer=options["biases_regularizer"],
            trainable=options["trainable"], name=sc.name, dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse,
        )  # fmt: skip
        for prefix in kernels.values():
            common[prefix + "_initializer"] = options["weights_initializer"]
            common[prefix + "_regularizer"] = options["weights_regularizer"]
        layer = make_layer(inputs, common)
        outputs = layer(inputs)
        for kernel in kernels:
            collecting.collect_variable(getattr(layer, kernel), collections, "weights")
        if layer.bias is not None:
            collecting.collect_variable(layer.bias, collections, "biases")
        if options["normalizer_fn"] is not None:
            outputs = options["normalizer_fn"](outputs, **(options["normalizer_params"] or {}))
        return collecting.finish(outputs, sc, options["activation_fn"], options["outputs_collections"])


@add_arg_scope
def fully_connected(inputs, num_outputs, activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                    weights_initializer=_XAVIER, weights_regularizer=None,
                    biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                    variables_collections=None, outputs_collections=None, trainable=True, scope=None):  # fmt: skip
    """activation_fn(inputs · weights + biases): (…, d) -> (…, num_outputs), d known. ValueError unless
    `num_outputs` is an int. Other arguments: see this module's head."""
    if not isinstance(num_outputs, int):
        raise ValueError(f"num_outputs type should be one of {[int]}, got {type(num_outputs)}.")
    return _apply(lambda _, common: Dense(num_outputs, **common), "fully_connected", locals())


@add_arg_scope
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1,
                activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                weights_initializer=_XAVIER, weights_regularizer=None,
                biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                variables_collections=None, outputs_collections=None, trainable=True, scope=None,
                conv_dims=None):  # fmt: skip
    """(batch, *space, channels) -> (batch, *space', num_outputs), by as many spatial axes (1, 2, 3) as there are.

    Args:
      kernel_size, stride, rate: int, or one int an axis; rate is the dilation: not both it and stride above 1.
      padding: 'SAME' or 'VALID'.
      data_format: None, or 'NHWC' and the like: channels last; 'NCHW' and the like: channels second.
      conv_dims: number of spatial axes that the inputs must have.
      …: see this module's head.

    Raises:
      ValueError: unknown `data_format`, or another rank than `conv_dims` + 2, or than 3, 4, 5.
    """
    if data_format not in (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW"):
        raise ValueError(f"Invalid data_format: {data_format!r}")

    def make_layer(inputs, common):
        rank = inputs.shape.ndims
        if conv_dims is not None and conv_dims + 2 != rank:
            raise ValueError(f"Convolution expects input with rank {conv_dims + 2}, got {rank}")
        if rank not in (3, 4, 5):
            raise ValueError("Convolution not supported for input with rank", rank)
        layer_class = {3: Conv1D, 4: Conv2D, 5: Conv3D}[rank]
        return layer_class(num_outputs, kernel_size, stride, padding, _channels(data_format), rate, **common)

    return _apply(make_layer, "Conv", locals())


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
                            weights_initializer=_XAVIER, weights_regularizer=None,
                            biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """(batch, h, w, channels) -> (batch, h·stride, w·stride, num_outputs), 'VALID' adds max(kernel − stride, 0);
    weights (*kernel_size, num_outputs, channels). ValueError: `data_format` is neither 'NHWC' nor 'NCHW'."""
    _check_data_format(data_format, "NCHW", "NHWC")
    layer_arguments = (num_outputs, kernel_size, stride, padding, _channels(data_format))
    return _apply(lambda _, common: Conv2DTranspose(*layer_arguments, **common), "Conv2d_transpose", locals())


@add_arg_scope
def convolution3d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NDHWC",
                            activation_fn=nn.relu, normalizer_fn=None, normalizer_params=None,
                            weights_initializer=_XAVIER, weights_regularizer=None,
                            biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """As convolution2d_transpose with one axis more: (batch, d, h, w, channels), 'NDHWC' or 'NCDHW'."""
    _check_data_format(data_format, "NCDHW", "NDHWC")
    layer_arguments = (num_outputs, kernel_size, stride, padding, _channels(data_format))
    return _apply(lambda _, common: Conv3DTranspose(*layer_arguments, **common), "Conv3d_transpose", locals())


@add_arg_scope
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME",
                            data_format="NHWC", rate=1, activation_fn=nn.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=_XAVIER,
                            pointwise_initializer=None, weights_regularizer=None,
                            biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True,
                            scope=None):  # fmt: skip
    """A depthwise convolution, then a 1×1 one: (batch, h, w, channels) -> (batch, h', w', num_outputs).

    Variables: depthwise_weights (*kernel_size, channels, depth_multiplier), pointwise_weights (initializer: that of
    the depthwise ones where `pointwise_initializer` is None), biases. `num_outputs` None leaves the 1×1 one out.
    ValueError: `data_format` is neither 'NHWC' nor 'NCHW'. Other arguments: see this module's head.
    """
    _check_data_format(data_format, "NCHW", "NHWC")
    if num_outputs is None:
        return _depthwise(**locals())
    layer_arguments = (num_outputs, kernel_size, stride, padding, _channels(data_format), rate, depth_multiplier)

    def make_layer(_, common):
        if pointwise_initializer is not None:
            common["pointwise_initializer"] = pointwise_initializer
        return SeparableConv2D(*layer_arguments, **common)

    return _apply(make_layer, "SeparableConv2d", locals(), _TWO_KERNELS)


def _depthwise(inputs, kernel_size, depth_multiplier, stride, padding, data_format, rate, activation_fn, normalizer_fn,
               normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer,
               reuse, variables_collections, outputs_collections, trainable, scope, **_):  # fmt: skip
    getter = collecting.as_model_variables()
    with variable_scope.variable_scope(scope, "SeparableConv2d", [inputs], reuse=reuse, custom_getter=getter) as sc:
        inputs = ops.convert_to_tensor(inputs)
        channels = _known_size(inputs, 1 if data_format == "NCHW" else 3)
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


@add_arg_scope
def bias_add(inputs, activation_fn=None, initializer=_ZEROS, regularizer=None, reuse=None,
             variables_collections=None, outputs_collections=None, trainable=True, data_format="NHWC",
             scope=None):  # fmt: skip
    """inputs + biases, one bias a channel: the last axis, or with 'NCHW' the second of four.

    ValueError: `data_format` is neither 'NHWC' nor 'NCHW', or the channels are unknown."""
    _check_data_format(data_format, "NCHW", "NHWC")
    with variable_scope.variable_scope(scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        if inputs.shape.ndims != 4 and data_format == "NCHW":
            raise ValueError("Data format NCHW only supports 4D Tensor")
        biases = model_variable(
            "biases", [_known_size(inputs, 1 if data_format == "NCHW" else -1)], inputs.dtype.base_dtype, initializer,
            regularizer, trainable, collecting.collections_for(variables_collections, "biases"),
        )  # fmt: skip
        outputs = nn_ops.bias_add(inputs, biases, data_format=data_format)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


def _known_size(inputs, axis):
    size = None if inputs.shape.ndims is None else inputs.shape.as_list()[axis]
    if size is None:
        raise ValueError("`C` dimension must be known but is None")
    return size


def _channels(data_format):
    return "channels_first" if data_format and data_format.startswith("NC") else "channels_last"


def _check_data_format(data_format, first, last):
    if data_format not in (first, last):
        raise ValueError(f"data_format has to be either {first} or {last}.")


linear = functools.partial(fully_connected, activation_fn=None)
relu = functools.partial(fully_connected, activation_fn=nn.relu)
relu6 = functools.partial(fully_connected, activation_fn=nn.relu6)
elu = functools.partial(fully_connected, activation_fn=nn.elu)
conv1d, conv2d, conv3d = convolution1d, convolution2d, convolution3d
conv2d_transpose, conv3d_transpose = convolution2d_transpose, convolution3d_transpose
separable_conv2d = separable_convolution2d
