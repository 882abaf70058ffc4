"""Where CelebA's JPEGs lie, in file order: a folder of files, or the records of TensorFlow Datasets."""

import os
from typing import NamedTuple

from legacy_tf.data.errors import DataError
from legacy_tf.data.sources import say

FOLDER = "img_align_celeba"
SPLITS = {"train": 162_770, "validation": 19_867, "test": 19_962}  # images; together they are the files 1 to 202 599
_RECORD_HEADER = 12  # bytes before the data of a TFRecord: its length, and that length's checksum
_ANEW = "and TensorFlow Datasets prepares it anew"
_HOW = (
    f"Name the folder of {FOLDER}'s .jpg files, or set LEGACY_TF_DATA to the folder that holds {FOLDER} "
    f"({FOLDER}.zip is linked from https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html)"
)


class Face(NamedTuple):
    """Where one JPEG lies: a file, or a part of one."""

    path: str
    name: str
    offset: int = 0
    length: int = -1  # to the end

    def read(self):
        """The JPEG's bytes. Raises OSError."""
        with open(self.path, "rb") as f:
            f.seek(self.offset)
            return f.read(self.length)

    def __str__(self):
        return self.path if self.length < 0 else f"{self.name} in {self.path}"


def find(directory=None, data_dir=None, may_download=True):
    """The faces of the first source that has them: `directory` alone if given, else LEGACY_TF_DATA, else TFDS.

    Args:
      directory: path of a folder of .jpg files, or of one that holds img_align_celeba; or None.
      data_dir: where TensorFlow Datasets keeps its sets; None for its usual place.
      may_download: whether TensorFlow Datasets may download what it has not prepared yet.

    Returns:
      (list of Face in file order, what to call their source).

    Raises:
      DataError: there are none, or a folder or a file of TensorFlow Datasets can't be read or is damaged.
    """
    if directory is None:
        folders = in_the_variable()
    else:
        folders = [(each, _in_folder(each)) for each in (os.fspath(directory), os.path.join(directory, FOLDER))]
    for folder, faces in folders:
        if faces:
            return faces, folder
    if directory is not None:
        raise DataError(f"{directory} holds no .jpg files, nor does {FOLDER} in it. {_HOW}")
    from legacy_tf.data import from_tfds  # here: it imports TensorFlow, which a folder of files does not need

    try:
        if not from_tfds.is_prepared("celeb_a", data_dir):
            if not may_download:
                raise DataError("it is not prepared yet: python -m legacy_tf.data prepare celeb_a")
            where = os.environ.get("LEGACY_TF_DATA") or "which is not set"
            say(f"no CelebA in LEGACY_TF_DATA, {where}: TensorFlow Datasets is to download its 1.4 GB, once")
        path = from_tfds.prepare("celeb_a", data_dir)
    except DataError as error:
        raise DataError(f"there is no CelebA here. {_HOW}. What TensorFlow Datasets said: {error}") from error
    return _in_records(path), f"TensorFlow Datasets in {path}"


def in_the_variable():
    """[(folder, its faces)] of the two places below LEGACY_TF_DATA where faces are looked for."""
    root = os.environ.get("LEGACY_TF_DATA")
    places = (FOLDER, os.path.join("celeba", FOLDER)) if root else ()
    return [(folder, _in_folder(folder)) for folder in (os.path.join(os.path.expanduser(root), p) for p in places)]


def _in_folder(folder):
    """Faces of a folder's .jpg files, sorted by name; none if there is no such folder."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".jpg") and not name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise DataError(f"{folder} can't be read: {error.strerror}. {_HOW}") from error
    return [Face(os.path.join(folder, name), name) for name in names]


def _in_records(path):
    """Faces of the set that TensorFlow Datasets has prepared in the folder `path`.

    It keeps them shuffled and reads them from front to back. So where each JPEG lies is noted once, and its bytes are
    read from there when their turn comes, as from a file of its own: no op, no graph, the same bits.
    """
    import tensorflow_datasets as tfds

    from legacy_tf.data import from_tfds

    splits = tfds.builder_from_directory(path).info.splits
    faces = []
    for split, count in SPLITS.items():
        keys = [f"{number:06d}.jpg" for number in range(len(faces) + 1, len(faces) + count + 1)]
        stored = [place for file in splits[split].filepaths for place in _jpegs(os.fspath(file))]
        if len(stored) != count:
            raise DataError(f"{path} has {len(stored)} images in {split}, not {count}. Delete it, {_ANEW}")
        order = from_tfds.official_order(keys, split)
        faces += [Face(stored[i][0], key, *stored[i][1:]) for key, i in zip(keys, order)]
    return faces


def _jpegs(path):
    """(path, offset, length) of the JPEG in every record of a TFRecord file; TensorFlow checks the checksums."""
    from tensorflow.core.example.example_pb2 import Example
    from tensorflow.python.framework.errors import OpError
    from tensorflow.python.lib.io.tf_record import tf_record_random_reader

    try:
        reader, offset, size = tf_record_random_reader(path), 0, os.path.getsize(path)
        while offset < size:
            record, end = reader.read(offset)
            (jpeg,) = Example.FromString(record).features.feature["image"].bytes_list.value
            begin = record.index(jpeg[:64])  # to look for all of it takes much longer
            yield path, offset + _RECORD_HEADER + begin, len(jpeg)
            offset = end
    except (OSError, OpError, IndexError) as error:
        raise DataError(
            f"{path} can't be read or is damaged: {error}. Delete {os.path.dirname(path)}, {_ANEW}"
        ) from error
