"""Ties between organisations that last: ownership, alliances, lending, advice, listing, brands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract.brands import brands
from kg.extract.ties import load_ties
from kg.model import (
    Amount,
    BlockKind,
    Claim,
    Confidence,
    EventClaim,
    Evidence,
    Mention,
    MentionKind,
    Party,
    RelationClaim,
    Sentence,
    Span,
    Status,
)
from kg.text.patterns import Match

_EXPECTED = re.compile(
    r"\b(?:will|would|plans? to|intends? to|expects? to|agreed to|proposed|has applied|to become|letter of intent)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(r"\b(?:former|formerly|was|were|previously|once|until recently)\b", re.IGNORECASE)
# Denied or only possible: no tie to record.
_DENIED = re.compile(
    r"\b(?:may|might|could|would|seek\w*|explor\w+|potential|possible|discuss\w*|negotiat\w+|consider\w*|if)\b|\b(?:not|no longer|never|neither|terminated?|ended)\b",
    re.IGNORECASE,
)
_MUTUAL = ("partner-of", "competitor-of")
_ALLIED = re.compile(
    r"partner|allian|collaborat|joint venture|team(?:s|ed|ing)? up|join(?:s|ed)? forces", re.IGNORECASE
)
_CONTROL = re.compile(r"\b(?:majority|controlling) (?:stake|interest|ownership)", re.IGNORECASE)
_HALF, _WHOLE = 50, 100  # percent of an organisation
_WIDEST_LISTING = 160  # characters between a name and its ticker in one parenthesis or sentence
_ADVISER = re.compile(r"advis|counsel|agent|audit|manager|underwrit|account|bank|consult", re.IGNORECASE)
_AGENCY = re.compile(
    r"\b(?:Communications|Relations|Advisors|Advisers|Associates|Assoc\.?|Partners|Consulting|PR|IR|Public|"
    r"Investor|Media|Strategies|Group|Marketing|Counsel|Comm\w*|Advisory|Agency|Ink|Hill)\b",
    re.IGNORECASE,
)


def extract(context: Context, found: Sequence[Claim]) -> list[RelationClaim]:
    """Each tie once, with the words that state it best."""
    claims: dict[tuple[str, str, str], RelationClaim] = {}
    told = (*_listings(context), *_stated(context), *brands(context), *_contact_agencies(context))
    for claim in (*told, *_partnerships(found)):
        if claim.relation in _MUTUAL and (claim.relation, claim.object, claim.subject) in claims:
            continue
        claims.setdefault((claim.relation, claim.subject, claim.object), claim)
    return list(claims.values())


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
                if other.role == "counterparty" and not other.described and other.name != owner:
                    yield RelationClaim(
                        evidence=event.evidence,
                        rule="relations/partnership-event",
                        confidence=Confidence.INFERRED,
                        speaker=event.speaker,
                        relation="partner-of",
                        subject=owner,
                        object=other.name,
                    )


def _listings(context: Context) -> Iterator[RelationClaim]:
    for party in context.parties:
        if party.nature == "exchange":
            continue
        listings = party.listings or (((party.exchange, party.ticker),) if party.exchange else ())
        for exchange, ticker in listings:
            yield RelationClaim(
                evidence=(_listing_words(context, party, ticker or exchange),),
                rule="relations/listed-on",
                relation="listed-on",
                subject=party.name,
                object=exchange,
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


def _stated(context: Context) -> Iterator[RelationClaim]:
    rules = load_ties()
    for sentence in context.document.sentences:
        if sentence.kind is BlockKind.CONTACT:
            continue
        if not rules.may_match(context.words(sentence)):
            continue
        annotated = context.annotated(sentence)
        for match in rules.matches(annotated):
            yield from _claims(context, sentence, match)


def _claims(context: Context, sentence: Sentence, match: Match) -> Iterator[RelationClaim]:
    post = match.mention("post")
    if post is not None and not _ADVISER.search(post.text):
        return
    fields = match.rule.fields
    subjects = _parties(context, sentence, match, str(fields["subject"]))
    objects = _parties(context, sentence, match, str(fields["object"]))
    tie = _tie(match, str(fields.get("tie", "")))
    if tie is None or "general partner of" in match.found[0].lower():  # a stake in the partner, not in the partnership
        return
    relation = str(fields["relation"])
    if relation == "investor-in" and _majority(match):
        relation, subjects, objects = "subsidiary-of", objects, subjects
    for subject in subjects:
        for other in _kin(match, subject, objects):
            if subject.name == other.name or "exchange" in (subject.nature, other.nature):
                continue
            yield RelationClaim(
                evidence=(context.evidence(sentence, match.start, match.end),),
                rule=match.rule.name,
                confidence=Confidence.EXPLICIT if "{" in str(fields["subject"]) else Confidence.INFERRED,
                speaker=context.speaker_at(sentence.passage.origin(match.start)),
                relation=relation,
                subject=subject.name,
                object=other.name,
                tie=tie,
            )


def _majority(match: Match) -> bool:
    """Whether a stake is more than half, and its holder a parent."""
    if _CONTROL.search(match.found[0]):
        return True
    inside = [m for m in match.annotated.mentions if match.start <= m.start and m.end <= match.end]
    shares = [m.value.value for m in inside if m.kind is MentionKind.PERCENT and isinstance(m.value, Amount)]
    return len(shares) == 1 and shares[0] is not None and _HALF < shares[0] <= _WHOLE


def _tie(match: Match, fixed: str) -> str | None:
    if fixed:
        return fixed
    words = match.annotated.coded[match.found.start() : match.found.end()]
    if _DENIED.search(words):
        return None
    if _EXPECTED.search(words):
        return "expected"
    return "former" if _FORMER.search(words) else "existing"


def _parties(context: Context, sentence: Sentence, match: Match, slot: str) -> list[Party]:
    """The parties of a named slot, those of a list group, or whoever "home" is at the place."""
    home = context.we_at(sentence.passage.origin(match.start))
    if slot == "home":
        return [home] if home else []
    if slot == "owner" and match.mention("owner") is None:
        own = _nearest_before(match) if match.found[0].lower().startswith("its") else home
        return [own] if own else [home] if home else []
    mention = match.mention(slot)
    if mention is not None:
        return _party(mention)
    if slot not in match.found.groupdict() or match.found[slot] is None:
        return []
    start, end = match.bounds(slot)
    inside = [m for m in match.annotated.mentions if start <= m.start and m.end <= end]
    return [party for mention in inside for party in _party(mention)]


def _kin(match: Match, subject: Party, owners: list[Party]) -> list[Party]:
    """The owners that "its" can mean; one that bears the subsidiary's first word wins over a nearer name."""
    if not match.rule.name.endswith("subsidiary-its"):
        return owners
    first = subject.name.split()[0].lower()
    named = [m.value for m in match.annotated.mentions if m.end <= match.start and isinstance(m.value, Party)]
    akin = [party for party in named if party.name != subject.name and party.name.split()[0].lower() == first]
    return akin[-1:] or owners


def _nearest_before(match: Match) -> Party | None:
    """Whom "its" means: the organisation named last before it in the sentence."""
    before = [m.value for m in match.annotated.mentions if m.end <= match.start and isinstance(m.value, Party)]
    return before[-1] if before else None


def _party(mention: Mention) -> list[Party]:
    return [mention.value] if isinstance(mention.value, Party) else []


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
        if not any(_AGENCY.search(name) for name in party.names) or _in_house(party, issuer):
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
    """Whether a name such as "Alder Corporate Communications" is a department of the issuer."""
    first = party.name.split()[0].casefold()
    return any(name.split()[0].casefold() == first for name in issuer.names)
