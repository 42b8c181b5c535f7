"""One release as a graph of described nodes, and what of it is written into which named graph."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib.term import Node

from kg.iris import ReleaseIris
from kg.triples import terms

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReleaseGraph:
    """Nodes by N-Triples subject, each with its (predicate, object) pairs in rising order.

    `roots` describe the release itself; `claims` are the subjects of the claims, sorted.
    """

    iris: ReleaseIris
    nodes: Mapping[str, Pairs]
    roots: tuple[str, ...]
    claims: tuple[str, ...]

    def published(self, claims: Iterable[str] | None = None) -> list[str]:
        """Sorted N-Quads lines of the release and these claims (else all), with all they speak of."""
        chosen = self.claims if claims is None else claims
        return self._lines(self._reached((*self.roots, *chosen), frozenset()), self.iris.graph)

    def quarantined(self, claims: Iterable[str]) -> list[str]:
        """Sorted N-Quads lines of these claims with all they speak of, but for the release itself."""
        return self._lines(self._reached(claims, frozenset(self.roots)), self.iris.quarantine)

    def users(self, subject: str) -> list[str]:
        """The claims that speak of a node, by way of other nodes too; the claim itself for a claim."""
        roots = frozenset(self.roots)
        return [claim for claim in self.claims if subject in self._reached((claim,), roots)]

    def triples(self) -> list[tuple[Node, Node, Node]]:
        """The release and all its claims in rdflib's terms, for validation; one object for each term."""
        known: dict[str, Node] = {}

        def node(term: str) -> Node:
            found = known.get(term)
            if found is None:
                found = known[term] = terms.node(term)
            return found

        return [
            (node(subject), node(predicate), node(value))
            for subject, pairs in self.nodes.items()
            for predicate, value in pairs
        ]

    def _reached(self, starts: Iterable[str], stops: frozenset[str]) -> set[str]:
        reached: set[str] = set()
        waiting = list(starts)
        while waiting:
            subject = waiting.pop()
            if subject in reached or subject in stops or subject not in self.nodes:
                continue
            reached.add(subject)
            waiting.extend(value for _, value in self.nodes[subject] if value[0] == "<")
        return reached

    def _lines(self, subjects: Iterable[str], graph: str) -> list[str]:
        end = f" <{graph}> ."
        return sorted(
            f"{subject} {predicate} {value}{end}" for subject in subjects for predicate, value in self.nodes[subject]
        )
