"""A store on a SPARQL server: the same named graphs, and a manifest in a graph of its own.

The server has no truth files beside it, so a text that came from two sources keeps the graph that was
loaded last until one of them is built again. Its default graph is its own affair. Nobody decides on identity
there: the derived graphs follow from the rules alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from hashlib import sha256
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import journal
from kg.store.contents import source_lines
from kg.store.database import without_graph
from kg.store.derived import Derivation, graph_of
from kg.store.manifest import Entry, Loaded, read_entry
from kg.store.server import Server
from kg.triples import terms
from kg.vocab import CE

_MANIFEST = "urn:kg:manifest"
_ENTRY = "urn:kg:entry"
_ALL = f"SELECT ?entry {{ GRAPH <{_MANIFEST}> {{ ?source <{_ENTRY}> ?entry }} }}"
_STAMP = f"SELECT ?stamp {{ GRAPH <{_MANIFEST}> {{ <{_MANIFEST}> <urn:kg:derived> ?stamp }} }}"
_DERIVED = f"SELECT ?graph {{ GRAPH <{_MANIFEST}> {{ <{_MANIFEST}> <urn:kg:derivedGraph> ?graph }} }}"


class RemoteWriter:
    """Writes to a server as Writer does to a folder: each batch of sources is there whole or not at all.

    With a rule, the derived graphs are brought up to date on leaving; without, they stay as they are.
    """

    def __init__(self, server: Server, rule: Derivation | None = None) -> None:
        self._server = server
        self._rule = rule
        self.entries: dict[str, Entry] = {}

    def __enter__(self) -> Self:
        journal.mend(self._server)
        self.entries = {entry.source: entry for entry in _entries(self._server)}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._rule is not None and (kind is None or kind is KeyboardInterrupt):
            self._derive(self._rule)

    def _derive(self, rule: Derivation) -> None:
        """Derive anew where the releases or the rule are others than those of the derived graphs."""
        state = json.dumps([asdict(self.entries[source]) for source in sorted(self.entries)], sort_keys=True)
        stamp = sha256(f"{rule.version} {state}".encode()).hexdigest()
        if self._server.column(_STAMP) == [stamp]:
            return
        whole = RemoteSnapshot(self._server)
        graphs: dict[str, list[str]] = {}
        for line in rule.lines(whole.graphs, ()):
            graphs.setdefault(graph_of(line), []).append(line)
        steps = [f"DROP SILENT GRAPH <{name}>" for name in sorted({*whole.derived(), *graphs})]
        steps += [f"ADD SILENT GRAPH <{journal.staged(name)}> TO GRAPH <{name}>" for name in sorted(graphs)]
        steps.append(f"DELETE WHERE {{ GRAPH <{_MANIFEST}> {{ <{_MANIFEST}> ?said ?value }} }}")
        noted = [f"<{_MANIFEST}> <urn:kg:derivedGraph> <{name}> <{_MANIFEST}> ." for name in sorted(graphs)]
        noted.append(f'<{_MANIFEST}> <urn:kg:derived> "{stamp}" <{_MANIFEST}> .')
        steps.append(journal.insert(_MANIFEST, noted))
        journal.commit(self._server, graphs, steps)

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
        new: dict[str, list[str]] = {}
        steps: list[str] = []
        for graph in sorted(touched):
            steps += _steps(graph, after.values(), contents, new)
        steps += [step for source in changed for step in _noted(source, after.get(source))]
        journal.commit(self._server, new, steps)
        self.entries = after

    def _loaded(self, source: str) -> tuple[Loaded, ...]:
        entry = self.entries.get(source)
        return entry.releases if entry else ()


def _steps(
    graph: str, entries: Iterable[Entry], contents: dict[str, bytes], new: dict[str, list[str]]
) -> Iterator[str]:
    """The operations that bring one graph of the server up to date; its new content goes into `new`."""
    supports = sorted((each, entry.sha256) for entry in entries for each in entry.releases if each.graph == graph)
    named = [line for each, digest in supports for line in source_lines(graph, each.source, digest)]
    stored = next((contents[each.content] for each, _ in supports if each.content in contents), None)
    if supports and stored is None:
        for name in ("source", "sourceSha256"):
            yield f"DELETE WHERE {{ GRAPH <{graph}> {{ ?release <{CE}{name}> ?value }} }}"
        yield journal.insert(graph, named)
        return
    lines = stored.decode().removesuffix("\n").split("\n") if stored is not None else []
    own = f" <{graph}> ."
    held = [line for line in lines if not line.endswith(own)]
    for name, content in (
        (graph, [line for line in lines if line.endswith(own)] + named),
        (f"{graph}/quarantine", held),
    ):
        yield f"DROP SILENT GRAPH <{name}>"
        if content:
            new[name] = content
            yield f"ADD SILENT GRAPH <{journal.staged(name)}> TO GRAPH <{name}>"


def _noted(source: str, entry: Entry | None) -> Iterable[str]:
    """The operations that take down what a source gives now."""
    node = f"<urn:kg:source:{sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()}>"
    yield f"DELETE WHERE {{ GRAPH <{_MANIFEST}> {{ {node} <{_ENTRY}> ?entry }} }}"
    if entry is not None:
        record = terms.text(json.dumps(asdict(entry), sort_keys=True))
        yield f"INSERT DATA {{ GRAPH <{_MANIFEST}> {{ {node} <{_ENTRY}> {record} }} }}"


def _entries(server: Server) -> Iterable[Entry]:
    for record in server.column(_ALL):
        yield read_entry(json.loads(record))


class RemoteSnapshot:
    """A server's store to read. What needs more than one query copies its graphs into memory first."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._whole = False
        self._reader: ox.Store | None = None

    @property
    def server(self) -> Server:
        """The server; raises StoreError when a build has begun to change it and has not finished."""
        if not self._whole and journal.broken_off(self._server):
            raise StoreError("a build is changing this server, or broke off; if it did, the next `kg build` mends it")
        self._whole = True
        return self._server

    @property
    def reader(self) -> ox.Store:
        """A copy in memory, its default graph the merge of the published releases."""
        if self._reader is None:
            self._reader = ox.Store()
            for graph, lines in self.graphs():
                own = f" <{graph}> ."
                merged = [f"{without_graph(line)} ." for line in lines if line.endswith(own)]
                self._reader.bulk_load("\n".join([*lines, *merged]).encode(), format=ox.RdfFormat.N_QUADS)
            derived = "\n".join(self.derived_lines())
            self._reader.bulk_load(derived.encode(), format=ox.RdfFormat.N_QUADS)
        return self._reader

    def graphs(self) -> Iterable[tuple[str, list[str]]]:
        """Every release's graph IRI and its sorted N-Quads lines, quarantine included, by graph."""
        for name in sorted({each.graph for entry in _entries(self.server) for each in entry.releases}):
            yield name, sorted(line for part in (name, f"{name}/quarantine") for line in self._lines(part))

    def derived(self) -> list[str]:
        """The graphs that follow from all releases together."""
        return sorted(self.server.column(_DERIVED))

    def derived_lines(self) -> list[str]:
        """The sorted N-Quads lines of the graphs that follow from all releases together."""
        return sorted(line for name in self.derived() for line in self._lines(name))

    def _lines(self, graph: str) -> Iterable[str]:
        for triple in self.server.graph(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"):
            yield f"{triple} <{graph}> ."
