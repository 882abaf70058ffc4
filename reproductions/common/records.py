"""What a run leaves to read: losses.csv, TensorBoard's events, result.json."""

import contextlib
import csv
import glob
import os
import platform
import sys
import time

import numpy as np

from legacy_tf import tf
from reproductions.common import figures
from reproductions.common.events import Events
from reproductions.common.files import read_json, whole, write_json
from reproductions.common.options import UserError

FLUSH_EVERY = 30  # seconds: for those who watch


class Records:
    """losses.csv, epochs.json, progress/*.png and events/ of the run in `out`, which goes on after `step`.

    What a killed process wrote of later steps is taken back. epoch: the last one that is complete.
    """

    def __init__(self, out, step, epoch, graph):
        self._csv, self._epochs, self.progress = (
            os.path.join(out, n) for n in ("losses.csv", "epochs.json", "progress")
        )
        self._steps = []  # (time, step, epoch, losses) that aren't written yet: all at once is faster
        self._take_back(step, epoch)
        with self._writing():
            self._events = Events(os.path.join(out, "events"), step + 1, None if step else graph)
        self._flushed = time.time()

    def losses(self, step, epoch, values):
        """Enters a step's losses {name: float, or None}; `flush` writes losses.csv and TensorBoard's events."""
        now = time.time()
        self._steps.append((now, step, epoch, values))
        if now - self._flushed > FLUSH_EVERY:
            self.flush()

    def epoch(self, step, epoch, numbers):
        """Enters an epoch's {name: number} into epochs.json and TensorBoard's events."""
        table = read_json(self._epochs) if os.path.exists(self._epochs) else {}
        write_json(self._epochs, dict(table, **{str(epoch): numbers}))
        with self._writing():
            self._events.scalars(step, numbers, time.time())

    def picture(self, step, name, picture):
        """Writes progress/<name>-<step>.png of an array or figure, and shows it in TensorBoard."""
        data = figures.png(picture)
        figures.save(os.path.join(self.progress, "{}-{:08d}.png".format(name, step)), data)
        with self._writing():
            self._events.picture(step, name, data)

    def pictures(self):
        """{name: paths of its pictures, in the steps' order}."""
        result = {}
        for path in sorted(glob.glob(os.path.join(self.progress, "*.png"))):
            result.setdefault(os.path.basename(path).rsplit("-", 1)[0], []).append(path)
        return result

    def flush(self):
        """Writes down what has been entered. Called before each checkpoint: no step is in a checkpoint only."""
        if self._steps:
            rows = [
                [step, epoch, *("" if value is None else float(value) for value in values.values())]
                for _, step, epoch, values in self._steps
            ]
            if not os.path.exists(self._csv):
                rows.insert(0, ["step", "epoch", *self._steps[0][-1]])
            with open(self._csv, "a", newline="") as f:
                csv.writer(f).writerows(rows)
        with self._writing():
            for now, step, _, values in self._steps:
                self._events.scalars(step, values, now)
            self._events.flush()
        self._steps = []
        self._flushed = time.time()

    def close(self):
        """Ends TensorBoard's events."""
        with self._writing():
            self._events.close()

    @contextlib.contextmanager
    def _writing(self):
        """Makes one kind of error of Python's and TensorFlow's."""
        try:
            yield
        except tf.errors.OpError as error:
            raise OSError(error.message.splitlines()[0]) from error

    def _take_back(self, step, epoch):
        header, rows = None, []
        if os.path.exists(self._csv):
            with open(self._csv, newline="") as f:
                header, *rows = list(csv.reader(f)) or [[]]
        # a killed process may have left half a line: the last one, of a step after the checkpoint
        rows = [row for row in rows if len(row) == len(header) and row[0].isdigit() and int(row[0]) <= step]
        if [int(row[0]) for row in rows] != list(range(1, step + 1)):
            raise UserError(
                "{} has {} of the {} steps up to the checkpoint: put it back as it was, or start anew with "
                "another --out".format(self._csv, len(rows), step)
            )
        if rows:
            with whole(self._csv) as f:
                csv.writer(f).writerows([header] + rows)
        elif header is not None:
            os.remove(self._csv)
        if os.path.exists(self._epochs):
            write_json(
                self._epochs, {key: value for key, value in read_json(self._epochs).items() if int(key) <= epoch}
            )
        for path in glob.glob(os.path.join(self.progress, "*-*.png*")):
            number = os.path.basename(path).rsplit("-", 1)[1].split(".")[0]
            if path.endswith(".part") or number.isdigit() and int(number) > step:
                os.remove(path)


def read_losses(out):
    """{name: float64 array} of a run's losses.csv, with "step" and "epoch"; NaN where a loss was not measured."""
    with open(os.path.join(out, "losses.csv"), newline="") as f:
        header, *rows = list(csv.reader(f))
    return dict(zip(header, np.array([[value or "nan" for value in row] for row in rows], np.float64).T))


def loss_curve(out, names, smooth=0):
    """A figure of a run's losses by step; `smooth`: width of a moving average, 0 for none."""
    losses = read_losses(out)
    figure = figures.new_figure(7, 3)
    axis = figure.add_subplot()
    for name in names:
        measured = ~np.isnan(losses[name])
        steps, values = losses["step"][measured], losses[name][measured]
        if 1 < smooth < len(values):
            values = np.convolve(values, np.ones(smooth) / smooth, "valid")
        axis.plot(steps[len(steps) - len(values) :], values, label=name, linewidth=1)
    axis.set_xlabel("step")
    axis.legend()
    return figure


def remove_result(out):
    """Takes result.json away: what it says is no longer so."""
    with contextlib.suppress(FileNotFoundError):
        os.remove(os.path.join(out, "result.json"))


def write_result(out, options, step, seconds, numbers):
    """result.json: what was run, with what, and what came out."""
    write_json(
        os.path.join(out, "result.json"),
        {
            "program": options.name,
            "command": " ".join(sys.argv),
            "configuration": {k: v for k, v in sorted(vars(options).items()) if k not in ("name", "resume", "out")},
            "versions": {"tensorflow": tf.__version__, "numpy": np.__version__, "python": platform.python_version()},
            "seed": options.seed,
            "steps": step,
            "wall_time_s": round(seconds, 1),
            "numbers": numbers,
        },
    )
