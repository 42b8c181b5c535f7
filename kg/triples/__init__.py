"""Claims as quads: sorted N-Quads text, and a small rdflib graph for validation."""

from kg.triples.graph import ReleaseGraph
from kg.triples.release import describe, quads

__all__ = ["ReleaseGraph", "describe", "quads"]
