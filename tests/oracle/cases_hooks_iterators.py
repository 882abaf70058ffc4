"""Programs: data that an iterator is bound to later, shuffled and repeated, and hooks that save checkpoints. Python
3.7's syntax.
"""

import logging
import os

from oracle.programs import OPS, RUNNER, Programs, bound, data, initialized, scratch

CASES = Programs()
program = CASES.program


@program("bound later: shuffle, repeat, batch")
def _(tf):
    training = tf.data.Dataset.range(10).shuffle(4).repeat().batch(3)
    validation = tf.data.Dataset.range(100, 105).shuffle(5).repeat(2).batch(3).prefetch(1)
    return bound(tf, [training, validation])


@program("bound later: zipped, mapped after the repeat", OPS)
def _(tf):
    x, y = tf.data.Dataset.from_tensor_slices(data(8, 2)), tf.data.Dataset.range(8).map(lambda n: tf.one_hot(n, 8))
    zipped = tf.data.Dataset.zip((x, y)).shuffle(8, seed=3).repeat(3)
    return bound(tf, [zipped.map(lambda a, b: (a * 2, b)).batch(5)])


@program("bound later: two shuffles joined, and one that is not repeated", OPS)
def _(tf):
    low = tf.data.Dataset.range(5).shuffle(5, seed=1).repeat(2)
    high = tf.data.Dataset.range(50, 55).shuffle(5, seed=2).repeat(2)
    return bound(
        tf, [low.concatenate(high).batch(4), tf.data.Dataset.zip((low, high)).map(lambda a, b: a + b).batch(4)]
    )


@program("bound later, and read by an iterator of its own", OPS)
def _(tf):
    dataset = tf.data.Dataset.range(9).shuffle(4, seed=7).repeat(1 + 1).batch(9)
    own = dataset.make_initializable_iterator()
    element = own.get_next()
    found = bound(tf, [dataset])
    with initialized(tf) as session:
        session.run(own.initializer)
        return [found, session.run(element)]


@program("bound later: a fused shuffle_and_repeat stays fused", OPS)
def _(tf):
    dataset = tf.data.Dataset.range(9).apply(tf.data.experimental.shuffle_and_repeat(4, seed=7)).batch(9)
    return bound(tf, [dataset], 1)


@program("bound later: trained from", RUNNER)
def _(tf):
    points = tf.data.Dataset.from_tensor_slices((data(12, 2), data(12, 1, seed=6))).shuffle(12).repeat().batch(4)
    iterator = tf.data.Iterator.from_structure(points.output_types, points.output_shapes)
    x, y = iterator.get_next()
    start = iterator.make_initializer(points)
    loss = tf.losses.mean_squared_error(y, tf.layers.dense(x, 1))
    train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
    with tf.control_dependencies([loss]):
        both = tf.group(train)
    with initialized(tf) as session:
        session.run(start)
        return [session.run([loss, both])[0] for _ in range(8)]


def saved_on_the_way(tf, by, most, **saving):
    """The steps at which a hook saves, a run being `by` of them, with how often the session is asked, and the log."""
    found, lines = [], []

    class Listener(tf.train.CheckpointSaverListener):
        def before_save(self, session, step):
            found.append(["before", step])
            logging.getLogger("tensorflow").info("listened to")

        def after_save(self, session, step):
            found.append(["after", step])
            return step >= most

        def end(self, session, step):
            found.append(["end", step])

    class Lines(logging.Handler):
        def emit(self, record):
            lines.append(record.getMessage())

    class Asked(tf.train.SessionRunHook):
        times = 0

        def before_run(self, context):
            Asked.times += 1

    from tensorflow.python.training import training_util

    logger, handler = logging.getLogger("tensorflow"), Lines()
    level = logger.level
    asked, run = [], tf.Session.run
    step = tf.train.get_or_create_global_step()
    with tf.control_dependencies([training_util._get_or_create_global_step_read()]):  # the hooks': else it is a race
        train = tf.assign_add(step, by)
    with scratch() as folder:
        hook = tf.train.CheckpointSaverHook(os.path.join(folder, "here"), listeners=[Listener()], **saving)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        tf.Session.run = lambda *args, **kwargs: asked.append(1) or run(*args, **kwargs)
        try:
            with tf.train.MonitoredSession(hooks=[hook, Asked(), tf.train.StopAtStepHook(last_step=30)]) as session:
                while not session.should_stop():
                    session.run(train)
        finally:
            tf.Session.run = run
            logger.removeHandler(handler)
            logger.setLevel(level)
        told = [line.replace(folder, "") for line in lines if "checkpoint" in line or line == "listened to"]
        files = sorted(name for name in os.listdir(os.path.join(folder, "here")) if name.endswith(".index"))
    return [found, told, files, Asked.times, len(asked)]


@program("checkpoints saved on the way: every 5 steps")
def _(tf):
    return saved_on_the_way(tf, 1, 12, save_steps=5)


@program("checkpoints saved on the way: every 5 steps, 3 steps a run")
def _(tf):
    return saved_on_the_way(tf, 3, 24, save_steps=5)


@program("checkpoints saved on the way: every 1000 seconds")
def _(tf):
    return saved_on_the_way(tf, 7, 40, save_secs=1000)
