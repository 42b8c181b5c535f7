"""The heads of a table's columns, put together from the rows that head them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Cell, Table

_VALUE = re.compile(r"^[\s$€£¥(+-]*(?:[A-Z]{1,3}\$?\s?)?[(\s-]*(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s?\)?\s?(?:%|¢|x)?\s?\)?\s?(?:\*+|\([a-z\d]\)|[a-z])?$")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?\(?[a-z*\d]\)?|\*)?$")
_RULE = re.compile(r"^[\s_=*.-]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds values: the grid column it starts at, and its head from top to bottom."""

    at: int
    head: str


def is_value(text: str) -> bool:
    """Whether a cell prints a number (a year alone counts as one)."""
    return _VALUE.match(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell prints nothing but a year."""
    return _YEAR.match(text) is not None


def columns(table: Table) -> list[Column]:
    """The value columns of a table, from left to right."""
    widths: dict[int, int] = {}
    for row in table.rows[table.heads :]:
        for cell in row:
            if cell.column > 0 and (is_value(cell.text) or _RULE.match(cell.text)):
                widths[cell.column] = max(widths.get(cell.column, 1), cell.width)
    heads = table.rows[: table.heads]
    return [Column(at, _head(heads, at, at + widths[at])) for at in sorted(widths)]


def _head(heads: tuple[tuple[Cell, ...], ...], start: int, end: int) -> str:
    parts: list[str] = []
    for row in heads:
        for cell in row:
            spans = cell.column < end and start < cell.column + cell.width
            if spans and cell.column + cell.width > 1 and not _RULE.match(cell.text):
                parts.append(cell.text)
    return " ".join(" ".join(parts).split())


def captions(table: Table) -> list[str]:
    """What stands over and beside the heads: the lines before the table, then the heads' first column."""
    lines = list(table.before)
    for row in table.rows[: table.heads]:
        lines += [cell.text for cell in row if cell.column == 0]
    return lines
