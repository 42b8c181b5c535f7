"""What a store holds, release by release, as its manifest and its files say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.iris import ReleaseIris
from kg.store.manifest import Entry, Loaded, Manifest
from kg.store.objects import Objects
from kg.store.parted import Parted, shown
from kg.triples import terms


class Contents:
    """The releases of a store. One text may come in from several sources: one graph, all their names.

    Where sources of one text differ in what surrounds it (a submission's header), the graph is that of
    the source whose name sorts first, so that the order of building does not matter. What people told
    apart in single releases has names of its own.
    """

    def __init__(self, manifest: Manifest, objects: Objects, apart: Parted) -> None:
        self.manifest = manifest
        self.objects = objects
        self.apart = apart
        self._supports: dict[str, set[tuple[Loaded, str]]] = {}
        for entry in manifest.entries.values():
            self._follow(entry)

    def _follow(self, entry: Entry) -> set[str]:
        for loaded in entry.releases:
            self._supports.setdefault(loaded.graph, set()).add((loaded, entry.sha256))
        return {loaded.graph for loaded in entry.releases}

    def _forget(self, source: str) -> set[str]:
        entry = self.manifest.entries.get(source)
        if entry is None:
            return set()
        for loaded in entry.releases:
            self._supports[loaded.graph].discard((loaded, entry.sha256))
        return {loaded.graph for loaded in entry.releases}

    def record(self, entries: Sequence[Entry], removed: Sequence[str]) -> list[str]:
        """Take down what sources now give, and the graphs that this touches, sorted."""
        touched: set[str] = set()
        for source in (*removed, *(entry.source for entry in entries)):
            touched |= self._forget(source)
        self.manifest.record(entries, removed)
        for entry in entries:
            touched |= self._follow(entry)
        return sorted(touched)

    def lines(self, graph: str) -> list[str]:
        """The sorted N-Quads lines of a release with its quarantine; none where no source supports it."""
        supports = sorted(self._supports.get(graph, ()))
        if not supports:
            return []
        stored = self.objects.read(supports[0][0].content).decode().removesuffix("\n").split("\n")
        named = {line for loaded, digest in supports for line in source_lines(graph, loaded.source, digest)}
        release = graph.rpartition("graph/")[2]
        return shown(dict.fromkeys((*stored, *sorted(named))), release, self.apart.get(release, ()))

    def part(self, apart: Parted) -> list[str]:
        """Tell these entities apart from now on; the graphs that this touches, sorted."""
        before, self.apart = self.apart, apart
        touched = {release for release in {*before, *apart} if before.get(release) != apart.get(release)}
        return sorted(graph for graph in self._supports if graph.rpartition("graph/")[2] in touched)

    def graphs(self) -> Iterable[tuple[str, list[str]]]:
        """Every release's graph and its lines, by graph."""
        for graph in sorted(self._supports):
            lines = self.lines(graph)
            if lines:
                yield graph, lines


def source_lines(graph: str, source: str, digest: str) -> Iterable[str]:
    """The lines that name one source of a release, in the release's graph."""
    base, _, identifier = graph.rpartition("graph/")
    release = terms.iri(ReleaseIris(base, identifier).release)
    yield f"{release} {terms.ce('source')} {terms.text(source)} {terms.iri(graph)} ."
    yield f"{release} {terms.ce('sourceSha256')} {terms.text(digest)} {terms.iri(graph)} ."
