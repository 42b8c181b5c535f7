"""The shapes and the subclass axioms, parsed once, and pySHACL behind our own report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyshacl
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from kg.errors import SettingsError
from kg.validate.report import Report, Violation, sort_key
from kg.vocab import CE, OA, SH, SHAPES

_TARGET, _PROPERTY = URIRef(f"{SH}targetClass"), URIRef(f"{SH}property")
_SPAN, _TEXT, _OF = URIRef(f"{CE}TextSpan"), URIRef(f"{CE}text"), URIRef(f"{CE}ofRelease")
_START, _END, _EXACT = (URIRef(f"{OA}{name}") for name in ("start", "end", "exact"))
_QUALIFIED = URIRef(f"{SH}qualifiedValueShape")
_GATHERING = {RDF.type, RDFS.label, RDFS.comment, _TARGET, _PROPERTY}
_ALTERNATIVE = URIRef(f"{SH}alternativePath")
_MOST_MIXES = 64  # half a megabyte each; beyond that, a long build would hold every mix it ever met
# Constraints that judge the values of a path one by one, or that there are not too many; and what is none.
_BY_VALUE = (
    {URIRef(SH + name) for name in ("targetClass", "path", "message", "name", "description")}
    | {
        URIRef(SH + name)
        for name in (
            *("datatype", "class", "nodeKind", "in", "pattern", "minLength", "maxLength", "maxCount", "or"),
            *("minInclusive", "maxInclusive", "lessThan", "lessThanOrEquals", "disjoint"),
        )
    }
    | {RDF.type}
)

SPAN_SHAPE = f"{SHAPES}Span"
QUOTE_COMPONENT = f"{SHAPES}QuoteConstraintComponent"  # text[start:end] == exact: beyond SHACL core


class Validator:
    """Validates graphs against the shapes; built once a process, since parsing costs more than a release."""

    def __init__(self, shapes: Mapping[str, str], ontology: Mapping[str, str]) -> None:
        """Take Turtle texts by file name; raise SettingsError for one that cannot be parsed."""
        source = _parsed(shapes)
        self._axioms = _graph(_parsed(ontology).triples((None, RDFS.subClassOf, None)))
        self._shapes = _hoisted(source)
        self._names: list[str] = []
        self._by_kind: dict[Node, list[str]] = {}
        for shape, target in sorted(source.subject_objects(_TARGET)):
            self._names.append(str(shape))
            for kind in self._axioms.transitive_subjects(RDFS.subClassOf, target):
                self._by_kind.setdefault(kind or target, []).append(str(shape))
        self._optional = _optional(self._shapes)
        self._written = {shape: list(_closed(self._shapes, [shape])) for shape in self._shapes.subjects(_TARGET)}
        self._chosen: dict[frozenset[Node], tuple[Graph, Graph]] = {}

    def validate(self, graph: Graph) -> Report:
        """The report on one graph; the graph gains subclass axioms, and must hold no blank node."""
        checked = self._checked(graph)
        if not any(checked.values()):
            return Report(checked)
        met = {*graph.objects(None, RDF.type), *(set(graph.predicates()) & self._optional.keys())}
        shapes, axioms = self._relevant(frozenset(met))
        _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=axioms, inplace=True, inference="none")
        found = [*self._violations(results), *_misquoted(graph)]
        return Report(checked, tuple(sorted(found, key=sort_key)))

    def _checked(self, graph: Graph) -> dict[str, int]:
        """Focus nodes by node shape, the instances of subclasses included."""
        nodes: dict[str, set[Node]] = {shape: set() for shape in self._names}
        for subject, kind in graph.subject_objects(RDF.type):
            for shape in self._by_kind.get(kind, ()):
                nodes[shape].add(subject)
        return {shape: len(found) for shape, found in nodes.items()}

    def _relevant(self, met: frozenset[Node]) -> tuple[Graph, Graph]:
        """The shapes that can say something of these classes and properties, and the axioms above them.

        pySHACL pays for every shape of its graph, hit or not: with these alone a release takes a third of
        the time. The mixes that releases hold are kept.
        """
        if met not in self._chosen:
            if len(self._chosen) >= _MOST_MIXES:
                del self._chosen[next(iter(self._chosen))]
            above = {up for kind in met for up in self._axioms.transitive_objects(kind, RDFS.subClassOf)}
            idle = set().union(*(shapes for path, shapes in self._optional.items() if path not in met))
            starts = {shape for kind in above for shape in self._shapes.subjects(_TARGET, kind)} - idle
            axioms = _graph(triple for kind in above for triple in self._axioms.triples((kind, RDFS.subClassOf, None)))
            self._chosen[met] = (_graph(triple for shape in starts for triple in self._written[shape]), axioms)
        return self._chosen[met]

    def _violations(self, results: Graph) -> Iterable[Violation]:
        for result in results.objects(None, URIRef(f"{SH}result")):
            told = {str(name).removeprefix(SH): value for name, value in results.predicate_objects(result)}
            shape = told["sourceShape"]
            yield Violation(
                focus=str(told["focusNode"]),
                shape=str(shape),
                component=str(told["sourceConstraintComponent"]),
                path=self._path(self._shapes.value(shape, URIRef(f"{SH}path"))),
                value=str(told["value"]) if "value" in told else None,
                message=str(told.get("resultMessage", "")),
            )

    def _path(self, path: Node | None) -> str | None:
        if not isinstance(path, BNode):
            return None if path is None else str(path)
        first = self._shapes.value(path, _ALTERNATIVE)
        return "|".join(str(item) for item in Collection(self._shapes, first)) if first else None


def _graph(triples: Iterable[tuple[Node, Node, Node]]) -> Graph:
    """A graph on rdflib's simplest store, which answers twice as fast as its default one."""
    graph = Graph(store="SimpleMemory", bind_namespaces="none")
    for triple in triples:
        graph.add(triple)
    return graph


def _parsed(texts: Mapping[str, str]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for name, text in sorted(texts.items()):
        try:
            graph.parse(data=text, format="turtle")
        except Exception as error:
            raise SettingsError(f"{name} cannot be parsed: {error}") from error
    return graph


def _closed(graph: Graph, starts: Iterable[Node]) -> Iterable[tuple[Node, Node, Node]]:
    """The triples about these nodes and about the blank nodes they lead to."""
    waiting = list(starts)
    while waiting:
        for triple in graph.triples((waiting.pop(), None, None)):
            yield triple
            if isinstance(triple[2], BNode):
                waiting.append(triple[2])


def _optional(shapes: Graph) -> dict[Node, set[Node]]:
    """By path: the property shapes that can say nothing of a graph which lacks that property."""
    found: dict[Node, set[Node]] = {}
    for shape, path in shapes.subject_objects(URIRef(f"{SH}path")):
        if isinstance(path, URIRef) and set(shapes.predicates(shape)) <= _BY_VALUE:
            found.setdefault(path, set()).add(shape)
    return found


def _hoisted(source: Graph) -> Graph:
    """The same shapes with each property shape aimed at its node shape's targets by itself.

    The results are the same, but all focus nodes of a property shape are judged in one go and not each
    by itself, which takes half the time. Source: measured on graphs of 900 triples, pySHACL 0.40.
    """
    shapes = _graph(source)
    for shape in set(source.subjects(_TARGET)):
        if not _only_gathers(source, shape):
            continue
        for constraint in source.objects(shape, _PROPERTY):
            shapes.remove((shape, _PROPERTY, constraint))
            for target in source.objects(shape, _TARGET):
                shapes.add((constraint, _TARGET, target))
    return shapes


def _only_gathers(source: Graph, shape: Node) -> bool:
    """Whether a node shape does nothing but gather property shapes for classes.

    One that is closed, deactivated, has other targets, is part of another shape, or gathers qualified value
    shapes (which count their siblings) means more than its property shapes by themselves.
    """
    plain = set(source.predicates(shape)) <= _GATHERING and (None, None, shape) not in source
    kinds = set(source.objects(shape, RDF.type)) <= {URIRef(f"{SH}NodeShape")}
    parts = source.objects(shape, _PROPERTY)
    return plain and kinds and not any((part, _QUALIFIED, None) in source for part in parts)


def _misquoted(graph: Graph) -> Iterable[Violation]:
    """Spans whose quote is not what stands in the text between their offsets, where the text is at hand."""
    texts: dict[Node | None, str] = {release: str(text) for release, text in graph.subject_objects(_TEXT)}
    for span in graph.subjects(RDF.type, _SPAN):
        text = texts.get(graph.value(span, _OF))
        start, end = graph.value(span, _START), graph.value(span, _END)
        if text is None or not (isinstance(start, Literal) and isinstance(end, Literal)):
            continue
        first, last = start.value, end.value
        if not (isinstance(first, int) and isinstance(last, int)):
            continue
        for quote in graph.objects(span, _EXACT):
            if text[max(first, 0) : max(last, 0)] != str(quote):
                message = "The quote is not what stands in the text between the offsets."
                yield Violation(str(span), SPAN_SHAPE, QUOTE_COMPONENT, str(_EXACT), str(quote), message)
