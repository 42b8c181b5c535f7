"""The vocabulary is whole: every term told, declared once, used as declared, and inside OWL 2 RL and DL.

The rules below are those that a vocabulary like ours can break; tests/conformance/test_owl_profiles.py asks
the OWL API itself where it is at hand.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node
from source import PACKAGE, ROOT

from kg.vocab import XSD

CE = "https://w3id.org/corpevent/ontology#"
ONTOLOGY = URIRef("https://w3id.org/corpevent/ontology")
CODE = "https://w3id.org/corpevent/code/"
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
# Light and stable vocabularies that a term may stand below; to all others it is aligned by closeMatch only.
ABOVE = ("foaf/0.1/", "/ns/oa#", "/ns/org#", "/ns/prov#", "/2009/11/sem/")
BUILT_IN = (str(OWL), str(RDF), str(RDFS), XSD)
# Datatypes of the OWL 2 datatype map that we use as ranges; xsd:date is in no OWL 2 profile.
RANGES = {URIRef(XSD + name) for name in ("string", "boolean", "decimal", "integer")}
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith)


def union(folder: str) -> Graph:
    """All Turtle of a folder in one graph."""
    graph = Graph()
    for path in sorted((ROOT / folder).glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return union("ontology")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return union("shapes")


def own(graph: Graph) -> list[URIRef]:
    """The subjects of our namespaces, the ontology itself left out."""
    found = {s for s in graph.subjects() if isinstance(s, URIRef) and str(s).startswith((CE, CODE))}
    return sorted(found)


def test_the_header_says_what_it_is_and_that_the_base_is_not_registered(ontology: Graph) -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology
    assert "not registered" in str(ontology.value(ONTOLOGY, RDFS.comment))
    assert ontology.value(ONTOLOGY, OWL.versionIRI)
    assert not list(ontology.triples((None, OWL.imports, None)))


def test_every_term_has_a_label_a_definition_and_its_ontology(ontology: Graph) -> None:
    for term in own(ontology):
        labels = list(chain(ontology.objects(term, RDFS.label), ontology.objects(term, SKOS.prefLabel)))
        definitions = list(ontology.objects(term, SKOS.definition))
        assert len(labels) == len(definitions) == 1, term
        assert str(definitions[0]).endswith("."), term
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [ONTOLOGY], term


def test_labels_of_one_kind_of_term_are_unlike(ontology: Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        labels = [str(ontology.value(term, RDFS.label)) for term in own(ontology) if (term, RDF.type, kind) in ontology]
        assert len(labels) == len(set(labels)), sorted(labels)


def test_a_term_is_a_class_or_a_property_of_one_sort_or_an_individual(ontology: Graph) -> None:
    sorts = {OWL.Class, OWL.NamedIndividual, *PROPERTIES}
    for term in {s for s in ontology.subjects(RDF.type) if s != ONTOLOGY}:
        assert len(set(ontology.objects(term, RDF.type)) & sorts) == 1, term


def test_every_term_that_is_used_is_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    used = set(ontology.predicates()) | set(ontology.objects(None, RDF.type))
    for axiom in AXIOMS:
        used |= set(ontology.objects(None, axiom))
    strange = [term for term in used - declared if not str(term).startswith(BUILT_IN)]
    assert not strange


def test_axioms_are_plain_and_point_to_light_vocabularies_only(ontology: Graph) -> None:
    assert not [triple for triple in ontology if any(isinstance(term, BNode) for term in triple)]
    assert not list(ontology.triples((None, OWL.equivalentClass, None)))
    assert not list(ontology.triples((None, OWL.sameAs, None)))
    above = [str(o) for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in ontology.objects(None, p)]
    assert not [name for name in above if not name.startswith(CE) and not any(part in name for part in ABOVE)]


def test_ranges_are_classes_or_datatypes_that_owl_knows(ontology: Graph) -> None:
    for term, value in ontology.subject_objects(RDFS.range):
        if (term, RDF.type, OWL.ObjectProperty) in ontology:
            assert (value, RDF.type, OWL.Class) in ontology, term
        else:
            assert value in RANGES, f"{term}: dates are constrained by the shapes alone"
    for term, value in ontology.subject_objects(RDFS.domain):
        assert (value, RDF.type, OWL.Class) in ontology, term


def test_annotation_properties_bear_no_logic(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.AnnotationProperty):
        assert not [axiom for axiom in AXIOMS if list(ontology.objects(term, axiom))], term


def test_reasoning_over_the_vocabulary_finds_no_clash(ontology: Graph) -> None:
    closure = Graph()
    for triple in ontology:
        closure.add(triple)
    for number, kind in enumerate(sorted(ontology.subjects(RDF.type, OWL.Class))):
        closure.add((URIRef(f"urn:instance:{number}"), RDF.type, kind))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closure)
    errors = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert not list(closure.subject_objects(errors))
    assert len(closure) > len(ontology)


def names_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w:])ce:([A-Za-z]\w*)", text))


def files() -> Iterator[tuple[str, str]]:
    for folder, pattern in (("shapes", "*.ttl"), ("queries", "*.rq"), ("kg", "*.py"), ("docs", "*.md")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def test_every_prefixed_name_in_shapes_queries_code_and_docs_is_declared(ontology: Graph) -> None:
    declared = {str(term).removeprefix(CE) for term in own(ontology)}
    strange = {name: sorted(names_in(text) - declared) for name, text in files()}
    assert not {name: found for name, found in strange.items() if found}


def written_by_code() -> set[str]:
    """The local names that modules spell out, and those that kg/triples makes of field names."""
    names = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        names |= set(re.findall(r"\{CE\}(\w+)", path.read_text(encoding="utf-8")))
    for path in sorted((PACKAGE / "triples").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in {"ce", "_kinds"}:
                names |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
            if called in {"_values", "_links"}:
                names |= {re.sub(r"_(\w)", lambda m: m[1].upper(), word.arg) for word in node.keywords if word.arg}
    return names


def test_every_name_that_the_code_writes_is_declared(ontology: Graph) -> None:
    names = written_by_code()
    assert len(names) > 60
    assert not sorted(name for name in names if (URIRef(CE + name), RDF.type, None) not in ontology)


def test_no_term_is_declared_that_nothing_writes_constrains_or_explains(ontology: Graph, shapes: Graph) -> None:
    used = written_by_code() | set(chain.from_iterable(names_in(text) for _, text in files()))
    used |= {str(term).removeprefix(CE) for term in chain(shapes.objects(), ontology.objects())}
    used |= {str(term).removeprefix(CE) for term in ontology.predicates()}
    assert not sorted(
        str(term) for term in own(ontology) if str(term).startswith(CE) and str(term)[len(CE) :] not in used
    )


def notations(ontology: Graph, scheme: Node) -> set[str]:
    return {str(ontology.value(code, SKOS.notation)) for code in ontology.subjects(SKOS.inScheme, scheme)}


def test_every_code_list_is_the_list_that_the_shapes_enforce(ontology: Graph, shapes: Graph) -> None:
    enforced = {}
    for shape, path in shapes.subject_objects(SH.path):
        listed = shapes.value(shape, SH["in"])
        if listed is not None and path != RDF.type:
            enforced[path] = {str(item) for item in Collection(shapes, listed)}
    schemes = dict(ontology.subject_objects(URIRef(f"{CE}codes")))
    assert enforced.keys() <= schemes.keys()
    for path, scheme in schemes.items():
        assert notations(ontology, scheme), scheme
        assert enforced.get(path, notations(ontology, scheme)) == notations(ontology, scheme), path
    assert set(schemes.values()) == set(ontology.subjects(RDF.type, SKOS.ConceptScheme))


def test_a_codes_iri_ends_in_its_notation(ontology: Graph) -> None:
    for code, scheme in ontology.subject_objects(SKOS.inScheme):
        assert str(code) == f"{scheme}/{str(ontology.value(code, SKOS.notation)).rstrip(':')}"


def test_the_event_types_of_the_ontology_are_those_of_the_shapes(ontology: Graph, shapes: Graph) -> None:
    event = URIRef(f"{CE}CorporateEvent")
    below = set(ontology.transitive_subjects(RDFS.subClassOf, event))
    leaves = {term for term in below if not list(ontology.subjects(RDFS.subClassOf, term))}
    listed = next(iter(shapes.objects(URIRef("https://w3id.org/corpevent/shapes#Event-type"), SH["in"])))
    assert set(Collection(shapes, listed)) == leaves | {event}
    assert len(leaves) == 44
    assert all(list(shapes.subjects(SH.targetClass, leaf)) for leaf in leaves)
