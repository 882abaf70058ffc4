"""IDX files, gzipped or plain: the format of MNIST and of all that is served in its place.

A header of big-endian numbers of 32 bits (a magic number that says what is in it, then the sizes), then bytes.
"""

import gzip
import hashlib
import math
import os
import struct
import zlib

import numpy as np

from legacy_tf.data.errors import DataError

IMAGES, LABELS = 2051, 2049  # magic numbers: bytes in three dimensions, bytes in one
_DIMENSIONS = {IMAGES: 3, LABELS: 1}
_KINDS = {IMAGES: "images", LABELS: "labels"}
_GZIP = b"\x1f\x8b"
_DEFLATE_LIMIT = 1040  # no byte of deflated data gives more bytes than this


def kind(name):
    """The magic number that a file of that name must have."""
    return IMAGES if "images" in os.path.basename(name) else LABELS


def read(path, magic):
    """The array in an IDX file.

    Args:
      path: the file, gzipped or not; what it holds decides, not its name.
      magic: IMAGES or LABELS, which of the two it must be.

    Returns:
      uint8 array, read-only: images [n, rows, columns], labels [n].

    Raises:
      DataError: the file can't be read, is cut short or damaged, is not IDX, or holds another number of bytes than
        its header says. The message names the file.
    """
    try:
        with open(path, "rb") as f:
            start, size = f.read(2), f.seek(0, 2)
            f.seek(0)
            return _read(f, start == _GZIP, size, magic)
    except OSError as error:
        raise DataError(f"{path} can't be read: {error.strerror or error}") from error
    except Wrong as error:
        raise DataError(f"{path} {error}: get it again") from error


class Wrong(Exception):
    """What is wrong with a file, without its name: the cause of `read`'s DataError."""


def _read(f, zipped, size, magic):
    """`f`: the file, at its beginning, of `size` bytes."""
    if not size:
        raise Wrong("is empty")
    stream = gzip.GzipFile(fileobj=f) if zipped else f
    try:
        count = 4 * (1 + _DIMENSIONS[magic])
        header = stream.read(count)
        if header.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            raise Wrong("is a web page, not data (an error or a login page of the network, saved in its place)")
        if len(header) < count:
            raise Wrong(f"is cut short or no IDX file: it ends after {len(header)} bytes, its header has {count}")
        found, *shape = struct.unpack(f">{count // 4}I", header)
        if found != magic:
            raise Wrong(f"is no IDX file of {_KINDS[magic]}: its magic number is {found}, not {magic}")
        expected = math.prod(shape)
        if not expected:
            raise Wrong(f"is empty: its header says {_times(shape)}")
        # a header can promise anything: ask for no more than the file can hold
        if expected > size * (_DEFLATE_LIMIT if zipped else 1):
            raise Wrong(f"is cut short or damaged: its header says {_times(shape)} bytes, and the file has {size}")
        data = stream.read(expected + 1)  # one too many: that is where gzip looks at its checksum
    except EOFError as error:
        raise Wrong("is cut short: its gzip stream ends too early") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise Wrong(f"is damaged: {error}") from error
    said = f"its header says {_times(shape)} = {expected} bytes, there are"
    if len(data) < expected:
        raise Wrong(f"is cut short or damaged: {said} {len(data)}")
    if len(data) > expected:
        raise Wrong(f"is damaged: {said} more")
    return np.frombuffer(data, np.uint8).reshape(shape)


def _times(shape):
    return " x ".join(map(str, shape))


def content_sha256(array):
    """Checksum (hex) of an IDX file's content, header and all, from its array: uint8 [n, rows, columns] or [n]."""
    magic = IMAGES if array.ndim == 3 else LABELS
    digest = hashlib.sha256(struct.pack(f">{1 + array.ndim}I", magic, *array.shape))
    digest.update(np.ascontiguousarray(array))
    return digest.hexdigest()


def file_sha256(path):
    """Checksum (hex) of a file as it lies there. Raises DataError if it can't be read."""
    return hashlib.sha256(_bytes(path)).hexdigest()


def is_gzipped(path):
    """Whether a file is gzipped, by what it holds. Raises DataError if it can't be read."""
    return _bytes(path, 2) == _GZIP


def _bytes(path, count=-1):
    try:
        with open(path, "rb") as f:
            return f.read(count)
    except OSError as error:
        raise DataError(f"{path} can't be read: {error.strerror or error}") from error
