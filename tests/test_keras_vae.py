"""Homework 6's Keras VAE beyond its goldens: RMSprop and loss against NumPy, batches as `fit` makes them, runs, errors.

That it starts and trains as Keras 2.3.1 on TensorFlow 1.15.5 does is in test_golden.py.
"""

import json

import numpy as np
import pytest
from PIL import Image

from legacy_tf.data.sources import SAMPLE
from reproductions.common import loop, records
from reproductions.homework6 import keras_vae, keras_vae_results

# 40 training digits of the embedded 12 000, so that an epoch has 16 + 16 + 8
IMAGES, VALIDATION = 40, 30


def small(read=keras_vae_results.read):
    """`read` with fewer digits than there are."""

    def reading(options):
        training, (validation, digits) = read(options)
        return training[:IMAGES], (validation[:VALIDATION], digits[:VALIDATION])

    return reading


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Directories of two runs of two epochs: corrected, and as printed."""
    result = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keras_vae_results, "read", small())
        for name, more in (("corrected", []), ("printed", ["--as-printed"])):
            result[name] = tmp_path_factory.mktemp("keras_vae") / name
            assert trained(result[name], "--steps", "6", *more) == 0
    return result


def trained(out, *more):
    arguments = ["--quick", "--sample-every", "4", "--out", str(out), *more]
    return loop.main(keras_vae.options(arguments), keras_vae.build)


def numbers(out):
    return json.loads((out / "result.json").read_text())["numbers"]


def losses(out):
    return [records.read_losses(out)[name] for name in ("loss", "recon_loss", "latent_loss")]


def test_rmsprop_is_keras(tf):
    """Against NumPy in float64, for gradients from 1e-9, where ε decides, to 10."""
    gradients = np.array([[1e-9, -1e-7, 1e-3, -1.0], [10.0, 2e-8, -0.5, 0.0]])
    p = tf.get_variable("p", initializer=np.linspace(-1, 1, 8, dtype=np.float32).reshape(2, 4))
    g = tf.placeholder(tf.float32, [2, 4])
    step = keras_vae.rmsprop(tf.reduce_sum(g * p), [p])
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        expected, a = session.run(p).astype(np.float64), np.zeros((2, 4))
        for factor in (1, -0.3, 2, 0):
            a = 0.9 * a + 0.1 * (factor * gradients) ** 2
            expected -= 0.001 * factor * gradients / (np.sqrt(a) + 1e-7)
            session.run(step, {g: factor * gradients})
            np.testing.assert_allclose(session.run(p), expected, atol=3e-7)
        accumulator = session.graph.get_tensor_by_name("p/accumulator:0")
        np.testing.assert_allclose(session.run(accumulator), a, rtol=1e-5)
    assert tf.trainable_variables() == [p]


@pytest.mark.parametrize("as_printed", [False, True])
def test_the_loss_is_the_documents(tf, as_printed):
    graph = keras_vae.build_graph(as_printed)
    rng = np.random.RandomState(2)
    x, decoded = rng.uniform(size=(2, 5, 28, 28, 1))
    decoded[0, 0] = [[0.0]]  # a probability that Keras clips
    mu, s, epsilon = rng.normal(size=(3, 5, 2))
    kl = 0.5 * np.sum(np.exp(s) + mu**2 - 1 - s, axis=1)
    p = np.clip(decoded, 1e-7, 1 - 1e-7)
    recon = -np.mean(x * np.log(p + 1e-7) + (1 - x) * np.log(1 - p + 1e-7))
    feed = {graph.input_img: x, graph.z_decoded: decoded, graph.z_mu: mu, graph.z_log_sigma: s, graph.epsilon: epsilon}
    fetches = [graph.recon_loss, graph.latent_loss, graph.loss, graph.sigma, graph.z]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        ours = session.run(fetches, feed)
    sigma = np.exp(s) if as_printed else np.exp(s / 2)
    for value, expected in zip(ours, (recon, 5e-4 * kl, recon + 5e-4 * kl.mean(), sigma, mu + sigma * epsilon)):
        np.testing.assert_allclose(value, expected, rtol=2e-5)


def test_the_two_divergences():
    """docs/errata.md: what the KL term says of one code, and what is sampled as printed."""
    at = np.array([-4.0, -2.0, 0.0, 1.0])
    term, sampled = (
        [round(keras_vae_results.divergence(np.zeros((1, 1)), np.full((1, 1), variance)), 3) for variance in variances]
        for variances in (np.exp(at), np.exp(at) ** 2)
    )
    assert term == [1.509, 0.568, 0.0, 0.359]
    assert sampled == [3.5, 1.509, 0.0, 2.195]


def test_an_epoch_as_fit_makes_it():
    """One array of indices, shuffled where it stands at the start of each epoch; the last batch is what is left."""
    training = np.arange(IMAGES * 784, dtype=np.int64).reshape(IMAGES, 28, 28, 1) // 784 * 5
    data = keras_vae_results.Digits(None, training.astype(np.uint8), None, None, 16)
    np.random.seed(3)
    batches = [data.batch() for _ in range(7)]
    assert [len(batch) for batch in batches] == [16, 16, 8, 16, 16, 8, 16]
    assert all(batch.dtype == np.float32 and batch.shape[1:] == (28, 28, 1) for batch in batches)
    served = np.rint(np.concatenate([batch[:, 0, 0, 0] for batch in batches[:6]]) * 51).astype(int)
    order = np.arange(IMAGES)
    np.random.seed(3)
    for epoch in (served[:IMAGES], served[IMAGES:]):
        np.random.shuffle(order)
        assert epoch.tolist() == order.tolist()


def test_the_data():
    options = keras_vae.options(["--data-dir", str(SAMPLE), "--validation-size", "100"])
    training, (validation, digits) = keras_vae_results.read(options)
    assert training.shape == (9900 + 2000, 28, 28, 1) and validation.shape == (100, 28, 28, 1)
    assert training.dtype == validation.dtype == np.uint8 and training.max() == 255
    assert digits[:5].tolist() == [5, 0, 4, 1, 9]  # the first of MNIST


def test_a_run_leaves_what_it_should(runs):
    out = runs["corrected"]
    names = {path.name for path in out.iterdir()}
    pictures = {"latent_space.png", "manifold.png", "losses.png", "latent_space.gif", "manifold.gif"}
    assert names >= pictures | {"run.json", "losses.csv", "epochs.json", "result.json", "events", "checkpoints"}
    assert Image.open(out / "manifold.png").size == (598, 598)  # 20 digits of 28 pixels, and 2 between them
    assert set(json.loads((out / "epochs.json").read_text())) == {"1", "2"}  # of three steps each
    loss, recon_loss, latent_loss = losses(out)
    np.testing.assert_allclose(loss, recon_loss + latent_loss, rtol=1e-5)
    assert abs(loss[0] - np.log(2)) < 0.01 and loss[-1] < loss[0]
    ours = numbers(out)
    assert ours["val_loss"] == pytest.approx(ours["val_recon_loss"] + ours["val_latent_loss"], rel=1e-5)
    assert ours["val_latent_loss"] == pytest.approx(5e-4 * ours["kl_term"], rel=1e-4)
    assert ours["kl_sampled"] == pytest.approx(ours["kl_term"], rel=1e-5)


def test_as_printed_another_distribution_is_sampled(runs):
    corrected, printed = (losses(runs[name])[0] for name in ("corrected", "printed"))
    assert corrected[0] == pytest.approx(printed[0], abs=1e-5)  # one start, where the decoder hardly looks at z
    assert abs(corrected[-1] - printed[-1]) > 1e-4
    printed = numbers(runs["printed"])
    assert printed["val_latent_loss"] == pytest.approx(5e-4 * printed["kl_term"], rel=1e-4)
    assert abs(printed["kl_sampled"] / printed["kl_term"] - 1) > 0.05


def test_a_run_in_two_parts_is_the_same(runs, tmp_path, monkeypatch):
    """The second part begins within an epoch, after a validation that has drawn from ε."""
    monkeypatch.setattr(keras_vae_results, "read", small())
    for more in (["--steps", "4"], ["--resume", "--steps", "6"]):
        assert trained(tmp_path / "run", *more) == 0
    for whole, parts in zip(losses(runs["corrected"]), losses(tmp_path / "run")):
        np.testing.assert_array_equal(parts, whole)
    whole, parts = (json.loads((out / "epochs.json").read_text()) for out in (runs["corrected"], tmp_path / "run"))
    assert [epoch["val_loss"] for epoch in parts.values()] == [epoch["val_loss"] for epoch in whole.values()]


def test_the_start_is_the_seeds_alone(tf):
    """Whatever the graph's seed was; and no draw of Keras' is left out: 10 kernels, ε twice, and Flatten's name."""
    starts = []
    for graph_seed in (1, 2):
        tf.reset_default_graph()
        tf.set_random_seed(graph_seed)
        np.random.seed(keras_vae.SEED)
        graph = keras_vae.build_graph()
        ops = [op for op in graph.loss.graph.get_operations() if "seed2" in op.node_def.attr]
        starts.append([(op.get_attr("seed"), op.get_attr("seed2")) for op in ops])
        after = np.random.randint(10**7)
    assert starts[0] == starts[1] and len(starts[0]) == 11 and {seed for seed, _ in starts[0]} == {87654321}
    rng = np.random.RandomState(keras_vae.SEED)
    drawn = [rng.randint(high) for high in [10**7] * 4 + [10**4] + [10**7] * 8]
    assert [seed2 for _, seed2 in starts[0]] == [drawn[i] for i in (0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12)]
    assert after == rng.randint(10**7)


def test_the_documents_values_are_the_defaults():
    options = keras_vae.options([])
    assert (options.epochs, options.batch_size, options.seed, options.validation_size) == (7, 16, 237, 5000)
    assert not options.as_printed


def test_what_is_refused(tmp_path, capsys):
    for arguments in (["--validation-size", "0"], ["--batch-size", "none"]):
        with pytest.raises(SystemExit) as stopped:
            keras_vae.options(arguments)
        assert stopped.value.code == 2 and arguments[1] in capsys.readouterr().err.splitlines()[-1]
    assert trained(tmp_path / "out", "--validation-size", "10001") == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("homework6/keras_vae: validation_size is between 0 and 10000")
    assert not (tmp_path / "out" / "run.json").exists()
