"""What carries a TF 1.15 name, by its row of the table; and how it takes the place of today's object: under every name
that object has, and inside TensorFlow.
"""

import importlib
import pkgutil
import types

_replaced = {}  # id(TensorFlow's own object) -> (that object, its entry): aliases are answered alike
_replaced_inside = {}  # the same of functions below tensorflow.python, of which other modules there keep copies


def carrier(entry):
    """The object that carries a table entry."""
    module, attribute = entry.by.rsplit(".", 1)
    return getattr(importlib.import_module("legacy_tf." + module), attribute)


def carried(value):
    """What carries an object of TensorFlow's in its stead, under whatever name it was found; else the object itself."""
    innermost = id(_innermost(value))
    return carrier(_replaced[innermost][1]) if innermost in _replaced else value


def carried_inside(value):
    """The same of functions below tensorflow.python too: TF 1.15.5's source finds math_ops.tensordot as
    standard_ops.tensordot as well."""
    found = _replaced_inside.get(id(_innermost(value))) if isinstance(value, types.FunctionType) else None
    return carrier(found[1]) if found else carried(value)


def original(entry):
    """What of TF 1.15.5's own source carries a table entry: a module, or a name in one; fetched if it is not there.

    Raises:
      NotThere: it could not be fetched.
    """
    module, _, attribute = entry.by.partition(":")
    module = importlib.import_module("legacy_tf.wheel.library." + module)
    return getattr(module, attribute) if attribute else module


def replace(v1, name, entry):
    """Puts a carrier in TensorFlow's place: for callers inside TensorFlow, and under the name's aliases."""
    value = v1
    for part in name.split("."):
        value = None if needs_keras(value) else getattr(value, part, None)
    if value is not None:
        _replaced[id(_innermost(value))] = (value, entry)
    if entry.inside:  # last: compat.v1 looks its names up when they are first asked for
        put_inside(entry)


def _innermost(value):
    """A function of TensorFlow without its decorators, which differ between the aliases of one function."""
    from tensorflow.python.util import tf_decorator

    return tf_decorator.unwrap(value)[1]


def needs_keras(value):
    """Whether a compat.v1 module is only a door to Keras 3, which has none of these names and takes long to load."""
    return type(value).__name__ == "KerasLazyLoader"


def put_inside(entry):
    """Puts a carrier at the spot, in a module or a class, that TensorFlow's own code calls."""
    spot, attribute = entry.inside.rsplit(".", 1)
    place, ours = pkgutil.resolve_name("tensorflow.python." + spot), carrier(entry)
    theirs = getattr(place, attribute)
    if theirs is not ours and isinstance(theirs, types.FunctionType) and not isinstance(place, type):
        _replaced_inside[id(_innermost(theirs))] = (theirs, entry)
    setattr(place, attribute, ours)
