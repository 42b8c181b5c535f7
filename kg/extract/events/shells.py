"""Companies formed to merge with another: whoever agrees with one on a merger is taken over by it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Participant

_SHELL = re.compile(
    r"\bAcquisitions? (?:Corp|Company|Co\b|Holdings|Limited|Ltd)|\bSPAC\b|\b(?:special[- ]purpose acquisition|blank[- ]check) ",
)
_TURNED = {"buyer": "target", "target": "buyer"}


def turned(type_: str, parties: Sequence[Participant]) -> list[Participant]:
    """The parties of a merger, the shell as the buyer where only the target is one."""
    deal = [part for part in parties if part.role in _TURNED]
    shells = [part.role for part in deal if _SHELL.search(part.name)]
    if type_ != "Acquisition" or len(deal) != len(_TURNED) or shells != ["target"]:
        return list(parties)
    return [replace(part, role=_TURNED.get(part.role, part.role)) for part in parties]
