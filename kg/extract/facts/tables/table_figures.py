"""The figures of a table's cells in base units, with the sign of their meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.facts.tables.rows import RowConcept
from kg.extract.facts.tables.scales import Scale
from kg.extract.facts.tables.table_heads import TableHead
from kg.extract.facts.tables.table_rows import TableRow
from kg.model import Cell, Span
from kg.text.numbers import tidy
from kg.text.ranges import PrintedRange, read_range

_NUMBER = re.compile(
    r"^(?P<sign>[\s$€£¥(A-Z+-]*?)(?P<n>\d[\d,]*(?:\.\d+)?|\.\d+)\s?(?P<tail>[)%¢x*\s]*)(?:\(?[a-z\d]\)?)?$"
)
# Costs are positive, whether a statement prints them in brackets or not.
_EXPENSES = frozenset(
    (
        "CostOfRevenue", "OperatingExpenses", "ResearchAndDevelopmentExpense", "InterestExpense", "CapitalExpenditures",
        "SellingGeneralAndAdministrativeExpense",
    )
)  # fmt: skip
_FEW = 100_000_000  # shares: a larger number is printed in full
_MANY = 10_000  # shares printed with more digits than this are hardly in millions


@dataclass(frozen=True, slots=True)
class Figures:
    """The value of a cell, or the low and the high end of a range, and what is printed where."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    span: Span
    printed: str
    bound: str = ""  # " (approximately)": for the label


def stated(cell: Cell, line: RowConcept, scale: Scale, *, benefit: bool = False) -> Figures | None:
    """The figure of a cell that states what was; None for dashes, percentages and words."""
    value = value_of(cell.text, line, scale, benefit=benefit)
    return Figures(value, None, None, cell.span, cell.text) if value is not None else None


def expected(row: TableRow, head: TableHead, cell: Cell, scale: Scale) -> Figures | None:
    """The figure or range of an outlook's cell, or of the two cells that hold its ends; None for percentages and words."""
    last = next((one for one in row.cells if one.column == head.to), None)
    told = [read_range(one.text) for one in (cell, last) if one is not None]
    if any(one is None or one.percent for one in told) or (head.to is not None and last is None):
        return None
    low, high = told[0], told[-1]
    if low is None or high is None:
        return None
    ends = [_meant(low.low, low, row.line, scale)]
    if high is not low or low.high is not None:
        ends.append(_meant(high.high if high.high is not None else high.low, high, row.line, scale))
    span = Span(cell.span.start, (last or cell).span.end)
    printed = f"{cell.text} to {last.text}" if last is not None else cell.text
    if len(set(ends)) == 1:
        return Figures(ends[0], None, None, span, printed, f" ({low.bound})" if low.bound else "")
    return Figures(None, min(ends), max(ends), span, printed)


def _meant(figure: Decimal, printed: PrintedRange, line: RowConcept, scale: Scale) -> Decimal:
    """A printed figure in base units; a loss told without brackets is negative."""
    if line.unit == "shares" and not printed.scaled:
        figure = figure * scale.shares if figure < _FEW else figure
    elif line.unit == "money" and not printed.scaled:
        figure *= scale.money
    if line.concept in _EXPENSES:
        return tidy(abs(figure))
    return tidy(-figure if line.sign < 0 < figure else figure)


def value_of(text: str, line: RowConcept, scale: Scale, *, benefit: bool = False) -> Decimal | None:
    """The figure of a cell in base units; None for dashes, percentages and words."""
    match = _NUMBER.match(text.replace("\u2212", "-").strip())
    if match is None or "%" in match["tail"] or "x" in match["tail"]:
        return None
    value = Decimal(match["n"].replace(",", ""))
    if line.unit == "share":
        if "¢" in match["tail"]:
            value /= 100
        elif abs(value) >= 10_000:
            return None
    elif line.unit == "shares":
        value *= min(scale.shares, 1000 if value >= _MANY else scale.shares) if value < _FEW else 1
    else:
        value *= scale.money
    if line.concept in _EXPENSES or (line.concept == "IncomeTaxExpense" and not benefit):
        return tidy(value)
    if "(" in match["sign"] or "-" in match["sign"] or (line.sign < 0 and "(" not in text):
        value = -value
    return tidy(value)
