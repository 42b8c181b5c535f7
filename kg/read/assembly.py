"""From chunks to a document: kinds, sentences, title, dateline and date of issue."""

from __future__ import annotations

import hashlib

from kg.model import Block, BlockKind, Document, Header, Passage, Sentence, Table
from kg.read.blocks import classify
from kg.read.chunks import Chunk, mended
from kg.read.contacts import unglued
from kg.read.datelines import measure
from kg.read.issue import issued, title
from kg.read.wordings import FURNITURE
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
_SEARCHED = 60  # blocks: a story opens earlier than that
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
    chunks = mended(chunks, FURNITURE, text)
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
        title=title(blocks, chunks),
        issued=issued(blocks, lead, dateline, header),
        dateline=blocks[lead].passage.span(0, dateline) if lead is not None else None,
        header=header,
    )


def _dateline(blocks: tuple[Block, ...]) -> tuple[int | None, int]:
    """The block that opens with a dateline, and how long that is in its folded text."""
    for block in blocks[:_SEARCHED]:
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            length = measure(block.passage.text)
            return (block.number, len(block.passage.text[:length].rstrip())) if length else (None, 0)
    return None, 0


def _sentences(blocks: tuple[Block, ...], chunks: list[Chunk], lead: int | None, dateline: int) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    for block, chunk in zip(blocks, chunks, strict=True):
        if block.kind not in _SPEAKING:
            continue
        for passage in _passages(block, chunk, dateline if block.number == lead else 0):
            found.append(Sentence(len(found), block.number, block.kind, passage, block.section))
    return tuple(found)


def _passages(block: Block, chunk: Chunk, dateline: int) -> list[Passage]:
    whole = block.passage
    if block.kind is BlockKind.CONTACT:
        return [piece for part in chunk.parts or (whole,) for piece in unglued(part)]
    if block.kind in _WHOLE and len(whole.text) <= 300 and not dateline:
        return [whole]
    start = dateline
    while start < len(whole.text) and whole.text[start].isspace():
        start += 1
    return [whole.slice(start + low, start + high) for low, high in split(whole.text[start:])]
