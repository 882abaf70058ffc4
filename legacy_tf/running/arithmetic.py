"""What old code's operators of arithmetic call: Python's own, but that a number beside NumPy's gets NumPy 1's type."""

import builtins
import operator

from legacy_tf.running.numpy_1 import UNCONCERNED, agree, as_numpy_1, is_array, is_concerned, is_product_of_matrices


def _like_numpy_1(operate, in_place=False, is_product=False):
    """`operate` (of two operands) by NumPy 1's rule; `is_product`: what matrices have a way of their own for."""

    def function(a, b):
        if type(a) in UNCONCERNED and type(b) in UNCONCERNED:
            return operate(a, b)
        if is_concerned(a) or is_concerned(b):
            if agree(a, b) or agree(b, a) or (is_product and is_product_of_matrices(a, b)):
                return operate(a, b)
            own, (a, b) = a, as_numpy_1(a, b)
            a = own if in_place and is_array(own) else a
        return operate(a, b)

    return function


def _into_item(operate):
    """`container[index] += value` as function(container, index)(value): all is evaluated once, in Python's order."""

    def read(container, index):
        before = container[index]

        def store(value):
            container[index] = operate(before, value)

        return store

    return read


def _into_attribute(operate):
    """`owner.name += value` as function(owner, "name")(value)."""

    def read(owner, name):
        before = getattr(owner, name)

        def store(value):
            setattr(owner, name, operate(before, value))

        return store

    return read


class _Index:
    """What stands in the brackets of a subscript: 1:, 2 is (slice(1, None), 2)."""

    def __getitem__(self, index):
        return index


def sum_(iterable, /, start=0):
    """`sum` of old code: losses that a session gave add up in float64."""
    items = iterable if type(iterable) in (list, tuple) else list(iterable)
    if not any(map(is_concerned, items)):
        return builtins.sum(items, start)
    for each in items:
        start = FUNCTIONS["__legacy_tf_add__"](start, each)
    return start


divmod_ = _like_numpy_1(builtins.divmod)
divmod_.__name__ = divmod_.__qualname__ = "divmod"
FUNCTIONS = {"__legacy_tf_index__": _Index(), "__legacy_tf_is_text__": lambda value: type(value) in (str, bytes)}
for _name in "add", "sub", "mul", "truediv", "floordiv", "mod", "pow":
    _is_product = _name in ("mul", "pow")
    _in_place = _like_numpy_1(getattr(operator, "i" + _name), in_place=True, is_product=_is_product)
    FUNCTIONS |= {
        f"__legacy_tf_{_name}__": _like_numpy_1(getattr(operator, _name), is_product=_is_product),
        f"__legacy_tf_i{_name}__": _in_place,
        f"__legacy_tf_i{_name}_item__": _into_item(_in_place),
        f"__legacy_tf_i{_name}_attribute__": _into_attribute(_in_place),
    }
