"""tf.layers where a sweep of graphs can't show it: errors, attributes, collections."""

import pickle

import numpy as np
import pytest


def image(tf, *shape):
    return tf.placeholder(tf.float32, shape)


def test_conv2d_needs_rank_4(tf):
    with pytest.raises(ValueError, match=r"layer conv2d_1 takes an input of rank 4, not one of shape \[2, 3\]"):
        tf.layers.conv2d(image(tf, 2, 3), 1, 3)


def test_unknown_rank(tf):
    with pytest.raises(ValueError, match="needs an input of known rank"):
        tf.layers.dense(tf.placeholder(tf.float32), 3)


def test_dense_needs_min_ndim_2(tf):
    with pytest.raises(ValueError, match="rank at least 2, not one of shape"):
        tf.layers.dense(image(tf, 2), 3)


@pytest.mark.parametrize("layer", ["dense", "conv2d", "conv2d_transpose", "batch_normalization"])
def test_unknown_channels(tf, layer):
    shape = (2, None) if layer == "dense" else (2, 4, 4, None)
    arguments = {"dense": (3,), "batch_normalization": ()}.get(layer, (3, 3))
    with pytest.raises(ValueError, match="whose size must be known"):
        getattr(tf.layers, layer)(image(tf, *shape), *arguments)


def test_a_layer_used_on_other_channels(tf):
    layer = tf.layers.Dense(3)
    layer(image(tf, 2, 5))
    with pytest.raises(ValueError, match="weights for 5 along axis -1, not for shape"):
        layer(image(tf, 2, 4))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (dict(padding="full"), "padding is 'valid' or 'same', not 'full'"),
        (dict(data_format="NHWC"), "data_format is 'channels_first' or"),
        (dict(kernel_size=(3, 3, 3)), "kernel_size is one integer or 2, not"),
        (dict(strides="2"), "strides is one integer or 2, not '2'"),
        (dict(activation="reluu"), "Unknown activation: 'reluu'"),
        (dict(kernel_initializer="glorot"), "Unknown initializer: 'glorot'"),
        (dict(kernel_regularizer="l3"), "Unknown regularizer: 'l3'"),
    ],
)
def test_bad_arguments_of_conv2d(tf, options, message):
    with pytest.raises(ValueError, match=message):
        tf.layers.conv2d(image(tf, 1, 8, 8, 1), **{"filters": 2, "kernel_size": 3, **options})


def test_unknown_keywords(tf):
    with pytest.raises(TypeError, match="colour"):
        tf.layers.conv2d(image(tf, 1, 8, 8, 1), 2, 3, colour="red")
    with pytest.raises(TypeError, match="colour"):
        tf.layers.Dense(3, colour="red")
    with pytest.raises(TypeError, match="filters"):
        tf.layers.conv2d(image(tf, 1, 8, 8, 1))


def test_dense_of_integers(tf):
    with pytest.raises(TypeError, match="floating-point numbers, not int32"):
        tf.layers.dense(tf.placeholder(tf.int32, (2, 3)), 1)


def test_batch_norm_arguments(tf):
    with pytest.raises(NotImplementedError, match="renorm.*not carried"):
        tf.layers.batch_normalization(image(tf, 2, 3), renorm=True)
    with pytest.raises(ValueError, match="does not fit an input of rank 2"):
        tf.layers.batch_normalization(image(tf, 2, 3), axis=2)
    with pytest.raises(TypeError, match="axis is an int or a list of ints"):
        tf.layers.batch_normalization(image(tf, 2, 3), axis="channels")


def test_reuse_without_a_variable_and_again_without_reuse(tf):
    with pytest.raises(ValueError, match="does not exist"):
        tf.layers.dense(image(tf, 2, 3), 1, name="fc", reuse=True)
    tf.layers.dense(image(tf, 2, 3), 1, name="fc2")
    with pytest.raises(ValueError, match="already exists"):
        tf.layers.dense(image(tf, 2, 3), 1, name="fc2")


def test_attributes(tf):
    layer = tf.layers.Conv2D(4, 3, name="c")
    with pytest.raises(ValueError, match="gets its scope at its first use"):
        _ = layer.scope_name
    assert not layer.built
    with tf.variable_scope("net"):
        layer(image(tf, 1, 8, 8, 2))
    assert layer.built and layer.name == "c" and layer.scope_name == "net/c" and layer.dtype == "float32"
    assert [v.op.name for v in layer.trainable_variables] == ["net/c/kernel", "net/c/bias"]
    assert layer.variables == layer.weights == [layer.kernel, layer.bias]
    assert layer.non_trainable_variables == [] and layer.updates == [] and layer.losses == []


def test_update_ops(tf):
    x = image(tf, 2, 4, 4, 3)
    tf.layers.batch_normalization(x, training=True)
    tf.layers.batch_normalization(x, training=False)
    tf.layers.batch_normalization(x, training=True, trainable=False)
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    assert [op.name for op in updates] == [
        "batch_normalization/AssignMovingAvg",
        "batch_normalization/AssignMovingAvg_1",
    ]


def test_regularization_losses_are_entered_once(tf):
    for reuse in (None, True):
        tf.layers.dense(image(tf, 2, 3), 1, name="fc", reuse=reuse, kernel_regularizer=tf.nn.l2_loss)
    assert [t.op.name for t in tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)] == [
        "fc/kernel/Regularizer/L2Loss"
    ]


def test_scope_that_is_not_trainable(tf):
    def frozen(getter, *args, **kwargs):
        return getter(*args, **{**kwargs, "trainable": False})

    layer = tf.layers.Dense(2)
    with tf.variable_scope("net", custom_getter=frozen):
        layer(image(tf, 2, 3))
    assert tf.trainable_variables() == [] and layer.trainable_variables == []
    assert len(layer.non_trainable_variables) == 2


def test_constraint_is_applied_by_the_optimizer(tf):
    layer = tf.layers.Dense(1, kernel_constraint=lambda w: tf.clip_by_value(w, -0.5, 0.5), use_bias=False)
    loss = tf.reduce_sum(layer(tf.ones([2, 3])))
    step = tf.train.GradientDescentOptimizer(10.0).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(step)
        np.testing.assert_array_equal(sess.run(layer.kernel), -0.5 * np.ones((3, 1)))


def test_numpy_input_and_positional_arguments(tf):
    y = tf.layers.conv2d(np.zeros((1, 8, 8, 2), "float32"), 3, 5, 2, "same", "channels_last", 1, tf.nn.relu, False)
    assert y.shape.as_list() == [1, 4, 4, 3] and y.op.type == "Relu" and len(tf.global_variables()) == 1


def test_partitioned_kernel(tf):
    with tf.variable_scope("net", partitioner=tf.fixed_size_partitioner(2)):
        y = tf.layers.batch_normalization(tf.layers.dense(image(tf, 2, 4), 6), training=True)
    names = [v.op.name for v in tf.global_variables()]
    assert "net/dense/kernel/part_1" in names and "net/batch_normalization/moving_mean" in names
    assert y.shape.as_list() == [2, 6]


def test_help_shows_the_parameters(tf):
    import inspect

    assert list(inspect.signature(tf.layers.dropout).parameters) == [
        "inputs", "rate", "noise_shape", "seed", "training", "name",
    ]  # fmt: skip
    assert str(inspect.signature(tf.layers.batch_normalization)).startswith("(inputs, axis=-1, momentum=0.99")


def test_positional_order_of_batch_normalization(tf):
    zeros, ones = tf.zeros_initializer(), tf.ones_initializer()
    before_training = (-1, 0.9, 1e-5, True, True, zeros, ones, zeros, ones, None, None, None, None)
    tf.layers.batch_normalization(image(tf, 2, 3), *before_training, True, False, "bn")
    assert tf.trainable_variables() == [] and tf.global_variables()[0].op.name == "bn/gamma"


def test_weights_of_a_layer_that_is_frozen_later(tf):
    layer = tf.layers.Dense(2)
    with pytest.raises(ValueError, match="makes its weights at its first use"):
        layer.count_params()
    layer(image(tf, 1, 3))
    assert layer.count_params() == 3 * 2 + 2
    layer.trainable = False
    assert layer.trainable_weights == [] and layer.non_trainable_weights == [layer.kernel, layer.bias]


def test_what_layers_had_from_keras_says_what_to_do(tf):
    with pytest.raises(AttributeError, match="get_weights is not carried. Run a session"):
        tf.layers.Dense(2).get_weights()
    assert not hasattr(tf.layers.Dense(2), "no_such_attribute")


def test_flatten_without_a_data_format(tf):
    assert tf.layers.Flatten(data_format=None)(image(tf, 2, 3, 4)).shape.as_list() == [2, 12]


def test_functions_can_be_pickled(tf):
    assert pickle.loads(pickle.dumps(tf.layers.conv2d)) is tf.layers.conv2d


@pytest.mark.parametrize(
    ("channels", "options", "padding"),
    [
        (1, {"padding": "VALID"}, b"EXPLICIT"),
        (4, {"padding": "VALID", "strides": 2}, b"EXPLICIT"),
        (5, {"padding": "VALID"}, b"VALID"),
        (1, {"padding": "SAME"}, b"SAME"),
        (1, {"padding": "VALID", "dilations": 2}, b"VALID"),  # which TF 1.15's kernel refuses
    ],
)
def test_gradient_of_few_channels_takes_the_kernel_of_tf_1_15(tf, channels, options, padding):
    """Which is the one for padding in numbers; the numbers are the other's."""
    rng = np.random.RandomState(1)
    images = tf.placeholder_with_default(rng.normal(size=(2, 7, 9, channels)).astype("f"), [None, 7, 9, channels])
    kernel = tf.constant(rng.normal(size=(3, 3, channels, 8)).astype("f"))
    convolved = tf.nn.conv2d(images, kernel, **options)
    gradient = tf.gradients(convolved, images, rng.normal(size=convolved.shape[1:]).astype("f")[None].repeat(2, 0))[0]
    assert gradient.op.type == "Conv2DBackpropInput" and gradient.op.get_attr("padding") == padding
    attributes = {name: gradient.op.get_attr(name) for name in ("strides", "dilations")}
    as_before = tf.raw_ops.Conv2DBackpropInput(
        input_sizes=tf.shape(images),
        filter=kernel,
        out_backprop=gradient.op.inputs[2],
        padding=options["padding"],
        **attributes,
    )
    with tf.Session() as session:
        np.testing.assert_allclose(*session.run([gradient, as_before]), rtol=1e-5, atol=1e-5)
