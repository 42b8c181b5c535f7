"""Which of several figures for one line and period stands: the first, the exacter, the total."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.facts.arithmetic import step
from kg.extract.facts.tables.rows import plain_label
from kg.extract.facts.tables.table_rows import TableRow
from kg.model import FactClaim

# Of these a table can print a part and the total under names that both mean the line.
_TOTALLED = frozenset(("Revenues", "CashAndCashEquivalents", "StockholdersEquity", "Loans", "Debt"))


def key(claim: FactClaim) -> tuple[object, ...]:
    """What makes two figures of tables one fact."""
    return (
        claim.concept, claim.value, claim.low, claim.high, claim.unit, claim.period, claim.end, claim.scope,
        claim.basis, claim.shares,
    )  # fmt: skip


def totals(rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows of a table without those that a total of the same line follows."""
    last = {_line(row): at for at, row in enumerate(rows) if row.line.concept in _TOTALLED and _totals(row)}
    return [row for at, row in enumerate(rows) if at >= last.get(_line(row), 0) or _totals(row)]


def _line(row: TableRow) -> tuple[str, str, str]:
    return row.line.concept, row.line.scope, row.line.basis


def _totals(row: TableRow) -> bool:
    words = plain_label(row.label.text)
    if row.line.concept == "CashAndCashEquivalents":
        return "equivalents" in words
    return words.startswith("total ")


def best(claims: list[FactClaim]) -> list[FactClaim]:
    """Of figures for one line and period that differ, the first; of roundings of each other, the exacter."""
    kept: dict[tuple[object, ...], FactClaim] = {}
    for claim in claims:
        place = (claim.concept, claim.unit, claim.period, claim.end, claim.scope, claim.basis, claim.shares, claim.kind)
        other = kept.get(place)
        if other is None or _rounded(other, claim):
            kept[place] = claim
    return list(kept.values())


def _rounded(coarse: FactClaim, fine: FactClaim) -> bool:
    """Whether the first value is a rounding of the second."""
    if coarse.value is None or fine.value is None or coarse.value == fine.value:
        return False
    return abs(coarse.value - fine.value) <= step(coarse) and step(fine) < step(coarse)
