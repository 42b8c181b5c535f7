"""From chunks to a document: kinds, sentences, title, dateline and date of issue."""

from __future__ import annotations

import hashlib

from kg.model import Block, BlockKind, Document, Header, PartialDate, Passage, Sentence, Table
from kg.read.blocks import classify
from kg.read.chunks import Chunk
from kg.read.datelines import find_date, measure
from kg.text.sentences import split

_SPEAKING = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.CONTACT,
        BlockKind.ABOUT,
    }
)
_WHOLE = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})


def assemble(
    source: str,
    text: str,
    layout: str,
    chunks: list[Chunk],
    tables: tuple[Table, ...] = (),
    *,
    source_sha256: str = "",
    header: Header | None = None,
) -> Document:
    """The document that the chunks of a canonical text make."""
    blocks = classify(chunks)
    digest = hashlib.sha256(text.encode()).hexdigest()
    lead, dateline = _dateline(blocks)
    return Document(
        source=source,
        source_sha256=source_sha256 or digest,
        sha256=digest,
        text=text,
        layout=layout,
        blocks=blocks,
        sentences=_sentences(blocks, chunks, lead, dateline),
        tables=tables,
        title=_title(blocks),
        issued=_issued(blocks, lead, dateline),
        dateline=blocks[lead].passage.span(0, dateline) if lead is not None else None,
        header=header,
    )


def _dateline(blocks: tuple[Block, ...]) -> tuple[int | None, int]:
    """The block that opens with a dateline, and how long that is in its folded text."""
    for block in blocks[:40]:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADLINE}:
            length = measure(block.passage.text)
            if length:
                return block.number, len(block.passage.text[:length].rstrip())
    return None, 0


def _sentences(
    blocks: tuple[Block, ...], chunks: list[Chunk], lead: int | None, dateline: int
) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for block, chunk in zip(blocks, chunks, strict=True):
        if block.kind not in _SPEAKING:
            continue
        for passage in _passages(block, chunk, dateline if block.number == lead else 0):
            found.append(Sentence(len(found), block.number, block.kind, passage, block.section))
    return tuple(found)


def _passages(block: Block, chunk: Chunk, dateline: int) -> list[Passage]:
    whole = block.passage
    if block.kind is BlockKind.CONTACT and chunk.parts:
        return list(chunk.parts)
    if block.kind in _WHOLE and len(whole.text) <= 300 and not dateline:
        return [whole]
    start = dateline
    while start < len(whole.text) and whole.text[start].isspace():
        start += 1
    return [whole.slice(start + low, start + high) for low, high in split(whole.text[start:])]


def _title(blocks: tuple[Block, ...]) -> str | None:
    for block in blocks:
        if block.kind is BlockKind.HEADLINE:
            return block.passage.text.strip("#* ")
    return None


def _issued(blocks: tuple[Block, ...], lead: int | None, dateline: int) -> PartialDate | None:
    if lead is not None:
        found = find_date(blocks[lead].passage.text, 0, dateline)
        if found and found[1]:
            return found[1]
    for block in blocks[: (lead or 0) + 1]:
        if block.kind in {BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.CONTACT}:
            found = find_date(block.passage.text)
            if found and found[1]:
                return found[1]
    return None


