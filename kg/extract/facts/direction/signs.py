"""The sign of a figure's meaning, and whether it is told without something."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.concepts.linking import Link
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

# "EBITDA was negative $1.3 million"
NEGATIVE = re.compile(r"\b(?:negative|minus)\s(?:\w+\s)?\(?$", re.IGNORECASE)
_LEAVES_OUT = re.compile(r"exclud|before|without", re.IGNORECASE)


def leaves_out(line: Line, linked: Link) -> bool:
    """Whether a figure is told without another concept: "net income excluding charges was"."""
    return linked.without or (
        linked.excluded is not None and _LEAVES_OUT.search(line.text[: linked.excluded.start]) is not None
    )


def turn(direction: int) -> int:
    """The sign of a change; upward where nothing tells."""
    return direction or 1


def figures(item: Item, upper: Item | None, sign: int) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The value, or the low and the high end, with the sign of their meaning."""
    value = item.amount.value
    if upper is None:
        return _signed(value, sign), None, None
    low, high = sorted((_signed(value, sign), _signed(upper.amount.value, sign)))
    return None, low, high


def _signed(value: Decimal, sign: int) -> Decimal:
    return -abs(value) if sign < 0 else value


_RESULTS = frozenset(("NetIncomeLoss", "OperatingIncomeLoss", "EBITDA", "IncomeBeforeTaxes", "EarningsPerShare"))
_LOSS = re.compile(r"\bloss(?:es)?\b", re.IGNORECASE)
_NO_LOSS = re.compile(r"income \(loss|earnings \(loss|or loss|before", re.IGNORECASE)
_BETTER = re.compile(r"\b(?:improv|better|favorabl|narrow)\w*\b[^;\ue004]{0,60}$")
# A loss with a name of its own: "valuation loss", "loss on the sale of bonds"; what an insurer or a bank reckons with is none.
_OWN_LOSS = re.compile(
    r"^(?!.*\b(?:allowance|unrealized|reserve|provision|credit|loan|insured|catastrophe|potential|expected|equity in)\b)(?:[\w'’-]+ ){1,4}loss(?:es)?(?: (?:on|from|of|in)\b.*)?$|^loss(?:es)? on\b",
    re.IGNORECASE,
)


def lost(line: Line, draft: Draft) -> Draft:
    """The draft with the sign of a loss: a loss that grows lowers the result, and a loss on something is negative."""
    if (
        draft.value is None
        or draft.item.kind != "money"
        or not _LOSS.search(draft.label)
        or _NO_LOSS.search(draft.label)
    ):
        return draft
    if draft.measure == "change" and draft.concept in _RESULTS:
        better = _BETTER.search(line.coded, max(0, draft.item.at - 90), draft.item.at)
        return replace(draft, value=abs(draft.value) if better else -draft.value)
    if draft.concept == "Other" and draft.measure == "level" and draft.value > 0 and _OWN_LOSS.match(draft.label):
        return replace(draft, value=-draft.value)
    return draft
