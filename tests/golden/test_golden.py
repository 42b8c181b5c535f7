"""What the built graph says of the sample releases, against what a careful reader wrote down."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from compare import FIELDS, KINDS, forbidden, missing, records, surplus, wrong

from kg.store import snapshot

RECORDS = {record["id"]: record for record in records()}
# The least share of the records that must be found, and of the rows that must be asked for. They only rise.
FOUND = {
    "companies": 0.95,
    "people": 0.93,
    "customers": 0.85,
    "facilities": 0.95,
    "moves": 0.95,
    "facts": 0.92,
    "events": 0.90,
    "relations": 0.92,
    "quotations": 0.95,
}
RIGHT = {
    "companies": 0.95,
    "people": 0.95,
    "customers": 0.90,
    "facilities": 0.93,
    "moves": 0.90,
    "facts": 0.95,
    "events": 0.90,
    "relations": 0.95,
    "quotations": 0.95,
}
# The least share of right values among the other fields of what is found.
FIELDS_RIGHT = 0.90
Rows = dict[tuple[str, str], list[dict[str, str]]]


@pytest.mark.parametrize("name", RECORDS)
def test_the_release_is_known_by_its_title_issuer_and_date(name: str, rows: Rows) -> None:
    record = RECORDS[name]
    (release,) = rows["releases", record["source"]]
    assert (release["title"], release["issuer"], release["issued"]) == (
        record["title"],
        record["issuer"],
        record["issued"],
    )


@pytest.mark.parametrize("name", RECORDS)
def test_nothing_is_claimed_that_the_release_does_not_state(name: str, rows: Rows) -> None:
    record = RECORDS[name]
    for kind in KINDS:
        assert not forbidden(kind, record, rows.get((kind, record["source"]), []))


@pytest.mark.parametrize("kind", KINDS)
def test_enough_of_what_is_stated_is_found(kind: str, rows: Rows) -> None:
    wanted = [want for record in RECORDS.values() for want in record[kind] if not want.get("optional")]
    missed: list[dict[str, Any]] = []
    for record in RECORDS.values():
        missed += missing(kind, record, rows.get((kind, record["source"]), []))
    assert 1 - len(missed) / len(wanted) >= FOUND[kind], missed


@pytest.mark.parametrize("kind", KINDS)
def test_enough_of_what_is_claimed_is_stated(kind: str, rows: Rows) -> None:
    given = [row for record in RECORDS.values() for row in rows.get((kind, record["source"]), [])]
    extra = [
        row for record in RECORDS.values() for row in surplus(kind, record, rows.get((kind, record["source"]), []))
    ]
    assert given
    assert 1 - len(extra) / len(given) >= RIGHT[kind], extra


@pytest.mark.parametrize("kind", FIELDS)
def test_the_fields_of_what_is_found_are_right(kind: str, rows: Rows) -> None:
    faults: list[str] = []
    fields = 0
    for record in RECORDS.values():
        found, looked = wrong(kind, record, rows.get((kind, record["source"]), []))
        faults += found
        fields += looked
    assert 1 - len(faults) / fields >= FIELDS_RIGHT, "\n".join(faults)


def test_every_quote_stands_in_the_canonical_text_at_its_span(rows: Rows, texts: dict[str, str]) -> None:
    given = [row for kind in KINDS for record in records() for row in rows.get((kind, record["source"]), [])]
    assert given
    for row in given:
        assert texts[row["release"]][int(row["from_char"]) : int(row["to_char"])] == row["quote"]


def test_no_node_is_blank(store: Path) -> None:
    lines = [line for _, graph in snapshot(store).graphs() for line in graph]
    assert lines
    assert not [line for line in lines if any(part.startswith("_:") for part in line.split(" ", 3)[:3])]
