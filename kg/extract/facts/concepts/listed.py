"""Figures that stand in a list, each with its own period or concept: "$5 and $9 for the quarter and half"."""

from __future__ import annotations

import re

from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.slots.line import PERIOD, VALUE, Item, Line, slots_in

_LIST_OF_PERIODS = re.compile(r",?\s(?:and|&)\s(?:for\s)?(?:the\s)?|,\s(?:the\s)?")
_LIST_OF_VALUES = re.compile(r"\)?(?:\s(?:per|a)\s(?:\w+\s){0,2}share)?,?\s(?:and|&)\s(?:\w+\s)?\(?|,\s\(?")


def _groups(line: Line, items: list[Item], joint: re.Pattern[str]) -> list[list[Item]]:
    """Runs of at least two items that only the joint of a list separates."""
    groups: list[list[Item]] = []
    for item in items:
        last = groups[-1][-1] if groups else None
        if last is not None and last.kind == item.kind and joint.fullmatch(line.coded, last.to, item.at):
            groups[-1].append(item)
        else:
            groups.append([item])
    return [group for group in groups if len(group) > 1]


def listed_periods(line: Line) -> dict[int, Item]:
    """The period of each value where as many values as periods are listed: "$5 and $9 for the quarter and half"."""
    periods = [group for group in _groups(line, line.of_kind("period"), _LIST_OF_PERIODS) if not _bases(line, group)]
    found = _beside(line) | _changes_of_each(line)
    if not periods:
        return found
    for values in _groups(line, line.values(), _LIST_OF_VALUES):
        fitting = [group for group in periods if len(group) == len(values)]
        if not fitting:
            continue
        same = [group for group in fitting if comparison(line, group[0]) == comparison(line, values[0])]
        group = min(same or fitting, key=lambda one: abs(one[0].at - values[0].at))
        for value, period in zip(values, group, strict=True):
            found[value.number] = period
    return found


_AND = re.compile(r"\b(?:and|plus)\b|&")
# "rose $4 and $5 million compared with the first quarter and the second quarter of 2020": the periods are of what is not told.
_BASE_OPENS = re.compile(
    rf"(?:{VALUE}|\bresults)[^;\ue000-\ue004]{{0,40}}\s(?:from|over|than|against|versus|vs\.?|compared\s(?:with|to))\s(?:the\s|our\s|its\s|that\sof\s(?:the\s)?)?$"
)


def _bases(line: Line, group: list[Item]) -> bool:
    """Whether a list of periods only names what changes are counted from."""
    return _BASE_OPENS.search(line.coded, max(0, group[0].at - 80), group[0].at) is not None


_EACH_TIMED = re.compile(
    rf"{VALUE}(?:\s(?:per|a)\s(?:\w+\s)?share)?,?\s(?:for|in|during)\s(?:the\s|our\s|its\s)?(?P<t>{PERIOD})"
)
_CHANGED = re.compile(
    r",?\s(?:up|down|(?:an?\s)?(?:increases?|decreases?|declines?|gains?|improvements?)\sof|(?:rising|growing|increasing|declining|decreasing)(?:\sby)?)\s$"
)


def _changes_of_each(line: Line) -> dict[int, Item]:
    """The periods of "$4 million in the quarter and $9 million for the year, up 5% and 9%, respectively"."""
    if "respectively" not in line.coded:
        return {}
    for values in _groups(line, line.of_kind("percent"), _LIST_OF_VALUES):
        told = list(_EACH_TIMED.finditer(line.coded, 0, values[0].at))
        if len(told) == len(values) and _CHANGED.match(line.coded, told[-1].end(), values[0].at):
            times = [line.items[slots_in(one["t"])[0]] for one in told]
            if not any(item.period.relative for item in times):
                return {value.number: item for value, item in zip(values, times, strict=True)}
    return {}


# "and $1.57 for the full year, a 39 percent increase": the change is of the figure told right before it.
_CHANGE_BESIDE = re.compile(
    rf"(?P<base>\b(?:from|with|than|over|against|versus|compared\sto)\s(?:[a-z]+\s){{0,2}})?{VALUE}(?:\s(?:per|a)\s(?:[a-z]+\s)?share)?\s(?:for|in)\s(?:the\s)?(?P<t>{PERIOD}),\s(?:representing\s|marking\s)?an?\s$"
)


def _beside(line: Line) -> dict[int, Item]:
    """The period of each percentage of change that stands right behind a figure with its period."""
    found: dict[int, Item] = {}
    for item in line.of_kind("percent"):
        told = _CHANGE_BESIDE.search(line.coded, max(0, item.at - 70), item.at)
        if told is not None and told["base"] is None:
            period = line.items[slots_in(told["t"])[0]]
            found.update({item.number: period} if not period.period.relative else {})
    return found


def listed_concepts(line: Line) -> dict[int, Item]:
    """The concept of each value in "sales and net income were $9 and $2, respectively"."""
    found: dict[int, Item] = {}
    if "respectively" not in line.coded:
        return found
    for concepts in _groups(line, line.of_kind("concept"), _LIST_OF_PERIODS):
        if not _AND.search(line.coded, concepts[-2].to, concepts[-1].at):
            continue  # "Excluding restructuring costs, operating expenses were": one concept, not two
        for values in _groups(line, line.values(), _LIST_OF_VALUES):
            if len(values) == len(concepts) and concepts[-1].to < values[0].at:
                found.update({value.number: concept for value, concept in zip(values, concepts, strict=True)})
    return found
