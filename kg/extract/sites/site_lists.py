"""Several sites of one deed: "stores in Ashford, Brookton and Cedar Falls", "27 stores in Ohio and a warehouse in Reno"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.telling import Frame, Telling
from kg.extract.timing import timing
from kg.model import PlaceName
from kg.text.patterns import compile_pattern, plain

_SITES_AT_ONCE: Final = 6
# The places that go on a list after the first; a place that only qualifies the next word is none.
_FURTHER: Final = compile_pattern(
    r"(?:, (?:in )?{place}){0,12},? (?:and|&|as well as) (?:in |one in |at )?{place}(?![-–’']| (?:based|area|plants?|facility|facilities|operations?|offices?|stores?|warehouses?|(?-i:[A-Z])))"
)
_NEARER: Final = compile_pattern(r",? (?:in|at) {where:place}")
_TIME_BETWEEN: Final = compile_pattern(
    r",? (?:by|on|in|during|effective|at|before|late in|early in) (?:the end of )?{date|period}(?=,? and )"
)


def each_site(told: Telling, frame: Frame, found: re.Match[str]) -> Iterator[Frame]:
    """A frame for every place and site that the words after a verb of happening name."""
    coded, end = told.annotated.coded, found.end()
    if found["where"]:
        nearer = _NEARER.match(coded, end)
        place = told.place(nearer, "where")
        if nearer and place and place.city and frame.place and frame.place.city is None:
            frame, end = replace(frame, place=place), nearer.end()  # "its first store in Canada, in Ashford, Ontario"
    further = _FURTHER.match(coded, found.end("where")) if found["where"] else None
    if further is None:
        yield frame
        other = told.place(found, "other")
        if other is not None:
            yield replace(frame, place=other)
    else:
        end = max(end, further.end())
        others = _listed(told, further)
        if _together(frame.what, len(others) + 1):
            words = plain(coded[found.start("where") : further.end()], told.annotated.mentions)
            yield replace(frame, places=words)
        else:
            yield frame
            yield from (replace(frame, place=place) for place in others)
    yield from _more_sites(told, frame, end)


_COUNTED: Final = re.compile(
    r"(?:(?:up to|about|approximately|some|nearly|over|more than|its|another|all) )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|several|some)\b(?! ?(?:square|sq|acres?|million))",
    re.IGNORECASE,
)
_WORDS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def _together(what: str, places: int) -> bool:
    """Whether so many sites lie in several places all told: "27 stores in Florida and Georgia", but not two in two."""
    count = _COUNTED.match(what)
    return count is not None and count[0].lower() not in (str(places), _WORDS[min(places, 12)])


def _listed(told: Telling, further: re.Match[str]) -> list[PlaceName]:
    slots = (told.annotated.filler(slot).value for slot in _SLOT.findall(further[0]))
    return [value for value in slots if isinstance(value, PlaceName)]


_SLOT: Final = re.compile(r"[\ue000-\ue0ff][\ue100-\uf8ff]")


def _more_sites(told: Telling, frame: Frame, at: int) -> Iterator[Frame]:
    """Further sites of the same deed, each told with its own place."""
    coded = told.annotated.coded
    for _ in range(_SITES_AT_ONCE):
        time = _TIME_BETWEEN.match(coded, at)
        more = grammar.AND_SITE.match(coded, time.end() if time else at)
        where = told.place(more, "where") if more else None
        if more is None or where is None:
            return
        what = told.words(more.start("np"), more.start("loc"))
        start, at = told.annotated.position(more.start("np")), more.end()
        end = told.annotated.position(at)
        date, when = (frame.date, frame.when) if time is None else (None, None)
        own = timing(told.context, told.sentence, told.annotated, start, end) if time else (None, None)
        date, when = own if own != (None, None) else (date, when)
        yield replace(
            frame, site=told.filler(more, "site"), place=where, places=None, what=what, end=end, date=date, when=when
        )
