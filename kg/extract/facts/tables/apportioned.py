"""Rows that tell how one expense is spread over the lines of a statement, and are none of these lines themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.facts.tables.table_rows import TableRow
from kg.model import Cell, Table

_ITEM = (
    r"(?:(?:stock|share|equity)[\s-]*(?:based\s)?(?:compensation|payments?)|amortization|depreciation|restructuring|severance|"
    r"(?:acquisition|merger|integration)[\s-]related|(?:acquisition|merger|integration)\s(?:costs|expenses|charges))"
)
_TOTAL = re.compile(rf"^\W*total\s(?:\S+\s){{0,3}}?{_ITEM}\b", re.IGNORECASE)
_SPREAD = re.compile(
    rf"\b{_ITEM}\b[^.]{{0,120}}\b(?:includ\w+|as follows|follow\w*|allocat\w+|recorded|recognized|categor\w+|line items?|by function)\b"
    rf"|\b(?:includ\w+|following)\b[^.]{{0,60}}\b{_ITEM}\b[^.]{{0,60}}:?$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^\W*(?:\(\w\)\s*)?{_ITEM}(?:\s(?:expenses?|charges?|costs?))?(?:\sby\s\w+)?\W*$", re.IGNORECASE)
_LONGEST = 250  # characters: a caption
_SPENT = frozenset(
    ("CostOfRevenue", "ResearchAndDevelopmentExpense", "SellingGeneralAndAdministrativeExpense", "OperatingExpenses")
)


def whole_lines(table: Table, rows: Sequence[TableRow]) -> list[TableRow]:
    """The rows without those that tell what of a line is compensation in stock, amortization or the like."""
    if any(len(line) < _LONGEST and (_SPREAD.search(line) or _ALONE.match(line)) for line in table.before[-2:]):
        return [row for row in rows if row.line.concept not in _SPENT]
    parts = _parts(table)
    return [row for row in rows if row.line.concept not in _SPENT or row.label not in parts]


def _parts(table: Table) -> set[Cell]:
    """The labels under a heading of an expense that is so spread, and those over the total of one."""
    found: set[Cell] = set()
    group: list[Cell] = []
    spread = False
    for row in table.rows[table.heads :]:
        label = row[0] if row and row[0].column == 0 else None
        if label is None or len(row) == 1:
            group, spread = (
                [],
                label is not None and (_ALONE.match(label.text) or _SPREAD.search(label.text)) is not None,
            )
        elif label.text.lower().startswith("total"):
            found |= set(group) if _TOTAL.match(label.text) else set()
            group, spread = [], False
        else:
            group.append(label)
            found |= {label} if spread else set()
    return found
