"""From named inputs to documents."""

from __future__ import annotations

import hashlib
import re

from kg.errors import UnreadableError
from kg.model import Document
from kg.read.html import read_html
from kg.read.inputs import Raw, releases
from kg.read.text import read_text

__all__ = ["Raw", "read", "releases"]

_HTML = re.compile(rb"<(?:html|head|body|div|p|tr|td|br|font|span)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)


def read(source: str, data: bytes) -> list[Document]:
    """The documents that one input holds; raises UnreadableError where there is no text."""
    if not data.strip():
        raise UnreadableError("it is empty")
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if _HTML.search(data[:4000]):
        return [read_html(source, text, source_sha256=digest)]
    return [read_text(source, text, source_sha256=digest)]
