"""Old code's own `__import__`. CPython takes `__import__` from the `__builtins__` of the code that imports: so the
script and its own modules are given builtins of theirs, while TensorFlow's and every other library's imports stay as
they are.
"""

import builtins
import importlib
import importlib.util
import os
import sys
import sysconfig
import types
from importlib.machinery import PathFinder, SourceFileLoader

from legacy_tf.running import answers, arithmetic, laid_over, loaded, numpy_1, operators, paths

BUILTINS = types.ModuleType("builtins", builtins.__doc__)  # the module `builtins` as old code knows it
_LIBRARIES = ("site-packages", "dist-packages")


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    """`__import__` of old code."""
    top = name.partition(".")[0]
    if level or top not in paths.TOPS:
        return builtins.__import__(name, globals, locals, fromlist, level)
    own = loaded.own_place(name, OwnLoader)
    if own == top and _is_ours(sys.modules[top]):  # sys.modules["keras"] = tf.keras
        module = import_(sys.modules[top].__name__ + name[len(top) :], fromlist=fromlist or ("__name__",))
        return module if fromlist else sys.modules[top]
    if own == top or _has_its_own(top):
        return builtins.__import__(name, globals, locals, fromlist, level)
    if own:
        return builtins.__import__(name, fromlist=fromlist) if fromlist else answers.find(top)
    module = answers.find(name)
    if not fromlist:
        return answers.find(top)
    for each in fromlist:
        _bring(module, name, each)
    return module


def _is_ours(module):
    return laid_over.is_answer(module) or getattr(module, "__name__", "").startswith("legacy_tf.")


def import_module(name, package=None):
    """`importlib.import_module` of old code."""
    if name.startswith("."):
        return importlib.import_module(name, package)
    return import_(name, fromlist=("__name__",))


def _bring(module, path, name):
    """What `from path import name` needs: the submodule imported, and TensorFlow's reasons where there is nothing."""
    if name == "*":
        if path.startswith("tensorflow"):  # whose names come when they are asked for
            for each in dir(module):
                getattr(module, each, None)
        return
    own = loaded.own_place(f"{path}.{name}", OwnLoader)
    if own and isinstance(module, laid_over.Answer):
        vars(module).setdefault(name, sys.modules[own])
    if hasattr(module, name):
        return
    try:
        answers.find(f"{path}.{name}")
    except ModuleNotFoundError as error:
        if not path.startswith("tensorflow"):
            if error.name != f"{path}.{name}":
                raise
            return  # Python's own "cannot import name" follows
        raise ImportError(error.msg, name=path) from None


def _has_its_own(top):
    """Whether old code has a module of that name itself, not yet loaded, which wins, as ever."""
    spec = None if top in sys.modules else importlib.util.find_spec(top)
    return spec is not None and isinstance(spec.loader, OwnLoader)


BUILTINS.__dict__.update({**vars(builtins), "__import__": import_, **arithmetic.FUNCTIONS})
BUILTINS.sum, BUILTINS.divmod = arithmetic.sum_, arithmetic.divmod_
answers.when_imported["numpy"].append(numpy_1.know)


class OwnLoader(SourceFileLoader):
    """Loads a module of old code."""

    builtins = BUILTINS.__dict__

    @classmethod
    def takes(cls, spec):
        """`spec`, whose module this loader will load, if Python's own would from source."""
        if spec is not None and type(spec.loader) is SourceFileLoader:
            spec.loader = cls(spec.loader.name, spec.loader.path)
        return spec

    def create_module(self, spec):  # and not exec_module, which would leave its mark in tracebacks
        module = types.ModuleType(spec.name)
        module.__dict__["__builtins__"] = self.builtins
        return module

    def get_code(self, name):  # from its source: what Python keeps in __pycache__ is plain Python's
        path = self.get_filename(name)
        return self.source_to_code(self.get_data(path), path)

    def source_to_code(self, data, path, **options):
        return operators.compiled(data, path)


class Finder:
    """Finds all modules where Python does, before it does, and gives those of old code an OwnLoader.

    Old code is what lies below `directory`, and, if `and_new_paths`, below what is in sys.path by PYTHONPATH or has
    been put there since. Python's own and installed libraries are not, wherever they lie.
    """

    def __init__(self, directory, and_new_paths=False):
        self._directory = os.path.realpath(directory)
        self._and_new_paths = and_new_paths
        named = {os.path.abspath(each) for each in os.environ.get("PYTHONPATH", "").split(os.pathsep) if each}
        python = [sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib")]
        self._stdlib = tuple(os.path.join(each, "") for each in python[:2])
        package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        self._foreign = {os.path.abspath(each) for each in sys.path} - named - {self._directory} | {*python, package}

    def install(self):
        """Puts the finder before Python's own."""
        where = sys.meta_path.index(PathFinder) if PathFinder in sys.meta_path else len(sys.meta_path)
        sys.meta_path.insert(where, self)

    def find_spec(self, name, path=None, target=None):
        spec = PathFinder.find_spec(name, path, target)
        is_own = spec is not None and type(spec.loader) is SourceFileLoader and self.is_own(spec.origin)
        return OwnLoader.takes(spec) if is_own else spec

    def is_own(self, origin):
        """Whether a file is old code: the directory nearest above it decides."""
        if origin.startswith(self._stdlib) or any(each in origin.split(os.sep) for each in _LIBRARIES):
            return False
        return self._is_below_own(os.path.abspath(origin)) or self._is_below_own(os.path.realpath(origin))

    def _is_below_own(self, origin):
        places = {self._directory: True, **dict.fromkeys(self._foreign, False)}
        if self._and_new_paths:
            places.update({os.path.abspath(p): True for p in sys.path if os.path.abspath(p) not in self._foreign})
        above = [place for place in places if origin.startswith(os.path.join(place, ""))]
        return bool(above) and places[max(above, key=len)]


class install:
    """`legacy_tf.install()`: modules that are imported from below `path` from now on see TensorFlow as TF 1.15's, and
    the old names of NumPy, SciPy and Python, as in a script that `python -m legacy_tf run` runs.

        with legacy_tf.install():           # or: installed = legacy_tf.install() … installed.remove()
            import my_old_model             # its `import tensorflow as tf` gives TF 1.15's names and numbers

    After the `with` nothing new is answered; modules imported within keep what they have. The importing code itself is
    not changed: there, write `from legacy_tf import tf`. Modules that were loaded before stay as they are.

    Args:
      path: str or path-like, a directory. Default: that of the calling code's file, or the working directory.
    """

    def __init__(self, path=None):
        if path is None:
            caller = sys._getframe(1)
            while caller and caller.f_globals.get("__name__") == "legacy_tf":
                caller = caller.f_back
            file = caller.f_globals.get("__file__") if caller else None
            path = os.path.dirname(os.path.abspath(file)) if file else os.getcwd()
        if not os.path.isdir(path):
            raise NotADirectoryError(f"legacy_tf.install: {os.fspath(path)!r} is no directory")
        self._finder = Finder(os.fspath(path))
        self._finder.install()

    def remove(self):
        """Takes it back. Taken back already: nothing happens."""
        if self._finder in sys.meta_path:
            sys.meta_path.remove(self._finder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()
