"""Release graphs as records: N-Quads lines in, what identity and time need of them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.triples import terms
from kg.vocab import CE, DCTERMS, OA, RDF, RDFS

Node = Mapping[str, tuple[str, ...]]  # predicate -> objects in rising order, all N-Triples terms

A = terms.iri(f"{RDF}type")
LABEL = terms.iri(f"{RDFS}label")
_EXACT = terms.iri(f"{OA}exact")
_OPENING = 600  # characters of the text that may say that the release corrects another


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """One published release graph. Terms are N-Triples text; `issued` and `form` are plain."""

    iri: str
    graph: str
    title: str
    issued: str  # as precise as stated, of the header where the text gives none; "" for unknown
    issuer: str | None
    form: str
    opening: str


@dataclass(frozen=True, slots=True)
class Told:
    """A release with what it tells: entities and claims as nodes, and the main quote of each claim."""

    release: Release
    nodes: Mapping[str, Node]
    claims: tuple[str, ...]
    quotes: Mapping[str, str]


def graph_iris(graph: str) -> tuple[str, str]:
    """The graphs of decisions and of the merged view that go with a release's graph."""
    base = graph.rpartition("graph/")[0]
    return f"{base}graph/identity", f"{base}graph/merged"


def told(graph: str, lines: Iterable[str]) -> Told | None:
    """What a release graph tells, quarantine left out; None for a graph that describes no release."""
    nodes: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, value in _triples(graph, lines):
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
    whole = {subject: {name: tuple(sorted(node[name])) for name in node} for subject, node in nodes.items()}
    iri = next((subject for subject, node in whole.items() if terms.ce("Release") in node.get(A, ())), None)
    if iri is None:
        return None
    main = terms.ce("mainEvidence")
    claims = tuple(sorted(subject for subject, node in whole.items() if main in node))
    quotes = {claim: one(whole.get(whole[claim][main][0], {}), _EXACT) for claim in claims}
    return Told(_release(iri, graph, whole[iri]), whole, claims, quotes)


def one(node: Node, predicate: str) -> str:
    """The first value of a property as plain text; the empty string where there is none."""
    values = node.get(predicate, ())
    return plain(values[0]) if values else ""


def plain(term: str) -> str:
    """The text of an N-Triples term."""
    if "\\" in term:
        return str(terms.node(term))
    return term[1:-1] if term.startswith("<") else term[1 : term.rindex('"')]


def _triples(graph: str, lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    end = f" <{graph}> ."
    for line in lines:
        if line.endswith(end):
            subject, predicate, value = line[: -len(end)].split(" ", 2)
            yield subject, predicate, value


def _release(iri: str, graph: str, node: Node) -> Release:
    issuer = node.get(terms.ce("issuer"), ())
    return Release(
        iri=iri,
        graph=graph,
        title=one(node, terms.iri(f"{DCTERMS}title")),
        issued=one(node, terms.iri(f"{DCTERMS}issued")) or one(node, terms.iri(f"{CE}filed")),
        issuer=issuer[0] if issuer else None,
        form=one(node, terms.ce("form")),
        opening=one(node, terms.ce("text"))[:_OPENING],
    )
