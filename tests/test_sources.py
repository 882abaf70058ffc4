"""Where the images come from: the order of the sources, and what each says; downloads; the embedded sample."""

import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import threading

import numpy as np
import pytest

from legacy_tf.data import folders, from_tfds, idx, sources
from legacy_tf.data.errors import DataError
from legacy_tf.data.sets import FASHION_MNIST, MNIST, NAMES
from oracle.data import write_idx


def small_set(directory, train=13, test=6, zipped=True):
    """Four small files; returns the directory."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, count in (("train", train), ("t10k", test)):
        for kind, array in (
            ("images-idx3", np.arange(count * 6).reshape(count, 2, 3) % 256),
            ("labels-idx1", np.arange(count) % 10),
        ):
            path = directory / f"{name}-{kind}-ubyte.gz"
            write_idx(path, array)
            if not zipped:
                path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
                path.unlink()
    return directory


@pytest.fixture(autouse=True)
def nothing_elsewhere(monkeypatch):
    """No LEGACY_TF_DATA of the user's, and TensorFlow Datasets as without a network."""
    monkeypatch.delenv("LEGACY_TF_DATA", raising=False)
    monkeypatch.setattr(from_tfds, "is_prepared", lambda name: False)

    def prepare(name):
        raise DataError(f"{name} can't be downloaded")

    monkeypatch.setattr(from_tfds, "prepare", prepare)


@pytest.mark.parametrize("zipped", [True, False])
def test_the_scripts_directory_comes_first(tmp_path, monkeypatch, capsys, zipped):
    small_set(tmp_path / "MNIST_data", 13, zipped=zipped)
    small_set(tmp_path / "all" / "mnist", 14)
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path / "all"))
    data = sources.load(str(tmp_path / "MNIST_data"))
    assert data.train_images.shape == (13, 2, 3) and data.test_labels.shape == (6,)
    assert data.train_images.ravel()[:7].tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert capsys.readouterr().err == f"legacy_tf: data from {tmp_path}/MNIST_data\n"
    assert [os.path.basename(path) for path in data.paths] == [name + ".gz" * zipped for name in NAMES]


def test_the_other_spelling_of_plain_files(tmp_path):
    for path in small_set(tmp_path / "a", zipped=False).iterdir():
        path.rename(path.with_name(path.name.replace("-idx", ".idx")))
    assert len(folders.files_in(tmp_path / "a")) == 4


def test_then_the_variable(tmp_path, monkeypatch, capsys, mnist_directory):
    (tmp_path / "MNIST_data").mkdir()
    for name in NAMES[:3]:
        shutil.copy(mnist_directory / (name + ".gz"), tmp_path / "MNIST_data")
    small_set(tmp_path / "all" / "mnist", 14)
    small_set(tmp_path / "all" / "fashion_mnist", 15)
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path / "all"))
    assert len(sources.load(str(tmp_path / "MNIST_data")).train_labels) == 14
    assert capsys.readouterr().err.splitlines() == [
        f"legacy_tf: {tmp_path}/MNIST_data lacks t10k-labels-idx1-ubyte: looking elsewhere",
        f"legacy_tf: data from {tmp_path}/all/mnist",
    ]
    assert len(sources.load("none", FASHION_MNIST.url).train_labels) == 15
    assert len(sources.load("none", FASHION_MNIST.url.rstrip("/")).train_labels) == 15
    assert len(sources.load("none", "http://yann.lecun.com/exdb/mnist/").train_labels) == 14


def test_files_in_the_variables_root_must_be_the_set(tmp_path, monkeypatch, capsys, mnist_directory):
    monkeypatch.setenv("LEGACY_TF_DATA", str(mnist_directory))
    assert len(sources.load("none").train_labels) == 60_000
    with pytest.raises(DataError, match="fashion_mnist can't be downloaded"):
        sources.load("none", FASHION_MNIST.url)
    assert "are not those of Fashion-MNIST" in capsys.readouterr().err


def test_then_tensorflow_datasets(tmp_path, monkeypatch, capsys):
    arrays = {
        "train": (np.zeros((7, 28, 28, 1), np.uint8), np.arange(7, dtype=np.uint8)),
        "test": (np.ones((3, 28, 28, 1), np.uint8), np.arange(3, dtype=np.uint8)),
    }
    monkeypatch.setattr(from_tfds, "load", lambda known: arrays)
    monkeypatch.setattr(from_tfds, "prepare", lambda name: None)
    data = sources.load(str(tmp_path / "none"))
    assert data.train_labels.tolist() == list(range(7)) and data.test_images.shape == (3, 28, 28, 1)
    assert not data.train_images.flags.writeable
    assert capsys.readouterr().err.splitlines() == [
        f"legacy_tf: {tmp_path}/none has no data: looking elsewhere",
        "legacy_tf: MNIST, handwritten digits: to be downloaded by TensorFlow Datasets, once",
        "legacy_tf: MNIST, handwritten digits, from TensorFlow Datasets",
    ]


def test_a_prepared_set_that_is_damaged_is_no_reason_for_the_sample(tmp_path, monkeypatch):
    def load(known):
        raise DataError("mnist/3.0.1 can't be read")

    monkeypatch.setattr(from_tfds, "is_prepared", lambda name: True)
    monkeypatch.setattr(from_tfds, "load", load)
    with pytest.raises(DataError, match="mnist/3.0.1 can't be read"):
        sources.load(str(tmp_path / "none"))


def test_another_set_that_lacks_a_file_does_not_become_digits(tmp_path):
    (small_set(tmp_path / "clothes") / "t10k-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(DataError, match="clothes lacks t10k-labels-idx1-ubyte, and what it has is not MNIST"):
        sources.load(str(tmp_path / "clothes"))


def test_a_variable_that_names_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(DataError, match="nowhere, which is no directory"):
        sources.load(str(tmp_path / "none"))


def test_the_current_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(small_set(tmp_path))
    assert sources.load("").paths[0] == "train-images-idx3-ubyte.gz"


def test_last_the_sample(tmp_path, capsys):
    data = sources.load(str(tmp_path / "none"))
    assert data.train_images.shape == (10_000, 28, 28) and data.test_images.shape == (2_000, 28, 28)
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "legacy_tf: mnist can't be downloaded",
        "legacy_tf: MNIST, handwritten digits, the embedded sample: 10000 of 60000 training and 2000 of 10000 test "
        "images. For all: python -m legacy_tf.data prepare mnist",
    ]
    assert not (tmp_path / "none").exists()


def test_what_could_not_be_prepared_is_not_tried_again(tmp_path, capsys):
    first, second = sources.load(str(tmp_path / "none")), sources.load(str(tmp_path / "none"))
    np.testing.assert_array_equal(first.train_labels, second.train_labels)
    assert capsys.readouterr().err.count("mnist can't be downloaded") == 1


def test_no_digits_in_the_place_of_clothes(tmp_path):
    with pytest.raises(DataError, match="fashion_mnist can't be downloaded"):
        sources.load(str(tmp_path / "none"), FASHION_MNIST.url)


def test_the_sample_is_the_beginning_of_mnist(mnist_directory):
    sample, whole = (folders.read(folders.files_in(directory)) for directory in (sources.SAMPLE, mnist_directory))
    for part, array in zip(sample[:4], whole[:4]):
        np.testing.assert_array_equal(part, array[: len(part)])
    assert set(np.bincount(sample.train_labels) > 800) == {True}
    assert sum(path.stat().st_size for path in sources.SAMPLE.iterdir()) < 2.5e6


# ---- bad input
def test_a_damaged_file_is_named_with_its_checksums(tmp_path, mnist_directory):
    path = shutil.copytree(mnist_directory, tmp_path / "MNIST_data") / "train-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(DataError) as raised:
        sources.load(str(path.parent))
    said = str(raised.value)
    assert said.startswith(str(path)) and "cut short" in said and "\n" not in said
    assert MNIST.gz_sha256["train-images-idx3-ubyte"] in said and idx.file_sha256(path) in said


def test_a_damaged_file_of_ones_own_set(tmp_path):
    path = small_set(tmp_path) / "train-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(DataError, match="cut short") as raised:
        sources.load(str(tmp_path))
    assert "sha256" not in str(raised.value)  # nobody knows what it should be


def test_images_and_labels_of_different_number(tmp_path):
    small_set(tmp_path)
    write_idx(tmp_path / "t10k-labels-idx1-ubyte.gz", np.arange(5))
    with pytest.raises(DataError, match="holds 6 images, and .* 5 labels: they do not belong together"):
        sources.load(str(tmp_path))


def test_a_file_in_the_place_of_the_directory(tmp_path):
    (tmp_path / "MNIST_data").write_text("")
    with pytest.raises(DataError, match="MNIST_data can't be read: Not a directory"):
        sources.load(str(tmp_path / "MNIST_data"))


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_directories_without_permission(tmp_path):
    """In a process that is not root's: root may read everything."""
    small_set(tmp_path / "MNIST_data").chmod(0)
    (tmp_path / "read_only").mkdir(mode=0o555)
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.owner() == "root" and parent.name.startswith("pytest"):
            parent.chmod(0o755)
    code = (
        "import mimetypes, os\n"  # the first is urllib's, which another user may not find any more
        "from legacy_tf.data import download, sources\n"
        "if os.getuid() == 0: os.setgid(65534), os.setuid(65534)\n"
        "for run, args in (sources.load, ['MNIST_data']), (download.fetch, ['file:///etc/hostname', 'read_only/a']):\n"
        "    try: run(*args)\n"
        "    except sources.DataError as error: print(error)\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    (tmp_path / "MNIST_data").chmod(0o755)
    assert run.stdout.splitlines() == [
        "MNIST_data can't be read: Permission denied",
        "file:///etc/hostname can't be downloaded to read_only/a: Permission denied",
    ], run.stderr


# ---- a host of the script's own
@pytest.fixture
def host(tmp_path):
    """(folder that is served, its address)."""
    folder = small_set(tmp_path / "host")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    handler.log_message = lambda *args: None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_downloaded_into_the_scripts_directory_once(tmp_path, host, capsys):
    folder, url = host
    data = sources.load(str(tmp_path / "MNIST_data"), url)
    assert len(data.train_labels) == 13
    assert sorted(os.listdir(tmp_path / "MNIST_data")) == sorted(os.listdir(folder))
    said = capsys.readouterr().err
    assert "train-images-idx3-ubyte.gz: 100%" in said and f"data from {url}, now in {tmp_path}/MNIST_data" in said
    shutil.rmtree(folder)
    assert len(sources.load(str(tmp_path / "MNIST_data"), url).train_labels) == 13


def test_a_portals_page_is_not_saved(tmp_path, host):
    folder, url = host
    (folder / "t10k-images-idx3-ubyte.gz").write_text("<html>Please sign in</html>")
    with pytest.raises(DataError, match="was not saved: what came is a web page"):
        sources.load(str(tmp_path / "MNIST_data"), url)
    assert sorted(os.listdir(tmp_path / "MNIST_data")) == ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz"]
    small_set(folder)
    assert len(sources.load(str(tmp_path / "MNIST_data"), url).train_labels) == 13


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "no address/", "http://127.0.0.1:9/a b/", "http://h:port/"])
def test_no_answer(tmp_path, url):
    with pytest.raises(DataError, match="can't be downloaded to"):
        sources.load(str(tmp_path / "MNIST_data"), url)
    assert not os.listdir(tmp_path / "MNIST_data")


def test_a_full_disk(tmp_path, host, monkeypatch):
    _, url = host

    def full(source, target):
        target.write(source.read(10))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(DataError, match="No space left on device"):
        sources.load(str(tmp_path / "MNIST_data"), url)
    assert not os.listdir(tmp_path / "MNIST_data")
