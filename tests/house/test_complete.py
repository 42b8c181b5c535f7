"""Every kind of claim has its class, its shape, its query and its table of sentences; so has every event."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SH, SKOS
from source import PACKAGE, ROOT, TESTS

from kg.model import claims

CE = "https://w3id.org/corpevent/ontology#"
# claim type: class in the ontology, query that asks for it, table of sentences
KINDS = {
    "CompanyClaim": ("CompanyMention", "companies", "companies"),
    "PersonClaim": ("ExecutiveRole", "people", "people"),
    "CustomerClaim": ("CustomerRelationship", "customers", "customers"),
    "FacilityClaim": ("FacilityMention", "facilities", "facilities"),
    "MoveClaim": ("Move", "moves", "moves"),
    "FactClaim": ("FinancialFact", "facts", "facts"),
    "EventClaim": ("CorporateEvent", "events", None),  # each event kind brings its own
    "RelationClaim": ("Tie", "relations", "relations"),
    "QuotationClaim": ("Quotation", "quotations", "quotations"),
    "Discrepancy": ("Discrepancy", "conflicts", None),  # follows from facts, not from one sentence
}
SLICES = sorted((PACKAGE / "extract" / "events" / "kinds").glob("*.toml"))


def union(folder: str) -> Graph:
    """All Turtle of a folder in one graph."""
    graph = Graph()
    for path in sorted((ROOT / folder).rglob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return union("ontology")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return union("shapes")


def told(path: Any) -> dict[str, Any]:
    """What a TOML file says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_every_claim_type_is_listed_here() -> None:
    types = {
        name
        for name, value in vars(claims).items()
        if isinstance(value, type) and issubclass(value, claims.Claim) and value is not claims.Claim
    }
    assert types == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_has_a_class_a_shape_and_a_query(kind: str, ontology: Graph, shapes: Graph) -> None:
    name, query, _ = KINDS[kind]
    term = URIRef(CE + name)
    assert (term, RDF.type, OWL.Class) in ontology
    assert ontology.value(term, RDFS.label)
    assert ontology.value(term, SKOS.definition)
    assert list(shapes.subjects(SH.targetClass, term)), f"no shape targets {name}"
    assert list((ROOT / "queries").rglob(f"{query}.rq")), f"no query {query}"


@pytest.mark.parametrize("table", [table for *_, table in KINDS.values() if table])
def test_the_kind_has_sentences_that_must_and_that_must_not_give_it(table: str) -> None:
    sentences = told(TESTS / "language" / f"{table}.toml")
    assert len(sentences["must"]) >= 8
    assert len(sentences["must_not"]) >= min(len(sentences["must"]), 8)


def test_every_event_type_of_the_ontology_has_a_slice_and_the_other_way_round(ontology: Graph) -> None:
    event = URIRef(CE + "CorporateEvent")
    below = set(ontology.transitive_subjects(RDFS.subClassOf, event)) - {event}
    families = {term for term in below if any(ontology.subjects(RDFS.subClassOf, term))}
    types = {str(term).removeprefix(CE) for term in below - families}
    assert types == {told(path)["type"] for path in SLICES}


@pytest.mark.parametrize("path", SLICES, ids=lambda path: path.stem)
def test_an_event_kind_says_what_it_is_and_brings_as_many_near_misses(path: Any) -> None:
    kind = told(path)
    assert kind["says"]
    assert kind["roles"]
    assert len(kind["must"]) >= 8
    assert len(kind["must_not"]) >= 8
