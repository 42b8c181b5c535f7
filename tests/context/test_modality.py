"""Every sentence of tests/language/modality.toml is read as its heading says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kg.context.modality import modality
from kg.model import Status

TABLE = Path(__file__).parents[1] / "language" / "modality.toml"


def rows() -> list[tuple[str, int, int, Status]]:
    table: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return [
        (marked, len(before), len(before) + len(words), Status(status.replace("_", "-")))
        for status, sentences in table.items()
        for marked in sentences
        for before, words in [plain_parts(marked)]
    ]


def plain_parts(marked: str) -> tuple[str, str]:
    """The text before the last bracketed words, brackets left out, and those words."""
    start, end = marked.rindex("["), marked.rindex("]")
    return marked[:start].replace("[", "").replace("]", ""), marked[start + 1 : end]


@pytest.mark.parametrize(("marked", "start", "end", "status"), rows())
def test_words_are_read_with_their_cues(marked: str, start: int, end: int, status: Status) -> None:
    text = marked.replace("[", "").replace("]", "")
    assert modality(text, start, end) is status


def test_table_is_large_and_every_status_is_in_it() -> None:
    assert len(rows()) >= 200
    assert {status for *_, status in rows()} == set(Status)


def test_long_sentences_of_cues_take_no_longer_than_their_length() -> None:
    text = "will not may " * 150 + "close the plant"
    assert modality(text, len(text) - 15, len(text) - 10) is not Status.ACTUAL
