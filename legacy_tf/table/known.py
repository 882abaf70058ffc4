"""Known differences from TensorFlow 1.15.5 in what is carried: what differs, for which names, and what helps."""

from legacy_tf.table.rows import Difference

KNOWN = [
    Difference(
        "Sums are rounded differently",
        "The two builds use other CPU instructions and orders of summation. Single ops agree within 4e-6 of a tensor's "
        "largest element (`tests/oracle/tolerances.py` has every tolerance and its reason).",
    ),
    Difference(
        "Gradients are today's ops",
        "Their nodes have other names and numbers than in TF 1.15; only how many TF 1.15 would have made is kept, so "
        "that random ops created after `minimize` have the same seeds.",
    ),
    Difference(
        "Loops with random ops inside",
        "`tf.while_loop`, `tf.map_fn`, `tf.scan`, `tf.nn.dynamic_rnn` and their like run up to `parallel_iterations` "
        "rounds at a time, 10 or 32. TF 1.15 mostly drew in the rounds' order where a random op did not wait for its "
        "round's element (a `DropoutWrapper`'s masks of known shape, say), and so it is here. Otherwise it mostly let "
        "the last of the rounds draw first, as today's does. Both were chance, with one thread too; so these may part: "
        "masks of unknown batch size, draws in `tf.cond` in a loop, in `tf.nn.raw_rnn`, in loops within loops and in "
        "loops of an imported meta graph. With `parallel_iterations=1` all are bit-identical.",
    ),
    Difference(
        "Rows that fail while they are shuffled and repeated",
        "`.shuffle(n).repeat()` reads rows ahead in chunks: up to 256, or a quarter of n, and never more than n. "
        "Where a row fails (a `map` before it raises) and the script goes on, or `ignore_errors()` stands after it, TF "
        "1.15 loses that row, and here its chunk is lost. Put `ignore_errors()` before the shuffle. (Right after "
        "`from_tensor_slices` no row can fail.)",
    ),
    Difference(
        "Shuffles below shuffles where TF 1.15 fuses none",
        "An iterator made by `from_structure`, or a pipeline that reads a reference variable: below a shuffle that is "
        "repeated another shuffle's rows come in another order from the second epoch on.",
    ),
    Difference(
        "Layers of tf.layers and cells of tf.nn.rnn_cell as parts of other objects",
        "They are no objects of Keras' here: `tf.train.Checkpoint(layer=tf.layers.Dense(3))` refuses them, and a "
        "`tf.keras.Model` of one's own does not find their weights. `tf.train.Saver` saves them; layers of `tf.keras` "
        "can stand in both.",
    ),
    Difference(
        "Names of a few composites",
        "As many ops as TF 1.15 made, some of them with other names or types; the same holds for functions marked "
        '"counted" below.',
        names=(
            "image.ssim image.rot90 metrics.auc metrics.false_negatives_at_thresholds "
            "metrics.false_positives_at_thresholds metrics.precision_at_thresholds metrics.recall_at_thresholds "
            "metrics.true_negatives_at_thresholds metrics.true_positives_at_thresholds "
            "metrics.sensitivity_at_specificity metrics.specificity_at_sensitivity"
        ).split(),
    ),
    Difference(
        "Other numbers of ops, so that later implicit seeds differ",
        "`tf.hessians` does so for a tensor of unknown shape, `tf.nn.compute_average_loss` with weights for a loss of "
        "unknown shape. The same holds for conversions of ragged tensors, and for each sparse tensor that an "
        "iterator's `get_next` gives (one op more). Give random ops after them seeds of their own.",
        names=(
            "nn.compute_average_loss contrib.training.batch_sequences_with_states train.SyncReplicasOptimizer "
            "strings.unicode_split strings.unicode_split_with_offsets "
            "vectorized_map nn.ctc_loss_v2 data.experimental.CsvDataset data.experimental.prefetch_to_device hessians "
            "AggregationMethod.EXPERIMENTAL_ACCUMULATE_N train.Checkpoint data.experimental.rejection_resample"
        ).split(),
    ),
    Difference(
        "A gradient that TF 1.15 had not",
        "`tf.math.reduce_euclidean_norm` has one here, as in later releases; there `tf.gradients` gave None.",
        names=["math.reduce_euclidean_norm"],
    ),
    Difference(
        "Resampled data end earlier",
        "As soon as one of the two streams that are mixed has ended; TF 1.15 went on with the other. Up to there they "
        "are equal. After `.repeat()` there is no end.",
        names=["data.experimental.rejection_resample"],
    ),
    Difference(
        "Arguments that are not carried",
        "They raise an error that says so. So do the methods of `tf.layers.Layer` that came from Keras (`get_config`, "
        "`get_weights` …).",
        names=(
            "layers.batch_normalization(renorm) layers.batch_normalization(virtual_batch_size) "
            "layers.batch_normalization(adjustment) layers.BatchNormalization(renorm) "
            "layers.BatchNormalization(virtual_batch_size) layers.BatchNormalization(adjustment) "
            "contrib.layers.batch_norm(renorm) contrib.layers.batch_norm(adjustment) "
            "keras.layers.Conv2DTranspose(output_padding) keras.layers.Conv2DTranspose(dilation_rate)"
        ).split(),
        raises=True,
    ),
    Difference(
        "Fetches that race",
        "What one `run` both changes and reads (`run([d_loss, d_step, clip_weights])`, as in many WGANs) depends on "
        "the executor's order, in TF 1.15.5 too: one such loss, asked six times with one thread, had four values. Run "
        "separately, they agree.",
    ),
    Difference(
        "A bias before batch norm",
        "It has a gradient of rounding noise, which Adam scales to full steps: training losses agree, "
        "`training=False` losses part. With `use_bias=False` they agree.",
    ),
    Difference(
        "The seeds of an imported GraphDef that was written here",
        "`tf.import_graph_def` counts the ops that it brings, which in a graph with gradients are not as many as TF "
        "1.15's. What TF 1.15 wrote, and meta graphs and SavedModels, are counted right.",
    ),
    Difference(
        "Determinants of the wrong sign",
        "TF 1.15.5's graph optimizer turned the sign of some `forward_log_det_jacobian` (Softplus, TransformDiagonal). "
        "Here it is right, as it was there with `rewrite_options.disable_meta_optimizer`.",
        names=["contrib.distributions.bijectors.Softplus", "contrib.distributions.bijectors.TransformDiagonal"],
    ),
    Difference(
        "Square roots",
        "TF 1.15's were not exact: its GDN starts from 0.99999994 where it should from 1.",
        names=["contrib.layers.gdn", "contrib.layers.GDN"],
    ),
    Difference(
        "Gradients through a beam search",
        "Today's TensorFlow knows the shapes of some tensors in it that TF 1.15 did not, and so makes fewer ops of "
        "gradients: what is random after them has other seeds. Decoding itself is the same.",
        names=["contrib.seq2seq.BeamSearchDecoder"],
    ),
    Difference(
        "Models on kernels that were libraries of tf.contrib's own",
        "They are there, and raise `NotImplementedError` where they use such an op, with its name. So do "
        "`tf.contrib.tensor_forest` and the trees of `tf.contrib.boosted_trees`.",
        names=(
            "contrib.factorization.WALSMatrixFactorization contrib.factorization.WALSModel "
            "contrib.framework.zero_initializer contrib.image.bipartite_match contrib.image.connected_components "
            "contrib.image.single_image_random_dot_stereograms"
        ).split(),
        raises=True,
    ),
    Difference(
        "Orders that are left to chance",
        "in TF 1.15.5 too: threads of `tf.estimator.inputs.numpy_input_fn(shuffle=True)` begin anywhere in the array, "
        "whatever the seed, and coordinate ascent (`LinearSDCA`) goes by the clock. Graphs and seeds are equal.",
    ),
    Difference("The version is today's", "", names=["__version__", "VERSION", "version.VERSION"]),
    Difference(
        "Ops that the CPU of TF 1.15.5 refused", "Convolutions with `channels_first`, for instance, may run today."
    ),
    Difference(
        "Layers of tf.layers in models of tf.keras",
        "TF 1.15.5 refuses them (`TypeError`) when the model is made; here they are refused when the next Keras layer "
        "is called on what they return. A cell of `tf.nn.rnn_cell` in `tf.keras.layers.RNN` is refused too.",
    ),
    Difference(
        "Images padded before a three-dimensional convolution with padding SAME",
        "Today's TensorFlow, with oneDNN's kernels, joins the two and computes too small an output. With "
        "`TF_ENABLE_ONEDNN_OPTS=0` in the environment it does not.",
        names=["keras.layers.ZeroPadding3D"],
    ),
]
