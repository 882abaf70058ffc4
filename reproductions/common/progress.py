"""The progress bar: losses, and images/s."""

import sys
import time

SHOWN_EVERY = 0.5  # seconds


class Progress:
    """A bar from step `step` to `last`; to be entered. batch_size: images a step, None if images aren't counted."""

    def __init__(self, name, step, last, batch_size=None):
        from tqdm import tqdm

        self._first, self._batch_size = step, batch_size
        self._since = self._shown = time.time()
        self._bar = tqdm(desc=name, initial=step, total=last, unit="step", mininterval=0, miniters=1)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._bar.close()

    def show(self, step, losses=None, now=False):
        """After each step; what is shown changes every half second, or `now`."""
        time_ = time.time()
        if now or time_ - self._shown >= SHOWN_EVERY:
            self._shown = time_
            if losses:
                text = "{}, {:.0f} images/s".format(spelled(losses), self._rate(step, time_))
                self._bar.set_postfix_str(text, refresh=False)
            self._bar.update(step - self._bar.n)
        if step == self._first + 1:
            self._since = time.time()

    def _rate(self, step, time_):
        """Images/s of this process, but for its first step, in which TensorFlow gets the graph ready."""
        steps = step - self._first
        return (steps - 1 or 1) * self._batch_size / max(time_ - self._since, 1e-9)

    def write(self, line):
        """A line on stdout, which the bar makes room for."""
        self._bar.write(line, file=sys.stdout)
        sys.stdout.flush()


def spelled(losses):
    """One line of {name: number}, but for what is None."""
    return ", ".join("{} {:.4f}".format(name, value) for name, value in losses.items() if value is not None)
