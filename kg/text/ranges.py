"""Ranges as cells of tables print them: "$110 - $115", "$1.2 to $1.3 billion", "$(5.0) – $(3.0)", "~$45"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kg.text.numbers import DIGITS, SCALE, decimal_number, tidy

_SIGN = r"(?:US|CDN|Cdn|C|A|HK|NT|S)?[$€£¥]?\s{0,2}"
_NEGATIVE = r"(?:\(|[-\u2212](?=[\d$.(]))?"
_CLOSE = r"\s?(?:\s?[%x]?\)[%x]?|%|x|¢)?"


def _end(name: str) -> str:
    return (
        rf"(?P<{name}m>{_NEGATIVE}){_SIGN}(?P<{name}o>\(?)\s?(?P<{name}>{DIGITS})(?P<{name}c>{_CLOSE})"
        rf"(?P<{name}s>{SCALE})?(?P<{name}c2>{_CLOSE})"
    )


_BOUND = r"(?P<bound>~|[<>≥≤]=?|(?:approximately|approx\.?|about|around|roughly|at least|more than|over|up to|less than|greater than|between|from|range of|circa|ca\.?)\s)?"
# A dash has blanks on both sides or none: "5.2 -3.1" is two figures.
_DASH = r"[-\u2010-\u2015\u2212]"
_JOINT = rf"(?:\s(?P<joint>to|and|through|{_DASH})\s|(?<!\s){_DASH})(?:~|approximately\s)?"
_RANGE = re.compile(
    rf"{_BOUND}\s?{_end('low')}(?:{_JOINT}{_end('high')})?\s?(?:\+|or (?:more|less|higher|lower|better))?(?:\s?\(\w\)|\s?\*{{1,2}})?$",
    re.IGNORECASE,
)
_BOUND_OPENS = frozenset("~<>≥≤aAoOrRmMuUlLgGcC")
_LONGEST = 60  # characters: a cell
_BARE = re.compile(r"[\d\s\-\u2010-\u2015]+$")
_TOLD = re.compile(r"[$€£¥%,.]|\d\s?(?:[mb]|million|billion)\b", re.IGNORECASE)


class PrintedRange(NamedTuple):
    """The figures of a cell; `scaled` tells that it prints its own scale, `percent` that they are percentages."""

    low: Decimal
    high: Decimal | None
    bound: str
    scaled: bool
    percent: bool


def read_range(text: str) -> PrintedRange | None:
    """The one figure or the two ends that a cell prints, in order of size; None where it prints something else."""
    match = _RANGE.match(text.strip()) if len(text) < _LONGEST else None
    if match is None or (
        (match["joint"] or "-").lower() == "and" and (match["bound"] or "").strip().lower() != "between"
    ):
        return None
    scale = match["highs"] or match["lows"]
    low = _figure(match, "low", match["lows"] or scale)
    percent = "%" in text
    bound = (match["bound"] or "").strip().lower()
    if match["high"] is None:
        return PrintedRange(low, None, bound, scale is not None, percent)
    high = _figure(match, "high", scale)
    if low > high and not (match["joint"] or "").isalpha() and low >= 0:
        return None
    return PrintedRange(min(low, high), max(low, high), "", scale is not None, percent)


def _figure(match: re.Match[str], end: str, scale: str | None) -> Decimal:
    value, _ = decimal_number(match[end], scale)
    opened = "(" in match[f"{end}m"] + match[f"{end}o"] and ")" in match[f"{end}c"] + match[f"{end}c2"]
    negative = opened or match[f"{end}m"] in ("-", "\u2212")
    return tidy(-value if negative else value)


def is_range(text: str) -> bool:
    """Whether a cell prints two ends of amounts or percentages; years, pages and telephone numbers are none."""
    if not any(map(str.isdigit, text)) or len(text) >= _LONGEST or _BARE.match(text) or not _TOLD.search(text):
        return False
    found = read_range(text)
    return found is not None and found.high is not None


def is_estimate(text: str) -> bool:
    """Whether a cell prints a range, or a figure with a bound: "~$45", "at least $100 million"."""
    if is_range(text):
        return True
    if not any(map(str.isdigit, text)) or text[:1] not in _BOUND_OPENS:
        return False
    found = read_range(text)
    return found is not None and found.bound != ""
