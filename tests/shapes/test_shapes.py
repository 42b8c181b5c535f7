"""Each shape lets the sample pass and refuses its counter-example, at the right node, path and constraint."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SH
from rdflib.util import from_n3
from sample import whole

from kg.resources import folder
from kg.validate import Violation, standard
from kg.vocab import CE, OA, SHAPES

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
# What stands in the graphs that are derived from many releases.
DERIVED = f"""
@prefix ce: <{CE}> .
<urn:decision> a ce:IdentityDecision ; ce:left <urn:a> ; ce:right <urn:b> ; ce:judgement "same" ; ce:decidedBy "rule" ;
  ce:method "exact-name" ; ce:score 1.0 ; ce:reason "one name" .
<urn:merged> a ce:MergedClaim ; ce:supportedBy <urn:claim:1>, <urn:claim:2> .
"""
NAMES = (SH.focusNode, SH.sourceShape, SH.sourceConstraintComponent)
PREFIXES = {"dcterms": str(DCTERMS), "oa": OA, "prov": str(PROV), "rdf": str(RDF), "rdfs": str(RDFS)}


@pytest.fixture
def graph() -> Graph:
    return whole().parse(data=DERIVED, format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    union = Graph()
    for path in sorted(folder("shapes").glob("*.ttl")):
        union.parse(path)
    return union


def term(name: str) -> URIRef:
    """A property by its short name: ours without a prefix."""
    prefix, colon, local = name.rpartition(":")
    return URIRef((PREFIXES[prefix] if colon else CE) + local)


def first(graph: Graph, kind: str) -> URIRef:
    return min(URIRef(str(node)) for node in graph.subjects(RDF.type, URIRef(CE + kind)))


def value(graph: Graph, node: URIRef, written: str) -> Any:
    if written.startswith("@"):
        own = graph.value(node, term(written[1:]))
        return own or first(graph, written[1:])
    return from_n3(written) if written.startswith(("<", '"')) else Literal(written)


def changed(graph: Graph, node: URIRef, case: dict[str, Any]) -> None:
    """Make the change that a case describes."""
    for name in case.get("drop", ()):
        graph.remove((node, term(name), None))
    for name, written in case.get("set", {}).items():
        made = value(graph, node, written)
        graph.remove((node, term(name), None))
        graph.add((node, term(name), made))
    for name, written in case.get("add", {}).items():
        graph.add((node, term(name), value(graph, node, written)))


def of_shape(found: Iterable[Violation], shape: str) -> list[Violation]:
    return [violation for violation in found if violation.shape == SHAPES + shape]


def test_the_sample_conforms_and_is_looked_at_by_every_shape_that_it_can_meet(graph: Graph) -> None:
    report = standard().validate(graph)
    assert report.conforms, report.text()
    met = {shape.removeprefix(SHAPES) for shape, count in report.checked.items() if count}
    kinds = {"CompanyMention", "ExecutiveRole", "CustomerRelationship", "FacilityMention", "Move", "Fact", "Event"}
    assert met >= kinds | {"Tie", "Quotation", "Discrepancy", "Claim", "Release", "Run", "Span", "Default"}


def test_sparing_the_shapes_that_plainly_hold_changes_no_verdict(shapes: Graph) -> None:
    axioms = Graph()
    for path in sorted(folder("ontology").glob("*.ttl")):
        axioms.parse(path)
    for case in CASES[::20]:
        graph = whole().parse(data=DERIVED, format="turtle")
        changed(graph, first(graph, case["on"]), case)
        ours = {(v.focus, v.shape, v.component, v.value) for v in standard().validate(graph).violations}
        _, told, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=axioms)
        theirs = {
            (
                *(str(told.value(result, name)) for name in NAMES),
                None if (given := told.value(result, SH.value)) is None else str(given),
            )
            for result in told.subjects(RDF.type, SH.ValidationResult)
        }
        assert {violation for violation in ours if "Quote" not in violation[2]} == theirs


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['shape']}-{case['component']}")
def test_the_counter_example_is_refused(case: dict[str, Any], graph: Graph, shapes: Graph) -> None:
    node = first(graph, case["on"])
    changed(graph, node, case)
    found = of_shape(standard().validate(graph).violations, case["shape"])
    component = f"{SH}{case['component']}ConstraintComponent"
    assert (str(node), component) in {(violation.focus, violation.component) for violation in found}
    path = shapes.value(URIRef(SHAPES + case["shape"]), SH.path)
    told = {violation.path for violation in found}
    assert told == {str(path)} if isinstance(path, URIRef) else all("|" in (name or "") for name in told)
    assert all(violation.message.endswith(".") for violation in found)


def test_every_constraint_on_claims_and_entities_has_its_counter_example(shapes: Graph) -> None:
    written = {str(shape).removeprefix(SHAPES) for shape in shapes.subjects(RDF.type, SH.PropertyShape)}
    types = {shape for shape in written if shape.endswith("-party")}
    assert {case["shape"] for case in CASES} == written - types
    assert len(types) >= 44


def event_types() -> list[str]:
    union = Graph().parse(folder("shapes") / "events.ttl")
    targets = {str(target).removeprefix(CE) for target in union.objects(None, SH.targetClass)}
    return sorted(targets - {"CorporateEvent"})


@pytest.mark.parametrize("kind", event_types())
def test_an_event_of_each_type_needs_a_party_and_may_have_it_named(kind: str, graph: Graph) -> None:
    node = first(graph, "Default")
    graph.remove((node, RDF.type, URIRef(f"{CE}Default")))
    graph.add((node, RDF.type, URIRef(CE + kind)))
    for role in ("company", "counterparty"):
        graph.remove((node, term(role), None))
    (found,) = of_shape(standard().validate(graph).violations, f"{kind}-party")
    assert (found.focus, found.component) == (str(node), f"{SH}MinCountConstraintComponent")
    needed = (found.path or "").split("|")[0]
    graph.add((node, URIRef(needed), first(graph, "Person" if needed == f"{CE}person" else "Company")))
    assert not standard().validate(graph).violations


def test_every_node_and_property_shape_has_an_iri_and_a_message(shapes: Graph) -> None:
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        assert isinstance(shape, URIRef)
        assert shapes.value(shape, RDFS.label)
        assert all(isinstance(constraint, URIRef) for constraint in shapes.objects(shape, SH.property))
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        assert str(shapes.value(shape, SH.message)).endswith(".")


def test_the_shapes_are_shapes() -> None:
    union = Graph()
    for path in sorted(folder("shapes").glob("*.ttl")):
        union.parse(path)
    conforms, _, told = pyshacl.validate(Graph(), shacl_graph=union, meta_shacl=True)
    assert conforms, told
