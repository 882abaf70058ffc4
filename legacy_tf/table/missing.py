"""What is not carried beside tf.contrib: what it was, and what to do instead."""

from legacy_tf.table.rows import Missing

MISSING = {
    **{
        f"estimator.BoostedTrees{name}": Missing(
            "an estimator of gradient boosted trees, whose kernels went with TensorFlow 2.16",
            "Use scikit-learn's GradientBoostingClassifier or GradientBoostingRegressor.",
        )
        for name in ("Classifier", "Estimator", "Regressor")
    },
    "examples": Missing(
        "the tutorials' package, of which tutorials.mnist.input_data is carried",
        "from legacy_tf.examples.tutorials.mnist import input_data",
    ),
    "tools": Missing("TensorFlow's own tools (graph_transforms)", "Transform the GraphDef in Python."),
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
    "lite.experimental.nn": Missing(
        "recurrent cells of which TensorFlow Lite's converter made one op each",
        "Train with tf.nn.rnn_cell's, and convert with tf.lite.TFLiteConverter.",
    ),
    **{
        f"contrib.quantization.{name}": Missing(
            "an op that TensorFlow has dropped", "Pack the bits of x > threshold in NumPy: np.packbits, in tf.py_func."
        )
        for name in ("CompareAndBitpack", "compare_and_bitpack", "compare_and_bitpack_eager_fallback")
    },
    "contrib.tpu.profiler": Missing(
        "the protocol buffers of a TPU's traces", "A session's trace is in tf.RunMetadata, and in tf.profiler."
    ),
    **{
        f"tpu.experimental.{name}": Missing(
            "an optimizer's settings for embeddings on a TPU", "Use an optimizer of tf.train: it runs on any device."
        )
        for name in ("AdagradParameters", "AdamParameters", "StochasticGradientDescentParameters")
    },
}
