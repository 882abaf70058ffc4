"""From verdicts to lines of text, or to JSON."""

import json
from collections import Counter

from legacy_tf.checking.verdicts import CARRIED, FAILING, STATUSES

_LABELS = {
    "carried": "carried",
    "moved": "moved",
    "differs": "known difference",
    "unfollowed": "star import",
    "guarded": "has a fallback",
    "unknown": "unknown",
    "not carried": "not carried",
}


def lines(checked, everything=False, quiet=False):
    """The lines on one file: its names, each at its first place, and a summary.

    Args:
      checked: a checker's Checked.
      everything: names that are carried too.
      quiet: only names that are not carried or unknown, and no summary.
    """
    found = []
    said = {}  # message -> the line where it stands: a package's names share one
    for verdict, uses in checked.names:
        if not (verdict.status in FAILING or (not quiet and (everything or verdict.status != CARRIED))):
            continue
        place = where(checked.path, uses[0])
        line = said.setdefault(verdict.message, _line(uses[0]))
        message = verdict.message if line == _line(uses[0]) or len(verdict.message) < 60 else f"as in line {line}"
        found.append(f"{place}: {_LABELS[verdict.status]}: {verdict.name}{_also(uses)}: {message}")
    return found if quiet or (checked.errors and not checked.names) else [*found, _summary(checked)]


def where(path, place):
    """`file:line:column`, or `file:cell n:line:column` in a notebook; of an error also the file alone."""
    cell = f":cell {place.cell}" if place.cell else ""
    return f"{path}{cell}" + (f":{place.line}:{place.column}" if place.line else "")


def as_json(checked_files, exit_code):
    """The whole answer as JSON; docs/running-old-code.md says what stands in it."""
    files = [
        {
            "file": checked.path,
            "errors": [
                {"cell": e.cell, "line": e.line, "column": e.column, "message": e.message} for e in checked.errors
            ],
            "counts": {status: counts(checked)[status] for status in STATUSES},
            "names": [
                {
                    "name": verdict.name,
                    "status": verdict.status,
                    "message": verdict.message,
                    "places": [{"cell": u.cell, "line": u.line, "column": u.column} for u in uses],
                }
                for verdict, uses in checked.names
            ],
        }
        for checked in checked_files
    ]
    return json.dumps({"version": 1, "exit_code": exit_code, "files": files}, indent=2)


def counts(checked):
    """How many names have each status."""
    return Counter(verdict.status for verdict, _ in checked.names)


def _summary(checked):
    counted = counts(checked)
    if not checked.names:
        return f"{checked.path}: nothing of TensorFlow"
    parts = [f"{counted[status]} {_LABELS[status]}" for status in STATUSES if counted[status]]
    return f"{checked.path}: {', '.join(parts)}"


def _line(place):
    return f"{place.line} of cell {place.cell}" if place.cell else f"{place.line}"


def _also(uses):
    """The other lines of a name, a few of them."""
    others = list(dict.fromkeys(_line(use) for use in uses[1:] if (use.cell, use.line) != (uses[0].cell, uses[0].line)))
    if not others:
        return ""
    return f" (also {', '.join(others[:5])}{' …' if len(others) > 5 else ''})"
