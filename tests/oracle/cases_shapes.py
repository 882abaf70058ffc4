"""Sweep: programs whose gradients depend on what is known of a shape when the graph is built. Python 3.7's syntax."""

from oracle.sweep import Cases, constant

CASES = Cases()
case = CASES.case


@case("conv2d_transpose reshaped to its static shape")
def _(tf):
    h = tf.reshape(tf.layers.dense(constant(tf, 4, 10), 64), [-1, 4, 4, 4])
    w, b = tf.get_variable("w", [3, 3, 8, 4]), tf.get_variable("b", [8])
    deconv = tf.nn.conv2d_transpose(h, w, output_shape=[4, 8, 8, 8], strides=[1, 2, 2, 1])
    return {"y": tf.reshape(tf.nn.bias_add(deconv, b), deconv.get_shape())}


@case("conv2d_transpose of a batch that is known when run")
def _(tf):
    x, w = constant(tf, 4, 2, 2, 4, unknown=(0,)), tf.get_variable("w", [3, 3, 8, 4])
    output_shape = tf.stack([tf.shape(x)[0], 4, 4, 8])
    return {"y": tf.nn.conv2d_transpose(x, w, output_shape, [1, 2, 2, 1]) + tf.get_variable("b", [8])}


@case("conv2d_transpose to a batch that is known when run")
def _(tf):
    x, w = constant(tf, 4, 2, 2, 4), tf.get_variable("w", [3, 3, 8, 4])
    output_shape = tf.stack([tf.shape(constant(tf, 4, 3, unknown=(0,)))[0], 4, 4, 8])
    return {"y": tf.nn.conv2d_transpose(x, w, output_shape, [1, 2, 2, 1]) + tf.get_variable("b", [8])}


@case("recurrent net by hand: state of tf.shape(x)[0] rows, outputs in a TensorArray")
def _(tf):
    x = constant(tf, 3, 5, 4, unknown=(1,))
    rows, w = tf.transpose(x, [1, 0, 2]), tf.get_variable("w", [10, 6])

    def body(i, h, outputs):
        h = tf.tanh(tf.matmul(tf.concat([rows[i], h], 1), w))
        return i + 1, h, outputs.write(i, h)

    start = [tf.constant(0), tf.zeros([tf.shape(x)[0], 6]), tf.TensorArray(tf.float32, 5)]
    invariants = [tf.TensorShape([]), tf.TensorShape([None, 6]), tf.TensorShape(None)]
    _, h, outputs = tf.while_loop(lambda i, *_: i < 5, body, start, shape_invariants=invariants)
    return {"h": h, "mean": tf.reduce_mean(outputs.stack(), 0)}


@case("positions: a range as long as an axis of a shape that is known in part")
def _(tf):
    x = constant(tf, 2, 6, unknown=(0,))
    embedded = tf.gather(tf.get_variable("positions", [9, 8]), tf.range(tf.shape(x)[1]))
    return {"y": tf.reduce_sum(tf.expand_dims(x, 2) * embedded, 1)}


BODIES = {
    "square": lambda tf, z: z**2.0,
    "cube": lambda tf, z: tf.pow(z, 3.0),
    "power of itself": lambda tf, z: tf.pow(z, z),
    "mean": lambda tf, z: z + tf.reduce_mean(z),
    "mean, kept": lambda tf, z: z * tf.reduce_mean(z, keepdims=True),
    "mean of axes 0 and 1": lambda tf, z: z + tf.reduce_mean(z, axis=[0, 1]),
    "mean of axis 0": lambda tf, z: z * tf.reduce_mean(z, axis=0),
    "sum": lambda tf, z: z + tf.reduce_sum(z),
    "sum of axis 1": lambda tf, z: z * tf.reduce_sum(z, 1, keepdims=True),
    "max": lambda tf, z: z + tf.reduce_max(z),
    "mean of squares": lambda tf, z: z + tf.reduce_mean(z**2.0),
}


def twice(tf, body, z):
    return tf.while_loop(lambda i, _: i < 2, lambda i, z: (i + 1, body(tf, z)), [tf.constant(0), z])[1]


for _name in BODIES:
    for _unknown in ((), (0,)):

        @case("loop/{}/{}".format(_name, "unknown rows" if _unknown else "known"))
        def _(tf, body=BODIES[_name], unknown=_unknown):
            return {"y": twice(tf, body, constant(tf, 2, 3, unknown=unknown) * 0.1)}


@case("loop/in a loop")
def _(tf):
    inner = BODIES["mean, kept"]
    return {"y": twice(tf, lambda tf, z: twice(tf, inner, z), constant(tf, 2, 3, unknown=(0,)) * 0.1)}


@case("loop/after a loop")
def _(tf):
    x = constant(tf, 2, 3, unknown=(0,)) * 0.1
    return {"y": twice(tf, BODIES["cube"], twice(tf, BODIES["mean"], x))}
