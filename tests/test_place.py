"""How the Python sources of Keras 2.3.1 and TF 1.15.5 get to where they are imported from."""

import os
import subprocess
import sys
import zipfile

import pytest

from legacy_tf import place as places
from legacy_tf.keras import place as keras
from legacy_tf.place import NotThere
from legacy_tf.wheel import place as wheel

PLACES = [keras.PLACE, wheel.PLACE]
KEPT = {keras.PLACE: "keras/__init__.py", wheel.PLACE: "tensorflow_core/python/keras/__init__.py"}


def python(*arguments, **environment):
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment}, timeout=600)


@pytest.fixture(params=PLACES, ids=lambda place: place.name)
def place(request, tmp_path, monkeypatch):
    """A place whose directory is not there yet."""
    monkeypatch.delenv(request.param.variable, raising=False)
    monkeypatch.setattr(places.sysconfig, "get_path", lambda _: str(tmp_path))
    assert request.param.directory() == tmp_path / "share" / "legacy_tf" / request.param.name
    return request.param


def pip_brings(monkeypatch, *names, code=0):
    """pip, which finds a wheel with files of these names."""

    def run(command):
        assert "--require-hashes" in command and "--no-deps" in command
        with zipfile.ZipFile(os.path.join(command[command.index("-d") + 1], "a.whl"), "w") as archive:
            for name in names:
                archive.writestr(name, name)
        return subprocess.CompletedProcess(command, code)

    monkeypatch.setattr(places.subprocess, "run", run)


def files(place):
    return sorted(str(each.relative_to(place.directory())) for each in place.directory().rglob("*.*"))


def test_it_is_fetched_when_it_is_asked_for(place, monkeypatch, capsys):
    pip_brings(monkeypatch, KEPT[place], "tensorflow_core/python/training/saver.py", "keras.py")
    assert not place.is_there()
    assert place.require() == str(place.directory()) and place.is_there()
    assert files(place) == ["contents.txt", KEPT[place]]
    assert capsys.readouterr().err.endswith(f"{place.name}: fetching it by pip, {place.size} …\n")
    assert os.listdir(place.directory().parent) == [place.name]  # nothing else is left
    pip_brings(monkeypatch, code=1)
    assert place.require() == str(place.directory()) and not capsys.readouterr().err  # it is there


def test_what_an_earlier_release_took_is_fetched_anew(place, monkeypatch):
    pip_brings(monkeypatch, KEPT[place], KEPT[place].replace("__init__", "other"))
    place.fetch()
    now = place._replace(files=(KEPT[place],))
    assert place.is_there() and not now.is_there()
    now.require()
    assert now.is_there() and files(place) == ["contents.txt", KEPT[place]]
    assert os.listdir(place.directory().parent) == [place.name]


def test_pip_can_not(place, monkeypatch):
    pip_brings(monkeypatch, code=1)
    with pytest.raises(NotThere, match=f"fetch it by `{place.command}` .*pip could not fetch {place.title}: see above"):
        place.require()
    assert os.listdir(place.directory().parent) == []


def test_another_process_was_faster(place, monkeypatch):
    pip_brings(monkeypatch, KEPT[place])
    place.fetch()
    first = place.directory() / KEPT[place]
    first.write_text("there")
    place.fetch()
    assert first.read_text() == "there"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_directory_that_is_named_is_left_alone(place, tmp_path, monkeypatch):
    monkeypatch.setenv(place.variable, str(tmp_path / "mine"))
    with pytest.raises(NotThere, match=f"{place.title} is not in .*mine: fetch it by `{place.command}`"):
        place.require()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_directory_that_can_not_be_made(place, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(place.variable, str(tmp_path / "file" / "mine"))
    with pytest.raises(NotThere, match=f"can't be made .*: name another one in {place.variable}"):
        place.fetch()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_command(place, tmp_path):
    module = place.command.split()[-1]
    if place.is_there():
        run = python("-m", module)
        lines = run.stdout.splitlines()
        assert run.returncode == 0 and lines[0] == f"{place.title} is in {place.directory()}"
        assert len(lines) == (2 if place is keras.PLACE else 1)  # Keras is nothing without tf.keras' backend
    nothing = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path), "PIP_CONFIG_FILE": os.devnull}
    run = python("-m", module, **{place.variable: str(tmp_path / "new")}, **nothing)
    assert run.returncode == 2 and not run.stdout
    assert run.stderr.splitlines()[-1] == f"{module}: pip could not fetch {place.title}: see above"
