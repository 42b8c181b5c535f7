"""Corporate events: 44 kinds, read by the patterns of their slices and derived from other claims."""

from __future__ import annotations

from collections.abc import Sequence

from kg.context.context import Context
from kg.extract.events.derived import derived
from kg.extract.events.followups import dated
from kg.extract.events.happenings import happenings
from kg.extract.events.labelled import labelled
from kg.extract.events.pointed import without_echoes
from kg.extract.events.reports import reported
from kg.extract.events.sold import sold
from kg.extract.events.suits import joined
from kg.extract.events.tellings import tellings
from kg.model import Claim, EventClaim

__all__ = ["extract"]


def extract(context: Context, found: Sequence[Claim]) -> list[EventClaim]:
    """The events that a release states, one per happening, in the order of the text."""
    told = sold([*tellings(context), *derived(context, found)], found)
    told.sort(key=lambda telling: telling.claim.evidence[0].span)
    told = labelled(context, dated(context, joined(without_echoes(told))))
    return happenings(reported(context, told), context.issued)
