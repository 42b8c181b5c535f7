"""Web pages, read: the rendered text."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from kg.model import Document, Header
from kg.read.assembly import assemble
from kg.read.paragraphs import lines, paragraphs

_BLANKS = re.compile(r"[ \t\u00a0]+")


def read_html(
    source: str, text: str, *, source_sha256: str = "", header: Header | None = None
) -> Document:
    """The release that a web page shows."""
    tree = LexborHTMLParser(text)
    tree.strip_tags(["script", "style", "title"])
    body = tree.body
    rendered = body.text(separator="\n") if body is not None else ""
    rows = [_BLANKS.sub(" ", row.replace("\n", " ")).strip() for row in rendered.split("\n")]
    canonical = "\n\n".join(row for row in rows if row)
    return assemble(
        source, canonical, "html", list(paragraphs(canonical, lines(canonical))),
        source_sha256=source_sha256, header=header,
    )
