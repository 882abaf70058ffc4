"""A variational autoencoder on stripes: tf.app.flags, tf.contrib.layers."""

import numpy as np
import tensorflow as tf
import tensorflow.contrib.layers as layers

flags = tf.app.flags
flags.DEFINE_integer("batch_size", 32, "batch size")
flags.DEFINE_integer("steps", 20, "training steps")
flags.DEFINE_float("learning_rate", 1e-3, "Adam's step")
flags.DEFINE_boolean("verbose", True, "print every loss")
FLAGS = flags.FLAGS


def stripes(count):
    start = np.random.randint(0, 12, size=(count, 1))
    return np.logical_and(np.arange(16) >= start, np.arange(16) < start + 4).astype(np.float32)


def main(argv):
    print("arguments:", argv[1:])
    tf.set_random_seed(3)
    np.random.seed(3)
    x = tf.placeholder(tf.float32, [None, 16], name="x")
    hidden = layers.fully_connected(x, 12, scope="encoder")
    mean = layers.fully_connected(hidden, 2, activation_fn=None)
    log_variance = layers.fully_connected(hidden, 2, activation_fn=None)
    epsilon = tf.random_normal(tf.shape(mean))
    z = mean + tf.exp(0.5 * log_variance) * epsilon
    logits = layers.stack(z, layers.fully_connected, [12, 16], scope="decoder")
    likelihood = tf.reduce_sum(tf.nn.sigmoid_cross_entropy_with_logits(labels=x, logits=logits), axis=1)
    kl = -0.5 * tf.reduce_sum(1 + log_variance - tf.square(mean) - tf.exp(log_variance), reduction_indices=1)
    loss = tf.reduce_mean(likelihood + kl)
    train_op = tf.train.AdamOptimizer(FLAGS.learning_rate).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.initialize_all_variables())
        for step in range(FLAGS.steps):
            _, value = sess.run([train_op, loss], {x: stripes(FLAGS.batch_size)})
            if FLAGS.verbose:
                print("step {:3d}  loss {:.4f}".format(step + 1, value))
        samples = sess.run(tf.nn.sigmoid(logits), {z: np.zeros([1, 2], dtype=np.float32)})
        print(np.round(samples[0, :4], 3))


if __name__ == "__main__":
    tf.app.run()
