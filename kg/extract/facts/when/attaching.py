"""The period that follows a value and is told of it: "$5 million, or $.10 per share, in the second quarter"."""

from __future__ import annotations

import re

from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.slots.line import CONCEPT, PERCENT, PERIOD, SLOT, VALUE, Item, Line, slots_in
from kg.extract.facts.when.leading import bracketed

_ATTACH = re.compile(
    rf"^(?P<body>(?:[^;\ue003]|{PERIOD}(?=\sand\s)){{0,160}}?)(?P<prep>(?:^|[\s(])(?:for|in|during|of|at|as of|over|through|on|reported in|"
    rf"recorded in|earned in|posted in|reported for|the)\s|[\s,(]|^)(?:the\s|its\s|our\s|all\sof\s|this\s|company's\s)*(?P<t>{PERIOD})"
)
# What is told beside a figure: that of another time, or what it is of another sum.
_ASIDE = re.compile(
    rf"\s?[(\[]{PERIOD}:?\s?{VALUE}[)\]]|,?\s[(\[]?or\s{PERCENT}\sof\s(?:(?:total|average|net|gross|outstanding|our|its|the)\s){{0,3}}(?:{CONCEPT}|[a-z]+)[)\]]?"
)
# "$2 million, or $.31 per share, for": the period is that of both figures.
_PER_SHARE_TOO = re.compile(rf"\)?,?\sor\s\(?{VALUE}\)?\s(?:per|a)\s(?:\w+\s){{0,2}}share,?\s(?:for|in)\s")
_WITHIN = ("for", "in", "during")
_OF_ITS_CONCEPT = re.compile(
    rf"^\s(?:in|of|\w+)\s|^(?:\s?(?:-|–|to)\s?{VALUE})?\s{SLOT}(?:\s(?:targets?|goals?|guidance|outlook|forecasts?|projections?|estimates?))?\s?$"
)
_BODY_STOP = re.compile(
    r"\b(?:and|but|while|with)\s(?:for|in|during)\s*$|\b(?:while|whereas|ending|closing|finishing)\b|\b(?:days?|weeks?|months?)\s(?:after|before)\b|\band\s(?:[\w\ue000-\uf8ff-]+\s){1,4}(?:targeted|expected|planned|scheduled|slated|anticipated|projected|completed)\s|\b(?:was|were|increased|decreased|rose|fell|grew|is|are|totaled|compared|includes|included|"
    r"versus|from(?=[^;]*[\ue000-\ue002]|\s(?:an?|the|about|approximately|last|prior|year|its|our|net|record|previous|nearly|over)\b|\s(?-i:[^a-z])|\s?$)|against|that|which|who|expects?|since|than|over|above|below|under|behind|bringing|taking|making)\b|[.:]\s|(?-i:[a-z)]\.[A-Z][a-z])",
    re.IGNORECASE,
)


# "of which $8 million is expected to be recognized in calendar 2021"
_AWAITED_IN = re.compile(
    rf"(?:\s(?:in|of)\s(?:[a-z]+\s)?{SLOT})?\s(?:is|are|was|were)\s(?:expected|anticipated|projected|scheduled|planned|due|estimated|forecast)\sto\s(?:be\s)?[a-z]+\s(?:in|during|over)\s(?:the\s)?(?P<t>{PERIOD})"
)


def attached(line: Line, value: Item) -> Item | None:
    """The period that follows a value: "$5 million, or $.10 per share, in the second quarter"."""
    awaited = _AWAITED_IN.match(line.coded, value.to)
    if awaited is not None:
        return line.items[slots_in(awaited["t"])[0]]
    match = _ATTACH.match(_ASIDE.sub("", line.coded[value.to : value.to + 220]))
    if match is None:
        return None
    body = match["body"]
    slots = [line.items[number] for number in slots_in(body)]
    chosen = line.items[slots_in(match["t"])[0]]
    coming = chosen.period.shift > 0 and match["prep"].strip() == "over"  # "by 50% over the next twelve months"
    if _BODY_STOP.search(body if coming else body + match["prep"]) or any(
        item.kind in ("period", "party") for item in slots
    ):
        return None
    if slots and slots[-1].kind == "concept" and not _OF_ITS_CONCEPT.match(body):
        return None
    if re.search(r"\band\s(?!outstanding\b)(?:[\w-]+\s){0,3}$", body + match["prep"]) and not slots:
        return None
    if bracketed(line, chosen) or comparison(line, chosen) != comparison(line, value):
        return None
    if re.search(rf"\band\s[^\ue000-\ue005]{{0,20}}{VALUE}", body) and any(
        item.to <= value.at and item.period.span != "instant" for item in line.of_kind("period")
    ):
        return None  # "up 20 percent in the quarter, and 5 percent year to date"
    prep = match["prep"].strip()
    if chosen.period.relative and not comparison(line, value) and any(item.kind == value.kind for item in slots):
        return chosen if _PER_SHARE_TOO.fullmatch(body + match["prep"]) else None
    if chosen.period.relative and prep in ("over", "on", "through"):
        return None
    if chosen.period.text[:5].lower() == "from " and not comparison(line, value):
        return None  # "$2.18, up 16 percent from last year"
    if chosen.period.relative and value.kind == "percent" and not comparison(line, value) and prep not in _WITHIN:
        return None  # "11 percent below last year", "an increase of $8 million from last year" still tell of this year
    by_day = chosen.period.span == "instant" and chosen.period.text[:2].lower() in ("at", "as")
    if len(body.split()) > 3 and prep in ("", ",", "(") and not by_day:
        return None
    return chosen
