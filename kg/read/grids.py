"""One grid for every table: pieces with positions become rows of cells in numbered columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Cell, Span, Table
from kg.text.dates import MONTH_NAME
from kg.text.ranges import is_estimate

_NIL = r"(?:[-\u2010-\u2015]{1,4}|n\.?/?[am]\.?|nm|nil|\*{1,3})"
_VALUE = re.compile(
    r"[<>~]?\s?[-+\u2010-\u2015\u2212]?\s?(?:US|CDN|Cdn|C|A|HK|NT|S|R|RM)?[$\u20ac\u00a3\u00a5]?\s{0,6}"
    r"[(\[]?\s?[-+\u2010-\u2015\u2212]?[$\u20ac\u00a3\u00a5]?\s{0,6}"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|\.|\s?\d/\d{1,2})?\s?(?:[)\]]|\s%\))?\s?(?:%|\u00a2|x|X|bps?|pts?\.?|pp|[MBK])?\s?\)?"
    r"(?:\s?\([a-zA-Z0-9]{1,2}\)|\s?[*\u2020\u2021]{1,3}|\s[a-z0-9])?$"
)
_NOTHING = re.compile(rf"[$(]?\s{{0,8}}{_NIL}\s?[)%]{{0,2}}$", re.IGNORECASE)
_YEAR = re.compile(r"(?:FY\s?)?[\u2019']?(?:19|20)\d\d[EAP]?\s?(?:\(\w{1,2}\)|\*{0,3})$")
_OPENING = re.compile(r"(?:US|C|A|HK)?[$\u20ac\u00a3\u00a5]?\s?[(\[]?[$\u20ac\u00a3\u00a5]?$|[-\u2013]?\$$")
_CLOSING = re.compile(r"[)\]%]{1,2}$|(?:bps|x|pts?\.?|pp|\u00a2)\)?$")
_PERIOD = re.compile(
    rf"\b(?:ended|ending|months?|weeks?|years?|quarters?|(?:19|20)\d\d)\b|^(?:{MONTH_NAME})\.? \d{{1,2}},?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:assets|liabilities|(?:net )?(?:revenues?|sales)|income|expenses|costs?|operations|earnings|equity|(?:share|stock)holders)\b"
    r"(?!.*(?:ended|months|statement|\())",
    re.IGNORECASE,
)
# What a centred title says, which can stand over the columns of a narrow table.
_TITLE = re.compile(
    r"\b(?:statements?|summary|highlights|balance sheets?|reconciliations?|results|data|information)\b"
    r"|^\(?(?:\S+\s){0,4}(?:thousands|millions|except|omitted|unaudited)\b"
    r"|\b(?:inc|corp|corporation|co|company|ltd|limited|plc|l\.?p|llc|trust|bancorp|group|holdings|subsidiar(?:y|ies))\.?\)?$",
    re.IGNORECASE,
)
_SLACK = 4  # columns of print: how far the right edges of one column's values may differ


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell before its column is known: its text, canonical range, and where it stands across."""

    text: str
    start: int
    end: int
    left: int
    right: int
    indent: int = 0


def is_value(text: str) -> bool:
    """Whether a cell holds a number, the two ends of a range, or a mark for none."""
    if _NOTHING.match(text):
        return True
    if not any(map(str.isdigit, text)):
        return False
    return (len(text) < 40 and _VALUE.match(text) is not None) or is_estimate(text)


def is_year(text: str) -> bool:
    """Whether a cell holds a bare year, as heads do."""
    return _YEAR.match(text) is not None


def opens_value(text: str) -> bool:
    """Whether a cell is a currency sign or bracket that belongs to the next one."""
    return bool(text) and _OPENING.match(text) is not None


def closes_value(text: str, value: str) -> bool:
    """Whether a cell is a bracket or sign that belongs to the value before it; a percent sign behind a year heads a column."""
    return _CLOSING.match(text) is not None and is_value(value) and not (is_year(value) and "%" in text)


def is_data(row: list[Piece]) -> bool:
    """Whether a row holds values, not only what heads columns."""
    values = [piece for piece in row if is_value(piece.text)]
    if not values or (len(values) == 1 and values[0] is row[0] and len(row) > 1):
        return False
    real = [piece for piece in values if not is_year(piece.text)]
    if not real:
        return len(row) > len(values) and _labels(row[0].text) and row[0] not in values and len(values) == 1
    if row[0] not in values:
        return True
    return len(real) > 1 or len(real) == len(values) or not is_year(row[0].text) or len(row) > 1


def _labels(text: str) -> bool:
    return text[:1].isalpha() and "in " not in text.lower() and "end" not in text.lower()


def build(number: int, rows: list[list[Piece]], before: tuple[str, ...], *, printed: bool) -> Table | None:
    """The table that the rows make; None when no row holds values. `printed`: positions are print columns."""
    rows = [row for row in rows if row]
    heads = next((at for at, row in enumerate(rows) if is_data(row)), len(rows))
    if heads == len(rows):
        return None
    while heads and _is_section(rows[heads - 1], rows[heads]):
        heads -= 1  # the label over the first data rows is their section
    edge = min(row[0].left for row in rows[heads:]) + (1 if printed else 0)
    bands = _bands([_values(row, edge) for row in rows[heads:]], printed=printed)
    titles = 0
    while titles < heads and len(rows[titles]) == 1 and _is_title(rows[titles][0], bands):
        titles += 1
    told = tuple(row[0].text for row in rows[:titles]) + _aside(rows[titles:heads], edge, bands[0][0])
    found: list[tuple[Cell, ...]] = []
    for at, row in enumerate(rows[titles:]):
        make = _head_cells if at + titles < heads else _data_cells
        found.append(tuple(make(row, bands, edge, at)))
    spans = [piece for row in rows for piece in row]
    span = Span(min(piece.start for piece in spans), max(piece.end for piece in spans))
    return Table(number, span, tuple(found), heads - titles, before + told)


def _aside(heads: list[list[Piece]], edge: int, first: int) -> tuple[str, ...]:
    """What stands beside the heads, over the labels: "(in thousands)"; a bracket left open is closed."""
    found: list[str] = []
    for row in heads:
        if _is_aside(row, edge, first):
            if found and found[-1].count("(") > found[-1].count(")"):
                found[-1] += f" {row[0].text}"
            else:
                found.append(row[0].text)
    return tuple(found)


def _is_aside(row: list[Piece], edge: int, first: int) -> bool:
    """Whether a row of the heads begins with a cell over the labels."""
    return row[0].left <= edge and (row[0].right <= first + 1 or len(row) == 1)


def _is_section(row: list[Piece], following: list[Piece]) -> bool:
    """Whether a row of one label belongs to the data row under it, not to the heads."""
    text = row[0].text
    if len(row) == 1 and _SECTION.match(text) and not any(map(str.isdigit, text)):
        return True
    if len(row) == 1 and (text.endswith(":") or text.isupper()) and not any(map(str.isdigit, text)):
        return "ended" not in text.lower() and "months" not in text.lower()
    return (
        len(row) == 1
        and row[0].left <= following[0].left + 1
        and row[0].right <= max(following[0].right, following[-1].left)
        and not row[0].text.startswith("(")
        and not is_value(row[0].text)
        and row[0].text[:1].isalpha()
    )


def _is_title(piece: Piece, bands: list[tuple[int, int]]) -> bool:
    """Whether a line alone over a table titles it: it begins over the labels, or names a statement, its units, a company."""
    if is_year(piece.text):
        return False
    return piece.left < bands[0][0] or (_TITLE.search(piece.text) is not None and not _PERIOD.search(piece.text))


def _values(row: list[Piece], edge: int) -> list[Piece]:
    """The cells of a data row without its label."""
    return row[1:] if _has_label(row, edge) else row


def _has_label(row: list[Piece], edge: int) -> bool:
    first = row[0]
    if not is_value(first.text):
        return True
    return len(row) > 1 and first.left <= edge


def _bands(rows: list[list[Piece]], *, printed: bool) -> list[tuple[int, int]]:
    """The columns as (left, right), from left to right: rows with most cells decide first."""
    bands: list[list[int]] = []
    for row in sorted(rows, key=len, reverse=True):
        taken: set[int] = set()
        for piece in row:
            if not printed or is_value(piece.text):
                at = _band_of(piece, bands, taken, printed=printed)
                if at is None:
                    bands.append([piece.left, piece.right])
                    taken.add(len(bands) - 1)
                else:
                    taken.add(at)
                    if not printed:
                        bands[at] = [min(bands[at][0], piece.left), max(bands[at][1], piece.right)]
    return [(low, high) for low, high in sorted(bands)] or [(1, 2)]


def _band_of(piece: Piece, bands: list[list[int]], taken: set[int], *, printed: bool) -> int | None:
    best: tuple[int, int] | None = None
    for at, (low, high) in enumerate(bands):
        if at in taken:
            continue
        shared = min(piece.right, high) - max(piece.left, low)
        apart = abs(piece.right - high)
        if shared > 0 or (printed and apart <= _SLACK):
            rank = (apart, at)
            if best is None or rank < best:
                best = rank
    return best[1] if best else None


def _data_cells(row: list[Piece], bands: list[tuple[int, int]], edge: int, at: int) -> list[Cell]:
    cells: list[Cell] = []
    rest = row
    if _has_label(row, edge):
        cells.append(_cell(row[0], at, 0, 1))
        rest = row[1:]
    column = 0
    for piece in rest:
        choices = range(column, len(bands))
        if not choices:
            break
        best = min(choices, key=lambda each: _apart(piece, bands[each]))
        cells.append(_cell(piece, at, best + 1, 1))
        column = best + 1
    return cells


def _apart(piece: Piece, band: tuple[int, int]) -> tuple[int, int]:
    shared = min(piece.right, band[1]) - max(piece.left, band[0])
    return (-min(shared, 1), abs(piece.right - band[1]))


def _head_cells(row: list[Piece], bands: list[tuple[int, int]], edge: int, at: int) -> list[Cell]:
    cells: list[Cell] = []
    rest = row
    if _is_aside(row, edge, bands[0][0]):
        cells.append(_cell(row[0], at, 0, 1))
        rest = row[1:]
    shares = _shares(rest, bands)
    column = 0
    for piece, (low, high) in zip(rest, shares, strict=True):
        first = max(low, column)
        if first <= high:
            cells.append(_cell(piece, at, first + 1, high - first + 1))
            column = high + 1
    return cells


def _shares(heads: list[Piece], bands: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each head the first and last band it stands over."""
    count = len(heads)
    alone = count == 1 and not (_PERIOD.search(heads[0].text) and _is_middle(heads[0], bands))
    size = len(bands) // count if count else 0
    if count and len(bands) % count == 0 and not alone and not _each_over_one(heads, bands, size):
        groups = [(bands[k * size][0], bands[k * size + size - 1][1]) for k in range(count)]
        if all(
            low - _SLACK <= (head.left + head.right) // 2 <= high + _SLACK
            for head, (low, high) in zip(heads, groups, strict=True)
        ):
            return [(k * size, k * size + size - 1) for k in range(count)]
    found: list[tuple[int, int]] = []
    for head in heads:
        over = [k for k, band in enumerate(bands) if head.left < band[1] and band[0] < head.right]
        if not over:
            over = [min(range(len(bands)), key=lambda k: abs(sum(bands[k]) - head.left - head.right))]
        found.append((over[0], over[-1]))
    return found


def _each_over_one(heads: list[Piece], bands: list[tuple[int, int]], size: int) -> bool:
    """Whether every head stands over a single band of its group, nearer to that band's middle than to the group's.

    A date or period heads a group, wherever it stands.
    """
    if any(_PERIOD.search(head.text) or any(map(str.isdigit, head.text)) for head in heads):
        return False
    for at, head in enumerate(heads):
        group = bands[at * size : at * size + size]
        over = [band for band in group if head.left < band[1] and band[0] < head.right]
        apart = abs(head.left + head.right - group[0][0] - group[-1][1])
        if size < 2 or len(over) != 1 or abs(head.left + head.right - sum(over[0])) >= apart:
            return False
    return True


def _is_middle(head: Piece, bands: list[tuple[int, int]]) -> bool:
    """Whether a head stands over the middle of all columns."""
    low, high = bands[0][0], bands[-1][1]
    return abs(head.left + head.right - low - high) * 2 <= high - low + 2 * _SLACK


def _cell(piece: Piece, row: int, column: int, width: int) -> Cell:
    return Cell(piece.text, Span(piece.start, piece.end), row, column, width, piece.indent)
