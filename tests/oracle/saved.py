"""What a program leaves on disk: checkpoints (V2, V1, of some variables under other names), a meta graph, a SavedModel
and a frozen graph; and what a program gives that finds them. The same code writes and reads with TensorFlow 1.15.5 and
with today's. Python 3.7's syntax.

    python tests/oracle/saved.py write DIRECTORY     # DIRECTORY/NAME.tar.xz of each program
    python tests/oracle/saved.py read DIRECTORY      # prints what they give: one JSON object
"""

import contextlib
import io
import json
import os
import shutil
import sys
import tarfile
import tempfile
from collections import namedtuple
from functools import partial

if __name__ == "__main__":
    HERE = os.path.dirname(os.path.abspath(__file__))
    sys.path[:1] = [os.path.dirname(os.path.dirname(HERE)), os.path.dirname(HERE)]

import numpy as np

from oracle import compare, graphs, sweep

BEFORE, AFTER = 3, 3  # training steps before the files are written, and from each of them
NUDGES = 2


def batch_norm_vae(tf):
    """tf.layers with batch norm whose moving averages are UPDATE_OPS; noise with an implicit seed; Adam."""
    x = tf.placeholder(tf.float32, [None, 6], name="x")
    training = tf.placeholder_with_default(False, [], name="training")
    with tf.variable_scope("encoder"):
        h = tf.nn.relu(tf.layers.batch_normalization(tf.layers.dense(x, 5, use_bias=False), training=training))
        mean, log_var = tf.layers.dense(h, 2, name="mean"), tf.layers.dense(h, 2, name="log_var")
    z = mean + tf.exp(0.5 * log_var) * tf.random_normal(tf.shape(mean))
    with tf.variable_scope("decoder"):
        h = tf.layers.batch_normalization(tf.layers.dense(z, 5, tf.nn.tanh), training=training)
        logits = tf.layers.dense(h, 6)
    tf.nn.sigmoid(logits, name="output")
    tf.identity(mean, name="codes")
    bce = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), 1)
    kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mean) - tf.exp(log_var), 1)
    loss = tf.reduce_mean(bce + kl, name="loss")
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        tf.train.AdamOptimizer(0.01).minimize(loss, tf.train.get_or_create_global_step(), name="train")


def contrib_net(tf):
    """tf.contrib.layers in an arg_scope, L2 regularization, momentum, and moving averages of the weights."""
    layers, arg_scope = tf.contrib.layers, tf.contrib.framework.arg_scope
    x = tf.placeholder(tf.float32, [None, 6, 6, 1], name="x")
    labels = tf.placeholder(tf.int32, [None], name="labels")
    training = tf.placeholder_with_default(False, [], name="training")
    regularizer = layers.l2_regularizer(0.01)
    with arg_scope([layers.conv2d, layers.fully_connected], weights_regularizer=regularizer):
        norm = {"is_training": training, "decay": 0.9, "scale": True}
        h = layers.conv2d(x, 3, 3, stride=2, normalizer_fn=layers.batch_norm, normalizer_params=norm)
        h = layers.dropout(layers.flatten(h), 0.8, is_training=training)
        logits = layers.fully_connected(h, 3, activation_fn=None, scope="logits")
    tf.nn.softmax(logits, name="output")
    tf.losses.sparse_softmax_cross_entropy(labels, logits)
    loss = tf.losses.get_total_loss(name="loss")
    step = tf.train.get_or_create_global_step()
    averages = tf.train.ExponentialMovingAverage(0.9, step)
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        update = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss, step)
    with tf.control_dependencies([update]):
        averages.apply(tf.trainable_variables())
    with tf.control_dependencies([averages.apply(tf.moving_average_variables())]):
        tf.no_op("train")


def lstm(tf):
    """An embedding in two parts, a BasicLSTMCell under dynamic_rnn, clipped gradients, RMSProp with a decaying rate."""
    x = tf.placeholder(tf.int32, [None, 5], name="x")
    with tf.variable_scope("embedding", partitioner=tf.fixed_size_partitioner(2)):
        table = tf.get_variable("table", [8, 4], initializer=tf.random_uniform_initializer(-1, 1))
    inputs = tf.nn.embedding_lookup(list(table), x, "div")
    cell = tf.nn.rnn_cell.BasicLSTMCell(4)
    states, final = tf.nn.dynamic_rnn(cell, inputs, sequence_length=[5, 3, 2, 5], dtype=tf.float32)
    logits = tf.layers.dense(states, 8)
    tf.nn.softmax(logits, name="output")
    tf.identity(final.h, name="codes")
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=x, logits=logits), name="loss")
    step = tf.Variable(0, trainable=False, name="step")
    rate = tf.train.exponential_decay(0.05, step, 2, 0.9, staircase=True)
    sources = tf.trainable_variables()
    gradients, _ = tf.clip_by_global_norm(tf.gradients(loss, sources), 1.0)
    tf.train.RMSPropOptimizer(rate).apply_gradients(list(zip(gradients, sources)), step, name="train")


def gan(tf):
    """Two networks, two optimizers with variables of their own, dropout with an op's seed."""
    x = tf.placeholder(tf.float32, [None, 2], name="x")
    z = tf.placeholder(tf.float32, [None, 3], name="z")
    with tf.variable_scope("generator"):
        fake = tf.layers.dense(tf.layers.dense(z, 5, tf.nn.relu), 2)

    def discriminator(points, reuse):
        with tf.variable_scope("discriminator", reuse=reuse):
            h = tf.layers.dropout(tf.layers.dense(points, 5, tf.nn.leaky_relu), 0.3, seed=4, training=True)
            return tf.layers.dense(h, 1)

    real_logits, fake_logits = discriminator(x, False), discriminator(fake, True)
    tf.identity(fake, name="output")
    bce = tf.nn.sigmoid_cross_entropy_with_logits
    loss = tf.reduce_mean(bce(logits=real_logits, labels=tf.ones_like(real_logits)))
    loss = tf.add(loss, tf.reduce_mean(bce(logits=fake_logits, labels=tf.zeros_like(fake_logits))), name="loss")
    g_loss = tf.reduce_mean(bce(logits=fake_logits, labels=tf.ones_like(fake_logits)), name="g_loss")
    of = {part: tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, part) for part in ("discriminator", "generator")}
    tf.train.AdamOptimizer(0.01, 0.5).minimize(loss, var_list=of["discriminator"], name="train")
    tf.train.AdamOptimizer(0.01, 0.5).minimize(g_loss, var_list=of["generator"], name="g_train")


def pipeline(tf):
    """Its own tf.data pipeline, with functions in the graph; resource variables; a cond and a loop; momentum."""
    points = np.random.RandomState(4).uniform(size=(10, 3)).astype("f4")
    dataset = tf.data.Dataset.from_tensor_slices((points, points[:, :1] ** 2))
    dataset = dataset.map(lambda x, y: (tf.concat([x, tf.sin(x)], 0), y)).shuffle(10, seed=2).batch(5).repeat()
    x, y = dataset.make_one_shot_iterator().get_next()
    scale = tf.placeholder_with_default(1.0, [], name="scale")
    with tf.variable_scope("net", use_resource=True):
        h = tf.layers.dense(x * scale, 4, tf.nn.relu)
        h = tf.cond(tf.reduce_mean(x) > 0.3, lambda: h * 2, lambda: tf.nn.dropout(h, 0.5))
        _, h = tf.while_loop(lambda i, h: i < 2, lambda i, h: (i + 1, tf.sqrt(h + 1)), [0, h])
        guess = tf.layers.dense(h, 1)
    tf.identity(guess, name="output")
    loss = tf.reduce_mean(tf.squared_difference(guess, y), name="loss")
    tf.train.MomentumOptimizer(0.05, 0.9).minimize(loss, name="train")


_RNG = np.random.RandomState(3)
# the graph; what is fed to its tensors by name, also in training; what it gives; [(a step's loss, its op)]
Program = namedtuple("Program", "build feeds training outputs steps")
PROGRAMS = {
    "vae": Program(
        batch_norm_vae, {"x": _RNG.uniform(size=(8, 6))}, {"training": True}, ["output", "codes"], [("loss", "train")]
    ),
    "contrib": Program(
        contrib_net,
        {"x": _RNG.uniform(size=(6, 6, 6, 1)), "labels": [0, 1, 2, 2, 1, 0]},
        {"training": True},
        ["output"],
        [("loss", "train")],
    ),
    "lstm": Program(lstm, {"x": _RNG.randint(8, size=(4, 5))}, {}, ["output", "codes"], [("loss", "train")]),
    "gan": Program(
        gan,
        {"x": _RNG.uniform(size=(7, 2)), "z": _RNG.uniform(-1, 1, size=(7, 3))},
        {},
        ["output"],
        [("loss", "train"), ("g_loss", "g_train")],
    ),
    "pipeline": Program(pipeline, {"scale": 0.9}, {}, ["output"], [("loss", "train")]),
}


def fed(program, training=False, scope=""):
    values = dict(program.feeds, **(program.training if training else {}))
    return {"{}{}:0".format(scope, name): value for name, value in values.items()}


def train(program, sess, steps):
    """[[loss, …] of each step]."""
    feeds = fed(program, training=True)
    runs = [[loss + ":0", op] for loss, op in program.steps]
    return [[float(str(sess.run(run, feeds)[0])) for run in runs] for _ in range(steps)]


def renamed(tf):
    """{"old/…": variable} of what is trained: an explicit var_list under names of its own."""
    return {"old/" + v.op.name: v for v in tf.trainable_variables() if "embedding" not in v.op.name}


# ---- writing
def write(tf, name, directory):
    """Trains a program and writes all forms of it into `directory`."""
    program = PROGRAMS[name]
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(sweep.GRAPH_SEED)
        program.build(tf)
        saver = tf.train.Saver(max_to_keep=2, save_relative_paths=True)
        old = tf.train.Saver(write_version=tf.train.SaverDef.V1, save_relative_paths=True)
        some = tf.train.Saver(renamed(tf))
        os.mkdir(os.path.join(directory, "v1"))
        with sweep.session(tf) as sess:
            sess.run(tf.global_variables_initializer())
            for step in range(1, BEFORE + 1):  # of three checkpoints the last two are kept
                train(program, sess, 1)
                saver.save(sess, os.path.join(directory, "v2", "model.ckpt"), step, write_meta_graph=False)
            old.save(sess, os.path.join(directory, "v1", "model.ckpt"), write_meta_graph=False)
            some.save(sess, os.path.join(directory, "some", "model"), write_meta_graph=False, write_state=False)
            saver.export_meta_graph(os.path.join(directory, "model.meta"))
            inputs, outputs = (
                {each: graph.get_tensor_by_name(each + ":0") for each in names}
                for names in (program.feeds, program.outputs)
            )
            if name == "gan":
                _build_saved_model(tf, sess, os.path.join(directory, "saved_model"), inputs, outputs)
            else:
                tf.saved_model.simple_save(sess, os.path.join(directory, "saved_model"), inputs, outputs)
            frozen = tf.graph_util.convert_variables_to_constants(sess, graph.as_graph_def(), program.outputs)
            tf.train.write_graph(frozen, directory, "frozen.pb", as_text=False)


def _build_saved_model(tf, sess, path, inputs, outputs):
    """A Builder, with a tag and a signature of the script's own."""
    infos = [{k: tf.saved_model.utils.build_tensor_info(t) for k, t in part.items()} for part in (inputs, outputs)]
    signature = tf.saved_model.build_signature_def(*infos, method_name="tensorflow/serving/predict")
    builder = tf.saved_model.builder.SavedModelBuilder(path)
    builder.add_meta_graph_and_variables(sess, ["course"], {"generate": signature}, strip_default_attrs=True)
    builder.save()


def pack(directory):
    """Bytes of a .tar.xz of the directory, without times and owners."""
    packed = io.BytesIO()

    def plain(entry):
        entry.mtime = entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    with tarfile.open(fileobj=packed, mode="w:xz") as archive:
        for part in sorted(os.listdir(directory)):
            archive.add(os.path.join(directory, part), part, filter=plain)
    return packed.getvalue()


def packed_by(write):
    """Bytes of a .tar.xz of all that `write(directory)` writes."""
    directory = tempfile.mkdtemp()
    try:
        write(directory)
        return pack(directory)
    finally:
        shutil.rmtree(directory)


@contextlib.contextmanager
def unpacked(packed):
    """The path of a directory that holds, for as long, what is in a .tar.xz."""
    directory = tempfile.mkdtemp()
    try:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(directory)
        yield directory
    finally:
        shutil.rmtree(directory)


def written(tf, name):
    return packed_by(partial(write, tf, name))


# ---- reading
def read(tf, name, packed, nudges=0):
    """A record of what the files give: outputs, losses of further steps, seeds of random ops that are added."""
    with unpacked(packed) as directory:
        record = {"values": {}, "random": {}, "losses": [[] for _ in range(AFTER)]}
        courses = [[[] for _ in range(AFTER)] for _ in range(nudges)]
        for form in (
            checkpoint_v2,
            checkpoint_v1,
            some_variables,
            meta_graph,
            scoped_meta_graph,
            bare_graph,
            saved_model,
            frozen,
        ):
            with tf.Graph().as_default():
                tf.set_random_seed(sweep.GRAPH_SEED)
                with sweep.session(tf) as sess:
                    form(tf, PROGRAMS[name], directory, sess, _Answers(form.__name__, record, courses))
        if nudges:
            record["spread"] = compare.spread([record["losses"]] + courses)
        return record


class _Answers:
    """Enters what one form gives into the record."""

    def __init__(self, form, record, courses):
        self.form, self.record, self.courses = form, record, courses

    def outputs(self, sess, fetches, feeds):
        for name, value in sess.run(fetches, feeds).items():
            self.record["values"]["{}/{}".format(self.form, name)] = sweep.plain(value)

    def seed(self, tf, when):
        """The seeds of a random op, were there one now."""
        self.record["random"]["{}/{}".format(self.form, when)] = list(tf.get_seed(None))

    def training(self, tf, program, graph, restore):
        """Losses from the restored values, in Sessions of their own; with nudges, also from values moved a rounding."""
        variables = [v for v in tf.global_variables() if v.dtype.base_dtype.is_floating]
        for n, losses in enumerate([self.record["losses"]] + self.courses):
            with sweep.session(tf) as sess:
                restore(sess)
                if n:
                    for variable, value in zip(variables, graphs.nudged(sess.run(variables), n)):
                        variable.load(value, sess)
                for step, loss in zip(losses, train(program, sess, AFTER)):
                    step += loss


def checkpoint_v2(tf, program, directory, sess, answers):
    program.build(tf)
    path = tf.train.latest_checkpoint(os.path.join(directory, "v2"))
    kept = tf.train.get_checkpoint_state(os.path.join(directory, "v2")).all_model_checkpoint_paths
    listed = tf.train.list_variables(path)
    answers.outputs(sess, {"listed": tf.constant(repr((sorted(listed), [os.path.basename(p) for p in kept])))}, {})
    saver = tf.train.Saver()
    saver.restore(sess, path)
    answers.outputs(sess, {name: name + ":0" for name in program.outputs}, fed(program))
    answers.training(tf, program, sess.graph, lambda s: saver.restore(s, path))


def checkpoint_v1(tf, program, directory, sess, answers):
    program.build(tf)
    path = tf.train.latest_checkpoint(os.path.join(directory, "v1"))
    reader = tf.train.NewCheckpointReader(path)
    answers.outputs(sess, {"shapes": tf.constant(repr(sorted(reader.get_variable_to_shape_map().items())))}, {})
    saver = tf.train.Saver()
    saver.restore(sess, path)
    answers.outputs(sess, {name: name + ":0" for name in program.outputs}, fed(program))
    answers.training(tf, program, sess.graph, lambda s: saver.restore(s, path))


def some_variables(tf, program, directory, sess, answers):
    program.build(tf)
    sess.run(tf.global_variables_initializer())
    tf.train.Saver(renamed(tf)).restore(sess, os.path.join(directory, "some", "model"))
    answers.outputs(sess, {name: name + ":0" for name in program.outputs}, fed(program))


def meta_graph(tf, program, directory, sess, answers):
    """Nothing is built: the graph comes from the file. Then something is: another optimizer, and random ops."""
    saver = tf.train.import_meta_graph(os.path.join(directory, "model.meta"))
    path = tf.train.latest_checkpoint(os.path.join(directory, "v2"))
    saver.restore(sess, path)
    answers.outputs(sess, {name: name + ":0" for name in program.outputs}, fed(program))
    answers.training(tf, program, sess.graph, lambda s: saver.restore(s, path))
    answers.seed(tf, "after_import")
    loss = sess.graph.get_tensor_by_name(program.steps[0][0] + ":0")
    minimize = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    answers.seed(tf, "after_minimize")
    sess.run(minimize, fed(program, training=True))
    answers.outputs(sess, {name + " after a step": name + ":0" for name in program.outputs}, fed(program))


def scoped_meta_graph(tf, program, directory, sess, answers):
    """The meta graph below a name scope, beside something that is there already."""
    tf.get_variable("w", [2])
    saver = tf.train.import_meta_graph(os.path.join(directory, "model.meta"), clear_devices=True, import_scope="old")
    saver.restore(sess, tf.train.latest_checkpoint(os.path.join(directory, "v2")))
    answers.outputs(sess, {name: "old/{}:0".format(name) for name in program.outputs}, fed(program, scope="old/"))
    answers.seed(tf, "after_import")


def bare_graph(tf, program, directory, sess, answers):
    """The meta graph's GraphDef alone, whole, started by the name of its initializer."""
    with open(os.path.join(directory, "model.meta"), "rb") as f:
        tf.import_graph_def(tf.MetaGraphDef.FromString(f.read()).graph_def, name="")
    sess.run("init")
    answers.outputs(sess, {name: name + ":0" for name in program.outputs}, fed(program))
    answers.seed(tf, "after_import")


def saved_model(tf, program, directory, sess, answers):
    """By the signature's keys, as a server does."""
    path = os.path.join(directory, "saved_model")
    tags, key = (["course"], "generate") if program.build is gan else (["serve"], "serving_default")
    signature = tf.saved_model.loader.load(sess, tags, path).signature_def[key]
    feeds = {signature.inputs[k].name: value for k, value in program.feeds.items()}
    answers.outputs(sess, {name: signature.outputs[name].name for name in program.outputs}, feeds)
    answers.seed(tf, "after_load")


def frozen(tf, program, directory, sess, answers):
    with tf.gfile.GFile(os.path.join(directory, "frozen.pb"), "rb") as f:
        definition = tf.GraphDef.FromString(f.read())
    tf.import_graph_def(definition, name="old")
    names = [node.name for node in definition.node]
    feeds = {name: v for name, v in fed(program, scope="old/").items() if name[4:-2] in names}
    answers.outputs(sess, {name: "old/{}:0".format(name) for name in program.outputs}, feeds)
    answers.seed(tf, "after_import")


# ---- the suite
def run(tf, name):
    """Writes and reads. The record's "files" are {name: bytes}."""
    packed = written(tf, name)
    return dict(read(tf, name, packed, NUDGES), files={name + ".tar.xz": packed})


def main(names, written, read, what, directory):
    """Writes each program's files into a directory, or prints what those that lie there give."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from legacy_tf import tf

    tf.logging.set_verbosity(tf.logging.FATAL)
    records = {}
    for name in names:
        path = os.path.join(directory, name + ".tar.xz")
        if what == "write":
            with open(path, "wb") as f:
                f.write(written(tf, name))
        else:
            with open(path, "rb") as f:
                records[name] = read(tf, name, f.read())
    if what == "read":
        print(json.dumps(records))


if __name__ == "__main__":
    main(PROGRAMS, written, read, *sys.argv[1:])
