"""Word lists are data: each says where it comes from, under which licence, and what its fields are."""

import re
from pathlib import Path
from typing import Any

import pytest
from source import PACKAGE, ROOT

FILES = sorted(path for path in (PACKAGE / "data").rglob("*") if path.suffix in {".txt", ".tsv", ".csv"})
TABLES = sorted((PACKAGE / "data").rglob("*.toml"))
LARGEST = 400_000  # bytes; small enough to be read at the first use


def named(paths: list[Path]) -> list[Any]:
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


def test_there_are_gazetteers() -> None:
    assert FILES


@pytest.mark.parametrize("path", named(FILES + TABLES))
def test_the_header_gives_source_licence_date_and_fields(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = "\n".join(line for line in lines[:40] if line.startswith("#"))
    assert lines[0].startswith("# ")
    for word in ("Source:", "Licence:", "Date:"):
        assert word in header
    assert re.search(r"Date: \d{4}-\d\d", header)
    if path in FILES:
        assert "Fields:" in header


@pytest.mark.parametrize("path", named(FILES))
def test_entries_are_clean_and_stand_once(path: Path) -> None:
    entries = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert entries
    assert not [line for line in entries if line.startswith(" ") or line.endswith(" ")]
    assert not {line for line in entries if entries.count(line) > 1}


@pytest.mark.parametrize("path", named(FILES + TABLES))
def test_a_gazetteer_is_small_and_plain(path: Path) -> None:
    data = path.read_bytes()
    assert len(data) < LARGEST
    assert b"\r" not in data
    assert data.endswith(b"\n")
