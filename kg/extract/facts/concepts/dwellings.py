"""What buildings hold, told before their noun, and what their homes cost: "a 79-unit townhome community", "homes from $1.7 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import Item, Line

_HOLDS = re.compile(
    r"-(?P<unit>unit|room|bed|key|home|lot|apartment|suite|seat|residence|townhome|site),?\s(?P<what>(?:(?!(?:in|at|on|of|for|and|with|to|by)\b)[\w’'-]+,?\s){0,4}?"
    r"(?:community|communities|complex|building|development|property|project|portfolio|hotel|resort|hospital|tower|park|theater|theatre|restaurant|subdivision|facility|center))\b"
)
_FEWEST = 10
_FROM = re.compile(
    r"\b(?P<what>(?:(?!(?:the|its|our|with|of|and|has|offers?|to)\b)[\w’'-]+\s){0,2}(?:homes|residences|townhomes|condominiums|condos|apartments|villas|penthouses|home\ssites|homesites|lots))\s"
    r"(?:are\s)?(?:priced\s)?(?:from|start(?:s|ing)?\s(?:at|from)|begin(?:s|ning)?\s(?:at|from)|starting\sin)\s(?:the\s)?(?:just\s|only\s|around\s)?$",
    re.IGNORECASE,
)


def held_in(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """The units, rooms or beds of a building: "a 200-room hotel"."""
    match = _HOLDS.match(after)
    if match is None or item.amount.value < _FEWEST:
        return None
    what = " ".join(match["what"].replace(",", "").split())
    return count_of(line, item, "Other", f"{match['unit']}s in {what}", "units", before, timing="instant")


def homes_draft(item: Item, before: str) -> Draft | None:
    """The lowest price of homes that are offered."""
    match = _FROM.search(before)
    if match is None or item.amount.value < _LEAST:
        return None
    draft = plain(item, "Other", f"price of {match['what'].strip()}", item.amount.value, "event")
    return replace(draft, label=f"{draft.label} (from)")


_LEAST = 10_000
