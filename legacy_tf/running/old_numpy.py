"""What answers names and arguments of NumPy that are gone. See legacy_tf/table/moved.py."""

import numpy as np

from legacy_tf.running.old_arguments import renamed

NINF = -np.inf


# ---- arrays from anything
def array(object, dtype=None, *, copy=True, **kwargs):
    """`np.array` as it was: rows of unequal lengths make an array of lists, copy=False copies where it must, and whole
    numbers that the dtype can't hold go around."""
    return _as_it_was(np.array, object, dtype, copy=copy or None, **kwargs)


def asarray(a, dtype=None, order=None, **kwargs):
    """`np.asarray` as it was: as `array`."""
    return _as_it_was(np.asarray, a, dtype, order=order, **kwargs)


def _as_it_was(make, data, dtype, **kwargs):
    try:
        return make(data, dtype, **kwargs)
    except OverflowError:
        return make(np.asarray(data).astype(dtype), **kwargs)
    except ValueError as error:
        if dtype is not None or "inhomogeneous" not in str(error):
            raise
    return make(data, np.object_, **kwargs)


def fromstring(string, dtype=float, count=-1, *, sep="", **kwargs):
    """`np.fromstring` that still reads bytes: without `sep`, a copy of them as an array of `dtype`."""
    if sep:
        return np.fromstring(string, dtype, count, sep=sep, **kwargs)
    data = string.encode("latin-1") if isinstance(string, str) else string
    return np.frombuffer(data, dtype, count, **kwargs).copy()


def asfarray(a, dtype=np.float64):
    """`a` as an array of floating point: of `dtype`, or float64 where that is no float type."""
    return np.asarray(a, dtype if np.issubdtype(dtype, np.inexact) else np.float64)


def asscalar(a):
    """The only element of an array, as a Python number."""
    return a.item()


# ---- types
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


# ---- functions that lost an argument, or that have another name
def _of_any_arrays(function):
    def call(tup, **kwargs):
        return function(tup if hasattr(tup, "__getitem__") else list(tup), **kwargs)

    call.__name__ = function.__name__
    call.__doc__ = f"`np.{function.__name__}`, whose arrays may come from a generator, a map or a zip."
    return call


dstack, hstack, vstack = map(_of_any_arrays, (np.dstack, np.hstack, np.vstack))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, **kwargs):
    """`np.unique`, whose inverse has one dimension: it is an index of the flattened array."""
    found = np.unique(ar, return_index, return_inverse, return_counts, axis, **kwargs)
    if not return_inverse:
        return found
    at = 1 + bool(return_index)
    return *found[:at], found[at].reshape(-1), *found[at + 1 :]


def reshape(a, *args, newshape=None, **kwargs):
    """`np.reshape`, whose second argument was called `newshape`."""
    return np.reshape(a, *args, *([] if newshape is None else [newshape]), **kwargs)


percentile, nanpercentile, quantile, nanquantile = (
    renamed(function, "interpolation", "method")
    for function in (np.percentile, np.nanpercentile, np.quantile, np.nanquantile)
)


def histogram(a, bins=10, range=None, normed=None, weights=None, density=None):
    """`np.histogram` with the argument `normed` that it had."""
    return np.histogram(a, bins, range, weights=weights, density=normed if density is None else density)


def in1d(ar1, ar2, assume_unique=False, invert=False):
    """For each element of `ar1`, flattened, whether it is in `ar2`: bool, 1-D."""
    return np.isin(np.ravel(ar1), ar2, assume_unique=assume_unique, invert=invert)


def msort(a):
    """A copy of `a` sorted along its first axis."""
    return np.sort(a, axis=0)
