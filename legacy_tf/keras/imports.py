"""Imports of Keras 2.3.1's own source: it is old code, and what only it reaches for is answered here."""

import importlib
import sys
import warnings
from importlib.machinery import PathFinder, SourceFileLoader

from legacy_tf.keras import mends
from legacy_tf.running import imports
from legacy_tf.wheel import imports as wheel

_PACKAGE = "legacy_tf.keras.library."

# "from … import" of Keras' source -> the module that answers it
_ANSWERS = {
    "distutils.version": "legacy_tf.keras.gone",  # removed in Python 3.12
    "scipy.sparse": "legacy_tf.keras.gone",  # need not be installed
    "yaml": "legacy_tf.keras.gone",  # need not be installed
}


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    """`__import__` of Keras' source."""
    if not level and name in _ANSWERS:
        return importlib.import_module(_ANSWERS[name])
    return wheel.import_(name, globals, locals, fromlist, level)


class Loader(imports.OwnLoader):
    """Loads a module of Keras."""

    builtins = {**vars(imports.BUILTINS), "__import__": import_}

    def exec_module(self, module):
        super().exec_module(module)
        mends.after_loading(module.__name__.removeprefix(_PACKAGE), module)

    get_code = SourceFileLoader.get_code  # what of Keras NumPy 2 calculates otherwise, mends.py puts right

    def source_to_code(self, data, path, **options):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # Keras asks `is 1` in places
            return SourceFileLoader.source_to_code(self, data, path, **options)


class Finder:
    """Finds Keras' modules, and gives them a Loader."""

    def find_spec(self, name, path=None, target=None):
        if not name.startswith(_PACKAGE):
            return None
        return Loader.takes(PathFinder.find_spec(name, path, target))


def install():
    """Modules below legacy_tf.keras.library are Keras' from now on."""
    sys.meta_path.insert(0, Finder())
