"""Firms that one sentence alone names, as the owners of its figures."""

from __future__ import annotations

import re

from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import Item, Line, slots_in
from kg.model import Party

# "said Prairie Gold, with plants in Fargo and Cedar Rapids, had sales of": a firm named this once.
_DESCRIBED = re.compile(
    r"(?:^|\b(?:said|that|says|and)\s)(?P<name>(?!The\b|This\b|Its\b|Our\b)[A-Z][\w&'’-]+\.?(?:\s[A-Z][\w&'’-]+){0,3}),\s(?:with|which|based|headquartered|located|an?)\s[^;]{3,110}?,\s"
    r"(?:also\s)?(?:had|has|posted|reported|generated|recorded|earned|employs|employed|operates|operated)\s[^;]{0,60}$"
)


# "Alder Florida is a utility with 2 million customers": not the company whose name it begins with.
_IS_ONE = re.compile(r"(?:\s[A-Z][a-z]{3,}){1,2}(?=,?\sis\s(?:an?|the|one)\s)")


def _longer_name(line: Line, at: Item) -> str | None:
    """The name of a subject that begins with a known company's and goes on, where the sentence says what it is."""
    first = next((item for item in line.of_kind("party")), None)
    if first is None or first.start > 0 or first.to > at.at:
        return None
    match = _IS_ONE.match(line.text, first.end)
    return f"{line.text[first.start : first.end]}{match[0]}" if match else None


def _described(line: Line, at: Item) -> str | None:
    """The firm that only this clause names and describes, as the subject of a figure."""
    described = _DESCRIBED.search(line.coded[: at.at])
    return described["name"] if described else None


# A list of what firms do: "; Marlow consolidating two offices into a new 12,000 square foot laboratory".
_IN_LIST = re.compile(
    r"[:;]\s(?:and\s)?(?:(?!the\b|its\b|our\b)[a-z][a-z-]+\s){0,4}(?P<name>[A-Z][\w&’'-]+(?:\s[A-Z][\w&’'-]+){0,3})(?<!We)(?<!It)(?<!The)(?<!Our)(?<!Company)\s(?!during\b|including\b|being\b|according\b)[a-z]+ing\s[^;:]{0,120}$"
)


_FIRM = r"(?:compan(?:y|ies)|firms?|groups?|banks?|providers?|agenc(?:y|ies)|retailers?|manufacturers?|makers?|operators?|organi[sz]ations?|publishers?|subsidiary|cooperative|suppliers?|distributors?|brokerages?|insurers?)"
_WHO = r"(?P<name>(?:\ue005[\ue100-\uf8ff]|(?!The\b|This\b|That\b|It\b|We\b|In\b|Our\b)[A-Z][\w&’'-]*)(?:\s(?:\ue005[\ue100-\uf8ff]|[A-Z][\w&’'-]*)){0,3})"
# "a contract with Marlow Press, one of the oldest press agencies, founded in 1835, with 240 employees"
_APPOSED = re.compile(
    rf"{_WHO}(?:\s\([^)]{{2,40}}\))?,\s(?:an?|the|(?:one|\ue002[\ue100-\uf8ff])\sof)\s[^,;\ue000-\ue002]{{0,80}}\b{_FIRM}\b[^,;\ue000-\ue002]{{0,60}}(?:,\s(?:founded|established|headquartered|based|located|formed)\s[^,;]{{2,50}})?,\s"
    r"(?:with|which|that|employing|operating)\s[^,;.\ue000\ue001\ue005]{0,80}$"
)
# "Marlow Press is a media group with more than 240 employees"
_IS_FIRM = re.compile(
    rf"^\W{{0,3}}{_WHO}\s(?:is|was)\s(?:an?|the|(?:one|\ue002[\ue100-\uf8ff])\sof)\s[^;\ue000-\ue002\ue005]{{0,80}}\b{_FIRM}\s(?:[^;\ue000-\ue002\ue005]{{0,60}}\s)?(?:with|that|which|employing|operating|serving)\s[^;.\ue000-\ue002\ue005]{{0,50}}$"
)


def _introduced(line: Line, at: Item) -> str | None:
    """The firm that a description before a figure is of, known to the release or not."""
    told = _APPOSED.search(line.coded, max(0, at.at - 260), at.at) or _IS_FIRM.search(line.coded[: at.at])
    if told is None:
        return None
    first = slots_in(told["name"])
    party = line.items[first[0]].content if first else None
    if isinstance(party, Party) and len(told["name"]) == 2:
        return party.name
    return spelled(line, *told.span("name"))


def named_once(line: Line, at: Item) -> str | None:
    """The firm that a figure's own clause names, where no other does."""
    listed = _IN_LIST.search(line.coded, max(0, at.at - 200), at.at) if ";" in line.text else None
    fronted = _FRONTED.match(line.coded[: at.at])
    named = _described(line, at) or _longer_name(line, at) or _introduced(line, at)
    return named or (listed["name"] if listed else fronted["name"] if fronted else None)


# "Headquartered in Portland, Corvane operates": a firm that the release does not make known.
_FRONTED = re.compile(
    r"\W*(?:Headquartered|Based|Founded|Established|Located|Formed|Started)\s[^;\ue005]{2,60},\s(?!The\b|This\b|Its\b|Our\b|We\b|It\b|Company\b)(?P<name>[A-Z][\w&’'-]+(?:\s[A-Z][\w&’'-]+){0,3})\s"
    r"(?:also\s|now\s|currently\s)?(?:has|operates|employs|serves|owns|manages|is|runs|provides|offers|sells|makes)\s[^;\ue005]{0,120}$"
)


_VALUED_AT = re.compile(
    r"\b(?:in|into|of|valu(?:es|ed|ing))\s(?P<party>\ue005[\ue100-\uf8ff])\s(?:at|on)\san?\s(?:[a-z-]+\s){0,4}(?:valuation|value)\sof\s(?:(?:about|approximately|over|nearly)\s)?$"
)


def valued_firm(line: Line, at: Item) -> str | None:
    """The firm that a valuation is of: "put $4 million into Marlow at a pre-money valuation of $40 million"."""
    told = _VALUED_AT.search(line.coded, max(0, at.at - 90), at.at)
    party = line.items[slots_in(told["party"])[0]].content if told else None
    return party.name if isinstance(party, Party) and party.nature == "company" else None
