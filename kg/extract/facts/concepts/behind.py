"""What stands behind a value and is what the value is of, whatever concept stands before it."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

_FINANCED = re.compile(
    r"\s(?:in\s)?(?:[A-Za-z][\w-]*\s){0,4}(?:facility|line\sof\scredit|credit\sline|equity\sline|term\sloan|loan|financing|private\splacement|revolver)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r",\s(?:and\s)?(?:an?|the)\s(?:[a-z]+\s)?(?:increase|decrease|reduction|decline|rise|drop|improvement)\sof\s(?:[a-z]+\s)?$"
)
_IN_THAT = re.compile(
    r"\sin\s(?!(?:the\s)?(?:first|second|third|fourth|prior|previous|same|current|quarter|year|period|month|latest|past|last)\b|part\b|addition\b|comparison\b|constant\b|local\b|each\b|both\b|all\b|total\b|an?\b|this\b|line\b|that\b|cash\b)(?:[a-z-]+\s){0,3}[a-z]{4,}"
)


def financing(line: Line, value: Item) -> bool:
    """Whether an amount is that of a loan or a placement: "Signs Agreement for up to $50 Million Equity Line"."""
    return _FINANCED.match(line.coded, value.to) is not None


def changes_another(line: Line, value: Item, gap: str) -> bool:
    """Whether a change is of what stands behind it: "earnings, a decrease of $2 million in unrealized losses"."""
    return _CHANGE.search(gap) is not None and _IN_THAT.match(line.coded, value.to) is not None
