"""Where things were to be found in 2016."""

import warnings

import keras.backend as K
import numpy as np
from keras import callbacks, initializers, metrics, objectives, optimizers, regularizers
from keras.constraints import maxnorm
from keras.engine.topology import Layer
from keras.layers import Input, merge
from keras.layers.advanced_activations import ELU, PReLU
from keras.layers.convolutional import Convolution2D, MaxPooling2D
from keras.layers.core import Activation, Dense, Dropout, Flatten, Lambda
from keras.layers.merge import concatenate
from keras.layers.normalization import BatchNormalization
from keras.layers.pooling import GlobalAveragePooling2D
from keras.models import Model, Sequential, load_model, model_from_json
from keras.utils import np_utils
from keras.wrappers.scikit_learn import KerasClassifier

warnings.simplefilter("ignore")
np.random.seed(3)
np.set_printoptions(precision=5)


class Scale(Layer):
    def build(self, input_shape):
        self.W = self.add_weight(shape=(input_shape[-1],), initializer="one", name="W")
        super().build(input_shape)

    def call(self, x, mask=None):
        return x * self.W


def custom(y_true, y_pred):
    return objectives.mse(y_true, y_pred) + 0.1 * K.mean(K.abs(y_pred), axis=-1)


img = Input(shape=(8, 8, 1))
x = Convolution2D(6, 3, 3, border_mode="same", init="he_normal", W_regularizer=regularizers.l2(1e-3))(img)
x = BatchNormalization()(x)
x = PReLU()(x)
x = MaxPooling2D((2, 2))(x)
a = GlobalAveragePooling2D()(x)
b = Dense(6, activation="tanh", kernel_constraint=maxnorm(1.0))(Flatten()(x))
x = concatenate([a, Scale()(b), Lambda(lambda t: t**2)(b)])
x = ELU(0.5)(Dropout(0.2)(x))
x = Dense(3, kernel_initializer=initializers.RandomNormal(stddev=0.02))(x)
model = Model(input=img, output=Activation("softmax")(x))
model.compile(optimizers.SGD(lr=0.1, momentum=0.9), custom, metrics=["acc", metrics.mae])
model.summary()
data, y = np.random.rand(48, 8, 8, 1), np_utils.to_categorical(np.random.randint(3, size=48), 3)
stop = callbacks.EarlyStopping(monitor="val_loss", patience=1)
plateau = callbacks.ReduceLROnPlateau(monitor="loss", factor=0.5, patience=1)
hist = model.fit(data, y, nb_epoch=3, batch_size=16, verbose=0, validation_split=0.25, callbacks=[stop, plateau])
print(sorted(hist.history), hist.history["loss"], hist.history["lr"])
features = K.function([model.input, K.learning_phase()], [model.layers[-2].output])
print(features([data[:2], 0])[0])
print(model.layers[1].get_weights()[0].ravel()[:5], callable(merge.concatenate))
print(model_from_json(Sequential([Dense(2, input_dim=3)]).to_json()).get_config()["layers"][0]["config"]["units"])
print(callable(load_model), callable(KerasClassifier), K.backend(), K.floatx())
