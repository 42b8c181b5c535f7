"""What is known of one thing, line by line, each with the words it is taken from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError
from kg.vocab import CE, OA, PROV, RDF, RDFS

_TYPE = ox.NamedNode(f"{RDF}type")
_LABEL = ox.NamedNode(f"{RDFS}label")
_MAIN = ox.NamedNode(f"{CE}mainEvidence")
_EVIDENCE = ox.NamedNode(f"{CE}evidence")
_RELEASE = ox.NamedNode(f"{CE}ofRelease")
_SAME = ox.NamedNode(f"{CE}sameEntityAs")
_SOURCE = ox.NamedNode(f"{CE}source")
_ABOUT_THE_CLAIM = {
    _TYPE.value,
    _MAIN.value,
    _EVIDENCE.value,
    f"{PROV}wasGeneratedBy",
    *(f"{CE}{name}" for name in ("confidence", "rule", "negated", "modality")),
}
_STEPS = 2  # from a claim to its facility to the facility's place


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """A stretch of a release: half-open code points of its canonical text."""

    source: str
    release: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in words, with its evidence."""

    claim: str
    kind: str
    says: tuple[tuple[str, str], ...]  # property, value
    modality: str
    confidence: str
    rule: str
    published: bool
    words: tuple[Words, ...]


def explain(store: ox.Store, iri: str) -> tuple[list[str], list[Statement]]:
    """The labels of an entity, claim, span or release, and every claim that speaks of it, in order.

    Of an entity that is merged with others, what is known of them all. Raises InputError when the store
    knows nothing of it.
    """
    nodes = _one_with(store, _node(iri))
    labels = sorted({_value(quad.object) for node in nodes for quad in _quads(store, node, _LABEL, None)})
    found = {each for node in nodes for each in _claims(store, node, _STEPS)}
    if not labels and not found:
        raise InputError(f"the store knows nothing of {iri}")
    statements = [_statement(store, claim, graph) for claim, graph in found]
    return labels, sorted(statements, key=lambda each: (each.words[:1], each.claim))


def _one_with(store: ox.Store, node: ox.NamedNode) -> list[ox.NamedNode]:
    """The entities that a node is merged with, itself among them."""
    stands_for = [quad.object for quad in _quads(store, node, _SAME, None)]
    merged = [quad.subject for each in stands_for for quad in _quads(store, None, _SAME, each)]
    return [member for member in merged if isinstance(member, ox.NamedNode)] or [node]


def canonical_text(store: ox.Store, name: str) -> str:
    """The canonical text of a release, named by its IRI, its sixteen hex digits or its source.

    Raises InputError when the store holds no such release.
    """
    merged = ox.DefaultGraph()
    subjects = [quad.subject for quad in _quads(store, None, _SOURCE, ox.Literal(name), merged)]
    if not subjects:
        every = _quads(store, None, ox.NamedNode(f"{CE}sha256"), None, merged)
        subjects = [quad.subject for quad in every if _names(quad.subject, name)]
    for subject in subjects:
        for quad in _quads(store, subject, ox.NamedNode(f"{CE}text"), None, merged):
            return _value(quad.object)
    raise InputError(f"the store holds no release {name}; `kg query releases` lists what it holds")


def _names(subject: object, name: str) -> bool:
    iri = _value(subject)
    return name in {iri, iri.rpartition("/")[2]}


def _claims(store: ox.Store, node: ox.NamedNode, steps: int) -> Iterator[tuple[ox.NamedNode, ox.NamedNode]]:
    """The claims that speak of a node, by way of what they name, each with its graph."""
    for graph in {quad.graph_name for quad in _quads(store, node, _MAIN, None)}:
        if isinstance(graph, ox.NamedNode):
            yield node, graph
    for quad in _quads(store, None, None, node):
        subject, graph = quad.subject, quad.graph_name
        if not isinstance(graph, ox.NamedNode) or not isinstance(subject, ox.NamedNode):
            continue
        if _one(store, subject, _MAIN, graph) is not None:
            yield subject, graph
        elif steps > 1:
            yield from ((claim, where) for claim, where in _claims(store, subject, steps - 1) if where == graph)


def _statement(store: ox.Store, claim: ox.NamedNode, graph: ox.NamedNode) -> Statement:
    properties: dict[str, list[object]] = {}
    for quad in _quads(store, claim, None, None, graph):
        properties.setdefault(quad.predicate.value, []).append(quad.object)
    says = sorted(
        (name.rpartition("#")[2], _shown(store, value, graph))
        for name, values in properties.items()
        if name not in _ABOUT_THE_CLAIM
        for value in values
    )
    kinds = sorted(_value(value).rpartition("#")[2] for value in properties.get(_TYPE.value, ()))
    telling = [kind for kind in kinds if kind != "CorporateEvent"] or kinds

    def first(name: str) -> str:
        return _value(properties.get(f"{CE}{name}", [ox.Literal("")])[0])

    return Statement(
        claim=claim.value,
        kind=telling[0],
        says=tuple(says),
        modality=first("modality"),
        confidence=first("confidence"),
        rule=first("rule"),
        published=not graph.value.endswith("/quarantine"),
        words=tuple(sorted(_words(store, span, graph) for span in properties.get(_EVIDENCE.value, ()))),
    )


def _words(store: ox.Store, span: object, graph: ox.NamedNode) -> Words:
    assert isinstance(span, ox.NamedNode)
    release = _one(store, span, _RELEASE, graph)
    published = ox.NamedNode(graph.value.removesuffix("/quarantine"))
    return Words(
        source=_value(_one(store, release, _SOURCE, published)),
        release=_value(release),
        start=int(_value(_one(store, span, ox.NamedNode(f"{OA}start"), graph))),
        end=int(_value(_one(store, span, ox.NamedNode(f"{OA}end"), graph))),
        quote=_value(_one(store, span, ox.NamedNode(f"{OA}exact"), graph)),
    )


def _one(store: ox.Store, subject: object, predicate: ox.NamedNode, graph: ox.NamedNode) -> object | None:
    """The first object by name of a subject's property in a graph."""
    if not isinstance(subject, ox.NamedNode):
        return None
    objects = [quad.object for quad in _quads(store, subject, predicate, None, graph)]
    return min(objects, key=str, default=None)


def _shown(store: ox.Store, value: object, graph: ox.NamedNode) -> str:
    label = _one(store, value, _LABEL, graph)
    return _value(value) if label is None else f"{_value(label)} <{_value(value)}>"


def _quads(
    store: ox.Store,
    subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
    predicate: ox.NamedNode | None,
    value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
    graph: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
) -> list[ox.Quad]:
    """The quads of a pattern. All at once: the engine's iterators must end in the thread they began in."""
    return list(store.quads_for_pattern(subject, predicate, value, graph))


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else ""


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri.removeprefix("<").removesuffix(">"))
    except ValueError as error:
        raise InputError(f"{iri} is not an IRI: give it in full, as `kg query` prints it") from error
