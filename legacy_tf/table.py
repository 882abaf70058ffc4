"""The table: TF 1.15's name -> what carries it, or what it was and what to do instead. Names not here fall through.

Read it like a spreadsheet. docs/differences.md is made from it and the tests walk through it.
"""

from typing import NamedTuple


class Carried(NamedTuple):
    """A name whose TF 1.15 graph or numbers differ from tf.compat.v1's (or that compat.v1 lost)."""

    by: str  # "module.attribute" below legacy_tf
    why: str
    inside: str | None = None  # the spot below tensorflow.python that TensorFlow's own code calls, replaced too


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
    "linspace": Carried("math_ops.linspace", "one op in TF 1.15, seventy today", inside="ops.math_ops.linspace_nd"),
    "lin_space": Carried("math_ops.linspace", "one op in TF 1.15, seventy today", inside="ops.math_ops.linspace"),
    "histogram_fixed_width_bins": Carried(
        "counts.histogram_fixed_width_bins",
        "today's checks nbins: counted",
        inside="ops.histogram_ops.histogram_fixed_width_bins",
    ),
    "math.bessel_i0": Carried(
        "counts.bessel_i0", "TF 1.15 multiplies scaled ones: counted", inside="ops.special_math_ops.bessel_i0"
    ),
    "math.bessel_i1": Carried(
        "counts.bessel_i1", "TF 1.15 multiplies scaled ones: counted", inside="ops.special_math_ops.bessel_i1"
    ),
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
        "counts.decode_image",
        "TF 1.15 tries the formats in nested conds: counted",
        inside="ops.image_ops_impl.decode_image",
    ),
    "image.central_crop": Carried(
        "counts.central_crop", "today's casts the fraction: counted", inside="ops.image_ops_impl.central_crop"
    ),
    "image.adjust_jpeg_quality": Carried(
        "counts.adjust_jpeg_quality",
        "today's clips before it converts: counted",
        inside="ops.image_ops_impl.adjust_jpeg_quality",
    ),
    # ---- training
    "train.polynomial_decay": Carried(
        "training.polynomial_decay",
        "TF 1.15 takes decay_steps as given in a minimum, and a cond for a cycle",
    ),
    # ---- neural networks
    "nn.swish": Carried("nn.swish", "TF 1.15 has no beta"),
    "nn.weighted_moments": Carried(
        "nn.weighted_moments", "TF 1.15 multiplies by the inverse", inside="ops.nn_impl.weighted_moments"
    ),
    "nn.sufficient_statistics": Carried(
        "counts.sufficient_statistics",
        "today's allows for negative axes: counted",
        inside="ops.nn_impl.sufficient_statistics",
    ),
    "nn.embedding_lookup_sparse": Carried(
        "counts.embedding_lookup_sparse",
        "TF 1.15 gathers each id once: counted",
        inside="ops.embedding_ops.embedding_lookup_sparse",
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
    # ---- contrib: carried
    **{
        f"contrib.{room}.{name}": Carried(f"contrib.{room}.{name}", "today's TensorFlow has tf.contrib no more")
        for room, names in {
            "layers": "apply_regularization avg_pool2d avg_pool3d batch_norm bias_add conv1d conv2d conv2d_transpose "
            "conv3d conv3d_transpose convolution convolution1d convolution2d convolution2d_transpose convolution3d "
            "convolution3d_transpose dropout elu flatten fully_connected instance_norm l1_l2_regularizer "
            "l1_regularizer l2_regularizer layer_norm linear max_pool2d max_pool3d one_hot_encoding relu relu6 repeat "
            "separable_conv2d separable_convolution2d softmax stack sum_regularizer variance_scaling_initializer "
            "xavier_initializer xavier_initializer_conv2d",
            "framework": "add_arg_scope add_model_variable arg_scope arg_scoped_arguments assert_global_step "
            "assert_or_get_global_step create_global_step current_arg_scope filter_variables get_global_step "
            "get_local_variables get_model_variables get_or_create_global_step get_trainable_variables "
            "get_unique_variable get_variable_full_name get_variables get_variables_by_name get_variables_by_suffix "
            "get_variables_to_restore global_variable has_arg_scope local_variable model_variable variable",
        }.items()
        for name in names.split()
    },
    # ---- contrib: not carried
    **{
        f"contrib.{name}": Missing(was, instead)
        for names, was, instead in (
            # what has a home elsewhere
            ("autograph", "the conversion of Python control flow to graphs", "Use tf.autograph."),
            ("batching", "a batching decorator for serving", "Use tf.nondifferentiable_batch_function."),
            ("checkpoint", "object-based checkpoints", "Use tf.train.Checkpoint, or tf.train.Saver."),
            ("compiler", "the switch to XLA", "Use tf.xla.experimental.jit_scope or compile."),
            ("data", "input pipelines", "Use tf.data.experimental, or the methods of tf.data.Dataset of that name."),
            (
                "deprecated",
                "the summaries of TF 0.x",
                "Use tf.summary.scalar, histogram, image, audio, merge, merge_all.",
            ),
            ("feature_column", "feature columns of sequences", "Use tf.feature_column."),
            ("hooks", "a hook that profiles", "Use tf.train.ProfilerHook."),
            ("input_pipeline", "queues of file names", "Use tf.data.Dataset."),
            ("lookup", "lookup tables", "Use tf.lookup.StaticHashTable and tf.lookup.StaticVocabularyTable."),
            (
                "losses",
                "the losses of TF 0.x",
                "Use tf.losses. Mind its order: the labels first, then the predictions.",
            ),
            ("metrics", "streaming metrics", "Use tf.metrics: streaming_accuracy is tf.metrics.accuracy, and so on."),
            ("mixed_precision", "loss scaling", "Use tf.mixed_precision.enable_mixed_precision_graph_rewrite."),
            (
                "nn",
                "a few more ops of tf.nn",
                "Look for the op in tf.nn; mind that labels and logits are passed by name.",
            ),
            ("predictor saved_model session_bundle", "loading of exported models", "Use tf.saved_model.loader.load."),
            ("proto", "decoding of protocol buffers", "Use tf.io.decode_proto and tf.io.encode_proto."),
            ("quantization", "quantized ops", "Use tf.quantization."),
            ("signal", "signal processing", "Use tf.signal: the same functions."),
            ("staging", "StagingArea", "Use tf.data.Dataset.prefetch: it changes no number."),
            ("stateless", "stateless random ops", "Use tf.random.stateless_uniform, stateless_normal and the like."),
            (
                "summary",
                "summary writers that are ops",
                "Use tf.summary.FileWriter with tf.summary.scalar and the like.",
            ),
            ("tfprof stat_summarizer", "the profiler", "Use tf.profiler."),
            (
                "training",
                "helpers for training: HParams, bucketing, resampling",
                "For HParams use types.SimpleNamespace, for the batches tf.data, for the rest tf.train.",
            ),
            ("util", "constant_value, make_ndarray, make_tensor_proto", "Use tf.get_static_value, tf.make_ndarray, …"),
            # what became a package of its own
            (
                "slim",
                "TF-Slim",
                "Its layers are those of tf.contrib.layers, its arg_scope that of tf.contrib.framework: both are "
                "carried. For slim.nets and the rest pip install tf_slim, which starts from other weights.",
            ),
            (
                "distributions bayesflow",
                "probability distributions",
                "Use tf.distributions; for the classes it lacks, pip install tensorflow_probability.",
            ),
            (
                "gan",
                "TF-GAN, which TF 1.15 itself had no more",
                "Use the package tensorflow-gan, or write the losses out.",
            ),
            (
                "constrained_optimization",
                "optimization under constraints",
                "Use the package tensorflow_constrained_optimization.",
            ),
            ("tensorboard", "the plugins of TensorBoard", "Use `from tensorboard.plugins import projector`."),
            (
                "bigtable cloud ffmpeg hadoop ignite kafka kinesis libsvm",
                "readers of data that is stored elsewhere",
                "Use the package tensorflow-io, or read with Python and feed the arrays.",
            ),
            (
                "model_pruning quantize",
                "graph rewriting for small devices",
                "It has no successor for graphs; the package tensorflow-model-optimization does it for Keras models.",
            ),
            (
                "crf image sparsemax text",
                "ops that went to TensorFlow Addons, which ended with TensorFlow 2.15",
                "Write the formula out; for images tf.image and tf.raw_ops.ImageProjectiveTransformV3 help.",
            ),
            # recurrent networks
            (
                "cudnn_rnn grid_rnn recurrent rnn",
                "recurrent cells and wrappers",
                "Write the cell's equations with tf.layers.dense inside tf.while_loop or a Python loop.",
            ),
            (
                "legacy_seq2seq seq2seq",
                "encoders, decoders and attention",
                "Write the decoder's loop with tf.while_loop, the loss with "
                "tf.nn.sparse_softmax_cross_entropy_with_logits.",
            ),
            # other ways to write models
            (
                "eager",
                "eager execution",
                "legacy_tf carries graphs and sessions; eager code needs a process of its own.",
            ),
            ("keras", "tf.keras before it was tf.keras", "See tf.keras: write the layers with tf.layers."),
            (
                "learn",
                "the Estimator API before it was tf.estimator",
                "Write the loop with tf.Session. learn.datasets.mnist is input_data of "
                "tensorflow.examples.tutorials.mnist.",
            ),
            (
                "boosted_trees decision_trees estimator factorization kernel_methods linear_optimizer tensor_forest "
                "timeseries",
                "models for the Estimator API",
                "Write the model and its loop with tf.Session, or use scikit-learn.",
            ),
            (
                "opt optimizer_v2",
                "further optimizers",
                "Use an optimizer of tf.train, or write the update with tf.assign.",
            ),
            ("labeled_tensor specs", "another way to write graphs", "Write the graph with tf's own functions."),
            (
                "copy_graph graph_editor meta_graph_transform receptive_field",
                "editing of graphs",
                "Use tf.import_graph_def(graph_def, input_map=…), or build the graph anew.",
            ),
            ("integrate", "odeint", "Use scipy.integrate, or write the steps with tf.while_loop."),
            ("solvers", "iterative solvers", "Use tf.linalg.solve, or tf.linalg.experimental.conjugate_gradient."),
            # machines
            (
                "all_reduce cluster_resolver distribute rpc tpu",
                "training on many machines or on TPUs",
                "Train on one machine; tf.distribute has what is left of it.",
            ),
            (
                "fused_conv memory_stats nearest_neighbor periodic_resample reduce_slice_ops remote_fused_graph "
                "resampler tensorrt",
                "kernels that today's TensorFlow does not contain",
                "Write the op with others; tf.gather and tf.image serve for most.",
            ),
            ("testing", "helpers for TensorFlow's own tests", "Use tf.test."),
        )
        for name in names.split()
    },
    **{
        f"contrib.layers.{name}": Missing(was, instead)
        for names, was, instead in (
            (
                "bucketized_column check_feature_columns create_feature_spec_for_parsing crossed_column "
                "embedding_column feature_column infer_real_valued_columns input_from_feature_columns "
                "joint_weighted_sum_from_feature_columns make_place_holder_tensors_for_base_features "
                "multi_class_target one_hot_column parse_feature_columns_from_examples "
                "parse_feature_columns_from_sequence_examples real_valued_column regression_target "
                "scattered_embedding_column sequence_input_from_feature_columns shared_embedding_columns "
                "sparse_column_with_hash_bucket sparse_column_with_integerized_feature sparse_column_with_keys "
                "sparse_column_with_vocabulary_file SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY transform_features "
                "weighted_sparse_column weighted_sum_from_feature_columns",
                "feature columns",
                "Use tf.feature_column: numeric_column, categorical_column_with_vocabulary_list and the like.",
            ),
            (
                "bow_encoder embed_sequence embedding_lookup_unique safe_embedding_lookup_sparse",
                "embeddings",
                "Use tf.nn.embedding_lookup on a tf.get_variable, or tf.nn.safe_embedding_lookup_sparse.",
            ),
            (
                "OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES optimize_loss",
                "a training op by the optimizer's name",
                "Use an optimizer of tf.train: minimize, or tf.gradients, tf.clip_by_global_norm, apply_gradients.",
            ),
            (
                "summaries summarize_activation summarize_activations summarize_collection summarize_tensor "
                "summarize_tensors",
                "summaries of whole collections",
                "Use tf.summary.histogram and tf.summary.scalar in a loop over tf.get_collection.",
            ),
            (
                "legacy_fully_connected legacy_linear legacy_relu",
                "fully_connected before it had scopes",
                "Use tf.contrib.layers.fully_connected.",
            ),
            (
                "GDN RevBlock conv2d_in_plane convolution2d_in_plane dense_to_sparse gdn group_norm "
                "images_to_sequence maxout recompute_grad rev_block scale_gradient sequence_to_images spatial_softmax "
                "unit_norm",
                "one of its rarer layers",
                "Write its formula out with tf.nn and tf.get_variable.",
            ),
        )
        for name in names.split()
    },
    **{
        f"contrib.framework.{name}": Missing(was, instead)
        for names, was, instead in (
            ("nest", "nested structures", "Use tf.nest."),
            ("is_tensor", "a question to a value", "Use tf.is_tensor."),
            ("argsort sort", "sorting", "Use tf.argsort, tf.sort."),
            ("BoundedTensorSpec TensorSpec", "shape and dtype without a value", "Use tf.TensorSpec."),
            ("RecordInput", "a reader of records", "Use tf.data.TFRecordDataset."),
            ("py_func", "a Python function as an op", "Use tf.py_func."),
            ("smart_case smart_cond smart_constant_value", "conditions that may be known", "Use tf.cond, tf.case."),
            ("convert_to_tensor_or_sparse_tensor", "a conversion", "Use tf.convert_to_tensor_or_sparse_tensor."),
            ("assert_same_float_dtype assert_scalar", "a check", "Use tf.debugging, which has it by the same name."),
            (
                "init_from_checkpoint list_variables load_checkpoint load_variable",
                "reading of checkpoints",
                "Use tf.train, which has it by the same name.",
            ),
            (
                "assign_from_checkpoint assign_from_checkpoint_fn",
                "initialization from a checkpoint",
                "Use tf.train.Saver(variables).restore(session, path), or tf.train.init_from_checkpoint.",
            ),
            ("assign_from_values assign_from_values_fn", "assignment of arrays", "Use variable.load(array, session)."),
            (
                "deprecated deprecated_arg_values deprecated_args",
                "decorators that warn of old names",
                "Leave them out: they change no number.",
            ),
            (
                "VariableDeviceChooser assert_scalar_int convolutional_delta_orthogonal convolutional_orthogonal_1d "
                "convolutional_orthogonal_2d convolutional_orthogonal_3d fuse_op get_graph_from_inputs get_name_scope "
                "get_placeholders load_and_remap_matrix_initializer load_embedding_initializer "
                "load_linear_multiclass_bias_initializer load_variable_slot_initializer prepend_name_scope "
                "reduce_sum_n remove_squeezable_dimensions strip_name_scope with_same_shape with_shape zero_initializer",
                "one of its rarer helpers",
                "Write it out with tf's own functions: each is a few lines.",
            ),
        )
        for name in names.split()
    },
    # ---- what needs a package that is gone, or another that took its name
    # ---- optimizers
    "train.GradientDescentOptimizer": Carried(
        "optimizers.GradientDescentOptimizer",
        "a sparse update of a resource variable makes a constant of the learning rate; today's takes the tensor",
    ),
    "train.FtrlOptimizer": Carried(
        "optimizers.FtrlOptimizer", "accumulators start from constants; today's makes ops for them and for beta"
    ),
    "keras": Missing(
        "Keras 2.2.4-tf, which took the graph's seeds and TF 1.15's ops",
        "Today's tf.keras is Keras 3, whose weights start from other numbers. Write the layers with tf.layers; where the "
        "numbers need not be TF 1.15's, pip install tf_keras and import it.",
    ),
    **{
        f"keras.layers.{name}": Carried(f"keras_layers.{name}", "Keras 3's layer starts from other weights")
        for name in ("Conv2D", "Conv2DTranspose", "Dense")
    },
    "keras.layers": Missing(
        "Keras's layers, of which Conv2D, Conv2DTranspose and Dense are carried",
        "Use the layer of that name in tf.layers.",
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
        "counts.compare_neighbours",
        "TF 1.15 compares differences with 0: two ops more, counted",
        inside="ops.check_ops._get_results_for_monotonic_comparison",
    ),
    "tf.confusion_matrix below its order of arguments": Carried(
        "counts.matrix_of_confusion",
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
    "an image's rank and sizes checked (tf.image)": Carried(
        "image.check_at_least_3d",
        "TF 1.15 wants all sizes known and positive, today's the last three",
        inside="ops.image_ops_impl._CheckAtLeast3DImage",
    ),
    "the type that an op prefers for a list": Carried(
        "building.default_types",
        "today's converts an empty list twice, first to floats",
        inside="framework.op_def_library._ExtractDefaultTypesAndAllowedTypes",
    ),
    "the size of a TensorArray (also tf.map_fn, tf.scan)": Carried(
        "building.tensor_array_size",
        "TF 1.15 asks the array also for a size that it was given",
        inside="ops.tensor_array_ops._GraphTensorArray.size",
    ),
    "the elements of a TensorArray joined": Carried(
        "building.tensor_array_concat",
        "today's asks for the size, for the static shape",
        inside="ops.tensor_array_ops._GraphTensorArray.concat",
    ),
    "tensor[...]": Carried(
        "building.getitem",
        "in a slice with a tensor today's makes the open bounds constants",
        inside="framework.tensor.Tensor.__getitem__",
    ),
    "variable[...]": Carried(
        "building.getitem",
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
    "repeats along an axis (tf.repeat)": Carried(
        "counts.repeat_with_axis",
        "today's multiplies sizes where TF 1.15 reshapes to -1: counted",
        inside="ops.array_ops.repeat_with_axis",
    ),
    "batches of indices (tf.gather_nd with batch_dims)": Carried(
        "counts.batch_gather_nd",
        "today's casts each size of the batch: counted",
        inside="ops.array_ops.batch_gather_nd",
    ),
    "numbers counted (tf.bincount)": Carried(
        "math_ops.bincount",
        "TF 1.15 sums weights by segments, which has a gradient",
        inside="ops.bincount_ops.bincount",
    ),
    "examples parsed (tf.parse_example, tf.parse_single_example)": Carried(
        "data_ops.parse_example_raw",
        "TF 1.15 has one constant per key, or attributes: counted",
        inside="ops.parsing_ops._parse_example_raw",
    ),
    "an image resized (tf.image.resize_images)": Carried(
        "counts.resize_images_common",
        "today's slices the size to keep the aspect: counted",
        inside="ops.image_ops_impl._resize_images_common",
    ),
    "an image or a batch flipped (tf.image)": Carried(
        "image.flip",
        "TF 1.15 takes unknown rank for a single image",
        inside="ops.image_ops_impl._flip",
    ),
    "an image or a batch flipped at random (tf.image)": Carried(
        "image.random_flip",
        "TF 1.15 takes unknown rank for a single image",
        inside="ops.image_ops_impl._random_flip",
    ),
    "a Saver's shards": Carried(
        "counts.add_sharded_save_ops",
        "today's looks at the path's file system: counted",
        inside="training.saver.BaseSaverBuilder._AddShardedSaveOpsForV2",
    ),
    "rows read from a resource variable (tf.gather)": Carried(
        "variables.sparse_read",
        "TF 1.15 copies what it read by an Identity",
        inside="ops.resource_variable_ops.BaseResourceVariable.sparse_read",
    ),
    "a dataset read by an iterator": Carried(
        "data_ops.make_initializable_iterator",
        "TF 1.15 wraps it in OptimizeDataset and ModelDataset: counted",
        inside="data.ops.dataset_ops.DatasetV1._make_initializable_iterator",
    ),
    "a dataset interleaved in parallel": Carried(
        "data_ops.parallel_interleave",
        "today's carries two buffer sizes: counted",
        inside="data.ops.interleave_op._ParallelInterleaveDataset.__init__",
    ),
    "a dataset with options": Carried(
        "data_ops.with_options",
        "an op today, none in TF 1.15: counted",
        inside="data.ops.dataset_ops.DatasetV2.with_options",
    ),
    "a dataset enumerated": Carried(
        "data_ops.enumerate_dataset",
        "today's marks it for rewriting: counted",
        inside="data.ops.dataset_ops.DatasetV2.enumerate",
    ),
}
