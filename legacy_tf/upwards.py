"""Walks of a graph from ops to what they need. Ops are of any graph of today's TensorFlow."""


def upwards(ops, above):
    """The ops, those `above(op)` each, and so on: each once."""
    waiting, seen = list(ops), set()
    while waiting:
        op = waiting.pop()
        if op not in seen:
            seen.add(op)
            yield op
            waiting.extend(above(op))


def inputs(op):
    """The ops whose outputs an op takes."""
    return [x.op for x in op.inputs]


def needs(op):
    """The ops that run before an op: of its inputs, and those that it waits for."""
    return [*inputs(op), *op.control_inputs]
