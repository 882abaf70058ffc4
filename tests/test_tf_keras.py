"""tf.keras by TF 1.15.5's own source: how old code gets it, and what is put right around it. Its numbers:
tests/test_golden.py."""

import importlib
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from legacy_tf import carriers, rooms
from legacy_tf.checking import judging, verdicts
from legacy_tf.keras import datasets
from legacy_tf.table import TABLE
from legacy_tf.wheel.place import PLACE

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "legacy_tf" / "data" / "sample"
needs_wheel = pytest.mark.skipif(not PLACE.is_there(), reason=f"TF 1.15.5's source is not here: {PLACE.command}")


@pytest.fixture
def keras(tf):
    tf.keras.backend.clear_session()
    yield tf.keras
    tf.keras.backend.clear_session()


def script(tmp_path, text, **environment):
    (tmp_path / "old.py").write_text(text)
    command = [sys.executable, "-m", "legacy_tf", "run", str(tmp_path / "old.py")]
    changed = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, env=changed, timeout=600)


# ---- how it is found
@needs_wheel
def test_a_script_gets_it_by_every_path(tmp_path):
    text = (
        "import tensorflow as tf\nfrom tensorflow import keras\nfrom tensorflow.keras import layers\n"
        "from tensorflow.python.keras.layers import Dense\nfrom tensorflow.python.keras import backend as K\n"
        "print(keras.__version__, layers.Dense is Dense is tf.keras.layers.Dense, K.backend())\n"
        "print(tf.keras.applications.MobileNet.__name__, tf.keras.preprocessing.text.Tokenizer.__name__)\n"
    )
    run = script(tmp_path, text, LEGACY_TF_KERAS=str(tmp_path / "nowhere"))
    assert run.stdout == "2.2.4-tf True tensorflow\nwrapper Tokenizer\n", run.stderr


def test_without_the_source_it_says_how_to_get_it(tmp_path):
    run = script(tmp_path, "import tensorflow as tf\ntf.keras.Sequential()", LEGACY_TF_WHEEL=str(tmp_path))
    assert run.returncode == 1
    assert "fetch it by `python -m legacy_tf.wheel`" in run.stderr.splitlines()[-1]


def test_names_are_listed_without_the_source(tf, tmp_path, monkeypatch):
    monkeypatch.setenv("LEGACY_TF_WHEEL", str(tmp_path))
    door = rooms.Door("keras", None)
    assert "Sequential" in dir(door) and "layers" in dir(door) and "LSTM" in dir(door.layers)
    assert door.layers.Dense is carriers.carrier(TABLE["keras.layers.Dense"])


def test_names_are_judged_by_the_source(tmp_path, monkeypatch):
    inner = "tensorflow.python.keras.layers."
    assert judging.judge("tensorflow.keras.layers.LSTM").status == verdicts.CARRIED
    assert judging.judge("tensorflow.keras.layers.LTSM").status == verdicts.UNKNOWN
    assert judging.judge(inner + "LSTM").status == verdicts.CARRIED
    if PLACE.is_there():
        assert judging.judge(inner + "LTSM").status == verdicts.UNKNOWN


# ---- what is put right
@needs_wheel
def test_losses_are_added_up_as_in_numpy_1(keras):
    model = keras.Sequential([keras.layers.Dense(1, input_dim=3)])
    model.compile("sgd", "mse")
    history = model.fit(np.ones((5, 3)), np.ones((5, 1)), batch_size=2, epochs=1, verbose=0).history
    assert isinstance(history["loss"][0], np.float64)


@needs_wheel
@pytest.mark.parametrize("name", ["mnist", "fashion_mnist"])
def test_digits_are_those_of_read_data_sets(name, keras, tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    asked = []
    ours = datasets.sources.load
    monkeypatch.setattr(datasets.sources, "load", lambda directory, url: asked.append(url) or ours(str(SAMPLE)))
    (x_train, y_train), (x_test, _) = getattr(keras.datasets, name).load_data()
    assert (x_train.dtype, x_train.shape[1:], y_train.dtype) == (np.uint8, (28, 28), np.uint8)
    assert len(x_test) and asked == [datasets.sets.IDX_SETS[name].url]


def test_arrays_of_lists_of_several_lengths():
    array = datasets._array([[1, 2], [3]])
    assert array.dtype == object and array.tolist() == [[1, 2], [3]]
    assert datasets._array([[1, 2], [3, 4]]).shape == (2, 2)


@needs_wheel
def test_imdb_has_lists_of_several_lengths(keras, tmp_path, monkeypatch):
    words = np.empty(2, object)
    words[:] = [[4, 5, 6], [7]]
    path = tmp_path / "imdb.npz"
    np.savez(path, x_train=words, y_train=[0, 1], x_test=words, y_test=[1, 0])
    monkeypatch.setattr(
        importlib.import_module(keras.datasets.imdb.load_data.__module__), "get_file", lambda *a, **k: path
    )
    (x_train, _), _ = keras.datasets.imdb.load_data()
    assert sorted(map(len, x_train)) == [2, 4]


@needs_wheel
def test_what_it_writes_an_old_h5py_reads(keras, tmp_path):
    import h5py

    model = keras.Sequential([keras.layers.Dense(2, input_dim=3)])
    model.save(str(tmp_path / "model.h5"))
    with h5py.File(tmp_path / "model.h5") as file:
        assert json.loads(file.attrs["model_config"])["class_name"] == "Sequential"
    assert len(keras.models.load_model(str(tmp_path / "model.h5")).layers) == 1


@needs_wheel
def test_yaml_goes_both_ways(keras):
    model = keras.Sequential([keras.layers.Dense(2, input_dim=3, name="one")])
    assert [layer.name for layer in keras.models.model_from_yaml(model.to_yaml()).layers] == ["one"]


# ---- beside the rest of the namespace
@needs_wheel
def test_cells_of_tf_nn_say_what_to_take(tf, keras):
    with pytest.raises(TypeError, match="BasicLSTMCell of tf.nn.rnn_cell is not carried: take a cell of tf.keras"):
        keras.layers.RNN(tf.nn.rnn_cell.BasicLSTMCell(3))


@needs_wheel
def test_layers_are_classes_like_any_other(keras):
    assert pickle.loads(pickle.dumps(keras.layers.Dense)) is keras.layers.Dense
    assert isinstance(keras.layers.Dense(2), keras.layers.Layer)


@needs_wheel
def test_tensorboard_writes_a_graph(tf, keras, tmp_path):
    model = keras.Sequential([keras.layers.Dense(1, input_dim=3)])
    model.compile("sgd", "mse")
    board = keras.callbacks.TensorBoard(str(tmp_path))  # profiles the second batch, as TF 1.15's does
    model.fit(np.ones((6, 3)), np.ones((6, 1)), batch_size=2, verbose=0, callbacks=[board])
    events = [e for path in tmp_path.glob("events*") for e in tf.train.summary_iterator(str(path))]
    assert any(event.graph_def for event in events)
    assert list((tmp_path / "plugins" / "profile").glob("*/*"))
