"""Frames completed by what the rest of the release tells: where "the plant" stands, when "the move" takes place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kg.context.context import Context
from kg.context.modality import modality
from kg.extract.sites.located import Located, located
from kg.extract.sites.same_sites import names, one_site
from kg.extract.sites.site_spots import own_spot, spotted
from kg.extract.sites.sites import frames
from kg.extract.sites.telling import Frame
from kg.extract.timing import timing
from kg.model import BlockKind, PlaceName, Sentence, Status

_DEFINITE: Final = re.compile(r"\b(?:the|its|our|their|this|that|these|those|said|existing|current)\b", re.IGNORECASE)
_PLACED_LATER: Final = frozenset({"closing", "opening", "sale", "purchase", "lease", "expansion"})
_NOUNS: Final = {
    "closing": r"closings?|closures?|shutdown|phase-?out|wind-?down",
    "opening": r"construction|project|opening|facility|plant|(?:new )?\w+ (?:facility|plant|center|office)|building|store",
    "relocation": r"relocations?|moves?|transition|transfer|new (?:facility|headquarters|office)",
    "expansion": r"expansion|project|construction",
    "consolidation": r"consolidation|transition",
    "sale": r"sale|transaction|closing",
    "purchase": r"purchase|acquisition|transaction|closing",
    "lease": r"lease|occupancy",
}
_FOLLOWS: Final = {
    kind: re.compile(
        rf"(?:^|\b(?:the|this|these|its|our) )(?:{nouns})\b[^.;]{{0,60}}?\b(?:is|are|will|was|were|expected|scheduled|slated|to be)\b",
        re.IGNORECASE,
    )
    for kind, nouns in _NOUNS.items()
}
_NEAR: Final = 6  # sentences after a frame in which "the move" can only be that one


@lru_cache(maxsize=1)  # facilities and moves ask for the same release one after the other
def settled(context: Context) -> tuple[Frame, ...]:
    """The frames of a release, completed; in the order of its sentences."""
    told = list(frames(context))
    if not told:
        return ()
    told = [frame for frame in told if not _of_broker(context, frame)]
    known = list(located(context))
    return tuple(_timed(context, _placed(context, frame, told, known), told) for frame in told)


_BROKERED: Final = re.compile(
    r"\brepresented (?:both )?(?:the )?(?:\w+ )?(?:seller|buyer|landlord|tenant|purchaser|owner|ownership|developer)\b|\barranged the sale\b",
    re.IGNORECASE,
)


def _of_broker(context: Context, frame: Frame) -> bool:
    """Whether an issuer that tells whom it represented only brokered the deal."""
    issuer = context.issuer
    if issuer is None or frame.actor != issuer.name or frame.kind not in ("sale", "purchase", "lease"):
        return False
    return bool(_BROKERED.search(context.document.text))


def _placed(context: Context, frame: Frame, told: Sequence[Frame], known: Sequence[Located]) -> Frame:
    frame = spotted(context, frame)
    if frame.spot:
        return frame
    if frame.kind in _PLACED_LATER and frame.place is None and _definite(frame):
        return own_spot(replace(frame, place=_only(_candidates(frame, told, known))))
    if (
        frame.kind == "relocation"
        and frame.destination is None
        and frame.goal
        and frame.goal.lower().startswith(("the new", "this new"))
    ):
        new = [other.place for other in told if other.kind in ("opening", "purchase", "lease") and other.place]
        place = _only(new)
        return replace(frame, destination=place, goal=None if place else frame.goal)
    return own_spot(frame)


def _definite(frame: Frame) -> bool:
    if frame.site is None or (frame.kind == "opening" and re.search(r"\b(?:a|an|\d+)\b", frame.what)):
        return False
    words = frame.sentence.text[frame.start : frame.end]
    return bool(_DEFINITE.search(words)) or (frame.kind in ("closing", "sale") and not re.search(r"\d", frame.what))


def _candidates(frame: Frame, told: Sequence[Frame], known: Sequence[Located]) -> list[PlaceName]:
    """The places of the sites that a frame's may be; of one with a name of its own, only those that share it."""
    kind = str(frame.site.value) if frame.site else "other"
    sites = [
        (other.place, other.what)
        for other in told
        if other is not frame
        and other.place
        and other.actor == frame.actor
        and _alike(kind, str(other.site.value) if other.site else "other")
    ]
    sites += [
        (site.place, site.name or "")
        for site in known
        if site.operator in (None, frame.actor) and _alike(kind, str(site.site.value))
    ]
    if "former" in frame.what.lower().split():
        return []  # the site that stands now is another
    headed = frame.sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
    own = set() if headed else names(frame.what) - set(frame.actor.lower().split())
    return [
        place for place, what in sites if place and (not own or any(word in f"{what} {place}".lower() for word in own))
    ]


def _alike(one: str, two: str) -> bool:
    if "headquarters" in (one, two):
        return one == two
    return one == two or "other" in (one, two)


def _only(places: Sequence[PlaceName]) -> PlaceName | None:
    """The one place that all agree on; None where they differ."""
    cities = {(place.city or place.region or place.country or "").lower() for place in places}
    return max(places, key=lambda place: len(str(place))) if len(cities) == 1 else None


_DONE: Final = re.compile(r"\b(?:complet|finish|operational|open for|start-?up)\w*\b", re.IGNORECASE)


def _timed(context: Context, frame: Frame, told: Sequence[Frame]) -> Frame:
    """The frame with the time that another sentence gives it: "the move is scheduled for", "production there begins in"."""
    if frame.date or frame.status is Status.DENIED:
        return frame
    sentences = context.document.sentences
    here = frame.sentence.number
    near = (*sentences[here : here + _NEAR + 1], *reversed(sentences[max(0, here - _NEAR) : here]))
    for pattern in (_FOLLOWS[frame.kind], _begins(frame)):
        for other in near if pattern is not None else ():
            begin = frame.end if other.number == here else 0
            found = pattern.search(other.text, begin) if pattern else None
            if found and _of_frame(context, frame, other, found, told):
                done = _DONE.search(other.text, found.end()) or found
                date, when = timing(context, other, context.annotated(other), done.start(), done.end())
                if date or (when and not frame.when):
                    return replace(frame, date=date, when=when, status=_begun(frame, other.text, found))
    return frame


def _of_frame(context: Context, frame: Frame, other: Sentence, found: re.Match[str], told: Sequence[Frame]) -> bool:
    """Whether another sentence that tells a time speaks of the move of a frame."""
    if other.kind is BlockKind.HEADLINE or _elsewhere(context, frame, other):
        return False
    done = frame.status is Status.ACTUAL and frame.sentence.kind is not BlockKind.HEADLINE
    if done and _EXPECTED.search(other.text, found.start(), found.end() + 20):
        return False  # what has happened is not what is expected
    here, there = frame.sentence.number, other.number
    every = _EVERY.match(found[0]) is not None
    for rival in told:
        if rival is frame or (rival.sentence.number == here and rival.start == frame.start):
            continue
        number = rival.sentence.number
        if number == there and (rival.kind != frame.kind or _apart(rival, frame)):
            return False  # the sentence tells of another move
        nearer = here < number <= there if there > here else there <= number < here
        if nearer and not every and rival.kind == frame.kind and _apart(rival, frame):
            return False
    return True


# "The moves are expected to be completed": all that are told.
_EVERY: Final = re.compile(r"(?:(?:the|these|both|all) )?\w+s\b(?<!premises)(?<!headquarters)", re.IGNORECASE)
_EXPECTED: Final = re.compile(r"\b(?:expected|anticipated|scheduled|slated|will|to be)\b", re.IGNORECASE)


def _apart(one: Frame, two: Frame) -> bool:
    """Whether two frames tell of different sites."""
    mine, theirs = (one.destination or one.place or one.origin, two.destination or two.place or two.origin)
    if mine and theirs and _city(mine) != _city(theirs):
        return True
    return not one_site(one.what, two.what, placed=bool(mine and theirs))


def _elsewhere(context: Context, frame: Frame, other: Sentence) -> bool:
    """Whether another sentence tells of a move of other places: "the move to Brookton will be completed by April"."""
    if frame.kind != "relocation" or other.number == frame.sentence.number:
        return False
    mine = [place for place in (frame.place, frame.origin, frame.destination) if place]
    told = [m.value for m in context.annotated(other).mentions if isinstance(m.value, PlaceName)]
    return bool(mine and told) and not any(_city(one) == _city(two) for one in mine for two in told)


def _city(place: PlaceName) -> str:
    return (place.city or place.region or place.country or "").lower()


def _begun(frame: Frame, text: str, found: re.Match[str]) -> Status:
    """The phase of a relocation "under way" whose work at the new place is only expected to begin."""
    under_way = frame.kind == "relocation" and frame.status is Status.IN_PROGRESS
    word = found[0].split(" ", 1)[0]
    expected = under_way and modality(text, found.start(), found.start() + len(word)) is Status.PLANNED
    return Status.PLANNED if expected and _STARTS.match(word) else frame.status


_STARTS: Final = re.compile(r"begin|start|commence|complete", re.IGNORECASE)


def _begins(frame: Frame) -> re.Pattern[str] | None:
    """Words that tell when work starts at the place that a frame leads to."""
    place = frame.destination or (frame.place if frame.kind == "opening" else None)
    name = place.city or place.region or place.country if place else None
    if not name:
        return None
    return re.compile(
        rf"\b(?:begin|start|commence|complete|occup|ready|operational|move)\w*\b[^.;]{{0,60}}\b{re.escape(name.rstrip('.'))}",
        re.IGNORECASE,
    )
