"""Sweep: gradient penalties of public scripts, and what no other suite asks. CASES: {name: build(tf) -> outputs}.

How many ops a gradient penalty's own gradient creates, is what is asked here: the random ops after it are seeded by
that. Python 3.7's syntax.
"""

import numpy as np

CASES = {}


def penalized(tf, activation, of_unknown_size=True):
    """A gradient penalty through `activation`: its gradient with respect to the weights below and above it."""
    array = np.cos(np.arange(1, 7) * 0.7).reshape(2, 3).astype("float32")
    data = tf.placeholder_with_default(array, [None if of_unknown_size else 2, 3])
    below = tf.get_variable("below", [3, 4], initializer=tf.constant_initializer(0.3))
    above = tf.get_variable("above", [4, 1], initializer=tf.constant_initializer(0.5))
    score = tf.matmul(activation(tf.matmul(data, below)), above)
    slope = tf.gradients(score, data)[0]
    penalty = tf.reduce_sum(tf.square(slope)) + tf.reduce_sum(score)
    of_below, of_above = tf.gradients(penalty, [below, above])
    gated = tf.train.AdamOptimizer(0.1).compute_gradients(penalty, [below])[0][0]
    outputs = {"penalty": penalty, "below": of_below, "above": of_above, "gated": gated}
    return {name: tf.stop_gradient(output) for name, output in outputs.items()}  # no third derivatives


ACTIVATIONS = {
    "leaky": lambda tf: lambda x: tf.maximum(0.2 * x, x),
    "leaky of relus": lambda tf: lambda x: tf.maximum(tf.minimum(0.0, 0.2 * x), x),
    "minimum": lambda tf: lambda x: tf.minimum(tf.sin(x), tf.square(x)),
    "one branch": lambda tf: lambda x: tf.maximum(0.0, x),
    "twice": lambda tf: lambda x: tf.maximum(tf.maximum(0.2 * x, x) - 0.1, tf.sin(x)),
    "less the largest": lambda tf: lambda x: x - tf.reduce_max(x, 1, keepdims=True),
    "times the least": lambda tf: lambda x: x * tf.reduce_min(x, 1, keepdims=True),
    "largest": lambda tf: lambda x: x - tf.expand_dims(tf.reduce_max(x, 1), 1),
}


def _enter(name, of_unknown_size):
    size = "" if of_unknown_size else "/known size"
    CASES["found/penalty/" + name + size] = lambda tf: penalized(tf, ACTIVATIONS[name](tf), of_unknown_size)


for _name in ACTIVATIONS:
    _enter(_name, True)
    _enter(_name, False)


def convolved(tf, channels, strides):
    """The same through a convolution with padding VALID over images of few channels, as wide as its kernel or wider."""
    array = np.cos(np.arange(2 * 6 * 5 * channels) * 0.7).reshape(2, 6, 5, channels).astype("float32")
    images = tf.placeholder_with_default(array, [None, 6, 5, channels])
    kernel = tf.get_variable(
        "kernel", [3, 5 if strides == 1 else 2, channels, 4], initializer=tf.constant_initializer(0.2)
    )
    weighted = tf.nn.conv2d(tf.sin(images), kernel, [1, strides, strides, 1], "VALID")
    score = tf.reduce_sum(tf.tanh(weighted), [1, 2, 3])
    slope = tf.gradients(score, images)[0]
    penalty = tf.reduce_mean(tf.square(tf.sqrt(tf.reduce_sum(tf.square(slope), [1, 2, 3])) - 1.0))
    of_kernel, of_images = tf.gradients(penalty, [kernel, images])
    return {
        name: tf.stop_gradient(x) for name, x in dict(penalty=penalty, of_kernel=of_kernel, of_images=of_images).items()
    }


for _channels, _strides in ((1, 1), (1, 2), (3, 1), (3, 2), (5, 1)):
    CASES["penalty/convolution of {} channels, strides {}".format(_channels, _strides)] = (
        lambda tf, channels=_channels, strides=_strides: convolved(tf, channels, strides)
    )
