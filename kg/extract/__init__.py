"""From a document's context to its claims: one module a kind, run in the order of their needs."""

from __future__ import annotations

from kg.context.context import Context
from kg.extract import companies, customers, events, facilities, facts, moves, people, quotations, relations
from kg.model import Claim

# Events follow from people, customers, moves and facts; a company's role follows from all others.
_KINDS = (quotations, people, customers, facilities, moves, facts, events, relations, companies)


def extract(context: Context) -> tuple[Claim, ...]:
    """Every claim of a release, in the order of the text within each kind."""
    found: list[Claim] = []
    for kind in _KINDS:
        found.extend(kind.extract(context, tuple(found)))
    return tuple(found)
