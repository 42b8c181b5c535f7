"""What a report of results tells as done in its period bears the year of that period, where no date is stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.events.slices import load_kinds
from kg.extract.events.telling import Telling
from kg.model import PartialDate, Status

_APART = re.compile(r"\b(?:19|20)\d\d\b|\brecently\b")  # a time of its own
_IN_PERIOD = frozenset(
    {
        "Acquisition", "Award", "Certification", "ContractWin", "DebtFinancing", "DebtRepayment", "EquityOffering",
        "FacilityClosing", "FacilityExpansion", "FacilityOpening", "Hiring", "Layoff", "Partnership", "PatentGrant",
        "ProductLaunch", "Reorganization", "Settlement", "ShareRepurchase",
    }
)  # fmt: skip


def reported(context: Context, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of the body of a report of results dated by its period (source: decision 33 of the guide)."""
    year = _year(context, told)
    if year is None:
        return list(told)
    return [replace(one, claim=replace(one.claim, date=PartialDate(year))) if _undated(one) else one for one in told]


def _year(context: Context, told: Sequence[Telling]) -> int | None:
    """The year of the period that the release reports on; None when it is no report of results."""
    topic, issued = context.calendar.topic, context.issued
    if topic is None or topic.end is None or issued is None or not 0 <= issued.year - topic.end.year <= 1:
        return None
    reports = (one for one in told if one.claim.type == "EarningsAnnouncement" and one.weight != 1)
    return topic.end.year if any(one.claim.modality is Status.ACTUAL for one in reports) else None


def _undated(one: Telling) -> bool:
    """Whether a sentence of the body tells a deed of the period without a time of its own in its words."""
    claim, reading = one.claim, load_kinds().readings.get(one.claim.rule)
    told = claim.date is None and claim.modality is Status.ACTUAL and one.weight == 1 and claim.type in _IN_PERIOD
    return told and reading is not None and reading.form == "verb" and not _APART.search(claim.evidence[0].quote)
