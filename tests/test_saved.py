"""Files that TensorFlow 1.15.5 wrote, read here; files that are written here, read here and by TensorFlow 1.15.5."""

import copy
import hashlib
import json
import os
import struct
import subprocess
import sys
import tarfile
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from oracle import ask, compare, keras_saved, saved, suites, sweep, tolerances

GOLDEN = Path(__file__).parent / "golden"
FORMS = (
    "checkpoint_v2", "checkpoint_v1", "some_variables", "meta_graph", "scoped_meta_graph", "bare_graph", "saved_model",
    "frozen",
)  # fmt: skip


@cache
def golden(name, suite="saved"):
    return json.loads((GOLDEN / f"{suite}.json").read_text())["records"][name]


def packed(name, suite="saved"):
    return (GOLDEN / suite / f"{name}.tar.xz").read_bytes()


@pytest.fixture
def of_keras():
    """oracle.keras_saved, where TF 1.15.5's tf.keras can be asked."""
    if suites.why_not("keras_saved"):
        pytest.skip(suites.why_not("keras_saved"))
    return keras_saved


@pytest.mark.parametrize("name", saved.PROGRAMS)
def test_what_tf_1_15_wrote_is_read(name, tf):
    """Outputs, losses of further training, seeds of what is added to an imported graph."""
    record = golden(name)
    assert {hashlib.sha256(packed(name)).hexdigest()} == set(record["files"].values())
    assert {key.split("/")[0] for key in record["values"]} == set(FORMS)
    assert compare.followed(record) == saved.AFTER
    assert compare.differences(record, saved.read(tf, name, packed(name))) == []


@pytest.mark.parametrize("name", keras_saved.MODELS)
def test_what_tf_1_15s_keras_wrote_is_read(name, tf, of_keras):
    """Outputs, names, losses of further training, seeds after it, and what is written of it once more."""
    record, files = copy.deepcopy(golden(name, "keras_saved")), packed(name, "keras_saved")
    record["random"] = {when: seeds for when, seeds in record["random"].items() if "written" not in when}
    assert {hashlib.sha256(files).hexdigest()} == set(record["files"].values())
    assert compare.followed(record) == keras_saved.STEPS
    assert compare.differences(record, of_keras.read(tf, name, files)) == []


@pytest.mark.parametrize("name", keras_saved.MODELS)
def test_what_keras_writes_here_is_read_here(name, tf, of_keras):
    """Also the seeds after it is written."""
    assert compare.differences(golden(name, "keras_saved"), of_keras.run(tf, name, nudges=0)) == []


@pytest.mark.parametrize("name", ["vae", "lstm"])
def test_what_is_written_here_is_read_here(name, tf):
    """Only a bare GraphDef has no place for the number of ops that TF 1.15 would have made."""
    record = copy.deepcopy(golden(name))
    del record["random"]["bare_graph/after_import"]
    here = saved.read(tf, name, saved.written(tf, name))
    del here["random"]["bare_graph/after_import"]
    assert compare.differences(record, here) == []


@pytest.mark.skipif(
    not (ask.ENVIRONMENT / "bin" / "python").exists(), reason="TensorFlow 1.15.5 is not here: make oracle"
)
@pytest.mark.parametrize("suite", ask.FILES)
def test_what_is_written_here_is_read_by_tf_1_15(tmp_path, suite):
    if suites.why_not(suite):
        pytest.skip(suites.why_not(suite))
    python = ask.ENVIRONMENT / "bin" / "python"
    assert ask.read_back(python, GOLDEN / f"{suite}.json", tmp_path / "written") == []


SCRIPT = """
import json
import numpy as np
import tensorflow as tf
saver = tf.train.import_meta_graph("model.meta")
with tf.Session() as sess:
    saver.restore(sess, tf.train.latest_checkpoint("v2"))
    with open("z.json") as file:
        print(json.dumps(sess.run("output:0", {"z:0": json.load(file)}).tolist()))
"""


CHECKPOINT = """
import sys
import tensorflow as tf
tf.set_random_seed(1)
v = tf.Variable([1.0], use_resource=True)
checkpoint = tf.train.Checkpoint(v=v)
if sys.argv[1] == "write":
    with tf.Session() as sess:
        sess.run(v.initializer)
        checkpoint.save("here/all")
checkpoint.restore("here/all-1").run_restore_ops()
print(tf.get_seed(None))
checkpoint.restore("here/all-1")
print(tf.get_seed(None))
"""


def test_a_checkpoint_without_a_session(tmp_path, of_keras):
    """Is restored in Keras' session, in a script that has nothing else of Keras. Seeds: asked of TF 1.15.5."""
    (tmp_path / "script.py").write_text(CHECKPOINT)
    for what, seeds in {"write": [(1, 42), (1, 42)], "read": [(1, 21), (1, 21)]}.items():
        command = [sys.executable, "-m", "legacy_tf", "run", "script.py", what]
        environment = {**os.environ, "PYTHONPATH": str(GOLDEN.parent.parent)}
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600, env=environment)
        assert (run.returncode, run.stdout.splitlines()) == (0, [str(each) for each in seeds]), run.stderr


def test_a_layer_that_cannot_say_what_it_is_is_not_saved(tf, of_keras, tmp_path):
    class Scale(tf.keras.layers.Layer):
        def get_config(self):
            return {"units": self.units}

    tf.keras.backend.clear_session()
    model = tf.keras.Sequential([Scale(input_shape=[4])])
    with pytest.raises(AttributeError, match="'Scale' object has no attribute 'units'"):
        model.save(str(tmp_path / "model"), save_format="tf")


def test_a_script_that_is_run_reads_them_too(tmp_path, monkeypatch):
    with tarfile.open(GOLDEN / "saved" / "gan.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    (tmp_path / "script.py").write_text(SCRIPT)
    (tmp_path / "z.json").write_text(json.dumps(saved.PROGRAMS["gan"].feeds["z"].tolist()))
    monkeypatch.setenv("PYTHONPATH", str(GOLDEN.parent.parent))
    command = [sys.executable, "-m", "legacy_tf", "run", "script.py"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    printed = sweep.plain(np.array(json.loads(run.stdout), np.float32))
    assert compare.array_error(golden("gan")["values"]["meta_graph/output"], printed) <= tolerances.FLOAT32_SAME_OP


def test_a_wrong_file_is_seen(tf):
    record = golden("gan")
    spoiled = copy.deepcopy(record)
    spoiled["values"]["frozen/output"]["flat"][0] += 1e-3
    spoiled["losses"][2][0] *= 1 + 1e-3
    spoiled["random"]["meta_graph/after_import"][1] += 1
    assert len(compare.differences(spoiled, {**record, "spread": None})) == 3


def test_the_ledger_goes_along(tf, tmp_path):
    """As a number that other TensorFlows don't look at."""
    tf.set_random_seed(1)
    tf.Variable(2.0)
    saver = tf.train.Saver()
    tf.confusion_matrix([0, 1], [1, 1])
    seed, ops = tf.get_seed(None), len(tf.get_default_graph().get_operations())
    path = os.path.join(tmp_path, "model.meta")
    written = saver.export_meta_graph(path)
    part = tf.train.export_meta_graph(export_scope="confusion_matrix")
    with tf.Graph().as_default():
        tf.set_random_seed(1)
        tf.train.import_meta_graph(path)
        assert tf.get_seed(None) == seed
    carried = seed[1] - ops
    assert carried and struct.unpack("<q", written.meta_info_def.any_info.value) == (carried,)
    assert not part.meta_info_def.any_info.value
