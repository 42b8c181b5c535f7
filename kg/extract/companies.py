"""Companies: every organisation that plays a part, with its role."""

from __future__ import annotations

from collections.abc import Sequence

from kg.context.context import Context
from kg.model import Claim, CompanyClaim, Evidence


def extract(context: Context, found: Sequence[Claim]) -> list[CompanyClaim]:
    """One claim per party that plays a part."""
    del found
    claims: list[CompanyClaim] = []
    for party in context.parties:
        if party.nature in ("university", "exchange") or not party.spans:
            continue
        span = party.spans[0]
        role = "issuer" if party is context.issuer else "regulator" if party.nature == "agency" else "other"
        claims.append(CompanyClaim(
            evidence=(Evidence(span, context.document.text[span.start : span.end]),), rule="companies/named", name=party.name,
            names=party.names, role=role, ticker=party.ticker, exchange=party.exchange, cik=party.cik,
        ))
    return claims
