"""Whose figure it is: the issuer's, unless the sentence names another owner."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.extract.facts.line import Item, Line
from kg.model import Party, Sentence

_HAS = re.compile(
    r"^(?:,[^,;]{0,80},)?\s(?:also\s|today\s|currently\s|will\s)?(?:reported|reports|had|has|have|posted|posts|generated|generates|recorded|"
    r"employs|employ|operates|operate|earned|announced|achieved|expects?|manages|serves|owns|produces?|sold|said|is|are|"
    r"lost|delivered|anticipates|saw|realized|completed|plans|includes?|include|maintains|of)\b",
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


def owner(context: Context, line: Line, sentence: Sentence, at: Item) -> str | None:
    """The company whose figure stands at an item, by its fullest name in the release."""
    named = [item for item in line.of_kind("party") if item.to <= at.at]
    for item in reversed(named):
        if not isinstance(item.content, Party):
            continue
        after = line.coded[item.to : at.at]
        if re.match(r"(?:'s|’s|s’|')\s(?:[\w&'’-]+\s){0,6}$", after):
            return item.content.name
        if re.match(r"^\s(?:[a-z]+\s){0,2}$", after) and at.kind == "concept" and item.kind == "party":
            return item.content.name
        before = line.coded[max(0, item.at - 30) : item.at]
        has = _HAS.match(after) or _APPOSED.match(after)
        if item.content.nature == "company" and has and not _OBLIQUE.search(before):
            return item.content.name
    offset = sentence.passage.origin(min(at.start, len(sentence.text) - 1))
    quoted = context.speaker_at(offset) is not None
    home = context.we_at(offset) if quoted else context.parties.home(sentence)
    home = home or context.issuer
    return home.name if home else None
