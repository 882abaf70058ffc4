"""The judge of digits: how right it is, what it says of digits and of what is none, that it leaves no trace."""

import os

import numpy as np
import pytest

from legacy_tf.data import sources
from reproductions.common import judge


@pytest.fixture(scope="module")
def test_digits(mnist_directory):
    """(images (10000, 28, 28) in [0, 1], labels) of MNIST's test set."""
    data = sources.read(sources.files_in(mnist_directory))
    return data.test_images.reshape(-1, 28, 28) / np.float32(255), data.test_labels


def resized(tf, images, side):
    with tf.Session() as session:
        return session.run(tf.image.resize_images(tf.constant(images[..., None]), (side, side)))


def test_more_than_99_of_100_test_digits_are_right(test_digits):
    images, labels = test_digits
    p = judge.probabilities(images)
    accuracy = np.mean(p.argmax(axis=1) == labels)
    assert accuracy > 0.99
    assert accuracy == pytest.approx(judge.ACCURACY, abs=2e-4)  # two digits may fall to the other side elsewhere
    numbers = judge.summary(p)
    assert 2.29 < numbers["label_entropy"] < np.log(10) and numbers["confidence"] > 0.98
    assert numbers["shares"] == pytest.approx(np.bincount(labels) / 10000, abs=0.003)


@pytest.mark.parametrize("side", [32, 64])
def test_digits_of_the_gans_sizes_are_judged_as_well(tf, test_digits, side):
    images, labels = test_digits
    p = judge.probabilities(resized(tf, images[:2000], side))
    assert np.mean(p.argmax(axis=1) == labels[:2000]) > 0.98


def test_embedded_digits():
    """The same where MNIST is not."""
    data = sources.read(sources.files_in(sources.SAMPLE))
    p = judge.probabilities(data.test_images.reshape(-1, 28, 28) / 255)
    assert np.mean(p.argmax(axis=1) == data.test_labels) > 0.98


def test_what_is_no_digit_scores_badly():
    rng = np.random.RandomState(0)
    for noise in (rng.uniform(size=(500, 28, 28)), rng.uniform(size=(500, 28, 28)) ** 4, np.zeros((500, 28, 28))):
        numbers = judge.judge(noise)
        assert numbers["label_entropy"] < 1.5 or numbers["confidence"] < 0.8, numbers


def test_one_digit_again_and_again_has_no_entropy():
    data = sources.read(sources.files_in(sources.SAMPLE))
    one = np.flatnonzero(data.test_labels == 1)[0]
    numbers = judge.judge(np.repeat(data.test_images[one].reshape(1, 28, 28) / 255, 200, axis=0))
    assert numbers["label_entropy"] < 0.01 and numbers["confidence"] > 0.99
    assert numbers["shares"] == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]


def test_summary_by_hand():
    p = np.array([[0.5, 0.5] + [0] * 8, [1.0, 0] + [0] * 8])
    numbers = judge.summary(p)
    assert numbers["label_entropy"] == pytest.approx(-0.75 * np.log(0.75) - 0.25 * np.log(0.25))
    assert numbers["confidence"] == 0.75 and numbers["shares"][:2] == [1, 0]
    assert judge.summary(np.eye(10))["label_entropy"] == pytest.approx(np.log(10))


def test_caller_stays_as_it_was(tf):
    def seeds_after(look):
        tf.reset_default_graph()
        tf.set_random_seed(3)
        np.random.seed(3)
        before = tf.random_normal([2])
        look()
        graph = tf.get_default_graph()
        ops = [before.op.get_attr("seed2") if "seed2" in before.op.node_def.attr else None]
        after = tf.random_normal([2])
        ops += [op.get_attr("seed2") for op in graph.get_operations() if "seed2" in op.node_def.attr]
        return ops, after.name, np.random.uniform(), graph.seed, tf.global_variables()

    judge._committed.cache_clear()  # so that the judge's graph is built now
    assert seeds_after(lambda: judge.judge(np.zeros((1, 28, 28)))) == seeds_after(lambda: None)


@pytest.mark.parametrize(
    "images, words",
    [
        (np.zeros((28, 28)), "(n, rows, cols[, 1])"),
        (np.zeros((0, 28, 28)), "at least one"),
        (np.zeros((2, 28, 28, 3)), "(2, 28, 28, 3)"),
        (np.full((1, 28, 28), -1.0), "[0, 1]"),
        (np.full((1, 28, 28), 255), "[0, 1]"),
        (np.full((1, 28, 28), np.nan), "[0, 1]"),
    ],
)
def test_other_images_are_refused(images, words):
    with pytest.raises(ValueError) as error:
        judge.judge(images)
    assert words in str(error.value)


def test_weights_are_small():
    assert os.path.getsize(judge.WEIGHTS) < 150_000
    with np.load(judge.WEIGHTS) as weights:
        assert {weights[name].dtype for name in weights.files} == {np.dtype(np.float16)}


def test_training_writes_weights_that_can_be_used(tmp_path, capsys, monkeypatch):
    path = tmp_path / "judge.npz"
    assert judge.main(["--data-dir", str(sources.SAMPLE), "--epochs", "1", "--out", str(path)]) == 0
    said = capsys.readouterr().out.splitlines()[-1]
    assert float(said.split()[2].rstrip(",")) > 0.8 and os.listdir(tmp_path) == ["judge.npz"]
    data = sources.read(sources.files_in(sources.SAMPLE))
    monkeypatch.setattr(judge, "WEIGHTS", str(path))
    judge._committed.cache_clear()
    try:
        p = judge.probabilities(data.test_images.reshape(-1, 28, 28) / 255)
    finally:
        judge._committed.cache_clear()
    assert "{:.4f},".format(np.mean(p.argmax(axis=1) == data.test_labels)) in said


def test_errors_are_one_line_and_leave_nothing(tmp_path, capsys):
    (tmp_path / "data").mkdir()
    for name in sources.NAMES:
        (tmp_path / "data" / name).write_bytes(b"no digits")
    before = os.path.getmtime(judge.WEIGHTS)
    for arguments, words in (
        (["--data-dir", str(tmp_path / "data"), "--out", str(tmp_path / "judge.npz")], "train-images"),
        (["--data-dir", str(sources.SAMPLE), "--out", str(tmp_path / "gone" / "judge.npz")], "gone"),
        (["--data-dir", str(sources.SAMPLE)], "all 60 000 training digits, not 10000"),
    ):
        assert judge.main(arguments) == 2
        error = capsys.readouterr().err.splitlines()[-1]
        assert error.startswith("judge: ") and words in error
    assert os.listdir(tmp_path) == ["data"] and os.path.getmtime(judge.WEIGHTS) == before
