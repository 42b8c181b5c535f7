"""The dateline that opens a release, and the date it was issued."""

from __future__ import annotations

import re

from kg.model import PartialDate

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
DATE = re.compile(
    rf"\b(?:(?P<month>{_MONTH})\b\.?,?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
    rf"(?:\s?,?\s{{0,3}}(?P<year>(?:19|20)\d\d)\b)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?P<month2>{_MONTH})\b\.?,?\s{{1,3}}(?P<year2>(?:19|20)\d\d)\b"
    rf"|(?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})/(?P<year3>(?:19|20)?\d\d)\b)",
    re.IGNORECASE,
)


def find_date(text: str, start: int = 0, end: int | None = None) -> tuple[re.Match[str], PartialDate | None] | None:
    """The first date of a text, its value None where no year stands with it."""
    for found in DATE.finditer(text, start, len(text) if end is None else end):
        return found, _value(found)
    return None


def _value(found: re.Match[str]) -> PartialDate | None:
    part = found.groupdict()
    year = part["year"] or part["year2"] or part["year3"]
    if year is None:
        return None
    number = int(year)
    if number < 100:
        number += 1900 if number >= 80 else 2000
    if part["month3"] is not None:
        month, day = int(part["month3"]), int(part["day3"])
    else:
        month = _MONTHS[(part["month"] or part["month2"]).lower()]
        day = int(part["day"] or part["day2"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return PartialDate(number, month, day)


_WIRE = re.compile(
    r"/[A-Z][^/\n]{2,50}/|\((?:[^()]{0,30}?(?:wire|news|press|comtex|stockhouse|vista|via)[^()]{0,30})\)|"
    r"\b(?:business wire|globe newswire|pr newswire|prnewswire|prism mediawire|marketwired?|newmediawire|accesswire)\b"
    r"(?:\s\([^()]{0,80}\))?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:-{1,4}|[\u2010-\u2015]{1,2}|\.{2,}|\u2026|:|\|)\s*")
_PLACE = re.compile(
    r"(?:[A-Z][\w.'\u2019]*|and|de|of|the|&)(?:(?:,\s?|\s|/|-)(?:[A-Z][\w.'\u2019]*|and|de|of|the|&)){0,9}"
)
_FILLER = re.compile(r"[\s,.;()/*]+")


def measure(text: str) -> int:
    """How many characters of a folded paragraph are its dateline; 0 when it opens without one."""
    at = 0
    seen_date = seen_wire = seen_place = separated = False
    limit = min(len(text), 220)
    while at < limit:
        date = DATE.match(text, at)
        wire = _WIRE.match(text, at)
        separator = _SEPARATOR.match(text, at)
        filler = _FILLER.match(text, at)
        place = _PLACE.match(text, at)
        if date and not seen_date:
            at, seen_date = date.end(), True
            separated = False
        elif wire and not seen_wire:
            at, seen_wire = wire.end(), True
            separated = False
        elif separator and separator.end() > at:
            at, separated = separator.end(), True
        elif filler and not separated:
            at = filler.end()
        elif place and not seen_place and not seen_date and not seen_wire:
            cut = DATE.search(text, at, place.end())
            at = cut.start() if cut else place.end()
            seen_place, separated = True, False
            if at > 90:
                return 0
        else:
            break
    if not (seen_date or seen_wire):
        head = text[:at]
        return at if separated and seen_place and sum(map(str.isupper, head)) * 2 > len(head.strip(" -.")) else 0
    return at if separated or seen_wire or at >= len(text) - 1 else 0
