"""Tables of web pages: the grid that rows and spans make, its split cells joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from kg.read.grids import Piece, closes_value, is_data, is_value, opens_value
from kg.read.page import children, indent, is_hidden

_SPAN_LIMIT = 200  # columns or rows: what a span attribute may claim
_CELL_LIMIT = 20_000  # cells: a larger table is read as text
_MARKS = frozenset(("tm", "sm", "\u2122", "\u00ae", "\u00a9", "st", "nd", "rd", "th", "(r)", "(tm)"))
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "td", "center"))
_PARTS = frozenset(("tbody", "thead", "tfoot"))
_CELLS = frozenset(("td", "th"))


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table element, empty cells left out; positions count grid columns, ranges are empty."""

    rows: tuple[tuple[Piece, ...], ...]
    nested: bool  # whether a table stands inside

    @property
    def is_data(self) -> bool:
        """Whether it tabulates values: a table used for layout, contacts or bullets does not."""
        if self.nested:
            return False
        told = [list(row) for row in self.rows if len(row) > 1]
        data = [row for row in told if is_data(row)]
        if not data:
            return False
        long = sum(1 for row in data for piece in row[1:] if len(piece.text) > 120)
        values = sum(1 for row in data for piece in row[1:] if is_value(piece.text))
        return long == 0 and values >= 2 and len(data) * 4 >= len(told)


def grid(table: LexborNode) -> Grid:
    """The grid of a table element."""
    rows: list[tuple[Piece, ...]] = []
    taken: dict[int, int] = {}  # grid column -> how many further rows a cell above covers it
    count = 0
    for row in _rows(table):
        placed: list[Piece] = []
        column = 0
        down: dict[int, int] = {}
        for cell in row:
            count += 1
            if count > _CELL_LIMIT:
                return Grid((), nested=True)
            while taken.get(column, 0) > 0:
                column += 1
            attributes = cell.attributes
            width = _number(attributes.get("colspan"))
            height = _number(attributes.get("rowspan"))
            if height > 1:
                down.update(dict.fromkeys(range(column, column + width), height - 1))
            if cell.css_first("table") is not None:
                return Grid((), nested=True)
            text, inset = cell_text(cell)
            if text:
                placed.append(Piece(text, 0, 0, column, column + width, inset))
            column += width
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken.update(down)
        rows.append(tuple(join(placed)))
    return Grid(tuple(rows), nested=False)


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of each row, without those of tables inside."""
    found: list[list[LexborNode]] = []
    for part in table.iter():
        rows = part.iter() if part.tag in _PARTS else (part,)
        found += [
            [cell for cell in row.iter() if cell.tag in _CELLS and not is_hidden(cell)]
            for row in rows
            if row.tag == "tr" and not is_hidden(row)
        ]
    return found


def _number(printed: str | None) -> int:
    found = re.match(r"\s*(\d{1,4})", printed or "")
    return max(1, min(int(found.group(1)), _SPAN_LIMIT)) if found else 1


def cell_text(cell: LexborNode) -> tuple[str, int]:
    """The text of a cell on one line, and how far it is indented in characters."""
    pieces: list[str] = []
    inset = indent(cell)
    first = True
    stack: list[LexborNode] = list(children(cell))[::-1]
    while stack:
        node = stack.pop()
        text = node.text_content
        if text is not None:
            if node.tag != "-text":
                continue
            if first:
                bare = text.lstrip(" \t\n")
                if bare.strip("\u00a0 \t\n"):
                    inset += len(bare) - len(bare.lstrip("\u00a0"))
                    first = False
                else:
                    inset += bare.count("\u00a0")
            pieces.append(text)
            continue
        if is_hidden(node):
            continue
        tag = node.tag
        if tag in _BREAKS:
            inset += indent(node) if first else 0
            pieces.append(" ")
        elif tag == "sup" and not is_mark(node):
            pieces.append(" ")
        stack.extend(list(children(node))[::-1])
    return " ".join("".join(pieces).split()), max(0, round(inset))


def is_mark(node: LexborNode) -> bool:
    """Whether a raised piece belongs to the word before it: an ordinal's ending, a trademark sign."""
    return node.text().strip().lower() in _MARKS


def join(row: list[Piece]) -> list[Piece]:
    """The row with split currency signs, brackets and percent signs joined to their numbers."""
    found: list[Piece] = []
    for piece in row:
        last = found[-1] if found else None
        if last is not None and (_opens(last, piece) or closes_value(piece.text, last.text)):
            found[-1] = Piece(last.text + piece.text, 0, 0, last.left, piece.right, last.indent)
        else:
            found.append(piece)
    return found


def _opens(last: Piece, piece: Piece) -> bool:
    """Whether a cell is the sign or bracket that opens the next one's number."""
    if not opens_value(last.text):
        return False
    return piece.text[:1].isdigit() or piece.text[:1] in "(.-\u2013\u2014$" or is_value(last.text + piece.text)
