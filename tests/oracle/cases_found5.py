"""Programs like those that public scripts, run as they are, were found to need: shuffled and repeated data that an
iterator is bound to later. Python 3.7's syntax.
"""

from oracle.programs import OPS, RUNNER, Programs, data, initialized, until_the_end

CASES = Programs()
program = CASES.program


def bound(tf, datasets, most=8):
    """What an iterator gives that is bound to each of the datasets in turn, twice."""
    first = datasets[0]
    iterator = tf.data.Iterator.from_structure(first.output_types, first.output_shapes)
    element = iterator.get_next()
    starts = [iterator.make_initializer(dataset) for dataset in datasets]
    found = []
    with initialized(tf) as session:
        for start in starts * 2:
            session.run(start)
            found.append(until_the_end(tf, session, element, most))
    return found


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
        return [found, session.run(element)]  # the first epoch: later ones are a known difference


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
