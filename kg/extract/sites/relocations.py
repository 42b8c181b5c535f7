"""Relocations: where work, an office or a whole company comes from and goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.actors import acting, party_name
from kg.extract.sites import site_grammar as grammar
from kg.extract.sites.move_words import WORDINGS
from kg.extract.sites.site_owners import nobody_else
from kg.extract.sites.telling import Frame, Telling, framed
from kg.extract.timing import timing
from kg.model import MentionKind, PlaceName, Sentence, Status
from kg.text.patterns import Annotated, plain


def moved(told: Telling) -> Frame | None:
    """A frame of work or a whole company that moves: "is moving those operations to Ashford, Ohio"."""
    coded, end = told.annotated.coded, told.hit.end()
    goods = grammar.GOODS.match(coded, end)
    bare = goods is None
    if bare and not told.verb.startswith(("relocat", "mov")):
        return None
    group = grammar.GROUP_OF.search(coded[: told.hit.start()]) if bare else None
    actor = told.subject() or party_name(told.context, told.filler(goods or group, "owner")) or nobody_else(told)
    frame = framed(told, None, goods.span("np") if goods else told.hit.span("verb"), actor, None)
    if frame is None or _person_moves(told) or _theirs(told):
        return None
    frame = next(led_away(told, frame, goods.end() if goods else end), None)
    led = frame is not None and bool(frame.origin or frame.goal or frame.site or (frame.destination and _leaving(told)))
    if frame is None or (bare and told.verb.startswith("mov") and not led):
        return None
    return replace(frame, what=_of_whom(frame)) if bare else frame


def _leaving(told: Telling) -> bool:
    """Whether a site is left before the move: "will vacate its Ashford office and move to Brookton"."""
    return bool(_LEFT.search(told.sentence.text, 0, told.bounds[0]))


_LEFT: Final = re.compile(
    r"\b(?:clos|vacat|shut|exit|leav)(?:e|es|ed|ing|s|ting)?\b[^;:.]{3,120},? and (?:to |will |then )?$"
)


def _of_whom(frame: Frame) -> str:
    """What moves when a company does, by the site that it moves to."""
    kind = frame.site.value if frame.site else None
    return str(kind) if kind in ("headquarters", "office") else "operations"


def _theirs(told: Telling) -> bool:
    """Whether the speaker tells of others: "we helped them relocate their business"."""
    actors = [
        m for m in told.annotated.mentions if m.end <= told.bounds[0] and m.kind in (MentionKind.ORG, MentionKind.WE)
    ]
    spoken = bool(actors) and actors[-1].kind is MentionKind.WE
    return spoken and told.sentence.text.startswith(" their ", told.bounds[1])


def led_away(told: Telling, frame: Frame, after: int, *, led: bool = False) -> Iterator[Frame]:
    """The frame with where it comes from and leads to; nothing for a relocation that leads nowhere."""
    if not told.wording.goods:
        yield frame
        return
    coded = told.annotated.coded
    window = min(len(coded), after + 220)
    stop = grammar.CLAUSE_END.search(coded, after, window)
    limit = stop.start() if stop else window
    place = grammar.TO_PLACE.search(coded, after, limit)
    site = grammar.TO_SITE.search(coded, after, limit)
    origin = told.place(grammar.FROM_PLACE.search(coded, after, limit), "origin")
    city = grammar.FROM_CITY.search(coded, after, limit) if origin is None else None
    origin = PlaceName(city["city"]) if city else origin
    origin = origin or (_within(told, frame) if frame.site is None else None)
    if place is None and site is None and frame.kind == "consolidation" and frame.site is None:
        place = grammar.IN_PLACE.match(coded, after)
    found = site if site and (place is None or site.start() <= place.start()) else place
    if told.verb.startswith("outsourc") and (place is None or place["lead"]):
        return  # work given to others, wherever they are, moves no site
    name = grammar.TO_NAME.search(coded, after, limit) if found is None and frame.kind == "relocation" else None
    if name and (frame.site or told.verb.startswith("relocat") or name["name"][0] >= "\ue000"):
        goal: str | None = plain(name["name"], told.annotated.mentions)
        yield replace(frame, origin=origin, goal=goal, end=max(frame.end, told.annotated.position(name.end())))
        return
    if found is None:
        if led or frame.kind == "consolidation":
            yield replace(frame, origin=origin)
        return
    end = max(frame.end, told.annotated.position(found.end()))
    moved = replace(frame, origin=origin, end=end, places=_several(told, found, "where" if found is site else "to"))
    if found is site:
        where = told.place(found, "where") or told.place_within(*found.span("np"))
        goal = plain(found["np"], told.annotated.mentions) if where is None else _address(told, found)
        yield replace(moved, destination=where, goal=goal, site=frame.site or told.filler(found, "site"))
    else:
        yield replace(moved, destination=told.place(found, "to"), goal=_address(told, found))


def _within(told: Telling, frame: Frame) -> PlaceName | None:
    """The place that the words for the work hold: "its Ashford, Ohio operations", "work done in Ashford"."""
    first, last = sorted((frame.start, told.bounds[1]))
    last = max(frame.end, last)
    held = [
        m
        for m in told.annotated.mentions
        if first <= m.start and m.end <= last and isinstance(m.value, PlaceName) and m.text in frame.what
    ]
    return held[0].value if held and isinstance(held[0].value, PlaceName) else None


def _several(told: Telling, found: re.Match[str], group: str) -> str | None:
    """The places as printed where work goes to several."""
    if not found.groupdict().get("also"):
        return None
    return plain(found.string[found.start(group) : found.end("also")], told.annotated.mentions)


_NAMED: Final = re.compile(r"(?:\d+\s|(?:[A-Z][\w&/.’'-]*|/|&|of|at)(?: |$))[\w&/.,’' -]*$")
_BEFORE_PLACE: Final = re.compile(
    r",? (?:(?:which is )?(?:located |situated )?(?:in|at|on|near) )?(?:the )?(?:downtown|midtown|uptown|greater)? ?$"
)


def _address(told: Telling, found: re.Match[str]) -> str | None:
    """The address or proper name that stands before a place: "1200 Lake Road" of "1200 Lake Road in Ashford, Ohio"."""
    lead = found.groupdict().get("lead")
    if not lead:
        return None
    words = plain(lead, told.annotated.mentions)
    words = _BEFORE_PLACE.sub("", words if words.endswith(" ") else words + " ").strip(" ,")
    return words if words and _NAMED.fullmatch(words) and len(words) > 4 else None


def newly_located(context: Context, sentence: Sentence, annotated: Annotated) -> Iterator[Frame]:
    """Relocations told by where they lead: "its new headquarters will be located in Ashford"."""
    for hit in grammar.LOCATED_NEW.finditer(annotated.coded):
        site = annotated.filler(hit["site"] or hit["site2"])
        where = annotated.filler(hit["where"]).value
        owner = annotated.filler(hit["owner"]) if hit["owner"] else None
        start, end = annotated.position(hit.start()), annotated.position(hit.end())
        actor = party_name(context, owner) or acting(context, sentence, annotated, start)
        seat = site.value in ("headquarters", "office")
        if actor and isinstance(where, PlaceName) and (seat or " be " in hit[0]):
            told = Telling(context, sentence, annotated, WORDINGS[2], hit)
            goal = _address(told, hit) if seat else None
            status = modality(sentence.text, annotated.position(hit.end("site" if hit["site"] else "site2")) + 9, end)
            status = Status.PLANNED if " be " in hit[0] else status
            date, when = timing(context, sentence, annotated, start, end)
            frame = Frame("relocation", actor, sentence, start, end, status, site.text, site, date=date, when=when)
            if seat:
                yield replace(frame, destination=where, goal=goal)
            else:
                yield replace(frame, kind="opening", place=where)  # "the new plant would be located in Ashford"


def _person_moves(told: Telling) -> bool:
    kinds = (MentionKind.PERSON, MentionKind.ORG, MentionKind.WE)
    last = [m for m in told.annotated.mentions if m.end <= told.bounds[0] and m.kind in kinds]
    return bool(last) and last[-1].kind is MentionKind.PERSON
