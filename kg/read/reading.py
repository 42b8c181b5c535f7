"""From the bytes of one input to its documents."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from kg.errors import UnreadableError
from kg.model import Document, Header
from kg.read.encoding import decode
from kg.read.html import read_html
from kg.read.submission import header_of, is_submission, parts, releases_of
from kg.read.text import canonical, read_text

_TAG = re.compile(r"<(?:html|head|body|div|p|tr|td|br|font|span|center)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:html|body|div|p|tr|td|font|span|table)>|<html", re.IGNORECASE)
_LIMIT = 2_000_000  # characters: the longest releases with all their tables stay under a quarter of that
_MARKUP_LIMIT = 12_000_000  # characters of a page: markup takes ten times the room of its text
_TOO_LONG = f"it is longer than {_LIMIT:,} characters; no press release is"
_LOOKED_AT = 20_000  # characters that tell a page from text


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents of one input, and what was passed over, each with the reason."""

    documents: tuple[Document, ...]
    passed_over: tuple[str, ...] = ()


def reading(source: str, data: bytes) -> Reading:
    """The documents that one input holds; raises UnreadableError where there is no release in it."""
    text = decode(data)
    digest = hashlib.sha256(data).hexdigest()
    if not is_submission(text):
        return Reading((_document(source, text, digest, None),))
    text = canonical(text)
    header = header_of(text)
    kept, passed = releases_of(parts(text))
    found: list[Document] = []
    for part in kept:
        name = source if len(kept) == 1 else f"{source}!{part.label}"
        try:
            found.append(_document(name, part.text, digest, header))
        except UnreadableError as fault:
            passed.append(f"{part.label}: {fault}")
    if not found:
        raise UnreadableError("; ".join(["the submission holds no press release", *passed[:5]]))
    return Reading(tuple(_distinct(found)), tuple(passed))


def read(source: str, data: bytes) -> list[Document]:
    """The documents of one input: several for an EDGAR submission; raises UnreadableError."""
    return list(reading(source, data).documents)


def _document(source: str, text: str, digest: str, header: Header | None) -> Document:
    head = text[:_LOOKED_AT]
    if len(text) > _MARKUP_LIMIT:
        raise UnreadableError(_TOO_LONG)
    reader = read_html if _TAG.search(head) and _CLOSED.search(text) else read_text
    if reader is read_text and len(text) > _LIMIT:
        raise UnreadableError(_TOO_LONG)
    document = reader(source, text, source_sha256=digest, header=header)
    if not document.text.strip():
        raise UnreadableError("it shows no text")
    return document


def _distinct(documents: list[Document]) -> list[Document]:
    """The documents with sources of their own: two exhibits of one type are told apart by number."""
    seen: dict[str, int] = {}
    found: list[Document] = []
    for document in documents:
        count = seen[document.source] = seen.get(document.source, 0) + 1
        found.append(document if count == 1 else replace(document, source=f"{document.source}-{count}"))
    return found
