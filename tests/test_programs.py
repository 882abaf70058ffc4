"""Small whole programs against what they gave under TensorFlow 1.15.5."""

import copy
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from legacy_tf import tf
from oracle import cases_first_use, cases_programs, compare, programs, suites

ROOT = Path(__file__).parent.parent
SCRIPT = """
import tensorflow as tf
w = tf.get_variable("w", [3])
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer(), tf.tables_initializer()])
    for _ in range(2):
        print(sess.run(w + tf.random_uniform([3])).tolist())
"""


@cache
def golden():
    return json.loads((ROOT / "tests" / "golden" / "programs.json").read_text())["records"]


@cache
def answer(name):
    """Today's record, through JSON as the golden's was."""
    cases_first_use.settle(tf)
    return json.loads(json.dumps(suites.questions("programs")[name](tf)))


@pytest.mark.parametrize("name", cases_programs.CASES)
def test_a_program_gives_what_it_gave(name):
    assert golden()[name]["values"]
    assert compare.differences(golden()[name], answer(name)) == []


def test_the_sweep_is_wide():
    """At least a hundred programs, some of each way of setting seeds."""
    assert len(cases_programs.CASES) >= 100
    ways = [seeds for _, seeds in cases_programs.CASES.values()]
    assert all(ways.count(way) >= 20 for way in (programs.GRAPH, programs.OPS, programs.RUNNER))


def test_a_wrong_result_is_seen():
    name = "saver/save, change, restore"
    for part, element in (("1/0", 0), ("2/0", 0), ("1/1", 0)):
        record = copy.deepcopy(golden()[name])
        record["values"][part]["flat"][element] *= 2
        assert len(compare.differences(record, answer(name))) == 1
    del record["values"]["0"]
    assert len(compare.differences(record, answer(name))) == 2


def test_the_runner_seeds_as_these_programs_are_seeded(tmp_path, monkeypatch):
    """`seeded` stands for --seed, which TensorFlow 1.15.5 never had."""

    def program(tf):
        w = tf.get_variable("w", [3])
        with programs.initialized(tf) as session:
            return [session.run(w + tf.random_uniform([3])) for _ in range(2)]

    (tmp_path / "script.py").write_text(SCRIPT)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-m", "legacy_tf", "run", "--seed", str(programs.RUNNER_SEED), "script.py"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stderr
    values = programs.run_program(tf, program, programs.RUNNER)["values"]
    printed = [json.loads(line) for line in run.stdout.splitlines()]
    assert np.array_equal(np.float32(printed), np.float32([values["0"]["flat"], values["1"]["flat"]]))
