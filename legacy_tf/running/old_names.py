"""What answers names of Python, NumPy, SciPy and matplotlib that are gone. See legacy_tf/table/moved.py."""

import importlib.util
import inspect
import math
import runpy
import sys
from collections import namedtuple
from importlib.machinery import SourceFileLoader

import numpy as np

TF_VERSION = "1.15.5"
NINF = -np.inf
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

    spec = importlib.util.spec_from_file_location(name, location, loader=loader, **options)
    if spec is not None and type(spec.loader) is SourceFileLoader:
        spec.loader = OwnLoader(spec.loader.name, spec.loader.path)
    return spec


def run_path(path_name, init_globals=None, run_name=None):
    """`runpy.run_path`, of old code: runs a file and returns its globals, a dict."""
    from legacy_tf.running.imports import BUILTINS

    return runpy.run_path(path_name, {"__builtins__": BUILTINS.__dict__, **(init_globals or {})}, run_name)


# ---- NumPy
class _Casts(dict):
    """`np.cast`: np.cast[dtype](x) is x as an array of that dtype."""

    def __missing__(self, dtype):
        return lambda x: np.asarray(x).astype(dtype)


CAST = _Casts()
SCTYPES = {
    "int": [np.int8, np.int16, np.int32, np.int64],
    "uint": [np.uint8, np.uint16, np.uint32, np.uint64],
    "float": [np.float16, np.float32, np.float64, np.longdouble],
    "complex": [np.complex64, np.complex128, np.clongdouble],
    "others": [bool, object, bytes, str, np.void],
}


def find_common_type(array_types, scalar_types):
    """`np.find_common_type`: the dtype of the arrays' types, or, where scalars are of a higher kind, of theirs."""
    kinds = "buifc"
    arrays, scalars = ([np.dtype(each) for each in types] for types in (array_types, scalar_types))
    if not arrays or not scalars:
        return np.result_type(*arrays, *scalars)
    array, scalar = np.result_type(*arrays), np.result_type(*scalars)
    return scalar if kinds.find(scalar.kind) > kinds.find(array.kind) else array


def fromstring(string, dtype=float, count=-1, sep="", **options):
    """`np.fromstring`: numbers in text by `sep`; without one, the bytes as an array of their own."""
    if sep:
        return np.fromstring(string, dtype, count, sep=sep, **options)
    data = string.encode("latin1") if isinstance(string, str) else string
    return np.frombuffer(data, dtype, count, **options).copy()


def asfarray(a, dtype=np.float64):
    """`a` as an array of floating point: of `dtype`, or float64 where that is no float type."""
    return np.asarray(a, dtype if np.issubdtype(dtype, np.inexact) else np.float64)


def asscalar(a):
    """The only element of an array, as a Python number."""
    return a.item()


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """For each element of `ar1`, flattened, whether it is in `ar2`: bool, 1-D."""
    return np.isin(np.ravel(ar1), ar2, assume_unique=assume_unique, invert=invert)


def msort(a):
    """A copy of `a` sorted along its first axis."""
    return np.sort(a, axis=0)


def histogram(a, bins=10, range=None, normed=None, weights=None, density=None):
    """`np.histogram` with the argument `normed` that it had."""
    return np.histogram(a, bins, range, weights=weights, density=normed if density is None else density)


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
def hist(*args, normed=None, **kwargs):
    """`plt.hist` with the argument `normed` that it had."""
    from matplotlib import pyplot

    return pyplot.hist(*args, **kwargs, **({} if normed is None else {"density": normed}))


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
