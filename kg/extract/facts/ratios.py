"""Shares given for shares: "one share of Beech for every four shares of Cedar", "0.62 of a share for each share"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.line import COUNT, Item, Line, slots_in

_NAME = r"(?P<{}>(?:[A-Z][\w&.'’-]*)(?:\s[A-Z][\w&.'’-]*){{0,3}})?"
_STOCK = r"(?:(?:registered|restricted|newly issued|common|ordinary|new)\s){0,2}(?:shares?|ADSs?|units?)"
_FOR_EACH = re.compile(
    rf"^\s(?:of\sa\s|of\sone\s)?(?:{_NAME.format('own')}\s)?{_STOCK}(?:\sof\s(?:{_NAME.format('new')})?(?:\s?(?:[a-z]+\s){{0,2}}(?:stock|shares))?)?"
    rf"[^.;\ue000-\ue003]{{0,40}}?\s(?:for|per)\s(?:each|every)\s(?:(?P<count>{COUNT})\s)?(?:outstanding\s)?(?:(?P<old>[A-Z][\w&.'’-]*)\s)?{_STOCK}"
    r"(?:\sof\s(?:outstanding\s)?(?P<of>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3}))?"
)


def ratio_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """How many shares are given for one; None for other counts of shares."""
    match = _FOR_EACH.match(after)
    if match is None or not 0 < item.amount.value < 1000:
        return None
    old = Decimal(1)
    if match["count"]:
        old = line.items[slots_in(match["count"])[0]].amount.value
        if not old:
            return None
    given, held = (match["own"] or match["new"] or "").strip("."), (match["old"] or match["of"] or "").strip(".")
    if not given and not held:
        return None
    label = f"distribution ratio: {given or 'new'} shares per {held or 'old'} share"
    if old != 1:
        label += f" ({item.amount.value} for every {old})"
    draft = count_of(line, item, "Other", label, "ratio", before, timing="event")
    return replace(draft, value=item.amount.value / old)
