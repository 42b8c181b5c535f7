"""Folding: a stretch of canonical text as one line to match on, with the way back to its characters."""

from __future__ import annotations

import re

from kg.model import Passage

# White space that is not already one plain blank, characters that print nothing, and a hyphen at a line's
# end between letters or the parts of a name: the word is joined again, its hyphen kept.
_PART = "|".join(rf"(?<=[^,]\s[A-Z][a-z]{{{count}}}-)" for count in range(1, 10))
_RUN = re.compile(
    rf"(?P<joined>(?<=[a-z]-)[ \t]*\n[ \t]*(?=[a-z])|(?=[ \t\n])(?:{_PART})[ \t]*\n[ \t]*(?=[A-Z][a-z]))|"
    r"\s{2,}|[^\S ]|(?P<silent>[\u00ad\u200b-\u200f\u2060\ufeff]+)"
)
_SILENT = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


def fold(text: str, start: int, end: int, skipped: tuple[tuple[int, int], ...] = ()) -> Passage | None:
    """The passage of text[start:end]: white space folded, trimmed; None when nothing but space is left.

    `skipped` are ranges of markup that the passage leaves out, in rising order, not overlapping.
    """
    if not skipped:
        bare = text[start:end].strip()
        if bare == " ".join(bare.split()) and (bare.isascii() or not _SILENT.search(bare)):
            return Passage(bare, ((0, text.find(bare, start, end)),)) if bare else None
    pieces: list[str] = []
    breaks: list[tuple[int, int]] = []
    length = 0
    for low, high, blank in _stretches(text, start, end, skipped):
        spaced = low < high and text[low] == " " and (not pieces or pieces[-1].endswith(" "))
        first = low + 1 if spaced else low
        if first < high:
            _mark(breaks, length, first - length)
            pieces.append(text[first:high])
            length += high - first
        if blank and pieces and pieces[-1][-1] != " ":
            _mark(breaks, length, high - length)
            pieces.append(" ")
            length += 1
    folded = "".join(pieces).rstrip()
    if not folded:
        return None
    return Passage(folded, tuple(each for each in breaks if each[0] < len(folded)))


def _mark(breaks: list[tuple[int, int]], position: int, shift: int) -> None:
    if not breaks or breaks[-1][1] != shift:
        breaks.append((position, shift))


def _stretches(text: str, start: int, end: int, skipped: tuple[tuple[int, int], ...]) -> list[tuple[int, int, bool]]:
    """The stretches to keep, each with whether a blank follows it at its end."""
    found: list[tuple[int, int, bool]] = []
    at = start
    for low, high in (*skipped, (end, end)):
        for run in _RUN.finditer(text, at, low):
            blank = run.lastgroup is None
            found.append((at, run.start(), blank))
            at = run.end()
        found.append((at, low, False))
        at = max(at, high)
    return found
