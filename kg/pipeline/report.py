"""The report of a build: one JSON line for each release, and for each input that gave none."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kg.pipeline.reading import Outcome


def report_lines(outcome: Outcome) -> Iterator[str]:
    """The lines of one input, each a JSON object, without line ends."""
    common = {"sha256": outcome.sha256, "seconds": outcome.seconds, "error": outcome.error}
    if not outcome.readings:
        yield _line({"source": outcome.source, **common, "unchanged": outcome.unchanged})
    for reading in outcome.readings:
        record = {
            "source": reading.source,
            **common,
            "unchanged": False,
            "release": reading.graph.rpartition("/")[2],
            "claims": dict(reading.claims),
            "violations": list(reading.violations),
            "unread": list(reading.unread),
            "unread_tables": [
                {"from_char": start, "to_char": end, "reason": reason} for start, end, reason in reading.unread_tables
            ],
        }
        yield _line(record)
    for part in outcome.passed_over:
        yield _line({"source": outcome.source, "passed_over": part})


def _line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)
