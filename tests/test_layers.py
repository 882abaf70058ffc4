"""tf.layers where a sweep of graphs can't show it: errors, attributes, collections. Messages: TF 1.15.5's."""

import numpy as np
import pytest


def image(tf, *shape):
    return tf.placeholder(tf.float32, shape)


def test_conv2d_needs_rank_4(tf):
    with pytest.raises(ValueError, match=r"expected ndim=4, found ndim=2. Full shape received: \[2, 3\]"):
        tf.layers.conv2d(image(tf, 2, 3), 1, 3)


def test_unknown_rank(tf):
    with pytest.raises(ValueError, match="its rank is undefined"):
        tf.layers.dense(tf.placeholder(tf.float32), 3)


def test_dense_needs_min_ndim_2(tf):
    with pytest.raises(ValueError, match="expected min_ndim=2, found ndim=1"):
        tf.layers.dense(image(tf, 2), 3)


@pytest.mark.parametrize("layer", ["dense", "conv2d", "conv2d_transpose", "batch_normalization"])
def test_unknown_channels(tf, layer):
    shape = (2, None) if layer == "dense" else (2, 4, 4, None)
    arguments = {"dense": (3,), "batch_normalization": ()}.get(layer, (3, 3))
    with pytest.raises(ValueError, match="should be defined"):
        getattr(tf.layers, layer)(image(tf, *shape), *arguments)


def test_a_layer_used_on_other_channels(tf):
    layer = tf.layers.Dense(3)
    layer(image(tf, 2, 5))
    with pytest.raises(ValueError, match="expected axis -1 of input shape to have value 5 but received"):
        layer(image(tf, 2, 4))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (dict(padding="full"), "`padding` argument must be one of"),
        (dict(data_format="NHWC"), "`data_format` argument must be"),
        (dict(kernel_size=(3, 3, 3)), "`kernel_size` argument must be an integer or 2 integers"),
        (dict(strides="2"), "`strides` argument"),
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
    with pytest.raises(TypeError, match="non-floating point dtype"):
        tf.layers.dense(tf.placeholder(tf.int32, (2, 3)), 1)


def test_batch_norm_arguments(tf):
    with pytest.raises(NotImplementedError, match="renorm.*not carried"):
        tf.layers.batch_normalization(image(tf, 2, 3), renorm=True)
    with pytest.raises(ValueError, match="Invalid axis"):
        tf.layers.batch_normalization(image(tf, 2, 3), axis=2)
    with pytest.raises(TypeError, match="axis must be int or list"):
        tf.layers.batch_normalization(image(tf, 2, 3), axis="channels")


def test_reuse_without_a_variable_and_again_without_reuse(tf):
    with pytest.raises(ValueError, match="does not exist"):
        tf.layers.dense(image(tf, 2, 3), 1, name="fc", reuse=True)
    tf.layers.dense(image(tf, 2, 3), 1, name="fc2")
    with pytest.raises(ValueError, match="already exists"):
        tf.layers.dense(image(tf, 2, 3), 1, name="fc2")


def test_attributes(tf):
    layer = tf.layers.Conv2D(4, 3, name="c")
    with pytest.raises(ValueError, match="No name available for layer scope"):
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
