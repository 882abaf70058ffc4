"""Sweep: tf.contrib.slim, .training, the rarer part of .layers and .framework, .distributions. CASES: {name: build(tf)
-> {name: tensor}}. Python 3.7's syntax.
"""

import functools
import os
import tempfile

import numpy as np

from oracle.expressions import entered, outputs
from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


def _labels(tf):
    return tf.placeholder_with_default(np.array([[0, 1, 0], [1, 0, 0]], "float32"), [None, 3])


# ---- programs: a net of slim's layers, a loss, an optimizer, and a random op after it
def _vae(tf, minimize):
    """A VAE as tutorials of slim wrote it."""
    slim, layers = tf.contrib.slim, tf.contrib.layers
    x = constant(tf, 6, 8, 8, 1, unknown=[0])
    regularizer, normalizer = slim.l2_regularizer(5e-4), {"is_training": True, "decay": 0.9}
    with slim.arg_scope([slim.conv2d, slim.fully_connected], weights_regularizer=regularizer), slim.arg_scope(
        [slim.conv2d], normalizer_fn=slim.batch_norm, normalizer_params=normalizer
    ):
        net = slim.conv2d(x, 4, [3, 3], stride=2, scope="conv1")
        net = slim.repeat(net, 2, slim.conv2d, 4, 3, scope="conv2")
        net = slim.flatten(slim.dropout(net, 0.8, scope="drop"))
        net = slim.stack(net, slim.fully_connected, [6, 5], scope="fc")
    mean = slim.fully_connected(net, 2, activation_fn=None, scope="mu")
    deviation = slim.fully_connected(net, 2, activation_fn=tf.exp, scope="sd")
    code = mean + deviation * tf.random_normal(tf.shape(mean))
    net = slim.fully_connected(code, 64, activation_fn=tf.nn.softplus, weights_initializer=layers.xavier_initializer())
    logits = slim.conv2d_transpose(tf.reshape(net, [-1, 4, 4, 4]), 1, [3, 3], 2, activation_fn=None, scope="out")
    tf.losses.sigmoid_cross_entropy(x, logits)
    tf.losses.add_loss(tf.reduce_mean(mean**2 + deviation**2 - 2 * tf.log(deviation) - 1.0))
    total = tf.losses.get_total_loss()
    minimize(tf, total)
    keys = tf.GraphKeys
    listed = entered(tf, keys.UPDATE_OPS, keys.LOSSES, keys.REGULARIZATION_LOSSES, keys.MODEL_VARIABLES, keys.TRAIN_OP)
    return {"total": total, "listed": listed, "noise": tf.random_normal([2])}


MINIMIZE = {
    "Adam": lambda tf, total: tf.train.AdamOptimizer(1e-3).minimize(total),
    "create_train_op": lambda tf, total: tf.contrib.slim.learning.create_train_op(total, tf.train.AdamOptimizer(1e-3)),
    "create_train_op, clipped, multiplied, summarized": lambda tf, total: tf.contrib.slim.learning.create_train_op(
        total, tf.train.MomentumOptimizer(0.1, 0.9), clip_gradient_norm=1.0, summarize_gradients=True,
        gradient_multipliers={"conv1/weights": 0.5}, check_numerics=False, global_step=None,
    ),
    "contrib.training, some variables": lambda tf, total: tf.contrib.training.create_train_op(
        total, tf.train.RMSPropOptimizer(1e-3), update_ops=[],
        variables_to_train=tf.contrib.slim.get_trainable_variables("conv"), summarize_gradients=True,
        transform_grads_fn=tf.contrib.training.clip_gradient_norms_fn(2.0),
    ),
    "optimize_loss": lambda tf, total: tf.contrib.layers.optimize_loss(
        total, tf.train.get_or_create_global_step(), 1e-3, "Adam"
    ),
    "optimize_loss, much": lambda tf, total: tf.contrib.layers.optimize_loss(
        total, tf.train.get_or_create_global_step(), 1e-3, "SGD", gradient_noise_scale=0.01, clip_gradients=1.0,
        learning_rate_decay_fn=lambda rate, step: tf.train.exponential_decay(rate, step, 10, 0.9),
        gradient_multipliers={"conv1/weights:0": 2.0}, summaries=tf.contrib.layers.OPTIMIZER_SUMMARIES, name="train",
    ),
    "optimize_loss, a function": lambda tf, total: tf.contrib.layers.optimize_loss(
        total, None, None, lambda: tf.train.MomentumOptimizer(0.1, 0.9), update_ops=[],
        increment_global_step=False, summaries=["gradients"],
    ),
    "optimize_loss, Ftrl": lambda tf, total: tf.contrib.layers.optimize_loss(
        total, tf.train.get_or_create_global_step(), tf.constant(0.1), tf.train.FtrlOptimizer
    ),
}  # fmt: skip
for _name, _minimize in MINIMIZE.items():
    case("program/" + _name)(functools.partial(_vae, minimize=_minimize))


@case("program/classifier, slim.losses, reuse")
def _(tf):
    slim = tf.contrib.slim
    x, labels = constant(tf, 2, 6, unknown=[0]), _labels(tf)

    def net(x, is_training, reuse=None):
        with tf.variable_scope("net", [x], reuse=reuse), slim.arg_scope([slim.dropout], is_training=is_training):
            hidden = slim.fully_connected(x, 5, weights_initializer=slim.variance_scaling_initializer())
            return slim.fully_connected(slim.dropout(hidden, 0.5), 3, activation_fn=None)

    logits = net(x, True)
    slim.losses.softmax_cross_entropy(logits, labels, label_smoothing=0.1)
    total = slim.losses.get_total_loss()
    slim.learning.create_train_op(total, tf.train.GradientDescentOptimizer(0.1))
    return {"test": net(x, False, True), "listed": entered(tf, tf.GraphKeys.LOSSES), "noise": tf.random_normal([2])}


@case("program/GAN, two create_train_ops")
def _(tf):
    slim = tf.contrib.slim
    x = constant(tf, 4, 6)
    leaky = functools.partial(tf.nn.leaky_relu, alpha=0.2)

    def discriminator(x, reuse=None):
        with tf.variable_scope("d", reuse=reuse):
            net = slim.fully_connected(x, 5, activation_fn=leaky, normalizer_fn=slim.layer_norm)
            return slim.fully_connected(net, 1, activation_fn=None)

    with tf.variable_scope("g"):
        fake = slim.fully_connected(tf.random_uniform([4, 3], -1, 1), 6, activation_fn=tf.tanh)
    real_logits, fake_logits = discriminator(x), discriminator(fake, True)
    d_loss = tf.losses.sigmoid_cross_entropy(tf.ones_like(real_logits), real_logits) + tf.losses.sigmoid_cross_entropy(
        tf.zeros_like(fake_logits), fake_logits
    )
    g_loss = tf.losses.sigmoid_cross_entropy(tf.ones_like(fake_logits), fake_logits)
    optimizer = tf.train.AdamOptimizer(2e-4, 0.5)
    create = functools.partial(slim.learning.create_train_op, optimizer=optimizer)
    create(d_loss, variables_to_train=slim.get_model_variables("d"))
    create(g_loss, variables_to_train=slim.get_trainable_variables("g/"), global_step=None)
    return {"d_loss": d_loss, "g_loss": g_loss, "noise": tf.random_normal([2])}


@case("assignment of values, of a checkpoint's variables")
def _(tf):
    slim = tf.contrib.slim
    w = slim.model_variable("w", [2, 3], initializer=tf.zeros_initializer())
    slim.variable("v", [3], initializer=tf.ones_initializer())
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "values")
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            tf.train.Saver().save(session, path)
        assign, feed = slim.assign_from_checkpoint(path, {"w": w, "v": slim.get_variables("v")[0]})
        restored = slim.assign_from_checkpoint_fn(path, [w], ignore_missing_vars=True)
        values, value_feed = slim.assign_from_values({"w": np.ones([2, 3])})
        names = [assign.name, values.name] + sorted(key.name for fed in (feed, value_feed) for key in fed)
        assert callable(restored)
    return {"w": w * 2.0, "names": tf.constant(repr(names)), "noise": tf.random_normal([2])}


# ---- layers and functions, one by one
EXPRESSIONS = """
layers.unit_norm(x, 1), layers.unit_norm(u, 0), layers.unit_norm(b, 2, scope='mine')
layers.maxout(x, 3), layers.maxout(ub, 2), layers.maxout(b, 2, axis=1, scope='mine')
layers.group_norm(b, 2)
layers.group_norm(ub, 4, activation_fn=tf.nn.relu, scope='mine'), layers.group_norm(ub, 4, scope='mine', reuse=True)
layers.group_norm(b, 2, channels_axis=1, reduction_axes=[-2, -1], center=False, mean_close_to_zero=True)
layers.embed_sequence(i, 5, 3), layers.embed_sequence(i, 5, 3, scope='EmbedSequence', reuse=True)
layers.embed_sequence(i, 5, 3, initializer=tf.random_uniform_initializer(-1, 1), trainable=False, scope='mine')
layers.summarize_tensor(x), layers.summarize_tensor(tf.reduce_sum(x), 'tag')
layers.summarize_activation(tf.nn.relu(x)), layers.summarize_activation(tf.nn.relu6(x)), layers.summarize_activation(x)
layers.summarize_tensors([x, u])
framework.reduce_sum_n([x, u]), framework.reduce_sum_n([x], name='mine')
framework.sort(x, direction='DESCENDING'), framework.argsort(u)
framework.smart_cond(True, lambda: x * 2.0, lambda: x), framework.smart_cond(f, lambda: x * 2.0, lambda: x)
framework.assert_scalar_int(tf.constant(2)), framework.assert_scalar(tf.constant(2.0))
slim.summaries.add_histogram_summaries([x, u], 'prefix')
slim.summaries.add_scalar_summary(tf.reduce_sum(x), 'name', 'prefix'), slim.summaries.add_zero_fraction_summary(x)
slim.summaries.add_scalar_summary(tf.reduce_sum(x), print_summary=True)
slim.summaries.add_image_summary(b[..., :3], 'image')
slim.avg_pool2d(b, 2), slim.max_pool2d(b, [2, 2], padding='SAME', scope='mine')
slim.separable_conv2d(b, 3, [3, 3], 1), slim.one_hot_encoding(i[0], 4)
"""
INPUTS = {
    "x": lambda tf: constant(tf, 2, 6),
    "u": lambda tf: constant(tf, 2, 6, unknown=[0]),
    "b": lambda tf: constant(tf, 2, 4, 4, 4),
    "ub": lambda tf: constant(tf, 2, 4, 4, 4, unknown=[0]),
    "i": lambda tf: tf.placeholder_with_default(np.array([[0, 3], [2, 2]], "int32"), [2, 2]),
    "f": lambda tf: tf.placeholder_with_default(np.array(True), []),
    "layers": lambda tf: tf.contrib.layers,
    "framework": lambda tf: tf.contrib.framework,
    "slim": lambda tf: tf.contrib.slim,
    "ds": lambda tf: tf.contrib.distributions,
    "mean": lambda tf: constant(tf, 3, 2),
    "sd": lambda tf: constant(tf, 3, 2) * 0.5,
    "umean": lambda tf: constant(tf, 3, 2, unknown=[0]),
    "usd": lambda tf: constant(tf, 3, 2, unknown=[0]) * 0.5,
    "v": lambda tf: constant(tf, 2),
}


def _expression(text):
    def build(tf):
        ys = outputs(tf, text, INPUTS)
        return dict(ys, noise=tf.random_normal([2]), listed=entered(tf, tf.GraphKeys.SUMMARIES))

    return build


# Cases whose nodes are not TF 1.15's, only their number: what a Saver makes.
COUNTED = {"assignment of values, of a checkpoint's variables"}

for _text in EXPRESSIONS.strip().splitlines():
    case(_text)(_expression(_text))

DISTRIBUTIONS = """
ds.Normal(mean, sd).sample(), ds.Normal(mean, sd).log_prob(0.5)
ds.Normal(mean, sd).kl_divergence(ds.Normal(0.0, 1.0))
ds.kl_divergence(ds.Normal(umean, usd), ds.Normal(tf.zeros(2), tf.ones(2))), ds.Normal(umean, usd).sample([4])
ds.NormalWithSoftplusScale(mean, sd).entropy(), ds.Normal(mean, sd, name='mine').cdf(0.1)
ds.Bernoulli(logits=mean).log_prob(tf.round(sd)), ds.Bernoulli(probs=sd).mean(), ds.Bernoulli(probs=sd).sample(3)
ds.kl_divergence(ds.Bernoulli(logits=mean), ds.Bernoulli(probs=0.5)), ds.Bernoulli(logits=umean).entropy()
ds.Categorical(logits=mean).sample([2]), ds.Categorical(logits=mean).log_prob([0, 1, 1])
ds.Categorical(probs=sd).mode(), ds.Categorical(probs=umean).prob([0, 1, 1]), ds.Categorical(logits=umean).entropy()
ds.kl_divergence(ds.Categorical(logits=umean), ds.Categorical(logits=usd))
ds.Uniform(0.0, mean).sample(2), ds.Uniform(-1.0, 1.0).log_prob(mean), ds.Uniform(low=sd, high=2.0).entropy()
ds.Beta(mean, sd).sample(), ds.Beta(mean, sd).log_prob(0.3), ds.kl_divergence(ds.Beta(mean, sd), ds.Beta(1.0, 2.0))
ds.Gamma(mean, sd).sample(2), ds.Gamma(mean, sd).log_prob(0.3), ds.kl_divergence(ds.Gamma(mean, sd), ds.Gamma(1.0, 2.0))
ds.Exponential(mean).sample(2), ds.Exponential(mean).log_prob(0.3), ds.Exponential(rate=mean).mean()
ds.Laplace(mean, sd).sample(), ds.Laplace(mean, sd).log_prob(0.3), ds.Laplace(mean, sd).stddev()
ds.StudentT(3.0, mean, sd).sample(), ds.StudentT(3.0, mean, sd).log_prob(0.3)
ds.Dirichlet(mean).sample(), ds.Dirichlet(mean).log_prob([0.3, 0.7]), ds.Dirichlet(mean).mean()
ds.Multinomial(3.0, logits=mean).log_prob([1.0, 2.0]), ds.Multinomial(2.0, probs=[0.5, 0.5]).log_prob([1.0, 1.0])
"""
for _text in DISTRIBUTIONS.strip().splitlines():
    case(_text)(_expression(_text))


@case("data/a provider of images in records: how many ops")
def _(tf):
    """What it reads is not there: it is made, and a random op after it."""
    slim = tf.contrib.slim
    keys = {
        "image/encoded": tf.FixedLenFeature((), tf.string, default_value=""),
        "image/format": tf.FixedLenFeature((), tf.string, default_value="png"),
        "image/class/label": tf.FixedLenFeature([], tf.int64),
    }
    handlers = {
        "image": slim.tfexample_decoder.Image(shape=[28, 28, 1], channels=1),
        "label": slim.tfexample_decoder.Tensor("image/class/label"),
    }
    decoder = slim.tfexample_decoder.TFExampleDecoder(keys, handlers)
    dataset = slim.dataset.Dataset("none.tfrecord", tf.TFRecordReader, decoder, 6, {})
    provider = slim.dataset_data_provider.DatasetDataProvider(dataset, num_readers=2, common_queue_min=2)
    image, label = provider.get(["image", "label"])
    batched = tf.train.batch([tf.to_float(image), slim.one_hot_encoding(label, 3)], 4, capacity=8)
    slim.prefetch_queue.prefetch_queue(batched).dequeue()
    return {"y": tf.random_uniform([2])}


COUNTED = ["data/a provider of images in records: how many ops"]
