"""Ratios told as multiples: "net leverage was 2.4x", "a current ratio of 2.1 to 1", "interest coverage rose to 5.2 times"."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.licensing import licensed
from kg.extract.facts.direction.roles import role
from kg.extract.facts.direction.signs import turn
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_RATIOS = re.compile(r"ratio|leverage|cover|turn| to |-to-|/|loan.to|multiple|EBITDA", re.IGNORECASE)
_HIGHEST = 200


def multiple_of(line: Line, item: Item) -> Draft | None:
    """The ratio that a multiple is of; None where no ratio is named before it."""
    concepts = [one for one in line.of_kind("concept") if one.to <= item.at]
    if not concepts or not 0 < item.amount.value < _HIGHEST:
        return None
    named = concepts[-1]
    words = line.text[named.start : named.end]
    if named.concept.unit != "percent" or named.concept.name != "Other" or not _RATIOS.search(words):
        return None
    if not licensed(line.coded[named.to : item.at], named):
        return None
    played = role(line, item)
    change = played.measure == "change" and played.direction != 0
    if change and "improv" in line.coded[named.to : item.at]:
        return None  # which way is better depends on the ratio
    value = item.amount.value * (turn(played.direction) if change else 1)
    return Draft(
        concept="Other", label=words if words.isupper() else words.lower(), unit="ratio", value=value, basis=named.concept.basis or "gaap",
        measure="change" if change else "level", timing="instant", item=item, last=item, anchor=named,
    )  # fmt: skip
