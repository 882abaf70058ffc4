"""tf.layers: Conv2DTranspose, Conv3DTranspose. Kernels: (*size, filters, channels in): the third axis is the output."""

from tensorflow.python.ops import array_ops, array_ops_stack, init_ops, nn_ops

from legacy_tf.layers import convolutional, functional, nchw, sizes


class _ConvTranspose(convolutional.Conv):
    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last",
                 activation=None, use_bias=True, kernel_initializer=None,
                 bias_initializer=init_ops.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None,
                 **kwargs):  # fmt: skip
        super().__init__(filters, kernel_size, strides, padding, data_format, 1, activation, use_bias,
                         kernel_initializer, bias_initializer, kernel_regularizer, bias_regularizer,
                         activity_regularizer, kernel_constraint, bias_constraint, trainable, name,
                         **kwargs)  # fmt: skip

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.kernel = self.add_weight("kernel", (*self.kernel_size, self.filters, channels), **self._kernel)
        self._build_bias()
        self.built = True

    def call(self, inputs):
        first = self.data_format == "channels_first"
        shape = array_ops.shape(inputs)
        batch = shape[0]
        space = [shape[axis] for axis in (range(2, self.rank + 2) if first else range(1, self.rank + 1))]
        output_shape = array_ops_stack.stack(self._in_order(batch, self._lengths(space)))
        outputs = self._convolve_transposed(inputs, output_shape)
        static = inputs.shape.as_list()
        static_output = self._lengths(static[2:] if first else static[1:-1])
        outputs.set_shape(self._in_order(static[0], static_output))
        return self._finish(outputs)

    def _in_order(self, batch, space):
        first = self.data_format == "channels_first"
        return [batch, self.filters, *space] if first else [batch, *space, self.filters]

    def _lengths(self, space):
        axes = zip(space, self.kernel_size, self.strides)
        return [sizes.transposed(length, kernel, stride, self.padding) for length, kernel, stride in axes]


class Conv2DTranspose(_ConvTranspose):
    """(batch, h, w, channels) -> (batch, h·stride, w·stride, filters); 'valid' adds max(kernel − stride, 0)."""

    rank = 2

    def _convolve_transposed(self, inputs, output_shape):
        first = self.data_format == "channels_first"
        around = nchw.needs_transposing(self.data_format)
        if around:
            inputs = array_ops.transpose(inputs, (0, 2, 3, 1))
            output_shape = tuple(output_shape[axis] for axis in (0, 2, 3, 1))
        _ = output_shape[0]  # TF 1.15 looks at it, which makes its strided slice
        if around:
            output_shape = array_ops_stack.stack(list(output_shape))
        native = first and not around
        outputs = nn_ops.conv2d_transpose(
            inputs, self.kernel, output_shape, (1, 1, *self.strides) if native else (1, *self.strides, 1),
            padding=self.padding.upper(), data_format="NCHW" if native else "NHWC",
        )  # fmt: skip
        return array_ops.transpose(outputs, (0, 3, 1, 2)) if around else outputs


class Conv3DTranspose(_ConvTranspose):
    """(batch, d, h, w, channels) -> (batch, d·stride, h·stride, w·stride, filters); see Conv2DTranspose."""

    rank = 3

    def _convolve_transposed(self, inputs, output_shape):
        first = self.data_format == "channels_first"
        return nn_ops.conv3d_transpose(
            inputs, self.kernel, output_shape, (1, 1, *self.strides) if first else (1, *self.strides, 1),
            data_format=sizes.tf_data_format(self.data_format, 3), padding=self.padding.upper(),
        )  # fmt: skip


conv2d_transpose = functional.functional(Conv2DTranspose, "conv2d_transpose")
conv3d_transpose = functional.functional(Conv3DTranspose, "conv3d_transpose")
