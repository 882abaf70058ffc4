"""The runs of `reproduce_all`: every trained or computed number and every picture of docs/lecture13.md,
docs/homework6.md and docs/errata.md, and of README.md's table of results, comes from one of them.

Not here: speeds, and what a test computes without a program (`make test`).
"""

import csv
import json
import math
import os
import re
from typing import Any, Callable, Dict, NamedTuple, Tuple

from reproductions.common.files import read_json

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GOLDENS = os.path.join(ROOT, "tests", "golden")
GOLDEN_COURSES = os.path.join(GOLDENS, "courses.json")


# ---- what a run's numbers are: functions of its directory and of what it printed -> {name: number}
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


def results_and_steps(*steps):
    """`results`, and the losses of these steps."""

    def numbers(out, printed):
        names, rows = losses(out)
        shown = {"step {}".format(step): dict(zip(names, rows[step - 1])) for step in steps}
        return dict(results(out, printed), **flat(shown))

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


# ---- the table
class Run(NamedTuple):
    """A process, and what docs has of it. In `arguments`, {data} is MNIST's directory, {out} the run's own."""

    name: str  # of its directory, and in docs/numbers.json
    program: str  # below the project's directory
    arguments: str
    minutes: float  # roughly, on one idle core
    figures: Dict[str, Any] = {}  # picture of docs/figures -> the run's own, or several: side by side at half size
    numbers: Callable[[str, str], Dict[str, float]] = results
    code: int = 0  # exit code that it is to end with; 1: the loss does not stay finite
    resumes: bool = True  # whether it knows --resume
    goldens: Tuple[str, ...] = ()  # files of TensorFlow 1.15.5's answers that its numbers are compared with


def vae(name, arguments, minutes, **more):
    return training("lecture13/vae-" + name, "lecture13/vae.py", arguments, minutes, **more)


def training(name, program, arguments, minutes, **more):
    """A Run of a script of the shared loop, of one thread where `arguments` don't say another number."""
    if "--threads" not in arguments:
        arguments += " --threads 1"
    arguments = (arguments + " --data-dir {data} --out {out}").strip()
    return Run(name, "reproductions/" + program, arguments, minutes, **more)


def beside(name, program, arguments, minutes, golden):
    """A training whose steps are those of a course of TensorFlow 1.15.5."""
    return training(name, program, arguments, minutes, numbers=course(golden), goldens=(GOLDEN_COURSES,))


def both(name, minutes, pictures, **more):
    """A script of Homework 6, corrected and as printed, with its pictures."""
    for ending, arguments in (("", ""), ("-as-printed", "--as-printed")):
        prefix = (name + ending).replace("-", "_")
        figures = {"{}_{}.png".format(prefix, picture): picture + ".png" for picture in pictures}
        program = "homework6/{}.py".format(name.replace("-", "_"))
        yield training("homework6/" + name + ending, program, arguments, minutes, figures=figures, **more)


RUNS = [
    Run(
        name="lecture13/tconv-examples",
        program="reproductions/tconv_examples.py",
        arguments="--json --figure {out}/tconv_examples.png --overwrite",
        minutes=0.2,
        figures={"tconv_examples.png": "tconv_examples.png"},
        numbers=examples,
        resumes=False,
    ),
    Run(
        name="graphs",
        program="tests/oracle/report.py",
        arguments="",
        minutes=3,
        numbers=graphs,
        resumes=False,
        goldens=(os.path.join(GOLDENS, "graphs.json"),),
    ),
    Run(
        name="lecture13/latent-loss",
        program="reproductions/lecture13/latent_loss.py",
        arguments="--data-dir {data} --out {out}/latent_loss.png --force",
        minutes=0.2,
        figures={"latent_loss.png": "latent_loss.png"},
        numbers=signs,
        resumes=False,
    ),
    vae("a-as-printed", "--architecture a --as-printed", 0.1, numbers=infinite, code=1),
    vae("b-as-printed", "--architecture b --as-printed", 0.1, numbers=infinite, code=1),
    vae("d-as-printed", "--architecture d --as-printed", 0.1, numbers=infinite, code=1),
    beside("lecture13/vae-a-100", "lecture13/vae.py", "--architecture a --steps 100", 0.1, "lecture13/vae a"),
    beside("lecture13/vae-b-100", "lecture13/vae.py", "--architecture b --steps 100 --seed 42", 0.2, "lecture13/vae b"),
    beside("lecture13/vae-c-100", "lecture13/vae.py", "--architecture c --steps 100", 0.1, "lecture13/vae c"),
    beside(
        "lecture13/vae-d-100",
        "lecture13/vae.py",
        "--architecture d --steps 100 --validation-size 0",
        0.1,
        "lecture13/vae d",
    ),
    vae("a", "--architecture a", 0.5),
    vae("b", "--architecture b", 2.5),
    vae(
        "b2",
        "--architecture b --z-dim 2",
        2.5,
        figures={"vae_latent_space.png": "latent_space.png", "vae_manifold.png": "manifold.png"},
    ),
    vae("c", "--architecture c --epochs 20", 0.7, figures={"vae_curve.png": "curve.png"}),
    vae(
        "d",
        "--architecture d --validation-size 0",
        1,
        figures={
            "vae_reconstructions.png": "reconstructions.png",
            "vae_samples.png": "samples.png",
            "vae_interpolation.png": "interpolation.png",
        },
    ),
    Run(
        name="lecture13/judge",
        program="reproductions/common/judge.py",
        arguments="--data-dir {data} --out {out}/judge.npz",
        minutes=4,
        numbers=accuracy,
        resumes=False,
    ),
    beside(
        "lecture13/dcgan-20",
        "lecture13/dcgan.py",
        "--width 0.0625 --batch-size 16 --steps 20",
        1.5,
        "lecture13/dcgan, narrow",
    ),
    training(
        "lecture13/dcgan-32",
        "lecture13/dcgan.py",
        "--width 0.25 --image-size 32 --epochs 6 --threads 2",
        15,
        figures={
            "dcgan_samples.png": "samples.png",
            "dcgan_interpolation.png": "interpolation.png",
            "dcgan_losses.png": "losses.png",
        },
    ),
    training(
        "lecture13/dcgan-no-update-ops",
        "lecture13/dcgan.py",
        "--width 0.25 --image-size 32 --epochs 2 --no-update-ops",
        6,
        figures={"dcgan_no_update_ops.png": ("samples-isTrain-True.png", "samples.png")},
    ),
    beside("homework6/autoencoder-100", "homework6/autoencoder.py", "--steps 100", 0.5, "homework6/autoencoder"),
    beside("homework6/denoiser-100", "homework6/denoiser.py", "--steps 100 --batch-size 50", 0.5, "homework6/denoiser"),
    beside(
        "homework6/denoiser-as-printed-100",
        "homework6/denoiser.py",
        "--steps 100 --batch-size 50 --as-printed",
        0.5,
        "homework6/denoiser, as printed",
    ),
    beside(
        "homework6/gan-as-printed-50",
        "homework6/gan.py",
        "--steps 50 --batch-size 8 --as-printed",
        1,
        "homework6/gan, as printed",
    ),
    training(
        "homework6/autoencoder-1",
        "homework6/autoencoder.py",
        "--seed 1",
        10,
        figures={"autoencoder_reconstructions.png": "reconstructions.png"},
        numbers=results_and_steps(1, 10, 100),
    ),
    training("homework6/autoencoder-2", "homework6/autoencoder.py", "--seed 2", 10),
    training("homework6/autoencoder-3", "homework6/autoencoder.py", "--seed 3", 10),
    *both("denoiser", 16, ("reconstructions",)),
    *both("gan", 30, ("samples", "losses"), numbers=results_and_steps(*range(3660, 3751, 10))),  # the last ten lines
    # its labels have less entropy: docs/homework6.md
    training("homework6/gan-as-printed-seed-5", "homework6/gan.py", "--as-printed --seed 5", 30),
    *both("keras-vae", 25, ("latent_space", "manifold")),
]
