"""A sentence that goes on about the figure before it: "This compares with $4 million a year ago", "That was up 8 percent"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.context.calendar import Resolved
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.lexicon import Concept

_STANDS = re.compile(
    r"\W{0,3}(?P<it>This|That|It|Th(?:e|is|at)\s(?:figure|amount|total|result|sum))\s(?:also\s|already\s)?"
    r"(?=(?:compares?|compared|was\scompared|is\scompared)\s(?:favorably\s)?(?:with|to)\b"
    r"|(?:was|is|represents?|represented|reflects?|reflected|marks?|marked|equals|equates\sto|amounts\sto|constitutes)\s(?:up|down|an?\s(?:[\w-]+\s){0,4}?(?:increase|decrease|improvement|decline|gain|rise|drop|jump|reduction|growth)\b))"
)


@dataclass(frozen=True, slots=True)
class Told:
    """The one main figure of a sentence, for the next one to go on about."""

    draft: Draft
    resolved: Resolved | None


def stands_for(text: str, told: Told | None) -> tuple[int, int, Concept] | None:
    """Where a pronoun of a sentence stands for the concept of the figure before it."""
    match = _STANDS.match(text) if told is not None else None
    if match is None or told is None:
        return None
    return (*match.span("it"), replace(told.draft.anchor.concept, weak=False))


def as_told(draft: Draft, told: Told | None) -> Draft:
    """A draft whose pronoun stands for a figure, with what that one is called and reaches."""
    if told is None:
        return draft
    before = told.draft
    label = before.label.removesuffix(" growth")
    return replace(
        draft,
        concept=before.concept if draft.unit == before.unit or draft.measure == "change" else draft.concept,
        label=f"{label} growth" if draft.measure == "change" and draft.unit == "percent" else label,
        scope=before.scope,
        basis=before.basis,
        shares=before.shares,
    )


def told_last(found: Sequence[tuple[Draft, Resolved | None]]) -> Told | None:
    """The figure that a sentence tells, where it tells a level of one concept only."""
    levels = [one for one in found if one[0].rule == "facts/prose-path" and one[0].anchor.kind == "concept"]
    concepts = {(draft.concept, draft.label, draft.scope) for draft, _ in levels if draft.measure == "level"}
    if len(concepts) != 1:
        return None
    draft, resolved = next(one for one in levels if one[0].measure == "level")
    return Told(draft, resolved) if draft.unit != "percent" and draft.timing in ("duration", "instant") else None
