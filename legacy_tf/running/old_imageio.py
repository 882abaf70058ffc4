"""imageio as imageio 2.9 was: it writes pictures of numbers that are no bytes, and times GIFs in seconds.

Arrays are (height, width), (height, width, 1) or (height, width, 3 or 4). Source: what imageio 2.9.0 wrote.
"""

import functools
import os

import numpy as np
from imageio import core, v2

_PICTURES = (".bmp", ".gif", ".jpeg", ".jpg", ".png")


def _extension(uri, format):
    """ ".gif" of "samples.gif", of a path, of an open file and of the format "GIF-PIL"."""
    if format:
        return "." + format.partition("-")[0].lower().lstrip(".")
    name = getattr(uri, "name", uri)
    return os.path.splitext(name)[1].lower() if isinstance(name, (str, os.PathLike)) else ""


def _picture(extension, im):
    """An array as pixels: numbers from 0 to 1 are scaled to 0..255, others from their least to their greatest."""
    if extension not in _PICTURES:
        return im
    im = np.asarray(im)
    im = im[:, :, 0] if im.ndim == 3 and im.shape[2] == 1 else im
    return core.image_as_uint(im, bitdepth=16 if extension == ".png" and im.dtype == np.uint16 else 8)


def _timing(extension, options):
    """Options of a GIF: `duration` was seconds and is milliseconds, 0.1 s unless it is said; it was shown for ever."""
    if extension != ".gif":
        return options
    by_rate = {"duration": 1 / options.pop("fps")} if "fps" in options else {}
    options = {"loop": 0, "duration": 0.1, **by_rate, **options}
    return {**options, "duration": np.multiply(1000, options["duration"]).tolist()}  # one, or one of each picture


@functools.wraps(v2.imread)
def imread(uri, format=None, as_gray=False, **options):
    return v2.imread(uri, format, **options, **(dict(mode="F") if as_gray else {}))


@functools.wraps(v2.imwrite)
def imwrite(uri, im, format=None, **options):
    return v2.imwrite(uri, _picture(_extension(uri, format), im), format, **options)


@functools.wraps(v2.mimwrite)
def mimwrite(uri, ims, format=None, **options):
    extension = _extension(uri, format)
    return v2.mimwrite(uri, [_picture(extension, im) for im in ims], format, **_timing(extension, options))


@functools.wraps(v2.get_writer)
def get_writer(uri, format=None, mode="?", **options):
    extension = _extension(uri, format)
    writer = v2.get_writer(uri, format, mode, **_timing(extension, options))
    append = writer.append_data
    writer.append_data = lambda im, meta=None: append(_picture(extension, im), meta)
    return writer
