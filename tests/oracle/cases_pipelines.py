"""Programs that read: queues with one thread, tf.data. Where several threads race there is nothing to compare: those
wait for the producers to end before they take. Python 3.7's syntax.
"""

import os
import time

import numpy as np

from oracle.programs import (
    OPS,
    RUNNER,
    Programs,
    bound,
    data,
    initialized,
    one_shot,
    produced,
    runs,
    scratch,
    until_the_end,
)

programs = Programs()
program = programs.program


# ---- queues
@program("queues/FIFOQueue by hand", OPS)
def _(tf):
    queue = tf.FIFOQueue(5, [tf.float32, tf.string], shapes=[[2], []])
    x = tf.placeholder(tf.float32, [None, 2])
    fill = queue.enqueue_many([x, ["a", "b", "c"]])
    one, many = queue.dequeue(), queue.dequeue_up_to(4)
    with initialized(tf) as session:
        session.run(fill, {x: data(3, 2)})
        found = [session.run(queue.size()), session.run(one)]
        session.run(queue.enqueue(([7.0, 8.0], "d")))
        session.run(queue.close())
        found.append(session.run(many))
        try:
            session.run(one)
        except tf.errors.OutOfRangeError as error:
            found.append(type(error).__name__)
    return found


@program("queues/RandomShuffleQueue with a seed", OPS)
def _(tf):
    queue = tf.RandomShuffleQueue(20, 3, [tf.int32], shapes=[[]], seed=11)
    fill, one, many = queue.enqueue_many([tf.range(12)]), queue.dequeue(), queue.dequeue_many(4)
    with initialized(tf) as session:
        session.run(fill)
        found = [session.run(one), session.run(many), session.run(one)]
        session.run([queue.close()])
        return found + [session.run(many), session.run(queue.size())]


@program("queues/RandomShuffleQueue, graph seed")
def _(tf):
    queue = tf.RandomShuffleQueue(20, 0, tf.float32, shapes=[[2]])
    fill, one = queue.enqueue_many([tf.random_normal([9, 2])]), queue.dequeue()
    with initialized(tf) as session:
        session.run(fill)
        return [session.run(one) for _ in range(5)]


@program("queues/PriorityQueue and PaddingFIFOQueue", OPS)
def _(tf):
    priority = tf.PriorityQueue(10, [tf.string], [[]])
    padding = tf.PaddingFIFOQueue(10, [tf.int32], [[None]])
    with initialized(tf) as session:
        session.run(priority.enqueue_many([tf.constant([5, 1, 3], tf.int64), ["five", "one", "three"]]))
        for n in (1, 3, 2):
            session.run(padding.enqueue([tf.range(n)]))
        return [session.run(priority.dequeue()) for _ in range(3)] + [session.run(padding.dequeue_many(3))]


@program("queues/string_input_producer in order", OPS)
def _(tf):
    queue = tf.train.string_input_producer(["a", "b", "c"], num_epochs=2, shuffle=False)
    return produced(tf, queue.dequeue())


@program("queues/string_input_producer shuffled", OPS)
def _(tf):
    queue = tf.train.string_input_producer(["a", "b", "c", "d"], num_epochs=3, seed=5)
    return produced(tf, queue.dequeue())


@program("queues/string_input_producer, graph seed")
def _(tf):
    return produced(tf, tf.train.string_input_producer(list("abcdef"), num_epochs=2).dequeue())


@program("queues/slice_input_producer into batch")
def _(tf):
    image, label = tf.train.slice_input_producer([data(7, 2), np.arange(7)], num_epochs=2, seed=3)
    batch = tf.train.batch([image * 2, label], 3, num_threads=1, capacity=4, allow_smaller_final_batch=True)
    return produced(tf, batch)


@program("queues/slice_input_producer into batch, --seed", RUNNER)
def _(tf):
    image, label = tf.train.slice_input_producer([data(5, 2), np.arange(5)])
    noisy = image + tf.random_uniform([2])
    return [tf.train.batch([noisy, label], 2)[0].name, noisy.name]


@program("queues/range_input_producer, batch with padding", OPS)
def _(tf):
    n = tf.train.range_input_producer(6, num_epochs=1, seed=8).dequeue()
    return produced(tf, tf.train.batch([tf.range(n)], 3, dynamic_pad=True, allow_smaller_final_batch=True))


@program("queues/shuffle_batch when all is there")
def _(tf):
    x = tf.train.input_producer(data(10, 2), num_epochs=1, shuffle=False).dequeue()
    batch = tf.train.shuffle_batch([x], 2, capacity=50, min_after_dequeue=3, seed=6)
    return filled_first(tf, batch)


@program("queues/shuffle_batch of many, --seed", RUNNER)
def _(tf):
    rows = tf.train.limit_epochs(data(8, 2), 2)
    return filled_first(tf, tf.train.shuffle_batch([rows], 3, 50, 0, enqueue_many=True, allow_smaller_final_batch=True))


def filled_first(tf, fetches):
    """What a shuffling queue gives after its producers have ended: before that it depends on who is faster."""
    with initialized(tf) as session:
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        closed = [runner.queue.is_closed() for runner in tf.get_collection(tf.GraphKeys.QUEUE_RUNNERS)]
        while not all(session.run(closed)):
            time.sleep(0.01)
        found = until_the_end(tf, session, fetches)
        coordinator.request_stop()
        coordinator.join(threads)
    return found


@program("queues/QueueRunner of one's own")
def _(tf):
    queue = tf.FIFOQueue(4, tf.float32, shapes=[[2]])
    runner = tf.train.QueueRunner(queue, [queue.enqueue(tf.random_normal([2]))])
    found = []
    with initialized(tf) as session:
        coordinator = tf.train.Coordinator()
        threads = runner.create_threads(session, coordinator, start=True)
        for _ in range(6):
            found.append(session.run(queue.dequeue()))
        coordinator.request_stop()
        session.run(queue.close(cancel_pending_enqueues=True))
        coordinator.join(threads)
    return found


@program("queues/lines of a file", OPS)
def _(tf):
    with scratch() as folder:
        paths = [os.path.join(folder, name) for name in ("one.csv", "two.csv")]
        for n, path in enumerate(paths):
            with open(path, "w") as f:
                f.write("x,y\n" + "".join("{}.5,{}\n".format(i + 10 * n, i) for i in range(3)))
        queue = tf.train.string_input_producer(paths, num_epochs=1, shuffle=False)
        key, line = tf.TextLineReader(skip_header_lines=1).read(queue)
        row = tf.decode_csv(line, [[0.0], [0]])
        batch = tf.train.batch([tf.regex_replace(key, ".*/", "")] + row, 2, allow_smaller_final_batch=True)
        return produced(tf, batch)


@program("queues/whole files and records of examples", OPS)
def _(tf):
    with scratch() as folder:
        path = os.path.join(folder, "examples")
        with tf.python_io.TFRecordWriter(path) as writer:
            for i in range(4):
                x = tf.train.Feature(float_list=tf.train.FloatList(value=[i, i + 0.5]))
                n = tf.train.Feature(int64_list=tf.train.Int64List(value=[i] * i))
                example = tf.train.Example(features=tf.train.Features(feature={"x": x, "n": n}))
                writer.write(example.SerializeToString())
        queue = tf.train.string_input_producer([path], num_epochs=1, shuffle=False)
        _, text = tf.TFRecordReader().read(queue)
        features = {"x": tf.FixedLenFeature([2], tf.float32), "n": tf.VarLenFeature(tf.int64)}
        parsed = tf.parse_single_example(text, features)
        found = produced(tf, [parsed["x"], tf.sparse_tensor_to_dense(parsed["n"])])
        found.append(len(list(tf.python_io.tf_record_iterator(path))))
    return found


# ---- tf.data
@program("data/one-shot: map, batch, repeat", OPS)
def _(tf):
    numbers = tf.data.Dataset.range(7).map(lambda n: n * n).filter(lambda n: n % 3 > 0)
    return one_shot(tf, numbers.batch(2).repeat(2))


@program("data/shuffle with a seed", OPS)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(10).shuffle(4, seed=3).batch(3).repeat(2))


@program("data/shuffle, graph seed")
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(10).shuffle(10).batch(4))


@program("data/shuffle, --seed", RUNNER)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(10).repeat(2).shuffle(5).batch(4))


@program("data/shuffle the same in each epoch")
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(8).shuffle(8, reshuffle_each_iteration=False).repeat(2).batch(4))


@program("data/shuffle anew by initializing again")
def _(tf):
    iterator = tf.data.Dataset.range(6).shuffle(6).batch(3).make_initializable_iterator()
    element = iterator.get_next()
    found = []
    with initialized(tf) as session:
        for _ in range(3):
            session.run(iterator.initializer)
            found.append(until_the_end(tf, session, element))
    return found


@program("data/initializable, fed")
def _(tf):
    x, y = tf.placeholder(tf.float32, [None, 2]), tf.placeholder(tf.int64, [None])
    dataset = tf.data.Dataset.from_tensor_slices((x, {"label": y})).shuffle(5).batch(2)
    iterator = dataset.make_initializable_iterator()
    element = iterator.get_next()
    found = []
    with initialized(tf) as session:
        for n in (3, 5):
            session.run(iterator.initializer, {x: data(n, 2), y: np.arange(n)})
            found.append(until_the_end(tf, session, element))
    return found


@program("data/reinitializable: training and validation", RUNNER)
def _(tf):
    training = (
        tf.data.Dataset.from_tensor_slices(data(6, 2)).shuffle(6).batch(2).map(lambda x: x + tf.random_uniform([2]))
    )
    validation = tf.data.Dataset.from_tensor_slices(data(3, 2, seed=9)).batch(2)
    return bound(tf, [training, validation])


@program("data/feedable handle")
def _(tf):
    training = tf.data.Dataset.range(6).shuffle(6).batch(3).repeat()
    validation = tf.data.Dataset.range(100, 104)
    handle = tf.placeholder(tf.string, [])
    iterator = tf.data.Iterator.from_string_handle(handle, tf.int64)
    element = iterator.get_next() * 2
    sources = [training.make_one_shot_iterator(), validation.make_initializable_iterator()]
    found = []
    with initialized(tf) as session:
        handles = session.run([source.string_handle() for source in sources])
        session.run(sources[1].initializer)
        for n in (0, 1, 1, 0, 1):
            found.append(session.run(element, {handle: handles[n]}))
    return found


@program("data/zip, concatenate, take, skip, window of a batch", OPS)
def _(tf):
    a, b = tf.data.Dataset.range(5), tf.data.Dataset.from_tensor_slices(data(5, 2))
    zipped = tf.data.Dataset.zip((a, b.map(lambda x: x * 2))).concatenate(tf.data.Dataset.zip((a, b)).take(2)).skip(1)
    return one_shot(tf, zipped.batch(4, drop_remainder=False))


@program("data/from_generator", OPS)
def _(tf):
    def rows():
        for n in range(4):
            yield n, np.arange(n, dtype="f4")

    dataset = tf.data.Dataset.from_generator(rows, (tf.int32, tf.float32), ([], [None]))
    return one_shot(tf, dataset.padded_batch(3, ([], [4]), (0, -1.0)))


@program("data/interleave and flat_map", OPS)
def _(tf):
    def lines(n):
        return tf.data.Dataset.from_tensors(n).repeat(n + 1)

    numbers = tf.data.Dataset.range(4)
    return [one_shot(tf, numbers.interleave(lines, 2, 2)), one_shot(tf, numbers.flat_map(lines))]


@program("data/random ops in map")
def _(tf):
    dataset = tf.data.Dataset.range(5).map(lambda n: tf.random_normal([2]) + tf.cast(n, tf.float32))
    return one_shot(tf, dataset.batch(2).repeat(2))


@program("data/random ops in map, op seed", OPS)
def _(tf):
    return one_shot(tf, tf.data.Dataset.range(4).map(lambda n: tf.random_uniform([2], seed=7)))


@program("data/random ops in map, --seed", RUNNER)
def _(tf):
    images = tf.data.Dataset.from_tensor_slices(data(4, 4, 4, 1))
    return one_shot(
        tf, images.map(tf.image.random_flip_left_right).map(lambda x: tf.random_crop(x, [2, 2, 1])).batch(2)
    )


@program("data/parallel map keeps the order, prefetch, cache", OPS)
def _(tf):
    dataset = tf.data.Dataset.range(9).map(lambda n: n + 1, num_parallel_calls=3).cache().prefetch(2)
    return one_shot(tf, dataset.batch(4).repeat(2))


@program("data/text lines and CSV", OPS)
def _(tf):
    with scratch() as folder:
        path = os.path.join(folder, "rows.csv")
        with open(path, "w") as f:
            f.write("a,b\n1,2.5\n3,\n4,5.5\n")
        lines = tf.data.TextLineDataset(path).skip(1)
        return one_shot(tf, lines.map(lambda line: tf.decode_csv(line, [[0], [-1.0]])))


@program("data/records of examples, shuffled")
def _(tf):
    with scratch() as folder:
        path = os.path.join(folder, "examples.gz")
        options = tf.python_io.TFRecordOptions(tf.python_io.TFRecordCompressionType.GZIP)
        with tf.python_io.TFRecordWriter(path, options) as writer:
            for i in range(6):
                raw = tf.train.Feature(bytes_list=tf.train.BytesList(value=[bytes(bytearray([i, i + 1, 255 - i]))]))
                writer.write(tf.train.Example(features=tf.train.Features(feature={"raw": raw})).SerializeToString())

        def parse(text):
            parsed = tf.parse_single_example(text, {"raw": tf.FixedLenFeature([], tf.string)})
            return tf.cast(tf.decode_raw(parsed["raw"], tf.uint8), tf.float32) / 255.0

        return one_shot(tf, tf.data.TFRecordDataset(path, "GZIP").map(parse).shuffle(4).batch(2))


@program("data/trained from", RUNNER)
def _(tf):
    points = tf.data.Dataset.from_tensor_slices((data(12, 2), data(12, 1, seed=6))).repeat().shuffle(12).batch(4)
    x, y = points.make_one_shot_iterator().get_next()
    loss = tf.losses.mean_squared_error(y, tf.layers.dense(x, 1))
    train = tf.train.AdamOptimizer(0.05).minimize(loss)
    with tf.control_dependencies([loss]):
        both = tf.group(train)
    return runs(tf, [loss, both], 6)


@program("data/scan, unbatch, group_by_window", OPS)
def _(tf):
    numbers = tf.data.Dataset.range(8)
    sums = numbers.apply(tf.data.experimental.scan(tf.constant(0, tf.int64), lambda total, n: (total + n, total + n)))
    groups = numbers.apply(
        tf.data.experimental.group_by_window(lambda n: n % 3, lambda key, window: window.batch(2), window_size=2)
    )
    pieces = tf.data.Dataset.from_tensors(data(3, 2)).apply(tf.data.experimental.unbatch())
    return [one_shot(tf, each) for each in (sums, groups, pieces)]


@program("data/map_and_batch, sample")
def _(tf):
    numbers = tf.data.Dataset.range(6)
    batches = numbers.apply(tf.data.experimental.map_and_batch(lambda n: n * 2, 4))
    mixed = tf.data.experimental.sample_from_datasets([numbers, numbers.map(lambda n: n + 100)], [0.5, 0.5], seed=4)
    return [one_shot(tf, each) for each in (batches, mixed)]
