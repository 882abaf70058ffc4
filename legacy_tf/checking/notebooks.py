"""Notebooks, format 3 and 4: their code cells, without IPython's own syntax."""

import ast
import json
import re

_OTHER_LANGUAGES = re.compile(
    r"%%(bash|cmd|cython|html|javascript|js|latex|markdown|perl|pypy|python2|ruby|script|sh|svg|system|writefile|file|R)\b"
)
_MAGIC_WITH_CODE = re.compile(r"(\s*)(%(?:time|timeit|prun|memit)\s+)(?=[^-\s])")  # options: the code is let go
_IPYTHON = re.compile(r"(\s*)(?:%{1,2}[A-Za-z]|!|\?|[\w.]+\?{1,2}\s*$)")
_ASSIGNED = re.compile(r"(\s*[\w, ]+=\s*)(?:%[A-Za-z]|!)")


def code_cells(content):
    """[(number from 1 among the code cells, source)] of a notebook's bytes.

    Raises:
      ValueError: it is no notebook; says why, in a few words.
    """
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except ValueError as error:  # of the bytes or of the JSON
        raise ValueError(f"not a notebook: no JSON ({_first_line(error)})") from None
    if not isinstance(notebook, dict):
        raise ValueError("not a notebook: its JSON is no object")
    sheets = notebook.get("worksheets")
    sheets = sheets if isinstance(sheets, list) else [notebook]  # format 3 has them
    cells = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    if not cells or not all(isinstance(each, list) for each in cells):
        raise ValueError("not a notebook: it has no cells")
    every = [cell for each in cells for cell in each if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    return [(number, _source(cell)) for number, cell in enumerate(every, 1)]


def parse(source):
    """(syntax tree, source as it was read) of a cell; what only IPython understands is replaced, place by place.

    Raises: what ast.parse raises.
    """
    if _OTHER_LANGUAGES.match(source.lstrip()):
        return ast.parse(""), source
    try:
        return ast.parse(source), source
    except SyntaxError:
        source = "\n".join(map(_as_python, source.split("\n")))
        return ast.parse(source), source


def _as_python(line):
    """A line of IPython as Python of the same columns."""
    magic = _MAGIC_WITH_CODE.match(line)
    if magic:
        indent, name = magic.groups()
        return f"{indent}{'if 1:'.ljust(len(name))}{line[magic.end() :]}"
    if _IPYTHON.match(line):
        return line[: len(line) - len(line.lstrip())] + "pass"
    assigned = _ASSIGNED.match(line)
    return assigned[1] + "None" if assigned else line


def _source(cell):
    source = cell.get("source", cell.get("input", ""))  # format 3 says input
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str)).replace("\r\n", "\n")


def _first_line(error):
    return str(error).split("\n")[0]
