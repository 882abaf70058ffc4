"""What `import` answers in old code: modules laid over the real ones, in which the table's names are answered.

    numpy              Answer: a copy of the real module's names, and the rows numpy.float, numpy.product …
    numpy.linalg       no row at or below it: the real module
    tensorflow         Answer over legacy_tf.tf, and the rows tensorflow.compat.v1, tensorflow.examples …
    tensorflow.nn      no row below it: what legacy_tf.tf.nn is

The real modules are never changed.
"""

import random
import sys
import types

from legacy_tf.table.moved import GONE, MOVED, PATHS
from legacy_tf.table.rows import packages

_ROWS = {name: row.by for name, row in {**MOVED, **PATHS}.items()}
_ROWS["builtins"] = "legacy_tf.running.imports.BUILTINS"  # the script's own, so that what it puts there it finds there
_ROWS["importlib.import_module"] = "legacy_tf.running.imports.import_module"
_INNER = packages(_ROWS)
_REAL = ("tensorflow.python.", "tensorflow.core.")  # the packages of TensorFlow's own that scripts reach into
_made = {}

TOPS = {name.partition(".")[0] for name in _ROWS}
when_tensorflow_is_imported = []  # functions of legacy_tf.tf, called once each, when old code imports it


class Answer(types.ModuleType):
    """A module as old code sees it: the table's rows first, then the names of the real module `base` (or None)."""

    __slots__ = ("_base", "_path")

    def __init__(self, path, base):
        super().__init__(path, getattr(base, "__doc__", None))
        self._base, self._path = base, path
        if base is not None and not _is_tensorflow(path):
            self.__dict__.update({name: value for name, value in vars(base).items() if not self._is_ours(name, value)})

    def _is_ours(self, name, value):
        """Whether a name of the real module is answered here when it is asked for, and not before."""
        return name == "__getattr__" or _known(f"{self._path}.{name}") or _known_module(value)

    def __getattr__(self, name):
        path = f"{self._path}.{name}"
        if _known(path):
            try:
                value = find(path)
            except ModuleNotFoundError as error:
                if error.name is None or not path.startswith(error.name):
                    raise  # what answers a row is not installed
                raise AttributeError(error.msg, name=name, obj=self) from None
        elif self._base is None:
            raise AttributeError(f"module {self._path!r} has no attribute {name!r}", name=name, obj=self)
        else:
            value = getattr(self._base, name)
            if _known_module(value):
                value = find(value.__name__)
        setattr(self, name, value)
        return value

    def __dir__(self):
        below = self._path + "."
        rows = {name[len(below) :].partition(".")[0] for name in _ROWS if name.startswith(below)}
        return sorted(rows | set(dir(self._base)) if self._base else rows)

    def __repr__(self):
        return f"<module {self._path!r} as old code knows it, by legacy_tf>"


def find(path):
    """The module (or, for a row, whatever answers it) that old code finds under a dotted name.

    Raises:
      ModuleNotFoundError: there is none; of TensorFlow's, in the words of the table.
    """
    if path in _made:
        return _made[path]
    if path in _INNER:
        value = Answer(path, _base(path))
    elif path in _ROWS:
        value = _resolve(_ROWS[path])
    elif _is_tensorflow(path):
        value = _below_tensorflow(path)
    else:
        return _real(path)
    _made[path] = value
    return value


def keep_backend():
    """From now on old code that chooses a backend of matplotlib's does not get it: its figures go into files."""
    for name in ("matplotlib.use", "matplotlib.pyplot.switch_backend"):
        _ROWS[name] = "legacy_tf.running.figures.keep_backend"


def _real(path):
    __import__(path)  # and not importlib.import_module, whose frames would stand in the script's tracebacks
    return sys.modules[path]


def _resolve(by):
    """What a row names: an attribute of a module, or a module."""
    if by.startswith("tensorflow"):
        return find(by)
    module, _, name = by.rpartition(".")
    try:
        return getattr(_real(module), name) if module else _real(by)
    except AttributeError:  # a module that is not loaded yet
        return _real(by)


def _known(path):
    return path in _ROWS or path in _INNER


def _known_module(value):
    return isinstance(value, types.ModuleType) and _known(value.__name__) and not isinstance(value, Answer)


def _is_tensorflow(path):
    """Whether a path is of the TF 1.15 namespace."""
    return (path + ".").startswith("tensorflow.") and not (path + ".").startswith(_REAL)


def _base(path):
    """What lies under an Answer, or None."""
    if path == "tensorflow":
        drawn = random.getstate()  # today's TensorFlow draws from it while it is imported, TF 1.15 did not
        from legacy_tf import tf

        random.setstate(drawn)
        while when_tensorflow_is_imported:
            when_tensorflow_is_imported.pop(0)(tf)
        return tf
    if path in _ROWS:
        return _resolve(_ROWS[path])
    if _is_tensorflow(path):
        parent, _, name = path.rpartition(".")
        return getattr(_base(parent), name, None)
    try:
        return _real(path)
    except ModuleNotFoundError as error:
        if error.name is None or not (path + ".").startswith(error.name + "."):
            raise
        if not any((gone + ".").startswith(path + ".") for gone in GONE):
            raise
        return None


def _below_tensorflow(path):
    """A module of the TF 1.15 namespace."""
    parent, _, name = path.rpartition(".")
    try:
        value = getattr(find(parent), name)
    except AttributeError as error:
        raise ModuleNotFoundError(str(error), name=path) from None
    if not isinstance(value, types.ModuleType):
        raise ModuleNotFoundError(f"No module named {path!r}; it is a name in {parent}", name=path)
    return value
