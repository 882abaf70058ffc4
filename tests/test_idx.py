"""The reader of IDX files: right arrays, and one clear line for every wrong file. `make fuzz` looks for minutes."""

import gzip
import os
import struct
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legacy_tf.data import idx
from legacy_tf.data.errors import DataError

settings.register_profile("seconds", max_examples=200, deadline=None, derandomize=True, database=None)
settings.register_profile("minutes", max_examples=300_000, deadline=None, database=None)
settings.load_profile(os.environ.get("FUZZ", "seconds"))


def content(magic, *shape, data=None):
    """An IDX file's bytes."""
    count = int(np.prod(shape)) if data is None else len(data)
    return struct.pack(f">{1 + len(shape)}I", magic, *shape) + (
        bytes(i % 251 for i in range(count)) if data is None else data
    )


WHOLE = content(idx.IMAGES, 5, 4, 3)
ZIPPED = gzip.compress(WHOLE, mtime=0)


def write(tmp_path, data, name="train-images-idx3-ubyte.gz"):
    path = tmp_path / name
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    "data", [WHOLE, ZIPPED, gzip.compress(WHOLE[:30]) + gzip.compress(WHOLE[30:]), ZIPPED + b"\0\0"]
)
def test_plain_gzipped_in_members_and_padded(tmp_path, data):
    array = idx.read(write(tmp_path, data), idx.IMAGES)
    assert array.dtype == np.uint8 and array.shape == (5, 4, 3)
    assert array.tobytes() == WHOLE[16:]


def test_labels(tmp_path):
    data = content(idx.LABELS, 6)
    np.testing.assert_array_equal(idx.read(write(tmp_path, data), idx.LABELS), np.arange(6))


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 255]) + data[at + 1 :]


WRONG = {
    "empty": (b"", "is empty"),
    "truncated gzip": (ZIPPED[:-12], "cut short: its gzip stream ends too early"),
    "gzip without its end": (ZIPPED[:-4], "cut short: its gzip stream ends too early"),
    "damaged gzip": (flipped(gzip.compress(WHOLE, 0, mtime=0), 40), "damaged: CRC check failed"),
    "garbage after gzip": (ZIPPED + b"garbage", "damaged: Not a gzipped file"),
    "truncated header": (WHOLE[:10], "it ends after 10 bytes, its header has 16"),
    "truncated plain file": (WHOLE[:-1], "header says 5 x 4 x 3 = 60 bytes, there are 59"),
    "too few in the gzip": (
        gzip.compress(content(idx.IMAGES, 5, 4, 3, data=bytes(59))),
        "header says 5 x 4 x 3 = 60 bytes, there are 59",
    ),
    "too many": (content(idx.IMAGES, 5, 4, 3, data=bytes(61)), "header says 5 x 4 x 3 = 60 bytes, there are more"),
    "a header that promises the moon": (
        gzip.compress(content(idx.IMAGES, 2**32 - 1, 2**32 - 1, 2**32 - 1, data=b"")),
        "header says 4294967295 x 4294967295 x 4294967295 bytes",
    ),
    "nothing but a header": (content(idx.IMAGES, 0, 28, 28), "is empty: its header says 0 x 28 x 28"),
    "nothing, and too wide for NumPy": (content(idx.IMAGES, 0, 2**32 - 1, 2**32 - 1), "is empty"),
    "labels": (content(idx.LABELS, 20), "is no IDX file of images: its magic number is 2049, not 2051"),
    "a web page": (b"\n<!DOCTYPE html><html>Sign in to this network", "is a web page, not data"),
    "a web page, gzipped": (gzip.compress(b"\xef\xbb\xbf<html>" + bytes(50)), "is a web page, not data"),
    "something else": (b"PK\3\4" * 20, "is no IDX file of images: its magic number is 1347093252"),
}


@pytest.mark.parametrize("data, said", WRONG.values(), ids=WRONG)
def test_wrong_files(tmp_path, data, said):
    path = write(tmp_path, data)
    with pytest.raises(DataError) as raised:
        idx.read(path, idx.IMAGES)
    assert str(raised.value).startswith(path) and said in str(raised.value) and "\n" not in str(raised.value)


def test_no_file_and_a_directory(tmp_path):
    with pytest.raises(DataError, match="No such file"):
        idx.read(tmp_path / "none", idx.IMAGES)
    with pytest.raises(DataError, match="Is a directory"):
        idx.read(tmp_path, idx.IMAGES)


def test_a_gzip_bomb_is_not_unpacked(tmp_path):
    """A gigabyte of zeros in a megabyte: the header's 60 bytes are all that is asked for."""
    bomb = gzip.compress(WHOLE[:16] + bytes(2**30), 1)
    path = write(tmp_path, bomb)
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2**30,) * 2)\n"
        "from legacy_tf.data import idx\n"
        "try: idx.read(sys.argv[1], idx.IMAGES)\n"
        "except idx.DataError as error: print(error)"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    run = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, env=environment, timeout=600
    )
    assert "there are more" in run.stdout, run.stderr


def test_checksum_of_the_content(mnist_directory):
    from legacy_tf.data.sets import MNIST, NAMES

    for name in NAMES:
        path = mnist_directory / (name + ".gz")
        assert idx.file_sha256(path) == MNIST.gz_sha256[name]
        array = idx.read(path, idx.kind(name))
        assert idx.content_sha256(array) == MNIST.sha256[name]


def _reference(data, magic):
    """The array, by the plainest reading that there is; None where the bytes are not a whole IDX file."""
    count = {idx.IMAGES: 4, idx.LABELS: 2}[magic]
    if len(data) < 4 * count:
        return None
    found, *shape = np.frombuffer(data[: 4 * count], ">u4").tolist()
    if found != magic or len(data) - 4 * count != int(np.prod(shape, dtype=object)) or not all(shape):
        return None
    return np.array(list(data[4 * count :]), np.uint8).reshape(shape)


@st.composite
def files(draw):
    """(bytes on disk, bytes within, None where spoiled): small whole files, cut, spoiled, gzipped, or anything."""
    magic = draw(st.sampled_from([idx.IMAGES, idx.LABELS, 2050, 0]))
    shape = draw(st.lists(st.integers(0, 6) | st.integers(0, 2**32 - 1), min_size=1, max_size=3))
    inner = struct.pack(f">{1 + len(shape)}I", magic, *shape) + draw(st.binary(max_size=250))
    if draw(st.booleans()):
        size = int(np.prod(shape, dtype=object))
        inner = inner[: 4 + 4 * len(shape)] + bytes(i % 256 for i in range(size)) if size < 300 else inner
    if draw(st.integers(0, 4)) == 0:
        inner = draw(st.binary(max_size=80))
    outer = gzip.compress(inner, mtime=0) if draw(st.booleans()) else inner
    within = inner
    if draw(st.integers(0, 2)) == 0 and outer:
        cut = draw(st.integers(0, len(outer)))
        outer = outer[:cut] + draw(st.binary(max_size=4)) + outer[cut + draw(st.integers(0, 4)) :]
        within = None
    return outer, within


@given(file=files(), magic=st.sampled_from([idx.IMAGES, idx.LABELS]))
def test_fuzz(tmp_path_factory, file, magic):
    """The right array or one line, never anything else. A spoiled file may be unreadable, never wrong: gzip's own
    checksum, or the plain bytes themselves, say what is in it."""
    outer, within = file
    path = tmp_path_factory.getbasetemp() / "fuzz"
    path.write_bytes(outer)
    if within is None:
        try:
            within = gzip.decompress(outer) if outer[:2] == b"\x1f\x8b" else outer
        except Exception:  # whatever Python's gzip says of it: no array may come out
            within = b""
    expected = _reference(within, magic)
    try:
        array = idx.read(path, magic)
    except DataError as error:
        assert "\n" not in str(error)
        assert expected is None, error
    else:
        assert expected is not None
        np.testing.assert_array_equal(array, expected)
