"""The rooms of the TF 1.15 namespace, and how a name finds its way: the table's carriers are laid over tf.compat.v1,
everything else falls through.

tf.nn.dropout -> table: "nn.dropout" -> legacy_tf.nn.dropout
tf.nn.relu    -> not in the table    -> tf.compat.v1.nn.relu, the very object
tf.contrib.x  -> table: Missing      -> AttributeError that says what it was and what to do
tf.keras      -> table: Original     -> TF 1.15.5's own source, legacy_tf.wheel.library.…keras
"""

import contextlib
import functools
import importlib
import types

from legacy_tf import carriers
from legacy_tf.table import TABLE, Carried, Missing, Original
from legacy_tf.table.earlier import earlier
from legacy_tf.table.rows import around, packages
from legacy_tf.wheel.place import PLACE

_ROOMS = packages(TABLE)
_ABSENT = object()


def why_not(path):
    """One line on a TF 1.15 name that is not carried: what it, or its package, was, and what to do instead."""
    if renamed := earlier(path):
        return "{1} had tf.{0}; TF 1.15's is tf.{2}.".format(*renamed)
    for package in around(path):
        if isinstance(TABLE.get(package), Original):
            return f"TF 1.15 had no tf.{path}"
        if package in TABLE:
            return f"tf.{path} is not carried. tf.{package} was {TABLE[package].was}. {TABLE[package].instead}"
    if path not in _names():
        return f"TF 1.15 had no tf.{path}"
    return f"today's TensorFlow has no tf.{path}, and legacy_tf does not carry it: see docs/differences.md"


class Room(types.ModuleType):
    """One module of the TF 1.15 namespace, `tf` or `tf.nn` or …: the table over the compat.v1 module `base`."""

    def __init__(self, path, base):
        super().__init__("tensorflow" + (path and "." + path), getattr(base, "__doc__", None))
        self.__dict__.update(_path=path, _base=base)

    def __getattr__(self, name):
        path = self._path + "." + name if self._path else name
        entry = TABLE.get(path)
        if isinstance(entry, Carried):
            value = carriers.carrier(entry)
        elif isinstance(entry, Original):
            is_open = ":" in entry.by or (PLACE.is_there() and not entry.rows_first)
            value = carriers.original(entry) if is_open else Door(path, None)
        elif path in _ROOMS:
            base = self._own(name)
            value = Room(path, None if base is _ABSENT else base)
        elif entry is None and self._own(name) is not _ABSENT:
            value = self._own(name)
            if getattr(value, "__name__", "").startswith("tensorflow._api."):
                value = Room(path, value)
            else:
                value = carriers.carried(value)
        else:
            raise AttributeError(why_not(path))
        setattr(self, name, value)
        return value

    def _own(self, name):
        """What compat.v1 has under that name (tf.newaxis is None), or _ABSENT."""
        value = getattr(self._base, name, _ABSENT)
        return _ABSENT if carriers.needs_keras(value) else value

    def __repr__(self):
        return f"<module {self.__name__!r} of TF 1.15, by legacy_tf>"

    def __dir__(self):
        below = self._path + "." if self._path else ""
        inside = {n[len(below) :].split(".")[0]: e for n, e in TABLE.items() if n.startswith(below)}
        carried = {n for n in inside if below + n in _ROOMS or isinstance(TABLE.get(below + n), (Carried, Original))}
        return sorted(carried | set(dir(self._base)) - set(inside) if self._base else carried)


class Door(Room):
    """A package of TF 1.15.5's own source of which a part is carried without it, or that is not there yet: the table's
    rows are answered, and for all else the source is loaded, and fetched before."""

    def __getattr__(self, name):
        path = f"{self._path}.{name}"
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        package, row = self._package(), TABLE.get(path)
        rows_first = TABLE[package].rows_first
        if rows_first or not PLACE.is_there():
            if isinstance(row, Missing):
                raise AttributeError(why_not(path))
            if isinstance(row, Carried) or path in _ROOMS or (not rows_first and path in _packages()):
                value = carriers.carrier(row) if isinstance(row, Carried) else Door(path, None)
                if rows_first:  # the others are the source's, once it is there
                    setattr(self, name, value)
                return value
        places = [(carriers.original(TABLE[package]), path.removeprefix(package + "."))]
        if package.startswith("contrib."):  # of which some are a module in the package: the others are there, too
            contrib = importlib.import_module("legacy_tf.wheel.library.tensorflow_core.contrib")
            places.append((contrib, path.removeprefix("contrib.")))
        for place, rest in places:
            with contextlib.suppress(AttributeError):
                return functools.reduce(_in_source, rest.split("."), place)
        raise AttributeError(why_not(path))

    def _package(self):
        """The package of the source that it is, or is in."""
        return next(each for each in around(self._path) if isinstance(TABLE.get(each), Original))

    def __dir__(self):
        below = self._path + "."
        names = {name[len(below) :].partition(".")[0] for name in _names() if name.startswith(below)}
        return sorted(names.union(super().__dir__()))


def _in_source(module, name):
    """A name in a module of the source, or a module below it that nothing has loaded yet (slim.nets)."""
    if isinstance(module, types.ModuleType) and not hasattr(module, name):
        with contextlib.suppress(ModuleNotFoundError):
            # and not getattr then: some packages tidy their own modules away
            return importlib.import_module(f"{module.__name__}.{name}")
    return getattr(module, name)


@functools.cache
def _names():
    """The set of TF 1.15.5's public names."""
    from legacy_tf.table import names, names_page  # here: few need it, and the page is long

    return names_page.names(names.PAGE)


@functools.cache
def _packages():
    """The packages that they are in."""
    return packages(_names())
