"""What the pages say is so: links lead somewhere, commands exist, shown answers are the program's."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from source import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
VERB = re.compile(r"(?:^|[\s&|(])kg ([a-z]+)\b")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return [text for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == language]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """A finished run of the interpreter."""
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def verbs() -> set[str]:
    return set(re.findall(r"^ +([a-z]+)  ", run("-m", "kg", "--help").stdout, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path, verbs: set[str]) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    for block in blocks(page, "sh"):
        lines = [line.split("#")[0] for line in block.splitlines()]
        assert {verb for line in lines for verb in VERB.findall(line)} <= verbs
        assert {line.split()[1] for line in lines if line.startswith("make ")} <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_in_the_pages_compiles(page: Path) -> None:
    for block in blocks(page, "python"):
        assert ast.parse(block).body


def test_the_readme_example_in_python_runs(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "README.md", "python")
    built = run("-m", "kg", "build", "tests/releases", "--store", str(tmp_path / "kg-store"))
    assert built.returncode == 0, built.stderr
    done = run("-c", f"import os; os.chdir({str(tmp_path)!r})\n{example}")
    assert done.returncode == 0, done.stderr
    assert "sells to" in done.stdout


def test_the_generated_pages_and_shown_answers_are_fresh() -> None:
    done = run("docs/generate.py", "--check")
    assert done.returncode == 0, f"stale, run `make docs`: {done.stdout}{done.stderr}"


def test_every_room_of_the_facts_is_named_once() -> None:
    named = re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "facts.md").read_text(encoding="utf-8"))
    rooms = {path.stem for path in (ROOT / "kg/extract/facts").rglob("*.py")} - {"__init__"}
    assert sorted(named) == sorted(rooms)
