"""What happens once a process: asked first of all, in a process of its own. Python 3.7's syntax."""

from oracle.sweep import constant


def channels_first(tf):
    """The first transposed convolution with channels first: on a CPU, TF 1.15 looks for GPUs and leaves ops behind."""
    x = constant(tf, 2, 3, 4, 4)
    tf.layers.dense(constant(tf, 2, 5), 2)
    y = tf.layers.conv2d_transpose(x, 4, 3, data_format="channels_first")
    return {"y": y, "z": tf.layers.conv2d_transpose(y, 1, 3, data_format="channels_first")}


CASES = {"channels_first": channels_first}


def settle(tf):
    """After this, no case depends on the order in which cases are asked."""
    with tf.Graph().as_default():
        channels_first(tf)
