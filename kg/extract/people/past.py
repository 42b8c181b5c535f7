"""Whether a change of post is news that has happened, news still to come, or part of a life told."""

from __future__ import annotations

import re

from kg.model import PartialDate, Status

_NEWS = re.compile(r"\b(?:today|announce[sd]?|has (?:been|joined)|have been|will|effective)\b")
_OPENED = r"(?:,? who)? (?:also |later |then |subsequently |first |initially |originally )*"
_JOINED = re.compile(rf"{_OPENED}(?:joined|became|moved to|rejoined)\b")
_GIVEN = re.compile(rf"{_OPENED}was (?:\w+ )?(?:appointed|named|elected|promoted|hired)\b")
_LIFE = re.compile(
    r"\b(?:(?:in|since|from) (?:19|20)\d\d|previously|prior to|before|earlier|career|later|where)\b", re.IGNORECASE
)
_WHERE_NOW = re.compile(
    r"[^.;:“”\"]{0,60}?,? where (?:he|she) (?:(?:also|now|currently) )?(?!was\b|does\b|has\b)(?:is|[a-z]+[a-rt-z]s|[a-z]+sses)\b"
)
_AHEAD = re.compile(
    r"\b(?:will|to|shall|is expected to|set to) (?:\w+ )?(?:succeed|replace|take over from|follow) (?:[^.;,]{0,40} )?$"
)
_WILL = re.compile(
    r"(?:,? since [^,;]{2,30},)?,? (?:who(?:, [^,;.]{3,80},)? )?(?:will|is expected to|plans to|intends to|is to|is set to)\b"
)
_TO_BE = re.compile(
    r"\b(?:is|are) to (?:become|be|join|take|assume|succeed|serve|retire|resign|step|leave|quit|depart)\b|\b(?:agreed|accepted an offer|expected|set|scheduled|slated|plans|intends|planning) to\b|\b(?:decided|elected|chosen|decision|intention|wish(?:es)?) (?:not )?to (?:retire|resign|step|leave|quit|depart|stand|seek|run)\b|\bwould\b"
)
_AT_ONCE = re.compile(r"\beffective(?:ly)? immediately\b|\bwith immediate effect\b|\beffective today\b", re.IGNORECASE)


def told_of_a_life(gap: str, text: str) -> bool:
    """Whether a post at another firm is told in the plain past, as lives are: "she joined Birch as controller"."""
    if _NEWS.search(gap) or re.search(r"\btoday\b", text):
        return False
    return bool(_JOINED.match(gap)) or bool(_GIVEN.match(gap) and _LIFE.search(text))


def still_there(text: str, at: int) -> bool:
    """Whether a clause behind a post tells in the present what is done there: "where she oversees the plants"."""
    return _WHERE_NOW.match(text, at) is not None


def told_as_past(gap: str, when: PartialDate | None) -> bool:
    """Whether an undated release tells of a change in the plain past by year or month, which news would tell by day."""
    if when is None or when.day is not None or _NEWS.search(gap):
        return False
    if when.month is not None and "joined" in gap:
        return False  # who joined in a month may be this release's news
    return bool(_JOINED.match(gap) or _GIVEN.match(gap) or re.search(r"\bbecame\b", gap))


def to_come(code: str, left: str, gap: str, right: str) -> Status:
    """Whether a change that is told is still to come: "will become", "to succeed"."""
    if code not in ("appointed", "departing") or _AT_ONCE.search(right):
        return Status.ACTUAL
    leaves = code == "departing" and (_AHEAD.search(left[-90:]) or _WILL.match(right))
    ahead = " will " in f" {gap} " or leaves or _TO_BE.search(gap) is not None
    return Status.PLANNED if ahead else Status.ACTUAL
