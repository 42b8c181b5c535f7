"""A fact on its way: what the readers of prose hand to the assembling of claims."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.extract.facts.slots.line import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A figure of a line with its meaning, before period, owner and evidence are added."""

    concept: str
    label: str
    unit: str
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    scope: str = "total"
    basis: str = "gaap"
    shares: str | None = None
    measure: str = "level"
    timing: str = "duration"  # duration | instant | event
    item: Item  # the slot of the value (of the low end)
    last: Item  # the slot of the high end, else the same
    anchor: Item  # the concept's slot, else the value's
    future: bool = False  # something decided or expected, by the words around the figure
    rule: str = "facts/prose-path"
