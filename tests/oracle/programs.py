"""Small whole programs: graph, sessions, some runs. The same code runs under TensorFlow 1.15.5 and today's. Python
3.7's syntax.
"""

import contextlib
import functools
import random
import shutil
import tempfile

import numpy as np

from oracle import sweep

RUNNER_SEED = 77
GRAPH, OPS, RUNNER = "graph seed", "op seeds", "--seed"  # where a program's randomness comes from
WHOLE_GRAPH = "seed of an op after all"


class Programs(dict):
    """{name: (program(tf) -> results, where its seeds come from)}; `@programs.program(name)` enters a function."""

    def program(self, name, seeds=GRAPH):
        def enter(function):
            assert name not in self, name
            self[name] = (function, seeds)
            return function

        return enter


def run_program(tf, program, seeds):
    """A record: what the program returns (numbers, arrays, text, in lists, tuples and dicts), and the seeds of the
    random ops that it left in its default graph, with that of one that would come next."""
    random.seed(RUNNER_SEED)
    np.random.seed(RUNNER_SEED)
    with seeded(tf, RUNNER_SEED if seeds == RUNNER else None), tf.Graph().as_default() as graph:
        if seeds == GRAPH:
            tf.set_random_seed(sweep.GRAPH_SEED)
        results = program(tf)
        found = {} if seeds == OPS else {WHOLE_GRAPH: list(tf.get_seed(None))}
        return {"values": dict(flattened(results)), "random": dict(sweep.random_ops(graph), **found)}


@contextlib.contextmanager
def seeded(tf, number):
    """Graphs that are made inside start with this seed, as under `python -m legacy_tf run --seed` (None: as ever)."""
    made = tf.Graph.__init__

    @functools.wraps(made)
    def init(graph, *args, **kwargs):
        made(graph, *args, **kwargs)
        graph._seed = number

    if number is not None:
        tf.Graph.__init__ = init
    try:
        yield
    finally:
        tf.Graph.__init__ = made


def flattened(results, name=""):
    """[(name, array as sweep.plain gives it)]: the name says the place in lists, tuples and dicts. None is left out."""
    if isinstance(results, dict):
        items = sorted(results.items())
    elif isinstance(results, (list, tuple)):
        items = [(str(n), each) for n, each in enumerate(results)]
    else:
        return [] if results is None else [(name or "result", sweep.plain(results))]
    return [pair for key, each in items for pair in flattened(each, name + "/" + key if name else key)]


def initialized(tf):
    """A Session with one thread, global and local variables and tables initialized."""
    session = sweep.session(tf)
    session.run([tf.global_variables_initializer(), tf.local_variables_initializer(), tf.tables_initializer()])
    return session


def runs(tf, fetches, times=3, feeds=None):
    """[what `times` runs give], in a Session of its own; `feeds(i)`: what the i-th is fed."""
    with initialized(tf) as session:
        return [session.run(fetches, feeds(i) if feeds else None) for i in range(times)]


def after(tf, train, fetches, steps=3, feeds=None):
    """What the fetches give after each step: in a run of their own, since what is read while it is changed races."""
    found = []
    with initialized(tf) as session:
        for i in range(steps):
            feed = feeds(i) if feeds else None
            session.run(train, feed)
            found.append(session.run([fetches], feed))
    return found


@contextlib.contextmanager
def scratch():
    """A directory for as long as it is needed."""
    directory = tempfile.mkdtemp()
    try:
        yield directory
    finally:
        shutil.rmtree(directory)


def data(*shape, **kwargs):
    """The same float32 numbers in [0, 1) every time, or whole ones below `below`."""
    rng = np.random.RandomState(kwargs.get("seed", 5))
    return rng.randint(kwargs["below"], size=shape) if "below" in kwargs else rng.uniform(size=shape).astype("f4")


def until_the_end(tf, session, fetches, most=50):
    """Runs until the pipeline is exhausted."""
    found = []
    with contextlib.suppress(tf.errors.OutOfRangeError):
        while len(found) < most:
            found.append(session.run(fetches))
    return found


def bound(tf, datasets, most=8):
    """What an iterator gives that is bound to each of the datasets in turn, twice."""
    first = datasets[0]
    iterator = tf.data.Iterator.from_structure(first.output_types, first.output_shapes)
    element = iterator.get_next()
    starts = [iterator.make_initializer(dataset) for dataset in datasets]
    found = []
    with initialized(tf) as session:
        for start in starts * 2:
            session.run(start)
            found.append(until_the_end(tf, session, element, most))
    return found


def produced(tf, fetches, most=30):
    """What a queue gives, once its only producer has come to an end."""
    with initialized(tf) as session:
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        found = until_the_end(tf, session, fetches, most)
        coordinator.request_stop()
        coordinator.join(threads)
    return found


def one_shot(tf, dataset, most=40):
    """All that a one-shot iterator gives."""
    element = dataset.make_one_shot_iterator().get_next()
    with initialized(tf) as session:
        return until_the_end(tf, session, element, most)
