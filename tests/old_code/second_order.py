"""Newton's method with a loop, and a look into TensorFlow's inside."""

import numpy as np
import tensorflow
from tensorflow.python.client import device_lib
from tensorflow.python.framework import ops

ops.reset_default_graph()
w = tensorflow.get_variable("w", [3], initializer=tensorflow.zeros_initializer())
loss = tensorflow.reduce_sum(tensorflow.square(w - np.ones(3, np.float32)))
(hessian,) = tensorflow.hessians(loss, w)


def body(i, v):
    return i + 1, v + tensorflow.random_normal([3])


_, walked = tensorflow.while_loop(lambda i, v: i < 10, body, [0, w])
data = tensorflow.data.Dataset.range(10).shuffle(10).repeat().batch(2)
print(device_lib.list_local_devices(), tensorflow.python.no_such_module.f)
