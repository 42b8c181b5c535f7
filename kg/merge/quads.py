"""Decisions as N-Quads lines and back: the truth of what people decided, and a graph to ask."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from kg.errors import StoreError
from kg.identity import Decision
from kg.identity.decisions import decision
from kg.iris import digest
from kg.merge.graphs import A, plain
from kg.triples import terms


def decision_id(one: str, other: str) -> str:
    """The twelve hex digits that a decision on two entities goes by, whoever decides and however."""
    return digest(["decision", *sorted((one, other))])


def decision_lines(decisions: Iterable[Decision], graph: str) -> list[str]:
    """Sorted N-Quads lines of decisions in their graph, without line ends."""
    base = graph.rpartition("graph/")[0]
    end = f" <{graph}> ."
    lines = set()
    for each in decisions:
        subject = terms.iri(f"{base}identity/decision-{decision_id(each.left, each.right)}")
        pairs = (
            (A, terms.ce("IdentityDecision")),
            (terms.ce("left"), terms.iri(each.left)),
            (terms.ce("right"), terms.iri(each.right)),
            (terms.ce("judgement"), terms.text(each.judgement)),
            (terms.ce("method"), terms.text(each.method)),
            (terms.ce("score"), terms.number(Decimal(str(each.score)))),
            (terms.ce("reason"), terms.text(each.reason)),
            (terms.ce("decidedBy"), terms.text(each.by)),
        )
        lines |= {f"{subject} {predicate} {value}{end}" for predicate, value in pairs}
    return sorted(lines)


def read_decisions(lines: Iterable[str]) -> list[Decision]:
    """The decisions of N-Quads lines, sorted; raises StoreError for lines that are none."""
    nodes: dict[str, dict[str, str]] = {}
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        nodes.setdefault(subject, {})[predicate] = rest[: rest.rindex(" <")]
    try:
        return sorted(_decision(node) for node in nodes.values())
    except (KeyError, ValueError) as error:
        raise StoreError(f"the decisions of the store are damaged: {error}") from error


def _decision(node: dict[str, str]) -> Decision:
    left, right, judgement, method, score, reason, by = (
        plain(node[terms.ce(name)]) for name in ("left", "right", "judgement", "method", "score", "reason", "decidedBy")
    )
    return decision(left, right, judgement, method, float(score), reason, by)
