"""Dates in running text, as precise as they are printed."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

from kg.model import PartialDate

Found = tuple[int, int, PartialDate]

_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
MONTH_NAME = rf"(?:{_NAMES}|{_SHORT})"
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d|,\d)"
_DAY = r"(?P<{}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:%]|,\d{{3}}(?!\d)|\.\d)"

_ORDINAL_FIRST = re.compile(
    rf"\b(?P<d>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?:\s+day)?(?:\s+of\s+|\s+)(?P<m>{MONTH_NAME})(?!,?\s+(?:quarter|(?:of\s+)?(?:19|20)\d\d))"
)
# "March 28, 2003", "March 28-30, 2003", "March 28", "Feb. 23": the year may stand further on.
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{MONTH_NAME})\s+{_DAY.format('d')}(?:\s?[-–]\s?\d{{1,2}}(?=,? (?:19|20)\d\d))?"
    rf"(?:(?:\s?,\s?|\s+of\s+|\s+){_YEAR.format('y')})?"
)
_DAY_FIRST = re.compile(
    rf"\b{_DAY.format('d')}(?:\s+of\s+|\s+|-)(?P<m>{MONTH_NAME})(?:(?:\s?,\s?|\s+|-){_YEAR.format('y')})"
)
_MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH_NAME})(?:\s+of)?,?\s+{_YEAR.format('y')}")
_ISO = re.compile(r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)[-/](?P<n>\d\d)[-/](?P<d>\d\d)(?![\d/-])")
_SLASHED = re.compile(r"(?<![\d/.$])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d)(?![\d/])")
_DOTTED = re.compile(r"(?<![\d.$])(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<y>(?:19|20)\d\d)(?!\.?\d)")
_DIGIT = re.compile(r"\d")
_LIST = re.compile(r"(?:,|\s|and|or|to|through|until|and ending|[-–])+\s*")
_NUMBERS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}


def month_number(name: str) -> int:
    """The number, 1 to 12, of a month's English name or abbreviation; raises KeyError for other words."""
    return _NUMBERS[name[:3].lower()]


def month_end(year: int, month: int) -> PartialDate:
    """The last day of a month."""
    return PartialDate(year, month, monthrange(year, month)[1])


def real_date(year: int, month: int, day: int) -> PartialDate | None:
    """The date if the calendar has it, else None."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return PartialDate(year, month, day)


def full_year(digits: str) -> int:
    """The year that two or four digits mean; two digits lie between 1950 and 2049."""
    number = int(digits)
    if number >= 100:
        return number
    return number + (1900 if number >= 50 else 2000)


def find_dates(text: str, near: PartialDate | None = None) -> list[Found]:
    """Every date of the text as (start, end, date), in order, none overlapping.

    "December 2004" gives a month. A day without a year takes the year of a date it is listed with
    ("March 31 and June 30, 2004"), else, given `near`, the year that brings it closest to that date;
    else it is left out. "10/11/2024" is read as neither of its two meanings.
    """
    return list(_find_dates(text, near))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_dates(text: str, near: PartialDate | None) -> tuple[Found, ...]:
    if not _DIGIT.search(text):
        return ()
    found: list[Found] = []
    bare: list[tuple[int, int, int, int]] = []
    _named(text, found, bare)
    _numeric(text, found)
    for start, end, month, day in bare:
        year = _listed_year(text, end, found) or (_closest_year(month, day, near) if near else None)
        date = real_date(year, month, day) if year else None
        if date is not None:
            _add(found, start, end, date)
    return tuple(sorted(found))


def slashed_date(text: str) -> PartialDate | None:
    """The date of a US numeric form such as 3/28/03, month first where both readings are possible."""
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second, year = int(match["a"]), int(match["b"]), full_year(match["y"])
    return real_date(year, first, second) or real_date(year, second, first)


def _add(found: list[Found], start: int, end: int, date: PartialDate) -> None:
    if all(end <= other[0] or other[1] <= start for other in found):
        found.append((start, end, date))


def _named(text: str, found: list[Found], bare: list[tuple[int, int, int, int]]) -> None:
    """Collect dates that name their month; those without a year go to `bare` as start, end, month, day."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month, day = month_number(match["m"]), int(match["d"])
            if match["y"] is None:
                bare.append((match.start(), match.end(), month, day))
                continue
            date = real_date(int(match["y"]), month, day)
            if date is not None:
                _add(found, match.start(), match.end(), date)
    bare += [(m.start(), m.end(), month_number(m["m"]), int(m["d"])) for m in _ORDINAL_FIRST.finditer(text)]
    for match in _MONTH_YEAR.finditer(text):
        _add(found, match.start(), match.end(), PartialDate(int(match["y"]), month_number(match["m"])))


def _numeric(text: str, found: list[Found]) -> None:
    for match in _ISO.finditer(text):
        date = real_date(int(match["y"]), int(match["n"]), int(match["d"]))
        if date is not None:
            _add(found, match.start(), match.end(), date)
    for match in _SLASHED.finditer(text):
        first, second, year = int(match["a"]), int(match["b"]), full_year(match["y"])
        readings = {real_date(year, first, second), real_date(year, second, first)} - {None}
        if len(readings) == 1:
            date = readings.pop()
            assert date is not None
            _add(found, match.start(), match.end(), date)
    for match in _DOTTED.finditer(text):
        date = real_date(int(match["y"]), int(match["b"]), int(match["a"]))
        if date is not None:
            _add(found, match.start(), match.end(), date)


def _listed_year(text: str, end: int, found: list[Found]) -> int | None:
    """The year of the dated day that follows in the same list or range."""
    joint = _LIST.match(text, end)
    if joint is None:
        return None
    for start, _, date in found:
        if start == joint.end() and date.day is not None:
            return date.year
    return None


def _closest_year(month: int, day: int, near: PartialDate) -> int:
    """The year in which a month and day lie closest to a date."""
    at = (near.month or 7) * 31 + (near.day or 15)
    distance = month * 31 + day - at
    return near.year + (1 if distance < -186 else -1 if distance > 186 else 0)
