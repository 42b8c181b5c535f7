"""What the endpoint can do, said in RDF.

Source: SPARQL 1.1 Service Description.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from kg.serve.negotiation import GRAPHS, TABLES
from kg.vocab import DCTERMS, RDF

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = {
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
    "TriG",
    "N-Quads",
}


def description(endpoint: str, *, writable: bool, federated: bool) -> list[ox.Triple]:
    """The service at an address: its languages, forms and data set."""
    triples = [_triple(endpoint, *pair) for pair in _said(endpoint, writable=writable, federated=federated)]
    for subject, kind in ((f"{endpoint}#dataset", "Dataset"), (f"{endpoint}#default", "Graph")):
        triples.append(_triple(f"{subject}", f"{RDF}type", f"{SD}{kind}"))
    triples.append(_triple(f"{endpoint}#dataset", f"{SD}defaultGraph", f"{endpoint}#default"))
    title = ox.Literal("the published releases, merged; each release is a named graph too", language="en")
    triples.append(ox.Triple(ox.NamedNode(f"{endpoint}#default"), ox.NamedNode(f"{DCTERMS}description"), title))
    return triples


def _said(endpoint: str, *, writable: bool, federated: bool) -> Iterator[tuple[str, str]]:
    yield f"{RDF}type", f"{SD}Service"
    yield f"{SD}endpoint", endpoint
    yield f"{SD}supportedLanguage", f"{SD}SPARQL11Query"
    yield f"{SD}defaultDataset", f"{endpoint}#dataset"
    if federated:
        yield f"{SD}feature", f"{SD}BasicFederatedQuery"
    if writable:
        yield f"{SD}supportedLanguage", f"{SD}SPARQL11Update"
        yield from ((f"{SD}inputFormat", f"{_FORMATS}{name}") for name in ("Turtle", "N-Triples", "RDF_XML", "JSON-LD"))
    yield from ((f"{SD}resultFormat", f"{_FORMATS}{name}") for name in sorted(_NAMES))


def _triple(subject: str, predicate: str, value: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(value))


def results_forms() -> list[str]:
    """The media types that an answer can take, tables first."""
    return [name for forms in (TABLES, GRAPHS) for name, _ in forms.values()]
