"""The phase of what happens to a site: done, under way, planned, possible or denied, by the words around the verb."""

from __future__ import annotations

import re
from typing import Final

from kg.context.modality import modality
from kg.model import Status

_HELPER: Final = re.compile(r"(?:be|been|being|is|was|are|were|to) ", re.IGNORECASE)


def stage(verb: str, text: str, start: int, end: int, *, offered: bool) -> Status:
    """The phase that a clause gives to the verb or noun at text[start:end]; `offered` where a site is put up for sale."""
    if text[start:end].endswith(" of"):
        end -= 3
    if _GLAD.search(text, max(0, start - 60), start):
        return Status.ACTUAL  # "thrilled to launch our new office"
    helper = _HELPER.match(text, start, end)
    start = helper.end() if helper else start
    told = modality(text, start, end)
    if told is Status.ACTUAL and (offered or verb.startswith("plan") or verb.endswith("for sale")):
        return Status.PLANNED
    if told is Status.ACTUAL and _ahead(verb, text, start):
        return Status.PLANNED
    if told is Status.PLANNED and _SINCE_DONE.search(text, end, end + 120):
        return Status.ACTUAL
    if told is not Status.ACTUAL:
        return told
    return _by_verb(verb, text, start, end)


def _by_verb(verb: str, text: str, start: int, end: int) -> Status:
    """The phase that the verb itself tells, where no other word does."""
    complete = "complet" in text[max(0, start - 30) : start].lower() or bool(_COMPLETED.search(text, end, end + 120))
    if _BEGUN.match(verb):
        return Status.PLANNED if "will " in verb else Status.IN_PROGRESS
    if "ground" in verb or _UNDER_WAY.search(verb):
        return Status.IN_PROGRESS
    if _WINDING.match(verb) and not complete:
        return Status.IN_PROGRESS
    if _WHEN_MET.match(text, end) or _PREPARING.search(text, 0, start):
        return Status.PLANNED
    if (
        verb.startswith(("purchase agreement", "construction", "development"))
        and not complete
        and not _AFTER.search(text, 0, start)
    ):
        return Status.IN_PROGRESS if _BUILDING.search(text) else Status.PLANNED
    return Status.ACTUAL


def _ahead(verb: str, text: str, start: int) -> bool:
    """Whether an announced happening has yet to come: "announces the consolidation of"."""
    if verb.startswith(("consolidation", "closing", "closure", "shutdown", "retirement", "decommissioning")):
        return bool(_DECIDES.search(text, 0, start))
    return verb.startswith("expansion") and bool(_ANNOUNCES.search(text, 0, start))


_DECIDES: Final = re.compile(
    r"\bannounc(?:ed|es|ing) (?:today )?(?:(?!complet|success|that\b)[\w-]+ ){0,4}$", re.IGNORECASE
)
# "resolved to close its plant, which was closed in May"
_SINCE_DONE: Final = re.compile(
    r", (?:which|and) (?:was|were|has been|have been) (?:\w+ly )?(?:closed|opened|completed|sold|relocated|moved|vacated|shut)\b"
)
_UNDER_WAY: Final = re.compile(r"\b(?:under ?way|in progress)\b")
# An expansion that is announced has yet to be built, unless its end is announced.
_ANNOUNCES: Final = re.compile(
    r"\bannounc(?:ed|es|ing) (?:today )?(?:a|an|the|its|plans for|major|[$€£])(?: (?!complet|open|conclu|finish|success)[^\s;:]+){0,6} $",
    re.IGNORECASE,
)
_BEGUN: Final = re.compile(r"(?:work|construction) .*(?:beg[aiu]n|start|commence|way)")
_WINDING: Final = re.compile(r"wind-?downs?\b|winding down", re.IGNORECASE)
# What stands under a condition or is only prepared has yet to happen.
_WHEN_MET: Final = re.compile(
    r"[^.;]{0,90}(?:: |, | )(?:upon|subject to|pending|following) (?:\w+ ){0,2}(?:receipt|approval|permits?|permitting)",
    re.IGNORECASE,
)
_PREPARING: Final = re.compile(
    r"\b(?:(?:plans?|program|proposal|restructuring|initiative) (?:includes?|calls? for|involves?|provides? for|contemplates?)|focus(?:ed|es|ing)? on|working toward|preparatory|preparing|prepares|preparations?|in advance of|ahead of|(?:pre-?opening|start-?up) (?:costs|expenses)|planning)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_GLAD: Final = re.compile(
    r"\b(?:is|are|am|was|were) (?:\w+ )?(?:thrilled|proud|excited|delighted|pleased|happy|honou?red) to (?:officially |finally |now )?$"
)
_AFTER: Final = re.compile(r"\b(?:following|after|since|upon) (?:the |its |our )?(?:[a-z]+ ){0,2}$", re.IGNORECASE)
_COMPLETED: Final = re.compile(
    r"\b(?:has|have|was|were|is) (?:now |been |substantially ){0,2}completed?\b", re.IGNORECASE
)
_BUILDING: Final = re.compile(
    r"\b(?:under ?way|progress\w*|continu\w+|advanc\w+|ongoing|on schedule|erect\w+|nearing|began|begun|commenced|started|currently)\b",
    re.IGNORECASE,
)
