"""--seed, --threads, --steps-limit, --time-limit: what they change in TensorFlow; not given, they change nothing."""

import functools
import random
import sys
import time

from legacy_tf.running import answers

_TRAINING = ("Apply", "ResourceApply", "SparseApply", "ResourceSparseApply")  # how the optimizers' ops are called


class Stopped(SystemExit):
    """Ends a training that has reached its limit, gently: `finally` and atexit run, and the exit code is 0."""


def seed(number):
    """Seeds `random`, NumPy and every graph from now on with `number` (int, 0 to 2**32 - 1), until the script does."""
    import numpy as np

    random.seed(number)
    np.random.seed(number)

    def seed_graphs(tf):
        made = tf.Graph.__init__

        @functools.wraps(made)
        def init(graph, *args, **kwargs):
            made(graph, *args, **kwargs)
            graph._seed = number

        tf.Graph.__init__ = init
        tf.set_random_seed(number)  # of the default graph, should there be one already

    answers.when_imported["tensorflow"].append(seed_graphs)


def threads(number):
    """Lets sessions that set no number of threads have `number` (int), between ops and within them."""

    def count_threads(tf):
        from tensorflow.python.client import session as sessions

        made = sessions.BaseSession.__init__

        @functools.wraps(made)
        def init(session, target="", graph=None, config=None):
            if config is None or isinstance(config, tf.ConfigProto):
                theirs, config = config, tf.ConfigProto()
                config.intra_op_parallelism_threads = config.inter_op_parallelism_threads = number
                config.MergeFrom(theirs or tf.ConfigProto())
            made(session, target, graph, config)

        sessions.BaseSession.__init__ = init

    answers.when_imported["tensorflow"].append(count_threads)


def limit(steps, seconds):
    """Stops the script after `steps` runs that train, or after `seconds` (None: no limit).

    A run trains if it reaches an optimizer's op. At the next run that would train (with `seconds`, at the next run of
    any kind) `Stopped` is raised. Other runs are let through from then on, so that a script can save what it has.
    """
    end = None if seconds is None else time.monotonic() + seconds
    answers.when_imported["tensorflow"].append(lambda tf: _watch(steps, seconds, end))


def _watch(steps, seconds, end):
    from tensorflow.python.client import session as sessions

    run = sessions.BaseSession.run
    known = {}  # (graph, the fetches' ops) -> whether that trains
    done, reason = 0, None

    def trains(session, fetches):
        with session.graph.as_default():  # which TensorFlow takes objects that can be fetched for tensors of
            fetched = sessions._FetchMapper.for_fetch(fetches).unique_fetches()
        elements = [session.graph.as_graph_element(each, allow_tensor=True, allow_operation=True) for each in fetched]
        key = (session.graph, *(getattr(each, "op", each) for each in elements))
        if key not in known:
            known[key] = _reaches_an_optimizer(key[1:])
        return known[key]

    @functools.wraps(run)
    def watched(session, fetches, *args, **kwargs):
        nonlocal done, reason
        training = trains(session, fetches)
        late = end is not None and time.monotonic() >= end
        if late and reason is None:
            _stop(reason := f"after {seconds:g} seconds (--time-limit)")
        if training and (late or (steps is not None and done >= steps)):
            _stop(reason := reason or f"after {done} training steps (--steps-limit)")
        done += training
        return run(session, fetches, *args, **kwargs)

    sessions.BaseSession.run = watched


def _stop(reason):
    print(f"legacy_tf run: stopped {reason}", file=sys.stderr)
    raise Stopped(0)


def _reaches_an_optimizer(ops):
    """Whether one of the ops, or one that they need, is an optimizer's."""
    waiting, seen = list(ops), set(ops)
    while waiting:
        op = waiting.pop()
        if op.type.startswith(_TRAINING):
            return True
        for needed in (*(x.op for x in op.inputs), *op.control_inputs):
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)
    return False
