"""The function form of a layer: `tf.layers.conv2d(inputs, …)` beside `tf.layers.Conv2D(…)(inputs)`."""

import inspect

from tensorflow.python.framework import dtypes


def functional(layer_class, name, call_arguments=(), own_dtype=True):
    """The function form of a layer class: `tf.layers.conv2d(inputs, …)` makes a `Conv2D` and applies it.

    Its parameters are `inputs`, the class's own, those in `call_arguments` ((name, default, before which)), `reuse`.
    """
    own = [p for n, p in inspect.signature(layer_class.__init__).parameters.items() if n not in ("self", "kwargs")]
    for argument, default, before in call_arguments:
        place = [p.name for p in own].index(before)
        own.insert(place, inspect.Parameter(argument, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default))
    inputs = inspect.Parameter("inputs", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    reuse = inspect.Parameter("reuse", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None)
    signature = inspect.Signature([inputs, *own] + ([reuse] if own_dtype else []))
    call_names = [argument for argument, _, _ in call_arguments]

    def function(*args, **kwargs):
        bound = signature.bind(*args, **kwargs).arguments
        inputs, reuse = bound.pop("inputs"), bound.pop("reuse", None)
        call = {argument: bound.pop(argument) for argument in call_names if argument in bound}
        if own_dtype:  # layers with weights fix dtype and scope when they are made, the others at their first use
            dtype = getattr(inputs, "dtype", None)
            bound.update(dtype=dtype and dtypes.as_dtype(dtype).base_dtype, _scope=bound.get("name"), _reuse=reuse)
        return layer_class(**bound)(inputs, **call)

    function.__name__ = function.__qualname__ = name
    function.__signature__ = signature
    function.__doc__ = f"`{layer_class.__name__}(…)(inputs)`; `reuse`: take the weights of the layer of that `name`."
    return function
