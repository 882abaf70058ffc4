"""tf.contrib.framework: variables, the collections they enter, and how to find them there again."""

import re

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import variable_scope, variable_v1, variables
from tensorflow.python.training import training_util

from legacy_tf.contrib.framework.arg_scope import add_arg_scope

_AUTO, _NONE = variables.VariableSynchronization.AUTO, variables.VariableAggregation.NONE


@add_arg_scope
def variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, collections=None,
             caching_device=None, device=None, partitioner=None, custom_getter=None, use_resource=None,
             synchronization=_AUTO, aggregation=_NONE):  # fmt: skip
    """`tf.get_variable` with a `device`, and a `custom_getter` of its own in place of the scope's.

    `collections`: names, each once; default GLOBAL_VARIABLES.
    """
    options = dict(locals())
    for own in ("name", "device", "custom_getter"):  # the rest goes to the getter as it is
        del options[own]
    entered = [ops.GraphKeys.GLOBAL_VARIABLES] if collections is None else collections
    options["collections"] = list(dict.fromkeys(entered))
    with ops.device(device or ""):
        if custom_getter is None:
            return variable_scope.get_variable(name, **options)
        return custom_getter(name, reuse=variable_scope.get_variable_scope().reuse, **options)


@add_arg_scope
def model_variable(name, shape=None, dtype=dtypes.float32, initializer=None, regularizer=None, trainable=True,
                   collections=None, caching_device=None, device=None, partitioner=None, custom_getter=None,
                   use_resource=None, synchronization=_AUTO, aggregation=_NONE):  # fmt: skip
    """A `variable` that enters GLOBAL_VARIABLES and MODEL_VARIABLES, besides `collections`."""
    options = dict(locals())
    options["collections"] = [*(collections or ()), ops.GraphKeys.GLOBAL_VARIABLES, ops.GraphKeys.MODEL_VARIABLES]
    return variable(**options)


def local_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    """A variable in LOCAL_VARIABLES only: not trained, not saved; `tf.local_variables_initializer` starts it."""
    return _untrained(initial_value, ops.GraphKeys.LOCAL_VARIABLES, validate_shape, name, use_resource)


def global_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    """A variable in GLOBAL_VARIABLES that is not trained."""
    return _untrained(initial_value, ops.GraphKeys.GLOBAL_VARIABLES, validate_shape, name, use_resource)


def _untrained(initial_value, collection, validate_shape, name, use_resource):
    return variable_v1.VariableV1(
        initial_value, trainable=False, collections=[collection], validate_shape=validate_shape, name=name,
        use_resource=use_resource,
    )  # fmt: skip


def add_model_variable(var):
    """Enters `var` into MODEL_VARIABLES, once."""
    model = ops.get_collection_ref(ops.GraphKeys.MODEL_VARIABLES)
    if all(entered is not var for entered in model):
        model.append(var)


def get_variables(scope=None, suffix=None, collection=ops.GraphKeys.GLOBAL_VARIABLES):
    """The variables of a collection, a list.

    Args:
      scope: VariableScope, or regular expression that names must start with. Default: all.
      suffix: what the name after it must end in, without the ":0".
      collection: name of the collection.
    """
    start = scope.name if isinstance(scope, variable_scope.VariableScope) else scope
    if suffix is None:
        return ops.get_collection(collection, start)
    end = suffix if ":" in suffix else f"{suffix}:"
    return ops.get_collection(collection, f"{start or ''}.*{end}")


def _getter(name, key, doc):
    """`get_variables` of one collection, ops.GraphKeys' `key`, as a public function."""
    collection = getattr(ops.GraphKeys, key)

    def function(scope=None, suffix=None):
        return get_variables(scope, suffix, collection)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"`get_variables` of {key}: {doc}."
    return function


get_model_variables = _getter("get_model_variables", "MODEL_VARIABLES", "those that tf.contrib.layers made")
get_local_variables = _getter("get_local_variables", "LOCAL_VARIABLES", "those that are not saved")
get_trainable_variables = _getter("get_trainable_variables", "TRAINABLE_VARIABLES", "those that optimizers train")


def get_variables_by_suffix(suffix, scope=None):
    """`get_variables(scope, suffix)`."""
    return get_variables(scope, suffix)


def get_variables_by_name(given_name, scope=None):
    """The variables in `scope` whose last name part is `given_name`, a list."""
    return get_variables(scope, f"/{given_name}:|^{given_name}:")


def get_unique_variable(var_op_name):
    """The variable of that full name; ValueError where there is none."""
    by_name = {v.op.name: v for v in get_variables(var_op_name)}
    if var_op_name not in by_name:
        begin = f"; these begin so: {', '.join(by_name)}" if by_name else ""
        raise ValueError(f"no variable has the full name {var_op_name!r}{begin}")
    return by_name[var_op_name]


def get_variable_full_name(var):
    """Name of a variable; of a part of a partitioned variable, the name of the whole."""
    part = var._get_save_slice_info()
    return part.full_name if part else var.op.name


def get_variables_to_restore(include=None, exclude=None):
    """The global variables in the scopes `include` (list of names; None: all), without those in `exclude`."""
    for name, scopes in (("include", include), ("exclude", exclude)):
        if not isinstance(scopes, (list, tuple, type(None))):
            raise TypeError(f"{name} has to be a list or tuple of scopes, or None, not {scopes!r}")
    included = get_variables() if include is None else [v for scope in include for v in get_variables(scope)]
    excluded = {id(v) for scope in exclude or () for v in get_variables(scope)}
    return [v for v in included if id(v) not in excluded]


def filter_variables(var_list, include_patterns=None, exclude_patterns=None, reg_search=True):
    """The variables of `var_list` whose name one of `include_patterns` (None: all names) and none of
    `exclude_patterns` fits: anywhere in the name, or with `reg_search` False from its start."""
    fits = re.search if reg_search else re.match

    def wanted(name):
        included = include_patterns is None or any(fits(pattern, name) for pattern in include_patterns)
        return included and not any(fits(pattern, name) for pattern in exclude_patterns or ())

    return [v for v in var_list if wanted(v.name)]


def get_global_step(graph=None):
    """`tf.train.get_global_step`."""
    return training_util.get_global_step(graph)


def create_global_step(graph=None):
    """`tf.train.create_global_step`."""
    return training_util.create_global_step(graph)


def get_or_create_global_step(graph=None):
    """`tf.train.get_or_create_global_step`: the graph's step counter, an int64 scalar."""
    return training_util.get_or_create_global_step(graph)


def assert_global_step(global_step_tensor):
    """`tf.train.assert_global_step`: TypeError unless it is an integer scalar."""
    training_util.assert_global_step(global_step_tensor)


def assert_or_get_global_step(graph=None, global_step_tensor=None):
    """`global_step_tensor` if it is a global step (else TypeError); the graph's if it is None."""
    if global_step_tensor is not None:
        assert_global_step(global_step_tensor)
        return global_step_tensor
    return get_global_step(graph)
