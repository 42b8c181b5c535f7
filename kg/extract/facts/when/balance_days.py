"""The day of a balance that its own sentence does not date: the last of the period whose results are told."""

from __future__ import annotations

import re

from kg.context.calendar import Resolved
from kg.context.fiscal import days_apart
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import PERIOD, VALUE, Item, Line
from kg.extract.facts.when.timing import Clock, Timed

# "ending the quarter with $2 million in cash"
_ENDING = re.compile(
    r"\b(?:end|clos|finish|exit)(?:ed|ing|s)?\s(?:the\s)?(?:quarter|year|period|half|\ue003[\ue100-\uf8ff])\s(?:with|at)\b[^.;]*$"
)


# "Founded in 2006 with $300 million in assets": at some time of that year.
BEGUN = re.compile(
    r"\b(?:[Ff]ounded|[Ee]stablished|[Ff]ormed|[Ii]ncorporated|[Ll]aunched|[Bb]egan|[Ss]tarted|[Oo]pened)\s(?:[\w-]+\s){0,2}(?:in\s)?$"
)


THEN = re.compile(rf"\s[(\[]{PERIOD}:?\s?{VALUE}[)\]]")  # "debt of EUR 3 million (30 June 2020: EUR 4 million)"


_RUNS = re.compile(r"\b(?:now|currently|today|manages|operates|oversees|has|employs|serves|holds|owns)\s")


def has_since(line: Line, period: Item, value: Item) -> bool:
    """Whether a period tells when a firm began that has a balance now: "Founded in 2015, Alder now manages $2 billion"."""
    began = BEGUN.search(line.coded, max(0, period.at - 60), period.at)
    return began is not None and _RUNS.search(line.coded, period.to, max(period.to, value.at)) is not None


_BALANCES = frozenset(
    (
        "Backlog",
        "CashAndCashEquivalents",
        "Assets",
        "Liabilities",
        "StockholdersEquity",
        "Deposits",
        "Loans",
        "Inventory",
        "AccountsReceivable",
    )
)


def at_end_of(draft: Draft, clock: Clock, *, future: bool) -> Resolved | None:
    """The last day of the period that a paragraph gives the results of, for the balances told among them."""
    now, issued = clock.current, clock.calendar.issued
    if future or not clock.stated or now is None or now.end is None or draft.concept not in _BALANCES:
        return None
    if draft.rule != "facts/prose-path" or now.span not in ("quarter", "half", "nine-months", "year"):
        return None
    return Resolved("instant", now.end) if issued is None or days_apart(now.end, issued) >= 0 else None


def at_close(line: Line, draft: Draft, clock: Clock) -> Timed | None:
    """The last day of the period that a sentence ends with a balance."""
    if clock.current is None or clock.current.end is None:
        return None
    ended = _ENDING.search(line.coded, max(0, draft.item.at - 120), draft.item.at)
    return Timed(Resolved("instant", clock.current.end, inferred=True), said=False) if ended else None
