"""From a document's context to its claims: one module a kind, run in the order of their needs."""

from __future__ import annotations

from kg.context.context import Context
from kg.extract import events, facts, quotations
from kg.extract.companies import companies
from kg.extract.customers import customers
from kg.extract.people import people
from kg.extract.relations import relations
from kg.extract.sites import facilities, moves
from kg.model import Claim

# Events follow from people, customers, moves and facts; a company's role follows from all others.
_KINDS = (quotations, people, customers, facilities, moves, facts, events, relations, companies)


def extract(context: Context) -> tuple[Claim, ...]:
    """Every claim of a release, in the order of the text within each kind."""
    found: list[Claim] = []
    for kind in _KINDS:
        found.extend(kind.extract(context, tuple(found)))
    return tuple(found)
