"""Estimators, feature columns and tf.contrib.learn against what they gave under TensorFlow 1.15.5."""

import copy
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from legacy_tf import tf
from legacy_tf.checking.judging import judge
from legacy_tf.checking.verdicts import CARRIED, NOT_CARRIED
from legacy_tf.wheel.place import PLACE
from oracle import cases_first_use, compare, estimator_files, suites

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
ASKED = [(suite, name) for suite in ("estimator", "canned") for name in suites.questions(suite)]
pytestmark = pytest.mark.skipif(not PLACE.is_there(), reason=f"{PLACE.title} is not here: {PLACE.command}")


@cache
def golden(suite):
    return json.loads((GOLDEN / f"{suite}.json").read_text())["records"]


@cache
def answer(suite, name):
    """Today's record, through JSON as the golden's was."""
    cases_first_use.settle(tf)
    return json.loads(json.dumps(suites.questions(suite)[name](tf)))


@pytest.mark.parametrize(("suite", "name"), ASKED)
def test_an_estimator_gives_what_it_gave(suite, name):
    assert golden(suite)[name]["values"]
    assert compare.differences(golden(suite)[name], answer(suite, name)) == []


def test_the_sweep_is_wide():
    assert len(ASKED) >= 50
    assert sum("nodes" in golden(suite)[name] for suite, name in ASKED) >= 45


def test_what_tf_1_15_left_goes_on_here(tmp_path):
    """A checkpoint that TensorFlow 1.15.5 wrote: the next losses, seeds and metrics are those it would have given."""
    model = shutil.copytree(GOLDEN / "estimator_files", tmp_path / "model")
    assert len(list(model.glob("model.ckpt-3.*"))) == 3  # an index, and a shard for resource variables
    here = json.loads(json.dumps(estimator_files.goes_on(tf, str(model))))
    record = golden("estimator_files")["checkpoint"]
    assert compare.differences({key: record[key] for key in ("values", "random")}, here) == []


def test_files_have_the_names_that_they_had():
    ours = estimator_files.run(tf)["files"]
    assert set(ours) == set(golden("estimator_files")["checkpoint"]["files"])


def test_a_wrong_answer_is_seen():
    record = copy.deepcopy(golden("estimator")["model_fn/the MNIST tutorial's CNN"])
    here = answer("estimator", "model_fn/the MNIST tutorial's CNN")
    record["values"]["0/evaluation/loss"]["flat"][0] *= 1 + 1e-4
    record["values"]["1/0/next seed/1"]["flat"] = 1
    record["nodes"][7][1] = "AddV2"
    assert len(compare.differences(record, here)) == 3


# ---- how it is found
@pytest.mark.parametrize(
    "line",
    [
        "from tensorflow.python.estimator import estimator",
        "from tensorflow.python.estimator.canned import dnn",
        "from tensorflow_estimator.python.estimator.export import export",
        "from tensorflow.python.feature_column import feature_column",
        "from tensorflow.contrib.learn.python.learn import learn_runner",
        "from tensorflow.contrib.learn.python.learn.datasets import base",
        "from tensorflow.contrib.tpu.python.tpu import tpu_config",
    ],
)
def test_old_paths(line):
    from legacy_tf.running import imports

    names = {"__builtins__": imports.BUILTINS.__dict__}
    exec(line, names)
    assert names[line.split()[-1]].__name__.startswith("legacy_tf.wheel.library.")


def test_digits_are_found_without_the_source(tmp_path):
    """The old path of read_data_sets leads to legacy_tf's own, and loads nothing else."""
    script = tmp_path / "old.py"
    script.write_text(
        "from tensorflow.contrib.learn.python.learn.datasets.mnist import read_data_sets\n"
        "import sys\nprint(read_data_sets.__module__, [n for n in sys.modules if 'wheel.library' in n])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LEGACY_TF_WHEEL": str(tmp_path / "nothing")}
    command = [sys.executable, "-m", "legacy_tf", "run", str(script)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=600)
    assert run.stdout.split() == ["legacy_tf.data.mnist", "[]"], run.stderr


def test_digits_by_load_dataset(tmp_path, monkeypatch):
    """They are looked for where read_data_sets looks, and not on the network alone."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LEGACY_TF_DATA", str(ROOT / "legacy_tf" / "data" / "sample"))
    ours = tf.contrib.learn.datasets.mnist.load_mnist().test
    theirs = tf.contrib.learn.datasets.load_dataset("mnist").test
    assert type(theirs) is type(ours) and (theirs.images == ours.images).all() and (theirs.labels == ours.labels).all()


# ---- what is not there
@pytest.mark.parametrize("name", ["BoostedTreesClassifier", "BoostedTreesEstimator", "BoostedTreesRegressor"])
def test_boosted_trees_say_what_they_were(name):
    with pytest.raises(AttributeError, match="gradient boosted trees.* Use scikit-learn"):
        getattr(tf.estimator, name)
    assert judge(f"tensorflow.estimator.{name}").status == NOT_CARRIED


def test_kernels_that_were_a_library_of_their_own():
    def input_fn():
        matrix = tf.sparse.from_dense([[1.0, 2.0]])
        transposed = tf.sparse.transpose(matrix)
        return {"input_rows": matrix, "input_cols": transposed, "project_row": tf.constant(True)}, None

    with pytest.raises(NotImplementedError, match="WALSComputePartialLhsAndRhs was an op of tf.contrib"):
        tf.contrib.factorization.WALSMatrixFactorization(1, 2, 1).fit(input_fn=input_fn, steps=1)


@pytest.mark.parametrize(
    "name", ["estimator.Estimator", "feature_column.input_layer", "contrib.learn.DNNClassifier", "estimator.RunConfig"]
)
def test_check_says_carried(name):
    assert judge(f"tensorflow.{name}").status == CARRIED
