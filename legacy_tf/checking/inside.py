"""TensorFlow's inside: tensorflow.python… and the like, which no version promised."""

import functools
import importlib.util
import os
import re

from legacy_tf.checking.verdicts import DIFFERS, NOT_CARRIED, Verdict

_FIRST = ("python", "core", "compiler")


def is_inside(name):
    """Whether a name below tensorflow is TensorFlow's own business ("python.framework.ops")."""
    parts = name.split(".")
    return parts[0] in _FIRST or (parts[0] == "contrib" and "python" in parts)


def judge(name, names):
    """The Verdict on such a name; `names` is the set of public ones, of which it may be one under another path."""
    module, attribute = _split(name)
    public = _public(attribute, name, names) if attribute else None
    instead = f" Use tf.{public}." if public else ""
    if _folder() is None or (module and (not attribute or _says(module, attribute))):
        return Verdict(f"tensorflow.{name}", DIFFERS, f"TensorFlow's inside, of which you get today's.{instead}")
    return Verdict(f"tensorflow.{name}", NOT_CARRIED, f"TensorFlow's inside, which has it no more.{instead}")


def _public(attribute, name, names):
    """The public name of the same function, where only one can be meant; else None."""
    in_contrib = name.startswith("contrib.")
    found = [n for n in names if n.split(".")[-1] == attribute and n.startswith("contrib.") == in_contrib]
    found = [n for n in found if n == attribute] or found
    return found[0] if len(found) == 1 else None


def _split(name):
    """(file or folder of the module in today's TensorFlow, or None; what is asked of the module, or None). The files
    are looked at, nothing is imported."""
    parts = name.split(".")
    path = _folder() or ""
    for number, part in enumerate(parts):
        path = os.path.join(path, part)
        if os.path.isfile(path + ".py"):
            return path + ".py", parts[number + 1] if parts[number + 1 :] else None
        if not os.path.isdir(path):
            around = os.path.join(os.path.dirname(path), "__init__.py")
            compiled = [file for file in _listed(os.path.dirname(path)) if re.match(rf"{part}\.(.+\.)?(so|pyd)$", file)]
            return (path, None) if compiled else (around if os.path.isfile(around) else None, part)
    return path, None


def _says(module, attribute):
    """Whether a module may have an attribute: its source has the word, or a star import."""
    with open(module, encoding="utf-8") as file:
        return bool(re.search(rf"\b{re.escape(attribute)}\b|import \*", file.read()))


@functools.cache
def _listed(folder):
    return os.listdir(folder) if os.path.isdir(folder) else []


@functools.cache
def _folder():
    """Where today's TensorFlow is installed, or None."""
    spec = importlib.util.find_spec("tensorflow")
    return os.path.dirname(spec.origin) if spec and spec.origin else None
