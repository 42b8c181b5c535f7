"""Goods that are ordered, by their number: "a firm order from Kestrel Air for 25 aircraft"."""

from __future__ import annotations

import re

from kg.extract.facts.counted.tallies import IDLE
from kg.extract.facts.counting import MODIFIERS, PERSONS, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import Item, Line

_ORDERED = re.compile(
    r"(?<![Ii]n\s)\b(?:[Oo]rders?|ordered)\s(?:from\s(?:[\w.&\ue000-\uf8ff-]+\s){1,6})?(?:(?:for|of)\s)?(?:(?:up to|approximately|about|more than|over|nearly|an additional|another|a total of|a further|some)\s){0,2}$"
)
_NO_GOODS = re.compile(rf"{IDLE.pattern}|{PERSONS.pattern}", re.IGNORECASE)
_ORDERED_THING = re.compile(rf"^\+?{MODIFIERS}\s(?P<noun>aircraft|[a-z][a-z-]{{2,}}s|[A-Z][\w-]+s)\b")


def ordered_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """Goods that a customer has ordered, by their number."""
    match = _ORDERED_THING.match(after)
    told = spelled(line, max(0, item.at - 90), item.at) if match else ""
    if match is None or item.amount.value < 2 or _ORDERED.search(told) is None or _NO_GOODS.fullmatch(match["noun"]):
        return None
    label = f"{match['mod'].strip()} {match['noun']} ordered".strip()
    return count_of(line, item, "Orders", label, "units", before, timing="event")
