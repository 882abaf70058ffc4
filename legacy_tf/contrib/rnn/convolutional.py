"""LSTMs whose gates are convolutions: X. Shi et al., arXiv:1506.04214."""

from tensorflow.python.framework import tensor_shape
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops, variable_scope

from legacy_tf.recurrent import base


class ConvLSTMCell(base.RNNCell):
    """LSTM of images: (batch, …, channels), LSTMStateTuple -> (batch, …, output_channels), LSTMStateTuple.

    Args:
      conv_ndims: 1, 2 or 3.
      input_shape: list, the inputs' shape without the batch.
      kernel_shape: sizes of the kernel, conv_ndims of them.
      use_bias: whether there is a bias, `biases`.
      skip_connection: whether the inputs are joined to the output.
      forget_bias: added to the forget gate.
    Raises ValueError for a shape that does not have conv_ndims axes and one for channels.
    """

    def __init__(self, conv_ndims, input_shape, output_channels, kernel_shape, use_bias=True, skip_connection=False,
                 forget_bias=1.0, initializers=None, name="conv_lstm_cell"):  # fmt: skip
        super().__init__(name=name)
        if conv_ndims != len(input_shape) - 1:
            raise ValueError(f"input_shape {input_shape} has to be {conv_ndims} sizes and the channels")
        self._ndims, self._channels, self._kernel_shape = conv_ndims, output_channels, list(kernel_shape)
        self._use_bias, self._skip, self._forget_bias = use_bias, skip_connection, forget_bias
        sizes = list(input_shape[:-1])
        self._state_shape = tensor_shape.TensorShape([*sizes, output_channels])
        self._output_shape = tensor_shape.TensorShape([*sizes, output_channels + skip_connection * input_shape[-1]])

    @property
    def output_size(self):
        """TensorShape of the output without the batch."""
        return self._output_shape

    @property
    def state_size(self):
        """LSTMStateTuple of TensorShapes."""
        return base.LSTMStateTuple(self._state_shape, self._state_shape)

    def call(self, inputs, state, scope=None):
        c, h = state
        i, j, f, o = array_ops.split(self._convolve([inputs, h]), 4, axis=self._ndims + 1)
        c = math_ops.sigmoid(f + self._forget_bias) * c
        c += math_ops.sigmoid(i) * math_ops.tanh(j)
        output = math_ops.tanh(c) * math_ops.sigmoid(o)
        if self._skip:
            output = array_ops.concat([output, inputs], axis=-1)
        return output, base.LSTMStateTuple(c, output)

    def _convolve(self, tensors):
        convolution = {1: nn_ops.conv1d, 2: nn_ops.conv2d, 3: nn_ops.conv3d}[self._ndims]
        strides = 1 if self._ndims == 1 else [1] * (self._ndims + 2)
        channels, dtype = sum(x.shape.as_list()[-1] for x in tensors), tensors[0].dtype
        size = 4 * self._channels
        kernel = variable_scope.get_variable("kernel", [*self._kernel_shape, channels, size], dtype=dtype)
        result = convolution(array_ops.concat(tensors, self._ndims + 1), kernel, strides, padding="SAME")
        if not self._use_bias:
            return result
        zeros = init_ops.constant_initializer(0.0)
        return result + variable_scope.get_variable("biases", [size], dtype=dtype, initializer=zeros)


class Conv1DLSTMCell(ConvLSTMCell):
    """ConvLSTMCell of sequences."""

    def __init__(self, name="conv_1d_lstm_cell", **kwargs):
        super().__init__(conv_ndims=1, name=name, **kwargs)


class Conv2DLSTMCell(ConvLSTMCell):
    """ConvLSTMCell of images."""

    def __init__(self, name="conv_2d_lstm_cell", **kwargs):
        super().__init__(conv_ndims=2, name=name, **kwargs)


class Conv3DLSTMCell(ConvLSTMCell):
    """ConvLSTMCell of volumes."""

    def __init__(self, name="conv_3d_lstm_cell", **kwargs):
        super().__init__(conv_ndims=3, name=name, **kwargs)
