"""Years that stand in names, or are left out beside a day."""

from __future__ import annotations

import re

from kg.extract.events.loose import Placed
from kg.model import PartialDate, Status
from kg.text.dates import real_date

NAMES = re.compile(  # "its 2025 annual meeting", "the 2026 Holmberg Award": a year that belongs to a name
    r"(?:19|20)\d\d (?:(?:annual|general|extraordinary|special) (?:\w+ ){0,4}?meeting|AGM\b|(?-i:[A-Z])[\w.'’&-]* (?:[^\s,;:.()]+ ){0,8}?"
    r"(?:Awards?|Prize|Medal|List|Rankings?|Honou?rs?|Quadrant|Index|Report|Season|Edition|Challenge|Competition|Conference|Summit|Forum|Show|Expo|Congress|Meeting|Choice|of the Year|\d{2,4}\b))",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:(?<=[Mm]id-)|(?<=late-)|(?<=early-)|(?<![\d$.,/-]))(?:19|20)\d\d(?![\d%]|,\d|\.\d|-\d)")
_PAPER = re.compile(  # "the June 2021 Convertible Notes, issued on July 1, 2021"
    r" (?:[A-Z][\w-]+ ){0,3}(?:Notes?|Debentures?|Bonds?|Warrants?|Indenture|Plan|Agreement|Facility)\b"
)
_OPENING = re.compile(
    r"\W*(?:(?:the|net income|earnings|results|loss)(?: in| for| of)?(?: the)? )?(?:(?:first|second|third|fourth)[- ]quarter|Q[1-4]|full[- ]year|fiscal(?: year)?)"
    r"(?: of)?(?: fiscal)? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LONG = 3  # months ahead that a day without a year may still be meant, of what is told as done
_YEAR_AHEAD = 40  # characters after a day in which its list may tell the year
_NEAR_NAME = 80  # characters after the match in which a name may bear its year
_FROM = re.compile(
    r"\b(?:effective|beginning|starting|commencing|from)(?: on| as of)? \Z", re.IGNORECASE
)  # may lie ahead
_MONTHS_ENDED = re.compile(r"\bmonths ended \Z", re.IGNORECASE)


def named_year(text: str, start: int, end: int) -> PartialDate | None:
    """The year that belongs to a name in text[start:end] or right after it: "the 2026 Holmberg Award"."""
    named = NAMES.search(text, start, min(end + 160, len(text)))
    return PartialDate(int(named[0][:4])) if named and named.start() < end + _NEAR_NAME else None


def names_paper(text: str, end: int) -> bool:
    """Whether a date that ends here begins the name of a security or a contract: "the June 2021 Convertible Notes"."""
    return _PAPER.match(text, end) is not None


def opening_year(text: str) -> PartialDate | None:
    """The year of the span that a sentence opens with, and tells of: "Second quarter 2021 net income included costs"."""
    opened = _OPENING.match(text)
    return PartialDate(int(opened["year"])) if opened else None


def in_its_year(text: str, one: Placed, issued: PartialDate | None, status: Status) -> Placed:
    """A day told without its year: of what is to come the next such day, of what is done the last."""
    begin, stop, when = one
    if issued is None or issued.month is None or when.day is None or YEAR.search(text, begin, stop + _YEAR_AHEAD):
        return one
    months = (when.year - issued.year) * 12 + (when.month or 0) - issued.month
    to_come = status in (Status.PLANNED, Status.POSSIBLE)
    done = status is Status.ACTUAL and not _FROM.search(text, max(0, begin - 20), begin)
    step = 1 if to_come and months < -1 else -1 if done and months > _LONG else 0
    date = real_date(when.year + step, when.month or 1, when.day) if step else None
    return (begin, stop, date) if date else one


def of_quarter(text: str, begin: int, when: PartialDate) -> PartialDate:
    """Of a quarter known by its last month, the year (source: decision 33 of the annotation guide)."""
    return (
        PartialDate(when.year) if when.day is None and _MONTHS_ENDED.search(text, max(0, begin - 20), begin) else when
    )
