"""When something happens, by the words that stand with it."""

from __future__ import annotations

import re
from typing import Final

from kg.context.context import Context
from kg.model import MentionKind, PartialDate, Sentence
from kg.text.dates import MONTH_NAME, month_number
from kg.text.patterns import Annotated

_LEAD = r"(?:in|by|on|during|for|until|through|effective|as of|beginning|starting|from|since|before|after|around|within|over|throughout|of)"
_YEAR: Final = re.compile(
    r"\b(?:(?i:in|by|during|of|early|late|mid-?|until|through|end of|before|after|since|for)(?: the)?(?: fiscal)?(?: year)?[ -]"
    r"|(?:H[12]|Q[1-4]|[12]H|[1-4]Q|(?:first|second) half|(?:first|second|third|fourth) quarter|(?:spring|summer|fall|autumn|winter)),? ?(?:of )?)"
    r"(?P<year>(?:19|20)\d\d)\b(?! ?(?:square|sq|people|employees))"
)
_MONTH: Final = re.compile(
    rf"\b(?i:in|by|during|until|for|early|late|end of|beginning|starting|effective|since|mid)[ -](?:the )?(?:early |late |mid-?|end of )?(?P<month>{MONTH_NAME})\b(?! \d)"
)
_YEAR_IN: Final = re.compile(r"\b((?:19|20)\d\d)\b")
_SPANS: Final = re.compile(
    r"\b(?:(?:by|in|during|over|within|for) (?:the |this |next |early |late |mid-?|end of )*(?:next|coming|current|this|following|first|second|third|fourth)"
    r" (?:\w+ )?(?:year|quarter|month|week|half|summer|spring|fall|winter|days|weeks|months|quarters|years)"
    r"|(?:over|within|in|for) (?:a |the |next |about |approximately |several |\w+ to )*\w+ (?:days|weeks|months|quarters|years)"
    r"|(?:a number of|several|coming) (?:weeks|months|quarters|years)|later this (?:year|month|quarter|week|summer|fall|spring)"
    r"|immediately|year-?end|by the end of the year|last year|last (?:spring|summer|fall|autumn|winter|month|week|quarter)|(?:(?:later|earlier) )?(?:this|next) (?:spring|summer|fall|autumn|winter|month|week|year|quarter))\b",
    re.IGNORECASE,
)
_ANNOUNCED: Final = re.compile(r"\b(?:announced|reported|said|dated)\b", re.IGNORECASE)
# The period of a charge is not that of what it was for: "In the quarter ended June, we recorded a charge for our move".
_CHARGED: Final = re.compile(
    r"\b(?:charges?|gains?|loss(?:es)?|costs?|expenses?|impairments?|income|benefit|reserves?|accruals?) \b[^.;]{0,60}\b(?:related|relating|associated|connect\w+|for|from|due|resulting|upon)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_OPENED: Final = re.compile(
    r"(?:Note \d+: )?(?:In|On|Effective|During) (?:early |late |mid-?)?[^,;.]{0,12}\d{0,2}(?:, \d{4}|[^,;.]{0,12}\d{4})?, "
)
_ASIDE: Final = re.compile(
    r"[^;.,]{0,40},? (?:which was |first |as |previously |originally )*announced (?:in|on|last|earlier) [^;.]{1,30}?,(?! \d{4})"
)
_CLAUSE: Final = re.compile(
    r"; |, which (?:took place|was held|were held|ran|runs|began|started) |,? and (?:over|during|within) (?:the|its) [^,;.]{3,40}, (?:it |they |we )?(?:will |to )?[a-z]+ | but | while |,? and (?:it |they |we )?(?:also )?(?:plans|expects|intends|will|has|have|is|are|was|were|anticipates|hopes) |(?<=[a-z0-9)]{2})\. (?=[A-Z“])"
)


def timing(
    context: Context, sentence: Sentence, annotated: Annotated, start: int, end: int
) -> tuple[PartialDate | None, str | None]:
    """The date and the timing words of what sentence.text[start:end] tells; None where none stand with it."""
    text = sentence.text
    stop = _CLAUSE.search(text, end)
    limit = min(stop.start() if stop else len(text), end + 120)
    aside = _ASIDE.match(text, end)
    if aside:  # "the closure, announced in January, was completed in May"
        end = start = aside.end()
        limit = min(len(text), end + 120)
    after = _first(context, text, annotated, start, limit)
    lead = text[:start]
    opened = _OPENED.match(text) if after != (None, None) else None
    if opened and opened.end() < start and not _ANNOUNCED.search(lead):
        first = _first(context, text, annotated, 0, opened.end())
        return first if first[0] and first[0].month else after  # "In May we sold a building, with settlement in June"
    if after != (None, None):
        return after
    if _ANNOUNCED.search(lead) or _CHARGED.search(lead):
        return None, None
    return _first(context, text, annotated, 0, min(start, 30))


def _first(
    context: Context, text: str, annotated: Annotated, start: int, limit: int
) -> tuple[PartialDate | None, str | None]:
    timed = (MentionKind.DATE, MentionKind.PERIOD)
    found = next((m for m in annotated.mentions if m.kind in timed and start <= m.start < limit), None)
    if found:
        limit = found.start  # what stands nearer comes first
    month, year, span = (pattern.search(text, start, limit) for pattern in (_MONTH, _YEAR, _SPANS))
    if month and not (year and year.start() < month.start()):
        return _next_month(context, month["month"]), month[0]
    if year:
        return PartialDate(int(year["year"])), year[0]
    if span:
        return _relative(context, span[0]), span[0]
    told = _YEAR.match(text, found.start) if found else None
    if found and told:  # "H1, 2026"
        return PartialDate(int(told["year"])), _phrase(text, found.start, told.end(), start)
    if found:
        date = (
            found.value if isinstance(found.value, PartialDate) else _year(found.text) or _relative(context, found.text)
        )
        return date, _phrase(text, found.start, found.end, start)
    said = _TODAY.search(text, start, limit)
    if said:
        return context.issued, said[0]
    return None, None


_RELATIVE: Final = (
    (r"\blast year", -1),
    (r"\bnext year|coming year", 1),
    (r"\b(?:this|current) (?:year|spring|summer|fall|autumn)\b|year-?end|end of the year", 0),
)
_MONTH_BY: Final = {"last": -1, "this": 0, "next": 1}
# The month from which on "last fall" may be that of the same year; before it, it lies in the year before.
_SEASONS: Final = {"spring": 6, "summer": 9, "fall": 10, "autumn": 10}
_NEAR: Final = re.compile(
    r"\b(?P<which>last|this|next) (?:(?P<month>month)|(?P<season>spring|summer|fall|autumn))\b", re.IGNORECASE
)
_TODAY: Final = re.compile(r"\b(?:today|this morning|this week)\b", re.IGNORECASE)


def _relative(context: Context, words: str) -> PartialDate | None:
    """The year or month that "later this year", "last month" or "last fall" means in a release."""
    issued = context.issued
    if issued is None:
        return None
    near = _NEAR.search(words)
    if near and near["month"]:
        return _shifted(issued, _MONTH_BY[near["which"].lower()])
    if near and near["which"].lower() == "last":
        known = issued.month is not None and issued.month < _SEASONS[near["season"].lower()]
        return PartialDate(issued.year - 1) if known else None
    shift = next((years for pattern, years in _RELATIVE if re.search(pattern, words, re.IGNORECASE)), None)
    return PartialDate(issued.year + shift) if shift is not None else None


def _shifted(issued: PartialDate, months: int) -> PartialDate | None:
    """The month so many months after the one in which a release is issued."""
    if issued.month is None:
        return None
    year, month = divmod(issued.year * 12 + issued.month - 1 + months, 12)
    return PartialDate(year, month + 1)


def _next_month(context: Context, name: str) -> PartialDate | None:
    """A month without a year: the one of the release's year, or of the next if that lies half a year back."""
    issued = context.issued
    if issued is None:
        return None
    month = month_number(name)
    back = (issued.month or 1) - month
    return PartialDate(issued.year + (1 if back > 6 else 0), month)


def _year(text: str) -> PartialDate | None:
    found = _YEAR_IN.search(text)
    return PartialDate(int(found[1])) if found else None


_BEFORE: Final = re.compile(
    rf"(?:\b{_LEAD} )?(?:(?:the|early|late|mid-?|middle|end|beginning|start|of|or|about|around|approximately|next|second|first|half"
    r"|latter|part|fall|spring|summer|winter)[ -]?){0,6}$",
    re.IGNORECASE,
)


def _phrase(text: str, start: int, end: int, least: int) -> str:
    """The timing words with what leads them in: "by the end of May 2003"."""
    found = _BEFORE.search(text, max(least, start - 50), start)
    return text[found.start() if found else start : end].strip()
