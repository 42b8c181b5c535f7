"""The period that a table column's head and the lines above it name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.calendar import FiscalCalendar, Resolved
from kg.context.heads import HeadWords, complete_head, spelled_span
from kg.model import PartialDate
from kg.text.dates import month_end, real_date
from kg.text.period_patterns import TO_DATE
from kg.text.periods import find_periods

_AS_OF = re.compile(r"\b(?:as of|as at|at)\b", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:projected|forecast|guidance|outlook|estimated?|budget|target|expected)\b", re.IGNORECASE)


def column_period(head: str, lines: Sequence[str], calendar: FiscalCalendar, *, instant: bool) -> Resolved | None:
    """The period of a column; `lines` are the captions, nearest last; `instant` tells of a balance sheet.

    None where neither head nor captions say it.
    """
    head = spelled_span(head)
    words = complete_head(head, lines)
    if words is None:
        return None
    if instant:
        words = HeadWords("", words.date, words.month_day, words.year)
    said = head if find_periods(head, calendar.issued) else " ".join([*lines[-2:], head])
    return _settle(said, words, calendar, instant=instant)


def _to_date_before(text: str, year: int, calendar: FiscalCalendar) -> Resolved | None:
    """The year to date of another year than the current one, which the calendar tells."""
    current = calendar.resolve(find_periods("year to date")[0])
    if current is None or current.end is None or not 0 < current.end.year - year < 10:
        return None
    return Resolved(current.span, calendar.year_before(current, None, current.end.year - year).end, text, inferred=True)


def _settle(text: str, words: HeadWords, calendar: FiscalCalendar, *, instant: bool) -> Resolved | None:
    span = "instant" if instant and not words.span else words.span
    if words.date is not None:
        span = span or ("instant" if _AS_OF.search(text) or instant else "")
        if not span:
            span = "instant"
        end = words.date
        if end.day is None:
            end = calendar.known(end, span) or end
        return Resolved(span, end, text)
    if words.month_day is not None and words.year is not None:
        month, day = words.month_day
        end = (real_date(words.year, month, day) if day else None) or PartialDate(words.year, month)
        if day is not None and day > 28 and end.day is None:
            end = month_end(words.year, month)
        known = calendar.known(end, span) if end.day is None else None
        return Resolved(span or "instant", known or end, text)
    for period in find_periods(text, calendar.issued):
        resolved = calendar.resolve(period, future=bool(_UNSURE.search(text)))
        if resolved is not None and resolved.end is not None:
            if words.year and period.year is None and resolved.end.year != words.year:
                continue
            return resolved
    if words.year is None:
        return None
    if TO_DATE.search(text):
        return _to_date_before(text, words.year, calendar)
    if instant:
        return Resolved("instant", calendar.known(PartialDate(words.year, 12)) or PartialDate(words.year), text)
    if span in ("", "year"):
        phrase = find_periods(f"in {words.year}")[0]
        return calendar.resolve(phrase)
    base = calendar.topic
    if base is not None and base.end is not None and span == base.span:
        years = base.end.year - words.year
        return Resolved(
            span, base.end if years == 0 else calendar.year_before(base, None, years).end, text, inferred=True
        )
    return Resolved(span, PartialDate(words.year), text, inferred=True)
