"""Which part of a company the figures under a heading are of, by the heading's words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.extract.facts.reach.scope import REGIONS, SEGMENT_NOUN
from kg.model import FactClaim

_HEADING = re.compile(
    r"\b(?:results?|highlights?|outlook|guidance|overview|quarter|year|financial|about|conference|balance|cash|liquidity|"
    r"dividends?|summary|operations|review|capital|business(?:es)? update|contacts?|statements?|forward|recent|developments?|update|"
    r"information|webcast|notes?|measures?|gaap|earnings|income|revenues?|sales|expenses?|news|release|annual|key|non|performance|"
    r"comments?|commentary|management|corporate|forecast|table|other|special|items|investors?|media|events?|strategy|margin|"
    r"acquisitions?|costs?|transaction|details?|program|terms|offering|clinical|pipeline|products?|services|awards?|backlog|tax(?:es)?|debt)\b",
    re.IGNORECASE,
)


def section_scope(heading: str | None, segments: Mapping[str, str]) -> str | None:
    """The scope of the figures under a heading that names a segment or region; None for other headings."""
    if not heading:
        return None
    name = heading.strip(" :.-—*#")
    told = _HIGHLIGHTS.match(name)
    if told is not None and (told["name"].lower() in segments or told["name"].endswith("Banking")):
        return f"segment:{told['name']}"
    bare = SEGMENT_NOUN.sub("", name)
    if bare != name and 0 < len(bare.split()) <= 5 and not _HEADING.search(bare):
        return f"segment:{_cased(_within(bare) or bare)}"
    inside = _SEGMENT_IN.search(name) or _SEGMENT_FIRST.match(name)
    if inside is not None and not _HEADING.search(inside["name"]):
        return f"segment:{inside['name']}"
    if REGIONS.match(name) or name.lower() in segments:
        return f"segment:{_cased(name)}"
    return None


_HIGHLIGHTS = re.compile(r"(?P<name>[A-Z][\w&'’/ -]{2,50}?)\s(?:Highlights|Results|Review|Performance|Overview)$")
_NAME = r"(?P<name>[A-Z][\w&'’/]*(?:[\s-](?:and\s|&\s|of\s)?[A-Z][\w&'’/]*){0,3})"
_SORT = r"(?:[Ss]egment|SEGMENT|[Dd]ivision|DIVISION|[Bb]usiness [Uu]nit)"
# "Solid growth in the Implants segment", or that name before a colon.
_SEGMENT_IN = re.compile(rf"\b(?:in|of|for|from|by|at)\s(?:the\s|our\s|its\s)?{_NAME}[\s-]{_SORT}\b")
_SEGMENT_FIRST = re.compile(rf"(?:The\s)?{_NAME}[\s-]{_SORT}\s?(?:[:–—-]|(?:[a-z]+ly\s)?(?!and\b)[a-z]+s\b)")
_WITHIN = re.compile(rf"\b(?:in|of|for|from|by|at)\s(?:the\s|our\s|its\s)?{_NAME}$")


def _within(words: str) -> str | None:
    """The name that ends the words of a heading after a preposition."""
    match = _WITHIN.search(words)
    return match["name"] if match is not None else None


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name


_DIVISIONS = ("egment", "ivision", "usiness Unit", "usiness unit")
_DIVISION = re.compile(r"(?:[Ss]egment|[Dd]ivision|[Bb]usiness [Uu]nit|[Bb]usiness [Ss]egment)\b")
_NAMED_SEGMENT = re.compile(rf"\b((?:[A-Z][\w&-]+)(?:\s(?:and\s|&\s)?[A-Z][\w&-]+){{0,3}})\s{_DIVISION.pattern}")


def named_segments(text: str) -> dict[str, str]:
    """The names that a text calls segments or divisions, as printed, by their lower-case form."""
    if not any(word in text for word in _DIVISIONS):
        return {}
    names = [re.sub(r"^(?:The|Our|Its) ", "", match[1]) for match in _NAMED_SEGMENT.finditer(text)]
    for match in _SEVERAL.finditer(text):
        names += [name for name in re.split(r",\s(?:and\s)?|\sand\s", match[1]) if name]
    return {name.lower(): name for name in names}


# "the Ethanol, Dairy, and Biodiesel segments"
_SEVERAL = re.compile(
    r"\b((?:[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2},\s){1,4}(?:and\s)?[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2})\s(?:business\s|operating\s|reporting\s)?(?:segments|divisions)\b"
)


# What a segment has of its own; profits after tax, cash and shares are those of the company.
_OF_SEGMENTS = frozenset(
    (
        "Revenues",
        "OperatingIncomeLoss",
        "GrossProfit",
        "GrossMargin",
        "OperatingMargin",
        "EBITDA",
        "Orders",
        "Backlog",
        "CostOfRevenue",
    )
)
_OF_ALL = re.compile(
    r"\b(?:consolidated|overall|company-?wide|group|[Tt]he [Cc]ompany['’]s|companywide|we|our|altogether|in total|management board|outlook|guidance|full[ -]year)\b",
    re.IGNORECASE,
)


_CONSOLIDATED = re.compile(
    r"\b(?:consolidated|overall|company-?wide|altogether|in total|management board|outlook|guidance)\b", re.IGNORECASE
)
_OPENS = re.compile(
    r"^\W{0,3}(?:(?:In|For|Within|At)\s)?(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?:new\s)?[\"“]?(?P<name>[A-Z][\w&'’/]*(?:[\s-](?:and\s|&\s|of\s)?[A-Z][\w&'’/]*){0,4})[\"”]?\s"
    r"(?:reportable\s|operating\s|business\s)?(?:[Ss]egment|[Dd]ivision|[Bb]usiness [Uu]nit|[Bb]usiness [Ff]ield)\b"
)
_THE_PART = re.compile(r"\b(?:[Tt]he|[Tt]his)\s(?:segment|division|business unit)(?:['’]s)?\s")


def turned_to(text: str, segment: str | None) -> str | None:
    """The segment that a paragraph is about after a sentence that opens with one, though it may give no figure."""
    named = _OPENS.match(text)
    return f"segment:{named['name']}" if named is not None else segment


def in_paragraph(claims: list[FactClaim], text: str, segment: str | None) -> tuple[list[FactClaim], str | None]:
    """The claims of a paragraph's next sentence, and the segment that the paragraph is about.

    A paragraph that began with the sales of one segment goes on about it: "Operating income rose" is the segment's.
    A sentence that says what "the segment" had turns to it.
    """
    told = {claim.scope for claim in claims if claim.rule == "facts/prose-path"}
    only = next(iter(told)) if len(told) == 1 else ""
    if segment and _OPENS.match(text) and told <= {"total", segment}:
        return _of_segment(claims, segment), segment
    if only.startswith("segment:") and _THE_PART.search(text):
        return claims, only
    if segment is None:
        return claims, (only if only.startswith("segment:") else "") if claims else None
    if not segment or _OF_ALL.search(text):
        return claims, "" if told and _CONSOLIDATED.search(text) else segment
    if any(scope.startswith("segment:") and scope != segment for scope in told):
        return claims, ""
    others = [claim for claim in claims if claim.company and claim.company in text]  # a company's own, whole figures
    return [claim if claim in others else _of_segment([claim], segment)[0] for claim in claims], segment


def _of_segment(claims: list[FactClaim], segment: str) -> list[FactClaim]:
    """The claims with what a segment has of its own as the segment's."""
    return [
        replace(claim, scope=segment)
        if claim.scope == "total" and claim.concept in _OF_SEGMENTS and claim.rule == "facts/prose-path"
        else claim
        for claim in claims
    ]
