"""Notebooks, format 3 and 4: their code cells, and as Python what only IPython understands."""

import ast
import json
import re
import warnings

_MAGIC = re.compile(r"^(\s*)(?:[%!?]|[\w, ]+=\s*[%!]|[\w.]+\?{1,2}\s*$)")
_TIMED = re.compile(r"^(\s*)%time\s+(?=\S)")  # what it times is run
_WHOLE = re.compile(r"%%(\w+)")
_OF_PYTHON = ("capture", "prun", "time", "timeit")  # cell magics below which Python stands


class NotebookError(ValueError):
    """A file that is no notebook of Python's: one line, which goes on after the file's name."""


def cells(content):
    """[source] of a notebook's code cells, in order. `content` (bytes): the file's.

    Raises:
      NotebookError: it is not JSON, or no notebook of format 3 or 4, or one in another language.
    """
    try:
        notebook = json.loads(content.decode("utf-8-sig"))
    except ValueError as error:  # of the bytes or of the JSON
        raise NotebookError(f"is not a notebook: no JSON ({_first_line(error)})") from None
    except RecursionError:
        raise NotebookError("is not a notebook: its JSON is nested too deeply") from None
    try:
        found = notebook["cells"] if "cells" in notebook else [c for s in notebook["worksheets"] for c in s["cells"]]
        sources = [c["source"] if "source" in c else c["input"] for c in found if c["cell_type"] == "code"]
        sources = [source if isinstance(source, str) else "".join(source) for source in sources]
        languages = _languages(notebook.get("metadata") or {})
    except (TypeError, KeyError, AttributeError):
        raise NotebookError("is not a notebook: JSON, but of neither format 3 nor 4") from None
    if languages and not any(each.lower().startswith("python") for each in languages):
        raise NotebookError(f"is a notebook in {languages[0]}, not in Python")
    return [source.replace("\r\n", "\n") for source in sources]


def _languages(metadata):
    """What a notebook says of its language: nothing, where it is old."""
    said = ((metadata.get("kernelspec") or {}).get("language"), (metadata.get("language_info") or {}).get("name"))
    return [str(each) for each in said if each]


def python(source, note):
    """(lines of a cell as Python, {line from 1: how many characters were cut off at its beginning}).

    What is only IPython's is an empty line or `pass`; `note(line from 1 or None, what)` is called of each. Lines stay
    lines. What is no Python even so stays as it is.
    """
    lines, cut = source.split("\n"), {}
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)  # IPython begins there
    magic = _WHOLE.match(lines[first].strip())
    if magic and magic[1] not in _OF_PYTHON:
        rest = any(line.strip() for line in lines[first + 1 :])
        note(None, lines[first].strip() + (" and all below it" if rest else ""))
        return [""] * len(lines), cut
    if magic:
        note(first + 1, lines[first].strip())
        lines[first] = ""
        first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    indent = re.match(r"[ \t]*", lines[first])[0]  # of the whole cell, as IPython takes it
    for number, line in enumerate(lines):
        if indent and line.startswith(indent):
            lines[number], cut[number + 1] = line.removeprefix(indent), len(indent)
    while True:
        stumbled = _stumbles(lines)  # only where Python does is a line IPython's: `%` may stand in a long string
        numbers = [stumbled - 1, *range(len(lines))] if stumbled else []
        number = next((n for n in numbers if n < len(lines) and _MAGIC.match(lines[n])), None)
        if number is None:
            return lines, cut
        _leave_out(lines, number, cut, note)


def _stumbles(lines):
    """The line, from 1, at which Python stumbles, or None."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # whoever compiles it is told
            ast.parse("\n".join(lines) + "\n")
    except SyntaxError as error:
        return error.lineno or 1
    except (ValueError, MemoryError, RecursionError):  # no matter of a line; the same
        return None
    return None


def _leave_out(lines, number, cut, note):
    """Puts Python in the place of a line of IPython's, and of those that it goes on in."""
    line, goes_on = lines[number], lines[number].endswith("\\")
    timed = _TIMED.match(line)
    note(number + 1, line.strip() if not timed else "%time")
    if timed:
        lines[number] = timed[1] + line[timed.end() :]
        cut[number + 1] = cut.get(number + 1, 0) + len(line) - len(lines[number])
        return
    lines[number] = _MAGIC.match(line)[1] + "pass"
    while goes_on and number + 1 < len(lines):
        number += 1
        goes_on, lines[number] = lines[number].endswith("\\"), ""


def _first_line(error):
    return str(error).split("\n")[0]
