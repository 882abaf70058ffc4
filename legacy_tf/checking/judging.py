"""From a dotted name to a verdict, by the tables in legacy_tf/table/."""

import difflib
import functools

from legacy_tf.checking import inside, others
from legacy_tf.checking.verdicts import CARRIED, DIFFERS, MOVED, NOT_CARRIED, UNKNOWN, Verdict
from legacy_tf.rooms import why_not
from legacy_tf.table import KNOWN, TABLE, Carried, Original, names_page
from legacy_tf.table.earlier import earlier
from legacy_tf.table.moved import PATHS
from legacy_tf.table.names import PAGE
from legacy_tf.table.rows import around, packages

_ROOMS = packages(TABLE)
_NAMES = names_page.names(PAGE)
_PACKAGES = packages(_NAMES)
_OPEN = ("compat", "raw_ops")  # whose names the list does not have
_UNCHANGED = "as tf.compat.v1 has it"


@functools.cache
def judge(path, arguments=()):
    """The Verdict on a path ("tensorflow.nn.relu", "numpy.float", …) called with `arguments`, or None for a name
    that no table is about."""
    top, _, name = path.partition(".")
    if top == "legacy_tf" and (name == "tf" or name.startswith("tf.")):
        top, name = "tensorflow", name[3:]
    if top != "tensorflow":
        return others.judge(path, arguments)
    if not name:
        return None  # the package itself
    for old in around(name):
        row = PATHS.get(f"tensorflow.{old}")
        if row and row.by.split(".")[0] == "tensorflow":
            verdict = judge(row.by + name[len(old) :], arguments)
            if verdict is None or verdict.status != UNKNOWN or not inside.is_inside(name):
                return verdict
            public = row.by.replace("tensorflow", "tf", 1)
            message = f"TensorFlow's inside, for which {public} answers; that has no such name."
            return Verdict(f"tensorflow.{name}", NOT_CARRIED, message)
        if row and row.by.startswith("legacy_tf.running."):  # a version
            return Verdict(f"tf.{old}", MOVED, f"legacy_tf's runner answers as TF 1.15 did: {row.why}.")
    if inside.is_inside(name) and not any(isinstance(TABLE.get(package), Original) for package in around(name)):
        return inside.judge(name, _NAMES)
    return _of_table(name, arguments) or _of_names(name, arguments)


def _of_table(name, arguments):
    """By the table's rows: the name's own, or that of a package around it."""
    if renamed := earlier(name):
        part, when, now = renamed
        return Verdict(f"tf.{part}", UNKNOWN, f"{when} had it; TF 1.15's is tf.{now}.")
    for row in around(name):
        entry = TABLE.get(row)
        if isinstance(entry, Carried):
            return _differing(name, arguments) or Verdict(f"tf.{name}", CARRIED, entry.why)
        if isinstance(entry, Original):
            if row in _PACKAGES and row != name and not inside.is_inside(name):
                return _of_names(name, arguments, entry.why)
            return _differing(name, arguments) or Verdict(f"tf.{name}", CARRIED, entry.why)  # its names are not listed
        if row == name and row in _ROOMS:
            return Verdict(f"tf.{name}", CARRIED, "a package; see its names")
        if entry is not None:
            return Verdict(f"tf.{name}", NOT_CARRIED, _why_not(name))
    return None


def _of_names(name, arguments, original=None):
    """By the list of TF 1.15.5's names; what stands there and in no row falls through to tf.compat.v1, or is carried by
    TF 1.15.5's own source because of `original`."""
    there = next((part for part in around(name) if part in _NAMES), "")
    is_object = there and there not in _PACKAGES  # what follows is the object's own
    if not original and _below(name, ("contrib",)) and (there == name or is_object):  # of which compat.v1 has nothing
        return Verdict(f"tf.{name}", NOT_CARRIED, _why_not(name))
    if there == name or is_object or name.rpartition(".")[2].startswith("__") or _below(name, _OPEN):
        return _differing(name, arguments) or Verdict(f"tf.{name}", CARRIED, original or _UNCHANGED)
    absent = name[len(there) :].lstrip(".").split(".")[0]
    siblings = {n[len(there) :].lstrip("."): n for n in (*_NAMES, *TABLE) if n.rpartition(".")[0] == there}
    close = difflib.get_close_matches(absent, siblings, 1, 0.75)
    meant = f" Was tf.{siblings[close[0]]} meant?" if close else ""
    return Verdict(f"tf.{there}.{absent}" if there else f"tf.{absent}", UNKNOWN, "TF 1.15 never had it." + meant)


def _why_not(name):
    """The namespace's words, without those that the verdict says already."""
    text = why_not(name)
    return text.partition(" is not carried. ")[2] or text


def _differing(name, arguments):
    """By the known differences of a carried name."""
    for difference in KNOWN:
        for known in difference.names:
            about, _, argument = known.rstrip(")").partition("(")
            if _below(name, (about,)) and (not argument or argument in arguments):
                shown = f"tf.{name}" + (f"({argument}=…)" if argument else "")
                text = f"{difference.title}. {difference.text}".strip()
                if difference.raises:
                    why = "Giving this argument raises an error." if argument else text
                    return Verdict(shown, NOT_CARRIED, why)
                return Verdict(shown, DIFFERS, text)
    return None


def _below(name, tops):
    return any(name == top or name.startswith(top + ".") for top in tops)
