"""A change of many graphs on a server, whole or not at all, though servers promise that of one operation at most.

What is new is staged in graphs that nobody reads; then one triple takes down the update that moves it into place;
then that update runs. A crash before the triple has changed nothing, and a crash after it is made good by running
the update again: each of its operations may run twice. Its last ones clear the triple, then what was staged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from kg.store.database import without_graph
from kg.store.server import Server
from kg.triples import terms

_JOURNAL = "urn:kg:journal"
_STAGED = "urn:kg:staged:"
_NOTED = f"SELECT ?update {{ GRAPH <{_JOURNAL}> {{ <{_JOURNAL}> <urn:kg:update> ?update }} }}"
_GRAPHS = f"SELECT ?graph {{ GRAPH <{_STAGED}> {{ <{_STAGED}> <urn:kg:graph> ?graph }} }}"
_MOST_LINES = 2_000  # of one request: the parser of Virtuoso 7 gives up at 5,000


def staged(graph: str) -> str:
    """Where the new content of a graph waits."""
    return f"{_STAGED}{sha256(graph.encode()).hexdigest()[:32]}"


def commit(server: Server, graphs: Mapping[str, Sequence[str]], steps: Sequence[str]) -> None:
    """Stage the new lines of some graphs, then carry out the steps, which copy them from there.

    Raises StoreError when the server refuses; then all of it lasts or nothing, as `mend` finds out.
    """
    for request in _staging(graphs):
        server.update(request)
    cleared = [f"DROP SILENT GRAPH <{name}>" for name in (_JOURNAL, *map(staged, sorted(graphs)), _STAGED)]
    update = " ;\n".join([*steps, *cleared])
    server.update(insert(_JOURNAL, [f"<{_JOURNAL}> <urn:kg:update> {terms.text(update)} <{_JOURNAL}> ."]))
    server.update(update)


def broken_off(server: Server) -> list[str]:
    """The updates that were begun and not finished."""
    return sorted(server.column(_NOTED))


def mend(server: Server) -> None:
    """Finish what was begun, and clear away what was staged and never begun."""
    for update in broken_off(server):
        server.update(update)
    left = sorted(server.column(_GRAPHS))
    if left:
        server.update(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in (*left, _STAGED)))


def insert(graph: str, lines: Iterable[str]) -> str:
    """The operation that puts N-Quads lines into a graph."""
    body = " .\n".join(without_graph(line) for line in lines)
    return f"INSERT DATA {{ GRAPH <{graph}> {{ {body} }} }}"


def _staging(graphs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The requests that stage all graphs anew, none of them larger than a server takes at once."""
    listed = [f"<{_STAGED}> <urn:kg:graph> <{staged(graph)}> <{_STAGED}> ." for graph in sorted(graphs)]
    operations = [f"DROP SILENT GRAPH <{staged(graph)}>" for graph in sorted(graphs)]
    operations[:0] = [insert(_STAGED, listed)] if listed else []
    size = 0
    for graph, lines in sorted(graphs.items()):
        for at in range(0, len(lines), _MOST_LINES):
            part = lines[at : at + _MOST_LINES]
            if size and size + len(part) > _MOST_LINES:
                yield " ;\n".join(operations)
                operations, size = [], 0
            operations.append(insert(staged(graph), part))
            size += len(part)
    if operations:
        yield " ;\n".join(operations)
