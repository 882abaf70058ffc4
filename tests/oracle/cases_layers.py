"""Sweep: tf.layers as functions and as classes. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax."""

import itertools

import numpy as np

from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


# ---- convolutions: padding × stride × data format, then one option at a time
SHAPES = {
    "conv1d": (2, 6, 3),
    "conv2d": (2, 6, 5, 3),
    "conv3d": (1, 4, 5, 3, 2),
    "conv2d_transpose": (2, 3, 4, 3),
    "conv3d_transpose": (1, 2, 3, 2, 2),
    "separable_conv1d": (2, 6, 3),
    "separable_conv2d": (2, 6, 5, 3),
}
SWEEP = itertools.product(SHAPES, ("valid", "SAME"), (1, 2), ("channels_last", "channels_first"))
for _kind, _padding, _stride, _format in SWEEP:

    @case("{}/{}/stride{}/{}".format(_kind, _padding, _stride, _format))
    def _(tf, kind=_kind, padding=_padding, stride=_stride, data_format=_format):
        shape = SHAPES[kind]
        if data_format == "channels_first":
            shape = shape[:1] + shape[-1:] + shape[1:-1]
        x = constant(tf, *shape)
        return {"y": getattr(tf.layers, kind)(x, 4, 3 if len(shape) < 5 else 2, stride, padding, data_format)}


for _kind in SHAPES:

    @case(_kind + "/unknown batch")
    def _(tf, kind=_kind):
        x = constant(tf, *SHAPES[kind], unknown=(0,))
        return {"y": getattr(tf.layers, kind)(x, 2, 2, padding="same", activation=tf.nn.relu)}

    @case(_kind + "/unknown space")
    def _(tf, kind=_kind):
        x = constant(tf, *SHAPES[kind], unknown=(0, 1))
        return {"y": getattr(tf.layers, kind)(x, 2, 2, use_bias=False)}

    @case(_kind + "/named, reused")
    def _(tf, kind=_kind):
        layer, x = getattr(tf.layers, kind), constant(tf, *SHAPES[kind])
        with tf.variable_scope("net"):
            a = layer(x, 2, 2, name="first")
        with tf.variable_scope("net", reuse=True):
            b = layer(x + 1.0, 2, 2, name="first")
        c = layer(x, 2, 2, name="other", trainable=False)
        return {"a": a, "b": b, "c": c, "d": layer(x, 2, 2, name="other", reuse=True)}


OPTIONS = {
    "activation by name": dict(activation="relu"),
    "initializer by name": dict(kernel_initializer="he_normal"),
    "normal by name": dict(kernel_initializer="random_normal", bias_initializer="ones"),
    "no bias": dict(use_bias=False),
    "dilation": dict(dilation_rate=2),
    "not trainable": dict(trainable=False),
}
for _name, _options in OPTIONS.items():

    @case("conv2d/" + _name)
    def _(tf, options=_options):
        return {"y": tf.layers.conv2d(constant(tf, 2, 8, 8, 3), 4, [3, 3], **options)}


ACTIVATIONS = "linear relu elu selu softplus softsign tanh sigmoid hard_sigmoid exponential softmax"
for _name, _shape in itertools.product(ACTIVATIONS.split(), ((2, 5), (2, 3, 5), (2, 4, 4, 2))):

    @case("activation by name/{}/rank {}".format(_name, len(_shape)))
    def _(tf, name=_name, shape=_shape):
        layer = tf.layers.conv2d if len(shape) == 4 else tf.layers.dense
        y = layer(constant(tf, *shape, unknown=(0,)), 3, *(2,) * (len(shape) // 4), activation=name)
        return {"y": tf.square(y)}  # squared: the gradient of a softmax's plain sum is zero


@case("conv2d/dilation, same, unknown space")
def _(tf):
    x = constant(tf, 2, 8, 8, 3, unknown=(0, 1, 2))
    return {"y": tf.layers.conv2d(x, 4, 3, padding="same", dilation_rate=(2, 3))}


# ---- initializers, explicit and implicit seeds
INITIALIZERS = {
    "glorot_uniform": lambda tf, seed: tf.glorot_uniform_initializer(seed=seed),
    "glorot_normal": lambda tf, seed: tf.glorot_normal_initializer(seed=seed),
    "random_normal": lambda tf, seed: tf.random_normal_initializer(stddev=0.02, seed=seed),
    "truncated_normal": lambda tf, seed: tf.truncated_normal_initializer(stddev=0.02, seed=seed),
    "random_uniform": lambda tf, seed: tf.random_uniform_initializer(-0.1, 0.1, seed=seed),
    "uniform_0_1": lambda tf, seed: tf.random_uniform_initializer(0.0, 1.0, seed=seed),
    "variance_scaling": lambda tf, seed: tf.variance_scaling_initializer(2.0, "fan_out", "uniform", seed=seed),
    "he_normal": lambda tf, seed: tf.initializers.he_normal(seed=seed),
    "orthogonal": lambda tf, seed: tf.orthogonal_initializer(seed=seed),
    "constant": lambda tf, seed: tf.constant_initializer(0.1),
}
for _kind, (_name, _make), _seed in itertools.product(
    ("dense", "conv2d", "conv2d_transpose"), INITIALIZERS.items(), (None, 11)
):

    @case("{}/{}/seed {}".format(_kind, _name, _seed))
    def _(tf, kind=_kind, make=_make, seed=_seed):
        if kind == "dense":
            return {"y": tf.layers.dense(constant(tf, 2, 5), 7, kernel_initializer=make(tf, seed))}
        x = constant(tf, 1, 4, 4, 3)
        return {"y": getattr(tf.layers, kind)(x, 5, 3, kernel_initializer=make(tf, seed))}


# ---- dense
@case("dense/two layers and a random op between")
def _(tf):
    h = tf.layers.dense(constant(tf, 2, 5), 4, tf.nn.tanh)
    h = h + tf.random_normal([2, 4], seed=3) + tf.random_normal([2, 4])
    return {"y": tf.layers.dense(h, 3, name="out")}


@case("dense/unknown batch")
def _(tf):
    return {"y": tf.layers.dense(constant(tf, 3, 5, unknown=(0,)), 4, activation=tf.nn.sigmoid)}


@case("dense/rank 3")
def _(tf):
    return {"y": tf.layers.dense(constant(tf, 2, 3, 5), 4)}


@case("dense/rank 3, unknown batch")
def _(tf):
    return {"y": tf.layers.dense(constant(tf, 2, 3, 5, unknown=(0,)), 4, use_bias=False)}


@case("dense/float64")
def _(tf):
    return {"y": tf.layers.dense(constant(tf, 2, 5, dtype="float64"), 4)}


@case("dense/regularized")
def _(tf):
    def l2(w):
        return 0.01 * tf.reduce_sum(tf.square(w))

    with tf.variable_scope("net"):
        y = tf.layers.dense(constant(tf, 2, 5), 4, kernel_regularizer=l2, bias_regularizer=tf.nn.l2_loss)
    with tf.variable_scope("net", reuse=True):
        z = tf.layers.dense(constant(tf, 2, 5), 4, kernel_regularizer=l2, name="dense")
    return {"y": y, "z": z, "loss": tf.losses.get_regularization_loss()}


@case("conv2d/regularized by name, activity too")
def _(tf):
    x = constant(tf, 2, 6, 6, 2, unknown=(0,))
    y = tf.layers.conv2d(x, 3, 3, kernel_regularizer="l2", activity_regularizer=lambda a: tf.reduce_sum(tf.abs(a)))
    return {"y": y, "losses": tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))}


@case("dense/regularizer of the variable scope")
def _(tf):
    with tf.variable_scope("net", regularizer=tf.nn.l2_loss, initializer=tf.ones_initializer()):
        y = tf.layers.dense(constant(tf, 2, 5), 4)
    return {"y": y, "losses": tf.add_n(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))}


@case("dense/AUTO_REUSE twice, name scopes around")
def _(tf):
    x, ys = constant(tf, 2, 5), {}
    for i in range(2):
        with tf.name_scope("tower"), tf.variable_scope("net", reuse=tf.AUTO_REUSE):
            ys[str(i)] = tf.layers.dense(x * float(i + 1), 4, name="fc")
            ys[str(i) + "anonymous"] = tf.layers.dense(x, 4)
    return ys


@case("classes/used twice")
def _(tf):
    x = constant(tf, 2, 6, 6, 3)
    conv, dense = tf.layers.Conv2D(4, 3, padding="same", activation=tf.nn.relu), tf.layers.Dense(3, name="fc")
    up, flat, drop = tf.layers.Conv2DTranspose(2, 3, 2), tf.layers.Flatten(), tf.layers.Dropout(0.4, seed=5)
    bn = tf.layers.BatchNormalization()
    out = {}
    for i in range(2):
        h = bn(conv(x + float(i)), training=bool(i == 0))
        out["up%d" % i] = up(h)
        out["y%d" % i] = dense.apply(drop(flat(tf.layers.MaxPooling2D(2, 2)(h)), training=True))
    return out


@case("classes/own layer")
def _(tf):
    class Scale(tf.layers.Layer):
        def build(self, input_shape):
            self.factor = self.add_weight("factor", [int(input_shape[-1])], initializer=tf.random_normal_initializer())
            self.shift = self.add_variable("shift", shape=[], initializer=tf.zeros_initializer(), trainable=False)
            self.built = True

        def call(self, inputs):
            return inputs * self.factor + self.shift

    layer = Scale(name="scale")
    return {"y": layer(constant(tf, 2, 5)), "z": layer(constant(tf, 2, 5)), "w": Scale()(constant(tf, 2, 5))}


# ---- pooling
for _kind, _padding, _format in itertools.product(
    ("max_pooling", "average_pooling"), ("valid", "same"), ("channels_last", "channels_first")
):
    for _rank in (1, 2, 3):

        @case("{}{}d/{}/{}".format(_kind, _rank, _padding, _format))
        def _(tf, kind=_kind, rank=_rank, padding=_padding, data_format=_format):
            space = (6, 5, 4)[:rank]
            shape = (2,) + space + (2,) if data_format == "channels_last" else (2, 2) + space
            pool = getattr(tf.layers, "{}{}d".format(kind, rank))
            return {"y": pool(constant(tf, *shape), 2, 2, padding=padding, data_format=data_format)}


@case("max_pooling2d/tuples, named, unknown batch")
def _(tf):
    x = constant(tf, 2, 7, 7, 2, unknown=(0,))
    return {"y": tf.layers.max_pooling2d(x, (3, 2), (2, 1), name="pool"), "z": tf.layers.max_pooling2d(x, 2, 2)}


# ---- batch normalization
def _training(tf, how):
    if how == "placeholder":
        return tf.placeholder_with_default(True, [], name="isTrain")
    if how == "constant False":
        return tf.constant(False)
    if how == "placeholder False":
        return tf.placeholder_with_default(False, [], name="isTrain")
    return how


def _with_updates(tf, outputs):
    """The outputs, weighted (the gradient of their plain sum is zero), and the moving averages after UPDATE_OPS."""
    for name, y in outputs.items():
        weights = np.cos(np.arange(np.prod(y.shape.as_list()[1:]))).reshape(y.shape.as_list()[1:])
        outputs[name] = y * (weights**2).astype("float32")
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    with tf.control_dependencies(updates):
        for variable in tf.global_variables():
            if "moving" in variable.op.name:
                outputs[variable.op.name.split("/")[-1] + str(len(outputs))] = variable.read_value()
    return outputs


for _how, _shape, _fused in itertools.product(
    (True, False, "placeholder", "placeholder False", "constant False"),
    ((4, 5), (2, 4, 3, 3), (2, 3, 4)),
    (None, False),
):

    @case("batch_normalization/{}/rank {}/fused {}".format(_how, len(_shape), _fused))
    def _(tf, how=_how, shape=_shape, fused=_fused):
        x = constant(tf, *shape, unknown=(0,))
        y = tf.layers.batch_normalization(x, training=_training(tf, how), fused=fused)
        return _with_updates(tf, {"y": y})


BN_OPTIONS = {
    "axis 1": dict(axis=1),
    "axis 1, not fused": dict(axis=1, fused=False),
    "axes 1 and 3": dict(axis=[1, 3]),
    "no center": dict(center=False),
    "no scale": dict(scale=False, fused=False),
    "no scale, fused": dict(scale=False),
    "not trainable": dict(trainable=False),
    "momentum, epsilon": dict(momentum=0.9, epsilon=1e-5, name="bn"),
    "initializers": dict(gamma_initializer="random_normal", beta_initializer="random_uniform"),
    "regularizer": dict(gamma_regularizer="l2"),
}
for (_name, _options), _how in itertools.product(BN_OPTIONS.items(), (True, False, "placeholder")):

    @case("batch_normalization/{}/{}".format(_name, _how))
    def _(tf, options=_options, how=_how):
        x = constant(tf, 2, 4, 3, 5)
        y = tf.layers.batch_normalization(x, training=_training(tf, how), **options)
        if options.get("axis") == 1 and options.get("fused") is None:
            y = tf.stop_gradient(y)
        return _with_updates(tf, {"y": y})


@case("batch_normalization/reused, both modes")
def _(tf):
    x = constant(tf, 2, 4, 3, 5)
    a = tf.layers.batch_normalization(x, training=True, name="bn")
    b = tf.layers.batch_normalization(x * 2.0, training=False, name="bn", reuse=True)
    c = tf.layers.batch_normalization(x * 3.0, training=True, name="bn", reuse=True)
    # the updates are not run here: whether `b` reads the averages before or after them is the scheduler's choice
    return {"a": tf.square(a), "b": b, "c": tf.square(c)}


# ---- dropout and flatten
for _how, _seed in itertools.product((True, False, 1, "placeholder"), (None, 7)):

    @case("dropout/{}/seed {}".format(_how, _seed))
    def _(tf, how=_how, seed=_seed):
        x = constant(tf, 3, 4, unknown=(0,))
        return {"y": tf.layers.dropout(x, 0.3, seed=seed, training=_training(tf, how))}


@case("dropout/noise shape")
def _(tf):
    return {"y": tf.layers.dropout(constant(tf, 3, 4, 2, unknown=(0,)), 0.5, [None, 1, 2], training=True)}


@case("dropout/default: not training")
def _(tf):
    return {"y": tf.layers.dropout(constant(tf, 3, 4))}


for _name, _unknown, _options in (
    ("known", (), {}),
    ("unknown batch", (0,), {}),
    ("unknown space", (0, 1), {}),
    ("channels_first", (0,), {"data_format": "channels_first"}),
    ("named", (0,), {"name": "flat"}),
):

    @case("flatten/" + _name)
    def _(tf, unknown=_unknown, options=_options):
        return {"y": tf.layers.flatten(constant(tf, 2, 3, 4, unknown=unknown), **options)}
