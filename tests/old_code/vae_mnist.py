"""A variational autoencoder as people wrote it in 2016."""

import os

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from scipy.misc import imsave
from tensorflow.examples.tutorials.mnist import input_data

mnist = input_data.read_data_sets("MNIST_data/", one_hot=True)
layers = tf.contrib.layers


class VAE:
    def __init__(self, z_dim=20, activation=tf.nn.softplus):
        self.x = tf.placeholder(tf.float32, [None, 784])
        with tf.variable_scope("encoder"):
            h = layers.fully_connected(self.x, 500, activation_fn=activation)
            self.mu = layers.fully_connected(h, z_dim, activation_fn=None)
            self.log_var = layers.fully_connected(h, z_dim, activation_fn=None)
        eps = tf.random_normal(tf.shape(self.mu))
        z = self.mu + tf.exp(self.log_var / 2) * eps
        with tf.variable_scope("decoder"):
            self.out = layers.fully_connected(z, 784, activation_fn=tf.nn.sigmoid)
        kl = -0.5 * tf.reduce_sum(1 + self.log_var - tf.square(self.mu) - tf.exp(self.log_var), 1)
        rec = tf.nn.sigmoid_cross_entropy_with_logit(labels=self.x, logits=self.out)
        self.loss = tf.reduce_mean(tf.reduce_sum(rec, 1) + kl)
        self.step = tf.train.AdamOptimizer(1e-3).minimize(self.loss)


def main():
    vae = VAE()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for _step in range(1000):
            images, _ = mnist.train.next_batch(100)
            sess.run(vae.step, {vae.x: images.astype(np.float)})
        imsave(os.path.join("out", "digit.png"), sess.run(vae.out, {vae.x: images})[0].reshape(28, 28))
        plt.show()


if __name__ == "__main__":
    main()
