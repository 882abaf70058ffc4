"""Standalone Keras: `import keras` in old code gives Keras 2.3.1 itself (legacy_tf/keras/). What of it is not carried,
what differs, and what it no longer had: name -> row."""

from legacy_tf.table.rows import Difference, Missing

WHAT = (
    "Keras 2.3.1 itself answers, upon TF 1.15's names, with the numbers that it gave there. It stands beside Keras 3: "
    "`python -m legacy_tf.keras` puts it there."
)

_ON_GPU = Missing("a layer for GPUs alone, upon tf.contrib.cudnn_rnn", "Use the layer without CuDNN in its name.")
_MERGE = "keras.layers.add, multiply, concatenate, dot …"

NOT_CARRIED = {
    "keras.layers.CuDNNGRU": _ON_GPU,
    "keras.layers.CuDNNLSTM": _ON_GPU,
}

DIFFERS = [
    Difference(
        "The downloads",
        "What Keras fetches (data sets, weights of `keras.applications`) lay on hosts that may be gone; files in "
        "`~/.keras` are taken as ever. `keras.datasets.mnist` takes what `read_data_sets` takes where Keras' own file "
        "is not there.",
        names=["keras.applications", "keras.datasets"],
    ),
    Difference(
        "Needs SciPy",
        "Turning, shifting and zooming images is SciPy's, as it was: pip install scipy.",
        names=["keras.preprocessing.image.ImageDataGenerator"],
    ),
]

# Names of Keras 0 and 1 that Keras 2.3.1 had no more -> what it had instead
EARLIER = {
    "keras.layers.Merge": _MERGE,
    "keras.layers.core.Merge": _MERGE,
    "keras.layers.core.TimeDistributedDense": "keras.layers.TimeDistributed(keras.layers.Dense(…))",
    "keras.models.Graph": "keras.models.Model",
    "keras.utils.visualize_util": "keras.utils.vis_utils",
}
