"""Quotations: who is quoted, and every stretch of the words."""

from __future__ import annotations

from collections.abc import Sequence

from kg.context.context import Context
from kg.model import Claim, Confidence, Evidence, QuotationClaim

_EXPLICIT = ("quotations/named-after", "quotations/named-before")


def extract(context: Context, found: Sequence[Claim]) -> list[QuotationClaim]:
    """One claim per run of quoted speech with a named speaker; unattributed words are left out."""
    del found  # quotations come first
    claims: list[QuotationClaim] = []
    text = context.document.text
    for speech in context.speech:
        if speech.speaker is None:
            continue
        evidence = tuple(Evidence(span, text[span.start : span.end]) for span in speech.stretches)
        claims.append(
            QuotationClaim(
                evidence=evidence,
                rule=speech.rule,
                confidence=Confidence.EXPLICIT if speech.rule in _EXPLICIT else Confidence.INFERRED,
                speaker=speech.speaker,
                said_by=speech.speaker,
                text=" ".join(" ".join(piece.quote.split()) for piece in evidence),
            )
        )
    return claims
