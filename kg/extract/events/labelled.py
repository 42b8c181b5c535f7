"""Dates that stand in labelled lines under what they belong to: "Conference Call Details / Date: Tuesday, May 6, 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.events.happenings import later
from kg.extract.events.telling import Telling
from kg.model import PartialDate, Status
from kg.text.dates import find_dates

_AHEAD = 420  # characters under the invitation in which its lines stand
_BACK = 400  # characters before it in which a full date may stand
_LABEL = re.compile(r"\b(?:Dates?|When|Day)(?: (?:and|&|/) time| ?/ ?time)?:?\s*[:|–-]?\s*", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\d{1,2}:\d\d\b", re.IGNORECASE)
_REPLAY = re.compile(r"\b(?:replay|archive|recording|rebroadcast|record date)", re.IGNORECASE)
_AFTER = 60  # characters after a date in which its hour stands


def labelled(context: Context, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, undated invitations to calls dated by the lines under them."""
    return [_dated(context, one) if _waits(one) else one for one in told]


def _waits(one: Telling) -> bool:
    return one.claim.type == "ConferenceCall" and one.claim.date is None and one.claim.modality is Status.PLANNED


def _dated(context: Context, one: Telling) -> Telling:
    start = one.claim.evidence[0].span.start
    near = context.issued or _told_before(context.document.text[max(0, start - _BACK) : start])
    text = " ".join(context.document.text[start : start + _AHEAD + len(one.claim.evidence[0].quote)].split())
    for begin, end, date in find_dates(text, near):
        ahead, behind = text[max(0, begin - 40) : begin], text[end : end + _AFTER]
        if _REPLAY.search(text, 0, begin) or date.day is None:
            break
        if (_LABEL.search(ahead) or _CLOCK.search(behind) or _CLOCK.search(ahead)) and _to_come(date, context.issued):
            return replace(one, claim=replace(one.claim, date=date), dated=True)
    return one


def _told_before(text: str) -> PartialDate | None:
    """The last full date before an invitation, by which one without its year is read when the release is undated."""
    full = [date for _, _, date in find_dates(" ".join(text.split())) if date.day is not None]
    return full[-1] if full else None


def _to_come(date: PartialDate, issued: PartialDate | None) -> bool:
    return issued is None or date == issued or later(date, issued)
