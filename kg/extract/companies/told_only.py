"""Companies that only another claim names: whoever buys, allies or sells there plays a part, though nothing else tells of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from kg.context.context import Context
from kg.mentions.bare import excluded, personal
from kg.mentions.words import bare_words, org_heads
from kg.model import CompanyClaim, Confidence, Evidence, Span

_PARTS = frozenset(("customer", "supplier", "partner", "acquirer", "seller", "lender", "investor"))
_NAMED = re.compile(
    r"(?:[A-Z0-9]|[a-z]{1,3}[A-Z])[\w&.,'’®™/+!-]*(?: (?:&|of|for|the|and|de|[A-Z0-9][\w&.,'’®™/+!-]*)){0,6}"
)
_CUT = re.compile(r"(?<![.!?:] )\b[A-Z][\w&-]+ $")
_REACH = 30  # characters of a word before a name
_PLAIN = re.compile(
    r"\b(?:Department|Division|Office|Team|Board|Committee|Project|Property|Program|Claims|Customers?|Users|Phase|Form)$"
)


def told_only(context: Context, claimed: Iterable[tuple[str, str, int]]) -> Iterator[CompanyClaim]:
    """One claim for each name of the claims that no party of the release bears, with the part it has there."""
    heard: dict[str, Counter[str]] = {}
    for name, role, points in claimed:
        if role in _PARTS and context.parties.resolve(name) is None and _names_firm(name):
            heard.setdefault(name, Counter())[role] += points
    for name, roles in heard.items():
        at = _place(context.document.text, name)
        if at is not None:
            role = max(roles, key=lambda part: (roles[part], part))
            yield CompanyClaim(
                evidence=(Evidence(at, context.document.text[at.start : at.end]),),
                rule="companies/told-only",
                confidence=Confidence.INFERRED,
                name=name,
                names=(name,),
                role=role,
            )


def _names_firm(name: str) -> bool:
    """Whether words are a name, and not that of a place, a person, a department or a thing."""
    named = _NAMED.fullmatch(name) is not None and len(name) > 2
    own = any(word.lower().strip(".,") not in _common() for word in name.split())
    return named and own and not excluded(name) and not personal(name) and not _PLAIN.search(name)


@cache
def _common() -> frozenset[str]:
    """Words that name nobody among themselves."""
    return bare_words() | frozenset(org_heads()) | {f"{head}s" for head in org_heads()} | {"agencies", "federal"}


def _place(text: str, name: str) -> Span | None:
    """Where a text first prints a name, over a line's end too."""
    found = re.search(r"(?<!\w)" + re.escape(name).replace(r"\ ", r"\s+") + r"(?!\w)", text)
    if found is None or _CUT.search(text, max(0, found.start() - _REACH), found.start()):
        return None  # the end of a longer name
    return Span(*found.span())
