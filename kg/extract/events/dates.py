"""When an event took or takes place, as the words around it state."""

from __future__ import annotations

import re

from kg.model import PartialDate, Status
from kg.text.dates import find_dates

_NEAR = 110  # characters after the match that may still date it
_BEFORE = re.compile(
    r"\b(?:on|in|by|for|until|from|effective|dated|beginning|starting|as of|of|before|during|since|through|commencing|"
    r"late in|early in|later in|about|approximately|around|early|late|mid-?|end of|close of business on|business on|"
    r"quarter of|half of|year|fiscal|summer of|fall of|spring of|winter of|summer|fall|spring|winter|"
    r"Monday,?|Tuesday,?|Wednesday,?|Thursday,?|Friday,?|Saturday,?|Sunday,?|calendar|beginning of|middle of|"
    r"part of|start of|than|on or (?:about|before|around)|months? of|quarter|half|the)[ (]*\Z",
    re.IGNORECASE,
)
_NOT_ITS_OWN = re.compile(
    r"\b(?:ended|ending|record(?: date)?(?: (?:on|as|of|at|the|close|business|in))*|due|matur(?:es|ing|ity)(?: in| on)?|"
    r"expir\w+(?: on| in)?|through|until|since|compared (?:to|with)|fiscal year|as at|versus)\s*\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d$.,])(?:19|20)\d\d(?![\d%]|,\d|\.\d)")
_BREAK = re.compile(r";|, (?:and|but|while|which|who|bringing|compared)\b|\.(?= [A-Z])| and (?:is|has|will|plans|expects)\b")
_TODAY = re.compile(r"\btoday\b(?!['’]s)", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<which>this|next|last|later this|earlier this|late last) (?P<unit>year|month|week|summer|spring|fall|quarter)\b"
    r"|\b(?P<end>(?:by |at )?(?:the )?(?:year[- ]end|end of the year))\b|\byesterday\b",
    re.IGNORECASE,
)

Placed = tuple[int, int, PartialDate]


def event_date(
    text: str, start: int, end: int, status: Status, issued: PartialDate | None, *, news: bool
) -> PartialDate | None:
    """The date of what text[start:end] tells of; None when no words date it.

    `news` says that the sentence is what the release announces: what is done by then is dated by it
    (source: decision 21 of the annotation guide).
    """
    stated = _stated(text, start, end, issued)
    if stated is not None:
        return stated
    relative = _relative(text, start, end, issued)
    if relative is not None:
        return relative
    if status in (Status.ACTUAL, Status.DENIED) and (news or _TODAY.search(text)):
        return issued
    return None


def _placed(text: str, issued: PartialDate | None) -> list[Placed]:
    exact = list(find_dates(text, issued))
    years = [
        (year.start(), year.end(), PartialDate(int(year[0])))
        for year in _YEAR.finditer(text)
        if not any(begin <= year.start() < stop for begin, stop, _ in exact)
    ]
    return sorted(exact + years, key=lambda found: found[0])


def _stated(text: str, start: int, end: int, issued: PartialDate | None) -> PartialDate | None:
    placed = [found for found in _placed(text, issued) if _may_date(text, found[0])]
    inside = [when for begin, _, when in placed if start <= begin < end]
    if inside:
        return inside[-1]
    stop = _BREAK.search(text, end)
    limit = min(end + _NEAR, stop.start() if stop else len(text))
    after = [when for begin, _, when in placed if end <= begin < limit]
    if after:
        return after[0]
    return next((when for begin, stop_, when in placed if _opens(text, begin, stop_, start)), None)


def _may_date(text: str, begin: int) -> bool:
    ahead = text[max(0, begin - 40) : begin]
    return bool(_BEFORE.search(ahead)) and not _NOT_ITS_OWN.search(ahead)


def _opens(text: str, begin: int, stop: int, start: int) -> bool:
    """Whether a date opens its clause ("On May 3, the Company ...") before the match."""
    if stop > start or start - stop > 160:
        return False
    lead = text[:begin].rstrip()
    opener = re.search(
        r"(?:\A|[.;:–—-] |, |“|\" ?|and )(?:(?:on|in|effective|as of|during|late in|early in)(?: or about)?"
        r"(?: (?:the )?(?:\w+ )?(?:quarter|half|months?|summer|spring|fall|end) of| early| late| mid-?| fiscal)*)\Z",
        lead,
        re.IGNORECASE,
    )
    return opener is not None and not _BREAK.search(text, stop, start)


def _relative(text: str, start: int, end: int, issued: PartialDate | None) -> PartialDate | None:
    if issued is None:
        return None
    stop = _BREAK.search(text, end)
    limit = min(end + _NEAR, stop.start() if stop else len(text))
    found = _RELATIVE.search(text, start, limit)
    if not found:
        return None
    if found["unit"] in ("month", "week", "quarter"):
        return _month(found["which"].lower(), found["unit"], issued)
    shift = {"next": 1, "last": -1, "late last": -1}.get((found["which"] or "").lower(), 0)
    if found["unit"] or found["end"]:
        return PartialDate(issued.year + shift)
    return None


def _month(which: str, unit: str, issued: PartialDate) -> PartialDate | None:
    if unit != "month" or issued.month is None:
        return PartialDate(issued.year) if which.endswith("this") else None
    shift = {"next": 1, "last": -1}.get(which, 0)
    months = issued.year * 12 + issued.month - 1 + shift
    return PartialDate(months // 12, months % 12 + 1)
