"""The Oxigraph database that answers questions; always rebuildable from the truth files.

Each release is a named graph. The default graph is the merge of the published ones, each triple once,
kept up to date in the same transaction as the named graphs: Oxigraph's own union counts a triple once
for each graph that holds it (oxigraph #1919), and would let quarantined claims in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.derived import graph_of
from kg.store.user import DEFAULT

_CHUNK = 30_000  # lines a bulk load takes at once: 160 MB at the peak, where 1,000,000 took 1,470 MB
_MERGED = "(?:[/#]graph/[0-9a-f]{16}|^" + DEFAULT + ")$"
_SUPPORTED = "GRAPH ?other { ?s ?p ?o } FILTER(?other != <%s> && REGEX(STR(?other), '" + _MERGED + "'))"
# Takes out of the merge what only this graph supports, then the graph and its quarantine.
_WITHDRAW = (
    "DELETE { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } FILTER NOT EXISTS { " + _SUPPORTED + " } } ;\n"
    "DROP SILENT GRAPH <%s> ;\nDROP SILENT GRAPH <%s/quarantine>"
)


def without_graph(line: str) -> str:
    """An N-Quads line as a triple: everything before the graph name, with no final dot."""
    return line[: line.rindex(" <")]


class Database:
    """One writer's hold of the database folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._store = ox.Store(folder)
        except OSError as error:
            raise StoreError(f"{folder} cannot be opened for writing: {error}") from error

    def replace(self, graph: str, lines: Sequence[str]) -> None:
        """Put a release in the place of its older self, in one transaction."""
        triples = [without_graph(line) for line in lines if line.endswith(f" <{graph}> .")]
        quarantined = [without_graph(line) for line in lines if not line.endswith(f" <{graph}> .")]
        body = " .\n".join(triples)
        parts = [_withdraw(graph), f"INSERT DATA {{ {body} . GRAPH <{graph}> {{ {body} }} }}"]
        if quarantined:
            held = " .\n".join(quarantined)
            parts.append(f"INSERT DATA {{ GRAPH <{graph}/quarantine> {{ {held} }} }}")
        self._store.update(" ;\n".join(parts))

    def withdraw(self, graph: str) -> None:
        """Take a release and its quarantine out, in one transaction."""
        self._store.update(_withdraw(graph))

    def fill(self, releases: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Load many releases, as (graph, lines), into an empty database. Not one transaction."""
        waiting: list[str] = []
        for graph, lines in releases:
            waiting += lines
            waiting += [f"{without_graph(line)} ." for line in lines if line.endswith(f" <{graph}> .")]
            if len(waiting) >= _CHUNK:
                self._bulk(waiting)
                waiting.clear()
        self._bulk(waiting)
        self._store.optimize()

    def derive(self, before: Iterable[str], lines: Sequence[str]) -> None:
        """Put derived graphs in the place of those named, in one transaction. The merge does not hold them."""
        parts = [f"DROP SILENT GRAPH <{graph}>" for graph in sorted(before)]
        graphs: dict[str, list[str]] = {}
        for line in lines:
            graphs.setdefault(graph_of(line), []).append(without_graph(line))
        for graph, triples in sorted(graphs.items()):
            body = " .\n".join(triples)
            parts.append(f"INSERT DATA {{ GRAPH <{graph}> {{ {body} }} }}")
        if parts:
            self._store.update(" ;\n".join(parts))

    def write(self, before: Iterable[str], lines: Sequence[str]) -> None:
        """Put what users wrote in the place of the graphs named, in one transaction."""
        parts = [_withdraw(DEFAULT), *(f"DROP SILENT GRAPH <{graph}>" for graph in sorted(before))]
        if lines:
            merged = [without_graph(line) for line in lines if graph_of(line) == DEFAULT]
            named = [f"GRAPH <{graph_of(line)}> {{ {without_graph(line)} }}" for line in lines]
            parts.append(f"INSERT DATA {{ {' . '.join(merged)} {' '.join(named)} }}")  # in one: blank nodes are shared
        self._store.update(" ;\n".join(parts))

    def copy(self, folder: Path) -> None:
        """A copy of the database in a folder that is not there yet; it shares the files that do not change."""
        self._store.backup(str(folder))

    def _bulk(self, lines: Sequence[str]) -> None:
        if lines:
            self._store.bulk_load("\n".join(lines).encode() + b"\n", format=ox.RdfFormat.N_QUADS)

    def close(self) -> None:
        """Flush to disk and let go of the folder."""
        with contextlib.suppress(AttributeError):
            self._store.flush()
            del self._store
        for log in self._folder.glob("LOG.old.*"):  # the engine keeps a thousand of them
            log.unlink(missing_ok=True)


def _withdraw(graph: str) -> str:
    return _WITHDRAW % (graph, graph, graph, graph)


def open_reader(folder: Path) -> ox.Store:
    """A snapshot of the database as it is now; raises OSError when it cannot be opened."""
    return ox.Store.read_only(str(folder))
