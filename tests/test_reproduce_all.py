"""reproductions/reproduce_all with tables of small runs: what is skipped, goes on, fails, moved, is stopped."""

import csv
import importlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from legacy_tf.data.sources import SAMPLE
from reproductions.common import figures
from reproductions.common.files import read_json, write_json
from reproductions.reproduce_all import compare
from reproductions.reproduce_all import numbers as functions
from reproductions.reproduce_all.__main__ import main
from reproductions.reproduce_all.numbers import ROOT
from reproductions.reproduce_all.runs import RUNS, Run

# Trains nothing: leaves what a training script leaves. With --dies it dies at its first start, as if it were killed.
PROGRAM = """
import argparse, json, os, sys
parser = argparse.ArgumentParser()
for name in ("out", "value", "shade", "data-dir"):
    parser.add_argument("--" + name)
for name in ("resume", "dies", "says-nothing", "no-picture"):
    parser.add_argument("--" + name, action="store_true")
o = parser.parse_args()
begun = os.path.exists(os.path.join(o.out, "run.json"))
if begun != o.resume:
    sys.exit("--resume is wrong here")
def write(name, text, mode="w"):
    with open(os.path.join(o.out, name), mode) as f:
        f.write(text)
write("starts", "x", "a")
write("run.json", "{}")
if o.dies and not begun:
    print("bar 50%\\rbar 51%\\nno more memory", file=sys.stderr)
    os._exit(1)
if not o.says_nothing:
    numbers = {"loss": float(o.value), "text": "t", "true": True, "deep": {"er": [1, 2.5]}}
    write("result.json", json.dumps({"numbers": numbers}))
write("epochs.json", json.dumps({"1": {"test": 7.0}}))
if not o.no_picture:
    sys.path.insert(0, ROOT)
    from reproductions.common import figures
    import numpy as np
    figures.save(os.path.join(o.out, "a.png"), np.full((4, 6), int(o.shade), np.uint8))
    figures.save(os.path.join(o.out, "b.png"), np.full((4, 2), 0, np.uint8))
"""
NUMBERS = {"loss": 1.5, "deep/er/0": 1, "deep/er/1": 2.5, "epoch/1/test": 7.0}


class All:
    """reproduce_all with a table of its own, in a folder of its own."""

    def __init__(self, folder, capsys):
        self.folder, self.capsys, self.docs = folder, capsys, folder / "docs"
        self.program = folder / "program.py"
        self.program.write_text(PROGRAM.replace("ROOT", repr(ROOT)))
        self.runs = [self.a_run("one"), self.a_run("course/two")]

    def a_run(self, name, more="", value=1.5, shade=9, **fields):
        arguments = f"--out {{out}} --value {value} --shade {shade} {more}"
        fields.setdefault("figures", {name.split("/")[-1] + ".png": "a.png"})
        return Run(name, str(self.program), arguments, 1, **fields)

    def __call__(self, *arguments):
        """(exit code, stdout, stderr)."""
        try:
            code = main(["--out", str(self.folder / "all"), *arguments], self.runs, str(self.docs))
        except SystemExit as exit:
            code = exit.code
        return (code, *self.capsys.readouterr())

    def process(self, stderr):
        """The same, as a process."""
        runs = [list(run)[:5] for run in self.runs]
        code = (
            "import sys; from reproductions.reproduce_all import __main__ as reproduce_all, runs as table\n"
            f"runs = [table.Run(*each) for each in {runs!r}]\n"
            f"sys.exit(reproduce_all.main(['--out', {str(self.folder / 'all')!r}], runs, {str(self.docs)!r}))"
        )
        return subprocess.Popen(
            [sys.executable, "-c", code], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=stderr
        )

    def starts(self, name):
        path = self.folder / "all" / name / "starts"
        return len(path.read_text()) if path.exists() else 0

    def committed(self):
        return {name: entry["numbers"] for name, entry in read_json(self.docs / "numbers.json").items()}

    def everything_in_docs(self):
        return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in self.docs.rglob("*") if p.is_file()}


@pytest.fixture
def every(tmp_path, capsys):
    return All(tmp_path, capsys)


def rows(text, *words):
    """Whether a line of the text has these words first."""
    return [line for line in text.splitlines() if line.split()[: len(words)] == list(words)]


# ---- once, and again
def test_first_everything_is_new_then_committed_then_equal(every):
    code, out, _ = every()
    assert code == 3 and "Numbers: 0 equal (0 of them to the bit), 0 moved, 8 new, 0 gone." in out
    assert rows(out, "one", "loss", "–", "1.5") and rows(out, "course/two", "epoch/1/test", "–", "7")
    assert "Pictures: 0 equal, 0 differ, 2 new, 0 made by no run." in out and not every.docs.exists()
    assert every("--update")[0] == 0 and every.committed() == {"one": NUMBERS, "course/two": NUMBERS}
    assert np.asarray(Image.open(every.docs / "figures" / "two.png")).tolist() == [[9] * 6] * 4
    code, out, _ = every()
    assert code == 0 and "Numbers: 8 equal (8 of them to the bit), 0 moved, 0 new, 0 gone." in out
    assert "Pictures: 2 equal, 0 differ, 0 new, 0 made by no run." in out and "runs to do" not in out
    assert every.starts("one") == every.starts("course/two") == 1
    code, out, _ = every("--again", "--only", "cour*")
    assert code == 0 and "[ 1/1] course/two" in out and "Numbers: 4 equal" in out
    assert every.starts("one") == every.starts("course/two") == 1  # two's directory is a new one
    assert "done" not in every("--list", "--out", str(every.folder / "b"))[1]
    listed = every("--list")[1]
    assert rows(listed, "one", "1", "done") and "2 minutes in all" in listed


@pytest.mark.parametrize("arguments", [[], ["--again"]])
def test_a_run_that_was_not_begun_from_here_is_left_alone(every, arguments):
    theirs = every.folder / "all" / "one"
    theirs.mkdir(parents=True)
    (theirs / "run.json").write_text("theirs")
    code, _, error = every(*arguments)
    assert code == 1 and f"{theirs} holds a run that was not begun from here" in error
    assert [path.name for path in theirs.iterdir()] == ["run.json"] and every.starts("course/two") == 1


def test_a_failed_run_is_named_the_others_run_and_it_goes_on(every):
    every.runs.insert(0, every.a_run("dies", "--dies"))
    code, out, err = every("--jobs", "2")
    assert code == 1 and len(err.splitlines()) == 1
    assert err.startswith("reproduce_all: dies failed: exit code 1: no more memory (see ")
    assert "8 new" in out and re.search(r"dies +0:00:0\d failed", out)
    code, out, err = every("--update")
    assert (
        code == 0
        and not err
        and "1 of 3 runs to do" in out
        and set(every.committed())
        == {
            "dies",
            "one",
            "course/two",
        }
    )
    assert [every.starts(name) for name in ("dies", "one", "course/two")] == [2, 1, 1]


def test_a_run_without_its_numbers_or_pictures_has_failed(every):
    every.runs += [every.a_run("silent", "--says-nothing"), every.a_run("blind", "--no-picture")]
    code, _, err = every("--update")
    first, second = err.splitlines()
    assert code == 1 and first.startswith("reproduce_all: silent failed: its numbers can't be read (FileNotFoundError")
    assert second.startswith("reproduce_all: blind failed: its picture blind.png can't be made")
    assert set(every.committed()) == {"one", "course/two"}


def test_done_with_other_options_or_other_sources(every):
    every()
    every.program.write_text(every.program.read_text() + "\n")
    out = every()[1]
    assert len(re.findall("with other sources than there are now: --again", out)) == 2
    assert every("--again", "--update")[0] == 0
    golden = every.folder / "golden.json"
    golden.write_text("[]")
    every.runs[0] = every.a_run("one", goldens=(str(golden),))
    assert len(re.findall("one .* with other sources", every()[1])) == 1
    path = every.folder / "all" / "one.json"
    record = read_json(path)
    del record["numbers"]
    write_json(path, dict(record, arguments="--value 2"))
    code, _, err = every()
    assert code == 1 and "one failed: was begun with other options (--value 2): --again begins it anew" in err
    assert every("--again", "--update")[0] == 0


# ---- what moved
def test_what_moved_is_new_and_is_gone(every):
    every("--update")
    path = every.docs / "numbers.json"
    entries = read_json(path)
    entries["one"]["numbers"].update(loss=1.5 * (1 + 2e-5), older=4.0)
    entries["course/two"]["numbers"]["loss"] = 1.5 * (1 + 5e-6)
    del entries["one"]["numbers"]["epoch/1/test"]
    entries["one"]["made on"] = "an abacus"
    entries["past"] = {"arguments": "", "made on": "", "numbers": {"n": 1.0}}
    write_json(path, entries)
    figures.save(every.docs / "figures" / "one.png", np.full((4, 6), 8, np.uint8))
    figures.save(every.docs / "figures" / "stray.png", np.full((4, 6), 8, np.uint8))
    os.remove(every.docs / "figures" / "two.png")
    before = every.everything_in_docs()
    code, out, _ = every()
    assert code == 3 and every.everything_in_docs() == before
    assert "Numbers: 6 equal (5 of them to the bit), 1 moved, 1 new, 2 gone." in out
    assert rows(out, "one", "loss", "1.50003", "1.5", "-2e-05") and rows(out, "one", "older", "4", "–")
    assert rows(out, "one", "epoch/1/test", "–", "7") and rows(out, "past", "n", "1", "–")
    assert "made on an abacus; this is TensorFlow 2." in out
    assert "Pictures: 0 equal, 1 differ, 1 new, 1 made by no run." in out
    assert rows(out, "differs", "one.png") and rows(out, "new", "two.png") and rows(out, "by", "no", "run", "stray.png")


def test_update_of_some_leaves_the_others(every):
    every("--update")
    path = every.docs / "numbers.json"
    entries = read_json(path)
    for entry in entries.values():
        entry["numbers"]["loss"] = 99.0
    write_json(path, dict(entries, past=entries["one"]))
    figures.save(every.docs / "figures" / "one.png", np.full((4, 6), 8, np.uint8))
    two = every.docs / "figures" / "two.png"
    before = two.stat().st_mtime_ns
    assert every("--only", "one", "--update")[0] == 0
    assert every.committed() == {"one": NUMBERS, "course/two": dict(NUMBERS, loss=99.0)}
    assert (compare.pixels(every.docs / "figures" / "one.png")[..., 0] == 9).all()
    every("--update")
    assert every.committed()["course/two"] == NUMBERS and two.stat().st_mtime_ns == before


def test_numbers_that_are_not_finite(every):
    """Are text in docs/numbers.json, which is JSON for every reader, and numbers again in a comparison."""
    inf, nan = float("inf"), float("nan")
    every.runs[0] = every.a_run("one", numbers=lambda out, printed: {"loss": -inf, "er": nan, "epoch": 1})
    assert every("--update")[0] == 0 and every("--only", "course/*", "--update")[0] == 0
    text = (every.docs / "numbers.json").read_text()
    entries = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
    assert entries["one"]["numbers"] == {"loss": "-inf", "er": "nan", "epoch": 1}
    code, out, _ = every()
    assert code == 0 and "Numbers: 7 equal (7 of them to the bit), 0 moved" in out


def test_many_new_numbers_of_a_run_are_one_row(every):
    every.runs[0] = every.a_run("one", numbers=lambda out, printed: {str(i): i for i in range(compare.FOLDED + 1)})
    out = every()[1]
    assert "25 new" in out and rows(out, "one", "21", "numbers") and not rows(out, "one", "0")
    assert rows(out, "course/two", "loss")


def test_equal():
    inf, nan = float("inf"), float("nan")
    assert compare.is_equal(1.0, 1.000009) and not compare.is_equal(1.0, 1.00002) and not compare.is_equal(0.0, 1e-9)
    assert compare.is_equal(inf, inf) and not compare.is_equal(inf, -inf) and not compare.is_equal(1e30, inf)
    assert compare.is_equal(nan, nan) and not compare.is_equal(nan, 1.0) and compare.is_equal(0, 0.0)
    assert compare.by(2.0, 1.0) == "-5e-01" and compare.by(0.0, 1.0) == compare.by(1.0, inf) == "–"


def test_a_picture_of_two_side_by_side(every):
    every.runs = [every.a_run("both", figures={"both.png": ("a.png", "b.png")})]
    every()
    whole = compare.pixels(every.folder / "all" / "figures" / "both.png")
    assert whole.shape == (2, 3 + 16 + 1, 4)
    assert whole[0, :, 0].tolist() == [9] * 3 + [255] * 16 + [0]


# ---- numbers of other programs than the shared loop's
def test_flat():
    tree = {"a": {"b": [1, {"c": 2.5}], "d": "text"}, "e": True, "f": None, "g": []}
    assert functions.flat(tree) == {"a/b/0": 1, "a/b/1/c": 2.5}


def test_infinite(tmp_path):
    path = tmp_path / "losses.csv"
    path.write_text("step,epoch,loss,other\n1,1,2.0,1.0\n2,1,inf,1.0\n")
    assert functions.infinite(str(tmp_path), "") == {"first step whose loss is not finite": 2}
    path.write_text("step,epoch,loss,other\n1,1,2.0,1.0\n")
    with pytest.raises(ValueError, match="finite"):
        functions.infinite(str(tmp_path), "")


def test_losses_of_steps(tmp_path):
    write_json(tmp_path / "result.json", {"numbers": {"n": 4}})
    (tmp_path / "losses.csv").write_text("step,epoch,loss,printed\n1,1,2.0,\n2,1,3.0,5.0\n")
    numbers = functions.results_and(functions.steps(1, 2))(str(tmp_path), "")
    assert numbers == {"n": 4, "step 1/loss": 2.0, "step 2/loss": 3.0, "step 2/printed": 5.0}


def test_lines_within_bounds(tmp_path):
    (tmp_path / "losses.csv").write_text(
        "step,epoch,printed d_loss,printed g_loss\n1,1,,\n2,1,0.5,2.0\n3,1,1.0,1.0\n4,1,1.5,0.5\n"
    )
    numbers = functions.lines_within((0.5, 1.0), (0.6, 1.0))(str(tmp_path), "")
    assert numbers == {
        "last 3 lines: printed d_loss from 0.5 to 1.0": 2,
        "last 3 lines: printed g_loss from 0.6 to 1.0": 1,
    }


def test_numbers_are_read_anew(every):
    """What is read of a run may have changed since it ended."""
    every("--update")
    every.runs[0] = every.a_run("one", numbers=lambda out, printed: {"other": 7})
    code, out, _ = every()
    assert code == 3 and rows(out, "one", "other", "–", "7") and rows(out, "one", "loss", "1.5", "–")
    assert every.starts("one") == 1


def test_an_exit_code_that_is_expected(every):
    every.runs = [every.a_run("one", "--dies", code=1, numbers=lambda out, printed: {"n": 1}, figures={})]
    assert every("--update")[0] == 0 and every.committed() == {"one": {"n": 1}}


def test_numbers_of_printed_tables():
    printed = (
        "as printed\n  step loss latent_loss mean σ\n  1 601.14 -3.81 1.17\n  2 inf -42.9 62.4\ncorrected\n  1 2 3 4\n"
    )
    numbers = functions.signs("", printed + "/some/latent_loss.png\n")
    assert len(numbers) == 9 and numbers["as printed/step 2/loss"] == float("inf")
    assert numbers["as printed/step 1/mean sigma"] == 1.17 and numbers["corrected/step 1/latent_loss"] == 3
    printed = "| graph | random ops | loss, last step |\n|---|---|---|\n| c/vae, b | 7 of 8 | 9e-08 (step 20) |\n"
    assert functions.graphs("", printed) == {"c/vae, b/random ops": 7, "c/vae, b/loss, last step": 9e-8}
    printed = "epoch 1: test accuracy 0.5000\ntest accuracy 0.9931, in /a/judge.npz\n"
    assert functions.accuracy("", printed) == {"test accuracy": 0.9931}


def test_course(tmp_path):
    golden = read_json(functions.GOLDEN_COURSES)["records"]["lecture13/vae d"]["losses"]
    losses = [[float(np.float32(value)) for value in row] for row in golden]
    losses[9][0] += 0.0002

    with open(tmp_path / "losses.csv", "w", newline="") as f:
        lines = [[step, 1, *row] for step, row in enumerate(losses, 1)]
        csv.writer(f).writerows([["step", "epoch", "loss", "latent_loss", "recon_loss"], *lines])
    numbers = functions.course("lecture13/vae d")(str(tmp_path), "")
    assert numbers["loss, step 100"] == golden[99][0] and numbers["latent_loss, step 3"] == golden[2][1]
    assert numbers["loss, steps equal to four decimals"] == 99 and numbers["loss, largest difference"] == 2e-4
    assert numbers["all losses, largest relative difference in 6 steps"] == 0
    assert numbers["all losses, largest relative difference in 100 steps"] == pytest.approx(
        2e-4 / golden[0][0], rel=0.5
    )


# ---- stopped
def test_ctrl_c_and_the_same_command_again(every):
    """A real training, stopped after a checkpoint: it goes on from there, and the next one starts only then."""
    arguments = f"--architecture a --data-dir {SAMPLE} --checkpoint-every 5 --steps 300 --out {{out}}"
    vae = Run("vae", "reproductions/lecture13/vae.py", arguments, 1)
    every.runs = [vae, every.a_run("after")]
    stopped = every.process(subprocess.PIPE)
    checkpoints = every.folder / "all" / "vae" / "checkpoints"
    end = time.time() + 600  # that a test which waits in vain ends
    while not list(checkpoints.glob("step-*[0-9]")):
        assert time.time() < end and stopped.poll() is None
        time.sleep(0.02)
    code, _, err = every()  # meanwhile
    assert code == 2 and err.startswith("reproduce_all: another reproduce_all runs in ")
    stopped.send_signal(signal.SIGINT)
    out, err = stopped.communicate(timeout=600)
    assert stopped.returncode == 130 and "Traceback" not in err, err
    assert err.splitlines()[-1] == "reproduce_all: 0 of 2 runs are done; without --again the same command goes on"
    assert re.search(r"vae +0:\d\d:\d\d stopped", out) and "Numbers" not in out and not every.starts("after")
    step = int(max(checkpoints.iterdir()).name[5:])
    log = (every.folder / "all" / "vae.log").read_text()
    assert f"stopped after step {step}; the last checkpoint is" in log
    code, out, err = every()
    assert code == 3 and not err and every.starts("after") == 1
    log = (every.folder / "all" / "vae.log").read_text()
    assert f"{step}/{step}" in log and "finding the place" in log and "done: 300 steps" in log
    assert rows(out, "vae", "test_loss") and rows(out, "vae", "epoch/1/test_loss")


def test_the_bar_is_seen_on_a_terminal_and_kept_in_the_log(every):
    every.runs = [every.a_run("dies", "--dies")]
    terminal, end = os.openpty()
    process = every.process(end)
    os.close(end)
    process.communicate(timeout=600)
    seen = os.read(terminal, 10000).decode()
    os.close(terminal)
    assert process.returncode == 1 and seen.startswith("bar 50%\rbar 51%"), seen
    assert "bar 50%\rbar 51%" in (every.folder / "all" / "dies.log").read_bytes().decode()
    code, out, err = every("--again")
    assert code == 1 and "50%" not in out + err  # no terminal here


# ---- refused
@pytest.mark.parametrize(
    "arguments, says",
    [
        (["--only", "nothing*"], "--only nothing*: no run has such a name"),
        (["--jobs", "0"], "'0' is not a whole number from 1 on"),
        (["--data-dir", "nowhere"], "MNIST is not in nowhere: name the directory"),
        (["--data-dir", str(SAMPLE)], "has other files than MNIST's own"),
    ],
)
def test_one_line(every, monkeypatch, arguments, says):
    monkeypatch.delenv("LEGACY_TF_DATA", raising=False)
    monkeypatch.setenv("TFDS_DATA_DIR", str(every.folder))
    every.runs = [every.a_run("one", "--data-dir {data}")]
    code, out, err = every(*arguments)
    assert code == 2 and not out and err.count("\n") == 1 and says in err
    assert not (every.folder / "all").exists()


def test_mnist_itself_and_only_where_it_is_needed(every, mnist_directory):
    assert every("--data-dir", "nowhere")[0] == 3
    every.runs = [every.a_run("one", "--data-dir {data}")]
    assert every("--again", "--data-dir", str(mnist_directory))[0] == 3


# ---- the real table
def test_every_picture_of_the_docs_has_a_run():
    made = [name for run in RUNS for name in run.figures]
    assert len(made) == len(set(made)) and len({run.name for run in RUNS}) == len(RUNS)
    pages = [Path(ROOT, "README.md"), *Path(ROOT, "docs").glob("*.md")]
    shown = {name for page in pages for name in re.findall(r"figures/([\w.-]+\.png)", page.read_text())}
    assert shown - set(made) == set() and len(shown) >= 12


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.name)
def test_the_programs_know_their_options(run):
    words = [word.format(data="d", out="o") for word in run.arguments.split()]
    assert Path(ROOT, run.program).is_file()
    module = importlib.import_module(run.program[:-3].replace("/", ".")) if "oracle" not in run.program else None
    if hasattr(module, "options"):
        options = module.options(words + ["--resume"])
        assert options.out == "o" and options.data_dir == "d" and run.resumes


def test_every_picture_of_the_table_is_committed():
    figures_of_docs = Path(ROOT, "docs", "figures")
    assert [name for run in RUNS for name in run.figures if not (figures_of_docs / name).is_file()] == []


def test_committed_numbers_are_of_runs_of_the_table():
    committed = compare.committed_numbers(os.path.join(ROOT, "docs"))
    arguments = {run.name: run.arguments for run in RUNS}
    assert {name: entry["arguments"] for name, entry in committed.items()} == arguments
    for entry in committed.values():
        assert entry["numbers"] and entry["made on"].startswith("TensorFlow 2.")
        assert all(isinstance(value, (int, float)) for value in entry["numbers"].values())
