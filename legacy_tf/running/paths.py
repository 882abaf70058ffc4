"""The dotted names that are answered in old code, by the table: which they are, and of what kind."""

import importlib.util
import sys

from legacy_tf.table.moved import ELSEWHERE, MOVED, PATHS
from legacy_tf.table.rows import around, is_in, packages, public_name

ROWS = {name: row.by for name, row in {**MOVED, **PATHS}.items()}
ROWS["builtins"] = "legacy_tf.running.imports.BUILTINS"  # the script's own, so that what it puts there it finds there
ROWS["importlib.import_module"] = "legacy_tf.running.imports.import_module"
INNER = packages(ROWS)
TOPS = {name.partition(".")[0] for name in (*ROWS, *ELSEWHERE)}
INSIDE = "tensorflow.python"
_REAL = (INSIDE + ".", "tensorflow.core.")  # the packages of TensorFlow's own that scripts reach into


def keep_backend():
    """From now on old code that chooses a backend of matplotlib's does not get it: its figures go into files."""
    for name in ("matplotlib.use", "matplotlib.pyplot.switch_backend"):
        ROWS[name] = "legacy_tf.running.figures.keep_backend"


def real(path):
    """The module itself."""
    __import__(path)  # and not importlib.import_module, whose frames would stand in the script's tracebacks
    return sys.modules[path]


def elsewhere(path):
    """The name under which a module stands here whose package's own name is another's today, or None."""
    for package, name in ELSEWHERE.items():
        if is_in(path, package):
            return name + path.removeprefix(package)
    return None


def is_known(path):
    """Whether the table answers a path, or one below it."""
    return path in ROWS or path in INNER


def is_tensorflow(path):
    """Whether a path is of the TF 1.15 namespace."""
    return is_in(path, "tensorflow") and not (path + ".").startswith(_REAL)


def public(path):
    """TF 1.15's public name of what TensorFlow's inside has no more, or None: no name, or a module not loaded yet."""
    try:
        if importlib.util.find_spec(path):
            return None
    except ModuleNotFoundError:  # above it is no package
        pass
    from legacy_tf.table import names, names_page  # here: few scripts ask, and the page is long

    return public_name(path.partition(".")[2], names_page.names(names.PAGE))


def is_missing(path, error):
    """Whether a ModuleNotFoundError is about this path, and not about something that its module imports."""
    return error.name is not None and is_in(path, error.name)


def in_source(path, name):
    """A name of a module that TF 1.15.5's own source has at a path, or a module below it; or None."""
    package = of_source(path) if is_tensorflow(path) else None
    return getattr(package, name, None) or of_source(f"{path}.{name}")


def of_source(path):
    """The module of TF 1.15.5's own source whose public package is around a path, or None."""
    from legacy_tf.table import TABLE, Original  # here: few scripts ask

    name = path.partition(".")[2]
    for package in around(name):
        if isinstance(TABLE.get(package), Original):  # the second: where the package is a module in it
            for module in (TABLE[package].by + name.removeprefix(package), f"tensorflow_core.{name}"):
                module = "legacy_tf.wheel.library." + module
                try:
                    return real(module)
                except ModuleNotFoundError as error:
                    if not is_missing(module, error):
                        raise
    return None
