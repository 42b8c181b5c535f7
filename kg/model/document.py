"""A release, read: blocks, sentences, tables and what its header says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.positions import Passage, Span
from kg.model.values import PartialDate


class BlockKind(StrEnum):
    """What a block of a release is for."""

    HEADLINE = "headline"
    HEADING = "heading"  # a section heading inside the body
    PARAGRAPH = "paragraph"  # the lead paragraph too: its dateline is in Document.dateline
    LIST_ITEM = "list-item"
    TABLE = "table"
    CONTACT = "contact"
    ABOUT = "about"  # "About the company": profile facts only
    BOILERPLATE = "boilerplate"  # legal protection: yields nothing
    FURNITURE = "furniture"  # page numbers, exhibit marks, mail headers, wire credits


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a release. `section` is the heading it stands under, as printed."""

    number: int
    kind: BlockKind
    passage: Passage
    section: str | None = None

    @property
    def span(self) -> Span:
        """The canonical span of the block."""
        return self.passage.span(0, len(self.passage.text))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block that speaks (furniture, tables and boilerplate have none)."""

    number: int
    block: int
    kind: BlockKind
    passage: Passage
    section: str | None = None

    @property
    def text(self) -> str:
        """The sentence with white space folded; mentions count in it."""
        return self.passage.text

    @property
    def start(self) -> int:
        """Where the sentence begins in the canonical text."""
        return self.passage.origin(0)

    @property
    def span(self) -> Span:
        """The canonical span of the sentence."""
        return self.passage.span(0, len(self.passage.text))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its text as printed and where it stands. Split `$`, `(`, `)`, `%` are merged in."""

    text: str
    span: Span
    row: int
    column: int  # the first grid column it covers
    width: int = 1  # how many grid columns it covers
    indent: int = 0  # of a row's label, in characters or equivalents


@dataclass(frozen=True, slots=True)
class Table:
    """A grid, the same whether it came from HTML or from fixed-width text.

    `rows` are in printed order, each with its non-empty cells from left to right. The first cell of
    a row is its label when it starts in column 0. `heads` counts the leading rows that head columns.
    `before` is the text that introduces the table (title, "in thousands"), nearest line last.
    """

    number: int
    span: Span
    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What an EDGAR submission header says; None where it is silent."""

    company: str | None = None
    cik: str | None = None  # ten digits
    sic: str | None = None
    fiscal_year_end: str | None = None  # MMDD
    form: str | None = None
    items: tuple[str, ...] = ()
    filed: PartialDate | None = None
    accession: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A release, read: its canonical text and everything that holds for its layout."""

    source: str  # the file name as given to build ("a.txt", or "sub.txt!ex99-1.htm" inside an archive)
    source_sha256: str  # of the bytes
    sha256: str  # of the canonical text in UTF-8
    text: str
    layout: str  # text | html | markdown
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]
    title: str | None
    issued: PartialDate | None  # the date of the dateline or header line
    dateline: Span | None  # the place and date that open the lead, with the wire's credit
    header: Header | None = None

    @property
    def identifier(self) -> str:
        """The sixteen hex digits that name the release."""
        return self.sha256[:16]
