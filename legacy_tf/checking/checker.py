"""One file checked: its names, each with what becomes of it and where it stands."""

import functools
import os
import sys
from typing import NamedTuple

from legacy_tf.checking import sources
from legacy_tf.checking.finding import Finder
from legacy_tf.checking.judging import judge
from legacy_tf.checking.verdicts import FAILING, GUARDED, STATUSES, UNFOLLOWED, Verdict
from legacy_tf.table.packages import PACKAGES


class Place(NamedTuple):
    """Where a name stands."""

    cell: int | None  # the code cell of a notebook, from 1
    line: int  # from 1
    column: int  # from 1, in characters


class Checked(NamedTuple):
    """What was found in one file."""

    path: str
    names: list  # [(Verdict, [Place])], in the order of the source
    errors: list  # [sources.SourceError]: why the file, or cells of it, could not be read


def check(path):
    """The Checked of a script's or a notebook's path. Never raises because of what is in the file."""
    try:
        pieces, errors = sources.pieces(path)
        uses = _uses(pieces)
    except sources.SourceError as error:
        return Checked(path, [], [error])
    except RecursionError:
        return Checked(path, [], [sources.SourceError("is nested too deeply to be followed")])
    text = {cell: lines for cell, _, lines in pieces}
    names = {}
    for verdict, use in _verdicts(uses, os.path.dirname(path)):
        places = names.setdefault(verdict, [])
        place = Place(use.cell, use.line, _column(text[use.cell], use))
        if place not in places[-1:]:
            places.append(place)
    return Checked(path, list(names.items()), errors)


def _uses(pieces):
    """The uses in all pieces. A sum of 1000 terms is a tree of 1000 levels, and Python runs it: so it is followed."""
    finder, limit = Finder(), sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, 12_000))
    try:
        for finder.cell, tree, _ in pieces:
            finder.visit(tree)
        return finder.finish()
    finally:
        sys.setrecursionlimit(limit)


def _verdicts(uses, folder):
    """[(Verdict, Use)] of the uses that a table is about."""
    judged = [(_best(use, folder), use) for use in uses]
    failed = {guard for verdict, use in judged if verdict and verdict.status in FAILING for guard in use.guards}
    for verdict, use in judged:
        if verdict:
            yield (verdict._replace(status=GUARDED) if _is_guarded(verdict, use, failed) else verdict), use
        if use.star and _top(use.paths) in ("tensorflow", "keras", *PACKAGES) and not _is_own(folder, _top(use.paths)):
            message = "the names that it brings can't be followed. Import them one by one to have them checked."
            yield Verdict(f"from {use.paths[0]} import *", UNFOLLOWED, message), use


def _best(use, folder):
    """The Verdict on a use, or None where no table is about it: of several things that a name may stand for, the best
    one's, since code that has a choice makes it."""
    verdicts = [judge(path, use.arguments) for path in use.paths if not _is_own(folder, path.split(".")[0])]
    best = min(filter(None, verdicts), key=lambda verdict: STATUSES.index(verdict.status), default=None)
    return None if best and best.status in FAILING and None in verdicts else best


def _is_guarded(verdict, use, failed):
    """Whether a name that is not there does no harm: code around it looks for that, or it is itself a fallback
    that nothing needs."""
    if verdict.status not in FAILING:
        return False
    return any(part != "handler" or (number, "body") not in failed for number, part in use.guards)


@functools.cache
def _is_own(folder, top):
    """Whether a script's directory has a module of that name, which Python would import before the library."""
    names = (f"{top}.py", os.path.join(top, "__init__.py"))
    return top.isidentifier() and any(os.path.isfile(os.path.join(folder, name)) for name in names)


def _top(paths):
    return paths[0].split(".")[0] if paths else ""


def _column(lines, use):
    """The column of a use, from 1 and in characters."""
    line = lines[use.line - 1] if use.line <= len(lines) else ""
    return len(line.encode("utf-8", "surrogatepass")[: use.offset].decode("utf-8", "replace")) + 1
