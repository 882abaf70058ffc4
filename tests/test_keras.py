"""Standalone Keras: how old code gets it, and what is put right around it. Its numbers: tests/test_golden.py."""

import importlib
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from legacy_tf.checking import others, verdicts
from legacy_tf.keras import gone, old_svd, place, qr_sweeps
from legacy_tf.table import keras as table

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "legacy_tf" / "data" / "sample"
LIBRARY = "legacy_tf.keras.library."
needs_keras = pytest.mark.skipif(not place.is_there(), reason=f"Keras is not here: {place.PLACE.command}")
SEARCH = """
import numpy as np
from keras.layers import Dense
from keras.models import Sequential
from keras.wrappers.scikit_learn import KerasClassifier
from sklearn.base import is_classifier
from sklearn.model_selection import GridSearchCV

def create_model(units=2):
    model = Sequential([Dense(units, input_dim=3, activation="relu"), Dense(1, activation="sigmoid")])
    model.compile(loss="binary_crossentropy", optimizer="sgd", metrics=["accuracy"])
    return model

x, y = np.random.rand(12, 3), np.arange(12) % 2
model = KerasClassifier(build_fn=create_model, epochs=1, batch_size=4, verbose=0)
search = GridSearchCV(model, {"units": [2, 3]}, cv=3).fit(x, y)
tried = search.cv_results_
print(tried["param_units"].tolist(), bool(np.isfinite(tried["mean_test_score"]).all()), is_classifier(model))
"""


@pytest.fixture
def keras():
    library = importlib.import_module(LIBRARY + "keras")
    library.backend.clear_session()
    yield library
    library.backend.clear_session()


def python(*arguments, **environment):
    """A run of today's Python; variables that are None are taken away."""
    changed = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    changed = {name: value for name, value in changed.items() if value is not None}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=changed, timeout=600)


def script(tmp_path, text, **environment):
    path = tmp_path / "old.py"
    path.write_text(text)
    return python("-m", "legacy_tf", "run", path, **environment)


# ---- how it is found
@needs_keras
def test_a_script_gets_it_and_others_do_not(tmp_path):
    text = (
        "import sys, keras, keras.backend as K\nfrom keras.layers.core import Dense\nfrom keras import objectives\n"
        "print(keras.__version__, K.backend(), Dense is keras.layers.Dense, sys.modules.get('keras') is keras)\n"
        "import importlib\nprint(importlib.import_module('keras.utils.np_utils').to_categorical([1], 2))\n"
    )
    run = script(tmp_path, text)
    assert run.stdout == "2.3.1 tensorflow True False\n[[0. 1.]]\n", run.stderr
    assert "Using TensorFlow backend." in run.stderr


@needs_keras
def test_a_module_that_it_has_not(tmp_path):
    run = script(tmp_path, "import keras.layers.nothing")
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == "ModuleNotFoundError: No module named 'keras.layers.nothing'"


def test_without_it_one_line_says_what_to_do(tmp_path):
    run = script(tmp_path, "from keras.models import Model", LEGACY_TF_KERAS=str(tmp_path / "nowhere"))
    assert run.returncode == 1
    last = run.stderr.splitlines()[-1]
    assert "standalone Keras 2.3.1 is not in " in last and "python -m legacy_tf.keras" in last


@pytest.mark.skipif(not place.PLACE.is_there(), reason=f"Keras is not here: {place.PLACE.command}")
def test_without_what_it_stands_on_one_line_says_what_to_do(tmp_path):
    run = script(tmp_path, "from keras.models import Model", LEGACY_TF_WHEEL=str(tmp_path / "nowhere"))
    assert run.returncode == 1
    last = run.stderr.splitlines()[-1]
    assert "TensorFlow 1.15.5's own Python source is not in " in last and "python -m legacy_tf.wheel" in last


def test_it_can_be_done_without(tmp_path):
    text = "try:\n    import keras\nexcept ImportError:\n    print('no Keras')\n"
    for variable in ("LEGACY_TF_KERAS", "LEGACY_TF_WHEEL"):
        assert script(tmp_path, text, **{variable: str(tmp_path / "nowhere")}).stdout == "no Keras\n"


def test_a_keras_of_ones_own_wins(tmp_path):
    (tmp_path / "keras.py").write_text("Dense = 1\n")
    assert script(tmp_path, "from keras import Dense\nprint(Dense)\n").stdout == "1\n"


@needs_keras
def test_it_stands_on_tf_keras_of_that_time(keras):
    from legacy_tf import tf

    ours, theirs = keras.backend.tensorflow_backend, tf.keras.backend
    assert ours.tf_keras_backend.rnn is theirs.rnn and ours.get_session() is theirs.get_session()
    assert isinstance(tf.keras.optimizers.Adam(), keras.optimizers.tf.keras.optimizers.Optimizer)


@needs_keras
def test_scikit_learn_searches_with_keras_models(tmp_path):
    pytest.importorskip("sklearn")
    ended = script(tmp_path, SEARCH)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[-1] == "[2, 3] True False"


# ---- the table
@needs_keras
@pytest.mark.parametrize("name", table.EARLIER)
def test_a_name_of_an_older_keras_is_not_there(name, keras):
    with pytest.raises((AttributeError, ImportError)):
        pkgutil.resolve_name(LIBRARY + name)


@needs_keras
@pytest.mark.parametrize("name", [name for difference in table.DIFFERS for name in difference.names])
def test_a_known_difference_is_about_something(name, keras):
    assert pkgutil.resolve_name(LIBRARY + name.partition("(")[0])


def test_an_argument_may_be_the_difference():
    assert others.judge("keras.optimizers.SGD", ("lr",)).status == verdicts.CARRIED
    assert others.judge("keras.optimizers.SGD", ("lr", "decay")).status == verdicts.DIFFERS


# ---- what is put right
@needs_keras
def test_losses_are_added_up_as_in_numpy_1(keras):
    model = keras.models.Sequential([keras.layers.Dense(1, input_dim=3)])
    model.compile("sgd", "mse")
    history = model.fit(np.ones((5, 3)), np.ones((5, 1)), batch_size=2, verbose=0).history
    assert type(history["loss"][0]) is np.float64
    assert type(model.train_on_batch(np.ones((5, 3)), np.ones((5, 1)))) is np.float32
    assert repr(np.float64(0.5)) == "0.5"


@needs_keras
def test_mnist_is_that_of_read_data_sets(keras, tmp_path, monkeypatch):
    (tmp_path / "mnist").symlink_to(SAMPLE)
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setenv("LEGACY_TF_DATA", str(tmp_path))
    (x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
    assert x_train.dtype == y_train.dtype == np.uint8 and x_train.flags.writeable
    assert x_train.shape == (len(y_train), 28, 28) and x_test.shape == (len(y_test), 28, 28)
    assert x_train.max() == 255 and set(y_test) == set(range(10))


@needs_keras
def test_pictures_are_flipped_without_scipy(keras):
    of = keras.preprocessing.image
    image = np.arange(4.0).reshape(2, 2, 1)
    flipped = of.ImageDataGenerator(horizontal_flip=True).apply_transform(image, {"flip_horizontal": True})
    assert flipped[:, :, 0].tolist() == [[1, 0], [3, 2]]


@needs_keras
def test_what_it_writes_an_old_h5py_reads(keras, tmp_path):
    import h5py

    model = keras.models.Sequential([keras.layers.Dense(2, input_dim=3)])
    model.compile("sgd", "mse")
    model.save(str(tmp_path / "model.h5"))
    with h5py.File(tmp_path / "model.h5") as file:
        assert file.attrs["keras_version"] == "2.3.1"
        assert file["model_weights"].attrs["layer_names"].dtype.kind == "S"  # of one length, as h5py 2 wrote them
    loaded = keras.models.load_model(str(tmp_path / "model.h5"))
    assert all(np.array_equal(a, b) for a, b in zip(model.get_weights(), loaded.get_weights()))


def test_versions_are_compared_as_numbers():
    assert gone.StrictVersion("1.8.0") < gone.StrictVersion("1.15.5")
    assert not gone.StrictVersion("1.15.5") < gone.StrictVersion("1.8.0")


def test_what_need_not_be_installed():
    assert not gone.issparse(np.eye(2))
    if importlib.util.find_spec("yaml") is None:
        with pytest.raises(ImportError, match="pip install pyyaml"):
            _ = gone.dump


@pytest.mark.parametrize("shape", [(8, 32), (20, 60), (12, 12), (25, 100), (30, 7), (9, 7), (7, 9), (1, 4)])
def test_singular_vectors_have_other_signs_and_nothing_else(shape):
    a = np.random.RandomState(1).normal(size=shape)
    u, s, v = old_svd.svd(a, full_matrices=False)
    of_today = np.linalg.svd(a, full_matrices=False)
    assert np.allclose(u * s @ v, a) and np.array_equal(s, of_today[1])
    assert np.array_equal(abs(u), abs(of_today[0])) and np.array_equal(abs(v), abs(of_today[2]))


def test_above_25_nothing_changed():
    a = np.random.RandomState(1).normal(size=(26, 26))
    assert all(np.array_equal(x, y) for x, y in zip(old_svd.svd(a, False), np.linalg.svd(a, False)))


def test_sweeps_find_singular_vectors():
    d, e = np.array([3.0, -2.0, 1.0, 0.5, 4.0]), np.array([1.0, -0.5, 0.25, 2.0])
    v = qr_sweeps.right_vectors(d, e)
    s = np.linalg.norm((np.diag(d) + np.diag(e, 1)) @ v.T, axis=0)
    assert np.allclose(v @ v.T, np.eye(5)) and np.allclose(s, np.linalg.svd(np.diag(d) + np.diag(e, 1))[1])
