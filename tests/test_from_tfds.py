"""legacy_tf/data/from_tfds.py: TensorFlow Datasets' own builders prepare and serve what the tests give them.

The real MNIST once, in a process of its own that is killed half-way and started again. All that can go wrong, with a
small Fashion-MNIST that TensorFlow Datasets downloads from a server in this process.
"""

import contextlib
import errno
import gzip
import hashlib
import http.server
import json
import os
import random
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import tensorflow
import tensorflow_datasets as tfds
from hypothesis import given
from hypothesis import strategies as st
from tensorflow_datasets.core.download import checksums, extractor, resource
from tensorflow_datasets.image_classification import mnist as builders

from legacy_tf import seeds
from legacy_tf.data import from_tfds, idx, sets, tfds_preparing
from legacy_tf.data.errors import DataError

ROOT = Path(__file__).resolve().parent.parent
COUNTS = {"train": 60, "test": 20}
PREFIXES = {"train": "train", "test": "t10k"}

# A process in which TensorFlow 1's ways were never switched on, as that of the command-line tool. A copy of it prepares
# and is killed at it.
PREPARES = """
import json, os, pathlib, random, signal, sys, time
import numpy as np
before = random.getstate(), np.random.get_state()[1].tolist()
from legacy_tf.data import from_tfds, idx, sets
directory = pathlib.Path(sys.argv[1])
from_tfds.is_prepared("mnist", directory)
copy = os.fork()
if copy == 0:
    from_tfds.prepare("mnist", directory)
    os._exit(0)
deadline = time.monotonic() + 60
while not list(directory.glob("mnist/incomplete.*")) and time.monotonic() < deadline:
    time.sleep(0.05)
time.sleep(1)
os.kill(copy, signal.SIGKILL)
_, how = os.waitpid(copy, 0)
left = [str(path) for path in directory.glob("mnist/*")]
path = from_tfds.prepare("mnist", directory)
data = from_tfds.load(sets.MNIST, directory)
same = before == (random.getstate(), np.random.get_state()[1].tolist())
import tensorflow as tf
print(json.dumps(dict(
    killed=os.WIFSIGNALED(how), left=left, path=str(path), same=same, eager=tf.executing_eagerly(),
    ops=len(tf.compat.v1.get_default_graph().get_operations()),
    sha256=[idx.content_sha256(a) for s in ("train", "test") for a in (data[s][0][..., 0], data[s][1])])))
"""


def leftovers(directory):
    return [str(path) for path in Path(directory).rglob("*") if re.search(r"incomplete|\.tmp|todelete", path.name)]


@pytest.fixture(scope="module")
def real(mnist_directory, tmp_path_factory):
    """The real MNIST as TensorFlow Datasets prepares it from its four files, and what the process said that did it."""
    if not hasattr(os, "fork"):
        pytest.skip("needs os.fork")
    directory = tmp_path_factory.mktemp("tfds")
    for url, info in tfds.builder_cls("mnist").url_infos.items():
        place = directory / "downloads" / "mnist" / resource.get_dl_fname(url, info.checksum)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(mnist_directory / url.rsplit("/", 1)[1], place)
        place.with_name(place.name + ".INFO").write_text("{}")
    (directory / "mnist").mkdir()
    run = subprocess.run(
        [sys.executable, "-c", PREPARES, str(directory)],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 0, run.stderr
    return dict(directory=directory, out=run.stdout.splitlines(), err=run.stderr)


def test_in_an_eager_process(real):
    """What was killed is done again; stdout has only what the script printed; generators and graph are untouched."""
    [answer] = map(json.loads, real["out"])
    path = real["directory"] / "mnist" / "3.0.1"
    assert answer["killed"] and len(answer["left"]) == 1 and "/incomplete." in answer["left"][0]
    assert Path(answer["path"]) == path and list(path.parent.iterdir()) == [path]
    assert leftovers(real["directory"]) == [] and from_tfds.is_prepared("mnist", real["directory"])
    assert answer["eager"] and answer["same"] and answer["ops"] == 0
    assert answer["sha256"] == [sets.MNIST.sha256[name] for name in sets.NAMES]
    assert "Generating train examples" in real["err"]


def test_the_real_set_comes_in_the_order_of_its_files(real, mnist_directory, tf):
    data = from_tfds.load(sets.MNIST, real["directory"])
    for split, images, labels in (("train", *sets.NAMES[:2]), ("test", *sets.NAMES[2:])):
        files = [
            idx.read(mnist_directory / f"{name}.gz", kind)
            for name, kind in ((images, idx.IMAGES), (labels, idx.LABELS))
        ]
        assert [array.dtype for array in data[split]] == [np.uint8, np.uint8]
        np.testing.assert_array_equal(data[split][0], files[0][..., np.newaxis])
        np.testing.assert_array_equal(data[split][1], files[1])


def test_the_order_in_which_tensorflow_datasets_serves_it_is_another(real, mnist_directory):
    with tensorflow.Graph().as_default():
        builder = tfds.builder("mnist", data_dir=real["directory"])
        served = builder.as_dataset(split="test", decoders={"image": tfds.decode.SkipDecoding()})
        served = np.array([example["label"] for example in tfds.as_numpy(served)])
    files = idx.read(mnist_directory / "t10k-labels-idx1-ubyte.gz", idx.LABELS)
    assert (served == files).mean() < 0.2
    np.testing.assert_array_equal(served[from_tfds.official_order(range(10_000), "test")], files)


@given(
    st.lists(st.integers(0, 300_000), unique=True) | st.lists(st.text("0123456789.jpg", min_size=1), unique=True),
    st.sampled_from(["train", "test", "validation"]),
)
def test_official_order(keys, split):
    stored = sorted(keys, key=lambda key: int(hashlib.md5(f"{split}{key}".encode()).hexdigest(), 16))
    places = from_tfds.official_order(keys, split)
    assert places.dtype == np.int64 and [stored[place] for place in places] == keys


class Server(http.server.ThreadingHTTPServer):
    """Serves `files` {name: bytes}; what `answers` {name: function of the request} holds goes first."""

    daemon_threads = True

    def __init__(self, files):
        super().__init__(("127.0.0.1", 0), Handler)
        self.files, self.answers, self.asked = files, {}, []
        self.url = f"http://127.0.0.1:{self.server_port}/"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path.rsplit("/", 1)[1]
        self.server.asked.append((self.command, name))
        if name in self.server.answers:
            self.server.answers[name](self)
        else:
            self.give(self.server.files[name])

    do_HEAD = do_GET

    def give(self, data, promised=None):
        self.send_response(200)
        self.send_header("Content-Length", str(len(data) if promised is None else promised))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, *args):
        """The tests' stderr is looked at."""


class Small:
    """A small Fashion-MNIST: its server, its IdxSet, its directory."""

    def __init__(self, directory):
        draw = np.random.default_rng(0)
        self.directory, self.arrays, sha256, files = directory, {}, {}, {}
        for split, count in COUNTS.items():
            images = draw.integers(0, 256, (count, 28, 28)).astype(np.uint8)
            labels = draw.integers(0, 10, count).astype(np.uint8)
            self.arrays[split] = images[..., np.newaxis], labels
            for kind, magic, array in (("images-idx3", idx.IMAGES, images), ("labels-idx1", idx.LABELS, labels)):
                content = struct.pack(f">{1 + array.ndim}I", magic, *array.shape) + array.tobytes()
                name = f"{PREFIXES[split]}-{kind}-ubyte"
                sha256[name], files[f"{name}.gz"] = hashlib.sha256(content).hexdigest(), gzip.compress(content, 1)
        self.server = Server(files)
        self.url_infos = {
            self.server.url + name: checksums.UrlInfo(len(data), hashlib.sha256(data).hexdigest(), name)
            for name, data in files.items()
        }
        self.known = sets.FASHION_MNIST._replace(train=COUNTS["train"], test=COUNTS["test"], sha256=sha256)
        self.path = directory / "fashion_mnist" / "3.0.1"

    def load(self):
        return from_tfds.load(self.known, self.directory)

    def fails(self, pattern):
        """That `load` fails in one line, leaves nothing half-written, and the next one works when all is well again."""
        with pytest.raises(DataError, match=pattern) as caught:
            self.load()
        assert "\n" not in str(caught.value) and len(str(caught.value)) < 700
        # a download that another thread had under way may end later: it goes with the next run, see `works`
        left = [path for path in leftovers(self.directory) if not re.search(r"\.tmp\.[0-9a-f]{32}$", path)]
        assert left == [] and not self.path.exists()
        return str(caught.value)

    def works(self):
        data = self.load()
        for split, arrays in self.arrays.items():
            for loaded, array in zip(data[split], arrays, strict=True):
                np.testing.assert_array_equal(loaded, array)
        assert leftovers(self.directory) == []


@pytest.fixture
def small(tmp_path, monkeypatch, tf):
    small = Small(tmp_path / "sets")
    monkeypatch.setattr(builders, "_TRAIN_EXAMPLES", COUNTS["train"])
    monkeypatch.setattr(builders, "_TEST_EXAMPLES", COUNTS["test"])
    monkeypatch.setattr(builders.FashionMNIST, "URL", small.server.url)
    monkeypatch.setattr(builders.FashionMNIST, "url_infos", small.url_infos)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield small
    with contextlib.suppress(OSError):  # of a test that has stopped it
        small.server.stop()


def test_a_set_is_downloaded_prepared_and_read_without_a_trace(small, tf, capfd, monkeypatch):
    whole = builders.MNIST._generate_examples

    def careless(self, **arguments):  # as a builder may be
        random.random(), np.random.rand(), tensorflow.zeros([])
        print("generating")
        return whole(self, **arguments)

    monkeypatch.setattr(builders.MNIST, "_generate_examples", careless)
    tf.set_random_seed(1)
    tf.random_normal([])
    random.seed(2)
    np.random.seed(2)
    graph = tf.get_default_graph()
    before = graph.version, seeds.ops_created(), random.getstate(), np.random.get_state()[1].tolist()
    small.works()
    assert from_tfds.prepare("fashion_mnist", small.directory) == small.path
    assert tf.get_default_graph() is graph
    after = graph.version, seeds.ops_created(), random.getstate(), np.random.get_state()[1].tolist()
    assert before == after
    out, err = capfd.readouterr()
    assert out == "" and "generating" in err and "Generating splits" in err


def test_a_prepared_set_needs_no_host(small, caplog):
    small.path.parent.mkdir(parents=True)
    assert not from_tfds.is_prepared("fashion_mnist", small.directory)
    assert caplog.records == []
    small.works()
    small.server.stop()
    assert from_tfds.is_prepared("fashion_mnist", small.directory)
    small.works()
    shutil.rmtree(small.path)  # its downloads are still there
    small.works()


def test_no_host(small, monkeypatch):
    small.server.stop()
    # not even asked, since it would try for minutes
    monkeypatch.setattr(builders.FashionMNIST, "download_and_prepare", lambda self: pytest.fail("tried"))
    message = small.fails(
        r"^fashion_mnist can't be downloaded: 127.0.0.1:\d+ can't be reached \(ConnectionError\): check"
    )
    assert "then run again" in message


def test_a_host_that_takes_the_call_and_says_nothing(small, monkeypatch):
    monkeypatch.setattr(tfds_preparing, "_PATIENCE", 0.3)
    wait = threading.Event()
    small.server.answers = dict.fromkeys(small.server.files, lambda request: wait.wait(10))
    small.fails(r"can't be reached \((no answer|ReadTimeout)\)")
    wait.set()


@pytest.mark.parametrize(
    "answer, pattern",
    [
        (lambda request: request.send_error(503), r"can't be reached \(HTTP 503\)"),
        (lambda request: request.send_error(404), r"labels-idx1-ubyte.gz. HTTP code: 404"),
        (
            lambda request: request.give(b"<html>log in</html>"),
            r"gave a web page .*sha256 [0-9a-f]{64}, not [0-9a-f]{64}",
        ),
        (
            lambda request: request.give(b"\x1f\x8bother"),
            r"gave another file, or a damaged one: sha256 \w{64}, not \w{64}",
        ),
        (lambda request: request.give(b"cut", promised=99), r"can't be downloaded \(\w+Error: .*check the network"),
    ],
    ids=["out of order", "not found", "web page", "other file", "cut off"],
)
def test_a_host_that_gives_something_else(small, answer, pattern):
    name = "train-labels-idx1-ubyte.gz"
    small.server.answers = dict.fromkeys(small.server.files, answer) if pattern.endswith(r"503\)") else {name: answer}
    message = small.fails(pattern)
    if "gave" in pattern:
        assert small.server.url + name in message and small.url_infos[small.server.url + name].checksum in message
    small.server.answers = {}
    small.works()


def test_a_host_that_does_not_answer_to_head(small):
    def only_get(request):
        if request.command == "HEAD":
            request.send_error(405)
        else:
            request.give(small.server.files[request.path[1:]])

    small.server.answers = dict.fromkeys(small.server.files, only_get)
    small.works()


def test_a_disk_that_is_full_when_a_download_is_extracted(small, monkeypatch):
    def full(*arguments):
        raise tensorflow.errors.ResourceExhaustedError(None, None, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(extractor, "_copy", full)
        small.fails("^.* has no space left for fashion_mnist: make room")
    small.works()


def test_a_downloaded_file_that_got_damaged_is_downloaded_again(small):
    small.works()
    shutil.rmtree(small.path)
    shutil.rmtree(small.directory / "downloads" / "extracted")
    url = small.server.url + "train-images-idx3-ubyte.gz"
    name = resource.get_dl_fname(url, small.url_infos[url].checksum)
    damaged = small.directory / "downloads" / "fashion_mnist" / name
    damaged.write_bytes(damaged.read_bytes()[:1000])
    message = small.fails("^fashion_mnist can't be prepared in .*ExtractError")
    assert f"delete {small.directory / 'downloads' / 'fashion_mnist'} first" in message
    small.server.asked.clear()
    small.works()
    assert ("GET", "train-images-idx3-ubyte.gz") in small.server.asked
    assert ("GET", "train-labels-idx1-ubyte.gz") not in small.server.asked


@pytest.mark.parametrize(
    "error, pattern",
    [
        (OSError(errno.ENOSPC, "No space left on device"), "has no space left for fashion_mnist: make room"),
        (OSError("Not enough disk space. Needed: 9 GiB"), "has no space left for fashion_mnist"),
        (tensorflow.errors.ResourceExhaustedError(None, None, "No space left"), "has no space left for fashion_mnist"),
        (
            PermissionError(errno.EACCES, "Permission denied", "x"),
            "can't be used for fashion_mnist .*set TFDS_DATA_DIR",
        ),
        (RuntimeError("one\n  two"), r"^fashion_mnist can't be prepared in .* \(RuntimeError: .*one two\): run again"),
        (KeyboardInterrupt(), None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_preparation_that_breaks_off(small, monkeypatch, error, pattern):
    whole = builders.MNIST._generate_examples

    def breaks(self, **arguments):
        for number, example in enumerate(whole(self, **arguments)):
            yield example
            if number == 20:
                assert leftovers(small.directory)
                raise error

    with monkeypatch.context() as patch:
        patch.setattr(builders.MNIST, "_generate_examples", breaks)
        if pattern:
            small.fails(pattern)
        else:
            with pytest.raises(KeyboardInterrupt):
                small.load()
            assert leftovers(small.directory) == [] and not small.path.exists()
    small.works()


def test_control_c_during_a_download(small):
    wait = threading.Event()

    def half(request):
        request.give(b"half" if request.command == "GET" else b"", promised=1000)
        if request.command == "GET":
            request.wfile.flush()
            time.sleep(0.3)
            os.kill(os.getpid(), signal.SIGINT)
            wait.wait(20)

    small.server.answers = {"train-images-idx3-ubyte.gz": half}
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
    try:
        with pytest.raises(KeyboardInterrupt):
            small.load()
    finally:
        signal.signal(signal.SIGINT, handler)
    assert not small.path.exists()
    wait.set()
    small.server.answers = {}
    small.works()


def test_a_directory_that_cannot_be(small, tmp_path):
    (tmp_path / "file").write_text("")
    small.directory = tmp_path / "file" / "below"
    with pytest.raises(DataError, match="file/below can't be used .*Not a directory.*set TFDS_DATA_DIR"):
        small.load()
    assert (tmp_path / "file").read_text() == ""


def test_a_second_process_waits_for_the_first(small, monkeypatch, capfd):
    fcntl = pytest.importorskip("fcntl")
    small.works()
    aside = small.path.rename(small.directory / "aside")
    monkeypatch.setattr(builders.MNIST, "_generate_examples", None)  # to be prepared by the other one
    first = os.open(small.path.parent, os.O_RDONLY)
    fcntl.flock(first, fcntl.LOCK_EX)
    builder = tfds.builder("fashion_mnist", data_dir=small.directory)
    second = threading.Thread(target=tfds_preparing.prepare, args=(builder,))
    second.start()
    second.join(1)
    assert second.is_alive()
    aside.rename(small.path)
    os.close(first)
    second.join(10)
    assert not second.is_alive() and f"another process prepares {small.path.parent}" in capfd.readouterr().err
    small.works()


def test_prepared_sets_that_are_damaged(small):
    small.works()
    whole = shutil.copytree(small.path, small.directory / "whole")
    shard = "fashion_mnist-train.tfrecord-00000-of-00001"

    def damaged(change, pattern):
        shutil.rmtree(small.path)
        shutil.copytree(whole, small.path)
        change()
        with pytest.raises(DataError, match=f"^{re.escape(str(small.path.parent))}.*{pattern}") as caught:
            small.load()
        assert re.search("delete .* run again$", str(caught.value)) and "\n" not in str(caught.value)

    data = (whole / shard).read_bytes()
    first = 16 + struct.unpack("<Q", data[:8])[0]  # bytes of the first record
    damaged(lambda: (small.path / shard).write_bytes(data[:-100]), r"can't be read \(DataLossError")
    damaged(lambda: (small.path / shard).write_bytes(data[:99] + b"!" + data[100:]), r"can't be read \(DataLossError")
    damaged(lambda: (small.path / shard).unlink(), r"can't be read \(NotFoundError")
    damaged(lambda: (small.path / shard).write_bytes(data[first:]), "has 59 train images instead of 60")
    damaged(lambda: (small.path / shard).write_bytes(data + data), "has more than 60 train images instead of 60")
    damaged(lambda: (small.path / "dataset_info.json").write_text("{"), "can't be used")
    damaged(lambda: (small.path / "dataset_info.json").unlink(), "is not a set that TensorFlow Datasets prepared")
    # whole records in another place: only the checksum can tell
    swapped = data[first:] + data[:first]
    message = (
        r"is not Fashion-MNIST.*: train-images-idx3-ubyte has sha256 \w{64}, not " + small.known.sha256[sets.NAMES[0]]
    )
    damaged(lambda: (small.path / shard).write_bytes(swapped), message)


def test_where_nothing_is_prepared_tensorflow_is_not_even_imported(tmp_path):
    code = (
        "import sys; from legacy_tf.data import from_tfds; assert not from_tfds.is_prepared('mnist'); "
        "assert 'tensorflow' not in sys.modules and 'tensorflow_datasets' not in sys.modules"
    )
    environment = {**os.environ, "TFDS_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def test_the_default_directory_is_tensorflow_datasets(monkeypatch, small):
    monkeypatch.setenv("TFDS_DATA_DIR", str(small.directory))
    assert from_tfds.prepare("fashion_mnist") == small.path
    monkeypatch.delenv("TFDS_DATA_DIR")
    monkeypatch.setenv("HOME", str(small.directory / "home"))
    assert not from_tfds.is_prepared("fashion_mnist")
    assert str(from_tfds._folder(None)) == str(small.directory / "home" / "tensorflow_datasets")


def test_a_host_without_a_name(small, monkeypatch):
    url = "http://nowhere.invalid/"
    infos = {url + name.rsplit("/", 1)[1]: info for name, info in small.url_infos.items()}
    monkeypatch.setattr(builders.FashionMNIST, "url_infos", infos)
    monkeypatch.setattr(builders.FashionMNIST, "URL", url)
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("nowhere.invalid", 80)
    small.fails(r"nowhere.invalid can't be reached \((ConnectionError|no answer)\)")
