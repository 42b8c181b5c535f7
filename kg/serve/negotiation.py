"""What form an answer takes: by the Accept header or by a name, for tables and for graphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import Answer
from kg.vocab import PREFIXES

TABLES = {
    "json": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    "xml": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    "csv": ("text/csv", ox.QueryResultsFormat.CSV),
    "tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
}
GRAPHS = {
    "turtle": ("text/turtle", ox.RdfFormat.TURTLE),
    "nt": ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    "xml": ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    "jsonld": ("application/ld+json", ox.RdfFormat.JSON_LD),
    "trig": ("application/trig", ox.RdfFormat.TRIG),
    "nq": ("application/n-quads", ox.RdfFormat.N_QUADS),
}
_ALSO = {"application/json": "json", "application/xml": "xml", "text/xml": "xml", "text/plain": "nt"}


@dataclass(frozen=True, slots=True)
class Offer:
    """The names of the forms that would do: one for a table, one for a graph; None where none would."""

    table: str | None
    graph: str | None


def offer(accept: str | None) -> Offer:
    """The forms that an Accept header prefers; JSON and Turtle where it is silent or takes anything."""
    ranges = _ranges(accept or "*/*")
    return Offer(_best(ranges, TABLES, "json"), _best(ranges, GRAPHS, "turtle"))


def form_of(media: str) -> str | None:
    """The name of the RDF syntax of a media type, None where it is none."""
    return next((form for form, (name, _) in GRAPHS.items() if name == media), None)


def prefers_page(accept: str | None) -> bool:
    """Whether an Accept header wants a page to read rather than data, as browsers do."""
    known = {"text/html", *(name for name, _ in GRAPHS.values()), *_ALSO}
    first = next((name for _, name in _ranges(accept or "*/*") if name in known or name == "*/*"), "")
    return first in {"text/html", "*/*"}


def asks_for_page(accept: str | None) -> bool:
    """Whether an Accept header names pages before any form of an answer, as the form of the start page makes it."""
    known = {"text/html", *(name for name, _ in (*TABLES.values(), *GRAPHS.values())), *_ALSO, "*/*"}
    return next((name for _, name in _ranges(accept or "") if name in known), "") == "text/html"


def media_type(form: str, *, graph: bool) -> str:
    """The media type of a form by name."""
    name = (GRAPHS if graph else TABLES)[form][0]
    return f"{name}; charset=utf-8" if name.startswith("text/") else name


def serialized(answer: Answer, wanted: Offer, out: BinaryIO) -> None:
    """Write the answer in the form wanted; raises QueryError when the kind of answer has none."""
    if isinstance(answer, ox.QueryTriples):
        if wanted.graph is None:
            raise QueryError("this query gives a graph; accept an RDF media type")
        graph_bytes(answer, wanted.graph, out)
        return
    if wanted.table is None:
        raise QueryError("this query gives a table; accept a SPARQL results media type")
    if isinstance(answer, ox.QueryBoolean) and wanted.table in {"csv", "tsv"}:
        out.write(b"true\n" if answer else b"false\n")
    else:
        answer.serialize(out, format=TABLES[wanted.table][1])


def graph_bytes(triples: Iterable[ox.Triple], form: str, out: BinaryIO) -> None:
    """Write a graph in a form by name, sorted: equal graphs give equal bytes."""
    syntax = GRAPHS[form][1]
    prefixes = PREFIXES if syntax in {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG, ox.RdfFormat.RDF_XML} else None
    ox.serialize(sorted(set(triples), key=str), out, format=syntax, prefixes=prefixes)


def _ranges(accept: str) -> list[tuple[float, str]]:
    """Media ranges with their weight, the heaviest first, then as they stand."""
    found = []
    for part in accept.split(","):
        name, *fields = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for field in fields:
            if field.startswith("q="):
                try:
                    weight = float(field[2:])
                except ValueError:
                    weight = 0.0
        if name and weight > 0:
            found.append((weight, name))
    return sorted(found, key=lambda each: -each[0])


def _best(ranges: Iterable[tuple[float, str]], forms: Mapping[str, tuple[str, object]], usual: str) -> str | None:
    names = {media: form for form, (media, _) in forms.items()}
    for _, name in ranges:
        if name in names:
            return names[name]
        if _ALSO.get(name) in forms:
            return _ALSO[name]
        if name == "*/*":
            return usual
        if name.endswith("/*"):
            fits = [form for media, form in names.items() if media.startswith(name[:-1])]
            if fits:
                return fits[0]
    return None
