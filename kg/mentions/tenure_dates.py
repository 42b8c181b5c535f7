"""Since when, from when or until when a post is held, by the words around a person and the post."""

from __future__ import annotations

import re

from kg.model import PartialDate
from kg.text.dates import find_dates

_EFFECT = re.compile(
    r"(?:effective(?: (?:as of|on|from|date of))?|as of|beginning(?: on)?|starting(?: on)?|commencing(?: on)?|with effect from|from|since|on|in|by (?:the )?(?:end of|end)|last day (?:will be|is)|at the end of|until|through|to|during)(?: (?:late|early|mid|the end of|end of))? $",
    re.IGNORECASE,
)
_ENDS_BY = re.compile(r"\b(?:until|through) $")
_NOW = re.compile(r"\beffective(?:ly)? immediately\b|\bwith immediate effect\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:replacing|succeeding|succeeds|to succeed|to replace)\b.*\bwho\b"
)  # the day is the predecessor's
_SINCE_THEN = re.compile(r"\bsince (?:[a-z]+ ){0,2}$")
_SINCE_OPENING = re.compile(
    r"Since (?P<when>(?:[A-Z][a-z]+ (?:\d{1,2}, )?)?(?P<year>(?:19|20)\d\d)), (?:(?:he|she|(?:Mr|Ms|Mrs|Dr)\. )|[A-Z])[^,;]{0,30} has (?:also )?(?:been|served|acted|held)\b"
)
_SPENT = re.compile(  # before the post held last: "worked there from 1993 to 2003, most recently as"
    r"\bfrom (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through) (?P<when>(?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)),? (?:most recently|ultimately|lastly|latterly|finally) "
)
_TELLS_ON = re.compile(r"\b(?:said|says|added|stated|commented|reflects|reported)\b")
_BEHIND = 160  # characters
_CAME = re.compile(r"[^.;]{0,60}?,? (?:who )?(?:has )?joined (?:[\w’'.&-]+ ){1,5}(?:in|on) ")
_THEN = re.compile(r"\b(?:was|has been|is|were|will be) (?:\w+ly )?(?:promoted|appointed|named|elected)\b")
_NEWS = 7  # months: an older change is told as history


def long_past(when: PartialDate | None, issued: PartialDate | None) -> bool:
    """Whether a change lies so long before the release that it is history, not news."""
    if when is None or issued is None:
        return False
    if when.month is None or issued.month is None:
        return when.year < issued.year
    return (issued.year - when.year) * 12 + issued.month - when.month >= _NEWS


def date_of(position_code: str, text: str, start: int, end: int, issued: PartialDate | None) -> PartialDate | None:
    """The stated date of a change near the words at text[start:end]; for former posts the day they ended, for current ones since when."""
    dates = [d for d in find_dates(text, issued) if d[1] <= start or d[0] >= end or start <= d[0] < end]
    if position_code == "former":
        return _ended(text, start, end)
    if position_code == "current":
        return _since_when(text, end, dates)
    if position_code not in ("appointed", "departing", "deceased", "nominated"):
        return None
    near = [
        d
        for d in dates
        if d[0] >= start
        and d[0] - end <= 90
        and _EFFECT.search(text[max(0, d[0] - 30) : d[0]])
        and ". " not in text[end : d[0]]
        and not _OTHERS.search(text[end : d[0]])
        and not (position_code != "appointed" and text[: d[0]].endswith("since "))
        and not (position_code == "appointed" and _ENDS_BY.search(text, max(0, d[0] - 12), d[0]))
    ]
    near = near or [
        d
        for d in dates
        if d[1] <= start
        and start - d[1] <= 120
        and re.search(r"(?:^|\b)(?:Effective|On|As of|effective|In)(?: on| as of)? $", text[max(0, d[0] - 16) : d[0]])
    ]
    if near:
        return near[0][2]
    inside = re.search(r"\b(?:in|since) (?P<year>(?:19|20)\d\d)\b", text[start:end])
    if inside and not _THEN.search(text[start + inside.end() : end]):
        return PartialDate(int(inside["year"]))
    if _NOW.search(text):
        return issued
    return _year(text, end, r"(?:in|at the end of|by|until) (?:early |late |mid-)?")


def _since_when(text: str, end: int, dates: list[tuple[int, int, PartialDate]]) -> PartialDate | None:
    """Since when a post is held, told right behind it or at the front; what else was since then is no matter of the post."""
    opening = _SINCE_OPENING.match(text)
    if opening and end - opening.end() <= _BEHIND:
        when = find_dates(opening["when"], None)
        return when[0][2] if when else PartialDate(int(opening["year"]))
    for begin, _, value in dates:
        behind = text[end:begin] if begin >= end else ""
        since = _SINCE_THEN.search(behind) and len(behind) <= _BEHIND and not _TELLS_ON.search(behind)
        if since or _CAME.fullmatch(behind):
            return value
    return None if _TELLS_ON.search(text[end : end + _BEHIND]) else _year(text, end, r"since ")


def _year(text: str, end: int, lead: str) -> PartialDate | None:
    found = re.match(rf"[^.;]{{0,40}}?\b{lead}(?P<year>(?:19|20)\d\d)\b", text[end : end + 80])
    return PartialDate(int(found["year"])) if found else None


def _ended(text: str, start: int, end: int) -> PartialDate | None:
    spent = _SPENT.search(text, start, end)
    if spent:
        dates = find_dates(spent["when"], None)
        return dates[0][2] if dates else PartialDate(int(spent["year"]))
    opening = re.match(
        r"(?:From|Between) (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through|and) (?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)",
        text,
    )
    if opening:
        return PartialDate(int(opening["year"]))
    stretch = text[end : end + 190]
    found = re.match(
        r"(?: (?:of|at) [A-Z][^,;.]{2,40})?(?:, [^,;.]{3,90},)?[^.;]{0,40}?(?:from |between |\()?(?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through|and|[-–—]) ?(?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)",
        stretch,
    )
    if found:
        dates = find_dates(found[0][-20:], None)
        return dates[-1][2] if dates and dates[-1][2].year == int(found["year"]) else PartialDate(int(found["year"]))
    until = re.match(
        r"[^.;]{0,40}?\b(?:until|through|till|ending in) (?P<when>(?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d))", stretch
    )
    if until:
        dates = find_dates(until["when"], None)
        return dates[0][2] if dates else PartialDate(int(until["year"]))
    return None
