"""Counts that follow what they count: "subscribers reached 212,000", "the number of stores rose from 80 to 92"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import VALUE, Item, Line

_CONCEPTS = {
    "NumberOfEmployees": r"employees|headcount|workforce|full-time equivalents|staff|workers|associates|team members|professionals|colleagues|jobs",
    "NumberOfCustomers": r"subscribers|customers|clients|accounts|customer accounts|members|active users|membership|users|policyholders|cardholders",
    "NumberOfLocations": r"stores|restaurants|branches|locations|outlets|hotels|clinics|dealerships",
}
_UNITS = {"NumberOfEmployees": "people", "NumberOfCustomers": "customers", "NumberOfLocations": "units"}
_ABOUT = (
    r"(?:(?:approximately|about|over|nearly|almost|more than|just|some|a record|roughly|around|only|a total of)\s){0,2}"
)
_REACHED = (
    r"(?:totaled|totalled|numbered|reached|stood at|exceeded|surpassed|topped|was|were|came to|"
    r"(?:has\s|have\s|had\s)?(?:increased|grew|grown|rose|risen|climbed|expanded|decreased|declined|fell|dropped)"
    rf"(?:\s(?:by\s)?{VALUE},?)?(?:\s(?:from|to)|\sto\s{VALUE}\sfrom|\sfrom\s{VALUE}(?:\s[\w\s,]{{0,30}})?\sto))"
)
_COUNTED = {
    concept: re.compile(
        rf"(?:^\W*|\b(?:number of|total|our|its|the|of|and)\s)(?P<np>(?:(?!of\b|to\b|from\b|and\b)[\w'’-]+\s){{0,3}}(?:{nouns}))"
        rf"(?:\s(?:at|as of|in|for|during)\s(?:the\s)?(?:[\w-]+\s){{0,3}}?(?:{VALUE}|\ue003[\ue100-\uf8ff])?)?\s{_REACHED}\s{_ABOUT}$",
        re.IGNORECASE,
    )
    for concept, nouns in _CONCEPTS.items()
}
# "raised the number of customers by 61,000"
_MOVED_BY = {
    concept: re.compile(
        rf"\b(?:(?P<down>cut\w*|reduc\w+|lower\w+|declin\w+|fell|drop\w+)|increas\w+|rais\w+|boost\w+|rose|grew|expand\w+|add\w+)\s(?:(?:its|our|the|total|their)\s){{0,2}}(?:number\sof\s)?(?P<np>(?:[a-z-]+\s){{0,2}}(?:{nouns}))"
        rf"(?:\scount)?\sby\s{_ABOUT}$",
        re.IGNORECASE,
    )
    for concept, nouns in _CONCEPTS.items()
}
# "home deliveries of 4,500", "shipments rose to 9,200": goods that left, the noun standing before.
_GOODS = re.compile(
    rf"\b(?P<np>(?:(?!of\b|to\b|from\b|and\b|the\b|its\b|our\b|in\b|total\b|record\b|quarter\b)[a-z-]+\s){{0,2}}?(?:deliveries|shipments|unit\ssales|home\s(?:sales|closings)))"
    rf"(?:\s(?:in|for|during)\s(?:the\s)?\ue003[\ue100-\uf8ff])?\s(?:of|(?<=deliveries\s)to|{_REACHED})\s{_ABOUT}$",
    re.IGNORECASE,
)
_GOODS_AFTER = re.compile(
    r"\s(?P<np>(?:(?:new|net|unit|vehicle)\s)?(?:home|vehicle|aircraft|unit|boat|truck)\s(?:deliveries|closings|shipments))\b"
)
# What follows makes the number one of something else: "members were 40 years old", "users rose 3 percent".
_OF_ELSE = re.compile(
    r"^(?:\s?%|\s(?!(?:at|as|in|from|to|by|for|on|and|compared|during|versus|worldwide|or|with|after|were|was|are|is)\b)[a-z])"
)


def nouned_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A number of employees, customers or places told after its noun."""
    if item.amount.value < 10:
        return None
    goods = _GOODS_AFTER.match(after)
    if goods is None and _OF_ELSE.match(after):
        return None
    for concept, pattern in _COUNTED.items():
        match = pattern.search(before)
        if match is not None:
            return count_of(line, item, concept, match["np"].lower(), _UNITS[concept], before, timing="instant")
        moved = _MOVED_BY[concept].search(before)
        if moved is not None:
            told = count_of(
                line, item, concept, moved["np"].lower(), _UNITS[concept], before, measure="change", timing="done"
            )
            return replace(told, value=-item.amount.value) if moved["down"] else told
    goods = goods or _GOODS.search(before)
    return count_of(line, item, "UnitsSold", goods["np"].lower(), "units", before, timing="duration") if goods else None
