"""The Session loop of every training script: progress, records, pictures, checkpoints, and going on exactly.

A script's `build(options)` builds its graph, opens its data and returns a Training. Everything that NumPy draws for a
step is drawn in `batch()`, and all TensorFlow runs for it in `step(session, batch)`. To go on from step n the loop
therefore builds everything anew, loads the weights, calls `batch()` n times without training, and brings the random
ops' streams to their places (streams.py): data order, NumPy's generator and random ops then stand where they stood.

Whatever the moment at which a process is killed, --resume goes on from the newest checkpoint: checkpoints are whole or
not there, and what was recorded after it is taken back (records.py).
"""

import math
import os
import sys
import time
from typing import Any, Callable, NamedTuple, Optional

import numpy as np

from legacy_tf import tf
from legacy_tf.data.errors import DataError
from reproductions.common import figures, sessions
from reproductions.common.checkpoints import Checkpoints, first_line, numpy_digest
from reproductions.common.claim import Claim
from reproductions.common.files import read_json
from reproductions.common.options import UserError
from reproductions.common.progress import Progress, spelled
from reproductions.common.records import Records, remove_result, write_result
from reproductions.common.signals import Signals
from reproductions.common.streams import CountingSession

QUICK_STEPS, QUICK_PICTURES = 100, 10
CHECKPOINT_SECONDS = 600  # of training that a killed process loses at most, however long its steps are


class Training(NamedTuple):
    """What the loop needs to know of a system."""

    images: int  # training images, an epoch
    batch: Callable[[], Any]  # the next step's data; draws from NumPy's global generator, runs nothing
    step: Callable[[Any, Any], dict]  # (session, batch) -> {name: loss, or None where it was not measured}
    pictures: Callable[[Any], dict]  # session -> {name: uint8 array or matplotlib figure}; draws nothing from NumPy
    finish: Callable[[Any, str], dict]  # (session, out) -> numbers for result.json; writes its own pictures into out
    after_epoch: Optional[Callable[[Any], dict]] = None  # session -> {name: number}, into epochs.json and TensorBoard
    say: Optional[Callable[[int, int, dict], Optional[str]]] = None  # (step, epoch, losses) -> a line to print, or None
    partial_batch: bool = False  # whether an epoch ends with a smaller batch, where images are left


class Stopped(Exception):
    """Training can't go on: shown as one line."""


def main(options, build):
    """Trains; returns the exit code.

    0: done. 1: a loss or a weight is not finite. 2: the user's input, the data or the disk. 130, 143: Ctrl-C, SIGTERM.
    """
    try:
        return _main(options, build)
    except (UserError, DataError) as error:
        print("{}: {}".format(options.name, error), file=sys.stderr)
        return 2
    except Stopped as error:
        print("{}: {}".format(options.name, error), file=sys.stderr)
        return 1


def _main(options, build):
    if options.quick:
        from legacy_tf.data.sources import SAMPLE

        options.data_dir, options.steps = str(SAMPLE), min(options.steps or QUICK_STEPS, QUICK_STEPS)
        options.sample_every = min(options.sample_every, QUICK_STEPS // QUICK_PICTURES)
    with Signals(options.name) as signals, Claim(options) as claim:
        tf.reset_default_graph()
        tf.set_random_seed(options.seed)
        np.random.seed(options.seed % 2**32)
        training = build(options)
        if options.batch_size > training.images:
            raise UserError("--batch-size {}: there are {} images".format(options.batch_size, training.images))
        claim.begin()
        initialize = tf.global_variables_initializer()
        checkpoints = Checkpoints(os.path.join(options.out, "checkpoints"))
        with tf.Session(config=sessions.config(options.threads)) as session:
            session.run(initialize)
            return Loop(options, training, checkpoints, session, signals).run()


class Loop:
    """One process's part of a run."""

    def __init__(self, options, training, checkpoints, session, signals):
        self.options, self.training, self.checkpoints = options, training, checkpoints
        self.session, self.signals = session, signals
        whole, rest = divmod(training.images, options.batch_size)
        self.steps_per_epoch = whole + (training.partial_batch and rest > 0)
        self.last = options.steps or options.epochs * self.steps_per_epoch
        self.step = 0  # how many are done
        self.batches = 0  # a digest of the first epoch's batches so far
        self.before = 0.0  # seconds that earlier processes trained
        self.kept = None  # the newest checkpoint
        self.signals.kept = self._kept

    def run(self):
        """Returns the exit code."""
        try:
            self.kept = self.checkpoints.latest()
            if self.kept:
                self._go_on_from(self.kept)
            else:
                self.counting = CountingSession(self.session)
            if self.step >= self.last:
                self._say("{} steps are done already".format(self.step))
            if self.step < self.last or not self._is_finished():
                self._go_on()
        except OSError as error:
            raise UserError("{}; {}".format(first_line(error), self._kept())) from error
        if self.signals.number:
            self._say("stopped after step {}; {}".format(self.step, self._kept()))
            return 128 + self.signals.number
        self._say("done: {} steps, see {}".format(self.step, self.options.out))
        return 0

    def _go_on(self):
        self.started = self.saved = time.time()
        epoch = self.step // self.steps_per_epoch
        self.records = Records(self.options.out, self.step, epoch, self.session.graph)
        if self.step < self.last:
            remove_result(self.options.out)  # of an earlier, shorter end
            with self.signals.noted():
                self._train()
        if not self.signals.number:
            self._finish()
        self.records.close()

    def seconds(self):
        """Training time so far, over all processes."""
        return self.before + time.time() - self.started

    def _go_on_from(self, path):
        try:
            state = self.checkpoints.restore(self.session, path)
            place = state["step"], state["numpy"], state["batches"]
            self.before, drawn = state["seconds"], state["drawn"]
        except (OSError, ValueError, KeyError, tf.errors.OpError) as error:
            raise UserError(
                "{} can't be loaded: {}. If it is damaged, delete it: --resume goes on from the one before it, or from "
                "the start".format(path, first_line(error))
            ) from error
        with Progress(self.options.name + " finding the place", 0, place[0]) as progress:
            while self.step < place[0]:
                self._batch()
                self.step += 1
                progress.show(self.step, now=self.step == place[0])
        if (self.step, numpy_digest(), self.batches) != place:
            raise UserError(
                "the data in {} are not those that {} was trained on: give it the same, or another --out".format(
                    self.options.data_dir or "the place where they were found", path
                )
            )
        self.counting = CountingSession(self.session, drawn)

    def _batch(self):
        batch = self.training.batch()
        if self.step < self.steps_per_epoch:  # later epochs have the same images, in an order that NumPy draws
            self.batches = _digest(self.batches, batch)
        return batch

    def _train(self):
        with Progress(self.options.name, self.step, self.last, self.options.batch_size) as progress:
            while self.step < self.last and not self.signals.number:
                losses = self.training.step(self.counting, self._batch())
                self.step += 1
                epoch = (self.step - 1) // self.steps_per_epoch + 1
                self.records.losses(self.step, epoch, losses)
                if not all(value is None or math.isfinite(value) for value in losses.values()):
                    self._stop("the loss is not finite: {}".format(spelled(losses)))
                line = self.training.say and self.training.say(self.step, epoch, losses)
                if line:
                    progress.write(line)
                if self.training.after_epoch and self.step % self.steps_per_epoch == 0:
                    self.records.epoch(self.step, epoch, self._look(self.training.after_epoch))
                end = self.step == self.last
                if end or self.step % self.options.sample_every == 0:
                    for name, picture in self._look(self.training.pictures).items():
                        self.records.picture(self.step, name, picture)
                stop = self.signals.number  # what comes from here on is noticed after the next step
                if end or stop or self._is_time_to_save():
                    self._save()
                progress.show(self.step, losses, now=end or stop)

    def _look(self, look):
        """What `look` returns; it must leave NumPy's generator where it is."""
        before = numpy_digest()
        result = look(self.counting)
        if numpy_digest() != before:
            raise AssertionError("{} moved NumPy's global generator: give it one of its own".format(look))
        return result

    def _is_time_to_save(self):
        return self.step % self.options.checkpoint_every == 0 or time.time() - self.saved > CHECKPOINT_SECONDS

    def _save(self):
        self.records.flush()
        state = {"seconds": self.seconds(), "batches": self.batches}
        try:
            self.kept = self.checkpoints.save(self.counting, self.step, state)
        except FloatingPointError as error:
            self._stop(error)
        self.saved = time.time()

    def _stop(self, reason):
        self.records.flush()  # how it came to that can be read there
        raise Stopped("step {}: {}; {}".format(self.step, reason, self._kept("the last good checkpoint is {}")))

    def _kept(self, text="the last checkpoint is {}: --resume goes on from there"):
        return text.format(self.kept) if self.kept else "there is no checkpoint yet"

    def _is_finished(self):
        """Whether the process before came to its end."""
        path = os.path.join(self.options.out, "result.json")
        return os.path.exists(path) and read_json(path)["steps"] == self.step

    def _finish(self):
        numbers = self.training.finish(self.counting, self.options.out)
        for name, paths in self.records.pictures().items():
            figures.animate(paths, os.path.join(self.options.out, name + ".gif"))
        write_result(self.options.out, self.options, self.step, self.seconds(), numbers)

    def _say(self, text):
        print("{}: {}".format(self.options.name, text), file=sys.stderr)


def _digest(before, batch):
    """A digest (int) of the batches up to this one, from the one before it."""
    for part in tf.nest.flatten(batch):
        data = np.ascontiguousarray(part).reshape(-1).view(np.uint8)
        whole = len(data) // 8 * 8
        words = int(data[:whole].view(np.uint64).sum()) + int(data[whole:].sum())  # modulo 2^64
        before = (before * 1000003 + words) % 2**64
    return before
