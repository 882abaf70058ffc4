"""tf.contrib.layers of TF 1.15: initializers, regularizers, and the layers that course code uses."""

# isort: skip_file
from legacy_tf.contrib.layers.batch_normalization import batch_norm
from legacy_tf.contrib.layers.convolutional import (
    conv1d, conv2d, conv2d_transpose, conv3d, conv3d_transpose, convolution, convolution1d, convolution2d,
    convolution2d_transpose, convolution3d, convolution3d_transpose, separable_conv2d, separable_convolution2d,
)  # fmt: skip
from legacy_tf.contrib.layers.initializers import (
    variance_scaling_initializer, xavier_initializer, xavier_initializer_conv2d,
)  # fmt: skip
from legacy_tf.contrib.layers.normalization import instance_norm, layer_norm
from legacy_tf.contrib.layers.regularizers import (
    apply_regularization, l1_l2_regularizer, l1_regularizer, l2_regularizer, sum_regularizer,
)  # fmt: skip
from legacy_tf.contrib.layers.weighted import bias_add, elu, fully_connected, linear, relu, relu6
from legacy_tf.contrib.layers.weightless import (
    avg_pool2d, avg_pool3d, dropout, flatten, max_pool2d, max_pool3d, one_hot_encoding, repeat, softmax, stack,
)  # fmt: skip

__all__ = [
    "apply_regularization", "avg_pool2d", "avg_pool3d", "batch_norm", "bias_add", "conv1d", "conv2d",
    "conv2d_transpose", "conv3d", "conv3d_transpose", "convolution", "convolution1d", "convolution2d",
    "convolution2d_transpose", "convolution3d", "convolution3d_transpose", "dropout", "elu", "flatten",
    "fully_connected", "instance_norm", "l1_l2_regularizer", "l1_regularizer", "l2_regularizer", "layer_norm",
    "linear", "max_pool2d", "max_pool3d", "one_hot_encoding", "relu", "relu6", "repeat", "separable_conv2d",
    "separable_convolution2d", "softmax", "stack", "sum_regularizer", "variance_scaling_initializer",
    "xavier_initializer", "xavier_initializer_conv2d",
]  # fmt: skip
