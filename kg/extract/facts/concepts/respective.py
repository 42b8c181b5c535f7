"""Figures that share their words: "the A and B segments had sales of $4 and $3, respectively", "$4 and $5 in losses"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_NAME = r"(?:U\.S\.|[A-Z][\w’'-]*)(?:\s(?:&\s)?[A-Z][\w’'-]*){0,2}"
_SEGMENTS = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Ii]ts)\s(?P<a>{_NAME})\s(?:segment\s)?and\s(?P<b>{_NAME})\s(?:business\s|operating\s)?(?:segments|divisions|businesses|units)\b"
)
_WHERE = re.compile(
    rf"\b(?:[Ss]ales|[Rr]evenues?|[Oo]rders|[Dd]eposits|[Ll]oans|income|profits?)\s(?:in|from)\s(?:the\s)?(?P<a>{_NAME})\sand\s(?:in\s)?(?:the\s)?(?P<b>{_NAME})\s"
)


def respectively(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a line, with the scopes that a list gives to two figures of the same concept."""
    if "respectively" not in line.text:
        return drafts
    drafts = _of_time_and_day(line, drafts)
    segments, where = _SEGMENTS.search(line.text), _WHERE.search(line.text)
    named, kind = (segments, "segment") if segments is not None else (where, "region")
    found = list(drafts)
    if named is None:
        return _of_two(line, found)
    for at, (first, second) in enumerate(pairwise(drafts)):
        same = (first.concept, first.measure, first.anchor) == (second.concept, second.measure, second.anchor)
        between = line.coded[first.last.to : second.item.at]
        if same and re.fullmatch(r",?\s(?:and\s)?(?:[a-z]+\s)?", between) and first.item.start > named.start():
            found[at] = replace(first, scope=f"{kind}:{named['a']}")
            found[at + 1] = replace(second, scope=f"{kind}:{named['b']}")
            break
    return found


_AVERAGE_AND_END = re.compile(
    r"\b(?:(?P<average>average)\sand\s(?:(?:period|year|quarter|month)[\s-]end|ending|spot|end-of-period)|(?:(?:period|year|quarter|month)[\s-]end|ending|spot|end-of-period)\sand\saverage)\s(?:total\s)?$",
    re.IGNORECASE,
)


def _of_time_and_day(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Two balances of a concept, the average over a time and that at its end, in the order that is told."""
    found = list(drafts)
    for at, (first, second) in enumerate(pairwise(drafts)):
        both = _AVERAGE_AND_END.search(line.text, max(0, first.anchor.start - 40), first.anchor.start)
        if both is None or first.anchor is not second.anchor or first.measure != second.measure:
            continue
        mean, last = (at, at + 1) if both["average"] else (at + 1, at)
        found[mean] = replace(found[mean], label=f"average {first.label}", timing="duration", scope="total")
        found[last] = replace(found[last], label=f"period-end {first.label}", scope="total")
        break
    return found


# "Commercial and consumer loans rose $4 million and $2 million, respectively": a figure each.
_TWO = re.compile(r"product:(?P<a>[^:]+?)\sand\s(?P<b>[^:]+)")


def _of_two(line: Line, found: list[Draft]) -> list[Draft]:
    """Two figures in order of the two kinds of business that the words before their concept name."""
    for at, (first, second) in enumerate(pairwise(found)):
        two = _TWO.fullmatch(first.scope)
        same = (first.concept, first.measure, first.anchor) == (second.concept, second.measure, second.anchor)
        between = line.coded[first.last.to : second.item.at]
        if (
            two is None
            or not same
            or first.scope != second.scope
            or not re.fullmatch(r",?\s(?:and\s)?(?:by\s)?", between)
        ):
            continue
        if line.coded[second.last.to :].lstrip(", ").startswith("respectively") and "and" not in two["b"].split():
            found[at] = replace(first, scope=f"product:{two['a']}")
            found[at + 1] = replace(second, scope=f"product:{two['b']}")
    return found


def before_in_list(line: Line, before: Item | None, draft: Draft, found: list[Draft]) -> list[Draft]:
    """The figure that the same name follows: the first of "$4 million and $5 million in unrealized losses"."""
    if before is None or draft.rule != "facts/prose-other" or draft.value is None or draft.anchor is not draft.item:
        return []
    alike = before.kind == draft.item.kind == "money" and before.amount.unit == draft.item.amount.unit
    taken = any(before.number in (one.item.number, one.last.number) for one in found)
    if not alike or taken or not re.fullmatch(r"\s(?:and|or)\s", line.coded[before.to : draft.item.at]):
        return []
    if not re.match(r"\s(?:in|of)\s", line.coded[draft.item.to :]):
        return []
    return [replace(draft, value=before.amount.value, item=before, last=before, anchor=before)]
