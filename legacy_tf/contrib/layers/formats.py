"""tf.contrib.layers: data formats, which say where the channels are: second ('NC…') or last."""


def check(data_format, second="NCHW", last="NHWC"):
    """ValueError unless `data_format` is one of the two."""
    if data_format not in (second, last):
        raise ValueError(f"unknown data_format {data_format!r}: {last!r} and {second!r} are known here")


def for_layer(data_format):
    """What the layers of tf.layers call it."""
    return "channels_first" if data_format and data_format.startswith("NC") else "channels_last"


def channel_axis(inputs, data_format):
    """−1, or 1 for 'NCHW'; ValueError for another format than 'NHWC', or inputs of unknown rank or channels."""
    check(data_format)
    axis = 1 if data_format == "NCHW" else -1
    if inputs.shape.ndims is None:
        raise ValueError(f"the rank of {inputs.name} is unknown: give it a shape by set_shape")
    if inputs.shape.as_list()[axis] is None:
        raise ValueError(f"the channels, axis {axis}, of {inputs.name} are unknown: its shape is {inputs.shape}")
    return axis
