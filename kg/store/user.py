"""The graphs that users write: kept beside the releases' files, truth as they are, and never mixed with them.

    user.nq   sorted N-Quads; what users add to the default graph stands in a graph of its own

The database merges that one graph into its default graph, as it does with the releases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.files import write_whole

DEFAULT: Final = "urn:kg:default"
_OURS = re.compile(r"urn:kg:.*|.*[/#]graph/(?:[0-9a-f]{16}(?:/quarantine)?|identity|merged)")


def is_ours(graph: str) -> bool:
    """Whether a graph is the program's own: a release's, its quarantine's, or one that is derived."""
    return _OURS.fullmatch(graph) is not None


@dataclass(frozen=True, slots=True)
class UserFile:
    """The file of a store."""

    folder: Path

    def lines(self) -> list[str]:
        """The sorted lines of what users wrote."""
        path = self.folder / "user.nq"
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n") if path.exists() else []

    def write(self, lines: Sequence[str]) -> None:
        """Let these lines be all that users wrote; when this returns they last."""
        path = self.folder / "user.nq"
        if lines:
            write_whole(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))
        else:
            path.unlink(missing_ok=True)


def canonical(quads: Iterable[ox.Quad]) -> list[str]:
    """Quads as sorted lines, blank nodes with canonical labels; raises StoreError for a graph that is ours."""
    every = ox.Dataset(quads)
    every.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    for quad in every:
        graph = quad.graph_name
        if not isinstance(graph, ox.NamedNode) or (is_ours(graph.value) and graph.value != DEFAULT):
            raise StoreError(f"the graph {graph} is not for users to write")
    content = ox.serialize(every, format=ox.RdfFormat.N_QUADS)
    assert content is not None
    return sorted(content.decode().splitlines())


def quads(lines: Iterable[str]) -> list[ox.Quad]:
    """The quads of lines; their blank nodes keep their labels."""
    return list(ox.parse("\n".join(lines).encode("utf-8", "surrogatepass"), format=ox.RdfFormat.N_QUADS))
