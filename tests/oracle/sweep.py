"""What is asked about one small graph: its nodes, seeds, initial values, forward values, gradients, and the seed of a
random op that is created after the gradients. The same code asks TensorFlow 1.15.5 and today's. Python 3.7's syntax.
"""

import hashlib
import re

import numpy as np

GRAPH_SEED = 20191014


class Cases(dict):
    """{name: build(tf) -> {name: tensor}}; `@cases.case(name)` enters a function."""

    def case(self, name):
        def enter(build):
            assert name not in self, name
            self[name] = build
            return build

        return enter


def forward_nodes(graph):
    """[[name, type], …] of a graph's ops, in the order of their creation, without gradients.

    In the scopes of `tf.gradients` the two TensorFlows build other ops, whose number is kept equal by the ledger: the
    seeds show it.
    """
    return [[op.name, op.type] for op in graph.get_operations() if not re.match(r"(.*/)?gradients(_\d+)?/", op.name)]


def random_ops(graph):
    """{name: [seed, seed2]} of a graph's random ops (and shuffling datasets are not among them: they keep tensors)."""
    found = {}
    for op in graph.get_operations():
        if "seed2" in op.node_def.attr:
            found[op.name] = [op.get_attr("seed"), op.get_attr("seed2")]
    return found


def digest(array):
    """ "dtype shape sha256" of an array: equal exactly when the bits are."""
    array = np.ascontiguousarray(array)
    return "{} {} {}".format(array.dtype, list(array.shape), hashlib.sha256(array.tobytes()).hexdigest()[:24])


def session(tf):
    """A Session with one thread: where numbers are compared, the order of sums must not depend on the scheduler."""
    config = tf.ConfigProto(intra_op_parallelism_threads=1, inter_op_parallelism_threads=1)
    return tf.Session(config=config)


def run_case(tf, build, counted=False, seed=GRAPH_SEED):
    """Builds `build(tf) -> {name: tensor}` in a graph of its own, with graph seed `seed`, and asks it all.

    `counted`: a function whose ops are counted here and not rebuilt; its nodes are not asked for.
    """
    graph = tf.Graph()
    with graph.as_default():
        tf.set_random_seed(seed)
        outputs = build(tf)
        record = {} if counted else {"nodes": forward_nodes(graph)}
        variables = tf.global_variables()
        floats = [t for t in outputs.values() if t.dtype.base_dtype in (tf.float32, tf.float64)]
        sources = tf.trainable_variables() + tf.get_collection("case_inputs")
        pairs = [(s, g) for s, g in zip(sources, tf.gradients(floats, sources))] if floats and sources else []
        gradients = {s.op.name: tf.convert_to_tensor(g) for s, g in pairs if g is not None}
        tf.random_uniform([2], -1.0, 1.0, name="after_gradients")
        record["random"] = random_ops(graph)
        with session(tf) as sess:
            sess.run(tf.global_variables_initializer())
            initial = sess.run({v.op.name: v for v in variables}) if variables else {}
            record["initial"] = {name: digest(value) for name, value in initial.items()}
            for part, tensors in (("values", outputs), ("gradients", gradients)):
                try:
                    record[part] = {name: plain(value) for name, value in sess.run(tensors).items()} if tensors else {}
                except tf.errors.OpError as error:  # e.g. a layout that this TensorFlow's CPU kernels don't have
                    record[part] = {"error": type(error).__name__}
    return record


def plain(value):
    """An array as JSON: shape, dtype and the numbers, each float in the shortest form that gives back its bits."""
    value = np.asarray(value)
    flat = value.ravel()
    if value.dtype.kind == "f":
        flat = [float(x) if x.dtype == np.float64 else float(str(x)) for x in flat]
    elif value.dtype.kind in "SO":
        flat = [x.decode("latin-1") if isinstance(x, bytes) else str(x) for x in flat]
    else:
        flat = flat.tolist()
    return {"dtype": str(value.dtype), "shape": list(value.shape), "flat": flat}


def constant(tf, *shape, **kwargs):
    """A float input with all its values different and positive (sums don't cancel), entered as a source of gradients.
    `unknown`: axes hidden from the static shape, as a placeholder's."""
    size = int(np.prod(shape))
    array = (0.6 + 0.4 * np.cos(np.arange(1, size + 1) * 0.7)).reshape(shape).astype(kwargs.get("dtype", "float32"))
    static = [None if axis in kwargs.get("unknown", ()) else n for axis, n in enumerate(shape)]
    tensor = tf.placeholder_with_default(array, static)
    tf.add_to_collection("case_inputs", tensor)
    return tensor
