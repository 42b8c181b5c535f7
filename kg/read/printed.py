"""Printed lines, read: paragraphs and the tables between them."""

from __future__ import annotations

import re

from kg.model import Table
from kg.read.chunks import Chunk
from kg.read.lines import Line, lines
from kg.read.paragraphs import paragraphs, single_spaced
from kg.read.passages import fold
from kg.read.rows import row_of
from kg.read.tables_text import regions, table_of
from kg.read.wordings import FURNITURE

_TITLES = 7  # chunks before a table that may introduce it
_TITLE_LENGTH = 160


def read_printed(
    text: str, start: int, end: int, first: int, *, pictured: bool = False
) -> tuple[list[Chunk], list[Table]]:
    """The chunks and tables of text[start:end]; tables are numbered from `first`."""
    printed = single_spaced(lines(text, start, end))
    chunks: list[Chunk] = []
    tables: list[Table] = []
    if not any(_tabular(line.text) for line in printed):
        return list(paragraphs(text, printed, pictured=pictured)), tables
    rows = [row_of(line) for line in printed]
    at = 0
    for low, high in regions(rows):
        chunks += paragraphs(text, printed[at:low], pictured=pictured)
        table = table_of(first + len(tables), rows[low:high], titles(chunks))
        passage = fold(text, _start(printed[low:high]), _end(printed[low:high]))
        if table is not None and passage is not None:
            tables.append(table)
            chunks.append(Chunk(passage, lines=high - low, table=table.number))
        else:
            chunks += paragraphs(text, printed[low:high])
        at = high
    chunks += paragraphs(text, printed[at:], pictured=pictured)
    return chunks, tables


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
        if chunk.table is not None or len(chunk.text) > _TITLE_LENGTH or _is_told(chunk.text):
            break
        found += [part.text for part in reversed(chunk.parts)] if chunk.parts else [chunk.text]
    return tuple(reversed(found))
