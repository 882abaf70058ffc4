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


def headings(text):
    """The anchors of a page's headings, as GitHub makes them."""
    lines = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", line.replace("`", "").lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
        if target.startswith("http"):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in headings(there.read_text()), target
