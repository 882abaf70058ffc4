"""Sweep: packages of tf.contrib that work on graphs and tables. CASES: {name: build(tf) -> {name: tensor}}. Python
3.7's syntax.
"""

import tempfile

from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


def net(tf):
    """(4, 6) -> (4, 2)"""
    hidden = tf.layers.dense(constant(tf, 4, 6), 5, tf.nn.relu, name="hidden")
    return tf.layers.dense(hidden, 2, name="output")


@case("graph_editor/replace, copy, reroute")
def _(tf):
    ge = tf.contrib.graph_editor
    y = net(tf)
    hidden = tf.get_default_graph().get_tensor_by_name("hidden/Relu:0")
    replaced = ge.graph_replace(y, {hidden: hidden * 2.0})
    view, info = ge.copy(ge.make_view(ge.get_backward_walk_ops([y.op], stop_at_ts=[hidden])), dst_scope="copied")
    a, b = tf.constant([1.0, 2.0], name="a"), tf.constant([3.0, 4.0], name="b")
    c = tf.negative(a, name="c")
    ge.reroute_ts([b], [a], can_modify=[c.op])
    walked = ge.get_forward_walk_ops([hidden.op]) + list(view.ops) + ge.filter_ops_from_regex(y.graph, "hidden/.*")
    names = sorted(op.name for op in walked)  # sets of objects are in there, which have no order
    return {"y": y, "replaced": replaced, "c": c, "names": tf.constant(names + [info.transformed(y).name])}


@case("copy_graph/of a variable and an op")
def _(tf):
    y = net(tf)
    other = tf.Graph()
    copies = {}
    for variable in tf.global_variables():
        copied = tf.contrib.copy_graph.copy_variable_to_graph(variable, other, "c")
        copies[copied.name] = copied
    copied = tf.contrib.copy_graph.copy_op_to_graph(y, other, list(copies.values()), scope="c")
    return {"y": y, "names": tf.constant([op.name for op in other.get_operations()] + [copied.name])}


@case("lookup/tables")
def _(tf):
    lookup = tf.contrib.lookup
    words = tf.constant(["a", "b", "c", "z"])
    index = lookup.index_table_from_tensor(tf.constant(["a", "b", "c"]), num_oov_buckets=2)
    back = lookup.index_to_string_table_from_tensor(tf.constant(["a", "b", "c"]), default_value="?")
    hashed = lookup.HashTable(lookup.KeyValueTensorInitializer(["a", "b"], tf.constant([5, 6], tf.int64)), -1)
    changing = lookup.MutableHashTable(tf.string, tf.float32, -1.0)
    with tf.control_dependencies([tf.tables_initializer()]):
        found = [index.lookup(words), back.lookup(tf.constant([0, 2, 7], tf.int64)), hashed.lookup(words)]
    with tf.control_dependencies([changing.insert(words, [1.0, 2.0, 3.0, 4.0])]):
        found.append(changing.lookup(words))
    return {"y%d" % n: each for n, each in enumerate(found)}


@case("model_pruning/masked layers, a step")
def _(tf):
    pruning = tf.contrib.model_pruning
    x = constant(tf, 2, 6, 6, 3)
    y = pruning.masked_fully_connected(tf.layers.flatten(pruning.masked_conv2d(x, 4, 3)), 2)
    step = tf.train.get_or_create_global_step()
    settings = pruning.get_pruning_hparams().parse("begin_pruning_step=0,target_sparsity=0.5,initial_sparsity=0.4")
    pruner = pruning.Pruning(settings, global_step=step)
    with tf.control_dependencies([y, pruner.conditional_mask_update_op()]):
        masks = [tf.reduce_sum(mask.read_value()) for mask in pruning.get_masks()]
    return {"y": y, "masks": tf.stop_gradient(tf.stack(masks))}


@case("model_pruning/masked cells")
def _(tf):
    pruning = tf.contrib.model_pruning
    out = {}
    for name in ("MaskedBasicLSTMCell", "MaskedLSTMCell"):
        outputs, _ = tf.nn.dynamic_rnn(getattr(pruning, name)(4), constant(tf, 2, 3, 4), dtype=tf.float32, scope=name)
        out[name] = outputs
    return out


@case("quantize/a training graph")
def _(tf):
    layers = tf.contrib.layers
    x = layers.conv2d(constant(tf, 2, 6, 6, 3), 4, 3, normalizer_fn=layers.batch_norm, activation_fn=tf.nn.relu6)
    y = layers.fully_connected(layers.flatten(x), 2, activation_fn=None)
    tf.contrib.quantize.create_training_graph(tf.get_default_graph(), quant_delay=0)
    return {"y": y}


@case("labeled_tensor/arithmetic")
def _(tf):
    lt = tf.contrib.labeled_tensor
    a = lt.LabeledTensor(constant(tf, 2, 3), ["row", ("column", ["a", "b", "c"])])
    b = lt.LabeledTensor(constant(tf, 3, 4), ["column", "depth"])
    b = lt.LabeledTensor(b.tensor, [("column", ["a", "b", "c"]), "depth"])
    picked = lt.select(a, {"column": "b"})
    return {
        "sum": lt.reduce_sum(a, {"row"}).tensor,
        "product": lt.matmul(a, b).tensor,
        "picked": picked.tensor,
        "scaled": (a * picked).tensor,
        "transposed": lt.transpose(a, ["column", "row"]).tensor,
    }


@case("constrained_optimization/regret")
def _(tf):
    co = tf.contrib.constrained_optimization
    w = tf.get_variable("w", [3], initializer=tf.constant_initializer([0.2, 0.5, -0.3]), use_resource=True)

    class Problem(co.ConstrainedMinimizationProblem):
        objective = property(lambda self: tf.reduce_sum(tf.square(w - 1.0)))
        constraints = property(lambda self: tf.stack([tf.reduce_sum(w) - 1.0, w[0] - 0.5]))

    optimizer = co.AdditiveExternalRegretOptimizer(tf.train.GradientDescentOptimizer(0.1))
    problem = Problem()
    optimizer.minimize(problem)  # whose own ops read and move the variables in any order
    return {"objective": problem.objective, "constraints": problem.constraints}


@case("compiler/jit scope, batching, staging")
def _(tf):
    with tf.contrib.compiler.jit.experimental_jit_scope(False):
        y = constant(tf, 3) * 2.0
    area = tf.contrib.staging.StagingArea([tf.float32], [[3]])
    with tf.control_dependencies([area.put([y])]):
        return {"y": tf.stop_gradient(area.get())}


@case("data/batched and scanned")
def _(tf):
    data = tf.contrib.data
    numbers = tf.data.Dataset.range(10)
    found = [
        numbers.apply(data.batch_and_drop_remainder(3)),
        numbers.apply(data.map_and_batch(lambda x: x * 2, 4)),
        numbers.apply(data.scan(tf.constant(0, tf.int64), lambda total, x: (total + x, total + x))),
        numbers.apply(data.group_by_window(lambda x: x % 2, lambda key, each: each.batch(3), 3)),
        data.Counter(5, 2).take(3),
        numbers.map(lambda x: tf.fill([x % 3 + 1], x)).apply(data.unbatch()),
    ]
    out = {}
    for n, dataset in enumerate(found):
        out["y%d" % n] = dataset.make_one_shot_iterator().get_next()
    return out


@case("framework/placeholders, graphs, init_from_checkpoint's names")
def _(tf):
    y = net(tf)
    framework = tf.contrib.framework
    fused = framework.fuse_op(
        tf.get_default_graph().as_graph_def(), ["hidden/BiasAdd"], ["hidden/Relu"], [1], True, "fused", "Fused"
    )
    device = framework.VariableDeviceChooser(num_tasks=2)
    names = [node.name for node in fused.node] + [device(y.op), device(tf.get_default_graph().get_operations()[1])]
    return {"y": y, "names": tf.constant(names)}


@case("training/weighted_resample, stratified, bucket: graphs")
def _(tf):
    training = tf.contrib.training
    x = constant(tf, 6)
    resampled, rate = training.weighted_resample([x], tf.abs(x), 0.7, seed=3)
    again = training.resample_at_rate([x], x, seed=4)
    return {"resampled": tf.stop_gradient(resampled[0]), "rate": rate, "again": tf.stop_gradient(again[0])}


@case("recurrent/functional_rnn, bidirectional")
def _(tf):
    """In a graph of its own: the ops of functions are named by a hash of all that is in them."""
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(5)
        rnn, cell, x = tf.contrib.recurrent, tf.nn.rnn_cell.GRUCell, constant(tf, 2, 4, 5)
        y, state = rnn.functional_rnn(tf.nn.rnn_cell.BasicLSTMCell(3), x, dtype=tf.float32)
        both, _ = rnn.bidirectional_functional_rnn(cell(3), cell(3), x, dtype=tf.float32, sequence_length=[2, 4])
        steps = [tf.gradients(y, tf.trainable_variables()[:2]), both]
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            values = session.run(tf.contrib.framework.nest.flatten([y, state.c, steps]))
    return {"y%d" % n: tf.constant(value) for n, value in enumerate([*values, len(graph.get_operations())])}


@case("specs/create_net")
def _(tf):
    return {"y": tf.contrib.specs.create_net("net = Cr(4, [3, 3]) | Mp(2) | Flat | Fr(3)", constant(tf, 2, 8, 8, 1))}


@case("optimizer_v2/by its public names")
def _(tf):
    weights = tf.get_variable("weights", [3], initializer=tf.ones_initializer())
    rates, out = {"MomentumOptimizer": (0.1, 0.9)}, {}
    for name in ("Adadelta", "Adagrad", "Adam", "GradientDescent", "Momentum", "RMSProp"):
        optimizer = getattr(tf.contrib.optimizer_v2, name + "Optimizer")(*rates.get(name + "Optimizer", (0.1,)))
        with tf.control_dependencies([*out.values(), optimizer.minimize(tf.reduce_sum(tf.square(weights)))]):
            out[name] = weights.read_value()
    return {name: tf.stop_gradient(value) for name, value in out.items()}


@case("autograph/to_graph")
def _(tf):
    def signed(x):
        if tf.reduce_sum(x) > 0.0:
            x = -x
        return x

    return {"y": tf.contrib.autograph.to_graph(signed)(constant(tf, 3))}


@case("summary/one of each kind, every second step")
def _(tf):
    summary, x = tf.contrib.summary, tf.nn.sigmoid(constant(tf, 2, 4))
    tf.train.get_or_create_global_step()
    with summary.create_file_writer(tempfile.mkdtemp(), 10, 1000).as_default():
        with tf.control_dependencies(summary.summary_writer_initializer_op()):
            with summary.record_summaries_every_n_global_steps(2):
                summary.scalar("mean", tf.reduce_mean(x))
                summary.histogram("x", x)
                summary.image("image", tf.reshape(x, [2, 2, 2, 1]))
                summary.audio("audio", tf.reshape(x, [2, 4, 1]), 8000, 2)
            with summary.always_record_summaries():
                summary.generic("generic", x)
        with tf.control_dependencies([tf.group(*summary.all_summary_ops())]):
            return {"x": tf.identity(x), "y": x + tf.random_uniform([2, 4])}
