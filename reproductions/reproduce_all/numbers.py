"""What a run's numbers are: functions of its directory and of what it printed -> {name: number}."""

import csv
import json
import math
import os
import re

from reproductions.common.files import read_json

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GOLDENS = os.path.join(ROOT, "tests", "golden")
GOLDEN_COURSES = os.path.join(GOLDENS, "courses.json")


def results(out, printed):
    """All numbers of result.json and of epochs.json."""
    numbers = flat(read_json(os.path.join(out, "result.json"))["numbers"])
    epochs = os.path.join(out, "epochs.json")
    return dict(numbers, **flat({"epoch": read_json(epochs)} if os.path.exists(epochs) else {}))


def flat(tree):
    """{"a/b/0": number} of JSON's dicts and lists; text, truth values and null are left out. Lists count from 0."""
    if isinstance(tree, bool) or not isinstance(tree, (dict, list, int, float)):
        return {}
    if isinstance(tree, (int, float)):
        return {"": tree}
    branches = tree.items() if isinstance(tree, dict) else enumerate(tree)
    return {
        "{}/{}".format(name, rest).rstrip("/"): number
        for name, branch in branches
        for rest, number in flat(branch).items()
    }


def results_and(*more):
    """`results`, and what other functions of this kind give."""

    def numbers(out, printed):
        result = results(out, printed)
        for each in more:
            result.update(each(out, printed))
        return result

    return numbers


def steps(*chosen):
    """The losses of these steps."""

    def numbers(out, printed):
        names, rows = losses(out)
        return flat({"step {}".format(step): dict(zip(names, rows[step - 1])) for step in chosen})

    return numbers


def lines_within(d_loss, g_loss):
    """How many of a GAN's last 100 printed lines have each loss within its bounds (lowest, highest)."""

    def numbers(out, printed):
        names, rows = losses(out)
        result = {}
        for name, (low, high) in (("printed d_loss", d_loss), ("printed g_loss", g_loss)):
            column = [row[names.index(name)] for row in rows]
            lines = [value for value in column if value is not None][-100:]
            key = "last {} lines: {} from {} to {}".format(len(lines), name, low, high)
            result[key] = sum(low <= value <= high for value in lines)
        return result

    return numbers


def course(name):
    """For a run with the options of a course of tests/golden/courses.json: how near it is to TensorFlow 1.15.5."""

    def numbers(out, printed):
        import numpy as np

        golden = np.array(read_json(GOLDEN_COURSES)["records"][name]["losses"])  # (steps, losses)
        names, rows = losses(out)
        measured = [i for i, value in enumerate(rows[0]) if value is not None]  # at every step
        names = [names[i] for i in measured]
        # at the seven digits that a float32 is recorded with
        here = np.array([[float(str(np.float32(row[i]))) for i in measured] for row in rows])
        difference = abs(here - golden)
        result = {
            "{}, step {}".format(loss, step): here[step - 1, i]
            for i, loss in enumerate(names)
            for step in (1, 2, 3, len(here))
        }
        same = [format(a, ".4f") == format(b, ".4f") for a, b in zip(here[:, 0], golden[:, 0])]
        result["{}, steps equal to four decimals".format(names[0])] = sum(same)
        result["{}, largest difference".format(names[0])] = one_digit(difference[:, 0].max())
        for steps in (6, len(here)):
            scale = np.maximum(abs(golden[:steps]), abs(golden[0]))
            relative = one_digit((difference[:steps] / scale).max())
            result["all losses, largest relative difference in {} steps".format(steps)] = relative
        return result

    return numbers


def one_digit(number):
    """A difference of roundings to the one digit that it has."""
    return float("{:.0e}".format(number))


def infinite(out, printed):
    """The step at which a run's loss stopped being finite."""
    _, rows = losses(out)
    if all(math.isfinite(value) for value in rows[-1] if value is not None):
        raise ValueError("its losses are finite")
    return {"first step whose loss is not finite": len(rows)}


def losses(out):
    """The losses' names, and the losses of each step, of losses.csv (after step and epoch); None if not measured."""
    with open(os.path.join(out, "losses.csv"), newline="") as f:
        header, *rows = csv.reader(f)
    return header[2:], [[float(value) if value else None for value in row[2:]] for row in rows]


def examples(out, printed):
    """The matrices of tconv_examples.py, and the corners with its filters' axes."""
    report = json.loads(printed)
    matrices = {name: {k: each[k] for k in ("result", "C_Ct_y")} for name, each in report["examples"].items()}
    corners = {name: each.get("corner") for name, each in report["kernel_axes"].items()}
    return flat({"example": matrices, "corner": corners})


def signs(out, printed):
    """The two tables of latent_loss.py."""
    numbers, sign = {}, None
    for words in map(str.split, printed.splitlines()):
        if words[:1] in (["as"], ["corrected"]):
            sign = " ".join(words)
        elif len(words) == 4 and words[0].isdigit():
            values = dict(zip(("loss", "latent_loss", "mean sigma"), map(float, words[1:])))
            numbers.update(flat({sign: {"step " + words[0]: values}}))
    return numbers


def graphs(out, printed):
    """The table of tests/oracle/report.py: each cell's first number."""
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines()]
    return {
        "{}/{}".format(row[0], name): float(cell.split()[0]) for row in rows for name, cell in zip(head[1:], row[1:])
    }


def accuracy(out, printed):
    """The last line of the judge's training."""
    return {"test accuracy": float(re.findall(r"test accuracy ([\d.]+), in", printed)[-1])}
