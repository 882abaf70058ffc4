"""Homework 6's VAE: for the golden, standalone Keras 2.3.1 answers on TensorFlow 1.15.5, with its own layers, RMSprop
and `fit`; today reproductions/homework6/keras_vae.py does. Python 3.7's syntax.
"""

import contextlib
import io
import os

import numpy as np

from oracle import compare, sweep
from reproductions.homework6 import keras_vae, keras_vae_results

EPOCHS, BATCH_SIZE = 3, 16
# of the embedded digits: 8 steps an epoch, the last one with 8 images; to validate, a whole batch and one with 4
TRAINING, VALIDATION = 120, 20
SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), *[os.pardir] * 2, "legacy_tf", "data", "sample")
ARGUMENTS = ["--data-dir", SAMPLE, "--validation-size", str(VALIDATION)]

# name: (z_log_sigma as printed, from given weights and not from the program's own start)
CASES = {
    "as printed": (True, False),
    "corrected": (False, False),
    "as printed, given weights": (True, True),
    "corrected, given weights": (False, True),
}


def run(tf, name, stirs=0):
    """Seeds, initial weights, and 24 steps of `fit`. Under TensorFlow 1.x Keras' answers, and, as "reproduction", the
    reproduction's beside them; today the reproduction's.

    `stirs`: how often to train again with weights that are stirred before each step, which gives "spread".
    """
    if not tf.__version__.startswith("1."):
        return course(tf, Reproduction, *CASES[name])
    record = course(tf, Keras, *CASES[name], stirs=stirs)
    return dict(record, reproduction=course(tf, Reproduction, *CASES[name]))


def course(tf, kind, as_printed, given, stirs=0):
    """A row of "losses" is a step's loss (or, after an epoch, the validation loss), and how far the weights, all of
    them together, have gone from their start by then (Euclidean distance)."""
    with tf.Graph().as_default() as graph:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            training, (validation, _) = keras_vae_results.read(keras_vae.options(ARGUMENTS))
        np.random.seed(keras_vae.SEED)
        with sweep.session(tf) as session:
            vae = kind(tf, session, as_printed, training[:TRAINING], validation)
            before_fit = np.random.get_state()
            initial = vae.initial(session)
        seeds = [pair for op, pair in sweep.random_ops(graph).items() if op not in vae.unused]
        record = {
            "random": {str(i): pair for i, pair in enumerate(seeds)},
            "initial": {str(i): sweep.digest(value) for i, value in enumerate(initial)},
        }
        if given:
            rng = np.random.RandomState(11)
            # at 0.05 the form as printed samples so widely that TensorFlow itself can't be followed to the end
            initial = [np.float32(0.03 * rng.normal(size=value.shape)) for value in initial]
        courses = []
        for stirring in [None] + [np.random.RandomState(i) for i in range(stirs)]:
            np.random.set_state(before_fit)
            with sweep.session(tf) as session:
                session.run(vae.initialize)
                courses.append(vae.fit(session, Rows(session, vae.weights, initial, stirring)))
    record["losses"] = courses[0]
    if stirs:
        record["spread"] = compare.spread(courses)
    return record


class Rows(list):
    """The rows of a course that starts from the weights' values `initial`.

    stirring: a generator that moves each weight by about a millionth before each step, or None. So far off are
    float32's sums of some hundred products, and every build of TensorFlow has its own order of summation.
    """

    def __init__(self, session, weights, initial, stirring):
        self.session, self.weights, self.initial, self.stirring = session, weights, initial, stirring
        self.load(initial)

    def load(self, values):
        for weight, value in zip(self.weights, values):
            moved = value if self.stirring is None else value * (1 + 1e-6 * self.stirring.normal(size=value.shape))
            weight.load(moved.astype(np.float32), self.session)

    def add(self, loss):
        now = self.session.run(self.weights)
        distance = np.sqrt(sum(np.sum((np.float64(a) - b) ** 2) for a, b in zip(now, self.initial)))
        self.append([float("%.7g" % x) for x in (loss, distance)])  # float32's digits
        if self.stirring:
            self.load(now)


class Reproduction:
    """The program's graph, batches, steps and validation."""

    unused = ()

    def __init__(self, tf, session, as_printed, training, validation):
        graph = keras_vae.build_graph(as_printed)
        self.weights, self.initialize = tf.trainable_variables(), tf.global_variables_initializer()
        self.data = lambda: keras_vae_results.Digits(graph, training, validation, None, BATCH_SIZE)

    def initial(self, session):
        session.run(self.initialize)
        return session.run(self.weights)

    def fit(self, session, rows):
        data = self.data()
        for _ in range(EPOCHS):
            for _ in range(-(-TRAINING // BATCH_SIZE)):
                rows.add(data.step(session, data.batch())["loss"])
            rows.add(data.after_epoch(session)["val_loss"])
        return rows


class Keras:
    """The document's model in Keras."""

    unused = ("lambda_1/random_normal_1/RandomStandardNormal",)  # made only to see the shape of what comes out

    def __init__(self, tf, session, as_printed, training, validation):
        import keras
        from keras import backend as K
        from keras import layers

        K.set_session(session)
        self.keras = keras
        self.images = [images.astype("float32") / 255 for images in (training, validation)]

        def conv(filters, strides=1, activation="relu"):
            return layers.Conv2D(filters, 3, strides=strides, padding="same", activation=activation)

        input_img = x = keras.Input((28, 28, 1))
        for layer in (conv(32), conv(64, 2), conv(64), conv(64)):
            x = layer(x)
        shape = K.int_shape(x)[1:]
        x = layers.Dense(32, activation="relu")(layers.Flatten()(x))
        z_mu, z_log_sigma = layers.Dense(2)(x), layers.Dense(2)(x)

        def sampling(args):
            mu, log_sigma = args
            sigma = K.exp(log_sigma if as_printed else log_sigma / 2)
            return mu + sigma * K.random_normal(shape=(K.shape(mu)[0], 2), mean=0.0, stddev=1.0)

        z = layers.Lambda(sampling)([z_mu, z_log_sigma])
        code = x = keras.Input(K.int_shape(z)[1:])
        x = layers.Reshape(shape)(layers.Dense(int(np.prod(shape)), activation="relu")(x))
        x = layers.Conv2DTranspose(32, 3, strides=2, padding="same", activation="relu")(x)
        z_decoded = keras.Model(code, conv(1, activation="sigmoid")(x))(z)

        class Loss(layers.Layer):
            def call(self, inputs):
                recon = keras.losses.binary_crossentropy(*(K.flatten(tensor) for tensor in inputs))
                kl = -K.mean(1 + z_log_sigma - K.square(z_mu) - K.exp(z_log_sigma), axis=-1)
                self.add_loss(K.mean(recon + 5e-4 * kl), inputs=inputs)
                return inputs[0]

        self.model = keras.Model(input_img, Loss()([input_img, z_decoded]))
        self.model.compile("rmsprop", loss=None)
        self.model._make_train_function()  # RMSprop's variables are to be initialized too
        self.weights = [variable for variable in tf.global_variables() if variable in self.model.weights]
        self.initialize = tf.global_variables_initializer()

    def initial(self, session):
        return self.keras.backend.batch_get_value(self.weights)  # which initializes them

    def fit(self, session, rows):
        self.keras.backend.set_session(session)
        training, validation = self.images
        watch = self.keras.callbacks.LambdaCallback(
            on_batch_end=lambda batch, logs: rows.add(logs["loss"]),
            on_epoch_end=lambda epoch, logs: rows.add(logs["val_loss"]),
        )
        self.model.fit(
            training, None, BATCH_SIZE, EPOCHS, verbose=0, callbacks=[watch], validation_data=(validation, None)
        )
        return rows
