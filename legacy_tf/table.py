"""The table: TF 1.15's name -> what carries it, or what it was and what to do instead. Names not here fall through.

Read it like a spreadsheet. docs/differences.md is made from it and the tests walk through it.
"""

from typing import NamedTuple, Optional


class Carried(NamedTuple):
    """A name whose TF 1.15 graph or numbers differ from tf.compat.v1's (or that compat.v1 lost)."""

    by: str  # "module.attribute" below legacy_tf
    why: str
    inside: Optional[str] = None  # the spot below tensorflow.python that TensorFlow's own code calls, replaced too


class Missing(NamedTuple):
    """A name that is not carried: using it raises AttributeError with this text."""

    was: str
    instead: str


TABLE = {
    # ---- seeds
    "get_seed": Carried(
        "seeds.get_seed",
        "the implicit op seed is the number of ops created so far, not a count of random ops",
        inside="framework.random_seed.get_seed",
    ),
    # ---- layers
    **{
        f"layers.{name}": Carried(f"layers.{name}", "today's TensorFlow has tf.layers no more (Keras 3 dropped it)")
        for name in (
            "AveragePooling1D AveragePooling2D AveragePooling3D BatchNormalization Conv1D Conv2D Conv2DTranspose "
            "Conv3D Conv3DTranspose Dense Dropout Flatten InputSpec Layer MaxPooling1D MaxPooling2D MaxPooling3D "
            "SeparableConv1D SeparableConv2D average_pooling1d average_pooling2d average_pooling3d "
            "batch_normalization conv1d conv2d conv2d_transpose conv3d conv3d_transpose dense dropout flatten "
            "max_pooling1d max_pooling2d max_pooling3d separable_conv1d separable_conv2d"
        ).split()
    },
    # ---- random
    "random_uniform": Carried(
        "random_ops.random_uniform",
        "TF 1.15 scales by min and max also where they are 0 and 1",
        inside="ops.random_ops.random_uniform",
    ),
    "random_gamma": Carried(
        "random_ops.random_gamma",
        "TF 1.15 broadcasts alpha by adding zeros",
        inside="ops.random_ops.random_gamma",
    ),
    # ---- math
    "add": Carried("math_ops.add", "TF 1.15 makes an op of type Add, today's AddV2", inside="ops.math_ops.add"),
    "linspace": Carried("math_ops.linspace", "one op in TF 1.15, some seventy today", inside="ops.math_ops.linspace_nd"),
    "lin_space": Carried("math_ops.linspace", "one op in TF 1.15, some seventy today", inside="ops.math_ops.linspace"),
    "accumulate_n": Carried(
        "math_ops.accumulate_n", "an op of its own in TF 1.15, add_n today", inside="ops.math_ops.accumulate_n"
    ),
    "einsum": Carried(
        "math_ops.einsum", "matrix products in TF 1.15, an Einsum op today", inside="ops.special_math_ops.einsum"
    ),
    "tensordot": Carried(
        "tensordot.tensordot",
        "TF 1.15 transposes and reshapes also where it changes nothing",
        inside="ops.math_ops.tensordot",
    ),
    "saturate_cast": Carried(
        "math_ops.saturate_cast", "Maximum and Minimum in TF 1.15, ClipByValue today", inside="ops.math_ops.saturate_cast"
    ),
    "clip_by_norm": Carried(
        "math_ops.clip_by_norm",
        "today's keeps a clip_norm that is a tensor from being negative",
        inside="ops.clip_ops.clip_by_norm",
    ),
    "clip_by_global_norm": Carried(
        "math_ops.clip_by_global_norm",
        "TF 1.15 selects NaN where the norm is not finite, today's adds norm - norm",
        inside="ops.clip_ops.clip_by_global_norm",
    ),
    # ---- arrays
    "transpose": Carried(
        "array_ops.transpose",
        "TF 1.15 reverses the axes of a tensor of unknown rank by a subtraction",
        inside="ops.array_ops.transpose",
    ),
    "split": Carried(
        "array_ops.split", "TF 1.15 makes a constant of the number of parts", inside="ops.array_ops.split"
    ),
    "one_hot": Carried(
        "array_ops.one_hot", "TF 1.15 converts on_value and off_value twice", inside="ops.array_ops.one_hot"
    ),
    "matrix_diag": Carried(
        "array_ops.matrix_diag", "one node in TF 1.15, five today", inside="ops.array_ops.matrix_diag"
    ),
    "matrix_diag_part": Carried(
        "array_ops.matrix_diag_part", "one node in TF 1.15, three today", inside="ops.array_ops.matrix_diag_part"
    ),
    "matrix_set_diag": Carried(
        "array_ops.matrix_set_diag", "one node in TF 1.15, two today", inside="ops.array_ops.matrix_set_diag"
    ),
    "sparse_placeholder": Carried(
        "array_ops.sparse_placeholder",
        "TF 1.15 keeps a known shape as a constant, today's feeds it",
        inside="ops.array_ops.sparse_placeholder",
    ),
    # ---- what needs a package that is gone, or another that took its name
    "keras": Missing(
        "Keras 2.2.4-tf, which took the graph's seeds and TF 1.15's ops",
        "Today's tf.keras is Keras 3, whose weights start from other numbers. Write the layers with tf.layers; where the "
        "numbers need not be TF 1.15's, pip install tf_keras and import it.",
    ),
    "estimator": Missing(
        "the Estimator API, a package of its own that ended with TensorFlow 2.15",
        "Write the loop with tf.Session, or pip install 'tensorflow<2.16' for estimators alone.",
    ),
    "nn.rnn_cell": Missing(
        "the recurrent cells (BasicLSTMCell, GRUCell …)",
        "Write the cell's equations with tf.layers.dense inside tf.while_loop or a Python loop.",
    ),
    **{
        f"layers.experimental{name}": Missing(
            "a switch to Keras's way of naming layers", "Name the layers, or put them in variable scopes."
        )
        for name in ("", ".keras_style_scope", ".set_keras_style")
    },
    # ---- small things that TensorFlow removed since
    "config.experimental_list_devices": Missing(
        "a list of device names", "Use [d.name for d in tf.Session().list_devices()]."
    ),
    **{
        f"data.experimental.{name}": Missing(
            "a diagnostic of input pipelines that TensorFlow removed", "Leave it out: it changes no number."
        )
        for name in (
            "CheckpointInputPipelineHook MapVectorizationOptions StatsAggregator StatsOptions bytes_produced_stats "
            "latency_stats"
        ).split()
    },
    "lite.experimental.get_potentially_supported_ops": Missing(
        "a list of ops that TensorFlow Lite might convert", "Convert with tf.lite.TFLiteConverter and read its errors."
    ),
    **{
        f"tpu.experimental.{name}": Missing(
            "an optimizer's settings for embeddings on a TPU", "Use an optimizer of tf.train: it runs on any device."
        )
        for name in ("AdagradParameters", "AdamParameters", "StochasticGradientDescentParameters")
    },
}

# What TF1 names are made of: not names of the TF1 namespace, but spots inside TensorFlow. One replaced spot carries all
# the names that call it. What the spot is for -> what carries it.
INTERNAL = {
    "the axes of a reduction": Carried(
        "math_ops.reduction_axes",
        "TF 1.15 knows the axes of a scalar (none) and asks a variable for its rank when run",
        inside="ops.math_ops._ReductionDims",
    ),
    "log of a sum of powers (tf.reduce_logsumexp)": Carried(
        "math_ops.reduce_logsumexp",
        "TF 1.15 replaces an infinite maximum by zeros_like and adds below the scope",
        inside="ops.math_ops.reduce_logsumexp",
    ),
    "how many rows a segment has (tf.unsorted_segment_mean, _sqrt_n)": Carried(
        "math_ops.unsorted_segment_n",
        "TF 1.15 knows the divisor's shape statically",
        inside="ops.math_ops._unsorted_segment_N",
    ),
    "neighbours compared (tf.is_strictly_increasing, is_non_decreasing)": Carried(
        "math_ops.compare_neighbours",
        "TF 1.15 compares differences with 0: two ops more, counted",
        inside="ops.check_ops._get_results_for_monotonic_comparison",
    ),
    "tf.confusion_matrix below its order of arguments": Carried(
        "math_ops.matrix_of_confusion",
        "TF 1.15 adds a sparse matrix to zeros: two or three ops more, counted",
        inside="ops.confusion_matrix.confusion_matrix",
    ),
    "a tensor's shape, static where known": Carried(
        "array_ops.shape_internal",
        "TF 1.15 makes the constant int32 and gives it the scope's name",
        inside="ops.array_ops.shape_internal",
    ),
    "a constant if it is small (tf.zeros, tf.ones)": Carried(
        "array_ops.constant_if_small",
        "TF 1.15 multiplies sizes that are tensors before it gives up",
        inside="ops.array_ops._constant_if_small",
    ),
    "tensor[...]": Carried(
        "array_ops.getitem",
        "in a slice with a tensor today's makes the open bounds constants",
        inside="framework.tensor.Tensor.__getitem__",
    ),
    "variable[...]": Carried(
        "array_ops.getitem",
        "in a slice with a tensor today's makes the open bounds constants",
        inside="ops.tensor_getitem_override._slice_helper",
    ),
    "dropout by rate (tf.nn.dropout)": Carried(
        "nn.dropout_by_rate",
        "TF 1.15 computes x * scale * mask, today's selects; other ops, other implicit seeds",
        inside="ops.nn_ops.dropout_v2",
    ),
    "one variable (tf.get_variable)": Carried(
        "variables.get_single_variable",
        "today's calls the regularizer once more, outside of the variable's scope",
        inside="ops.variable_scope._VariableStore._get_single_variable",
    ),
}
