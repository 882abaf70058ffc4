"""read_data_sets beyond the goldens of its batches: the lecture's pixels, bad input, and what it must leave alone."""

import subprocess
import sys

import numpy as np
import pytest

from legacy_tf.data.errors import DataError
from legacy_tf.examples.tutorials.mnist import input_data
from oracle.data import write_idx


@pytest.fixture
def small(tmp_path):
    """A directory with 13 training and 6 test images of 2 x 3 pixels."""
    for name, count in (("train", 13), ("t10k", 6)):
        write_idx(tmp_path / f"{name}-images-idx3-ubyte.gz", np.arange(count * 6).reshape(count, 2, 3))
        write_idx(tmp_path / f"{name}-labels-idx1-ubyte.gz", np.arange(count) % 10)
    return str(tmp_path)


def test_the_pixels_on_the_slide(tf, mnist_directory):
    """Lecture 13, the X of the slide on reconstruction loss: training image 26460, flat pixels 161 to 192."""
    mnist = input_data.read_data_sets(str(mnist_directory), one_hot=True, validation_size=0)
    grey = [28, 127, 156, 81, *[0] * 18, 8, 2, 20, 111, 118, 215, 232, 247, 218, 135]
    pixels = mnist.train.images[26460, 161:193]
    assert pixels.dtype == np.float32 and [str(pixel) for pixel in pixels[:2]] == ["0.10980393", "0.49803925"]
    np.testing.assert_array_equal(pixels, np.float32(grey) * np.float32(1 / 255))
    # and through the split and the shuffle that a course's program does
    mnist = input_data.read_data_sets(str(mnist_directory))
    image = mnist.train.images[26460 - 5000].copy()
    batches = np.concatenate([mnist.train.next_batch(5000)[0] for _ in range(11)])
    assert (batches == image).all(axis=1).sum() == 1


def test_the_four_lines_of_the_original(tf, small, capsys):
    input_data.read_data_sets(small, validation_size=0)
    names = ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")
    assert capsys.readouterr().out.splitlines() == [f"Extracting {small}/{name}-ubyte.gz" for name in names]


def test_the_graph_is_left_alone(tf, small):
    tf.set_random_seed(1)
    tf.zeros([])
    before = tf.get_default_graph().version
    input_data.read_data_sets(small, validation_size=3).train.next_batch(5)
    assert tf.get_default_graph().version == before
    with tf.Graph().as_default():
        tf.set_random_seed(1)
        tf.zeros([])
        assert tf.get_seed(None) == (1, before)


def test_earlier_arrays_stay_as_they_were(tf, small):
    """A shuffle makes new arrays: what a program took before keeps its order."""
    train = input_data.read_data_sets(small, validation_size=0, dtype=tf.uint8).train
    images, labels = train.images, train.labels
    train.next_batch(4)
    assert labels.tolist() == [*range(10), 0, 1, 2] and images[1].tolist() == [6, 7, 8, 9, 10, 11]


def test_its_other_names(tf, small):
    assert tf.contrib.learn.datasets.mnist.read_data_sets is input_data.read_data_sets
    assert tf.examples.tutorials.mnist.input_data.read_data_sets is input_data.read_data_sets
    module = tf.contrib.learn.datasets.mnist
    with open(small + "/train-images-idx3-ubyte.gz", "rb") as f:
        images = module.extract_images(f)
    with open(small + "/train-labels-idx1-ubyte.gz", "rb") as f:
        labels = module.extract_labels(f, one_hot=True)
    assert images.shape == (13, 2, 3, 1) and labels.dtype == np.float64 and labels.argmax(1)[12] == 2
    assert module.DataSet(images, labels).images.shape == (13, 6)


@pytest.mark.parametrize("validation_size", [-1, 14, 5000])
def test_validation_size_out_of_range(tf, small, validation_size):
    with pytest.raises(ValueError, match=f"between 0 and 13 here, not {validation_size}$"):
        input_data.read_data_sets(small, validation_size=validation_size)


def test_other_dtypes_and_shapes(tf, small):
    with pytest.raises(TypeError, match="tf.uint8 or tf.float32, not as tf.float64"):
        input_data.read_data_sets(small, validation_size=0, dtype=tf.float64)
    module = tf.contrib.learn.datasets.mnist
    with pytest.raises(DataError, match="3 channels can't be flattened"):
        module.DataSet(np.zeros([2, 4, 4, 3]), np.zeros(2))
    with pytest.raises(DataError, match="2 images and 3 labels"):
        module.DataSet(np.zeros([2, 4, 4, 1]), np.zeros(3))


def test_labels_beyond_nine(tf, small):
    write_idx(small + "/t10k-labels-idx1-ubyte.gz", np.arange(6) + 5)
    assert input_data.read_data_sets(small, validation_size=0).test.labels.max() == 10
    with pytest.raises(DataError, match="there is a label 10: pass one_hot=False"):
        input_data.read_data_sets(small, validation_size=0, one_hot=True)


def test_a_batch_size_of_eight_bits(tf, small):
    train = input_data.read_data_sets(small, validation_size=0).train
    sizes = [len(train.next_batch(np.uint8(11))[0]) for _ in range(40)]
    assert sizes == [11] * 40 and train.epochs_completed == 33


def test_it_does_not_switch_a_process_to_graphs(small):
    """The arrays are of use to eager code as well."""
    code = (
        "import sys, numpy as np, tensorflow\n"
        "from legacy_tf.examples.tutorials.mnist import input_data\n"
        "tensorflow.constant(1)\n"
        "sets = input_data.read_data_sets(sys.argv[1], validation_size=0, seed=3)\n"
        "assert tensorflow.executing_eagerly() and sets.train.next_batch(2)[0].shape == (2, 6)\n"
        "print(np.random.rand())\n"
    )
    run = subprocess.run([sys.executable, "-c", code, small], capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    # without a graph's seed, the sets' own is what NumPy gets; three arrays of 13, 13 and 6 are shuffled by none but it
    np.random.seed(3)
    np.random.shuffle(np.arange(13))
    assert float(run.stdout.splitlines()[-1]) == np.random.rand()
