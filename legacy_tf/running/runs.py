"""Every run of every session, and whether it trains."""

import functools
import re
import weakref

from legacy_tf.upwards import inputs, needs, upwards

_TRAINING = ("Apply", "ResourceApply", "SparseApply", "ResourceSparseApply")  # how the optimizers' ops are called
_ASSIGNING = ("Assign", "Scatter", "ResourceScatter")  # by which Keras' optimizers, and those made by hand, do it
_GRADIENTS = re.compile(r"(^|/)gradients(_\d+)?/")  # where tf.gradients puts its ops


def before_each(do):
    """Calls `do(trains)` before every run of every session from now on: by run, partial_run or a callable, as Keras'.

    `trains` (bool): the run reaches an optimizer's op, or assigns variables what comes of gradients.
    """
    from tensorflow.python.client import session as sessions

    session_class = sessions.BaseSession
    known = weakref.WeakKeyDictionary()  # graph -> {names of the fetches' ops: whether that trains}

    def trains(session, fetches):
        graph = session.graph
        try:
            with graph.as_default():  # which TensorFlow takes objects that can be fetched for tensors of
                fetched = sessions._FetchMapper.for_fetch(fetches).unique_fetches()
            elements = [graph.as_graph_element(each, allow_tensor=True, allow_operation=True) for each in fetched]
        except (KeyError, TypeError, ValueError):
            return False  # the run itself says what is wrong with them
        fetched_ops = [getattr(each, "op", each) for each in elements]
        of_graph, names = known.setdefault(graph, {}), tuple(op.name for op in fetched_ops)
        if names not in of_graph:
            of_graph[names] = _are_training(fetched_ops)
        return of_graph[names]

    def counting(call, training):
        def counted(*args, **kwargs):
            do(training)
            return call(*args, **kwargs)

        return counted

    run, make_callable = session_class._run, session_class.make_callable
    from_options = session_class._make_callable_from_options

    @functools.wraps(run)
    def watched_run(session, handle, fetches, *args, **kwargs):  # of run and partial_run
        do(trains(session, fetches))
        return run(session, handle, fetches, *args, **kwargs)

    @functools.wraps(make_callable)
    def watched_make_callable(session, fetches, feed_list=None, accept_options=False):
        made = make_callable(session, fetches, feed_list, accept_options)
        return made if feed_list is not None else counting(made, trains(session, fetches))  # with feeds it calls run

    @functools.wraps(from_options)
    def watched_from_options(session, options):
        return counting(from_options(session, options), trains(session, [*options.fetch, *options.target]))

    session_class._run, session_class.make_callable = watched_run, watched_make_callable
    session_class._make_callable_from_options = watched_from_options


def _are_training(ops):
    """Whether one of the ops, or one that they need, is an optimizer's, or assigns what comes of gradients."""
    needed = list(upwards(ops, needs))
    if any(op.type.startswith(_TRAINING) for op in needed):
        return True
    assigned = [x.op for op in needed if op.type.startswith(_ASSIGNING) for x in op.inputs]
    return any(_GRADIENTS.search(op.name) for op in upwards(assigned, inputs))
