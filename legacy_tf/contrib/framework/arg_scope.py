"""tf.contrib.framework.arg_scope: default arguments for a stretch of code.

with arg_scope([conv2d, fully_connected], weights_regularizer=l2_regularizer(5e-4)):
    net = conv2d(images, 64, [3, 3])                            # regularized
    net = conv2d(net, 64, [3, 3], weights_regularizer=None)     # what the call says wins
"""

import contextlib
import functools
import inspect

_scopes = [{}]  # the innermost last; a scope: {function: its default arguments}
_scopable = {}  # function -> names of its arguments that have a default


def add_arg_scope(func):
    """Decorator: lets `arg_scope` give `func` default arguments. Returns the decorated function."""

    @functools.wraps(func)
    def with_scoped_arguments(*args, **kwargs):
        return func(*args, **{**current_arg_scope().get(key, {}), **kwargs})

    key = _key(func)
    parameters = inspect.signature(func).parameters.values()
    _scopable[key] = tuple(p.name for p in parameters if p.default is not p.empty)
    with_scoped_arguments._arg_scope_key = key
    return with_scoped_arguments


@contextlib.contextmanager
def arg_scope(list_ops_or_scope, **kwargs):
    """Within it the functions take `kwargs` as defaults, on top of those that the scopes around it set.

    Args:
      list_ops_or_scope: list or tuple of functions that `add_arg_scope` decorated; or a scope to take up again, as
        an earlier `with arg_scope(…) as scope` gave it: it replaces the scopes around it.
      **kwargs: the default arguments; none beside a scope.

    Yields:
      The scope, a dict to be handed to another `arg_scope`.

    Raises:
      TypeError: `list_ops_or_scope` is neither list, tuple nor scope.
      ValueError: a function is not decorated, or `kwargs` beside a scope.
    """
    if isinstance(list_ops_or_scope, (list, tuple)):
        scope = _with_defaults(list_ops_or_scope, kwargs)
    elif not isinstance(list_ops_or_scope, dict):
        raise TypeError(f"arg_scope takes a list of functions or an earlier scope, not {list_ops_or_scope!r}")
    elif kwargs:
        raise ValueError(f"a scope is taken up as it was: set {', '.join(kwargs)} in an arg_scope within it")
    else:
        scope = dict(list_ops_or_scope)
    _scopes.append(scope)
    try:
        yield scope
    finally:
        _scopes.pop()


def _with_defaults(functions, defaults):
    scope = dict(current_arg_scope())
    for function in functions:
        if not has_arg_scope(function):
            raise ValueError(f"arg_scope can't set arguments of {function!r}: decorate it with add_arg_scope")
        scope[_key(function)] = {**scope.get(_key(function), {}), **defaults}
    return scope


def current_arg_scope():
    """The scope that holds here, a dict; empty outside of any."""
    return _scopes[-1]


def has_arg_scope(func):
    """Whether `func` is decorated with `add_arg_scope`."""
    return _key(func) in _scopable


def arg_scoped_arguments(func):
    """Names, a tuple, of the arguments of `func` that `arg_scope` can set: those with a default.

    TF 1.15 forgot some where `func` has local variables. AssertionError where `func` is not decorated.
    """
    if not has_arg_scope(func):
        raise AssertionError(f"arg_scope can't set arguments of {func!r}: decorate it with add_arg_scope")
    return _scopable[_key(func)]


def _key(func):
    return getattr(func, "_arg_scope_key", func)
