"""Plain text and Markdown, read."""

from __future__ import annotations

import re

from kg.model import Document, Header
from kg.read.assembly import assemble
from kg.read.printed import read_printed

_MARKDOWN = re.compile(r"^(?:#{1,6} \S|.*\*\*\S.*\*\*|.*\]\(https?://)", re.MULTILINE)


def canonical(text: str) -> str:
    """The text with LF line ends and no byte order mark; every other character stays."""
    return text.removeprefix("\ufeff").replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")


def read_text(source: str, text: str, *, source_sha256: str = "", header: Header | None = None) -> Document:
    """The release that a plain or Markdown text holds."""
    text = canonical(text)
    layout = "markdown" if _MARKDOWN.search(text) else "text"
    chunks, tables = read_printed(text, 0, len(text), 0)
    return assemble(source, text, layout, chunks, tuple(tables), source_sha256=source_sha256, header=header)
