"""python -m legacy_tf.data: list, check, prepare, show."""

import gzip
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from matplotlib import image as pictures
from PIL import Image

from legacy_tf.data import __main__ as command
from legacy_tf.data import from_tfds, idx, sources
from legacy_tf.data.errors import DataError
from legacy_tf.data.sets import MNIST


@pytest.fixture(autouse=True)
def no_variable(monkeypatch):
    monkeypatch.delenv("LEGACY_TF_DATA", raising=False)


@pytest.fixture
def files(tmp_path, mnist_directory):
    """A copy of the official files."""
    return shutil.copytree(mnist_directory, tmp_path / "MNIST_data")


def test_help_and_usage(capsys):
    for arguments, said in ((["--help"], "check"), (["check", "--help"], "--set"), (["show", "--help"], "batch.png")):
        with pytest.raises(SystemExit) as stopped:
            command.main(arguments)
        assert stopped.value.code == 0 and said in capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        command.main([])
    assert stopped.value.code == 2


def test_list(capsys, tmp_path, monkeypatch):
    shutil.copytree(sources.SAMPLE, tmp_path / "mnist")
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path))
    assert command.main(["list"]) == 0
    said = capsys.readouterr().out
    for line in (
        "60000 training and 10000 test images",
        "four files",
        "missing: train-images",
        "10000 training and 2000",
    ):
        assert line in said


def test_check_whole_files(files, capsys):
    assert command.main(["check", str(files)]) == 0
    assert "against MNIST" in capsys.readouterr().out
    # gzipped anew, and plain: other bytes on the disk, the same within
    path = files / "t10k-images-idx3-ubyte.gz"
    path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), 1))
    path = files / "train-labels-idx1-ubyte.gz"
    (files / "train-labels-idx1-ubyte").write_bytes(gzip.decompress(path.read_bytes()))
    path.unlink()
    assert command.main(["check", str(files)]) == 0
    assert capsys.readouterr().out.endswith("all four files are whole\n")


def test_check_names_the_wrong_file_with_both_checksums(files, capsys):
    path = files / "train-images-idx3-ubyte.gz"
    path.write_bytes(path.read_bytes()[:-100])
    (files / "t10k-labels-idx1-ubyte.gz").unlink()
    assert command.main(["check", str(files)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "wrong: is cut short" in lines[1] and MNIST.gz_sha256["train-images-idx3-ubyte"] in lines[1]
    assert f"actual {idx.file_sha256(path)}" in lines[1]
    assert lines[2].endswith("whole") and lines[4].endswith("missing") and lines[-1].startswith("2 of 4")


def test_check_another_set_of_the_same_form(files, capsys):
    assert command.main(["check", str(files), "--set", "fashion_mnist"]) == 1
    assert capsys.readouterr().out.count("wrong: readable, but another file; sha256 expected") == 4


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["check", "nowhere"], "nowhere is no directory"),
        (["check", "."], "holds none of train-images-idx3-ubyte"),
        (["prepare", "imagenet"], "there is no set 'imagenet': one of mnist, fashion_mnist, celeb_a"),
        (["show", "nothing"], "nothing is neither a directory nor one of"),
        (["show", str(sources.SAMPLE), "--start", "10000"], "there is no image number 10000"),
        (["show", str(sources.SAMPLE), "--out", "no/where.png"], "no/where.png can't be written"),
        (["show", str(sources.SAMPLE), "--out", "picture.xyz"], "picture.xyz can't be written"),
    ],
)
def test_user_errors_are_one_line(arguments, said, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert command.main(arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("legacy_tf.data: ") and said in error and error.count("\n") == 1
    assert not os.listdir(tmp_path)


def test_prepare(monkeypatch, capsys):
    asked = []

    def prepare(name, data_dir=None):
        asked.append((name, data_dir))
        return f"{data_dir}/{name}"

    monkeypatch.setattr(from_tfds, "prepare", prepare)
    assert command.main(["prepare"]) == 0
    assert command.main(["prepare", "fashion_mnist", "celeb_a", "--tfds-dir", "there"]) == 0
    assert asked == [("mnist", None), ("fashion_mnist", "there"), ("celeb_a", "there")]
    assert "celeb_a: there/celeb_a" in capsys.readouterr().out


@pytest.mark.parametrize("error, code", [(DataError("the disk is full"), 2), (KeyboardInterrupt(), 130)])
def test_prepare_that_fails_or_is_interrupted(monkeypatch, capsys, error, code):
    def prepare(name, data_dir=None):
        raise error

    monkeypatch.setattr(from_tfds, "prepare", prepare)
    assert command.main(["prepare"]) == code
    assert ("interrupted" if code == 130 else "the disk is full") in capsys.readouterr().err


def test_show(tmp_path, capsys):
    out = tmp_path / "batch.png"
    assert command.main(["show", str(sources.SAMPLE), "--out", str(out), "--count", "10"]) == 0
    picture = pictures.imread(out)
    assert picture.std() > 0.1 and os.listdir(tmp_path) == ["batch.png"]
    assert command.main(["show", str(sources.SAMPLE), "--out", str(out)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert command.main(["show", str(sources.SAMPLE), "--out", str(out), "--force"]) == 0
    assert not np.array_equal(pictures.imread(out).shape, picture.shape)


def test_show_faces(tmp_path):
    (tmp_path / "img_align_celeba").mkdir()
    for number in range(3):
        Image.new("RGB", (178, 218), (80 * number, 0, 0)).save(tmp_path / "img_align_celeba" / f"{number:06}.jpg")
    out = tmp_path / "faces.png"
    assert command.main(["show", str(tmp_path), "--out", str(out), "--start", "1"]) == 0
    assert {80, 160} <= {int(value) // 2 * 2 for value in np.unique(np.rint(pictures.imread(out)[..., 0] * 255))}


def test_as_a_program_without_tensorflow(tmp_path):
    """Checking files must not wait for TensorFlow."""
    code = (
        "import sys\nfrom legacy_tf.data.__main__ import main\n"
        "assert main(['check', sys.argv[1]]) == 1\nassert 'tensorflow' not in sys.modules\n"
    )
    run = subprocess.run([sys.executable, "-c", code, str(sources.SAMPLE)], capture_output=True, text=True, timeout=600)
    assert run.returncode == 0 and "4 of 4 files are wrong" in run.stdout, run.stderr
    run = subprocess.run(
        [sys.executable, "-m", "legacy_tf.data", "check", str(tmp_path)], capture_output=True, text=True, timeout=600
    )
    assert run.returncode == 2 and run.stderr.count("\n") == 1
