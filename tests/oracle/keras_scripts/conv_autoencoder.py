"""The convolutional autoencoder and the denoiser of Keras' blog."""

import numpy as np
from keras.callbacks import LambdaCallback
from keras.layers import Conv2D, Input, MaxPooling2D, UpSampling2D
from keras.models import Model

np.random.seed(7)
np.set_printoptions(precision=5)
x_train = np.random.uniform(size=(64, 16, 16, 1))
noisy = np.clip(x_train + 0.5 * np.random.normal(loc=0.0, scale=1.0, size=x_train.shape), 0.0, 1.0)

input_img = Input(shape=(16, 16, 1))
x = Conv2D(16, (3, 3), activation="relu", padding="same")(input_img)
x = MaxPooling2D((2, 2), padding="same")(x)
x = Conv2D(8, (3, 3), activation="relu", padding="same")(x)
encoded = MaxPooling2D((2, 2), padding="same")(x)
x = Conv2D(8, (3, 3), activation="relu", padding="same")(encoded)
x = UpSampling2D((2, 2))(x)
x = Conv2D(16, (3, 3), activation="relu", padding="same")(x)
x = UpSampling2D((2, 2))(x)
decoded = Conv2D(1, (3, 3), activation="sigmoid", padding="same")(x)

autoencoder = Model(input_img, decoded)
autoencoder.compile(optimizer="adadelta", loss="binary_crossentropy")
autoencoder.summary()
show = LambdaCallback(on_batch_end=lambda batch, logs: print("batch %d: %.5f" % (batch, logs["loss"])))
autoencoder.fit(noisy, x_train, epochs=2, batch_size=16, shuffle=True, callbacks=[show], verbose=0)
print(autoencoder.evaluate(noisy, x_train, verbose=0))
print(autoencoder.predict(noisy)[0, :3, :3, 0])
encoder = Model(input_img, encoded)
print(encoder.predict(noisy).shape, [layer.name for layer in encoder.layers])
