"""DCGAN's training: what each step moves, what UPDATE_OPS are for, entries, objectives, sizes, the command line.

That the default graph is TensorFlow 1.15.5's is in test_golden.py.
"""

import argparse
import json

import numpy as np
import pytest
from PIL import Image

from legacy_tf.data.sources import SAMPLE
from reproductions.common import loop, records
from reproductions.lecture13 import dcgan, dcgan_results

NARROW = 1 / 128
BATCH = 8
# four steps an epoch, of the embedded sample
SMALL = ["--quick", "--steps", "4", "--image-size", "32", "--batch-size", "100", "--validation-size", "9600"]


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Directories of two short runs: with UPDATE_OPS and without."""
    result = {}
    for name, more in (("normal", []), ("without", ["--no-update-ops"])):
        result[name] = tmp_path_factory.mktemp("dcgan") / name
        assert loop.main(dcgan.options([*SMALL, "--out", str(result[name]), *more]), dcgan.build) == 0
    return result


def numbers(out):
    return json.loads((out / "result.json").read_text())["numbers"]


def difference(runs, picture):
    """The largest between two runs' pictures, in grey levels of 255."""
    return np.abs(np.subtract(*(np.array(Image.open(out / picture), int) for out in runs.values()))).max()


def feeds(graph, seed=0, isTrain=True):
    rng = np.random.RandomState(seed)
    x = rng.uniform(-1, 1, (BATCH, *graph.x.shape.as_list()[1:]))
    return {graph.x: x, graph.z: rng.normal(size=(BATCH, 1, 1, dcgan.Z_DIM)), graph.isTrain: isTrain}


def test_a_run_leaves_what_it_should(runs):
    out = runs["normal"]
    names = {path.name for path in out.iterdir()}
    pictures = {"samples.png", "samples-isTrain-True.png", "interpolation.png", "losses.png", "samples.gif"}
    assert names >= pictures | {"run.json", "losses.csv", "epochs.json", "result.json", "events", "checkpoints"}
    losses = records.read_losses(out)
    assert set(losses) == {"step", "epoch", "D_loss", "G_loss"} and losses["step"].tolist() == [1, 2, 3, 4]
    assert losses["D_loss"][-1] < losses["D_loss"][0]  # the first steps are D's
    assert set(json.loads((out / "epochs.json").read_text())["1"]) == {"label_entropy", "confidence"}
    real = numbers(out)["test digits"]
    assert real["label_entropy"] > 2.29 and real["confidence"] > 0.97
    assert set(real) == {"label_entropy", "confidence", "shares"} == set(numbers(out)["samples, isTrain False"])
    assert json.loads((out / "run.json").read_text())["width"] == 1 / 16  # what --quick means here


def test_without_update_ops_only_the_moving_averages_stay_behind(runs):
    normal, without = numbers(runs["normal"]), numbers(runs["without"])
    assert set(without["moving averages"].values()) == {0.0}
    assert min(normal["moving averages"].values()) > 0.005
    # nothing else has changed: the training is the same, and so are the samples by the batch's own statistics
    for name in ("D_loss", "G_loss"):
        losses = [records.read_losses(runs[each])[name] for each in ("normal", "without")]
        np.testing.assert_array_equal(*losses)
    assert difference(runs, "samples-isTrain-True.png") <= 1


def test_a_run_in_two_parts_is_the_same(runs, tmp_path):
    for more in (["--steps", "2"], ["--resume"]):
        assert loop.main(dcgan.options([*SMALL, "--out", str(tmp_path / "run"), *more]), dcgan.build) == 0
    for name in ("D_loss", "G_loss"):
        whole, parts = (records.read_losses(out)[name] for out in (runs["normal"], tmp_path / "run"))
        np.testing.assert_array_equal(parts, whole)
    assert difference({"whole": runs["normal"], "parts": tmp_path / "run"}, "samples.png") <= 1


@pytest.mark.parametrize(
    "entry, objective, image_size",
    [("conv", "max log D", 64), ("fc", "min log(1-D)", 64), ("conv", "min log(1-D)", 32), ("fc", "max log D", 32)],
)
def test_each_step_trains_its_own_network(tf, entry, objective, image_size):
    tf.set_random_seed(1)
    graph = dcgan.build_graph(entry, objective, NARROW, image_size)
    assert graph.x.shape.as_list() == graph.G_z.shape.as_list() == [None, image_size, image_size, 1]
    assert graph.D_real.shape.as_list() == graph.D_fake.shape.as_list() == [None, 1, 1, 1]
    networks = [tf.trainable_variables(name) for name in ("discriminator", "generator")]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        D_fake, G_loss = session.run([graph.D_fake, graph.G_loss], feeds(graph))
        expected = -np.mean(np.log(D_fake)) if objective == "max log D" else np.mean(np.log(1 - D_fake))
        assert G_loss == pytest.approx(expected, rel=1e-5)
        for optim, mine, other in ((graph.D_optim, *networks), (graph.G_optim, *networks[::-1])):
            before = session.run([mine, other])
            session.run(optim, feeds(graph))
            after = session.run([mine, other])
            assert all(np.array_equal(a, b) for a, b in zip(before[1], after[1]))
            moved = [v.op.name for v, a, b in zip(mine, before[0], after[0]) if not np.array_equal(a, b)]
            assert [v.op.name for v in mine if v.op.name.endswith("kernel")] == [n for n in moved if "kernel" in n]


@pytest.mark.parametrize("update_ops", [True, False])
def test_moving_averages_after_one_step(tf, update_ops):
    """By hand: momentum 0.99, once for the generator's only pass; the discriminator's, for two passes."""
    graph = dcgan.build_graph(width=NARROW, image_size=32, update_ops=update_ops)
    averages = [v for v in tf.global_variables() if v.op.name.endswith("/moving_mean")]
    first = tf.get_default_graph().get_tensor_by_name("generator/conv2d_transpose/BiasAdd:0")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        mean = session.run(first, feeds(graph)).mean(axis=(0, 1, 2))
        session.run(graph.D_optim, feeds(graph))
        values = dict(zip((v.op.name for v in averages), session.run(averages)))
    if update_ops:
        np.testing.assert_allclose(values["generator/batch_normalization/moving_mean"], 0.01 * mean, rtol=1e-3)
        assert all(np.abs(value).max() > 0 for value in values.values())
    else:
        assert all(np.abs(value).max() == 0 for value in values.values())


@pytest.mark.parametrize("update_ops", [True, False])
def test_without_update_ops_samples_break(tf, update_ops):
    """The averages of one batch again and again: what isTrain=False makes of them is what isTrain=True makes."""
    tf.set_random_seed(1)
    graph = dcgan.build_graph(width=1 / 32, image_size=32, update_ops=update_ops)
    weights = tf.global_variables("generator/.*(gamma|kernel)")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run([tf.assign(weight, 3 * weight) for weight in weights])  # far from where it started
        for _ in range(400):
            session.run(graph.D_optim, feeds(graph))  # which leaves the generator's weights alone
        by_batch, by_averages = (session.run(graph.G_z, feeds(graph, isTrain=way)) for way in (True, False))
    correlation = np.corrcoef(by_batch.ravel(), by_averages.ravel())[0, 1]
    assert correlation > 0.999 if update_ops else correlation < 0.9


def test_the_data_are_the_documents(tf):
    options = dcgan.options(["--data-dir", str(SAMPLE), "--width", str(NARROW), "--batch-size", "50"])
    tf.set_random_seed(5)
    graph = dcgan.build_graph(width=options.width)
    data = dcgan_results.Digits(graph, options)
    images, z_D, z_G = data.batch()
    assert images.shape == (50, 784) and z_D.shape == z_G.shape == (50, 1, 1, 100) and not np.array_equal(z_D, z_G)
    assert abs(z_D.mean()) < 0.06 and z_D.std() == pytest.approx(1, abs=0.05)
    with tf.Session() as session:
        x = data.resized(session, images)
    assert x.shape == (50, 64, 64, 1) and x.dtype == np.float32 and x.min() == -1 and 0.9 < x.max() <= 1
    # row i comes from row i·28/64: every 16th is one of the digit's own
    np.testing.assert_allclose(x[:, ::16, ::16, 0], images.reshape(-1, 28, 28)[:, ::7, ::7] * 2 - 1, atol=1e-6)


def test_the_training_starts_from_the_graphs_own_values(tf):
    """What `build` adds to the graph comes after it, and moves no seed."""
    options = dcgan.options(["--data-dir", str(SAMPLE), "--width", str(NARROW), "--image-size", "32"])
    seeds = []
    for build in (lambda: dcgan.build_graph(width=NARROW, image_size=32), lambda: dcgan.build(options)):
        tf.reset_default_graph()
        tf.set_random_seed(5)
        build()
        ops = tf.get_default_graph().get_operations()
        seeds.append({op.name: op.get_attr("seed2") for op in ops if "seed2" in op.node_def.attr})
    assert seeds[0] == seeds[1] and len(seeds[0]) >= 8


def test_the_documents_values_are_the_defaults():
    options = dcgan.options([])
    assert (options.epochs, options.batch_size, options.image_size, options.width) == (20, 100, 64, 1.0)
    assert dcgan.options(["--width", "1/8"]).width == 0.125
    assert (options.entry, options.objective, options.no_update_ops) == ("conv", "max-log-d", False)
    assert (dcgan.LEARNING_RATE, dcgan.BETA1, dcgan.Z_DIM) == (2e-4, 0.5, 100)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--image-size", "48"], "48 doesn't fit: the stages double the side from 4 on"),
        (["--image-size", "big"], "big doesn't fit"),
        (["--width", "0.005"], "0.005 leaves layers without channels: 1/128 is the least"),
        (["--width", "2"], "in (0, 1]"),
        (["--objective", "max log"], "'max log'"),
    ],
)
def test_what_the_command_line_refuses(capsys, arguments, words):
    with pytest.raises(SystemExit) as error:
        dcgan.options(arguments)
    assert error.value.code == 2 and words in capsys.readouterr().err.splitlines()[-1]


def test_too_many_validation_digits_are_one_line(tmp_path, capsys):
    arguments = ["--quick", "--out", str(tmp_path / "out"), "--validation-size", "10001"]
    assert loop.main(dcgan.options(arguments), dcgan.build) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("lecture13/dcgan: validation_size is between 0 and 10000")


def test_what_build_graph_refuses(tf):
    for change in ({"image_size": 28}, {"width": 0.001}, {"entry": "dense"}, {"objective": "max"}):
        with pytest.raises(ValueError, match="must be"):
            dcgan.build_graph(**{"width": NARROW, **change})


def test_types_name_the_value():
    with pytest.raises(argparse.ArgumentTypeError, match="64"):
        dcgan.size("63")
