"""The op-seed rule where a sweep of graphs can't show it. Numbers: TF 1.15.5's rule, stated in legacy_tf/seeds.py."""

import gc
import weakref

import pytest

from legacy_tf import seeds


def last_random_op(tf):
    ops = [op for op in tf.get_default_graph().get_operations() if op.type == "RandomUniform"]
    return ops[-1].get_attr("seed"), ops[-1].get_attr("seed2")


def test_counts_the_ops_made_so_far(tf):
    tf.set_random_seed(5)
    tf.random_uniform([2])  # shape, min, max: three ops before it
    assert last_random_op(tf) == (5, 3)
    tf.random_uniform([2])  # seven of the first, and its own three
    assert last_random_op(tf) == (5, 10)


def test_reset_default_graph_starts_anew(tf):
    for _ in range(2):
        tf.reset_default_graph()
        tf.set_random_seed(5)
        tf.random_uniform([2])
        assert last_random_op(tf) == (5, 3)


def test_a_new_graph_has_no_seed(tf):
    tf.set_random_seed(5)
    tf.reset_default_graph()
    tf.random_uniform([2])
    assert last_random_op(tf) == (0, 0)
    tf.random_uniform([2], seed=8)
    assert last_random_op(tf) == (87654321, 8)


def test_ledger_belongs_to_its_graph(tf):
    with tf.Graph().as_default() as graph:
        seeds.record(7)
        tf.constant(0)
        assert seeds.ops_created() == 8
    assert seeds.ops_created() == 0
    assert seeds.ops_created(graph) == 8
    seeds.record(-2, graph)
    assert seeds.ops_created(graph) == 6


def test_ledger_does_not_keep_graphs_alive(tf):
    before = len(seeds._ledger)
    for _ in range(5):
        with tf.Graph().as_default():
            seeds.record(1)
    gc.collect()
    assert len(seeds._ledger) <= before + 1


@pytest.mark.parametrize(("graph_seed", "op_seed"), [(0, 0), (2**31 - 1, 2**31 - 1)])
def test_the_pair_of_zeros_is_never_given(tf, graph_seed, op_seed):
    tf.set_random_seed(graph_seed)
    assert tf.get_seed(op_seed) == (0, 2**31 - 1)


@pytest.mark.parametrize("what", ["layers", "contrib", "gradients", "loop", "channels_first"])
def test_graphs_are_collected(tf, what):
    """Nothing here may keep a graph alive: notebooks build one after the other."""

    def build():
        with tf.Graph().as_default() as graph:
            x = tf.ones([2, 3, 4, 4])
            if what == "contrib":
                y = tf.contrib.layers.fully_connected(tf.contrib.layers.flatten(x), 2)
            elif what == "loop":
                y = tf.while_loop(
                    lambda y: tf.reduce_sum(y) < 9.0, lambda y: y * 2.0, [tf.get_variable("w", [3]) * 1.0]
                )
            elif what == "channels_first":
                y = tf.layers.conv2d_transpose(x, 2, 3, data_format="channels_first")
            else:
                y = tf.layers.batch_normalization(tf.layers.conv2d(x, 2, 3, padding="same"), training=True)
            if what in ("gradients", "loop"):
                tf.train.AdamOptimizer().minimize(tf.reduce_sum(y))
        return weakref.ref(graph)

    graph = build()
    gc.collect()
    assert graph() is None
