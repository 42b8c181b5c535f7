"""Counts whose noun was said before: "employs 140 people and plans to add 60 more", "opened three stores and closed nine"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.counting import PEOPLE, PLACES, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import COUNT, Item, Line

# "60 more by the end of the year", "nine in the quarter": no noun of its own follows.
_MORE = re.compile(
    r"^\s(?:more|others)(?=[.,;)]|$|\s(?:by|in|at|over|during|this|next|before|within|and|for|on|as|when|after|later)\b)"
)
_ALONE = re.compile(r"^(?=[.,;]|$|\s(?:in|during|by)\s(?:the|its|our|this|that)\b)")
_HIRES = re.compile(r"\b(?:hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?)\s(?:[a-z]+\s){0,2}$")
_CHANGES = re.compile(
    r"\b(?P<verb>add(?:s|ed|ing)?|open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|buil(?:d|t|ding)|sell(?:s|ing)?|sold)"
    r"\s(?:(?:about|some|approximately|another|at least|up to|as many as)\s){0,2}$"
)
_GIVES_UP = re.compile(r"clos|s[eo]l")
_SAID = re.compile(rf"{COUNT}(?:\s[\w'’-]+){{0,3}}?\s(?P<noun>{PEOPLE}|{PLACES})\b")


def elliptic_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A change by so many of what the sentence counted before; None where the count has a noun or none was said."""
    hires, changes = _HIRES.search(before), _CHANGES.search(before)
    more = _MORE.match(after)
    if not (more and (hires or changes)) and not (changes and _ALONE.match(after)):
        return None
    said = list(_SAID.finditer(line.coded, 0, item.at))
    noun = said[-1]["noun"] if said else "employees" if hires else None
    if noun is None:
        return None
    people = re.fullmatch(PEOPLE, noun) is not None
    if people is not bool(hires) and not (people and changes and changes["verb"].startswith("add")):
        return None
    concept, unit = ("NumberOfEmployees", "people") if people else ("NumberOfLocations", "units")
    draft = count_of(line, item, concept, noun, unit, before, measure="change")
    loses = changes is not None and _GIVES_UP.match(changes["verb"]) is not None
    return replace(draft, value=-item.amount.value) if loses else draft
