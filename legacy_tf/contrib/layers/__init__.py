"""tf.contrib.layers of TF 1.15: initializers, regularizers, the layers that course code uses, and optimize_loss."""

# isort: skip_file
from legacy_tf.contrib.layers.batch_normalization import batch_norm
from legacy_tf.contrib.layers.convolutional import (
    conv1d, conv2d, conv2d_transpose, conv3d, conv3d_transpose, convolution, convolution1d, convolution2d,
    convolution2d_transpose, convolution3d, convolution3d_transpose, separable_conv2d, separable_convolution2d,
)  # fmt: skip
from legacy_tf.contrib.layers.further import embed_sequence, maxout, unit_norm
from legacy_tf.contrib.layers.initializers import (
    variance_scaling_initializer, xavier_initializer, xavier_initializer_conv2d,
)  # fmt: skip
from legacy_tf.contrib.layers.group_normalization import group_norm
from legacy_tf.contrib.layers.normalization import instance_norm, layer_norm
from legacy_tf.contrib.layers.optimizers import OPTIMIZER_CLS_NAMES, OPTIMIZER_SUMMARIES, optimize_loss
from legacy_tf.contrib.layers.regularizers import (
    apply_regularization, l1_l2_regularizer, l1_regularizer, l2_regularizer, sum_regularizer,
)  # fmt: skip
from legacy_tf.contrib.layers.summaries import (
    summarize_activation, summarize_activations, summarize_collection, summarize_tensor, summarize_tensors,
)  # fmt: skip
from legacy_tf.contrib.layers.weighted import bias_add, elu, fully_connected, linear, relu, relu6
from legacy_tf.contrib.layers.weightless import (
    avg_pool2d, avg_pool3d, dropout, flatten, max_pool2d, max_pool3d, one_hot_encoding, repeat, softmax, stack,
)  # fmt: skip

__all__ = [
    "OPTIMIZER_CLS_NAMES", "OPTIMIZER_SUMMARIES", "apply_regularization", "avg_pool2d", "avg_pool3d", "batch_norm",
    "bias_add", "conv1d", "conv2d", "conv2d_transpose", "conv3d", "conv3d_transpose", "convolution",
    "convolution1d", "convolution2d", "convolution2d_transpose", "convolution3d", "convolution3d_transpose",
    "dropout", "elu", "embed_sequence", "flatten", "fully_connected", "group_norm", "instance_norm",
    "l1_l2_regularizer", "l1_regularizer", "l2_regularizer", "layer_norm", "linear", "max_pool2d", "max_pool3d",
    "maxout", "one_hot_encoding", "optimize_loss", "relu", "relu6", "repeat", "separable_conv2d",
    "separable_convolution2d", "softmax", "stack", "sum_regularizer", "summarize_activation",
    "summarize_activations", "summarize_collection", "summarize_tensor", "summarize_tensors", "unit_norm",
    "variance_scaling_initializer", "xavier_initializer", "xavier_initializer_conv2d",
]  # fmt: skip
