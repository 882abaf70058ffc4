"""tf.layers: Conv1D, Conv2D, Conv3D, SeparableConv1D, SeparableConv2D. Kernels: (*size, channels in, filters)."""

from tensorflow.python.ops import array_ops, init_ops, nn_impl, nn_ops

from legacy_tf.layers import base, by_name, functional, sizes, spec


class Conv(base.Layer):
    """Convolution over `rank` spatial axes: (batch, *space, channels) -> (batch, *space', filters).

    Args are TF 1.15's: sizes as an int or one int an axis, `padding` 'valid' or 'same' (any case), `data_format`
    'channels_last' or 'channels_first', initializers and regularizers as functions or by name.
    """

    rank = None

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last",
                 dilation_rate=1, activation=None, use_bias=True, kernel_initializer=None,
                 bias_initializer=init_ops.zeros_initializer(), kernel_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True, name=None,
                 **kwargs):  # fmt: skip
        super().__init__(trainable, name, activity_regularizer=activity_regularizer, **kwargs)
        self.filters, self.use_bias, self.activation = filters, use_bias, by_name.activation(activation)
        self.kernel_size = sizes.per_axis(kernel_size, self.rank, "kernel_size")
        self.strides = sizes.per_axis(strides, self.rank, "strides")
        self.padding = sizes.padding(padding)
        self.data_format = sizes.data_format(data_format)
        self.dilation_rate = sizes.per_axis(dilation_rate, self.rank, "dilation_rate")
        self._kernel = dict(initializer=kernel_initializer, regularizer=kernel_regularizer,
                            constraint=kernel_constraint)  # fmt: skip
        self._bias = dict(initializer=bias_initializer, regularizer=bias_regularizer, constraint=bias_constraint)
        self.input_spec = spec.InputSpec(ndim=self.rank + 2)

    @property
    def channel_axis(self):
        return 1 if self.data_format == "channels_first" else -1

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.kernel = self.add_weight("kernel", (*self.kernel_size, channels, self.filters), **self._kernel)
        self._build_bias()
        # makes the constant `dilation_rate`, even where it is 1
        self._convolution = nn_ops.Convolution(
            input_shape, filter_shape=self.kernel.shape, dilation_rate=self.dilation_rate, strides=self.strides,
            padding=self.padding.upper(), data_format=sizes.tf_data_format(self.data_format, self.rank),
        )  # fmt: skip
        self.built = True

    def call(self, inputs):
        return self._finish(self._convolution(inputs, self.kernel))

    def _channels(self, input_shape):
        channels = spec.dimension(input_shape, self.channel_axis, type(self).__name__)
        self.input_spec = spec.InputSpec(ndim=self.rank + 2, axes={self.channel_axis: channels})
        return channels

    def _build_bias(self):
        self.bias = self.add_weight("bias", (self.filters,), **self._bias) if self.use_bias else None

    def _finish(self, outputs):
        """Bias and activation."""
        if self.use_bias:
            if self.data_format == "channels_last":
                outputs = nn_ops.bias_add(outputs, self.bias, data_format="NHWC")
            elif self.rank == 1:  # BiasAdd takes no 3-D input with channels first
                outputs += array_ops.reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = nn_ops.bias_add(outputs, self.bias, data_format="NCHW")
        return outputs if self.activation is None else self.activation(outputs)


class Conv1D(Conv):
    """(batch, steps, channels) -> (batch, steps', filters). See `Conv`."""

    rank = 1


class Conv2D(Conv):
    """(batch, height, width, channels) -> (batch, height', width', filters). See `Conv`."""

    rank = 2


class Conv3D(Conv):
    """(batch, depth, height, width, channels) -> (batch, depth', height', width', filters). See `Conv`."""

    rank = 3


class _SeparableConv(Conv):
    """A depthwise convolution, kernel (*size, channels, depth_multiplier), then a pointwise one,
    kernel (1, …, channels·depth_multiplier, filters)."""

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format="channels_last",
                 dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer=None,
                 pointwise_initializer=None, bias_initializer=init_ops.zeros_initializer(),
                 depthwise_regularizer=None, pointwise_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, depthwise_constraint=None, pointwise_constraint=None,
                 bias_constraint=None, trainable=True, name=None, **kwargs):  # fmt: skip
        super().__init__(filters, kernel_size, strides, padding, data_format, dilation_rate, activation, use_bias,
                         bias_initializer=bias_initializer, bias_regularizer=bias_regularizer,
                         activity_regularizer=activity_regularizer, bias_constraint=bias_constraint,
                         trainable=trainable, name=name, **kwargs)  # fmt: skip
        self.depth_multiplier = depth_multiplier
        self._depthwise = dict(initializer=depthwise_initializer, regularizer=depthwise_regularizer,
                               constraint=depthwise_constraint)  # fmt: skip
        self._pointwise = dict(initializer=pointwise_initializer, regularizer=pointwise_regularizer,
                               constraint=pointwise_constraint)  # fmt: skip

    def build(self, input_shape):
        channels = self._channels(input_shape)
        shape = (*self.kernel_size, channels, self.depth_multiplier)
        self.depthwise_kernel = self.add_weight("depthwise_kernel", shape, **self._depthwise)
        shape = (1,) * self.rank + (self.depth_multiplier * channels, self.filters)
        self.pointwise_kernel = self.add_weight("pointwise_kernel", shape, **self._pointwise)
        self._build_bias()
        self.built = True

    def _convolve(self, inputs, depthwise, pointwise, strides, rate):
        strides = (1, *strides, 1) if self.data_format == "channels_last" else (1, 1, *strides)
        return nn_impl.separable_conv2d(
            inputs, depthwise, pointwise, strides, self.padding.upper(), rate,
            data_format=sizes.tf_data_format(self.data_format, 2),
        )  # fmt: skip


class SeparableConv1D(_SeparableConv):
    """(batch, steps, channels) -> (batch, steps', filters), each channel by itself and then all of a step."""

    rank = 1

    def call(self, inputs):
        axis = 1 if self.data_format == "channels_last" else 2  # a second spatial axis of size 1, taken out again
        outputs = self._convolve(
            array_ops.expand_dims(inputs, axis), array_ops.expand_dims(self.depthwise_kernel, 0),
            array_ops.expand_dims(self.pointwise_kernel, 0), self.strides * 2, (1, *self.dilation_rate),
        )  # fmt: skip
        if self.use_bias:
            outputs = nn_ops.bias_add(outputs, self.bias, data_format=sizes.tf_data_format(self.data_format, 2))
        outputs = array_ops.squeeze(outputs, [axis])
        return outputs if self.activation is None else self.activation(outputs)


class SeparableConv2D(_SeparableConv):
    """(batch, h, w, channels) -> (batch, h', w', filters), each channel by itself and then all of a pixel."""

    rank = 2

    def call(self, inputs):
        return self._finish(
            self._convolve(inputs, self.depthwise_kernel, self.pointwise_kernel, self.strides, self.dilation_rate)
        )


conv1d = functional.functional(Conv1D, "conv1d")
conv2d = functional.functional(Conv2D, "conv2d")
conv3d = functional.functional(Conv3D, "conv3d")
separable_conv1d = functional.functional(SeparableConv1D, "separable_conv1d")
separable_conv2d = functional.functional(SeparableConv2D, "separable_conv2d")
