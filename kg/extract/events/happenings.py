"""One event per real happening: several tellings of it become one claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import EventClaim, Participant, PartialDate, Status

_OWN_ROLES = frozenset({"company", "place"})  # parts that do not tell two happenings of a type apart


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one sentence tells it. `weight` orders tellings: a body sentence over a headline."""

    claim: EventClaim
    merge: str  # release | participants | sentence
    issuer: str | None
    weight: int


def happenings(tellings: Iterable[Telling]) -> list[EventClaim]:
    """The claims, those that tell one happening merged: best evidence, most precise date, all parties."""
    groups: list[Telling] = []
    for telling in tellings:
        for at, known in enumerate(groups):
            if _same(known, telling):
                groups[at] = _merged(known, telling)
                break
        else:
            groups.append(telling)
    return [group.claim for group in groups]


def _others(telling: Telling) -> set[str]:
    return {
        part.name.casefold()
        for part in telling.claim.participants
        if part.role not in _OWN_ROLES and part.name != telling.issuer
    }


def _named(telling: Telling) -> set[str]:
    return {
        part.name.casefold()
        for part in telling.claim.participants
        if not part.described and part.role not in _OWN_ROLES and part.name != telling.issuer
    }


def _apart(left: Telling, right: Telling) -> bool:
    """Whether two tellings name different places."""
    mine = [part.name for part in left.claim.participants if part.role == "place"]
    theirs = [part.name for part in right.claim.participants if part.role == "place"]
    return bool(mine and theirs) and not any(a in b or b in a for a in mine for b in theirs)


def _companies(telling: Telling) -> set[str]:
    return {part.name for part in telling.claim.participants if part.role == "company"}


def _same(left: Telling, right: Telling) -> bool:
    if left.claim.type != right.claim.type or left.merge != right.merge:
        return False
    if left.claim.rule == right.claim.rule and left.claim.evidence == right.claim.evidence:
        return left.claim.participants == right.claim.participants
    if left.merge == "sentence":
        return _twins(left, right)
    if not _agree(left.claim.date, right.claim.date) or not _in_step(left, right):
        return False
    if left.merge == "release":
        return _companies(left) == _companies(right) or 0 in (left.weight, right.weight)
    if _apart(left, right):
        return False
    mine, theirs = _others(left), _others(right)
    if mine & theirs:
        return True
    vague = not _named(left) or not _named(right)
    return vague and (0 in (left.weight, right.weight) or not mine or not theirs)


def _twins(left: Telling, right: Telling) -> bool:
    """Whether two tellings of a countable thing are the same one: a headline and the sentence it heads."""
    same = left.claim.participants == right.claim.participants and left.claim.modality == right.claim.modality
    return same and 0 in (left.weight, right.weight)


def _agree(left: PartialDate | None, right: PartialDate | None) -> bool:
    if left is None or right is None:
        return True
    return str(left).startswith(str(right)) or str(right).startswith(str(left))


def _in_step(left: Telling, right: Telling) -> bool:
    """A denial is never the happening it denies; other phases of one telling are."""
    return (left.claim.modality is Status.DENIED) == (right.claim.modality is Status.DENIED)


def _merged(left: Telling, right: Telling) -> Telling:
    best, other = (left, right) if left.weight >= right.weight else (right, left)
    participants = _joined(best.claim.participants, other.claim.participants)
    date = max((best.claim.date, other.claim.date), key=lambda when: len(str(when)) if when else 0)
    claim = replace(best.claim, participants=participants, date=date)
    return replace(best, claim=claim)


def _joined(best: tuple[Participant, ...], other: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The parties of both tellings; a described one gives way to a named one of its role."""
    roles = {part.role for part in best}
    names = {part.name.casefold() for part in best}
    added = [part for part in other if part.role not in roles and part.name.casefold() not in names]
    return tuple(sorted([*best, *added]))
