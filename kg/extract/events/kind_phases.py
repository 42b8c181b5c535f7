"""In which phase the happenings of some kinds stand, whatever their verbs say: a post is taken at once, a leave to buy is no purchase."""

from __future__ import annotations

import re

from kg.extract.events.dates import AT_ONCE
from kg.extract.events.scenes import Scene
from kg.model import Status

OF_PEOPLE = frozenset({"Appointment", "Departure"})
_DEAD = re.compile(r"\b(?:passing|death|passed|died)\b")
_NEWS_IS = re.compile(
    r"\bannounc\w*(?:,? today,?)?(?: that)? (?:it|they|we) (?:is|are)(?: now| also)? \Z", re.IGNORECASE
)  # "is pleased to announce it is taking part in": with that it is done
_PROGRESSIVE = re.compile(r"(?:\b(?:is|are|am)|['’](?:s|re|m))(?: (?:now|also|\w+ly))? \Z")
# "is buying it": a deal struck and not closed; "are teaming up", "is launching it": with the word it is done
_AGREED_ON = {
    "Acquisition": Status.PLANNED,
    "Divestiture": Status.PLANNED,
    "Partnership": Status.ACTUAL,
    "ProductLaunch": Status.ACTUAL,
}
_LEAVE = re.compile(r"\b(?:authori[sz]|approv|permit|allow)", re.IGNORECASE)
_NOT_NEEDED = re.compile(
    r"\b(?:not (?:require|involve|need|contemplate|result in|be part of)|without|avoid(?:s|ed)?|no need for|in lieu of|instead of)(?: \w+){0,2} \Z"
)
_OVER = re.compile(
    r"\b(?:ended|ends|ending|called off|withdrew) (?:(?:a|an|the|its|their) )?(?:\S+ ){0,3}?(?:strike|walkout|lockout|work stoppage)"
)


def of_kind(scene: Scene, status: Status | None) -> Status | None:
    """The phase, as the kind of happening has it."""
    text, type_, start = scene.sentence.text, scene.reading.type, scene.match.start
    if status is Status.IN_PROGRESS:
        if scene.reading.date == "release" or type_ in OF_PEOPLE:
            return Status.ACTUAL  # "we are reiterating our outlook": said, it is done; a post is taken at once
        if _NEWS_IS.search(text, max(0, start - 80), scene.core[0]):
            return Status.ACTUAL
        if _PROGRESSIVE.search(text, max(0, start - 24), scene.core[0]):
            return _AGREED_ON.get(type_, status)
    if type_ == "StockSplit" and _NOT_NEEDED.search(text, max(0, start - 50), start):
        return None  # "will not require a reverse split"
    if status is Status.DENIED and type_ == "LaborDispute" and _OVER.search(text, 0, scene.match.end):
        return Status.ACTUAL  # "ended a strike": it was
    if status is Status.PLANNED and type_ == "Departure" and _DEAD.search(text, *scene.core):
        return Status.ACTUAL  # "regrets to announce the passing of"
    if status is Status.PLANNED and AT_ONCE.search(text, scene.match.end):
        return Status.ACTUAL
    if status is Status.ACTUAL and type_ == "ShareRepurchase" and _LEAVE.search(text, start, scene.match.end):
        return Status.PLANNED  # the board lets it buy
    return status
