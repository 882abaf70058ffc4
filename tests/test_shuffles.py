"""What the goldens of suite "shuffles" don't ask: random numbers by themselves, chunks, errors, meta graphs."""

import json
import subprocess
import sys

import numpy as np
import pytest

from legacy_tf import tf
from legacy_tf.shuffling import plan, random_numbers

IN_A_NEW_PROCESS = """
import json, sys
from legacy_tf import tf
tf.train.import_meta_graph(sys.argv[1])
with tf.Session() as session:
    session.run("MakeIterator")
    print(json.dumps(session.run("IteratorGetNext:0").tolist()))
"""


@pytest.mark.parametrize(("seed", "seed2"), [(7, 3), (2**40 + 1, 2**33 + 5), (-1, -(2**40))])
@pytest.mark.parametrize(("start", "count"), [(0, 9), (6, 1), (7, 13), (2**33 + 2, 6)])
def test_the_numbers_are_those_of_philox(seed, seed2, start, count):
    """Of TensorFlow's own kernel, told where to stand."""
    key = np.array([seed], np.int64).view(np.uint64)
    counter = np.array([start // 4, seed2], np.int64).view(np.uint64)
    with tf.Graph().as_default(), tf.Session() as session:
        theirs = session.run(
            tf.raw_ops.StatelessRandomUniformFullIntV2(
                shape=[start % 4 + count], key=key, counter=counter, alg=1, dtype=tf.uint32
            )
        )
    assert random_numbers(seed, seed2, start, count).tolist() == theirs[start % 4 :].tolist()


def given(rows, buffer_size, chunk, epochs):
    """The rows (numbers) of some epochs, read in chunks."""
    waiting, drawn, found, held = np.zeros(0, np.int32), 0, [], {}
    chunks = [np.arange(rows)[at : at + chunk] for at in range(0, rows, chunk)] * epochs
    for numbers in [*chunks, np.zeros(0, np.int64)]:
        inside = len(numbers) and numbers[0]
        places, chosen, waiting, drawn = plan(inside, len(numbers), waiting, drawn, buffer_size, epochs, 7, 3)
        assert len(set(places.tolist()) | set(waiting.tolist())) <= buffer_size + chunk
        held.update(zip(places.tolist(), numbers.tolist()))
        found += [held[place] for place in chosen.tolist()]
    return found


@pytest.mark.parametrize("buffer_size", [1, 4, 9, 10, 11, 30])
def test_chunks_are_not_seen(buffer_size):
    """Rows come in the same order however they are read; every epoch has each of them once, and its own order."""
    found = given(10, buffer_size, 10, 3)
    assert all(given(10, buffer_size, chunk, 3) == found for chunk in (1, 2, 3, 7))
    epochs = [found[at : at + 10] for at in range(0, 30, 10)]
    assert [sorted(epoch) for epoch in epochs] == [list(range(10))] * 3
    assert len(set(map(tuple, epochs))) == (1 if buffer_size == 1 else 3)


def test_a_buffer_of_no_size_is_an_error():
    with tf.Graph().as_default(), tf.Session() as session:
        row = tf.data.Dataset.range(3).shuffle(0, seed=1).repeat().make_one_shot_iterator().get_next()
        with pytest.raises(tf.errors.InvalidArgumentError, match="buffer_size must be 1 or more, not 0"):
            session.run(row)


@pytest.mark.parametrize("count", [-5, 0])
@pytest.mark.parametrize("fed", [True, False])
def test_a_count_that_tf_1_15_refuses(count, fed):
    with tf.Graph().as_default(), tf.Session() as session:
        given = tf.placeholder_with_default(np.int64(count), []) if fed else count
        row = tf.data.Dataset.range(3).shuffle(2, seed=1).repeat(given).make_initializable_iterator()
        element = row.get_next()
        with pytest.raises(tf.errors.InvalidArgumentError, match="count must be greater than zero or equal to -1"):
            session.run(row.initializer)
            session.run(element)


@pytest.mark.parametrize("size", [-1, 0])
def test_a_batch_of_no_size(size):
    with tf.Graph().as_default(), tf.Session() as session:
        given = tf.placeholder_with_default(np.int64(size), [])
        rows = tf.data.Dataset.from_tensor_slices(np.arange(9)).shuffle(4, seed=3).repeat(2).batch(given)
        batches = rows.make_initializable_iterator()
        with pytest.raises(tf.errors.InvalidArgumentError, match="Batch size must be greater than zero"):
            session.run(batches.initializer)


def test_columns_of_unequal_length():
    with tf.Graph().as_default(), tf.Session() as session:
        columns = tf.placeholder(tf.int32, [None]), tf.placeholder(tf.float32, [None])
        rows = tf.data.Dataset.from_tensor_slices(columns).shuffle(4, seed=3).repeat(2).make_initializable_iterator()
        with pytest.raises(tf.errors.InvalidArgumentError, match="same size in the 0th dimension"):
            session.run(rows.initializer, dict(zip(columns, (np.arange(3), np.arange(5)))))


def collected(dataset):
    """All that a dataset gives, as lists."""
    element, found = dataset.make_one_shot_iterator().get_next(), []
    with tf.Session() as session:
        while True:
            try:
                found.append([each.tolist() for each in session.run(element)])
            except tf.errors.OutOfRangeError:
                return found


@pytest.mark.parametrize("buffer_size", [1, 3, 700, 5000])
@pytest.mark.parametrize("drop_remainder", [True, False])
def test_slices_of_tensors_come_as_other_rows_do(buffer_size, drop_remainder):
    """They are gathered by their numbers; and batches are cut from chunks."""
    found = []
    for is_map_between in (False, True):
        for is_batched_at_once in (True, False):
            with tf.Graph().as_default():
                rows = tf.data.Dataset.from_tensor_slices((np.arange(2000).reshape(1000, 2), [b"a", b"b"] * 500))
                rows = rows.map(lambda *row: row) if is_map_between else rows
                rows = rows.shuffle(buffer_size, seed=7).repeat(3)
                rows = rows if is_batched_at_once else rows.map(lambda *row: row)
                found.append(collected(rows.batch(64, drop_remainder)))
    assert all(each == found[0] for each in found[1:])
    assert [len(labels) for _, labels in found[0]] == [64] * 46 + [56] * (not drop_remainder)


def test_a_meta_graph_runs_in_another_process(tmp_path):
    path = str(tmp_path / "graph.meta")
    with tf.Graph().as_default(), tf.Session() as session:
        rows = tf.data.Dataset.range(6).shuffle(4, seed=3).repeat(3).batch(18).make_initializable_iterator()
        element = rows.get_next()
        session.run(rows.initializer)
        here = session.run(element).tolist()
        assert sorted(here) == sorted([*range(6)] * 3)
        tf.train.export_meta_graph(path)
    command = [sys.executable, "-c", IN_A_NEW_PROCESS, path]
    run = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout.splitlines()[-1]) == here


def test_rows_without_elements():
    with tf.Graph().as_default(), tf.Session() as session:
        tf.set_random_seed(5)
        rows = tf.data.Dataset.from_tensor_slices((np.ones((3, 0)), np.arange(3))).shuffle(3).repeat(2).batch(6)
        nothing, numbers = session.run(rows.make_one_shot_iterator().get_next())
    assert nothing.shape == (6, 0) and sorted(numbers.tolist()) == [0, 0, 1, 1, 2, 2]
    with tf.Graph().as_default():
        rows = tf.data.Dataset.from_tensor_slices((np.ones((3, 0)), np.arange(3))).shuffle(3, seed=1).repeat(2)
        assert sorted(number for _, number in collected(rows)) == [0, 0, 1, 1, 2, 2]
