"""Financial facts: figures with a meaning, from prose and from tables."""

from __future__ import annotations

from collections.abc import Sequence

from kg.context.context import Context
from kg.extract.facts.checked.reconcile import reconcile
from kg.extract.facts.checked.relative_days import day_discrepancies
from kg.extract.facts.claimed.currencies import in_currency, plain_dollar
from kg.extract.facts.claimed.customer_shares import shares_told
from kg.extract.facts.prose import prose_facts
from kg.extract.facts.tables.tables import table_facts
from kg.model import Claim, Discrepancy, FactClaim


def extract(context: Context, found: Sequence[Claim]) -> list[FactClaim | Discrepancy]:
    """The facts of a release, and the contradictions between them."""
    dollar = plain_dollar(context)
    prose = in_currency(prose_facts(context, shares_told(found)), dollar)
    return [*reconcile(context, prose, table_facts(context, prose, dollar)), *day_discrepancies(context)]
