"""Sizes, paddings and data formats as TF 1.15's layers take them."""


def per_axis(value, rank, name):
    """`value` (int, or `rank` ints) as a tuple of `rank` ints; ValueError otherwise."""
    try:
        values = (int(value),) * rank if isinstance(value, int) else tuple(int(v) for v in value)
    except (TypeError, ValueError):
        values = ()
    if len(values) != rank:
        raise ValueError(f"{name} is one integer or {rank}, not {value!r}")
    return values


def padding(value):
    """'valid' or 'same', in any case; ValueError otherwise."""
    if str(value).lower() not in ("valid", "same"):
        raise ValueError(f"padding is 'valid' or 'same', not {value!r}")
    return value.lower()


def data_format(value):
    """'channels_last' (None too) or 'channels_first'; ValueError otherwise."""
    value = "channels_last" if value is None else str(value).lower()
    if value not in ("channels_last", "channels_first"):
        raise ValueError(f"data_format is 'channels_first' or 'channels_last', not {value!r}")
    return value


def tf_data_format(value, rank):
    """The ops' name of a data format for `rank` spatial axes: 'NWC', 'NCHW', …"""
    space = {1: "W", 2: "HW", 3: "DHW"}[rank]
    return f"N{space}C" if value == "channels_last" else f"NC{space}"


def transposed(length, kernel, stride, padding):
    """Length (int or tensor; None: unknown) of a transposed convolution's output along one axis."""
    if length is None:
        return None
    if padding == "same":
        return length * stride
    return length * stride + max(kernel - stride, 0)
