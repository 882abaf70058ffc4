"""tf.contrib.layers: fully_connected, bias_add, and the body that it shares with the convolutions.

These are the layers of tf.layers with other names and defaults. Each makes its variables ('weights', 'biases') as model
variables in a variable scope of its own, then applies `normalizer_fn` (with one there are no biases) and
`activation_fn`. Their common arguments:

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

from tensorflow.python.framework import ops
from tensorflow.python.ops import init_ops, nn, nn_ops, variable_scope

from legacy_tf import layers
from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.framework.variables import model_variable
from legacy_tf.contrib.layers import collecting
from legacy_tf.contrib.layers.formats import channel_axis
from legacy_tf.contrib.layers.initializers import xavier_initializer

XAVIER, ZEROS = xavier_initializer(), init_ops.zeros_initializer()
_KERNEL = {"kernel": "kernel"}


def apply(make_layer, default_scope, options, kernels=_KERNEL):
    """The body of fully_connected and the convolutions.

    Args:
      make_layer: function (inputs, common) -> layer of tf.layers, `common` being the arguments that all of them share.
      default_scope: name of the variable scope where `options` gives none.
      options: the arguments of the public function, a dict.
      kernels: {the layer's attribute: how the names of its arguments begin}.
    """
    renamed = {"bias": "biases", **{kernel: kernel.replace("kernel", "weights") for kernel in kernels}}
    scope, reuse, collections = options["scope"], options["reuse"], options["variables_collections"]
    with variable_scope.variable_scope(
        scope, default_scope, [options["inputs"]], reuse=reuse, custom_getter=collecting.as_model_variables(renamed)
    ) as sc:
        inputs = ops.convert_to_tensor(options["inputs"])
        common = dict(
            use_bias=not options["normalizer_fn"] and options["biases_initializer"],
            bias_initializer=options["biases_initializer"], bias_regularizer=options["biases_regularizer"],
            trainable=options["trainable"], dtype=inputs.dtype.base_dtype, _reuse=reuse, _scope=sc, name=sc.name,
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
                    weights_initializer=XAVIER, weights_regularizer=None, biases_initializer=ZEROS,
                    biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None,
                    trainable=True, scope=None):  # fmt: skip
    """activation_fn(inputs · weights + biases): (…, d) -> (…, num_outputs), d known. ValueError unless
    `num_outputs` is an int. Other arguments: at this module's head."""
    if not isinstance(num_outputs, int):
        raise ValueError(f"num_outputs has to be an int, not {num_outputs!r}")
    return apply(lambda _, common: layers.Dense(num_outputs, **common), "fully_connected", locals())


@add_arg_scope
def bias_add(inputs, activation_fn=None, initializer=ZEROS, regularizer=None, reuse=None,
             variables_collections=None, outputs_collections=None, trainable=True, data_format="NHWC",
             scope=None):  # fmt: skip
    """inputs + biases, one bias a channel: the last axis, or with 'NCHW' the second of four.

    ValueError: `data_format` is neither 'NHWC' nor 'NCHW', or the channels are unknown."""
    with variable_scope.variable_scope(scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        axis = channel_axis(inputs, data_format)
        if axis == 1 and inputs.shape.ndims != 4:
            raise ValueError(f"bias_add's 'NCHW' is for inputs of rank 4, not {inputs.shape.ndims}")
        biases = model_variable(
            "biases", [inputs.shape.as_list()[axis]], inputs.dtype.base_dtype, initializer,
            regularizer, trainable, collecting.collections_for(variables_collections, "biases"),
        )  # fmt: skip
        outputs = nn_ops.bias_add(inputs, biases, data_format=data_format)
        return collecting.finish(outputs, sc, activation_fn, outputs_collections)


linear, relu, relu6, elu = (
    functools.partial(fully_connected, activation_fn=activation) for activation in (None, nn.relu, nn.relu6, nn.elu)
)
