"""tf.contrib from TF 1.15.5's own source: how its names are found, and what it shares with what is carried without."""

import importlib
import os
import subprocess
import sys

import numpy as np
import pytest

from legacy_tf import carriers, tf
from legacy_tf.checking import judging, verdicts
from legacy_tf.running import answers
from legacy_tf.table import TABLE, Carried, Original
from legacy_tf.wheel.place import PLACE

pytestmark = pytest.mark.skipif(not PLACE.is_there(), reason="TensorFlow 1.15.5's own source is not here")
OF_CONTRIB = [name for name, row in TABLE.items() if isinstance(row, Original) and name.startswith("contrib.")]


@pytest.mark.parametrize("name", OF_CONTRIB)
def test_every_package_loads_and_keeps_our_names(name):
    package = tf
    for part in name.split("."):
        package = getattr(package, part)
    ours = [row for row in TABLE if row.startswith(name + ".") and isinstance(TABLE[row], Carried)]
    for row in ours:
        if row.count(".") == name.count(".") + 1:
            assert getattr(package, row.rpartition(".")[2]) is carriers.carrier(TABLE[row])
            assert row.rpartition(".")[2] in dir(package)
    with pytest.raises(AttributeError, match=f"TF 1.15 had no tf.{name}.nonsense"):
        package.nonsense  # noqa: B018


def test_the_source_has_our_names_too():
    layers = answers.find("tensorflow.contrib.layers.python.layers.layers")
    with tf.contrib.framework.arg_scope([layers.spatial_softmax, tf.contrib.layers.conv2d], scope="y"):
        assert len(tf.contrib.framework.current_arg_scope()) == 2
    wheel = importlib.import_module("legacy_tf.wheel.library.tensorflow_core.contrib.layers.python.layers.layers")
    assert (
        wheel.convolution2d is tf.contrib.layers.convolution2d
        and wheel.add_arg_scope is tf.contrib.framework.add_arg_scope
    )


def test_classes_are_the_same_on_both_sides():
    d = tf.contrib.distributions
    assert issubclass(d.MultivariateNormalDiag, tf.distributions.Distribution) and d.Normal is tf.distributions.Normal
    assert issubclass(tf.contrib.rnn.IndyLSTMCell, tf.nn.rnn_cell.RNNCell)
    assert issubclass(tf.contrib.seq2seq.AttentionWrapper, tf.contrib.rnn.RNNCell)
    assert issubclass(tf.contrib.opt.AdamWOptimizer, tf.train.Optimizer)


@pytest.mark.parametrize(
    "path",
    ["contrib.seq2seq.python.ops.attention_wrapper", "contrib.crf.python.ops.crf", "contrib.slim.nets",
     "contrib.rnn.python.ops.core_rnn_cell", "contrib.framework.python.ops.arg_scope"],
)  # fmt: skip
def test_old_code_finds_the_modules_inside(path):
    assert answers.find("tensorflow." + path).__name__


def test_a_kernel_that_is_gone_says_so():
    with pytest.raises(NotImplementedError, match="ImageConnectedComponents was an op of tf.contrib whose kernel"):
        tf.contrib.image.connected_components(tf.constant([[True]]))
    with pytest.raises(AttributeError, match="tf.contrib.resampler was kernels that today's"):
        tf.contrib.resampler  # noqa: B018


def test_beams_are_followed_back_as_by_hand():
    random = np.random.RandomState(0)
    ids, parents = random.randint(1, 9, (6, 2, 3)), random.randint(0, 3, (6, 2, 3))
    lengths, expected = [6, 4], np.full((6, 2, 3), 8)
    for batch, length in enumerate(lengths):
        for beam in range(3):
            row, at = [], beam
            for step in reversed(range(length)):
                row.insert(0, ids[step, batch, at])
                at = parents[step, batch, at]
            row = row[: row.index(8)] if 8 in row else row
            expected[: len(row), batch, beam] = row
    with tf.Graph().as_default(), tf.Session() as session:
        found = tf.contrib.seq2seq.gather_tree(*(tf.constant(each, tf.int32) for each in (ids, parents, lengths, 8)))
        assert found.op.type == "GatherTree" and found.shape == (6, 2, 3)
        np.testing.assert_array_equal(session.run(found), expected)
        wrong = tf.contrib.seq2seq.gather_tree(
            *(tf.constant(each, tf.int32) for each in (ids, parents + 3, lengths, 8))
        )
        with pytest.raises(tf.errors.InvalidArgumentError):
            session.run(wrong)


def test_check_says_carried():
    for name in ("distributions.MultivariateNormalDiag", "seq2seq.BeamSearchDecoder", "crf", "layers.spatial_softmax"):
        assert judging.judge(f"tensorflow.contrib.{name}").status in (verdicts.CARRIED, verdicts.DIFFERS)
    assert judging.judge("tensorflow.contrib.resampler").status == verdicts.NOT_CARRIED


def test_nothing_is_fetched_for_what_is_carried_without_it(tmp_path):
    code = (
        "from legacy_tf import tf; tf.contrib.layers.conv2d, tf.contrib.slim.losses.log_loss, tf.contrib.rnn.GRUCell\n"
        "dir(tf.contrib.distributions), tf.contrib.distributions.Normal\n"
        "tf.contrib.crf\n"
        "try: tf.contrib.crf.crf_decode\n"
        "except ImportError as error: print(error)"
    )
    environment = {**os.environ, "LEGACY_TF_WHEEL": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=600)
    assert run.stdout.startswith("TensorFlow 1.15.5's own Python source is not in"), run.stderr
