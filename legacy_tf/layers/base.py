"""tf.layers.Layer: variables in a variable scope, ops in the name scope that the layer was given at its first use.

The order in which scopes are opened decides every op's name, and the ops made decide every later seed: both are
TF 1.15's. Nothing of Keras is needed for it.
"""

import inspect
import re
import weakref
from functools import partial

import numpy as np
from tensorflow.python.framework import dtypes, ops, smart_cond, tensor_shape
from tensorflow.python.ops import array_ops, cond, math_ops, variable_scope, variables
from tensorflow.python.util import nest

from legacy_tf.layers import by_name, nchw

_layers_made = weakref.WeakKeyDictionary()  # graph -> {base name: how many layers without a name of their own}
_OF_KERAS = {"input_shape", "batch_input_shape", "batch_size", "weights", "autocast"}  # accepted, of no effect here


class InputSpec:
    """What a layer expects of its input: `ndim`, `min_ndim`, `max_ndim` (ints) and `axes` ({axis: size})."""

    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype, self.shape = dtype, shape
        self.ndim = len(shape) if shape is not None else ndim
        self.max_ndim, self.min_ndim, self.axes = max_ndim, min_ndim, axes or {}

    def check(self, tensor, layer_name):
        """Raises ValueError, in TF 1.15's words, where `tensor`'s static shape can't do."""
        rank, where = tensor.shape.ndims, f"Input 0 of layer {layer_name} is incompatible with the layer: "
        limits = {"ndim": self.ndim, "max_ndim": self.max_ndim, "min_ndim": self.min_ndim}
        if rank is None:
            if any(limit is not None for limit in limits.values()):
                raise ValueError(where + "its rank is undefined, but the layer requires a defined rank.")
            return
        shape = tensor.shape.as_list()
        fits = {"ndim": int.__eq__, "max_ndim": int.__le__, "min_ndim": int.__ge__}
        for name, limit in limits.items():
            if limit is not None and not fits[name](rank, limit):
                raise ValueError(f"{where}expected {name}={limit}, found ndim={rank}. Full shape received: {shape}")
        for axis, size in self.axes.items():
            if size is not None and shape[axis] not in (size, None):
                raise ValueError(
                    f"{where}expected axis {axis} of input shape to have value {size} but received input with "
                    f"shape {shape}"
                )


class Layer:
    """Base of the layers of TF 1.15's tf.layers; users derive their own by `build(input_shape)` and `call(inputs)`.

    Args:
      trainable: whether its variables enter TRAINABLE_VARIABLES.
      name: of its variable scope; made unique where none is given.
      dtype: of its variables; default: the first input's.
      activity_regularizer: function of the output; its mean over the batch enters REGULARIZATION_LOSSES.
    """

    def __init__(self, trainable=True, name=None, dtype=None, activity_regularizer=None, **kwargs):
        scope = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        for keyword in set(kwargs) - _OF_KERAS:
            raise TypeError("Keyword argument not understood:", keyword)
        self.trainable, self.dtype = trainable, dtype and dtypes.as_dtype(dtype).name
        self.activity_regularizer = by_name.regularizer(activity_regularizer)
        self.built, self.input_spec = False, None
        self.trainable_weights, self.non_trainable_weights = [], []
        self._updates, self._losses, self._weight_losses = [], [], []
        self._base_name = name.name if isinstance(name, variable_scope.VariableScope) else name
        self.name = name if isinstance(name, str) and name else self._unique_name()
        self._base_name = self._base_name or _snake_case(type(self).__name__)
        self._scope = self._current_scope = None
        if scope:
            with variable_scope.variable_scope(scope) as self._scope:
                pass

    def build(self, input_shape):
        """Makes the variables, by `add_weight`; called once, before the first `call`."""
        self.built = True

    def call(self, inputs, **kwargs):
        """Makes the output of `inputs`."""
        return inputs

    def add_weight(self, name, shape, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None,
                   use_resource=None, synchronization=variables.VariableSynchronization.AUTO,
                   aggregation=variables.VariableAggregation.NONE, partitioner=None):  # fmt: skip
        """A variable of the layer: `tf.get_variable` in its scope. `initializer` None: the scope's, else Glorot
        uniform. `regularizer`'s value enters REGULARIZATION_LOSSES when the variable is new."""
        if synchronization == variables.VariableSynchronization.ON_READ:
            if trainable:
                raise ValueError("A variable with synchronization ON_READ can't be trainable.")
            trainable = False
        trainable = self.trainable and trainable is not False
        existing = {id(v) for v in variables.global_variables()}
        self._set_scope()
        with variable_scope.variable_scope(
            self._scope, reuse=self.built or self._reuse, auxiliary_name_scope=False
        ) as self._current_scope, ops.name_scope(self._current_scope.original_name_scope):
            dtype = dtypes.as_dtype(dtype or self.dtype or dtypes.float32)
            initializer = by_name.initializer(initializer) or self._current_scope.initializer
            if initializer is None:
                initializer = by_name.initializer("glorot_uniform" if dtype.is_floating else "zeros")
            variable = variable_scope.get_variable(
                name, tuple(shape), dtype, initializer, trainable=trainable, partitioner=partitioner,
                use_resource=use_resource or self._current_scope.use_resource, constraint=constraint,
                synchronization=synchronization, aggregation=aggregation,
            )  # fmt: skip
            nchw.track(variable)
            regularizer = by_name.regularizer(regularizer)
            if regularizer is not None:
                for part in _parts(variable):
                    if id(part) not in existing:
                        self._add_weight_loss(partial(self._weight_loss, name, part, regularizer))
        # a custom getter, or a scope that is not trainable, may have overridden `trainable`
        in_collection = {id(v) for v in variables.trainable_variables()}
        counted = trainable and all(id(v) in in_collection for v in _parts(variable))
        (self.trainable_weights if counted else self.non_trainable_weights).append(variable)
        return variable

    add_variable = add_weight

    def add_update(self, updates, inputs=None):
        """Enters ops (or functions that make them) into the layer's updates, and so into UPDATE_OPS."""
        for update in nest.flatten(updates):
            update = update() if callable(update) else update
            self._updates.append(getattr(update, "op", update))

    def add_loss(self, losses, inputs=None):
        """Enters loss tensors (or functions that make them) into REGULARIZATION_LOSSES."""
        for loss in nest.flatten(losses):
            if callable(loss):
                self._add_weight_loss(loss)
            elif loss is not None:
                self._losses.append(ops.convert_to_tensor(loss))
                _collect(ops.GraphKeys.REGULARIZATION_LOSSES, self._losses[-1:])

    def __call__(self, inputs, *args, **kwargs):
        """The layer's output for `inputs`; further arguments go to `call`."""
        self._set_scope(kwargs.pop("scope", None))
        reuse = True if self.built else self._reuse
        with variable_scope.variable_scope(self._scope, reuse=reuse, auxiliary_name_scope=False) as scope:
            self._current_scope = scope
            if "scope" in inspect.signature(self.call).parameters:
                kwargs["scope"] = scope
            with ops.name_scope(scope.original_name_scope):
                outputs = self._build_and_call(inputs, *args, **kwargs)
        _collect(ops.GraphKeys.UPDATE_OPS, self.updates)
        return outputs

    def apply(self, inputs, *args, **kwargs):
        """The same as calling the layer."""
        return self(inputs, *args, **kwargs)

    @property
    def weights(self):
        """The trainable variables, then the others."""
        return self.trainable_weights + self.non_trainable_weights

    variables = weights
    trainable_variables = property(lambda self: self.trainable_weights)
    non_trainable_variables = property(lambda self: self.non_trainable_weights)

    @property
    def updates(self):
        """The update ops; none of a layer that is not trainable."""
        return list(self._updates) if self.trainable else []

    @property
    def losses(self):
        """The loss tensors; those of weights are made anew at each access, as in TF 1.15."""
        return self._losses + [loss for loss in (make() for make in self._weight_losses) if loss is not None]

    @property
    def scope_name(self):
        """Name of the variable scope; ValueError before the first use, when there is none yet."""
        if not self._scope:
            raise ValueError(f'No name available for layer scope: call the layer "{self.name}" first.')
        return self._scope.name

    def _build_and_call(self, inputs, *args, **kwargs):
        inputs = nest.map_structure(_tensor, inputs)
        first = nest.flatten(inputs)[0]
        if self.input_spec is not None:
            self.input_spec.check(first, self.name)
        if not self.built:
            self.dtype = self.dtype or first.dtype.base_dtype.name
            self.build(nest.map_structure(lambda x: x.shape, inputs))
            self.built = True
        outputs = self.call(inputs, *args, **kwargs)
        self._regularize_activity(outputs)
        return outputs

    def _unique_name(self):
        return "{}_{}".format(*self._counted_name())

    def _counted_name(self):
        """(base name, how many layers of that name the graph has now), Keras's own included."""
        made = _layers_made.setdefault(ops.get_default_graph(), {})
        base_name = _snake_case(type(self).__name__)
        made[base_name] = made.get(base_name, 0) + 1
        return base_name, made[base_name]

    def _set_scope(self, scope=None):
        """Fixes the variable scope at the first use: a given one when it is reused, else a unique new one."""
        if self._scope is not None:
            return
        given = scope if scope is not None else self._base_name
        choice = (given, None) if self._reuse else (scope, self._base_name)
        with variable_scope.variable_scope(*choice) as self._scope:
            pass

    def _weight_loss(self, name, variable, regularizer):
        with ops.name_scope(name + "/Regularizer"):
            return regularizer(variable)

    def _add_weight_loss(self, make):
        self._weight_losses.append(make)
        loss = make()
        if loss is not None:
            _collect(ops.GraphKeys.REGULARIZATION_LOSSES, [loss])

    def _regularize_activity(self, outputs):
        if self.activity_regularizer is None:
            return
        with ops.name_scope("ActivityRegularizer"):
            for output in nest.flatten(outputs):
                loss = self.activity_regularizer(output)
                batch_size = math_ops.cast(array_ops.shape(output)[0], loss.dtype)
                self.add_loss(loss / batch_size)


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


def smart_branch(pred, true_fn, false_fn):
    """`true_fn()` or `false_fn()` where `pred` (bool, 0/1, tensor, variable) is known, else `tf.cond` of both."""
    if isinstance(pred, variables.Variable):
        return cond.cond(pred, true_fn=true_fn, false_fn=false_fn)
    return smart_cond.smart_cond(pred, true_fn, false_fn)


def smart_value(pred):
    """True, False, or None where `pred` is known only when the graph runs."""
    return None if isinstance(pred, variables.Variable) else smart_cond.smart_constant_value(pred)


def dimension(shape, axis, layer_name):
    """Static size of `axis`; ValueError where it is unknown: a weight's shape depends on it."""
    size = tensor_shape.dimension_value(tensor_shape.TensorShape(shape)[axis])
    if size is None:
        raise ValueError(f"The channel dimension of the inputs to `{layer_name}` should be defined. Found `None`.")
    return size


def _tensor(value):
    return ops.convert_to_tensor(value) if isinstance(value, (np.ndarray, float, int)) else value


def _parts(variable):
    return list(variable) if isinstance(variable, variables.PartitionedVariable) else [variable]


def _collect(key, elements):
    collection = ops.get_collection_ref(key)
    present = {id(element) for element in collection}
    collection.extend(element for element in elements if id(element) not in present)


def _snake_case(name):
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z0-9]+)", r"\1_\2", name)).lower()
