"""One event per real happening: several tellings of it become one claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.events.alike import meet
from kg.extract.events.launches import not_out_yet, of_its_own
from kg.extract.events.telling import Telling
from kg.model import EventClaim, PartialDate, Participant, Status

_SEAT = re.compile(
    r"(?:members? of the )?(?:board of )?directors?(?: of the board)?|board members?|members? of the board"
)
_ELECTED = re.compile(r"\b(?:has|have|was|were|been|today)(?: \w+ly)? elected\b|\belection of\b")
_TO_COME = frozenset({Status.PLANNED, Status.POSSIBLE})
_MISHAPS = [
    {"recall", other} for other in ("fire", "explosion", "flood", "accident", "breach", "spill", "outage", "crash")
]
_AT_ONCE = frozenset({"NameChange", "ListingChange"})  # what takes no time is not under way
_OF_TWO_SORTS = frozenset({"DebtFinancing", "ShareRepurchase"})  # a loan and notes; a program and what was bought
_ONE_MORE = frozenset({"Layoff", "EquityOffering"})
_OF_A_DAY = frozenset({"RegulatoryMilestone", "Award", "Certification", "PatentGrant", "Incident", "Layoff"})
_RECENT = 6  # months: what was done longer ago is another happening than today's news
_OWN_ROLES = frozenset({"company", "place"})  # parts that do not tell two happenings of a type apart


def happenings(tellings: Iterable[Telling], issued: PartialDate | None) -> list[EventClaim]:
    """The claims, those that tell one happening merged: best evidence, most precise date, all parties."""
    all_ = not_out_yet(_sited(list(tellings)))
    strong = {(telling.claim.type, name) for telling in all_ if not telling.weak for name in _companies(telling)}
    groups: list[Telling] = []
    for telling in all_:
        known = any((telling.claim.type, name) in strong for name in _companies(telling))
        if telling.weak and known and not of_its_own(telling, all_):
            continue
        for at, group in enumerate(groups):
            if _same(group, telling):
                groups[at] = _merged(group, telling, issued)
                break
        else:
            groups.append(telling)
    return [_in_time(group, issued) for group in groups]


def _sited(tellings: list[Telling]) -> list[Telling]:
    """The tellings without those of a site that a pattern does not place where a move read from the same words does."""
    placed = [one for one in tellings if "/from-moves" in one.claim.rule and _has_place(one)]
    return [
        one
        for one in tellings
        if one.claim.type not in _OF_SITES
        or _has_place(one)
        or not any(move.claim.type == one.claim.type and _touching(one, move) for move in placed)
    ]


def _has_place(telling: Telling) -> bool:
    return any(part.role == "place" for part in telling.claim.participants)


def _next_time(telling: Telling) -> bool:
    """Whether results are told of that are still to be reported, on a day of their own."""
    return telling.weak and telling.dated and telling.claim.modality is Status.PLANNED


def later(date: PartialDate | None, issued: PartialDate | None) -> bool:
    """Whether a date lies after the release, as far as both are told."""
    if date is None or issued is None:
        return False
    mine = (date.year, date.month or 0, date.day or 0)
    theirs = (issued.year, issued.month or 0 if date.month else 0, issued.day or 0 if date.day else 0)
    return mine > theirs


def _in_time(group: Telling, issued: PartialDate | None) -> EventClaim:
    """What is dated after the release has not happened yet."""
    claim = group.claim
    if claim.type == "Appointment" and _ELECTED.search(claim.evidence[0].quote):
        return claim  # the vote has been, whenever the term begins
    done = claim.modality is Status.ACTUAL or (claim.modality is Status.IN_PROGRESS and claim.type in _AT_ONCE)
    if group.dated and done and later(claim.date, issued):
        return replace(claim, modality=Status.PLANNED)
    return claim


def _others(telling: Telling, *, named: bool) -> set[str]:
    """The parties that tell two happenings of a type apart; of a deal with the issuer, the one that deals with it."""
    parts = telling.claim.participants
    dealt = any(part.name == telling.issuer and part.role != "company" for part in parts)
    own = {"place"} if dealt else _OWN_ROLES | {"person"} if telling.claim.type == "Award" else _OWN_ROLES
    return {
        part.name.casefold()
        for part in parts
        if part.role not in own and part.name != telling.issuer and not (named and part.described)
    }


def _apart(left: Telling, right: Telling) -> bool:
    """Whether two tellings name different places or posts, or one cut of jobs and one more."""
    body = 0 not in (left.weight, right.weight)  # a headline shortens what it names
    together = left.claim.evidence[0].span.overlaps(right.claim.evidence[0].span)  # two posts taken at once
    if body and not together and left.topic and right.topic and not _one_post(left.topic, right.topic):
        return True
    if body and left.claim.type in _ONE_MORE and left.topic != right.topic:
        return True  # one cut and one more
    if body and left.claim.type in _OF_TWO_SORTS and left.topic and right.topic and left.topic != right.topic:
        return True
    if left.claim.type == "Incident" and {left.topic, right.topic} in _MISHAPS:
        return True
    mine = [part.name for part in left.claim.participants if part.role == "place"]
    theirs = [part.name for part in right.claim.participants if part.role == "place"]
    if body and left.claim.type in _OF_SITES and mine and theirs:
        one = len(mine) == len(theirs) == 1 and _touching(left, right)
        if not one:  # "in Georgia" and "in Macon, Georgia" are two sites
            return {name.split(",")[0] for name in mine}.isdisjoint(name.split(",")[0] for name in theirs)
    return bool(mine and theirs) and not any(a in b or b in a for a in mine for b in theirs)


def _one_post(left: str, right: str) -> bool:
    """Whether two posts can be one; a seat on a board is none of the offices that a board has."""
    if bool(_SEAT.fullmatch(left)) != bool(_SEAT.fullmatch(right)):
        return False
    return left in right or right in left


def _companies(telling: Telling) -> set[str]:
    return {part.name for part in telling.claim.participants if part.role == "company"}


def _strangers(left: Telling, right: Telling) -> bool:
    """Whether two tellings are of different companies."""
    mine, theirs = _companies(left), _companies(right)
    return (
        bool(mine and theirs)
        and mine.isdisjoint(theirs)
        and not _others(left, named=False) & _others(right, named=False)
    )


def _same(left: Telling, right: Telling) -> bool:
    if left.claim.type != right.claim.type or not _in_step(left, right):
        return False
    if _history(left, right) or _history(right, left):
        return False
    heading = 0 in (left.weight, right.weight)
    if left.claim.type == "EarningsAnnouncement" and _next_time(left) != _next_time(right):
        return False
    if left.weak != right.weak and left.claim.type == "ProductLaunch":
        return False  # kept beside another, it is of a product of its own
    if left.weak and right.weak:
        one_product = left.topic == right.topic or not (left.topic and right.topic)
        return _companies(left) == _companies(right) and one_product
    if "sentence" in (left.merge, right.merge):
        return _companies(left) == _companies(right) and (heading or _touching(left, right))
    if left.merge == "release":
        if left.claim.type == "ShareholderMeeting" and not heading and _two_meetings(left, right):
            return False
        return heading or _companies(left) == _companies(right)
    if _apart(left, right) or (not heading and _strangers(left, right)):
        return False
    mine, theirs = _others(left, named=False), _others(right, named=False)
    if meet(mine, theirs):
        return _agree(left, right) or heading or left.claim.type in ("Appointment", "Departure")
    vague = not _others(left, named=True) or not _others(right, named=True)
    return vague and (heading or not mine or not theirs) and _agree(left, right)


def _two_meetings(left: Telling, right: Telling) -> bool:
    """Whether one tells of the meeting that was held and the other of the day of the next."""
    held, called = (left, right) if right.claim.modality is Status.PLANNED else (right, left)
    done = held.claim.modality is Status.ACTUAL and called.claim.modality is Status.PLANNED and called.dated
    return done and held.claim.date is not None and later(called.claim.date, held.claim.date)


def _touching(left: Telling, right: Telling) -> bool:
    """Whether a pattern and another claim read the same words."""
    kinds = {"/from-" in left.claim.rule, "/from-" in right.claim.rule}
    return len(kinds) == 2 and left.claim.evidence[0].span.overlaps(right.claim.evidence[0].span)


def _agree(left: Telling, right: Telling) -> bool:
    """Whether the stated dates of two tellings can be one."""
    if not (left.dated and right.dated):
        return True
    mine, theirs = str(left.claim.date), str(right.claim.date)
    return mine.startswith(theirs) or theirs.startswith(mine)


def _history(news: Telling, past: Telling) -> bool:
    """Whether one tells the news of today and the other what was done half a year before it, or longer ago."""
    today, then = news.claim.date, past.claim.date
    told = news.weight != 1 and not news.dated and past.weight == 1 and past.dated and news.claim.type in _OF_A_DAY
    if not told or today is None or then is None or today.month is None or then.month is None:
        return False
    return (today.year - then.year) * 12 + today.month - then.month > _RECENT


def _in_step(left: Telling, right: Telling) -> bool:
    """A denial is never the happening it denies; other phases of one telling are."""
    return (left.claim.modality is Status.DENIED) == (right.claim.modality is Status.DENIED)


def _merged(left: Telling, right: Telling, issued: PartialDate | None) -> Telling:
    best, other = (left, right) if _worth(left) >= _worth(right) else (right, left)
    dated = best if _announced(best, other) else max((best, other), key=_precise)
    if best.claim.modality in _TO_COME and not dated.dated:
        dated = best  # the day on which a plan is announced is not that of what is planned
    going = best.claim.modality is Status.IN_PROGRESS and best.claim.type not in _OF_SITES
    if going and dated is other and later(other.claim.date, issued):
        dated = best  # nor is the day by which a part is to be done that of what goes on
    posts = best.claim.type in ("Appointment", "Departure") and "/from-" in other.claim.rule
    site = best.claim.type in _OF_SITES and "/from-moves" in other.claim.rule  # read from all that is told of the site
    parties = _joined(*((other, best) if posts or site else (best, other)))
    phase = other.claim.modality if site else best.claim.modality
    claim = replace(best.claim, participants=parties, date=dated.claim.date, modality=phase)
    return replace(best, claim=claim, dated=dated.dated, topic=best.topic or other.topic)


_OF_SITES = frozenset({"FacilityOpening", "FacilityClosing", "FacilityExpansion", "Relocation"})


def _precise(telling: Telling) -> tuple[bool, int]:
    return telling.dated, len(str(telling.claim.date or ""))


def _announced(best: Telling, other: Telling) -> bool:
    """Whether the lead tells of the day and the other only of a year, which is that of something before it."""
    day, year = best.claim.date, other.claim.date
    plain = best.weight != 1 and not best.dated and best.claim.modality is Status.ACTUAL
    return plain and day is not None and day.day is not None and year is not None and year.month is None


def _worth(telling: Telling) -> tuple[int, bool]:
    """What makes a telling the better one: where it stands, and that it was read for itself."""
    return telling.weight, "/from-" not in telling.claim.rule


def _joined(first: Telling, second: Telling) -> tuple[Participant, ...]:
    """The parties of both tellings; the better one's fill their roles alone, but a name beats a description."""
    best, other = first.claim.participants, second.claim.participants
    named = {part.role for part in other if not part.described}
    vague = {part.role for part in best if part.described} & named
    best = tuple(part for part in best if part.role not in vague or not part.described)
    roles = {part.role for part in best}
    names = {part.name.casefold() for part in best}
    added = [part for part in other if part.role not in roles and part.name.casefold() not in names]
    return tuple(sorted([*best, *added]))
