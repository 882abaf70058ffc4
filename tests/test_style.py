"""Ruff's rules and format, and the project's own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]])
def test_ruff(command):
    run = subprocess.run([sys.executable, "-m", "ruff", *command, "--no-cache", "."], cwd=ROOT, capture_output=True)
    assert run.returncode == 0, run.stdout.decode()


def test_arrows_point_one_way():
    """tests → reproductions → legacy_tf → TensorFlow; no course's reproduction imports another's."""
    for path in (ROOT / "legacy_tf").rglob("*.py"):
        assert not re.search(r"^\s*(from|import) (reproductions|tests|oracle)", path.read_text(), re.M), path
    courses = ("lecture13", "homework6", "practice9", "session11", "kaist_tutorial")
    for course in courses:
        for path in (ROOT / "reproductions" / course).rglob("*.py"):
            others = "|".join(c for c in courses if c != course)
            assert not re.search(rf"reproductions\.({others})", path.read_text()), path
