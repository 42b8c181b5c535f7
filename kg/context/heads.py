"""What the head of a table column says of its period, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import PartialDate
from kg.text.dates import MONTH_NAME, find_dates, full_year, month_number, real_date, slashed_date
from kg.text.period_patterns import TO_DATE

_SPANS = (
    ("quarter", re.compile(r"\b(?:three|3)[\s-]*(?:months?|mos?\.?)|\b(?:thirteen|13|fourteen|14|twelve|12)[\s-]*w(?:ee)?ks?\b|\bquarters?\b|\bQ[1-4]|\b[1-4]Q|\bqtrs?\b", re.IGNORECASE)),
    ("half", re.compile(r"\b(?:six|6)[\s-]*(?:months?|mos?\.?)|\b(?:twenty[\s-]six|twenty[\s-]seven|26|27)[\s-]*w(?:ee)?ks?\b|\bhalf\b|\bH[12]\b|\b[12]H\b", re.IGNORECASE)),
    ("nine-months", re.compile(r"\b(?:nine|9)[\s-]*(?:months?|mos?\.?)|\b(?:thirty[\s-]nine|forty|39|40)[\s-]*w(?:ee)?ks?\b", re.IGNORECASE)),
    ("year", re.compile(r"\b(?:twelve|12)[\s-]*(?:months?|mos?\.?)|\b(?:fifty[\s-](?:two|three)|52|53)[\s-]*w(?:ee)?ks?\b|\byears?\b|\bFY|\bannual\b|\btwelve[\s-]month", re.IGNORECASE)),
    ("month", re.compile(r"\b(?:one month|month(?:\sof|\sended))\b", re.IGNORECASE)),
)  # fmt: skip
_MONTH_DAY = re.compile(
    rf"\b(?P<m>{MONTH_NAME})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s?\d{{3}})|\b(?P<d2>\d{{1,2}})\s(?P<m2>{MONTH_NAME})\b",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(rf"\b(?P<m>{MONTH_NAME})\b(?!\s+\d{{1,2}}\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/.,-])((?:19|20)\d\d)(?![\d/])")
_SHORT_YEAR = re.compile(r"(?:['’](\d\d)|\b(?:FY|Q[1-4]|[1-4]Q|H[12])\s?['’-]?(\d\d))(?!\d)")
_HYPHENED = re.compile(rf"\b({MONTH_NAME})\.?(?:-|\s?['\u2019])(\d\d)\b(?![-/])", re.IGNORECASE)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)")
_DATED = re.compile(r"\b(?:ended|ending|as of|as at)\b", re.IGNORECASE)
_PERIOD_WORD = re.compile(
    rf"\b(?:{MONTH_NAME}|months?|weeks?|quarters?|years?|half|periods?|first|second|third|fourth|three|six|nine|twelve|thirteen|fourteen|twenty-(?:six|seven)|thirty-nine|forty|fifty-(?:two|three)|fiscal|full|the|for|and|of|at|in|unaudited)\b"
    r"|\b(?:19|20)\d\d\b|[^A-Za-z]+",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 110  # a longer line is a sentence


@dataclass(frozen=True, slots=True)
class HeadWords:
    """A span ("" if not said), a date, or a month, day and year that wait for each other."""

    span: str
    date: PartialDate | None
    month_day: tuple[int, int | None] | None
    year: int | None
    dates: tuple[PartialDate, ...] = ()  # every date, where several stand in one caption


_NAMED_QUARTER = re.compile(r"\bQ[1-4]|\b[1-4]Q|\b(?:first|second|third|fourth)\s(?:fiscal\s)?quarter", re.IGNORECASE)


def _is_caption(line: str) -> bool:
    """Whether a line above a table tells its period, and little else."""
    if len(line) > _LONGEST_CAPTION:
        return False
    if not any(character.isdigit() for character in line):
        return _DATED.search(line) is not None and not _DATED.sub(" ", _PERIOD_WORD.sub(" ", line)).strip()
    return _DATED.search(line) is not None or len(_PERIOD_WORD.sub(" ", line).split()) <= 3


# Spans as tables of other countries print them.
_SHORT_SPANS = (
    (
        re.compile(r"\b9M\b|\bQ1\s?[-\u2013]\s?Q?3\b|\bJan\w*\.?\s?[-\u2013]\s?Sep\w*\.?", re.IGNORECASE),
        "first nine months",
    ),
    (
        re.compile(r"\b6M\b|\bQ1\s?[-\u2013]\s?Q?2\b|\bJan\w*\.?\s?[-\u2013]\s?June?\b", re.IGNORECASE),
        "first six months",
    ),
    (re.compile(r"\b3M\b|\bJan\w*\.?\s?[-\u2013]\s?Mar\w*\.?", re.IGNORECASE), "first quarter"),
    (re.compile(r"\b12M\b|\bJan\w*\.?\s?[-\u2013]\s?Dec\w*\.?", re.IGNORECASE), "full year"),
)


def spelled_span(head: str) -> str:
    """A head with the span that it abbreviates written out: "9M 2023" is the first nine months of 2023."""
    for pattern, words in _SHORT_SPANS:
        head = pattern.sub(words, head)
    return head


def complete_head(head: str, lines: Sequence[str]) -> HeadWords | None:
    """What a column's head says, completed from the captions above it, nearest last; None if nothing does."""
    own = read_head(head)
    above = [line for line in reversed(lines[-6:]) if _is_caption(line)]
    if not own.span and not own.date and not own.month_day and not own.year:
        for line in above:
            found = read_head(line)
            if found.date or found.year:
                return found
        return None
    if _NAMED_QUARTER.search(head) and own.year is not None:
        return own
    if own.date is None and (own.month_day is None or own.year is None or not own.span):
        for line in above:
            own = _with(own, read_head(line))
            if own.span and (own.date or own.month_day):
                break
    if own.date is not None and not own.span:
        span = next((found.span for line in above if (found := read_head(line)).span), "")
        own = HeadWords(span, own.date, own.month_day, own.year, own.dates)
    return own


def read_head(text: str) -> HeadWords:
    """What a head or caption says of a period."""
    span = next((name for name, pattern in _SPANS if pattern.search(text)), "")
    if (
        re.search(r"\byears?\b", text, re.IGNORECASE)
        and span == "quarter"
        and not re.search(r"quarter|three|thirteen|\b3\b|\b13\b|Q", text, re.IGNORECASE)
    ):
        span = "year"
    if span == "year" and TO_DATE.search(text):
        span = ""  # how much of the year is told elsewhere
    years = [int(match[1]) for match in _YEAR.finditer(text)]
    years += [full_year(match[1] or match[2]) for match in _SHORT_YEAR.finditer(text)]
    dates = [date for _, _, date in find_dates(text)]
    slashed = [date for match in _SLASHED.finditer(text) if (date := slashed_date(match[0])) is not None]
    hyphened = [PartialDate(full_year(match[2]), month_number(match[1])) for match in _HYPHENED.finditer(text)]
    dates = dates or slashed or hyphened
    year = years[-1] if years else None
    exact = [date for date in dates if date.day is not None] or dates
    date = None
    if exact:
        date = exact[-1]
        if year is not None and date.year != year:
            fitting = [one for one in exact if one.year == year]
            date = fitting[-1] if fitting else _in_year(date, year)
    return HeadWords(span, date, _month_day(text) if date is None else None, year, tuple(exact))


def _in_year(date: PartialDate, year: int) -> PartialDate:
    if date.month and date.day and real_date(year, date.month, date.day):
        return PartialDate(year, date.month, date.day)
    return PartialDate(year, date.month)


def _month_day(text: str) -> tuple[int, int | None] | None:
    match = _MONTH_DAY.search(text)
    if match:
        return month_number(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    match = _MONTH_ONLY.search(text)
    if match and match["m"].lower() != "may":
        return month_number(match["m"]), None
    return None


def _with(own: HeadWords, above: HeadWords) -> HeadWords:
    """The words of a head, completed by those of a line above it."""
    span = own.span or above.span
    month_day = own.month_day or above.month_day
    date = None
    if own.month_day is None and own.year is None:
        date = above.date
    elif above.date is not None and own.month_day is None:
        date = next((one for one in above.dates if one.year == own.year), None)
        month_day = month_day or ((above.date.month, above.date.day) if above.date.month else None)
    year = own.year or above.year
    return HeadWords(span, date, month_day, year)
