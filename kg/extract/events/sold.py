"""What is a sale and no partnership: agreements to supply or serve with one who is told of as a customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.events.telling import Telling
from kg.model import Claim, CustomerClaim

_SALE = re.compile(
    r"\b(?:supply|services?|framework|manufacturing|CDMO|outsourcing|hosting|maintenance|procurement|off-?take|(?:power|energy) purchase)(?: [\w-]+)? (?:agreement|contract)s?\b"
    r"|\b(?:renew|extend|prolong)(?:ed|s) (?:its|their|the) (?:(?!partner|allian|collab|relation)[\w-]+ ){0,4}(?:agreement|contract)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:partner|alliance|joint|collaborat|co-?operat|distribut|licen[sc]|represent|resell|co-?develop|\bOEM\b)",
    re.IGNORECASE,
)


def sold(told: Sequence[Telling], found: Iterable[Claim]) -> list[Telling]:
    """The tellings without partnerships that are no more than a sale to a customer told of in the same words."""
    sales = [claim for claim in found if isinstance(claim, CustomerClaim) and claim.relationship in ("new", "existing")]
    return [telling for telling in told if telling.claim.type != "Partnership" or not _of_sale(telling, sales)]


def _of_sale(telling: Telling, sales: Sequence[CustomerClaim]) -> bool:
    evidence = telling.claim.evidence[0]
    words = " ".join(evidence.quote.split())
    if not _SALE.search(words) or _SHARED.search(words):
        return False
    names = {part.name for part in telling.claim.participants}
    return any(
        {claim.supplier, claim.customer} <= names and any(evidence.span.overlaps(e.span) for e in claim.evidence)
        for claim in sales
    )
