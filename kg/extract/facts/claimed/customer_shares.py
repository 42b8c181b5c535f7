"""Shares of customers as facts: what a customer relation tells of revenue, receivables or backlog, on its supplier's account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import Item, Line
from kg.model import Claim, CustomerClaim, Sentence

_STANDING = frozenset({"receivables", "backlog"})


@dataclass(frozen=True, slots=True)
class Told:
    """A share that a sentence tells of customers, and whose customers they are."""

    value: Decimal
    label: str
    supplier: str
    of: str


def shares_told(found: Sequence[Claim]) -> list[CustomerClaim]:
    """The customer relations that tell a share; one denied tells of none."""
    return [
        claim
        for claim in found
        if isinstance(claim, CustomerClaim) and claim.share is not None and claim.relationship != "denied"
    ]


def told_in(sentence: Sentence, claims: Sequence[CustomerClaim]) -> list[Told]:
    """The shares told in a sentence, those of one value and base together."""
    kept: dict[tuple[Decimal, str, str], list[str]] = {}
    for claim in claims:
        inside = any(sentence.span.covers(piece.span) for piece in claim.evidence)
        if inside and claim.share is not None:
            names = kept.setdefault((claim.share, claim.supplier, claim.share_of or "revenue"), [])
            names += [claim.customer] if claim.customer not in names else []
    return [
        Told(value, f"{', '.join(names)} share" + ("" if of == "other" else f" of {of}"), supplier, of)
        for (value, supplier, of), names in kept.items()
    ]


def with_shares(line: Line, drafts: list[Draft], told: Sequence[Told]) -> list[tuple[Draft, str | None]]:
    """The drafts of a line, each percentage that is a customer's share as such, with the supplier that owns it."""
    shares = {item.number: share for item in line.of_kind("percent") if (share := _of_item(item, told)) is not None}
    # "Two customers accounted for": those who have the share, not all whom the company has.
    kept: list[tuple[Draft, str | None]] = [
        (d, None) for d in drafts if d.item.number not in shares and not (shares and d.concept == "NumberOfCustomers")
    ]
    for item in line.of_kind("percent"):
        share = shares.get(item.number)
        if share is not None:
            timing = "instant" if share.of in _STANDING else "duration"
            draft = plain(item, "CustomerShare", share.label, share.value, timing)
            kept.append((replace(draft, label=share.label), share.supplier))
    return sorted(kept, key=lambda pair: pair[0].item.number)


def _of_item(item: Item, told: Sequence[Told]) -> Told | None:
    return next((share for share in told if share.value == item.amount.value), None)
