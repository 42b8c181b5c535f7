"""What ends at a place without a noun for the site, and sites that are only counted: "operations in Ashford will cease"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.site_owners import leader
from kg.extract.sites.telling import Frame, Telling, framed
from kg.model import Mention, MentionKind
from kg.text.patterns import compile_pattern

# "opened three stores and closed nine": of what, the site told before says.
_BARE_COUNT: Final = compile_pattern(
    r" (?P<np>(?:{count}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))(?: (?:others?|more))?(?=[,.;]|$| (?:during|in|by|this|last|over|and|for)\b(?! (?:cash|exchange)))"
)


def elliptic(told: Telling) -> Frame | None:
    """A frame of so many sites more of those that the clause before tells of."""
    if told.wording.kind not in ("opening", "closing", "sale", "purchase"):
        return None
    found = _BARE_COUNT.match(told.annotated.coded, told.hit.end())
    before = [m for m in told.annotated.mentions if m.kind is MentionKind.FACILITY and m.end <= told.bounds[0]]
    if found is None or not before or not before[-1].text.endswith("s"):
        return None
    if not _AND_SO.search(told.sentence.text, before[-1].end, told.bounds[0]):
        return None
    frame = framed(told, before[-1], found.span("np"), told.subject(), None)
    return replace(frame, what=f"{frame.what} {before[-1].text}") if frame else None


_AND_SO: Final = re.compile(
    r"[^;.]{0,60}\b(?:and|while|but)(?: (?:it|we|they))?(?: (?:also|then|has|have|plans? to|will))* $"
)


def stopped(told: Telling) -> Frame | None:
    """A frame of work that ends at a place: "discontinue manufacturing at Ashford", "closing its Ashford operations"."""
    if told.wording.kind != "closing":
        return None
    coded, end = told.annotated.coded, told.hit.end()
    goods = grammar.GOODS.match(coded, end)
    there = grammar.AT_PLACE.match(coded, goods.end() if goods else end - 3)
    place = told.place(there, "where") if there else None
    if goods and place is None:
        place = told.place_within(*goods.span("np"))
    if place is None or not (goods or told.verb.endswith((" at", " in"))):
        return None
    noun = goods.span("np") if goods else told.hit.span("verb")
    site = Mention(MentionKind.FACILITY, *told.bounds, told.verb, "factory")
    frame = framed(told, site, noun, told.subject(), place)
    work = _WORK.search(told.verb)
    return replace(frame, what=work[0]) if frame and work and not goods else frame


_WORK: Final = re.compile(r"operations?|production|manufacturing|activities")


_WORK_AT: Final = compile_pattern(
    r"(?P<np>(?:(?:its|our|the|all|[Aa]ll) )?(?:[a-z-]+ )?(?:operations|production|manufacturing)) (?:in|at|near) {where:place},? "
    r"(?:(?:will|would|is|are|was|were|has|have|had|been|be|being|to|also|expected|scheduled|due) ){0,5}$"
)


def work_ends(told: Telling) -> Iterator[Frame]:
    """Frames of work that ends at a place: "operations in Ashford, Ohio will cease"."""
    if told.wording.kind != "closing" or not told.verb.startswith("ceas"):
        return
    at = told.hit.start()
    found = _WORK_AT.search(told.annotated.coded, max(0, at - 120), at)
    if found:
        site = Mention(MentionKind.FACILITY, *told.bounds, told.verb, "factory")
        actor = leader(told, found.start("np"))
        frame = framed(told, site, found.span("np"), actor, told.place(found, "where"))
        if frame:
            yield frame
