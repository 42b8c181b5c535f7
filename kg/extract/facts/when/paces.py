"""Figures of each month, quarter or year: what the words next to a value say of its pace."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

_YEARLY = re.compile(
    r"\b(?:annual|annually|annualized(?!\sbasis)|yearly|per year|a year|per annum|every year|each year)\b",
    re.IGNORECASE,
)


_OFTENER = re.compile(
    r"\b(?:(?P<quarter>quarterly)|(?P<month>monthly))\s(?:(?!to\b|in\b|for\b)[\w-]+\s){0,3}\ue004[\ue100-\uf8ff][^;,.\ue000-\ue003\ue005]*$",
    re.IGNORECASE,
)


def oftener(line: Line, value: Item) -> str | None:
    """The span that an adjective before a concept gives its figure: "quarterly revenue levels of", "monthly sales"."""
    told = _OFTENER.search(line.coded, max(0, value.at - 80), value.at)
    return None if told is None else "quarter" if told["quarter"] else "month"


def yearly(line: Line, value: Item) -> bool:
    """Whether the words next to a value say that it counts a year: "annual revenue of", "per year"."""
    near = line.coded[max(0, value.at - 60) : value.at] + " | " + line.coded[value.to : value.to + 25]
    return _YEARLY.search(near) is not None
