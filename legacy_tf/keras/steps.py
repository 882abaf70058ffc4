"""The number of the step, as Keras 2.3.1's optimizers saw it in TF 1.15.

An optimizer counts its steps in a variable and reads it (Adam's t, every `decay`), and nothing in the graph says which
comes first. In TF 1.15 it was seldom left to chance: the order in which its optimizer of graphs left the nodes decided.

- Mostly the counter's handle stood before the 1 that is added to it; then it was increased first, so that Adam's first
  step has t = 2 and not 1.
- That optimizer first takes out what a run does not need, and fills each gap with the last node that is left, from the
  last gap backwards. Where more gaps lie before the 1 than nodes that are needed after it, it comes to stand before the
  handle, and the counter is read first: graphs that hold much besides, as loops of several LSTM. That is so where the
  step of training is the first that sees the counter, as `fit` right after `compile` makes it. Where something between
  the two (`get_weights`, `predict`) has let Keras give it its 0, the counter is increased first.
- Where that optimizer fails, the nodes stay as they were, and the counter is read first. It fails where a tensor is
  repeated by a Split into one and a Concat, which is how Keras spreads the weights of samples over a loss of two
  dimensions (a model with outputs of three).

Today both orders are possible; so the graph is told.
"""

import functools
import re

from legacy_tf.upwards import needs, upwards

_IN_LOOP = re.compile(r"gradients(_\d+)?/.*/while(_\d+)?/.*_grad/")
_training = []  # models that are making their train function


def in_order(get_updates):
    """An optimizer's `get_updates`, between whose reads of its counter and its counting there is an order."""

    @functools.wraps(get_updates)
    def ordered(self, loss, params):
        before = len(loss.graph.get_operations())
        updates = get_updates(self, loss, params)
        counter = getattr(getattr(self, "iterations", None), "handle", None)  # none: an optimizer of tf.keras
        ops = [op for op in loss.graph.get_operations()[before:] if any(each is counter for each in op.inputs)]
        reads = [op for op in ops if op.type == "ReadVariableOp" and not op.control_inputs]
        counting = [op for op in ops if op.type == "AssignAddVariableOp"]
        if reads and counting:
            fetched = [loss, *updates, *(_besides(_training[-1]) if _training else ())]
            is_initialized = getattr(self.iterations, "_keras_initialized", False)
            one = counting[0].inputs[1].op
            read_first = _stays_unsorted(loss) or (not is_initialized and _one_is_moved(counter.op, one, fetched))
            first, then = (reads, counting) if read_first else (counting, reads)
            for op in then:
                op._add_control_inputs(first)
        return updates

    return ordered


def with_model(make_train_function):
    """A model's `_make_train_function`, in which it is known whose step of training an optimizer's updates are."""

    @functools.wraps(make_train_function)
    def make(self):
        _training.append(self)
        try:
            make_train_function(self)
        finally:
            _training.pop()

    return make


def _besides(model):
    """What a step of training a model needs besides loss and updates: metrics, and updates of layers."""
    metrics = model._get_training_eval_metrics()
    values = [metric._call_result for metric in metrics if hasattr(metric, "_call_result")]
    return [*values, *model.updates, *(update for metric in metrics for update in metric.updates)]


def _one_is_moved(handle, one, fetched):
    """Whether the 1 comes to stand before the counter's handle where nodes that `fetched` does not need are taken out.

    `fetched`: tensors, ops, and pairs of a variable and its new value.
    """
    flat = [part for each in fetched for part in (each if isinstance(each, tuple) else (each,))]
    needed = set(upwards([getattr(each, "op", each) for each in flat], needs))
    nodes = handle.graph.get_operations()
    at = nodes.index(one)
    after = sum(op in needed for op in nodes[at + 1 :]) + 1  # and the NoOp that will group the updates
    gaps = [i for i, op in enumerate(nodes[:at]) if op not in needed for _ in range(_in_tf_1_15(op))]
    return after < len(gaps) and gaps[-after - 1] < nodes.index(handle)


def _in_tf_1_15(op):
    """How many nodes TF 1.15 had for one that is not needed: in a sum's gradient 1, Maximum, FloorDiv and Tile for
    BroadcastTo; in a loop's gradient no sizes."""
    if op.type in ("Const", "Shape") and _IN_LOOP.search(op.name):
        return 0
    return 4 if op.name.endswith("_grad/BroadcastTo") else 1


def _stays_unsorted(loss):
    """Whether what a loss needs has a tensor repeated by a Split into one and a Concat."""
    return any(
        op.type == "ConcatV2" and op.inputs[0].op.type == "Split" and len(op.inputs[0].op.outputs) == 1
        for op in upwards([loss.op], needs)
    )
