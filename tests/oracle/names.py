"""The public names of TF 1.15: `tf.x`, `tf.nn.x`, `tf.contrib.layers.x` … Python 3.7's syntax."""

import importlib
import os
import re
import types

LEVELS = 4
# Not TF 1.15's own names, but doors to others, to every op's raw form, or to the C++ library.
LEFT_OUT = {"compat", "raw_ops", "pywrap_tensorflow"}
OF_PYTHON = {"absolute_import", "division", "print_function"}  # what `from __future__ import` leaves in a module
INSIDE = {"api", "python"}  # packages of tf.contrib whose names say that they are its own business
FOLDERS = INSIDE | {"cmake", "ops"}  # the same, and how it was built


def signatures(tf):
    """{name: its parameters, in order} of the functions and classes of TF 1.15 that are written in Python."""
    from tensorflow.python.util import tf_inspect

    found = {}
    for path, value in sorted(public_values(tf).items()):
        function = value.__init__ if isinstance(value, type) else value
        if callable(value) and not path.endswith("FLAGS"):  # which would read the command line
            try:
                names = tf_inspect.getfullargspec(function).args
            except TypeError:
                continue  # written in C++
            found[path] = [name for name in names if name != "self"]
    return {"parameters": found}


def public_names(tf):
    """Sorted dotted names ("nn.dropout") of everything public up to four levels deep, packages included."""
    return {"names": sorted(public_values(tf))}


def public_values(tf):
    """{dotted name: what it is}."""
    importlib.import_module("legacy_tf.examples.tutorials.mnist.input_data")  # only then is `tf.examples` there
    found = {}

    def walk(module, prefix, depth):
        for name in dir(module):
            if name.startswith("_") or name in OF_PYTHON | INSIDE or prefix + name in LEFT_OUT:
                continue
            try:
                value = getattr(module, name)
            except (AttributeError, ImportError):
                continue  # a lazy loader whose package is not installed
            if not isinstance(value, types.ModuleType):
                found[prefix + name] = value
            elif getattr(value, "__name__", "").startswith("tensorflow"):
                found[prefix + name] = value
                if depth < LEVELS and is_entered(value, prefix):
                    walk(value, prefix + name + ".", depth + 1)

    walk(tf, "", 1)
    for path, module in modules_of_contrib(tf):
        if path not in found:
            found[path] = module
            walk(module, path + ".", path.count(".") + 2)
    return found


def is_entered(module, prefix):
    """Whether a module's names are public, and it is none that a package merely imports for itself."""
    path = module.__name__.replace("_core", "")
    is_public = path.startswith("tensorflow.contrib.") or re.search(r"\._?api\b", path)
    return is_public or prefix in ("", "app.")


def modules_of_contrib(tf):
    """(path, module) of those that only an import finds: "contrib.slim.nets"."""
    root = os.path.dirname(os.path.dirname(tf.contrib.slim.__file__))
    for folder, inside, files in os.walk(root):
        inside[:] = [
            name for name in inside if name not in FOLDERS and "__init__.py" in os.listdir(os.path.join(folder, name))
        ]
        modules = [file[:-3] for file in files if file.endswith(".py") and not file.startswith("_")]
        package = [part for part in os.path.relpath(folder, root).split(os.sep) if part != "."]
        for name in sorted(inside + modules):
            path = ".".join(["contrib", *package, name])
            try:
                yield path, importlib.import_module("tensorflow." + path)
            except (AttributeError, ImportError, tf.errors.NotFoundError):
                continue  # for another platform, or another test runner
