"""The two kinds of rows."""

from typing import NamedTuple


class Carried(NamedTuple):
    """A name whose TF 1.15 graph or numbers differ from tf.compat.v1's (or that compat.v1 lost)."""

    by: str  # "module.attribute" below legacy_tf
    why: str
    inside: str | None = None  # the spot below tensorflow.python that TensorFlow's own code calls, replaced too


class Missing(NamedTuple):
    """A name that is not carried: using it raises AttributeError with this text."""

    was: str
    instead: str
