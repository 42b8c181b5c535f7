"""What is a sale to a customer and nothing else: no partnership, no purchase of a business, no prize, no launch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.events.telling import Telling
from kg.model import Claim, CustomerClaim

_SALE = re.compile(
    r"\b(?:supply|services?|framework|manufacturing|CDMO|outsourcing|hosting|maintenance|procurement|off-?take|(?:power|energy) purchase)(?: [\w-]+)? (?:agreement|contract)s?\b"
    r"|\b(?:orders?|contracts?) under which\b"
    r"|\b(?:renew|extend|prolong)(?:ed|s) (?:its|their|the) (?:(?!partner|allian|collab|relation)[\w-]+ ){0,4}(?:agreement|contract)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:partner|alliance|joint|collaborat|co-?operat|distribut|licen[sc]|represent|resell|co-?develop|\bOEM\b)",
    re.IGNORECASE,
)


# Customers told of by the goods that they take: no other event of these kinds is told in the same words.
_OF_GOODS = frozenset(
    f"customers/{name}"
    for name in (
        "ordered-from", "bought-theirs", "option-used", "sale-of", "adoption-by", "adoption-of", "goods-taken-by", "installed-at",
        "names-supplier", "named-by", "selected-by", "selects", "uses-made", "supplies", "orders-from", "contract-for", "pilot-with",
    )
)  # fmt: skip
_OTHER_KINDS = frozenset({"Acquisition", "Divestiture", "Award", "Appointment"})
_LAUNCHED = re.compile(r"\b(?:launch(?!\w* an? pilot)|introduc|unveil|releas|debut|availab|new\b)", re.IGNORECASE)
_ORDERED = re.compile(r"\b(?:contracts?|orders?|subcontracts?)\b", re.IGNORECASE)


def sold(told: Sequence[Telling], found: Iterable[Claim]) -> list[Telling]:
    """The tellings without those that are no more than a sale to a customer told of in the same words."""
    sales = [claim for claim in found if isinstance(claim, CustomerClaim) and claim.relationship != "denied"]
    made = [claim for claim in sales if claim.relationship in ("new", "existing")]
    return [telling for telling in told if not (_of_sale(telling, made) or _of_goods(telling, sales))]


def _of_goods(telling: Telling, sales: Sequence[CustomerClaim]) -> bool:
    """Whether what is told as bought, launched or built is goods that a named customer takes."""
    kind, evidence = telling.claim.type, telling.claim.evidence[0]
    if kind == "ProductLaunch":
        fits = _LAUNCHED.search(evidence.quote) is None
    elif kind == "FacilityOpening":
        fits = _ORDERED.search(evidence.quote) is not None
    else:
        fits = kind in _OTHER_KINDS
    if not fits:
        return False
    names = {part.name for part in telling.claim.participants}
    return any(
        claim.rule in _OF_GOODS
        and names & {claim.supplier, claim.customer}
        and any(evidence.span.overlaps(e.span) for e in claim.evidence)
        for claim in sales
    )


def _of_sale(telling: Telling, sales: Sequence[CustomerClaim]) -> bool:
    evidence = telling.claim.evidence[0]
    words = " ".join(evidence.quote.split())
    if telling.claim.type != "Partnership" or not _SALE.search(words) or _SHARED.search(words):
        return False
    names = {part.name for part in telling.claim.participants}
    return any(
        {claim.supplier, claim.customer} <= names and any(evidence.span.overlaps(e.span) for e in claim.evidence)
        for claim in sales
    )
