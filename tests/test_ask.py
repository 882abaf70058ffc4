"""tests/oracle/ask.py without an oracle: how it looks for a Python 3.7, what it says, how it compares."""

import json
import sys

import pytest

from oracle import ask


def test_no_python37_has_an_exit_code_of_its_own(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ENVIRONMENT", tmp_path / "oracle")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("ORACLE_PYTHON", sys.executable)
    with pytest.raises(SystemExit) as exit:
        ask.make_environment()
    assert exit.value.code == ask.NO_PYTHON == 3
    error = capsys.readouterr().err
    assert f"ORACLE_PYTHON is {sys.executable}, which is no Python 3.7" in error and "Nothing was asked" in error
    assert not (tmp_path / "oracle").exists()


def test_a_python_that_is_not_there(tmp_path):
    assert ask.says(tmp_path / "python", "print(1)") is None
    assert ask.says(sys.executable, "raise SystemExit(1)") is None
    assert ask.says(sys.executable, "print(1)") == "1"


def test_an_environment_that_cannot_be_made(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(ask, "ENVIRONMENT", tmp_path / "oracle")
    monkeypatch.setattr(ask, "python37", lambda: str(tmp_path / "gone"))
    with pytest.raises(SystemExit) as exit:
        ask.make_environment()
    assert exit.value.code == 2 and "Could not make the oracle's environment" in capsys.readouterr().err


def test_moved_names_what_moved(tmp_path, monkeypatch):
    monkeypatch.setattr(ask, "GOLDEN", tmp_path)
    new = tmp_path / "new.json"
    records = {"a": {"random": {"r": [1, 2]}}, "b": {"nodes": [["x", "Const"]]}}
    new.write_text(json.dumps({"records": records}))
    assert ask.moved("layers", new) == {"": ["layers: no committed golden"]}
    (tmp_path / "layers.json").write_text(json.dumps({"records": records}))
    assert ask.moved("layers", new) == {}
    records["a"]["random"]["r"][1] = 3
    del records["b"]
    (tmp_path / "layers.json").write_text(json.dumps({"records": records}))
    lines = ask.moved("layers", new)
    assert list(lines) == ["b", "a"] and lines["b"] == ["layers: b is only in one of the two"]
    assert lines["a"][0].startswith("layers: a: random: r is [1, 2]")


def test_what_may_race_is_asked_again(tmp_path, monkeypatch, capsys):
    """Only what differs every time has moved."""
    monkeypatch.setattr(ask, "GOLDEN", tmp_path)
    new = tmp_path / "new.json"
    golden = {name: {"random": {"r": [1, 2]}} for name in "abc"}
    (tmp_path / "keras.json").write_text(json.dumps({"records": golden}))

    def asked(*differing):
        records = {name: {"random": {"r": [1, 3 if name in differing else 2]}} for name in "abc"}
        new.write_text(json.dumps({"records": records}))
        return 0

    asked()
    assert ask.always_moved("keras", new, lambda suite: pytest.fail("asked for nothing")) == {}
    asked("a", "b")
    assert list(ask.always_moved("keras", new, lambda suite: asked("b", "c"))) == ["b"]
    assert "keras: a, b: asked again" in capsys.readouterr().out
    answers = iter([("a", "c"), ("b",)])
    asked("a")
    assert ask.always_moved("keras", new, lambda suite: asked(*next(answers))) == {}
    asked("a")
    assert list(ask.always_moved("keras", new, lambda suite: 2)) == ["a"]
