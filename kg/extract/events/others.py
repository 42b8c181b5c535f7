"""The other party of an event, where the pattern that matched names none: the authority, the giver, the opponent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.events.participants import fillers
from kg.extract.events.scenes import Scene
from kg.extract.events.slices import compiled
from kg.model import Participant, Party
from kg.text.rules import Match

_OF_MEETING = 120
_POSSESSIVE = re.compile(r"(?<=\w{3})['’]s\Z")


def others(scene: Scene, known: Sequence[Participant]) -> list[Participant]:
    """The parties that the kind's `other` patterns find in the sentence, in roles that nobody fills yet.

    The words after the match are read before those ahead of it; who takes part already is no other party.
    """
    names = {part.name.casefold() for part in known}
    if scene.context.issuer is not None:
        names |= {name.casefold() for name in scene.context.issuer.names}
    filled = {part.role for part in known}
    found: list[Participant] = []
    shouted = scene.sentence.text.isupper()  # where every word is in capitals, capitals make no name
    mentioned = {m.value.name for m in scene.match.annotated.mentions if isinstance(m.value, Party)}
    for pattern in scene.reading.others:
        read = (one for one in _read(scene, compiled(pattern)) if not shouted or one.name in mentioned)
        new = next((one for one in read if _is_new(one, filled, names)), None)
        if new is not None:
            found.append(new)
            filled.add(new.role)
            names.add(new.name.casefold())
    return found


def _is_new(one: Participant, filled: set[str], names: set[str]) -> bool:
    return one.role not in filled and one.name.casefold() not in names


def _read(scene: Scene, pattern: re.Pattern[str]) -> Iterator[Participant]:
    match = scene.match
    coded, start = match.annotated.coded, match.found.start()
    if "place" in pattern.groupindex:  # where a thing lies is told right behind it
        reach = (
            _OF_MEETING if scene.reading.type == "ShareholderMeeting" else 0
        )  # held where its name tells, maybe later
        spots = [one for one in pattern.finditer(coded, start) if one.start() < match.found.end() + reach]
    else:
        spots = [*pattern.finditer(coded, start), *pattern.finditer(coded, 0, start)]
    for spot in spots:
        for one in fillers(Match(match.rule, match.annotated, spot), scene.stands) or ():
            yield replace(one, name=_POSSESSIVE.sub("", one.name))
