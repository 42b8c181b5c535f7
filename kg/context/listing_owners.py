"""Whose listing a parenthesis with a ticker is: the name before it, or the common words right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mentions.bare import excluded
from kg.mentions.organisations import OrgName
from kg.mentions.runs import is_form, runs
from kg.mentions.words import stops, word_class

_POSSESSIVE = re.compile(r"\A['’]s?")  # "Alder's (NYSE: ALD) plan"
_DESCRIBED = re.compile(
    r"(?: \([^()]{1,60}\))?(?:,| is| are)? (?:an?|the|one of the) [^();.]{0,110}\b(?:company|corporation|bank|provider|retailer|maker|manufacturer|operator|firm|"
    r"developer|supplier|utility|producer|distributor|trust|REIT|leader|business|group),? ?"
)
_SHARES = frozenset(
    [
        "stock",
        "shares",
        "units",
        "class",
        "common",
        "preferred",
        "warrants",
        "ads",
        "adss",
        "adr",
        "adrs",
        "symbol",
        "ticker",
        "exchange",
        "market",
        "nyse",
        "nasdaq",
    ]
)


def owner_of(text: str, known: Sequence[OrgName], opening: int) -> OrgName | None:
    """Whose listing opens at a position: the name before it, or the one that "is a company" before it describes."""
    before = [name for name in known if name.end <= opening]
    described = [name for name in before if _DESCRIBED.fullmatch(text, name.end, opening)]
    if described and (described[0] is before[-1] or (before[-1].basis == "bare" and len(described) == 1)):
        return described[0]
    if not before:
        return None
    owner = before[-1]
    apposed = len(before) > 1 and text[before[-2].end : owner.start] == ", "
    if apposed and owner.basis == "bare" and before[-2].basis != "bare":
        owner = before[-2]  # "Alder AG, Basel (SIX: ALD)"
    between = _POSSESSIVE.sub("", text[owner.end : opening])
    near = len(between) <= 2 or "(" in between or ")" in text[max(0, opening - 3) : opening]
    return owner if near else None


def ticked(text: str, opening: int) -> OrgName | None:
    """The capitalised words right before a ticker, though they be common ones ("American Water (NYSE: AWA)", "GRAIN (NYSE: GRN)")."""
    for run in runs(text[:opening]):
        if 0 <= opening - run.end <= 2:
            words = [word for word in run.words if not stops(word[2])]
            named = len(words) > 1 or (len(words) == 1 and len(run.words) == 1 and _names_alone(words[0][2]))
            if named and words[-1][1] == run.end and not excluded(text[words[0][0] : run.end]):
                return OrgName(words[0][0], run.end, text[words[0][0] : run.end], "bare")
    return None


def _names_alone(word: str) -> bool:
    """Whether one common word before a ticker can be a company: no word for companies, shares or markets."""
    return len(word) > 2 and "/" not in word and not is_form(word) and word.lower() not in word_class("roles") | _SHARES
