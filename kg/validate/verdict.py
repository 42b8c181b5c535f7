"""What of a release is published and what goes to its quarantine graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.triples import ReleaseGraph
from kg.validate.report import Report, Violation, described
from kg.validate.shapes import Validator
from kg.vocab import RDF, SH


@dataclass(frozen=True, slots=True)
class Judgement:
    """Sorted N-Quads lines for the release's graph and for its quarantine graph, and the report behind."""

    published: tuple[str, ...]
    quarantined: tuple[str, ...]
    report: Report


@cache
def standard() -> Validator:
    """The validator of the shapes and the ontology that ship with the program, built at first use."""
    return Validator(resources.texts("shapes", "*.ttl"), resources.texts("ontology", "*.ttl"))


def judge(graph: ReleaseGraph, validator: Validator | None = None) -> Judgement:
    """Publish the claims that conform; quarantine the others with one result for each violation.

    A violation of a span or an entity counts against every claim that speaks of it. The description of
    the release is no claim: it is published, and a violation in it is told in quarantine.
    """
    report = (validator or standard()).validate(graph.triples())
    if not report.violations:
        return Judgement(tuple(graph.published()), (), report)
    bad = {claim for focus in {f"<{found.focus}>" for found in report.violations} for claim in graph.users(focus)}
    good = [claim for claim in graph.claims if claim not in bad]
    quarantined = sorted({*graph.quarantined(sorted(bad)), *_results(graph, report.violations)})
    return Judgement(tuple(graph.published(good)), tuple(quarantined), report)


def _results(graph: ReleaseGraph, violations: Iterable[Violation]) -> Iterable[str]:
    for violation in violations:
        pairs = [(f"{RDF}type", f"<{SH}ValidationResult>"), *described(violation)]
        name = graph.iris.result([list(pair) for pair in pairs])
        for predicate, value in pairs:
            yield f"<{name}> <{predicate}> {value} <{graph.iris.quarantine}> ."
