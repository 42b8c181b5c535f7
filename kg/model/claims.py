"""Claims: what one release states, kind by kind, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kg.model.positions import Span
from kg.model.values import PartialDate, PlaceName


class Status(StrEnum):
    """Phase, modality and negation of something that happens, merged."""

    ACTUAL = "actual"
    IN_PROGRESS = "in-progress"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Confidence(StrEnum):
    """How a claim was read: everything explicit, one inference, or more."""

    EXPLICIT = "0.95"
    INFERRED = "0.85"
    WEAK = "0.70"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a claim: quote == text[span.start:span.end] of the document."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one release states. Organisations and people are named by their fullest form in the release."""

    evidence: tuple[Evidence, ...]
    rule: str  # "facts/prose-path": which rule read it
    confidence: Confidence = Confidence.EXPLICIT
    modality: Status = Status.ACTUAL
    speaker: str | None = None  # whose quoted words state it

    @property
    def negated(self) -> bool:
        """Whether the claim is that something is not so."""
        return self.modality is Status.DENIED


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyClaim(Claim):
    """An organisation plays a part in the release."""

    name: str
    names: tuple[str, ...]
    role: str
    ticker: str | None = None
    exchange: str | None = None
    cik: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClaim(Claim):
    """A person holds, takes or leaves one post, or is a press contact."""

    person: str
    title: str | None
    company: str | None
    position: str  # current | appointed | departing | former | deceased | nominated
    acting: bool = False
    date: PartialDate | None = None
    contact: bool = False
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerClaim(Claim):
    """A supplier has a customer, named or only described."""

    supplier: str
    customer: str
    described: bool
    relationship: str  # existing | new | expected | lost | denied
    count: int | None = None
    share: Decimal | None = None  # percent
    bound: str | None = None  # at-least | at-most; None: exact or about
    share_of: str | None = None  # revenue | receivables | backlog | orders | other
    rank: str | None = None  # "largest", as printed
    period: str | None = None  # as printed
    product: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityClaim(Claim):
    """A site that the release speaks of."""

    operator: str
    type: str
    name: str | None = None
    place: PlaceName = field(default_factory=PlaceName)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveClaim(Claim):
    """What happens to a facility. The actor need not be the issuer."""

    kind: str
    company: str
    described: bool = False  # the actor is known only by a description
    what: str | None = None
    origin: str | None = None  # place or site, as printed
    destination: str | None = None
    date: PartialDate | None = None
    when: str | None = None  # timing words as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class FactClaim(Claim):
    """A number with a meaning. Value or low and high; base units; sign by meaning."""

    concept: str
    label: str
    company: str | None
    unit: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    period: str  # instant | quarter | half | nine-months | year | month | week | other
    start: PartialDate | None = None
    end: PartialDate | None = None
    period_text: str | None = None  # as printed
    period_inferred: bool = False
    scope: str = "total"
    basis: str = "gaap"
    shares: str | None = None
    kind: str = "actual"
    measure: str = "level"
    place: str  # prose | table
    printed: str


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """A party's part in an event."""

    role: str
    name: str
    described: bool = False  # known only by a description


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Claim):
    """Something that happens to or through a company, as one release states it."""

    type: str
    participants: tuple[Participant, ...]
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationClaim(Claim):
    """A lasting tie between two organisations, other than supplier and customer."""

    relation: str
    subject: str
    object: str
    tie: str = "existing"  # existing | expected | former


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationClaim(Claim):
    """Quoted speech; the evidence holds one span per stretch, marks left out; text joins them by a blank."""

    text: str
    said_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Claim):
    """Statements of one release that cannot all hold; both stay, this names the contradiction."""

    note: str
