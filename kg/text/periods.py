"""Reporting periods as a text names them: "the second quarter of fiscal 2003", "a year ago", "Q4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.model import PartialDate
from kg.text import period_readings as readings
from kg.text.dates import find_dates, month_number
from kg.text.period_patterns import (
    AS_OF,
    BARE_BACK,
    BRACKET_GOES_ON,
    BRACKETED_YEAR,
    BY_DAY,
    FIRST_LENGTH,
    FISCAL_YEAR,
    GATE_FIGURES,
    GATE_WORDS,
    JOINED,
    LENGTHS,
    LISTED_YEAR,
    MONTH_IN,
    MONTHS,
    PLAIN_YEAR,
    QUARTER,
    QUARTERS_TO_DATE,
    SHORT,
    TO_DATE,
    TO_QUARTER,
    YEAR_BEFORE,
    YEAR_END,
    YEARS,
)
from kg.text.period_readings import Period

_DIGIT = re.compile(r"\d")


def find_periods(text: str, near: PartialDate | None = None) -> list[Period]:
    """Every period phrase of the text, in order, none overlapping; longer readings win.

    A day without a year ("ended June 30") takes the year that brings it closest to `near`.
    """
    return list(_find_periods(text, near))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_periods(text: str, near: PartialDate | None) -> tuple[Period, ...]:
    lower = text.lower()
    if not any(word in lower for word in GATE_WORDS) and not GATE_FIGURES.search(text):
        return ()
    found = sorted(_phrases(text, near), key=lambda period: (period.start - period.end, period.start))
    taken: list[Period] = []
    for period in found:
        if all(period.end <= other.start or other.end <= period.start for other in taken):
            taken.append(period)
    taken += _listed(text, taken)
    taken += _paired(text, taken)
    return tuple(_shared_tails(text, sorted(taken, key=lambda period: period.start)))


def _phrases(text: str, near: PartialDate | None) -> Iterator[Period]:
    """Every reading of every wording; they may overlap."""
    lower = text.lower()
    if "quarter" in lower or "half" in lower:
        yield from (readings.quarter(match, near) for match in QUARTER.finditer(text) if not readings.is_share(match))
    if "month" in lower or "week" in lower:
        yield from (readings.months(match, near) for match in MONTHS.finditer(text))
    figures = _DIGIT.search(text) is not None
    if figures and ("Q" in text or "H" in text or "9M" in text):
        yield from (readings.short(match) for match in SHORT.finditer(text))
    if "year" in lower or "period" in lower or "month" in lower:
        yield from (period for match in YEARS.finditer(text) if (period := readings.years(match, near)) is not None)
    if figures and ("fy" in lower or "fiscal" in lower or "calendar" in lower or "financial" in lower):
        yield from (readings.fiscal_year(match) for match in FISCAL_YEAR.finditer(text))
    if "year" in lower or "pcp" in lower or "corresponding" in lower:
        yield from (readings.back(match) for match in BARE_BACK.finditer(text))
    if "end" in lower:
        yield from (readings.year_end(match) for match in YEAR_END.finditer(text))
    for match in TO_DATE.finditer(text) if "date" in lower or "ytd" in lower or "so far" in lower else ():
        yield Period(
            match.start(), match.end(), match[0], "", None, int(match["y"]) if match["y"] else None, to_date=True
        )
    yield from (readings.to_quarter(match) for match in (TO_QUARTER.finditer(text) if "YTD" in text else ()))
    if figures:
        yield from _figured(text, near)


def _figured(text: str, near: PartialDate | None) -> Iterator[Period]:
    """The readings that only a text with a digit has."""
    yield from _instants(text, near)
    for pattern in (PLAIN_YEAR, YEAR_BEFORE):
        for match in pattern.finditer(text):
            yield Period(match.start(), match.end(), match[0], "year", year=int(match["y"]))
    for match in QUARTERS_TO_DATE.finditer(text) if "Q1" in text else ():
        span, ordinal = readings.TO_QUARTER_SPANS[match["q"]]
        year = int(match["y"]) if match["y"] else None
        yield Period(match.start(), match.end(), match[0], span, ordinal, year)
    for match in BRACKETED_YEAR.finditer(text):
        yield Period(match.start(), match.end(), match[0], "year", year=int(match["y"]))
    for match in MONTH_IN.finditer(text):
        ended = PartialDate(int(match["y"]), month_number(match["m"]))
        yield Period(match.start("t"), match.end("t"), match["t"], "month", ended=ended)


def _paired(text: str, taken: list[Period]) -> list[Period]:
    """The first of two lengths that share their noun: "three and six months ended June 30, 2005"."""
    more: list[Period] = []
    for period in taken:
        match = FIRST_LENGTH.search(text, max(0, period.start - 30), period.start)
        if match is None or period.span not in ("half", "nine-months", "year"):
            continue
        if any(match.start("n") < other.end and other.start < period.start for other in taken):
            continue
        span = LENGTHS[match["n"].lower()]
        more.append(
            replace(period, start=match.start("n"), end=match.end("n"), text=match["n"], span=span, ordinal=None)
        )
    return more


def _shared_tails(text: str, periods: list[Period]) -> list[Period]:
    """Give the first of two joined periods the end or year that only the second prints."""
    shared = list(periods)
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        if first.ended or first.year or first.shift or not first.span or first.span == "instant":
            continue
        if not (second.ended or second.year) or not JOINED.fullmatch(text, first.end, second.start):
            continue
        if second.span in ("half", "nine-months", "year", "quarter"):
            year = second.year if first.ordinal or first.span == "year" else None
            shared[at] = replace(
                first, ended=second.ended if not first.ordinal else None, year=year, fiscal=second.fiscal
            )
    return shared


_AND = re.compile(r",?\s(?:and|&)\s")


def _instants(text: str, near: PartialDate | None) -> list[Period]:
    """Days that a figure stands for: as of March 31, 2005; at December 31, 2004."""
    dates = {start: (end, date) for start, end, date in find_dates(text, near)}
    bracketed = [
        Period(start, end, text[start:end], "instant", ended=date)  # "(31 December 2013: £126.0m)"
        for start, (end, date) in dates.items()
        if date.day and text[max(0, start - 1) : start] in ("(", "[") and BRACKET_GOES_ON.match(text, end)
    ]
    stated = [(match.start(), match.end()) for match in AS_OF.finditer(text) if match.end() in dates]
    stated += [
        (match.start(), match.end())
        for match in BY_DAY.finditer(text)
        if near is not None and match.end() in dates and _past(dates[match.end()][1], near)
    ]
    for _, at in tuple(stated):  # "as of December 31, 2020 and December 31, 2019"
        joint = _AND.match(text, dates[at][0])
        if joint is not None and joint.end() in dates:
            stated.append((joint.end(), joint.end()))
    return bracketed + [
        Period(start, dates[at][0], text[start : dates[at][0]], "instant", ended=dates[at][1]) for start, at in stated
    ]


def _past(day: PartialDate, near: PartialDate) -> bool:
    """Whether a whole day lies before the date of the text."""
    if day.month is None or day.day is None:
        return False
    return (day.year, day.month, day.day) < (near.year, near.month or 1, near.day or 1)


def _listed(text: str, taken: list[Period]) -> list[Period]:
    """Years that follow a dated period in a list: "ended March 31, 2004 and 2003"."""
    more: list[Period] = []
    for period in taken:
        if period.ended is None and period.year is None:
            continue
        match = LISTED_YEAR.match(text, period.end)
        if match is None or any(match.start("y") < other.end and other.start < match.end("y") for other in taken):
            continue
        year = int(match["y"])
        ended = period.ended and PartialDate(year, period.ended.month, None)
        more.append(
            Period(match.start("y"), match.end("y"), match["y"], period.span, period.ordinal,
                   year if period.year else None, period.fiscal, ended)
        )  # fmt: skip
    return more
