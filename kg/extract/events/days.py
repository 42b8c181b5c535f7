"""The days of calls told with their hour, and of reports told with the day on which they were made."""

from __future__ import annotations

import re

from kg.extract.events.scenes import Scene
from kg.model import PartialDate
from kg.text.dates import find_dates

_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\bnoon\b", re.IGNORECASE)
_SAME_DAY = re.compile(r"\b(?:(?:the )?same day|that (?:same )?(?:day|morning|afternoon))\b", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:tomorrow|following (?:day|morning)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|each|every)\b", re.IGNORECASE
)


_DUE = re.compile(r"(?:[^.;]|\.\d){0,100}?\b(?:due (?:on |and payable on |and payable )?|(?:as of|at) )(?=[A-Z])")
_ON = re.compile(r"(?:\A|[.;:] |\band )on (?:\w+day,? )?\Z", re.IGNORECASE)
_MADE = re.compile(r"\b(?:announc|report|releas|publish|issu|unveil|disclos)\w*", re.IGNORECASE)
_REACH = 80  # characters between a day at the front and the verb of its report


def due_day(text: str, end: int, issued: PartialDate | None) -> PartialDate | None:
    """The day on which the payment was due that text[:end] says was not made; None when none is told."""
    due = _DUE.match(text, end)
    told = [when for begin, _, when in find_dates(text, issued) if due and begin == due.end()]
    return told[0] if told else None


def report_day(scene: Scene) -> PartialDate | None:
    """The day that opens the sentence of a report: "On June 17, it announced revenue of"."""
    text, start = scene.sentence.text, scene.core[0]
    if not _MADE.search(text, max(0, start - 20), scene.core[1]):
        return None
    opening = (
        when
        for begin, end, when in find_dates(text, scene.context.issued)
        if when.day is not None and end <= start <= end + _REACH and _ON.search(text, 0, begin)
    )
    return next(opening, None)


def call_day(scene: Scene) -> PartialDate | None:
    """The one day that the sentence of a call names, or the one before it ("the same day"), else that of the release."""
    text, issued = scene.sentence.text, scene.context.issued
    if scene.reading.type != "ConferenceCall" or not _CLOCK.search(text):
        return None
    days = _days(text, issued)
    if not days and _SAME_DAY.search(text):
        days = _days(_before(scene), issued)
        return days.pop() if len(days) == 1 else None
    if days:
        return days.pop() if len(days) == 1 else None
    return None if _OTHER_DAY.search(text) else issued


def _days(text: str, issued: PartialDate | None) -> set[PartialDate]:
    return {when for _, _, when in find_dates(text, issued) if when.day is not None}


def _before(scene: Scene) -> str:
    """The sentence before, in the same paragraph."""
    number, block = scene.sentence.number - 1, scene.sentence.block
    return next((s.text for s in scene.context.document.sentences if s.number == number and s.block == block), "")
