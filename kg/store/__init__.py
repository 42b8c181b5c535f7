"""The embedded store: sorted N-Quads files as the truth, an Oxigraph database for the questions."""

from kg.store.derived import Derivation
from kg.store.embedded import Snapshot, Writer, snapshot
from kg.store.manifest import Entry, Loaded

__all__ = ["Derivation", "Entry", "Loaded", "Snapshot", "Writer", "snapshot"]
