"""What answers names of Python, SciPy, matplotlib and IPython that are gone. See legacy_tf/table/moved.py."""

import importlib.util
import inspect
import math
import runpy
import sys
from collections import namedtuple

import numpy as np

TF_VERSION = "1.15.5"
ArgSpec = namedtuple("ArgSpec", "args varargs keywords defaults")


def getargspec(function):
    """`inspect.getargspec`: ArgSpec(args, varargs, keywords, defaults). Source: Python 3.6's documentation.

    Raises:
      ValueError: the function has keyword-only arguments or annotations.
    """
    spec = inspect.getfullargspec(function)
    if spec.kwonlyargs or spec.annotations:
        raise ValueError("the function has keyword-only arguments or annotations: use inspect.signature()")
    return ArgSpec(*spec[:4])


def load_source(name, path, file=None):
    """`imp.load_source`: runs the source file `path` as module `name` (anew if it is loaded) and returns the module."""
    from legacy_tf.running.imports import OwnLoader

    spec = importlib.util.spec_from_loader(name, OwnLoader(name, str(path)))
    module = sys.modules.get(name) or importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def spec_from_file_location(name, location=None, *, loader=None, **options):
    """`importlib.util.spec_from_file_location`, of old code: see there."""
    from legacy_tf.running.imports import OwnLoader

    return OwnLoader.takes(importlib.util.spec_from_file_location(name, location, loader=loader, **options))


def run_path(path_name, init_globals=None, run_name=None):
    """`runpy.run_path`, of old code: runs a file and returns its globals, a dict."""
    from legacy_tf.running.imports import BUILTINS

    return runpy.run_path(path_name, {"__builtins__": BUILTINS.__dict__, **(init_globals or {})}, run_name)


# ---- SciPy: without SciPy
def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    """log(sum(b * exp(a))) along `axis` without overflow; with `return_sign`, of the sum's size, and its sign.

    A sum below 0 without `return_sign` gives nan. Source: SciPy 1.2's documentation.
    """
    a = np.asarray(a, np.result_type(np.asarray(a), np.float32) if np.ndim(a) else np.float64)
    largest = np.max(a if b is None else np.where(np.equal(b, 0), -np.inf, a), axis=axis, keepdims=True)
    largest = np.where(np.isfinite(largest), largest, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        total = np.sum(np.exp(a - largest) * (1 if b is None else b), axis=axis, keepdims=True)
        size = np.log(np.abs(total) if return_sign else total) + largest
    size, sign = (x if keepdims else np.squeeze(x, axis=axis) for x in (size, np.sign(total)))
    size = size[()]
    return (size, sign[()]) if return_sign else size


def comb(N, k, exact=False, repetition=False):
    """Number of ways to choose k of N (whole numbers; arrays where not `exact`): an int if `exact`, else float64."""
    if repetition:
        return comb(N + k - 1, k, exact)
    if exact:
        return math.comb(N, k) if 0 <= k <= N else 0
    return np.vectorize(lambda n, m: float(math.comb(int(n), int(m))) if 0 <= m <= n else 0.0)(N, k)[()]


def factorial(n, exact=False):
    """n! of a whole number, or of each of an array's where not `exact`: an int if `exact`, else float64."""
    if exact:
        return math.factorial(n) if n >= 0 else 0
    return np.vectorize(lambda m: float(math.factorial(int(m))) if m >= 0 else 0.0)(n)[()]


# ---- matplotlib
def hold(b=None):
    """`plt.hold`: matplotlib always adds to the axes since 3.0, as after hold(True).

    Raises:
      NotImplementedError: hold(False), by which each plot replaced the last.
    """
    if b is not None and not b:
        raise NotImplementedError("plt.hold(False) was removed in matplotlib 3.0: call plt.cla() before each plot")


def ishold():
    """Whether plots add to the axes: they do."""
    return True


def normpdf(x, mu, sigma):
    """Density of the normal distribution at x."""
    return np.exp(-0.5 * ((x - mu) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))


def use_style(style):
    """`matplotlib.style.use` that knows seaborn's styles by the names they had."""
    from matplotlib import style as styles

    several = isinstance(style, (list, tuple))
    known = [_new_style(name, styles.available) for name in (style if several else [style])]
    styles.use(known if several else known[0])


def _new_style(name, available):
    new = isinstance(name, str) and name.startswith("seaborn") and "seaborn-v0_8" + name[len("seaborn") :]
    return new if new in available else name


# ---- IPython
def display(*objects, **_):
    """Prints each object's repr, as IPython does in a terminal."""
    for each in objects:
        print(repr(each))


class Shown:
    """`IPython.display.Image`, `HTML` and their like: something to look at, of data or of a file's name."""

    def __init__(self, data=None, *args, **kwargs):
        self.data = data

    def __repr__(self):
        shown = repr(self.data)
        return f"<to look at in a notebook: {shown[:60]}{'…' if len(shown) > 60 else ''}>"


def clear_output(wait=False):
    """Nothing: what a terminal has printed stays."""
