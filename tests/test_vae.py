"""Lecture 13's VAE beyond its goldens: formulas against NumPy, the curve's points, what it shows, and how it ends."""

import json

import numpy as np
import pytest

from reproductions.common import loop
from reproductions.lecture13 import latent_loss, vae, vae_results


def trained(tmp_path, *arguments):
    """result.json of a run of the program."""
    out = tmp_path / "run"
    assert loop.main(vae.options([*arguments, "--out", str(out)]), vae.build) == 0
    return out, json.loads((out / "result.json").read_text())


@pytest.fixture
def session(tf):
    with tf.Session() as session:
        yield session


@pytest.mark.parametrize("loss", ["gaussian", "bernoulli", "cross-entropy"])
def test_the_losses_are_the_slides_formulas(tf, session, loss):
    rng = np.random.RandomState(3)
    x, z_mu, z_var = rng.uniform(size=(4, 5)), rng.normal(size=(4, 2)), rng.normal(size=(4, 2))
    logits, x_var = rng.normal(size=(4, 5)), rng.normal(size=(4, 5))
    x_mu = logits if loss == "gaussian" else 1 / (1 + np.exp(-logits))
    kl = 0.5 * np.sum(np.exp(z_var) + z_mu**2 - 1 - z_var, axis=1)
    if loss == "gaussian":
        recon = np.sum(x_var / 2 + (x - x_mu) ** 2 / (2 * np.exp(x_var)), axis=1)
    else:
        recon = -np.sum(x * np.log(x_mu) + (1 - x) * np.log(1 - x_mu), axis=1)
    tensors = [tf.constant(array, tf.float32) for array in (x, z_mu, z_var, x_mu, x_var, logits)]
    for as_printed, sign in ((False, 1), (True, -1)):
        ours = session.run(vae.L(*tensors, loss, as_printed))
        np.testing.assert_allclose(ours, [sign * kl, recon], rtol=1e-5)


def test_variants_are_refused_in_words(tf):
    with pytest.raises(ValueError, match="loss must be 'gaussian', 'bernoulli' or 'cross-entropy', not 'huber'"):
        vae.build_graph(loss="huber")
    for arguments in (["--architecture", "e"], ["--loss", "l2"], ["--z-dim", "0"], ["--activation", "tanh"]):
        with pytest.raises(SystemExit) as stopped:
            vae.options(arguments)
        assert stopped.value.code == 2


def test_each_architecture_has_its_batch_size():
    assert [vae.options(["--architecture", name]).batch_size for name in "abcd"] == [64, 100, 640, 128]
    assert vae.options(["--architecture", "b", "--batch-size", "7"]).batch_size == 7


def test_the_curve():
    """t ~ U(0, 1), radius √t, angle πt/4: all points near the curve, with the noise that grows as t²."""
    x = vae_results.points(np.random.RandomState(1), 20_000)
    radius, angle = np.hypot(*x.T), np.arctan2(x[:, 1], x[:, 0])
    inner = radius < 0.5
    assert np.abs(angle[inner] - np.pi / 4 * radius[inner] ** 2).max() < 0.1
    assert abs(np.mean(radius) - 2 / 3) < 0.01
    t = np.random.RandomState(1).uniform(size=20_000)
    exact = np.sqrt(t)[:, None] * np.stack([np.cos(np.pi * t / 4), np.sin(np.pi * t / 4)], axis=1)
    np.testing.assert_allclose(np.std((x - exact)[t > 0.95]), 0.1 * 0.95, rtol=0.1)


def test_a_quick_run_shows_everything(tmp_path, capsys):
    out, result = trained(
        tmp_path, "--quick", "--architecture", "b", "--z-dim", "2", "--steps", "20", "--sample-every", "10"
    )
    names = {path.name for path in out.iterdir()}
    assert names >= {
        "reconstructions.png", "samples.png", "interpolation.png", "latent_space.png", "manifold.png", "losses.png",
        "samples.gif", "losses.csv", "result.json",
    }  # fmt: skip
    assert 150 < result["numbers"]["test_loss"] < 400
    assert result["configuration"]["z_dim"] == 2 and result["steps"] == 20


def test_the_curve_runs(tmp_path):
    out, result = trained(tmp_path, "--architecture", "c", "--steps", "30", "--sample-every", "30")
    assert (out / "curve.png").exists() and 0 < result["numbers"]["rms"] < 0.5


def test_the_curve_with_two_latent_variables(tmp_path):
    """There is no line to draw then; it must not cost the run."""
    trained(tmp_path, "--architecture", "c", "--z-dim", "2", "--steps", "4", "--sample-every", "2")


def test_the_printed_sign_ends_in_infinity(mnist_directory):
    """docs/errata.md: after 4 steps as printed; corrected, 30 steps pass and σ stays near 1."""
    result = latent_loss.courses(str(mnist_directory))
    printed, corrected = result[True][0], result[False][0]
    assert len(printed) == 4 and np.isinf(printed[3][0]) and printed[3][2] > 50
    np.testing.assert_allclose([loss for loss, _, _ in printed[:3]], [601.14, 434.68, 198.02], atol=0.5)
    assert len(corrected) == latent_loss.STEPS and 200 < corrected[-1][0] < 220
    assert all(0.5 < sigma < 1.5 for _, _, sigma in corrected)
    # the first step sees one start and one batch: the same, but for the sign
    assert printed[0][1] == -corrected[0][1]


def test_the_test_loss_that_the_literature_reports(tmp_path, mnist_directory):
    """784–400–20–400–784, ReLU, Adam 1e-3, batch 128, 10 epochs of 60 000: 105.6 nats (PyTorch's example: 105.589).
    Grey pixels are taken as probabilities; they are not binarized."""
    arguments = ["--architecture", "d", "--validation-size", "0", "--data-dir", str(mnist_directory)]
    out, result = trained(tmp_path, *arguments, "--sample-every", "5000")
    assert abs(result["numbers"]["test_loss"] - 105.6) < 0.7
    by_epoch = json.loads((out / "epochs.json").read_text())
    losses = [by_epoch[str(epoch)]["test_loss"] for epoch in range(1, 11)]
    assert losses[0] > losses[4] > losses[9] == result["numbers"]["test_loss"]
