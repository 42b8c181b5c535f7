"""The place that "in the state" or "around the country" means, as the reach of a count."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.context import Context
from kg.model import FactClaim, MentionKind, PlaceName, Sentence

_THERE = re.compile(
    r"\b(?:in|around|across|throughout|within)\s(?:the|this|that)\s(?P<sort>state|province|country|county)\b(?!\sof\b|['’]s\b|\s[A-Z])"
)
_COUNTED = frozenset(("NumberOfLocations", "NumberOfEmployees", "NumberOfCustomers", "FacilityArea"))
_BACK = 2  # sentences that are looked through for the place


def in_place(context: Context, sentence: Sentence, claims: list[FactClaim]) -> list[FactClaim]:
    """The claims of a sentence, counts that stand "in the state" with the state that was named last."""
    there = _THERE.search(sentence.text) if claims else None
    if there is None:
        return claims
    counts = [claim for claim in claims if claim.concept in _COUNTED and claim.scope == "total"]
    name = _named_last(context, sentence, there["sort"], there.start()) if counts else None
    if name is None:
        return claims
    return [replace(claim, scope=f"region:{name}") if claim in counts else claim for claim in claims]


def _named_last(context: Context, sentence: Sentence, sort: str, before: int) -> str | None:
    """The last state, or country, that stands before a place of a sentence, or in those before it in its block."""
    sentences = context.document.sentences
    for back in range(_BACK + 1):
        at = sentence.number - back
        if at < 0 or sentences[at].block != sentence.block:
            break
        places = [
            mention.value
            for mention in context.annotated(sentences[at]).mentions
            if mention.kind is MentionKind.PLACE
            and isinstance(mention.value, PlaceName)
            and (back or mention.start < before)
        ]
        named = [_of_sort(place, sort) for place in places]
        told = [name for name in named if name]
        if told:
            return told[-1]
    return None


def _of_sort(place: PlaceName, sort: str) -> str | None:
    if sort == "country":
        return place.country
    return place.region if sort in ("state", "province") else None
