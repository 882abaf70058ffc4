"""Homework 6's GAN beyond its goldens: data, labels, lines, the errata's numbers, faces."""

import contextlib
import io
import json
import re

import numpy as np
import pytest
from PIL import Image

from legacy_tf.data.sources import SAMPLE
from legacy_tf.examples.tutorials.mnist import input_data
from reproductions.common import loop, records
from reproductions.homework6 import gan, gan_results

SMALL = ["--quick", "--steps", "20", "--batch-size", "4"]
LINE = r"Epoch: 1/2 \| Steps: (\d+) \| Discriminator Loss: (\d+\.\d{4}) \| Generator Loss: (\d+\.\d{4})"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A short run as printed: see `trained`."""
    return trained(tmp_path_factory.mktemp("gan") / "run", *SMALL, "--as-printed")


def flat(numbers):
    """{path: number} of nested dicts and lists."""
    if not isinstance(numbers, (dict, list)):
        return {"": numbers}
    items = numbers.items() if isinstance(numbers, dict) else enumerate(numbers)
    return {f"{name}/{rest}": number for name, inner in items for rest, number in flat(inner).items()}


def same_but_for_races(parts, whole):
    """To the bit, but for the discriminator's moving averages: two batches move them, and nothing orders the two."""
    parts, whole = flat(parts), flat(whole)
    races = [name for name in whole if "by_averages" in name]
    assert len(races) == 4
    assert [parts.pop(name) for name in races] == pytest.approx([whole.pop(name) for name in races], rel=0.01)
    assert parts == whole


def trained(out, *arguments):
    """(directory, numbers, what it printed) of a run."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        assert loop.main(gan.options([*arguments, "--out", str(out)]), gan.build) == 0
    return out, json.loads((out / "result.json").read_text())["numbers"], printed.getvalue()


def test_the_documents_values_are_the_defaults():
    options = gan.options([])
    assert (options.dataset, options.epochs, options.batch_size, options.sample_every) == ("mnist", 2, 32, 100)
    assert gan.options(["--dataset", "celeba"]).epochs == 1
    assert (gan.BETA1, gan.Z_DIM, gan.KEEP_PROB, gan.ALPHA, gan.PRINT_EVERY) == (0.5, 100, 0.9, 0.2, 10)


def test_a_run_leaves_what_it_should(run):
    out, numbers, _ = run
    names = {path.name for path in out.iterdir()}
    assert names >= {"samples.png", "samples-dropout.png", "samples-no-dropout.png", "losses.png", "samples.gif"}
    assert np.array(Image.open(out / "samples.png")).shape == (3 * 148, 3 * 148)  # 5 x 5
    losses = records.read_losses(out)
    assert losses["step"].tolist() == list(range(1, 21)) and not np.isnan(losses["d_loss"]).any()
    printed = losses["printed d_loss"]
    assert np.flatnonzero(~np.isnan(printed)).tolist() == [9, 19]
    last = numbers["last printed lines"]
    assert last["lines"] == 2 and last["d_loss"]["max"] == np.nanmax(printed)


def test_a_line_every_ten_steps(run):
    out, _, printed = run
    losses = records.read_losses(out)
    expected = [
        (str(step), f"{losses['printed d_loss'][step - 1]:.4f}", f"{losses['printed g_loss'][step - 1]:.4f}")
        for step in (10, 20)
    ]
    assert re.findall(LINE, printed) == expected


def test_a_run_in_two_parts_is_the_same(run, tmp_path):
    """With the dropouts' streams, and those of the pictures and printed lines, at their places."""
    out, numbers, _ = run
    trained(tmp_path / "parts", *SMALL, "--as-printed", "--steps", "11")
    _, parts, _ = trained(tmp_path / "parts", *SMALL, "--as-printed", "--resume")
    same_but_for_races(parts, numbers)
    whole, parts = (records.read_losses(each) for each in (out, tmp_path / "parts"))
    for name in whole:
        np.testing.assert_array_equal(parts[name], whole[name])


@pytest.mark.parametrize("as_printed, low", [(True, -0.5), (False, -1.0)])
def test_the_data_are_the_documents(tf, mnist_directory, as_printed, low):
    """The training images in their order, epoch for epoch, scaled in float32; codes from U(−1, 1)."""
    options = gan.options(["--data-dir", str(mnist_directory), *(["--as-printed"] if as_printed else [])])
    tf.set_random_seed(1)
    data = gan_results.Digits(options)
    assert data.images == 60_000 and data.images // options.batch_size * options.epochs == 3750
    batches = [data.batch() for _ in range(1876)]
    mnist = input_data.read_data_sets(str(mnist_directory), validation_size=0)
    number, images, z = batches[1]
    assert number == 2 and images.shape == (32, 28, 28, 1) and images.dtype == np.float32
    assert (
        (images.min(), images.max()) == (low, -low)
        and z.shape == (32, 100)
        and -1 <= z.min() < -0.9 < 0.9 < z.max() <= 1
    )
    np.testing.assert_allclose(images.reshape(32, 784), (mnist.train.images[32:64] - 0.5) * -2 * low, atol=1e-6)
    assert np.array_equal(batches[1875][1], batches[0][1]) and not np.array_equal(batches[1875][2], batches[0][2])


def test_the_labels_are_drawn_once(tf):
    """0.9 + U(−0.05, 0.05) and U(0, 0.1), in that order, when the graph is built; the losses are of them."""
    np.random.seed(4)
    real, fake = 0.9 + np.random.uniform(-0.05, 0.05), np.random.uniform(0.0, 0.1)
    np.random.seed(4)
    graph = gan.build_graph(as_printed=True)
    logits = [
        tf.get_default_graph().get_tensor_by_name(f"{name}/dense/BiasAdd:0")
        for name in ("discriminator", "discriminator_1")
    ]
    rng = np.random.RandomState(0)
    feed = {graph.inputs_real: rng.uniform(-0.5, 0.5, (3, 28, 28, 1)), graph.inputs_z: rng.uniform(-1, 1, (3, 100))}
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for _ in range(2):
            d_loss, g_loss, *logits_ = session.run([graph.d_loss, graph.g_loss, *logits], feed)
            p_real, p_fake = (1 / (1 + np.exp(-x.astype(float))) for x in logits_)
            d_real = -np.mean(real * np.log(p_real) + (1 - real) * np.log(1 - p_real))
            d_fake = -np.mean(fake * np.log(p_fake) + (1 - fake) * np.log(1 - p_fake))
            assert d_loss == pytest.approx(d_real + d_fake, rel=1e-5)
            assert g_loss == pytest.approx(-np.mean(np.log(p_fake)), rel=1e-5)


def test_each_optimizer_trains_its_own_network(tf):
    graph = gan.build_graph()
    networks = [tf.trainable_variables(name) for name in ("discriminator", "generator")]
    feed = {graph.inputs_real: np.zeros((2, 28, 28, 1)), graph.inputs_z: np.ones((2, 100)), graph.learning_rate: 0.1}
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for optimizer, mine, other in ((graph.d_train_opt, *networks), (graph.g_train_opt, *networks[::-1])):
            before = session.run([mine, other])
            session.run(optimizer, feed)
            after = session.run([mine, other])
            assert any(not np.array_equal(a, b) for a, b in zip(before[0], after[0]))
            assert all(np.array_equal(a, b) for a, b in zip(before[1], after[1]))


def test_errata_in_numbers(run):
    """Dropout while sampling moves pixels; by the batch, company changes the discriminator's verdict."""
    out, numbers, _ = run
    assert numbers["samples, dropout: mean change of a pixel"] > 1e-4
    assert not np.array_equal(*(np.array(Image.open(out / f"samples-{n}dropout.png")) for n in ("", "no-")))
    verdicts = numbers["verdicts"]
    for of in ("real", "samples"):
        assert verdicts["by_averages"][f"{of}, alone"] == pytest.approx(
            verdicts["by_averages"][f"{of}, mixed"], abs=1e-5
        )
    apart = [
        abs(verdicts["by_batch"][f"{of}, alone"] - verdicts["by_batch"][f"{of}, mixed"]) for of in ("real", "samples")
    ]
    assert max(apart) > 1e-3


@pytest.mark.parametrize("as_printed", [True, False])
def test_sampling_with_dropout_and_without(tf, as_printed):
    graph = gan.build_graph(as_printed=as_printed)
    feed = {graph.inputs_z: np.ones((2, 100))}
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        first, second = (session.run(graph.samples, feed) for _ in range(2))
    assert np.array_equal(first, second) != as_printed
    assert np.array_equal(first[0], first[1]) != as_printed  # the same code twice in a batch


def test_what_build_adds_moves_no_seed(tf):
    options = gan.options(["--data-dir", str(SAMPLE), "--as-printed"])
    seeds = []
    for build in (lambda: gan.build_graph(as_printed=True), lambda: gan.build(options)):
        tf.reset_default_graph()
        tf.set_random_seed(5)
        build()
        ops = tf.get_default_graph().get_operations()
        seeds.append({op.name: op.get_attr("seed2") for op in ops if "seed2" in op.node_def.attr})
    assert len(seeds[0]) == 20 and seeds[0].items() <= seeds[1].items()


@pytest.mark.parametrize("batch_size", [1, 4, 256])
def test_verdicts_of_any_batch_size(batch_size):
    """More than there are pictures as well. A stand-in for D gives each batch's mean, which its company changes."""

    class Session:
        def run(self, tensor, feed):
            (images,) = feed.values()
            return np.full((len(images), 1), images.mean())

    options = gan.options(["--batch-size", str(batch_size)])
    results = gan_results.Results.__new__(gan_results.Results)
    results.options = options
    results.graph = type("Graph", (), {"inputs_real": "inputs_real"})
    results.plain = gan_results.Plain(None, None, "by_batch", "by_averages")
    results.data = type("Data", (), {"some": staticmethod(lambda n: np.ones((n, 28, 28, 1)))})
    numbers = results.verdicts(Session(), np.zeros((200, 28, 28, 1)))
    expected = {"real, alone": 1.0, "samples, alone": 0.0, "real, mixed": 0.5, "samples, mixed": 0.5}
    assert numbers == {"by_batch": expected, "by_averages": expected}


# ---- faces
@pytest.fixture
def faces(tmp_path):
    """40 JPEGs of CelebA's size: an oval of skin on a background, with eyes and a mouth, each another."""
    folder = tmp_path / "data" / "img_align_celeba"
    folder.mkdir(parents=True)
    y, x = np.mgrid[:218, :178]
    for number in range(1, 41):
        rng = np.random.default_rng(number)
        cx, cy = 89 + rng.integers(-6, 7), 112 + rng.integers(-6, 7)
        image = np.empty((218, 178, 3))
        image[:] = rng.uniform(0, 255, 3)
        image[((x - cx) / 48) ** 2 + ((y - cy) / 64) ** 2 < 1] = rng.uniform((150, 100, 80), (250, 200, 170))
        for dx in (-18, 18):
            image[(x - cx - dx) ** 2 + (y - cy + 16) ** 2 < 36] = 20
        image[(np.abs(x - cx) < 18) & (np.abs(y - cy - 30) < 4)] = (160, 40, 50)
        file = io.BytesIO()
        Image.fromarray(image.astype(np.uint8)).save(file, "JPEG")
        (folder / f"{number:06d}.jpg").write_bytes(file.getvalue())
    return tmp_path / "data"


def test_it_trains_on_faces(faces, tmp_path, monkeypatch):
    """The real loader and the real command; a second epoch, and a run in two parts."""
    monkeypatch.setattr(gan_results, "JUDGED_AN_EPOCH", 50)
    arguments = ["--dataset", "celeba", "--data-dir", str(faces), "--batch-size", "8", "--sample-every", "5"]
    out, numbers, printed = trained(tmp_path / "run", *arguments, "--as-printed", "--epochs", "2")
    losses = records.read_losses(out)
    assert losses["epoch"].tolist() == [1] * 5 + [2] * 5
    assert re.search(r"Epoch: 2/2 \| Steps: 10 \| ", printed)
    assert np.array(Image.open(out / "samples.png")).shape == (444, 444, 3)
    assert set(numbers["verdicts"]) == {"by_batch", "by_averages"} and "samples, dropout" not in numbers
    trained(tmp_path / "parts", *arguments, "--as-printed", "--epochs", "2", "--steps", "7")
    # --steps is of that call alone
    _, parts, _ = trained(tmp_path / "parts", *arguments, "--as-printed", "--epochs", "2", "--resume")
    same_but_for_races(parts, numbers)


def test_faces_go_on_after_the_last_epoch(tf, faces):
    """As digits do: --steps may ask for more than the epochs have."""
    options = gan.options(["--dataset", "celeba", "--data-dir", str(faces), "--batch-size", "16", "--steps", "5"])
    data = gan_results.Faces(options)
    batches = [data.batch()[1] for _ in range(5)]
    assert options.epochs == 1 and data.images == 40 and np.array_equal(batches[0], batches[2])
    assert data.some(30).shape == (16, 28, 28, 3) and data.some(32).shape == (32, 28, 28, 3)


def test_where_data_are_looked_for():
    assert gan.options([]).data_dir == "MNIST_data"
    assert gan.options(["--dataset", "celeba"]).data_dir is None  # wherever faces may be
    assert gan.options(["--dataset", "celeba", "--data-dir", "MNIST_data"]).data_dir == "MNIST_data"


def test_faces_that_are_not_there(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    arguments = ["--dataset", "celeba", "--data-dir", str(tmp_path / "empty"), "--out", str(tmp_path / "run")]
    assert loop.main(gan.options(arguments), gan.build) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("homework6/gan: ")


def test_no_faces_are_embedded(capsys):
    with pytest.raises(SystemExit) as error:
        gan.options(["--dataset", "celeba", "--quick"])
    assert error.value.code == 2 and "no faces are embedded" in capsys.readouterr().err
