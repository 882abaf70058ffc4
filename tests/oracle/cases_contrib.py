"""Sweep: tf.contrib.layers and .framework. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax."""

import itertools

import numpy as np

from oracle.expressions import entered
from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


# ---- initializers: fans whose limits differ in the last bit, vectors, scalars
SHAPES = ([7], [784, 256], [5, 3], [3, 3, 13, 29], [5, 5, 1, 20], [1, 1, 3, 7], [3, 5, 7], [2, 2, 2, 3, 5])
INITIALIZERS = {
    "xavier": lambda layers, seed: layers.xavier_initializer(seed=seed),
    "xavier normal": lambda layers, seed: layers.xavier_initializer(uniform=False, seed=seed),
    "xavier_conv2d": lambda layers, seed: layers.xavier_initializer_conv2d(seed=seed),
    "variance_scaling": lambda layers, seed: layers.variance_scaling_initializer(seed=seed),
    "variance_scaling fan_out, uniform": lambda layers, seed: layers.variance_scaling_initializer(
        1.43, "FAN_OUT", True, seed
    ),
}
for (_name, _make), _seed in itertools.product(INITIALIZERS.items(), (None, 11)):

    @case("initializers/{}/seed {}".format(_name, _seed))
    def _(tf, make=_make, seed=_seed):
        initializer = make(tf.contrib.layers, seed)
        out = {}
        for number, shape in enumerate(SHAPES):
            corner = (0,) * (len(shape) - 1) + (slice(2),)
            out["get%d" % number] = tf.get_variable("get%d" % number, shape, initializer=initializer, trainable=False)[
                corner
            ]
            out["var%d" % number] = tf.Variable(initializer(shape), name="var%d" % number, trainable=False)[corner]
        return out


@case("initializers/scalar, float64, the scope's")
def _(tf):
    layers = tf.contrib.layers
    with tf.variable_scope("net", initializer=layers.xavier_initializer(dtype=tf.float64)):
        w = tf.get_variable("w", [4, 5], tf.float64)
        y = tf.layers.dense(constant(tf, 2, 3), 4)
    return {"w": w + 1.0, "y": y, "s": layers.variance_scaling_initializer(mode="FAN_AVG")([])}


# ---- regularizers
REGULARIZERS = {
    "l1": lambda layers: layers.l1_regularizer(0.1),
    "l2": lambda layers: layers.l2_regularizer(5e-4),
    "l2, scope": lambda layers: layers.l2_regularizer(5e-4, scope="decay"),
    "l1_l2": lambda layers: layers.l1_l2_regularizer(0.1, 0.2),
    "l1_l2, no l1": lambda layers: layers.l1_l2_regularizer(0.0, 0.2),
    "sum": lambda layers: layers.sum_regularizer([layers.l1_regularizer(0.3), None, layers.l2_regularizer(0.0)]),
    "off": lambda layers: layers.l2_regularizer(0.0),
}
for _name, _make in REGULARIZERS.items():

    @case("regularizers/" + _name)
    def _(tf, make=_make):
        layers, regularizer = tf.contrib.layers, make(tf.contrib.layers)
        w = tf.get_variable("w", [3, 4], initializer=layers.xavier_initializer(), regularizer=regularizer)
        y = layers.fully_connected(constant(tf, 2, 5), 3, weights_regularizer=regularizer)
        z = tf.layers.dense(y, 2, kernel_regularizer=regularizer)
        listed = entered(tf, tf.GraphKeys.REGULARIZATION_LOSSES)
        return {"w": w * 1.0, "z": z, "loss": tf.losses.get_regularization_loss(), "listed": listed}


@case("regularizers/apply_regularization")
def _(tf):
    layers = tf.contrib.layers
    w = tf.get_variable("w", [3, 4], initializer=layers.xavier_initializer())
    tf.add_to_collection(tf.GraphKeys.WEIGHTS, w)
    a = layers.apply_regularization(layers.l1_l2_regularizer())
    b = layers.apply_regularization(layers.l1_regularizer(0.0), [w])
    return {"a": a, "b": b, "sum": tf.losses.get_regularization_loss()}


# ---- layers with weights: by kind × normalizer, then one option at a time
WEIGHTED = {
    "fully_connected": ((3, 5), (4,)),
    "convolution": ((2, 6, 3), (4, 3)),
    "conv1d": ((2, 6, 3), (4, 3)),
    "conv2d": ((2, 6, 5, 3), (4, [3, 3])),
    "conv3d": ((1, 4, 5, 3, 2), (4, 2)),
    "conv2d_transpose": ((2, 3, 4, 3), (4, [3, 3], 2)),
    "conv3d_transpose": ((1, 2, 3, 2, 2), (3, 2, 2)),
    "separable_conv2d": ((2, 6, 5, 3), (4, [3, 3], 2)),
}
NORMALIZERS = {
    "plain": lambda layers: {},
    "batch_norm": lambda layers: dict(normalizer_fn=layers.batch_norm),
    "batch_norm, forced": lambda layers: dict(
        normalizer_fn=layers.batch_norm,
        normalizer_params=dict(is_training=True, updates_collections=None, scale=True, decay=0.9),
    ),
}


def _apply(tf, kind, unknown=(), **options):
    shape, arguments = WEIGHTED[kind]
    return getattr(tf.contrib.layers, kind)(constant(tf, *shape, unknown=unknown), *arguments, **options)


for _kind, (_name, _make) in itertools.product(WEIGHTED, NORMALIZERS.items()):

    @case("{}/{}".format(_kind, _name))
    def _(tf, kind=_kind, make=_make):
        y = _apply(tf, kind, unknown=(0,), **make(tf.contrib.layers))
        z = _apply(tf, kind, activation_fn=None)
        keys = tf.GraphKeys
        listed = entered(tf, keys.MODEL_VARIABLES, keys.TRAINABLE_VARIABLES, keys.GLOBAL_VARIABLES, keys.UPDATE_OPS)
        return {"y": y, "z": z, "listed": listed}


for _kind in ("fully_connected", "conv2d", "conv2d_transpose", "separable_conv2d"):

    @case(_kind + "/scope, reuse, collections, regularizers")
    def _(tf, kind=_kind):
        layers = tf.contrib.layers
        regularizers = dict(
            weights_regularizer=layers.l2_regularizer(0.01), biases_regularizer=layers.l1_regularizer(0.02)
        )
        with tf.variable_scope("net"):
            a = _apply(
                tf, kind, scope="first", variables_collections=["mine"], outputs_collections="out", **regularizers
            )
            b = _apply(tf, kind, scope="first", reuse=True, activation_fn=tf.nn.tanh, **regularizers)
        with tf.variable_scope("net", reuse=True):
            c = _apply(tf, kind, scope="first", variables_collections={"weights": ["w"], "biases": ["b", "mine"]})
        d = _apply(tf, kind, scope="other", trainable=False, biases_initializer=None, outputs_collections=["out", "o"])
        keys = tf.GraphKeys
        listed = entered(tf, "mine", "w", "b", "out", "o", keys.TRAINABLE_VARIABLES, keys.REGULARIZATION_LOSSES)
        return {"a": a, "b": b, "c": c, "d": d, "listed": listed}

    @case(_kind + "/initializers, AUTO_REUSE")
    def _(tf, kind=_kind):
        ys = {}
        for i in range(2):
            with tf.name_scope("tower"), tf.variable_scope("net", reuse=tf.AUTO_REUSE):
                ys[str(i)] = _apply(
                    tf, kind, weights_initializer=tf.truncated_normal_initializer(stddev=0.02), scope="layer",
                    biases_initializer=tf.constant_initializer(0.1), activation_fn=tf.nn.elu,
                )  # fmt: skip
        return ys


for _kind, _options in itertools.product(
    ("fully_connected", "conv2d"), (dict(use_resource=True), dict(partitioner="two parts"))
):

    @case("{}/{}".format(_kind, sorted(_options)[0]))
    def _(tf, kind=_kind, options=_options):
        layers = tf.contrib.layers
        if "partitioner" in options:
            options = dict(partitioner=tf.fixed_size_partitioner(2))
        with tf.variable_scope("net", regularizer=layers.l2_regularizer(0.1), **options):
            a = _apply(tf, kind, weights_regularizer=layers.l1_regularizer(0.1), variables_collections=["mine"])
            b = _apply(
                tf, kind, normalizer_fn=layers.batch_norm, normalizer_params=dict(updates_collections=None, scale=True)
            )
        listed = entered(tf, "mine", tf.GraphKeys.MODEL_VARIABLES, tf.GraphKeys.REGULARIZATION_LOSSES)
        return {"a": a, "b": tf.stop_gradient(b), "listed": listed}


@case("fully_connected/rank 3, aliases")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 2, 3, 5, unknown=(0,))
    return {name: getattr(layers, name)(x, 4) for name in ("fully_connected", "linear", "relu", "relu6", "elu")}


CONV_OPTIONS = {
    "valid, stride 2": dict(stride=2, padding="VALID"),
    "rate 2": dict(rate=2, stride=1),
    "NCHW": dict(data_format="NCHW"),
}
for (_name, _options), _kind in itertools.product(
    CONV_OPTIONS.items(), ("conv2d", "conv2d_transpose", "separable_conv2d")
):
    if (_name, _kind) != ("rate 2", "conv2d_transpose"):

        @case("{}/{}".format(_kind, _name))
        def _(tf, kind=_kind, options=_options):
            shape = (2, 3, 6, 5) if "data_format" in options else (2, 6, 5, 3)
            x = constant(tf, *shape)
            return {"y": getattr(tf.contrib.layers, kind)(x, 4, kernel_size=3, **options)}


@case("separable_conv2d/depthwise only")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 2, 6, 5, 3, unknown=(0,))
    y = layers.separable_conv2d(x, None, [3, 2], 2, weights_regularizer=layers.l2_regularizer(0.1))
    z = layers.separable_conv2d(x, None, 3, 2, stride=2, normalizer_fn=layers.batch_norm, scope="dw")
    return {"y": y, "z": z, "listed": entered(tf, tf.GraphKeys.MODEL_VARIABLES, "regularization_losses")}


@case("separable_conv2d/pointwise_initializer")
def _(tf):
    y = _apply(tf, "separable_conv2d", pointwise_initializer=tf.random_normal_initializer(seed=3))
    return {"y": y}


@case("bias_add/three ways")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 2, 4, 3, 4)
    a = layers.bias_add(x, initializer=tf.random_normal_initializer())
    b = layers.bias_add(x, tf.nn.relu, data_format="NCHW", regularizer=layers.l2_regularizer(0.1), scope="b")
    c = layers.fully_connected(constant(tf, 2, 3), 4, normalizer_fn=layers.bias_add)
    return {"a": a, "b": b, "c": c, "listed": entered(tf, tf.GraphKeys.MODEL_VARIABLES)}


# ---- normalization
def _training(tf, how):
    if how == "placeholder":
        return tf.placeholder_with_default(True, [], name="isTrain")
    if how == "placeholder False":
        return tf.placeholder_with_default(False, [], name="isTrain")
    if how == "variable":
        return tf.Variable(True, trainable=False, name="isTrain")
    if how == "constant":
        return tf.constant(False)
    return how


def _weighted(tf, y):
    """The gradient of a normalized tensor's sum, or that of its squares, is rounding only: weighted powers of e."""
    weights = np.cos(np.arange(np.prod(y.shape.as_list()[1:]))).reshape(y.shape.as_list()[1:])
    return tf.exp(y) * (weights**2).astype("float32")


def _with_updates(tf, outputs):
    """The outputs, weighted, and the moving averages after UPDATE_OPS and the outputs; what is in the collections."""
    outputs = {name: _weighted(tf, y) for name, y in outputs.items()}
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS) + list(outputs.values())):
        for variable in tf.global_variables():
            if "moving" in variable.op.name:
                outputs[variable.op.name] = variable.read_value()
    keys = tf.GraphKeys
    outputs["listed"] = entered(tf, keys.UPDATE_OPS, keys.MODEL_VARIABLES, keys.TRAINABLE_VARIABLES, "mine")
    return outputs


BN_INPUTS = {"rank 2": (4, 5), "rank 3": (2, 3, 4), "rank 4": (2, 4, 3, 3)}
for (_rank, _shape), _how, _forced in itertools.product(
    BN_INPUTS.items(), (True, False, "placeholder", "placeholder False"), (False, True)
):

    @case("batch_norm/{}/{}/{}".format(_rank, _how, "forced" if _forced else "delayed"))
    def _(tf, shape=_shape, how=_how, forced=_forced):
        options = dict(updates_collections=None) if forced else {}
        x = constant(tf, *shape, unknown=(0,))
        return _with_updates(tf, {"y": tf.contrib.layers.batch_norm(x, is_training=_training(tf, how), **options)})


BN_OPTIONS = {
    "scale": dict(scale=True),
    "no center": dict(center=False, decay=0.9, epsilon=1e-5),
    "not fused": dict(fused=False, scale=True),
    "not fused, forced": dict(fused=False, updates_collections=None),
    "NCHW, not fused, forced": dict(fused=False, updates_collections=None, data_format="NCHW", scale=True),
    "zero debias": dict(zero_debias_moving_mean=True, decay=0.9),
    "zero debias, forced": dict(zero_debias_moving_mean=True, updates_collections=None),
    "zero debias, not fused": dict(zero_debias_moving_mean=True, fused=False),
    "own collection": dict(updates_collections=["mine"]),
    "own collection, not fused": dict(updates_collections=["mine"], fused=False),
    "variables_collections": dict(variables_collections=["mine"], scope="bn", activation_fn=lambda y: y + 1.0),
    "not trainable": dict(trainable=False, scale=True, variables_collections={"gamma": ["mine"]}),
}
for (_name, _options), _rank, _how in itertools.product(
    BN_OPTIONS.items(), ("rank 2", "rank 4"), (True, "placeholder")
):

    @case("batch_norm/{}/{}/{}".format(_rank, _name, _how))
    def _(tf, options=_options, rank=_rank, how=_how):
        x = constant(tf, *BN_INPUTS[rank], unknown=(0,))
        return _with_updates(tf, {"y": tf.contrib.layers.batch_norm(x, is_training=_training(tf, how), **options)})


for _name, _options in {
    "initializers, regularizers": dict(scale=True),
    "initializers, regularizers, forced": dict(scale=True, updates_collections=None),
    "initializers, regularizers, written out": dict(scale=True, updates_collections=None, fused=False),
}.items():

    @case("batch_norm/" + _name)
    def _(tf, options=_options):
        options = dict(
            options,
            param_initializers={"gamma": tf.random_normal_initializer(), "moving_mean": tf.ones_initializer()},
            param_regularizers={"beta": tf.contrib.layers.l2_regularizer(0.1), "gamma": tf.nn.l2_loss},
        )
        outputs = _with_updates(tf, {"y": tf.contrib.layers.batch_norm(constant(tf, 2, 4, 3, 3), **options)})
        outputs["losses"] = entered(tf, tf.GraphKeys.REGULARIZATION_LOSSES)
        return outputs


for _format, _how, _forced in itertools.product(("NHWC", "NCHW"), (True, "placeholder False"), (False, True)):

    @case("batch_norm/batch_weights/{}/{}/{}".format(_format, _how, "forced" if _forced else "delayed"))
    def _(tf, data_format=_format, how=_how, forced=_forced):
        weights = constant(tf, 3)
        y = tf.contrib.layers.batch_norm(
            constant(tf, 3, 2, 2, 2), is_training=_training(tf, how), batch_weights=weights, data_format=data_format,
            updates_collections=None if forced else tf.GraphKeys.UPDATE_OPS,
        )  # fmt: skip
        return _with_updates(tf, {"y": y})


for _dtype in ("float16", "float64"):

    @case("batch_norm/batch_weights/" + _dtype)
    def _(tf, dtype=_dtype):
        x = tf.cast(constant(tf, 3, 2, 2, 2), dtype)
        y = tf.contrib.layers.batch_norm(x, batch_weights=constant(tf, 3))
        return {"y": tf.stop_gradient(tf.cast(y, tf.float64))}


for _how, _forced in itertools.product(("variable", "constant", 1), (False, True)):

    @case("batch_norm/{}/{}".format(_how, "forced" if _forced else "delayed"))
    def _(tf, how=_how, forced=_forced):
        options = dict(updates_collections=None) if forced else {}
        training = _training(tf, how)
        x = constant(tf, 2, 4, 3, 3)
        return _with_updates(tf, {"y": tf.contrib.layers.batch_norm(x, is_training=training, **options)})


@case("batch_norm/reused, both modes")
def _(tf):
    layers, out = tf.contrib.layers, {}
    for i, training in enumerate((True, False, True)):
        x = constant(tf, 2, 4, 3, 3) * float(i + 1)
        a = layers.batch_norm(x, is_training=training, scope="bn", reuse=i > 0)
        b = layers.batch_norm(x, is_training=training, scope="forced", reuse=tf.AUTO_REUSE, updates_collections=None)
        # in one run it would depend on chance whether the moving averages are read before they move
        out.update({"a%d" % i: _weighted(tf, a), "b%d" % i: _weighted(tf, b)} if training else {})
    out["listed"] = entered(tf, tf.GraphKeys.UPDATE_OPS, tf.GraphKeys.MODEL_VARIABLES)
    return out


for _name, _options in {
    "default": {},
    "last axis": dict(begin_norm_axis=-1, center=False),
    "params over all": dict(begin_params_axis=1, activation_fn=lambda y: y * 2.0, scope="ln"),
    "no scale": dict(scale=False, trainable=False, variables_collections=["mine"]),
}.items():

    @case("layer_norm/" + _name)
    def _(tf, options=_options):
        x = constant(tf, 2, 3, 4, unknown=(0,))
        return _with_updates(tf, {"y": tf.contrib.layers.layer_norm(x, **options)})


@case("layer_norm/as normalizer, reused")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 3, 5)
    a = layers.fully_connected(x, 4, normalizer_fn=layers.layer_norm, scope="fc")
    b = layers.fully_connected(x * 2.0, 4, normalizer_fn=layers.layer_norm, scope="fc", reuse=True)
    return _with_updates(tf, {"a": a, "b": b})


for _name, _options in {
    "default": {},
    "NCHW": dict(data_format="NCHW", epsilon=1e-5),
    "bare": dict(center=False, scale=False, scope="in"),
}.items():

    @case("instance_norm/" + _name)
    def _(tf, options=_options):
        x = constant(tf, 2, 4, 3, 5, unknown=(0,))
        return _with_updates(tf, {"y": tf.contrib.layers.instance_norm(x, **options)})


# ---- layers without weights
for _how, _seed in itertools.product((True, False, "placeholder"), (None, 7)):

    @case("dropout/{}/seed {}".format(_how, _seed))
    def _(tf, how=_how, seed=_seed):
        x = constant(tf, 3, 4, unknown=(0,))
        return {"y": tf.contrib.layers.dropout(x, 0.7, is_training=_training(tf, how), seed=seed)}


@case("dropout/keep_prob fed, noise shape, scope")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 3, 4, 2)
    keep = tf.placeholder_with_default(0.75, [])
    y = layers.dropout(x, keep, outputs_collections="out")
    z = layers.dropout(x, noise_shape=[None, 1, 2], scope="drop")
    return {"y": y, "z": z, "listed": entered(tf, "out")}


for _kind, _rank, _options in itertools.product(
    ("max_pool", "avg_pool"), (2, 3), ({}, dict(stride=1, padding="SAME"), dict(scope="pool"))
):

    @case("{}{}d/{}".format(_kind, _rank, sorted(_options)))
    def _(tf, kind=_kind, rank=_rank, options=_options):
        pool, x = getattr(tf.contrib.layers, "%s%dd" % (kind, rank)), constant(tf, 2, *(5, 4, 6)[:rank] + (3,))
        return {"y": pool(x, 2, outputs_collections=["out"], **options), "z": pool(x, [2] * rank, **options)}


@case("max_pool2d/NCHW, unknown batch")
def _(tf):
    x = constant(tf, 2, 3, 6, 4, unknown=(0,))
    return {"y": tf.contrib.layers.max_pool2d(x, [3, 2], data_format="NCHW")}


@case("flatten/known and unknown, into a collection")
def _(tf):
    layers = tf.contrib.layers
    a = layers.flatten(constant(tf, 2, 3, 4), outputs_collections="out")
    b = layers.flatten(constant(tf, 2, 3, 4, unknown=(0,)), scope="flat")
    c = layers.flatten(constant(tf, 2, 3, 4, unknown=(0, 1)))
    return {"a": a, "b": b, "c": c, "listed": entered(tf, "out")}


@case("one_hot_encoding/int32 and int64")
def _(tf):
    layers = tf.contrib.layers
    a = layers.one_hot_encoding([0, 2, 1], 4)
    b = layers.one_hot_encoding(tf.constant([0, 2], tf.int64), 3, on_value=0.9, off_value=0.05, scope="smooth")
    return {"a": a, "b": b, "r": tf.random_uniform([2])}


@case("softmax/ranks 2 and 3")
def _(tf):
    layers = tf.contrib.layers
    return {
        "a": layers.softmax(constant(tf, 2, 5)) * [1.0, 2.0, 4.0, 3.0, 5.0],
        "b": layers.softmax(constant(tf, 2, 3, 5, unknown=(0,)), scope="probabilities") * [1.0, 2.0, 4.0, 3.0, 5.0],
    }


@case("stack, repeat")
def _(tf):
    layers, x = tf.contrib.layers, constant(tf, 2, 5)
    image = constant(tf, 1, 4, 4, 3)
    return {
        "a": layers.stack(x, layers.fully_connected, [4, 3]),
        "b": layers.stack(x, layers.fully_connected, [4, (3,)], scope="fc", activation_fn=tf.nn.tanh),
        "c": layers.stack(x, layers.relu, [4, 3]),
        "d": layers.repeat(image, 2, layers.conv2d, 4, [3, 3], scope="conv1"),
        "e": layers.repeat(image, 2, layers.conv2d, 4, [3, 3], normalizer_fn=layers.batch_norm),
    }


# ---- arg_scope, variables
@case("arg_scope/nested, reused, overridden")
def _(tf):
    layers, arg_scope = tf.contrib.layers, tf.contrib.framework.arg_scope
    x = constant(tf, 2, 8, 8, 3)
    regularizer, small = layers.l2_regularizer(0.01), tf.truncated_normal_initializer(0.05, 0.01)
    with arg_scope([layers.conv2d, layers.fully_connected], weights_regularizer=regularizer, activation_fn=tf.nn.elu):
        with arg_scope([layers.conv2d], padding="VALID", weights_initializer=small) as scope:
            a = layers.conv2d(x, 4, [3, 3])
            b = layers.conv2d(a, 4, [3, 3], padding="SAME", activation_fn=None, scope="same")
        c = layers.fully_connected(layers.flatten(b), 5)
    with arg_scope(scope):
        d = layers.conv2d(x, 2, 3, scope="again")
    with arg_scope([layers.batch_norm], is_training=False, updates_collections=None, scale=True):
        e = layers.conv2d(x, 2, 3, normalizer_fn=layers.batch_norm)
    listed = entered(tf, tf.GraphKeys.REGULARIZATION_LOSSES, tf.GraphKeys.UPDATE_OPS)
    return {"b": b, "c": c, "d": d, "e": e, "f": layers.conv2d(x, 2, 3), "listed": listed}


@case("arg_scope/model_variable, own function")
def _(tf):
    framework = tf.contrib.framework

    @framework.add_arg_scope
    def scaled(x, factor=2.0, shift=0.0):
        return x * factor + shift

    x = constant(tf, 2, 3)
    with framework.arg_scope([scaled], factor=3.0), framework.arg_scope([framework.model_variable], device="/cpu:0"):
        w = framework.model_variable("w", [3], initializer=tf.random_normal_initializer(), collections=["mine"])
        y, z = scaled(x) + w, scaled(x, shift=1.0)
        c = tf.contrib.layers.fully_connected(z, 2)
    return {"y": y, "z": z, "c": c, "listed": entered(tf, "mine", tf.GraphKeys.MODEL_VARIABLES)}


@case("framework/variables found again")
def _(tf):
    framework, layers = tf.contrib.framework, tf.contrib.layers
    with tf.variable_scope("net") as scope:
        y = layers.conv2d(constant(tf, 1, 4, 4, 2), 3, 3, normalizer_fn=layers.batch_norm, scope="conv")
        y = layers.fully_connected(layers.flatten(y), 2, scope="fc")
        v = framework.variable("v", [2], initializer=tf.random_uniform_initializer(), trainable=False)
        framework.add_model_variable(v)
    step = framework.get_or_create_global_step()
    local = framework.local_variable(1.0, name="local")
    other = framework.global_variable(tf.random_normal([2]), name="g") + local.initialized_value()
    found = [
        framework.get_variables(), framework.get_variables(scope), framework.get_variables("net/fc"),
        framework.get_variables("net", "weights"), framework.get_model_variables(),
        framework.get_model_variables("net/c"), framework.get_trainable_variables(), framework.get_local_variables(),
        framework.get_variables_by_suffix("mean"), framework.get_variables_by_name("weights"),
        framework.get_variables_by_name("weights", "net/fc"), [framework.get_unique_variable("net/fc/weights")],
        framework.get_variables_to_restore(["net"], ["net/fc"]), framework.get_variables_to_restore(exclude=["net"]),
        framework.filter_variables(tf.global_variables(), ["conv"], ["moving"]),
        framework.filter_variables(tf.global_variables(), ["conv"], reg_search=False),
        [framework.get_global_step(), framework.assert_or_get_global_step()],
    ]  # fmt: skip
    names = [[variable.op.name for variable in variables] for variables in found]
    names.append(framework.get_variable_full_name(v))
    return {"y": y, "v": v + 0.0, "step": step + 1, "other": other, "names": tf.constant(repr(names))}
