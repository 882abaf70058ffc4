"""Folders of four IDX files: which are there, whether they are a known set's own, and the arrays in them."""

import os
from typing import NamedTuple

from legacy_tf.data import idx
from legacy_tf.data.errors import DataError
from legacy_tf.data.sets import NAMES


class Images(NamedTuple):
    """A set in memory, in the order of its files; read-only."""

    train_images: object  # uint8 [n, rows, columns] (or [n, rows, columns, 1])
    train_labels: object  # uint8 [n]
    test_images: object
    test_labels: object
    paths: tuple  # four names of what was read, in the order of sets.NAMES


def files_in(folder):
    """{name of sets.NAMES: path} of the IDX files in a folder: .gz before plain, the two spellings of a plain one.

    Raises:
      DataError: the folder is there and can't be read.
    """
    try:
        there = set(os.listdir(folder or "."))
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


def missing(found):
    """Names of the files that are not among those found."""
    return [name for name in NAMES if name not in found]


def checksums(known, name, path):
    """(expected or None, actual) sha256 of a file of the IdxSet `known`, gzipped or plain as it is.

    Raises:
      DataError: the file can't be read.
    """
    expected = known.gz_sha256 if idx.is_gzipped(path) else known.sha256
    return expected.get(name), idx.file_sha256(path)


def are_official(known, found):
    """Whether all files {name: path} are the set's own, byte for byte (gzipped as published, or plain)."""
    return all(len(set(checksums(known, name, path))) == 1 for name, path in found.items())


def read(found, known=None):
    """Images of four files {name: path}.

    Args:
      known: the IdxSet whose files they should be, if that is known.

    Raises:
      DataError: as idx.read, with the file's expected and actual checksum where the other files are the set's own;
        images and labels of different number.
    """
    arrays = []
    for name in NAMES:
        try:
            arrays.append(idx.read(found[name], idx.kind(name)))
        except DataError as error:
            others = {other: path for other, path in found.items() if other != name}
            if known is None or not os.path.isfile(found[name]) or not are_official(known, others):
                raise
            expected, actual = checksums(known, name, found[name])
            raise DataError(f"{error} (sha256 expected {expected}, actual {actual})") from error
    for images, labels in ((0, 1), (2, 3)):
        if len(arrays[images]) != len(arrays[labels]):
            raise DataError(
                f"{found[NAMES[images]]} holds {len(arrays[images])} images, and {found[NAMES[labels]]} "
                f"{len(arrays[labels])} labels: they do not belong together"
            )
    return Images(*arrays, tuple(found[name] for name in NAMES))
