"""Old scripts by `python -m legacy_tf run` against what they printed under TensorFlow 1.15.5."""

import json
from pathlib import Path

import pytest

from legacy_tf import tf
from oracle import data, printed

GOLDEN = Path(__file__).parent / "golden" / "scripts.json"


@pytest.mark.parametrize("name", printed.SCRIPTS)
def test_an_old_script_prints_what_it_printed(name, monkeypatch):
    if name == "mnist_softmax" and not data.mnist_is_there():
        pytest.skip("the four files of MNIST are not in ../shared/mnist")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    golden = json.loads(GOLDEN.read_text())["records"][name]["printed"]
    assert len(golden) > 4
    assert printed.differences(golden, printed.run_script(tf, name)["printed"]) == []


def test_every_script_is_run():
    assert {path.stem for path in Path(printed.FOLDER).glob("*.py")} == set(printed.SCRIPTS)


@pytest.mark.parametrize(
    "old, new, equal",
    [
        ("loss 0.6616", "loss 0.6617", True),
        ("loss 0.6616", "loss 0.6618", False),
        ("loss 0.6616", "lost 0.6616", False),
        ("step 10", "step 11", False),
        ("226.69751", "226.69799", True),
        ("226.69751", "226.70751", False),
        ("1e-05 x", "1.00001e-05 x", True),
        ("[0.5, -0.25]", "[0.5, 0.25]", False),
        ("0.5", "nan", False),
        ("0.5", "0.5 0.5", False),
    ],
)
def test_a_wrong_line_is_seen(old, new, equal):
    assert (printed.differences([old], [new]) == []) == equal


def test_a_missing_line_is_seen():
    assert printed.differences(["a", "b"], ["a"]) == ["1 lines, not 2"]
