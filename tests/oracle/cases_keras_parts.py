"""Keras' parts, one or a few a case: layers, optimizers, losses, callbacks, backend, files. Python 3.7's syntax."""

import importlib
import os
import tempfile
import warnings

import numpy as np

from legacy_tf import tf
from oracle import sweep
from oracle.keras_course import data, labels

CASES = sweep.Cases()

OPTIMIZERS = {
    "SGD": {"lr": 0.1, "momentum": 0.9, "nesterov": True, "decay": 1e-2},
    "RMSprop": {"decay": 1e-2},
    "Adagrad": {},
    "Adadelta": {"decay": 1e-2},
    "Adam": {"amsgrad": True, "decay": 1e-2},
    "Adamax": {},
    "Nadam": {"clipnorm": 0.1},
}


def _optimizer(name):
    @CASES.case("optimizer " + name)
    def _(keras, course):
        layers = keras.layers
        model = keras.models.Sequential([layers.Dense(8, activation="tanh", input_shape=(4,)), layers.Dense(2)])
        model.compile(getattr(keras.optimizers, name)(**OPTIMIZERS[name]), "mean_squared_error", metrics=["mae"])
        course.begin(model)
        for _ in range(6):
            course.row(model.train_on_batch(data(16, 4), data(16, 2)))
        course.say("config", sorted(model.optimizer.get_config()))
        course.row([np.abs(weight).sum() for weight in model.get_weights()])


for _name in sorted(OPTIMIZERS):
    _optimizer(_name)


@CASES.case("optimizer of TensorFlow's")
def _(keras, course):
    model = keras.models.Sequential([keras.layers.Dense(3, input_dim=4), keras.layers.Dense(2)])
    model.compile(tf.train.AdamOptimizer(0.01), "mse")
    course.begin(model)
    for _ in range(3):
        course.row(model.train_on_batch(data(8, 4), data(8, 2)))


@CASES.case("initializers")
def _(keras, course):
    named = "zeros ones glorot_normal glorot_uniform he_normal he_uniform lecun_normal lecun_uniform random_normal "
    named += "random_uniform truncated_normal RandomNormal uniform normal identity"
    model = keras.models.Sequential()
    model.add(keras.layers.Dense(6, input_shape=(6,)))
    for name in named.split():
        model.add(keras.layers.Dense(6, kernel_initializer=name, name=name))
    of = keras.initializers
    for each in (
        of.RandomNormal(stddev=0.02, seed=3), of.TruncatedNormal(stddev=0.1), of.Constant(0.3), of.he_normal(seed=5),
        of.VarianceScaling(2.0, "fan_avg", "normal"), of.VarianceScaling(1.0, "fan_out", "uniform", seed=1),
    ):  # fmt: skip
        model.add(keras.layers.Dense(6, kernel_initializer=each, bias_initializer="random_uniform"))
    course.begin(model)


@CASES.case("noise and dropout")
def _(keras, course):
    K, layers = keras.backend, keras.layers
    image = x = layers.Input((4, 4, 6))
    for layer in (layers.GaussianNoise(0.3), layers.SpatialDropout2D(0.3), layers.GaussianDropout(0.2)):
        x = layer(x)
    x = layers.AlphaDropout(0.2)(layers.Flatten()(x))
    x = layers.Dropout(0.3, noise_shape=(None, 1))(layers.Dropout(0.5, seed=7)(x))
    model = keras.models.Model(image, layers.Dense(2)(x))
    model.compile("sgd", "mse")
    course.begin(model)
    images = data(8, 4, 4, 6)
    train = K.function([model.input, K.learning_phase()], [model.layers[-2].output])
    course.value("test", train([images, 0])[0])
    course.value("train", train([images, 1])[0])
    for _ in range(3):
        course.row(model.train_on_batch(images, data(8, 2)))


@CASES.case("with a graph seed")
def _(keras, course):
    tf.set_random_seed(5)
    model = keras.models.Sequential([keras.layers.Dense(8, input_dim=4), keras.layers.Dropout(0.5)])
    model.compile("adam", "mse")
    course.begin(model)
    for _ in range(3):
        course.row(model.train_on_batch(data(8, 4), data(8, 8)))


@CASES.case("layers of images")
def _(keras, course):
    layers = keras.layers
    image = layers.Input((8, 8, 4))
    several = [
        layers.SeparableConv2D(3, 3, depth_multiplier=2), layers.DepthwiseConv2D(3, padding="same"),
        layers.Conv2DTranspose(3, 3, strides=2, padding="same"), layers.Conv2D(3, 3, dilation_rate=2),
        layers.Conv2DTranspose(2, 3, output_padding=1, strides=2), layers.LocallyConnected2D(2, 3),
        layers.AveragePooling2D(3, strides=2, padding="same"), layers.Cropping2D(((1, 2), (0, 1))),
        layers.ZeroPadding2D((1, 2)), layers.UpSampling2D((2, 3), interpolation="bilinear"),
        layers.GlobalMaxPooling2D(), layers.Permute((3, 1, 2)),
    ]  # fmt: skip
    outputs = [layer(image) for layer in several]
    model = keras.models.Model(image, outputs)
    course.begin(model)
    for layer, value in zip(several, model.predict(data(2, 8, 8, 4))):
        course.value(layer.name, value)
    sums = [layers.Lambda(lambda t: keras.backend.mean(t, axis=-1, keepdims=True))(layers.Flatten()(y))
            for y in (outputs[0], outputs[1], outputs[2], outputs[5])]  # fmt: skip
    trained = keras.models.Model(image, layers.add(sums))
    trained.compile(keras.optimizers.SGD(0.5), "mse")
    for _ in range(3):
        course.row(trained.train_on_batch(data(4, 8, 8, 4), data(4, 1)))


@CASES.case("layers of sequences and volumes")
def _(keras, course):
    layers = keras.layers
    line, volume = layers.Input((9, 3)), layers.Input((4, 4, 4, 2))
    outputs = [
        layers.Conv1D(4, 3, padding="causal", dilation_rate=2)(line), layers.SeparableConv1D(4, 3)(line),
        layers.LocallyConnected1D(2, 3)(line), layers.MaxPooling1D(2)(line), layers.UpSampling1D(2)(line),
        layers.ZeroPadding1D(1)(line), layers.Cropping1D(2)(line), layers.GlobalAveragePooling1D()(line),
        layers.Conv3D(3, 2)(volume), layers.MaxPooling3D()(volume), layers.Conv3DTranspose(2, 2)(volume),
    ]  # fmt: skip
    model = keras.models.Model([line, volume], outputs)
    course.begin(model)
    for name, value in zip(model.output_names, model.predict([data(2, 9, 3), data(2, 4, 4, 4, 2)])):
        course.value(name, value)


@CASES.case("activations")
def _(keras, course):
    layers = keras.layers
    x = layers.Input((6,))
    names = "softmax elu selu softplus softsign relu tanh sigmoid hard_sigmoid exponential linear".split()
    outputs = [layers.Activation(name)(x) for name in names]
    outputs += [layers.LeakyReLU()(x), layers.PReLU()(x), layers.ELU(0.7)(x), layers.ThresholdedReLU(0.4)(x)]
    outputs += [layers.Softmax()(x), layers.ReLU(max_value=0.5, negative_slope=0.1, threshold=0.2)(x)]
    model = keras.models.Model(x, outputs)
    course.begin(model)
    for name, value in zip(model.output_names, model.predict(2 * data(4, 6) - 1)):
        course.value(name, value)


@CASES.case("merging layers")
def _(keras, course):
    layers = keras.layers
    a, b = layers.Input((5, 4)), layers.Input((5, 4))
    outputs = [merge([a, b]) for merge in (layers.add, layers.subtract, layers.multiply, layers.average)]
    outputs += [layers.maximum([a, b]), layers.minimum([a, b]), layers.concatenate([a, b], axis=1)]
    outputs += [layers.dot([a, b], axes=(2, 2)), layers.Dot(axes=1, normalize=True)([a, b])]
    model = keras.models.Model([a, b], outputs)
    course.begin(model)
    for name, value in zip(model.output_names, model.predict([data(2, 5, 4), data(2, 5, 4, seed=3)])):
        course.value(name, value)


@CASES.case("batch normalization")
def _(keras, course):
    layers = keras.layers
    model = keras.models.Sequential()
    model.add(layers.Conv2D(3, 3, use_bias=False, input_shape=(6, 6, 2)))
    model.add(layers.BatchNormalization())
    model.add(layers.Activation("relu"))
    model.add(layers.BatchNormalization(axis=1, momentum=0.8, epsilon=1e-5, scale=False))
    model.add(layers.Flatten())
    model.add(layers.BatchNormalization(beta_initializer="ones", gamma_regularizer="l2"))
    model.add(layers.Dense(1))
    model.compile(keras.optimizers.SGD(0.01), "mse")
    course.begin(model)
    images, y = data(24, 6, 6, 2), data(24, 1)
    course.value("predict", model.predict(images[:3]))
    course.fit(model, images, y, batch_size=8, epochs=2, validation_data=(images[:5], y[:5]))
    course.row([np.abs(weight).sum() for weight in model.get_weights()])


@CASES.case("regularizers and constraints")
def _(keras, course):
    layers, of = keras.layers, keras.constraints
    model = keras.models.Sequential()
    model.add(layers.Dense(8, kernel_regularizer=keras.regularizers.l1_l2(0.01, 0.02), input_dim=4))
    model.add(layers.Dense(8, kernel_constraint=of.max_norm(0.5), bias_regularizer=keras.regularizers.l2(0.1)))
    model.add(layers.ActivityRegularization(l1=0.01))
    model.add(layers.Dense(8, kernel_constraint=of.unit_norm(), bias_constraint="non_neg"))
    model.add(layers.Dense(1, kernel_constraint=of.MinMaxNorm(0.2, 0.4, rate=0.5)))
    model.compile(keras.optimizers.SGD(0.1), "mse")
    course.begin(model)
    for _ in range(5):
        course.row(model.train_on_batch(data(16, 4), data(16, 1)))


@CASES.case("losses")
def _(keras, course):
    K = keras.backend
    y, p = K.constant(data(6, 5)), K.constant(data(6, 5, seed=4))
    names = "mean_squared_error mean_absolute_error mean_absolute_percentage_error mean_squared_logarithmic_error "
    names += "squared_hinge hinge categorical_hinge logcosh huber_loss categorical_crossentropy binary_crossentropy "
    names += "kullback_leibler_divergence poisson cosine_proximity"
    for name in names.split():
        course.value(name, K.eval(getattr(keras.losses, name)(y, p)))
    course.value("sparse", K.eval(keras.losses.sparse_categorical_crossentropy(K.constant(labels(6, 5)[:, None]), p)))
    course.value("smoothed", K.eval(keras.losses.BinaryCrossentropy(label_smoothing=0.1)(y, p)))
    course.value("of logits", K.eval(keras.losses.CategoricalCrossentropy(from_logits=True)(y, p)))
    course.value("of a sigmoid", K.eval(K.binary_crossentropy(y, K.sigmoid(4 * p))))
    course.value("of a softmax", K.eval(K.categorical_crossentropy(y, K.softmax(4 * p))))


@CASES.case("metrics")
def _(keras, course):
    K, layers = keras.backend, keras.layers

    def mean_pred(y_true, y_pred):
        return K.mean(y_pred)

    model = keras.models.Sequential([layers.Dense(8, input_dim=4), layers.Dense(5, activation="softmax")])
    metrics = ["acc", "categorical_accuracy", mean_pred, "top_k_categorical_accuracy", keras.metrics.mae]
    metrics += [keras.metrics.Precision(), keras.metrics.AUC(num_thresholds=20)]
    model.compile("sgd", "categorical_crossentropy", metrics=metrics)
    course.begin(model)
    course.added = 1.0  # many of them are zero
    x, y = data(20, 4), keras.utils.to_categorical(labels(20, 5), 5)
    course.fit(model, x, y, batch_size=8, epochs=2, validation_data=(x[:7], y[:7]))
    course.row(model.evaluate(x, y, batch_size=6, verbose=0), model.test_on_batch(x[:4], y[:4]))


@CASES.case("weights of classes and samples, several outputs")
def _(keras, course):
    layers = keras.layers
    a, b = layers.Input((4,), name="main_input"), layers.Input((3,), name="aux_input")
    x = layers.Dense(8, activation="relu")(layers.concatenate([layers.Dense(4)(a), b]))
    main = layers.Dense(1, activation="sigmoid", name="main_output")(x)
    aux = layers.Dense(2, name="aux_output")(x)
    model = keras.models.Model(inputs=[a, b], outputs=[main, aux])
    losses = {"main_output": "binary_crossentropy", "aux_output": "mse"}
    model.compile("rmsprop", losses, loss_weights={"main_output": 1.0, "aux_output": 0.2}, metrics=["accuracy"])
    course.begin(model)
    feeds = {"main_input": data(20, 4), "aux_input": data(20, 3)}
    targets = {"main_output": labels(20, 2), "aux_output": data(20, 2)}
    weights = {"main_output": data(20), "aux_output": np.ones(20)}
    course.fit(model, feeds, targets, batch_size=8, epochs=2, sample_weight=weights, validation_split=0.25)
    one = keras.models.Model(a, layers.Dense(3, activation="softmax")(a))
    one.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
    course.fit(one, data(20, 4), labels(20, 3), batch_size=8, class_weight={0: 1.0, 1: 3.0, 2: 0.5}, shuffle=False)


@CASES.case("generators and augmented images")
def _(keras, course):
    layers = keras.layers
    model = keras.models.Sequential([layers.Conv2D(3, 3, input_shape=(6, 6, 1)), layers.Flatten(), layers.Dense(2)])
    model.compile("sgd", "mse")
    course.begin(model)
    augmented = keras.preprocessing.image.ImageDataGenerator(
        featurewise_center=True, horizontal_flip=True, vertical_flip=True, rescale=0.5
    )
    images, y = data(20, 6, 6, 1), data(20, 2)
    augmented.fit(images)
    flow = augmented.flow(images, y, batch_size=8)
    course.fit(model, flow, how="fit_generator", steps_per_epoch=3, epochs=2, workers=0)

    def batches():
        while True:
            chosen = np.random.permutation(20)[:6]
            yield images[chosen], y[chosen]

    course.fit(model, batches(), how="fit_generator", steps_per_epoch=2, epochs=1, workers=0)
    course.row(model.evaluate_generator(batches(), steps=2, workers=0))


@CASES.case("callbacks")
def _(keras, course):
    of = keras.callbacks
    model = keras.models.Sequential([keras.layers.Dense(4, input_dim=4), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.2), "mse")
    course.begin(model)
    x, y = data(20, 4), data(20, 1)
    history = course.fit(
        model, x, y, batch_size=10, epochs=8, validation_split=0.2,
        callbacks=[of.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=0, min_delta=1e-2),
                   of.EarlyStopping(monitor="val_loss", patience=2, restore_best_weights=True)],
    )  # fmt: skip
    course.say("epochs", len(history["loss"]))
    slower = of.LearningRateScheduler(lambda epoch, rate: rate * 0.5)
    history = course.fit(model, x, y, batch_size=10, epochs=3, callbacks=[slower])
    course.row(history["lr"])


@CASES.case("backend")
def _(keras, course):
    K = keras.backend
    for name, made in [
        ("normal", K.random_normal((3, 4), 1.0, 2.0)), ("uniform", K.random_uniform((3, 4), -1.0, 1.0)),
        ("binomial", K.random_binomial((3, 4), 0.4)), ("truncated", K.truncated_normal((3, 4))),
        ("dropout", K.dropout(K.ones((3, 4)), 0.4)), ("variable", K.random_normal_variable((3, 4), 0.0, 1.0)),
        ("seeded", K.random_uniform((3, 4), seed=5)),
    ]:  # fmt: skip
        course.value(name, K.get_value(made) if name == "variable" else K.eval(made))
    x = K.placeholder((None, 4))
    y = K.sum(K.square(x) * K.variable(data(4)), axis=-1)
    course.value("function", K.function([x], [y] + K.gradients(y, x))([data(3, 4)])[1])
    course.value("batch_dot", K.eval(K.batch_dot(K.constant(data(2, 3, 4)), K.constant(data(2, 4, 5)))))
    course.value("logsumexp", K.eval(K.logsumexp(K.constant(data(3, 4)), axis=1)))
    course.value("switch", K.eval(K.switch(K.constant(1) > 0, lambda: K.ones((2,)), lambda: K.zeros((2,)))))
    course.value(
        "rnn", K.eval(K.rnn(lambda x, s: (x + s[0], [x + s[0]]), K.constant(data(2, 3, 4)), [K.zeros((2, 4))])[1])
    )
    course.value("l2", K.eval(K.l2_normalize(K.constant(data(3, 4)), axis=1)))
    course.say("shapes", [K.int_shape(y), K.ndim(x), K.floatx(), K.epsilon(), K.image_data_format(), K.dtype(x)])
    course.say("names", [x.name, y.name, K.variable(0.0).name, K.learning_phase().name])


@CASES.case("files")
def _(keras, course):
    layers = keras.layers
    model = keras.models.Sequential([layers.Dense(4, activation="relu", input_dim=4), layers.Dense(1)])
    model.compile("adam", "mse", metrics=["mae"])
    course.begin(model)
    x, y = data(8, 4), data(8, 1)
    course.row(model.train_on_batch(x, y))
    with tempfile.TemporaryDirectory() as folder:
        model.save(os.path.join(folder, "model.h5"))
        model.save_weights(os.path.join(folder, "weights.h5"))
        course.row(model.train_on_batch(x, y))
        loaded = keras.models.load_model(os.path.join(folder, "model.h5"))
        course.row(loaded.train_on_batch(x, y))
        again = keras.models.model_from_json(model.to_json())
        again.load_weights(os.path.join(folder, "weights.h5"))
    course.row(again.predict(x))
    course.say("json", model.to_json())
    course.say("loaded", [loaded.name, type(loaded).__name__, loaded.optimizer.get_config()["amsgrad"]])


@CASES.case("names of Keras 1")
def _(keras, course):
    layers = keras.layers
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = keras.models.Sequential()
        model.add(layers.Convolution2D(4, 3, 3, border_mode="same", subsample=(2, 2), input_shape=(6, 6, 1)))
        model.add(layers.Dropout(p=0.3))
        model.add(layers.core.Flatten())
        model.add(layers.core.Dense(output_dim=5, init="uniform", W_regularizer=keras.regularizers.l2(0.01)))
        model.add(layers.advanced_activations.LeakyReLU(0.1))
        model.add(layers.normalization.BatchNormalization())
        model.add(layers.Dense(2, init="he_normal", bias=False))
        model.compile("sgd", importlib.import_module(keras.__name__ + ".objectives").mse)
        course.begin(model)
        course.fit(model, data(12, 6, 6, 1), data(12, 2), batch_size=4, nb_epoch=2)
    course.say("np_utils", keras.utils.np_utils.to_categorical([0, 2], 3).tolist())


@CASES.case("a layer and a model of one's own")
def _(keras, course):
    K = keras.backend

    class Own(keras.layers.Layer):
        def __init__(self, units, **options):
            self.units = units
            super().__init__(**options)

        def build(self, shape):
            self.kernel = self.add_weight("kernel", (shape[1], self.units), initializer="uniform", trainable=True)
            super().build(shape)

        def call(self, x):
            return K.dot(x, self.kernel)

        def compute_output_shape(self, shape):
            return shape[0], self.units

    class Net(keras.Model):
        def __init__(self):
            super().__init__(name="net")
            self.first, self.last = keras.layers.Dense(6, activation="relu"), Own(1)

        def call(self, x):
            return self.last(self.first(x))

    sequential = keras.models.Sequential([Own(5, input_shape=(4,)), keras.layers.Dense(1)])
    sequential.compile("adam", "mse")
    course.begin(sequential)
    course.row(sequential.train_on_batch(data(8, 4), data(8, 1)), sequential.train_on_batch(data(8, 4), data(8, 1)))
    net = Net()
    net.compile("sgd", "mse")
    for _ in range(3):
        course.row(net.train_on_batch(data(8, 4), data(8, 1)))
    course.say("names", [weight.name for weight in net.weights])


def _recurrent(name, make):
    @CASES.case("recurrent: " + name)
    def _(keras, course):
        model = keras.models.Sequential()
        make(keras.layers, model)
        model.add(keras.layers.Dense(1))
        model.compile("rmsprop", "mse")
        model.build((None, 5, 3))
        course.begin(model)
        model.predict(data(4, 5, 3))
        for _ in range(4):
            course.row(model.train_on_batch(data(4, 5, 3), data(4, 1)))


def _uniform(cell):
    """Without the orthogonal start, which is asked for in cases of its own."""
    return lambda units, **options: cell(units, recurrent_initializer="glorot_uniform", **options)


_recurrent("LSTM", lambda of, model: model.add(_uniform(of.LSTM)(4)))
_recurrent("LSTM, implementation 1", lambda of, model: model.add(_uniform(of.LSTM)(4, implementation=1)))
_recurrent("GRU", lambda of, model: model.add(_uniform(of.GRU)(4, dropout=0.2)))
_recurrent("GRU, reset after", lambda of, model: model.add(_uniform(of.GRU)(4, reset_after=True)))
_recurrent("SimpleRNN", lambda of, model: model.add(_uniform(of.SimpleRNN)(4, recurrent_dropout=0.3)))
_recurrent(
    "bidirectional, unrolled",
    lambda of, model: model.add(of.Bidirectional(_uniform(of.LSTM)(4, unroll=True), input_shape=(5, 3))),
)


def _masked(of, model):
    model.add(of.Masking(0.5, input_shape=(5, 3)))
    model.add(_uniform(of.LSTM)(4, return_sequences=True))
    model.add(_uniform(of.GRU)(4, go_backwards=True))


def _stateful(of, model):
    model.add(_uniform(of.LSTM)(4, stateful=True, batch_input_shape=(4, 5, 3), return_sequences=True))
    model.add(
        of.RNN(
            [
                of.LSTMCell(4, recurrent_initializer="glorot_uniform"),
                of.GRUCell(3, recurrent_initializer="glorot_uniform"),
            ]
        )
    )


_recurrent("masked", _masked)
_recurrent("stateful, stacked cells", _stateful)


@CASES.case("ConvLSTM2D")
def _(keras, course):
    model = keras.models.Sequential()
    model.add(keras.layers.ConvLSTM2D(2, 3, recurrent_initializer="glorot_uniform", input_shape=(3, 5, 5, 1)))
    model.compile("adadelta", "mse")
    course.begin(model)
    for _ in range(3):
        course.row(model.train_on_batch(data(4, 3, 5, 5, 1), data(4, 3, 3, 2)))
