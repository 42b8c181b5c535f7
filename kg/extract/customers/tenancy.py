"""Tenants as customers: only a release of one who lets tells of its own."""

from __future__ import annotations

import re
from typing import Final

from kg.context.context import Context
from kg.text.rules import Match

_LETTING: Final = frozenset({"lease-with", "leased-to", "tenant-took"})
_TENANT: Final = re.compile(r"\b(?:tenants?|lessees?)\b", re.IGNORECASE)
_LANDLORD: Final = re.compile(
    r"\b(?:is|as) an? [^.;]{0,80}\b(?:real estate investment trust|REIT)\b|\b(?:annualized|annual) (?:base )?rent\b|\brental (?:income|revenues?)\b"
    r"|\b(?:its|our) (?:(?:ten|five|top|largest|three|\d+) ){0,2}tenants\b|\bleased to (?:\d+ )?tenants\b",
)


def of_tenants(match: Match) -> bool:
    """Whether a match tells of who rents, not of who buys."""
    classed = match.found.groupdict().get("class")  # tenants among those served with something else than space
    return match.rule.name in _LETTING or (not classed and bool(_TENANT.search(match.found[0])))


def lets(context: Context) -> bool:
    """Whether the release is of one that lets space to others."""
    return _LANDLORD.search(context.document.text) is not None
