"""The runs of `reproduce_all`: every trained or computed number and every picture of docs/lecture13.md,
docs/homework6.md and docs/errata.md, and of README.md's table of results, comes from one of them.

Not here: speeds, and what a test computes without a program (`make test`).
"""

import os
from typing import Any, Callable, Dict, NamedTuple, Tuple

from reproductions.reproduce_all.numbers import (
    GOLDEN_COURSES,
    GOLDENS,
    accuracy,
    course,
    examples,
    graphs,
    infinite,
    lines_within,
    results,
    results_and,
    signs,
    steps,
)


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


AUTHORS_LINES = lines_within((0.73, 1.32), (0.70, 1.90))  # bounds of the last ten that the author's program printed

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
        numbers=results_and(steps(1, 10, 100)),
    ),
    *(
        training(
            "homework6/autoencoder-" + seed,
            "homework6/autoencoder.py",
            "--seed " + seed,
            10,
            numbers=results_and(steps(1, 10, 100)),
        )
        for seed in "23"
    ),
    *both("denoiser", 16, ("reconstructions",)),
    *both("gan", 30, ("samples", "losses"), numbers=results_and(steps(*range(3660, 3751, 10)), AUTHORS_LINES)),
    # its labels have less entropy: docs/homework6.md
    training(
        "homework6/gan-as-printed-seed-5",
        "homework6/gan.py",
        "--as-printed --seed 5",
        30,
        numbers=results_and(AUTHORS_LINES),
    ),
    *both("keras-vae", 25, ("latent_space", "manifold")),
]
