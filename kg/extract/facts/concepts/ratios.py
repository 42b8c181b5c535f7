"""Shares given for shares: "one share of Beech for every four shares of Cedar", "0.62 of a share for each share"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import COUNT, Item, Line, slots_in

_NAME = r"(?P<{}>(?:[A-Z][\w&.'’-]*)(?:\s[A-Z][\w&.'’-]*){{0,3}})?"
_STOCK = r"(?:(?:registered|restricted|newly issued|common|ordinary|new)\s){0,2}(?:shares?|ADSs?|units?)"
_FOR_EACH = re.compile(
    rf"^\s(?:of\sa\s|of\sone\s)?(?:{_NAME.format('own')}\s)?{_STOCK}(?:\sof\s(?:{_NAME.format('new')})?(?:\s?(?:[a-z]+\s){{0,2}}(?:stock|shares))?)?"
    rf"[^.;\ue000-\ue003]{{0,40}}?\s(?:for|per)\s(?:each|every)\s(?:(?P<count>{COUNT})\s)?(?:(?:outstanding|existing|issued)\s){{0,2}}(?:(?P<old>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){{0,2}})\s)?{_STOCK}"
    r"(?:\sof\s(?:outstanding\s)?(?P<of>[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,3}))?"
)


# "each share of Beech stock will be exchanged for 0.6 shares of Cedar stock"
_EACH_BECOMES = re.compile(
    rf"\b[Ee](?:ach|very)\s(?:outstanding\s|issued\s)?(?:share\sof\s(?:outstanding\s)?{_NAME.format('old')}|{_NAME.format('owner')}\s(?:common\s)?share)[^.;\ue000-\ue003]{{0,60}}?\s"
    r"(?:exchanged|converted|entitled|exchangeable|convertible|receive|cancelled)\s(?:for|into|to|in\sexchange\sfor|to\sreceive|the\sright\sto\sreceive)?\s?(?:receive\s)?(?:approximately\s)?$"
)
_SHARES_OF = re.compile(
    rf"^\s(?:of\sa\s|of\sone\s)?(?:{_NAME.format('own')}\s)?{_STOCK}(?:\sof\s(?:Class\s[A-Z]\s)?{_NAME.format('new')})?"
)


def _becomes(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """How many shares each share turns into, the old one being named first."""
    each, given = _EACH_BECOMES.search(before), _SHARES_OF.match(after)
    if each is None or given is None or not 0 < item.amount.value < 1000:
        return None
    new, old = given["own"] or given["new"] or "new", each["old"] or each["owner"] or "old"
    label = f"exchange ratio: {new} shares per {old} share"
    return count_of(line, item, "Other", label, "ratio", before, timing="event")


def ratio_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """How many shares are given for one; None for other counts of shares."""
    match = _FOR_EACH.match(after)
    if match is None or not 0 < item.amount.value < 1000:
        return _becomes(line, item, spelled(line, max(0, item.at - 150), item.at), after)
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
