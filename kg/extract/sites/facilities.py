"""Facilities: the sites a release speaks of, each once, with operator, type and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.context.context import Context
from kg.extract.sites.headquarters import headquarters
from kg.extract.sites.located import Located, is_site_place, located
from kg.extract.sites.site_memory import settled
from kg.extract.sites.site_spots import apposed_name
from kg.extract.sites.telling import Frame
from kg.mentions.gazetteer import country_of
from kg.mentions.properties import is_named
from kg.model import BlockKind, Claim, Confidence, FacilityClaim, PlaceName, Sentence, Status

_SITELESS = ("other",)


def extract(context: Context, found: Sequence[Claim]) -> list[FacilityClaim]:
    """Every site with at least a state or country, in the order of the text."""
    del found  # sites are read from the text alone
    kept: list[FacilityClaim] = []
    for claim in (*_seats(context), *_told(context), *_moved(context)):
        twin = next((at for at, other in enumerate(kept) if _twins(claim, other)), None)
        if twin is None:
            kept.append(claim)
        else:
            kept[twin] = _joined(kept[twin], claim)
    return sorted(kept, key=lambda claim: claim.evidence[0].span)


def _seats(context: Context) -> Iterator[FacilityClaim]:
    for site in headquarters(context):
        yield _claim(context, site, str(site.operator), "facilities/headquarters")


def _told(context: Context) -> Iterator[FacilityClaim]:
    for site in located(context):
        if site.operator:
            yield _claim(context, site, site.operator, "facilities/located")


def _moved(context: Context) -> Iterator[FacilityClaim]:
    for frame in settled(context):
        if frame.described or frame.status is Status.DENIED or frame.sentence.kind is BlockKind.HEADING:
            continue
        kind = str(frame.site.value) if frame.site else None
        if frame.site and is_named(frame.site) and not _places(frame):
            unplaced = _site(
                context, frame.sentence, frame.actor, str(kind), PlaceName(), "facilities/named", frame.start, frame.end
            )
            yield replace(unplaced, name=frame.site.text)
        for place in _places(frame):
            if kind:
                told = _site(
                    context, frame.sentence, frame.actor, kind, place, "facilities/moved", frame.start, frame.end
                )
                yield replace(told, name=apposed_name(frame.what))


def _places(frame: Frame) -> list[PlaceName]:
    """The places of the site of a frame; a site that work moves to is only where it moves."""
    moved_to = frame.kind in ("relocation", "consolidation") and frame.site and frame.site.text not in frame.what
    if moved_to and _OF_OTHER.match(frame.goal or ""):
        return []
    named = (frame.destination,) if moved_to else (frame.place, frame.origin, frame.destination)
    return [place for place in dict.fromkeys(named) if is_site_place(place) and place is not None]


_OF_OTHER: Final = re.compile(r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,4}(?:['’]s|s['’]) ")


def _claim(context: Context, site: Located, operator: str, rule: str) -> FacilityClaim:
    claim = _site(context, site.sentence, operator, str(site.site.value), site.place, rule, site.start, site.end)
    return replace(claim, name=site.name)


def _site(
    context: Context, sentence: Sentence, operator: str, kind: str, place: PlaceName, rule: str, start: int, end: int
) -> FacilityClaim:
    evidence = context.evidence(sentence, start, end)
    if kind == "factory" and _POWER.search(sentence.text + operator) and _PLANT.search(sentence.text, start, end):
        kind = "power-plant"  # "its plants in Ashford" of who makes electricity
    return FacilityClaim(
        evidence=(evidence,),
        rule=rule,
        confidence=Confidence.EXPLICIT,
        speaker=context.speaker_at(evidence.span.start),
        operator=operator,
        type=kind,
        place=place,
    )


_PLANT: Final = re.compile(r"(?<!manufacturing )(?<!production )(?<!assembly )\bplants?\b", re.IGNORECASE)
_POWER: Final = re.compile(
    r"\b(?:megawatts?|MW|gigawatts?|GW|power producer|power generat\w+|(?:solar|wind|hydro|nuclear|thermal) power|Renewable Energy|Power (?:Company|Corp\w*|Inc|& Light)|Electric (?:Company|Power))\b"
)


def _twins(claim: FacilityClaim, other: FacilityClaim) -> bool:
    """Whether two claims tell of one site: same operator and place, and no contradiction in type or name."""
    if (
        claim.operator != other.operator
        or (claim.place == PlaceName()) != (other.place == PlaceName())
        or (claim.name and other.name and claim.name != other.name)
    ):
        return False
    if claim.name and claim.name == other.name:
        return True
    if claim.type == other.type == "headquarters" and _within(claim.place, other.place):
        return True
    alike = claim.type == other.type or claim.type in _SITELESS or other.type in _SITELESS
    return alike and (_same_place(claim.place, other.place) or _told_widely(claim, other))


def _told_widely(one: FacilityClaim, two: FacilityClaim) -> bool:
    """Whether one claim only speaks again, by its state or country, of the one site that the other places."""
    wide, near = (one, two) if one.place.city is None else (two, one)
    if wide.place.city or not near.place.city or wide.type not in _SITELESS or near.type == "headquarters":
        return False
    if _ONE.search(wide.evidence[0].quote) is None:
        return False
    return _within(wide.place, near.place)


_ONE: Final = re.compile(r"(?:facility|plant|site|factory|mine|mill|campus|center|laboratory)\b", re.IGNORECASE)


def _same_place(one: PlaceName, two: PlaceName) -> bool:
    if one.city or two.city:
        return (one.city or "").lower() == (two.city or "").lower()
    return (one.region, one.country) == (two.region, two.country)


def _within(one: PlaceName, two: PlaceName) -> bool:
    """Whether one place is only told more widely than the other: "U.S." and "Ohio", "Ohio" and "Ashford, Ohio"."""
    wide, near = (one, two) if one.city is None and (one.region is None or two.city) else (two, one)
    if wide.city or (wide.region and not near.city):
        return False
    if wide.region:
        return wide.region == near.region
    return country_of(wide) is not None and country_of(wide) == country_of(near)


def _joined(kept: FacilityClaim, claim: FacilityClaim) -> FacilityClaim:
    near, wide = (kept.place, claim.place) if kept.place.city or not claim.place.city else (claim.place, kept.place)
    place = PlaceName(near.city, near.region or wide.region, near.country or wide.country)
    kind = claim.type if kept.type in _SITELESS else kept.type
    return replace(
        kept, evidence=(*kept.evidence, *claim.evidence), type=kind, name=kept.name or claim.name, place=place
    )
