"""The sign of a figure's meaning, and whether it is told without something."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.extract.facts.line import Item, Line
from kg.extract.facts.linking import Link

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
