"""What is not carried beside tf.contrib: what it was, and what to do instead."""

from legacy_tf.table.rows import Missing

MISSING = {
    "keras": Missing(
        "Keras 2.2.4-tf, which took the graph's seeds and TF 1.15's ops",
        "Today's tf.keras is Keras 3, whose weights start from other numbers. Write the layers with tf.layers; where "
        "the numbers need not be TF 1.15's, pip install tf_keras and import it.",
    ),
    "keras.layers": Missing(
        "Keras's layers, of which Conv2D, Conv2DTranspose and Dense are carried",
        "Use the layer of that name in tf.layers.",
    ),
    "keras.datasets": Missing(
        "Keras's loaders of data sets", "They gave the same arrays as today's: import keras.datasets."
    ),
    "keras.utils": Missing("Keras's helpers, to_categorical among them", "They draw no numbers: import keras.utils."),
    "keras.initializers": Missing(
        "Keras's initializers", "Use the one of that name in tf.initializers, whose numbers are TF 1.15's."
    ),
    "estimator": Missing(
        "the Estimator API, a package of its own that ended with TensorFlow 2.15",
        "Write the loop with tf.Session, or pip install 'tensorflow<2.16' for estimators alone.",
    ),
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
    **{
        f"tpu.experimental.{name}": Missing(
            "an optimizer's settings for embeddings on a TPU", "Use an optimizer of tf.train: it runs on any device."
        )
        for name in ("AdagradParameters", "AdamParameters", "StochasticGradientDescentParameters")
    },
}
