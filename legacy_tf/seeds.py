"""TF 1.15's op-seed rule: an op without a seed of its own takes the number of ops that its graph holds so far.

Today's TensorFlow counts random ops instead (0, 1, 2, …), so the same script starts from other numbers. The random
kernels did not change: with equal (seed, seed2) the numbers are bit-identical.

Where today's TensorFlow builds a graph with another number of ops than TF 1.15 built, and nobody needs the ops
themselves, the difference is written into a ledger, which the rule adds to the graph's own count.
"""

import weakref

from tensorflow.python.eager import context
from tensorflow.python.framework import ops, random_seed

_MAXINT32 = 2**31 - 1
_ledger = weakref.WeakKeyDictionary()  # graph -> ops that TF 1.15 would hold more (or fewer, if negative)


def ops_created(graph=None):
    """Number of ops that TF 1.15 would have created in `graph` (default: the current graph) by now."""
    graph = graph or ops.get_default_graph()
    return graph.version + ledger(graph)


def ledger(graph):
    """Number of ops that TF 1.15 would have created more (fewer, if negative) in `graph` by now."""
    return _ledger.get(graph, 0)


def record(difference, graph=None):
    """Enters `difference` (int, ops in TF 1.15 minus ops here) into the ledger of `graph` (default: current)."""
    if difference:
        graph = graph or ops.get_default_graph()
        _ledger[graph] = ledger(graph) + difference


def get_seed(op_seed):
    """`tf.get_seed` of TF 1.15: the pair (seed, seed2) for a random op with seed `op_seed` (int or None).

    Graph seed and no op seed: (graph seed, ops created so far). Op seed and no graph seed: (87654321, op seed).
    Neither: (None, None), which the kernels take as "from the operating system". Never (0, 0), which means the same.
    """
    graph = ops.get_default_graph()
    if context.executing_eagerly():  # inside tf.init_scope of eager code only: the rule below is the graph's
        return _get_seed_of_today(op_seed)
    if graph.seed is not None:
        if op_seed is None:
            op_seed = ops_created(graph)
            if hasattr(graph, "_seed_used"):  # a Dataset or function graph that asks whether it is stateful
                graph._seed_used = True
        pair = graph.seed % _MAXINT32, op_seed % _MAXINT32
    elif op_seed is not None:
        pair = random_seed.DEFAULT_GRAPH_SEED, op_seed % _MAXINT32
    else:
        return None, None
    return (0, _MAXINT32) if pair == (0, 0) else pair


_get_seed_of_today = random_seed.get_seed
