"""The namespace: one table, nothing silent, nothing at import, one switch."""

import ast
import importlib
import inspect
import json
import pkgutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import tensorflow.compat.v1 as v1

from legacy_tf import carriers, differences, namespace
from legacy_tf.running import answers
from legacy_tf.table import INTERNAL, TABLE, Carried, Missing, carried, contrib, missing, original, recurrent, slim
from legacy_tf.table.rows import around
from legacy_tf.wheel.place import PLACE

GOLDEN_NAMES = json.loads((Path(__file__).parent / "golden" / "names.json").read_text())["records"]
NAMES = GOLDEN_NAMES["public names"]["names"]
PARAMETERS = GOLDEN_NAMES["signatures"]["parameters"]
CARRIED = [name for name, entry in TABLE.items() if isinstance(entry, Carried)]
ALONE = {name for name, entry in original.ORIGINAL.items() if not entry.rows_first}
MISSING = [name for name, entry in TABLE.items() if isinstance(entry, Missing)]


def resolve(tf, path):
    value = tf
    for part in path.split("."):
        value = getattr(value, part)
    return value


def imported(tf, path):
    """The same, of modules of tf.contrib too that only an import finds."""
    try:
        return resolve(tf, path)
    except AttributeError as error:
        try:
            return answers.find(f"tensorflow.{path}")
        except ModuleNotFoundError:
            raise error from None


def in_a_new_process(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=600)


def test_every_public_name_of_tf_1_15_is_there_or_says_why_not(tf):
    for path in NAMES:
        try:
            imported(tf, path)
        except AttributeError as error:
            stopped_at, _, rest = str(error).removeprefix("tf.").partition(" ")
            assert rest.startswith("is not carried. tf.") and path.startswith(stopped_at), f"{path}: {error}"


@pytest.mark.parametrize("name", CARRIED)
def test_carried_names_lead_to_their_carrier(tf, name):
    if PLACE.is_there() and any(package in ALONE for package in around(name)):
        pytest.skip("TF 1.15.5's own source, which is there, answers instead")
    assert resolve(tf, name) is carriers.carrier(TABLE[name])


@pytest.mark.parametrize("entry", [e for e in [*TABLE.values(), *INTERNAL.values()] if getattr(e, "inside", None)])
def test_tensorflow_itself_calls_the_carriers_too(tf, entry):
    spot, attribute = entry.inside.rsplit(".", 1)
    assert getattr(pkgutil.resolve_name("tensorflow.python." + spot), attribute) is carriers.carrier(entry)


@pytest.mark.parametrize("name", MISSING)
def test_missing_names_say_what_they_were_and_what_to_do(tf, name):
    with pytest.raises(AttributeError) as error:
        resolve(tf, name)
        _ = resolve(tf, name).anything  # a sub-package of which parts are carried
    entry = TABLE[name]
    assert entry.was in str(error.value) and entry.instead in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("entry", [*TABLE.values(), *INTERNAL.values()])
def test_every_row_has_its_reason_in_a_line(entry):
    for text in (entry.was, entry.instead) if isinstance(entry, Missing) else (entry.why,):
        assert text and "\n" not in text


def test_no_name_stands_on_two_pages():
    pages = carried.CARRIED, contrib.CONTRIB, recurrent.RECURRENT, slim.SLIM, missing.MISSING, original.ORIGINAL
    assert len(TABLE) == sum(map(len, pages))


def test_the_page_of_differences_is_the_tables():
    page = Path(__file__).parent.parent / "docs" / "differences.md"
    assert page.read_text() == differences.page(), "run: python -m legacy_tf.differences > docs/differences.md"


def test_everything_else_falls_through_untouched(tf):
    assert tf.nn.relu is v1.nn.relu
    assert tf.placeholder is v1.placeholder
    assert tf.train.AdamOptimizer is v1.train.AdamOptimizer
    assert tf.newaxis is None


def test_aliases_are_answered_alike(tf):
    assert tf.random.uniform is tf.random_uniform
    assert tf.math.add is tf.add
    assert tf.random.get_seed is tf.get_seed


def test_a_name_that_nobody_has(tf):
    with pytest.raises(AttributeError, match="no tf.nn.no_such_op"):
        tf.nn.no_such_op  # noqa: B018
    assert not hasattr(tf, "no_such_module")
    assert "contrib" in dir(tf) and "conv2d" in dir(tf.layers) and "relu" in dir(tf.nn)


def test_import_alone_changes_nothing():
    run = in_a_new_process(
        "import sys, legacy_tf\n"
        "assert 'tensorflow' not in sys.modules\n"
        "import tensorflow as tf\n"
        "assert tf.executing_eagerly() and tf.constant(1).numpy() == 1\n"
        "from tensorflow.python.framework import random_seed\n"
        "assert random_seed.get_seed.__module__ == 'tensorflow.python.framework.random_seed'\n"
    )
    assert run.returncode == 0, run.stderr


def test_taking_tf_after_eager_code_is_an_error():
    run = in_a_new_process("import tensorflow\ntensorflow.constant(1)\nfrom legacy_tf import tf")
    assert run.returncode != 0
    assert "eager TensorFlow code has already run in this process" in run.stderr.splitlines()[-1]


def test_taking_tf_after_import_tensorflow_is_fine():
    run = in_a_new_process("import tensorflow\nfrom legacy_tf import tf\nprint(tf.layers.dense.__name__)")
    assert run.stdout == "dense\n", run.stderr


@pytest.mark.parametrize("wheel", [None, "nowhere"])
def test_no_keras_is_needed(wheel, monkeypatch, tmp_path):
    """Neither Keras 3 (`import tensorflow` itself loads it, where it is) nor Keras 2.3.1: tf.keras is TF 1.15.5's own,
    and without it three layers are there."""
    monkeypatch.setenv("LEGACY_TF_KERAS", str(tmp_path))
    if wheel:
        monkeypatch.setenv("LEGACY_TF_WHEEL", str(tmp_path))
    elif not PLACE.is_there():
        pytest.skip(f"TF 1.15.5's source is not here: {PLACE.command}")
    run = in_a_new_process(
        "import sys\nsys.modules['keras'] = sys.modules['tf_keras'] = None\nfrom legacy_tf import tf\n"
        "tf.layers.batch_normalization(tf.layers.conv2d(tf.zeros([1, 8, 8, 1]), 2, 3), training=True)\n"
        "tf.contrib.layers.fully_connected(tf.zeros([1, 2]), 2)\n"
        "tf.keras.layers.Dense(3)(tf.zeros([1, 2]))\n"
    )
    assert run.returncode == 0, run.stderr


def test_todays_keras_is_left_alone():
    """What lies in TensorFlow itself (tensorflow.python.keras) is asked for where Keras itself is carried, and only
    there."""
    package = Path(__file__).parent.parent / "legacy_tf"
    of_keras = {*(package / "keras").rglob("*.py"), *(package / "wheel").rglob("*.py")}
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(module.partition(".")[0] in ("keras", "tf_keras") for module in modules), path
            assert path in of_keras or not any(module.startswith("tensorflow.python.keras") for module in modules), path


def test_contrib_is_loaded_when_it_is_used():
    run = in_a_new_process(
        "import sys\nfrom legacy_tf import tf\n"
        "assert not any(m.startswith('legacy_tf.contrib') for m in sys.modules)\n"
        "tf.contrib.layers.xavier_initializer()\n"
    )
    assert run.returncode == 0, run.stderr


def test_attribute_of_the_package():
    import legacy_tf

    with pytest.raises(AttributeError, match="no attribute 'tensorflow'"):
        legacy_tf.tensorflow  # noqa: B018


# ours take TF 1.15's parameters in TF 1.15's order; the exceptions, with their reasons
OTHER_PARAMETERS = {
    "keras.layers.Conv2D": "as tf.layers.Conv2D",
    "keras.layers.Conv2DTranspose": "as tf.layers.Conv2DTranspose: no output_padding, no dilation_rate",
    "keras.layers.Dense": "as tf.layers.Dense",
    "image.adjust_jpeg_quality": "today's, which has dct_method before name",
    "layers.Layer": "TF 1.15 takes activity_regularizer as a keyword only",
    "train.FtrlOptimizer": "today's, which ends in a parameter more",
}


@pytest.mark.parametrize("name", [n for n in CARRIED if n in PARAMETERS])
def test_carried_functions_take_tf_1_15s_parameters_in_order(tf, name):
    if name in OTHER_PARAMETERS:
        pytest.skip(OTHER_PARAMETERS[name])
    value = resolve(tf, name)
    parameters = inspect.signature(value.__init__ if isinstance(value, type) else value).parameters.values()
    ours = [p.name for p in parameters if p.name != "self" and p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    expected = PARAMETERS[name]
    assert ours[: len(expected)] == expected


def test_one_switch_and_one_namespace(tf):
    with ThreadPoolExecutor(4) as pool:
        assert {id(space) for space in pool.map(lambda _: namespace.switch(), range(8))} == {id(tf)}
    assert importlib.reload(sys.modules["legacy_tf"]).tf is tf
    assert "legacy_tf" in repr(tf) and "tf" in dir(sys.modules["legacy_tf"])


def test_completion_offers_what_there_is(tf):
    for space in (tf, tf.nn, tf.contrib, tf.contrib.layers, tf.layers):
        for name in dir(space):
            assert hasattr(space, name), f"{space!r} {name}"


@pytest.mark.parametrize("kind", ["sigmoid", "softmax", "sparse_softmax"])
def test_cross_entropies_take_nothing_by_position(tf, kind):
    """TF 0.x had logits first, TF 1.15 refuses both orders: the wrong one is a wrong loss."""
    function = getattr(tf.nn, kind + "_cross_entropy_with_logits")
    logits = tf.constant([[1.0, -1.0]])
    labels = tf.constant([1]) if kind == "sparse_softmax" else tf.constant([[0.0, 1.0]])
    with pytest.raises(ValueError, match=f"Only call `{kind}_cross_entropy_with_logits` with named arguments"):
        function(logits, labels)
    with pytest.raises(ValueError, match="[Bb]oth .*labels.* and .*logits.* must be provided"):
        function(logits=logits)
    with tf.Session() as session:
        loss = session.run(function(labels=labels, logits=logits))
    expected = np.log1p(np.exp([[1, 1]] if kind == "sigmoid" else [2]))
    np.testing.assert_allclose(loss, expected, rtol=1e-6)


def test_a_dataset_is_printed_as_it_was(tf):
    """As TF 1.15.5 prints it."""
    rows = tf.data.Dataset.from_tensor_slices({"a": np.zeros((4, 2), np.float32), "b": np.arange(4)})
    assert repr(rows) == "<DatasetV1Adapter shapes: {a: (2,), b: ()}, types: {a: tf.float32, b: tf.int64}>"
    pairs = rows.map(lambda row: (row["a"], row["b"])).shuffle(3).repeat().batch(2)
    assert repr(pairs) == "<DatasetV1Adapter shapes: ((?, 2), (?,)), types: (tf.float32, tf.int64)>"
    lines = tf.data.TextLineDataset(["a"])
    assert repr(lines) == "<TextLineDatasetV1 shapes: (), types: tf.string>"
    made = tf.data.Dataset.from_generator(lambda: iter([1]), tf.int32)
    assert repr(made) == "<DatasetV1Adapter shapes: <unknown>, types: tf.int32>"
