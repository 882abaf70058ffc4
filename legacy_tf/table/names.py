"""The public names of TensorFlow 1.15.5, a package a paragraph; made by legacy_tf.table.names_page."""

PAGE = """\
tf AUTO_REUSE AggregationMethod Assert AttrValue COMPILER_VERSION CXX11_ABI_FLAG ConditionalAccumulator
    ConditionalAccumulatorBase ConfigProto CriticalSection DType DeviceSpec Dimension Event FIFOQueue FixedLenFeature
    FixedLenSequenceFeature FixedLengthRecordReader GIT_VERSION GPUOptions GRAPH_DEF_VERSION
    GRAPH_DEF_VERSION_MIN_CONSUMER GRAPH_DEF_VERSION_MIN_PRODUCER GradientTape Graph GraphDef GraphKeys GraphOptions
    HistogramProto IdentityReader IndexedSlices IndexedSlicesSpec InteractiveSession LMDBReader LogMessage
    MONOLITHIC_BUILD MetaGraphDef Module NameAttrList NoGradient NodeDef NotDifferentiable OpError Operation
    OptimizerOptions OptionalSpec PaddingFIFOQueue Print PriorityQueue QUANTIZED_DTYPES QueueBase RaggedTensor
    RaggedTensorSpec RandomShuffleQueue ReaderBase RegisterGradient RunMetadata RunOptions Session SessionLog
    SparseConditionalAccumulator SparseFeature SparseTensor SparseTensorSpec SparseTensorValue Summary SummaryMetadata
    TFRecordReader Tensor TensorArray TensorArraySpec TensorInfo TensorShape TensorSpec TextLineReader TypeSpec
    UnconnectedGradients VERSION VarLenFeature Variable VariableAggregation VariableScope VariableSynchronization
    WholeFileReader abs accumulate_n acos acosh add add_check_numerics_ops add_n add_to_collection add_to_collections
    all_variables angle app arg_max arg_min argmax argmin argsort as_dtype as_string asin asinh assert_equal
    assert_greater assert_greater_equal assert_integer assert_less assert_less_equal assert_near assert_negative
    assert_non_negative assert_non_positive assert_none_equal assert_positive assert_proper_iterable assert_rank
    assert_rank_at_least assert_rank_in assert_same_float_dtype assert_scalar assert_type assert_variables_initialized
    assign assign_add assign_sub atan atan2 atanh audio autograph batch_gather batch_scatter_update batch_to_space
    batch_to_space_nd betainc bfloat16 bincount bitcast bitwise bool boolean_mask broadcast_dynamic_shape
    broadcast_static_shape broadcast_to case cast ceil check_numerics cholesky cholesky_solve clip_by_average_norm
    clip_by_global_norm clip_by_norm clip_by_value colocate_with complex complex128 complex64 concat cond config
    confusion_matrix conj constant constant_initializer container contrib control_dependencies control_flow_v2_enabled
    convert_to_tensor convert_to_tensor_or_indexed_slices convert_to_tensor_or_sparse_tensor cos cosh count_nonzero
    count_up_to create_partitioned_variables cross cumprod cumsum custom_gradient data debugging decode_base64
    decode_compressed decode_csv decode_json_example decode_raw delete_session_tensor depth_to_space dequantize
    deserialize_many_sparse device diag diag_part digamma dimension_at_index dimension_value disable_control_flow_v2
    disable_eager_execution disable_resource_variables disable_tensor_equality disable_v2_behavior
    disable_v2_tensorshape distribute distributions div div_no_nan divide double dtypes dynamic_partition
    dynamic_stitch edit_distance einsum enable_control_flow_v2 enable_eager_execution enable_resource_variables
    enable_tensor_equality enable_v2_behavior enable_v2_tensorshape encode_base64 ensure_shape equal erf erfc errors
    estimator examples executing_eagerly exp expand_dims experimental expm1 extract_image_patches
    extract_volume_patches eye fake_quant_with_min_max_args fake_quant_with_min_max_args_gradient
    fake_quant_with_min_max_vars fake_quant_with_min_max_vars_gradient fake_quant_with_min_max_vars_per_channel
    fake_quant_with_min_max_vars_per_channel_gradient feature_column fft fft2d fft3d fill fingerprint
    fixed_size_partitioner flags float16 float32 float64 floor floor_div floordiv floormod foldl foldr function gather
    gather_nd get_collection get_collection_ref get_default_graph get_default_session get_local_variable get_logger
    get_seed get_session_handle get_session_tensor get_static_value get_variable get_variable_scope gfile global_norm
    global_variables global_variables_initializer glorot_normal_initializer glorot_uniform_initializer
    grad_pass_through gradients graph_util greater greater_equal group guarantee_const half hessians
    histogram_fixed_width histogram_fixed_width_bins identity identity_n ifft ifft2d ifft3d igamma igammac imag image
    import_graph_def init_scope initialize_all_tables initialize_all_variables initialize_local_variables
    initialize_variables initializers int16 int32 int64 int8 invert_permutation io is_finite is_inf is_nan
    is_non_decreasing is_numeric_tensor is_strictly_increasing is_tensor is_variable_initialized keras layers lbeta
    less less_equal lgamma lin_space linalg linspace lite load_file_system_library load_library load_op_library
    local_variables local_variables_initializer log log1p log_sigmoid logging logical_and logical_not logical_or
    logical_xor lookup losses make_ndarray make_template make_tensor_proto manip map_fn matching_files math matmul
    matrix_band_part matrix_determinant matrix_diag matrix_diag_part matrix_inverse matrix_set_diag matrix_solve
    matrix_solve_ls matrix_square_root matrix_transpose matrix_triangular_solve maximum meshgrid metrics
    min_max_variable_partitioner minimum mod model_variables moving_average_variables multinomial multiply name_scope
    negative nest newaxis nn no_gradient no_op no_regularizer nondifferentiable_batch_function norm not_equal
    numpy_function one_hot ones ones_initializer ones_like op_scope orthogonal_initializer pad parallel_stack
    parse_example parse_single_example parse_single_sequence_example parse_tensor placeholder placeholder_with_default
    polygamma pow print profiler py_func py_function python_io qint16 qint32 qint8 qr quantization quantize
    quantize_v2 quantized_concat queue quint16 quint8 ragged random random_crop random_gamma random_normal
    random_normal_initializer random_poisson random_shuffle random_uniform random_uniform_initializer range rank
    read_file real realdiv reciprocal recompute_grad reduce_all reduce_any reduce_join reduce_logsumexp reduce_max
    reduce_mean reduce_min reduce_prod reduce_sum regex_replace register_tensor_conversion_function repeat
    report_uninitialized_variables required_space_to_batch_paddings reset_default_graph reshape resource
    resource_loader resource_variables_enabled reverse reverse_sequence reverse_v2 rint roll round rsqrt saturate_cast
    saved_model scalar_mul scan scatter_add scatter_div scatter_max scatter_min scatter_mul scatter_nd scatter_nd_add
    scatter_nd_sub scatter_nd_update scatter_sub scatter_update searchsorted segment_max segment_mean segment_min
    segment_prod segment_sum self_adjoint_eig self_adjoint_eigvals sequence_mask serialize_many_sparse
    serialize_sparse serialize_tensor set_random_seed setdiff1d sets shape shape_n sigmoid sign signal sin sinh size
    slice sort space_to_batch space_to_batch_nd space_to_depth sparse sparse_add sparse_concat sparse_fill_empty_rows
    sparse_mask sparse_matmul sparse_maximum sparse_merge sparse_minimum sparse_placeholder sparse_reduce_max
    sparse_reduce_max_sparse sparse_reduce_sum sparse_reduce_sum_sparse sparse_reorder sparse_reset_shape
    sparse_reshape sparse_retain sparse_segment_mean sparse_segment_sqrt_n sparse_segment_sum sparse_slice
    sparse_softmax sparse_split sparse_tensor_dense_matmul sparse_tensor_to_dense sparse_to_dense sparse_to_indicator
    sparse_transpose spectral split sqrt square squared_difference squeeze stack stop_gradient strided_slice string
    string_join string_split string_strip string_to_hash_bucket string_to_hash_bucket_fast
    string_to_hash_bucket_strong string_to_number strings substr subtract summary svd switch_case sysconfig
    tables_initializer tan tanh tensor_scatter_add tensor_scatter_nd_add tensor_scatter_nd_sub
    tensor_scatter_nd_update tensor_scatter_sub tensor_scatter_update tensordot test tile timestamp to_bfloat16
    to_complex128 to_complex64 to_double to_float to_int32 to_int64 tools tpu trace train trainable_variables
    transpose truediv truncated_normal truncated_normal_initializer truncatediv truncatemod tuple uint16 uint32 uint64
    uint8 uniform_unit_scaling_initializer unique unique_with_counts unravel_index unsorted_segment_max
    unsorted_segment_mean unsorted_segment_min unsorted_segment_prod unsorted_segment_sqrt_n unsorted_segment_sum
    unstack user_ops variable_axis_size_partitioner variable_creator_scope variable_op_scope variable_scope
    variables_initializer variance_scaling_initializer variant vectorized_map verify_tensor_all_finite version where
    where_v2 while_loop wrap_function write_file xla zeros zeros_initializer zeros_like zeta
tf.app flags run
tf.app.flags ArgumentParser ArgumentSerializer BaseListParser BooleanFlag BooleanParser CantOpenFlagFileError
    CsvListSerializer DEFINE DEFINE_alias DEFINE_bool DEFINE_boolean DEFINE_enum DEFINE_enum_class DEFINE_flag
    DEFINE_float DEFINE_integer DEFINE_list DEFINE_multi DEFINE_multi_enum DEFINE_multi_enum_class DEFINE_multi_float
    DEFINE_multi_integer DEFINE_multi_string DEFINE_spaceseplist DEFINE_string DuplicateFlagError EnumClassFlag
    EnumClassListSerializer EnumClassParser EnumClassSerializer EnumFlag EnumParser Error FLAGS Flag FlagHolder
    FlagNameConflictsWithMethodError FlagValues FloatParser IllegalFlagValueError IntegerParser ListParser
    ListSerializer MultiEnumClassFlag MultiFlag UnparsedFlagAccessError UnrecognizedFlagError ValidationError
    WhitespaceSeparatedListParser adopt_module_key_flags declare_key_flag disclaim_key_flags doc_to_help
    flag_dict_to_args get_help_width mark_bool_flags_as_mutual_exclusive mark_flag_as_required
    mark_flags_as_mutual_exclusive mark_flags_as_required multi_flags_validator override_value
    register_multi_flags_validator register_validator set_default text_wrap tf_decorator validator
tf.audio decode_wav encode_wav
tf.autograph experimental set_verbosity to_code to_graph trace
tf.autograph.experimental Feature do_not_convert set_loop_options
tf.bitwise bitwise_and bitwise_or bitwise_xor invert left_shift right_shift
tf.config experimental experimental_connect_to_cluster experimental_connect_to_host experimental_list_devices
    experimental_run_functions_eagerly get_soft_device_placement optimizer set_soft_device_placement threading
tf.config.experimental VirtualDeviceConfiguration get_device_policy get_memory_growth get_synchronous_execution
    get_virtual_device_configuration get_visible_devices list_logical_devices list_physical_devices set_device_policy
    set_memory_growth set_synchronous_execution set_virtual_device_configuration set_visible_devices
tf.config.optimizer get_experimental_options get_jit set_experimental_options set_jit
tf.config.threading get_inter_op_parallelism_threads get_intra_op_parallelism_threads set_inter_op_parallelism_threads
    set_intra_op_parallelism_threads
tf.contrib all_reduce autograph batching bayesflow bigtable boosted_trees checkpoint cloud cluster_resolver compiler
    constrained_optimization copy_graph crf cudnn_rnn data decision_trees deprecated distribute distributions eager
    estimator factorization feature_column ffmpeg framework fused_conv graph_editor grid_rnn hadoop hooks ignite image
    input_pipeline integrate kafka keras kernel_methods kinesis labeled_tensor layers learn legacy_seq2seq libsvm
    linear_optimizer lookup losses memory_stats meta_graph_transform metrics mixed_precision model_pruning
    nearest_neighbor nn opt optimizer_v2 periodic_resample predictor proto quantization quantize receptive_field
    recurrent reduce_slice_ops remote_fused_graph resampler rnn rpc saved_model seq2seq session_bundle signal slim
    solvers sparsemax specs staging stat_summarizer stateless summary tensor_forest tensorboard tensorrt testing text
    tfprof timeseries tpu training util
tf.contrib.autograph AutoGraphError ConversionOptions Feature StackTraceMapper convert converted_call do_not_convert
    operators set_element_type set_loop_options stack to_code to_graph utils
tf.contrib.batching batch_function
tf.contrib.bayesflow monte_carlo
tf.contrib.bayesflow.monte_carlo expectation expectation_importance_sampler expectation_importance_sampler_logspace
tf.contrib.bigtable BigtableClient BigtableTable
tf.contrib.boosted_trees ops
tf.contrib.checkpoint CheckpointManager Checkpointable CheckpointableBase CheckpointableObjectGraph List Mapping
    NoDependency NumpyState PythonStateWrapper UniqueNameTracker capture_dependencies dot_graph_from_checkpoint
    list_objects object_metadata split_dependency
tf.contrib.cloud BigQueryReader BigtableClient BigtableTable BlockCacheParams ConfigureGcsHook configure_colab_session
    configure_gcs
tf.contrib.cluster_resolver ClusterResolver GCEClusterResolver KubernetesClusterResolver SimpleClusterResolver
    SlurmClusterResolver TFConfigClusterResolver TPUClusterResolver UnionClusterResolver
tf.contrib.compiler jit xla
tf.contrib.compiler.jit experimental_jit_scope jit
tf.contrib.compiler.xla array_ops check_function_argument_count compile estimator_model_fn function_utils logging
    model_fn_lib ops tf_decorator xla
tf.contrib.constrained_optimization AdditiveExternalRegretOptimizer AdditiveSwapRegretOptimizer
    ConstrainedMinimizationProblem ConstrainedOptimizer MultiplicativeSwapRegretOptimizer
    find_best_candidate_distribution find_best_candidate_index
tf.contrib.copy_graph copy_op_to_graph copy_variable_to_graph get_copied_op
tf.contrib.crf CrfDecodeBackwardRnnCell CrfDecodeForwardRnnCell CrfForwardRnnCell crf_binary_score crf_decode
    crf_log_likelihood crf_log_norm crf_multitag_sequence_score crf_sequence_score crf_unary_score viterbi_decode
tf.contrib.cudnn_rnn CudnnCompatibleGRUCell CudnnCompatibleLSTMCell CudnnGRU CudnnGRUSaveable CudnnLSTM
    CudnnLSTMSaveable CudnnParamsFormatConverterGRU CudnnParamsFormatConverterLSTM CudnnParamsFormatConverterRelu
    CudnnParamsFormatConverterTanh CudnnRNNRelu CudnnRNNReluSaveable CudnnRNNTanh CudnnRNNTanhSaveable
tf.contrib.data AUTOTUNE CheckpointInputPipelineHook Counter CsvDataset LMDBDataset Optional RandomDataset Reducer
    SqlDataset TFRecordWriter assert_element_shape batch_and_drop_remainder bucket_by_sequence_length
    choose_from_datasets copy_to_device dense_to_sparse_batch enumerate_dataset get_next_as_optional
    get_single_element group_by_reducer group_by_window ignore_errors make_batched_features_dataset make_csv_dataset
    make_saveable_from_iterator map_and_batch padded_batch_and_drop_remainder parallel_interleave
    parse_example_dataset prefetch_to_device read_batch_features reduce_dataset rejection_resample
    sample_from_datasets scan shuffle_and_repeat sliding_window_batch sloppy_interleave unbatch unique
tf.contrib.decision_trees proto
tf.contrib.decision_trees.proto generic_tree_model_pb2
tf.contrib.deprecated audio_summary histogram_summary image_summary merge_all_summaries merge_summary scalar_summary
tf.contrib.distribute AllReduceCrossDeviceOps CollectiveAllReduceStrategy CrossDeviceOps DistributeConfig
    DistributionStrategy MirroredStrategy Monitor MultiWorkerAllReduce OneDeviceStrategy ParameterServerStrategy
    ReplicaContext StandardInputStep StandardSingleLossStep Step TPUStrategy UpdateContext get_cross_replica_context
    get_distribution_strategy get_loss_reduction get_replica_context get_strategy has_distribution_strategy
    has_strategy in_cross_replica_context initialize_tpu_system require_replica_context run_standard_tensorflow_server
tf.contrib.distributions Autoregressive BatchReshape Bernoulli Beta BetaWithSoftplusConcentration Binomial Categorical
    Cauchy Chi2 Chi2WithAbsDf ConditionalDistribution ConditionalTransformedDistribution Deterministic Dirichlet
    DirichletMultinomial Distribution ExpRelaxedOneHotCategorical Exponential ExponentialWithSoftplusRate
    FULLY_REPARAMETERIZED Gamma GammaWithSoftplusConcentrationRate Geometric HalfNormal Independent InverseGamma
    InverseGammaWithSoftplusConcentrationRate Kumaraswamy Laplace LaplaceWithSoftplusScale Logistic Mixture
    MixtureSameFamily Multinomial MultivariateNormalDiag MultivariateNormalDiagPlusLowRank
    MultivariateNormalDiagWithSoftplusScale MultivariateNormalFullCovariance MultivariateNormalTriL
    NOT_REPARAMETERIZED NegativeBinomial Normal NormalWithSoftplusScale OneHotCategorical Poisson
    PoissonLogNormalQuadratureCompound QuantizedDistribution RegisterKL RelaxedBernoulli RelaxedOneHotCategorical
    ReparameterizationType SeedStream SinhArcsinh StudentT StudentTWithAbsDfSoftplusScale TransformedDistribution
    Uniform VectorDeterministic VectorDiffeomixture VectorExponentialDiag VectorLaplaceDiag VectorSinhArcsinhDiag
    WishartCholesky WishartFull assign_log_moving_mean_exp assign_moving_mean_variance auto_correlation bijectors
    estimator_head_distribution_regression fill_triangular fill_triangular_inverse kl_divergence matrix_diag_transform
    moving_mean_variance normal_conjugates_known_scale_posterior normal_conjugates_known_scale_predictive percentile
    quadrature_scheme_lognormal_gauss_hermite quadrature_scheme_lognormal_quantiles
    quadrature_scheme_softmaxnormal_gauss_hermite quadrature_scheme_softmaxnormal_quantiles reduce_weighted_logsumexp
    softplus_inverse tridiag
tf.contrib.distributions.bijectors AbsoluteValue Affine AffineLinearOperator AffineScalar BatchNormalization Bijector
    Chain CholeskyOuterProduct ConditionalBijector Exp FillTriangular Gumbel Identity Inline Invert Kumaraswamy
    MaskedAutoregressiveFlow MatrixInverseTriL Ordered Permute PowerTransform RealNVP Reshape ScaleTriL Sigmoid
    SinhArcsinh SoftmaxCentered Softplus Softsign Square TransformDiagonal masked_autoregressive_default_template
    masked_dense real_nvp_default_template
tf.contrib.eager ASYNC Checkpoint Checkpointable DEVICE_PLACEMENT_EXPLICIT DEVICE_PLACEMENT_SILENT
    DEVICE_PLACEMENT_WARN EagerVariableStore ExecutionCallback GradientTape Iterator Network SYNC Saver Sequential
    TensorSpec Variable add_execution_callback async_clear_error async_wait clear_execution_callbacks
    connect_to_remote_host custom_gradient defun enable_eager_execution enable_remote_eager_execution errstate
    executing_eagerly execution_mode function get_optimizer_variables gradients_function implicit_gradients
    implicit_value_and_gradients in_eager_mode inf_callback inf_nan_callback list_devices make_template metrics
    nan_callback num_gpus py_func restore_network_checkpoint restore_variables_on_create run
    run_all_tests_in_graph_and_eager_modes run_test_in_graph_and_eager_modes save_network_checkpoint
    set_execution_mode set_server_def seterr value_and_gradients_function
tf.contrib.eager.metrics Accuracy BinaryAccuracy CategoricalAccuracy Mean Metric SparseAccuracy
tf.contrib.estimator DNNClassifierWithLayerAnnotations DNNRegressorWithLayerAnnotations RNNClassifier RNNEstimator
    SavedModelEstimator TowerOptimizer add_metrics binary_classification_head boosted_trees_classifier_train_in_memory
    boosted_trees_regressor_train_in_memory build_raw_supervised_input_receiver_fn
    build_supervised_input_receiver_fn_from_input_fn call_logit_fn clip_gradients_by_norm dnn_logit_fn_builder
    export_all_saved_models export_saved_model_for_mode forward_features linear_logit_fn_builder
    logistic_regression_head multi_class_head multi_head multi_label_head poisson_regression_head regression_head
    replicate_model_fn
tf.contrib.factorization COSINE_DISTANCE GMM GmmAlgorithm KMEANS_PLUS_PLUS_INIT KMeans KMeansClustering RANDOM_INIT
    SQUARED_EUCLIDEAN_DISTANCE WALSMatrixFactorization WALSModel gmm
tf.contrib.feature_column sequence_categorical_column_with_hash_bucket sequence_categorical_column_with_identity
    sequence_categorical_column_with_vocabulary_file sequence_categorical_column_with_vocabulary_list
    sequence_input_layer sequence_numeric_column
tf.contrib.ffmpeg decode_audio decode_video encode_audio ffmpeg_ops
tf.contrib.ffmpeg.ffmpeg_ops decode_audio decode_video deprecated encode_audio gen_decode_audio_op_py
    gen_decode_video_op_py gen_encode_audio_op_py loader ops resource_loader
tf.contrib.framework BoundedTensorSpec RecordInput TensorSpec VariableDeviceChooser add_arg_scope add_model_variable
    arg_scope arg_scoped_arguments argsort assert_global_step assert_or_get_global_step assert_same_float_dtype
    assert_scalar assert_scalar_int assign_from_checkpoint assign_from_checkpoint_fn assign_from_values
    assign_from_values_fn convert_to_tensor_or_sparse_tensor convolutional_delta_orthogonal
    convolutional_orthogonal_1d convolutional_orthogonal_2d convolutional_orthogonal_3d create_global_step
    current_arg_scope deprecated deprecated_arg_values deprecated_args filter_variables fuse_op get_global_step
    get_graph_from_inputs get_local_variables get_model_variables get_name_scope get_or_create_global_step
    get_placeholders get_trainable_variables get_unique_variable get_variable_full_name get_variables
    get_variables_by_name get_variables_by_suffix get_variables_to_restore global_variable has_arg_scope
    init_from_checkpoint is_tensor list_variables load_and_remap_matrix_initializer load_checkpoint
    load_embedding_initializer load_linear_multiclass_bias_initializer load_variable load_variable_slot_initializer
    local_variable model_variable nest prepend_name_scope py_func reduce_sum_n remove_squeezable_dimensions smart_case
    smart_cond smart_constant_value sort strip_name_scope variable with_same_shape with_shape zero_initializer
tf.contrib.fused_conv fused_conv2d_bias_activation
tf.contrib.graph_editor ControlOutputs SubGraphView Transformer TransformerInfo add_control_inputs
    assign_renamed_collections_handler bypass can_be_regex check_cios compute_boundary_ts connect copy copy_op_handler
    copy_with_input_replacements detach detach_control_inputs detach_control_outputs detach_inputs detach_outputs edit
    filter_ops filter_ops_from_regex filter_ts filter_ts_from_regex get_backward_walk_ops get_consuming_ops
    get_forward_walk_ops get_generating_ops get_name_scope_ops get_ops_ios get_tensors get_walks_intersection_ops
    get_walks_union_ops get_within_boundary_ops graph_replace keep_t_if_possible_handler make_list_of_op
    make_list_of_t make_placeholder_from_dtype_and_shape make_placeholder_from_tensor make_regex make_view
    make_view_from_scope ph placeholder_name remove_control_inputs replace_t_with_placeholder_handler reroute
    reroute_inputs reroute_ios reroute_outputs reroute_ts select select_ops select_ops_and_ts select_ts sgv sgv_scope
    subgraph swap_inputs swap_ios swap_outputs swap_ts transform transform_op_if_inside_handler util
tf.contrib.graph_editor.edit bypass connect detach detach_control_inputs detach_control_outputs detach_inputs
    detach_outputs reroute select subgraph tf_array_ops util
tf.contrib.graph_editor.reroute add_control_inputs remove_control_inputs reroute_inputs reroute_ios reroute_outputs
    reroute_ts swap_inputs swap_ios swap_outputs swap_ts
tf.contrib.graph_editor.select can_be_regex check_cios compute_boundary_ts deprecation filter_ops
    filter_ops_from_regex filter_ts filter_ts_from_regex get_backward_walk_ops get_forward_walk_ops get_name_scope_ops
    get_ops_ios get_walks_intersection_ops get_walks_union_ops get_within_boundary_ops iteritems make_regex
    op_selector select_ops select_ops_and_ts select_ts string_types tf_ops util
tf.contrib.graph_editor.subgraph StringIO SubGraphView iteritems make_view make_view_from_scope select tf_ops util
tf.contrib.graph_editor.transform StringIO Transformer TransformerInfo assign_renamed_collections_handler copy
    copy_op_handler copy_with_input_replacements deepcopy graph_replace iteritems keep_t_if_possible_handler logging
    partial replace_t_with_placeholder_handler reroute select string_types subgraph tf_ops
    transform_op_if_inside_handler util
tf.contrib.graph_editor.util ControlOutputs ListView check_graphs concatenate_unique find_corresponding
    find_corresponding_elem flatten_tree get_consuming_ops get_generating_ops get_predefined_collection_names
    get_tensors get_unique_graph is_iterable iteritems make_list_of_op make_list_of_t
    make_placeholder_from_dtype_and_shape make_placeholder_from_tensor placeholder_name scope_basename scope_dirname
    scope_finalize tf_array_ops tf_ops transform_tree
tf.contrib.grid_rnn Grid1BasicLSTMCell Grid1BasicRNNCell Grid1LSTMCell Grid2BasicLSTMCell Grid2BasicRNNCell
    Grid2GRUCell Grid2LSTMCell Grid3LSTMCell GridRNNCell array_ops layers logging math_ops namedtuple nn rnn
    tensor_shape vs
tf.contrib.grid_rnn.layers GDN OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES RevBlock SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY
    apply_regularization avg_pool2d avg_pool3d batch_norm bias_add bow_encoder bucketized_column check_feature_columns
    conv1d conv2d conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d
    convolution2d_in_plane convolution2d_transpose convolution3d convolution3d_transpose
    create_feature_spec_for_parsing crossed_column dense_to_sparse dropout elu embed_sequence embedding_column
    embedding_lookup_unique feature_column flatten fully_connected gdn group_norm images_to_sequence
    infer_real_valued_columns input_from_feature_columns instance_norm joint_weighted_sum_from_feature_columns
    l1_l2_regularizer l1_regularizer l2_regularizer layer_norm legacy_fully_connected legacy_linear legacy_relu linear
    make_place_holder_tensors_for_base_features max_pool2d max_pool3d maxout multi_class_target one_hot_column
    one_hot_encoding optimize_loss parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples
    real_valued_column recompute_grad regression_target relu relu6 repeat rev_block safe_embedding_lookup_sparse
    scale_gradient scattered_embedding_column separable_conv2d separable_convolution2d
    sequence_input_from_feature_columns sequence_to_images shared_embedding_columns softmax
    sparse_column_with_hash_bucket sparse_column_with_integerized_feature sparse_column_with_keys
    sparse_column_with_vocabulary_file spatial_softmax stack sum_regularizer summaries summarize_activation
    summarize_activations summarize_collection summarize_tensor summarize_tensors transform_features unit_norm
    variance_scaling_initializer weighted_sparse_column weighted_sum_from_feature_columns xavier_initializer
    xavier_initializer_conv2d
tf.contrib.grid_rnn.rnn AttentionCellWrapper BasicLSTMCell BasicRNNCell BidirectionalGridLSTMCell CompiledWrapper
    Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell CoupledInputForgetGateLSTMCell DeviceWrapper
    DropoutWrapper EmbeddingWrapper FusedRNNCell FusedRNNCellAdaptor GLSTMCell GRUBlockCell GRUBlockCellV2 GRUCell
    GridLSTMCell HighwayWrapper IndRNNCell IndyGRUCell IndyLSTMCell InputProjectionWrapper IntersectionRNNCell
    LSTMBlockCell LSTMBlockFusedCell LSTMBlockWrapper LSTMCell LSTMStateTuple LayerNormBasicLSTMCell LayerRNNCell
    MultiRNNCell NASCell OutputProjectionWrapper PhasedLSTMCell RNNCell ResidualWrapper SRUCell TimeFreqLSTMCell
    TimeReversedFusedRNN UGRNNCell best_effort_input_batch_size stack_bidirectional_dynamic_rnn
    stack_bidirectional_rnn static_bidirectional_rnn static_rnn static_state_saving_rnn transpose_batch_time
tf.contrib.hadoop SequenceFileDataset
tf.contrib.hooks ProfilerHook
tf.contrib.ignite IgniteDataset
tf.contrib.image angles_to_projective_transforms bipartite_match compose_transforms connected_components
    dense_image_warp flat_transforms_to_matrices interpolate_spline matrices_to_flat_transforms rotate
    single_image_random_dot_stereograms sparse_image_warp transform translate translations_to_projective_transforms
tf.contrib.input_pipeline obtain_next
tf.contrib.integrate odeint odeint_fixed
tf.contrib.kafka KafkaDataset
tf.contrib.keras activations applications backend callbacks constraints datasets initializers layers losses metrics
    models optimizers preprocessing regularizers utils wrappers
tf.contrib.keras.activations deserialize elu get hard_sigmoid linear relu selu serialize sigmoid softmax softplus
    softsign tanh
tf.contrib.keras.applications InceptionV3 MobileNet ResNet50 VGG16 VGG19 Xception inception_v3 mobilenet resnet50
    vgg16 vgg19 xception
tf.contrib.keras.backend abs all any arange argmax argmin backend batch_dot batch_flatten batch_get_value
    batch_normalization batch_set_value bias_add binary_crossentropy cast cast_to_floatx categorical_crossentropy
    clear_session clip concatenate constant conv1d conv2d conv2d_transpose conv3d cos count_params ctc_batch_cost
    ctc_decode ctc_label_dense_to_sparse dot dropout dtype elu epsilon equal eval exp expand_dims eye flatten floatx
    foldl foldr function gather get_session get_uid get_value gradients greater greater_equal hard_sigmoid
    image_data_format in_test_phase in_top_k in_train_phase int_shape is_sparse l2_normalize learning_phase less
    less_equal log manual_variable_initialization map_fn max maximum mean min minimum moving_average_update name_scope
    ndim normalize_batch_in_training not_equal one_hot ones ones_like permute_dimensions placeholder pool2d pool3d pow
    print_tensor prod random_binomial random_normal random_normal_variable random_uniform random_uniform_variable relu
    repeat repeat_elements reset_uids reshape resize_images resize_volumes reverse rnn round separable_conv2d
    set_epsilon set_floatx set_image_data_format set_learning_phase set_session set_value shape sigmoid sign sin
    softmax softplus softsign sparse_categorical_crossentropy spatial_2d_padding spatial_3d_padding sqrt square
    squeeze stack std stop_gradient sum switch tanh temporal_padding to_dense transpose truncated_normal update
    update_add update_sub var variable zeros zeros_like
tf.contrib.keras.callbacks BaseLogger CSVLogger Callback EarlyStopping History LambdaCallback LearningRateScheduler
    ModelCheckpoint ProgbarLogger ReduceLROnPlateau RemoteMonitor TensorBoard TerminateOnNaN
tf.contrib.keras.constraints Constraint MaxNorm MinMaxNorm NonNeg UnitNorm deserialize get max_norm min_max_norm
    non_neg serialize unit_norm
tf.contrib.keras.datasets boston_housing cifar10 cifar100 imdb mnist reuters
tf.contrib.keras.initializers Constant Identity Initializer Ones Orthogonal RandomNormal RandomUniform TruncatedNormal
    VarianceScaling Zeros deserialize get glorot_normal glorot_uniform he_normal he_uniform lecun_normal lecun_uniform
    serialize
tf.contrib.keras.layers Activation ActivityRegularization Add AlphaDropout Average AveragePooling1D AveragePooling2D
    AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional Concatenate Conv1D Conv2D
    Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM2D Convolution1D Convolution2D Convolution2DTranspose Convolution3D
    Convolution3DTranspose Cropping1D Cropping2D Cropping3D Dense Dot Dropout ELU Embedding Flatten GRU
    GaussianDropout GaussianNoise GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D
    GlobalAvgPool2D GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D
    GlobalMaxPooling2D GlobalMaxPooling3D Input InputLayer InputSpec LSTM Lambda Layer LeakyReLU LocallyConnected1D
    LocallyConnected2D Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D Maximum Multiply
    PReLU Permute RepeatVector Reshape SeparableConv2D SeparableConvolution2D SimpleRNN SpatialDropout1D
    SpatialDropout2D SpatialDropout3D ThresholdedReLU TimeDistributed UpSampling1D UpSampling2D UpSampling3D Wrapper
    ZeroPadding1D ZeroPadding2D ZeroPadding3D add average concatenate dot maximum multiply
tf.contrib.keras.losses binary_crossentropy categorical_crossentropy categorical_hinge cosine_similarity deserialize
    get hinge kullback_leibler_divergence logcosh mean_absolute_error mean_absolute_percentage_error
    mean_squared_error mean_squared_logarithmic_error poisson serialize sparse_categorical_crossentropy squared_hinge
tf.contrib.keras.metrics binary_accuracy binary_crossentropy categorical_accuracy categorical_crossentropy
    cosine_similarity deserialize get hinge kullback_leibler_divergence mean_absolute_error
    mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson serialize
    sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge top_k_categorical_accuracy
tf.contrib.keras.models Model Sequential load_model model_from_config model_from_json model_from_yaml save_model
tf.contrib.keras.optimizers Adadelta Adagrad Adam Adamax Nadam Optimizer RMSprop SGD deserialize get serialize
tf.contrib.keras.preprocessing image sequence text
tf.contrib.keras.regularizers L1L2 Regularizer deserialize get l1 l1_l2 l2 serialize
tf.contrib.keras.utils CustomObjectScope GeneratorEnqueuer HDF5Matrix Progbar Sequence SequenceEnqueuer
    convert_all_kernels_in_model custom_object_scope deserialize_keras_object get_custom_objects get_file normalize
    plot_model serialize_keras_object to_categorical
tf.contrib.keras.wrappers scikit_learn
tf.contrib.kernel_methods KernelLinearClassifier RandomFourierFeatureMapper sparse_multiclass_hinge_loss
tf.contrib.kinesis KinesisDataset
tf.contrib.labeled_tensor Axes Axis AxisOrderError FixedLenFeature LabeledTensor ReshapeCoder abs acos add align
    as_axis asin atan axis_order_scope batch boolean_mask cast ceil check_axis_order concat constant
    convert_to_labeled_tensor cos define_binary_op define_reduce_op define_unary_op digamma div equal erf erfc exp
    expand_dims floor foldl greater greater_equal identity igamma igammac impose_axis_order less less_equal lgamma log
    logical_and logical_not logical_or logical_xor map_fn matmul maximum minimum mod mul neg nn not_equal ones_like
    pack pad parse_example parse_single_example placeholder polygamma pow random_crop reciprocal reduce_all reduce_any
    reduce_logsumexp reduce_max reduce_mean reduce_min reduce_prod reduce_sum rename_axis reshape round rsqrt select
    shuffle_batch sigmoid sign sin slice sqrt square squared_difference squeeze sub tan tanh tile transpose unpack
    verify_tensor_all_finite where zeros_like zeta
tf.contrib.labeled_tensor.nn contrib_nn core crelu elu l2_loss log_softmax nn relu relu6
    sigmoid_cross_entropy_with_logits softmax softmax_cross_entropy_with_logits softplus
    sparse_softmax_cross_entropy_with_logits
tf.contrib.layers GDN OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES RevBlock SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY
    apply_regularization avg_pool2d avg_pool3d batch_norm bias_add bow_encoder bucketized_column check_feature_columns
    conv1d conv2d conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d
    convolution2d_in_plane convolution2d_transpose convolution3d convolution3d_transpose
    create_feature_spec_for_parsing crossed_column dense_to_sparse dropout elu embed_sequence embedding_column
    embedding_lookup_unique feature_column flatten fully_connected gdn group_norm images_to_sequence
    infer_real_valued_columns input_from_feature_columns instance_norm joint_weighted_sum_from_feature_columns
    l1_l2_regularizer l1_regularizer l2_regularizer layer_norm legacy_fully_connected legacy_linear legacy_relu linear
    make_place_holder_tensors_for_base_features max_pool2d max_pool3d maxout multi_class_target one_hot_column
    one_hot_encoding optimize_loss parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples
    real_valued_column recompute_grad regression_target relu relu6 repeat rev_block safe_embedding_lookup_sparse
    scale_gradient scattered_embedding_column separable_conv2d separable_convolution2d
    sequence_input_from_feature_columns sequence_to_images shared_embedding_columns softmax
    sparse_column_with_hash_bucket sparse_column_with_integerized_feature sparse_column_with_keys
    sparse_column_with_vocabulary_file spatial_softmax stack sum_regularizer summaries summarize_activation
    summarize_activations summarize_collection summarize_tensor summarize_tensors transform_features unit_norm
    variance_scaling_initializer weighted_sparse_column weighted_sum_from_feature_columns xavier_initializer
    xavier_initializer_conv2d
tf.contrib.layers.feature_column DataFrameColumn InputLayer array_ops bucketization_op bucketized_column
    checkpoint_utils contrib_sparse_ops contrib_variables create_feature_spec_for_parsing crossed_column deprecation
    dtypes embedding_column embedding_ops experimental fc_core init_ops layers logging lookup
    make_place_holder_tensors_for_base_features math_ops nest one_hot_column ops parsing_ops real_valued_column
    resource_variable_ops scattered_embedding_column shared_embedding_columns sparse_column_with_hash_bucket
    sparse_column_with_integerized_feature sparse_column_with_keys sparse_column_with_vocabulary_file
    sparse_feature_cross_op sparse_ops sparse_tensor_py string_ops tensor_shape variables weighted_sparse_column
tf.contrib.layers.summaries dtypes ops standard_ops summarize_activation summarize_activations summarize_biases
    summarize_collection summarize_tensor summarize_tensors summarize_variables summarize_weights summary
tf.contrib.learn BaseEstimator DNNClassifier DNNEstimator DNNLinearCombinedClassifier DNNLinearCombinedEstimator
    DNNLinearCombinedRegressor DNNRegressor DynamicRnnEstimator Estimator Evaluable Experiment ExportStrategy Head
    InputFnOps KMeansClustering LinearClassifier LinearEstimator LinearRegressor LogisticRegressor MetricSpec ModeKeys
    ModelFnOps NanLossDuringTrainingError NotFittedError PredictionKey ProblemType RunConfig SKCompat SVM TaskType
    Trainable binary_svm_head build_parsing_serving_input_fn datasets evaluate extract_dask_data extract_dask_labels
    extract_pandas_data extract_pandas_labels extract_pandas_matrix graph_actions head infer
    infer_real_valued_columns_from_input infer_real_valued_columns_from_input_fn io learn_runner make_export_strategy
    models monitors multi_class_head multi_head multi_label_head no_op_train_fn ops poisson_regression_head
    preprocessing read_batch_examples read_batch_features read_batch_record_features read_keyed_batch_examples
    read_keyed_batch_examples_shared_queue read_keyed_batch_features read_keyed_batch_features_shared_queue
    regression_head run_feeds run_n train utils
tf.contrib.learn.datasets DATASETS SYNTHETIC base deprecated load_boston load_dataset load_iris make_dataset mnist
    synthetic text_datasets
tf.contrib.learn.graph_actions clear_summary_writers contrib_ops contrib_variables control_flow_ops coordinator
    deprecated errors evaluate get_summary_writer infer load_variable logging logging_ops lookup_ops monitors_lib ops
    queue_runner reraise resources run_feeds run_feeds_iter run_n session_manager_lib summary_io summary_pb2 tf_saver
    tf_session tf_supervisor train variables
tf.contrib.learn.head Head array_ops binary_svm_head constants control_flow_ops deprecated dtypes framework_lib
    layers_lib logging lookup_ops loss_only_head losses_lib math_ops metrics_lib mkey model_fn multi_class_head
    multi_head multi_label_head nn no_op_train_fn ops poisson_regression_head prediction_key regression_head
    sparse_ops sparse_tensor string_ops summary tf_decorator tf_inspect training variable_scope weights_broadcast_ops
tf.contrib.learn.io HAS_DASK HAS_PANDAS dask_io data_feeder extract_dask_data extract_dask_labels extract_pandas_data
    extract_pandas_labels extract_pandas_matrix generator_input_fn generator_io graph_io numpy_input_fn numpy_io
    pandas_input_fn pandas_io queue_parsed_features read_batch_examples read_batch_features read_batch_record_features
    read_keyed_batch_examples read_keyed_batch_examples_shared_queue read_keyed_batch_features
    read_keyed_batch_features_shared_queue
tf.contrib.learn.learn_runner run tune
tf.contrib.learn.models array_ops_ bidirectional_rnn contrib_rnn deprecated dtypes get_rnn_model init_ops
    linear_regression linear_regression_zero_init logistic_regression logistic_regression_zero_init losses_ops ops
    summary vs
tf.contrib.learn.monitors BaseMonitor CaptureVariable CheckpointSaver EveryN ExportMonitor GraphDump LoggingTrainable
    NanLoss NanLossDuringTrainingError PrintTensor RunHookAdapterForMonitors SessionLog StepCounter StopAtStep Summary
    SummarySaver ValidationMonitor checkpoint_management core_estimator core_summary deprecation get_default_monitors
    logging ops replace_monitors_with_hooks session_run_hook tf_inspect training_util
tf.contrib.learn.ops array_ops array_ops_ categorical_variable deprecated dtypes embedding_lookup embeddings_ops
    losses losses_ops math_ops mean_squared_error_regressor nn ops rnn rnn_decoder rnn_seq2seq seq2seq_inputs
    seq2seq_ops sequence_classifier softmax_classifier vs
tf.contrib.learn.preprocessing ByteProcessor CategoricalProcessor CategoricalVocabulary TOKENIZER_RE
    VocabularyProcessor categorical categorical_vocabulary deprecated gfile setup_processor_data_feeder text tokenizer
tf.contrib.learn.utils InputFnOps build_default_serving_input_fn build_parsing_serving_input_fn export
    export_estimator gc input_fn_utils make_export_strategy saved_model_export_utils
tf.contrib.legacy_seq2seq attention_decoder basic_rnn_seq2seq embedding_attention_decoder embedding_attention_seq2seq
    embedding_rnn_decoder embedding_rnn_seq2seq embedding_tied_rnn_seq2seq model_with_buckets one2many_rnn_seq2seq
    rnn_decoder sequence_loss sequence_loss_by_example tied_rnn_seq2seq
tf.contrib.libsvm decode_libsvm
tf.contrib.linear_optimizer SDCAOptimizer SdcaModel SparseFeatureColumn
tf.contrib.lookup FastHashSpec HashTable HasherSpec IdTableWithHashBuckets InitializableLookupTableBase
    KeyValueTensorInitializer LookupInterface MutableDenseHashTable MutableHashTable StrongHashSpec
    TableInitializerBase TextFileIdTableInitializer TextFileIndex TextFileInitializer TextFileStringTableInitializer
    index_table_from_file index_table_from_tensor index_to_string index_to_string_table_from_file
    index_to_string_table_from_tensor lookup_ops string_to_index string_to_index_table_from_file
    string_to_index_table_from_tensor
tf.contrib.lookup.lookup_ops FastHashSpec HashTable HasherSpec IdTableWithHashBuckets InitializableLookupTableBase
    InitializableLookupTableBaseV1 KeyValueTensorInitializer LookupInterface MutableDenseHashTable MutableHashTable
    StrongHashSpec TableInitializerBase TextFileIdTableInitializer TextFileIndex TextFileInitializer
    TextFileStringTableInitializer context deprecated dtypes gen_lookup_ops index_table_from_file
    index_table_from_tensor index_to_string index_to_string_table_from_file index_to_string_table_from_tensor
    lookup_ops ops string_to_index string_to_index_table_from_file string_to_index_table_from_tensor
tf.contrib.losses absolute_difference add_loss compute_weighted_loss cosine_distance get_losses
    get_regularization_losses get_total_loss hinge_loss log_loss mean_pairwise_squared_error mean_squared_error
    metric_learning sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy
tf.contrib.losses.metric_learning cluster_loss contrastive_loss lifted_struct_loss npairs_loss npairs_loss_multilabel
    triplet_semihard_loss
tf.contrib.memory_stats BytesInUse BytesLimit MaxBytesInUse
tf.contrib.meta_graph_transform meta_graph_transform
tf.contrib.meta_graph_transform.meta_graph_transform meta_graph_transform
tf.contrib.metrics accuracy aggregate_metric_map aggregate_metrics auc_using_histogram auc_with_confidence_intervals
    cohen_kappa confusion_matrix count f1_score precision_at_recall precision_recall_at_equal_thresholds
    recall_at_precision set_difference set_intersection set_size set_union sparse_recall_at_top_k streaming_accuracy
    streaming_auc streaming_concat streaming_covariance streaming_curve_points streaming_dynamic_auc
    streaming_false_negative_rate streaming_false_negative_rate_at_thresholds streaming_false_negatives
    streaming_false_negatives_at_thresholds streaming_false_positive_rate streaming_false_positive_rate_at_thresholds
    streaming_false_positives streaming_false_positives_at_thresholds streaming_mean streaming_mean_absolute_error
    streaming_mean_cosine_distance streaming_mean_iou streaming_mean_relative_error streaming_mean_squared_error
    streaming_mean_tensor streaming_pearson_correlation streaming_percentage_less streaming_precision
    streaming_precision_at_thresholds streaming_recall streaming_recall_at_k streaming_recall_at_thresholds
    streaming_root_mean_squared_error streaming_sensitivity_at_specificity streaming_sparse_average_precision_at_k
    streaming_sparse_average_precision_at_top_k streaming_sparse_precision_at_k streaming_sparse_precision_at_top_k
    streaming_sparse_recall_at_k streaming_specificity_at_sensitivity streaming_true_negatives
    streaming_true_negatives_at_thresholds streaming_true_positives streaming_true_positives_at_thresholds
tf.contrib.mixed_precision ExponentialUpdateLossScaleManager FixedLossScaleManager LossScaleManager LossScaleOptimizer
tf.contrib.model_pruning MaskedBasicLSTMCell MaskedLSTMCell Pruning apply_mask get_masked_weights get_masks
    get_pruning_hparams get_thresholds get_weight_sparsity get_weights graph_def_from_checkpoint masked_conv2d
    masked_convolution masked_fully_connected strip_pruning_vars_fn train
tf.contrib.nearest_neighbor hyperplane_lsh_probes loader ops resource_loader
tf.contrib.nearest_neighbor.loader load_library load_op_library resource_loader
tf.contrib.nn alpha_dropout conv1d_transpose deprecated_flipped_sigmoid_cross_entropy_with_logits
    deprecated_flipped_softmax_cross_entropy_with_logits deprecated_flipped_sparse_softmax_cross_entropy_with_logits
    nth_element rank_sampled_softmax_loss sampled_sparse_softmax_loss scaled_softplus
tf.contrib.opt AGNCustomGetter AGNOptimizer AdaMaxOptimizer AdamGSOptimizer AdamWOptimizer AddSignOptimizer
    DecoupledWeightDecayExtension DropStaleGradientOptimizer ElasticAverageCustomGetter ElasticAverageOptimizer
    ExternalOptimizerInterface GGTOptimizer LARSOptimizer LazyAdamGSOptimizer LazyAdamOptimizer
    ModelAverageCustomGetter ModelAverageOptimizer MomentumWOptimizer MovingAverageOptimizer MultitaskOptimizerWrapper
    NadamOptimizer PowerSignOptimizer RegAdagradOptimizer ScipyOptimizerInterface ShampooOptimizer
    VariableClippingOptimizer clip_gradients_by_global_norm extend_with_decoupled_weight_decay
tf.contrib.optimizer_v2 AdadeltaOptimizer AdagradOptimizer AdamOptimizer GradientDescentOptimizer MomentumOptimizer
    OptimizerV2 RMSPropOptimizer adadelta adagrad adam gradient_descent momentum optimizer_v2 optimizer_v2_symbols
    rmsprop
tf.contrib.optimizer_v2.adadelta AdadeltaOptimizer optimizer_v2 training_ops
tf.contrib.optimizer_v2.adagrad AdagradOptimizer array_ops gen_array_ops init_ops math_ops optimizer_v2 training_ops
tf.contrib.optimizer_v2.adam AdamOptimizer control_flow_ops math_ops ops optimizer_v2 resource_variable_ops state_ops
    training_ops
tf.contrib.optimizer_v2.gradient_descent GradientDescentOptimizer ops optimizer_v2 resource_variable_ops training_ops
tf.contrib.optimizer_v2.momentum MomentumOptimizer optimizer_v2 training_ops
tf.contrib.optimizer_v2.optimizer_v2 OptimizerV2 backprop context control_flow_ops distribute_ctx ds_reduce_util
    dtypes gradients math_ops nest ops optimizer_v1 resource_variable_ops slot_creator trackable variable_scope
    variables
tf.contrib.optimizer_v2.optimizer_v2_symbols AdadeltaOptimizer AdagradOptimizer AdamOptimizer GradientDescentOptimizer
    MomentumOptimizer OptimizerV2 RMSPropOptimizer
tf.contrib.optimizer_v2.rmsprop RMSPropOptimizer array_ops optimizer_v2 training_ops
tf.contrib.periodic_resample periodic_resample
tf.contrib.predictor contrib_estimator_predictor core_estimator_predictor from_contrib_estimator from_estimator
    from_saved_model predictor predictor_factories saved_model_predictor
tf.contrib.predictor.contrib_estimator_predictor ContribEstimatorPredictor checkpoint_management monitored_session ops
    predictor saved_model_export_utils
tf.contrib.predictor.core_estimator_predictor CoreEstimatorPredictor model_fn monitored_session ops predictor
    signature_constants
tf.contrib.predictor.predictor Predictor
tf.contrib.predictor.predictor_factories contrib_estimator contrib_estimator_predictor core_estimator
    core_estimator_predictor from_contrib_estimator from_estimator from_saved_model saved_model_predictor
tf.contrib.predictor.saved_model_predictor DEFAULT_TAGS SavedModelPredictor get_meta_graph_def loader ops predictor
    reader session signature_constants
tf.contrib.proto decode_proto encode_proto
tf.contrib.quantization Abs AccumulateNV2 Acos Acosh Add AddN AddV2 All Angle Any ApproximateEqual ArgMax ArgMin Asin
    Asinh Atan Atan2 Atanh AvgPool AvgPool3D AvgPool3DGrad AvgPoolGrad BatchMatMul BatchMatMulV2
    BatchNormWithGlobalNormalization BatchNormWithGlobalNormalizationGrad BesselI0e BesselI1e Betainc BiasAdd
    BiasAddGrad BiasAddV1 Bincount Bucketize Cast Ceil ClipByValue CompareAndBitpack Complex ComplexAbs Conj Conv2D
    Conv2DBackpropFilter Conv2DBackpropInput Conv3D Conv3DBackpropFilter Conv3DBackpropFilterV2 Conv3DBackpropInput
    Conv3DBackpropInputV2 Cos Cosh Cross Cumprod Cumsum CumulativeLogsumexp DataFormatDimMap DataFormatVecPermute
    DepthwiseConv2dNative DepthwiseConv2dNativeBackpropFilter DepthwiseConv2dNativeBackpropInput Digamma Dilation2D
    Dilation2DBackpropFilter Dilation2DBackpropInput Div DivNoNan Elu EluGrad Equal Erf Erfc EuclideanNorm Exp Expm1
    Floor FloorDiv FloorMod FractionalAvgPool FractionalAvgPoolGrad FractionalMaxPool FractionalMaxPoolGrad
    FusedBatchNorm FusedBatchNormGrad FusedBatchNormGradV2 FusedBatchNormGradV3 FusedBatchNormV2 FusedBatchNormV3
    FusedPadConv2D FusedResizeAndPadConv2D Greater GreaterEqual HistogramFixedWidth Igamma IgammaGradA Igammac Imag
    InTopK InTopKV2 Inv InvGrad IsFinite IsInf IsNan L2Loss LRN LRNGrad LeakyRelu LeakyReluGrad Less LessEqual Lgamma
    LinSpace Log Log1p LogSoftmax LogicalAnd LogicalNot LogicalOr MatMul Max MaxPool MaxPool3D MaxPool3DGrad
    MaxPool3DGradGrad MaxPoolGrad MaxPoolGradGrad MaxPoolGradGradV2 MaxPoolGradGradWithArgmax MaxPoolGradV2
    MaxPoolGradWithArgmax MaxPoolV2 MaxPoolWithArgmax Maximum Mean Min Minimum Mod Mul MulNoNan Neg NextAfter NotEqual
    NthElement Polygamma Pow Prod QuantizeDownAndShrinkRange QuantizedAdd QuantizedAvgPool
    QuantizedBatchNormWithGlobalNormalization QuantizedBiasAdd QuantizedConv2D QuantizedConv2DAndRelu
    QuantizedConv2DAndReluAndRequantize QuantizedConv2DAndRequantize QuantizedConv2DPerChannel QuantizedConv2DWithBias
    QuantizedConv2DWithBiasAndRelu QuantizedConv2DWithBiasAndReluAndRequantize QuantizedConv2DWithBiasAndRequantize
    QuantizedConv2DWithBiasSignedSumAndReluAndRequantize QuantizedConv2DWithBiasSumAndRelu
    QuantizedConv2DWithBiasSumAndReluAndRequantize QuantizedDepthwiseConv2D QuantizedDepthwiseConv2DWithBias
    QuantizedDepthwiseConv2DWithBiasAndRelu QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize QuantizedMatMul
    QuantizedMatMulWithBias QuantizedMatMulWithBiasAndRelu QuantizedMatMulWithBiasAndReluAndRequantize
    QuantizedMaxPool QuantizedMul QuantizedRelu QuantizedRelu6 QuantizedReluX Range Real RealDiv Reciprocal
    ReciprocalGrad Relu Relu6 Relu6Grad ReluGrad RequantizationRange RequantizationRangePerChannel Requantize
    RequantizePerChannel Rint Round Rsqrt RsqrtGrad SegmentMax SegmentMean SegmentMin SegmentProd SegmentSum Select
    SelectV2 Selu SeluGrad Sigmoid SigmoidGrad Sign Sin Sinh Softmax SoftmaxCrossEntropyWithLogits Softplus
    SoftplusGrad Softsign SoftsignGrad SparseMatMul SparseSegmentMean SparseSegmentMeanGrad
    SparseSegmentMeanWithNumSegments SparseSegmentSqrtN SparseSegmentSqrtNGrad SparseSegmentSqrtNWithNumSegments
    SparseSegmentSum SparseSegmentSumWithNumSegments SparseSoftmaxCrossEntropyWithLogits Sqrt SqrtGrad Square
    SquaredDifference Sub Sum Tan Tanh TanhGrad TopK TopKV2 TruncateDiv TruncateMod UnsortedSegmentMax
    UnsortedSegmentMin UnsortedSegmentProd UnsortedSegmentSum Xdivy Xlogy Zeta accumulate_nv2
    accumulate_nv2_eager_fallback acos acos_eager_fallback acosh acosh_eager_fallback add add_eager_fallback add_n
    add_n_eager_fallback add_v2 add_v2_eager_fallback angle angle_eager_fallback approximate_equal
    approximate_equal_eager_fallback arg_max arg_max_eager_fallback arg_min arg_min_eager_fallback asin
    asin_eager_fallback asinh asinh_eager_fallback atan atan2 atan2_eager_fallback atan_eager_fallback atanh
    atanh_eager_fallback avg_pool avg_pool3d avg_pool3d_eager_fallback avg_pool3d_grad avg_pool3d_grad_eager_fallback
    avg_pool_eager_fallback avg_pool_grad avg_pool_grad_eager_fallback batch_mat_mul batch_mat_mul_eager_fallback
    batch_mat_mul_v2 batch_mat_mul_v2_eager_fallback batch_norm_with_global_normalization_grad
    batch_norm_with_global_normalization_grad_eager_fallback bessel_i0e bessel_i0e_eager_fallback bessel_i1e
    bessel_i1e_eager_fallback betainc betainc_eager_fallback bias_add bias_add_eager_fallback bias_add_grad
    bias_add_grad_eager_fallback bias_add_v1 bias_add_v1_eager_fallback bincount bincount_eager_fallback bucketize
    bucketize_eager_fallback cast cast_eager_fallback ceil ceil_eager_fallback common_shapes compare_and_bitpack
    compare_and_bitpack_eager_fallback complex_abs complex_abs_eager_fallback conj conj_eager_fallback conv2d
    conv2d_backprop_filter conv2d_backprop_filter_eager_fallback conv2d_backprop_input
    conv2d_backprop_input_eager_fallback conv2d_eager_fallback conv3d conv3d_backprop_filter
    conv3d_backprop_filter_eager_fallback conv3d_backprop_filter_v2 conv3d_backprop_filter_v2_eager_fallback
    conv3d_backprop_input conv3d_backprop_input_eager_fallback conv3d_backprop_input_v2
    conv3d_backprop_input_v2_eager_fallback conv3d_eager_fallback cos cos_eager_fallback cosh cosh_eager_fallback
    cross cross_eager_fallback cumprod cumprod_eager_fallback cumsum cumsum_eager_fallback cumulative_logsumexp
    cumulative_logsumexp_eager_fallback data_format_dim_map data_format_dim_map_eager_fallback data_format_vec_permute
    data_format_vec_permute_eager_fallback deprecated_endpoints depthwise_conv2d_native
    depthwise_conv2d_native_backprop_filter depthwise_conv2d_native_backprop_filter_eager_fallback
    depthwise_conv2d_native_backprop_input depthwise_conv2d_native_backprop_input_eager_fallback
    depthwise_conv2d_native_eager_fallback dequantize digamma digamma_eager_fallback dilation2d
    dilation2d_backprop_filter dilation2d_backprop_filter_eager_fallback dilation2d_backprop_input
    dilation2d_backprop_input_eager_fallback dilation2d_eager_fallback div div_eager_fallback div_no_nan
    div_no_nan_eager_fallback elu elu_eager_fallback elu_grad elu_grad_eager_fallback equal equal_eager_fallback erf
    erf_eager_fallback erfc erfc_eager_fallback euclidean_norm euclidean_norm_eager_fallback exp exp_eager_fallback
    expm1 expm1_eager_fallback floor floor_div floor_div_eager_fallback floor_eager_fallback floor_mod
    floor_mod_eager_fallback fractional_avg_pool fractional_avg_pool_eager_fallback fractional_avg_pool_grad
    fractional_avg_pool_grad_eager_fallback fractional_max_pool fractional_max_pool_eager_fallback
    fractional_max_pool_grad fractional_max_pool_grad_eager_fallback fused_batch_norm_grad
    fused_batch_norm_grad_eager_fallback fused_batch_norm_grad_v2 fused_batch_norm_grad_v2_eager_fallback
    fused_batch_norm_grad_v3 fused_batch_norm_grad_v3_eager_fallback fused_batch_norm_v2
    fused_batch_norm_v2_eager_fallback fused_batch_norm_v3 fused_batch_norm_v3_eager_fallback fused_pad_conv2d
    fused_pad_conv2d_eager_fallback fused_resize_and_pad_conv2d fused_resize_and_pad_conv2d_eager_fallback
    gen_math_ops gen_nn_ops greater greater_eager_fallback greater_equal greater_equal_eager_fallback igamma
    igamma_eager_fallback igamma_grad_a igamma_grad_a_eager_fallback igammac igammac_eager_fallback imag
    imag_eager_fallback in_top_k in_top_k_eager_fallback in_top_kv2 in_top_kv2_eager_fallback inv inv_eager_fallback
    inv_grad inv_grad_eager_fallback is_finite is_finite_eager_fallback is_inf is_inf_eager_fallback is_nan
    is_nan_eager_fallback l2_loss l2_loss_eager_fallback leaky_relu leaky_relu_eager_fallback leaky_relu_grad
    leaky_relu_grad_eager_fallback less less_eager_fallback less_equal less_equal_eager_fallback lgamma
    lgamma_eager_fallback lin_space lin_space_eager_fallback log log1p log1p_eager_fallback log_eager_fallback
    log_softmax log_softmax_eager_fallback logical_and logical_and_eager_fallback logical_not
    logical_not_eager_fallback logical_or logical_or_eager_fallback lrn lrn_eager_fallback lrn_grad
    lrn_grad_eager_fallback mat_mul mat_mul_eager_fallback max_pool max_pool3d max_pool3d_eager_fallback
    max_pool3d_grad max_pool3d_grad_eager_fallback max_pool3d_grad_grad max_pool3d_grad_grad_eager_fallback
    max_pool_eager_fallback max_pool_grad max_pool_grad_eager_fallback max_pool_grad_grad
    max_pool_grad_grad_eager_fallback max_pool_grad_grad_v2 max_pool_grad_grad_v2_eager_fallback
    max_pool_grad_grad_with_argmax max_pool_grad_grad_with_argmax_eager_fallback max_pool_grad_v2
    max_pool_grad_v2_eager_fallback max_pool_grad_with_argmax max_pool_grad_with_argmax_eager_fallback max_pool_v2
    max_pool_v2_eager_fallback max_pool_with_argmax max_pool_with_argmax_eager_fallback maximum maximum_eager_fallback
    mean mean_eager_fallback minimum minimum_eager_fallback mod mod_eager_fallback mul mul_eager_fallback mul_no_nan
    mul_no_nan_eager_fallback neg neg_eager_fallback next_after next_after_eager_fallback not_equal
    not_equal_eager_fallback nth_element nth_element_eager_fallback ops polygamma polygamma_eager_fallback prod
    prod_eager_fallback quantize_down_and_shrink_range quantize_down_and_shrink_range_eager_fallback quantize_v2
    quantized_add quantized_add_eager_fallback quantized_array_ops quantized_avg_pool
    quantized_avg_pool_eager_fallback quantized_batch_norm_with_global_normalization
    quantized_batch_norm_with_global_normalization_eager_fallback quantized_bias_add quantized_bias_add_eager_fallback
    quantized_concat quantized_conv2d quantized_conv2d_and_relu quantized_conv2d_and_relu_and_requantize
    quantized_conv2d_and_relu_and_requantize_eager_fallback quantized_conv2d_and_relu_eager_fallback
    quantized_conv2d_and_requantize quantized_conv2d_and_requantize_eager_fallback quantized_conv2d_eager_fallback
    quantized_conv2d_per_channel quantized_conv2d_per_channel_eager_fallback quantized_conv2d_with_bias
    quantized_conv2d_with_bias_and_relu quantized_conv2d_with_bias_and_relu_and_requantize
    quantized_conv2d_with_bias_and_relu_and_requantize_eager_fallback
    quantized_conv2d_with_bias_and_relu_eager_fallback quantized_conv2d_with_bias_and_requantize
    quantized_conv2d_with_bias_and_requantize_eager_fallback quantized_conv2d_with_bias_eager_fallback
    quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize
    quantized_conv2d_with_bias_signed_sum_and_relu_and_requantize_eager_fallback
    quantized_conv2d_with_bias_sum_and_relu quantized_conv2d_with_bias_sum_and_relu_and_requantize
    quantized_conv2d_with_bias_sum_and_relu_and_requantize_eager_fallback
    quantized_conv2d_with_bias_sum_and_relu_eager_fallback quantized_depthwise_conv2d
    quantized_depthwise_conv2d_eager_fallback quantized_depthwise_conv2d_with_bias
    quantized_depthwise_conv2d_with_bias_and_relu quantized_depthwise_conv2d_with_bias_and_relu_and_requantize
    quantized_depthwise_conv2d_with_bias_and_relu_and_requantize_eager_fallback
    quantized_depthwise_conv2d_with_bias_and_relu_eager_fallback quantized_depthwise_conv2d_with_bias_eager_fallback
    quantized_gen_array_ops quantized_mat_mul quantized_mat_mul_eager_fallback quantized_mat_mul_with_bias
    quantized_mat_mul_with_bias_and_relu quantized_mat_mul_with_bias_and_relu_and_requantize
    quantized_mat_mul_with_bias_and_relu_and_requantize_eager_fallback
    quantized_mat_mul_with_bias_and_relu_eager_fallback quantized_mat_mul_with_bias_eager_fallback quantized_max_pool
    quantized_max_pool_eager_fallback quantized_mul quantized_mul_eager_fallback quantized_relu quantized_relu6
    quantized_relu6_eager_fallback quantized_relu_eager_fallback quantized_relu_x quantized_relu_x_eager_fallback real
    real_div real_div_eager_fallback real_eager_fallback reciprocal reciprocal_eager_fallback reciprocal_grad
    reciprocal_grad_eager_fallback relu relu6 relu6_eager_fallback relu6_grad relu6_grad_eager_fallback
    relu_eager_fallback relu_grad relu_grad_eager_fallback requantization_range requantization_range_eager_fallback
    requantization_range_per_channel requantization_range_per_channel_eager_fallback requantize
    requantize_eager_fallback requantize_per_channel requantize_per_channel_eager_fallback rint rint_eager_fallback
    round round_eager_fallback rsqrt rsqrt_eager_fallback rsqrt_grad rsqrt_grad_eager_fallback segment_max
    segment_max_eager_fallback segment_mean segment_mean_eager_fallback segment_min segment_min_eager_fallback
    segment_prod segment_prod_eager_fallback segment_sum segment_sum_eager_fallback select select_eager_fallback
    select_v2 select_v2_eager_fallback selu selu_eager_fallback selu_grad selu_grad_eager_fallback sigmoid
    sigmoid_eager_fallback sigmoid_grad sigmoid_grad_eager_fallback sign sign_eager_fallback sin sin_eager_fallback
    sinh sinh_eager_fallback softmax softmax_cross_entropy_with_logits
    softmax_cross_entropy_with_logits_eager_fallback softmax_eager_fallback softplus softplus_eager_fallback
    softplus_grad softplus_grad_eager_fallback softsign softsign_eager_fallback softsign_grad
    softsign_grad_eager_fallback sparse_mat_mul sparse_mat_mul_eager_fallback sparse_segment_mean
    sparse_segment_mean_eager_fallback sparse_segment_mean_grad sparse_segment_mean_grad_eager_fallback
    sparse_segment_mean_with_num_segments sparse_segment_mean_with_num_segments_eager_fallback sparse_segment_sqrt_n
    sparse_segment_sqrt_n_eager_fallback sparse_segment_sqrt_n_grad sparse_segment_sqrt_n_grad_eager_fallback
    sparse_segment_sqrt_n_with_num_segments sparse_segment_sqrt_n_with_num_segments_eager_fallback sparse_segment_sum
    sparse_segment_sum_eager_fallback sparse_segment_sum_with_num_segments
    sparse_segment_sum_with_num_segments_eager_fallback sparse_softmax_cross_entropy_with_logits
    sparse_softmax_cross_entropy_with_logits_eager_fallback sqrt sqrt_eager_fallback sqrt_grad
    sqrt_grad_eager_fallback square square_eager_fallback squared_difference squared_difference_eager_fallback sub
    sub_eager_fallback tan tan_eager_fallback tanh tanh_eager_fallback tanh_grad tanh_grad_eager_fallback tf_export
    top_k top_k_eager_fallback top_kv2 top_kv2_eager_fallback truncate_div truncate_div_eager_fallback truncate_mod
    truncate_mod_eager_fallback unsorted_segment_max unsorted_segment_max_eager_fallback unsorted_segment_min
    unsorted_segment_min_eager_fallback unsorted_segment_prod unsorted_segment_prod_eager_fallback
    unsorted_segment_sum unsorted_segment_sum_eager_fallback xdivy xdivy_eager_fallback xlogy xlogy_eager_fallback
    zeta zeta_eager_fallback
tf.contrib.quantization.quantized_array_ops dequantize quantize_v2 quantized_concat quantized_gen_array_ops
tf.contrib.quantize create_eval_graph create_training_graph experimental_create_eval_graph
    experimental_create_training_graph
tf.contrib.receptive_field compute_receptive_field_from_graph_def get_compute_order receptive_field_api
tf.contrib.receptive_field.receptive_field_api compute_receptive_field_from_graph_def get_compute_order
tf.contrib.recurrent Recurrent bidirectional_functional_rnn functional_rnn
tf.contrib.remote_fused_graph pylib remote_fused_graph_execute
tf.contrib.remote_fused_graph.pylib remote_fused_graph_execute
tf.contrib.resampler resampler
tf.contrib.rnn AttentionCellWrapper BasicLSTMCell BasicRNNCell BidirectionalGridLSTMCell CompiledWrapper
    Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell CoupledInputForgetGateLSTMCell DeviceWrapper
    DropoutWrapper EmbeddingWrapper FusedRNNCell FusedRNNCellAdaptor GLSTMCell GRUBlockCell GRUBlockCellV2 GRUCell
    GridLSTMCell HighwayWrapper IndRNNCell IndyGRUCell IndyLSTMCell InputProjectionWrapper IntersectionRNNCell
    LSTMBlockCell LSTMBlockFusedCell LSTMBlockWrapper LSTMCell LSTMStateTuple LayerNormBasicLSTMCell LayerRNNCell
    MultiRNNCell NASCell OutputProjectionWrapper PhasedLSTMCell RNNCell ResidualWrapper SRUCell TimeFreqLSTMCell
    TimeReversedFusedRNN UGRNNCell best_effort_input_batch_size stack_bidirectional_dynamic_rnn
    stack_bidirectional_rnn static_bidirectional_rnn static_rnn static_state_saving_rnn transpose_batch_time
tf.contrib.rpc rpc try_rpc
tf.contrib.saved_model load_keras_model save_keras_model
tf.contrib.seq2seq AttentionMechanism AttentionWrapper AttentionWrapperState BahdanauAttention
    BahdanauMonotonicAttention BasicDecoder BasicDecoderOutput BeamSearchDecoder BeamSearchDecoderOutput
    BeamSearchDecoderState CustomHelper Decoder FinalBeamSearchDecoderOutput GreedyEmbeddingHelper Helper
    InferenceHelper LuongAttention LuongMonotonicAttention SampleEmbeddingHelper ScheduledEmbeddingTrainingHelper
    ScheduledOutputTrainingHelper TrainingHelper dynamic_decode gather_tree hardmax monotonic_attention safe_cumprod
    sequence_loss tile_batch
tf.contrib.session_bundle constants exporter gc manifest_pb2
tf.contrib.session_bundle.constants ASSETS_DIRECTORY ASSETS_KEY CLASSIFICATION_SIGNATURE EXPORT_BASE_NAME
    EXPORT_SUFFIX_NAME GENERIC_SIGNATURE GRAPH_KEY INIT_OP_KEY META_GRAPH_DEF_FILENAME REGRESSION_SIGNATURE
    SIGNATURES_KEY VARIABLES_FILENAME VARIABLES_FILENAME_PATTERN VARIABLES_FILENAME_PATTERN_V2
    VARIABLES_INDEX_FILENAME_V2 VERSION_FORMAT_SPECIFIER
tf.contrib.session_bundle.exporter Any Exporter classification_signature compat constants deprecated dtypes gc
    generic_signature gfile gfile_copy_callback graph_pb2 logging manifest_pb2 ops regression_signature tf_saver
    training_util
tf.contrib.session_bundle.gc Path deprecated get_paths gfile largest_export_versions mod_export_version negation
    one_of_every_n_export_versions union
tf.contrib.session_bundle.manifest_pb2 AssetFile ClassificationSignature DESCRIPTOR GenericSignature
    RegressionSignature Signature Signatures TensorBinding
tf.contrib.signal frame hamming_window hann_window inverse_stft inverse_stft_window_fn linear_to_mel_weight_matrix
    mfccs_from_log_mel_spectrograms overlap_and_add stft
tf.contrib.slim DataFrameColumn GDN InputLayer OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES ProblemType RevBlock
    SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY VariableDeviceChooser adaptive_clipping_fn add_arg_scope add_model_variable
    apply_regularization arg_scope arg_scope_func_key arg_scoped_arguments array_ops assert_global_step
    assert_or_get_global_step assign_from_checkpoint assign_from_checkpoint_fn assign_from_values
    assign_from_values_fn avg_pool2d avg_pool3d batch_norm bias_add binary_svm_target bow_encoder bucketization_op
    bucketize bucketized_column check_feature_columns checkpoint_utils clip_ops contrib_framework contrib_sparse_ops
    contrib_variables control_flow_ops conv1d conv2d conv2d_in_plane conv2d_transpose conv3d conv3d_transpose
    convolution convolution1d convolution2d convolution2d_in_plane convolution2d_transpose convolution3d
    convolution3d_transpose create_feature_spec_for_parsing create_global_step crossed_column current_arg_scope
    data_decoder data_provider dataset dataset_data_provider dense_to_sparse deprecated deprecated_arg_values
    deprecation dropout dtypes elu embed_sequence embedding_column
    embedding_lookup_sparse_with_distributed_aggregation embedding_lookup_unique embedding_ops encoders evaluation
    experimental fc fc_core feature_column feature_column_ops filter_variables flatten fully_connected gdn
    gen_sparse_feature_cross_op get_default_binary_metrics_for_eval get_global_step get_local_variables
    get_model_variables get_or_create_global_step get_trainable_variables get_unique_variable get_variable_full_name
    get_variables get_variables_by_name get_variables_by_suffix get_variables_to_restore global_variable group_norm
    has_arg_scope images_to_sequence infer_real_valued_columns init_ops initializers input_from_feature_columns
    instance_norm joint_weighted_sum_from_feature_columns l1_l2_regularizer l1_regularizer l2_regularizer layer_norm
    layers learning legacy_fully_connected legacy_linear legacy_relu linear loader local_variable logging lookup
    loss_ops losses make_all make_place_holder_tensors_for_base_features math_ops max_pool2d max_pool3d maxout
    metric_ops metrics model_analyzer model_variable moving_averages multi_class_target nest nets nn nn_ops
    normalization one_hot_column one_hot_encoding ops optimize_loss optimizer_ optimizers parallel_reader
    parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples parsing_ops pool prefetch_queue
    queues random_ops real_valued_column recompute_grad regression_target regularizers relu relu6 repeat
    resource_loader resource_variable_ops rev_block rev_block_lib safe_embedding_lookup_sparse scale_gradient
    scattered_embedding_column scattered_embedding_lookup scattered_embedding_lookup_sparse separable_conv2d
    separable_convolution2d sequence_input_from_feature_columns sequence_to_images shared_embedding_columns softmax
    sparse_column_with_hash_bucket sparse_column_with_integerized_feature sparse_column_with_keys
    sparse_column_with_vocabulary_file sparse_feature_cross sparse_feature_cross_op sparse_ops sparse_tensor
    sparse_tensor_py spatial_softmax stack string_ops sum_regularizer summaries summarize_activation
    summarize_activations summarize_biases summarize_collection summarize_tensor summarize_tensors summarize_variables
    summarize_weights summary target_column tensor_shape tfexample_decoder train transform_features unit_norm utils
    variable variable_scope variables variance_scaling_initializer vars_ vs weighted_sparse_column
    weighted_sum_from_feature_columns xavier_initializer xavier_initializer_conv2d zero_initializer
tf.contrib.slim.bucketization_op bucketize math_ops
tf.contrib.slim.checkpoint_utils checkpoint_management gfile init_from_checkpoint io_ops list_variables
    load_checkpoint load_variable logging ops state_ops train variables vs
tf.contrib.slim.contrib_framework BoundedTensorSpec RecordInput TensorSpec VariableDeviceChooser add_arg_scope
    add_model_variable arg_scope arg_scoped_arguments argsort assert_global_step assert_or_get_global_step
    assert_same_float_dtype assert_scalar assert_scalar_int assign_from_checkpoint assign_from_checkpoint_fn
    assign_from_values assign_from_values_fn convert_to_tensor_or_sparse_tensor convolutional_delta_orthogonal
    convolutional_orthogonal_1d convolutional_orthogonal_2d convolutional_orthogonal_3d create_global_step
    current_arg_scope deprecated deprecated_arg_values deprecated_args filter_variables fuse_op get_global_step
    get_graph_from_inputs get_local_variables get_model_variables get_name_scope get_or_create_global_step
    get_placeholders get_trainable_variables get_unique_variable get_variable_full_name get_variables
    get_variables_by_name get_variables_by_suffix get_variables_to_restore global_variable has_arg_scope
    init_from_checkpoint is_tensor list_variables load_and_remap_matrix_initializer load_checkpoint
    load_embedding_initializer load_linear_multiclass_bias_initializer load_variable load_variable_slot_initializer
    local_variable model_variable nest prepend_name_scope py_func reduce_sum_n remove_squeezable_dimensions smart_case
    smart_cond smart_constant_value sort strip_name_scope variable with_same_shape with_shape zero_initializer
tf.contrib.slim.contrib_sparse_ops array_ops compat dense_to_sparse_tensor dtypes indicators_to_sparse_ids math_ops
    ops sparse_row_envelope sparse_tensor
tf.contrib.slim.contrib_variables VariableDeviceChooser add_model_variable array_ops assert_global_step
    assert_or_get_global_step assign_from_checkpoint assign_from_checkpoint_fn assign_from_values
    assign_from_values_fn contrib_add_arg_scope control_flow_ops create_global_step deprecated dtypes filter_variables
    gen_variable_ops get_global_step get_local_variables get_model_variables get_or_create_global_step
    get_trainable_variables get_unique_variable get_variable_full_name get_variables get_variables_by_name
    get_variables_by_suffix get_variables_to_restore global_variable loader local_variable logging model_variable ops
    pywrap_tensorflow resource_loader resource_variable_ops saver_pb2 tf_device tf_saver training_util variable
    variable_scope variables zero_initializer
tf.contrib.slim.data_decoder DataDecoder
tf.contrib.slim.data_provider DataProvider
tf.contrib.slim.dataset Dataset
tf.contrib.slim.dataset_data_provider DatasetDataProvider data_provider parallel_reader
tf.contrib.slim.embedding_ops array_ops clip_ops constant_op contrib_tensor_util control_flow_ops data_flow_ops dtypes
    embedding_lookup_sparse_with_distributed_aggregation embedding_lookup_unique embedding_ops logging math_ops ops
    resource_variable_ops safe_embedding_lookup_sparse scattered_embedding_lookup scattered_embedding_lookup_sparse
    sparse_feature_cross_op sparse_ops sparse_tensor tensor_shape variables xrange
tf.contrib.slim.encoders bow_encoder contrib_embedding_ops embed_sequence embedding_ops math_ops sparse_ops
    sparse_tensor variable_scope variables
tf.contrib.slim.evaluation checkpoints_iterator evaluate_once evaluation evaluation_loop monitored_session summary
    tf_saver wait_for_new_checkpoint
tf.contrib.slim.fc DataFrameColumn InputLayer array_ops bucketization_op bucketized_column checkpoint_utils
    contrib_sparse_ops contrib_variables create_feature_spec_for_parsing crossed_column deprecation dtypes
    embedding_column embedding_ops experimental fc_core init_ops layers logging lookup
    make_place_holder_tensors_for_base_features math_ops nest one_hot_column ops parsing_ops real_valued_column
    resource_variable_ops scattered_embedding_column shared_embedding_columns sparse_column_with_hash_bucket
    sparse_column_with_integerized_feature sparse_column_with_keys sparse_column_with_vocabulary_file
    sparse_feature_cross_op sparse_ops sparse_tensor_py string_ops tensor_shape variables weighted_sparse_column
tf.contrib.slim.feature_column DataFrameColumn InputLayer array_ops bucketization_op bucketized_column
    checkpoint_utils contrib_sparse_ops contrib_variables create_feature_spec_for_parsing crossed_column deprecation
    dtypes embedding_column embedding_ops experimental fc_core init_ops layers logging lookup
    make_place_holder_tensors_for_base_features math_ops nest one_hot_column ops parsing_ops real_valued_column
    resource_variable_ops scattered_embedding_column shared_embedding_columns sparse_column_with_hash_bucket
    sparse_column_with_integerized_feature sparse_column_with_keys sparse_column_with_vocabulary_file
    sparse_feature_cross_op sparse_ops sparse_tensor_py string_ops tensor_shape variables weighted_sparse_column
tf.contrib.slim.feature_column_ops array_ops check_feature_columns contrib_variables dtypes embedding_ops experimental
    fc infer_real_valued_columns init_ops input_from_feature_columns joint_weighted_sum_from_feature_columns layers
    logging math_ops nest nn_ops ops parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples
    parsing_ops sequence_input_from_feature_columns sparse_ops sparse_tensor_py transform_features variable_scope
    weighted_sum_from_feature_columns
tf.contrib.slim.gen_sparse_feature_cross_op SparseFeatureCross SparseFeatureCrossV2 deprecated_endpoints
    sparse_feature_cross sparse_feature_cross_eager_fallback sparse_feature_cross_v2
    sparse_feature_cross_v2_eager_fallback tf_export
tf.contrib.slim.initializers dtypes random_ops variance_scaling_initializer xavier_initializer
    xavier_initializer_conv2d
tf.contrib.slim.layers DATA_FORMAT_NCDHW DATA_FORMAT_NCHW DATA_FORMAT_NDHWC DATA_FORMAT_NHWC GDN add_arg_scope
    array_ops avg_pool2d avg_pool3d base batch_norm bias_add check_ops constant_op context conv1d conv2d
    conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d
    convolution2d_in_plane convolution2d_transpose convolution3d convolution3d_transpose convolutional_layers
    core_layers dense_to_sparse dropout dtypes elu flatten fully_connected function gdn images_to_sequence init_ops
    initializers input_spec layer_norm legacy_fully_connected legacy_linear legacy_relu linalg_ops linear math_ops
    max_pool2d max_pool3d maxout moving_averages nn normalization_layers one_hot_encoding ops poincare_normalize pool
    pooling_layers relu relu6 repeat scale_gradient separable_conv2d separable_convolution2d sequence_to_images
    softmax sparse_ops sparse_tensor spatial_softmax stack standard_ops tensor_shape tf_variables unit_norm utils
    variable_scope variables
tf.contrib.slim.learning add_gradients_summaries clip_gradient_norms clip_ops config_pb2 constant_op control_flow_ops
    create_train_op errors file_io logging lookup_ops math_ops multiply_gradients ops summary supervisor
    sync_replicas_optimizer tf_optimizer tf_saver timeline train train_step training training_util variables
tf.contrib.slim.loader load_library load_op_library resource_loader
tf.contrib.slim.lookup FastHashSpec HashTable HasherSpec IdTableWithHashBuckets InitializableLookupTableBase
    KeyValueTensorInitializer LookupInterface MutableDenseHashTable MutableHashTable StrongHashSpec
    TableInitializerBase TextFileIdTableInitializer TextFileIndex TextFileInitializer TextFileStringTableInitializer
    index_table_from_file index_table_from_tensor index_to_string index_to_string_table_from_file
    index_to_string_table_from_tensor string_to_index string_to_index_table_from_file
    string_to_index_table_from_tensor
tf.contrib.slim.loss_ops absolute_difference add_arg_scope add_loss array_ops compute_weighted_loss cosine_distance
    deprecated deprecated_args deprecated_argument_lookup dtypes get_losses get_regularization_losses get_total_loss
    hinge_loss log_loss math_ops mean_pairwise_squared_error mean_squared_error nn nn_ops ops sigmoid_cross_entropy
    softmax_cross_entropy sparse_softmax_cross_entropy
tf.contrib.slim.losses absolute_difference add_loss compute_weighted_loss cosine_distance get_losses
    get_regularization_losses get_total_loss hinge_loss log_loss mean_pairwise_squared_error mean_squared_error
    metric_learning sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy
tf.contrib.slim.metric_ops Normal aggregate_metric_map aggregate_metrics array_ops auc_with_confidence_intervals
    check_ops cohen_kappa confusion_matrix context control_flow_ops count deprecated dtypes math_ops metrics
    metrics_impl nn ops precision_at_recall precision_recall_at_equal_thresholds recall_at_precision
    sparse_recall_at_top_k state_ops streaming_accuracy streaming_auc streaming_concat streaming_covariance
    streaming_curve_points streaming_dynamic_auc streaming_false_negative_rate
    streaming_false_negative_rate_at_thresholds streaming_false_negatives streaming_false_negatives_at_thresholds
    streaming_false_positive_rate streaming_false_positive_rate_at_thresholds streaming_false_positives
    streaming_false_positives_at_thresholds streaming_mean streaming_mean_absolute_error
    streaming_mean_cosine_distance streaming_mean_iou streaming_mean_relative_error streaming_mean_squared_error
    streaming_mean_tensor streaming_pearson_correlation streaming_percentage_less streaming_precision
    streaming_precision_at_thresholds streaming_recall streaming_recall_at_k streaming_recall_at_thresholds
    streaming_root_mean_squared_error streaming_sensitivity_at_specificity streaming_sparse_average_precision_at_k
    streaming_sparse_average_precision_at_top_k streaming_sparse_precision_at_k streaming_sparse_precision_at_top_k
    streaming_sparse_recall_at_k streaming_specificity_at_sensitivity streaming_true_negatives
    streaming_true_negatives_at_thresholds streaming_true_positives streaming_true_positives_at_thresholds
    variable_scope weights_broadcast_ops
tf.contrib.slim.metrics accuracy aggregate_metric_map aggregate_metrics auc_using_histogram
    auc_with_confidence_intervals cohen_kappa confusion_matrix count f1_score precision_at_recall
    precision_recall_at_equal_thresholds recall_at_precision set_difference set_intersection set_size set_union
    sparse_recall_at_top_k streaming_accuracy streaming_auc streaming_concat streaming_covariance
    streaming_curve_points streaming_dynamic_auc streaming_false_negative_rate
    streaming_false_negative_rate_at_thresholds streaming_false_negatives streaming_false_negatives_at_thresholds
    streaming_false_positive_rate streaming_false_positive_rate_at_thresholds streaming_false_positives
    streaming_false_positives_at_thresholds streaming_mean streaming_mean_absolute_error
    streaming_mean_cosine_distance streaming_mean_iou streaming_mean_relative_error streaming_mean_squared_error
    streaming_mean_tensor streaming_pearson_correlation streaming_percentage_less streaming_precision
    streaming_precision_at_thresholds streaming_recall streaming_recall_at_k streaming_recall_at_thresholds
    streaming_root_mean_squared_error streaming_sensitivity_at_specificity streaming_sparse_average_precision_at_k
    streaming_sparse_average_precision_at_top_k streaming_sparse_precision_at_k streaming_sparse_precision_at_top_k
    streaming_sparse_recall_at_k streaming_specificity_at_sensitivity streaming_true_negatives
    streaming_true_negatives_at_thresholds streaming_true_positives streaming_true_positives_at_thresholds
tf.contrib.slim.model_analyzer analyze_ops analyze_vars tensor_description
tf.contrib.slim.nets alexnet inception make_all overfeat resnet_utils resnet_v1 resnet_v2 vgg
tf.contrib.slim.normalization DATA_FORMAT_NCHW DATA_FORMAT_NHWC add_arg_scope array_ops dtypes group_norm init_ops
    instance_norm math_ops nn ops utils variable_scope variables
tf.contrib.slim.optimizers OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES adaptive_clipping_fn array_ops clip_ops
    contrib_framework control_flow_ops dtypes init_ops math_ops moving_averages ops optimize_loss optimizer_
    random_ops summary train vars_ vs
tf.contrib.slim.parallel_reader ParallelReader data_flow_ops get_data_files gfile io_ops math_ops ops parallel_read
    queue_runner single_pass_read summary tf_dtypes tf_input
tf.contrib.slim.prefetch_queue data_flow_ops math_ops ops prefetch_queue queue_runner summary
tf.contrib.slim.queues NestedQueueRunnerError QueueRunners contextmanager coordinator ops
tf.contrib.slim.regularizers apply_regularization constant_op l1_l2_regularizer l1_regularizer l2_regularizer logging
    math_ops nn ops standard_ops sum_regularizer
tf.contrib.slim.rev_block_lib LAYER_RE RevBlock array_ops backprop base contrib_framework_ops control_flow_ops
    control_flow_util custom_gradient dtypes enable_with_args framework_ops gradients_impl logging math_ops nest
    recompute_grad rev_block tf_inspect variable_scope variables_lib xrange
tf.contrib.slim.sparse_feature_cross_op SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY deprecated_arg_values dtypes
    gen_sparse_feature_cross_op loader math_ops ops resource_loader sparse_feature_cross sparse_tensor
tf.contrib.slim.summaries add_histogram_summaries add_histogram_summary add_image_summaries add_image_summary
    add_scalar_summaries add_scalar_summary add_zero_fraction_summaries add_zero_fraction_summary logging_ops nn ops
    summary
tf.contrib.slim.target_column ProblemType array_ops binary_svm_target control_flow_ops deprecated dtypes
    get_default_binary_metrics_for_eval loss_ops math_ops metric_ops multi_class_target nn ops regression_target
tf.contrib.slim.tfexample_decoder BackupHandler BoundingBox Image ItemHandler ItemHandlerCallback LookupTensor
    SparseTensor TFExampleDecoder Tensor array_ops control_flow_ops data_decoder dtypes image_ops map_fn math_ops
    parsing_ops sparse_ops sparse_tensor
tf.contrib.slim.utils NamedOutputs OrderedDict append_tensor_alias channel_dimension collect_named_outputs
    constant_value control_flow_ops convert_collection_to_dict gather_tensors_aliases get_tensor_aliases
    get_variable_collections last_dimension n_positive_integers namedtuple ops smart_cond static_cond tensor_shape
    tensor_util two_element_tuple variables
tf.contrib.solvers lanczos least_squares linear_equations util
tf.contrib.solvers.lanczos array_ops bidiag_matmul constant_op control_flow_ops dtypes lanczos_bidiag math_ops ops
    random_ops tensor_array_ops util
tf.contrib.solvers.least_squares array_ops cgls constant_op control_flow_ops dtypes math_ops ops util
tf.contrib.solvers.linear_equations array_ops conjugate_gradient constant_op control_flow_ops dtypes linalg_ops
    math_ops ops util
tf.contrib.solvers.util array_ops constant_op create_operator dot identity_operator l2norm l2norm_squared l2normalize
    math_ops nn_ops
tf.contrib.sparsemax sparsemax sparsemax_loss
tf.contrib.specs Ap Bn Callable Cl Cm Composable Composition Conc Cr Cs Ct Cx Do Dwm Dws Expand External Fl Flat Fm Fr
    Fs Ft Fun Function Fx Id Idx Import KEYWORDS Lf Li LocalImport Lrn Mp Nt Operator Print QUOTED Relu Reshape
    SHORT_NAMES SHORT_NAMES_SRC Shared Sig Smax Squeeze Tanh Transpose Uf Ui Unit Var acos acosh array_ops asin asinh
    atan atan2 atanh ceil check_keywords copysign cos cosh create_net create_net_fun debug debug_ degrees dtypes e erf
    erfc eval_params eval_spec exec_ exp expm1 fabs factorial floor fmod frexp fsum gamma gcd get_positional hypot inf
    isclose isfinite isinf isnan layers ldexp lgamma log log10 log1p log2 logging_ops math_ops modf nan nn nn_ops ops
    params_ops pi pow radians remainder sin sinh specs specs_lib specs_ops sqrt summaries tan tanh tau tf_inspect
    tf_left_split tf_num_params tf_parameter_iter tf_parameter_summary tf_print tf_spec_print tf_spec_structure
    tf_spec_summary tf_structure trunc variable_scope
tf.contrib.specs.layers DATA_FORMAT_NCDHW DATA_FORMAT_NCHW DATA_FORMAT_NDHWC DATA_FORMAT_NHWC GDN add_arg_scope
    array_ops avg_pool2d avg_pool3d base batch_norm bias_add check_ops constant_op context conv1d conv2d
    conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d
    convolution2d_in_plane convolution2d_transpose convolution3d convolution3d_transpose convolutional_layers
    core_layers dense_to_sparse dropout dtypes elu flatten fully_connected function gdn images_to_sequence init_ops
    initializers input_spec layer_norm legacy_fully_connected legacy_linear legacy_relu linalg_ops linear math_ops
    max_pool2d max_pool3d maxout moving_averages nn normalization_layers one_hot_encoding ops poincare_normalize pool
    pooling_layers relu relu6 repeat scale_gradient separable_conv2d separable_convolution2d sequence_to_images
    softmax sparse_ops sparse_tensor spatial_softmax stack standard_ops tensor_shape tf_variables unit_norm utils
    variable_scope variables
tf.contrib.specs.params_ops Lf Li Nt Uf Ui acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees e erf
    erfc exp expm1 fabs factorial floor fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan ldexp lgamma
    log log10 log1p log2 modf nan pi pow radians remainder sin sinh sqrt tan tanh tau trunc
tf.contrib.specs.specs LocalImport create_net create_net_fun eval_params eval_spec exec_ ops params_ops specs_lib
    specs_ops tf_inspect
tf.contrib.specs.specs_lib Callable Composable Composition External Function Import KEYWORDS Operator QUOTED
    check_keywords debug debug_ exec_ get_positional
tf.contrib.specs.specs_ops Ap Bn Cl Cm Conc Cr Cs Ct Cx Do Dwm Dws Expand External Fl Flat Fm Fr Fs Ft Fun Fx Id Idx
    Import Lrn Mp Print Relu Reshape Shared Sig Smax Squeeze Tanh Transpose Unit Var array_ops debug layers
    logging_ops math_ops nn nn_ops specs_lib variable_scope
tf.contrib.specs.summaries SHORT_NAMES SHORT_NAMES_SRC array_ops dtypes ops specs tf_left_split tf_num_params
    tf_parameter_iter tf_parameter_summary tf_print tf_spec_print tf_spec_structure tf_spec_summary tf_structure
tf.contrib.staging StagingArea
tf.contrib.stat_summarizer DeleteStatSummarizer NewStatSummarizer StatSummarizer
tf.contrib.stateless stateless_multinomial stateless_random_normal stateless_random_uniform stateless_truncated_normal
tf.contrib.summary SummaryWriter all_summary_ops always_record_summaries audio create_db_writer create_file_writer
    create_summary_file_writer eval_dir flush generic graph histogram image import_event initialize
    never_record_summaries record_summaries_every_n_global_steps scalar should_record_summaries summary
    summary_writer_initializer_op
tf.contrib.summary.summary SummaryWriter all_summary_ops always_record_summaries audio create_db_writer
    create_file_writer create_summary_file_writer eval_dir flush generic graph histogram image import_event initialize
    never_record_summaries record_summaries_every_n_global_steps scalar should_record_summaries
    summary_writer_initializer_op
tf.contrib.tensor_forest client data_ops eval_metrics model_ops ops proto random_forest stats_ops tensor_forest
    tensor_forest_ops
tf.contrib.tensor_forest.client eval_metrics random_forest
tf.contrib.tensor_forest.data_ops CastToFloat DATA_CATEGORICAL DATA_FLOAT DTYPE_TO_FTYPE DataColumn
    DataColumnCollection GetColumnName ParseDataTensorOrDict ParseLabelTensorOrDict TensorForestDataSpec array_ops
    dtypes logging math_ops ops sparse_ops sparse_tensor tensor_forest_ops
tf.contrib.tensor_forest.eval_metrics FEATURE_IMPORTANCE_NAME INFERENCE_PRED_NAME INFERENCE_PROB_NAME array_ops dtypes
    get_metric get_prediction_key losses math_ops metrics nn prediction_key
tf.contrib.tensor_forest.model_ops TreeVariable TreeVariableSavable context feature_usage_counts gen_model_ops loader
    ops resource_loader resources saver tracking traverse_tree_v4 tree_predictions_v4 tree_size tree_variable
    update_model_v4
tf.contrib.tensor_forest.ops data_ops gen_model_ops gen_stats_ops gen_tensor_forest_ops model_ops stats_ops
    tensor_forest_ops
tf.contrib.tensor_forest.proto fertile_stats_pb2 tensor_forest_params_pb2
tf.contrib.tensor_forest.proto.fertile_stats_pb2 DESCRIPTOR FertileSlot FertileStats GiniStats LeafStat SplitCandidate
    TreePath tensorflow_dot_contrib_dot_decision__trees_dot_proto_dot_generic__tree__model__pb2
tf.contrib.tensor_forest.random_forest ALL_SERVING_KEY CoreTensorForestEstimator EPSILON KEYS_NAME LOSS_NAME
    ModelBuilderOutputType MultiForestMultiHeadEstimator PredictOutput TREE_PATHS_PREDICTION_KEY TensorForestEstimator
    TensorForestLossHook TensorForestRunOpAtEndHook VARIANCE_PREDICTION_KEY array_ops constants control_flow_ops
    core_estimator core_head_lib estimator eval_metrics fc_core get_combined_model_fn get_model_fn head_lib layers
    logging losses math_ops model_fn_lib ops resource_variable_ops session_run_hook sparse_tensor state_ops summary
    tensor_forest training_util variable_scope
tf.contrib.tensor_forest.stats_ops FertileStatsVariable FertileStatsVariableSavable context fertile_stats_variable
    finalize_tree gen_stats_ops grow_tree_v4 loader ops process_input_v4 resource_loader resources saver tracking
tf.contrib.tensor_forest.tensor_forest CLASSIFICATION_LEAF_MODEL_TYPES FINISH_TYPES ForestHParams ForestVariables
    PRUNING_TYPES REGRESSION_MODEL_TYPE RandomForestGraphs RandomTreeGraphs SPLIT_TYPES TreeVariables array_ops
    build_params_proto control_flow_ops data_ops dtypes framework_variables get_epoch_variable logging math_ops
    model_ops ops parse_number_or_string_to_proto random_ops stats_ops tf_variables variable_scope
tf.contrib.tensor_forest.tensor_forest_ops ReinterpretStringToFloat ScatterAddNdim deprecated_endpoints loader
    reinterpret_string_to_float reinterpret_string_to_float_eager_fallback resource_loader scatter_add_ndim
    scatter_add_ndim_eager_fallback tf_export
tf.contrib.tensorboard plugins
tf.contrib.tensorboard.plugins projector
tf.contrib.tensorboard.plugins.projector projector_config_pb2
tf.contrib.tensorboard.plugins.projector.projector_config_pb2 DESCRIPTOR EmbeddingInfo ProjectorConfig SpriteMetadata
tf.contrib.tensorrt create_inference_graph trt_convert
tf.contrib.tensorrt.trt_convert create_inference_graph trt_convert
tf.contrib.testing FakeSummaryWriter assert_summary latest_event_file latest_events latest_summaries
    simple_values_from_events summary_io summary_pb2 test_util to_summary_proto writer writer_cache
tf.contrib.text skip_gram_sample skip_gram_sample_with_text_vocab
tf.contrib.tfprof ProfileContext model_analyzer tfprof_logger
tf.contrib.tfprof.model_analyzer ALL_ADVICE FLOAT_OPS_OPTIONS PRINT_ALL_TIMING_MEMORY ProfileContext Profiler
    TRAINABLE_VARS_PARAMS_STAT_OPTIONS advise deprecated print_model_analysis tfprof_logger
tf.contrib.tfprof.tfprof_logger deprecated write_op_log
tf.contrib.timeseries ARModel ARRegressor CSVReader FilteringResults NumpyReader OneShotPredictionHead
    RandomWindowInputFn StructuralEnsembleRegressor TimeSeriesRegressor TrainEvalFeatures WholeDatasetInputFn
    predict_continuation_input_fn saved_model_utils
tf.contrib.timeseries.saved_model_utils cold_start_filter filter_continuation predict_continuation
tf.contrib.tpu AsyncCheckpointSaverHook CrossShardOptimizer DeviceAssignment InfeedQueue InputPipelineConfig RunConfig
    TPUConfig TPUDistributionStrategy TPUEstimator TPUEstimatorSpec Topology batch_parallel bfloat16_scope core
    cross_replica_sum device_assignment export_estimator_savedmodel infeed_dequeue infeed_dequeue_tuple infeed_enqueue
    infeed_enqueue_tuple initialize_system keras_to_tpu_model outfeed_dequeue outfeed_dequeue_tuple outfeed_enqueue
    outfeed_enqueue_tuple outside_compilation profiler repeat replicate rewrite shard shutdown_system while_loop
tf.contrib.tpu.profiler Device Resource Trace TraceEvent
tf.contrib.training FeedingQueueRunner GreedyLoadBalancingStrategy HParams NextQueuedSequenceBatch RandomStrategy
    SequenceQueueingStateSaver StopAfterNEvalsHook SummaryAtEndHook add_gradients_summaries
    batch_sequences_with_states bucket bucket_by_sequence_length byte_size_load_fn checkpoints_iterator
    clip_gradient_norms clip_gradient_norms_fn create_train_op evaluate_once evaluate_repeatedly
    get_or_create_eval_step multiply_gradients parse_values rejection_sample resample_at_rate stratified_sample train
    wait_for_new_checkpoint weighted_resample
tf.contrib.util constant_value loader make_ndarray make_tensor_proto ops_used_by_graph_def stripped_op_list_for_graph
tf.contrib.util.loader load_library load_op_library resource_loader
tf.data Dataset DatasetSpec FixedLengthRecordDataset Iterator Options TFRecordDataset TextLineDataset experimental
    get_output_classes get_output_shapes get_output_types make_initializable_iterator make_one_shot_iterator
tf.data.experimental AUTOTUNE CheckpointInputPipelineHook Counter CsvDataset DatasetStructure DistributeOptions
    INFINITE_CARDINALITY MapVectorizationOptions OptimizationOptions Optional OptionalStructure RaggedTensorStructure
    RandomDataset Reducer SparseTensorStructure SqlDataset StatsAggregator StatsOptions Structure TFRecordWriter
    TensorArrayStructure TensorStructure ThreadingOptions UNKNOWN_CARDINALITY bucket_by_sequence_length
    bytes_produced_stats cardinality choose_from_datasets copy_to_device dense_to_sparse_batch enumerate_dataset
    from_variant get_next_as_optional get_single_element get_structure group_by_reducer group_by_window ignore_errors
    latency_stats make_batched_features_dataset make_csv_dataset make_saveable_from_iterator map_and_batch
    map_and_batch_with_legacy_function parallel_interleave parse_example_dataset prefetch_to_device rejection_resample
    sample_from_datasets scan shuffle_and_repeat take_while to_variant unbatch unique
tf.debugging Assert assert_all_finite assert_equal assert_greater assert_greater_equal assert_integer assert_less
    assert_less_equal assert_near assert_negative assert_non_negative assert_non_positive assert_none_equal
    assert_positive assert_proper_iterable assert_rank assert_rank_at_least assert_rank_in assert_same_float_dtype
    assert_scalar assert_shapes assert_type check_numerics get_log_device_placement is_finite is_inf is_nan
    is_non_decreasing is_numeric_tensor is_strictly_increasing set_log_device_placement
tf.distribute CrossDeviceOps HierarchicalCopyAllReduce InputContext InputReplicationMode MirroredStrategy
    NcclAllReduce OneDeviceStrategy ReduceOp ReductionToOneDevice ReplicaContext Server Strategy StrategyExtended
    cluster_resolver experimental experimental_set_strategy get_loss_reduction get_replica_context get_strategy
    has_strategy in_cross_replica_context
tf.distribute.cluster_resolver ClusterResolver GCEClusterResolver KubernetesClusterResolver SimpleClusterResolver
    SlurmClusterResolver TFConfigClusterResolver TPUClusterResolver UnionResolver
tf.distribute.experimental CentralStorageStrategy CollectiveCommunication MultiWorkerMirroredStrategy
    ParameterServerStrategy TPUStrategy
tf.distributions Bernoulli Beta Categorical Dirichlet DirichletMultinomial Distribution Exponential
    FULLY_REPARAMETERIZED Gamma Laplace Multinomial NOT_REPARAMETERIZED Normal RegisterKL ReparameterizationType
    StudentT Uniform kl_divergence
tf.dtypes DType QUANTIZED_DTYPES as_dtype as_string bfloat16 bool cast complex complex128 complex64 double float16
    float32 float64 half int16 int32 int64 int8 qint16 qint32 qint8 quint16 quint8 resource saturate_cast string
    uint16 uint32 uint64 uint8 variant
tf.errors ABORTED ALREADY_EXISTS AbortedError AlreadyExistsError CANCELLED CancelledError DATA_LOSS DEADLINE_EXCEEDED
    DataLossError DeadlineExceededError FAILED_PRECONDITION FailedPreconditionError INTERNAL INVALID_ARGUMENT
    InternalError InvalidArgumentError NOT_FOUND NotFoundError OK OUT_OF_RANGE OpError OutOfRangeError
    PERMISSION_DENIED PermissionDeniedError RESOURCE_EXHAUSTED ResourceExhaustedError UNAUTHENTICATED UNAVAILABLE
    UNIMPLEMENTED UNKNOWN UnauthenticatedError UnavailableError UnimplementedError UnknownError
    error_code_from_exception_type exception_type_from_error_code raise_exception_on_not_ok_status
tf.estimator BaselineClassifier BaselineEstimator BaselineRegressor BestExporter BinaryClassHead
    BoostedTreesClassifier BoostedTreesEstimator BoostedTreesRegressor CheckpointSaverHook CheckpointSaverListener
    DNNClassifier DNNEstimator DNNLinearCombinedClassifier DNNLinearCombinedEstimator DNNLinearCombinedRegressor
    DNNRegressor Estimator EstimatorSpec EvalSpec Exporter FeedFnHook FinalExporter FinalOpsHook GlobalStepWaiterHook
    Head LatestExporter LinearClassifier LinearEstimator LinearRegressor LoggingTensorHook LogisticRegressionHead
    ModeKeys MultiClassHead MultiHead MultiLabelHead NanLossDuringTrainingError NanTensorHook PoissonRegressionHead
    ProfilerHook RegressionHead RunConfig SecondOrStepTimer SessionRunArgs SessionRunContext SessionRunHook
    SessionRunValues StepCounterHook StopAtStepHook SummarySaverHook TrainSpec VocabInfo WarmStartSettings add_metrics
    classifier_parse_example_spec experimental export inputs regressor_parse_example_spec tpu train_and_evaluate
tf.estimator.experimental InMemoryEvaluatorHook KMeans LinearSDCA build_raw_supervised_input_receiver_fn call_logit_fn
    dnn_logit_fn_builder linear_logit_fn_builder make_early_stopping_hook make_stop_at_checkpoint_step_hook
    stop_if_higher_hook stop_if_lower_hook stop_if_no_decrease_hook stop_if_no_increase_hook
tf.estimator.export ClassificationOutput ExportOutput PredictOutput RegressionOutput ServingInputReceiver
    TensorServingInputReceiver build_parsing_serving_input_receiver_fn build_raw_serving_input_receiver_fn
tf.estimator.inputs numpy_input_fn pandas_input_fn
tf.estimator.tpu InputPipelineConfig RunConfig TPUConfig TPUEstimator TPUEstimatorSpec experimental
tf.estimator.tpu.experimental EmbeddingConfigSpec
tf.experimental function_executor_type output_all_intermediates
tf.feature_column bucketized_column categorical_column_with_hash_bucket categorical_column_with_identity
    categorical_column_with_vocabulary_file categorical_column_with_vocabulary_list crossed_column embedding_column
    indicator_column input_layer linear_model make_parse_example_spec numeric_column
    sequence_categorical_column_with_hash_bucket sequence_categorical_column_with_identity
    sequence_categorical_column_with_vocabulary_file sequence_categorical_column_with_vocabulary_list
    sequence_numeric_column shared_embedding_columns weighted_categorical_column
tf.flags ArgumentParser ArgumentSerializer BaseListParser BooleanFlag BooleanParser CantOpenFlagFileError
    CsvListSerializer DEFINE DEFINE_alias DEFINE_bool DEFINE_boolean DEFINE_enum DEFINE_enum_class DEFINE_flag
    DEFINE_float DEFINE_integer DEFINE_list DEFINE_multi DEFINE_multi_enum DEFINE_multi_enum_class DEFINE_multi_float
    DEFINE_multi_integer DEFINE_multi_string DEFINE_spaceseplist DEFINE_string DuplicateFlagError EnumClassFlag
    EnumClassListSerializer EnumClassParser EnumClassSerializer EnumFlag EnumParser Error FLAGS Flag FlagHolder
    FlagNameConflictsWithMethodError FlagValues FloatParser IllegalFlagValueError IntegerParser ListParser
    ListSerializer MultiEnumClassFlag MultiFlag UnparsedFlagAccessError UnrecognizedFlagError ValidationError
    WhitespaceSeparatedListParser adopt_module_key_flags declare_key_flag disclaim_key_flags doc_to_help
    flag_dict_to_args get_help_width mark_bool_flags_as_mutual_exclusive mark_flag_as_required
    mark_flags_as_mutual_exclusive mark_flags_as_required multi_flags_validator override_value
    register_multi_flags_validator register_validator set_default text_wrap tf_decorator validator
tf.gfile Copy DeleteRecursively Exists FastGFile GFile Glob IsDirectory ListDirectory MakeDirs MkDir Open Remove
    Rename Stat Walk
tf.graph_util convert_variables_to_constants extract_sub_graph import_graph_def must_run_on_cpu remove_training_nodes
    tensor_shape_from_node_def_name
tf.image ResizeMethod adjust_brightness adjust_contrast adjust_gamma adjust_hue adjust_jpeg_quality adjust_saturation
    central_crop combined_non_max_suppression convert_image_dtype crop_and_resize crop_to_bounding_box
    decode_and_crop_jpeg decode_bmp decode_gif decode_image decode_jpeg decode_png draw_bounding_boxes encode_jpeg
    encode_png extract_glimpse extract_image_patches extract_jpeg_shape extract_patches flip_left_right flip_up_down
    grayscale_to_rgb hsv_to_rgb image_gradients is_jpeg non_max_suppression non_max_suppression_overlaps
    non_max_suppression_padded non_max_suppression_with_scores pad_to_bounding_box per_image_standardization psnr
    random_brightness random_contrast random_crop random_flip_left_right random_flip_up_down random_hue
    random_jpeg_quality random_saturation resize resize_area resize_bicubic resize_bilinear
    resize_image_with_crop_or_pad resize_image_with_pad resize_images resize_nearest_neighbor resize_with_crop_or_pad
    rgb_to_grayscale rgb_to_hsv rgb_to_yiq rgb_to_yuv rot90 sample_distorted_bounding_box sobel_edges ssim
    ssim_multiscale total_variation transpose transpose_image yiq_to_rgb yuv_to_rgb
tf.initializers constant global_variables glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal
    lecun_uniform local_variables ones orthogonal random_normal random_uniform tables_initializer truncated_normal
    uniform_unit_scaling variables variance_scaling zeros
tf.io FixedLenFeature FixedLenSequenceFeature PaddingFIFOQueue PriorityQueue QueueBase RandomShuffleQueue
    SparseFeature TFRecordCompressionType TFRecordOptions TFRecordWriter VarLenFeature decode_and_crop_jpeg
    decode_base64 decode_bmp decode_compressed decode_csv decode_gif decode_image decode_jpeg decode_json_example
    decode_png decode_proto decode_raw deserialize_many_sparse encode_base64 encode_jpeg encode_proto
    extract_jpeg_shape gfile is_jpeg match_filenames_once matching_files parse_example parse_sequence_example
    parse_single_example parse_single_sequence_example parse_tensor read_file serialize_many_sparse serialize_sparse
    serialize_tensor tf_record_iterator write_file write_graph
tf.io.gfile GFile copy exists glob isdir listdir makedirs mkdir remove rename rmtree stat walk
tf.keras Input Model Sequential activations applications backend callbacks constraints datasets estimator experimental
    initializers layers losses metrics mixed_precision models optimizers preprocessing regularizers utils wrappers
tf.keras.activations deserialize elu exponential get hard_sigmoid linear relu selu serialize sigmoid softmax softplus
    softsign tanh
tf.keras.applications DenseNet121 DenseNet169 DenseNet201 InceptionResNetV2 InceptionV3 MobileNet MobileNetV2
    NASNetLarge NASNetMobile ResNet101 ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2 VGG16 VGG19 Xception
    densenet imagenet_utils inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 nasnet resnet resnet50 resnet_v2
    vgg16 vgg19 xception
tf.keras.applications.densenet DenseNet121 DenseNet169 DenseNet201 decode_predictions preprocess_input
tf.keras.applications.imagenet_utils decode_predictions preprocess_input
tf.keras.applications.inception_resnet_v2 InceptionResNetV2 decode_predictions preprocess_input
tf.keras.applications.inception_v3 InceptionV3 decode_predictions preprocess_input
tf.keras.applications.mobilenet MobileNet decode_predictions preprocess_input
tf.keras.applications.mobilenet_v2 MobileNetV2 decode_predictions preprocess_input
tf.keras.applications.nasnet NASNetLarge NASNetMobile decode_predictions preprocess_input
tf.keras.applications.resnet ResNet101 ResNet152 ResNet50 decode_predictions preprocess_input
tf.keras.applications.resnet50 ResNet50 decode_predictions preprocess_input
tf.keras.applications.resnet_v2 ResNet101V2 ResNet152V2 ResNet50V2 decode_predictions preprocess_input
tf.keras.applications.vgg16 VGG16 decode_predictions preprocess_input
tf.keras.applications.vgg19 VGG19 decode_predictions preprocess_input
tf.keras.applications.xception Xception decode_predictions preprocess_input
tf.keras.backend abs all any arange argmax argmin backend batch_dot batch_flatten batch_get_value batch_normalization
    batch_set_value bias_add binary_crossentropy cast cast_to_floatx categorical_crossentropy clear_session clip
    concatenate constant conv1d conv2d conv2d_transpose conv3d cos count_params ctc_batch_cost ctc_decode
    ctc_label_dense_to_sparse cumprod cumsum dot dropout dtype elu epsilon equal eval exp expand_dims eye flatten
    floatx foldl foldr function gather get_session get_uid get_value gradients greater greater_equal hard_sigmoid
    image_data_format in_test_phase in_top_k in_train_phase int_shape is_sparse l2_normalize learning_phase
    learning_phase_scope less less_equal local_conv1d local_conv2d log manual_variable_initialization map_fn max
    maximum mean min minimum moving_average_update name_scope ndim normalize_batch_in_training not_equal one_hot ones
    ones_like permute_dimensions placeholder pool2d pool3d pow print_tensor prod random_binomial random_normal
    random_normal_variable random_uniform random_uniform_variable relu repeat repeat_elements reset_uids reshape
    resize_images resize_volumes reverse rnn round separable_conv2d set_epsilon set_floatx set_image_data_format
    set_learning_phase set_session set_value shape sigmoid sign sin softmax softplus softsign
    sparse_categorical_crossentropy spatial_2d_padding spatial_3d_padding sqrt square squeeze stack std stop_gradient
    sum switch tanh temporal_padding tile to_dense transpose truncated_normal update update_add update_sub var
    variable zeros zeros_like
tf.keras.callbacks BaseLogger CSVLogger Callback EarlyStopping History LambdaCallback LearningRateScheduler
    ModelCheckpoint ProgbarLogger ReduceLROnPlateau RemoteMonitor TensorBoard TerminateOnNaN
tf.keras.constraints Constraint MaxNorm MinMaxNorm NonNeg RadialConstraint UnitNorm deserialize get max_norm
    min_max_norm non_neg radial_constraint serialize unit_norm
tf.keras.datasets boston_housing cifar10 cifar100 fashion_mnist imdb mnist reuters
tf.keras.datasets.boston_housing load_data
tf.keras.datasets.cifar10 load_data
tf.keras.datasets.cifar100 load_data
tf.keras.datasets.fashion_mnist load_data
tf.keras.datasets.imdb get_word_index load_data
tf.keras.datasets.mnist load_data
tf.keras.datasets.reuters get_word_index load_data
tf.keras.estimator model_to_estimator
tf.keras.experimental CosineDecay CosineDecayRestarts LinearCosineDecay LinearModel NoisyLinearCosineDecay
    PeepholeLSTMCell SequenceFeatures WideDeepModel export_saved_model load_from_saved_model
    terminate_keras_multiprocessing_pools
tf.keras.initializers Constant Identity Initializer Ones Orthogonal RandomNormal RandomUniform TruncatedNormal
    VarianceScaling Zeros constant deserialize get glorot_normal glorot_uniform he_normal he_uniform identity
    lecun_normal lecun_uniform normal ones orthogonal random_normal random_uniform serialize truncated_normal uniform
    zeros
tf.keras.layers AbstractRNNCell Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention Average
    AveragePooling1D AveragePooling2D AveragePooling3D AvgPool1D AvgPool2D AvgPool3D BatchNormalization Bidirectional
    Concatenate Conv1D Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM2D Convolution1D Convolution2D
    Convolution2DTranspose Convolution3D Convolution3DTranspose Cropping1D Cropping2D Cropping3D CuDNNGRU CuDNNLSTM
    Dense DenseFeatures DepthwiseConv2D Dot Dropout ELU Embedding Flatten GRU GRUCell GaussianDropout GaussianNoise
    GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D GlobalAvgPool1D GlobalAvgPool2D
    GlobalAvgPool3D GlobalMaxPool1D GlobalMaxPool2D GlobalMaxPool3D GlobalMaxPooling1D GlobalMaxPooling2D
    GlobalMaxPooling3D Input InputLayer InputSpec LSTM LSTMCell Lambda Layer LayerNormalization LeakyReLU
    LocallyConnected1D LocallyConnected2D Masking MaxPool1D MaxPool2D MaxPool3D MaxPooling1D MaxPooling2D MaxPooling3D
    Maximum Minimum Multiply PReLU Permute RNN ReLU RepeatVector Reshape SeparableConv1D SeparableConv2D
    SeparableConvolution1D SeparableConvolution2D SimpleRNN SimpleRNNCell Softmax SpatialDropout1D SpatialDropout2D
    SpatialDropout3D StackedRNNCells Subtract ThresholdedReLU TimeDistributed UpSampling1D UpSampling2D UpSampling3D
    Wrapper ZeroPadding1D ZeroPadding2D ZeroPadding3D add average concatenate deserialize dot maximum minimum multiply
    serialize subtract
tf.keras.losses BinaryCrossentropy CategoricalCrossentropy CategoricalHinge CosineSimilarity Hinge Huber KLD
    KLDivergence LogCosh Loss MAE MAPE MSE MSLE MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError
    MeanSquaredLogarithmicError Poisson SparseCategoricalCrossentropy SquaredHinge binary_crossentropy
    categorical_crossentropy categorical_hinge cosine cosine_proximity cosine_similarity deserialize get hinge kld
    kullback_leibler_divergence logcosh mae mape mean_absolute_error mean_absolute_percentage_error mean_squared_error
    mean_squared_logarithmic_error mse msle poisson serialize sparse_categorical_crossentropy squared_hinge
tf.keras.metrics AUC Accuracy BinaryAccuracy BinaryCrossentropy CategoricalAccuracy CategoricalCrossentropy
    CategoricalHinge CosineSimilarity FalseNegatives FalsePositives Hinge KLD KLDivergence LogCoshError MAE MAPE MSE
    MSLE Mean MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanRelativeError MeanSquaredError
    MeanSquaredLogarithmicError MeanTensor Metric Poisson Precision Recall RootMeanSquaredError
    SensitivityAtSpecificity SparseCategoricalAccuracy SparseCategoricalCrossentropy SparseTopKCategoricalAccuracy
    SpecificityAtSensitivity SquaredHinge Sum TopKCategoricalAccuracy TrueNegatives TruePositives binary_accuracy
    binary_crossentropy categorical_accuracy categorical_crossentropy cosine cosine_proximity deserialize get hinge
    kld kullback_leibler_divergence mae mape mean_absolute_error mean_absolute_percentage_error mean_squared_error
    mean_squared_logarithmic_error mse msle poisson serialize sparse_categorical_accuracy
    sparse_categorical_crossentropy sparse_top_k_categorical_accuracy squared_hinge top_k_categorical_accuracy
tf.keras.mixed_precision experimental
tf.keras.mixed_precision.experimental LossScaleOptimizer Policy global_policy set_policy
tf.keras.models Model Sequential clone_model load_model model_from_config model_from_json model_from_yaml save_model
tf.keras.optimizers Adadelta Adagrad Adam Adamax Ftrl Nadam Optimizer RMSprop SGD deserialize get schedules serialize
tf.keras.optimizers.schedules ExponentialDecay InverseTimeDecay LearningRateSchedule PiecewiseConstantDecay
    PolynomialDecay deserialize serialize
tf.keras.preprocessing image sequence text
tf.keras.preprocessing.image DirectoryIterator ImageDataGenerator Iterator NumpyArrayIterator apply_affine_transform
    apply_brightness_shift apply_channel_shift array_to_img img_to_array load_img random_brightness
    random_channel_shift random_rotation random_shear random_shift random_zoom save_img
tf.keras.preprocessing.sequence TimeseriesGenerator make_sampling_table pad_sequences skipgrams
tf.keras.preprocessing.text Tokenizer hashing_trick one_hot text_to_word_sequence
tf.keras.regularizers L1L2 Regularizer deserialize get l1 l1_l2 l2 serialize
tf.keras.utils CustomObjectScope GeneratorEnqueuer HDF5Matrix OrderedEnqueuer Progbar Sequence SequenceEnqueuer
    convert_all_kernels_in_model custom_object_scope deserialize_keras_object get_custom_objects get_file
    get_source_inputs model_to_dot multi_gpu_model normalize plot_model serialize_keras_object to_categorical
tf.keras.wrappers scikit_learn
tf.keras.wrappers.scikit_learn KerasClassifier KerasRegressor
tf.layers AveragePooling1D AveragePooling2D AveragePooling3D BatchNormalization Conv1D Conv2D Conv2DTranspose Conv3D
    Conv3DTranspose Dense Dropout Flatten InputSpec Layer MaxPooling1D MaxPooling2D MaxPooling3D SeparableConv1D
    SeparableConv2D average_pooling1d average_pooling2d average_pooling3d batch_normalization conv1d conv2d
    conv2d_transpose conv3d conv3d_transpose dense dropout experimental flatten max_pooling1d max_pooling2d
    max_pooling3d separable_conv1d separable_conv2d
tf.layers.experimental keras_style_scope set_keras_style
tf.linalg LinearOperator LinearOperatorAdjoint LinearOperatorBlockDiag LinearOperatorCirculant
    LinearOperatorCirculant2D LinearOperatorCirculant3D LinearOperatorComposition LinearOperatorDiag
    LinearOperatorFullMatrix LinearOperatorHouseholder LinearOperatorIdentity LinearOperatorInversion
    LinearOperatorKronecker LinearOperatorLowRankUpdate LinearOperatorLowerTriangular LinearOperatorScaledIdentity
    LinearOperatorToeplitz LinearOperatorZeros adjoint band_part cholesky cholesky_solve cross det diag diag_part eigh
    eigvalsh einsum expm eye global_norm inv l2_normalize logdet logm lstsq lu matmul matrix_rank matrix_transpose
    matvec norm normalize pinv qr set_diag slogdet solve sqrtm svd tensor_diag tensor_diag_part tensordot trace
    transpose triangular_solve tridiagonal_matmul tridiagonal_solve
tf.lite Interpreter OpHint OpsSet Optimize RepresentativeDataset TFLiteConverter TargetSpec TocoConverter constants
    experimental toco_convert
tf.lite.constants FLOAT FLOAT16 GRAPHVIZ_DOT INT32 INT64 INT8 QUANTIZED_UINT8 STRING TFLITE
tf.lite.experimental convert_op_hints_to_stubs get_potentially_supported_ops load_delegate nn
tf.lite.experimental.nn TFLiteLSTMCell TfLiteRNNCell dynamic_rnn
tf.logging DEBUG ERROR FATAL INFO TaskLevelStatusMessage WARN debug error fatal flush get_verbosity info log
    log_every_n log_first_n log_if set_verbosity vlog warn warning
tf.lookup KeyValueTensorInitializer StaticHashTable StaticVocabularyTable TextFileIndex TextFileInitializer
    experimental
tf.lookup.experimental DenseHashTable
tf.losses Reduction absolute_difference add_loss compute_weighted_loss cosine_distance get_losses
    get_regularization_loss get_regularization_losses get_total_loss hinge_loss huber_loss log_loss
    mean_pairwise_squared_error mean_squared_error sigmoid_cross_entropy softmax_cross_entropy
    sparse_softmax_cross_entropy
tf.manip batch_to_space_nd gather_nd reshape reverse roll scatter_nd space_to_batch_nd tile
tf.math abs accumulate_n acos acosh add add_n angle argmax argmin asin asinh atan atan2 atanh bessel_i0 bessel_i0e
    bessel_i1 bessel_i1e betainc bincount ceil confusion_matrix conj cos cosh count_nonzero cumprod cumsum
    cumulative_logsumexp digamma divide divide_no_nan equal erf erfc exp expm1 floor floordiv floormod greater
    greater_equal igamma igammac imag in_top_k invert_permutation is_finite is_inf is_nan is_non_decreasing
    is_strictly_increasing l2_normalize lbeta less less_equal lgamma log log1p log_sigmoid log_softmax logical_and
    logical_not logical_or logical_xor maximum minimum mod multiply multiply_no_nan negative nextafter not_equal
    polygamma polyval pow real reciprocal reciprocal_no_nan reduce_all reduce_any reduce_euclidean_norm
    reduce_logsumexp reduce_max reduce_mean reduce_min reduce_prod reduce_std reduce_sum reduce_variance rint round
    rsqrt scalar_mul segment_max segment_mean segment_min segment_prod segment_sum sigmoid sign sin sinh softmax
    softplus softsign sqrt square squared_difference subtract tan tanh top_k truediv unsorted_segment_max
    unsorted_segment_mean unsorted_segment_min unsorted_segment_prod unsorted_segment_sqrt_n unsorted_segment_sum
    xdivy xlogy zero_fraction zeta
tf.metrics accuracy auc average_precision_at_k false_negatives false_negatives_at_thresholds false_positives
    false_positives_at_thresholds mean mean_absolute_error mean_cosine_distance mean_iou mean_per_class_accuracy
    mean_relative_error mean_squared_error mean_tensor percentage_below precision precision_at_k
    precision_at_thresholds precision_at_top_k recall recall_at_k recall_at_thresholds recall_at_top_k
    root_mean_squared_error sensitivity_at_specificity sparse_average_precision_at_k sparse_precision_at_k
    specificity_at_sensitivity true_negatives true_negatives_at_thresholds true_positives true_positives_at_thresholds
tf.nest assert_same_structure flatten is_nested map_structure pack_sequence_as
tf.nn all_candidate_sampler atrous_conv2d atrous_conv2d_transpose avg_pool avg_pool1d avg_pool2d avg_pool3d
    avg_pool_v2 batch_norm_with_global_normalization batch_normalization bias_add bidirectional_dynamic_rnn
    collapse_repeated compute_accidental_hits compute_average_loss conv1d conv1d_transpose conv2d
    conv2d_backprop_filter conv2d_backprop_input conv2d_transpose conv3d conv3d_backprop_filter
    conv3d_backprop_filter_v2 conv3d_transpose conv_transpose convolution crelu ctc_beam_search_decoder
    ctc_beam_search_decoder_v2 ctc_greedy_decoder ctc_loss ctc_loss_v2 ctc_unique_labels depth_to_space
    depthwise_conv2d depthwise_conv2d_backprop_filter depthwise_conv2d_backprop_input depthwise_conv2d_native
    depthwise_conv2d_native_backprop_filter depthwise_conv2d_native_backprop_input dilation2d dropout dynamic_rnn elu
    embedding_lookup embedding_lookup_sparse erosion2d fixed_unigram_candidate_sampler fractional_avg_pool
    fractional_max_pool fused_batch_norm in_top_k l2_loss l2_normalize leaky_relu learned_unigram_candidate_sampler
    local_response_normalization log_poisson_loss log_softmax log_uniform_candidate_sampler lrn max_pool max_pool1d
    max_pool2d max_pool3d max_pool_v2 max_pool_with_argmax moments nce_loss normalize_moments pool quantized_avg_pool
    quantized_conv2d quantized_max_pool quantized_relu_x raw_rnn relu relu6 relu_layer rnn_cell
    safe_embedding_lookup_sparse sampled_softmax_loss scale_regularization_loss selu separable_conv2d sigmoid
    sigmoid_cross_entropy_with_logits softmax softmax_cross_entropy_with_logits softmax_cross_entropy_with_logits_v2
    softplus softsign space_to_batch space_to_depth sparse_softmax_cross_entropy_with_logits static_bidirectional_rnn
    static_rnn static_state_saving_rnn sufficient_statistics swish tanh top_k uniform_candidate_sampler
    weighted_cross_entropy_with_logits weighted_moments with_space_to_batch xw_plus_b zero_fraction
tf.nn.rnn_cell BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell
    RNNCell ResidualWrapper
tf.profiler AdviceProto GraphNodeProto MultiGraphNodeProto OpLogProto ProfileOptionBuilder Profiler advise profile
    write_op_log
tf.python_io TFRecordCompressionType TFRecordOptions TFRecordWriter tf_record_iterator
tf.quantization dequantize fake_quant_with_min_max_args fake_quant_with_min_max_args_gradient
    fake_quant_with_min_max_vars fake_quant_with_min_max_vars_gradient fake_quant_with_min_max_vars_per_channel
    fake_quant_with_min_max_vars_per_channel_gradient quantize quantize_and_dequantize quantized_concat
tf.queue FIFOQueue PaddingFIFOQueue PriorityQueue QueueBase RandomShuffleQueue
tf.ragged RaggedTensorValue boolean_mask constant constant_value map_flat_values placeholder range
    row_splits_to_segment_ids segment_ids_to_row_splits stack stack_dynamic_partitions
tf.random all_candidate_sampler categorical experimental fixed_unigram_candidate_sampler gamma get_seed
    learned_unigram_candidate_sampler log_uniform_candidate_sampler multinomial normal poisson set_random_seed shuffle
    stateless_categorical stateless_multinomial stateless_normal stateless_truncated_normal stateless_uniform
    truncated_normal uniform uniform_candidate_sampler
tf.random.experimental Generator create_rng_state get_global_generator set_global_generator
tf.resource_loader get_data_files_path get_path_to_datafile get_root_dir_with_all_resources load_resource
    readahead_file_path
tf.saved_model ASSETS_DIRECTORY ASSETS_KEY Builder CLASSIFY_INPUTS CLASSIFY_METHOD_NAME CLASSIFY_OUTPUT_CLASSES
    CLASSIFY_OUTPUT_SCORES DEFAULT_SERVING_SIGNATURE_DEF_KEY GPU LEGACY_INIT_OP_KEY MAIN_OP_KEY PREDICT_INPUTS
    PREDICT_METHOD_NAME PREDICT_OUTPUTS REGRESS_INPUTS REGRESS_METHOD_NAME REGRESS_OUTPUTS SAVED_MODEL_FILENAME_PB
    SAVED_MODEL_FILENAME_PBTXT SAVED_MODEL_SCHEMA_VERSION SERVING TPU TRAINING VARIABLES_DIRECTORY VARIABLES_FILENAME
    build_signature_def build_tensor_info builder classification_signature_def constants contains_saved_model
    experimental get_tensor_from_tensor_info is_valid_signature load load_v2 loader main_op main_op_with_restore
    maybe_saved_model_directory predict_signature_def regression_signature_def save signature_constants
    signature_def_utils simple_save tag_constants utils
tf.saved_model.builder SavedModelBuilder
tf.saved_model.constants ASSETS_DIRECTORY ASSETS_KEY LEGACY_INIT_OP_KEY MAIN_OP_KEY SAVED_MODEL_FILENAME_PB
    SAVED_MODEL_FILENAME_PBTXT SAVED_MODEL_SCHEMA_VERSION VARIABLES_DIRECTORY VARIABLES_FILENAME
tf.saved_model.experimental save
tf.saved_model.loader load maybe_saved_model_directory
tf.saved_model.main_op main_op main_op_with_restore
tf.saved_model.signature_constants CLASSIFY_INPUTS CLASSIFY_METHOD_NAME CLASSIFY_OUTPUT_CLASSES CLASSIFY_OUTPUT_SCORES
    DEFAULT_SERVING_SIGNATURE_DEF_KEY PREDICT_INPUTS PREDICT_METHOD_NAME PREDICT_OUTPUTS REGRESS_INPUTS
    REGRESS_METHOD_NAME REGRESS_OUTPUTS
tf.saved_model.signature_def_utils build_signature_def classification_signature_def is_valid_signature
    predict_signature_def regression_signature_def
tf.saved_model.tag_constants GPU SERVING TPU TRAINING
tf.saved_model.utils build_tensor_info get_tensor_from_tensor_info
tf.sets difference intersection set_difference set_intersection set_size set_union size union
tf.signal dct fft fft2d fft3d fftshift frame hamming_window hann_window idct ifft ifft2d ifft3d ifftshift inverse_stft
    inverse_stft_window_fn irfft irfft2d irfft3d linear_to_mel_weight_matrix mfccs_from_log_mel_spectrograms
    overlap_and_add rfft rfft2d rfft3d stft
tf.sparse SparseConditionalAccumulator SparseTensor add concat cross cross_hashed expand_dims eye fill_empty_rows
    from_dense mask matmul maximum merge minimum placeholder reduce_max reduce_max_sparse reduce_sum reduce_sum_sparse
    reorder reset_shape reshape retain segment_mean segment_sqrt_n segment_sum slice softmax sparse_dense_matmul split
    to_dense to_indicator transpose
tf.spectral dct fft fft2d fft3d idct ifft ifft2d ifft3d irfft irfft2d irfft3d rfft rfft2d rfft3d
tf.strings as_string bytes_split format join length lower ngrams reduce_join regex_full_match regex_replace split
    strip substr to_hash_bucket to_hash_bucket_fast to_hash_bucket_strong to_number unicode_decode
    unicode_decode_with_offsets unicode_encode unicode_script unicode_split unicode_split_with_offsets
    unicode_transcode unsorted_segment_join upper
tf.summary Event FileWriter FileWriterCache SessionLog Summary SummaryDescription TaggedRunMetadata all_v2_summary_ops
    audio get_summary_description histogram image initialize merge merge_all scalar tensor_summary text
tf.sysconfig CXX11_ABI_FLAG MONOLITHIC_BUILD get_compile_flags get_include get_lib get_link_flags
tf.test Benchmark StubOutForTesting TestCase assert_equal_graph_def benchmark_config compute_gradient
    compute_gradient_error create_local_cluster get_temp_dir gpu_device_name is_built_with_cuda
    is_built_with_gpu_support is_built_with_rocm is_gpu_available main test_src_dir_path
tf.tools graph_transforms
tf.tpu CrossShardOptimizer batch_parallel bfloat16_scope core cross_replica_sum experimental initialize_system
    outside_compilation replicate rewrite shard shutdown_system
tf.tpu.experimental AdagradParameters AdamParameters DeviceAssignment StochasticGradientDescentParameters
    embedding_column initialize_tpu_system shared_embedding_columns
tf.train AdadeltaOptimizer AdagradDAOptimizer AdagradOptimizer AdamOptimizer BytesList Checkpoint CheckpointManager
    CheckpointSaverHook CheckpointSaverListener ChiefSessionCreator ClusterDef ClusterSpec Coordinator Example
    ExponentialMovingAverage Feature FeatureList FeatureLists Features FeedFnHook FinalOpsHook FloatList FtrlOptimizer
    GlobalStepWaiterHook GradientDescentOptimizer Int64List JobDef LoggingTensorHook LooperThread MomentumOptimizer
    MonitoredSession MonitoredTrainingSession NanLossDuringTrainingError NanTensorHook NewCheckpointReader Optimizer
    ProfilerHook ProximalAdagradOptimizer ProximalGradientDescentOptimizer QueueRunner RMSPropOptimizer Saver SaverDef
    Scaffold SecondOrStepTimer SequenceExample Server ServerDef SessionCreator SessionManager SessionRunArgs
    SessionRunContext SessionRunHook SessionRunValues SingularMonitoredSession StepCounterHook StopAtStepHook
    SummarySaverHook Supervisor SyncReplicasOptimizer VocabInfo WorkerSessionCreator add_queue_runner
    assert_global_step basic_train_loop batch batch_join checkpoint_exists checkpoints_iterator cosine_decay
    cosine_decay_restarts create_global_step do_quantize_training_on_graphdef experimental exponential_decay
    export_meta_graph generate_checkpoint_state_proto get_checkpoint_mtimes get_checkpoint_state get_global_step
    get_or_create_global_step global_step import_meta_graph init_from_checkpoint input_producer inverse_time_decay
    latest_checkpoint limit_epochs linear_cosine_decay list_variables load_checkpoint load_variable
    match_filenames_once maybe_batch maybe_batch_join maybe_shuffle_batch maybe_shuffle_batch_join natural_exp_decay
    noisy_linear_cosine_decay piecewise_constant piecewise_constant_decay polynomial_decay queue_runner
    range_input_producer remove_checkpoint replica_device_setter sdca_fprint sdca_optimizer sdca_shrink_l1
    shuffle_batch shuffle_batch_join slice_input_producer start_queue_runners string_input_producer summary_iterator
    update_checkpoint_state warm_start write_graph
tf.train.experimental DynamicLossScale FixedLossScale LossScale MixedPrecisionLossScaleOptimizer PythonState
    disable_mixed_precision_graph_rewrite enable_mixed_precision_graph_rewrite
tf.train.queue_runner QueueRunner add_queue_runner start_queue_runners
tf.user_ops my_fact
tf.version COMPILER_VERSION GIT_VERSION GRAPH_DEF_VERSION GRAPH_DEF_VERSION_MIN_CONSUMER
    GRAPH_DEF_VERSION_MIN_PRODUCER VERSION
tf.xla experimental
tf.xla.experimental compile jit_scope
"""
