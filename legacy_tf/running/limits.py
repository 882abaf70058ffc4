"""--seed, --threads, --steps-limit, --time-limit: what they change in TensorFlow; not given, they change nothing."""

import functools
import random
import sys
import threading
import time

from legacy_tf.running import answers, runs


class Stopped(SystemExit):
    """Ends a training that has reached its limit, gently: `finally` and atexit run, and the exit code is 0."""


def seed(number):
    """Seeds `random`, NumPy and every graph from now on with `number` (int, 0 to 2**32 - 1), until the script does."""
    import numpy as np

    random.seed(number)
    np.random.seed(number)

    def seed_graphs(tf):
        # asked, not set: an estimator whose configuration has no tf_random_seed sets None
        set_seed = tf.Graph.seed.fset
        tf.Graph.seed = property(lambda graph: number if graph._seed is None else graph._seed, set_seed)

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

    At the next run that would train (with `seconds`, at the main thread's next run of any kind) `Stopped` is raised.
    Other runs are let through from then on, so that a script can save what it has, and those of other threads always:
    the main thread may be waiting for what they put into a queue.
    """
    limit = _Limit(steps, seconds)
    answers.when_imported["tensorflow"].append(lambda tf: runs.before_each(limit.count))


class _Limit:
    """How many runs that train have been, and whether one more may be."""

    def __init__(self, steps, seconds):
        self._steps, self._seconds = steps, seconds
        self._end = None if seconds is None else time.monotonic() + seconds
        self._done, self._reason = 0, None

    def count(self, trains):
        """Counts a run that is about to be.

        Raises:
          Stopped: it may not be.
        """
        late = self._end is not None and time.monotonic() >= self._end
        if late and self._reason is None and threading.current_thread() is threading.main_thread():
            self._stop(f"after {self._seconds:g} seconds (--time-limit)")
        if trains and (late or (self._steps is not None and self._done >= self._steps)):
            self._stop(self._reason or f"after {self._done} training steps (--steps-limit)")
        self._done += trains

    def _stop(self, reason):
        self._reason = reason
        print(f"legacy_tf run: stopped {reason}", file=sys.stderr)
        raise Stopped(0)
