"""N-Quads lines in one sorted stream, however many there are."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice
from typing import IO

from kg.store.database import without_graph
from kg.store.derived import graph_of
from kg.store.places import AnySnapshot

_RUN = 200_000  # lines sorted in memory at once, about 60 MB; longer exports are merged from files


def published(snapshot: AnySnapshot, *, quarantine: bool = False) -> Iterator[tuple[str, list[str]]]:
    """Each release's graph and its sorted lines, by graph.

    Where the quarantine is wanted its graphs follow each release's, and the derived graphs come last.
    """
    for graph, lines in snapshot.graphs():
        own = f" <{graph}> ."
        yield graph, [line for line in lines if line.endswith(own)]
        held = [line for line in lines if not line.endswith(own)] if quarantine else []
        if held:
            yield f"{graph}/quarantine", held
    derived = snapshot.derived_lines() if quarantine else []
    for graph, group in groupby(sorted(derived, key=graph_of), key=graph_of):
        yield graph, list(group)


def quads(snapshot: AnySnapshot, *, quarantine: bool = False) -> Iterator[str]:
    """All N-Quads lines, sorted."""
    yield from in_order(line for _, lines in published(snapshot, quarantine=quarantine) for line in lines)


def triples(snapshot: AnySnapshot) -> Iterator[str]:
    """The merge of the published releases as sorted N-Triples lines, each once."""
    every = (f"{without_graph(line)} ." for _, lines in published(snapshot) for line in lines)
    last = None
    for line in in_order(every):
        if line != last:
            yield line
        last = line


def in_order(lines: Iterable[str]) -> Iterator[str]:
    """The lines sorted by code point, which is the order of their UTF-8 bytes too."""
    source = iter(lines)
    run = sorted(islice(source, _RUN))
    if len(run) < _RUN:
        yield from run
        return
    with ExitStack() as stack:
        runs: list[Iterator[str]] = []
        while run:
            file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
            file.writelines(f"{line}\n" for line in run)
            file.seek(0)
            runs.append(_lines(file))
            run = sorted(islice(source, _RUN))
        yield from merge(*runs)


def _lines(file: IO[str]) -> Iterator[str]:
    for line in file:
        yield line[:-1]
