"""Figures of two times told in the same order: "income of $5, on sales of $9, versus $4, on sales of $8"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.facts.concepts.linking import link
from kg.extract.facts.concepts.listed import listed_periods
from kg.extract.facts.direction.roles import per_share, role
from kg.extract.facts.slots.line import Item, Line
from kg.extract.facts.when.attaching import attached

_MARK = re.compile(
    r"\b(?:compar(?:ed|es|ing)\s(?:with|to)|versus|vs\.?|as\sagainst|against|(?:up|down)\sfrom|from)\s", re.IGNORECASE
)
# What may stand between the mark and the first figure behind it.
_HEAD = re.compile(r"(?:(?:an?|the|about|approximately|nearly|some|over|record)\s){0,2}\(?", re.IGNORECASE)
# Where the list of a comparison ends: its clause goes on to something else.
_GOES_ON = re.compile(
    r"\b(?:was|were|is|are|rose|fell|grew|increased|decreased|declined|improved|totaled|totalled|while|which|that|had|has|"
    r"includ\w+|exclud\w+|reflect\w*|due|representing|up|down|an?\s(?:increase|decrease|gain|decline|improvement))\b"
)
_TWIN = re.compile(r"\)?,?\s(?:or\s)?(?:(?:about|approximately)\s)?\(?")
_SEVERAL = re.compile(r"\bperiods\b", re.IGNORECASE)
_SPANS = ("quarter", "half", "nine-months", "year")
_FEWEST = 2  # figures that make a list


@dataclass(frozen=True, slots=True)
class Told:
    """What the list of the main figures gives to a figure of the list it is compared with."""

    concept: Item
    period: Item | None  # of the main figure, where the lists run over several periods


def chained(line: Line) -> dict[int, Told]:
    """The concept and period of each figure that takes them from its place in a list compared with another list."""
    found: dict[int, Told] = {}
    marks = list(_MARK.finditer(line.coded))
    ends = [*(mark.start() for mark in marks), len(line.coded)][1:]
    begin = 0
    for mark, end in zip(marks, ends, strict=True):
        semicolon = line.coded.find(";", mark.end(), end)
        start = max(begin, line.coded.rfind(";", 0, mark.start()) + 1)
        main = [item for item in _figures(line, start, mark.start()) if role(line, item).measure == "level"]
        then = _list_from(line, mark.end(), end if semicolon < 0 else semicolon)
        found.update(_paired(line, main, then))
        begin = mark.end()
    return found


def _figures(line: Line, start: int, end: int) -> list[Item]:
    return [item for item in line.values() if item.kind != "count" and start <= item.at < end]


def _list_from(line: Line, start: int, end: int) -> list[Item]:
    """The figures of the list that opens right at `start`; none where something else stands there."""
    figures = _figures(line, start, end)
    if not figures or not _HEAD.fullmatch(line.coded, start, figures[0].at):
        return []
    for at, (first, second) in enumerate(pairwise(figures), 1):
        if _GOES_ON.search(line.coded, first.to, second.at):
            return figures[:at]
    return figures


def _shape(line: Line, item: Item) -> tuple[str, bool]:
    return item.kind, per_share(line, item) is not None


def _named(line: Line, then: list[Item]) -> list[str]:
    """The concept that stands before each figure of a list, "" where none does."""
    names = [""]
    for first, second in pairwise(then):
        between = [item for item in line.of_kind("concept") if first.to <= item.at < second.at]
        names.append(between[-1].concept.name if between else "")
    return names


def _paired(line: Line, main: list[Item], then: list[Item]) -> dict[int, Told]:
    links = [link(line, item) for item in main]
    concepts = [one.concept for one in links if one is not None]
    if len(main) < _FEWEST or not then or len(concepts) < len(main):
        return {}
    listed = listed_periods(line)
    times = [listed.get(item.number) or attached(line, item) for item in main]
    over = {item.number for item in times if item is not None}
    if len({item.number for item in concepts}) < _FEWEST and (len(over) < _FEWEST or None in times):
        return {}
    count = _alike(line, main, then, [item.concept.name for item in concepts])
    names = _named(line, then)
    found: dict[int, Told] = {}
    for at in range(count):
        if not names[at]:
            period = times[at] if len(over) >= _FEWEST and not _own_period(line, then[at]) else None
            found[then[at].number] = Told(concepts[at], period)
    return found or _twins(line, main, then, concepts)


def _alike(line: Line, main: list[Item], then: list[Item], concepts: list[str]) -> int:
    """How many figures of the second list stand at the places of the first: all, or those before a name they share."""
    shapes, others = [_shape(line, item) for item in main], [_shape(line, item) for item in then]
    if shapes == others:
        return len(then)
    for at, name in enumerate(_named(line, then)):
        if name and name in concepts and concepts.index(name) == at and shapes[:at] == others[:at]:
            return at
    return 0


def _twins(line: Line, main: list[Item], then: list[Item], concepts: list[Item]) -> dict[int, Told]:
    """A sum told again per share is what the main list tells per share, not what stands last in it."""
    if len(then) < _FEWEST or not _again(line, then[0], then[1]):
        return {}
    for at, (first, second) in enumerate(pairwise(main)):
        if _again(line, first, second):
            return {item.number: Told(concepts[at], None) for item in then[:2]}
    return {}


def _again(line: Line, first: Item, second: Item) -> bool:
    return (
        _shape(line, first) == ("money", False)
        and _shape(line, second) == ("money", True)
        and _TWIN.fullmatch(line.coded, first.to, second.at) is not None
    )


def _own_period(line: Line, item: Item) -> bool:
    """Whether a figure of the second list has a period of its own, not "the same periods" of all."""
    own = attached(line, item)
    return (
        own is not None
        and own.period.span in _SPANS
        and not own.period.relative
        and _SEVERAL.search(own.period.text) is None
    )
