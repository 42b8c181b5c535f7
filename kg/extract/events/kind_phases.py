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
_DONE_AGAIN = frozenset({"ShareRepurchase", "ProductLaunch", "DebtRepayment", "Acquisition", "Divestiture", "Award"})
_CONTINUED = re.compile(r"\bcontinued(?: \w+ly)? to \Z")
_LEAVE = re.compile(r"\b(?:authori[sz]|approv|permit|allow)", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"\bapproved (?:an?|the) (?:\w+ )?(?:amendment|proposal|resolution|authority)\b[^.;]{0,90}? to (?:effect|implement)\b",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\b(?:not (?:require|involve|need|contemplate|result in|be part of)|without|avoid(?:s|ed)?|no need for|in lieu of|instead of)(?: \w+){0,2} \Z"
)
_DEALS = frozenset({"Acquisition", "Divestiture", "SpinOff", "Investment"})
_STILL = re.compile(  # "bought the mine (subject to shareholder approval)": agreed on, not closed
    r"[^;.]{0,60}?\b(?:subject to|pending|conditional (?:up)?on|contingent (?:up)?on|awaiting)"
    r"(?: (?:the|its|their|our|a|all|receipt|of|final|customary|usual|obtaining|required|necessary|regulatory|shareholders?|stockholders?|governmental?|court|"
    r"board|antitrust|competition|closing|satisfaction|satisfactory|certain|other|various|relevant|exchange|TSX-?V?|ASX|and|or)['’]?){0,9}"
    r" (?:approvals?|clearances?|consents?|conditions|due diligence)\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\b(?:complet|clos(?:ed|es|ing)|finali[sz]|consummat|conclu)", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"(?:\b(?:its|the|our|their|this)|['’]s?) (?:recently|previously|newly|just)[- ]announced\b", re.IGNORECASE
)
_NOT_BINDING = re.compile(r"\bnon-?binding (?!memorand|MO[Uu])", re.IGNORECASE)
_APPROVED = re.compile(  # "with the approval of its settlement": it is settled
    r"\b(?:won|received|obtained|granted|gave|given|secured|gained|with|after|following|announced|upon) (?:(?:the|its|a|final|preliminary|court|judicial|federal|judge['’]s|court['’]s) ){0,4}approval (?:of|for) (?:\S+ ){0,4}\Z",
    re.IGNORECASE,
)
_BACKDROP = re.compile(
    r"\b(?:comes?|came|follows) (?:as|after|amid|on the heels of)\b[^;]{0,60}\Z", re.IGNORECASE
)  # told before
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
        if type_ in _DONE_AGAIN and _CONTINUED.search(text, max(0, start - 30), scene.core[0]):
            return Status.ACTUAL  # "continued to buy back shares"
        if _PROGRESSIVE.search(text, max(0, start - 24), scene.core[0]):
            return _AGREED_ON.get(type_, status)
    if type_ == "EarningsAnnouncement" and _BACKDROP.search(text, max(0, start - 80), start):
        return None  # "the offering comes as its quarterly revenue surged"
    if type_ == "StockSplit" and _NOT_NEEDED.search(text, max(0, start - 50), start):
        return None  # "will not require a reverse split"
    if status is Status.DENIED and type_ == "LaborDispute" and _OVER.search(text, 0, scene.match.end):
        return Status.ACTUAL  # "ended a strike": it was
    if status is Status.PLANNED and type_ == "Departure" and _DEAD.search(text, *scene.core):
        return Status.ACTUAL  # "regrets to announce the passing of"
    if status is Status.PLANNED and type_ == "Settlement" and _APPROVED.search(text, max(0, start - 90), start):
        return Status.ACTUAL
    if status is Status.PLANNED and AT_ONCE.search(text, scene.match.end):
        return Status.ACTUAL
    if status is Status.ACTUAL and _still_open(scene):
        return Status.PLANNED
    if status is Status.ACTUAL and type_ == "ShareRepurchase" and _LEAVE.search(text, start, scene.match.end):
        return Status.PLANNED  # the board lets it buy
    if (
        status is Status.ACTUAL
        and type_ == "StockSplit"
        and _PROPOSAL.search(text, max(0, start - 60), scene.match.end)
    ):
        return Status.PLANNED  # the holders let it split
    return status


def _still_open(scene: Scene) -> bool:
    """Whether a deal told as done waits for the leave of others, or is announced and not said to be closed."""
    text, type_, (start, end) = scene.sentence.text, scene.reading.type, scene.core
    if type_ == "Partnership":
        return _NOT_BINDING.search(text, max(0, start - 14), scene.match.end) is not None
    if type_ not in _DEALS or _CLOSED.search(text, max(0, start - 60), scene.match.end):
        return False
    return (
        _ANNOUNCED.search(text, max(0, start - 24), end) is not None or _STILL.match(text, scene.match.end) is not None
    )
