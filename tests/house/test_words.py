"""What is written in the project speaks of the project."""

import re
import subprocess
from pathlib import Path

import pytest
from source import ROOT

SKIPPED = {".png", ".gz", ".zip", ".tar"}
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
MACHINE = re.compile(r"(?:^|[\s\"'(`])/(?:work|root|home)/")


def files() -> list[Path]:
    """The files of the repository that are text, the licence left out."""
    out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\0"
    )
    paths = [ROOT / name for name in out if name and name != "LICENSE"]
    return [path for path in paths if path.is_file() and path.suffix not in SKIPPED]


@pytest.fixture(scope="module")
def texts() -> dict[Path, str]:
    found = {path: path.read_text(encoding="utf-8", errors="replace") for path in files()}
    if not found:
        pytest.skip("not a git checkout: nothing to list")
    return found


def test_nothing_is_left_unfinished(texts: dict[Path, str]) -> None:
    assert not [str(path.relative_to(ROOT)) for path, text in texts.items() if UNFINISHED.search(text)]


def test_no_path_of_one_machine_stands_in_the_project(texts: dict[Path, str]) -> None:
    assert not [str(path.relative_to(ROOT)) for path, text in texts.items() if MACHINE.search(text)]


def test_texts_end_with_a_line_end_and_hold_no_stray_control_characters(texts: dict[Path, str]) -> None:
    stray = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
    bad = [
        str(path.relative_to(ROOT))
        for path, text in texts.items()
        if text and (not text.endswith("\n") or stray.search(text))
    ]
    assert not bad
