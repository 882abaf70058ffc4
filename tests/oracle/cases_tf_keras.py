"""tf.keras models of 2018 and 2019: TensorFlow's own tutorials and other public code. Python 3.7's syntax."""

import numpy as np

from oracle import sweep
from oracle.keras_course import data, labels
from oracle.tf_keras_course import summary

CASES = sweep.Cases()


@CASES.case("fashion_mnist")
def _(tf, course):
    keras = tf.keras
    model = keras.Sequential(
        [
            keras.layers.Flatten(input_shape=(12, 12)),
            keras.layers.Dense(32, activation=tf.nn.relu),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(10, activation=tf.nn.softmax),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    course.begin(model)
    course.say("summary", summary(model))
    x, y = data(60, 12, 12), labels(60, 10)
    course.fit(model, x[:40], y[:40], epochs=2, batch_size=16, validation_data=(x[40:], y[40:]))
    course.row(model.evaluate(x, y, verbose=0), model.predict(x[:2]), model.predict_on_batch(x[2:4]))
    course.say("classes", model.predict_classes(x[:2]).dtype.name)


@CASES.case("imdb, words averaged")
def _(tf, course):
    keras = tf.keras
    model = keras.Sequential()
    model.add(keras.layers.Embedding(50, 16))
    model.add(keras.layers.GlobalAveragePooling1D())
    model.add(keras.layers.Dense(16, activation=tf.nn.relu))
    model.add(keras.layers.Dense(1, activation=tf.nn.sigmoid))
    course.say("summary", summary(model))
    model.compile(optimizer=tf.train.AdamOptimizer(), loss="binary_crossentropy", metrics=["acc"])
    words = [list(labels(n, 50, seed=n)) for n in range(3, 33)]
    x = keras.preprocessing.sequence.pad_sequences(words, value=0, padding="post", maxlen=20)
    y = labels(30, 2)
    course.begin(model)
    course.fit(model, x, y, epochs=2, batch_size=8, validation_data=(x[20:], y[20:]), shuffle=False)


@CASES.case("auto mpg")
def _(tf, course):
    keras, layers = tf.keras, tf.keras.layers
    model = keras.Sequential(
        [
            layers.Dense(64, activation=tf.nn.relu, input_shape=[9]),
            layers.Dense(64, activation=tf.nn.relu),
            layers.Dense(1),
        ]
    )
    optimizer = tf.keras.optimizers.RMSprop(0.001)
    model.compile(loss="mean_squared_error", optimizer=optimizer, metrics=["mean_absolute_error", "mean_squared_error"])
    course.begin(model)
    x = data(50, 9)
    y = x.sum(1)
    stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=1)
    history = course.fit(model, x, y, epochs=4, validation_split=0.2, batch_size=10, callbacks=[stop])
    course.say("epochs", len(history["loss"]))


@CASES.case("overfitting: weights and dropout")
def _(tf, course):
    keras = tf.keras
    model = keras.models.Sequential(
        [
            keras.layers.Dense(
                16, kernel_regularizer=keras.regularizers.l2(0.001), activation=tf.nn.relu, input_shape=(30,)
            ),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(16, kernel_regularizer=keras.regularizers.l1_l2(0.001, 0.01), activation="relu"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1, activation=tf.nn.sigmoid, activity_regularizer="l2"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy", "binary_crossentropy"])
    course.begin(model)
    course.fit(model, data(40, 30), labels(40, 2), epochs=2, batch_size=16, validation_data=(data(8, 30), labels(8, 2)))


@CASES.case("text generation, stateful GRU")
def _(tf, course):
    keras = tf.keras
    course.counts_only = True

    def build(batch):
        return keras.Sequential(
            [
                keras.layers.Embedding(20, 8, batch_input_shape=[batch, None]),
                keras.layers.GRU(
                    12,
                    return_sequences=True,
                    recurrent_initializer="glorot_uniform",
                    recurrent_activation="sigmoid",
                    stateful=True,
                ),
                keras.layers.Dense(20),
            ]
        )

    def loss(labels, logits):
        return keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)

    text = labels(240, 20)
    chunks = tf.data.Dataset.from_tensor_slices(text).batch(11, drop_remainder=True)
    dataset = chunks.map(lambda chunk: (chunk[:-1], chunk[1:])).shuffle(100).batch(4, drop_remainder=True).repeat()
    model = build(4)
    model.compile(optimizer=tf.train.AdamOptimizer(), loss=loss)
    course.begin(model)
    course.fit(model, dataset, epochs=2, steps_per_epoch=3)
    model.save_weights(course.directory + "/text")
    one = build(1)
    one.load_weights(tf.train.latest_checkpoint(course.directory))
    one.build(tf.TensorShape([1, None]))
    one.reset_states()
    inputs = np.array([[3, 4, 5]])
    for _ in range(3):
        predicted = one.predict(inputs)[0]
        course.row(predicted[-1])
        inputs = np.array([[1]])
    drawn = tf.multinomial(predicted / 0.5, num_samples=1)
    course.say("drawn", course.session.run(drawn).shape)


@CASES.case("word embeddings")
def _(tf, course):
    keras = tf.keras
    model = keras.Sequential(
        [
            keras.layers.Embedding(40, 6, input_length=10),
            keras.layers.SpatialDropout1D(0.2),
            keras.layers.Flatten(),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile("rmsprop", "binary_crossentropy", ["acc"])
    course.begin(model)
    x = labels(300, 40).reshape(30, 10)
    course.fit(model, x, labels(30, 2), epochs=2, batch_size=10, validation_split=0.2)
    course.say("embeddings", model.layers[0].get_weights()[0].shape)


@CASES.case("bidirectional LSTM")
def _(tf, course):
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [
            layers.Embedding(30, 8, mask_zero=True),
            layers.Bidirectional(layers.LSTM(6, return_sequences=True, dropout=0.2)),
            layers.Bidirectional(layers.LSTM(5, recurrent_dropout=0.1), merge_mode="sum"),
            layers.Dense(4, activation="relu"),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    course.begin(model)
    course.say("summary", summary(model))
    x = labels(120, 30).reshape(20, 6)
    x[:, 4:] = 0
    course.fit(model, x, labels(20, 2), epochs=2, batch_size=10)
    course.row(model.evaluate(x, labels(20, 2), verbose=0))


@CASES.case("convolutions over words")
def _(tf, course):
    layers = tf.keras.layers
    words = tf.keras.Input(shape=(12,), dtype="int32")
    x = layers.Embedding(30, 8)(words)
    branches = [layers.Conv1D(4, size, activation="relu", padding="valid")(x) for size in (2, 3)]
    x = layers.concatenate([layers.GlobalMaxPooling1D()(branch) for branch in branches])
    x = layers.Dropout(0.3)(x)
    model = tf.keras.Model(words, layers.Dense(3, activation="softmax")(x))
    model.compile("adam", "categorical_crossentropy", ["categorical_accuracy"])
    course.begin(model)
    targets = tf.keras.utils.to_categorical(labels(20, 3), 3)
    course.fit(model, labels(240, 30).reshape(20, 12), targets, epochs=2, batch_size=8)


@CASES.case("mnist convnet")
def _(tf, course):
    from_keras = tf.keras.layers
    model = tf.keras.models.Sequential()
    model.add(from_keras.Conv2D(4, kernel_size=(3, 3), activation="relu", input_shape=(12, 12, 1)))
    model.add(from_keras.Conv2D(8, (3, 3), activation="relu"))
    model.add(from_keras.MaxPooling2D(pool_size=(2, 2)))
    model.add(from_keras.BatchNormalization())
    model.add(from_keras.Dropout(0.25))
    model.add(from_keras.Flatten())
    model.add(from_keras.Dense(16, activation="relu"))
    model.add(from_keras.Dense(10, activation="softmax"))
    model.compile(
        loss=tf.keras.losses.categorical_crossentropy, optimizer=tf.keras.optimizers.Adadelta(1.0), metrics=["accuracy"]
    )
    course.begin(model)
    course.say("summary", summary(model))
    targets = tf.keras.utils.to_categorical(labels(40, 10), 10)
    course.fit(model, data(40, 12, 12, 1), targets, batch_size=16, epochs=2, validation_split=0.2)


@CASES.case("several inputs and outputs")
def _(tf, course):
    layers = tf.keras.layers
    words = layers.Input(shape=(10,), dtype="int32", name="main_input")
    x = layers.Embedding(output_dim=8, input_dim=30, input_length=10)(words)
    read = layers.LSTM(8)(x)
    auxiliary = layers.Dense(1, activation="sigmoid", name="aux_output")(read)
    other = layers.Input(shape=(5,), name="aux_input")
    x = layers.concatenate([read, other])
    x = layers.Dense(16, activation="relu")(x)
    main = layers.Dense(1, activation="sigmoid", name="main_output")(x)
    model = tf.keras.Model(inputs=[words, other], outputs=[main, auxiliary])
    model.compile(
        optimizer="rmsprop",
        loss={"main_output": "binary_crossentropy", "aux_output": "mse"},
        loss_weights={"main_output": 1.0, "aux_output": 0.2},
        metrics={"main_output": ["accuracy", tf.keras.metrics.AUC()]},
    )
    course.begin(model)
    course.say("summary", summary(model))
    inputs = {"main_input": labels(200, 30).reshape(20, 10), "aux_input": data(20, 5)}
    outputs = {"main_output": labels(20, 2), "aux_output": labels(20, 2, seed=2)}
    course.fit(model, inputs, outputs, epochs=2, batch_size=8)
    course.row(*model.predict([inputs["main_input"][:2], inputs["aux_input"][:2]]))


@CASES.case("siamese, shared layers")
def _(tf, course):
    layers, K = tf.keras.layers, tf.keras.backend

    def distance(pair):
        total = K.sum(K.square(pair[0] - pair[1]), axis=1, keepdims=True)
        return K.sqrt(K.maximum(total, K.epsilon()))

    def contrastive(y_true, y_pred):
        return K.mean(y_true * K.square(y_pred) + (1 - y_true) * K.square(K.maximum(1 - y_pred, 0)))

    image = layers.Input((8, 8))
    x = layers.Dense(12, activation="relu")(layers.Flatten()(image))
    base = tf.keras.Model(image, layers.Dense(6, activation="relu")(layers.Dropout(0.1)(x)))
    a, b = layers.Input((8, 8)), layers.Input((8, 8))
    apart = layers.Lambda(distance, output_shape=lambda shapes: (shapes[0][0], 1))([base(a), base(b)])
    model = tf.keras.Model([a, b], apart)
    model.compile(loss=contrastive, optimizer=tf.keras.optimizers.RMSprop())
    course.begin(model)
    course.say("summary", summary(model))
    course.fit(model, [data(16, 8, 8), data(16, 8, 8, seed=1)], labels(16, 2).astype("float32"), epochs=2, batch_size=8)


@CASES.case("sequence to sequence")
def _(tf, course):
    layers = tf.keras.layers
    encoder_inputs = layers.Input(shape=(None, 6))
    _, h, c = layers.LSTM(8, return_state=True)(encoder_inputs)
    decoder_inputs = layers.Input(shape=(None, 5))
    decoder = layers.LSTM(8, return_sequences=True, return_state=True)
    outputs, _, _ = decoder(decoder_inputs, initial_state=[h, c])
    dense = layers.Dense(5, activation="softmax")
    model = tf.keras.Model([encoder_inputs, decoder_inputs], dense(outputs))
    model.compile(optimizer="rmsprop", loss="categorical_crossentropy")
    course.begin(model)
    targets = tf.keras.utils.to_categorical(labels(48, 5).reshape(12, 4), 5)
    course.fit(model, [data(12, 7, 6), data(12, 4, 5)], targets, batch_size=4, epochs=2, validation_split=0.25)
    encoder = tf.keras.Model(encoder_inputs, [h, c])
    states = [layers.Input(shape=(8,)), layers.Input(shape=(8,))]
    outputs, h2, c2 = decoder(decoder_inputs, initial_state=states)
    step = tf.keras.Model([decoder_inputs] + states, [dense(outputs), h2, c2])
    state = encoder.predict(data(1, 7, 6))
    for i in range(3):
        out, a, b = step.predict([data(1, 1, 5, seed=i)] + state)
        state = [a, b]
        course.row(out)


@CASES.case("frozen layers")
def _(tf, course):
    layers = tf.keras.layers
    base = tf.keras.Sequential(
        [
            layers.Conv2D(4, 3, padding="same", input_shape=(8, 8, 3)),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.Conv2D(4, 3),
        ],
        name="base",
    )
    base.trainable = False
    model = tf.keras.Sequential([base, layers.GlobalAveragePooling2D(), layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=tf.keras.optimizers.RMSprop(lr=0.001), loss="binary_crossentropy", metrics=["accuracy"])
    course.begin(model)
    x, y = data(20, 8, 8, 3), labels(20, 2)
    course.fit(model, x, y, epochs=1, batch_size=10)
    base.trainable = True
    for layer in base.layers[:2]:
        layer.trainable = False
    model.compile(optimizer=tf.keras.optimizers.RMSprop(lr=0.0001), loss="binary_crossentropy", metrics=["accuracy"])
    course.say("trainable", [weight.name for weight in model.trainable_weights])
    course.fit(model, x, y, epochs=1, batch_size=10)


@CASES.case("MobileNet")
def _(tf, course):
    model = tf.keras.applications.MobileNet(weights=None, input_shape=(32, 32, 3), alpha=0.25, classes=5)
    model.compile("sgd", "sparse_categorical_crossentropy")
    course.begin(model)
    course.say("digest of names", [weight.name for weight in model.weights][-3:])
    x = tf.keras.applications.mobilenet.preprocess_input(255 * data(4, 32, 32, 3))
    course.value("preprocessed", x[0, 0])
    course.row(model.train_on_batch(x, labels(4, 5)), model.train_on_batch(x, labels(4, 5)))


@CASES.case("next frame")
def _(tf, course):
    layers = tf.keras.layers
    model = tf.keras.Sequential()
    model.add(
        layers.ConvLSTM2D(3, (3, 3), input_shape=(None, 6, 6, 1), padding="same", return_sequences=True, dropout=0.1)
    )
    model.add(layers.BatchNormalization())
    model.add(layers.Conv3D(1, (3, 3, 3), activation="sigmoid", padding="same"))
    model.compile(loss="binary_crossentropy", optimizer="adadelta")
    course.begin(model)
    x = data(6, 4, 6, 6, 1)
    course.fit(model, x, x, batch_size=3, epochs=2)
