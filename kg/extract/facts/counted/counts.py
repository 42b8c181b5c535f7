"""Counts with a meaning: employees, stores, customers, areas, shares, units sold, capacity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from kg.extract.facts.concepts.dwellings import held_in
from kg.extract.facts.concepts.elliptic import elliptic_of
from kg.extract.facts.concepts.measured import measured_of
from kg.extract.facts.concepts.multiples import multiple_of
from kg.extract.facts.concepts.ratios import ratio_of
from kg.extract.facts.concepts.stock_counts import (
    named_shares_of,
    options_of,
    own_shares_of,
    reduced_shares_of,
    shares_of,
    units_of,
)
from kg.extract.facts.concepts.subjects import base_of
from kg.extract.facts.counted.capacities import capacity_of
from kg.extract.facts.counted.clients import customers_of
from kg.extract.facts.counted.drilling import drilled_of
from kg.extract.facts.counted.moved_counts import done_to_of, moved_count_of
from kg.extract.facts.counted.nouned import nouned_of
from kg.extract.facts.counted.ordered import ordered_of
from kg.extract.facts.counted.quantities import quantity_of
from kg.extract.facts.counted.staff import people_of
from kg.extract.facts.counted.tallies import listed_of, persons_of, plain_of, sold_of
from kg.extract.facts.counting import ADD, CUT, MODIFIERS, PEOPLE, PLACES, count_of, qualifier
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.lengths import UNIT
from kg.extract.facts.slots.line import COUNT, Item, Line
from kg.extract.facts.slots.splits import is_reverse
from kg.extract.facts.stated.idle import idle

_AREAS = re.compile(r"(?:square[\s-]f(?:ee|oo)t|sq\.?\s?ft\.?|square[\s-]met(?:er|re)s?|m²|sq\.?\s?m)$", re.IGNORECASE)
_AREA_WORD = re.compile(
    r"^\+?[\s-](?:(?:rentable|gross|leasable|additional|total|usable)\s)?(?P<unit>square[\s-]f(?:ee|oo)t|sq\.?\s?ft\.?|square[\s-]met(?:er|re)s?|acres?(?![\s-]f(?:ee|oo)t)|hectares?)",
    re.IGNORECASE,
)
_AREA_UNITS = {
    "squarefeet": "sqft",
    "squarefoot": "sqft",
    "sqft": "sqft",
    "acre": "acres",
    "acres": "acres",
    "hectare": "hectares",
    "hectares": "hectares",
}
_PLACES_AFTER = re.compile(rf"^\+?{MODIFIERS}\s(?P<noun>{PLACES})\b(?!-)")
_SHARED_NOUN = re.compile(
    rf"^(?P<mod>(?:\s(?!(?:[\w-]*[^s\W]s|people|staff|men|women|aircraft|personnel|and|in|of|with|to|for)\b)[\w'’-]+){{1,3}}),?\s(?:and|or)\s(?:approximately\s|about\s|more than\s|over\s)?{COUNT}(?:\s[\w'’-]+){{0,3}}?\s(?P<noun>{PLACES}|{PEOPLE})\b"
)
_SKIP_BEFORE = re.compile(
    r"(?:\b(?:top|fortune|russell|largest|biggest|leading|key|s&p|nasdaq|forbes|inc\.|global|the last|past|next|every|per|within|days?|[/\\]\w+|age|aged|chapter|rated|least one of|one of|lesser of|greater of|first|among the|for|no|number)\s|\$)$",
    re.IGNORECASE,
)


def count_draft(line: Line, item: Item, low: Item | None = None) -> Draft | None:
    """What a count states by the noun it counts, from the `low` end of its range on; None for no measure of business."""
    if item.amount.unit == "ratio":
        words = line.text[item.start : item.end]
        kind = "reverse stock split" if is_reverse(words) else "stock split"
        return count_of(line, item, "Other", f"{kind} ratio ({words})", "ratio", "", timing="event")
    if item.amount.unit == UNIT or (item.amount.places > 0 and _BARE.match(line.coded, item.to)):
        return multiple_of(line, item)
    start = (low or item).at
    before = line.coded[max(0, start - 110) : start]
    after = spelled(line, item.to, min(len(line.coded), item.to + 110))
    if _YEAR_NUMBER.fullmatch(line.text[item.start : item.end]) and not _COUNTED.match(after):
        return None
    special = _first((ratio_of, drilled_of), line, item, before, after)
    if special is not None:
        return special
    if _RANKED.match(after) or _again(line, item) or _numbered(line, item, before) or idle(line, item, before, after):
        return None
    ordered = ordered_of(line, item, before, after)
    if ordered is not None or (_SKIP_BEFORE.search(before) and not qualifier(before)):
        return ordered
    return _first(_READERS, line, item, before, after)


# "The book-to-bill ratio was 1.12 in the quarter": a number of nothing else.
_BARE = re.compile(r"\s?(?:[.,;)]|$)|\s(?:at|in|for|as|on|compared|versus|from|up|down)\b")
_Reader = Callable[[Line, Item, str, str], Draft | None]


def _first(readers: Iterable[_Reader], line: Line, item: Item, before: str, after: str) -> Draft | None:
    """What the first reader that knows a count makes of it."""
    for read in readers:
        draft = read(line, item, before, after)
        if draft is not None:
            return draft
    return None


_YEAR_NUMBER = re.compile(r"(?:19[89]|20[0-4])\d")
_COUNTED = re.compile(r"^\+?[\s-](?:employees|people|stores|restaurants|square|shares|customers|locations)\b")


# "Studio 6": a number after a name is part of it.
_NAMED_BY = re.compile(r"[a-z,&]\s(?:[A-Z][\w’'-]+\s)+$")


# "for the A2000 and 3000 systems": numbers of models.
_MODELS = re.compile(
    r"\s(?:models?|systems?|series|machines|computers|versions|boards|cards|owners|users|towers)\b|\s?[.;)]|$"
)
_MODEL_BEFORE = re.compile(
    r"(?:\b[A-Z]{1,3}-?\d{3,4}(?:/\d+)?|\ue002[\ue100-\uf8ff]|\b\d{4}),?\s(?:and|or|&)\s(?:the\s)?$"
)


_MODEL_OF = re.compile(
    r"\b(?:models?|versions?|variants?|sizes?)\sof\s(?:our|the|its|\ue005[\ue100-\uf8ff])\s$"
)  # "a model of our 222 rings"


def _numbered(line: Line, item: Item, before: str) -> bool:
    """Whether a number is the last part of a name, of a company of the release or of anything else."""
    if _NAMED_BY.search(before) or (_MODELS.match(line.coded, item.to) and _MODEL_BEFORE.search(before)):
        return True
    if _MODEL_OF.search(before):
        return True
    told = line.text[max(0, item.start - 60) : item.start]
    return item.amount.value < _HIGHEST and _NAMED_BY.search(told) is not None and not re.search(r"['’]s?\s$", told)


_HIGHEST = 1000  # numbers of names are short
_RANKED = re.compile(r"^\s(?:[\w-]+\s){0,1}?(?:largest|biggest|top|best)\b")


def _again(line: Line, item: Item) -> bool:
    """Whether a count stands in brackets right after one that it converts: "40 hectares (99 acres)"."""
    head = line.coded[: item.at]
    return re.search(rf"{COUNT}[\s-]?[\w.\s]{{0,16}}\($", head) is not None and bool(
        _AREA_WORD.match(line.coded[item.to : item.to + 40]) or _AREAS.search(line.text[item.start : item.end])
    )


_WORTH = re.compile(r"\ue000[\ue100-\uf8ff]\s\($")  # "$7 billion (90 million square feet) of deals": no site


# "a $15 million contract for a 103,000-square-foot plant": still to be built.
_TO_BUILD = re.compile(r"\bcontracts?\s(?:for|to\s(?:build|construct|develop))\s(?:an?|the)\s(?:new\s)?(?:[a-z]+\s)?$")


def _area(line: Line, item: Item, before: str, after: str) -> Draft | None:
    printed = line.text[item.start : item.end]
    own = _AREAS.search(printed)
    match = None if own else _AREA_WORD.match(after)
    if not own and not match:
        return None
    word = re.sub(r"[^a-z]", "", (own[0] if own else match["unit"] if match else "").lower())
    unit = _AREA_UNITS.get(word, "sqm")
    if (item.amount.value < 100 and unit in ("sqft", "sqm")) or _WORTH.search(before):
        return None
    if _OF_DEALS.match(after):
        return None
    more = {"future": True} if _TO_BUILD.search(line.text, 0, item.start) else {}
    return count_of(line, item, "FacilityArea", "area", unit, before, **more)


# "over $7 billion (100 million square feet) of acquisitions": the area of deals.
_OF_DEALS = re.compile(
    r"[\w\s.-]{0,16}(?:\)\s(?:of|in)\s(?:[a-z]+\s){0,2}(?:acquisitions|transactions|deals|developments?|sales|leases|leasing)\b|\s(?:of|in)\s(?:[a-z]+\s){0,3}(?:activity|transactions|transaction\svolume|leasing|assignments)\b)"
)
_ENDS_WITH = re.compile(r"\b(?:ended|ending|ends|finished|closed)\s[^.;\ue000-\ue002]{0,40}\swith\s(?:[a-z]+\s){0,3}$")
_ANNOUNCED = re.compile(r"\bannounc(?:e|es|ed|ing)\s(?:plans\sfor\s)?$")
_SOLD_OUT = re.compile(r"\bsold\sout\s(?:of|in|at)\s(?:[a-z]+\s){0,2}$")
# Nouns of places with a word before them that makes them no places of business.
_OTHERWISE = {
    "sites": re.compile(r"\b(?:home|building|burial|camp|cell|historic)$", re.IGNORECASE),
    "theaters": re.compile(r"\b(?:operating|surgical)$", re.IGNORECASE),
    "theatres": re.compile(r"\b(?:operating|surgical)$", re.IGNORECASE),
    "terminals": re.compile(
        r"\b(?:gaming|payment|computer|electronic|video|lottery|POS|point-of-sale|self-service|trading|data|card|VSAT|user|mobile|satellite)$",
        re.IGNORECASE,
    ),
}
_MEDIA = re.compile(r"\b(?:media|news|press|web)$", re.IGNORECASE)
_NEVER = re.compile(r"(?!)")
# "support in 20,000 communities": those that are reached.
_REACHED = re.compile(
    r"\b(?:support|services?|care|programs?|help|aid|education|access|work|presence|outreach|coverage|internet|broadband)\s(?:in|to|across|throughout)\s(?:(?:more than|over|about|approximately|nearly|some)\s){0,2}$"
)
_SO = r"(?:(?:more than|over|about|approximately|nearly|some|up to|almost|as many as)\s){0,2}"
# "will be stocked at 300 dispensaries": the shops of others.
_KEPT_AT = re.compile(
    rf"\b(?P<verb>stocked|sold|carried|available|distributed|used|offered)\s(?:(?:exclusively|widely|nationwide|now)\s)?(?:at|in|by|through)\s{_SO}$"
)
# "an independent network of 100 hospitals": others run them.
_OF_OTHERS = re.compile(
    rf"\b(?:independent|provider|partner|surcharge-free)\snetwork\sof\s{_SO}$|\b[Aa]ccess\sto\s(?:a\snetwork\sof\s)?{_SO}$"
)
_ON_SALE = re.compile(
    r"\s(?:actively\s|currently\s|now\s)?(?:on\sthe\smarket|for\ssale|listed\sfor|available\sfor\s(?:sale|lease))\b"
)


def _places(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _PLACES_AFTER.match(after) or _SHARED_NOUN.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    mod = (match.groupdict().get("mod") or "").strip()
    if re.fullmatch(PEOPLE, noun) or _MEDIA.search(mod) or _OTHERWISE.get(noun, _NEVER).search(mod):
        return None
    label = f"{mod} {noun}".strip()
    if (noun == "communities" and _REACHED.search(before)) or _OF_OTHERS.search(before):
        return count_of(line, item, "Other", label, "units", before)
    if (kept := _KEPT_AT.search(before)) is not None:
        return count_of(line, item, "Other", f"{label} in which {kept['verb']}", "units", before)
    if (offered := _ON_SALE.match(after, match.end())) is not None:
        return count_of(line, item, "Other", f"{mod} {noun}{offered[0]}".strip(), "units", before)
    if (
        noun in ("facilities", "plants", "sites", "centers", "properties", "units", "communities")
        and item.amount.value < 3
    ):
        return None
    if _ENDS_WITH.search(before):
        return count_of(line, item, "NumberOfLocations", f"{mod} {noun}".strip(), "units", before, timing="instant")
    if _SOLD_OUT.search(before):
        return None
    built = _BUILT.search(before)
    if built is not None and noun in _WORKS:
        return count_of(line, item, "Other", f"{label} {built['verb']}", "units", before)
    moved = _MOVED.search(before) or _MOVED_AFTER.match(after, match.end())
    if moved is not None:
        return _moved_places(line, item, label, moved["verb"].lower(), before)
    changed = bool(CUT.search(before)) or bool(
        ADD.search(before) and re.search(r"\b(?:new|additional)\b", mod + before[-30:])
    )
    measure = "change" if changed else "level"
    more = {"future": True} if _ANNOUNCED.search(before) and re.search(r"\bnew\b", mod) else {}
    return count_of(line, item, "NumberOfLocations", label, "units", before, measure=measure, **more)


# What opens or closes is more or less of them; what changes hands is named so.
_MOVED = re.compile(
    r"\b(?P<verb>open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|add(?:s|ed|ing)?|shut(?:s|ting)?(?:\sdown)?|shutter(?:s|ed|ing)?|acquir(?:e|es|ed|ing)|bought|buy(?:s|ing)?|purchas(?:e|es|ed|ing)|s(?:ell|ells|elling|old)|divest(?:s|ed|ing)?)\s"
    r"(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to|as many as|at least|an?|another|additional|new|a total of|a record|between|from)\s){0,3}$",
    re.IGNORECASE,
)
_MOVED_AFTER = re.compile(
    r"\s(?:(?:were|was|will\sbe|have\sbeen|had\sbeen|are\sbeing|are\sto\sbe|would\sbe|are\sscheduled\sto\sbe)\s(?:permanently\s|temporarily\s)?)(?P<verb>opened|closed|added|shut|acquired|sold)\b"
)
_MOVED_AS = {"open": "opened", "add": "added", "acq": "acquired", "b": "acquired", "pur": "acquired", "clos": "closed", "shut": "closed", "s": "sold", "div": "sold"}  # fmt: skip


def _moved_places(line: Line, item: Item, label: str, verb: str, before: str) -> Draft:
    """So many places opened, closed, bought or sold."""
    done = next(form for stem, form in _MOVED_AS.items() if verb.startswith(stem))
    measure = "change" if done in ("opened", "added", "closed") else "level"
    draft = count_of(line, item, "NumberOfLocations", f"{label} {done}", "units", before, measure=measure)
    return replace(draft, value=-item.amount.value if done == "closed" else item.amount.value)


# Works that a builder has finished are its output, not its places.
_BUILT = re.compile(
    r"\b(?P<verb>completed|built|constructed|designed|installed|delivered|supplied|commissioned)\s(?:(?:more than|over|approximately|about|nearly|some|a total of)\s){0,2}$"
)
_WORKS = frozenset(
    ("plants", "facilities", "sites", "properties", "communities", "hospitals", "schools", "hotels", "mills")
)
_READERS = (  # the first that reads a count names it
    _area,
    people_of,
    reduced_shares_of,
    named_shares_of,
    own_shares_of,
    shares_of,
    units_of,
    options_of,
    held_in,
    quantity_of,
    measured_of,
    sold_of,
    _places,
    customers_of,
    elliptic_of,
    persons_of,
    capacity_of,
    moved_count_of,
    done_to_of,
    listed_of,
    nouned_of,
    base_of,
    plain_of,
)
