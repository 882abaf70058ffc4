"""A notebook's code cells run in order, in one namespace, and what they find of IPython."""

import linecache
import os
import sys

from legacy_tf.reading import notebooks
from legacy_tf.running import operators


def run(cells, name, namespace, after_each):
    """Runs the `cells` (list of str) of a notebook called `name` in `namespace` (dict); `after_each()` after each, also
    one that fails."""
    for number, source in enumerate(cells, 1):
        code = compile_cell(source, f"{name}, cell {number}")
        try:
            exec(code, namespace)
        finally:
            after_each()


def compile_cell(source, where):
    """Code object of a cell; each of IPython's lines is left out with a note on stderr.

    Raises:
      SyntaxError: it is not Python even so.
    """
    lines, _ = notebooks.python(source, lambda line, what: _note(where + (f", line {line}" if line else ""), what))
    linecache.cache[where] = (0, None, [line + "\n" for line in lines], where)  # for tracebacks
    return operators.compiled("\n".join(lines) + "\n", where)


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
