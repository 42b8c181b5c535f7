"""RDF files. Oxigraph's writers keep the order they are given, so sorted quads make equal files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import InputError
from kg.export.lines import published, quads, triples
from kg.store.places import AnySnapshot
from kg.vocab import PREFIXES

GRAPHS = ("merged", "releases", "all")
DATASETS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
SINGLE = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_PREFIXED = {"trig", "turtle", "rdfxml"}


def write_rdf(snapshot: AnySnapshot, form: str, graph: str | None, out: BinaryIO) -> None:
    """Write a store in an RDF syntax: the merge of its releases, each release apart, or quarantine too.

    The default is `releases` where the syntax has named graphs, else `merged`. Raises InputError for
    named graphs in a syntax that has none.
    """
    graph = graph or ("releases" if form in DATASETS else "merged")
    if graph not in GRAPHS:
        raise InputError(f"there is no --graph {graph!r}; there are {', '.join(GRAPHS)}")
    if graph != "merged" and form in SINGLE:
        raise InputError(f"{form} holds one graph: use --graph merged, or --format nquads, trig or jsonld")
    quarantine = graph == "all"
    if form in {"nquads", "ntriples"}:
        lines = triples(snapshot) if graph == "merged" else quads(snapshot, quarantine=quarantine)
        out.writelines(f"{line}\n".encode() for line in lines)
        return
    prefixes = PREFIXES if form in _PREFIXED else None
    syntax = (DATASETS | SINGLE)[form]
    if form in SINGLE:
        merged = (quad.triple for quad in _parsed(triples(snapshot)))
        ox.serialize(merged, out, format=syntax, prefixes=prefixes)
        return
    apart = (line for _, lines in published(snapshot, quarantine=quarantine) for line in lines)
    every = _parsed(triples(snapshot) if graph == "merged" else apart)
    ox.serialize(every, out, format=syntax, prefixes=prefixes)


def _parsed(lines: Iterator[str]) -> Iterator[ox.Quad]:
    for block in _blocks(lines):
        yield from ox.parse(block, format=ox.RdfFormat.N_QUADS)


def _blocks(lines: Iterator[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) == 1000:
            yield "\n".join(waiting).encode()
            waiting.clear()
    yield "\n".join(waiting).encode()
