"""A variational autoencoder of dense layers, in the style of Keras' own example."""

import argparse

import numpy as np
from keras import backend as K
from keras.layers import Dense, Input, Lambda
from keras.losses import binary_crossentropy, mse
from keras.models import Model

np.random.seed(0)
np.set_printoptions(precision=5)


def sampling(args):
    z_mean, z_log_var = args
    batch = K.shape(z_mean)[0]
    dim = K.int_shape(z_mean)[1]
    epsilon = K.random_normal(shape=(batch, dim))
    return z_mean + K.exp(0.5 * z_log_var) * epsilon


x_train, x_test = np.random.rand(200, 64).astype("float32"), np.random.rand(40, 64).astype("float32")
original_dim = 64

inputs = Input(shape=(original_dim,), name="encoder_input")
x = Dense(32, activation="relu")(inputs)
z_mean = Dense(2, name="z_mean")(x)
z_log_var = Dense(2, name="z_log_var")(x)
z = Lambda(sampling, output_shape=(2,), name="z")([z_mean, z_log_var])
encoder = Model(inputs, [z_mean, z_log_var, z], name="encoder")
encoder.summary()

latent_inputs = Input(shape=(2,), name="z_sampling")
x = Dense(32, activation="relu")(latent_inputs)
decoder = Model(latent_inputs, Dense(original_dim, activation="sigmoid")(x), name="decoder")
decoder.summary()

outputs = decoder(encoder(inputs)[2])
vae = Model(inputs, outputs, name="vae_mlp")

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("-m", "--mse", action="store_true")
    args = parser.parse_args()
    reconstruction_loss = mse(inputs, outputs) if args.mse else binary_crossentropy(inputs, outputs)
    reconstruction_loss *= original_dim
    kl_loss = 1 + z_log_var - K.square(z_mean) - K.exp(z_log_var)
    kl_loss = K.sum(kl_loss, axis=-1)
    kl_loss *= -0.5
    vae.add_loss(K.mean(reconstruction_loss + kl_loss))
    vae.compile(optimizer="adam")
    vae.summary()
    history = vae.fit(x_train, epochs=3, batch_size=32, verbose=0, validation_data=(x_test, None))
    print(sorted(history.history.keys()))
    print(history.history["loss"])
    print(history.history["val_loss"])
    print(encoder.predict(x_test[:2])[0])
    print(decoder.predict(np.array([[0.5, -1.0]]))[0][:8])
