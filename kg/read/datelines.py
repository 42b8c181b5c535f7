"""The dateline that opens a release: place, date and wire credit, in whatever order they are printed."""

from __future__ import annotations

import re

from kg.text.dates import MONTH_NAME

_LIMIT = 240  # characters: no dateline is longer
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,? ?)"
_DATE = re.compile(
    rf"{_WEEKDAY}?(?:{MONTH_NAME}\.?,? ?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? ?(?:19|20)\d\d\b)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{MONTH_NAME}(?:,?[ -](?:19|20)\d\d\b)?"
    rf"|{MONTH_NAME},? (?:19|20)\d\d\b"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d\b|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:,? ?(?:@|at|AT)? ?\d{1,2}[:.]\d\d ?(?:[AaPp]\.?[Mm]\.?)? ?(?:[A-Z]{2,4}\b|Eastern|Central|Mountain|Pacific"
    r"|[A-Z]\w{1,12}/\w{2,20})?)?"
)
_WIRE = re.compile(
    r"/ ?(?:[A-Z0-9][\w.]{1,20})(?:[ -][\w.]{1,20}){0,5} ?/"
    r"|\((?:[\w.&-]{1,20} ){0,3}?(?:[\w.]{0,20}(?:[Ww]ire|WIRE|[Nn]ews|NEWS|[Pp]ress|PRESS|COMTEX|Comtex)[\w.]{0,20}|via)"
    r"(?: [\w.&-]{1,20}){0,4}\)"
    r"|\b(?:BUSINESS WIRE|Business Wire|(?:PR|Globe|GLOBE|CNW|Canada) ?(?:Newswire|NewsWire|NEWSWIRE)"
    r"|(?:[A-Z][\w.]{1,15} ){0,2}[A-Z][\w.]{0,14}(?:[Ww]ire|WIRE)|M(?:arketwired?|ARKETWIRED?|arket Wire)|NEWMEDIAWIRE|NewMediaWire|ACCESS ?WIRE|Access ?[Ww]ire"
    r"|Newsfile Corp\.?|PRESSWIRE|Presswire|EINPresswire|Prime[Zz]one(?: Media Network)?|Internet Wire)\b"
    r"(?: ?\([^()]{0,90}\))?"
)
# Any name in brackets before a dash is a credit where a date goes before.
_CREDIT = re.compile(r"\([A-Z][\w.]{2,20}(?: [\w.&-]{2,20}){0,3}\)(?= ?(?:--|[\u2010-\u2015]|- ))")
_SEPARATOR = re.compile(
    r"[ *]*(?:[-\u2010-\u2015\u2212]{1,4}|\.{2,}|(?:\. ){2,}\.?|\u2026|(?<=[)\d]):|(?<=\b\d{4})\.(?= +[A-Z])|\||/)[ *]*"
)
_WORD = r"(?:[A-Z][\w'\u2019\u2018-]*\.?(?:[A-Z]\.)*|and|de|of|the|la|&|und|al)"
_PLACE = re.compile(rf"{_WORD}(?:(?:, ?| ?[/&;] ?| ){_WORD}){{0,11}}")
_CAPITALS = re.compile(r"[A-Z][A-Z.'\u2019 -]{2,}")
_CITY = re.compile(
    r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2}, (?:[A-Z]{2}\b|[A-Z][a-z]{2,12}\.|[A-Z]\.[A-Z]\.)"
)
TELLING = re.compile(r"\b(?:today|said|announce[sd]?|report(?:s|ed)|has|have|will|is|are)\b", re.IGNORECASE)
_COMMA = re.compile(r", (?=[A-Z])")  # "BOSTON...May 3, 2000, Alder today said"
_FILLER = re.compile(r"[ ,;()*\[\]]+|\.(?= |$)")


def measure(text: str) -> int:
    """How many characters of a folded paragraph are its dateline; 0 when it opens without one."""
    at = 0
    date = wire = place = parted = False
    ended = ""
    limit = min(len(text), _LIMIT)
    while at < limit:
        word = at + 1 if text[at] == " " else at
        if not date and (found := _DATE.match(text, word)):
            parted = place and ended != ""
            at, date, ended = found.end(), True, ""
        elif not wire and (found := _WIRE.match(text, word) or (date and _CREDIT.match(text, word)) or None):
            at, wire, ended = found.end(), True, ""
        elif (found := _SEPARATOR.match(text, at)) and found.end() > at:
            at, ended = found.end(), found.group()
        elif (found := _FILLER.match(text, at)) and not (ended and date):
            at = found.end()
        elif not place and not date and not wire and at < 4 and (found := _PLACE.match(text, at)):
            at, place, ended = _place_end(text, found), True, ""
            if at > 100:
                return 0
        else:
            break
    if date or wire:
        opened = place or wire or ended
        closed = (
            ended
            or wire
            or (parted and _COMMA.match(text, at - 2))
            or at >= len(text) - 1
            or text[at - 2 : at].strip().endswith(")")
        )
        return at if opened and closed and at < limit + 40 else 0
    return at if place and _bare(text, at, ended) else 0


def _place_end(text: str, found: re.Match[str]) -> int:
    """Where a place ends: a month or a wire that looks like a further word of it does not belong."""
    end = found.end()
    for pattern in (_DATE, _WIRE):
        inner = pattern.search(text, found.start() + 2, end + 40)
        if inner and inner.start() < end:
            end = inner.start()
    return end


def _bare(text: str, at: int, ended: str) -> bool:
    """Whether a place and a dash alone open the story: "ATLANTA - The company today ..."."""
    mark = ended.strip(" *")
    if len(text) < 100 or not mark or mark in {"/", ":", "|"} or (len(mark) == 1 and ended[:1] != " " and mark == "-"):
        return False
    head = text[: at - len(ended)].rstrip()
    if len(head) > 60 or len(head.split()) > 6:
        return False
    if not TELLING.search(text, at, at + 500):
        return False
    shaped = _CAPITALS.fullmatch(head.split(",")[0]) is not None or _CITY.fullmatch(head) is not None
    rest = text[at : at + 60]
    return shaped and rest[:1].isupper() and not rest.isupper() and not text.isupper()


def find_date(text: str) -> re.Match[str] | None:
    """The first printed date of a text."""
    return _DATE.search(text)


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    found = _DATE.match(text)
    return found is not None and found.end() >= len(text.rstrip(" .,"))
