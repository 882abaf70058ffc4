"""Standalone Keras upon TensorFlow."""

import keras
from keras import backend as K
from keras.datasets import mnist
from keras.layers import Dense, Input

(x_train, _), _ = mnist.load_data()
image = Input((784,))
code = Dense(32, activation="relu")(image)
model = keras.models.Model(image, Dense(784, activation="sigmoid")(code))
print(K.int_shape(code))
