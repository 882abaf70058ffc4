"""A notebook's code cells in order, in one namespace, without what only IPython understands."""

import json
import linecache
import os
import re
import sys

from legacy_tf.running import operators

_MAGIC = re.compile(r"^(\s*)(?:[%!?]|[\w, ]+=\s*[%!]|[\w.]+\?{1,2}\s*$)")
_TIMED = re.compile(r"^(\s*)%time\s+(?=\S)")  # what it times is run
_WHOLE = re.compile(r"^\s*%%(\w+)")
_OF_PYTHON = ("capture", "prun", "time", "timeit")  # cell magics below which Python stands


class NotebookError(ValueError):
    """A file that is no notebook, or one in another language: one line."""


def cells(text, name):
    """[(file name for tracebacks, source)] of a notebook's code cells, counted from 1. `text`: the file's, str.

    Raises:
      NotebookError: it is not JSON, or no notebook of format 3 or 4.
    """
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotebookError(f"{name} is no notebook: not JSON ({error})") from None
    try:
        found = notebook["cells"] if "cells" in notebook else [c for s in notebook["worksheets"] for c in s["cells"]]
        sources = [c["source"] if "source" in c else c["input"] for c in found if c["cell_type"] == "code"]
        sources = [source if isinstance(source, str) else "".join(source) for source in sources]
    except (TypeError, KeyError, AttributeError):
        raise NotebookError(f"{name} is JSON, but no notebook of format 3 or 4") from None
    return [(f"{name}, cell {number}", source) for number, source in enumerate(sources, 1)]


def run(cells, namespace, after_each):
    """Runs a notebook's `cells` (see there) in `namespace` (dict); `after_each()` after each, also one that fails."""
    for where, source in cells:
        code = compile_cell(source, where)
        try:
            exec(code, namespace)
        finally:
            after_each()


def compile_cell(source, where):
    """Code object of a cell; each of IPython's lines is left out with a note on stderr.

    Raises:
      SyntaxError: it is not Python even so.
    """
    lines = _without_cell_magic(source, where).split("\n")
    indent = re.match(r"[ \t]*", lines[0])[0]  # of the whole cell, as IPython takes it
    lines = [line.removeprefix(indent) for line in lines]
    _remember(lines, where)
    while True:
        try:
            return operators.compiled("\n".join(lines) + "\n", where)
        except SyntaxError as error:  # only where Python stumbles is a line IPython's: `%` may stand in a long string
            numbers = [(error.lineno or 1) - 1, *range(len(lines))]
            number = next((n for n in numbers if n < len(lines) and _MAGIC.match(lines[n])), None)
            if number is None:
                raise
            goes_on = lines[number].endswith("\\")
            lines[number] = _without_magic(lines[number], f"{where}, line {number + 1}")
            while goes_on and number + 1 < len(lines):
                number += 1
                goes_on, lines[number] = lines[number].endswith("\\"), ""


def _without_cell_magic(source, where):
    magic = _WHOLE.match(source)
    if not magic:
        return source
    first, _, rest = source.partition("\n")
    if magic[1] in _OF_PYTHON:
        _note(f"{where}, line 1", first.strip())
        return "\n" + rest
    _note(where, first.strip() + (" and all below it" if rest.strip() else ""))
    return ""


def _without_magic(line, where):
    timed = _TIMED.match(line)
    _note(where, line.strip() if not timed else "%time")
    return timed[1] + line[timed.end() :] if timed else _MAGIC.match(line)[1] + "pass"


def _remember(lines, where):
    """Lets tracebacks show the cell's lines."""
    linecache.cache[where] = (0, None, [line + "\n" for line in lines], where)


def _note(where, what):
    print(f"legacy_tf run: {where}: left out {what}", file=sys.stderr)


class Shell:
    """What `get_ipython()` gives: a shell that does nothing but say so."""

    config = {}

    def magic(self, line):
        _note("get_ipython()", "%" + line.lstrip("%"))

    def run_line_magic(self, name, line, *args):
        self.magic(f"{name} {line}".strip())

    def run_cell_magic(self, name, line, cell):
        _note("get_ipython()", f"%%{name} {line}".strip() + " and all below it")

    def system(self, command):
        _note("get_ipython()", "!" + command)

    def getoutput(self, command):
        self.system(command)
        return []


def get_ipython():
    """`get_ipython()` where there is no IPython."""
    return Shell()


def figures_directory(path):
    """Where a notebook's figures go that are not sent anywhere: beside the caller."""
    return os.path.splitext(os.path.basename(path))[0] + "_figures"
