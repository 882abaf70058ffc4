"""What the imports of TF 1.15.5's own source get: TensorFlow's inside is to it what it was."""

import importlib
import types

from legacy_tf import carriers
from legacy_tf.running import answers, imports
from legacy_tf.table.rows import is_in
from legacy_tf.wheel import inside, place

LIBRARY = "legacy_tf.wheel.library."
_TOPS = ("tensorflow", "tensorflow_estimator", *place.BESIDE)
_TAKEN = tuple("tensorflow." + path.replace("/", ".") for path in (*place.PACKAGES, *place.INSIDE))
_ANSWERS = {"h5py": "legacy_tf.keras.old_h5py", "yaml": "legacy_tf.keras.old_yaml"}
_made = {}


def own(name):
    """The name, below LIBRARY, of a module that is taken from the wheel, or None: "tensorflow.python.keras.losses"."""
    if is_in(name, "tensorflow.python.estimator"):
        name = name.replace("tensorflow", "tensorflow_estimator", 1)
    if name.partition(".")[0] in _TOPS[1:]:
        return LIBRARY + name
    if any(is_in(name, each) for each in _TAKEN):
        return f"{LIBRARY}tensorflow_core{name.removeprefix('tensorflow')}"
    return None


def find(name):
    """The module that the source means by a name.

    Raises:
      ModuleNotFoundError: there is none.
    """
    if own(name):
        return importlib.import_module(own(name))
    if name not in _made:
        today = inside.today(name)
        if today.startswith("tensorflow.python"):
            _made[name] = Inside(today, answers.find(today))
        else:
            _made[name] = answers.find(today) if today == "tensorflow" else importlib.import_module(today)
    return _made[name]


class Inside(types.ModuleType):
    """A module of today's TensorFlow as TF 1.15.5's source knows it: with the names that it has lost since."""

    def __init__(self, name, module):
        super().__init__(name)
        self.__dict__.update(inside.lost(name), _module=module)

    def __getattr__(self, name):
        value = getattr(self._module, name)
        if isinstance(value, types.ModuleType) and value.__name__.startswith("tensorflow.python."):
            value = find(value.__name__)
        value = carriers.carried_inside(value)
        setattr(self, name, value)
        return value

    def __dir__(self):
        return sorted({*vars(self), *dir(self._module)})


class Later(types.ModuleType):
    """A module of the source that is loaded when one of its functions is called: it stands on much, and few need it."""

    def __init__(self, name):
        super().__init__(name)
        self.__all__ = inside.LATER[name].split()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        if name not in self.__all__:
            return getattr(importlib.import_module(own(self.__name__)), name)

        def later(*args, **kwargs):
            return getattr(importlib.import_module(own(self.__name__)), name)(*args, **kwargs)

        return later


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    """`__import__` of TF 1.15.5's source."""
    if not level and name in _ANSWERS:
        return importlib.import_module(_ANSWERS[name])
    if level or name.partition(".")[0] not in _TOPS:
        return imports.import_(name, globals, locals, fromlist, level)
    if not fromlist:
        find(name)
        return find(name.partition(".")[0])
    if name in inside.LATER:
        return Later(name)
    if own(name):
        return importlib.import_module(own(name)) if fromlist == ("*",) else _with(own(name), fromlist)
    names = types.SimpleNamespace()
    for each in _public(find(name)) if fromlist == ("*",) else fromlist:
        setattr(names, each, _of(name, each))
    return names


def _with(name, fromlist):
    """A module of the source, with those of its submodules loaded that are asked for."""
    module = importlib.import_module(name)
    for each in fromlist:
        later = name.removeprefix(LIBRARY).replace("_core", "", 1) + "." + each
        if later in inside.LATER:
            setattr(module, each, Later(later))
        elif not hasattr(module, each):
            try:
                importlib.import_module(f"{name}.{each}")
            except ModuleNotFoundError as error:
                if error.name != f"{name}.{each}":
                    raise  # Python's own "cannot import name" follows otherwise
    return module


def _of(package, name):
    """What `from package import name` gives, of a package that is not the wheel's."""
    path = f"{package}.{name}"
    if own(path) or path in inside.RENAMED or inside.lost(path):
        return find(path)
    try:
        value = getattr(find(package), name)
    except AttributeError:
        return find(path)
    return find(path) if isinstance(value, types.ModuleType) and value.__name__ == path else value


def _public(module):
    """The names that `from module import *` brings."""
    names = getattr(module, "__all__", None)
    return [each for each in dir(module) if not each.startswith("_")] if names is None else names
