"""tf.contrib.layers without weights: pooling, dropout, flatten, softmax, one_hot_encoding; repeat and stack."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, nn_ops, variable_scope

from legacy_tf import layers
from legacy_tf.contrib.framework.arg_scope import add_arg_scope
from legacy_tf.contrib.layers import collecting, formats


def _pooling(name, layer_class, scope_name, second, last):
    """A pooling function; `second`, `last`: its data formats, by where the channels are."""

    def function(inputs, kernel_size, stride=2, padding="VALID", data_format=last, outputs_collections=None,
                 scope=None):  # fmt: skip
        formats.check(data_format, second, last)
        with ops.name_scope(scope, scope_name, [inputs]) as sc:
            inputs = ops.convert_to_tensor(inputs)
            layer = layer_class(kernel_size, stride, padding, formats.for_layer(data_format), _scope=sc)
            return collecting.collect_output(outputs_collections, sc, layer(inputs))

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"""Pooling over the spatial axes.

    Args: inputs ({last} or {second}), kernel_size and stride (int, or one int an axis), padding ('VALID' or 'SAME'),
      data_format, outputs_collections, scope (of names).

    ValueError: `data_format` is neither '{last}' nor '{second}'."""
    return add_arg_scope(function)


avg_pool2d = _pooling("avg_pool2d", layers.AveragePooling2D, "AvgPool2D", "NCHW", "NHWC")
avg_pool3d = _pooling("avg_pool3d", layers.AveragePooling3D, "AvgPool3D", "NCDHW", "NDHWC")
max_pool2d = _pooling("max_pool2d", layers.MaxPooling2D, "MaxPool2D", "NCHW", "NHWC")
max_pool3d = _pooling("max_pool3d", layers.MaxPooling3D, "MaxPool3D", "NCDHW", "NDHWC")


@add_arg_scope
def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    """Zeroes each input with probability 1 − `keep_prob` (the probability to keep it) and scales the rest by
    1/keep_prob, where `is_training` (bool or tensor); else the inputs. `noise_shape`: where 1, one draw an axis."""
    getter = collecting.as_model_variables()
    with variable_scope.variable_scope(scope, "Dropout", [inputs], custom_getter=getter) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = layers.Dropout(1 - keep_prob, noise_shape, seed, sc.name, _scope=sc)
        return collecting.collect_output(outputs_collections, sc.name, layer(inputs, training=is_training))


@add_arg_scope
def flatten(inputs, outputs_collections=None, scope=None):
    """(batch, d1, d2, …) -> (batch, d1·d2·…)."""
    with ops.name_scope(scope, "Flatten", [inputs]) as sc:
        return collecting.collect_output(outputs_collections, sc, layers.flatten(ops.convert_to_tensor(inputs)))


@add_arg_scope
def one_hot_encoding(labels, num_classes, on_value=1.0, off_value=0.0, outputs_collections=None, scope=None):
    """(batch,) of class numbers -> (batch, num_classes): `on_value` at the class, `off_value` elsewhere."""
    with ops.name_scope(scope, "OneHotEncoding", [labels, num_classes]) as sc:
        numbers = ops.convert_to_tensor(labels)
        if numbers.dtype == dtypes.int32:  # no other type is cast
            numbers = math_ops.cast(numbers, dtypes.int64, name="ToInt64")
        one_hot = array_ops.one_hot(numbers, num_classes, on_value, off_value)
        return collecting.collect_output(outputs_collections, sc, one_hot)


@add_arg_scope
def softmax(logits, scope=None):
    """Softmax over the last axis, of known size, of logits of rank 2 or more."""
    with variable_scope.variable_scope(scope, "softmax", [logits]):
        rank = logits.shape.ndims
        if rank is None or rank < 2 or logits.shape.as_list()[-1] is None:
            raise ValueError(f"softmax takes logits of rank 2 or more and of a known last size, not {logits.shape}")
        predictions = nn_ops.softmax(array_ops.reshape(logits, [-1, logits.shape.as_list()[-1]]))
        predictions = array_ops.reshape(predictions, array_ops.shape(logits))
        predictions.set_shape(logits.shape)
        return predictions


def repeat(inputs, repetitions, layer, *args, **kwargs):
    """`layer` applied `repetitions` times with the same arguments, in the scopes 'scope/scope_1', 'scope/scope_2', …;
    `scope` is by default 'Repeat', and within it the layer's name."""
    return _chain(inputs, layer, [args] * repetitions, kwargs, "Repeat")


def stack(inputs, layer, stack_args, **kwargs):
    """`layer` applied once for each of `stack_args`: its arguments (tuple or list), or the one argument itself.

        stack(x, fully_connected, [32, 64], scope="fc")      # scopes fc/fc_1, fc/fc_2

    ValueError unless `stack_args` is a list or tuple. Scopes as `repeat`, 'Stack' by default."""
    if not isinstance(stack_args, (list, tuple)):
        raise ValueError(f"stack takes a list or tuple with an element for each layer, not {stack_args!r}")
    calls = [args if isinstance(args, (list, tuple)) else [args] for args in stack_args]
    return _chain(inputs, layer, calls, kwargs, "Stack")


def _chain(inputs, layer, calls, kwargs, default_scope):
    scope = kwargs.pop("scope", None)
    with variable_scope.variable_scope(scope, default_scope, [inputs]):
        outputs = ops.convert_to_tensor(inputs)
        named = layer if hasattr(layer, "__name__") else getattr(layer, "func", None)  # func: of a functools.partial
        scope = getattr(named, "__name__", default_scope.lower()) if scope is None else scope
        for number, args in enumerate(calls, start=1):
            outputs = layer(outputs, *args, **kwargs, scope=f"{scope}_{number}")
        return outputs
