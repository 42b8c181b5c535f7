"""Known forms of names in a text: where each stands, without an expression compiled for every release."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A release knows some thirty forms, and a sentence prints hardly any: asking for each is six times as fast as
# compiling them into one expression and searching with that.


def occurrences(
    text: str, forms: Iterable[str], before: re.Pattern[str], after: re.Pattern[str]
) -> list[tuple[int, int, str]]:
    """Where the forms stand as (start, end, form), apart from each other, as an expression of them all finds them.

    The leftmost wins, then the form given first; `before` and `after` are what must match, without width, where
    a form starts and ends.
    """
    found = [
        (start, rank, start + len(form), form)
        for rank, form in enumerate(forms)
        if form in text
        for start in starts(text, form)
        if before.match(text, start) and after.match(text, start + len(form))
    ]
    return apart(found)


def starts(text: str, form: str) -> list[int]:
    """Every position at which a form begins."""
    found: list[int] = []
    start = text.find(form)
    while start >= 0:
        found.append(start)
        start = text.find(form, start + 1)
    return found


def apart(found: list[tuple[int, int, int, str]]) -> list[tuple[int, int, str]]:
    """The first of those that overlap, by (start, rank), as (start, end, form)."""
    kept: list[tuple[int, int, str]] = []
    reached = 0
    for start, _, end, form in sorted(found):
        if start >= reached:
            kept.append((start, end, form))
            reached = end
    return kept
