"""What answers functions of which an argument has another name now. See legacy_tf/table/moved.py."""

import functools


def renamed(function, old, new):
    """`function`, whose argument `new` may be given by the name `old`, too; None there: it is not given."""

    @functools.wraps(function)
    def call(*args, **kwargs):
        value = kwargs.pop(old, None)
        return function(*args, **kwargs, **({} if value is None else {new: value}))

    return call
