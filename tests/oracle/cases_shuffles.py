"""Programs that repeat what they have just shuffled, epochs over: TF 1.15 fuses the two. Python 3.7's syntax."""

import os

import numpy as np

from oracle.programs import OPS, RUNNER, Programs, bound, data, initialized, one_shot, runs, scratch, until_the_end

programs = Programs()
program = programs.program


def initializable(tf, dataset, most=40, feeds=({},)):
    """What an initializable iterator gives, initialized with each of the feeds."""
    iterator = dataset.make_initializable_iterator()
    element = iterator.get_next()
    found = []
    with initialized(tf) as session:
        for feed in feeds:
            session.run(iterator.initializer, feed)
            found.append(until_the_end(tf, session, element, most))
    return found


def digits(ids):
    """A number that says which ids a batch has, in which order."""
    return np.sum(np.asarray(ids, np.int64) * (1 + np.arange(len(ids)) ** 2))


# ---- sizes of the buffer
@program("buffer smaller than an epoch", OPS)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(10).shuffle(4, seed=3).repeat(4))


@program("buffer of an epoch, without end", OPS)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(10).shuffle(10, seed=3).repeat(), 47)


@program("buffer larger than an epoch, -1", OPS)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(7).shuffle(100, seed=3).repeat(-1), 40)


@program("buffers of 1 and 2", OPS)
def _(tf):
    numbers = tf.data.Dataset.range(5)
    return [one_shot(tf, numbers.shuffle(size, seed=4).repeat(3)) for size in (1, 2)]


@program("large buffer, rows of a few thousand")
def _(tf):
    dataset = tf.data.Dataset.range(6000).shuffle(5000).repeat(3).batch(100)
    return [digits(batch) for batch in one_shot(tf, dataset, 180)]


# ---- where seeds come from
@program("graph seed")
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(9).shuffle(5).repeat(3).batch(3))


@program("--seed", RUNNER)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(9).shuffle(9).repeat(3).batch(4, drop_remainder=True))


@program("op seed and graph seed, larger than 32 bits")
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(9).shuffle(6, seed=2**40 + 5).repeat(3).batch(9))


@program("a network behind it")
def _(tf):
    points = tf.data.Dataset.from_tensor_slices((data(12, 2), data(12, 1, seed=6))).shuffle(12).repeat().batch(5)
    x, y = points.make_one_shot_iterator().get_next()
    hidden = tf.layers.dropout(tf.layers.dense(x, 3), 0.5, training=True)
    loss = tf.losses.mean_squared_error(y, tf.layers.dense(hidden, 1))
    train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    with tf.control_dependencies([loss]):
        both = tf.group(train)
    return runs(tf, [x, loss, both], 8)


@program("names of what comes next")
def _(tf):
    dataset = tf.data.Dataset.range(9).shuffle(5).repeat(3)
    again = dataset.shuffle(3).repeat()
    names = [tf.constant(n, name=name).name for n, name in enumerate(["count", "Const", "Cast", "zeros", "mul"])]
    return [one_shot(tf, dataset), one_shot(tf, again), names, tf.data.Dataset.range(3).output_types.name]


# ---- what is shuffled
@program("columns and labels, as an input_fn gives them")
def _(tf):
    columns = {"id": np.arange(120), "width": data(120)}
    dataset = tf.data.Dataset.from_tensor_slices((columns, np.arange(120) % 3)).shuffle(1000).repeat().batch(100)
    features, label = dataset.make_one_shot_iterator().get_next()
    found = runs(tf, [features["id"], features["width"], label], 250)
    return [[digits(ids), digits(labels)] for ids, _, labels in found] + [found[-1]]


@program("zip and map", OPS)
def _(tf):
    images = tf.data.Dataset.from_tensor_slices(data(7, 2, 2)).map(lambda x: x * 2)
    rows = tf.data.Dataset.zip((images, {"label": tf.data.Dataset.range(7)}))
    both = rows.map(lambda x, y: (tf.reduce_sum(x), y), num_parallel_calls=2)
    return one_shot(tf, both.shuffle(5, seed=8).repeat(3).batch(4))


@program("random ops in map, before and behind")
def _(tf):
    noisy = tf.data.Dataset.range(6).map(lambda n: tf.random_uniform([2]) + tf.cast(n, tf.float32))
    return one_shot(tf, noisy.shuffle(4).repeat(3).map(lambda x: x + tf.random_uniform([])).batch(5))


@program("generator, rows of several shapes", OPS)
def _(tf):
    def rows():
        for n in range(6):
            yield n, np.arange(n, dtype="f4")

    dataset = tf.data.Dataset.from_generator(rows, (tf.int32, tf.float32), ([], [None]))
    return one_shot(tf, dataset.shuffle(4, seed=2).repeat(3).padded_batch(4, ([], [6])))


@program("filter, flat_map, take", OPS)
def _(tf):
    even = tf.data.Dataset.range(9).filter(lambda n: tf.equal(n % 2, 0))
    each = even.flat_map(lambda n: tf.data.Dataset.from_tensors(n).repeat(2)).take(9)
    return one_shot(tf, each.shuffle(4, seed=2).repeat(3))


@program("lines of a file", OPS)
def _(tf):
    with scratch() as folder:
        path = os.path.join(folder, "rows.csv")
        with open(path, "w") as f:
            f.write("a,b\n" + "".join("{},{}.5\n".format(n, n * n) for n in range(7)))
        lines = tf.data.TextLineDataset(path).skip(1).shuffle(3, seed=9).repeat(3)
        return one_shot(tf, lines.map(lambda line: tf.decode_csv(line, [[0], [-1.0]])).batch(4))


@program("records of examples")
def _(tf):
    with scratch() as folder:
        path = os.path.join(folder, "examples")
        with tf.python_io.TFRecordWriter(path) as writer:
            for i in range(6):
                x = tf.train.Feature(float_list=tf.train.FloatList(value=[i, i + 0.5]))
                n = tf.train.Feature(int64_list=tf.train.Int64List(value=[i] * (i % 3)))
                example = tf.train.Example(features=tf.train.Features(feature={"x": x, "n": n}))
                writer.write(example.SerializeToString())
        features = {"x": tf.FixedLenFeature([2], tf.float32), "n": tf.VarLenFeature(tf.int64)}
        parsed = tf.data.TFRecordDataset(path).map(lambda text: tf.parse_single_example(text, features))
        return one_shot(
            tf, parsed.shuffle(4).repeat(3).map(lambda row: [row["x"], tf.sparse_tensor_to_dense(row["n"])])
        )


@program("sparse rows", OPS)
def _(tf):
    table = tf.SparseTensor([[0, 0], [2, 1], [4, 2]], [1, 2, 3], [5, 4])
    dataset = tf.data.Dataset.from_tensor_slices((table, np.arange(5))).shuffle(3, seed=5).repeat(3).batch(5)
    return one_shot(tf, dataset.map(lambda x, n: (tf.sparse_tensor_to_dense(x), n)))


@program("cached, prefetched, with options", OPS)
def _(tf):
    options = tf.data.Options()
    options.experimental_deterministic = True
    dataset = tf.data.Dataset.range(8).cache().prefetch(2).with_options(options).shuffle(5, seed=1)
    return one_shot(tf, dataset.with_options(options).repeat(3).prefetch(1))


@program("nothing to shuffle", OPS)
def _(tf):
    return [len(one_shot(tf, tf.data.Dataset.range(n).shuffle(3, seed=1).repeat())) for n in (0, 2)]


# ---- how it is repeated and begun again
@program("counts of 1 and 2", OPS)
def _(tf):
    shuffled = tf.data.Dataset.range(8).shuffle(5, seed=1)
    return [one_shot(tf, shuffled.repeat(count)) for count in (1, np.int64(2))] + [len(one_shot(tf, shuffled))]


@program("repeated again outside")
def _(tf):
    dataset = tf.data.Dataset.range(6).shuffle(4).repeat(2)
    return [one_shot(tf, dataset.batch(12).repeat(3)), one_shot(tf, dataset.repeat(2))]


@program("shuffled and repeated twice", OPS)
def _(tf):
    dataset = tf.data.Dataset.range(6).shuffle(6, seed=3).repeat(2)
    return one_shot(tf, dataset.shuffle(3, seed=5).repeat(2))


@program("shuffle_and_repeat")
def _(tf):
    numbers = tf.data.Dataset.range(7)
    fused = [tf.data.experimental.shuffle_and_repeat(4, count) for count in (None, 1, 3)]
    seeded = tf.data.experimental.shuffle_and_repeat(10, 3, seed=2)
    return [one_shot(tf, numbers.apply(each), 25) for each in fused + [seeded]]


@program("reshuffle_each_iteration", OPS)
def _(tf):
    numbers = tf.data.Dataset.range(6)
    return [one_shot(tf, numbers.shuffle(4, 3, each).repeat(3)) for each in (True, False)]


@program("placeholders, initialized again")
def _(tf):
    x, y = tf.placeholder(tf.float32, [None, 2]), tf.placeholder(tf.int64, [None])
    dataset = tf.data.Dataset.from_tensor_slices({"x": x, "y": y}).shuffle(5).repeat(3).batch(4)
    return initializable(tf, dataset, feeds=[{x: data(n, 2), y: np.arange(n)} for n in (3, 8, 3)])


@program("buffer, seed and count known when run", OPS)
def _(tf):
    size, seed, count = (tf.placeholder(tf.int64, []) for _ in range(3))
    dataset = tf.data.Dataset.range(7).shuffle(size, seed).repeat(count)
    cases = ((4, 3, 3), (7, 2**33, 2), (4, 3, 1), (3, 5, -1))
    return initializable(tf, dataset, 30, [dict(zip((size, seed, count), case)) for case in cases])


@program("training and validation by one iterator", RUNNER)
def _(tf):
    training = tf.data.Dataset.from_tensor_slices(data(6, 2)).shuffle(6).repeat(2).batch(4)
    validation = tf.data.Dataset.from_tensor_slices(data(3, 2, seed=9)).batch(2)
    return bound(tf, [training, validation])


@program("by a handle")
def _(tf):
    training = tf.data.Dataset.range(6).shuffle(4).repeat()
    validation = tf.data.Dataset.range(100, 104).shuffle(3).repeat(2)
    handle = tf.placeholder(tf.string, [])
    element = tf.data.Iterator.from_string_handle(handle, tf.int64).get_next() * 2
    sources = [training.make_one_shot_iterator(), validation.make_initializable_iterator()]
    with initialized(tf) as session:
        handles = session.run([source.string_handle() for source in sources])
        session.run(sources[1].initializer)
        return [session.run(element, {handle: handles[n]}) for n in (0, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0)]


# ---- what is not fused
@program("a variable is read before it")
def _(tf):
    shift = tf.get_variable("shift", [], tf.int64, initializer=tf.ones_initializer())
    return initializable(tf, tf.data.Dataset.range(6).map(lambda n: n + shift).shuffle(4).repeat(3))


@program("a variable is read behind it")
def _(tf):
    shift = tf.get_variable("shift", [], tf.int64, initializer=tf.ones_initializer())
    own = tf.get_variable("own", [], tf.int64, initializer=tf.ones_initializer(), use_resource=True)
    dataset = tf.data.Dataset.zip((tf.data.Dataset.range(6).shuffle(4).repeat(3), tf.data.Dataset.range(99)))
    plain, resource = (dataset.map(lambda n, m, w=w: (n + w, m)).batch(4) for w in (shift, own))
    return [initializable(tf, each) for each in (plain, resource)]


@program("optimizations switched off and on")
def _(tf):
    found = []
    default, fusion = "apply_default_optimizations", "shuffle_and_repeat_fusion"
    for choices in ({default: False}, {fusion: False}, {default: False, fusion: True}, {default: True}):
        options = tf.data.Options()
        for name, value in choices.items():
            setattr(options.experimental_optimization, name, value)
        dataset = tf.data.Dataset.range(6).shuffle(4, seed=3).repeat(3).batch(6).with_options(options)
        found.append([one_shot(tf, dataset), initializable(tf, dataset), tf.get_seed(None)[1]])
    return found


@program("an iterator by structure, a pipeline behind it")
def _(tf):
    fused = tf.data.Dataset.range(6).shuffle(4, seed=3).repeat(2).map(lambda n: n * 10)
    dataset = tf.data.Dataset.zip({"a": fused, "b": tf.data.Dataset.range(50)}).filter(lambda row: row["b"] > 1)
    explicit = (
        tf.data.Dataset.range(6)
        .apply(tf.data.experimental.shuffle_and_repeat(4, 3, seed=3))
        .map(lambda n: {"a": n, "b": -n})
    )
    iterator = tf.data.Iterator.from_structure(dataset.output_types, dataset.output_shapes)
    element = iterator.get_next()
    starts = [iterator.make_initializer(each) for each in (dataset, explicit, dataset)]
    with initialized(tf) as session:
        return [(session.run(start), until_the_end(tf, session, element)) for start in starts]


@program("an iterator by structure, repeated again")
def _(tf):
    once = tf.data.Dataset.range(6).shuffle(6).repeat(2).map(lambda n: -n)
    both = tf.data.Dataset.zip((once, tf.data.Dataset.range(12))).repeat(2).shuffle(4).batch(6)
    iterator = tf.data.Iterator.from_structure(both.output_types, both.output_shapes)
    element, start = iterator.get_next(), iterator.make_initializer(both)
    with initialized(tf) as session:
        session.run(start)
        return until_the_end(tf, session, element)


@program("something between the two")
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(6).shuffle(4).prefetch(1).repeat(3))


@program("a table is asked before it")
def _(tf):
    table = tf.contrib.lookup.index_table_from_tensor(["a", "b", "c", "d", "e"])
    words = tf.data.Dataset.from_tensor_slices(["e", "b", "a", "d", "c"]).map(table.lookup)
    return initializable(tf, words.shuffle(3).repeat(3))


CASES = dict(programs)
