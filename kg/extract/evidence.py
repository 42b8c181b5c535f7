"""How much of a sentence shows what a claim says: the clause, with its subject and its cues."""

from __future__ import annotations

import re
from typing import Final

_WIDEST: Final = 300  # characters of a sentence that are shown whole
_REACH: Final = 140  # characters shown on either side in a longer one
_START: Final = re.compile(r"(?:; |\. |: | [–—-] )")
_STOP: Final = re.compile(r"(?:; |\. | [–—-] |, (?:and|but|which|who|while) )")


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end in the sentence of the clause around text[start:end]."""
    if len(text) <= _WIDEST:
        return 0, len(text)
    begin = max(0, start - _REACH)
    cuts = [found.end() for found in _START.finditer(text, begin, start)]
    if cuts:
        begin = cuts[-1]
    elif begin:
        begin = text.find(" ", begin, start) + 1 or start
    stop = _STOP.search(text, end, min(len(text), end + _REACH))
    if stop:
        return begin, stop.start()
    if len(text) <= end + _REACH:
        return begin, len(text)
    blank = text.rfind(" ", end, end + _REACH)
    return begin, max(end, blank)
