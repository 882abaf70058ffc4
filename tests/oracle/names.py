"""The public names of TF 1.15: `tf.x`, `tf.nn.x`, `tf.contrib.layers.x` … Python 3.7's syntax."""

import importlib
import types

LEVELS = 3
# Not TF 1.15's own names, but doors to others, to every op's raw form, or to the C++ library.
LEFT_OUT = {"compat", "raw_ops", "pywrap_tensorflow"}
OF_PYTHON = {"absolute_import", "division", "print_function"}  # what `from __future__ import` leaves in a module
# Of the other sub-packages of contrib only their own name is asked for: the table answers for each as a whole.
CONTRIB = {"contrib.layers", "contrib.framework"}


def signatures(tf):
    """{name: its parameters, in order} of the functions and classes of TF 1.15 that are written in Python."""
    from tensorflow.python.util import tf_inspect

    found = {}
    for path in public_names(tf)["names"]:
        value = tf
        for part in path.split("."):
            value = getattr(value, part)
        function = value.__init__ if isinstance(value, type) else value
        if callable(value) and not isinstance(value, types.ModuleType):
            try:
                names = tf_inspect.getfullargspec(function).args
            except TypeError:
                continue  # written in C++
            found[path] = [name for name in names if name != "self"]
    return {"parameters": found}


def public_names(tf):
    """Sorted dotted names ("nn.dropout") of everything public up to three levels deep, modules included."""
    importlib.import_module("legacy_tf.examples.tutorials.mnist.input_data")  # only then is `tf.examples` there
    found = set()

    def walk(module, prefix, depth):
        for name in dir(module):
            if name.startswith("_") or name in OF_PYTHON or prefix + name in LEFT_OUT:
                continue
            try:
                value = getattr(module, name)
            except (AttributeError, ImportError):
                continue  # a lazy loader whose package is not installed
            if not isinstance(value, types.ModuleType):
                found.add(prefix + name)
            elif getattr(value, "__name__", "").startswith("tensorflow") and depth < LEVELS:
                found.add(prefix + name)
                if not prefix.startswith("contrib.") or prefix + name in CONTRIB:
                    walk(value, prefix + name + ".", depth + 1)

    walk(tf, "", 1)
    return {"names": sorted(found)}
