"""What is carried: TF 1.15's name -> what carries it, and why tf.compat.v1's would not do."""

from legacy_tf.table.rows import Carried

CARRIED = {
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
    "random.stateless_uniform": Carried(
        "counts.stateless_random_uniform",
        "today's turns the seed into a key and a counter: counted",
        inside="ops.stateless_random_ops.stateless_random_uniform",
    ),
    "random.stateless_normal": Carried(
        "counts.stateless_random_normal",
        "today's turns the seed into a key and a counter: counted",
        inside="ops.stateless_random_ops.stateless_random_normal",
    ),
    "random.stateless_truncated_normal": Carried(
        "counts.stateless_truncated_normal",
        "today's turns the seed into a key and a counter: counted",
        inside="ops.stateless_random_ops.stateless_truncated_normal",
    ),
    "random_gamma": Carried(
        "random_ops.random_gamma",
        "TF 1.15 broadcasts alpha by adding zeros",
        inside="ops.random_ops.random_gamma",
    ),
    # ---- math
    "add": Carried("math_ops.add", "TF 1.15 makes an op of type Add, today's AddV2", inside="ops.math_ops.add"),
    **{
        name: Carried(
            "math_ops.matrix_triangular_solve",
            "the op alone in TF 1.15, in a scope of its own today",
            inside="ops.linalg_ops.matrix_triangular_solve",
        )
        for name in ("linalg.triangular_solve", "matrix_triangular_solve")
    },
    "mod": Carried("math_ops.mod", "the op is called FloorMod in TF 1.15, mod today", inside="ops.math_ops.mod"),
    "while_loop": Carried(
        "loops.while_loop",
        "TF 1.15 draws in the rounds' order, and reads a resource variable in the loop's name scope",
        inside="ops.while_loop.while_loop",
    ),
    "linspace": Carried("math_ops.linspace", "one op in TF 1.15, seventy today", inside="ops.math_ops.linspace_nd"),
    "lin_space": Carried("math_ops.linspace", "one op in TF 1.15, seventy today", inside="ops.math_ops.linspace"),
    "histogram_fixed_width_bins": Carried(
        "counts.histogram_fixed_width_bins",
        "today's checks nbins: counted",
        inside="ops.histogram_ops.histogram_fixed_width_bins",
    ),
    "math.bessel_i0": Carried(
        "math_ops.bessel_i0", "TF 1.15 multiplies scaled ones", inside="ops.special_math_ops.bessel_i0"
    ),
    "math.bessel_i1": Carried(
        "math_ops.bessel_i1", "TF 1.15 multiplies scaled ones", inside="ops.special_math_ops.bessel_i1"
    ),
    "count_nonzero": Carried(
        "counts.count_nonzero", "TF 1.15 compares bools, too: counted", inside="ops.math_ops.count_nonzero"
    ),
    **{
        f"signal.{name}": Carried(
            f"counts.{name}", "TF 1.15 takes the sizes as constants: counted", inside=f"ops.signal.fft_ops.{name}"
        )
        for name in ("fftshift", "ifftshift")
    },
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
        "math_ops.saturate_cast",
        "Maximum and Minimum in TF 1.15, ClipByValue today",
        inside="ops.math_ops.saturate_cast",
    ),
    "clip_by_norm": Carried(
        "counts.clip_by_norm",
        "today's keeps a clip_norm that is a tensor from being negative",
        inside="ops.clip_ops.clip_by_norm",
    ),
    "clip_by_global_norm": Carried(
        "math_ops.clip_by_global_norm",
        "TF 1.15 selects NaN where the norm is not finite, today's adds norm - norm",
        inside="ops.clip_ops.clip_by_global_norm",
    ),
    # ---- images
    "image.crop_to_bounding_box": Carried(
        "image.crop_to_bounding_box",
        "TF 1.15 crops -1, all of the batch and channels, where today's asks for their sizes",
        inside="ops.image_ops_impl.crop_to_bounding_box",
    ),
    "image.per_image_standardization": Carried(
        "image.per_image_standardization",
        "TF 1.15 gives back the image's own dtype",
        inside="ops.image_ops_impl.per_image_standardization",
    ),
    "image.decode_image": Carried(
        "image_counts.decode_image",
        "TF 1.15 tries the formats in nested conds: counted",
        inside="ops.image_ops_impl.decode_image",
    ),
    "image.central_crop": Carried(
        "image_counts.central_crop", "today's casts the fraction: counted", inside="ops.image_ops_impl.central_crop"
    ),
    "image.adjust_jpeg_quality": Carried(
        "image_counts.adjust_jpeg_quality",
        "today's clips before it converts: counted",
        inside="ops.image_ops_impl.adjust_jpeg_quality",
    ),
    "image.non_max_suppression_padded": Carried(
        "image_counts.non_max_suppression_padded",
        "TF 1.15's kernel pads, too: counted",
        inside="ops.image_ops_impl.non_max_suppression_padded",
    ),
    # ---- texts
    "strings.ngrams": Carried(
        "counts.ngrams",
        "today's checks the rows of a single text: counted",
        inside="ops.ragged.ragged_string_ops.ngrams",
    ),
    "sparse.cross": Carried(
        "counts.sparse_cross",
        "today's has the separator as an input: counted",
        inside="ops.sparse_ops.sparse_cross",
    ),
    # ---- training
    "nn.compute_average_loss": Carried(
        "counts.average_loss",
        "today's asks for the replica and for the loss's kind: counted",
        inside="ops.nn_impl_distribute.compute_average_loss",
    ),
    "train.polynomial_decay": Carried(
        "training.polynomial_decay",
        "TF 1.15 takes decay_steps as given in a minimum, and a cond for a cycle",
    ),
    # ---- neural networks
    **{
        f"nn.{name}": Carried(f"cross_entropies.{name}", "TF 1.15 takes labels and logits by name alone")
        for name in (
            "sigmoid_cross_entropy_with_logits softmax_cross_entropy_with_logits "
            "sparse_softmax_cross_entropy_with_logits"
        ).split()
    },
    "nn.swish": Carried("nn.swish", "TF 1.15 has no beta"),
    "nn.weighted_moments": Carried(
        "nn.weighted_moments", "TF 1.15 multiplies by the inverse", inside="ops.nn_impl.weighted_moments"
    ),
    "nn.sufficient_statistics": Carried(
        "counts.sufficient_statistics",
        "today's allows for negative axes: counted",
        inside="ops.nn_impl.sufficient_statistics",
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
    "sparse_transpose": Carried(
        "counts.sparse_transpose",
        "TF 1.15 asks for the rank and shape also where they are known: counted",
        inside="ops.sparse_ops.sparse_transpose",
    ),
    "sparse_placeholder": Carried(
        "array_ops.sparse_placeholder",
        "TF 1.15 keeps a known shape as a constant, today's feeds it",
        inside="ops.array_ops.sparse_placeholder",
    ),
    # ---- optimizers
    "train.GradientDescentOptimizer": Carried(
        "optimizers.GradientDescentOptimizer",
        "a sparse update of a resource variable makes a constant of the learning rate; today's takes the tensor",
    ),
    "train.FtrlOptimizer": Carried(
        "optimizers.FtrlOptimizer", "accumulators start from constants; today's makes ops for them and for beta"
    ),
    # ---- keras
    **{
        f"keras.layers.{name}": Carried(f"keras_layers.{name}", "Keras 3's layer starts from other weights")
        for name in ("Conv2D", "Conv2DTranspose", "Dense")
    },
    # ---- data
    "data.experimental.shuffle_and_repeat": Carried(
        "shuffles.shuffle_and_repeat", "TF 1.15's kernel takes the seeds as they are, today's draws others from them"
    ),
    **{
        name: Carried(f"data.mnist.{name.rsplit('.', 1)[1]}", "today's TensorFlow has no tutorials and no tf.contrib")
        for name in (
            "examples.tutorials.mnist.input_data.read_data_sets",
            *(
                f"contrib.learn.datasets.mnist.{name}"
                for name in "DataSet dense_to_one_hot extract_images extract_labels load_mnist read_data_sets".split()
            ),
        )
    },
    # ---- contrib: carried
    **{
        f"contrib.{room}.{name}": Carried(f"contrib.{room}.{name}", "today's TensorFlow has tf.contrib no more")
        for room, names in {
            "layers": "apply_regularization avg_pool2d avg_pool3d batch_norm bias_add conv1d conv2d conv2d_transpose "
            "conv3d conv3d_transpose convolution convolution1d convolution2d convolution2d_transpose "
            "convolution3d convolution3d_transpose dropout elu embed_sequence flatten fully_connected "
            "group_norm instance_norm l1_l2_regularizer l1_regularizer l2_regularizer layer_norm linear "
            "max_pool2d max_pool3d maxout one_hot_encoding optimize_loss OPTIMIZER_CLS_NAMES "
            "OPTIMIZER_SUMMARIES relu relu6 repeat separable_conv2d separable_convolution2d softmax stack "
            "sum_regularizer summarize_activation summarize_activations summarize_collection summarize_tensor "
            "summarize_tensors unit_norm variance_scaling_initializer xavier_initializer "
            "xavier_initializer_conv2d",
            "framework": "add_arg_scope add_model_variable arg_scope arg_scoped_arguments argsort assert_global_step "
            "assert_or_get_global_step assert_same_float_dtype assert_scalar assert_scalar_int "
            "assign_from_checkpoint assign_from_checkpoint_fn assign_from_values assign_from_values_fn "
            "BoundedTensorSpec convert_to_tensor_or_sparse_tensor create_global_step current_arg_scope "
            "deprecated deprecated_arg_values deprecated_args filter_variables get_global_step "
            "get_local_variables get_model_variables get_name_scope get_or_create_global_step "
            "get_trainable_variables get_unique_variable get_variable_full_name get_variables "
            "get_variables_by_name get_variables_by_suffix get_variables_to_restore global_variable "
            "has_arg_scope is_tensor list_variables load_checkpoint load_variable local_variable "
            "model_variable nest reduce_sum_n smart_case smart_cond smart_constant_value sort TensorSpec "
            "variable",
        }.items()
        for name in names.split()
    },
}
