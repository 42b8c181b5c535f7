"""What form an answer takes: by the Accept header or by a name, for tables and for graphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


def media_type(form: str, *, graph: bool) -> str:
    """The media type of a form by name."""
    name = (GRAPHS if graph else TABLES)[form][0]
    return f"{name}; charset=utf-8" if name.startswith("text/") else name


def serialized(answer: Answer, wanted: Offer) -> bytes:
    """The answer in the form wanted; raises QueryError when the kind of answer has none."""
    if isinstance(answer, ox.QueryTriples):
        if wanted.graph is None:
            raise QueryError("this query gives a graph; accept an RDF media type")
        form = GRAPHS[wanted.graph][1]
        prefixes = PREFIXES if form in {ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG, ox.RdfFormat.RDF_XML} else None
        written = ox.serialize(sorted(set(answer), key=str), format=form, prefixes=prefixes)
    else:
        if wanted.table is None:
            raise QueryError("this query gives a table; accept a SPARQL results media type")
        if isinstance(answer, ox.QueryBoolean) and wanted.table in {"csv", "tsv"}:
            return b"true\n" if answer else b"false\n"
        written = answer.serialize(format=TABLES[wanted.table][1])
    assert written is not None
    return written


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
