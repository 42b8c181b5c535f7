"""The rows of a table that state listed lines, with the headings over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.facts.tables.rows import RowConcept, plain_label, row_concept
from kg.model import Cell, Table

DEPENDENT = re.compile(
    r"^[\s–—-]*(?:basic|diluted|fully diluted|primary|assuming dilution|basic and diluted|basic & diluted)\b",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?P<whole>\d[\d,]*|(?=\.\d))(?:\.(?P<places>\d+))?")
_MOST = 5  # digits before the point that an amount per share has at most


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that counts: its label, the headings over it, and its line."""

    label: Cell
    cells: tuple[Cell, ...]
    sections: tuple[str, ...]
    line: RowConcept
    under: str = ""  # the row or heading that a label such as "Diluted" or "Total" completes


def table_rows(table: Table) -> Iterator[TableRow]:
    """The listed lines of a table with the headings they stand under."""
    stack: list[tuple[int, str]] = []
    after_heading = False
    alone: list[str] = []
    total = _balance(table)
    for number in range(table.heads, len(table.rows)):
        row = table.rows[number]
        label = row[0] if row and row[0].column == 0 else None
        values = [cell for cell in row if cell.column > 0]
        if label is None:
            if number == total:
                yield _unlabelled_total(row)
            continue
        if not values:
            _push(stack, label, after_heading=after_heading)
            after_heading = True
            continue
        after_heading = False
        while stack and label.indent < stack[-1][0]:
            stack.pop()
        sections = tuple(text for _, text in stack)
        places = _places(values)
        line = row_concept(label.text, sections, places=places)
        if line is None and stack and _is_total(label.text):
            line = row_concept(f"total {stack[-1][1]}", sections, places=places)
        if line is None and stack and _only_line(table, number) and not DEPENDENT.match(label.text):
            line = row_concept(stack[-1][1], ())
            line = line if line and line.concept == "Revenues" else None
        lent = line is None and _per_share_child(label.text, alone)
        if lent:
            line = row_concept(label.text, (*sections, *alone[-1:]), places=places)
        alone = [label.text] if line is None or not DEPENDENT.match(label.text) else alone
        if line is not None:
            under = (alone if lent else sections)[-1:]
            lacking = _completed(label.text) or _is_total(label.text)
            yield TableRow(label, row, sections, line, "".join(under) if lacking else "")


def _places(values: list[Cell]) -> int:
    """How many decimal places the figures of a row have; 0 where one is too large for an amount per share."""
    told = [match for cell in values if "%" not in cell.text and (match := _PRINTED.search(cell.text))]
    if any(len(match["whole"].replace(",", "")) >= _MOST for match in told):
        return 0
    return max((2 if "¢" in match.string else len(match["places"] or "") for match in told), default=0)


def _balance(table: Table) -> int | None:
    """The unlabelled row that sums the assets: the one whose figures stand again, unlabelled, under the liabilities."""
    bare = [
        (number, tuple(cell.text.strip("$ ") for cell in row))
        for number, row in enumerate(table.rows)
        if number >= table.heads and row and row[0].column > 0 and any(map(str.isdigit, row[0].text))
    ]
    if len(bare) < 2:
        return None
    last, figures = bare[-1]
    first = next(number for number, other in bare if other == figures)
    between = " ".join(row[0].text for row in table.rows[first:last] if row and row[0].column == 0)
    return first if first < last and re.search(r"\bliabilities\b", between, re.IGNORECASE) else None


def _unlabelled_total(row: tuple[Cell, ...]) -> TableRow:
    line = row_concept("total assets", ())
    assert line is not None
    return TableRow(replace(row[0], text="Total assets"), row, (), line)


def _is_total(label: str) -> bool:
    """Whether a label says no more than that its row is the sum of those under one heading."""
    return plain_label(label) in ("total", "totals", "consolidated", "consolidated total", "total consolidated")


def _completed(label: str) -> bool:
    """Whether a label needs the words over it: "Diluted", not "Diluted earnings per share"."""
    return DEPENDENT.match(label) is not None and row_concept(label, ()) is None


def _per_share_child(label: str, before: list[str]) -> bool:
    return bool(before) and DEPENDENT.match(label) is not None


def _push(stack: list[tuple[int, str]], label: Cell, *, after_heading: bool) -> None:
    """Put a heading on the stack: beside the last one, or under it where it narrows it."""
    text = label.text
    if DEPENDENT.match(text):
        while stack and DEPENDENT.match(stack[-1][1]):
            stack.pop()
        stack.append((label.indent, text))
        return
    while stack and label.indent <= stack[-1][0]:
        if (
            after_heading
            and label.indent == stack[-1][0]
            and len(stack) < 2
            and stack[-1][1].isupper() != text.isupper()
        ):
            break
        stack.pop()
    stack.append((label.indent, text))


def _only_line(table: Table, number: int) -> bool:
    """Whether a row is the only one under its heading."""
    before = table.rows[number - 1] if number > table.heads else ()
    after = table.rows[number + 1] if number + 1 < len(table.rows) else ()
    headed = len(before) == 1 and before[0].column == 0
    closed = len(after) == 1 and after[0].column == 0
    return headed and closed


def section_shares(row: TableRow) -> str | None:
    """Basic or diluted from a per-share line's own words, else from the heading over it."""
    if row.line.concept != "EarningsPerShare":
        return None
    for words in (row.label.text, *row.sections[-1:]):
        plain = plain_label(words)
        basic, diluted = "basic" in plain, "dilut" in plain and "before dilution" not in plain
        if basic != diluted:
            return "basic" if basic else "diluted"
        if basic:
            return None
    return None
