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
