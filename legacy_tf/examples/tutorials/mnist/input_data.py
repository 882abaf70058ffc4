"""The module that course code begins with:

    from legacy_tf.examples.tutorials.mnist import input_data
    mnist = input_data.read_data_sets("MNIST_data", one_hot=True)

On a real TensorFlow 1.x it is that TensorFlow's own. Python 3.7's syntax, for that reason.
"""

import tensorflow

if tensorflow.__version__.startswith("1."):
    from tensorflow.examples.tutorials.mnist.input_data import read_data_sets
else:
    from legacy_tf.data.mnist import read_data_sets

__all__ = ["read_data_sets"]
