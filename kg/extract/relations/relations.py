"""Ties between organisations that last: ownership, alliances, lending, advice, listing, brands."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from kg.context.context import Context
from kg.extract.companies.agencies import names_agency
from kg.extract.relations.brands import brands
from kg.extract.relations.stated import stated
from kg.mentions.listings import as_printed, told_listings
from kg.model import (
    BlockKind,
    Claim,
    Confidence,
    EventClaim,
    Evidence,
    Party,
    RelationClaim,
    Span,
    Status,
)

_FROM_EVENT = "relations/partnership-event"
_MUTUAL = ("partner-of", "competitor-of")
_ALLIED = re.compile(
    r"partner|allian|collaborat|joint venture|team(?:s|ed|ing)? up|join(?:s|ed)? forces", re.IGNORECASE
)
_LISTING_WORDS = frozenset(
    ("uplisting", "up-listing", "uplist", "listed", "list", "trade", "traded", "trading", "quoted", "listing")
)
_WIDEST_LISTING = 160  # characters between a name and its ticker in one parenthesis or sentence
_LABEL_REACH = 120  # characters between the label of a contact and its company
_OUTSIDE = re.compile(r"\b(?:investors?|media|press|public relations|PR|IR)\b", re.IGNORECASE)
_CIRCLE = re.compile(r"\b(?:Users?|User) Group\b|\bClub\b|\bDirectory\b")  # who posted the text again


def extract(context: Context, found: Sequence[Claim]) -> list[RelationClaim]:
    """Each tie once, with the words that state it best."""
    claims: dict[tuple[str, str, str], RelationClaim] = {}
    told = (
        *_listings(context),
        *_coming_listings(context),
        *stated(context),
        *brands(context),
        *_contact_agencies(context),
    )
    for claim in (*told, *_partnerships(found)):
        if claim.relation in _MUTUAL and (claim.relation, claim.object, claim.subject) in claims:
            continue
        if claim.rule == _FROM_EVENT and _side_by_side(claim, claims):
            continue
        claims.setdefault((claim.relation, claim.subject, claim.object), claim)
    return list(claims.values())


def _side_by_side(claim: RelationClaim, claims: Collection[tuple[str, str, str]]) -> bool:
    """Whether both partners of an event are told to be partners of one third: "Alder and Birch have partnered with Larch"."""
    thirds = [
        {a if b == end else b for kind, a, b in claims if kind == claim.relation and end in (a, b)}
        for end in (claim.subject, claim.object)
    ]
    return bool(thirds[0] & thirds[1])


def _partnerships(found: Sequence[Claim]) -> Iterator[RelationClaim]:
    """A partnership that is told as an event and has begun is a tie of its named parties."""
    for event in found:
        if not isinstance(event, EventClaim) or event.type != "Partnership" or event.modality is not Status.ACTUAL:
            continue
        if not any(_ALLIED.search(piece.quote) for piece in event.evidence):
            continue
        owners = [p.name for p in event.participants if p.role == "company" and not p.described]
        for owner in owners[:1]:
            for other in event.participants:
                joint = any(_jointly(owner, other.name, piece.quote) for piece in event.evidence)
                if other.role == "counterparty" and not other.described and other.name != owner and not joint:
                    yield RelationClaim(
                        evidence=event.evidence,
                        rule=_FROM_EVENT,
                        confidence=Confidence.INFERRED,
                        speaker=event.speaker,
                        relation="partner-of",
                        subject=owner,
                        object=other.name,
                    )


def _jointly(one: str, other: str, quote: str) -> bool:
    """Whether two act side by side with a third: "Alder and Birch have partnered with Larch"."""
    both = rf"{re.escape(one)}(?: \([^()]{{1,40}}\))?,? (?:and|&) (?:the )?{re.escape(other)}\b[^.;]{{0,60}}\bwith "
    return re.search(both, " ".join(quote.split())) is not None


def _listings(context: Context) -> Iterator[RelationClaim]:
    for party in context.parties:
        if party.nature == "exchange":
            continue
        listings = party.listings or (((party.exchange, party.ticker),) if party.exchange else ())
        for exchange, ticker in listings:
            words = _listing_words(context, party, ticker or exchange)
            yield RelationClaim(
                evidence=(words,),
                rule="relations/listed-on",
                relation="listed-on",
                subject=party.name,
                object=as_printed(words.quote, exchange),
            )


def _coming_listings(context: Context) -> Iterator[RelationClaim]:
    """Listings that a sentence announces for shares of the organisation named before, or of the one that speaks."""
    for sentence in context.document.sentences:
        words = context.words(sentence)
        if sentence.kind in (BlockKind.BOILERPLATE, BlockKind.CONTACT) or words.isdisjoint(_LISTING_WORDS):
            continue
        for listing in told_listings(sentence.text, coming=True):
            before = [m.value for m in context.parties.mentions(sentence) if m.end <= listing.start]
            named = [value for value in before if isinstance(value, Party) and value.nature != "exchange"]
            owner = named[-1] if named else context.we_at(sentence.passage.origin(listing.start))
            if owner is not None and listing.exchange not in {exchange for exchange, _ in owner.listings}:
                yield RelationClaim(
                    evidence=(context.evidence(sentence, listing.start, listing.end),),
                    rule="relations/coming-listing",
                    confidence=Confidence.INFERRED,
                    relation="listed-on",
                    subject=owner.name,
                    object=as_printed(sentence.text[listing.start : listing.end], listing.exchange),
                    tie="expected",
                )


def _listing_words(context: Context, party: Party, mark: str) -> Evidence:
    """The words from a name of the party to its ticker or exchange, where they stand close together."""
    text = context.document.text
    for span in party.spans:
        found = text.find(mark, span.end, span.end + _WIDEST_LISTING)
        if found >= 0:
            end = found + len(mark)
            closing = re.match(r"[\"\u201d\u2019']?\)", text[end : end + 2])
            whole = Span(span.start, end + (closing.end() if closing else 0))
            return Evidence(whole, text[whole.start : whole.end])
    span = party.spans[0]
    return Evidence(span, text[span.start : span.end])


def _contact_agencies(context: Context) -> Iterator[RelationClaim]:
    """An agency among the press contacts advises the issuer (decision 14 of the gold records)."""
    issuer = context.issuer
    if issuer is None:
        return
    text = context.document.text
    contacts = [block.span for block in context.document.blocks if block.kind is BlockKind.CONTACT]
    for party in context.parties:
        at_contact = [s for s in party.spans if any(block.covers(s) for block in contacts)]
        if party.name == issuer.name or not at_contact or len(at_contact) < len(party.spans):
            continue
        if (
            _in_house(party, issuer)
            or _CIRCLE.search(party.name)
            or not (any(names_agency(name) for name in party.names) or _stranger(context, party, at_contact[0]))
        ):
            continue
        span = at_contact[0]
        yield RelationClaim(
            evidence=(Evidence(span, text[span.start : span.end]),),
            rule="relations/contact-agency",
            confidence=Confidence.INFERRED,
            relation="advisor-to",
            subject=party.name,
            object=issuer.name,
        )


def _in_house(party: Party, issuer: Party) -> bool:
    """Whether a name such as "Alder Corporate Communications" or "Marketing Alder" is a department of the issuer."""
    first = party.name.split()[0].casefold()
    own = party.name.casefold()
    return any(name.split()[0].casefold() == first or own.endswith(f" {name.casefold()}") for name in issuer.names)


def _stranger(context: Context, party: Party, span: Span) -> bool:
    """Whether a contact for the press or for investors is of a company that shares its first word with no other."""
    near = context.document.text[max(0, span.start - _LABEL_REACH) : span.end + _LABEL_REACH]
    if not _OUTSIDE.search(near) or not any(
        contact.company == party.name and contact.name for contact in context.persons.contacts
    ):
        return False
    first = party.name.split()[0].casefold().strip(",.")[:6]
    others = [name for other in context.parties if other is not party for name in other.names]
    return not any(name.casefold().startswith(first) for name in others)
