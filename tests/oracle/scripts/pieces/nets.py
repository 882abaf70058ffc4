"""A net of the script's own, which imports TensorFlow by itself."""

import tensorflow as tf
from tensorflow.contrib import layers
from tensorflow.contrib.framework import arg_scope
from tensorflow.contrib.layers.python.layers import initializers

from . import sizes


def encoder(images, is_training):
    norm = {"is_training": is_training, "decay": 0.9, "updates_collections": None}
    with tf.variable_scope("encoder"), arg_scope(
        [layers.conv2d],
        kernel_size=3,
        stride=2,
        normalizer_fn=layers.batch_norm,
        normalizer_params=norm,
        weights_initializer=initializers.xavier_initializer(),
    ):
        net = layers.conv2d(images, sizes.WIDTH)
        net = layers.conv2d(net, 2 * sizes.WIDTH)
        return layers.flatten(net)
