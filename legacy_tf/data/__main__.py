"""The data from the command line: what there is, whether files are whole, how to get them, how they look."""

import argparse
import os
import sys
from pathlib import Path

import numpy as np

from legacy_tf.data import celeba, celeba_files, idx, sources
from legacy_tf.data.errors import DataError
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
        print("\nlegacy_tf.data: interrupted; what is whole is kept, the next run does the rest", file=sys.stderr)
        return 130


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
    command.add_argument("what", nargs="?", default=MNIST.name, metavar="SET|DIR", help="default: %(default)s")
    command.add_argument("--out", type=Path, default=Path("batch.png"), help="default: %(default)s")
    command.add_argument("--count", type=int, default=64, help="images (default: %(default)s)")
    command.add_argument("--start", type=int, default=0, help="the first image's number, from 0 (default: %(default)s)")
    command.add_argument("--force", action="store_true", help="overwrite an existing picture")
    command.set_defaults(run=_show)
    return parser


def _list(args):
    from legacy_tf.data import from_tfds

    for known in IDX_SETS.values():
        print(f"{known.name:14} {known.title}: {known.train} training and {known.test} test images")
    print(f"{CELEBA:14} CelebA, faces: {sum(celeba_files.SPLITS.values())} images")
    root = os.environ.get("LEGACY_TF_DATA")
    print(f"\nLEGACY_TF_DATA      {root or 'not set'}")
    for name in IDX_SETS if root else ():
        found = sources.files_in(os.path.join(root, name))
        print(f"  {name:18}{'missing: ' + ', '.join(sources.missing(found)) if len(found) < 4 else 'four files'}")
    print("TensorFlow Datasets")
    for name in SETS:
        print(f"  {name:18}{'prepared' if from_tfds.is_prepared(name) else 'not prepared'}")
    print("embedded sample")
    sample = sources.read(sources.files_in(sources.SAMPLE))
    print(f"  {MNIST.name:18}{len(sample.train_labels)} training and {len(sample.test_labels)} test images")
    return 0


def _check(args):
    if not os.path.isdir(args.directory):
        raise DataError(f"{args.directory} is no directory")
    found = sources.files_in(args.directory)
    if not found:
        raise DataError(f"{args.directory} holds none of {', '.join(NAMES)}, gzipped or plain")
    known = IDX_SETS[args.set] if args.set else max(IDX_SETS.values(), key=lambda one: _alike(one, found))
    print(f"{args.directory} against {known.title}")
    wrong = 0
    for name in NAMES:
        problem = _problem(known, name, found.get(name))
        wrong += problem is not None
        print(f"  {os.path.basename(found.get(name, name)):32}{problem or 'whole'}")
    print("all four files are whole" if not wrong else f"{wrong} of 4 files are wrong or missing")
    return int(wrong > 0)


def _alike(known, found):
    return sum(sources.is_official(known, name, path) for name, path in found.items())


def _problem(known, name, path):
    """What is wrong with a file, with its expected and its actual checksum; None where it is the published one."""
    if path is None:
        return "missing"
    if sources.is_official(known, name, path):
        return None
    with open(path, "rb") as f:
        zipped = f.read(2) == b"\x1f\x8b"
    expected, actual = (known.gz_sha256 if zipped else known.sha256).get(name), idx.file_sha256(path)
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
    images, titles = _some(args.what, slice(args.start, args.start + max(args.count, 1)))
    if not len(images):
        raise DataError(f"there is no image number {args.start}")
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
    """(images, titles) of a set or a directory; `numbers` is a slice."""
    if what in IDX_SETS:
        data = sources.load("", IDX_SETS[what].url)
    elif what != CELEBA and sources.files_in(what):
        data = sources.read(sources.files_in(what))
    elif what == CELEBA or os.path.isdir(what):
        faces = celeba_files.find(None if what == CELEBA else what)[0][numbers]
        return [celeba.decode(face) for face in faces], [face.name.removesuffix(".jpg") for face in faces]
    else:
        raise DataError(f"{what} is neither a directory nor one of {', '.join(SETS)}")
    return data.train_images[numbers], data.train_labels[numbers]


if __name__ == "__main__":
    sys.exit(main())
