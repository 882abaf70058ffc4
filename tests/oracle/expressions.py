"""Cases that are one line of text: an expression of named inputs. Python 3.7's syntax."""

import re

import numpy as np


def names(tf, text, inputs):
    """What the text may use: tf, np, and of `inputs`, {name: function of tf}, those that it names."""
    found = {"tf": tf, "np": np}
    for name in re.findall("[a-z]+", text):  # in the order of the text: each is made once, and only if it is named
        if name in inputs and name not in found:
            found[name] = inputs[name](tf)
    return found


def outputs(tf, text, inputs):
    """{"y0": …, "y1": …} of the expression's value, or of its values."""
    value = eval(text, names(tf, text, inputs))
    values = value if isinstance(value, (list, tuple)) else [value]
    return {"y%d" % n: each for n, each in enumerate(values)}


def entered(tf, *collections):
    """The names in the collections, as a tensor: what a function enters where is asked of the oracle too."""
    return tf.constant(repr([[getattr(e, "name", str(e)) for e in tf.get_collection(c)] for c in collections]))
