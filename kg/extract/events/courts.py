"""The court before which a suit is brought, as its sentence names it."""

from __future__ import annotations

import re

from kg.extract.events.scenes import Scene
from kg.model import Participant

_NAME = r"[A-Z][\w.'’-]*"
_OF = rf"(?:,? (?:for|of|in|in and for) (?:the )?(?:(?:{_NAME}|of|the|and|for|at)(?: |(?=[,;.)]|\Z))){{1,9}})"
_COURT = re.compile(
    r"(?P<court>(?:(?:U\.S\.|US|United States|Federal|Supreme|Superior|Circuit|District|Chancery|County|State|High|Commercial|Regional|Local|"
    rf"Bankruptcy|Common Pleas|{_NAME}) ){{0,5}}(?:Courts?|Court of (?:[A-Z]\w+(?: |(?!\w))){{1,4}}){_OF}?"
    rf"|(?:Northern|Southern|Eastern|Western|Central|Middle) District of {_NAME}(?: {_NAME})?"
    r"|(?:American Arbitration Association|International Chamber of Commerce|London Court of International Arbitration))"
)
_SEAT = re.compile(  # "a federal court in Houston" is known by its place only
    rf"\b(?:federal|state|district|superior|county|bankruptcy|appeals|provincial|regional|local|high|patent|civil|labou?r|a|the) court in "
    rf"(?:the )?(?P<court>{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME})?)"
)
_LEADING = re.compile(r"\A(?:The|A|An|In|On|At|By|When|After|If|As|This|That) ")
_TRAILING = re.compile(r"[ ,]*(?:\b(?:of|the|and|for|at|in)[ ,]*)*(?<!\.[A-Z])\.?\Z")
_DEFINED = re.compile(r" ?\((?:the )?[“\"”]Court[”\"“]\)")
_THE_COURT = re.compile(r"\bthe Court\b")
_BARE = re.compile(r"\A(?:Courts?|Circuit|The Court)\Z")
_NEAR = 260  # characters about the match in which its court is named


def court(scene: Scene) -> Participant | None:
    """The court that the sentence names nearest to the match, or that the release calls "the Court"."""
    text, start, end = scene.sentence.text, scene.match.start, scene.match.end
    if "ourt" not in text and " District of " not in text and "rbitration" not in text:
        return None
    found = [one for one in _COURT.finditer(text, max(0, start - _NEAR), min(len(text), end + _NEAR)) if _clean(one)]
    if found:
        return Participant("place", _clean(min(found, key=lambda one: (one.end() < start, abs(one.start() - start)))))
    seat = _SEAT.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
    if seat:
        return Participant("place", _TRAILING.sub("", seat["court"]))
    return _defined(scene) if _THE_COURT.search(text) else None


def _clean(found: re.Match[str]) -> str:
    """The name, without the words that belong to its sentence; empty when it is none."""
    name = _TRAILING.sub("", _LEADING.sub("", found["court"]))
    return "" if _BARE.match(name) else name


def _defined(scene: Scene) -> Participant | None:
    for sentence in scene.context.document.sentences:
        named = _DEFINED.search(sentence.text)
        if named:
            courts = [one for one in _COURT.finditer(sentence.text, 0, named.start()) if _clean(one)]
            return Participant("place", _clean(courts[-1])) if courts else None
    return None
