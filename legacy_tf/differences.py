"""docs/differences.md, from the table: `python -m legacy_tf.differences > docs/differences.md`."""

import textwrap

from legacy_tf.table import INTERNAL, KNOWN, TABLE, Carried, Original

HEAD = """# Differences: what is carried, what is not

This page is made from the table in `legacy_tf/table/` by `python -m legacy_tf.differences`; a test compares them.
Names that are not on it are `tf.compat.v1`'s, untouched.

## Known differences from TensorFlow 1.15.5
"""


def page():
    """The page's text."""
    carried = {name: entry for name, entry in TABLE.items() if isinstance(entry, Carried)}
    original = {name: entry for name, entry in TABLE.items() if isinstance(entry, Original)}
    missing = {name: entry for name, entry in TABLE.items() if name not in {*carried, *original}}
    lines = [HEAD, *map(_known, KNOWN), "", "## Carried", "", "| TF 1.15 | why compat.v1's would not do |", "|---|---|"]
    lines += [f"| {names} | {why} |" for why, names in _grouped(carried, lambda entry: entry.why)]
    lines += ["", "## Carried inside TensorFlow", "", "| what | why |", "|---|---|"]
    lines += [f"| {what} | {entry.why} |" for what, entry in INTERNAL.items()]
    lines += ["", "## Carried by TensorFlow 1.15.5's own source", "", "| TF 1.15 | why compat.v1's would not do |"]
    lines += ["|---|---|", *(f"| {names} | {why} |" for why, names in _grouped(original, lambda entry: entry.why))]
    lines += ["", "## Not carried", "", "Using one of these raises `AttributeError` with this text.", ""]
    lines += ["| TF 1.15 | what it was | what to do instead |", "|---|---|---|"]
    lines += [f"| {names} | {was} | {do} |" for (was, do), names in _grouped(missing, tuple)]
    return "\n".join(lines) + "\n"


def _known(difference):
    """A known difference as an item of a list."""
    names = ", ".join(_shown(name) for name in difference.names)
    text = f"- **{difference.title}{':' if names else '.'}** {names}{'. ' if names else ''}{difference.text}"
    return textwrap.fill(text, 118, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _shown(name):
    """`tf.nn.x` or `tf.nn.x(argument=…)`."""
    return f"`tf.{name.replace(')', '=…)')}`"


def _grouped(entries, key):
    """[(key, names joined)] of entries with the same key, in the table's order."""
    groups = {}
    for name, entry in entries.items():
        groups.setdefault(key(entry), []).append(f"`tf.{name}`")
    return [(text, ", ".join(names)) for text, names in groups.items()]


if __name__ == "__main__":
    print(page(), end="")
