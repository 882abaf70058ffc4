"""A GAN of points on a line: tf.layers with scopes that are reused, two optimizers."""

import numpy as np
import tensorflow as tf

tf.set_random_seed(11)
np.random.seed(11)


def generator(z, is_training=True):
    with tf.variable_scope("generator", reuse=tf.AUTO_REUSE):
        h = tf.layers.dense(z, 8)
        h = tf.nn.leaky_relu(tf.layers.batch_normalization(h, training=is_training))
        return tf.layers.dense(h, 1)


def discriminator(x, reuse=False):
    with tf.variable_scope("discriminator", reuse=reuse):
        h = tf.layers.dense(x, 8, activation=tf.nn.tanh, kernel_initializer=tf.contrib.layers.xavier_initializer())
        h = tf.layers.dropout(h, 0.2, training=True)
        return tf.layers.dense(h, 1)


x = tf.placeholder(tf.float32, [None, 1])
z = tf.placeholder(tf.float32, [None, 4])
fake = generator(z)
d_real, d_fake = discriminator(x), discriminator(fake, reuse=True)
bce = tf.nn.sigmoid_cross_entropy_with_logits
d_loss = tf.reduce_mean(bce(logits=d_real, labels=tf.ones_like(d_real) * 0.9)) + tf.reduce_mean(
    bce(logits=d_fake, labels=tf.zeros_like(d_fake))
)
g_loss = tf.reduce_mean(bce(logits=d_fake, labels=tf.ones_like(d_fake)))
t_vars = tf.trainable_variables()
print([v.name for v in t_vars])
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    d_train = tf.train.AdamOptimizer(2e-3, beta1=0.5).minimize(
        d_loss, var_list=[v for v in t_vars if v.name.startswith("discriminator")]
    )
    g_train = tf.train.AdamOptimizer(2e-3, beta1=0.5).minimize(
        g_loss, var_list=[v for v in t_vars if v.name.startswith("generator")]
    )

sess = tf.Session(config=tf.ConfigProto(allow_soft_placement=True))
sess.run(tf.global_variables_initializer())
for step in range(10):
    real = np.random.normal(3.0, 0.5, [16, 1])
    noise = np.random.uniform(-1, 1, [16, 4]).astype(np.float32)
    _, d = sess.run([d_train, d_loss], feed_dict={x: real, z: noise})
    _, g = sess.run([g_train, g_loss], feed_dict={z: noise})
    print("Step: %d | Discriminator Loss: %.4f | Generator Loss: %.4f" % (step + 1, d, g))
print(sess.run(generator(tf.random_normal([2, 4]), is_training=False)).shape)
sess.close()
