"""Sweep: the tf.keras.layers that are carried. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax."""

from oracle.sweep import constant

CASES = {
    # Session 11's slide: 32 filters of 5×5, no bias
    "Conv2DTranspose/as on the slide": lambda tf: {
        "y": tf.keras.layers.Conv2DTranspose(
            filters=32, kernel_size=5, strides=1, padding="SAME", activation=None, use_bias=False
        )(constant(tf, 1, 4, 4, 3, unknown=(0,)))
    },
    "Conv2DTranspose/stride 2, valid": lambda tf: {
        "y": tf.keras.layers.Conv2DTranspose(4, 3, 2, activation="relu")(constant(tf, 2, 4, 4, 3))
    },
    "Conv2D/twice, then another": lambda tf: two(tf, tf.keras.layers.Conv2D(4, 3, padding="same"), 2, 6, 6, 3),
    "Dense/twice, then another": lambda tf: two(tf, tf.keras.layers.Dense(4, kernel_initializer="he_normal"), 3, 5),
    "Dense/regularized": lambda tf: regularized(tf),
    "Dense/in scopes": lambda tf: in_scopes(tf),
}


def two(tf, layer, *shape):
    x = constant(tf, *shape)
    other = type(layer)(2, 2) if len(shape) == 4 else type(layer)(2, activation="tanh", name="named")
    return {"a": layer(x), "b": layer(x + 1.0), "c": other(x)}


def regularized(tf):
    layer = tf.keras.layers.Dense(4, kernel_regularizer="l2", trainable=True)
    y = layer(constant(tf, 3, 5))
    return {"y": y, "loss": tf.add_n(layer.losses)}


def in_scopes(tf):
    x = constant(tf, 3, 5)
    with tf.variable_scope("v"), tf.name_scope("n"):
        y, z = tf.keras.layers.Dense(4)(x), tf.layers.dense(x, 2)
    return {"y": y, "z": z, "counted with tf.layers": tf.keras.layers.Dense(4)(x)}
