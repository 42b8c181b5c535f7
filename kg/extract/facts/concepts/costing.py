"""What is saved, and what things cost: "will save $4 million a year", "the plant cost $30 million to build"."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.deals import ABOUT
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain, stopped
from kg.extract.facts.slots.line import Item

_SAVES = re.compile(
    rf"\bsav(?:e|es|ed|ing)\s(?:(?:the\s)?(?:[Cc]ompany|firm|group|bank|utility)\s|it\s|us\s)?{ABOUT}(?:between\s|total of\s)?$"
)
_SO_SAVED = re.compile(
    r"\s?(?:[.,;)]|$)|\s\ue003|\s(?:a|per|each|every|annually|in|by|this|over|pre-?tax|before|next|from|through|with|as|and|after|during|last)\b"
)
_CUTS = re.compile(
    rf"\b(?:cut(?:s|ting)?|trim(?:s|med|ming)?|eliminat(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|tak(?:e|ing)|took|slash(?:ed|ing)?)\s{ABOUT}(?:between\s)?$"
)
_FROM_COSTS = re.compile(
    r"(?:\s(?:a|per|each)\syear|\sannually)?\s(?:out\sof|from|in|of|off)\s(?:its\s|our\s|the\s|their\s|annual\s){0,2}(?:[a-z-]+\s){0,3}?(?:costs|expenses|overhead|spending|expenditures)\b"
)
_COST = re.compile(
    rf"(?:^\W*|[.;,]\s|\b(?:that|and|where)\s)(?:the|its|our|an?|this|each)\s(?P<np>(?:[\w'’-]+\s){{1,4}}?)(?:(?:will|would|(?:is|are|was|were)\s(?:expected|estimated|projected)\sto)\s)?cost\s{ABOUT}$",
    re.IGNORECASE,
)
_SETTLED = re.compile(rf"\bsettl(?:e|ed|es|ing)\s[^.;]{{3,80}}?\s(?:for|by\spaying)\s{ABOUT}$", re.IGNORECASE)


def costing_draft(item: Item, before: str, after: str) -> Draft | None:
    """An amount that is saved, that something costs or that settles a claim; None for other amounts."""
    value = item.amount.value
    saved = _SAVES.search(before) and _SO_SAVED.match(after)
    if saved or (_CUTS.search(before) and _FROM_COSTS.match(after)):
        return plain(item, "Savings", "savings", value, "duration")
    if _SETTLED.search(before):
        return plain(item, "Other", "settlement", value, "event")
    cost = _COST.search(before)
    if cost is None or stopped(cost["np"]):
        return None
    return plain(item, "Other", f"cost of the {cost['np'].strip()}", value, "event")
