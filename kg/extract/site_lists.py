"""Several sites of one deed: "stores in Ashford, Brookton and Cedar Falls", "27 stores in Ohio and a warehouse in Reno"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract import site_grammar as grammar
from kg.extract.telling import Frame, Telling
from kg.model import MentionKind, PlaceName
from kg.text.patterns import compile_pattern

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
    yield frame
    further = _FURTHER.match(coded, found.end("where")) if found["where"] else None
    if further:
        end = max(end, further.end())
        yield from (replace(frame, place=place) for place in _listed(told, further))
    elif (other := told.place(found, "other")) is not None:
        yield replace(frame, place=other)
    yield from _more_sites(told, frame, end)


def _listed(told: Telling, further: re.Match[str]) -> Iterator[PlaceName]:
    first, last = told.annotated.position(further.start()), told.annotated.position(further.end())
    for mention in told.annotated.mentions:
        if mention.kind is MentionKind.PLACE and first <= mention.start and mention.end <= last:
            assert isinstance(mention.value, PlaceName)
            yield mention.value


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
        at = more.end()
        end = told.annotated.position(at)
        yield replace(frame, site=told.filler(more, "site"), place=where, what=what, end=end)
