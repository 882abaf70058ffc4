"""reproductions/common/streams.py: a resumed stream of random numbers equals an unbroken one."""

import numpy as np
import pytest

from reproductions.common import streams
from reproductions.common.streams import CountingSession


def resumed(tf, build, feeds, before):
    """What a graph gives in all runs of one Session, and in those after `before` by a second, which goes on."""
    tf.set_random_seed(3)
    thing = build()
    with tf.Session() as session:
        unbroken = CountingSession(session)
        values = []
        for i, feed in enumerate(feeds):
            if i == before:
                drawn = dict(unbroken.drawn)
            values.append(unbroken.run(thing, feed))
    with tf.Session() as session:
        going_on = CountingSession(session, drawn)
        again = [going_on.run(thing, feed) for feed in feeds[before:]]
    assert going_on.drawn == unbroken.drawn
    return values[before:], again, drawn


OPS = {
    "RandomUniform": lambda tf, shape: tf.random_uniform(shape, -2.0, 3.0),
    "RandomUniformInt": lambda tf, shape: tf.random_uniform(shape, 5, 500, tf.int32),
    "RandomStandardNormal": lambda tf, shape: tf.random_normal(shape, 1.0, 2.0),
    "TruncatedNormal": lambda tf, shape: tf.truncated_normal(shape),
}


@pytest.mark.parametrize("shape", [[], [7], [3, 1, 5], None], ids=str)
@pytest.mark.parametrize("kind", OPS)
def test_each_op_goes_on(tf, kind, shape):
    n = tf.placeholder(tf.int32, [])
    values, again, drawn = resumed(
        tf, lambda: OPS[kind](tf, [n, 3] if shape is None else shape), [{n: i + 2} for i in range(6)], before=4
    )
    values, again = (np.hstack([np.ravel(v) for v in part]) for part in (values, again))
    np.testing.assert_array_equal(values, again)
    assert len(np.unique(values)) > 1  # the stream moves
    assert list(drawn.values()) == [3 * (2 + 3 + 4 + 5) if shape is None else 4 * int(np.prod(shape))]


def test_a_shape_of_unknown_rank(tf):
    shape = tf.placeholder(tf.int32, [None])
    values, again, _ = resumed(
        tf, lambda: tf.random_normal(shape), [{shape: [2, 3]}, {shape: [5]}, {shape: [2, 2, 2]}], before=2
    )
    np.testing.assert_array_equal(values, again)


def test_more_elements_than_are_drawn_at_once(tf, monkeypatch):
    monkeypatch.setattr(streams, "CHUNK", 100)
    values, again, drawn = resumed(tf, lambda: tf.random_normal([33, 7]), [None] * 5, before=4)
    np.testing.assert_array_equal(values, again)
    assert drawn == {"random_normal/RandomStandardNormal": 4 * 33 * 7}


def test_dropout_in_a_graph_that_trains(tf):
    """Dropout, and a random op that only some runs need: each keeps its own count."""
    tf.set_random_seed(1)
    x = tf.placeholder(tf.float32, [None, 4])
    kept = tf.nn.dropout(x, 0.5)
    noisy = x + tf.random_uniform(tf.shape(x), 0.0, 1.0, seed=4)

    def runs(session, numbers):
        feed = {x: np.ones([5, 4])}
        return [session.run({"kept": kept, "noisy": noisy} if i % 3 else {"kept": kept}, feed) for i in numbers]

    with tf.Session() as session:
        first = CountingSession(session)
        runs(first, range(4))
        drawn = dict(first.drawn)
        expected = runs(first, range(4, 9))
    assert sorted(drawn.values()) == [2 * 20, 4 * 20]
    with tf.Session() as session:
        values = runs(CountingSession(session, drawn), range(4, 9))
    for value, wanted in zip(values, expected):
        assert value.keys() == wanted.keys()
        for name in value:
            np.testing.assert_array_equal(value[name], wanted[name])
    with tf.Session() as session:  # and without the counts it would not have been so
        assert not np.array_equal(runs(CountingSession(session), range(4, 5))[0]["kept"], expected[0]["kept"])


def test_what_is_fed_is_not_drawn(tf):
    tf.set_random_seed(1)
    eps = tf.random_normal([3])
    z = eps + 1.0
    with tf.Session() as session:
        counting = CountingSession(session)
        counting.run(z, {eps: np.zeros(3)})
        counting.run(z * 2.0, {z: np.zeros(3)})
        assert counting.drawn == {}
        counting.run([z, {"again": (z,)}])
        assert counting.drawn == {"random_normal/RandomStandardNormal": 3}


def test_it_runs_what_a_session_runs(tf):
    """Ops, tensors and variables, by object or name; None for ops."""
    v = tf.get_variable("v", initializer=2.0)
    with tf.Session() as session:
        counting = CountingSession(session)
        assert counting.run(tf.global_variables_initializer()) is None
        assert counting.run([v, "v:0", v.op]) == [2.0, 2.0, None]
        assert counting.run({"a": v + 1.0}) == {"a": 3.0}


def _shuffled(tf):
    return tf.random_shuffle([1, 2, 3])


def _in_a_cond(tf):
    return tf.cond(tf.placeholder_with_default(True, []), lambda: tf.random_normal([2]), lambda: tf.zeros([2]))


def _in_a_loop(tf):
    return tf.while_loop(lambda i: i < 3.0, lambda i: i + tf.random_uniform([]), [0.0])


def _without_seed(tf):
    tf.get_default_graph().seed = None
    return tf.random_normal([2])


def _waiting(tf):
    shape = tf.shape(tf.placeholder_with_default([1.0, 2.0], [None]))
    with tf.control_dependencies([tf.no_op()]):
        return tf.random_normal(shape)


def _in_a_function(tf):
    from tensorflow.python.framework import function

    @function.Defun(tf.float32)
    def noisy(x):
        return x + tf.random_normal([2])

    return noisy(tf.zeros([2]))


@pytest.mark.parametrize("build", [_shuffled, _in_a_cond, _in_a_loop, _waiting, _in_a_function, _without_seed])
def test_what_cannot_be_counted_is_refused_before_it_runs(tf, build):
    tf.set_random_seed(1)
    fetch = build(tf)
    with tf.Session() as session, pytest.raises(NotImplementedError, match="could not be resumed"):
        CountingSession(session).run(fetch)
