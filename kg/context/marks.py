"""Quotation marks, and where words that they hold go on in the blocks beside."""

from __future__ import annotations

import re

from kg.model import Block, BlockKind, Document

MARK = re.compile("[\"\u201c\u201d\u201e\u201f]|``|''")


def beside(document: Document, number: int, step: int) -> Block | None:
    """The block before or after one that is no furniture."""
    at = number + step
    while 0 <= at < len(document.blocks) and document.blocks[at].kind is BlockKind.FURNITURE:
        at += step
    return document.blocks[at] if 0 <= at < len(document.blocks) else None


def closes_later(document: Document, number: int) -> bool:
    """Whether quoted words that a block carries on without marks close in one of the next two."""
    for block in document.blocks[number : number + 3]:
        if block.kind is not BlockKind.PARAGRAPH:
            return False
        mark = MARK.search(block.passage.text)
        if mark is not None:
            return mark[0] == "\u201d" and block.passage.text[mark.start() - 1] in ".!?,"
    return False
