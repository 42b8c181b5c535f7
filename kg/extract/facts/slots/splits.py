"""The ratios of stock splits: "2-for-1", "a reverse split at a ratio of 1-for-20", "one (1) for ten (10)"."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Amount
from kg.text.numbers import word_number

_N = r"\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty(?:-five)?|thirty|forty|fifty|one hundred"
_ASIDE = r"(?:\s\(\d{1,4}\))?"
_RATIO = rf"(?P<a>{_N}){_ASIDE}(?P<joint>-for-|\sfor\s|-to-|:)(?P<b>{_N})\b{_ASIDE}"
_KIND = r"(?:(?:forward|reverse|common|stock|share)[\s-]){0,3}(?:split|consolidation)\b"
_BEFORE_KIND = re.compile(rf"(?<![\w.-]){_RATIO}(?=\s{_KIND})", re.IGNORECASE)
_BEHIND_KIND = re.compile(
    rf"\b(?:split|consolidation)\b[^.;:$%\d]{{0,90}}?\s(?:ratio|basis|rate)\sof\s(?P<whole>{_RATIO})(?![\w-])"
    rf"|\b(?:split|consolidation)\b[^.;:$%\d]{{0,90}}?\son\san?\s(?P<whole2>{_RATIO.replace('?P<a>', '?P<a2>').replace('?P<b>', '?P<b2>').replace('?P<joint>', '?P<joint2>')})\sbasis",
    re.IGNORECASE,
)


def split_ratios(text: str) -> list[tuple[int, int, Amount]]:
    """The ratio of each split as (start, end, amount): how many new shares an old one becomes.

    Of a reverse split it is how many old shares one new share takes, so that no ratio is below one.
    """
    lower = text.lower()
    if "split" not in lower and "consolidation" not in lower:
        return []
    found: list[tuple[int, int, Amount]] = []
    for match in _BEFORE_KIND.finditer(text):
        _add(found, match.start(), match[0], match["a"], match["b"])
    for match in _BEHIND_KIND.finditer(text):
        name = "whole" if match["whole"] else "whole2"
        one, other = (match["a"], match["b"]) if match["whole"] else (match["a2"], match["b2"])
        _add(found, match.start(name), match[name], one, other)
    return found


def is_reverse(words: str) -> bool:
    """Whether the words of a ratio are those of a reverse split: "1-for-20"."""
    match = re.match(_RATIO, words, re.IGNORECASE)
    return match is not None and _number(match["a"]) < _number(match["b"])


def _add(found: list[tuple[int, int, Amount]], start: int, printed: str, one: str, other: str) -> None:
    end = start + len(printed)
    new, old = _number(one), _number(other)
    if not new or not old or new == old or any(start < to and at < end for at, to, _ in found):
        return
    found.append((start, end, Amount(max(new, old) / min(new, old), "ratio", printed)))


def _number(words: str) -> Decimal:
    spelled = word_number(words)
    return spelled[0] if spelled else Decimal(words)
