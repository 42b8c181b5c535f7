"""Buyers that a release only describes: which descriptions tell something, and how many they are."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.mentions.gazetteer import demonyms
from kg.mentions.words import rows
from kg.model import Amount
from kg.text.rules import Match

_COUNTS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twenty": 20, "dozen": 12, "hundreds": None, "thousands": None,
}  # fmt: skip
_BUYING: Final = re.compile(
    r"(?:manufactur|maker|produc|provider|retail|customer|client|account|oem|compan|bank|institution|operator|utilit|carrier|airline|hospital"
    r"|distribut|supplier|agenc|organi[sz]ation|contractor|firm|universit|corporation|government|ministr|municipal|chain|integrator|insurer|automaker"
    r"|brand|conglomerate|builder|authorit|wholesal|reseller|health|school|publisher|broadcast|processor|refiner|miner|restaurant|responder"
    r"|laborator|physician|clinic|pharmac|communit|count(?:y|ies)\b|cit(?:y|ies)\b|professional|practice|dentist|veterinar|nonprofit|landlord|advertis|marketer|programmer|writer|artist|videograph|musician|photograph|engineer|architect|scientist|research|educat|teacher|specialist|clinician|doctor|practitioner|installer|creator|owner|tenant|famil|investor|user|attorney|lawyer|accountant|trader|gamer|hobbyist|lender|individual|entit|surgeon|nurse|electrician|plumber|law enforcement|credit union|tel(?:e)?com?s?\b|telco|dispensar|fleet|department|clientele|town|village|start-?up|venue|team|shipper|broker|homebuilder|foundr|fab|mill|studio|airport|port|railroad|farm|hotel|casino|group|dair|player|giant|major|dealer|farmer|grower|employer|portal|merchant|business|enterprise|navy|army|force|military|shipyard|shipbuilder|(?:shipping|cruise|bus|air|rail) line)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:(?:of|primarily|mainly|principally|both|to|for|from|industry leaders such as) )+", re.IGNORECASE
)
_TRAIL: Final = re.compile(
    r"(?:,? (?:and|or|including|such as|like|as well as|which|that|to|for|in|of|,))*[ ,]*$|,? (?:and|who|which|that) (?:is|are|has|have|will|was|were)\b.*$",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """A description without the words that only lead to or from it."""
    words = _LEAD.sub("", " ".join(text.split()))
    words = re.sub(r" in the amount of .*$|,? (?:worth|valued at|totaling) .*$", "", words)
    words = re.sub(r", (?:to|so|where|for whom|thereby|by) .*$", "", words)
    return _TRAIL.sub("", words).strip(" ,")


def buyers(words: str, *, bare: bool) -> bool:
    """Whether the description is of someone who buys, short enough to be one."""
    return bare or (bool(_BUYING.search(words)) and 3 < len(words) < 220)


def ends_as_buyer(words: str) -> bool:
    """Whether the last word of a description is a noun of those who buy."""
    return bool(_BUYING.match(words.rsplit(" ", 1)[-1]))


def generic(words: str, *, bare: bool) -> bool:
    """Whether the description fits any company: "customers worldwide". `bare` ones stand by their share or loss."""
    if bare:
        return False
    return not _content(_WHERE.sub("", words))


# "customers in Asia and Europe": where they are tells nobody.
_WHERE: Final = re.compile(r" (?:in|across|throughout|around) (?:the )?(?:[A-Z][\w.-]*|and|the|of|,| )+$")


@cache
def _empty() -> frozenset[str]:
    return frozenset(row[0] for row in rows("buyer_words"))


def telling(words: str) -> set[str]:
    """The words of a description that tell one buyer from another."""
    content = _content(words)
    return {word for word in content if not _BUYING.match(word)} or set(content)


def _content(words: str) -> list[str]:
    return [
        word
        for word in re.findall(r"[a-z0-9.'’&-]+", words.lower())
        if word.strip(".'’") not in _empty() and not word[0].isdigit() and word.title() not in demonyms()
    ]


def count_of(match: Match, words: str) -> int | None:
    """How many the description speaks of, where it says so."""
    for name in ("n",):
        mention = match.mention(name)
        if mention is not None and isinstance(mention.value, Amount):
            return int(mention.value.value)
    found = re.search(r"(?<![\w./-])(?<!Fortune )(?<!Global )(?<!Tier )(\d{1,3}(?:,\d{3})*|\d+)\+?(?![\w%.])", words)
    if found and _BUYING.search(words, found.end()):
        scale = re.match(r" (million|thousand)\b", words[found.end() :])
        return int(found[1].replace(",", "")) * ({"million": 1_000_000, "thousand": 1000}[scale[1]] if scale else 1)
    first = re.search(rf"\b(?:top |largest )?({'|'.join(_COUNTS)})\b", words.lower())
    number = _COUNTS.get(first[1]) if first else None
    return number if number != 1 else None
