"""legacy_tf/table/names.py, from what TF 1.15.5 answered:

python -m legacy_tf.table.names_page tests/golden/names.json > legacy_tf/table/names.py
"""

import json
import sys
import textwrap

HEAD = '''"""The public names of TensorFlow 1.15.5, a package a paragraph; made by legacy_tf.table.names_page."""

PAGE = """\\
'''
FOOT = '"""\n'


def page(names):
    """The module's text, of an iterable of dotted names."""
    packages = {}
    for name in sorted(names):
        package, _, last = f"tf.{name}".rpartition(".")
        packages.setdefault(package, []).append(last)
    lines = [
        textwrap.fill(" ".join([package, *inside]), 118, subsequent_indent="    ", break_on_hyphens=False)
        for package, inside in sorted(packages.items())
    ]
    return HEAD + "\n".join(lines) + "\n" + FOOT


def names(page):
    """The set of names of its `PAGE`: "placeholder", "nn.relu", "contrib.layers.conv2d" …"""
    found = set()
    for line in page.replace("\n    ", " ").splitlines():
        package, *inside = line.split()
        found.update(name if package == "tf" else f"{package[3:]}.{name}" for name in inside)
    return found


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print(page(json.load(file)["records"]["public names"]["names"]), end="")
