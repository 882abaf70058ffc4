"""tf.while_loop, and with it tf.map_fn, tf.scan, tf.nn.dynamic_rnn …: its name scope, and the order of its draws."""

from tensorflow.core.framework import attr_value_pb2
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, resource_variable_ops
from tensorflow.python.ops import while_loop as while_loop_of_today
from tensorflow.python.util import nest, variable_utils

from legacy_tf.upwards import inputs, upwards

_while_loop = while_loop_of_today.while_loop
_ENTERING = ("Enter", "RefEnter")
_OF_THE_ROUND = ("Switch", "RefSwitch", "Merge", "RefMerge", "TensorArrayReadV3")


class _InTurn(control_flow_ops.WhileContext):
    """A loop whose rounds are run one after another. `parallel_iterations` is what was asked for: with more than 1,
    gradients make an op that TF 1.15 counted."""

    @property
    def parallel_iterations(self):
        return self._asked


# Today's function reads resource variables among loop_vars before it enters the loop's name scope.
# Today's executor starts the rounds that may run at a time with the last, TF 1.15's with the first; it too began with
# the last where an op waited for its round's element.
def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False,
               name=None, maximum_iterations=None, return_same_structure=False):  # fmt: skip
    """As `tf.while_loop`. With a random op inside that does not wait for what a round reads or was handed, rounds are
    run in their order: so TF 1.15 drew. Of other random ops it drew the last round's first, as today's TensorFlow does.
    """
    if any(map(resource_variable_ops.is_resource_variable, nest.flatten(loop_vars))):
        with ops.name_scope(name, "while") as name:
            loop_vars = variable_utils.convert_variables_to_tensors(loop_vars)
    graph = ops.get_default_graph()
    before = len(graph.get_operations())
    result = _while_loop(cond, body, loop_vars, shape_invariants, parallel_iterations, back_prop, swap_memory, name,
                         maximum_iterations, return_same_structure)  # fmt: skip
    created = graph.get_operations()[before:]
    for loop in {loop for op in created if _draws(op) for loop in _loops_around(op)}:
        if loop.parallel_iterations > 1:
            _run_in_turn(loop, created)
    return result


def _draws(op):
    """Whether an op draws, and can do so as soon as a round begins."""
    if not any(attr.name == "seed2" for attr in op.op_def.attr):
        return False
    inside = upwards([op], lambda each: () if each.type in _ENTERING else inputs(each))
    return not any(each.type in _OF_THE_ROUND for each in inside)


def _loops_around(op):
    context = op._get_control_flow_context()
    while context is not None:
        if isinstance(context, control_flow_ops.WhileContext):
            yield context
        context = context.outer_context


def _run_in_turn(loop, created):
    """Makes `loop` start a round when the one before has ended. `created` holds the ops that enter it so far."""
    for op in created:
        if op.type in _ENTERING and op.get_attr("frame_name").decode() == loop.name:
            op._set_attr("parallel_iterations", attr_value_pb2.AttrValue(i=1))
    loop.__class__, loop._asked, loop._parallel_iterations = _InTurn, loop.parallel_iterations, 1
