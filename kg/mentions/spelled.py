"""Names of bodies that run over small words, as the initials behind them show: "Board for Ales and Wines (BAW)"."""

from __future__ import annotations

import re

from kg.mentions.organisations import OrgName
from kg.mentions.words import agencies, org_heads

_INITIALS = re.compile(r" ?\([\"“‘']?(?:the )?[\"“‘']?(?P<letters>[A-Z]{3,8})[\"”’']?\)")
_WORD = re.compile(r"[\w&.’'-]+")
_JOINERS = frozenset(("of", "for", "and", "the", "in", "on", "&", "de", "to"))
_REACH = 120  # characters before the initials: longer names are not spelled by eight letters


def spelled_names(text: str) -> list[OrgName]:
    """The names that the initials in brackets behind them spell and that hold the word of a body, in order."""
    if "(" not in text:
        return []
    found: list[OrgName] = []
    for match in _INITIALS.finditer(text):
        start = _spelled(text, match.start(), match["letters"])
        if start is None:
            continue
        name = text[start : match.start()]
        heads = [org_heads()[word.lower()] for word in name.split() if word.lower() in org_heads()]
        natures = [nature for nature, strong in heads if nature != "company" or strong]
        if natures and any(word in _JOINERS for word in name.split()):
            nature = next((nature for nature in natures if nature != "company"), "company")
            nature = "agency" if match["letters"] in agencies() else nature
            found.append(OrgName(start, match.start(), name, "head", nature))
    return found


def _spelled(text: str, end: int, letters: str) -> int | None:
    """Where the words begin whose initials are those letters; None where they do not fit."""
    low = max(0, end - _REACH)
    words = [(found.start(), found[0]) for found in _WORD.finditer(text, low, end)]
    if not words or text[end - 1] in ",;:":
        return None
    left = list(letters)
    for start, word in reversed(words):
        if left and word[0] == left[-1]:
            left.pop()
            if not left:
                return start
        elif word not in _JOINERS:
            return None
    return None
