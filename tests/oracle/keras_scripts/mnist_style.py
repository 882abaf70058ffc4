"""Classifiers in the style of mnist_mlp.py and mnist_cnn.py."""

import keras
import numpy as np
from keras import backend as K
from keras.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from keras.models import Sequential
from keras.optimizers import RMSprop

np.random.seed(1671)
batch_size, num_classes, epochs = 32, 10, 2
img_rows, img_cols = 14, 14
x_train = np.random.randint(0, 256, size=(128, img_rows, img_cols)).astype("uint8")
y_train = np.random.randint(0, num_classes, size=128)
if K.image_data_format() == "channels_first":
    x_train = x_train.reshape(x_train.shape[0], 1, img_rows, img_cols)
    input_shape = (1, img_rows, img_cols)
else:
    x_train = x_train.reshape(x_train.shape[0], img_rows, img_cols, 1)
    input_shape = (img_rows, img_cols, 1)
x_train = x_train.astype("float32")
x_train /= 255
y_train = keras.utils.to_categorical(y_train, num_classes)

model = Sequential()
model.add(Conv2D(16, kernel_size=(3, 3), activation="relu", input_shape=input_shape))
model.add(Conv2D(32, (3, 3), activation="relu"))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Dropout(0.25))
model.add(Flatten())
model.add(Dense(64, activation="relu"))
model.add(Dropout(0.5))
model.add(Dense(num_classes, activation="softmax"))
model.compile(loss=keras.losses.categorical_crossentropy, optimizer=keras.optimizers.Adadelta(), metrics=["accuracy"])
history = model.fit(x_train, y_train, batch_size=batch_size, epochs=epochs, verbose=0, validation_split=0.25)
for key in sorted(history.history):
    print(key, history.history[key])
score = model.evaluate(x_train, y_train, verbose=0)
print("Test loss:", score[0])
print("Test accuracy:", score[1])

mlp = Sequential()
mlp.add(Dense(64, activation="relu", input_shape=(196,)))
mlp.add(Dropout(0.2))
mlp.add(Dense(num_classes, activation="softmax"))
mlp.summary()
mlp.compile(loss="categorical_crossentropy", optimizer=RMSprop(), metrics=["accuracy"])
flat = x_train.reshape(128, 196)
for step in range(5):
    print(step, mlp.train_on_batch(flat[:32], y_train[:32]))
print(np.round(mlp.predict(flat[:2]), 4))
print(mlp.predict_classes(flat[:10]))
