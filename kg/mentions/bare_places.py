"""Whether a bare name of the lists is a place by itself, by the words around it."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.facilities import qualifiers
from kg.mentions.gazetteer import Entry, entries, head

PREPOSITION = re.compile(
    r"(?:^|[\s(“\"])(?:in|at|from|to|into|near|of|between|within|across|throughout|outside|outside of|around|for|and|or"
    r"|with|via|through|including|serving|leaving|entering)(?: the)? (?:(?:north|south|east|west|central|mid)\w* )?$",
    re.IGNORECASE,
)
_FIRM_BASED = re.compile(r"[- ]based\b(?! (?:on|in)\b)", re.IGNORECASE)
_DIRECTION = re.compile(
    r"(?<!\w)(?:(?:north|south|east|west)(?:ern)?|central|mid-?|upstate|downtown|greater|suburban|metropolitan|metro"
    r"|midtown|(?:north|south)(?:east|west)(?:ern)?|downstate|mainland)[ -]$",
    re.IGNORECASE,
)
_SITED = re.compile(r"\b(?:in|at|from|to|into|near)(?: the)? $", re.IGNORECASE)
_COUNTRY_SITE = re.compile(
    r"[.,;:)]|$|-based| (?:and|or|to|in|for|by|from|with|on|at|where|which|is|are|was|will|as)\b"
    r"| (?=[A-Z][\w-]* (?:is|are|was|were|has|have|will)\b)"
)
_NEXT_CAPITAL = re.compile(r" ?[&/] ?|[ -](?=[A-ZÀ-Þ])")
_LAST_WORD = re.compile(r"([\w&.'’-]+) $")
_SITE_NEXT = re.compile(
    rf" (?:(?:{'|'.join(sorted(map(re.escape, qualifiers())))}) ){{0,2}}(?:Plant|Facility|Factory|Headquarters|Office|Offices|Warehouse|Mill|Mine|Campus"
    r"|Operations?|Site|Store|Branch|Refinery|Terminal|Smelter|Works|Location|Market|Area|Region|Laboratory|Manufacturing|Distribution|Cent(?:er|re)"
    r"|Hotel|Restaurant|Clinic|Foundry|Bakery|Fab|Lab|Depot)\b",
    re.IGNORECASE,
)
_ORG_OF = re.compile(
    r"(?:University|Bank|College|Bancorp|Institute|Society|Commonwealth|Corporation|Company|Association|Port|Trust"
    r"|Reserve Bank|Chamber|Hospital|Museum|Board|Church|Diocese|Bishop|Duke|Treaty|Port Authority|District) of (?:the )?$"
)
_REALM: Final = re.compile(r"\b(?:Republic|Kingdom|State|Province|Emirate|Sultanate) of (?:the )?$")
_AFTER_LIST: Final = re.compile(r"(?:^|[ (])(?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, | and |, and | or )$")
_LIST_ON: Final = re.compile(
    r"(?:, (?:and |or )?| and | or )(?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)]|$| [a-z])"
)


def alone(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a listed name that may stand alone does so here."""
    if entry.form in ("US", "U.S.", "UK", "U.K.", "USA", "U.S.A."):
        if _FIRM_BASED.match(text, end):
            return True
        return bool(PREPOSITION.search(text[:start]) and _COUNTRY_SITE.match(text, end))
    return free(text, start, end)


def among_regions(text: str, start: int, end: int) -> bool:
    """Whether a doubtful name stands on a list of regions: the "Georgia" of "in Florida, Georgia and Alabama"."""
    if _REALM.search(text, max(0, start - 30), start):
        return True
    near = _AFTER_LIST.search(text, max(0, start - 30), start) or _LIST_ON.match(text, end)
    return near is not None and any(
        entry.kind == "region" and entry.form == near["region"] for entry in entries().get(head(near["region"]), ())
    )


def free(text: str, start: int, end: int) -> bool:
    """Whether a bare name is not a part of a longer one."""
    before = text[max(0, start - 40) : start]
    if _ORG_OF.search(before) or before.endswith(("& ", "&", "@", "/", "#", ".")):
        return False
    led = bool(PREPOSITION.search(before))
    if (
        _NEXT_CAPITAL.match(text, end)
        and not _SITE_NEXT.match(text, end)
        and not (_SITED.search(before) and titled(text))
    ):
        return False
    last = _LAST_WORD.search(before)
    if last is None or led or not last[1][0].isupper() or last[1] in ("The", "A", "An", "Its", "Our", "This", "Their"):
        return True
    if last[1].endswith(("'s", "’s", "s'", "s’")) or _FIRM_BASED.match(text, end):
        return True
    return bool(_DIRECTION.search(before)) or (titled(text) and bool(_SITE_NEXT.match(text, end)))


def titled(text: str) -> bool:
    """Whether the sentence is set in title case, so that capitals say nothing."""
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    if text.rstrip().endswith("."):
        return sum(map(str.isupper, text)) > sum(map(str.islower, text))
    return sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)


def with_direction(text: str, start: int) -> int:
    """Where a name begins with the direction before it, "northern Virginia"."""
    found = _DIRECTION.search(text, max(0, start - 20), start)
    return found.start() if found else start
