"""The company of a post that the clause names: who appoints to it, whose "its president" is, the firm printed behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.mentions.titles import Posts
from kg.model import Mention, Party

_CHOOSES = re.compile(
    r"(?:[’']s (?:[\w-]+ ){0,3}board(?: of directors)?)?(?: \([^()]{1,60}\))?(?:,[^,;]{1,80},)?"
    r"(?: (?:today|also|has|have|recently|unanimously|formally|announced|announces|that|it|the|its|board|of|directors|supervisory))*,?"
    r" (?:appoint(?:s|ed|ments? of)|elect(?:s|ed|ion of)|nam(?:es|ed)|promot(?:es|ed|ion of)|hir(?:es|ed|ing of))"
    r"(?: [a-z-]+){0,4} (?:(?:Mr|Ms|Mrs|Dr|Prof)\. )*",
    re.IGNORECASE,
)
_ITS = re.compile(r"\b(?:its|their) (?:(?:new|current|former|own|longtime|long-time) )?$")
_LED = re.compile(
    r"(?:,[^,;.]{0,80},)?,? (?:which |that )?(?:(?:is|was|will be) )?(?:led|headed|run|managed) by (?:its )?"
    r"|(?: was| were)? (?:co-?)?(?:founded|established|formed|started)(?: in (?:19|20)\d\d)? by (?:its )?"
)
_ITS_POST = re.compile(r", (?:(?:its|the|an?) )?(?:new )?| as (?:(?:its|the) )?")
_LED_AS = re.compile(r"[^.;“”\"]{0,160}\b(?:led|headed|managed|run) by\b[^.;“”\"]{0,200}")
_OPENING = re.compile(
    r"(?:(?:Recently|Today|Separately|Meanwhile|Also|Earlier|(?:In|On) [^,;.]{3,30}),? )?(?:The )?(?:(?:[Ss]upervisory |[Mm]anagement )?[Bb]oard (?:of [Dd]irectors )?(?:of|at) (?:the )?)?"
)


def of_clause(text: str, person: Mention, group: Posts, orgs: Sequence[Mention]) -> Party | None:
    """The company that opens the clause and appoints the person, or whose "its" stands before the posts."""
    led = next((org for org in orgs if org.end <= person.start and _LED.fullmatch(text, org.end, person.start)), None)
    if led is not None and isinstance(led.value, Party) and _ITS_POST.fullmatch(text, person.end, group.start):
        return led.value  # "Alder's unit Birch, which is led by Ann Lee, its president"
    first = orgs[0] if orgs else None
    if first is None or not isinstance(first.value, Party) or first.end > min(person.start, group.start):
        return None
    if not _OPENING.fullmatch(text[: first.start]):
        return None
    if _LED.fullmatch(text, first.end, group.start) or _led_as(text, first, person, group):
        return first.value
    if _ITS.search(text[: group.start]) or _CHOOSES.fullmatch(text[first.end : person.start]):
        between = [org for org in orgs[1:] if org.start < group.start]
        return None if between else first.value
    return None


def _led_as(text: str, first: Mention, person: Mention, group: Posts) -> bool:
    """Whether a person leads the company that opens the clause: "Alder is led by a team that includes Ann Lee as CEO"."""
    return text[person.end : group.start] == " as " and _LED_AS.fullmatch(text, first.end, person.start) is not None
