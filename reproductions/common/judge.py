"""A judge of digits: a small classifier of MNIST that says what a GAN's pictures show, and how clearly.

    from reproductions.common import judge
    judge.judge(samples)      # {"label_entropy": 2.29, "confidence": 0.97, "shares": [0.11, 0.09, …]}

Two numbers that have to be read together: a generator that draws one perfect digit is confident (1) and has no entropy
(0); one that draws all ten equally often has the entropy ln 10 = 2.303, and smears of everything have no confidence.
The 10 000 test digits score 2.301 and 0.994. The classifier has seen nothing but digits, and so calls noise an 8, with
confidence 0.99 and entropy 0.05: neither number says much without the other, and the pictures say more.

The weights lie beside this file, in judge.npz. They were trained to ACCURACY by

    python -m reproductions.common.judge --data-dir MNIST_data

on the 60 000 training digits, each moved by up to two pixels, when its batches had no seed yet. Now it gives the same
weights every time, others, in four minutes on one core.
"""

import argparse
import functools
import os
import sys

import numpy as np

from legacy_tf import tf
from legacy_tf.data.errors import DataError
from reproductions.common import sessions
from reproductions.common.files import whole
from reproductions.common.options import positive

WEIGHTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "judge.npz")
ACCURACY = 0.9931  # of the committed weights, on the 10 000 test digits
SIDE = 28  # pixels
CHUNK = 500  # images at once
SHIFT = 2  # pixels that a training digit is moved by, at most
EPOCHS = 12
BATCH_SIZE = 100
SEED = 1


def classifier(x, isTrain):
    """Logits (batch, 10) of images (batch, 28, 28, 1) in [0, 1]: three convolutions and a dense layer."""
    h = tf.layers.conv2d(x, 16, [3, 3], padding="same", activation=tf.nn.relu, name="conv1")
    h = tf.layers.max_pooling2d(h, 2, 2)  # 14×14×16
    h = tf.layers.conv2d(h, 32, [3, 3], padding="same", activation=tf.nn.relu, name="conv2")
    h = tf.layers.max_pooling2d(h, 2, 2)  # 7×7×32
    h = tf.layers.conv2d(h, 64, [3, 3], padding="same", activation=tf.nn.relu, name="conv3")  # 7×7×64
    h = tf.layers.dropout(tf.layers.flatten(h), 0.5, training=isTrain)
    return tf.layers.dense(h, 10, name="digits")


def judge(images):
    """What the classifier sees in many images.

    images: (n, rows, cols) or (n, rows, cols, 1), float in [0, 1], white on black as MNIST's. Any other size than 28×28
      is resized by tf.image.resize_images, whose bilinear sampling takes row i from row i·rows/28: digits that were
      enlarged by it come back to their place.

    Returns a dict:
      label_entropy: float, nats, of the mean of the predicted distributions; at most ln 10 = 2.303.
      confidence: float, the mean of each image's largest probability.
      shares: ten floats, the share of images in which each digit is the likeliest.

    The caller's graph, seeds and NumPy's generator stay as they are.
    """
    return summary(probabilities(images))


def summary(p):
    """The numbers of `judge`, of distributions p: (n, 10)."""
    mean = p.mean(axis=0, dtype=np.float64)
    shares = np.bincount(p.argmax(axis=1), minlength=10) / len(p)
    return {
        "label_entropy": float(-np.sum(mean * np.log(np.maximum(mean, 1e-30)))),
        "confidence": float(p.max(axis=1).mean(dtype=np.float64)),
        "shares": shares.tolist(),
    }


def probabilities(images):
    """(n, 10) float32: the probability of each digit in images as `judge` takes them."""
    images = np.asarray(images, np.float32)
    if images.ndim == 3:
        images = images[..., None]
    if images.ndim != 4 or images.shape[3] != 1 or not len(images):
        raise ValueError("the judge takes images (n, rows, cols[, 1]), at least one; not {}".format(images.shape))
    if not (images.min() >= -1e-3 and images.max() <= 1 + 1e-3):  # NaN is not inside either
        raise ValueError("the judge takes pixels in [0, 1], not {} to {}".format(images.min(), images.max()))
    session, x, p = _committed()
    parts = [images[start : start + CHUNK] for start in range(0, len(images), CHUNK)]
    return np.concatenate([session.run(p, feed_dict={x: part}) for part in parts])


@functools.lru_cache(maxsize=1)
def _committed():
    """(session, images, probabilities) with the committed weights, in a graph of their own; built once a process."""
    with tf.Graph().as_default() as graph:
        x = tf.placeholder(tf.float32, (None, None, None, 1))
        resized = tf.image.resize_images(x, (SIDE, SIDE))  # (n, 28, 28, 1)
        p = tf.nn.softmax(classifier(resized, False))
        session = tf.Session(graph=graph, config=sessions.config(1))  # 1: the training scripts' own default
        with np.load(WEIGHTS) as weights:
            session.run([tf.assign(v, weights[v.op.name].astype(np.float32)) for v in tf.global_variables()])
    return session, x, p


# ---- training
def moved(rng, images):
    """Images (n, 28, 28, 1), each moved by up to SHIFT pixels to any side; what comes in is black."""
    padded = np.pad(images, [(0, 0), (SHIFT, SHIFT), (SHIFT, SHIFT), (0, 0)], "constant")
    corners = rng.randint(0, 2 * SHIFT + 1, size=(len(images), 2))
    return np.stack([image[i : i + SIDE, j : j + SIDE] for image, (i, j) in zip(padded, corners)])


def train(data_dir, epochs, path):
    """Trains the classifier and writes its weights, as float16, to `path`; returns the accuracy of what was written.

    Raises DataError for data that can't be used, or too few of them for the weights of the project; OSError for a path
    that can't be written.
    """
    from legacy_tf.examples.tutorials.mnist import input_data

    with whole(path + ".try", "wb"):  # a path that can't be written is known now, not after the training
        pass
    os.remove(path + ".try")
    mnist = input_data.read_data_sets(data_dir, validation_size=0, reshape=False, seed=SEED)
    if path == WEIGHTS and mnist.train.num_examples < 60000:
        raise DataError(
            "the judge needs all 60 000 training digits, not {}: name their directory with --data-dir".format(
                mnist.train.num_examples
            )
        )
    rng = np.random.RandomState(SEED)
    steps_an_epoch = len(mnist.train.images) // BATCH_SIZE
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(SEED)
        x = tf.placeholder(tf.float32, (None, SIDE, SIDE, 1))
        labels = tf.placeholder(tf.int64, (None,))
        isTrain = tf.placeholder_with_default(False, ())
        logits = classifier(x, isTrain)
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
        step = tf.train.get_or_create_global_step()
        learning_rate = tf.train.cosine_decay(2e-3, step, epochs * steps_an_epoch)
        train_op = tf.train.AdamOptimizer(learning_rate).minimize(loss, global_step=step)
        accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), labels), tf.float32))
        test = {x: mnist.test.images, labels: mnist.test.labels}
        with tf.Session(graph=graph, config=sessions.config(1)) as session:
            session.run(tf.global_variables_initializer())
            for epoch in range(epochs):
                for _ in range(steps_an_epoch):
                    images, digits = mnist.train.next_batch(BATCH_SIZE)
                    session.run(train_op, feed_dict={x: moved(rng, images), labels: digits, isTrain: True})
                print("epoch {}: test accuracy {:.4f}".format(epoch + 1, session.run(accuracy, feed_dict=test)))
                sys.stdout.flush()
            stored = {v.op.name: session.run(v).astype(np.float16) for v in tf.trainable_variables()}
            session.run([tf.assign(v, stored[v.op.name].astype(np.float32)) for v in tf.trainable_variables()])
            reached = session.run(accuracy, feed_dict=test)
    with whole(path, "wb") as f:
        np.savez_compressed(f, **stored)
    return reached


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--data-dir", default="MNIST_data", help="directory of MNIST's four files")
    parser.add_argument("--epochs", type=positive, default=EPOCHS, help="passes over the 60 000 digits (%(default)s)")
    parser.add_argument("--out", default=WEIGHTS, help="the weights' file (%(default)s)")
    options = parser.parse_args(arguments)
    try:
        reached = train(options.data_dir, options.epochs, options.out)
    except (DataError, OSError) as error:
        print("judge: {}".format(error), file=sys.stderr)
        return 2
    print("test accuracy {:.4f}, in {}".format(reached, options.out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
