"""Sets of images from TensorFlow Datasets: downloaded and prepared once, then read in the order of the official files.

TensorFlow Datasets does the work; here is what a TF1 script needs around it: its graph, its generators and its stdout
are left alone, a problem is one line, and what an interrupted run leaves behind is gone after the next.
"""

import contextlib
import os
import random
import sys
from pathlib import Path

import numpy as np

from legacy_tf.data import idx, tfds_preparing
from legacy_tf.data.errors import DataError
from legacy_tf.data.tfds_preparing import one_line


def prepare(name, data_dir=None):
    """Downloads and prepares a set, with TensorFlow Datasets' progress on stderr, unless that was done before.

    Args:
      name: "mnist", "fashion_mnist", "celeb_a".
      data_dir: where TensorFlow Datasets keeps its sets; None for $TFDS_DATA_DIR or ~/tensorflow_datasets.

    Returns:
      pathlib.Path of the prepared set. A second process that wants the same set waits for the first.

    Raises:
      DataError: no network (said within seconds), a wrong checksum, a full disk, a directory that can't be written…
        Nothing half-written is left behind, and the next call starts anew.
    """
    with _apart():
        builder = _builder(name, data_dir)
        path = Path(builder.data_path)
        if not path.exists():
            tfds_preparing.prepare(builder)
        if not builder.is_prepared():
            raise DataError(f"{path} is not a set that TensorFlow Datasets prepared: delete it and run again")
    return path


def is_prepared(name, data_dir=None):
    """Whether `prepare` has nothing to do. Looks at the disk only; TensorFlow is not even imported for a plain no."""
    if not (_folder(data_dir) / name).is_dir():
        return False
    with _apart():
        builder = _builder(name, data_dir)
        return builder.data_path.exists() and builder.is_prepared()


def official_order(keys, split):
    """Where TensorFlow Datasets put each example of a split.

    It stores a split's examples sorted by a hash of their keys that is salted with the split's name.

    Args:
      keys: the keys (int or str) of all examples of the split, in the order that is wanted: for MNIST
        range(number of images), for CelebA the names of the split's files.
      split: "train", "test", …

    Returns:
      int64 [len(keys)]: element i is the place of keys[i] in TensorFlow Datasets' order, so that
      `examples_as_stored[official_order(keys, split)]` is in the order of `keys`.
    """
    _tfds()
    from tensorflow_datasets.core import hashing

    hashes = list(map(hashing.Hasher(split).hash_key, keys))
    places = np.empty(len(hashes), np.int64)
    places[sorted(range(len(hashes)), key=hashes.__getitem__)] = np.arange(len(hashes))
    return places


def load(known, data_dir=None):
    """MNIST or Fashion-MNIST, prepared if need be.

    TensorFlow Datasets' own order is not that of the official files, on which every batch of a script depends; here
    the files' order is restored, and proved by the files' checksums where they are known.

    Args:
      known: sets.IdxSet.
      data_dir: see `prepare`.

    Returns:
      {"train": (images, labels), "test": (images, labels)}: uint8 [n, 28, 28, 1] and uint8 [n].

    Raises:
      DataError: see `prepare`; also if what is there is damaged or is not `known`.
    """
    path = prepare(known.name, data_dir)
    again = f"delete {path} and {_folder(data_dir) / 'downloads' / known.name}, then run again"
    result = {}
    with _apart():
        builder = _builder(known.name, data_dir)
        for split, prefix, count in (("train", "train", known.train), ("test", "t10k", known.test)):
            try:
                images, labels = _read(builder, split, count + 1)  # one too many, should there be more
            except Exception as error:  # TensorFlow's errors for files that are gone or damaged have no common name
                raise DataError(f"{path} can't be read ({one_line(error)}): {again}") from error
            if len(images) != count:
                has = len(images) if len(images) < count else f"more than {count}"
                raise DataError(f"{path} has {has} {split} images instead of {count}: {again}")
            places = official_order(range(count), split)
            images, labels = images[places], labels[places]
            for name, array in (("images-idx3", images[..., 0]), ("labels-idx1", labels)):
                name = f"{prefix}-{name}-ubyte"
                actual, expected = idx.content_sha256(array), known.sha256.get(name)
                if expected and actual != expected:
                    raise DataError(f"{path} is not {known.title}: {name} has sha256 {actual}, not {expected}: {again}")
            result[split] = images, labels
    return result


def _read(builder, split, most):
    """At most `most` images uint8 [n, rows, columns, 1] and labels uint8 [n] of a split, in the order they are stored.

    One batch of the records, since reading them one by one with `as_dataset` takes twice as long.
    """
    import tensorflow as tf

    features = {name: tf.io.FixedLenFeature((), dtype) for name, dtype in (("image", tf.string), ("label", tf.int64))}
    with tf.Graph().as_default():
        records = tf.data.TFRecordDataset(list(map(str, builder.info.splits[split].filepaths))).batch(most)
        example = tf.io.parse_example(tf.compat.v1.data.make_one_shot_iterator(records).get_next(), features)
        shape = tf.TensorSpec(builder.info.features["image"].shape, tf.uint8)
        images = tf.map_fn(tf.io.decode_png, example["image"], fn_output_signature=shape, parallel_iterations=10)
        # a process' first session decides how the GPUs' memory is used, and that is the script's to say
        with tf.compat.v1.Session(config=tf.compat.v1.ConfigProto(device_count={"GPU": 0})) as session:
            images, labels = session.run((images, example["label"]))
    return images, labels.astype(np.uint8)


def _folder(data_dir):
    return Path(data_dir or os.environ.get("TFDS_DATA_DIR") or "~/tensorflow_datasets").expanduser()


def _tfds():
    try:
        import tensorflow_datasets
    except ImportError as error:
        raise DataError(f"TensorFlow Datasets can't be imported ({error}): pip install tensorflow-datasets") from error
    return tensorflow_datasets


def _builder(name, data_dir):
    try:
        return _tfds().builder(name, data_dir=_folder(data_dir))
    except DataError:
        raise
    except Exception as error:  # of reading a prepared set's description: JSON's, protobuf's, the file system's
        where = _folder(data_dir) / name
        raise DataError(f"{where} can't be used ({one_line(error)}): delete it and run again") from error


@contextlib.contextmanager
def _apart():
    """The script's graph, generators and stdout stay as they are, whatever is done within."""
    states = random.getstate(), np.random.get_state()
    import tensorflow as tf  # only now: to import it takes numbers from `random`

    # in an eager script, eager: nothing goes into its graph, and images are encoded in half the time
    graph = contextlib.nullcontext() if tf.executing_eagerly() else tf.Graph().as_default()
    try:
        with graph, contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        random.setstate(states[0])
        np.random.set_state(states[1])
