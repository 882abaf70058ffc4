"""What TensorFlow's own functions call and has no public name: replaced where they find it."""

from legacy_tf.table.rows import Carried

INTERNAL = {
    "a session (tf.Session, tf.InteractiveSession)": Carried(
        "sessions.session_init",
        "today's fuses a product of matrices with any row added to it, and then refuses the row",
        inside="client.session.BaseSession.__init__",
    ),
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
    "a metric's quotient (tf.metrics)": Carried(
        "metrics.math_ops", "TF 1.15 calls it div, today's truediv", inside="ops.metrics_impl.math_ops"
    ),
    "tf.confusion_matrix below its order of arguments": Carried(
        "counts.matrix_of_confusion",
        "TF 1.15 adds a sparse matrix to zeros: two or three ops more, counted",
        inside="ops.confusion_matrix.confusion_matrix",
    ),
    "a size that is a float (tf.Dimension, tf.placeholder, tf.get_variable)": Carried(
        "shapes.dimension_init",
        "TF 1.15 takes 392.0 for 392, as 784 / 2 gives it in Python 3",
        inside="framework.tensor_shape.Dimension.__init__",
    ),
    "a tensor's shape, static where known": Carried(
        "array_ops.shape_internal",
        "TF 1.15 makes the constant int32 and gives it the scope's name",
        inside="ops.array_ops.shape_internal",
    ),
    "a tensor's rank, static where known": Carried(
        "array_ops.rank_internal",
        "TF 1.15 packs a list twice where its rank is unknown",
        inside="ops.array_ops.rank_internal",
    ),
    "zeros of a tensor's shape (tf.zeros_like)": Carried(
        "array_ops.zeros_like_impl",
        "TF 1.15 reads a resource variable for it",
        inside="ops.array_ops.zeros_like_impl",
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
    "the elements of a TensorArray stacked": Carried(
        "building.tensor_array_stack",
        "today's gives them a known first size",
        inside="ops.tensor_array_ops._GraphTensorArray.stack",
    ),
    "the op below tf.nn.conv2d_transpose and gradients of convolutions": Carried(
        "nn.conv2d_backprop_input",
        "today's static shape has the other input's batch size, TF 1.15's the output_shape's; today's kernel for few "
        "channels takes up to 50 times as long as TF 1.15's, which is asked for",
        inside="ops.gen_nn_ops.conv2d_backprop_input",
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
    "embeddings of sparse ids (tf.nn.embedding_lookup_sparse)": Carried(
        "nn.embeddings_combined",
        "TF 1.15 gathers each id once, today's leaves that to the kernel: other gradients; also 0 / 0 of weights",
        inside="ops.embedding_ops.embedding_lookup_sparse_impl",
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
    "a sequence parsed (tf.parse_single_sequence_example)": Carried(
        "data_ops.parse_single_sequence_raw",
        "TF 1.15 has one constant per key: counted",
        inside="ops.parsing_ops._parse_single_sequence_example_raw",
    ),
    "sequences parsed (tf.io.parse_sequence_example)": Carried(
        "data_ops.parse_sequences_raw",
        "TF 1.15 has its keys as attributes: counted",
        inside="ops.parsing_ops._parse_sequence_example_raw",
    ),
    "an example of unknown shape (tf.parse_single_example)": Carried(
        "data_ops.assert_scalar",
        "today's asks in the graph whether it is one: counted",
        inside="ops.parsing_ops._assert_scalar",
    ),
    "an image resized (tf.image.resize_images)": Carried(
        "image_counts.resize_images_common",
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
    "objects saved (tf.train.Checkpoint, tf.keras)": Carried(
        "counts.save_objects",
        "today's reads each variable anew: counted",
        inside="checkpoint.checkpoint.TrackableSaver._save_cached_when_graph_building",
    ),
    "objects restored (tf.train.Checkpoint)": Carried(
        "counts.restore_checkpoint",
        "TF 1.15 restores the number of saves apart: counted",
        inside="checkpoint.checkpoint.CheckpointV1.restore",
    ),
    "what a Saver's shards are": Carried(
        "training.group_by_devices",
        "TF 1.15 gives resource variables a shard of their own, and reads them once more to find out",
        inside="training.saver.BaseSaverBuilder._GroupByDevices",
    ),
    "a resource variable read to be saved": Carried(
        "variables.read_value_no_copy",
        "today's marks it by an op that TF 1.15 does not know",
        inside="ops.resource_variable_ops.BaseResourceVariable.read_value_no_copy",
    ),
    "a resource variable's value once initialized": Carried(
        "variables.initialized_value",
        "today's raises NotImplementedError",
        inside="ops.resource_variable_ops.BaseResourceVariable.initialized_value",
    ),
    "rows read from a resource variable (tf.gather)": Carried(
        "variables.sparse_read",
        "TF 1.15 copies what it read by an Identity",
        inside="ops.resource_variable_ops.BaseResourceVariable.sparse_read",
    ),
    "a hook that saves checkpoints": Carried(
        "training.checkpoint_saver",
        "today's asks for the step again after every run",
        inside="training.basic_session_run_hooks.CheckpointSaverHook.__init__",
    ),
    "a checkpoint that it saves": Carried(
        "training.save_checkpoint",
        "one line in TF 1.15's log, three in today's",
        inside="training.basic_session_run_hooks.CheckpointSaverHook._save",
    ),
    "a dataset read by an iterator": Carried(
        "data_ops.make_initializable_iterator",
        "TF 1.15 wraps it in OptimizeDataset and ModelDataset: counted",
        inside="data.ops.dataset_ops.DatasetV1._make_initializable_iterator",
    ),
    "a dataset that is printed": Carried(
        "data_ops.dataset_repr",
        "TF 1.15 shows its shapes and types",
        inside="data.ops.dataset_ops.DatasetV1.__repr__",
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
    "a shuffled dataset repeated": Carried(
        "shuffles.repeat",
        "TF 1.15 fuses the two into a kernel that takes the seeds as they are",
        inside="data.ops.repeat_op._repeat",
    ),
    "a dataset in batches": Carried(
        "shuffles.batch",
        "shuffled epochs are here made in chunks, which are cut into batches at once",
        inside="data.ops.batch_op._batch",
    ),
    "a dataset read by a one-shot iterator": Carried(
        "shuffles.make_one_shot_iterator",
        "TF 1.15 fuses shuffle and repeat where the options let it",
        inside="data.ops.dataset_ops.DatasetV1._make_one_shot_iterator",
    ),
    "a dataset given to an iterator by structure": Carried(
        "shuffles.make_initializer",
        "TF 1.15 does not optimize it: shuffle and repeat are not fused",
        inside="data.ops.iterator_ops.Iterator.make_initializer",
    ),
    "datasets chosen from (tf.data.experimental.choose_from_datasets)": Carried(
        "data_ops.choose_from_datasets",
        "today's marks the choices for rewriting: counted",
        inside="data.ops.choose_from_datasets_op._choose_from_datasets",
    ),
    "files read in parallel (tf.data.TFRecordDataset)": Carried(
        "data_ops.read_in_parallel",
        "today's interleaves with one constant fewer: counted",
        inside="data.ops.readers._create_dataset_reader",
    ),
    "the rounds of AutoGraph's loop over tf.range": Carried(
        "counts.range_length",
        "today's computes how many there are: counted",
        inside="autograph.utils.misc.get_range_len",
    ),
    "the variables of AutoGraph's loops": Carried(
        "counts.loop_variables",
        "today's makes constants of numbers to compare them: counted",
        inside="autograph.operators.control_flow.verify_tf_loop_vars",
    ),
    "a dataset enumerated": Carried(
        "data_ops.enumerate_dataset",
        "today's marks it for rewriting: counted",
        inside="data.ops.dataset_ops.DatasetV2.enumerate",
    ),
    "a graph's GraphDef": Carried(
        "meta_graphs.as_graph_def",
        "TF 1.15 refuses attributes that ops have had only since: left out where they are the default",
        inside="framework.ops.Graph._as_graph_def",
    ),
    "a SavedModel of objects (tf.saved_model.save)": Carried(
        "meta_graphs.fill_meta_graph_def",
        "TF 1.15 marks calls of functions that have a gradient in Python",
        inside="saved_model.save._fill_meta_graph_def",
    ),
    "the variables of a tf.function": Carried(
        "counts.initialize_variables",
        "TF 1.15 calls a function for them, also where there are none: counted",
        inside="eager.polymorphic_function.polymorphic_function.Function._initialize_uninitialized_variables",
    ),
    "the session of a checkpoint": Carried(
        "sessions.of_checkpoint",
        "without a default one, TF 1.15 takes Keras'",
        inside="checkpoint.checkpoint.get_session",
    ),
    "a GraphDef to be imported": Carried(
        "meta_graphs.process_graph_def",
        "today's refuses the shapes that TF 1.15 wrote for the gradient of a fused batch norm",
        inside="framework.importer._ProcessGraphDefParam",
    ),
    "a meta graph written (Saver, SavedModel)": Carried(
        "meta_graphs.create_meta_graph_def",
        "it takes along how many ops TF 1.15 would hold more, for later implicit seeds",
        inside="framework.meta_graph.create_meta_graph_def",
    ),
    "a meta graph read (tf.train.import_meta_graph, SavedModel)": Carried(
        "meta_graphs.import_meta_graph",
        "it takes along how many ops TF 1.15 would hold more, for later implicit seeds",
        inside="framework.meta_graph.import_scoped_meta_graph_with_return_elements",
    ),
}
