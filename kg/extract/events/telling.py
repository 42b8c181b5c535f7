"""An event as one sentence tells it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EventClaim


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one sentence tells it."""

    claim: EventClaim
    merge: str  # release | participants | sentence: what counts as the same happening
    issuer: str | None
    weight: int  # 0 for a headline, 2 for the lead, 1 for the rest
    dated: bool  # whether words date it; else its date is that of the announcement
    weak: bool = False  # said in passing: gives way to any other telling of its type
    topic: str | None = None  # what tells happenings of the same parties apart: the post
