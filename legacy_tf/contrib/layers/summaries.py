"""tf.contrib.layers: a summary of a tensor by its kind, of many, or of a whole collection."""

import re

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import math_ops
from tensorflow.python.summary import summary


def summarize_tensor(tensor, tag=None):
    """A scalar's value, or a histogram, named `tag` ('<name>_summary'); None for text and bools."""
    if tensor.dtype.base_dtype in (dtypes.string, dtypes.bool):
        return None
    make = summary.scalar if tensor.shape.ndims == 0 else summary.histogram
    return make(tag or f"{tensor.op.name}_summary", tensor)


def summarize_activation(op):
    """The histogram of a layer's output; of a Relu, Relu6 or Softplus also the share of negative inputs, of a Relu6
    that of inputs above 6."""
    kind = op.op.type
    if kind in ("Relu", "Softplus", "Relu6"):
        _share(op, math_ops.less, 0.0, "zeros")
    if kind == "Relu6":
        _share(op, math_ops.greater, 6.0, "sixes")
    return summary.histogram(f"{op.op.name}/activation", op)


def _share(op, compare, bound, name):
    inputs = op.op.inputs[0]
    compared = compare(inputs, math_ops.cast(bound, inputs.dtype))
    summary.scalar(f"{op.op.name}/{name}", math_ops.reduce_mean(math_ops.cast(compared, dtypes.float32, "ToFloat")))


def summarize_tensors(tensors, summarizer=summarize_tensor):
    """`summarizer` of each tensor, a list."""
    return [summarizer(tensor) for tensor in tensors]


def summarize_collection(collection, name_filter=None, summarizer=summarize_tensor):
    """`summarizer` of each tensor of a collection, of those whose name begins with the regular expression
    `name_filter`."""
    entered = ops.get_collection(collection)
    named = [tensor for tensor in entered if name_filter is None or re.match(name_filter, tensor.op.name)]
    return summarize_tensors(named, summarizer)


def summarize_activations(name_filter=None, summarizer=summarize_activation):
    """`summarize_collection` of GraphKeys.ACTIVATIONS."""
    return summarize_collection(ops.GraphKeys.ACTIVATIONS, name_filter, summarizer)
