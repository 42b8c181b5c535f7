"""Printed lines, read: paragraphs and the tables between them."""

from __future__ import annotations

import re

from kg.model import Table
from kg.read.chunks import Chunk
from kg.read.grids import build, is_value
from kg.read.lines import Line, lines
from kg.read.paragraphs import paragraphs, single_spaced
from kg.read.passages import fold
from kg.read.rows import row_of
from kg.read.tabbed import tabbed
from kg.read.tables_stacked import stacks
from kg.read.tables_text import regions, table_of
from kg.read.wordings import FURNITURE

_TITLES = 7  # chunks before a table that may introduce it
_TITLE_LENGTH = 160
_STACK_LENGTH = 400  # of titles that stand centred one under the other


def read_printed(
    text: str, start: int, end: int, first: int, *, pictured: bool = False
) -> tuple[list[Chunk], list[Table]]:
    """The chunks and tables of text[start:end]; tables are numbered from `first`."""
    printed = single_spaced(lines(text, start, end))
    found = _Reading(text, first, pictured=pictured)
    at = 0
    for stack in stacks(printed):
        found.read(printed[at : stack.low])
        rows = [list(row) for row in stack.rows]
        found.table(printed[stack.low : stack.high], build(found.number, rows, titles(found.chunks), printed=False))
        at = stack.high
    found.read(printed[at:])
    return found.chunks, found.tables


class _Reading:
    """The chunks and tables read so far."""

    def __init__(self, text: str, first: int, *, pictured: bool) -> None:
        self.chunks: list[Chunk] = []
        self.tables: list[Table] = []
        self._text, self._first, self._pictured = text, first, pictured

    @property
    def number(self) -> int:
        """The number of the next table."""
        return self._first + len(self.tables)

    def read(self, printed: list[Line]) -> None:
        """Read lines: their fixed-width tables, and the paragraphs between them."""
        at = 0
        if any(_tabular(line.text) for line in printed):
            parted = tabbed(printed)
            rows = [row_of(line, tabbed=number in parted) for number, line in enumerate(printed)]
            for low, high in regions(rows):
                self.paragraphs(printed[at:low])
                self.table(printed[low:high], table_of(self.number, rows[low:high], titles(self.chunks)))
                at = high
        self.paragraphs(printed[at:])

    def paragraphs(self, printed: list[Line]) -> None:
        """Add the paragraphs of lines without a table."""
        self.chunks += paragraphs(self._text, printed, pictured=self._pictured)

    def table(self, printed: list[Line], table: Table | None) -> None:
        """Add the table that lines hold; they are paragraphs where it is none after all."""
        passage = fold(self._text, _start(printed), _end(printed))
        if table is None or passage is None:
            self.paragraphs(printed)
            return
        self.tables.append(table)
        self.chunks.append(Chunk(passage, lines=len(printed), table=table.number))


_TABULAR = re.compile(r"(?: {2}|\t|\| ?|\.{3,} ?)[-$(\u2013\u2014]{0,3} {0,8}[\d.,]{1,16}[)%]{0,2}(?:\s|$)")


def _tabular(text: str) -> bool:
    return len(text) < 200 and _TABULAR.search(text) is not None


def _start(printed: list[Line]) -> int:
    return next(line.start for line in printed if line.text)


def _end(printed: list[Line]) -> int:
    return next(line.end for line in reversed(printed) if line.text)


def _is_told(text: str) -> bool:
    """Whether a short chunk is a sentence, not a title that ends in "Inc."."""
    return text.endswith((".", ";")) and (len(text) > 60 or text.count(" ") > 5)


def titles(chunks: list[Chunk]) -> tuple[str, ...]:
    """The short chunks that stand before a table, nearest last."""
    found: list[str] = []
    for chunk in reversed(chunks[-_TITLES:]):
        if FURNITURE.match(chunk.text):
            continue
        longest = _STACK_LENGTH if chunk.centred and chunk.parts else _TITLE_LENGTH
        if is_value(chunk.text) or chunk.table is not None or len(chunk.text) > longest or _is_told(chunk.text):
            break
        found += [part.text for part in reversed(chunk.parts)] if chunk.parts else [chunk.text]
    return tuple(reversed(found))
