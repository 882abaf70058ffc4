"""matplotlib's windows as files: a backend (matplotlib's word for what draws) that is Agg, and whose show() saves.

os.environ["MPLBACKEND"] = "module://legacy_tf.running.figures", before matplotlib is loaded
"""

import os
import sys

import matplotlib
from matplotlib import _pylab_helpers, pyplot
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

DIRECTORY = "LEGACY_TF_FIGURES"  # the environment variable that names the directory, for child processes too
_saved = 0


class FigureManager(FigureManagerBase):
    """A window that is a file."""

    @classmethod
    def pyplot_show(cls, *args, block=None, **kwargs):
        """`pyplot.show()`: saves the open figures; where it would wait until they are closed, closes them."""
        save_open_figures(close=not matplotlib.is_interactive() if block is None else block)

    def show(self):
        """`figure.show()`: saves the figure."""
        _save(self.canvas.figure)


class FigureCanvas(FigureCanvasAgg):
    """Agg's."""

    manager_class = FigureManager

    def start_event_loop(self, timeout=0):
        """Nothing: nobody is there to wait for, by `pyplot.pause` or `waitforbuttonpress`."""


def save_open_figures(close):
    """Saves every figure that pyplot has open as figure-001.png …, and closes it."""
    for number in pyplot.get_fignums():
        _save(_pylab_helpers.Gcf.figs[number].canvas.figure)  # pyplot.figure(number) would make it the current one
        if close:
            pyplot.close(number)


def keep_backend(backend, *args, **kwargs):
    """`matplotlib.use` and `pyplot.switch_backend` of a script whose figures go into files: the backend stays."""


def _save(figure):
    global _saved
    _saved += 1
    directory = os.environ.get(DIRECTORY, os.curdir)
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, f"figure-{_saved:03}.png")
    figure.savefig(path)
    print(f"legacy_tf run: {path}", file=sys.stderr)
