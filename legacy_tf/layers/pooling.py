"""tf.layers: MaxPooling1D/2D/3D, AveragePooling1D/2D/3D."""

from tensorflow.python.ops import array_ops, nn_ops

from legacy_tf.layers import base, functional, nchw, sizes, spec


class _Pooling(base.Layer):
    """(batch, *space, channels) -> (batch, *pooled, channels), or channels second with channels_first.

    Args: pool_size, strides (int or one int an axis), padding ('valid' or 'same'), data_format, name.
    """

    rank, pool = None, None  # number of spatial axes; the op

    def __init__(self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs):
        super().__init__(name=name, **kwargs)
        self.pool_size = sizes.per_axis(pool_size, self.rank, "pool_size")
        self.strides = sizes.per_axis(pool_size if strides is None else strides, self.rank, "strides")
        self.padding = sizes.padding(padding)
        self.data_format = sizes.data_format(data_format)
        self.input_spec = spec.InputSpec(ndim=self.rank + 2)

    def call(self, inputs):
        data_format = sizes.tf_data_format(self.data_format, self.rank)
        return self._pool(inputs, self.pool_size, self.strides, data_format)

    def _pool(self, inputs, pool_size, strides, data_format):
        def full(size):
            return (1, 1, *size) if data_format.startswith("NC") else (1, *size, 1)

        return type(self).pool(inputs, full(pool_size), full(strides), self.padding.upper(), data_format)


class _Pooling1D(_Pooling):
    """No op pools one axis: a second one of size 1 is put in, and taken out again."""

    rank = 1

    def call(self, inputs):
        added = 2 if self.data_format == "channels_last" else 3
        outputs = array_ops.expand_dims(inputs, added)
        around = nchw.needs_transposing(self.data_format)
        if around:
            outputs = array_ops.transpose(outputs, (0, 2, 3, 1))
        data_format = "NHWC" if around else sizes.tf_data_format(self.data_format, 2)
        outputs = self._pool(outputs, (*self.pool_size, 1), (*self.strides, 1), data_format)
        if around:
            outputs = array_ops.transpose(outputs, (0, 3, 1, 2))
        return array_ops.squeeze(outputs, added)


class _Pooling3D(_Pooling):
    """The ops take channels last only: with channels first they are transposed around, on a GPU too."""

    rank = 3

    def call(self, inputs):
        first = self.data_format == "channels_first"
        outputs = array_ops.transpose(inputs, (0, 2, 3, 4, 1)) if first else inputs
        outputs = self._pool(outputs, self.pool_size, self.strides, "NDHWC")
        return array_ops.transpose(outputs, (0, 4, 1, 2, 3)) if first else outputs


class MaxPooling1D(_Pooling1D):
    """Largest value of each window: (batch, steps, channels) -> the same, smaller."""

    pool = nn_ops.max_pool


class MaxPooling2D(_Pooling):
    """Largest value of each window: (batch, height, width, channels) -> the same, smaller."""

    rank, pool = 2, nn_ops.max_pool


class MaxPooling3D(_Pooling3D):
    """Largest value of each window: (batch, depth, height, width, channels) -> the same, smaller."""

    pool = nn_ops.max_pool3d


class AveragePooling1D(_Pooling1D):
    """Mean value of each window: (batch, steps, channels) -> the same, smaller."""

    pool = nn_ops.avg_pool


class AveragePooling2D(_Pooling):
    """Mean value of each window: (batch, height, width, channels) -> the same, smaller."""

    rank, pool = 2, nn_ops.avg_pool


class AveragePooling3D(_Pooling3D):
    """Mean value of each window: (batch, depth, height, width, channels) -> the same, smaller."""

    pool = nn_ops.avg_pool3d


max_pooling1d = functional.functional(MaxPooling1D, "max_pooling1d", has_weights=False)
max_pooling2d = functional.functional(MaxPooling2D, "max_pooling2d", has_weights=False)
max_pooling3d = functional.functional(MaxPooling3D, "max_pooling3d", has_weights=False)
average_pooling1d = functional.functional(AveragePooling1D, "average_pooling1d", has_weights=False)
average_pooling2d = functional.functional(AveragePooling2D, "average_pooling2d", has_weights=False)
average_pooling3d = functional.functional(AveragePooling3D, "average_pooling3d", has_weights=False)
