"""Tables that gave no fact, each with the reason: a table is either read or named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.context.columns import bands, captions
from kg.context.context import Context
from kg.extract.facts.tables.table_heads import table_heads
from kg.extract.facts.tables.table_rows import table_rows
from kg.model import BlockKind, Claim, FactClaim, Span, Table


@dataclass(frozen=True, slots=True)
class UnreadTable:
    """A table of the release, and why none of its figures became a fact."""

    span: Span
    reason: str


def unread_tables(context: Context, claims: Sequence[Claim]) -> Iterator[UnreadTable]:
    """The tables that no table fact quotes, in the order of the text."""
    quoted = [
        piece.span
        for claim in claims
        if isinstance(claim, FactClaim) and claim.place == "table"
        for piece in claim.evidence
    ]
    legal = [block.span for block in context.document.blocks if block.kind is BlockKind.BOILERPLATE]
    for table in context.document.tables:
        if any(table.span.overlaps(span) for span in quoted):
            continue
        yield UnreadTable(table.span, _reason(context, table, legal))


def _reason(context: Context, table: Table, legal: Sequence[Span]) -> str:
    if any(span.overlaps(table.span) for span in legal):
        return "it stands in legal wording"
    if not any(character.isdigit() for row in table.rows for cell in row[1:] for character in cell.text):
        return "it holds words only"
    parts = [part for part in bands(table) if any(True for _ in table_rows(part))]
    if not parts:
        return "none of its lines is in the lexicon"
    if not any(
        table_heads(context, part, captions(part), balance=balance) for part in parts for balance in (True, False)
    ):
        return "no column head tells a period"
    return "its figures stand in another table too, or say nothing certain"
