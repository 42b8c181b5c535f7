"""Lengths that are printed without a space before their unit: "208m @ 0.31% Cu"."""

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
