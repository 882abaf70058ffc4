"""Where the random ops of a Session stand, so that another Session can go on from there.

The kernel of a random op keeps its place in its stream of numbers for as long as the Session lives, and no checkpoint
holds it. What it has drawn can be counted, though: every element moves the stream by the same amount, however the
elements are spread over calls. So a new Session's kernel is brought to its place by drawing as many elements.
"""

import numpy as np

from legacy_tf import tf

COUNTED = ("RandomUniform", "RandomUniformInt", "RandomStandardNormal", "TruncatedNormal")
CHUNK = 2**22  # elements drawn at once on the way back to a place: 16 MB


class CountingSession:
    """A tf.Session whose `run` counts the elements that each random op draws.

    session: the tf.Session. drawn: {op name: elements so far}, as another CountingSession of the same graph counted;
    its random ops then go on from there. Raises NotImplementedError for ops whose draws can't be counted.
    """

    def __init__(self, session, drawn=None):
        self.session = session
        self.drawn = {}
        self._known = {}  # (fetches, feeds) -> random ops that they run
        for name, count in (drawn or {}).items():
            self._advance(session.graph.get_operation_by_name(name), count)

    def run(self, fetches, feed_dict=None):
        """As tf.Session.run."""
        ops = self._random_ops(fetches, feed_dict or {})
        result, shapes = self.session.run([fetches, [op.inputs[0] for op in ops]], feed_dict)
        for op, shape in zip(ops, shapes):
            count = 1
            for size in shape.tolist():  # ten times as fast as np.prod
                count *= size
            self.drawn[op.name] = self.drawn.get(op.name, 0) + count
        return result

    def _random_ops(self, fetches, feeds):
        """Random ops that a run goes through: a fed tensor's own op, and what only it needs, is not run."""
        key = tuple(tf.nest.flatten(fetches)), frozenset(feeds)
        if key not in self._known:
            graph = self.session.graph
            fed = {graph.as_graph_element(thing).name for thing in feeds}
            todo = [graph.as_graph_element(thing) for thing in key[0]]
            todo = [getattr(thing, "op", thing) for thing in todo if thing.name not in fed]
            library = graph.as_graph_def().library.function
            draws = any("seed2" in node.attr for f in library for node in f.node_def)
            random_functions = {f.signature.name for f in library} if draws else set()
            found, seen = [], set()
            while todo:
                op = todo.pop()
                if op not in seen:
                    seen.add(op)
                    if _is_random(op, random_functions):
                        found.append(op)
                    todo += [tensor.op for tensor in op.inputs if tensor.name not in fed] + list(op.control_inputs)
            self._known[key] = sorted(found, key=lambda op: op.name)
        return self._known[key]

    def _advance(self, op, count):
        """Draws `count` elements from an op, for nobody."""
        self.drawn[op.name] = count
        shape = op.inputs[0]  # (rank,)
        rank = shape.shape.as_list()[0]
        feeds = dict(zip(op.inputs[1:], (0, 2)))  # RandomUniformInt's bounds; they may need what isn't fed here
        while count:
            chunk = 1 if rank == 0 else min(count, CHUNK)
            feeds[shape] = np.zeros([0], np.int32) if rank == 0 else [chunk] + [1] * ((rank or 1) - 1)
            self.session.run(op, feeds)
            count -= chunk


def _is_random(op, random_functions):
    """Whether an op draws. Raises NotImplementedError if how much can't be known.

    random_functions: names of the graph's functions, if random ops are in any: which calls which isn't looked for.
    """
    attributes, reason = op.node_def.attr, None
    if random_functions:
        called = {op.type} | {f.name for value in attributes.values() for f in [value.func, *value.list.func]}
        if called & random_functions:
            reason = "calls a function that may draw"
    if "seed2" not in attributes:
        if not reason:
            return False
    elif op.type not in COUNTED:
        reason = "is none of {}".format(", ".join(COUNTED))
    elif attributes["seed"].i == attributes["seed2"].i == 0:
        reason = "has no seed, nor has the graph"
    elif op._get_control_flow_context():
        reason = "is in a tf.cond or tf.while_loop, and may run or not"
    elif op.control_inputs:
        reason = "waits for other ops, which would run with it"
    if reason:
        raise NotImplementedError(
            "{} ({}) {}: its draws can't be repeated, so a run could not be resumed".format(op.name, op.type, reason)
        )
    return True
