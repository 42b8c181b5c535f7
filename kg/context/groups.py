"""Organisations in the making: forms, places and evidence folded under one key."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from kg.mentions.listings import Listing
from kg.mentions.runs import is_form
from kg.model import Span

_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Group:
    """One organisation in the making: its forms, where they stand, and what speaks for it."""

    forms: Counter[str] = field(default_factory=Counter)
    headed: Counter[str] = field(default_factory=Counter)  # forms as title case or capitals print them
    spans: list[Span] = field(default_factory=list)
    weight: int = 0
    against: int = 0
    formed: bool = False
    nature: str = "company"
    aliases: list[str] = field(default_factory=list)
    former: set[str] = field(default_factory=set)  # keys of names that the company no longer bears
    roles: list[str] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)

    def take(self, other: Group) -> None:
        """Add another group's forms and evidence to this one."""
        self.forms.update(other.forms)
        self.headed.update(other.headed)
        self.spans += other.spans
        self.weight += other.weight
        self.formed = self.formed or other.formed
        self.aliases += other.aliases
        self.former |= other.former
        self.roles += other.roles
        self.listings += other.listings


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name without case, dots, leading article and trailing legal forms: "The Alder Corp." -> "alder"."""
    words = _SPACE.split(name.replace("’", "'").strip())
    while len(words) > 1 and (is_form(words[-1]) or words[-1] in ("&", "and", "AND")):
        words.pop()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(word.strip(",.").replace(".", "") for word in words).lower().replace(" & ", " and ")
