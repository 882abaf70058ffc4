"""read_data_sets and next_batch: the same arrays in the same order as TF 1.15's `contrib.learn.datasets.mnist`.

In TF 1.15 `tensorflow.examples.tutorials.mnist.input_data.read_data_sets` was this module's. What may look careless in
it decides which batches a course got: it seeds NumPy's *global* generator, shuffles the whole set in place of the old
one, and joins the tail of an epoch to the head of the next.
"""

import collections
import operator
import os

import numpy as np
from tensorflow.python.framework import dtypes

from legacy_tf import seeds
from legacy_tf.data import idx, sources
from legacy_tf.data.errors import DataError
from legacy_tf.data.sets import MNIST

DEFAULT_SOURCE_URL = MNIST.url
Datasets = collections.namedtuple("Datasets", ["train", "validation", "test"])


class DataSet:
    """Images and labels with `next_batch`.

    Args:
      images: uint8 [n, rows, columns, 1].
      labels: [n], or [n, classes] one-hot.
      fake_data: no images; `next_batch(…, fake_data=True)` gives ones.
      one_hot: whether fake labels are one-hot.
      dtype: tf.float32 scales to [0, 1], tf.uint8 leaves [0, 255].
      reshape: whether to flatten the images to [n, rows·columns]; anything falsy leaves them.
      seed: int or None. NumPy's global generator is seeded with it; without it with the graph's seed; without either
        from the operating system, which undoes an earlier np.random.seed.

    Raises:
      TypeError: another dtype.
      ValueError: not as many labels as images, or `reshape` with more than one channel.
    """

    def __init__(self, images, labels, fake_data=False, one_hot=False, dtype=dtypes.float32, reshape=True, seed=None):
        graph_seed, op_seed = seeds.get_seed(seed)
        np.random.seed(graph_seed if seed is None else op_seed)
        dtype = dtypes.as_dtype(dtype).base_dtype
        if dtype not in (dtypes.uint8, dtypes.float32):
            raise TypeError(f"images are served as tf.uint8 or tf.float32, not as {dtype!r}")
        if fake_data:
            self._num_examples = 10000
            self.one_hot = one_hot
        else:
            if len(images) != len(labels):
                raise DataError(f"{len(images)} images and {len(labels)} labels do not belong together")
            self._num_examples = len(images)
            if reshape:
                if images.shape[3] != 1:
                    raise DataError(f"images of {images.shape[3]} channels can't be flattened: pass reshape=False")
                images = images.reshape(len(images), images.shape[1] * images.shape[2])
            if dtype == dtypes.float32:
                images = _scaled(images)
        self._images = images
        self._labels = labels
        self._epochs_completed = 0
        self._index_in_epoch = 0

    @property
    def images(self):
        """All images, in the order of the epoch that is running: float32 or uint8 [n, …]."""
        return self._images

    @property
    def labels(self):
        """All labels, in the order of the epoch that is running."""
        return self._labels

    @property
    def num_examples(self):
        return self._num_examples

    @property
    def epochs_completed(self):
        return self._epochs_completed

    def next_batch(self, batch_size, fake_data=False, shuffle=True):
        """The next `batch_size` (images, labels), over the end of an epoch where need be.

        A batch that is larger than the set gets what is left of one epoch and at most one whole epoch more; from then
        on the place in the epoch lies outside of the set and every batch is one whole epoch at most (TF 1.15.5's
        behaviour).
        """
        if fake_data:
            label = [1] + [0] * 9 if self.one_hot else 0
            return [[1] * 784 for _ in range(batch_size)], [label for _ in range(batch_size)]
        batch_size = operator.index(batch_size)  # one of 8 bits would overflow
        start = self._index_in_epoch
        if self._epochs_completed == 0 and start == 0 and shuffle:
            self._shuffle()
        if start + batch_size <= self._num_examples:
            self._index_in_epoch = end = start + batch_size
            return self._images[start:end], self._labels[start:end]
        self._epochs_completed += 1
        rest = slice(start, self._num_examples)
        images, labels = self._images[rest], self._labels[rest]
        if shuffle:
            self._shuffle()
        self._index_in_epoch = end = batch_size - (self._num_examples - start)
        return (
            np.concatenate((images, self._images[:end]), axis=0),
            np.concatenate((labels, self._labels[:end]), axis=0),
        )

    def _shuffle(self):
        order = np.arange(self._num_examples)
        np.random.shuffle(order)
        self._images = self._images[order]
        self._labels = self._labels[order]


def _scaled(images):
    """uint8 to float32 in [0, 1], each value rounded as TF 1.15's multiplication by 1/255 rounds it."""
    images = images.astype(np.float32)
    images *= np.float32(1.0 / 255.0)  # in place: the set is in memory once, not twice
    return images


def dense_to_one_hot(labels_dense, num_classes):
    """Labels [n] as float64 [n, num_classes] of zeros and ones."""
    one_hot = np.zeros((len(labels_dense), num_classes))
    one_hot.flat[np.arange(len(labels_dense)) * num_classes + labels_dense.ravel()] = 1
    return one_hot


def extract_images(f):
    """Images uint8 [n, rows, columns, 1] of an open IDX file (gzipped or not) that has a `name`."""
    print("Extracting", f.name)
    return idx.read(f.name, idx.IMAGES)[..., np.newaxis]


def extract_labels(f, one_hot=False, num_classes=10):
    """Labels uint8 [n] of an open IDX file (gzipped or not) that has a `name`, or float64 [n, num_classes]."""
    print("Extracting", f.name)
    labels = idx.read(f.name, idx.LABELS)
    return dense_to_one_hot(labels, num_classes) if one_hot else labels


def read_data_sets(
    train_dir,
    fake_data=False,
    one_hot=False,
    dtype=dtypes.float32,
    reshape=True,
    validation_size=5000,
    seed=None,
    source_url=DEFAULT_SOURCE_URL,
):
    """MNIST, or what lies in `train_dir` in its place, as `train`, `validation` and `test`.

    Args:
      train_dir: directory of the four IDX files. Where it has not all of them, see `legacy_tf.data.sources`.
      fake_data: no images at all: see DataSet.
      one_hot: labels as float64 [n, 10] instead of uint8 [n].
      dtype, reshape, seed: see DataSet.
      validation_size: this many of the first training images are the validation set, which is in the files' order.
      source_url: folder from which the files come where they are nowhere yet. TF 1.15's default and the other
        well-known hosts of MNIST and Fashion-MNIST name the set, which TensorFlow Datasets then downloads; from any
        other (it ends in "/"), the files are downloaded into `train_dir`.

    Returns:
      Datasets(train, validation, test).

    Raises:
      DataError (a ValueError): no data, a damaged file, `validation_size` out of range, one-hot labels above 9.
    """
    if fake_data:
        return Datasets(*(DataSet([], [], fake_data=True, one_hot=one_hot, dtype=dtype, seed=seed) for _ in range(3)))
    data = sources.load(os.fsdecode(train_dir), source_url or DEFAULT_SOURCE_URL)
    for path in data.paths:
        print("Extracting", path)
    if not 0 <= validation_size <= len(data.train_images):
        raise DataError(f"validation_size is between 0 and {len(data.train_images)} here, not {validation_size}")
    train_labels, test_labels = data.train_labels, data.test_labels
    if one_hot:
        highest = max(train_labels.max(), test_labels.max())
        if highest > 9:
            raise DataError(f"one_hot is for the labels 0 to 9, and there is a label {highest}: pass one_hot=False")
        train_labels, test_labels = (dense_to_one_hot(labels, 10) for labels in (train_labels, test_labels))
    train_images, test_images = (
        images.reshape(*images.shape[:3], 1) for images in (data.train_images, data.test_images)
    )
    options = dict(dtype=dtype, reshape=reshape, seed=seed)
    return Datasets(
        train=DataSet(train_images[validation_size:], train_labels[validation_size:], **options),
        validation=DataSet(train_images[:validation_size], train_labels[:validation_size], **options),
        test=DataSet(test_images, test_labels, **options),
    )


def load_mnist(train_dir="MNIST-data"):
    """read_data_sets with every default."""
    return read_data_sets(train_dir)
