"""Files that are whole or not there: written under a temporary name, then renamed."""

import contextlib
import json
import os


@contextlib.contextmanager
def whole(path, mode="w"):
    """An open file that takes the name `path` when it is complete; an error leaves nothing behind."""
    part = str(path) + ".part"
    try:
        with open(part, mode, **({} if "b" in mode else {"encoding": "utf-8"})) as f:
            yield f
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)


def write_json(path, content):
    with whole(path) as f:
        json.dump(content, f, indent=1, sort_keys=True, default=float)  # NumPy's numbers too
        f.write("\n")


def read_json(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)
