"""Decisions of identity: data, one for each pair, a person's before a rule's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from kg.errors import InputError

Judgement = Literal["same", "different", "undecided"]
JUDGEMENTS: tuple[str, ...] = get_args(Judgement)
RULE, PERSON = "rule", "person"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """Whether two entities are one. `left` is the lesser IRI; `score` from 0 to 1 is how much speaks for it."""

    left: str
    right: str
    judgement: str
    method: str
    score: float
    reason: str
    by: str = RULE

    @property
    def pair(self) -> tuple[str, str]:
        """The two IRIs in order."""
        return self.left, self.right


def decision(one: str, other: str, judgement: str, method: str, score: float, reason: str, by: str = RULE) -> Decision:
    """A decision on two entities, given in any order; raises InputError for one that cannot be."""
    if one == other:
        raise InputError(f"{one} stands on both sides of a decision")
    if not 0 <= score <= 1:
        raise InputError(f"a score is from 0 to 1, not {score}")
    if judgement not in JUDGEMENTS:
        raise InputError(f"{judgement!r} is no judgement: it is one of {', '.join(JUDGEMENTS)}")
    left, right = sorted((one, other))
    return Decision(left, right, judgement, method, score, reason, by)


def in_force(ruled: Iterable[Decision], personal: Iterable[Decision]) -> list[Decision]:
    """One decision for each pair, by pair: a person's where there is one, else the surest rule's."""
    best: dict[tuple[str, str], Decision] = {}
    for each in sorted(ruled, key=_weight):
        best.setdefault(each.pair, each)
    best |= {each.pair: each for each in personal}
    return [best[pair] for pair in sorted(best)]


def _weight(each: Decision) -> tuple[int, float, str]:
    """A rule that tells apart comes first, then one that joins, then the higher score."""
    return (("different", "same", "undecided").index(each.judgement), -each.score, each.method)
