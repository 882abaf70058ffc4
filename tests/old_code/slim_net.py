"""Layers by tf.contrib, imported in every way there is."""

import tensorflow as tf
import tensorflow.compat.v1 as tf1
import tensorflow.contrib.layers as L
from tensorflow.contrib.framework import add_arg_scope, arg_scope
from tensorflow.contrib.layers import batch_norm as bn
from tensorflow.contrib.layers.python.layers import initializers


@add_arg_scope
def block(x, depth, rate=1):
    return L.conv2d(x, depth, 3, rate=rate)


def network(x, is_training):
    with arg_scope([block, L.conv2d], weights_initializer=initializers.xavier_initializer()):
        x = block(x, 8)
        x = bn(x, is_training=is_training, adjustment=lambda shape: (1, 0))
        x = [getattr(tf.nn, "relu")(part) for part in tf1.split(x, 2)]  # noqa: B009
    pool = L.max_pool2d if is_training else L.avg_pool2d
    return pool(x[0], 2), L.no_such_layer(x[1])


def shadowed(tf):
    return tf.no_such_name
