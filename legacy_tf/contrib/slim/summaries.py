"""slim.summaries: a summary of a tensor, or of each in a list, under the tensor's own name unless `name` is given.

`prefix` stands before the name, with a '/'. `print_summary`: the tensor is printed whenever the summary is computed.
"""

from tensorflow.python.framework import ops
from tensorflow.python.ops import logging_ops, nn_impl
from tensorflow.python.summary import summary

__all__ = [
    "add_histogram_summaries", "add_histogram_summary", "add_image_summaries", "add_image_summary",
    "add_scalar_summaries", "add_scalar_summary", "add_zero_fraction_summaries", "add_zero_fraction_summary",
]  # fmt: skip


def _name(tensor, name, prefix, suffix=None):
    return "/".join(part for part in (prefix, name or tensor.op.name, suffix) if part)


def _printed(make, tensor, name, print_summary):
    """make(name, tensor), with a Print op around it."""
    if not print_summary:
        return make(name, tensor)
    op = logging_ops.Print(make(name, tensor, collections=[]), [tensor], name)
    ops.add_to_collection(ops.GraphKeys.SUMMARIES, op)
    return op


def add_histogram_summary(tensor, name=None, prefix=None):
    """The histogram of a tensor."""
    return summary.histogram(_name(tensor, name, prefix), tensor)


def add_image_summary(tensor, name=None, prefix=None, print_summary=False):
    """Images, (batch, height, width, channels)."""
    return _printed(summary.image, tensor, _name(tensor, name, prefix), print_summary)


def add_scalar_summary(tensor, name=None, prefix=None, print_summary=False):
    """A scalar."""
    return _printed(summary.scalar, tensor, _name(tensor, name, prefix), print_summary)


def add_zero_fraction_summary(tensor, name=None, prefix=None, print_summary=False):
    """The share of zeros in a tensor, '<name>/Fraction_of_Zero_Values'."""
    name = _name(tensor, name, prefix, "Fraction_of_Zero_Values")
    return add_scalar_summary(nn_impl.zero_fraction(tensor), name, print_summary=print_summary)


def add_histogram_summaries(tensors, prefix=None):
    """Summaries, a list."""
    return [add_histogram_summary(tensor, prefix=prefix) for tensor in tensors]


def add_image_summaries(tensors, prefix=None):
    """Summaries, a list."""
    return [add_image_summary(tensor, prefix=prefix) for tensor in tensors]


def add_scalar_summaries(tensors, prefix=None, print_summary=False):
    """Summaries, a list."""
    return [add_scalar_summary(tensor, prefix=prefix, print_summary=print_summary) for tensor in tensors]


def add_zero_fraction_summaries(tensors, prefix=None):
    """Summaries, a list."""
    return [add_zero_fraction_summary(tensor, prefix=prefix) for tensor in tensors]
