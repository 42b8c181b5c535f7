"""The core types: what is read, what is mentioned, what is claimed.

Everything is frozen and slotted. Positions are code points, spans are half open, and every span of a
document counts in its canonical text (LF line ends). Unknown is None; precision is never invented.
"""

from kg.model.claims import (
    Claim,
    CompanyClaim,
    Confidence,
    CustomerClaim,
    Discrepancy,
    EventClaim,
    Evidence,
    FacilityClaim,
    FactClaim,
    MoveClaim,
    Participant,
    PersonClaim,
    QuotationClaim,
    RelationClaim,
    Status,
)
from kg.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Header,
    Sentence,
    Table,
)
from kg.model.positions import (
    Passage,
    Span,
)
from kg.model.values import (
    Amount,
    Mention,
    MentionKind,
    PartialDate,
    Party,
    PlaceName,
)

__all__ = [
    "Amount",
    "Block",
    "BlockKind",
    "Cell",
    "Claim",
    "CompanyClaim",
    "Confidence",
    "CustomerClaim",
    "Discrepancy",
    "Document",
    "EventClaim",
    "Evidence",
    "FacilityClaim",
    "FactClaim",
    "Header",
    "Mention",
    "MentionKind",
    "MoveClaim",
    "PartialDate",
    "Participant",
    "Party",
    "Passage",
    "PersonClaim",
    "PlaceName",
    "QuotationClaim",
    "RelationClaim",
    "Sentence",
    "Span",
    "Status",
    "Table",
]
