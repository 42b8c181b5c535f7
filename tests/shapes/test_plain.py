"""What is spared pySHACL and what is not: a shape is spared only where nothing about it is in doubt."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import OWL, RDFS, Graph, Literal, URIRef
from sample import document, everything, whole

from kg.triples import describe
from kg.validate import Report, Validator, standard
from kg.validate.plain import Nodes, PlainShape, plain_shape

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <urn:> .
"""


def shape(constraints: str) -> PlainShape | None:
    graph = Graph().parse(
        data=f"{HEAD} :s a sh:PropertyShape ; sh:targetClass :Thing ; {constraints} .", format="turtle"
    )
    return plain_shape(graph, URIRef("urn:s"))


def holds(constraints: str, thing: str) -> bool:
    plain = shape(constraints)
    assert plain is not None
    return plain.holds(
        Nodes(Graph().parse(data=f"{HEAD} :a a :Thing ; {thing} .", format="turtle"), lambda kind: (kind,))
    )


def judged(constraints: str, data: str) -> Report:
    shapes = (
        f"{HEAD} :S a sh:NodeShape ; sh:targetClass :Thing ; sh:property :s . :s a sh:PropertyShape ; {constraints} ."
    )
    return Validator({"s.ttl": shapes}, {}).validate(Graph().parse(data=HEAD + data, format="turtle"))


def test_a_release_that_conforms_is_told_so_without_pyshacl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pyshacl, "validate")
    assert standard().validate(describe(document(), everything()).triples()).conforms


@pytest.mark.parametrize(
    ("constraints", "good", "bad"),
    [
        ("sh:path :p ; sh:minCount 1", ":p 1", ":q 1"),
        ("sh:path :p ; sh:maxCount 1", ":p 1", ":p 1, 2"),
        ("sh:path [ sh:alternativePath ( :p :q ) ] ; sh:minCount 2", ":p 1 ; :q 2", ":p 1 ; :q 1"),
        ("sh:path :p ; sh:datatype xsd:integer", ":p 1", ":p 1.5"),
        ("sh:path :p ; sh:datatype xsd:string", ':p "a"', ':p "a"@en'),
        (
            "sh:path :p ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] )",
            ':p "2020"^^xsd:gYear',
            ":p 2020",
        ),
        ("sh:path :p ; sh:class :Thing", ":p :a", ":p :b"),
        ("sh:path :p ; sh:nodeKind sh:IRI", ":p :b", ':p "b"'),
        ('sh:path :p ; sh:in ( "a" "b" )', ':p "a"', ":p :a"),
        ("sh:path :p ; sh:minLength 2", ':p "ab"', ':p "a"'),
        ('sh:path :p ; sh:pattern "^a"', ':p "ab"', ':p "ba"'),
        ("sh:path :p ; sh:minInclusive 0", ":p 0", ":p -1"),
        ("sh:path :p ; sh:maxInclusive 100", ":p 99.5", ':p "5"'),
        ("sh:path :p ; sh:lessThan :q", ":p 1 ; :q 2", ":p 2 ; :q 2"),
        ("sh:path :p ; sh:lessThanOrEquals :q", ":p 2 ; :q 2", ":p 2 ; :q 1"),
        ("sh:path :p ; sh:disjoint :q", ":p :b ; :q :c", ":p :b ; :q :b"),
    ],
)
def test_a_plain_constraint(constraints: str, good: str, bad: str) -> None:
    assert holds(constraints, good)
    assert not holds(constraints, bad)
    assert judged(constraints, f":a a :Thing ; {good} .").conforms
    assert judged(constraints, f":a a :Thing ; {bad} .").violations


@pytest.mark.parametrize(
    "constraints",
    [
        "sh:path :p ; sh:uniqueLang true",
        "sh:path :p ; sh:nodeKind sh:Literal",
        "sh:path :p ; sh:or ( [ sh:datatype xsd:date ] [ sh:class :Thing ] )",
        "sh:path :p ; sh:severity sh:Warning ; sh:minCount 1",
        "sh:path [ sh:inversePath :p ] ; sh:minCount 1",
        "sh:path ( :p :q ) ; sh:minCount 1",
        "sh:class :Thing",
    ],
)
def test_what_is_not_plain_is_left_to_pyshacl(constraints: str) -> None:
    assert shape(constraints) is None


def test_a_constraint_that_is_not_plain_is_judged_all_the_same() -> None:
    report = judged("sh:path :p ; sh:uniqueLang true", ':a a :Thing ; :p "one"@en, "two"@en .')
    assert [violation.focus for violation in report.violations] == ["urn:a"]


def test_subclass_axioms_of_the_graph_itself_count() -> None:
    kinds = ":Part rdfs:subClassOf :Whole . :a a :Thing ; :p :b . :b a :Part ."
    assert judged("sh:path :p ; sh:class :Whole", kinds).conforms
    assert judged("sh:path :p ; sh:class :Other", kinds).violations


def test_validation_leaves_the_graph_as_it_was() -> None:
    graph = whole()
    graph.add((URIRef("urn:a"), RDFS.subClassOf, OWL.Thing))
    graph.add((URIRef("urn:a"), RDFS.label, Literal("a")))
    before = set(graph)
    standard().validate(graph)
    assert set(graph) == before
