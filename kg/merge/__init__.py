"""What holds across releases, derived from their graphs: identity, repetition, correction."""

from kg.merge.derive import decisions_of, derive, ruled
from kg.merge.graphs import graph_iris
from kg.merge.quads import decision_id, decision_lines, read_decisions

__all__ = ["decision_id", "decision_lines", "decisions_of", "derive", "graph_iris", "read_decisions", "ruled"]
