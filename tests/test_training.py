"""The shared training loop: killed, resumed, stopped, out of disk, misused. Processes are real ones."""

import csv
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from legacy_tf import tf as tf1
from legacy_tf.data.sources import SAMPLE
from reproductions.common import checkpoints as checkpoints_module
from reproductions.common import figures, loop
from reproductions.common import options as common_options
from reproductions.common.checkpoints import Checkpoints
from reproductions.common.records import loss_curve, read_losses
from reproductions.lecture13 import vae

ROOT = Path(__file__).resolve().parent.parent
# Starts training processes by forking: TensorFlow is imported once.
SERVER = """
import json, os, resource, sys, traceback
from reproductions.common import loop
from reproductions.lecture13 import vae
import matplotlib.backends.backend_agg, PIL.GifImagePlugin, PIL.PngImagePlugin, tqdm

def train(order):
    log = os.open(order["log"], os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    os.dup2(log, 1), os.dup2(log, 2)
    if order["bytes"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["bytes"], order["bytes"]))
    try:
        return loop.main(vae.options(order["arguments"]), vae.build)
    except BaseException as error:
        if isinstance(error, SystemExit):
            return error.code
        traceback.print_exc()
        return 99

for line in sys.stdin:
    order = json.loads(line)
    if "wait" in order:
        answer = os.waitstatus_to_exitcode(os.waitpid(order["wait"], 0)[1])
    else:
        answer = os.fork()
        if answer == 0:
            code = train(order)
            sys.stdout.flush()
            os._exit(code)
    print(answer, flush=True)
"""
STEPS = 60
RUN = ["--data-dir", str(SAMPLE), "--batch-size", "250", "--steps", str(STEPS), "--checkpoint-every", "7"]
RUN += ["--sample-every", "20"]


class Processes:
    """Training processes of the VAE."""

    def __init__(self, folder):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3"}
        self._server = subprocess.Popen(
            [sys.executable, "-c", SERVER], env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.log = folder / "log"

    def start(self, out, *more, bytes=0):
        self.log.unlink(missing_ok=True)
        arguments = [*RUN, "--out", str(out), *more]
        return self._ask(arguments=arguments, log=str(self.log), bytes=bytes)

    def wait(self, process):
        """(exit code, or minus the signal; what it printed)."""
        return self._ask(wait=process), self.log.read_text() if self.log.exists() else ""

    def train(self, out, *more, bytes=0):
        return self.wait(self.start(out, *more, bytes=bytes))

    def close(self):
        self._server.stdin.close()
        self._server.wait(60)

    def _ask(self, **order):
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())


@pytest.fixture(scope="module")
def processes(tmp_path_factory):
    processes = Processes(tmp_path_factory.mktemp("processes"))
    yield processes
    processes.close()


@pytest.fixture(scope="module")
def unbroken(processes, tmp_path_factory):
    """A run of STEPS steps that nobody disturbed."""
    out = tmp_path_factory.mktemp("runs") / "unbroken"
    code, log = processes.train(out)
    assert code == 0, log
    return out


def until(condition):
    end = time.time() + 600  # that a test which waits in vain ends
    while not condition():
        assert time.time() < end, "waited in vain"
        time.sleep(0.01)


def last_line(log):
    return log.rstrip().splitlines()[-1]


def state(out):
    """All that a run ends with, but for wall time: names of files, their bytes, weights, slots, streams."""
    path = sorted((out / "checkpoints").glob("step-*"))[-1]
    reader = tf1.train.NewCheckpointReader(str(path / "model"))
    arrays = {name: reader.get_tensor(name).tobytes() for name in reader.get_variable_to_shape_map()}
    kept = json.loads((path / "state.json").read_text())
    result = json.loads((out / "result.json").read_text())
    pictures = {p.name: p.read_bytes() for p in sorted(out.rglob("*")) if p.suffix in (".png", ".gif")}
    return {
        "names": sorted(str(p.relative_to(out)) for p in out.rglob("*") if p.parent.name != "events"),
        "arrays": arrays,
        "state": {name: value for name, value in kept.items() if name != "seconds"},
        "losses": (out / "losses.csv").read_bytes(),
        "epochs": (out / "epochs.json").read_bytes(),
        "numbers": result["numbers"],
        "configuration": result["configuration"],
        "pictures": pictures,
    }


def assert_same(out, other):
    mine, theirs = state(out), state(other)
    for name in mine:
        assert mine[name] == theirs[name], name
    assert any("Adam" in name for name in mine["arrays"]) and mine["state"]["drawn"]


# ---- what a run leaves
def test_what_a_run_leaves(unbroken):
    result = json.loads((unbroken / "result.json").read_text())
    assert result["program"] == "lecture13/vae" and result["steps"] == STEPS and result["seed"] == 1
    assert result["configuration"]["batch_size"] == 250 and set(result["versions"]) == {"tensorflow", "numpy", "python"}
    assert 0 < result["wall_time_s"] < 300 and result["numbers"]["test_loss"] < 250
    losses = read_losses(unbroken)
    assert list(losses) == ["step", "epoch", "loss", "latent_loss", "recon_loss"]
    np.testing.assert_array_equal(losses["step"], np.arange(STEPS) + 1)
    images = vae.build(vae.options([*RUN, "--out", "-"])).images
    np.testing.assert_array_equal(losses["epoch"], np.arange(STEPS) // (images // 250) + 1)
    assert set(json.loads((unbroken / "epochs.json").read_text())) == {
        str(epoch + 1) for epoch in range(STEPS // (images // 250))
    }
    assert len(list((unbroken / "checkpoints").iterdir())) == 2  # and no .part
    assert not list(unbroken.rglob("*.part"))


def test_tensorboard_can_show_it(unbroken):
    (path,) = (unbroken / "events").iterdir()
    scalars, pictures, graphs, starts = {}, {}, [], []
    for event in tf1.train.summary_iterator(str(path)):
        if event.WhichOneof("what") == "graph_def":
            graphs.append(tf1.GraphDef.FromString(event.graph_def))
        if event.HasField("session_log"):
            starts.append(event.step)
        for value in event.summary.value:
            kind = scalars if value.WhichOneof("value") == "simple_value" else pictures
            kind.setdefault(value.tag, {})[event.step] = value
    assert set(scalars) >= {"loss", "latent_loss", "recon_loss", "test_loss"}
    losses = [value.simple_value for value in scalars["loss"].values()]
    np.testing.assert_array_equal(losses, read_losses(unbroken)["loss"])
    assert {name: sorted(steps) for name, steps in pictures.items()} == {
        "reconstructions": [20, 40, 60],
        "samples": [20, 40, 60],
    }
    shown = pictures["samples"][60].image.encoded_image_string
    assert shown == (unbroken / "progress" / "samples-00000060.png").read_bytes()
    assert len(graphs) == 1 and "encoder/h1/W" in {node.name for node in graphs[0].node}
    assert starts == [1]


def last_bar(log):
    return [part for part in log.replace("\r", "\n").splitlines() if "images/s" in part][-1]


# ---- killed, resumed
def test_killed_at_any_moment_and_resumed_it_ends_with_the_same_bits(processes, unbroken, tmp_path):
    out, rng = tmp_path / "run", random.Random(1)
    whole = max(float(json.loads((unbroken / "result.json").read_text())["wall_time_s"]), 1.0)
    killed = 0
    while killed < 5:
        process = processes.start(out, *["--resume"] * (out / "run.json").exists())
        if killed == 0:  # the first time not before there is a checkpoint; then while one is being written
            until(lambda: list(out.glob("checkpoints/step-*[0-9]")))
        if killed == 1:
            until(lambda: list(out.glob("checkpoints/*.part")) or (out / "result.json").exists())
        else:
            time.sleep(rng.uniform(0, 0.7 * whole))
        os.kill(process, signal.SIGKILL)
        killed += 1
        code, log = processes.wait(process)
        assert code in (-signal.SIGKILL, 0), log
    code, log = processes.train(out, "--resume")
    assert code == 0, log
    assert_same(out, unbroken)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_stops_after_the_step(processes, unbroken, tmp_path, name):
    out, number = tmp_path / "run", getattr(signal, name)
    process = processes.start(out)
    until(lambda: list(out.glob("checkpoints/step-*[0-9]")))
    os.kill(process, number)
    code, log = processes.wait(process)
    assert code == 128 + number and "Traceback" not in log, log
    step = max(int(path.name[5:]) for path in out.glob("checkpoints/step-*"))
    assert step < STEPS
    assert last_line(log).startswith(f"lecture13/vae: stopped after step {step}; the last checkpoint is {out}")
    assert len(read_losses(out)["step"]) == step
    if name == "SIGINT":
        code, log = processes.train(out, "--resume")
        assert code == 0, log
        assert_same(out, unbroken)


def test_ctrl_c_before_the_first_step_and_after_the_last(processes, tmp_path):
    out = tmp_path / "run"
    process = processes.start(out)
    until(lambda: (out / ".lock").exists())  # and the graph is being built
    os.kill(process, signal.SIGINT)
    code, log = processes.wait(process)
    assert code == 130, log
    assert last_line(log) in [
        "lecture13/vae: ended at once; nothing was trained yet",
        "lecture13/vae: ended at once; there is no checkpoint yet",
    ]
    process = processes.start(out, "--steps", "3", *["--resume"] * (out / "run.json").exists())
    until(lambda: (out / "interpolation.png").exists())  # which `finish` writes
    os.kill(process, signal.SIGINT)
    code, log = processes.wait(process)
    if not (out / "result.json").exists():
        assert code == 130 and "ended at once; the last checkpoint is" in last_line(log), log
    assert "Traceback" not in log
    code, log = processes.train(out, "--steps", "3", "--resume")
    assert code == 0 and (out / "result.json").exists() and not list(out.rglob("*.part")), log


def test_a_finished_run_goes_on_or_is_done(processes, unbroken, tmp_path):
    out = tmp_path / "run"
    code, log = processes.train(out, "--steps", "40")  # 40: pictures are due anyhow
    assert code == 0, log
    bars = [last_bar(log)]
    before = (out / "result.json").read_bytes()
    code, log = processes.train(out, "--steps", "40", "--resume")
    assert code == 0 and "40 steps are done already" in log
    assert (out / "result.json").read_bytes() == before
    code, log = processes.train(out, "--resume")
    assert code == 0 and "finding the place: 100%" in log
    assert_same(out, unbroken)
    for bar in [*bars, last_bar(log)]:
        rate = float(bar.split(", ")[-1].split()[0])
        assert 250 < rate < 250000 and "latent_loss" in bar
    events = [list(tf1.train.summary_iterator(str(p))) for p in sorted((out / "events").iterdir())]
    assert [e.step for part in events for e in part if e.HasField("session_log")] == [1, 41]
    assert sum(e.WhichOneof("what") == "graph_def" for part in events for e in part) == 1


def test_two_threads_twice(processes, tmp_path):
    for name in "ab":
        assert processes.train(tmp_path / name, "--threads", "2", "--steps", "30")[0] == 0
    assert_same(tmp_path / "a", tmp_path / "b")


def test_two_processes_in_one_directory(processes, tmp_path):
    out = tmp_path / "run"
    process = processes.start(out)
    until(lambda: (out / "run.json").exists())
    log, processes.log = processes.log, tmp_path / "log"
    code, said = processes.train(out, "--resume")
    processes.log = log
    os.kill(process, signal.SIGKILL)
    processes.wait(process)
    assert code == 2 and last_line(said) == (
        f"lecture13/vae: another process is training in {out}: wait for its end, or give another --out"
    )


# ---- the disk
def test_a_disk_that_is_full_for_a_while(processes, unbroken, tmp_path):
    """Files can't grow beyond 1 MB, as if the disk were full there: the checkpoint's can't be written."""
    out = tmp_path / "run"
    assert processes.train(out, "--steps", "14")[0] == 0
    code, log = processes.train(out, "--resume", bytes=1_000_000)
    assert code == 2 and "Traceback" not in log
    assert "File too large; the last checkpoint is" in last_line(log) and "step-00000014" in last_line(log)
    assert not list(out.rglob("*.part"))
    assert processes.train(out, "--resume")[0] == 0
    mine, theirs = state(out), state(unbroken)
    assert (mine["arrays"], mine["losses"], mine["numbers"]) == (theirs["arrays"], theirs["losses"], theirs["numbers"])


# ---- from here on in this process, with a graph of one variable
def little_options(out, *more):
    parser = common_options.parser("A little system.", "little", epochs=2, batch_size=2)
    parser.add_argument("--rate", type=float, default=0.1)
    return parser.parse_args(["--out", str(out), "--checkpoint-every", "3", "--sample-every", "4", *more])


def little(options, shift=0.0, nan_at=None, infinite_at=None, images=10, **more):
    """Ten images; a weight w (2,) that random numbers push about. At `nan_at` the loss is NaN, at `infinite_at` w.

    A second loss is measured at every fourth step.
    """
    x = tf1.placeholder(tf1.float32, [None, 2])
    w = tf1.get_variable("w", [2])
    loss = tf1.reduce_mean((x - w + tf1.random_normal([2])) ** 2)
    train_op = tf1.train.MomentumOptimizer(options.rate, 0.9).minimize(loss)
    count = [0]

    def batch():
        count[0] += 1
        return np.random.normal(size=(options.batch_size, 2)) + shift

    def step(session, batch):
        value, _ = session.run([loss, train_op], {x: batch})
        if count[0] == infinite_at:
            session.session.run(w.assign([np.inf, 0.0]))
        return {"loss": np.nan if count[0] == nan_at else value, "rare": None if count[0] % 4 else 2 * value}

    def finish(session, out):
        return {"w": np.float32(session.run(w)[0])}

    def say(step, epoch, losses):
        return "Epoch: %d | Step: %d | Loss: %.4f" % (epoch, step, losses["loss"])

    def pictures(session):
        return {"w": figures.grid(np.full((2, 4, 4), 0.5), 2)}

    return loop.Training(images, batch, step, pictures, finish, lambda session: {"w1": session.run(w)[1]}, say, **more)


def run(capsys, out, *more, **changes):
    """(exit code, stdout, the last line of stderr)."""
    code = loop.main(little_options(out, *more), lambda options: little(options, **changes))
    text = capsys.readouterr()
    assert "Traceback" not in text.err
    return code, text.out, text.err.rstrip().splitlines()[-1]


def test_lines_and_rows(capsys, tmp_path):
    code, text, end = run(capsys, tmp_path / "a")
    assert code == 0 and end == f"little: done: 10 steps, see {tmp_path / 'a'}"
    lines = [line for line in text.splitlines() if line.startswith("Epoch")]
    assert len(lines) == 10 and lines[0].startswith("Epoch: 1 | Step: 1 |")
    assert run(capsys, tmp_path / "b", "--epochs", "1")[0] == 0
    assert run(capsys, tmp_path / "b", "--resume")[0] == 0
    for name in ("losses.csv", "epochs.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert isinstance(json.loads((tmp_path / "a" / "result.json").read_text())["numbers"]["w"], float)


def test_a_loss_that_is_not_measured_at_every_step(capsys, tmp_path):
    """Empty in losses.csv, NaN when that is read, absent from TensorBoard, drawn where it is."""
    assert run(capsys, tmp_path)[0] == 0
    losses = read_losses(tmp_path)
    assert np.flatnonzero(~np.isnan(losses["rare"])).tolist() == [3, 7]
    assert losses["rare"][3] == pytest.approx(2 * losses["loss"][3])
    assert (tmp_path / "losses.csv").read_text().splitlines()[1].endswith(",")
    events = [event for path in (tmp_path / "events").iterdir() for event in tf1.train.summary_iterator(str(path))]
    steps = {name: [e.step for e in events for v in e.summary.value if v.tag == name] for name in ("loss", "rare")}
    assert steps == {"loss": list(range(1, 11)), "rare": [4, 8]}
    lines = {line.get_label(): line.get_xdata().tolist() for line in loss_curve(tmp_path, losses).axes[0].lines}
    assert lines["rare"] == [4, 8] and len(lines["loss"]) == 10


@pytest.mark.parametrize("partial_batch, steps", [(True, 12), (False, 10)])
def test_an_epoch_that_ends_with_a_smaller_batch(capsys, tmp_path, partial_batch, steps):
    changes = {"images": 11, "partial_batch": partial_batch}
    assert run(capsys, tmp_path, **changes)[2].startswith(f"little: done: {steps} steps")
    assert np.bincount(read_losses(tmp_path)["epoch"].astype(int)).tolist() == [0, steps // 2, steps // 2]
    # eleven images or ten, in batches of two or of one: what is left is what counts
    assert run(capsys, tmp_path / "b", images=10, partial_batch=partial_batch)[2].startswith("little: done: 10 steps")


def test_nan_stops_and_names_the_last_good_checkpoint(capsys, tmp_path):
    code, _, end = run(capsys, tmp_path, nan_at=7)
    good = tmp_path / "checkpoints" / "step-00000006"
    assert code == 1
    assert end == f"little: step 7: the loss is not finite: loss nan; the last good checkpoint is {good}"
    assert np.isnan(read_losses(tmp_path)["loss"][-1])
    assert np.isfinite(tf1.train.NewCheckpointReader(str(good / "model")).get_tensor("w")).all()
    code, text, _ = run(capsys, tmp_path, "--resume")
    assert code == 0 and "Step: 7 |" in text and "Step: 6 |" not in text
    assert np.isfinite(read_losses(tmp_path)["loss"]).all()


def test_an_infinite_weight_is_not_kept(capsys, tmp_path):
    code, _, end = run(capsys, tmp_path, infinite_at=3)
    assert code == 1 and end == "little: step 3: a variable is not finite; there is no checkpoint yet"
    assert not list((tmp_path / "checkpoints").glob("*"))


@pytest.mark.parametrize("where", "losses.csv epochs.json progress events checkpoints state.json result".split())
def test_no_space_wherever_it_ends(capsys, tmp_path, monkeypatch, where):
    """ENOSPC of each kind of file in turn; with space again, the run goes on to the bits that it would have had."""
    full = OSError(28, "No space left on device")
    with monkeypatch.context() as patched:
        fail = {
            "losses.csv": (csv, "writer"),
            "epochs.json": ("reproductions.common.records.write_json",),
            "progress": (figures, "save"),
            "events": ("reproductions.common.events.Events.scalars",),
            "checkpoints": (tf1.train.Saver, "save"),
            "state.json": (checkpoints_module, "write_json"),
            "result": (figures, "animate"),
        }[where]

        def raises(*args, **kwargs):
            if where in ("events", "checkpoints"):
                raise tf1.errors.ResourceExhaustedError(None, None, "No space left on device")
            raise full

        patched.setattr(*fail, raises)
        code, _, end = run(capsys, tmp_path / "run")
    assert code == 2 and "No space left on device; " in end, end
    assert not list(tmp_path.rglob("*.part"))
    assert run(capsys, tmp_path / "run", "--resume")[0] == 0
    assert run(capsys, tmp_path / "unbroken")[0] == 0
    for name in ("losses.csv", "epochs.json"):
        assert (tmp_path / "run" / name).read_bytes() == (tmp_path / "unbroken" / name).read_bytes()


def test_events_on_a_disk_that_is_full(tmp_path):
    """What TensorFlow's writer raises is one error, where it happens."""
    from reproductions.common.records import Records

    records = Records(str(tmp_path), 0, 0, None)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            for step in range(10000):
                records.losses(step, 1, {"a": 1.0})
            records.flush()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# ---- misuse
def test_what_can_not_go_on_is_said_in_one_line(capsys, tmp_path):
    out = tmp_path / "run"
    assert run(capsys, out, "--resume")[::2] == (2, f"little: {out} holds no run to go on with: leave --resume out")
    assert not out.exists()
    assert run(capsys, out)[0] == 0
    assert run(capsys, out)[::2] == (
        2,
        f"little: {out} holds a run: --resume goes on with it, another --out starts anew",
    )
    assert run(capsys, out, "--resume", "--rate", "0.2")[::2] == (
        2,
        f"little: the run in {out} is with --rate 0.1, this one with --rate 0.2: give it the same, or another --out",
    )
    code, _, end = run(capsys, tmp_path / "run[1]")  # TensorFlow would look for the checkpoints of "run1"
    assert code == 2 and end.endswith("its name may not have any of * ? [ ] \\ in it")
    assert run(capsys, out, "--resume", "--quick")[0] == 2
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.tex").write_text("x")
    assert run(capsys, foreign)[::2] == (2, f"little: {foreign} is not empty, and holds no run: give another --out")
    assert [p.name for p in foreign.iterdir()] == ["thesis.tex"]
    code, _, end = run(capsys, foreign / "thesis.tex" / "run")
    assert code == 2 and "Not a directory" in end and end.endswith("Give another --out")
    code, _, end = run(capsys, tmp_path / "big", "--batch-size", "11")
    assert code == 2 and end == "little: --batch-size 11: there are 10 images"
    assert run(capsys, tmp_path / "big")[0] == 0  # which was not begun


def test_an_out_that_is_read_only(capsys, tmp_path):
    if os.geteuid() == 0:
        out = Path("/proc/run")  # where not even root can write
    else:
        out = tmp_path / "run"
        tmp_path.chmod(0o500)
    code, _, end = run(capsys, out)
    assert code == 2 and f"little: {out} can't be used: " in end


def test_other_data_are_noticed(capsys, tmp_path):
    assert run(capsys, tmp_path, "--epochs", "1")[0] == 0
    code, _, end = run(capsys, tmp_path, "--resume", shift=1e-6)
    assert code == 2 and "are not those that" in end and "step-00000005" in end
    assert run(capsys, tmp_path, "--resume")[0] == 0


def test_a_damaged_checkpoint_gives_way_to_the_one_before(capsys, tmp_path):
    out, other = tmp_path / "run", tmp_path / "other"
    assert run(capsys, out)[0] == 0 and run(capsys, other)[0] == 0
    newest = out / "checkpoints" / "step-00000010"
    for name, content in (("model.data-00000-of-00001", b"x"), ("model.index", b"x" * 200), ("state.json", b"{")):
        before = (newest / name).read_bytes()
        for damaged in (content, b"", None):
            (newest / name).unlink()
            if damaged is not None:
                (newest / name).write_bytes(damaged)
            code, _, end = run(capsys, out, "--resume")
            assert code == 2 and end.startswith(f"little: {newest} can't be loaded: "), end
            assert end.endswith("delete it: --resume goes on from the one before it, or from the start")
            (newest / name).write_bytes(before)
    for path in newest.iterdir():
        path.unlink()
    newest.rmdir()
    (out / "result.json").unlink()
    code, text, _ = run(capsys, out, "--resume")
    assert code == 0 and "Step: 10 |" in text and "Step: 9 |" not in text
    assert (out / "losses.csv").read_bytes() == (other / "losses.csv").read_bytes()


def test_a_checkpoint_of_another_graph(capsys, tmp_path):
    assert run(capsys, tmp_path)[0] == 0

    def other(options):
        training = little(options)
        tf1.get_variable("more", [3])
        return training

    assert loop.main(little_options(tmp_path, "--resume"), other) == 2
    assert "Key more not found in checkpoint" in capsys.readouterr().err.rstrip().splitlines()[-1]


def test_losses_that_were_lost(capsys, tmp_path):
    assert run(capsys, tmp_path)[0] == 0
    path = tmp_path / "losses.csv"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:4] + lines[5:]))
    code, _, end = run(capsys, tmp_path, "--resume", "--epochs", "3")
    assert code == 2 and f"{path} has 9 of the 10 steps up to the checkpoint" in end


def test_a_system_that_moves_numpy_while_it_looks(capsys, tmp_path):
    def restless(options):
        return little(options)._replace(pictures=lambda session: {"x": np.random.rand(4, 4)})

    with pytest.raises(AssertionError, match="moved NumPy's global generator"):
        loop.main(little_options(tmp_path), restless)


def test_only_the_newest_checkpoints_are_kept_and_killed_ones_are_swept(tf, tmp_path):
    tf.get_variable("w", [2])
    checkpoints = Checkpoints(str(tmp_path))
    (tmp_path / "step-00000001.part").mkdir()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        counting = loop.CountingSession(session)
        for step in (2, 3, 4, 4):
            checkpoints.save(counting, step, {})
            assert checkpoints.latest() == str(tmp_path / f"step-{step:08d}")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["step-00000003", "step-00000004"]


# ---- the command line
@pytest.mark.parametrize(
    "arguments, text",
    [
        (["--batch-sise", "3"], "unrecognized arguments: --batch-sise 3"),
        (["--steps", "0"], "argument --steps: '0' is not a whole number from 1 on"),
        (["--epochs", "two"], "argument --epochs: 'two' is not a whole number from 1 on"),
        (["--rate", "x"], "argument --rate: invalid float value: 'x'"),
        (["--seed", "1.5"], "argument --seed: invalid int value: '1.5'"),
    ],
)
def test_a_wrong_command_line_is_one_line(capsys, tmp_path, arguments, text):
    with pytest.raises(SystemExit) as exit:
        little_options(tmp_path, *arguments)
    assert exit.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{text} (--help lists the options)" in line


def test_help_shows_the_documents_values(capsys):
    with pytest.raises(SystemExit) as exit:
        vae.options(["--help"])
    text = " ".join(capsys.readouterr().out.split())
    assert exit.value.code == 0 and "passes over the training images (default: 10)" in text
    for name in "epochs steps batch-size seed data-dir out resume sample-every threads quick".split():
        assert f"--{name}" in text


@pytest.mark.parametrize("seed", ["-1", "0", str(2**31), str(2**70)])
def test_any_whole_number_is_a_seed(capsys, tmp_path, seed):
    assert run(capsys, tmp_path, "--seed", seed, "--steps", "1")[0] == 0
