"""NumPy 1's types for what old code calculates.

Where a NumPy number meets a Python number, or an array a number, NumPy 2 chooses another type than NumPy 1 did:

    0.0 + numpy.float32(1)                        float32, was float64          (the sum of an epoch's losses)
    numpy.uint8(9) + 1                            uint8, was int64              (the number of classes: max(labels) + 1)
    float32_array * numpy.sqrt(2 / n)             float64, was float32          (initial weights)
    uint8_array * -1                              an OverflowError, was int16

NumPy can't be asked for its old rule any more. So operands are given the types with which the new one gives the same.
"""

_ORDER = {"b": 0, "u": 1, "i": 1, "f": 2, "c": 2}  # kinds of types: an array's decides, unless a number's is higher
_PYTHON = {}  # Python's types of numbers -> what NumPy 1 took them for among numbers
_KINDS = {}  # types of numbers, Python's and NumPy's -> their kind
_LARGEST = {}  # NumPy's float types -> their largest number
_concerned = set()  # NumPy's types with which the rules differ; all four are empty as long as there is no NumPy
UNCONCERNED = {bool, int, float, complex, str, list, tuple}  # types among which they agree: the quick way out
_arrays = ()  # NumPy's type of arrays, whose subclasses are concerned, too


def know(numpy):
    """From now on NumPy's types (`numpy`: the module) are seen to."""
    global _arrays
    types = [t for t in numpy.sctypeDict.values() if t.__module__ == "numpy" and numpy.dtype(t).kind in _ORDER]
    _PYTHON.update({int: numpy.int64, float: numpy.float64, complex: numpy.complex128})
    _KINDS.update({t: numpy.dtype(t).kind for t in (bool, *_PYTHON, *types)})
    _LARGEST.update({numpy.dtype(t): float(numpy.finfo(t).max) for t in types if _KINDS[t] == "f"})
    UNCONCERNED.update((numpy.bool_, *_PYTHON.values()))
    _concerned.update({*types} - UNCONCERNED)
    _arrays = numpy.ndarray


def as_numpy_1(a, b):
    """The two operands so that NumPy 2 gives what NumPy 1 gave for `a` and `b`; what is no number stays as it is."""
    a_is_array, b_is_array = is_array(a) and a.ndim, is_array(b) and b.ndim  # one without dimensions is a number
    if a_is_array or b_is_array:
        return (a if a_is_array else _beside_array(a, b)), (b if b_is_array else _beside_array(b, a))
    return _beside_number(a), _beside_number(b)


def agree(array, other):
    """Whether the two rules surely agree, which is soon seen: floats beside a small number of Python's, two arrays."""
    if type(array) is not _arrays or not array.ndim:
        return False
    if type(other) is float or type(other) is int:
        return array.dtype.kind == "f" and -60000 < other < 60000  # within float16
    return type(other) is _arrays and other.ndim > 0


def is_array(value):
    """Whether a value is an array, of a subclass too."""
    return isinstance(value, _arrays)


def is_concerned(value):
    """Whether the rules may differ where an operand is this value."""
    return type(value) in _concerned or isinstance(value, _arrays)


def _beside_number(number):
    """Among numbers Python's have types as firm as NumPy's."""
    firm = _PYTHON.get(type(number))
    if firm is None or (type(number) is int and not -(2**63) <= number < 2**63):
        return number
    return firm(number)


def _beside_array(number, array):
    """The number as it is to stand beside an array. Masked arrays make an array of it first: so it needs a type."""
    value = _by_value(number, array.dtype)
    if type(array) is _arrays or type(value) not in _PYTHON or array.dtype.kind not in _ORDER:
        return value
    from numpy import result_type

    return result_type(array.dtype, value).type(value)


def _by_value(number, dtype):
    """Beside an array of `dtype` a number counts by its value: it changes the type only if it does not fit in."""
    from numpy import min_scalar_type, promote_types

    if is_array(number):
        number = number[()]
    kind = _KINDS.get(type(number))
    if kind is None or dtype.kind not in _ORDER or _ORDER[kind] > _ORDER[dtype.kind]:
        return number
    value = number.item() if hasattr(number, "item") else number  # Python's numbers have no type of their own
    if type(value) is float:
        fits = not _LARGEST.get(dtype, 0) < abs(value) < float("inf")
        return value if fits else min_scalar_type(value).type(value)
    if type(value) is not int or -128 <= value < 128 and dtype.kind != "u":
        return value
    smallest = min_scalar_type(min(value, -1 - value) if dtype.kind == "i" else value)
    fits = smallest.kind not in _ORDER or promote_types(dtype, smallest) == dtype
    return value if fits else smallest.type(value)


def is_product_of_matrices(a, b):
    """Whether a * b is linear algebra's, whose types have stayed. Where a number of NumPy's is first it is none."""
    from numpy import matrix

    return isinstance(a, matrix) or (isinstance(b, matrix) and (type(a) in _PYTHON or is_array(a)))
