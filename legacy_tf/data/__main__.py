"""The data from the command line: what there is, whether files are whole, how to get them, how they look."""

import argparse
import os
import sys
from pathlib import Path

import numpy as np

from legacy_tf.data import celeba, celeba_files, idx, sources
from legacy_tf.data.errors import DataError
from legacy_tf.data.folders import checksums, files_in, missing, read
from legacy_tf.data.sets import IDX_SETS, MNIST, NAMES

CELEBA = "celeb_a"
SETS = [*IDX_SETS, CELEBA]


def main(arguments=None):
    """Runs one command and returns its exit code: 0 done, 1 a file is wrong, 2 it can't be done, 130 interrupted."""
    args = _parser().parse_args(arguments)
    try:
        return args.run(args)
    except DataError as error:
        print(f"legacy_tf.data: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nlegacy_tf.data: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:  # of `… | head`: whoever read it has what they wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser():
    parser = argparse.ArgumentParser(prog="python -m legacy_tf.data", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("list", help="the sets that are known, and where they are found here")
    command.set_defaults(run=_list)
    command = commands.add_parser("check", help="compare the files of a directory with the published checksums")
    command.add_argument("directory", metavar="DIR")
    command.add_argument("--set", choices=IDX_SETS, help="what they should be (default: what they are most like)")
    command.set_defaults(run=_check)
    command = commands.add_parser("prepare", help="download and prepare what is missing, by TensorFlow Datasets")
    command.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)} (default: {MNIST.name})")
    command.add_argument("--tfds-dir", help="TensorFlow Datasets' directory (default: its own)")
    command.set_defaults(run=_prepare)
    command = commands.add_parser("show", help="draw the first images of a set")
    command.add_argument(
        "what",
        nargs="?",
        default=MNIST.name,
        metavar="SET|DIR",
        help="a set, or a directory with its files (default: %(default)s)",
    )
    command.add_argument("--out", type=Path, default=Path("batch.png"), help="default: %(default)s")
    command.add_argument("--count", type=_count, default=64, help="images (default: %(default)s)")
    command.add_argument(
        "--start", type=_count, default=0, help="the first image's number, from 0 (default: %(default)s)"
    )
    command.add_argument("--force", action="store_true", help="overwrite an existing picture")
    command.set_defaults(run=_show)
    return parser


def _count(text):
    if int(text) < 0:
        raise argparse.ArgumentTypeError(f"{text} is less than 0")
    return int(text)


def _list(args):
    from legacy_tf.data import from_tfds

    for known in IDX_SETS.values():
        print(f"{known.name:14} {known.title}: {known.train} training and {known.test} test images")
    print(f"{CELEBA:14} CelebA, faces: {sum(celeba_files.SPLITS.values())} images")
    print(f"\nLEGACY_TF_DATA      {os.environ.get('LEGACY_TF_DATA') or 'not set'}")
    for name in SETS if os.environ.get("LEGACY_TF_DATA") else ():
        print(f"  {name:18}{_in_the_variable(name)}")
    print("TensorFlow Datasets")
    for name in SETS:
        print(f"  {name:18}{'prepared' if from_tfds.is_prepared(name) else 'not prepared'}")
    print("embedded sample")
    sample = read(files_in(sources.SAMPLE))
    print(f"  {MNIST.name:18}{len(sample.train_labels)} training and {len(sample.test_labels)} test images")
    return 0


def _in_the_variable(name):
    """What LEGACY_TF_DATA has of a set, in words."""
    try:
        if name == CELEBA:
            return next(
                (f"{len(faces)} images in {folder}" for folder, faces in celeba_files.in_the_variable() if faces),
                "missing",
            )
        ((folder, found),) = sources.looked_for(None, IDX_SETS[name])
        return f"missing: {', '.join(missing(found))}" if missing(found) else f"four files in {folder}"
    except DataError as error:
        return str(error)


def _check(args):
    if not os.path.isdir(args.directory):
        raise DataError(f"{args.directory} is no directory")
    found = files_in(args.directory)
    if not found:
        raise DataError(f"{args.directory} holds none of {', '.join(NAMES)}, gzipped or plain")
    problems = {
        name: [_problem(IDX_SETS[name], file, found.get(file)) for file in NAMES]
        for name in ([args.set] if args.set else IDX_SETS)
    }
    name = max(problems, key=lambda each: problems[each].count(None))
    print(f"{args.directory} against {IDX_SETS[name].title}")
    for file, problem in zip(NAMES, problems[name]):
        print(f"  {os.path.basename(found.get(file, file)):32}{problem or 'whole'}")
    wrong = len(NAMES) - problems[name].count(None)
    print("all four files are whole" if not wrong else f"{wrong} of 4 files are wrong or missing")
    return int(wrong > 0)


def _problem(known, name, path):
    """What is wrong with a file, with its expected and its actual checksum; None where it is the published one."""
    if path is None:
        return "missing"
    try:
        expected, actual = checksums(known, name, path)
    except DataError as error:
        return str(error).removeprefix(path + " ")
    if actual == expected:
        return None
    try:
        content = idx.content_sha256(idx.read(path, idx.kind(name)))
    except DataError as error:
        return f"wrong: {str(error).removeprefix(path + ' ')}; sha256 expected {expected}, actual {actual}"
    if content == known.sha256.get(name):
        return None  # gzipped anew
    if expected is None:
        return f"readable; no checksum of the plain file is known, its sha256 is {actual}"
    return f"wrong: readable, but another file; sha256 expected {expected}, actual {actual}"


def _prepare(args):
    from legacy_tf.data import from_tfds

    unknown = [name for name in args.sets if name not in SETS]
    if unknown:
        raise DataError(f"there is no set {unknown[0]!r}: one of {', '.join(SETS)}")
    for name in args.sets or [MNIST.name]:
        print(f"{name}: {from_tfds.prepare(name, args.tfds_dir)}")
    return 0


def _show(args):
    if args.out.exists() and not args.force:
        raise DataError(f"{args.out} is there already: give another --out, or --force to overwrite it")
    images, titles = _some(args.what, slice(args.start, args.start + args.count))
    if not len(images):
        raise DataError(f"there is no image number {args.start}, or --count is 0")
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    columns = int(np.ceil(np.sqrt(len(images))))
    rows = -(-len(images) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(0.6 * columns, 0.75 * rows), squeeze=False)
    for axis in axes.flat:
        axis.axis("off")
    for axis, image, title in zip(axes.flat, images, titles):
        axis.imshow(image.squeeze(), cmap="gray", vmin=0)
        axis.set_title(title, fontsize=7, pad=2)
    figure.tight_layout(pad=0.3)
    part = args.out.with_name(args.out.name + ".part")
    try:
        figure.savefig(part, format=args.out.suffix.lstrip(".") or "png", dpi=150)
        part.replace(args.out)
    except (OSError, ValueError) as error:
        raise DataError(f"{args.out} can't be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
    print(args.out)
    return 0


def _some(what, numbers):
    """(images, titles) of a set or a directory; `numbers` is a slice. Nothing is downloaded for a picture."""
    if what == CELEBA or (os.path.isdir(what) and not files_in(what)):
        faces = celeba_files.find(None if what == CELEBA else what, may_download=False)[0][numbers]
        return [celeba.decode(face) for face in faces], [face.name.removesuffix(".jpg") for face in faces]
    if what in IDX_SETS:
        data = sources.load(None, IDX_SETS[what].url, may_download=False)
    elif os.path.isdir(what):
        data = read(files_in(what))
    else:
        raise DataError(f"{what} is neither a directory nor one of {', '.join(SETS)}")
    return data.train_images[numbers], data.train_labels[numbers]


if __name__ == "__main__":
    sys.exit(main())
