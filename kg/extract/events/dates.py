"""When an event took or takes place, as the words around it state."""

from __future__ import annotations

import re

from kg.model import PartialDate, Status
from kg.text.dates import MONTH_NAME, find_dates, month_number

_AT_FRONT = 24  # characters: "Next year, the Company ..." dates its sentence
_NEAR = 150  # characters after the match that may still date it
_BEFORE = re.compile(
    r"\b(?:on|in|by|for|until|from|effective|dated|beginning|starting|as of|of|during|commencing|"
    r"late in|early in|later in|about|approximately|around|early|late|mid-?|end of|close of business on|business on|"
    r"quarter of|half of|year|fiscal|summer of|fall of|spring of|winter of|summer|fall|spring|winter|"
    r"Monday,?|Tuesday,?|Wednesday,?|Thursday,?|Friday,?|Saturday,?|Sunday,?|calendar|beginning of|middle of|"
    r"part of|start of|than|on or (?:about|before|around)|months? of|quarter|half|the|our|its|today,?|tomorrow,?|yesterday,?)[ (]*\Z",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"\b(?:record(?: date)?(?: (?:on|as|of|at|the|close|business|in))*|due(?: in| on)?|"
    r"matur(?:es|ing|ity)(?: in| on)?|expir\w+(?: on| in)?|payable(?: on)?|paid on|until|compared (?:to|with)|versus)\s*\Z",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:ended|ending|as at|fiscal year)\s*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d$.,/-])(?:19|20)\d\d(?![\d%]|,\d|\.\d|-\d)")
_MONTH = re.compile(
    rf"\b(?:in|by|by mid-|mid-|until|late|early|since|of|this|last) ?(?P<month>{MONTH_NAME})(?!\s*\d|\w)"
)
_BREAK = re.compile(
    r";|, (?:and|but|while|which|who|bringing|compared|following)\b|(?<![ap]\.m)(?<!\bU\.S)\.(?= [A-Z])|"
    r" and (?:is|has|will|plans|expects)\b|,? (?:payable|to be paid|to (?:share|stock|unit)holders)\b"
)
_TODAY = re.compile(r"\btoday\b(?!['’]s)", re.IGNORECASE)
AT_ONCE = re.compile(r"\b(?:effective immediately|with immediate effect|effective today)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<which>this|next|last|later this|earlier this|late last) (?P<unit>year|month|week|summer|spring|fall|quarter)\b"
    r"|\b(?P<end>(?:by |at )?(?:the )?(?:year[- ]end|end of the year))\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"(?: (?:from|through|with|by|for|of|related to|as a result of|due to|following|the|an?|its|our|previously announced))+ ",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"(?:\A|[.;:] |[–—•-] ?|, |“|\" ?|and )(?:(?:on|in|effective|as of|during|late in|early in)(?: or about)?"
    r"(?: (?:the )?(?:\w+ )?(?:quarter|half|months?|summer|spring|fall|end) of| early| late| mid-?| fiscal)*)\Z",
    re.IGNORECASE,
)

Placed = tuple[int, int, PartialDate]


def stated_date(text: str, start: int, end: int, status: Status, issued: PartialDate | None) -> PartialDate | None:
    """The date that the words around text[start:end] state for what it tells of; None when none does."""
    stop = _BREAK.search(text, end)
    limit = min(end + _NEAR, stop.start() if stop else len(text))
    placed = [found for found in _placed(text, issued, status) if _may_date(text, found[0])]
    inside = [when for begin, _, when in placed if start <= begin < end]
    after = [when for begin, _, when in placed if end <= begin < limit]
    if inside or after:
        return inside[-1] if inside else after[0]
    if issued and (_TODAY.search(text, start, limit) or AT_ONCE.search(text, end, len(text))):
        return issued
    relative = _relative(text, start, limit, issued) or _relative(text, 0, min(start, _AT_FRONT), issued)
    if relative is not None:
        return relative
    return next(
        (when for begin, close, when in placed if _opens(text, begin, close, start) or _leads(text, close, start)), None
    )


def says_today(text: str) -> bool:
    """Whether a sentence tells of the day of the release."""
    return bool(_TODAY.search(text))


def _placed(text: str, issued: PartialDate | None, status: Status) -> list[Placed]:
    exact = list(find_dates(text, issued))
    years = [(year.start(), year.end(), PartialDate(int(year[0]))) for year in _YEAR.finditer(text)]
    months = []
    if issued is not None:
        months = [
            (found.start("month"), found.end(), _named(found["month"], issued, status))
            for found in _MONTH.finditer(text)
        ]
    loose = [one for one in [*years, *months] if not any(begin <= one[0] < stop for begin, stop, _ in exact)]
    return sorted([*exact, *loose], key=lambda found: found[0])


def _named(month: str, issued: PartialDate, status: Status) -> PartialDate:
    """A month named without its year: the last such month for what is done, the next for what is planned."""
    number, now = month_number(month), issued.month or 12
    if status in (Status.ACTUAL, Status.DENIED):
        return PartialDate(issued.year - (number > now), number)
    return PartialDate(issued.year + (number < now), number)


def _may_date(text: str, begin: int) -> bool:
    ahead = text[max(0, begin - 40) : begin]
    if _ENDED.search(ahead):
        return bool(re.search(r"\b(?:quarter|period|year)\s+(?:ended|ending)\s*\Z", ahead, re.IGNORECASE))
    return bool(_BEFORE.search(ahead)) and not _NOT_ITS_OWN.search(ahead)


def _opens(text: str, begin: int, stop: int, start: int) -> bool:
    """Whether a date opens its clause ("On May 3, the Company ...") before the match."""
    if stop > start or start - stop > 160:
        return False
    return bool(_OPENER.search(text[:begin].rstrip())) and not _BREAK.search(text, stop, start)


def _leads(text: str, stop: int, start: int) -> bool:
    """Whether only small words stand between a date and the match: "in May 2004 from the sale"."""
    return stop <= start and _SMALL.fullmatch(text, stop, start) is not None


def _relative(text: str, start: int, limit: int, issued: PartialDate | None) -> PartialDate | None:
    found = _RELATIVE.search(text, start, limit)
    if issued is None or not found:
        return None
    which, unit = (found["which"] or "").lower(), found["unit"]
    if unit in ("month", "week", "quarter"):
        return _month(which, unit, issued)
    return PartialDate(issued.year + {"next": 1, "last": -1, "late last": -1}.get(which, 0))


def _month(which: str, unit: str, issued: PartialDate) -> PartialDate | None:
    if unit != "month" or issued.month is None:
        return PartialDate(issued.year) if which.endswith("this") else None
    months = issued.year * 12 + issued.month - 1 + {"next": 1, "last": -1}.get(which, 0)
    return PartialDate(months // 12, months % 12 + 1)
