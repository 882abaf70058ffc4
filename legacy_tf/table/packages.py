"""Packages beside TensorFlow that course code imports and that need TensorFlow 1.x or are others today."""

from legacy_tf.table.rows import Missing

_ON_TF1 = "Write its layers with tf.layers, which is carried."

PACKAGES = {
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
