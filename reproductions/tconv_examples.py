"""Transposed convolution on a 2×2 image: the examples of Lecture 13, computed, checked and drawn.

Document: Practical Machine Learning, Lecture 13 "Tensorflow – VAE/DCGAN implementation" (Dr. Suyong Eum), slides
  "Generator network – transposed convolution: example (1)" and (2), and the backup slides: another (2), (3) and (4).
Shows: `tf.nn.conv2d_transpose` of [[1, 2], [3, 4]] with a 3×3 filter of ones, at strides 1, 2, 2, 3, 3. Beside it the
  view of Session 11, "Convolution as Matrix Multiplication": a convolution is a matrix C, its transpose upsamples and
  is not the inverse; and the lecture's own: a convolution with forward and backward pass swapped, i.e. its gradient.
Expected: every example matches its slide, to the integer; a few seconds; no random numbers, so no seed.
  The text of the slides is without their pictures, so `expected` is what the slides' code gives on TensorFlow 1.15.5;
  `tconv_numpy.py` arrives at the same numbers from the definition, without TensorFlow.
Deviations: input and filter are written once for all examples, and the filter as `np.ones`. The brackets of the backup
  (2) are mended: as printed it does not parse. The comment on the filter's axes is corrected. (Both: docs/errata.md.)
"""

import argparse
import json
import os
import re
import sys
from typing import NamedTuple

import numpy as np

from reproductions import tconv_drawing, tconv_numpy

# TensorFlow is imported inside of functions: it takes seconds and writes to stderr while it loads, which `--help` and a
# mistake in the options need not wait for.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

DEFAULT_FIGURE = os.path.join("out", "tconv_examples.png")


class Example(NamedTuple):
    slide: str
    output_shape: tuple
    strides: list
    padding: str
    expected: list  # the slide's matrix; None for a call of one's own


EXAMPLES = {
    "1": Example(
        "transposed convolution: example (1)", (1, 4, 4, 1), [1, 1, 1, 1], "VALID",
        [[1, 3, 3, 2],
         [4, 10, 10, 6],
         [4, 10, 10, 6],
         [3, 7, 7, 4]],
    ),
    "2": Example(
        "transposed convolution: example (2)", (1, 4, 4, 1), [1, 2, 2, 1], "SAME",
        [[1, 1, 3, 2],
         [1, 1, 3, 2],
         [4, 4, 10, 6],
         [3, 3, 7, 4]],
    ),
    "2-backup": Example(
        "transposed convolution: example (2), backup slides", (1, 5, 5, 1), [1, 2, 2, 1], "VALID",
        [[1, 1, 3, 2, 2],
         [1, 1, 3, 2, 2],
         [4, 4, 10, 6, 6],
         [3, 3, 7, 4, 4],
         [3, 3, 7, 4, 4]],
    ),
    "3": Example(
        "transposed convolution: example (3), backup slides", (1, 4, 4, 1), [1, 3, 3, 1], "SAME",
        [[1, 1, 2, 2],
         [1, 1, 2, 2],
         [3, 3, 4, 4],
         [3, 3, 4, 4]],
    ),
    "4": Example(
        "transposed convolution: example (4), backup slides", (1, 6, 6, 1), [1, 3, 3, 1], "VALID",
        [[1, 1, 1, 2, 2, 2],
         [1, 1, 1, 2, 2, 2],
         [1, 1, 1, 2, 2, 2],
         [3, 3, 3, 4, 4, 4],
         [3, 3, 3, 4, 4, 4],
         [3, 3, 3, 4, 4, 4]],
    ),
}  # fmt: skip


class Graph(NamedTuple):
    input: object  # (1, 2, 2, 1): y in the matrix view
    filter: object  # (3, 3, 1, 1)
    conv: dict  # example -> (1, H, W, 1): the slide's result, Cᵀ·y
    image: dict  # example -> (1, H, W, 1): x, the numbers 1 … H·W
    down: dict  # example -> (1, 2, 2, 1): C·x, the convolution that the example transposes
    swapped: dict  # example -> (1, H, W, 1): that convolution's backward pass, fed y
    back: dict  # example -> (1, 2, 2, 1): C·Cᵀ·y


def build_graph(examples=EXAMPLES):
    """The slides' graph, all examples in one, each with the convolution that it transposes."""
    from legacy_tf import tf

    # (batch_size, height, width, channels)
    input = tf.constant(np.array([[
        [[1], [2]],
        [[3], [4]]
    ]]), tf.float32)  # fmt: skip

    # (height, width, output_channels, input_channels)
    filter = tf.constant(np.ones((3, 3, 1, 1)), tf.float32)

    graph = Graph(input, filter, {}, {}, {}, {}, {})
    for name, (_, output_shape, strides, padding, _) in examples.items():
        conv = tf.nn.conv2d_transpose(input, filter, output_shape=output_shape, strides=strides, padding=padding)
        image = tf.constant(np.arange(1, np.prod(output_shape) + 1).reshape(output_shape), tf.float32)
        down = tf.nn.conv2d(image, filter, strides=strides, padding=padding)
        graph.conv[name] = conv
        graph.image[name] = image
        graph.down[name] = down
        graph.swapped[name] = tf.gradients(down, image, grad_ys=input)[0]
        graph.back[name] = tf.nn.conv2d(conv, filter, strides=strides, padding=padding)
    return graph


def run(examples=EXAMPLES):
    """The graph's values, as a Graph of arrays."""
    from legacy_tf import tf

    with tf.Graph().as_default():
        graph = build_graph(examples)
        with tf.Session() as session:
            return session.run(graph)


def results(examples=EXAMPLES):
    """{example: its matrix in nested lists of integers}: what a golden records."""
    return {name: tconv_numpy.integers(conv[0, :, :, 0]) for name, conv in run(examples).conv.items()}


def kernel_axes():
    """The slides' comment on the filter's axes, put to the test with unequal channels: {case: what TensorFlow said}.

    The input channels hold 1 and 10 everywhere, so the output's corner shows which of the filter's weights they met.
    """
    from legacy_tf import tf

    weights = np.array([[1, 2], [3, 4], [5, 6]])  # (output channels, input channels)
    answers = {}
    for out_channels in (3, 2):
        true_order = weights[:out_channels]
        for order, axes in (("output, input", true_order), ("input, output", true_order.T)):
            answer = answers[f"2 -> {out_channels} channels, filter ({order})"] = {"filter": [3, 3, *axes.shape]}
            with tf.Graph().as_default(), tf.Session() as session:
                input = tf.constant(np.tile([1, 10], (1, 2, 2, 1)), tf.float32)  # (1, 2, 2, 2)
                # fed, because with a constant of the wrong order TF 1.15.5 raises nothing: it aborts the process
                filter = tf.placeholder(tf.float32)
                conv = tf.nn.conv2d_transpose(input, filter, (1, 4, 4, out_channels), [1, 1, 1, 1], padding="VALID")
                try:
                    out = session.run(conv, {filter: np.broadcast_to(axes, answer["filter"])})
                    answer.update(output=list(out.shape), corner=tconv_numpy.integers(out[0, 0, 0]))
                except tf.errors.InvalidArgumentError as error:
                    answer["error"] = re.search("input depth.*", str(error)).group()
    return answers


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"{self.prog}: error: {message} (--help explains)\n")


def parser():
    p = Parser(
        description="The transposed-convolution examples of Lecture 13: each slide's call, its matrix on this "
        "TensorFlow, the slide's matrix, whether they match, and which input cells feed each output cell.",
        epilog="Exit code: 0 all is as expected; 1 something differs; 2 a mistake in the options, or no picture.",
    )
    several = "one of {}; a comma list or the option again for several (default: all)".format(", ".join(EXAMPLES))
    p.add_argument("--example", metavar="ID", action="append", help=several)
    p.add_argument("--json", action="store_true", help="only JSON on standard output; no picture by default")
    own = p.add_argument_group("a call of your own", "on the slides' input and filter, in the examples' place")
    own.add_argument("--stride", metavar="N", type=int, choices=range(1, 9), help="1 to 8 (default: 1)")
    own.add_argument("--padding", type=str.upper, choices=("VALID", "SAME"), help="(default: VALID)")
    own.add_argument("--output-shape", metavar="1,H,W,1", help="(default: as tf.layers.conv2d_transpose has it)")
    picture = p.add_argument_group("the picture")
    where = f"a .png, .svg or .pdf that isn't there yet (default: {DEFAULT_FIGURE}, replaced at the next run)"
    picture.add_argument("--figure", metavar="PATH", help=where)
    picture.add_argument("--overwrite", action="store_true", help="draw over whatever file is there")
    picture.add_argument("--no-figure", action="store_true", help="draw in the terminal only")
    return p


def choose(args):
    """{example: Example} that the options ask for; ValueError where they make no sense."""
    own = any(option is not None for option in (args.stride, args.padding, args.output_shape))
    if own and args.example:
        raise ValueError("--example is a slide's call; --stride, --padding and --output-shape make your own")
    if own:
        return {"yours": Example(None, *tconv_numpy.own_call(args.stride, args.padding, args.output_shape), None)}
    asked = [name.strip() for names in args.example or EXAMPLES for name in names.split(",")]
    for name in asked:
        if name not in EXAMPLES:
            raise ValueError(f"there is no example {name!r}; there are {', '.join(EXAMPLES)}")
    return {name: example for name, example in EXAMPLES.items() if name in asked}


def main(argv=None):
    p = parser()
    args = p.parse_args(argv)
    path = args.figure or (None if args.no_figure or args.json else DEFAULT_FIGURE)
    try:
        if args.figure and args.no_figure:
            raise ValueError("--figure and --no-figure contradict each other")
        examples = choose(args)
        if path:
            tconv_drawing.check_path(path, args.overwrite, replace_own=not args.figure)
    except (OSError, ValueError) as error:
        p.error(error)

    from legacy_tf import tf

    values = run(examples)
    reports = {
        name: tconv_numpy.report(example, *values[:2], *(field[name] for field in values[2:]))
        for name, example in examples.items()
    }
    axes = kernel_axes() if examples == EXAMPLES else None
    right = all(report["verdict"] != "differs" and all(report["checks"].values()) for report in reports.values())
    whole = {"tensorflow": tf.__version__, "ok": right, "examples": reports, "kernel_axes": axes}
    try:
        print(json.dumps(whole) if args.json else tconv_drawing.text(reports, axes, tf.__version__), flush=True)
    except OSError as error:  # a full disk, a closed pipe
        p.error(f"could not print: {error}")
    if path:
        try:
            tconv_drawing.save(path, reports)
        except (OSError, ImportError) as error:
            p.error(f"no picture: {error}")
        print(f"Picture: {path}", file=sys.stderr if args.json else sys.stdout)
    return 0 if right else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # a terminal without ᵀ gets a question mark, not a traceback
    sys.exit(main())
