"""What an acquisition leaves behind: the company bought is the buyer's subsidiary, and the seller's no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.model import Claim, Confidence, EventClaim, Party, RelationClaim, Status

RULE = "relations/acquired"
_TIES = {Status.ACTUAL: "existing", Status.PLANNED: "expected", Status.IN_PROGRESS: "expected"}
_PART = re.compile(
    r"\b(?:assets?|stake|interests?|operations|business(?:es)?|rights|plants?|facility|facilities|portfolio|property|properties|projects?|"
    r"patents?|licen[cs]es?|trademarks?|brands?|inventory|stores?|branches|technology|platform|products?|loans?|accounts|minority|division|unit|"
    r"position|option|holdings?|share|shares|equity|part|portion|site|mine|claims?|building|land|system|company)\b[^.;]{0,60}?\b(?:of|in|from|by|to|at) (?:the )?$",
    re.IGNORECASE,
)
_MERGED = re.compile(
    r"business combination|\bmerged with\b|Merger Sub|\bSPAC\b|Acquisition Co(?:rp|mpany)?\b", re.IGNORECASE
)  # who is whose then
_AGREED = re.compile(
    r"\b(?:agree\w*|definitive|sign\w*|enter(?:s|ed)|letter of intent|LOI|will|plans?|intends?|expect\w*|complet\w*|clos\w*|scheduled|pending)\b",
    re.IGNORECASE,
)
_IMAGINED = re.compile(r"\b(?:if|would|could|might)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:all|100 ?%|100 percent|majority|controlling|outstanding|remaining|entire)\b[^.;]{0,60}$", re.IGNORECASE
)
_OWNING = re.compile(r"^(?:[’']s? \w|[’']s? (?:[\w-]+ ){0,4}(?:assets|business|operations|rights|brand))")
_APART = re.compile(
    r"^ (?:[\w-]+ ){0,3}?(?:brand|assets?|business|operations|property|project|deposit|mine|rights|plants?|facilit|building|stores|portfolio|system)\b"
)


def acquired(context: Context, found: Sequence[Claim]) -> Iterator[RelationClaim]:
    """A tie for each whole company that an event shows bought, or to be bought, by another."""
    for event in found:
        if not isinstance(event, EventClaim) or event.type != "Acquisition" or event.modality not in _TIES:
            continue
        buyers = _named(context, event, "buyer") or _named(context, event, "company")
        for target in _named(context, event, "target"):
            if event.modality is not Status.ACTUAL and not _settled(event):
                continue
            if len(buyers) != 1 or buyers[0] is target or not _whole(event, target):
                continue
            yield _tie(event, target, buyers[0], _TIES[event.modality])
            if event.modality is Status.ACTUAL:
                yield from (
                    _tie(event, target, seller, "former")
                    for seller in _named(context, event, "seller")
                    if seller is not target
                )


def _named(context: Context, event: EventClaim, role: str) -> list[Party]:
    named = [context.parties.resolve(p.name) for p in event.participants if p.role == role and not p.described]
    return [party for party in named if party is not None and party.nature == "company"]


def _settled(event: EventClaim) -> bool:
    """Whether a purchase to come is agreed or decided, not only voted on or imagined."""
    quote = event.evidence[0].quote
    return bool(_AGREED.search(quote)) and not _IMAGINED.search(quote)


def _whole(event: EventClaim, target: Party) -> bool:
    """Whether the words tell of the company itself, not of assets or a part of it."""
    quote = " ".join(event.evidence[0].quote.split())
    places = [(quote.find(name), len(name)) for name in target.names if name in quote]
    if not places:
        return False
    at, size = min(places)
    left, right = quote[:at], quote[at + size :]
    if _MERGED.search(quote):
        return False
    part = _PART.search(left) and not _WHOLE.search(left)
    return not (part or _OWNING.match(right) or _APART.match(right))


def _tie(event: EventClaim, target: Party, owner: Party, tie: str) -> RelationClaim:
    return RelationClaim(
        evidence=event.evidence,
        rule=RULE,
        confidence=Confidence.INFERRED,
        speaker=event.speaker,
        relation="subsidiary-of",
        subject=target.name,
        object=owner.name,
        tie=tie,
    )
