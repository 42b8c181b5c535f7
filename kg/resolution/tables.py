"""Decisions as CSV, to be judged in a spreadsheet and taken back."""

from __future__ import annotations

import csv
import io

from kg.errors import InputError
from kg.identity import Decision
from kg.identity.decisions import JUDGEMENTS, PERSON, decision
from kg.resolution.resolution import Resolution, personal

COLUMNS = (
    "id",
    "left_name",
    "right_name",
    "judgement",
    "score",
    "method",
    "reason",
    "decided_by",
    "left",
    "right",
)


def write_table(resolution: Resolution) -> str:
    """Every decision in force as a line, by pair."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in resolution.decisions:
        left, right = (" / ".join(resolution.names.get(iri, ())) for iri in each.pair)
        shown = (left, right, each.judgement, each.score, each.method, each.reason, each.by, each.left, each.right)
        writer.writerow((resolution.identifier(each), *shown))
    return out.getvalue()


def parse_table(text: str, resolution: Resolution) -> list[Decision]:
    """What people have decided once a table is taken in: each line that a person decided, or that says
    otherwise than the rules. Lines left out stay as they were.

    Raises InputError, naming the line, for a table that cannot be taken in; nothing of it is taken then.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = sorted({"left", "right", "judgement"} - set(reader.fieldnames or ()))
    if missing:
        raise InputError(f"the table lacks the columns {', '.join(missing)}")
    said = {each.pair: each for each in resolution.personal}
    seen: dict[tuple[str, str], int] = {}
    try:
        for number, row in enumerate(reader, 2):
            each = _line(row, number, resolution)
            if seen.setdefault(each.pair, number) != number:
                raise InputError(f"line {number}: the pair stands in line {seen[each.pair]} already")
            rule = resolution.rule(each)
            if each.by == PERSON or each.judgement != (rule.judgement if rule else "undecided"):
                said[each.pair] = each
    except csv.Error as error:
        raise InputError(f"line {reader.line_num}: {error}") from error
    return sorted(said.values())


def _line(row: dict[str, str | None], number: int, resolution: Resolution) -> Decision:
    left, right, judgement = ((row.get(name) or "").strip() for name in ("left", "right", "judgement"))
    if judgement not in JUDGEMENTS:
        raise InputError(f"line {number}: {judgement!r} is no judgement: it is one of {', '.join(JUDGEMENTS)}")
    for iri in (left, right):
        known = resolution.names.get(iri) or any(iri in each.pair for each in resolution.personal)
        if not known:
            raise InputError(f"line {number}: the store knows no entity {iri!r}")
    if left == right:
        raise InputError(f"line {number}: an entity stands on both sides")
    pair = sorted((left, right))
    if row.get("decided_by") != PERSON:
        rule = resolution.rule(decision(left, right, judgement, "", 0, ""))
        return personal(pair, judgement, rule) if _differs(rule, judgement) else rule or personal(pair, judgement, None)
    try:
        score = float(row.get("score") or 0.5)
    except ValueError as error:
        raise InputError(f"line {number}: the score {row.get('score')!r} is no number") from error
    if not 0 <= score <= 1:
        raise InputError(f"line {number}: a score is from 0 to 1, not {score}")
    return decision(
        left, right, judgement, row.get("method") or "person", score, row.get("reason") or "decided", PERSON
    )


def _differs(rule: Decision | None, judgement: str) -> bool:
    return rule is None or rule.judgement != judgement
