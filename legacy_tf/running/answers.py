"""What `import` answers in old code: modules laid over the real ones, in which the table's names are answered.

    numpy              Answer: a copy of the real module's names, and the rows numpy.float, numpy.product …
    numpy.linalg       no row at or below it: the real module
    tensorflow         Answer over legacy_tf.tf, and the rows tensorflow.compat.v1, tensorflow.examples …
    tensorflow.nn      no row below it: what legacy_tf.tf.nn is
    tensorflow.python.framework.ops     Answer over today's; what it has no more is looked for among the public names
    keras              a package that stands elsewhere: Keras 2.3.1

The real modules are never changed, but by old code itself.
"""

import contextlib
import types

import legacy_tf
from legacy_tf.running import paths
from legacy_tf.running.laid_over import Answer
from legacy_tf.table.moved import GONE
from legacy_tf.table.rows import is_in

_made = {}
# Functions of the module, called once each when old code imports it (NumPy: or TensorFlow).
when_imported = {"numpy": [], "tensorflow": []}
importing_tensorflow = contextlib.nullcontext  # within what it is imported


def find(path):
    """The module (or, for a row, whatever answers it) that old code finds under a dotted name.

    Raises:
      ModuleNotFoundError: there is none; of TensorFlow's, in the words of the table.
    """
    if path in _made:
        return _made[path]
    if paths.elsewhere(path):
        return _elsewhere(path)
    if path in paths.INNER:
        value = Answer(path, _base(path), find)
    elif path in paths.ROWS:
        value = _resolve(paths.ROWS[path])
    elif paths.is_tensorflow(path):
        value = _below_tensorflow(path)
    elif path.startswith(paths.INSIDE + "."):
        value = Answer(path, paths.real(path), find)
    else:
        return paths.real(path)
    _made[path] = value
    return value


def _elsewhere(path):
    """A module of a package that stands under another name here."""
    name = paths.elsewhere(path)
    try:
        return paths.real(name)
    except ModuleNotFoundError as error:
        if not paths.is_missing(name, error):
            raise
        raise ModuleNotFoundError(f"No module named {path!r}", name=path) from None


def _resolve(by):
    """What a row names: an attribute of a module, or a module."""
    if by.startswith("tensorflow"):
        return find(by)
    module, _, name = by.rpartition(".")
    try:
        return getattr(paths.real(module), name) if module else paths.real(by)
    except AttributeError:  # a module that is not loaded yet
        return paths.real(by)


def _base(path):
    """What lies under an Answer, or None."""
    if path == "tensorflow":
        loading = contextlib.nullcontext if path in _made else importing_tensorflow
        with loading():
            tf = legacy_tf.tf  # and not `from`, which would say of every AttributeError in there that it has no tf
        _tell("tensorflow", tf)
        find("numpy")
        return tf
    if path in paths.ROWS:
        return _resolve(paths.ROWS[path])
    if paths.is_tensorflow(path):
        parent, _, name = path.rpartition(".")
        return None if "python" in path.split(".") else getattr(_base(parent), name, None)
    try:
        module = paths.real(path)
        _tell(path, module)
        return module
    except ModuleNotFoundError as error:
        if not paths.is_missing(path, error):
            raise
        if not any(is_in(gone, path) for gone in GONE):
            raise
        return None


def _tell(path, module):
    waiting = when_imported.get(path, [])
    while waiting:
        waiting.pop(0)(module)


def _below_tensorflow(path):
    """A module of the TF 1.15 namespace, or inside a package that TF 1.15.5's own source carries."""
    parent, _, name = path.rpartition(".")
    value, reason = None, f"No module named {path!r}; it is a name in {parent}"
    try:
        value = getattr(find(parent), name)
    except AttributeError as error:
        reason = str(error)
    if not isinstance(value, types.ModuleType):
        value = paths.of_source(path)
    if value is None:
        raise ModuleNotFoundError(reason, name=path)
    return value
