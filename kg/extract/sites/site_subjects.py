"""Frames of verbs and nouns said of the site that stands before them: "the Ashford plant will be closed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.actors import party_name
from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.relocations import led_away
from kg.extract.sites.site_owners import agent_after, leader
from kg.extract.sites.site_work import work_ends
from kg.extract.sites.telling import Frame, Telling, framed
from kg.model import Mention, MentionKind, PlaceName
from kg.text.patterns import code

_PASSIVE: Final = re.compile(r"(?:be|been|being|is|was|are|were|to)\b", re.IGNORECASE)
_MOVES: Final = re.compile(r"(?:be|been|being|is|was|are|were|to)\b|(?:move|relocate)$", re.IGNORECASE)
_WITH: Final = re.compile(
    r", with (?:its|their|the|all|most|some)? ?(?:[a-z]+ ){0,3}?(?:being |to be )?$", re.IGNORECASE
)
_OBJECT_NEXT: Final = re.compile(
    rf" (?:its|the|a|an|our|their|on(?! (?:[\ue000-\uf8ff]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|(?![{code(MentionKind.DATE)}{code(MentionKind.PERIOD)}])[\ue000-\uf8ff])"
)
# "keep the plant open": it has been.
_KEPT: Final = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|remain(?:s|ed|ing)?|stay(?:s|ed)?|leav(?:e|es|ing)|left|hold(?:s|ing)?)\b[^;.]{0,80}$",
    re.IGNORECASE,
)
_NEEDS_PASSIVE: Final = frozenset({"sale", "purchase", "lease", "expansion", "consolidation"})


def with_subject(told: Telling, *, compound: bool) -> Iterator[Frame]:
    """Frames of a verb or noun with the site before it: "the Ashford plant will be closed", "plant closing"."""
    coded, at = told.annotated.coded, told.hit.start()
    before = [m for m in told.annotated.mentions if m.kind is MentionKind.FACILITY and m.end <= told.bounds[0]]
    if told.wording.goods and not compound and (_MOVES.match(told.verb) or _WITH.search(coded, max(0, at - 60), at)):
        yield from _goods_moved(told)
    if not before:
        yield from work_ends(told)
        return
    site = before[-1]
    number = next(at for at, m in enumerate(told.annotated.mentions) if m is site)
    begin = coded.find(chr(0xE100 + number)) - 1
    between = grammar.SAID_OF.fullmatch(coded, begin + 2, at)
    if compound:
        if coded[begin + 2 : at] != " ":
            return
    elif between is None or not _said_of_site(told):
        return
    start = grammar.noun_start(coded, begin)
    if coded[max(0, start - 2) : start] == ", " and coded[begin + 2 : begin + 3] == ",":
        return  # "Ashford, a bakery, will open": the noun only says what the company is
    clause = between is not None and re.search(r", (?:which|that) ", coded[begin + 2 : at])
    if not (compound or clause) and coded[max(0, start - 4) : start].lower() in (" of ", " to ", "into"):
        return  # "the sale of the plant was completed": said of the sale
    owner = next((m for m in _mentions(told, start, begin) if m.kind in (MentionKind.ORG, MentionKind.OUR)), None)
    actor = party_name(told.context, owner) or agent_after(told) or leader(told, start)
    place = told.place(between, "where") if between else None
    place = place or told.place_within(start, begin)
    if place is None or place.city is None:  # "the first studio in Ohio will open in Ashford"
        there = _there(told)
        place = there if there and (place is None or there.city) else place
    frame = framed(told, site, (start, begin + 2), actor, place, since=_since(between))
    if frame:
        yield from led_away(told, frame, told.hit.end(), led=True)
        other = told.place(between, "other") if between else None
        if other and told.wording.kind in ("closing", "opening", "sale", "expansion"):
            yield replace(frame, place=other)


def _since(between: re.Match[str] | None) -> int:
    """Where the words end that tell something of a site in passing, so that their dates are not those of the verb."""
    return between.end("aside") if between else -1


def _there(told: Telling) -> PlaceName | None:
    """The city that follows a verb said of the site: "a new plant is opening in Ashford"."""
    if told.wording.kind not in ("opening", "closing"):
        return None
    found = grammar.AT_SOME_PLACE.match(told.annotated.coded, told.hit.end())
    return told.place(found, "where") if found else None


def _goods_moved(told: Telling) -> Iterator[Frame]:
    """Frames of work that is moved: "production will be transferred to Ashford, Ohio"."""
    coded, at = told.annotated.coded, told.hit.start()
    goods = grammar.GOODS_SAID.search(coded, max(0, at - 160), at)
    if goods is None:
        return
    own = _OWN.search(coded, goods.start("np"), goods.start("goods"))
    noun = (own.start("own") if own else goods.start("np"), goods.end("np"))
    owner = party_name(told.context, told.filler(goods, "owner")) if own is None else None
    frame = framed(told, None, noun, owner or agent_after(told) or leader(told, noun[0]), None)
    if frame:
        yield from led_away(told, frame, told.hit.end())


# The noun phrase begins with its own determiner, whatever stands before: "the loss of 140 jobs, and its work".
_OWN: Final = re.compile(r".{0,160} (?P<own>(?:its|their|our|the|those|these|all) )")


def _said_of_site(told: Telling) -> bool:
    """Whether the verb after a site is said of the site: not "the plant closed a deal"."""
    if told.verb in ("is open", "are open", "was open", "were open"):
        return False  # that is how it stands, not what happened
    if _PASSIVE.match(told.verb):
        return True
    coded, at = told.annotated.coded, told.hit.end()
    if told.verb in ("open", "closed") and _KEPT.search(coded, max(0, told.hit.start() - 120), told.hit.start()):
        return False
    if told.verb.endswith("in size"):
        return True
    return told.wording.kind not in _NEEDS_PASSIVE and not _OBJECT_NEXT.match(coded, at, at + 6)


def _mentions(told: Telling, start: int, end: int) -> list[Mention]:
    first, last = told.annotated.position(start), told.annotated.position(end)
    return [m for m in told.annotated.mentions if first <= m.start and m.end <= last]
