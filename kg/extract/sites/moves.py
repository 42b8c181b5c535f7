"""Moves: what happens to a site, whoever acts, each told once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.evidence import clause
from kg.extract.sites.same_sites import many, noun, one_site
from kg.extract.sites.site_memory import settled
from kg.extract.sites.telling import Frame
from kg.mentions.properties import is_named
from kg.model import BlockKind, Claim, Confidence, MoveClaim, PartialDate, PlaceName, Status

_FROM = ("closing", "sale")
_HEADS = (BlockKind.HEADLINE, BlockKind.HEADING)


def extract(context: Context, found: Sequence[Claim]) -> list[MoveClaim]:
    """Every move of a release, the same move told twice once."""
    del found  # moves are read from the text alone
    told = [(frame, _claim(context, frame)) for frame in settled(context)]
    # The body tells more exactly than the headline what stage a move is in.
    told.sort(key=lambda pair: (_assumed(pair[0]), pair[0].sentence.kind in _HEADS))
    kept: list[MoveClaim] = []
    headed: list[bool] = []
    for frame, claim in told:
        head = frame.sentence.kind in _HEADS
        pairs = enumerate(zip(kept, headed, strict=True))
        twin = next((at for at, (other, by) in pairs if (_retold if head or by else _twins)(claim, other)), None)
        if twin is None:
            kept.append(claim)
            headed.append(head)
        else:
            kept[twin] = _joined(kept[twin], claim)
    kept = [claim for claim in kept if claim.origin or claim.destination or not _POINTED.match(claim.what or "")]
    return sorted((_dated(context, claim) for claim in kept), key=lambda claim: claim.evidence[0].span)


# "this new location": which one, only another sentence tells.
_POINTED = re.compile(r"(?:this|that|these|those|such)\b", re.IGNORECASE)


def _assumed(frame: Frame) -> bool:
    """Whether nothing but the lack of a cue says that a move has happened."""
    return frame.bare and frame.status is Status.ACTUAL


def _claim(context: Context, frame: Frame) -> MoveClaim:
    origin, destination = _ends(frame)
    evidence = context.evidence(frame.sentence, *clause(frame.sentence.text, frame.start, frame.end))
    return MoveClaim(
        evidence=(evidence,),
        rule=f"moves/{frame.kind}",
        confidence=Confidence.EXPLICIT if origin or destination else Confidence.INFERRED,
        modality=frame.status,
        speaker=context.speaker_at(evidence.span.start),
        kind=frame.kind,
        company=frame.actor,
        described=frame.described,
        what=frame.what,
        origin=origin,
        destination=destination,
        date=frame.date,
        when=frame.when,
    )


def _ends(frame: Frame) -> tuple[str | None, str | None]:
    """From where and to where, as printed; a kind with one place has only that."""
    place = frame.places or _printed(frame.place)
    if frame.kind in _FROM:
        return place or frame.spot or _name(frame), None
    if frame.kind in ("relocation", "consolidation"):
        one = frame.destination if frame.destination != frame.origin else None  # "moves to the new site" in one city
        there = frame.places or _printed(one)
        told = None if frame.what == "headquarters" and _NEW_SEAT.fullmatch(frame.goal or "") else frame.goal
        goal = _joint(frame).join(part for part in (told, there) if part)
        return _printed(frame.origin), goal or None
    return None, place or frame.spot or _name(frame)


# "moved to new corporate headquarters" tells of no more than a move.
_NEW_SEAT = re.compile(
    r"(?:(?:a|an|its|our|their|the|new|larger|global|corporate|world) )*(?:headquarters|head office)", re.IGNORECASE
)


def _joint(frame: Frame) -> str:
    """What is printed between a street or building and its city: "1200 Lake Road in Ashford", "1200 Lake Road, Ashford"."""
    return " in " if frame.goal and f"{frame.goal} in " in frame.sentence.text else ", "


def _name(frame: Frame) -> str | None:
    return frame.site.text if frame.site and is_named(frame.site) else None


def _printed(place: PlaceName | None) -> str | None:
    return str(place) if place else None


def _dated(context: Context, claim: MoveClaim) -> MoveClaim:
    """The claim with its phase by its date: what is told as done or under way with a date to come has yet to happen."""
    issued, date = context.issued, claim.date
    if date is None or issued is None or claim.modality not in (Status.ACTUAL, Status.IN_PROGRESS):
        return claim
    if claim.modality is Status.IN_PROGRESS:
        moving = claim.kind == "relocation" and _later(_last(date), issued)
        return replace(claim, modality=Status.PLANNED) if moving else claim
    if not _later(date, issued):
        return claim
    if claim.when and _OPENS_ON.search(claim.evidence[0].quote.split(claim.when, 1)[0]):
        return replace(claim, modality=Status.PLANNED)  # "opens May 4", told in March
    if not re.search(r"\d{4}|next|coming", claim.when or ""):
        return replace(claim, date=replace(date, year=date.year - 1))  # "opened in April", told in March
    return replace(claim, modality=Status.PLANNED)


_OPENS_ON = re.compile(r"\b(?:opens|re-?opens|closes|moves|relocates|begins operations)\b[^.;]{0,60}$", re.IGNORECASE)


def _last(date: PartialDate) -> PartialDate:
    """The last day that a date may mean."""
    return PartialDate(date.year, date.month or 12, date.day or 28)


def _later(date: PartialDate, issued: PartialDate) -> bool:
    """Whether no part of a date has come when the release is issued."""
    least = (date.year, date.month or issued.month or 1, date.day or issued.day or 1)
    return least > (issued.year, issued.month or 12, issued.day or 31)


def _twins(claim: MoveClaim, other: MoveClaim) -> bool:
    """Whether two claims tell of one move: nothing in them contradicts."""
    if claim.kind != other.kind or not _one_actor(claim, other) or not _one_time(claim, other):
        return False
    if not (_agree(claim.origin, other.origin) and _agree(claim.destination, other.destination)):
        return False
    if (claim.modality is Status.DENIED) != (other.modality is Status.DENIED):
        return False
    mine, theirs = claim.origin or claim.destination, other.origin or other.destination
    one, two = claim.what or "", other.what or ""
    if not (mine or theirs) and claim.kind == "expansion" and not many(one) and noun(one) == noun(two) != "":
        return True  # "its planned campus expansion", "a campus expansion of $45 million"
    if claim.kind in ("relocation", "consolidation") and (mine or theirs):
        return many(one) == many(two) or bool(mine and theirs)
    return one_site(one, two, placed=bool(mine and theirs))


def _retold(claim: MoveClaim, other: MoveClaim) -> bool:
    """Whether a headline tells again what the text tells: its capitals say nothing of names, and it may leave out the unit."""
    if _twins(claim, other):
        return True
    mine, theirs = claim.origin or claim.destination, other.origin or other.destination
    if claim.kind != other.kind or not (mine and theirs and _agree(mine, theirs)) or not _one_time(claim, other):
        return False
    return noun(claim.what or "") == noun(other.what or "") != ""


def _one_time(claim: MoveClaim, other: MoveClaim) -> bool:
    """Whether the dates of two claims can be one; that of the announcement says little."""
    mine, theirs = (str(one.date or "") if (one.when or "").lower() != "today" else "" for one in (claim, other))
    return mine.startswith(theirs) or theirs.startswith(mine)


def _one_actor(claim: MoveClaim, other: MoveClaim) -> bool:
    """Whether two claims have one actor: a longer name that holds all words of the shorter, for what has no place."""
    if claim.company == other.company:
        return True
    placed = claim.origin or claim.destination or other.origin or other.destination
    short, long = sorted((claim.company.lower().split(), other.company.lower().split()), key=len)
    return not placed and len(short) > 1 and not (claim.described or other.described) and set(short) <= set(long)


def _agree(one: str | None, two: str | None) -> bool:
    if one is None or two is None:
        return True
    first, second = one.split(",")[0].lower(), two.split(",")[0].lower()
    return first == second or first in two.lower() or second in one.lower()


def _joined(kept: MoveClaim, claim: MoveClaim) -> MoveClaim:
    """One claim with what either tells."""

    def fuller(one: str | None, two: str | None) -> str | None:
        return max((one or "", two or ""), key=len) or None

    timed = max((kept, claim), key=lambda one: (len(str(one.date or "")), bool(one.when)))
    return replace(
        kept,
        evidence=(*kept.evidence, *claim.evidence),
        what=kept.what or claim.what,
        origin=fuller(kept.origin, claim.origin),
        destination=fuller(kept.destination, claim.destination),
        date=timed.date,
        when=timed.when,
    )
