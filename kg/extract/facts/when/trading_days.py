"""The days that splits take effect on and that shares are traded at a price."""

from __future__ import annotations

import re

from kg.context.calendar import Resolved
from kg.context.fiscal import days_apart
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Line
from kg.extract.facts.when.timing import Clock, Timed
from kg.model import PartialDate
from kg.text.dates import find_dates, month_number, real_date

_EFFECTIVE = re.compile(
    r"\b(?:effective|effected|distributed|distribution date|paid|payable|takes? effect|took effect)\s(?:on\s|as\sof\s|as\sat\s)?$"
)


def taking_effect(line: Line, draft: Draft, clock: Clock) -> Timed | None:
    """The day on which a split or stock dividend takes effect, where the sentence gives it behind."""
    if not draft.label.startswith(("stock split", "reverse stock split", "stock dividend")):
        return None
    for start, _, day in find_dates(line.text, clock.calendar.issued):
        if start > draft.item.end and _EFFECTIVE.search(line.text, draft.item.end, start):
            return Timed(Resolved("instant", day), said=True)
    return None


_CLOSE_BY = re.compile(r",?\s(?:(?:per|a)\sshare\s)?(?:on|as\sof)\s(?:\w+day,\s)?")


def traded_on(line: Line, draft: Draft, clock: Clock) -> Timed | None:
    """The day of a share's price: "closed at $4.03 on February 20", "on February 20, the stock closed at $4.03"."""
    if draft.label.startswith(("percent below", "percent above")):
        return _price_day(line, draft, clock)
    if draft.concept != "SharePrice" or draft.label != "share price":
        return None
    for start, end, day in [*find_dates(line.text, clock.calendar.issued), *_bare_days(line, clock)]:
        told = _CLOSE_BY.fullmatch(line.text, draft.item.end, start) if start >= draft.item.end else None
        behind = end <= draft.item.start and re.fullmatch(r",?\s?\(", line.text[end : draft.item.start])
        if day.day and (
            told or behind or (end < draft.item.start and re.match(r"\W*(?:On|As of)\s", line.text[:start]))
        ):
            return Timed(Resolved("instant", day), said=True)
    return None


_BARE_DAY = re.compile(
    r"\bon\s(?P<day>(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\s(?P<n>\d{1,2}))\b(?!,?\s\d{4})"
)


def _bare_days(line: Line, clock: Clock) -> list[tuple[int, int, PartialDate]]:
    """The days of a line told without a year, as the last before the release."""
    issued = clock.calendar.issued
    days: list[tuple[int, int, PartialDate]] = []
    for match in _BARE_DAY.finditer(line.text) if issued is not None and issued.day is not None else ():
        for year in (issued.year, issued.year - 1) if issued else ():
            day = real_date(year, month_number(match["month"]), int(match["n"]))
            if day is not None and issued is not None and days_apart(day, issued) >= 0:
                days.append((match.start("day"), match.end(), day))
                break
    return days


def _price_day(line: Line, draft: Draft, clock: Clock) -> Timed:
    """The day of the price that a figure lies below or above: "24 percent below the closing price on March 3"."""
    for start, _, day in find_dates(line.text, clock.calendar.issued):
        if start > draft.item.end and re.fullmatch(r"[^;()]{3,90}\son\s", line.text[draft.item.end : start]):
            return Timed(Resolved("instant", day), said=True)
    return Timed(Resolved("instant", None), said=False)
