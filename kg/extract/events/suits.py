"""The opponents of a suit that a release tells step by step: the verdict names one, an earlier sentence the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.events.telling import Telling
from kg.model import Participant

_SIDES = {"plaintiff": "defendant", "defendant": "plaintiff"}


def joined(told: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of a suit's steps with the side that they leave out, where the release tells of one suit only."""
    suits = [one for one in told if one.claim.type == "Lawsuit"]
    named = {
        role: {part.name for one in suits for part in one.claim.participants if part.role == role} for role in _SIDES
    }
    if not suits or any(len(names) != 1 for names in named.values()):
        return list(told)
    return [_whole(one, named) if one.claim.type == "Lawsuit" else one for one in told]


def _whole(one: Telling, named: dict[str, set[str]]) -> Telling:
    parts = one.claim.participants
    known, roles = {part.name for part in parts}, {part.role for part in parts}
    if len(roles & set(_SIDES)) != 1:
        return one
    missing = next(other for role, other in _SIDES.items() if role in roles)
    name = next(iter(named[missing]))
    if name in known:
        return one
    kept = [part for part in parts if part.role not in ("counterparty", "company")]
    return replace(one, claim=replace(one.claim, participants=tuple(sorted([*kept, Participant(missing, name)]))))
