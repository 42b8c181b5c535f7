"""Facts of one release against each other: agreement raises confidence, contradiction is kept and named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.context.context import Context
from kg.extract.facts.arithmetic import confirmed, rescaled, sum_conflicts
from kg.extract.facts.checked.sums import checks, discrepancy
from kg.extract.facts.concepts.earnings import earnings
from kg.model import Confidence, Discrepancy, FactClaim, PartialDate
from kg.text.money import find_money, find_percents
from kg.text.numbers import find_numbers

_COMPARED = frozenset(("Other", "Charge", "Debt", "ContractValue", "TransactionValue", "SharePrice", "OfferingAmount"))


def reconcile(
    context: Context, prose: Sequence[FactClaim], tables: Sequence[FactClaim]
) -> list[FactClaim | Discrepancy]:
    """All facts, with the confidence of those that others confirm raised, and their contradictions."""
    tables = rescaled(tables)
    told = _by_line(tables)
    raised: dict[int, Confidence] = {}
    conflicts: list[Discrepancy] = []
    for claim in prose:
        if claim.measure != "level" or claim.concept in _COMPARED or claim.value is None:
            continue
        rivals = [other for other in told[_line(claim)] if _same_end(claim.end, other.end)]
        agreeing = [other for other in rivals if _agrees(claim, other)]
        for other in agreeing:
            raised[id(claim)] = raised[id(other)] = Confidence.EXPLICIT
        if rivals and not agreeing and _comparable(claim, rivals):
            conflicts.append(_conflict(claim, rivals[0]))
    sums = list(checks(context))
    places = {figure.cell.span.end for sum_ in sums if sum_.holds for figure in (sum_.total, *sum_.parts)}
    added = {id(claim) for claim in tables if claim.evidence[0].span.end in places}
    per_share, against = earnings(context, tables)
    raised.update(dict.fromkeys(confirmed(tables) | added | per_share, Confidence.EXPLICIT))
    facts = [_with(claim, raised) for claim in (*prose, *tables)]
    broken = (discrepancy(context, sum_) for sum_ in sums if not sum_.holds)
    return [*facts, *conflicts, *sum_conflicts(tables), *broken, *against]


def _with(claim: FactClaim, raised: dict[int, Confidence]) -> FactClaim:
    confidence = raised.get(id(claim))
    return claim if confidence is None else replace(claim, confidence=confidence)


def _line(claim: FactClaim) -> tuple[object, ...]:
    return (claim.concept, claim.unit, claim.period, claim.scope, claim.basis, claim.kind)


def _by_line(claims: Sequence[FactClaim]) -> dict[tuple[object, ...], list[FactClaim]]:
    lines: dict[tuple[object, ...], list[FactClaim]] = defaultdict(list)
    for claim in claims:
        if claim.value is not None:
            lines[_line(claim)].append(claim)
    return lines


def _same_end(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return False
    short, long = sorted((str(one), str(other)), key=len)
    return long.startswith(short)


def tolerance(claim: FactClaim) -> Decimal:
    """How far the true value may lie from a printed figure: one unit of its last printed place."""
    amounts = [amount for _, _, amount in (*find_money(claim.printed), *find_percents(claim.printed))]
    places = [amount.places for amount in amounts] or [number.places for number in find_numbers(claim.printed)]
    return Decimal(1).scaleb(-places[0]) if places else Decimal(0)


def _agrees(prose: FactClaim, table: FactClaim) -> bool:
    assert prose.value is not None
    assert table.value is not None
    if prose.shares is not None and table.shares is not None and prose.shares != table.shares:
        return False
    return abs(prose.value - table.value) <= tolerance(prose)


def _comparable(claim: FactClaim, rivals: Sequence[FactClaim]) -> bool:
    """Whether a difference is one between statements, not between readings: one rival, nothing inferred, same kind."""
    rival = rivals[0]
    if len(rivals) != 1 or claim.period_inferred or rival.period_inferred or claim.value is None or rival.value is None:
        return False
    if claim.concept == "EarningsPerShare" and claim.shares != rival.shares:
        return False
    ratio = abs(claim.value / rival.value) if rival.value else Decimal(0)
    return Decimal("0.5") < ratio < 2 and claim.company == rival.company


def _conflict(claim: FactClaim, rival: FactClaim) -> Discrepancy:
    return Discrepancy(
        evidence=(claim.evidence[0], rival.evidence[0]),
        rule="facts/prose-against-table",
        confidence=Confidence.INFERRED,
        note=(
            f"The text gives {claim.printed} as {claim.label} of the {claim.period} to {claim.end}, "
            f"the table {rival.printed} ({rival.label})."
        ),
    )
