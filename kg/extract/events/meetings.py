"""What the holders of shares vote on at a meeting that the release holds today."""

from __future__ import annotations

import re

from kg.context.context import Context
from kg.extract.events.scenes import Scene
from kg.model import PartialDate

_VOTED = re.compile(
    r"(?:\b(?:(?:share|stock|unit)holders|(?:general|annual|extraordinary|special) (?:general )?meeting|assembly)\b|\bthey(?: also)?(?= (?:approved|elected|resolved)))"
    r"(?: [^\s;.]+){0,8}? (?:approved|adopted|resolved|voted|authori[sz]ed|decided|elected|passed)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\btoday['’]s (?:[\w-]+ ){0,3}(?:meeting|assembly)\b"
    r"|\b(?:meeting|assembly)\b(?:[^.;]|\.\d){0,90}\b(?:held|took place|convened|which was held)(?: \w+)? today\b|\bmeeting today\b"
    r"|\btoday (?:held|at) (?:its|the|our) (?:[\w-]+ ){0,4}meeting\b",
    re.IGNORECASE,
)
_VOTABLE = frozenset({"DividendDeclared", "StockSplit", "ShareRepurchase", "NameChange", "ShareholderMeeting"})


def voted_today(scene: Scene) -> PartialDate | None:
    """The day of the release for what a meeting decided that it calls today's; None where it tells of none."""
    if scene.reading.type not in _VOTABLE or not _VOTED.search(scene.sentence.text):
        return None
    return held_today(scene.context)


def held_today(context: Context) -> PartialDate | None:
    """The day of a release that tells of a meeting of shareholders held today."""
    return context.issued if any(_TODAY.search(one.text) for one in context.document.sentences) else None
