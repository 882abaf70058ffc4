"""What `reproduce_all` says at its end: which numbers and pictures are others than those committed in docs."""

import glob
import math
import os
import platform
from typing import NamedTuple

import numpy as np

from reproductions.common import figures
from reproductions.common.files import read_json, write_json

# One thread, one seed and one machine give the same bits again. Elsewhere the last of a float32's seven digits moves,
# which is no news; docs print six digits at most.
TOLERANCE = 1e-5  # of a number's size
FOLDED = 20
GAP = 16  # white pixels between pictures side by side


class Numbers(NamedTuple):
    """A comparison of the runs' numbers with docs/numbers.json. Rows: (run, number, was or None, is or None)."""

    moved: list
    new: list
    gone: list
    equal: int
    bits: int  # so many of the equal ones are equal to the bit
    machines: set  # on which the moved ones were made before, where it was another than this


def compare_numbers(jobs, runs, committed):
    """jobs: those that are done. runs: the whole table. committed: docs/numbers.json."""
    result = Numbers([], [], [], 0, 0, set())
    equal = bits = 0
    for job in jobs:
        name, there = job.run.name, committed.get(job.run.name, {"numbers": {}})
        was, now = there["numbers"], job.record["numbers"]
        result.new.extend((name, key, None, now[key]) for key in now if key not in was)
        result.gone.extend((name, key, was[key], None) for key in was if key not in now)
        both = [(name, key, was[key], now[key]) for key in now if key in was]
        moved = [row for row in both if not is_equal(*row[2:])]
        result.moved.extend(moved)
        equal += len(both) - len(moved)
        bits += sum(a == b or a != a for _, _, a, b in both if is_equal(a, b))
        if moved and there["made on"] != machine():
            result.machines.add(there["made on"])
    for name in sorted(set(committed) - {run.name for run in runs}):
        result.gone.extend((name, key, value, None) for key, value in committed[name]["numbers"].items())
    return result._replace(equal=equal, bits=bits)


def is_equal(was, now):
    """Within TOLERANCE; NaN is equal to NaN, and infinity to itself alone."""
    return was != was and now != now or math.isclose(was, now, rel_tol=TOLERANCE)


def machine():
    """What the numbers depend on: versions and CPU, as text."""
    from importlib import metadata  # here: Python 3.7 has none

    cpu = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as f:
            cpu = next((line.split(":")[1].strip() for line in f if line.startswith("model name")), cpu)
    versions = ["{} {}".format(title, metadata.version(title.lower())) for title in ("TensorFlow", "NumPy")]
    return ", ".join(versions + [cpu])


class Pictures(NamedTuple):
    """A comparison of the runs' pictures with docs/figures: names of files."""

    differ: list
    new: list
    gone: list
    equal: int


def collect_pictures(jobs, runs, folder, committed):
    """Puts the pictures of the jobs into `folder` under their names of `committed`, docs/figures, and compares both.

    A job whose picture is missing gets an `error`. Returns Pictures.
    """
    result, equal = Pictures([], [], [], 0), 0
    for job in jobs:
        for name, own in job.run.figures.items():
            path, there = os.path.join(folder, name), os.path.join(committed, name)
            try:
                figures.save(path, picture(job.out, own))
            except OSError as error:
                job.error = "its picture {} can't be made ({}): --again runs it anew".format(name, error)
                continue
            if not os.path.exists(there):
                result.new.append(name)
            elif np.array_equal(pixels(path), pixels(there)):
                equal += 1
            else:
                result.differ.append(name)
    made = {name for run in runs for name in run.figures}
    there = map(os.path.basename, sorted(glob.glob(os.path.join(committed, "*.png"))))
    result.gone.extend(name for name in there if name not in made)
    return result._replace(equal=equal)


def picture(folder, own):
    """PNG bytes of a run's picture; of several, an array: side by side at half size."""
    if isinstance(own, str):
        with open(os.path.join(folder, own), "rb") as f:
            return f.read()
    parts = [pixels(os.path.join(folder, name))[::2, ::2, :3] for name in own]  # grids are drawn at twice their size
    gap = np.full((len(parts[0]), GAP, 3), 255, np.uint8)
    return np.concatenate([part for each in parts for part in (gap, each)][1:], axis=1)


def pixels(path):
    """uint8 (height, width, 4)."""
    from PIL import Image

    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA"))


def report(numbers, pictures):
    """Both comparisons as text."""
    moved, new, gone = numbers[:3]
    text = "\nNumbers: {} equal ({} of them to the bit), {} moved, {} new, {} gone."
    lines = [text.format(numbers.equal, numbers.bits, len(moved), len(new), len(gone))]
    for title, rows in (("moved", moved), ("new", folded(new)), ("gone", folded(gone))):
        cells = [(run, key, spelled(was), spelled(now), by(was, now)) for run, key, was, now in rows]
        lines += table([("run", title, "was", "is", "by")] + cells) if cells else []
    for each in sorted(numbers.machines):
        lines.append("Some that moved were made on {}; this is {}.".format(each, machine()))
    differ, new, gone = pictures[:3]
    text = "\nPictures: {} equal, {} differ, {} new, {} made by no run."
    lines.append(text.format(pictures.equal, len(differ), len(new), len(gone)))
    for title, names in (("differs", differ), ("new", new), ("by no run", gone)):
        lines += ["  {:10} {}".format(title, name) for name in names]
    return "\n".join(lines)


def folded(rows):
    """The rows, but for runs that have more than FOLDED of them: these get one row that says how many."""
    runs = {}
    for row in rows:
        runs.setdefault(row[0], []).append(row)
    several = {run: [(run, "{} numbers".format(len(those)), None, None)] for run, those in runs.items()}
    return [row for run, those in runs.items() for row in (those if len(those) <= FOLDED else several[run])]


def spelled(number):
    return "–" if number is None else str(number) if isinstance(number, int) else "{:.7g}".format(number)


def by(was, now):
    """A change, as a part of what was."""
    if was is None or now is None:
        return ""
    return "{:+.0e}".format((now - was) / abs(was)) if was and math.isfinite(now - was) else "–"


def table(rows):
    """Lines with columns as wide as their widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def update(jobs, runs, folder, docs):
    """Writes the numbers of the jobs into docs/numbers.json and their pictures from `folder` into docs/figures.

    What other runs of the table gave before stays; what is of none goes. A picture whose pixels are the same is left
    alone.
    """
    path, names = os.path.join(docs, "numbers.json"), {run.name for run in runs}
    numbers = {name: entry for name, entry in committed_numbers(docs).items() if name in names}
    for job in jobs:
        entry = {"arguments": job.run.arguments, "made on": machine(), "numbers": job.record["numbers"]}
        numbers[job.run.name] = entry
        for name in job.run.figures:
            mine, there = os.path.join(folder, name), os.path.join(docs, "figures", name)
            if not os.path.exists(there) or not np.array_equal(pixels(mine), pixels(there)):
                figures.save(there, picture(folder, name))
    for entry in numbers.values():  # JSON has no infinity and no NaN: they are text, in a file that others may read
        entry["numbers"] = {key: v if math.isfinite(v) else str(v) for key, v in entry["numbers"].items()}
    os.makedirs(docs, exist_ok=True)
    write_json(path, numbers)


def committed_numbers(docs):
    """docs/numbers.json, or nothing yet."""
    path = os.path.join(docs, "numbers.json")
    runs = read_json(path) if os.path.exists(path) else {}
    for run in runs.values():
        run["numbers"] = {key: float(v) if isinstance(v, str) else v for key, v in run["numbers"].items()}
    return runs
