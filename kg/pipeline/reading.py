"""One input from bytes to validated graphs: the work of one process on one release."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from kg.context.context import understand
from kg.errors import UnreadableError
from kg.extract import extract
from kg.extract.facts.tables.unread import unread_tables
from kg.model import Claim, Document, Evidence
from kg.read import Raw, reading
from kg.triples import describe
from kg.triples.claims import KINDS
from kg.validate import judge

_FIGURE = re.compile(r"[$€£¥]\s?\d|\d\s?(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b)|\d,\d{3}\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """One release of an input: its graph as sorted N-Quads lines, quarantine included, and what to report."""

    source: str
    graph: str
    content: bytes
    claims: tuple[tuple[str, int], ...]  # kind, how many
    violations: tuple[str, ...]
    unread: tuple[str, ...]  # sentences with figures that gave no claim
    unread_tables: tuple[tuple[int, int, str], ...]  # first and last character of a table without a fact, and why


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its readings, or the reason why there are none."""

    source: str
    sha256: str
    readings: tuple[Reading, ...] = ()
    passed_over: tuple[str, ...] = ()
    seconds: float = 0.0
    error: str | None = None
    unchanged: bool = False


def read_input(raw: Raw, base: str) -> Outcome:
    """Everything one input states. Never raises: what goes wrong with a release is told in the outcome."""
    started = time.perf_counter()
    data = raw.data or b""
    digest = sha256(data).hexdigest()
    if raw.error is not None:
        return Outcome(raw.source, digest, error=raw.error)
    try:
        found = reading(raw.source, data)
        readings = tuple(_reading(document, base) for document in found.documents)
    except UnreadableError as error:
        return Outcome(raw.source, digest, error=str(error))
    except Exception as error:  # noqa: BLE001 - one release must not stop the others, whatever it holds
        return Outcome(raw.source, digest, error=f"fault of the program: {type(error).__name__}: {error}")
    seconds = round(time.perf_counter() - started, 4)
    return Outcome(raw.source, digest, readings, found.passed_over, seconds)


def _reading(document: Document, base: str) -> Reading:
    context = understand(document)
    claims = extract(context)
    unread = _unread(document, claims)
    graph = describe(document, claims, base, unread=unread)
    judgement = judge(graph)
    lines = sorted((*judgement.published, *judgement.quarantined))
    return Reading(
        source=document.source,
        graph=graph.iris.graph,
        content="".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"),
        claims=tuple(sorted(Counter(KINDS[type(claim)] for claim in claims).items())),
        violations=tuple(str(violation) for violation in judgement.report.violations),
        unread=tuple(evidence.quote for evidence in unread),
        unread_tables=tuple((each.span.start, each.span.end, each.reason) for each in unread_tables(context, claims)),
    )


def _unread(document: Document, claims: Sequence[Claim]) -> list[Evidence]:
    """The sentences that hold a figure with a unit, and that no claim's evidence touches."""
    spans = sorted(evidence.span for claim in claims for evidence in claim.evidence)
    found = []
    for sentence in document.sentences:
        if not _FIGURE.search(sentence.text):
            continue
        span = sentence.span
        if not any(span.overlaps(other) for other in spans):
            found.append(Evidence(span, document.text[span.start : span.end]))
    return found
