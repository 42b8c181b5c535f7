"""Earnings a share against income and the number of shares, and basic against diluted earnings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kg.context.context import Context
from kg.extract.facts.arithmetic import step
from kg.model import Confidence, Discrepancy, FactClaim

# Words of a release whose income is not all for its common shares, or whose shares are counted in another way.
_OTHERS_SHARE = re.compile(
    r"\b(?:preferred|preference|minority|non-?controlling|participating|two-class|convertible|attributable|available to|accretion|"
    r"extraordinary|discontinued|split|accounting (?:change|principle)|deemed dividend|beneficial conversion|class [AB]|units?|ADSs?|"
    r"cumulative effect|distributed|antidilutive|anti-dilutive)\b",
    re.IGNORECASE,
)
_FAR = Decimal("0.05")  # of the earnings: a smaller difference is one of averages

_Place = tuple[object, ...]


def earnings(context: Context, tables: Sequence[FactClaim]) -> tuple[set[int], list[Discrepancy]]:
    """The ids of claims that income over shares confirms, and what contradicts it or basic earnings."""
    places = {(claim.concept, claim.shares, *_place(claim)): claim for claim in tables if claim.value is not None}
    sure: set[int] = set()
    against: list[Discrepancy] = []
    alone = _OTHERS_SHARE.search(context.document.text) is None
    for claim in tables:
        if claim.concept != "EarningsPerShare" or claim.value is None or claim.shares == "basic":
            continue
        place = _place(claim)
        income = places.get(("NetIncomeLoss", None, *place))
        count = places.get(("WeightedAverageSharesDiluted", "diluted", *place))
        basic = places.get(("EarningsPerShare", "basic", *place)) if claim.shares == "diluted" else None
        if income is not None and count is not None and count.value:
            if _agrees(claim, income, count):
                sure |= {id(claim), id(income), id(count)}
            elif alone and _contradicts(claim, income, count):
                against.append(_told(claim, (income, count), "facts/income-over-shares", "is not what {} over {} make"))
        if alone and basic is not None and basic.value and 0 < basic.value < claim.value - step(claim):
            against.append(_told(claim, (basic,), "facts/basic-against-diluted", "is more than {}"))
    return sure, against


def _place(claim: FactClaim) -> _Place:
    return (claim.period, claim.end, claim.scope, claim.basis, claim.kind)


def _range(income: FactClaim, count: FactClaim) -> tuple[Decimal, Decimal]:
    """The least and the most that an income over a number of shares can be, both being rounded."""
    assert income.value is not None
    assert count.value is not None
    ends = [
        (income.value + one * step(income) / 2) / (count.value + other * step(count) / 2)
        for one in (-1, 1)
        for other in (-1, 1)
    ]
    return min(ends), max(ends)


def _agrees(claim: FactClaim, income: FactClaim, count: FactClaim) -> bool:
    assert claim.value is not None
    low, high = _range(income, count)
    return low - step(claim) / 2 <= claim.value <= high + step(claim) / 2


def _contradicts(claim: FactClaim, income: FactClaim, count: FactClaim) -> bool:
    """Whether stated earnings a share are far from those reckoned, or of the other sign."""
    assert claim.value is not None
    low, high = _range(income, count)
    room = max(2 * step(claim), abs(claim.value) * _FAR)
    return not low - room <= claim.value <= high + room


def _told(claim: FactClaim, others: Sequence[FactClaim], rule: str, words: str) -> Discrepancy:
    named = [f"{other.printed} ({other.label})" for other in others]
    return Discrepancy(
        evidence=(claim.evidence[0], *(other.evidence[0] for other in others)),
        rule=rule,
        confidence=Confidence.INFERRED,
        note=f"The table gives {claim.printed} ({claim.label}) for the {claim.period} to {claim.end}, which {words.format(*named)}.",
    )
