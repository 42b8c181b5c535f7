"""Whose figure it is: the issuer's, unless the sentence names another owner."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.extract.facts.line import Item, Line
from kg.model import Party, Sentence

_HAS = re.compile(
    r"^(?:,(?:[^,;]{0,60},){1,3})?\s(?:also\s|today\s|currently\s|will\s)?(?:reported|reports|had|has|have|posted|posts|generated|generates|recorded|"
    r"employs|employ|operates|operate|earned|announced|achieved|expects?|manages|serves|owns|produces?|sold|said|is|are|"
    r"to (?:generate|report|post|earn|deliver|produce|achieve|have|reach)|lost|delivered|anticipates|saw|realized|completed|plans|includes?|include|maintains|of)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"^(?: \([^)]{0,40}\))?, an? [^,;\ue000-\ue002]{0,90}?\b(?:managing|with|employing|operating|serving|generating|having|that|which)\b",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(?:with|to|for|by|from|against|between|via|through|on|at|than|and|in|acquire|acquired|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


OWN_VOICE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"^\W*(?:(?:in|for|during|as of|on|at|despite|with|with this)\b[^,]{0,70},\s)?(?:the\s|today,?\s|earlier\s\w+,\s)?$",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(
    r"^(?:,[^,;]{0,80},|\s\([^)]{0,40}\))*\s(?:also\s|has\s|have\s)?[a-z]+(?:s|ed|d)\b|^\s(?:had|has|have|saw|lost|won|made)\b"
)


# "shares of Marlow common stock for $10.70 per share": the price is that of Marlow's share.
_ITS_SHARES = re.compile(
    r"^(?:['’]s?)?\s(?:\([^)]{1,30}\)\s)?(?:(?:outstanding|issued|class\s[A-Z]|ordinary|common|the|and|its|American|depositary)\s){0,4}(?:shares?|stock|shareholders|stockholders)\b",
    re.IGNORECASE,
)


def _whose_share(line: Line, at: Item) -> Party | None:
    """The company whose shares are named before a price per share."""
    for item in reversed([item for item in line.of_kind("party") if item.to <= at.at]):
        if _ITS_SHARES.match(line.coded, item.to) or _ITS_SHARES.match(line.coded[item.to :]):
            return item.content if isinstance(item.content, Party) else None
    return None


def owner(
    context: Context, line: Line, sentence: Sentence, at: Item, *, share: bool = False
) -> tuple[str | None, bool]:
    """The company whose figure stands at an item, by its fullest name; the flag says that words name it.

    A `share` price is that of the company whose stock the words before it name.
    """
    priced = _whose_share(line, at) if share else None
    if priced is not None:
        return priced.name, False
    for item in reversed([item for item in line.of_kind("party") if item.to <= at.at]):
        party = item.content
        if not isinstance(party, Party):
            continue
        after = line.coded[item.to : at.at]
        named = line.text[item.start : item.end].lower() not in ("we", "our", "us", "the company", "the corporation")
        if re.match(r"(?:'s|’s|s’|')\s(?:[\w&'’-]+\s){0,6}$", after):
            return party.name, named
        if at.kind == "concept" and re.match(r"^\s(?:[a-z]+\s){0,2}$", after):
            return party.name, named
        before = line.coded[: item.at]
        if party.nature != "company" or _OBLIQUE.search(before[-30:]):
            continue
        if _HAS.match(after) or _APPOSED.match(after) or (_OPENS.match(before[-90:]) and _VERB_NEXT.match(after)):
            return party.name, named
    offset = sentence.passage.origin(min(at.start, len(sentence.text) - 1))
    quoted = context.speaker_at(offset) is not None
    home = context.we_at(offset) if quoted else context.parties.home(sentence)
    home = home or context.issuer
    return (home.name if home else None), False
