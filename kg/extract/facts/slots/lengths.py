"""Figures that are printed as one with their unit: "208m @ 0.31% Cu", "net leverage of 2.4x", "a current ratio of 2.1 to 1"."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Amount
from kg.text.numbers import tidy

_TIGHT = re.compile(
    r"(?<![\w.,-])(?P<n>\d{1,4}(?:\.\d{1,2})?)m(?=\s(?:@|at|of|grading|averaging|assaying)\s(?:\d|up\s))"
)
_GATES = ("m @", "m grading", "m of ", "m at ", "m averaging")


def tight_lengths(text: str) -> list[tuple[int, int, Amount]]:
    """The lengths that an interval's grade follows, as (start, end, amount), without their unit."""
    if not any(words in text for words in _GATES) or ("g/t" not in text and "%" not in text):
        return []
    return [
        (match.start("n"), match.end("n"), Amount(tidy(Decimal(match["n"])), "", match["n"]))
        for match in _TIGHT.finditer(text)
    ]


UNIT = "times"
_MULTIPLE = re.compile(
    r"(?<![\w.,$€£-])(?P<n>\d{1,3}(?:\.\d{1,2})?)(?:x(?![\w-])|\s?:\s?1(?:\.0)?(?!\.?\d|:)|(?:\s|-)to(?:\s|-)(?:1(?:\.0)?(?![.,]?\d)|one\b)|\stimes\b)"
)
_OF_RATIOS = ("ratio", "leverage", "cover", "turn", "debt", "ebitda", "loan", "multiple")  # a search for each is cheap
_GATE = re.compile(
    r"ratio|leverage|coverage|cover\b|turns|turnover|\bdebt\b|EBITDA|loan[\s-]to|multiple", re.IGNORECASE
)


def multiples(text: str) -> list[tuple[int, int, Amount]]:
    """The multiples of a text that speaks of ratios, as (start, end, amount)."""
    low = text.lower()
    if not any(word in low for word in _OF_RATIOS) or _GATE.search(text) is None:
        return []
    found = (match for match in _MULTIPLE.finditer(text))
    return [(match.start(), match.end(), Amount(Decimal(match["n"]), UNIT, match[0])) for match in found]
