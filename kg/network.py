"""The graph of parties for networkx: who is tied to whom, by which claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx
import pyoxigraph as ox

from kg.vocab import CE, EVENT_ROLES, RDFS

_PREFIXES = f"PREFIX ce: <{CE}> PREFIX rdfs: <{RDFS}>\n"
# Every claim in a published graph, with the words it is taken from.
_CLAIM = "?claim ce:mainEvidence/ce:ofRelease ?release ; ce:modality ?status ; ce:confidence ?confidence ."
_PARTIES = """SELECT ?party ?label ?type WHERE {
  VALUES (?class ?type) { (ce:Organization "organization") (ce:Company "company")
                          (ce:DescribedOrganization "described") (ce:Person "person") }
  GRAPH ?g { ?party a ?class ; rdfs:label ?label . ?release a ce:Release } } ORDER BY ?party ?label"""
# Where a party has its headquarters, if that is one known city by all releases.
_AT = """SELECT ?party (SAMPLE(?latitude) AS ?north) (SAMPLE(?longitude) AS ?east) WHERE {
  GRAPH ?g { ?claim a ce:FacilityMention ; ce:facilityType "headquarters" ; ce:operator ?party ; ce:place ?place }
  GRAPH ?view { ?place ce:liesAt ?city . ?city ce:latitude ?latitude ; ce:longitude ?longitude }
} GROUP BY ?party HAVING (COUNT(DISTINCT ?city) = 1) ORDER BY ?party"""
_EDGES = {
    "customer": "?claim ce:supplier ?from ; ce:customer ?to ; ce:relationship ?label .",
    "role": "?claim a ce:ExecutiveRole ; ce:person ?from ; ce:company ?to ; ce:title ?label .",
    "tie": "?claim ce:subject ?from ; ce:object ?to ; ce:relation ?label .",
    "move": "?claim a ce:Move ; ce:company ?from ; ce:destination ?to ; ce:moveKind ?label .",
}
_EVENTS = """SELECT ?release ?claim ?type ?role ?party ?status ?confidence WHERE {
  VALUES (?property ?role) { %s }
  GRAPH ?g { ?release a ce:Release . ?claim a ce:CorporateEvent, ?class ; ?property ?party . %s }
  FILTER(?class != ce:CorporateEvent) BIND(STRAFTER(STR(?class), "#") AS ?type)
} ORDER BY ?claim ?role ?party"""
_KINDS = ("described", "person", "company", "organization")  # the most telling first


@dataclass(frozen=True, slots=True)
class _Edge:
    start: str
    end: str
    claim: str
    kind: str
    label: str
    status: str
    release: str
    weight: float


def network(store: ox.Store) -> nx.MultiDiGraph:
    """The published claims between parties as a directed multigraph.

    Nodes are companies, other organisations, parties known only by description, and persons, by IRI,
    with `label` and `type`, and `latitude` and `longitude` of a headquarters in one known city. Edges are claims, keyed by the claim's IRI, with `kind` (customer: from
    supplier to customer; role: from person to company; tie; event: from the first-named part to each
    other), `label`, `status`, `release` and `weight` (the confidence). All attributes are strings but
    for the weight and the coordinates, so that every graph format can hold them.
    """
    graph = nx.MultiDiGraph()
    types: dict[str, set[str]] = {}
    labels: dict[str, str] = {}
    for row in _rows(store, _PARTIES):
        types.setdefault(row["party"], set()).add(row["type"])
        labels.setdefault(row["party"], row["label"])
    for party in sorted(types):
        kind = next(kind for kind in _KINDS if kind in types[party])
        graph.add_node(party, label=labels[party], type=kind)
    for row in _rows(store, _AT):
        if row["party"] in graph:
            graph.add_node(row["party"], latitude=float(row["north"]), longitude=float(row["east"]))
    for edge in sorted(_edges(store), key=lambda edge: (edge.start, edge.end, edge.claim)):
        if edge.start in graph and edge.end in graph:
            graph.add_edge(
                edge.start,
                edge.end,
                key=edge.claim,
                kind=edge.kind,
                label=edge.label,
                status=edge.status,
                release=edge.release,
                weight=edge.weight,
            )
    return graph


def _edges(store: ox.Store) -> Iterator[_Edge]:
    for kind, pattern in _EDGES.items():
        query = f"SELECT * WHERE {{ GRAPH ?g {{ ?release a ce:Release . {pattern} {_CLAIM} }} }}"
        for row in _rows(store, query):
            yield _edge(kind, row["from"], row["to"], row["label"], row)
    roles = " ".join(f'(ce:{role} "{role}")' for role in EVENT_ROLES)
    parts: dict[str, list[dict[str, str]]] = {}
    for row in _rows(store, _EVENTS % (roles, _CLAIM)):
        parts.setdefault(row["claim"], []).append(row)
    for rows in parts.values():
        first, *others = sorted(rows, key=lambda row: (EVENT_ROLES.index(row["role"]), row["party"]))
        for other in others:
            if other["party"] != first["party"]:
                yield _edge("event", first["party"], other["party"], f"{first['type']}: {other['role']}", other)


def _edge(kind: str, start: str, end: str, label: str, row: dict[str, str]) -> _Edge:
    return _Edge(start, end, row["claim"], kind, label, row["status"], row["release"], float(row["confidence"]))


def _rows(store: ox.Store, query: str) -> Iterator[dict[str, str]]:
    answer = store.query(_PREFIXES + query)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    for solution in answer:
        terms = [solution[name] for name in names]
        yield {
            name: term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
            for name, term in zip(names, terms, strict=True)
        }
