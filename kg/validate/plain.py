"""Property shapes that plainly hold, so that pySHACL need not be asked about them.

Nearly every shape holds of nearly every release, and a few look-ups tell that. Nothing said here is a verdict:
a shape that says more than this module knows, or that some value does not plainly fulfil, is left to pySHACL,
and so is every violation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import ge, le, lt
from typing import Final

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node

from kg.vocab import SH

Triple = tuple[Node, Node, Node]
_Test = Callable[["Nodes", Node, Node], bool]  # of what a graph says, a focus node, and a value of the path
_Order = Callable[[Decimal, Decimal], bool]
_SILENT: Final = {RDF.type, RDFS.label, RDFS.comment} | {
    URIRef(SH + name) for name in ("targetClass", "path", "minCount", "maxCount", "message", "name", "description")
}
_PATH, _CHOICE, _DATATYPE, _IRI = (URIRef(SH + name) for name in ("path", "alternativePath", "datatype", "IRI"))
_LEAST, _MOST, _TARGET = (URIRef(SH + name) for name in ("minCount", "maxCount", "targetClass"))
_NONE: Final[Mapping[Node, list[Node]]] = {}


class Nodes:
    """What a graph says, for look-ups by property and by class."""

    def __init__(self, graph: Iterable[Triple], above: Callable[[Node], Iterable[Node]]) -> None:
        """Take in the triples of a graph; `above` gives a class and every class over it."""
        self._values: dict[Node, dict[Node, list[Node]]] = {}
        for subject, predicate, value in graph:
            self._values.setdefault(predicate, {}).setdefault(subject, []).append(value)
        self._instances: dict[Node, set[Node]] = {}
        for subject, kinds in self.values(RDF.type).items():
            for kind in kinds:
                for up in above(kind):
                    self._instances.setdefault(up, set()).add(subject)

    def values(self, path: Node) -> Mapping[Node, list[Node]]:
        """The values of a property, by subject."""
        return self._values.get(path, _NONE)

    def value(self, subject: Node, path: Node) -> Node | None:
        """A value of a property; None where there is none."""
        return next(iter(self.values(path).get(subject, ())), None)

    def instances(self, kind: Node) -> set[Node]:
        """The nodes of a class, those of its subclasses included."""
        return self._instances.get(kind, set())

    def of_any(self, kinds: Iterable[Node]) -> set[Node]:
        """The nodes of any of these classes."""
        found = [self._instances[kind] for kind in kinds if kind in self._instances]
        return found[0] if len(found) == 1 else set().union(*found)


@dataclass(frozen=True, slots=True)
class PlainShape:
    """A property shape all of whose constraints are known here."""

    targets: tuple[Node, ...]
    paths: tuple[Node, ...]  # several are alternatives
    least: int
    most: int | None
    tests: tuple[_Test, ...]

    def holds(self, nodes: Nodes) -> bool:
        """Whether every focus node plainly conforms."""
        by_path = [nodes.values(path) for path in self.paths]
        if not self.least and not any(by_path):
            return True
        for focus in nodes.of_any(self.targets):
            found = [value for values in by_path for value in values.get(focus, ())]
            if self.most is not None and len(found) > self.most:
                return False
            if len(found) < self.least or (self.least > 1 and len(set(found)) < self.least):
                return False
            if not all(test(nodes, focus, value) for value in found for test in self.tests):
                return False
        return True


def plain_shape(shapes: Graph, shape: Node) -> PlainShape | None:
    """A property shape, or a node shape that says nothing itself, for look-ups; None for one that is not plain."""
    paths = [_paths(shapes, path) for path in shapes.objects(shape, _PATH)]
    tests: list[_Test] = []
    for predicate, value in shapes.predicate_objects(shape):
        if predicate in _SILENT:
            continue
        maker = _TESTS.get(str(predicate).removeprefix(SH))
        test = maker(shapes, value) if maker else None
        if test is None:
            return None
        tests.append(test)
    if (tests and not paths) or not all(paths):
        return None
    least, most = (shapes.value(shape, name) for name in (_LEAST, _MOST))
    return PlainShape(
        targets=tuple(shapes.objects(shape, _TARGET)),
        paths=tuple(path for choice in paths for path in choice),
        least=int(str(least or 0)),
        most=None if most is None else int(str(most)),
        tests=tuple(tests),
    )


def _paths(shapes: Graph, path: Node) -> list[Node]:
    """The properties that a path chooses from; none for a path that does anything else."""
    if isinstance(path, URIRef):
        return [path]
    first = shapes.value(path, _CHOICE)
    listed = list(Collection(shapes, first)) if first is not None else []
    return listed if all(isinstance(each, URIRef) for each in listed) else []


def _typed(datatypes: Iterable[Node]) -> _Test:
    known = frozenset(datatypes)
    return lambda _nodes, _focus, value: (
        isinstance(value, Literal)
        and (value.datatype or XSD.string) in known
        and value.language is None
        and not value.ill_typed
    )


def _either(shapes: Graph, choices: Node) -> _Test | None:
    """The test of a choice of datatypes."""
    said = [pair for choice in Collection(shapes, choices) for pair in shapes.predicate_objects(choice)]
    return _typed(value for _, value in said) if all(predicate == _DATATYPE for predicate, _ in said) else None


def _listed(shapes: Graph, members: Node) -> _Test:
    known = frozenset(Collection(shapes, members))
    return lambda _nodes, _focus, value: value in known


def _long(_shapes: Graph, least: Node) -> _Test:
    fewest = int(str(least))
    return lambda _nodes, _focus, value: isinstance(value, Literal) and len(value) >= fewest


def _matching(_shapes: Graph, pattern: Node) -> _Test:
    search = re.compile(str(pattern)).search
    return lambda _nodes, _focus, value: isinstance(value, URIRef | Literal) and search(str(value)) is not None


def _bounded(order: _Order, _shapes: Graph, bound: Node) -> _Test:
    return lambda _nodes, _focus, value: _ordered(order, value, bound)


def _before(order: _Order, _shapes: Graph, path: Node) -> _Test:
    return lambda nodes, focus, value: all(_ordered(order, value, other) for other in nodes.values(path).get(focus, ()))


def _ordered(order: _Order, first: Node, second: Node) -> bool:
    """Whether two numbers stand in an order; what is no number plainly stands in none."""
    numbers = [node.value for node in (first, second) if isinstance(node, Literal)]
    return len(numbers) == 2 and all(type(number) in (int, Decimal) for number in numbers) and order(*numbers)


_TESTS: Final[Mapping[str, Callable[[Graph, Node], _Test | None]]] = {
    "datatype": lambda _, datatype: _typed([datatype]),
    "or": _either,
    "class": lambda _, kind: lambda nodes, _focus, value: value in nodes.instances(kind),
    "nodeKind": lambda _, kind: (lambda _nodes, _focus, value: isinstance(value, URIRef)) if kind == _IRI else None,
    "in": _listed,
    "minLength": _long,
    "pattern": _matching,
    "minInclusive": partial(_bounded, ge),
    "maxInclusive": partial(_bounded, le),
    "lessThan": partial(_before, lt),
    "lessThanOrEquals": partial(_before, le),
    "disjoint": lambda _, path: lambda nodes, focus, value: value not in nodes.values(path).get(focus, ()),
}
