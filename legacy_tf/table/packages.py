"""Packages beside TensorFlow that course code imports and that need TensorFlow 1.x or are others today."""

from legacy_tf.table.rows import Missing

_ON_TF1 = "Write its layers with tf.layers, which is carried."

PACKAGES = {
    "keras": Missing(
        "Keras 2, whose layers made TF 1.15's ops",
        "Today's keras is Keras 3, whose weights start from other numbers. Write the layers with tf.layers; where the "
        "numbers need not be TF 1.15's, it may run as it is.",
    ),
    "tflearn": Missing("a library of layers upon TensorFlow 1.x and tf.contrib", _ON_TF1),
    "prettytensor": Missing("a library of layers upon TensorFlow 1.x", _ON_TF1),
    "tensorlayer": Missing("a library of layers, whose versions 1.x were made for TensorFlow 1.x", _ON_TF1),
    "sonnet": Missing("a library of layers, whose versions 1.x were made for TensorFlow 1.x", _ON_TF1),
    "edward": Missing(
        "a library of probabilistic models upon TensorFlow 1.x",
        "Write the model with tf.distributions, or use the package tensorflow_probability.",
    ),
}
"""Package -> what it was and what to do instead."""

UNCHANGED = ("keras.datasets", "keras.utils.to_categorical")
"""What of these packages gives the same values today."""
