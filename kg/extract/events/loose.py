"""Dates that words tell without writing them: a month or a quarter alone, a weekday, yesterday, last year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.model import PartialDate, Status
from kg.text.dates import MONTH_NAME, month_number

Placed = tuple[int, int, PartialDate]

_DONE = (Status.ACTUAL, Status.DENIED)
_MONTH = re.compile(
    r"\b(?i:in|by|by mid-|in mid-|mid-|until|late|early|since|of|this|last|during|through|(?:scheduled|slated|planned|set|targeted|due|expected) for)"
    r"(?i: (?:the )?(?:month|end|beginning|middle) of)? ?"
    rf"(?P<month>{MONTH_NAME})(?!\s*\d|\w)(?: (?:of )?(?P<which>last|this|next) year\b|(?!\s+(?:of\s+)?(?:last|this|next)\b))"
)
_QUARTER = re.compile(
    r"\b(?:in|during|for|by|of|late in|early in|at the end of|end of|throughout) (?:the |its |our )?(?:fiscal )?"
    r"(?P<number>first|second|third|fourth|1st|2nd|3rd|4th) (?:fiscal )?quarter\b(?!,? (?:of|ended|ending|20|fiscal|and|to)\b)",
    re.IGNORECASE,
)
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_DAY = re.compile(
    r"\b(?P<yesterday>yesterday)\b(?!['’]s)"
    r"|\b(?:on|last|this|next|late|earlier) (?P<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    r"(?!s|['’]s|,? (?:\d|the\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))",
    re.IGNORECASE,
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RELATIVE = re.compile(
    r"\b(?P<which>later this|earlier this|late last|early last|early next|late next|this|next|last|the previous|the prior|the past"
    r"|the current|the coming) (?P<unit>year|month|week|summer|spring|fall|autumn|winter|quarter)\b(?!['’]s|[- ](?:over|ago|earlier)\b)"
    r"|\b(?P<end>(?:by |at |before )?(?:the )?(?:year[- ]end|(?:calendar )?year end|end of the year))\b",
    re.IGNORECASE,
)
_SEASON = re.compile(
    r"\b(?:in|by|during|for) (?:the )?(?:early |late |mid-)?(?P<season>spring|summer|fall|autumn|winter)\b(?! (?:of )?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_SEASONS = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 12}
_BACK = re.compile(r"last|previous|prior|past", re.IGNORECASE)

_CLOSED = re.compile(r"\b(?:closed|completed|consummated|finali[sz]ed|took effect)\b")
_OTHER_DEED = re.compile(r",? (?:and|but) \w|[^;.]{0,60}?, (?:(?:it|they|we|the [Cc]ompany)|[A-Z][\w&.’'-]+) ")


def months(text: str, issued: PartialDate, status: Status) -> list[Placed]:
    """The months named without their year: the last such month for what is done, the next for what is planned."""
    return [
        (found.start("month"), found.end(), _month_of(month_number(found["month"]), issued, status, found["which"]))
        for found in _MONTH.finditer(text)
    ]


def loose(text: str, issued: PartialDate, status: Status) -> list[Placed]:
    """The quarters, weekdays and relative spans of a text, as precise as the day of the release makes them."""
    found = [(hit.start(), hit.end(), _quarter_of(hit["number"], issued, status)) for hit in _QUARTER.finditer(text)]
    found += [(hit.start(), hit.end(), _day_of(hit, issued, status)) for hit in _DAY.finditer(text)]
    found += [(hit.start(), hit.end(), _relative_to(hit, issued)) for hit in _RELATIVE.finditer(text)]
    found += [(hit.start(), hit.end(), _season_of(hit["season"], issued, status)) for hit in _SEASON.finditer(text)]
    return sorted((begin, end, when) for begin, end, when in found if when is not None)


def _month_of(number: int, issued: PartialDate, status: Status, which: str | None = None) -> PartialDate:
    if which:
        return PartialDate(issued.year + {"last": -1, "this": 0, "next": 1}[which.lower()], number)
    now = issued.month or 12
    if status in _DONE:
        return PartialDate(issued.year - (number > now), number)
    return PartialDate(issued.year + (number < now), number)


def _season_of(word: str, issued: PartialDate, status: Status) -> PartialDate:
    return PartialDate(_month_of(_SEASONS[word.lower()], issued, status).year)


def _quarter_of(word: str, issued: PartialDate, status: Status) -> PartialDate | None:
    """The year of a quarter named without it (source: decision 33 of the annotation guide)."""
    number, now = _QUARTERS[word.lower()], issued.month
    if now is None:
        return None
    if status in _DONE:
        return PartialDate(issued.year - (3 * number - 2 > now))
    return PartialDate(issued.year + (3 * number < now))


def _day_of(found: re.Match[str], issued: PartialDate, status: Status) -> PartialDate | None:
    if issued.month is None or issued.day is None:
        return None
    today = date(issued.year, issued.month, issued.day)
    if found["yesterday"]:
        day = today - timedelta(days=1)
    else:
        ahead = (_DAYS.index(found["day"].lower()) - today.weekday()) % 7
        back = status in _DONE or found[0].lower().startswith("last")
        day = today + timedelta(days=ahead - 7 if back and ahead else ahead)
    return PartialDate(day.year, day.month, day.day)


def _relative_to(found: re.Match[str], issued: PartialDate) -> PartialDate | None:
    which, unit = (found["which"] or "").lower(), (found["unit"] or "").lower()
    step = -1 if _BACK.search(which) else 1 if "next" in which or "coming" in which else 0
    if unit == "month" and issued.month is not None:
        count = issued.year * 12 + issued.month - 1 + step
        return PartialDate(count // 12, count % 12 + 1)
    if unit in ("month", "week", "quarter"):
        return None if step else PartialDate(issued.year)
    return PartialDate(issued.year + step)


def nearer(
    text: str, placed: list[Placed], vague: list[Placed], end: int, limit: int, *, ahead: bool
) -> PartialDate | None:
    """The loose date right behind a deed, where the exact one further on is that of another: "last year and closed on May 3"."""
    loosely = next((one for one in vague if end <= one[0] < limit), None)
    exact = next((one for one in placed if end <= one[0] < limit), None)
    if loosely is None or exact is None or exact[0] <= loosely[1]:
        return None
    if ahead and _CLOSED.search(text, loosely[1], exact[0]):
        return None  # "was approved last year and closed on May 3"
    return loosely[2] if _OTHER_DEED.match(text, loosely[1], exact[0]) else None
