"""Ownership that an acquisition gives: the company bought is the buyer's, or will be once the deal closes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.model import Claim, Confidence, EventClaim, Party, RelationClaim, Status

_TIES = {Status.ACTUAL: "existing", Status.PLANNED: "expected"}
_DONE = re.compile(
    r"\b(?:complet(?:ed|es|ion|ing)|clos(?:ed|ing) (?:of |on )?(?:the |its )|finali[sz]\w+|consummat\w+)\b|\b(?:acquired|acquires|acquire|bought|buys|purchased|purchases)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:definitive|share purchase|stock purchase|merger) (?:[\w-]+ ){0,2}agreement\b|\bacquire all\b", re.IGNORECASE
)
_PARTS = re.compile(
    r"\b(?:assets?|business(?:es)?|operations|divisions?|units?|portfolios?|rights|interests?|stakes?|minority|licen[cs]\w+|propert(?:y|ies)|projects?|claims?|"
    r"buildings?|stores?|branch(?:es)?|facilit(?:y|ies)|plants?|lines?|products?|brands?|mines?|land|acres|wells|loans?|deposits|receivables|option|percent|shares of (?:the )?common|"
    r"technology|patents?|intellectual property|site|campus|rebuff\w*|reject\w*|unsolicited|hostile|proposal|offer|bid)\b|%",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|100 ?%|100 percent|entire)\b[^.;]{0,40}\b(?:shares|stock|securities|equity|interests?|ownership|capital|membership|units)\b",
    re.IGNORECASE,
)
_OLD = 2  # years after which a deal told of no longer says whose the company is


def acquired(context: Context, found: Sequence[Claim]) -> Iterator[RelationClaim]:
    """A tie for each company that an event shows bought whole, by a named buyer."""
    for event in found:
        tie = _TIES.get(event.modality) if isinstance(event, EventClaim) else None
        if tie is None or not isinstance(event, EventClaim) or event.type != "Acquisition" or _past(context, event):
            continue
        words = " ".join(piece.quote for piece in event.evidence)
        if not (_DONE if tie == "existing" else _AGREED).search(words):
            continue
        buyers = [p.name for p in event.participants if p.role in ("buyer", "company") and not p.described]
        for participant in event.participants:
            target = context.parties.resolve(participant.name)
            if participant.role != "target" or participant.described or not buyers or not _firm(target):
                continue
            told = " ".join(words.split()).replace(participant.name, "")
            if participant.name != buyers[0] and (not _PARTS.search(told) or _ALL.search(told)):
                yield RelationClaim(
                    evidence=event.evidence,
                    rule="relations/acquired",
                    confidence=Confidence.INFERRED,
                    speaker=event.speaker,
                    relation="subsidiary-of",
                    subject=participant.name,
                    object=buyers[0],
                    tie=tie,
                )


def _firm(target: Party | None) -> bool:
    return target is not None and target.nature == "company"


def _past(context: Context, event: EventClaim) -> bool:
    """Whether the deal was done years before the release."""
    return event.date is not None and context.issued is not None and context.issued.year - event.date.year >= _OLD
