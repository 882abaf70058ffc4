"""The function form of a layer: `tf.layers.conv2d(inputs, …)` beside `tf.layers.Conv2D(…)(inputs)`."""

import inspect

from tensorflow.python.framework import dtypes


def functional(layer_class, name, call_argument=None, order=(), has_weights=True):
    """The function form of a layer class: `tf.layers.conv2d(inputs, …)` makes a `Conv2D` and applies it.

    Its parameters are `inputs`, the class's own, `call_argument` (name, default) and, for layers with weights, `reuse`;
    those in `order` (names) come last, in that order, as in TF 1.15 they do.
    """
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = dict(inspect.signature(layer_class.__init__).parameters)
    del parameters["self"], parameters["kwargs"]
    if call_argument:
        parameters[call_argument[0]] = inspect.Parameter(call_argument[0], kind, default=call_argument[1])
    if has_weights:
        parameters["reuse"] = inspect.Parameter("reuse", kind, default=None)
    parameters.update((last, parameters.pop(last)) for last in order)
    signature = inspect.Signature([inspect.Parameter("inputs", kind), *parameters.values()])

    def function(*args, **kwargs):
        try:
            bound = signature.bind(*args, **kwargs).arguments
        except TypeError as error:
            raise TypeError(f"{name}(): {error}") from None
        inputs, reuse = bound.pop("inputs"), bound.pop("reuse", None)
        call = {call_argument[0]: bound.pop(call_argument[0])} if call_argument and call_argument[0] in bound else {}
        if has_weights:  # these fix dtype and scope when they are made, the others at their first use
            dtype = getattr(inputs, "dtype", None)
            bound.update(dtype=dtype and dtypes.as_dtype(dtype).base_dtype, _scope=bound.get("name"), _reuse=reuse)
        return layer_class(**bound)(inputs, **call)

    function.__name__ = function.__qualname__ = name
    function.__module__ = "legacy_tf.layers"  # where it is found, to pickle it
    function.__signature__ = signature
    function.__doc__ = (
        f"`tf.layers.{layer_class.__name__}(…)(inputs)`"
        + ("; `reuse`: take the weights of the layer of that `name`." if has_weights else ".")
        + "\n\n"
        + inspect.getdoc(layer_class)
    )
    return function
