"""What users may change: graphs of their own, whole or by SPARQL Update, and nothing that `kg build` wrote."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

import pyoxigraph as ox

from kg.errors import InputError, QueryError
from kg.serve.negotiation import GRAPHS
from kg.serve.refusals import MissingError, ReadOnlyError
from kg.store import Writer
from kg.store.derived import graph_of
from kg.store.user import DEFAULT, canonical, is_ours, quads

_MERGE = ox.DefaultGraph()
_OURS_STAY = "it holds what `kg build` read or derived; write another graph"


class Change(Protocol):
    """Something to do to the graphs that users write."""

    def lines(self, writer: Writer) -> tuple[list[str], str]:
        """The lines of all users' graphs after it, and what it did: created, changed or the name of a new graph."""


@dataclass(frozen=True, slots=True)
class Put:
    """A graph in the place of another, or added to it; None is the default graph."""

    graph: str | None
    parts: tuple[tuple[str, bytes], ...]  # syntax by name and content
    base: str
    replace: bool
    new_below: str | None = None  # mint a name below this address instead

    def lines(self, writer: Writer) -> tuple[list[str], str]:
        """The lines after it; raises InputError for malformed content and ReadOnlyError for a graph of ours."""
        before = writer.user_lines()
        known = {graph_of(line) for line in before}
        parsed = [triple for form, content in self.parts for triple in _parsed(form, content, self.base)]
        name = _writable(self.graph) if self.new_below is None else _fresh(self.new_below, parsed, known)
        kept = [line for line in before if not (self.replace and graph_of(line) == name)]
        graph = ox.NamedNode(name)
        added = [ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in parsed]
        told = name if self.new_below else "changed" if name in known else "created"
        return canonical([*quads(kept), *added]), told


@dataclass(frozen=True, slots=True)
class Delete:
    """A graph away; of the default graph what users wrote."""

    graph: str | None

    def lines(self, writer: Writer) -> tuple[list[str], str]:
        """The lines after it; raises MissingError when there is no such graph."""
        name = _writable(self.graph)
        before = writer.user_lines()
        kept = [line for line in before if graph_of(line) != name]
        if len(kept) == len(before) and self.graph is not None:
            raise MissingError(f"there is no graph {name}")
        return kept, "changed"


@dataclass(frozen=True, slots=True)
class Update:
    """A SPARQL Update, tried on a copy of the database: it counts only if it leaves alone what is ours."""

    text: str
    base: str

    def lines(self, writer: Writer) -> tuple[list[str], str]:
        """The lines after it; raises QueryError for a malformed update and ReadOnlyError where it may not write."""
        folder = writer.folder / "scratch"
        shutil.rmtree(folder, ignore_errors=True)  # of an update that was ended; the lock is ours
        try:
            if not writer.copy(folder):
                raise QueryError("the store was behind and is mended now: send the update again")
            return self._tried(ox.Store(str(folder))), "changed"
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _tried(self, store: ox.Store) -> list[str]:
        ours = {graph: _digest(store, graph) for graph in _graphs(store) if is_ours(graph.value)}
        merge, mirror = _triples(store, _MERGE), _triples(store, ox.NamedNode(DEFAULT))
        try:
            store.update(self.text, base_iri=self.base)
        except (SyntaxError, RuntimeError, ValueError, OSError) as error:
            raise QueryError(f"the update: {error}") from error
        now = set(_graphs(store))
        for graph in sorted({*ours, *(each for each in now if is_ours(each.value))}, key=str):
            if graph.value != DEFAULT and ours.get(graph) != _digest(store, graph):
                raise ReadOnlyError(f"the update would change the graph {graph.value}: {_OURS_STAY}")
        after, mirror_after = _triples(store, _MERGE), _triples(store, ox.NamedNode(DEFAULT))
        if mirror_after not in (mirror, set()):
            raise ReadOnlyError(f"the update would change {DEFAULT}: write to the default graph instead")
        if merge - after - mirror:
            raise ReadOnlyError(f"the update would take triples of releases from the default graph: {_OURS_STAY}")
        own = ((mirror & mirror_after) - (merge - after)) | (after - merge)
        default = [line[: -len(" .")] + f" <{DEFAULT}> ." for line in sorted(own)]
        named = (quad for graph in now if not is_ours(graph.value) for quad in _quads(store, graph))
        return canonical([*quads(default), *named])


def _writable(graph: str | None) -> str:
    """The name of a graph that users may write; raises ReadOnlyError or InputError for another."""
    if graph is None:
        return DEFAULT
    try:
        name = ox.NamedNode(graph).value
    except ValueError as error:
        raise InputError(f"{graph} is no IRI: {error}") from error
    if is_ours(name):
        raise ReadOnlyError(f"the graph {name} is read-only: {_OURS_STAY}")
    return name


def _fresh(below: str, triples: list[ox.Triple], known: Iterable[str]) -> str:
    """A name that no graph has, from what the graph says."""
    digest = sha256("\n".join(sorted(str(triple.predicate) for triple in triples)).encode()).hexdigest()[:12]
    taken = set(known)
    numbered = (f"{below}/{digest}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)


def _parsed(form: str, content: bytes, base: str) -> list[ox.Triple]:
    try:
        found = list(ox.parse(content, format=GRAPHS[form][1], base_iri=base, rename_blank_nodes=True))
    except (SyntaxError, ValueError) as error:
        raise InputError(f"the graph is malformed: {error}") from error
    if any(quad.graph_name != _MERGE for quad in found):
        raise InputError("send one graph, without names of graphs in it")
    return [quad.triple for quad in found]


def _graphs(store: ox.Store) -> list[ox.NamedNode]:
    return [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]


def _quads(store: ox.Store, graph: ox.NamedNode) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, None, None, graph))


def _dump(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> bytes:
    content = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=graph)
    return content or b""


def _triples(store: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> set[str]:
    return set(_dump(store, graph).decode().splitlines())


def _digest(store: ox.Store, graph: ox.NamedNode) -> bytes | None:
    """What a graph holds, in short; None when it holds nothing."""
    content = b"\n".join(sorted(_dump(store, graph).splitlines()))
    return sha256(content).digest() if content else None
