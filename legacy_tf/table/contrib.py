"""What of tf.contrib is not carried: the sub-packages, and the rest of contrib.layers and contrib.framework; and what
TensorBoard's projector needs, which is."""

from legacy_tf.table.rows import Carried, Missing

CONTRIB = {
    **{
        f"contrib.tensorboard.plugins.projector.{name}": Carried(
            f"contrib.tensorboard.{name}", "today's TensorFlow has tf.contrib no more"
        )
        for name in ("EmbeddingInfo", "ProjectorConfig", "SpriteMetadata", "visualize_embeddings")
    },
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
            ("util", "constant_value, make_ndarray, make_tensor_proto", "Use tf.get_static_value, tf.make_ndarray, …"),
            # what became a package of its own
            (
                "bayesflow",
                "Monte Carlo estimates",
                "Use tf.distributions, and tf.reduce_mean over samples.",
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
            (
                "tensorboard",
                "the plugins of TensorBoard, of which projector is carried",
                "Use the package tensorboard: `from tensorboard.plugins import …`.",
            ),
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
                "Write the loop with tf.Session. Of learn.datasets only mnist is carried.",
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
                "bow_encoder embedding_lookup_unique safe_embedding_lookup_sparse",
                "embeddings",
                "Use tf.nn.embedding_lookup on a tf.get_variable, or tf.nn.safe_embedding_lookup_sparse.",
            ),
            ("summaries", "the module of summarize_tensor and its kin", "tf.contrib.layers itself has them."),
            (
                "legacy_fully_connected legacy_linear legacy_relu",
                "fully_connected before it had scopes",
                "Use tf.contrib.layers.fully_connected.",
            ),
            (
                "GDN RevBlock conv2d_in_plane convolution2d_in_plane dense_to_sparse gdn images_to_sequence "
                "recompute_grad rev_block scale_gradient sequence_to_images spatial_softmax",
                "one of its rarer layers",
                "Write its formula out with tf.nn and tf.get_variable.",
            ),
        )
        for name in names.split()
    },
    **{
        f"contrib.framework.{name}": Missing(was, instead)
        for names, was, instead in (
            ("RecordInput", "a reader of records", "Use tf.data.TFRecordDataset."),
            ("py_func", "a Python function as an op", "Use tf.py_func."),
            ("init_from_checkpoint", "initialization from a checkpoint", "Use tf.train.init_from_checkpoint."),
            (
                "VariableDeviceChooser convolutional_delta_orthogonal convolutional_orthogonal_1d "
                "convolutional_orthogonal_2d convolutional_orthogonal_3d fuse_op get_graph_from_inputs "
                "get_placeholders load_and_remap_matrix_initializer load_embedding_initializer "
                "load_linear_multiclass_bias_initializer load_variable_slot_initializer prepend_name_scope "
                "remove_squeezable_dimensions strip_name_scope with_same_shape with_shape "
                "zero_initializer",
                "one of its rarer helpers",
                "Write it out with tf's own functions: each is a few lines.",
            ),
        )
        for name in names.split()
    },
}
