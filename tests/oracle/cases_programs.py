"""Programs that train: layers, losses, dropout, recurrent nets, optimizers, decays, averages, clipping, metrics,
savers. Python 3.7's syntax.
"""

import os

from oracle import cases_flow, cases_libraries, cases_pipelines
from oracle.programs import OPS, RUNNER, Programs, after, data, initialized, runs, scratch

programs = Programs()
program = programs.program


def regression(tf, optimizer, resource=False):
    """A line through points: variables before and after four steps."""
    x, y = tf.constant(data(12, 3)), tf.constant(data(12, 1, seed=6))
    w = tf.get_variable("w", [3, 1], use_resource=resource)
    b = tf.get_variable("b", [1], initializer=tf.zeros_initializer(), use_resource=resource)
    loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
    step = optimizer(tf).minimize(loss)
    with initialized(tf) as session:
        results = [session.run([loss, w, b])]
        for _ in range(4):
            session.run(step)
            results.append(session.run([loss, w, b]))
    return results


OPTIMIZERS = {
    "gradient descent": lambda tf: tf.train.GradientDescentOptimizer(0.1),
    "momentum": lambda tf: tf.train.MomentumOptimizer(0.1, 0.9),
    "Nesterov": lambda tf: tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True),
    "Adam": lambda tf: tf.train.AdamOptimizer(0.05, beta1=0.5),
    "Adagrad": lambda tf: tf.train.AdagradOptimizer(0.3),
    "Adadelta": lambda tf: tf.train.AdadeltaOptimizer(1.0),
    "RMSProp": lambda tf: tf.train.RMSPropOptimizer(0.01, momentum=0.5),
    "RMSProp, centered": lambda tf: tf.train.RMSPropOptimizer(0.01, centered=True),
    "Ftrl": lambda tf: tf.train.FtrlOptimizer(0.3, l1_regularization_strength=0.01),
    "proximal gradient descent": lambda tf: tf.train.ProximalGradientDescentOptimizer(0.1, 0.01, 0.01),
    "proximal Adagrad": lambda tf: tf.train.ProximalAdagradOptimizer(0.3, l2_regularization_strength=0.01),
    "Adagrad, dual averaging": lambda tf: tf.train.AdagradDAOptimizer(0.3, tf.train.get_or_create_global_step()),
}
for _name, _optimizer in OPTIMIZERS.items():
    program("optimizer/" + _name)(lambda tf, optimizer=_optimizer: regression(tf, optimizer))
for _name in ("Adam", "gradient descent", "RMSProp", "Ftrl"):
    program("optimizer/{}, resource variables".format(_name), RUNNER)(
        lambda tf, optimizer=OPTIMIZERS[_name]: regression(tf, optimizer, resource=True)
    )


def decayed(tf, rate):
    """The rate at steps 0 to 11, and a variable that is trained with it."""
    step = tf.train.get_or_create_global_step()
    w = tf.get_variable("w", [4])
    now = tf.convert_to_tensor(rate(tf, step))
    train = tf.train.GradientDescentOptimizer(now).minimize(tf.reduce_sum(tf.square(w)), step)
    return after(tf, train, [now, step, w], 11)


DECAYS = {
    "exponential": lambda tf, step: tf.train.exponential_decay(0.1, step, 4, 0.5),
    "exponential, staircase": lambda tf, step: tf.train.exponential_decay(0.1, step, 4, 0.5, staircase=True),
    "piecewise": lambda tf, step: tf.train.piecewise_constant(step, [3, 7], [0.1, 0.05, 0.01]),
    "polynomial": lambda tf, step: tf.train.polynomial_decay(0.1, step, 8, 0.01, power=2.0),
    "polynomial, cycle": lambda tf, step: tf.train.polynomial_decay(0.1, step, 5, 0.01, cycle=True),
    "natural exponential": lambda tf, step: tf.train.natural_exp_decay(0.1, step, 4, 0.5),
    "inverse time": lambda tf, step: tf.train.inverse_time_decay(0.1, step, 4, 0.5, staircase=True),
    "cosine": lambda tf, step: tf.train.cosine_decay(0.1, step, 8, alpha=0.1),
    "cosine, restarts": lambda tf, step: tf.train.cosine_decay_restarts(0.1, step, 3),
    "linear cosine": lambda tf, step: tf.train.linear_cosine_decay(0.1, step, 8),
    "noisy linear cosine": lambda tf, step: tf.train.noisy_linear_cosine_decay(0.1, step, 8),
}
for _name, _rate in DECAYS.items():
    program("decay/" + _name)(lambda tf, rate=_rate: decayed(tf, rate))


def with_loss(tf, loss):
    """A layer under a loss with weights of the examples, and the collections that the losses enter."""
    x, labels = tf.constant(data(6, 4)), tf.constant(data(6, below=3))
    logits = tf.layers.dense(x, 3)
    value = loss(tf, logits, labels, tf.constant([[1.0], [0.0], [2.0], [1.0], [1.0], [0.5]]))
    total = tf.losses.get_total_loss()
    train = tf.train.GradientDescentOptimizer(0.2).minimize(total)
    found = runs(tf, [value, total, tf.add_n(tf.get_collection(tf.GraphKeys.LOSSES)), train], 1)
    with initialized(tf) as session:
        for _ in range(3):
            session.run(train)
            found.append(session.run([value, total, logits]))
    return found


LOSSES = {
    "absolute difference": lambda tf, logits, y, w: tf.losses.absolute_difference(tf.one_hot(y, 3), logits, w),
    "cosine distance": lambda tf, logits, y, w: tf.losses.cosine_distance(
        tf.one_hot(y, 3), tf.nn.l2_normalize(logits, 1), axis=1, weights=w
    ),
    "hinge": lambda tf, logits, y, w: tf.losses.hinge_loss(tf.one_hot(y, 3), logits, w),
    "Huber": lambda tf, logits, y, w: tf.losses.huber_loss(tf.one_hot(y, 3), logits, w, delta=0.5),
    "log": lambda tf, logits, y, w: tf.losses.log_loss(tf.one_hot(y, 3), tf.sigmoid(logits), w),
    "pairwise": lambda tf, logits, y, w: tf.losses.mean_pairwise_squared_error(tf.one_hot(y, 3), logits),
    "mean squared error": lambda tf, logits, y, w: tf.losses.mean_squared_error(
        tf.one_hot(y, 3), logits, w, reduction=tf.losses.Reduction.MEAN
    ),
    "sigmoid": lambda tf, logits, y, w: tf.losses.sigmoid_cross_entropy(
        tf.one_hot(y, 3, dtype=tf.int32), logits, w, label_smoothing=0.1
    ),
    "softmax": lambda tf, logits, y, w: tf.losses.softmax_cross_entropy(
        tf.one_hot(y, 3), logits, tf.squeeze(w, 1), label_smoothing=0.1
    ),
    "sparse softmax": lambda tf, logits, y, w: tf.losses.sparse_softmax_cross_entropy(y, logits, tf.squeeze(w, 1)),
}
for _name, _loss in LOSSES.items():
    program("loss/" + _name)(lambda tf, loss=_loss: with_loss(tf, loss))


def with_metric(tf, metric):
    """A metric over three batches: (value, update) and its local variables."""
    labels, scores = tf.placeholder(tf.int32, [None]), tf.placeholder(tf.float32, [None])
    value, update = metric(tf, labels, scores)
    found = []
    with initialized(tf) as session:
        for i in range(3):
            feed = {labels: data(8, below=2, seed=i), scores: data(8, seed=i + 9)}
            found.append([session.run(update, feed), session.run(value)])
        found.append(session.run(tf.local_variables()))
        session.run(tf.local_variables_initializer())
        found.append(session.run(value))
    return found


METRICS = {
    "accuracy": lambda tf, labels, scores: tf.metrics.accuracy(labels, scores > 0.5),
    "auc": lambda tf, labels, scores: tf.metrics.auc(labels, scores, num_thresholds=20),
    "mean": lambda tf, labels, scores: tf.metrics.mean(scores, weights=tf.to_float(labels)),
    "mean absolute error": lambda tf, labels, scores: tf.metrics.mean_absolute_error(tf.to_float(labels), scores),
    "mean iou": lambda tf, labels, scores: tf.metrics.mean_iou(labels, tf.to_int32(scores > 0.5), 2),
    "precision": lambda tf, labels, scores: tf.metrics.precision(labels, scores > 0.5),
    "recall": lambda tf, labels, scores: tf.metrics.recall(labels, scores > 0.5),
    "rmse": lambda tf, labels, scores: tf.metrics.root_mean_squared_error(tf.to_float(labels), scores),
    "false positives": lambda tf, labels, scores: tf.metrics.false_positives(labels, scores > 0.5),
}
for _name, _metric in METRICS.items():
    program("metric/" + _name, OPS)(lambda tf, metric=_metric: with_metric(tf, metric))


# ---- layers
def classifier(tf):
    x = tf.placeholder(tf.float32, [None, 8, 8, 1])
    training = tf.placeholder_with_default(True, [])
    h = tf.layers.conv2d(x, 3, 3, padding="same", activation=tf.nn.relu, kernel_regularizer=tf.nn.l2_loss)
    h = tf.layers.max_pooling2d(h, 2, 2)
    h = tf.layers.dropout(tf.layers.flatten(h), 0.4, training=training)
    logits = tf.layers.dense(h, 4, kernel_initializer=tf.truncated_normal_initializer(stddev=0.1))
    loss = tf.losses.sparse_softmax_cross_entropy(data(5, below=4), logits) + 0.01 * tf.losses.get_regularization_loss()
    train = tf.train.AdamOptimizer(0.01).minimize(loss)
    return after(tf, train, [loss, logits], 4, lambda i: {x: data(5, 8, 8, 1, seed=i), training: i < 3})


program("layers/classifier")(classifier)
program("layers/classifier, --seed", RUNNER)(classifier)


@program("layers/autoencoder of transposed convolutions")
def _(tf):
    x = tf.constant(data(2, 8, 8, 1))
    h = tf.layers.conv2d(x, 2, 3, 2, "same", activation=tf.nn.leaky_relu)
    y = tf.layers.conv2d_transpose(h, 1, 3, 2, "same", activation=tf.nn.sigmoid)
    loss = tf.reduce_mean(tf.squared_difference(x, y))
    return runs(tf, [loss, y, tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)], 4)


@program("layers/batch norm with its updates")
def _(tf):
    x, training = tf.placeholder(tf.float32, [None, 3]), tf.placeholder(tf.bool)
    h = tf.layers.batch_normalization(tf.layers.dense(x, 4, use_bias=False), training=training, momentum=0.5)
    loss = tf.reduce_mean(tf.square(tf.layers.dense(tf.nn.relu(h), 1) - 1))
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    found = []
    with initialized(tf) as session:
        for i in range(3):
            session.run(train, {x: data(6, 3, seed=i), training: True})
            found.append(session.run([loss, h], {x: data(6, 3), training: False}))
        found.append(session.run(tf.global_variables()))
    return found


@program("layers/weights that are shared")
def _(tf):
    def net(x, reuse):
        with tf.variable_scope("net", reuse=reuse):
            return tf.layers.dense(tf.layers.dense(x, 4, tf.nn.tanh, name="one"), 2, name="two")

    a, b = net(tf.constant(data(2, 3)), None), net(tf.constant(data(2, 3, seed=8)), True)
    names = [v.name for v in tf.trainable_variables()]
    return runs(tf, [a, b, tf.gradients(a + b, tf.trainable_variables())], 1) + [names]


@program("layers/objects called twice")
def _(tf):
    layer = tf.layers.Dense(3, activation=tf.nn.elu, name="shared")
    a, b = layer(tf.constant(data(2, 4))), layer(tf.constant(data(2, 4, seed=7)))
    return runs(tf, [a, b, layer.kernel], 1) + [layer.name, [v.op.name for v in layer.weights]]


@program("layers/one-dimensional convolutions and pooling")
def _(tf):
    x = tf.constant(data(2, 10, 3))
    h = tf.layers.conv1d(x, 4, 3, dilation_rate=2, activation=tf.nn.selu)
    return runs(tf, [h, tf.layers.average_pooling1d(h, 2, 2), tf.layers.separable_conv1d(x, 2, 3)], 1)


@program("dropout/graph seed, several sessions")
def _(tf):
    y = tf.nn.dropout(tf.ones([3, 4]), keep_prob=0.6)
    return [runs(tf, y, 3), runs(tf, y, 2)]


@program("dropout/op seed", OPS)
def _(tf):
    return runs(tf, [tf.nn.dropout(tf.ones([3, 4]), rate=0.3, seed=9), tf.layers.dropout(tf.ones([2, 5]), seed=1)], 2)


@program("dropout/--seed, noise shape", RUNNER)
def _(tf):
    return runs(tf, tf.nn.dropout(tf.constant(data(4, 5)), 0.5, noise_shape=[4, 1]), 3)


@program("initializers", RUNNER)
def _(tf):
    makers = [
        tf.truncated_normal_initializer(),
        tf.random_normal_initializer(1.0),
        tf.random_uniform_initializer(-2, 2),
        tf.glorot_normal_initializer(),
        tf.orthogonal_initializer(0.5),
        tf.variance_scaling_initializer(mode="fan_out"),
        tf.contrib.layers.xavier_initializer(),
        tf.initializers.he_normal(),
        tf.initializers.lecun_uniform(),
        tf.uniform_unit_scaling_initializer(),
    ]
    return runs(tf, [tf.get_variable("v%d" % n, [4, 3], initializer=make) for n, make in enumerate(makers)], 1)


@program("random ops in a row")
def _(tf):
    ops = [
        tf.random_normal([3]),
        tf.random_uniform([3], 2, 9, tf.int32),
        tf.truncated_normal([3]),
        tf.random_shuffle(tf.range(6)),
        tf.multinomial([[0.1, 0.5, 0.4]], 4),
        tf.random_gamma([2], 0.7),
        tf.random_poisson([3.0], [3]),
        tf.random_crop(data(5, 5), [2, 2]),
    ]
    return runs(tf, ops, 3)


@program("random ops with op seeds", OPS)
def _(tf):
    ops = [tf.random_normal([3], seed=1), tf.random_uniform([3], seed=1), tf.random_shuffle(tf.range(6), seed=2)]
    return [runs(tf, ops, 2), runs(tf, ops, 2)]


@program("random ops with both seeds")
def _(tf):
    return runs(tf, [tf.random_normal([3], seed=1), tf.random_normal([3]), tf.random_uniform([3], seed=1)], 3)


# ---- recurrent nets
def recurrent(tf, cell, static=False):
    x = tf.placeholder(tf.float32, [4, 5, 3])
    if static:
        outputs, state = tf.nn.static_rnn(cell, tf.unstack(x, axis=1), dtype=tf.float32)
        outputs = tf.stack(outputs, 1)
    else:
        outputs, state = tf.nn.dynamic_rnn(cell, x, [5, 2, 4, 1], dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(tf.layers.dense(outputs, 1)))
    train = tf.train.AdamOptimizer(0.01).minimize(loss)
    with initialized(tf) as session:
        found = []
        for i in range(3):
            feed = {x: data(4, 5, 3, seed=i)}
            found.append(session.run([loss, outputs, state], feed))
            session.run(train, feed)
    return found


RECURRENT = {
    "BasicRNNCell": lambda tf: tf.nn.rnn_cell.BasicRNNCell(4),
    "BasicLSTMCell": lambda tf: tf.nn.rnn_cell.BasicLSTMCell(4),
    "LSTMCell with peepholes": lambda tf: tf.nn.rnn_cell.LSTMCell(4, use_peepholes=True, num_proj=3),
    "GRUCell": lambda tf: tf.nn.rnn_cell.GRUCell(4),
    "two layers": lambda tf: tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(n) for n in (3, 4)]),
}
for _name, _cell in RECURRENT.items():
    program("recurrent/" + _name)(lambda tf, cell=_cell: recurrent(tf, cell(tf)))


@program("recurrent/unrolled with dropout")
def _(tf):
    cell = tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.BasicLSTMCell(4), output_keep_prob=0.7)
    return recurrent(tf, cell, static=True)


@program("recurrent/bidirectional")
def _(tf):
    forth, back = tf.nn.rnn_cell.GRUCell(2), tf.nn.rnn_cell.GRUCell(3)
    x = tf.constant(data(2, 4, 3))
    outputs, states = tf.nn.bidirectional_dynamic_rnn(forth, back, x, [4, 2], dtype=tf.float32)
    return runs(tf, [outputs, states, tf.gradients(tf.concat(outputs, 2), tf.trainable_variables())], 1)


@program("recurrent/characters, stateful", RUNNER)
def _(tf):
    x = tf.placeholder(tf.int32, [2, 3])
    cell = tf.nn.rnn_cell.BasicLSTMCell(4)
    start = cell.zero_state(2, tf.float32)
    embedded = tf.nn.embedding_lookup(tf.get_variable("embedding", [7, 4]), x)
    outputs, end = tf.nn.dynamic_rnn(cell, embedded, initial_state=start)
    logits = tf.layers.dense(outputs, 7)
    sampled = tf.multinomial(logits[:, -1], 1)
    found = []
    with initialized(tf) as session:
        state = session.run(start)
        for i in range(4):
            value, draw, state = session.run([logits, sampled, end], {x: data(2, 3, below=7, seed=i), start: state})
            found.append([value, draw, state])
    return found


# ---- training by hand
@program("training/gradients clipped by value")
def _(tf):
    w = tf.get_variable("w", [5], initializer=tf.random_normal_initializer(stddev=3.0))
    optimizer = tf.train.GradientDescentOptimizer(0.5)
    pairs = [(tf.clip_by_value(g, -1, 1), v) for g, v in optimizer.compute_gradients(tf.reduce_sum(tf.pow(w, 4)))]
    return runs(tf, [tf.identity(w), pairs[0][0]], 1) + after(tf, optimizer.apply_gradients(pairs), w)


@program("training/gradients clipped by the global norm")
def _(tf):
    x = tf.constant(data(4, 3))
    loss = tf.reduce_sum(tf.square(tf.layers.dense(tf.layers.dense(x, 4, tf.nn.relu), 2) - 5))
    sources = tf.trainable_variables()
    gradients, norm = tf.clip_by_global_norm(tf.gradients(loss, sources), 0.5)
    train = tf.train.AdagradOptimizer(0.1).apply_gradients(zip(gradients, sources))
    return runs(tf, [gradients, norm, tf.clip_by_norm(gradients[0], 0.1)], 1) + after(tf, train, loss)


@program("training/gradient penalty")
def _(tf):
    x = tf.constant(data(4, 3))

    def critic(points):
        with tf.variable_scope("critic", reuse=tf.AUTO_REUSE):
            return tf.layers.dense(tf.layers.dense(points, 4, tf.nn.tanh), 1)

    mixed = x + tf.random_uniform([4, 1]) * 0.5
    slopes = tf.norm(tf.gradients(critic(mixed), mixed)[0], axis=1)
    score = critic(x)
    loss = tf.reduce_mean(score) + 10 * tf.reduce_mean(tf.square(slopes - 1))  # crosses zero: its parts are compared
    return after(tf, tf.train.AdamOptimizer(0.01, 0.0, 0.9).minimize(loss), [score, slopes])


@program("training/moving averages")
def _(tf):
    w = tf.get_variable("w", [3])
    step = tf.train.get_or_create_global_step()
    averages = tf.train.ExponentialMovingAverage(0.9, step, zero_debias=False)
    with tf.control_dependencies([tf.assign_add(w, [1.0, 2.0, 3.0]), tf.assign_add(step, 1)]):
        update = averages.apply([w])
    names = sorted(averages.variables_to_restore())
    return after(tf, update, [averages.average(w), step]) + [names, averages.average_name(w)]


@program("training/moving average of a tensor")
def _(tf):
    x = tf.placeholder(tf.float32, [])
    averages = tf.train.ExponentialMovingAverage(0.5)
    update = averages.apply([x * 2])
    mean = averages.average(tf.get_default_graph().get_tensor_by_name("mul:0"))
    found = []
    with initialized(tf) as session:
        for i in range(4):
            session.run(update, {x: float(i)})
            found.append(session.run(mean))
    return found


@program("training/only some variables")
def _(tf):
    with tf.variable_scope("one"):
        a = tf.get_variable("a", [2])
    with tf.variable_scope("two"):
        b = tf.get_variable("b", [2])
    loss = tf.reduce_sum(tf.square(a * b - 1))
    chosen = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="two")
    train = tf.train.AdamOptimizer(0.1).minimize(loss, var_list=chosen)
    return after(tf, train, [a, b]) + [[v.name for v in tf.global_variables()]]


@program("training/two optimizers in turn", RUNNER)
def _(tf):
    z = tf.random_normal([6, 2])
    with tf.variable_scope("g"):
        fake = tf.layers.dense(z, 1)
    with tf.variable_scope("d"):
        score = tf.layers.dense(fake, 1)
    of = {scope: tf.trainable_variables(scope) for scope in "dg"}
    loss = tf.reduce_mean(tf.nn.softplus(score))
    d = tf.train.AdamOptimizer(0.1).minimize(-loss, var_list=of["d"])
    g = tf.train.RMSPropOptimizer(0.1).minimize(loss, var_list=of["g"])
    found = []
    with initialized(tf) as session:
        for _ in range(3):
            session.run(d)
            session.run(g)
            found.append(session.run(tf.trainable_variables()))
    return found


@program("training/embedding, sparse gradients")
def _(tf):
    table = tf.get_variable("table", [6, 3])
    rows = tf.nn.embedding_lookup(table, [1, 3, 3, 5])
    train = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_sum(tf.square(rows - 1)))
    return after(tf, train, table)


@program("training/sampled softmax", OPS)
def _(tf):
    w = tf.get_variable("w", [10, 3], initializer=tf.random_uniform_initializer(-1, 1, seed=1))
    b = tf.get_variable("b", [10], initializer=tf.zeros_initializer())
    x, labels = tf.constant(data(4, 3)), tf.constant(data(4, 1, below=10))
    loss = tf.reduce_mean(tf.nn.nce_loss(w, b, labels, x, 4, 10, remove_accidental_hits=True))
    sampled = tf.nn.learned_unigram_candidate_sampler(tf.cast(labels, tf.int64), 1, 3, True, 10, seed=3)
    return [tf.convert_to_tensor(loss).shape.as_list(), runs(tf, sampled, 2)]


# ---- savers
@program("saver/save, change, restore")
def _(tf):
    w = tf.get_variable("w", [3])
    step = tf.Variable(0, trainable=False, name="global_step")
    train = tf.train.MomentumOptimizer(0.1, 0.9).minimize(tf.reduce_sum(tf.square(w)), step)
    saver = tf.train.Saver(max_to_keep=2)
    found = []
    with scratch() as folder, initialized(tf) as session:
        for _ in range(4):
            session.run(train)
            saver.save(session, os.path.join(folder, "model"), step, write_meta_graph=False)
        found.append(session.run(w))
        saver.restore(session, os.path.join(folder, "model-3"))
        found.append(session.run([w, step]))
        found.append([os.path.basename(path) for path in saver.last_checkpoints])
        found.append(sorted(os.listdir(folder)))
        found.append(os.path.basename(tf.train.latest_checkpoint(folder)))
    return found


@program("saver/some variables under other names, into another graph")
def _(tf):
    found = []
    with scratch() as folder:
        path = os.path.join(folder, "model")
        with tf.variable_scope("encoder"):
            tf.layers.dense(tf.constant(data(2, 3)), 2, name="first")
        variables = tf.trainable_variables("encoder")
        with initialized(tf) as session:
            found.append(session.run(variables))
            tf.train.Saver({v.op.name.replace("encoder", "old"): v for v in variables}).save(session, path)
        with tf.Graph().as_default():
            tf.set_random_seed(3)
            with tf.variable_scope("old"):
                y = tf.layers.dense(tf.constant(data(2, 3)), 2, name="first")
            tf.train.init_from_checkpoint(path, {"old/": "old/"})
            with initialized(tf) as session:
                found.append(session.run([y] + tf.global_variables()))
        reader = tf.train.NewCheckpointReader(path)
        found.append([sorted(reader.get_variable_to_shape_map()), reader.get_tensor("old/first/bias")])
    return found


@program("saver/meta graph", RUNNER)
def _(tf):
    x = tf.placeholder(tf.float32, [None, 3], name="x")
    y = tf.layers.dropout(tf.layers.dense(x, 2), training=True)
    tf.add_to_collection("results", y)
    found = []
    with scratch() as folder:
        with initialized(tf) as session:
            tf.train.Saver().save(session, os.path.join(folder, "m"), global_step=7)
            found.append(session.run(y, {x: data(2, 3)}))
        with tf.Graph().as_default():
            saver = tf.train.import_meta_graph(os.path.join(folder, "m-7.meta"))
            with initialized(tf) as session:
                saver.restore(session, os.path.join(folder, "m-7"))
                found.append(session.run(tf.get_collection("results")[0], {"x:0": data(2, 3)}))
            found.append(session.graph.get_operations()[-1].name)
    return found


CASES = dict(programs)
for _others in (cases_flow, cases_libraries, cases_pipelines):
    assert not set(CASES) & set(_others.programs)
    CASES.update(_others.programs)
