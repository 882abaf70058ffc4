"""Sweep: the op-seed rule. CASES: {name: build(tf) -> {name: tensor}}. Python 3.7's syntax."""

from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case

SHUFFLED = "a dataset's functions count for themselves, its shuffle with the graph"
COUNTED = {SHUFFLED}  # today's chooses the seed by another op: as many, of another type


def draw(tf, **kwargs):
    return tf.random_uniform([3], -1.0, 1.0, **kwargs)


@case("implicit")
def _(tf):
    return {"a": draw(tf), "b": tf.random_normal([2]), "c": tf.truncated_normal([2])}


@case("explicit")
def _(tf):
    return {"a": draw(tf, seed=1), "b": draw(tf, seed=1), "zero": draw(tf, seed=0), "negative": draw(tf, seed=-5)}


@case("graph seed 0: the pair (0, 0) is never given")
def _(tf):
    tf.set_random_seed(0)
    return {"a": draw(tf, seed=0), "b": draw(tf)}


@case("graph seed set late and twice")
def _(tf):
    a = draw(tf)
    tf.set_random_seed(3)
    b = draw(tf)
    tf.set_random_seed(2**31 + 5)
    return {"a": a, "b": b, "c": draw(tf), "d": draw(tf, seed=2**31 - 1)}


@case("no graph seed, explicit op seeds")
def _(tf):
    tf.get_default_graph().seed = None
    return {"a": draw(tf, seed=4), "zero": draw(tf, seed=0)}


@case("no seed at all")
def _(tf):
    tf.get_default_graph().seed = None
    draw(tf)
    tf.random_normal([2])
    return {"a": tf.constant(1.0)}


@case("get_seed")
def _(tf):
    pairs = [tf.get_seed(None), tf.get_seed(7)]
    tf.constant(0.0)
    pairs.append(tf.get_seed(None))
    return {"pairs": tf.constant(pairs, tf.int64)}


@case("another graph between")
def _(tf):
    a = draw(tf)
    with tf.Graph().as_default():
        tf.set_random_seed(9)
        for _ in range(5):
            draw(tf)
    return {"a": a, "b": draw(tf)}


@case("two graphs, taken up again")
def _(tf):
    graph, other = tf.get_default_graph(), tf.Graph()
    with other.as_default():
        draw(tf)
    a = draw(tf)
    with other.as_default():
        draw(tf)
        with graph.as_default():
            b = draw(tf)
    return {"a": a, "b": b}


@case("name, device and control scopes")
def _(tf):
    with tf.name_scope("x"), tf.device("/cpu:0"):
        a = draw(tf)
        with tf.control_dependencies([a]):
            b = draw(tf, name="named")
    return {"a": a, "b": b}


@case("cond")
def _(tf):
    flag = tf.placeholder_with_default(True, [])
    a = tf.cond(flag, lambda: draw(tf), lambda: tf.random_normal([3]))
    return {"a": a, "b": draw(tf)}


@case("nested cond")
def _(tf):
    flag = tf.placeholder_with_default(False, [])
    inner = lambda: tf.cond(flag, lambda: draw(tf), lambda: tf.random_normal([3], seed=3))  # noqa: E731
    return {"a": tf.cond(flag, lambda: tf.zeros([3]), inner), "b": draw(tf)}


@case("case")
def _(tf):
    flag = tf.placeholder_with_default(False, [])
    a = tf.case([(flag, lambda: draw(tf))], default=lambda: tf.random_normal([3]))
    return {"a": a, "b": draw(tf)}


@case("while_loop")
def _(tf):
    _, a = tf.while_loop(lambda i, _: i < 3, lambda i, x: (i + 1, x + draw(tf)), [tf.constant(0), tf.zeros([3])])
    return {"a": a, "b": draw(tf)}


@case("map_fn and scan")
def _(tf):
    x = constant(tf, 4, 3)
    # one round at a time: in which order more of them draw is the executor's choice (docs/differences.md)
    a = tf.map_fn(lambda row: row + draw(tf), x, parallel_iterations=1)
    b = tf.scan(lambda total, row: total * 0.5 + row, x)
    return {"a": a, "b": b, "c": draw(tf)}


@case("after gradients, twice")
def _(tf):
    x = constant(tf, 2, 3)
    w = tf.get_variable("w", [3, 2])
    y = tf.reduce_mean(tf.square(tf.matmul(x, w)))
    first = tf.gradients(y, [w])[0]
    a = draw(tf)
    second = tf.gradients(tf.reduce_sum(first), [x])[0]
    return {"first": first, "a": a, "second": second, "b": draw(tf)}


OPTIMIZERS = {
    "GradientDescent": lambda tf: tf.train.GradientDescentOptimizer(0.1),
    "Momentum": lambda tf: tf.train.MomentumOptimizer(0.1, 0.9),
    "Adam": lambda tf: tf.train.AdamOptimizer(0.1),
    "RMSProp": lambda tf: tf.train.RMSPropOptimizer(0.1),
    "Adagrad": lambda tf: tf.train.AdagradOptimizer(0.1),
    "Adadelta": lambda tf: tf.train.AdadeltaOptimizer(0.1),
    "Ftrl": lambda tf: tf.train.FtrlOptimizer(0.1),
}
for _name in OPTIMIZERS:

    @case("after minimize, " + _name)
    def _(tf, name=_name):
        h = tf.layers.dense(constant(tf, 4, 5, unknown=(0,)), 3, tf.nn.relu)
        loss = tf.reduce_mean(tf.squared_difference(tf.layers.dense(h, 1), 1.0))
        step = tf.train.get_or_create_global_step()
        train_op = OPTIMIZERS[name](tf).minimize(loss, global_step=step)
        with tf.control_dependencies([train_op]):
            after = tf.identity(step)
        return {"loss": loss, "step": after, "a": draw(tf)}


@case("initializers share the count with everything else")
def _(tf):
    a = tf.get_variable("a", [3, 2])
    b = tf.Variable(tf.random_normal([2, 3]), name="b")
    c = tf.get_variable("c", [2], initializer=tf.random_uniform_initializer(0.0, 1.0, seed=5))
    tf.get_variable("a2", initializer=lambda: tf.random_normal([2]))
    return {"y": tf.matmul(a, b), "c": c + 0.0}


@case("shuffles, crops, gamma, poisson, multinomial")
def _(tf):
    x = tf.constant([[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]])
    return {
        "shuffle": tf.random_shuffle(x),
        "crop": tf.random_crop(tf.zeros([5, 5, 3]) + 1.0, [2, 2, 3]),
        "gamma": tf.random_gamma([2], 2.0, 3.0),
        "poisson": tf.random_poisson(4.0, [3]),
        "multinomial": tf.multinomial(x, 4),
        "integers": tf.random_uniform([4], maxval=100, dtype=tf.int32),
    }


@case("imported graph counts its ops")
def _(tf):
    with tf.Graph().as_default() as other:
        tf.constant([1.0, 2.0], name="c")
        draw(tf, name="r")
    tf.import_graph_def(other.as_graph_def(), name="imported")
    return {"a": draw(tf)}


@case("summaries, savers and initializers before")
def _(tf):
    w = tf.get_variable("w", [2], initializer=tf.zeros_initializer())
    tf.summary.scalar("s", tf.reduce_sum(w))
    tf.summary.histogram("h", w)
    tf.summary.merge_all()
    tf.train.Saver()
    tf.global_variables_initializer()
    return {"a": draw(tf)}


@case(SHUFFLED)
def _(tf):
    rows = tf.data.Dataset.from_tensor_slices(tf.reshape(tf.range(10.0), [5, 2]))
    noisy = rows.map(lambda row: row + tf.random_uniform([2], -1.0, 1.0)).shuffle(10).batch(5)
    return {"batch": noisy.make_one_shot_iterator().get_next(), "a": draw(tf)}
