"""What a tf.keras model leaves on disk: a SavedModel, weights and a tf.train.Checkpoint in TensorFlow's format, HDF5;
what a tf.Module leaves; and what is found in them. The same code writes and reads with TensorFlow 1.15.5 and with
today's. Python 3.7's syntax.

    python tests/oracle/keras_saved.py write DIRECTORY     # DIRECTORY/NAME.tar.xz of each model
    python tests/oracle/keras_saved.py read DIRECTORY      # prints what they give: one JSON object
"""

import os
import sys
from collections import namedtuple
from functools import partial

if __name__ == "__main__":
    HERE = os.path.dirname(os.path.abspath(__file__))
    sys.path[:1] = [os.path.dirname(os.path.dirname(HERE)), os.path.dirname(HERE)]

import numpy as np

from oracle import compare, keras_course, saved, sweep

STEPS = 3  # of training before the files are written, and from each of them


def sequential(tf):
    """Dropout and batch norm, whose phases are two traces; momentum, and metrics."""
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [layers.Dense(5, activation="relu", input_shape=[4]), layers.Dropout(0.3), layers.BatchNormalization()]
    )
    model.add(layers.Dense(1))
    model.compile(tf.keras.optimizers.SGD(0.05, momentum=0.5), "mse", metrics=["mae"])
    return model


def functional(tf):
    """Two inputs and two outputs; losses of weights and of what a layer gives; Adam."""
    layers, keras = tf.keras.layers, tf.keras
    x, z = keras.Input([4], name="x"), keras.Input([2], name="z")
    h = layers.Dense(3, kernel_regularizer="l2", activity_regularizer=keras.regularizers.l1(0.01))(x)
    joined = layers.concatenate([h, z])
    model = keras.Model([x, z], [layers.Dense(1, name="y")(joined), layers.Dense(2, activation="softmax")(z)])
    model.compile("adam", ["mse", "categorical_crossentropy"], loss_weights=[1.0, 0.5])
    return model


def subclassed(tf):
    """Layers in attributes and in a list; `training` handed on; RMSprop."""
    layers = tf.keras.layers

    class Net(tf.keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = layers.Dense(4, activation="tanh", kernel_regularizer=tf.keras.regularizers.l2(0.1))
            self.norm = layers.BatchNormalization()
            self.more = [layers.Dense(2), layers.Dense(1)]

        def call(self, inputs, training=None):
            outputs = self.norm(self.hidden(inputs), training=training)
            for layer in self.more:
                outputs = layer(outputs)
            return outputs

    model = Net()
    model.compile("rmsprop", "mse")
    return model


def own_layer(tf):
    """A layer of the script's own, with a loss; convolution and pooling."""
    layers = tf.keras.layers

    class Scale(layers.Layer):
        def build(self, input_shape):
            self.scale = self.add_weight("scale", shape=[input_shape[-1]], initializer="ones")
            super().build(input_shape)

        def call(self, inputs):
            self.add_loss(tf.reduce_mean(inputs) * 0.01)
            return inputs * self.scale

    model = tf.keras.Sequential([layers.Reshape([4, 4, 1], input_shape=[16]), Scale(), layers.Conv2D(3, 3)])
    for layer in (layers.MaxPooling2D(2), layers.Flatten(), layers.Dense(1, activation="sigmoid")):
        model.add(layer)
    model.compile("adagrad", "binary_crossentropy", metrics=["accuracy"])
    return model


def recurrent(tf):
    """An embedding, an LSTM."""
    layers = tf.keras.layers
    model = tf.keras.Sequential([layers.Embedding(10, 3, input_length=5), layers.LSTM(4)])
    model.add(layers.Dense(2, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


data, labels = keras_course.data, keras_course.labels
# the model; what it is fed; what it is to give; whether TF 1.15.5 can train it once it is read (not a While of old)
Model = namedtuple("Model", "build x y trains")
MODELS = {
    "sequential": Model(sequential, data(8, 4), data(8, 1, seed=1), True),
    "functional": Model(
        functional, [data(8, 4), data(8, 2, seed=1)], [data(8, 1, seed=2), np.eye(2, dtype="f4")[labels(8, 2)]], True
    ),
    "subclassed": Model(subclassed, data(8, 4), data(8, 1, seed=1), True),
    "own_layer": Model(own_layer, data(8, 16), labels(8, 2), True),
    "recurrent": Model(recurrent, labels(40, 10).reshape(8, 5), labels(8, 2), False),
}


def module_of(tf):
    """A tf.Module whose tf.function uses its variable and draws."""

    class Noisy(tf.Module):
        def __init__(self):
            super().__init__()
            self.scale = tf.Variable([1.0, 2.0, 3.0], use_resource=True)

        @tf.function(input_signature=[tf.TensorSpec([None, 3], tf.float32)])
        def __call__(self, inputs):
            return tf.tanh(inputs * self.scale) + tf.random_uniform([3], seed=4)

    return Noisy()


def tracked(tf, module):
    """A tf.train.Checkpoint of a variable, of an optimizer of tf.contrib and of an array; a step of the optimizer."""
    state, optimizer = tf.contrib.checkpoint.NumpyState(), tf.contrib.optimizer_v2.AdamOptimizer(0.1)
    step = optimizer.minimize(tf.reduce_sum(tf.square(module.scale)))
    return tf.train.Checkpoint(scale=module.scale, optimizer=optimizer, state=state), step


def begin(tf):
    """A new graph, in which layers are counted from 1 again, and a session, which is Keras' too."""
    tf.keras.backend.clear_session()
    tf.set_random_seed(sweep.GRAPH_SEED)
    np.random.seed(keras_course.SEED)
    session = sweep.session(tf)
    tf.keras.backend.set_session(session)
    return session


def write(tf, name, seeds, directory):
    """Trains a model and writes all forms of it into `directory`; enters into `seeds` what a random op would have, were
    there one after that."""
    model_of = MODELS[name]
    with begin(tf).as_default() as session:
        module = module_of(tf)
        checkpoint, step = tracked(tf, module)
        checkpoint.state.array = data(2, 2)
        session.run(tf.global_variables_initializer())
        session.run(step)
        checkpoint.save(os.path.join(directory, "tracked", "all"))
    with begin(tf).as_default() as session:
        module = module_of(tf)
        session.run(tf.global_variables_initializer())
        tf.saved_model.save(module, os.path.join(directory, "module"))
        seeds["after a module is written"] = list(tf.get_seed(None))
    begin(tf)
    model = model_of.build(tf)
    train(model, model_of)
    model.save(os.path.join(directory, "saved_model"), save_format="tf")
    seeds["after a SavedModel is written"] = list(tf.get_seed(None))
    model.save_weights(os.path.join(directory, "weights", "all"), save_format="tf")
    # in Keras' session: there is no other
    model_checkpoint(tf, model).save(os.path.join(directory, "checkpoint", "all"))
    if name != "subclassed":
        model.save_weights(os.path.join(directory, "weights.h5"))
    if name in ("sequential", "functional", "recurrent"):  # h5 knows no layer of the script's own
        model.save(os.path.join(directory, "model.h5"))
    seeds["after all is written"] = list(tf.get_seed(None))


def model_checkpoint(tf, model):
    return tf.train.Checkpoint(model=model, optimizer=model.optimizer)


def train(model, model_of):
    """[[loss, …] of each step]."""
    return [np.ravel(model.train_on_batch(model_of.x, model_of.y)).tolist() for _ in range(STEPS)]


def read(tf, name, packed, nudges=0):
    """A record of what the files give: outputs, names, losses of further steps, seeds of random ops that are added."""
    with saved.unpacked(packed) as directory:
        answers = [_Answers(None)] + [_Answers(np.random.RandomState(n)) for n in range(nudges)]
        for each in answers:
            for form in (saved_model, uncompiled, plain, signature, weights, objects, hdf5, module):
                session = begin(tf)
                form(tf, MODELS[name], directory, session, each)
                session.close()
        tf.keras.backend.clear_session()
    record = answers[0].record
    if nudges:
        record["spread"] = compare.spread([each.record["losses"] for each in answers])
    return record


class _Answers:
    """Collects the record; moves weights by a rounding before they are trained, where `nudging` is."""

    def __init__(self, nudging):
        self.nudging = nudging
        self.record = {"values": {}, "random": {}, "data": {}, "losses": [[] for _ in range(STEPS)]}

    def outputs(self, form, outputs):
        for i, value in enumerate(outputs if isinstance(outputs, list) else [outputs]):
            self.record["values"]["{}/{}".format(form, i)] = sweep.plain(value)

    def course(self, model, model_of):
        if self.nudging:
            model._make_train_function()  # first: once a function has run, TF 1.15.5 can't give it a gradient
            values = model.get_weights()
            moved = [v * (1 + keras_course.NUDGE * self.nudging.normal(size=v.shape)) for v in values]
            model.set_weights([each.astype(v.dtype) for each, v in zip(moved, values)])
        for step, losses in zip(self.record["losses"], train(model, model_of)):
            step += losses


def saved_model(tf, model_of, directory, session, answers):
    """As a Keras model: what it says of itself, what it gives, how it trains, and what is read of it once more."""
    path = os.path.join(directory, "saved_model")
    model = tf.keras.models.load_model(path)
    answers.record["random"]["after load_model"] = list(tf.get_seed(None))
    answers.record["data"].update(
        {
            "class": type(model).__name__,
            "layers": [layer.name for layer in model.layers],
            "weights": [[weight.name, weight.shape.as_list(), weight.trainable] for weight in model.weights],
            "optimizer": {k: repr(v) for k, v in model.optimizer.get_config().items()},
            "losses": len(model.losses),
            "inputs": [[tensor.name, tensor.dtype.name, tensor.shape.as_list()] for tensor in model.inputs],
        }
    )
    if model_of.trains:
        answers.course(model, model_of)
        answers.outputs("trained", model.predict(model_of.x))
    again = os.path.join(directory, "again")
    if not answers.nudging:
        model.save(again, save_format="tf")
        begin(tf)
        answers.outputs("read again", tf.keras.models.load_model(again).predict(model_of.x))
        answers.record["random"]["after it is read again"] = list(tf.get_seed(None))


def uncompiled(tf, model_of, directory, session, answers):
    """TF 1.15.5's `predict` asks for a loss, so a function of the backend has to do."""
    model = tf.keras.models.load_model(os.path.join(directory, "saved_model"), compile=False)
    outputs = tf.keras.backend.function(model.inputs, model.outputs)(model_of.x)
    answers.outputs("uncompiled", outputs)
    answers.record["random"]["after predict"] = list(tf.get_seed(None))


def plain(tf, model_of, directory, session, answers):
    """As an object that is no Keras model."""
    loaded = tf.saved_model.load_v2(os.path.join(directory, "saved_model"))
    of = loaded.signatures["serving_default"]
    names = sorted(of.structured_input_signature[1])
    outputs = of(**{name: tf.constant(x, tf.float32) for name, x in zip(names, inputs_of(model_of))})
    session.run([each.initializer for each in loaded.variables])
    answers.outputs("plain", session.run([outputs[key] for key in sorted(outputs)]))


def module(tf, model_of, directory, session, answers):
    loaded = tf.saved_model.load_v2(os.path.join(directory, "module"))
    outputs = loaded(tf.constant(data(2, 3)))
    session.run(loaded.scale.initializer)
    answers.outputs("module", session.run(outputs))
    with session.as_default():
        new = module_of(tf)
        checkpoint, step = tracked(tf, new)
        path = tf.train.latest_checkpoint(os.path.join(directory, "tracked"))
        checkpoint.restore(path).assert_consumed().run_restore_ops()
        session.run(step)
        answers.outputs("tracked", [session.run(new.scale), checkpoint.state.array])


def inputs_of(model_of):
    return model_of.x if isinstance(model_of.x, list) else [model_of.x]


def signature(tf, model_of, directory, session, answers):
    """By the signature's keys, as a server does."""
    loaded = tf.saved_model.loader.load(session, ["serve"], os.path.join(directory, "saved_model"))
    of = loaded.signature_def["serving_default"]
    answers.record["data"]["signature"] = [sorted(of.inputs), sorted(of.outputs), sorted(loaded.signature_def)]
    feeds = {of.inputs[key].name: x for key, x in zip(sorted(of.inputs), inputs_of(model_of))}
    answers.outputs("signature", session.run([of.outputs[key].name for key in sorted(of.outputs)], feeds))


def weights(tf, model_of, directory, session, answers):
    """Into a model that is built anew; its optimizer goes on where it was."""
    model = model_of.build(tf)
    model.train_on_batch(model_of.x, model_of.y)  # makes the variables of all
    model.load_weights(os.path.join(directory, "weights", "all"))
    answers.outputs("weights", model.predict(model_of.x))
    answers.course(model, model_of)


def objects(tf, model_of, directory, session, answers):
    model = model_of.build(tf)
    model.train_on_batch(model_of.x, model_of.y)
    path = tf.train.latest_checkpoint(os.path.join(directory, "checkpoint"))
    names = [name for name, _ in tf.train.list_variables(path) if not name.startswith("_")]
    answers.record["data"]["variables of the checkpoint"] = sorted(names)
    model_checkpoint(tf, model).restore(path).assert_existing_objects_matched().run_restore_ops()
    answers.outputs("checkpoint", model.predict(model_of.x))


def hdf5(tf, model_of, directory, session, answers):
    if os.path.exists(os.path.join(directory, "weights.h5")):
        model = model_of.build(tf)
        model.load_weights(os.path.join(directory, "weights.h5"))
        answers.outputs("weights.h5", model.predict(model_of.x))
    if os.path.exists(os.path.join(directory, "model.h5")):
        model = tf.keras.models.load_model(os.path.join(directory, "model.h5"))
        answers.outputs("model.h5", model.predict(model_of.x))
        answers.course(model, model_of)


def run(tf, name, nudges=saved.NUDGES):
    """Writes and reads. The record's "files" are {name: bytes}."""
    seeds = {}
    packed = written(tf, name, seeds)
    record = read(tf, name, packed, nudges)
    return dict(record, random=dict(record["random"], **seeds), files={name + ".tar.xz": packed})


def written(tf, name, seeds=None):
    """Bytes of a .tar.xz of all that `write` writes."""
    return saved.packed_by(partial(write, tf, name, {} if seeds is None else seeds))


if __name__ == "__main__":
    saved.main(MODELS, written, read, *sys.argv[1:])
