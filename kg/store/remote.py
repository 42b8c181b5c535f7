"""A store on a SPARQL server: the same named graphs, and a manifest in a graph of its own.

The server has no truth files beside it, so a text that came from two sources keeps the graph that was
loaded last until one of them is built again. Its default graph is its own affair.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import sha256
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.store.contents import source_lines
from kg.store.database import without_graph
from kg.store.manifest import Entry, Loaded, read_entry
from kg.store.server import Server
from kg.triples import terms
from kg.vocab import CE

_MANIFEST = "urn:kg:manifest"
_ENTRY = "urn:kg:entry"
_ALL = f"SELECT ?entry {{ GRAPH <{_MANIFEST}> {{ ?source <{_ENTRY}> ?entry }} }}"
_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


class RemoteWriter:
    """Writes to a server as Writer does to a folder: each batch of sources is one update request."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.entries: dict[str, Entry] = {}

    def __enter__(self) -> Self:
        self.entries = {entry.source: entry for entry in _entries(self._server)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing waits: every batch is on the server already."""

    @property
    def sources(self) -> set[str]:
        """The names of all sources."""
        return set(self.entries)

    def known(self, source: str) -> Entry | None:
        """What a source gave when it was last built."""
        return self.entries.get(source)

    def put(self, entries: Sequence[Entry], graphs: Sequence[bytes] = (), removed: Sequence[str] = ()) -> None:
        """Take in what sources now give, in the place of what they gave; and withdraw the removed ones."""
        changed = [*removed, *(entry.source for entry in entries)]
        if not changed:
            return
        touched = {each.graph for source in changed for each in self._loaded(source)}
        after = {source: entry for source, entry in self.entries.items() if source not in changed}
        after |= {entry.source: entry for entry in entries}
        touched |= {each.graph for entry in entries for each in entry.releases}
        contents = {sha256(content).hexdigest(): content for content in graphs}
        steps = [step for graph in sorted(touched) for step in _steps(graph, after.values(), contents)]
        steps += [step for source in changed for step in _noted(source, after.get(source))]
        self._server.update(" ;\n".join(steps))
        self.entries = after

    def _loaded(self, source: str) -> tuple[Loaded, ...]:
        entry = self.entries.get(source)
        return entry.releases if entry else ()


def _steps(graph: str, entries: Iterable[Entry], contents: dict[str, bytes]) -> Iterable[str]:
    """The operations that bring one graph of the server up to date."""
    supports = sorted((each, entry.sha256) for entry in entries for each in entry.releases if each.graph == graph)
    named = [line for each, digest in supports for line in source_lines(graph, each.source, digest)]
    stored = next((contents[each.content] for each, _ in supports if each.content in contents), None)
    if supports and stored is None:
        for name in ("source", "sourceSha256"):
            yield f"DELETE WHERE {{ GRAPH <{graph}> {{ ?release <{CE}{name}> ?value }} }}"
        yield _insert(graph, named)
        return
    yield f"DROP SILENT GRAPH <{graph}>"
    yield f"DROP SILENT GRAPH <{graph}/quarantine>"
    if stored is not None:
        lines = stored.decode().removesuffix("\n").split("\n")
        own = f" <{graph}> ."
        yield _insert(graph, [*(line for line in lines if line.endswith(own)), *named])
        held = [line for line in lines if not line.endswith(own)]
        if held:
            yield _insert(f"{graph}/quarantine", held)


def _insert(graph: str, lines: Iterable[str]) -> str:
    body = " .\n".join(without_graph(line) for line in lines)
    return f"INSERT DATA {{ GRAPH <{graph}> {{ {body} }} }}"


def _noted(source: str, entry: Entry | None) -> Iterable[str]:
    """The operations that take down what a source gives now."""
    node = f"<urn:kg:source:{sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()}>"
    yield f"DELETE WHERE {{ GRAPH <{_MANIFEST}> {{ {node} <{_ENTRY}> ?entry }} }}"
    if entry is not None:
        record = terms.text(json.dumps(asdict(entry), sort_keys=True))
        yield f"INSERT DATA {{ GRAPH <{_MANIFEST}> {{ {node} <{_ENTRY}> {record} }} }}"


def _entries(server: Server) -> Iterable[Entry]:
    answer = server.table(_ALL)
    assert isinstance(answer, ox.QuerySolutions)
    for solution in answer:
        record = solution["entry"]
        assert isinstance(record, ox.Literal)
        yield read_entry(json.loads(record.value))


class RemoteSnapshot:
    """A server's store to read. What needs more than one query copies its graphs into memory first."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._reader: ox.Store | None = None

    @property
    def reader(self) -> ox.Store:
        """A copy in memory, its default graph the merge of the published releases."""
        if self._reader is None:
            self._reader = ox.Store()
            for graph, lines in self.graphs():
                own = f" <{graph}> ."
                merged = [f"{without_graph(line)} ." for line in lines if line.endswith(own)]
                text = "\n".join([*lines, *merged])
                self._reader.bulk_load(text.encode(), format=ox.RdfFormat.N_QUADS)
        return self._reader

    def graphs(self) -> Iterable[tuple[str, list[str]]]:
        """Every release's graph IRI and its sorted N-Quads lines, quarantine included, by graph."""
        answer = self.server.table(_GRAPHS)
        assert isinstance(answer, ox.QuerySolutions)
        names = sorted(term.value for solution in answer if isinstance(term := solution["g"], ox.NamedNode))
        held = {name for name in names if name.endswith("/quarantine")}
        for name in names:
            if name in held or "graph/" not in name:
                continue
            parts = [name, *([f"{name}/quarantine"] if f"{name}/quarantine" in held else [])]
            yield name, sorted(line for part in parts for line in self._lines(part))

    def derived_lines(self) -> list[str]:
        """None: what follows from all releases together is derived in a folder only."""
        return []

    def _lines(self, graph: str) -> Iterable[str]:
        for triple in self.server.graph(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"):
            yield f"{triple} <{graph}> ."
