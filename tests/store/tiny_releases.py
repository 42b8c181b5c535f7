"""Releases of two triples, enough for a store that does not care what a release says."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from kg.store import Entry, Loaded
from kg.triples import terms
from kg.vocab import BASE, CE


def graph(text: str) -> str:
    """The named graph of a release with that text."""
    return f"{BASE}graph/{sha256(text.encode()).hexdigest()[:16]}"


def content(text: str, *, held: bool = False) -> bytes:
    """Its file: what it says of itself, something that all releases say, and a line in quarantine if asked for."""
    name = graph(text)
    lines = [
        f"<{name.replace('graph/', 'release/')}> <{CE}text> {terms.text(text)} <{name}> .",
        f'<{BASE}program/kg-1> <{CE}version> "1" <{name}> .',
    ]
    if held:
        lines.append(f"<urn:claim> <{CE}value> {terms.text(text)} <{name}/quarantine> .")
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def entry(source: str, *texts: str, held: bool = False) -> tuple[Entry, list[bytes]]:
    """What a source with these releases gives, and their files."""
    files = [content(text, held=held) for text in texts]
    loaded = [
        Loaded(f"{source}!{number}", graph(text), sha256(file).hexdigest())
        for number, (text, file) in enumerate(zip(texts, files, strict=True))
    ]
    digest = sha256("".join(texts).encode()).hexdigest()
    return Entry(source, digest, "program", tuple(loaded)), files


def both(entries: Sequence[tuple[Entry, list[bytes]]]) -> tuple[list[Entry], list[bytes]]:
    """Entries and all their files, as the writer takes them."""
    return [each for each, _ in entries], [file for _, files in entries for file in files]
