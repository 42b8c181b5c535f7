"""Every sentence of every table gives the claims it must, and none that it must not."""

from __future__ import annotations

from typing import Any

import pytest
from tiny import HERE, agrees, claims_of, table

from kg.model import (
    Claim,
    CompanyClaim,
    CustomerClaim,
    FacilityClaim,
    FactClaim,
    MoveClaim,
    PersonClaim,
    QuotationClaim,
    RelationClaim,
)

KINDS: dict[str, type[Claim]] = {
    "companies": CompanyClaim,
    "people": PersonClaim,
    "customers": CustomerClaim,
    "facilities": FacilityClaim,
    "moves": MoveClaim,
    "facts": FactClaim,
    "relations": RelationClaim,
    "quotations": QuotationClaim,
}
TABLES = {kind: table(kind) for kind in KINDS if (HERE / f"{kind}.toml").exists()}


def rows(side: str) -> list[Any]:
    return [
        pytest.param(kind, row, id=f"{kind}-{number}-{row['text'][:40]}")
        for kind, sides in TABLES.items()
        for number, row in enumerate(sides[side], 1)
    ]


def found(kind: str, text: str) -> list[Claim]:
    return [claim for claim in claims_of(text) if type(claim) is KINDS[kind]]


@pytest.mark.parametrize(("kind", "row"), rows("must"))
def test_sentence_gives_its_claims(kind: str, row: dict[str, Any]) -> None:
    claims = found(kind, row["text"])
    for expected in row["expect"]:
        assert any(agrees(claim, expected) for claim in claims), f"no {expected} among {claims}"


@pytest.mark.parametrize(("kind", "row"), rows("must_not"))
def test_sentence_gives_no_such_claim(kind: str, row: dict[str, Any]) -> None:
    wrong = [claim for claim in found(kind, row["text"]) if agrees(claim, row.get("not", {}))]
    assert not wrong


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_table_has_as_many_warnings_as_its_kind_needs(kind: str) -> None:
    assert kind in TABLES, f"tests/language/{kind}.toml is missing"
    assert len(TABLES[kind]["must_not"]) * 2 >= len(TABLES[kind]["must"])
