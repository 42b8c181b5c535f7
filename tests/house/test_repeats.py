"""No pattern repeats a word whose end is left open: such a repeat tries every way to cut a long word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# `(?:[a-z]+ ?){1,6}`: the space may be missing, so one word can be read as up to six.
OPEN_REPEAT = re.compile(r"(?:\[[^\]]*\]|\\[wSd])[+*](?: |,\? |\\s)\?\)[{*+]")
SOURCES = sorted([*ROOT.glob("kg/**/*.py"), *ROOT.glob("kg/**/*.toml")])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_repeated_word_may_be_cut_anywhere(path: Path) -> None:
    assert not OPEN_REPEAT.findall(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("pattern", [r"(?:[a-z]+ ?){1,6}", r"(?:\w+,? ?){2}", r"(?:[^\s;]+\s?)*"])
def test_the_rule_sees_an_open_repeat(pattern: str) -> None:
    assert OPEN_REPEAT.search(pattern)
