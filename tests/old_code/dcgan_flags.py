"""A DCGAN with flags, scopes and update ops."""

import numpy as np
import tensorflow as tf

flags = tf.app.flags
flags.DEFINE_integer("epochs", 20, "epochs to train")
flags.DEFINE_string("data_dir", "data", "where the images are")
FLAGS = flags.FLAGS
conv, norm = tf.layers.conv2d, tf.layers.batch_normalization


def lrelu(x, leak=0.2):
    return tf.maximum(x, leak * x)


def discriminator(x, reuse=False):
    with tf.variable_scope("D", reuse=reuse):
        h = lrelu(conv(x, 64, 4, 2, "same"))
        h = lrelu(norm(conv(h, 128, 4, 2, "same"), training=True, renorm=True))
        return tf.layers.dense(tf.contrib.layers.flatten(h), 1)


def generator(z):
    with tf.variable_scope("G"):
        h = tf.layers.conv2d_transpose(z, 128, 4)
        h = tf.nn.relu(norm(h, training=True, renorm=False))
        return tf.tanh(tf.layers.conv2d_transpose(h, 1, 4, 2, "same"))


def main(_):
    z = tf.placeholder(tf.float32, [None, 1, 1, 100])
    real = tf.image.resize_images(tf.placeholder(tf.float32, [None, 28, 28, 1]), [64, 64])
    fake = discriminator(generator(z), reuse=True)
    loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(logits=discriminator(real), labels=tf.ones([1, 1])))
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(loss + tf.reduce_mean(fake))
    tf.logging.set_verbosity(tf.logging.ERROR)
    with tf.Session(config=tf.ConfigProto(allow_soft_placement=True)) as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(step, {z: np.random.randn(1, 1, 1, 100)})


if __name__ == "__main__":
    tf.app.run()
