"""Whether two names of parties can be one's: in full and shortened."""

from __future__ import annotations

from collections.abc import Iterable


def meet(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a party stands on both sides, in full or shortened: "Alder Valley" for "Alder Valley Savings Bank"."""
    others = list(theirs)
    return any(a == b or _shorter(a, b) or _shorter(b, a) for a in mine for b in others)


def _shorter(short: str, full: str) -> bool:
    """Whether a name is another's beginning, or leaves out words in its middle: "Alto Project", "Alto Gold Project"."""
    if full.startswith(f"{short} "):
        return True
    few, many = short.split(), full.split()
    return 1 < len(few) < len(many) and (few[0], few[-1]) == (many[0], many[-1]) and set(few) <= set(many)
