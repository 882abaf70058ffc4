"""What a layer expects of its input's static shape."""

from tensorflow.python.framework import tensor_shape


class InputSpec:
    """What a layer expects of its input: `ndim`, `min_ndim`, `max_ndim` (ints) and `axes` ({axis: size})."""

    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype, self.shape = dtype, shape
        self.ndim = len(shape) if shape is not None else ndim
        self.max_ndim, self.min_ndim, self.axes = max_ndim, min_ndim, axes or {}

    def check(self, tensor, layer_name):
        """Raises ValueError, in TF 1.15's words, where `tensor`'s static shape can't do."""
        rank, where = tensor.shape.ndims, f"Input 0 of layer {layer_name} is incompatible with the layer: "
        limits = {"ndim": self.ndim, "max_ndim": self.max_ndim, "min_ndim": self.min_ndim}
        if rank is None:
            if any(limit is not None for limit in limits.values()):
                raise ValueError(where + "its rank is undefined, but the layer requires a defined rank.")
            return
        shape = tensor.shape.as_list()
        fits = {"ndim": int.__eq__, "max_ndim": int.__le__, "min_ndim": int.__ge__}
        for name, limit in limits.items():
            if limit is not None and not fits[name](rank, limit):
                raise ValueError(f"{where}expected {name}={limit}, found ndim={rank}. Full shape received: {shape}")
        for axis, size in self.axes.items():
            if size is not None and shape[axis] not in (size, None):
                raise ValueError(
                    f"{where}expected axis {axis} of input shape to have value {size} but received input with "
                    f"shape {shape}"
                )


def dimension(shape, axis, layer_name):
    """Static size of `axis`; ValueError where it is unknown: a weight's shape depends on it."""
    size = tensor_shape.dimension_value(tensor_shape.TensorShape(shape)[axis])
    if size is None:
        raise ValueError(f"The channel dimension of the inputs to `{layer_name}` should be defined. Found `None`.")
    return size
