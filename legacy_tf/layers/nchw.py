"""Channels first on a CPU: TF 1.15 transposes around the 2-D ops that have no such kernel there."""

from tensorflow.python.framework import config, ops
from tensorflow.python.ops import state_ops, variables

_looked_for_gpus = False


def track(weight):
    """Notes a layer's weight, for `needs_transposing`'s first call. The note dies with the graph: it hangs on it."""
    graph = ops.get_default_graph()
    graph.layers_weights = [*getattr(graph, "layers_weights", ()), weight]


def needs_transposing(data_format):
    """Whether ops with this data format must be transposed around: channels first, and no GPU.

    To learn whether there is a GPU, TF 1.15 opens a session, once a process, which makes the ops that initialize all
    layers' weights of the graph so far. Every later op seed counts them, so they are made here too.
    """
    global _looked_for_gpus
    if data_format != "channels_first":
        return False
    if not _looked_for_gpus:
        _looked_for_gpus = True
        weights = getattr(ops.get_default_graph(), "layers_weights", [])
        for weight in weights:
            state_ops.is_variable_initialized(weight)
        if weights:
            variables.variables_initializer(weights)
    return not config.list_physical_devices("GPU")
