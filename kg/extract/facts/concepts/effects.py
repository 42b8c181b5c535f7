"""What one item did to a result: "a charge that reduced earnings by $37 million"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line, slots_in

EARNED = frozenset(("NetIncomeLoss", "EarningsPerShare", "Revenues", "GrossProfit", "OperatingIncomeLoss"))
# "a charge that reduced earnings by $37 million, or 5 cents a share": an item's effect, no change from another period.
_EFFECT = re.compile(
    r"(?P<subject>(?:\b(?:which|that|this|these|items?|charges?|expenses?|costs?|order|settlements?|adjustments?|effect|impact|write-?(?:downs?|offs?)|"
    r"impairments?|gains?|benefits?|losses|reserves?|accruals?)\b|\ue004[\ue100-\uf8ff])[^.;\ue000]{0,80}?)\s"
    r"(?:reduc|lower|decreas|increas|rais|boost|add|benefit|hurt|cut|improv)\w*\s(?:to\s)?(?:(?!by\b)[\w'’-]+\s){0,4}?\ue004[\ue100-\uf8ff]\s"
    r"(?:(?:for|in|of)\s(?:that\s|the\s|this\s)?(?:\ue003[\ue100-\uf8ff]|period|quarter|year)\s)?by\s(?:[a-z]+\s){0,3}"
    r"(?:\ue000[\ue100-\uf8ff]\)?,?\s(?:or\s|\()(?:[a-z]+\s){0,2})?$"
)


def has_effect(line: Line, item: Item) -> bool:
    """Whether an amount is what one item did to a result; a result that is named itself moves on its own."""
    told = _EFFECT.search(line.coded, max(0, item.at - 200), item.at)
    return told is not None and all(
        line.items[number].concept.name not in EARNED
        for number in slots_in(told["subject"])
        if line.items[number].kind == "concept"
    )


COSTS = re.compile(r"charge|expense|cost|write-?|impair|loss|order|settlement|reserve|accrual")


# "the reserve reduced revenues by $719,000 and gross margin by 1.2 percent": both are what the reserve did.
_AND_BY = re.compile(r"\)?,?\sand\s(?:[\w-]+\s){0,3}\ue004[\ue100-\uf8ff]\sby\s(?:[a-z]+\s){0,2}")


def effect_too(line: Line, draft: Draft, before: Draft | None) -> Draft:
    """The draft of a percentage as the effect of what also moved the figure before it."""
    if before is None or draft.item.kind != "percent" or not before.label.startswith("effect on "):
        return draft
    if draft.value is None or not _AND_BY.fullmatch(line.coded, before.last.to, draft.item.at):
        return draft
    label = f"effect on {draft.label.removesuffix(' growth')}"
    return replace(draft, concept="Other", label=label, measure="level", value=abs(draft.value))
