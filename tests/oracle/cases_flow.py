"""Programs about graphs and sessions: control flow, scopes, collections, assignments, feeding, partial runs, functions
in Python, sparse tensors, text, summaries, monitored sessions. Python 3.7's syntax.
"""

import glob
import os

import numpy as np

from oracle.programs import OPS, RUNNER, Programs, data, initialized, runs, scratch
from oracle.sweep import session as new_session

programs = Programs()
program = programs.program


# ---- control flow
@program("flow/cond on a fed switch, random branches")
def _(tf):
    switch = tf.placeholder(tf.bool, [])
    y = tf.cond(switch, lambda: tf.random_normal([3]), lambda: tf.random_uniform([3], seed=4))
    return runs(tf, y, 4, lambda i: {switch: i % 2 == 0})


@program("flow/cond with variables in its branches", RUNNER)
def _(tf):
    w = tf.get_variable("w", [2])
    x = tf.placeholder(tf.float32, [])
    y = tf.cond(x > 0, lambda: tf.layers.dense(tf.reshape(w, [1, 2]), 2, name="a"), lambda: tf.reshape(w * x, [1, 2]))
    slope = tf.gradients(y, [w])[0]
    return runs(tf, [y, slope], 3, lambda i: {x: i - 1.0})


@program("flow/case", OPS)
def _(tf):
    x = tf.placeholder(tf.int32, [])
    y = tf.case(
        [(x < 2, lambda: tf.constant(1)), (x > 3, lambda: x * 10)], default=lambda: tf.constant(-1), exclusive=True
    )
    return runs(tf, y, 5, lambda i: {x: i})


@program("flow/while_loop and its gradient")
def _(tf):
    w = tf.get_variable("w", [3])
    n = tf.placeholder(tf.int32, [])
    _, y = tf.while_loop(lambda i, y: i < n, lambda i, y: (i + 1, y * tf.sin(w) + w), [0, tf.ones([3])])
    return runs(tf, [y, tf.gradients(y, w)[0]], 4, lambda i: {n: i})


@program("flow/while_loop with a growing shape", OPS)
def _(tf):
    shapes = [tf.TensorShape([]), tf.TensorShape([None])]
    loop = tf.while_loop(
        lambda i, y: i < 5, lambda i, y: [i + 1, tf.concat([y, [i * i]], 0)], [0, tf.constant([7])], shapes
    )
    return runs(tf, loop, 1)


@program("flow/while_loop that draws, one round at a time")
def _(tf):
    def body(i, total):
        return i + 1, total + tf.random_uniform([2])

    loop = tf.while_loop(lambda i, total: i < 4, body, [0, tf.zeros([2])], parallel_iterations=1)
    return runs(tf, loop, 3)


@program("flow/map_fn, scan, foldl, foldr")
def _(tf):
    x = tf.constant(data(4, 3))
    w = tf.get_variable("w", [3])
    ys = [
        tf.map_fn(lambda row: row * w, x),
        tf.scan(lambda a, row: a * 0.5 + row, x),
        tf.foldl(lambda a, row: a + row * w, x),
        tf.foldr(lambda a, row: a - row, x),
        tf.map_fn(lambda ab: ab[0] + ab[1], (x, x * 2), dtype=tf.float32),
        tf.scan(lambda a, n: (a[1], a[0] + a[1]), tf.range(8), initializer=(0, 1)),
    ]
    return runs(tf, ys + tf.gradients(ys[:3], [w]), 2)


@program("flow/TensorArray", OPS)
def _(tf):
    array = tf.TensorArray(tf.float32, 4, clear_after_read=False).unstack(data(4, 2))
    array2 = (
        tf.TensorArray(tf.float32, 0, dynamic_size=True, clear_after_read=False)
        .write(0, [1.0])
        .write(2, [3.0])
        .write(1, [2.0])
    )
    return runs(tf, [array.gather([2, 0]), array.read(1), array.size(), array2.concat(), array2.stack()], 1)


@program("flow/control dependencies order assignments", OPS)
def _(tf):
    a, b = tf.Variable(1.0), tf.Variable(10.0)
    first = tf.assign_add(a, 2.0)
    with tf.control_dependencies([first]):
        second = tf.assign(b, a * b)
        with tf.control_dependencies([second]):
            third = tf.assign_sub(a, 0.5)
            with tf.control_dependencies(None):
                free = tf.constant(3.0)
    together = tf.tuple([third, free])
    found = []
    with initialized(tf) as session:
        for _ in range(3):
            session.run(tf.group(*together))
            found.append(session.run([a, b]))
    return found


@program("flow/scatters and counts", OPS)
def _(tf):
    v = tf.Variable(data(4, 2), name="v")
    n = tf.Variable(0, name="n")
    ops = [
        tf.scatter_update(v, [0, 2], [[1.0, 2.0], [3.0, 4.0]]),
        tf.scatter_add(v, [1, 1], [[1.0, 1.0], [2.0, 2.0]]),
        tf.scatter_sub(v, 3, [1.0, 0.5]),
        tf.count_up_to(n, 2),
        tf.assign(v, v * 2),
        tf.scatter_nd_update(v, [[0, 1]], [9.0]),
    ]
    with initialized(tf) as session:
        return [[session.run(op), session.run(v)] for op in ops]


@program("flow/count_up_to ends", OPS)
def _(tf):
    n = tf.count_up_to(tf.Variable(0), 2)
    with initialized(tf) as session:
        found = [session.run(n), session.run(n)]
        try:
            session.run(n)
        except tf.errors.OutOfRangeError as error:
            found.append(type(error).__name__)
    return found


# ---- graphs, sessions, scopes
@program("graphs/two graphs, two seeds", OPS)
def _(tf):
    found = []
    graphs = [tf.Graph(), tf.Graph()]
    for n, graph in enumerate(graphs):
        with graph.as_default():
            tf.set_random_seed(n + 1)
            tf.add(tf.random_normal([2]), tf.get_variable("v", [2]), name="y")
            tf.global_variables_initializer()
    for graph in graphs + graphs[:1]:
        with tf.Session(graph=graph) as session:
            session.run("init")
            found.append(session.run(["y:0", "v:0", "y:0"]))
    return found


@program("graphs/two sessions of one graph")
def _(tf):
    v = tf.Variable(tf.random_normal([2]))
    grow, draw = tf.assign_add(v, [1.0, 2.0]), tf.random_uniform([2])
    initialize = tf.global_variables_initializer()
    one, two = new_session(tf), new_session(tf)
    found = []
    for session in (one, two):
        session.run(initialize)
    for session in (one, one, two, one, two):
        session.run(grow)
        found.append(session.run([v, draw]))
    one.close()
    two.close()
    return found


@program("graphs/ops added between runs")
def _(tf):
    x = tf.random_normal([2])
    found = []
    with initialized(tf) as session:
        for _ in range(3):
            x = x + tf.random_uniform([2])
            found.append(session.run(x))
    return found


@program("graphs/seed set late")
def _(tf):
    a = tf.random_normal([2])
    tf.set_random_seed(4)
    b = tf.random_normal([2])
    return runs(tf, [a, b], 2)


@program("graphs/seed set in another graph", RUNNER)
def _(tf):
    with tf.Graph().as_default():
        tf.set_random_seed(9)
        inside = runs(tf, tf.random_normal([2]), 2)
    return [inside, runs(tf, tf.random_normal([2]), 2)]


@program("graphs/interactive session", RUNNER)
def _(tf):
    session = tf.InteractiveSession()
    v = tf.get_variable("v", [2])
    tf.global_variables_initializer().run()
    found = [v.eval(), (v + tf.random_uniform([2])).eval(), tf.get_default_session() is session]
    session.close()
    return found


@program("scopes/names and reuse", RUNNER)
def _(tf):
    names = []
    with tf.variable_scope("a") as scope:
        v = tf.get_variable("v", [2])
        with tf.name_scope("inner"):
            names += [tf.get_variable("u", [2]).name, (v + 1).name, tf.Variable(1.0, name="plain").name]
        with tf.variable_scope(scope, reuse=True):
            names += [tf.get_variable("v").name, (v + 1).name, tf.get_variable_scope().reuse]
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        names += [tf.get_variable("w", [1]).name, (v * 2).name]
    with tf.variable_scope(None, "a"):
        names.append(tf.get_variable("v", [2]).name)
    with tf.name_scope("a/"):
        names.append(tf.constant(1).name)
    with tf.variable_scope("a"):
        try:
            tf.get_variable("v", [2])
        except ValueError as error:
            names.append(str(error).split(",")[0])
    return [names, runs(tf, tf.global_variables(), 1)]


@program("scopes/defaults", RUNNER)
def _(tf):
    initializer = tf.random_uniform_initializer(-3, 3)
    with tf.variable_scope("s", initializer=initializer, regularizer=tf.contrib.layers.l2_regularizer(0.5)):
        v = tf.get_variable("v", [3])
        u = tf.get_variable("u", initializer=tf.constant([1.0, 2.0]))
    losses = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
    return runs(tf, [v, u, losses], 1) + [[loss.name for loss in losses]]


@program("scopes/collections and custom getter")
def _(tf):
    def doubled(getter, *args, **kwargs):
        return getter(*args, **kwargs) * 2.0

    with tf.variable_scope("s", custom_getter=doubled):
        v = tf.get_variable("v", [3], collections=["mine", tf.GraphKeys.GLOBAL_VARIABLES])
    tf.add_to_collections(["mine", "yours"], v)
    local = tf.get_local_variable("local", [2], initializer=tf.zeros_initializer())
    names = [[each.name for each in tf.get_collection(key)] for key in ("mine", "yours", tf.GraphKeys.LOCAL_VARIABLES)]
    return [names, runs(tf, [v, local], 1), sorted(tf.get_default_graph().get_all_collection_keys())]


@program("scopes/partitioned variable")
def _(tf):
    v = tf.get_variable("v", [5, 2], partitioner=tf.fixed_size_partitioner(2))
    rows = tf.nn.embedding_lookup(v, [0, 1, 2, 3, 4])
    return runs(tf, [tf.convert_to_tensor(v), rows], 1) + [[part.name for part in v]]


# ---- what a run takes
@program("runs/feeding between", RUNNER)
def _(tf):
    x = tf.random_uniform([2])
    y = x * 2
    z = y + 1
    return [
        runs(tf, z, 2),
        runs(tf, [x, z], 2, lambda i: {y: [10.0 * i, 1.0]}),
        runs(tf, z, 1, lambda i: {x: [1.0, 2.0]}),
    ]


@program("runs/feeding a variable's value", OPS)
def _(tf):
    v = tf.Variable([1.0, 2.0])
    y = v * 3
    with initialized(tf) as session:
        return [session.run(y), session.run(y, {v: [5.0, 5.0]}), session.run(y)]


@program("runs/partial", OPS)
def _(tf):
    a, b, c = (tf.placeholder(tf.float32, []) for _ in range(3))
    first, second = a + b, (a + b) * c
    with new_session(tf) as session:
        handle = session.partial_run_setup([first, second], [a, b, c])
        one = session.partial_run(handle, first, {a: 1.0, b: 2.0})
        return [one, session.partial_run(handle, second, {c: one * 2})]


@program("runs/nested fetches and callable", RUNNER)
def _(tf):
    x = tf.placeholder(tf.float32, [2])
    y = x + tf.random_normal([2])
    with new_session(tf) as session:
        call = session.make_callable([y, x], [x])
        found = [session.run({"a": [y, {"b": x}], "c": (y,)}, {x: [1.0, 2.0]}), call([3.0, 4.0])]
    return found


@program("runs/mistakes", OPS)
def _(tf):
    x = tf.placeholder(tf.float32, [2], name="x")
    v = tf.Variable(1.0, name="v")
    found = []
    with new_session(tf) as session:
        for fetch, feed in ((x * 2, {}), (v, {}), (x, {x: [1.0]}), ("nothing:0", {}), (tf.log(x), {x: "a b".split()})):
            try:
                session.run(fetch, feed)
            except (ValueError, KeyError, tf.errors.OpError) as error:
                found.append(type(error).__name__)
    return found


@program("runs/Print and Assert", OPS)
def _(tf):
    x = tf.placeholder(tf.float32, [None])
    shown = tf.Print(x, [x], "x: ", summarize=2)
    with tf.control_dependencies([tf.Assert(tf.reduce_all(x > 0), [x]), tf.assert_less(x, 9.0)]):
        y = tf.identity(shown) * 2
    found = runs(tf, y, 2, lambda i: {x: [i + 1.0, 2.0]})
    for wrong in ([-1.0], [10.0]):
        try:
            runs(tf, y, 1, lambda i, wrong=wrong: {x: wrong})
        except tf.errors.InvalidArgumentError as error:
            found.append(error.op.type)
    return found


@program("runs/py_func", RUNNER)
def _(tf):
    x = tf.placeholder(tf.float32, [3])
    y, n = tf.py_func(lambda a: (np.cumsum(a), np.int64(a.argmax())), [x], [tf.float32, tf.int64])
    y.set_shape([3])
    draw = tf.py_func(lambda: np.random.uniform(size=2), [], tf.float64)
    return runs(tf, [y + tf.random_uniform([3]), n], 3, lambda i: {x: data(3, seed=i)}) + runs(tf, draw, 2)


@program("runs/custom gradients", OPS)
def _(tf):
    @tf.custom_gradient
    def clipped(x):
        return tf.exp(x), lambda dy: tf.clip_by_value(dy * tf.exp(x), -2.0, 2.0)

    x = tf.constant([0.1, 1.0, 3.0])
    with tf.get_default_graph().gradient_override_map({"Sign": "Identity"}):
        sign = tf.sign(x)
    stopped = x * tf.stop_gradient(x)
    return runs(tf, [clipped(x)] + [tf.gradients(y, x)[0] for y in (clipped(x), sign, stopped)], 1)


# ---- sparse, text, tables
@program("ops/sparse", OPS)
def _(tf):
    s = tf.sparse_placeholder(tf.float32)
    value = tf.SparseTensorValue([[0, 1], [1, 3], [2, 0]], np.array([1.0, 2.0, 3.0], "f4"), [3, 4])
    ys = [
        tf.sparse_tensor_to_dense(s),
        tf.sparse_tensor_dense_matmul(s, data(4, 2)),
        tf.sparse_reduce_sum(s, 1),
        tf.sparse_transpose(s),
        tf.sparse_add(s, s),
        tf.sparse_slice(s, [0, 1], [2, 3]),
        tf.sparse_retain(s, [True, False, True]),
        tf.sparse_concat(0, [s, s]),
        tf.sparse_softmax(s),
        tf.sparse_fill_empty_rows(s, 0.5)[0],
        tf.sparse_reorder(s),
    ]
    return runs(tf, ys, 1, lambda i: {s: value})


@program("ops/embedding of sparse ids")
def _(tf):
    ids = tf.SparseTensor([[0, 0], [0, 1], [1, 0]], tf.constant([1, 3, 2], tf.int64), [2, 2])
    table = tf.get_variable("table", [5, 3])
    y = tf.nn.embedding_lookup_sparse(table, ids, None, combiner="mean")
    with initialized(tf) as session:
        found = [session.run(y)]
        train = tf.train.GradientDescentOptimizer(0.5).minimize(tf.reduce_sum(y * y))
        session.run(train)
        return found + [session.run([y, table])]


@program("ops/strings", OPS)
def _(tf):
    x = tf.constant(["some words here", "two words", ""])
    parts = tf.string_split(x)
    ys = [
        parts,
        tf.string_join([x, x], "|"),
        tf.substr(x, 0, 0),
        tf.string_to_hash_bucket_fast(x, 100),
        tf.string_to_hash_bucket_strong(x, 100, [1, 2]),
        tf.string_to_number(["1.5", "-2e3"]),
        tf.as_string([1.25, 3.0], precision=2),
        tf.regex_replace(x, "w(o)", r"\1w"),
        tf.strings.length(x),
        tf.reduce_join(["a", "b"], 0, separator="-"),
        tf.decode_raw(tf.constant(["abcd"]), tf.uint8),
        tf.encode_base64(x),
        tf.sparse_tensor_to_dense(parts, ""),
        tf.strings.regex_full_match(x, ".*words.*"),
        tf.strings.lower(tf.constant(["ABC"])),
        tf.string_to_hash_bucket(x, 10),
    ]
    return runs(tf, ys, 1)


@program("ops/lookup tables", OPS)
def _(tf):
    keys, values = tf.constant(["a", "b", "c"]), tf.constant([1, 2, 3], tf.int64)
    table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), -1)
    vocabulary = tf.lookup.StaticVocabularyTable(tf.lookup.KeyValueTensorInitializer(keys, values - 1), 2)
    return runs(
        tf, [table.lookup(tf.constant(["b", "x"])), vocabulary.lookup(tf.constant(["c", "x", "y"])), table.size()], 1
    )


@program("ops/images", OPS)
def _(tf):
    x = tf.constant(data(6, 6, 3))
    encoded = tf.image.encode_png(tf.saturate_cast(x * 255, tf.uint8))
    ys = [
        tf.image.resize_images(x, [3, 4]),
        tf.image.resize_nearest_neighbor(x[None], [4, 4]),
        tf.image.rgb_to_grayscale(x),
        tf.image.decode_png(encoded),
        tf.image.random_flip_left_right(x, seed=1),
        tf.image.random_brightness(x, 0.3, seed=2),
        tf.image.random_contrast(x, 0.5, 1.5, seed=3),
        tf.image.adjust_hue(x, 0.2),
        tf.image.per_image_standardization(x),
        tf.image.crop_and_resize(x[None], [[0.1, 0.1, 0.8, 0.9]], [0], [3, 3]),
        tf.image.resize_bicubic(x[None], [4, 5]),
    ]
    return runs(tf, ys, 2)


@program("ops/slices, gathers, segments", OPS)
def _(tf):
    x = tf.constant(data(4, 5))
    ys = [
        x[1:3, ::2],
        x[..., -1],
        tf.gather(x, [3, 0]),
        tf.gather_nd(x, [[0, 1], [2, 2]]),
        tf.boolean_mask(x, x > 0.5),
        tf.where(x > 0.5),
        tf.segment_sum(x, [0, 0, 1, 2]),
        tf.unsorted_segment_max(x, [1, 0, 1, 0], 2),
        tf.nn.top_k(x, 2),
        tf.reverse_sequence(x, [1, 2, 3, 4], 1),
        tf.dynamic_partition(x, [0, 1, 0, 1], 2),
        tf.unique([3, 1, 3]),
        tf.sequence_mask([1, 3]),
        tf.cumsum(x, 1, exclusive=True),
        tf.pad(x, [[1, 0], [0, 1]], "REFLECT"),
        tf.tile(x, [1, 2]),
        tf.space_to_depth(tf.reshape(x[:, :4], [1, 4, 4, 1]), 2),
        tf.matrix_band_part(x, 1, 0),
        tf.setdiff1d([1, 2, 3], [2]),
    ]
    return runs(tf, ys, 1)


@program("ops/linear algebra", OPS)
def _(tf):
    a = tf.constant(data(3, 3) + 3 * np.eye(3, dtype="f4"))
    symmetric = a + tf.transpose(a)
    ys = [
        tf.matrix_inverse(a),
        tf.matrix_solve(a, data(3, 2)),
        tf.cholesky(symmetric),
        tf.matrix_determinant(a),
        tf.self_adjoint_eig(symmetric)[0],
        tf.svd(a, compute_uv=False),
        tf.trace(a),
        tf.norm(a),
        tf.einsum("ij,kj->ik", a, a),
        tf.tensordot(a, a, [[0], [1]]),
        tf.log(tf.matrix_diag_part(a)),
        tf.qr(a)[1] * tf.sign(tf.qr(a)[1]),
    ]
    return runs(tf, ys, 1)


@program("ops/distributions")
def _(tf):
    normal = tf.distributions.Normal([0.0, 1.0], [1.0, 2.0])
    coin, many = tf.distributions.Bernoulli(logits=[0.3, -1.0]), tf.distributions.Categorical(logits=[[0.1, 0.5, 0.2]])
    other = tf.distributions.Normal(0.5, 1.0)
    ys = [each.sample(3) for each in (normal, coin, many)]
    ys += [normal.log_prob([0.3, 0.4]), coin.entropy(), many.prob([1]), tf.distributions.kl_divergence(normal, other)]
    return runs(tf, ys, 2)


# ---- summaries
def summarized(tf, text):
    """A Summary's values in a form to compare."""
    found = []
    for value in tf.Summary.FromString(text).value:
        which = value.WhichOneof("value")
        content = getattr(value, which)
        if which == "histo":
            content = [content.min, content.max, content.num, content.sum, content.sum_squares, list(content.bucket)]
        elif which == "image":
            content = [content.height, content.width, content.colorspace]
        elif which == "tensor":
            content = tf.make_ndarray(content)
        elif which == "audio":
            content = [content.sample_rate, content.length_frames, content.encoded_audio_string]
        found.append([value.tag, which, content])
    return found


@program("summaries/merge_all in a training")
def _(tf):
    x = tf.constant(data(8, 3))
    with tf.name_scope("loss"):
        loss = tf.reduce_mean(tf.square(tf.layers.dense(x, 2)))
        tf.summary.scalar("value", loss)
    for v in tf.trainable_variables():
        tf.summary.histogram(v.op.name, v)
    merged = tf.summary.merge_all()
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    found = []
    with initialized(tf) as session:
        for _ in range(3):
            found.append(summarized(tf, session.run(merged)))
            session.run(train)
    return found


@program("summaries/images, sounds, text", OPS)
def _(tf):
    parts = [
        tf.summary.image("digits", data(4, 3, 5, 1), max_outputs=2),
        tf.summary.audio("tone", data(1, 20, 1) - 0.5, 100),
        tf.summary.text("words", tf.constant("some *words*")),
        tf.summary.scalar("odd name!", 2.0),
        tf.summary.tensor_summary("tensor", tf.constant([1.0, 2.0])),
    ]
    return [summarized(tf, text) for text in runs(tf, [tf.summary.merge(parts)] + parts, 1)[0]]


@program("summaries/written and read", RUNNER)
def _(tf):
    loss = tf.reduce_sum(tf.random_normal([3]))
    merged = tf.summary.merge([tf.summary.scalar("loss", loss), tf.summary.histogram("h", [1.0, 2.0, loss])])
    found = []
    with scratch() as folder, initialized(tf) as session:
        writer = tf.summary.FileWriter(folder, session.graph)
        for step in range(3):
            writer.add_summary(session.run(merged), global_step=step * 10)
        writer.add_summary(tf.Summary(value=[tf.Summary.Value(tag="by hand", simple_value=1.5)]), 99)
        writer.close()
        (path,) = glob.glob(os.path.join(folder, "events*"))
        for event in tf.train.summary_iterator(path):
            if event.HasField("summary"):
                found.append([event.step, summarized(tf, event.summary.SerializeToString())])
    return found


# ---- sessions that are looked after
@program("monitored/hooks", RUNNER)
def _(tf):
    found = []

    class Hook(tf.train.SessionRunHook):
        def begin(self):
            self.step = tf.train.get_global_step()

        def before_run(self, context):
            return tf.train.SessionRunArgs(loss)

        def after_run(self, context, values):
            found.append(values.results)

        def end(self, session):
            found.append(session.run(self.step))

    step = tf.train.get_or_create_global_step()
    w = tf.get_variable("w", [3])
    loss = tf.reduce_sum(tf.square(w - tf.random_uniform([3])))
    with tf.control_dependencies([loss]):
        train = tf.train.GradientDescentOptimizer(0.1).minimize(loss, step)
    with tf.train.MonitoredTrainingSession(hooks=[tf.train.StopAtStepHook(4), Hook()]) as session:
        while not session.should_stop():
            session.run(train)
    return found


@program("monitored/checkpoints go on")
def _(tf):
    found = []
    with scratch() as folder:
        for last in (3, 5):
            with tf.Graph().as_default():
                tf.set_random_seed(3)
                step = tf.train.get_or_create_global_step()
                w = tf.get_variable("w", [2])
                train = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)), step)
                hooks = [tf.train.StopAtStepHook(last_step=last)]
                with tf.train.MonitoredTrainingSession(checkpoint_dir=folder, hooks=hooks) as session:
                    found.append(session.run([w, step]))
                    while not session.should_stop():
                        session.run(train)
                        found.append(session.run(step) if not session.should_stop() else "stopped")
        found.append(os.path.basename(tf.train.latest_checkpoint(folder)))
        found.append(tf.train.load_variable(folder, "w"))
    return found


@program("monitored/scaffold, NaN, single session")
def _(tf):
    x = tf.placeholder(tf.float32, [])
    w = tf.get_variable("w", [2])
    loss = tf.reduce_sum(tf.log(x) * w)
    scaffold = tf.train.Scaffold(
        init_op=tf.global_variables_initializer(), ready_op=tf.report_uninitialized_variables()
    )
    hooks = [tf.train.NanTensorHook(loss), tf.train.FinalOpsHook(w * 2)]
    found = []
    with tf.train.SingularMonitoredSession(hooks=hooks, scaffold=scaffold) as session:
        found.append(session.run(loss, {x: 2.0}))
        try:
            session.run(loss, {x: -1.0})
        except tf.train.NanLossDuringTrainingError as error:
            found.append(str(error))
    return found + [hooks[1].final_ops_values]


@program("monitored/Supervisor", RUNNER)
def _(tf):
    found = []
    with scratch() as folder:
        for _ in range(2):
            with tf.Graph().as_default():
                step = tf.train.get_or_create_global_step()
                w = tf.get_variable("w", [2])
                train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(tf.square(w)), step)
                supervisor = tf.train.Supervisor(logdir=folder, save_model_secs=0, save_summaries_secs=0)
                with supervisor.managed_session() as session:
                    for _ in range(2):
                        session.run(train)
                    found.append(session.run([w, step]))
                    supervisor.saver.save(session, supervisor.save_path, global_step=step)
    return found
