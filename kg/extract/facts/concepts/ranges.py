"""Two figures that are the ends of one range: "between $4 and $5 million", "5% to 7% growth"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import SLOT, Item, Line

_RANGE_JOINT = re.compile(
    r"^\)?\s?(?:to|and|or|-|–|—|through)\s?(?:approximately\s|about\s|a\s|high\sof\s|(?:plus\s)?\(?)?$",
    re.IGNORECASE,
)
_RANGE_HEAD = re.compile(
    r"\b(?:between|range of|ranging from|range from|range between|ranges? from|in the range|range is|range|estimated at|"
    r"of|be|at|is|to be|approximately|about|expected|grow|increase|decrease|decline|up)\s(?:from\s|of\s|approximately\s|about\s|a\s|by\s|between\s|in the\s|range\s)*\(?$",
    re.IGNORECASE,
)
_RANGE_CUE = re.compile(
    r"\b(?:between|rang(?:e|es|ing)|expects?|expected|anticipat\w+|guidance|outlook|estimat\w+|project\w+|forecast\w*|will be|should be)\b",
    re.IGNORECASE,
)
# "supports 5% to 7% sales growth" tells a range, "margins rose 5% to 7%" a level reached.
_GROWS = re.compile(
    rf"\s(?:(?:annual|yearly|organic|average|compound|long-term|revenue|sales)\s|{SLOT}\s){{0,3}}(?:growth|increase|decrease|decline|CAGR)\b"
)
# "at an 85% to 93% discount": one noun for both.
_ONE_OF_BOTH = re.compile(r"\b(?:an?|the)\s(?:approximately\s|expected\s|estimated\s)?$")
_NOUN = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:discount|premium|reduction|improvement|range|stake|interest|margin|share|rate|rates|return|returns|growth|increase|decrease|decline)\b"
)
# "from 2,140 square feet to 3,980 square feet"
_UNIT_TWICE = re.compile(r"(?P<unit>\s[a-z]+(?:\s[a-z]+)?)\s(?:to|and|-|–)\s")
_FROM_TO = re.compile(
    r"\b(?:from|increased|rose|grew|improved|up|expanded|climbed|down|fell|decreased|declined)\s(?:\w+\s)?\(?$",
    re.IGNORECASE,
)


# "a decrease in sales of $1 million to $5 million": a change, and the level reached.
_CHANGE_OF = re.compile(
    rf"\b(?:increase|decrease|decline|reduction|rise|drop|growth)\sin\s(?:[\w-]+\s){{0,3}}{SLOT}\sof\s(?:approximately\s|about\s)?\(?$",
    re.IGNORECASE,
)


def _loses(line: Line, value: Item) -> bool:
    """Whether the ends of a range of losses may stand from the larger to the smaller: "a loss of $0.08 to $0.06"."""
    return _LOSS.search(line.text[: value.start]) is not None and _RANGE_CUE.search(line.coded[: value.at]) is not None


_LOSS = re.compile(r"\bloss(?:es)?\s(?:per\s(?:\w+\s){0,2}share\s)?(?:[\w-]+\s){0,4}\(?$", re.IGNORECASE)
# As in "expected to be up 1% to down 4%".
_SWING = re.compile(
    r"\sto\s(?:an?\s)?(?:(?P<down>down|minus|decrease\sof|decline\sof|negative|a\sloss\sof)|(?P<up>up|plus|increase\sof|growth\sof|positive))\s(?:about\s|approximately\s)?\(?"
)
_UPWARD = re.compile(
    r"\b(?:up|plus|increase|grow|increase\sof|growth\sof|positive)\s(?:about\s|approximately\s|by\s)?\(?$"
)


_FEW = 20


def _either(value: Item, following: Item, behind: str) -> bool:
    """Whether two small numbers joined by "or" leave open which of them it is: "one or two people"."""
    return (
        value.kind == "count"
        and value.amount.value < following.amount.value <= value.amount.value + 2
        and following.amount.value <= _FEW
        and behind[:1] == " "
    )


def swings(line: Line, value: Item, following: Item) -> bool:
    """Whether two changes are the ends of one range on both sides of zero."""
    if value.kind != following.kind or value.amount.unit != following.amount.unit:
        return False
    match = _SWING.fullmatch(line.coded, value.to, following.at)
    if match is None:
        return False
    return (match["down"] is not None) == (_UPWARD.search(line.coded, max(0, value.at - 40), value.at) is not None)


def _one_noun(line: Line, value: Item, following: Item, before: str) -> bool:
    """Whether two percentages with "to" between them share the noun behind: "a 5% to 7% premium"."""
    if value.kind != "percent":
        return False
    if _ONE_OF_BOTH.search(before) and _NOUN.match(line.coded, following.to):
        return True
    return _GROWS.match(line.coded, following.to) is not None and not _FROM_TO.search(before)


def range_end(line: Line, value: Item, following: Item) -> bool:
    """Whether two values that follow each other are the low and the high end of one range."""
    if value.kind != following.kind or value.amount.unit != following.amount.unit:
        return False
    between = line.coded[value.to : following.at]
    between = re.sub(r"^\s(?:per|a)\s(?:\w+\s){0,2}share", "", between)
    again = _UNIT_TWICE.match(between) if value.kind == "count" else None
    if again is not None and line.coded.startswith(again["unit"], following.to):
        between = between[again.end("unit") :]
    if not _RANGE_JOINT.match(between):
        return False
    if value.amount.value > following.amount.value and not _loses(line, value):
        return False
    joint = between.strip(" )(").split(" ")[0].lower()
    if joint in ("-", "–", "—", ""):
        return True
    before = line.coded[max(0, value.at - 60) : value.at]
    if joint == "to" and value.kind == "money" and _CHANGE_OF.search(before) and not _RANGE_CUE.search(before):
        return False
    if joint == "or":
        return _either(value, following, line.coded[following.to : following.to + 2])
    if joint == "to" and _one_noun(line, value, following, before):
        return True
    if re.search(
        r"\b(?:increased|rose|grew|raised|improved|up|expanded|climbed)\s(?:\w+\s)?from\s\(?$",
        before,
        re.IGNORECASE,
    ):
        return False
    if joint == "and":
        return re.search(r"\b(?:between|range of)\s(?:\w+\s)?\(?$", before, re.IGNORECASE) is not None
    if re.search(r"\bfrom\s(?:approximately\s|about\s|a\s|net\s)?\(?$", before, re.IGNORECASE):
        return _RANGE_CUE.search(line.coded[: value.at]) is not None
    if value.kind == "count" and joint == "to" and not _FROM_TO.search(before):
        return True
    return _RANGE_HEAD.search(before) is not None or _RANGE_CUE.search(line.coded[: value.at]) is not None


def swung(line: Line, draft: Draft, following: list[Item], skip: set[int]) -> Draft:
    """The draft of a change, as a range where the next figure is its other end; `skip` takes that figure."""
    other = following[0] if following else None
    if other is None or draft.value is None or draft.measure != "change" or draft.last is not draft.item:
        return draft
    if not swings(line, draft.item, other):
        return draft
    skip.add(other.number)
    end = abs(other.amount.value) if draft.value < 0 else -abs(other.amount.value)
    return replace(draft, value=None, low=min(draft.value, end), high=max(draft.value, end), last=other)
