"""Homework 6's autoencoder and denoiser beyond their goldens: data, lines, pictures, the erratum, how they learn."""

import json

import numpy as np
import pytest
from PIL import Image

from legacy_tf.data.sources import SAMPLE
from reproductions.common import loop, records
from reproductions.homework6 import autoencoder, autoencoder_results, denoiser

# losses that the author's own notebook printed (github.com/LeanderLXZ/gan-aec): {step: (loss, how far another start may
# be from it)}
AUTHORS = {1: (0.6919, 0.01), 10: (0.6331, 0.05), 100: (0.2159, 0.03)}
SMALL = ["--quick", "--steps", "6", "--batch-size", "50"]


def trained(program, out, *arguments):
    """result.json's numbers of a run."""
    assert loop.main(program.options([*arguments, "--out", str(out)]), program.build) == 0
    return json.loads((out / "result.json").read_text())["numbers"]


def test_the_documents_values_are_the_defaults():
    for program in (autoencoder, denoiser):
        options = program.options([])
        assert (options.epochs, options.batch_size, program.LEARNING_RATE) == (20, 200, 0.001)
    assert denoiser.NOISE_FACTOR == 0.5 and not denoiser.options([]).as_printed


@pytest.mark.parametrize("program, rows", [(autoencoder, 2), (denoiser, 3)])
def test_a_run_leaves_what_it_should(tmp_path, capsys, program, rows):
    out = tmp_path / "run"
    numbers = trained(program, out, *SMALL, "--print-as-document")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Epoch")]
    losses = records.read_losses(out)["cost"]
    assert lines == [f"Epoch: 1/20... Training loss: {loss:.4f}" for loss in losses] and len(lines) == 6
    assert numbers["epoch_means"] == [pytest.approx(losses.mean())]
    assert numbers["last_epoch"]["min"] == losses.min() and numbers["last_epoch"]["max"] == losses.max()
    assert 0.3 < numbers["test_cost"] < 0.7
    picture = np.array(Image.open(out / "reconstructions.png"))
    assert picture.shape == (2 * (rows * 30 - 2), 2 * (10 * 30 - 2))
    assert {path.name for path in out.iterdir()} >= {"losses.png", "reconstructions.gif", "losses.csv"}


def test_without_the_option_nothing_is_printed(tmp_path, capsys):
    trained(autoencoder, tmp_path / "run", *SMALL)
    assert "Epoch" not in capsys.readouterr().out


@pytest.mark.parametrize("program", [autoencoder, denoiser])
def test_a_run_in_two_parts_is_the_same(tmp_path, program):
    whole = trained(program, tmp_path / "whole", *SMALL)
    trained(program, tmp_path / "parts", *SMALL, "--steps", "3")
    assert trained(program, tmp_path / "parts", *SMALL, "--resume") == whole


def digits(tf, noise=None):
    tf.set_random_seed(3)
    options = autoencoder.options(["--data-dir", str(SAMPLE), "--batch-size", "100"])
    return autoencoder_results.Digits(None, options, noise)


def test_all_training_digits_are_trained_on(tf, mnist_directory):
    options = autoencoder.options(["--data-dir", str(mnist_directory)])
    assert autoencoder_results.Digits(None, options).images == 60_000


def test_inputs_are_targets(tf):
    data = digits(tf)
    inputs, targets = data.batch()
    assert inputs.shape == (100, 28, 28, 1) and inputs.dtype == np.float32
    assert np.array_equal(inputs, targets) and inputs.min() == 0 and inputs.max() == 1


def test_the_noise_is_numpys(tf):
    """The batch is next_batch's, the noise what np.random.randn gives after it."""
    data = digits(tf, denoiser.add_noise)
    noisy, clean = data.batch()
    plain = digits(tf)
    assert np.array_equal(clean, plain.batch()[0])
    np.testing.assert_array_equal(noisy, np.clip(clean + 0.5 * np.random.randn(*clean.shape), 0, 1))
    assert noisy.min() == 0 and noisy.max() == 1
    # of black pixels half stay black, a few are white: Φ(−2)
    black = noisy[clean == 0]
    assert np.mean(black == 0) == pytest.approx(0.5, abs=0.01) and np.mean(black == 1) == pytest.approx(
        0.023, abs=0.005
    )


@pytest.mark.parametrize("as_printed", [True, False])
def test_as_printed_conv5_is_dead(tf, as_printed):
    graph = denoiser.build_graph(as_printed=as_printed)
    gradients = dict(
        zip((v.op.name for v in tf.trainable_variables()), tf.gradients(graph.cost, tf.trainable_variables()))
    )
    dead = sorted(name for name, gradient in gradients.items() if gradient is None)
    assert dead == (["conv2d_4/bias", "conv2d_4/kernel"] if as_printed else [])
    kernel = {v.op.name: v.shape.as_list() for v in tf.trainable_variables()}["conv2d_5/kernel"]
    assert kernel == [3, 3, 16 if as_printed else 32, 32]


def test_the_code_is_16_3_percent(tf):
    code = autoencoder.build_graph().encoded.shape.as_list()[1:]
    assert code == [4, 4, 8] and round(100 * np.prod(code) / 784, 1) == 16.3


def test_it_learns_as_the_authors_did(tmp_path, mnist_directory):
    """Another start (the author's seed is not known), so not the author's numbers: the same way down."""
    trained(
        autoencoder, tmp_path / "run", "--data-dir", str(mnist_directory), "--steps", "100", "--sample-every", "100"
    )
    cost = records.read_losses(tmp_path / "run")["cost"]
    for step, (authors, apart) in AUTHORS.items():
        assert cost[step - 1] == pytest.approx(authors, abs=apart), step
