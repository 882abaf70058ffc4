"""From paths to syntax trees. Whatever is wrong with a file becomes one line about it, a SourceError."""

import ast
import io
import os
import tokenize
import warnings

from legacy_tf.reading import notebooks, python2


class SourceError(ValueError):
    """A file that can't be read: `message` in one line, at `line` and `column` (from 1, or None) of `cell`."""

    def __init__(self, message, line=None, column=None, cell=None):
        super().__init__(message)
        self.message, self.line, self.column, self.cell = message, line, column, cell


def files(paths):
    """(files, [(path, SourceError)]) of paths: directories are walked for .py and .ipynb, hidden ones and
    environments left out; each file once, in the order given."""
    found, errors = {}, []
    for path in paths:
        inside = _walk(path) if os.path.isdir(path) else [path]
        if not inside:
            errors.append((path, SourceError("holds no .py and no .ipynb file")))
        found.update(dict.fromkeys(inside))
    return list(found), errors


def _walk(top):
    found = []
    for folder, folders, names in os.walk(top):
        hidden = {name for name in folders if name.startswith(".") or name in ("__pycache__", "node_modules")}
        virtual = {name for name in folders if os.path.exists(os.path.join(folder, name, "pyvenv.cfg"))}
        folders[:] = sorted(set(folders) - hidden - virtual)
        found += [os.path.join(folder, name) for name in sorted(names) if name.endswith((".py", ".ipynb"))]
    return found


def pieces(path):
    """[(cell or None, syntax tree, lines)] of a file, and [SourceError] of cells that are no Python.

    Raises:
      SourceError: nothing of the file can be read.
    """
    content = _content(path)
    if not path.lower().endswith(".ipynb"):
        text = _decoded(content)
        return [(None, _tree(text, lambda: ast.parse(text)), text.split("\n"))], []
    try:
        cells = notebooks.cells(content)
    except notebooks.NotebookError as error:
        raise SourceError(str(error)) from None
    trees, errors = [], []
    for cell, source in enumerate(cells, 1):
        lines, cut = notebooks.python(source, lambda line, what: None)
        text = "\n".join(lines)
        try:
            tree = _moved(_tree(text, lambda text=text: ast.parse(text)), cut)
            trees.append((cell, tree, source.split("\n")))
        except SourceError as error:
            error.cell = cell
            errors.append(error)
    return trees, errors


def _moved(tree, cut):
    """The tree with its places where they stood before {line: so many characters} were cut off."""
    for node in ast.walk(tree) if cut else ():
        if hasattr(node, "col_offset"):
            node.col_offset += cut.get(node.lineno, 0)
    return tree


def _content(path):
    if os.path.exists(path) and not os.path.isfile(path):
        raise SourceError("is no file")  # a pipe or a device would not end
    try:
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError) as error:  # ValueError: a null in the path
        raise SourceError(f"can't be read: {getattr(error, 'strerror', None) or error}") from None


def _decoded(content):
    """The text, by its byte order mark or the encoding it declares in its first two lines."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(f"is no {error.encoding}: declare its encoding in the first line", line, 1) from None
    except (SyntaxError, LookupError, UnicodeError, ValueError) as error:
        raise SourceError(f"can't be decoded: {_one_line(error)}", 1, 1) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _tree(text, parse):
    """What `parse` returns of the text, or a SourceError of one line."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes in old strings: not asked for here
            return parse()
    except SyntaxError as error:
        if python2.is_python_2(error, text):
            message = "Python 2 syntax: convert it by `2to3 -w FILE` (part of Python up to 3.12), then check it again"
        else:
            message = f"syntax error: {error.msg}"
        raise SourceError(message, error.lineno or 1, max(error.offset or 1, 1)) from None
    except (RecursionError, MemoryError):
        raise SourceError("is nested too deeply for Python to read") from None
    except (ValueError, OverflowError) as error:  # null bytes, numbers of thousands of digits
        raise SourceError(f"can't be parsed: {_one_line(error)}") from None


def _one_line(error):
    return " ".join(str(error).split())
