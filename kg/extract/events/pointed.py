"""Deeds told of with "the" after an earlier sentence has said whose they are: "the planned IPO", of a subsidiary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.events.telling import Telling
from kg.model import Confidence, EventClaim

_FIRST_SALE = re.compile(r"\b(?:IPO|initial public offering)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|this|that) (?:(?:planned|proposed|upcoming|anticipated|future|intended) )?(?:IPO|initial public offering)\b",
    re.IGNORECASE,
)


def without_echoes(told: Sequence[Telling]) -> list[Telling]:
    """The tellings without those of "the IPO" that nobody is named for, where an earlier one is that of another company."""
    return [one for at, one in enumerate(told) if not _echo(one.claim, told[:at])]


def _echo(claim: EventClaim, before: Sequence[Telling]) -> bool:
    bare = claim.type == "EquityOffering" and claim.confidence is Confidence.INFERRED
    if not bare or not _DEFINITE.search(claim.evidence[0].quote):
        return False
    mine = {part.name for part in claim.participants if part.role == "company"}
    last = next((one.claim for one in reversed(before) if _is_first_sale(one.claim)), None)
    theirs = {part.name for part in last.participants if part.role == "company"} if last else set()
    return bool(theirs) and mine.isdisjoint(theirs)


def _is_first_sale(claim: EventClaim) -> bool:
    return claim.type == "EquityOffering" and _FIRST_SALE.search(claim.evidence[0].quote) is not None
