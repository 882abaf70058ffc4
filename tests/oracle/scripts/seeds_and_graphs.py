"""Random ops in several graphs, with and without seeds of their own, through several doors."""

import random

random.seed(3)
import tensorflow as tf  # noqa: E402
from tensorflow.python.framework import ops  # noqa: E402
from tensorflow.python.ops import array_ops, init_ops, math_ops  # noqa: E402
from tensorflow.python.platform import gfile  # noqa: E402

for seed in (None, 1, 1234):
    ops.reset_default_graph()
    tf.set_random_seed(1 if seed is None else seed)
    a = tf.random_normal([2], seed=seed)
    b = tf.get_variable("b", [2, 2], initializer=init_ops.truncated_normal_initializer(stddev=0.02))
    c = tf.Variable(tf.random_uniform([3], -1, 1))
    d = math_ops.reduce_sum(array_ops.ones([2, 3]) * tf.truncated_normal([3]), axis=1)
    e = tf.random_shuffle(tf.range(6))
    f = tf.multinomial(tf.log([[0.2, 0.3, 0.5]]), 4)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for value in sess.run([a, b, c, d, e, f]):
            print(value.tolist())
    print(len(ops.get_default_graph().get_operations()))
print(gfile.Exists("no such file"), random.random())
