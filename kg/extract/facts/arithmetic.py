"""What the figures of tables must add up to: agreement makes them sure, a sum that does not hold is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from kg.model import Confidence, Discrepancy, FactClaim, PartialDate

# The parts that make a period, each with the months by which it ends earlier.
_PARTS = {
    "half": ((("quarter", 3), ("quarter", 0)),),
    "nine-months": ((("half", 3), ("quarter", 0)), (("quarter", 6), ("quarter", 3), ("quarter", 0))),
    "year": (
        (("nine-months", 3), ("quarter", 0)),
        (("half", 6), ("half", 0)),
        (("quarter", 9), ("quarter", 6), ("quarter", 3), ("quarter", 0)),
    ),
}
_LATE = 10  # days into a month up to which a period of weeks still belongs to the month before
_SUMMED = frozenset(
    (
        "Revenues", "CostOfRevenue", "GrossProfit", "OperatingExpenses", "OperatingIncomeLoss", "IncomeBeforeTaxes", "NetIncomeLoss",
        "ResearchAndDevelopmentExpense", "SellingGeneralAndAdministrativeExpense",
    )
)  # fmt: skip
# total, parts, and the signs with which the parts make it
_TOTALS = (
    ("Assets", (("Liabilities", 1), ("StockholdersEquity", 1))),
    ("GrossProfit", (("Revenues", 1), ("CostOfRevenue", -1))),
)

_PRINTED = re.compile(r"(?:\d[\d,]*|(?=\.\d))(?:\.(?P<places>\d+))?")

_Place = tuple[object, ...]


def rescaled(tables: Sequence[FactClaim]) -> list[FactClaim]:
    """The facts with counts of shares brought to the scale at which income over shares gives the stated earnings a share."""
    by_place = {_place(claim, claim.concept, claim.shares): claim for claim in tables if claim.value is not None}
    return [_scaled(claim, by_place) for claim in tables]


def _scaled(claim: FactClaim, by_place: dict[_Place, FactClaim]) -> FactClaim:
    if claim.concept != "WeightedAverageSharesDiluted" or not claim.value:
        return claim
    income = by_place.get(_place(claim, "NetIncomeLoss", None))
    for shares in ("diluted", None):
        earned = by_place.get(_place(claim, "EarningsPerShare", shares))
        if (
            income is None
            or earned is None
            or not income.value
            or not earned.value
            or abs(earned.value) < Decimal("0.05")
        ):
            continue
        ratio = abs(income.value / earned.value) / claim.value
        for factor in (Decimal(1000), Decimal(1_000_000), Decimal(1) / 1000, Decimal(1) / 1_000_000):
            if Decimal("0.8") < ratio / factor < Decimal("1.25"):
                return replace(claim, value=claim.value * factor)
    return claim


def confirmed(tables: Sequence[FactClaim]) -> set[int]:
    """The ids of the claims that others confirm: as total and parts, or as a longer period and the parts of it."""
    by_place = {_place(claim, claim.concept, claim.shares): claim for claim in tables if claim.value is not None}
    sure: set[int] = set()
    for total, parts in _TOTALS:
        for claim in tables:
            found = [by_place.get(_place(claim, name, None)) for name, _ in parts]
            known = [part for part in found if part is not None]
            if claim.concept == total and len(known) == len(parts):
                signed = sum((_value(part) * sign for part, (_, sign) in zip(known, parts, strict=True)), Decimal(0))
                if abs(signed - _value(claim)) <= 2 * step(claim):
                    sure |= {id(claim), *(id(part) for part in known)}
    for whole, parts_of in _periods(tables):
        if _holds(whole, parts_of):
            sure |= {id(whole), *(id(part) for part in parts_of)}
    return sure


def sum_conflicts(tables: Sequence[FactClaim]) -> Iterator[Discrepancy]:
    """The longer periods that are not the sum of their stated parts."""
    for whole, parts in _periods(tables):
        if _holds(whole, parts) or any(claim.period_inferred for claim in (whole, *parts)):
            continue
        yield Discrepancy(
            evidence=(whole.evidence[0], *(part.evidence[0] for part in parts)),
            rule="facts/parts-against-whole",
            confidence=Confidence.INFERRED,
            note=(
                f"The table gives {whole.printed} ({whole.label}) for the {whole.period} to {whole.end}; its parts, "
                + " and ".join(f"{part.printed} for the {part.period} to {part.end}" for part in parts)
                + ", make another sum."
            ),
        )


def step(claim: FactClaim) -> Decimal:
    """One unit of the last printed place of a table's figure, in base units."""
    printed = _PRINTED.search(claim.printed)
    if printed is None or claim.value is None:
        return Decimal(0)
    value, place = Decimal(printed[0].replace(",", "")), Decimal(1).scaleb(-len(printed["places"] or ""))
    if not value:
        return place if claim.unit.endswith("/share") else Decimal(0)
    return abs(claim.value / value) * place


def _holds(whole: FactClaim, parts: Sequence[FactClaim]) -> bool:
    slack = (step(whole) + sum((step(part) for part in parts), Decimal(0))) / 2 + step(whole) / 2
    return abs(_value(whole) - sum((_value(part) for part in parts), Decimal(0))) <= slack


def _periods(tables: Sequence[FactClaim]) -> Iterator[tuple[FactClaim, tuple[FactClaim, ...]]]:
    """Each longer period with the parts that make it, where tables tell all of them."""
    lines: dict[tuple[_Place, str, int], FactClaim] = {}
    for claim in tables:
        month = _month(claim.end)
        if claim.concept in _SUMMED and claim.value is not None and month is not None:
            lines.setdefault((_line(claim), claim.period, month), claim)
    for (line, period, month), whole in lines.items():
        for parts in _PARTS.get(period, ()):
            found = [lines.get((line, part, month - back)) for part, back in parts]
            told = tuple(part for part in found if part is not None)
            if len(told) == len(parts):
                yield whole, told


def _month(end: PartialDate | None) -> int | None:
    if end is None or end.month is None:
        return None
    return end.year * 12 + end.month - (1 if end.day is not None and end.day <= _LATE else 0)


def _line(claim: FactClaim) -> _Place:
    return (claim.concept, claim.scope, claim.basis, claim.kind, claim.unit)


def _place(claim: FactClaim, concept: str, shares: str | None) -> _Place:
    """Where another concept of the same column stands."""
    return (concept, claim.period, claim.end, claim.scope, claim.basis, claim.kind, shares)


def _value(claim: FactClaim) -> Decimal:
    assert claim.value is not None
    return claim.value
