"""What can be started, each as Python starts it: a file, `-m` and a module, a directory, standard input."""

import os
import pkgutil
import re
import runpy
import sys
from collections.abc import Callable
from importlib.machinery import BuiltinImporter, SourceFileLoader, SourcelessFileLoader
from typing import NamedTuple

from legacy_tf.reading import notebooks
from legacy_tf.running import operators

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")  # a line that names the encoding, by PEP 263


class CannotRun(Exception):
    """The script can't be started: one line, exit code 2."""


class Program(NamedTuple):
    """A program that has been found but not compiled."""

    name: str  # sys.argv[0] until it is loaded
    search: str  # what Python puts at the front of sys.path; the program's own modules lie below
    load: Callable = None  # () -> (its code object, names of `__main__`)
    notebook: list = None  # or, of a notebook, the sources of its cells


def program(path, module=None):
    """The Program at `path`, "-" for standard input, or the module (or package) called `module`.

    Raises:
      CannotRun: it can't be read, or is no program.
    """
    if module is not None:
        return Program("-m", os.getcwd(), lambda: _load_module(module))
    if path == "-":
        return Program("-", "", _load_standard_input)
    importer = pkgutil.get_importer(path)
    if importer is not None:
        return _in_directory(path, importer)
    source = _read(path)
    search = os.path.dirname(os.path.realpath(path))
    if path.endswith(".ipynb"):
        return Program(path, search, notebook=_cells(path, source))
    load = _load_compiled if path.endswith(".pyc") else _load_source
    return Program(path, search, lambda: load(path, source))


def _read(path):
    """Bytes of the script."""
    try:
        with open(path, "rb") as file:
            source = file.read()
    except (OSError, ValueError) as error:
        raise CannotRun(f"can't open file {path!r}: {error.strerror or error}") from None
    if b"\0" in source and not path.endswith(".pyc"):
        raise CannotRun(f"{path!r} has null bytes: source code cannot contain them")
    return source


def _cells(path, source):
    try:
        return notebooks.cells(source)
    except notebooks.NotebookError as error:
        raise CannotRun(f"{path!r} {error}") from None


def _absolute(path):
    """A script's `__file__`: Python only puts the working directory before it, since after a link `..` is another's."""
    return os.path.abspath(path) if os.name == "nt" else os.path.join(os.getcwd(), path)


def _load_source(path, source):
    file = _absolute(path)
    names = {"__file__": file, "__cached__": None, "__loader__": SourceFileLoader("__main__", file)}
    return _compiled(source, file), names


def _load_compiled(path, _):
    file = _absolute(path)
    loader = SourcelessFileLoader("__main__", file)
    try:
        code = loader.get_code("__main__")
    except (ImportError, EOFError, ValueError, TypeError) as error:
        raise CannotRun(f"{path!r} is of another Python: {error}") from None
    return code, {"__file__": file, "__cached__": None, "__loader__": loader}


def _load_standard_input():
    if sys.stdin is None:
        raise CannotRun("there is no standard input")
    source = sys.stdin.buffer.read()
    return _compiled(source, "<stdin>"), {"__file__": "<stdin>", "__cached__": None, "__loader__": BuiltinImporter}


def _compiled(source, file):
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:  # of which compile() says less, and nothing where it is in a comment
        if not any(_COOKIE.match(line) for line in source.splitlines()[:2]):
            byte, line = source[error.start], source.count(b"\n", 0, error.start) + 1
            raise SyntaxError(
                f"Non-UTF-8 code starting with '\\x{byte:02x}' in file {file} on line {line}, "
                "but no encoding declared; see https://peps.python.org/pep-0263/ for details"
            ) from None
    try:
        return operators.compiled(source, file)
    except SyntaxError as error:
        if not error.msg.startswith("unknown encoding: "):
            raise
        raise SyntaxError(error.msg.replace("unknown encoding", "encoding problem")) from None  # without a line 0


def _in_directory(path, importer):
    if not os.path.isdir(path):
        raise CannotRun(f"{path!r} is an archive: unpack it")
    spec = importer.find_spec("__main__")
    if spec is None or spec.loader is None:
        raise CannotRun(f"{path!r} is a directory without a __main__.py: name the script in it")
    return Program(path, os.path.join(os.getcwd(), path), lambda: _of_spec(spec, spec.loader.get_code("__main__")))


def _load_module(name):
    _, spec, code = runpy._get_module_details(name, CannotRun)  # as pdb and trace of the standard library do
    sys.argv[0] = spec.origin
    return _of_spec(spec, code)


def _of_spec(spec, code):
    names = {"__file__": spec.origin, "__cached__": spec.cached, "__loader__": spec.loader}
    names |= {"__package__": spec.parent, "__spec__": spec}
    return code, names
