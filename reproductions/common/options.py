"""The command line that all training scripts share. Its defaults are the document's values."""

import argparse
import os
import sys
from fractions import Fraction


class UserError(Exception):
    """What a person can put right: shown as one line."""


def parser(doc, name, epochs, batch_size):
    """An ArgumentParser with the options of every training script; the script adds its own.

    doc: the script's docstring. name: of the run, e.g. "lecture13/vae". epochs, batch_size: the document's.
    """
    result = _Parser(description=doc.split("\n\n")[0], epilog=doc.split("\n\n", 1)[-1], formatter_class=_Formatter)
    add = result.add_argument
    add(
        "--epochs",
        type=positive,
        default=epochs,
        help="passes over the training images" + ("" if epochs else " (default: the document's for these images)"),
    )
    add("--steps", type=positive, help="stop after this many steps instead")
    add(
        "--batch-size",
        type=positive,
        default=batch_size,
        help="images a step" + ("" if batch_size else " (default: the architecture's own)"),
    )
    add(
        "--seed",
        type=int,
        default=1,
        help="of the graph and of NumPy: same seed, same bits, but for races (one thread)",
    )
    add("--data-dir", default="MNIST_data", help="directory of the images (see docs/data.md for other sources)")
    add("--out", default=os.path.join("runs", *name.split("/")), help="directory of everything that is written")
    add("--resume", action="store_true", help="go on with the run in --out, as if it had never stopped")
    add("--sample-every", type=positive, default=500, metavar="STEPS", help="pictures of how far it is")
    add(
        "--checkpoint-every",
        type=positive,
        default=500,
        metavar="STEPS",
        help="what a killed run can lose, or 10 minutes",
    )
    add(
        "--threads",
        type=positive,
        default=1,
        help="more are faster, but round sums in another order, which can change from run to run",
    )
    add(
        "--quick",
        action="store_true",
        help="100 steps on the embedded digits, whatever --steps and --data-dir say: about a minute",
    )
    result.set_defaults(name=name)
    return result


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message):
        print("{}: {} (--help lists the options)".format(self.prog, message), file=sys.stderr)
        sys.exit(2)


class _Formatter(argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Defaults in the help, and the docstring as it is written."""

    def _get_help_string(self, action):
        if action.default in (None, False):
            return action.help
        return super()._get_help_string(action)


def positive(text):
    """The type of a whole number from 1 on."""
    if not (text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError("{!r} is not a whole number from 1 on".format(text))
    return int(text)


def fraction(text):
    """The type of a factor in (0, 1]."""
    try:
        number = float(Fraction(text))  # "1/8" as well as "0.125"
    except (ValueError, ZeroDivisionError):
        number = 0.0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError("{!r} is not a number in (0, 1]".format(text))
    return number
