"""Where a set's four files come from: the script's directory, LEGACY_TF_DATA, TensorFlow Datasets, the sample.

Tried in this order; which one it was is said in one line on stderr.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from legacy_tf.data import download, idx
from legacy_tf.data.errors import DataError
from legacy_tf.data.sets import IDX_SETS, MNIST, NAMES

SAMPLE = Path(__file__).with_name("sample")


class Images(NamedTuple):
    """A set in memory, in the order of its files."""

    train_images: object  # uint8 [n, rows, columns] (or [n, rows, columns, 1])
    train_labels: object  # uint8 [n]
    test_images: object
    test_labels: object
    paths: tuple  # four names of what was read, in the order of sets.NAMES


def load(directory, source_url=MNIST.url):
    """Finds and reads a set.

    Args:
      directory: path that the script names. Four IDX files there are taken as they are, official or not.
      source_url: names what to look for elsewhere: the folder of a known set's files on one of its hosts. The files
        of any other are downloaded into `directory`.

    Returns:
      Images.

    Raises:
      DataError: a file that was found is damaged, or nothing was found and there is no sample of that set.
    """
    known = next((known for known in IDX_SETS.values() if _folder(source_url) in known.hosts()), None)
    for folder, found in _looked_for(directory, known):
        if len(found) == len(NAMES):
            say(f"data from {folder}")
            return read(found, known)
        if found:
            say(f"{folder} lacks {', '.join(missing(found))}: looking elsewhere")
    if known is None:
        return _download(directory, source_url)
    try:
        return _from_tfds(known)
    except DataError as error:
        if known is not MNIST:
            raise
        say(str(error))
    sample = read(files_in(SAMPLE))
    say(
        f"{known.title}, the embedded sample: {len(sample.train_labels)} of {known.train} training and "
        f"{len(sample.test_labels)} of {known.test} test images. For all: python -m legacy_tf.data prepare {known.name}"
    )
    return sample


def _folder(url):
    """The form in which two addresses of one folder are equal."""
    return url.split("://")[-1].rstrip("/")


def _looked_for(directory, known):
    """(folder, files found there) of the script's directory and of LEGACY_TF_DATA."""
    yield directory, files_in(directory)
    root = os.environ.get("LEGACY_TF_DATA")
    if not root or known is None:
        return
    below = os.path.join(root, known.name)
    yield below, files_in(below)
    # the files of all such sets have the same names, so what lies in the root itself has to prove what it is
    found = files_in(root)
    if len(found) == len(NAMES) and not all(is_official(known, name, path) for name, path in found.items()):
        say(f"the files in {root} are not those of {known.title} (move them to {below} to have them used)")
    else:
        yield root, found


def missing(found):
    """Names of the files that are not among those found."""
    return [name for name in NAMES if name not in found]


def is_official(known, name, path):
    """Whether a file is the set's own, byte for byte (gzipped as it was published, or plain)."""
    return idx.file_sha256(path) in (known.gz_sha256[name], known.sha256.get(name))


def read(found, known=None):
    """Images of four files {name: path}, which should be those of the IdxSet `known`.

    Raises:
      DataError: as idx.read, with the file's expected and actual checksum; images and labels of different number.
    """
    arrays = []
    for name in NAMES:
        try:
            arrays.append(idx.read(found[name], idx.kind(name)))
        except DataError as error:
            raise DataError(f"{error}{_checksums(known, name, found[name])}") from error
    for images, labels, name in ((0, 1, NAMES[0]), (2, 3, NAMES[2])):
        if len(arrays[images]) != len(arrays[labels]):
            raise DataError(
                f"{found[name]} holds {len(arrays[images])} images, and {found[NAMES[labels]]} {len(arrays[labels])} "
                f"labels: they do not belong together"
            )
    return Images(*arrays, tuple(found[name] for name in NAMES))


def _checksums(known, name, path):
    if known is None or not os.access(path, os.R_OK) or not os.path.isfile(path):
        return ""
    expected = (known.gz_sha256 if path.endswith(".gz") else known.sha256).get(name)
    return f" (sha256 of {known.title.split(',')[0]}'s: {expected}, of this file: {idx.file_sha256(path)})"


def _from_tfds(known):
    from legacy_tf.data import from_tfds  # here: it imports TensorFlow, which what is on disk does not need

    if not from_tfds.is_prepared(known.name):
        say(f"{known.title}: to be downloaded by TensorFlow Datasets, once")
    sets = from_tfds.load(known)
    say(f"{known.title}, from TensorFlow Datasets")
    arrays = [array for split in ("train", "test") for array in sets[split]]
    return Images(*arrays, tuple(f"{known.name}/{name}" for name in NAMES))


def _download(directory, source_url):
    for name in missing(files_in(directory)):
        download.fetch(source_url + name + ".gz", os.path.join(directory, name + ".gz"))
    say(f"data from {source_url}, now in {directory}")
    return read(files_in(directory))


def say(text):
    print("legacy_tf: " + text, file=sys.stderr)


def files_in(folder):
    """{name of sets.NAMES: path} of the IDX files in a folder: .gz before plain, the two spellings of a plain one.

    Raises:
      DataError: the folder is there and can't be read.
    """
    try:
        there = set(os.listdir(folder))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DataError(f"{folder} can't be read: {error.strerror}") from error
    found = {}
    for name in NAMES:
        for spelling in (name + ".gz", name, name.replace("-idx", ".idx"), name.replace("-idx", ".idx") + ".gz"):
            if spelling in there:
                found[name] = os.path.join(folder, spelling)
                break
    return found
