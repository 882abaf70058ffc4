"""Models of standalone Keras in the style of public scripts: its own examples, its blog, GANs. Python 3.7's syntax."""

import numpy as np

from oracle import sweep
from oracle.keras_course import data, labels

CASES = sweep.Cases()


def one_hot(keras, count, classes=10):
    return keras.utils.to_categorical(labels(count, classes), classes)


def summary(model):
    """The lines that `model.summary()` prints."""
    lines = []
    model.summary(print_fn=lines.append)
    return lines


@CASES.case("mnist_mlp")
def _(keras, course):
    from_keras = keras.layers
    model = keras.models.Sequential()
    model.add(from_keras.Dense(32, activation="relu", input_shape=(64,)))
    model.add(from_keras.Dropout(0.2))
    model.add(from_keras.Dense(32, activation="relu"))
    model.add(from_keras.Dropout(0.2))
    model.add(from_keras.Dense(10, activation="softmax"))
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.RMSprop(), metrics=["accuracy"])
    course.begin(model)
    course.say("summary", summary(model))
    x, y = data(50, 64), one_hot(keras, 50)
    course.value("predict", model.predict(x[:3]))
    course.fit(model, x[:40], y[:40], batch_size=16, epochs=3, validation_data=(x[40:], y[40:]))
    course.row(model.evaluate(x, y, verbose=0), model.predict(x[:2]))


@CASES.case("mnist_cnn")
def _(keras, course):
    from_keras = keras.layers
    model = keras.models.Sequential()
    model.add(from_keras.Conv2D(4, kernel_size=(3, 3), activation="relu", input_shape=(12, 12, 1)))
    model.add(from_keras.Conv2D(8, (3, 3), activation="relu"))
    model.add(from_keras.MaxPooling2D(pool_size=(2, 2)))
    model.add(from_keras.Dropout(0.25))
    model.add(from_keras.Flatten())
    model.add(from_keras.Dense(16, activation="relu"))
    model.add(from_keras.Dropout(0.5))
    model.add(from_keras.Dense(10, activation="softmax"))
    model.compile(
        loss=keras.losses.categorical_crossentropy, optimizer=keras.optimizers.Adadelta(), metrics=["accuracy"]
    )
    course.begin(model)
    course.say("summary", summary(model))
    x, y = data(40, 12, 12, 1), one_hot(keras, 40)
    course.value("predict", model.predict(x[:3]))
    course.fit(model, x, y, batch_size=16, epochs=2, validation_split=0.2)


def _vae(keras, log_var_scale=0.5):
    """Keras' example variational_autoencoder.py, smaller: (vae, encoder, decoder, outputs, z_mean, z_log_var)."""
    K, layers = keras.backend, keras.layers

    def sampling(args):
        mean, log_var = args
        epsilon = K.random_normal(shape=(K.shape(mean)[0], K.int_shape(mean)[1]))
        return mean + K.exp(log_var_scale * log_var) * epsilon

    inputs = layers.Input(shape=(36,), name="encoder_input")
    x = layers.Dense(16, activation="relu")(inputs)
    z_mean, z_log_var = layers.Dense(2, name="z_mean")(x), layers.Dense(2, name="z_log_var")(x)
    z = layers.Lambda(sampling, output_shape=(2,), name="z")([z_mean, z_log_var])
    encoder = keras.models.Model(inputs, [z_mean, z_log_var, z], name="encoder")
    codes = layers.Input(shape=(2,), name="z_sampling")
    decoder = keras.models.Model(
        codes, layers.Dense(36, activation="sigmoid")(layers.Dense(16, activation="relu")(codes)), name="decoder"
    )
    outputs = decoder(encoder(inputs)[2])
    return keras.models.Model(inputs, outputs, name="vae_mlp"), encoder, decoder, outputs, inputs, z_mean, z_log_var


@CASES.case("variational_autoencoder, add_loss")
def _(keras, course):
    K = keras.backend
    vae, encoder, decoder, outputs, inputs, z_mean, z_log_var = _vae(keras)
    reconstruction = keras.losses.binary_crossentropy(inputs, outputs) * 36
    kl = K.sum(1 + z_log_var - K.square(z_mean) - K.exp(z_log_var), axis=-1) * -0.5
    vae.add_loss(K.mean(reconstruction + kl))
    vae.compile(optimizer="adam")
    course.begin(vae)
    course.say("summary", summary(vae))
    x = data(40, 36)
    course.value("encoded", encoder.predict(x[:3])[0])
    course.value("decoded", decoder.predict(data(3, 2)))
    course.fit(vae, x, epochs=3, batch_size=16, validation_data=(x[:10], None))
    course.row(encoder.predict(x[:2])[2])


@CASES.case("variational_autoencoder, loss function")
def _(keras, course):
    K = keras.backend
    vae, encoder, decoder, outputs, inputs, z_mean, z_log_var = _vae(keras, 1.0)

    def vae_loss(x, decoded):
        kl = -0.5 * K.mean(1 + z_log_var - K.square(z_mean) - K.exp(z_log_var), axis=-1)
        return 36 * keras.metrics.binary_crossentropy(x, decoded) + kl

    vae.compile(optimizer="rmsprop", loss=vae_loss)
    course.begin(vae)
    x = data(40, 36)
    course.fit(vae, x, x, shuffle=True, epochs=2, batch_size=10, validation_data=(x[:10], x[:10]))


@CASES.case("convolutional autoencoder")
def _(keras, course):
    layers = keras.layers
    x = input_img = layers.Input(shape=(8, 8, 1))
    for filters in (8, 4):
        x = layers.Conv2D(filters, (3, 3), activation="relu", padding="same")(x)
        x = layers.MaxPooling2D((2, 2), padding="same")(x)
    for filters in (4, 8):
        x = layers.Conv2D(filters, (3, 3), activation="relu", padding="same")(x)
        x = layers.UpSampling2D((2, 2))(x)
    decoded = layers.Conv2D(1, (3, 3), activation="sigmoid", padding="same")(x)
    autoencoder = keras.models.Model(input_img, decoded)
    autoencoder.compile(optimizer="adadelta", loss="binary_crossentropy")
    course.begin(autoencoder)
    course.say("summary", summary(autoencoder))
    images = data(32, 8, 8, 1)
    course.value("predict", autoencoder.predict(images[:2]))
    course.fit(autoencoder, images, images, epochs=3, batch_size=16, validation_data=(images, images))


@CASES.case("sparse autoencoder, its encoder and decoder")
def _(keras, course):
    layers = keras.layers
    input_img = layers.Input(shape=(36,))
    encoded = layers.Dense(8, activation="relu", activity_regularizer=keras.regularizers.l1(1e-3))(input_img)
    autoencoder = keras.models.Model(input_img, layers.Dense(36, activation="sigmoid")(encoded))
    encoder = keras.models.Model(input_img, encoded)
    encoded_input = layers.Input(shape=(8,))
    decoder = keras.models.Model(encoded_input, autoencoder.layers[-1](encoded_input))
    autoencoder.compile("adam", "binary_crossentropy")
    course.begin(autoencoder, encoder, decoder)
    x = data(32, 36)
    course.value("decoded", decoder.predict(encoder.predict(x[:3])))
    course.fit(autoencoder, x, x, epochs=2, batch_size=8)


def _gan(keras, generator, discriminator, codes, **adam):
    """Generator and discriminator compiled as public GANs do: (combined, which trains the generator alone)."""
    discriminator.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(**adam), metrics=["accuracy"])
    z = keras.layers.Input(shape=(codes,))
    discriminator.trainable = False
    combined = keras.models.Model(z, discriminator(generator(z)))
    combined.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(**adam))
    return combined


def _train_gan(course, generator, discriminator, combined, images, codes, steps):
    ones, zeros = np.ones((8, 1)), np.zeros((8, 1))
    for _ in range(steps):
        real = images[np.random.randint(0, len(images), 8)]
        noise = np.random.normal(0, 1, (8, codes))
        d_real = discriminator.train_on_batch(real, ones)
        d_fake = discriminator.train_on_batch(generator.predict(noise), zeros)
        course.row(d_real, d_fake, combined.train_on_batch(noise, ones))


@CASES.case("gan of dense layers")
def _(keras, course):
    layers, models = keras.layers, keras.models
    generator = models.Sequential()
    generator.add(layers.Dense(16, input_dim=6))
    generator.add(layers.LeakyReLU(alpha=0.2))
    generator.add(layers.BatchNormalization(momentum=0.8))
    generator.add(layers.Dense(36, activation="tanh"))
    generator.add(layers.Reshape((6, 6, 1)))
    discriminator = models.Sequential()
    discriminator.add(layers.Flatten(input_shape=(6, 6, 1)))
    discriminator.add(layers.Dense(16))
    discriminator.add(layers.LeakyReLU(alpha=0.2))
    discriminator.add(layers.Dense(1, activation="sigmoid"))
    combined = _gan(keras, generator, discriminator, 6, lr=0.0002, beta_1=0.5)
    course.begin(generator, discriminator)
    course.say("trainable", [len(combined.trainable_weights), len(discriminator._collected_trainable_weights)])
    _train_gan(course, generator, discriminator, combined, 2 * data(40, 6, 6, 1) - 1, 6, 6)


@CASES.case("dcgan")
def _(keras, course):
    layers, models = keras.layers, keras.models
    generator = models.Sequential(name="generator")
    generator.add(layers.Dense(8 * 2 * 2, activation="relu", input_dim=6))
    generator.add(layers.Reshape((2, 2, 8)))
    generator.add(layers.UpSampling2D())
    generator.add(layers.Conv2D(8, kernel_size=3, padding="same"))
    generator.add(layers.BatchNormalization(momentum=0.8))
    generator.add(layers.Activation("relu"))
    generator.add(layers.Conv2DTranspose(4, kernel_size=5, strides=2, padding="same"))
    generator.add(layers.BatchNormalization(momentum=0.8))
    generator.add(layers.Activation("relu"))
    generator.add(layers.Conv2D(1, kernel_size=3, padding="same"))
    generator.add(layers.Activation("tanh"))
    discriminator = models.Sequential(name="discriminator")
    discriminator.add(layers.Conv2D(4, kernel_size=3, strides=2, input_shape=(8, 8, 1), padding="same"))
    discriminator.add(layers.LeakyReLU(alpha=0.2))
    discriminator.add(layers.Dropout(0.25))
    discriminator.add(layers.Conv2D(8, kernel_size=3, strides=2, padding="same"))
    discriminator.add(layers.ZeroPadding2D(padding=((0, 1), (0, 1))))
    discriminator.add(layers.BatchNormalization(momentum=0.8))
    discriminator.add(layers.LeakyReLU(alpha=0.2))
    discriminator.add(layers.Dropout(0.25))
    discriminator.add(layers.Flatten())
    discriminator.add(layers.Dense(1, activation="sigmoid"))
    combined = _gan(keras, generator, discriminator, 6, lr=0.0002, beta_1=0.5)
    course.begin(generator, discriminator)
    course.say("summary", summary(generator) + summary(discriminator))
    _train_gan(course, generator, discriminator, combined, 2 * data(40, 8, 8, 1) - 1, 6, 5)


@CASES.case("wgan, clipped weights")
def _(keras, course):
    K, layers = keras.backend, keras.layers
    critic = keras.models.Sequential([layers.Dense(16, activation="relu", input_shape=(4,)), layers.Dense(1)])

    def wasserstein(y_true, y_pred):
        return K.mean(y_true * y_pred)

    critic.compile(loss=wasserstein, optimizer=keras.optimizers.RMSprop(lr=0.0005))
    course.begin(critic)
    for _ in range(4):
        noise = np.random.normal(size=(8, 4))
        course.row(critic.train_on_batch(data(8, 4), -np.ones((8, 1))), critic.train_on_batch(noise, np.ones((8, 1))))
        for layer in critic.layers:
            layer.set_weights([np.clip(w, -0.05, 0.05) for w in layer.get_weights()])


@CASES.case("imdb_lstm")
def _(keras, course):
    layers = keras.layers
    model = keras.models.Sequential()
    model.add(layers.Embedding(30, 8))
    model.add(layers.LSTM(8, dropout=0.2, recurrent_dropout=0.2))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    x = keras.preprocessing.sequence.pad_sequences([labels(n, 30, n) for n in range(3, 35)], maxlen=12)
    y = labels(32, 2)
    model.build((None, 12))
    course.begin(model)
    course.fit(model, x, y, batch_size=8, epochs=2, validation_data=(x[:8], y[:8]))


@CASES.case("imdb_cnn and fasttext")
def _(keras, course):
    layers = keras.layers
    x, y = labels(32 * 12, 30).reshape(32, 12), labels(32, 2)
    cnn = keras.models.Sequential()
    cnn.add(layers.Embedding(30, 6, input_length=12))
    cnn.add(layers.Dropout(0.2))
    cnn.add(layers.Conv1D(8, 3, padding="valid", activation="relu", strides=1))
    cnn.add(layers.GlobalMaxPooling1D())
    cnn.add(layers.Dense(1))
    cnn.add(layers.Activation("sigmoid"))
    fast = keras.models.Sequential()
    fast.add(layers.Embedding(30, 6, input_length=12))
    fast.add(layers.GlobalAveragePooling1D())
    fast.add(layers.Dense(1, activation="sigmoid"))
    for model in (cnn, fast):
        model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    course.begin(cnn, fast)
    for model in (cnn, fast):
        course.fit(model, x, y, batch_size=8, epochs=1)


@CASES.case("siamese distance")
def _(keras, course):
    K, layers = keras.backend, keras.layers

    def distance(vectors):
        x, y = vectors
        return K.sqrt(K.maximum(K.sum(K.square(x - y), axis=1, keepdims=True), K.epsilon()))

    def contrastive(y_true, y_pred):
        return K.mean(y_true * K.square(y_pred) + (1 - y_true) * K.square(K.maximum(1 - y_pred, 0)))

    x = flat = layers.Input(shape=(6, 6))
    x = layers.Dropout(0.1)(layers.Dense(16, activation="relu")(layers.Flatten()(x)))
    base = keras.models.Model(flat, layers.Dense(8, activation="relu")(x))
    a, b = layers.Input(shape=(6, 6)), layers.Input(shape=(6, 6))
    apart = layers.Lambda(distance, output_shape=lambda shapes: (shapes[0][0], 1))([base(a), base(b)])
    model = keras.models.Model([a, b], apart)
    model.compile(loss=contrastive, optimizer=keras.optimizers.RMSprop())
    course.begin(model)
    pairs, y = [data(24, 6, 6), data(24, 6, 6, seed=2)], labels(24, 2)
    course.fit(model, pairs, y, batch_size=8, epochs=2)


@CASES.case("acgan: two outputs, sparse labels")
def _(keras, course):
    layers = keras.layers
    image = layers.Input(shape=(6, 6, 1))
    x = layers.Flatten()(layers.LeakyReLU(0.2)(layers.Conv2D(4, 3, strides=2, padding="same")(image)))
    fake = layers.Dense(1, activation="sigmoid", name="generation")(x)
    kind = layers.Dense(3, activation="softmax", name="auxiliary")(x)
    discriminator = keras.models.Model(image, [fake, kind])
    losses = ["binary_crossentropy", "sparse_categorical_crossentropy"]
    discriminator.compile(keras.optimizers.Adam(0.0002, 0.5), losses)
    code, asked = layers.Input(shape=(5,)), layers.Input(shape=(1,), dtype="int32")
    chosen = layers.Flatten()(layers.Embedding(3, 5, embeddings_initializer="glorot_normal")(asked))
    drawn = layers.Dense(36, activation="tanh")(layers.multiply([code, chosen]))
    generator = keras.models.Model([code, asked], layers.Reshape((6, 6, 1))(drawn))
    discriminator.trainable = False
    combined = keras.models.Model([code, asked], discriminator(generator([code, asked])))
    combined.compile(keras.optimizers.Adam(0.0002, 0.5), losses)
    course.begin(discriminator, generator)
    for _ in range(3):
        noise, kinds = np.random.uniform(-1, 1, (8, 5)), np.random.randint(0, 3, 8)
        drawn = generator.predict([noise, kinds.reshape(-1, 1)], verbose=0)
        images, y = np.concatenate([data(8, 6, 6, 1), drawn]), np.array([1] * 8 + [0] * 8)
        d = discriminator.train_on_batch(images, [y, np.concatenate([labels(8, 3), kinds])])
        course.row(d, combined.train_on_batch([noise, kinds.reshape(-1, 1)], [np.ones(8), kinds]))


@CASES.case("sequence to sequence")
def _(keras, course):
    layers = keras.layers
    model = keras.models.Sequential()
    model.add(layers.LSTM(8, input_shape=(5, 4)))
    model.add(layers.RepeatVector(3))
    model.add(layers.LSTM(8, return_sequences=True))
    model.add(layers.TimeDistributed(layers.Dense(4, activation="softmax")))
    model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    course.begin(model)
    x, y = data(24, 5, 4), one_hot(keras, 72, 4).reshape(24, 3, 4)
    course.fit(model, x, y, batch_size=8, epochs=2)
