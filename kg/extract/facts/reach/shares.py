"""Whether a figure per share counts basic or diluted shares."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.linking import Link
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import VALUE, Item, Line

# "$.24 per share on an average base of 216.5 million diluted shares"
_ON_AVERAGE = re.compile(
    rf",?\s(?:per|a)\s(?:[\w-]+\s){{0,3}}?share,?\s(?:based\s)?on\s(?:[a-z]+\s){{0,6}}?{VALUE}(?:\s[a-z-]+){{0,3}}?\s(?:(?:diluted|dilutive|equivalent)\b|\ue004)"
)
_BOTH = re.compile(r"\b(?P<first>basic|(?:fully )?diluted)\sand\s(?P<second>basic|(?:fully )?diluted)\b", re.IGNORECASE)


def share_kind(line: Line, value: Item, concept: Item | None) -> str | None:
    """Basic or diluted, as the words around a per-share figure say; None when they say neither or both."""
    if _ON_AVERAGE.match(line.coded, value.to):
        return "diluted"
    both = _BOTH.search(line.text, max(0, concept.start - 40), concept.end) if concept is not None else None
    if both is not None and "respectively" in line.coded:
        first = line.coded.find("\ue000", concept.to if concept else 0) == value.at
        return both["first" if first else "second"].lower().split()[-1]
    after = line.coded[value.to : value.to + 60].split(";")[0]
    after = re.split(rf"{VALUE}|\b(?:compared|versus|and)\s(?!diluted|basic|fully)", after)[0]
    words = after + (" " + line.text[concept.start : concept.end] if concept else "")
    if concept is not None:
        words += " " + re.split(rf"{VALUE}", line.coded[concept.to : value.at])[-1]
        words += " " + line.text[max(0, concept.start - 24) : concept.start]
    diluted = re.search(r"\b(?:diluted|dilution)\b", words, re.IGNORECASE) is not None
    basic = re.search(r"\bbasic\b", words, re.IGNORECASE) is not None
    if diluted == basic:
        return None
    return "diluted" if diluted else "basic"


def shares_of_figure(line: Line, item: Item, linked: Link, found: list[Draft]) -> str | None:
    """Basic or diluted, from the words around, else from the figure that this one is compared with."""
    said = share_kind(line, item, None if linked.after else linked.concept)
    if said is not None:
        return said
    for draft in reversed(found):
        if draft.concept == "EarningsPerShare" and draft.anchor.at < item.at:
            return draft.shares if draft.anchor.concept.unit == "share" else None
    return None
