"""Whose posts are: the person before or after them, by the words between, as a sentence prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.gaps import (
    AFTER,
    ASIDE,
    CAME,
    CHOOSES,
    HEIR,
    IN_ROLE,
    NOUNED,
    NOW_SERVING,
    PLURAL,
    PREFIX,
    RECENT,
    ROLE_OF,
    SEATED,
    SERVING,
    TO_LEAD,
    TO_POST,
    VERBAL,
    VERBAL_AS,
)
from kg.mentions.change_words import CHOICE, INVERSIONS, INVERTED
from kg.mentions.titles import Posts, read_posts
from kg.model import Mention

_INVERTED = re.compile(INVERTED)
_REACH = 160  # characters between a person and the posts behind
_AS = re.compile(r",? (?:as|in the role of) (?:(?:an?|the|its|our|their|interim|acting) )*")
_DETERMINED = (" its ", " our ", " their ", " the ", " a ", " its new ", " the new ", " its next ", " its first ")
_AND_BE = re.compile(r",? and (?:will |to )?(?:be|become|serve|assume|take)\b")
_AND_ITS = re.compile(r",? and (?:the|its|their|our) ")
_CLOSED = re.compile(
    r"[,.;”\"]? (?!(?:(?-i:[a-z]+ ){0,2}(?:president|chairman|chief|director|CEO|CFO|COO)\b))|[.,;]?$", re.IGNORECASE
)
_EMPLOYER_BETWEEN = re.compile(r" ?(?:at|of|for|with) ?(?:the )?, ")
_RISES = re.compile(
    r"\bpromot(?:ions? of|es|ed|ing)(?: were| are| include)?:? (?:[^.:]{0,260}\bto\b [^.;:]{2,60}(?:, |,? and |; (?:and )?))?(?:(?:Mr|Ms|Mrs|Dr)\. )?$|^\W*$",
    re.IGNORECASE,
)
_GIVES = re.compile(
    rf"\b(?:{CHOICE} of|elevat(?:es|ed|ing)|appoint(?:s|ed|ing)) (?:(?:Mr|Ms|Mrs|Dr)\. )?$", re.IGNORECASE
)
_FROM = re.compile(
    r",? (?:formerly |previously |most recently )?(?:of|with|at|from) ?(?=,)|"
    r",? (?:formerly|previously|most recently) (?:of|with|at|from) (?:the )?[A-Z][\w&.’'-]*(?: (?:& )?[A-Z][\w&.’'-]*){0,4}(?=,)"
)
_PRINTED_FIRM = re.compile(r" (?:of|at) (?:the )?[A-Z][\w&.’'-]*(?: [A-Z&][\w&.’'-]*){0,4}, (?:(?:Mr|Ms|Mrs|Dr)\. )?")
_PRINTED_OWNER = re.compile(r", (?:[A-Z][\w&.-]* ){0,3}[A-Z][\w&-]*[’']s? (?:new |former |current )?")
_ACRONYM = re.compile(r" \([A-Z]{2,5}\)")  # "Chief Executive Officer (CEO), Jane Doe"


def holder(
    text: str, group: Posts, before: Mention | None, after: Mention | None, orgs: Sequence[Mention], floor: int
) -> tuple[Mention, str, str] | None:
    """The holder of posts, how the sentence tells it, and the words between; None where it does not.

    `floor` is where the posts before end: who stands before them holds those.
    """
    if before is not None and after is not None and _of_next(text, group, before, after, orgs):
        return after, "prefix", ""
    if after is not None and before is not None and _calls_next(text, group, before, after, orgs):
        return after, "prefix", ""
    told = _by_one_before(text, group, before, orgs, floor) if before is not None else None
    return told or (_by_one_after(text, group, after, orgs) if after is not None else None)


def _by_one_before(
    text: str, group: Posts, before: Mention, orgs: Sequence[Mention], floor: int
) -> tuple[Mention, str, str] | None:
    """The person before posts as their holder: in apposition, or by a verb."""
    between = text[before.end : group.start]
    if before.end >= floor and len(between) <= _REACH:
        gap = CAME.sub("", _FROM.sub("", without_orgs(text, before.end, group.start, orgs)))
        if HEIR.search(text[: before.start]) and _AS.fullmatch(gap):
            return before, "heir", gap
        if _AND_BE.match(gap) and HEIR.search(text[: before.start]):
            return None  # "will succeed Ann Lee and be elected chair": the heir is told of
        named = gap in _DETERMINED and CHOOSES.search(text[: before.start])  # "named Ann Lee its treasurer"
        led = TO_LEAD.fullmatch(gap) and CHOOSES.search(text[: before.start])  # "tapped Ann Lee to lead sales as"
        if named or led or SEATED.fullmatch(gap) or TO_POST.fullmatch(gap):
            return before, "apposition", " as "
        opens = gap.lstrip(" ").startswith((",", "(", "-", "–", "—", ":", "as ", "who", "to ")) or not gap.strip()
        if AFTER.fullmatch(gap) and opens and gap.strip() not in ("and", ", and", _unrisen(text[: before.start], gap)):
            return before, "apposition", gap
        if _PRINTED_OWNER.fullmatch(gap):
            return before, "apposition", ", "
        if VERBAL.fullmatch(gap.replace(" ,", ",")) or VERBAL_AS.fullmatch(gap) or NOUNED.fullmatch(gap):
            return before, "verb", gap
    if before.end >= floor and RECENT.search(without_orgs(text, before.end, group.start, orgs)):
        return before, "verb", " previously served as "
    if NOW_SERVING.search(between):
        return before, "verb", " currently serves as "
    if before.end >= floor and SERVING.search(between):
        holds = re.search(r"\b(?:has|have) (?:also )?(?:led|headed|been)\b|\b(?:leads|heads)\b", between)
        return before, "verb", " has served as " if holds else " served as "
    return None


def _unrisen(left: str, gap: str) -> str:
    """The word that joins no post to a person: "to", or none at all where a promotion is told of."""
    if gap.strip() == "to" and _GIVES.search(left):
        return ""  # "the election of Ann Lee to treasurer"
    return "" if _RISES.search(left) else "to"


def _by_one_after(text: str, group: Posts, after: Mention, orgs: Sequence[Mention]) -> tuple[Mention, str, str] | None:
    """The person behind posts as their holder: "CEO Ann Lee", "As CEO of Alder, Ann Lee ...", "CEO of Alder, Ann Lee"."""
    between = text[group.end : after.start]
    if PREFIX.fullmatch(_ACRONYM.sub("", between)):
        posted = between.strip() in ("and", ", and") and text.startswith(", ", after.end)
        if PLURAL.search(text[group.start : group.end]) and between.strip(" ,") == "and":
            return None  # "the founders and Ann Lee"
        own = posted and read_posts(text, after.end + len(", ")) is not None
        return None if own else (after, "prefix", "")  # "secretary, and Ann Lee, treasurer"
    if between in INVERSIONS and _INVERTED.search(text, 0, group.start):
        return after, "prefix", ""
    gap = without_orgs(text, group.end, after.start, orgs)
    if IN_ROLE.match(text[: group.start]) and ROLE_OF.fullmatch(gap):
        return after, "role", text[after.end : after.end + 40]
    if opens_clause(text, group.start):
        named = gap != between and _EMPLOYER_BETWEEN.fullmatch(gap)
        if named or _PRINTED_FIRM.fullmatch(between):
            return after, "prefix", ""
    return None


def _of_next(text: str, group: Posts, before: Mention, after: Mention, orgs: Sequence[Mention]) -> bool:
    """Whether posts listed behind a person are the next one's: "Ann Lee, and the president of Alder Corp., Bob Roe,"."""
    if not _AND_ITS.fullmatch(text, before.end, group.start) or not _CLOSED.match(text, after.end):
        return False
    gap = without_orgs(text, group.end, after.start, orgs)
    named = gap != text[group.end : after.start] and _EMPLOYER_BETWEEN.fullmatch(gap)
    return bool(named) or _PRINTED_FIRM.fullmatch(text, group.end, after.start) is not None


def _calls_next(text: str, group: Posts, before: Mention, after: Mention, orgs: Sequence[Mention]) -> bool:
    """Whether a post called right before a name is that person's: "Dr. Ann Lee of Alder College, Professor Bob Roe"."""
    if text[group.end : after.start] != " " or text.startswith(" ", before.end) is False:
        return False
    return any(
        before.end <= org.start
        and org.end <= group.start
        and text[org.end : group.start] in (", ", ", and ", " and ")
        and re.fullmatch(r" (?:of|at|from) (?:the )?", text[before.end : org.start])
        for org in orgs
    )


def shared(text: str, posts: Sequence[Posts], number: int, after: Mention) -> bool:
    """Whether posts and the ones listed next stand before one holder: "former mayor and current senator Ann Lee"."""
    following = posts[number + 1] if number + 1 < len(posts) else None
    return (
        following is not None
        and following.end < after.start
        and text[following.end : after.start] == " "
        and re.fullmatch(r" and (?:current |now |former )?", text[posts[number].end : following.start]) is not None
    )


def together(text: str, person: Mention, people: Sequence[Mention], how: str, group: Posts) -> Iterator[Mention]:
    """Other people who share plural posts: "A and B will become directors", "directors A and B"."""
    if not PLURAL.search(text[group.start : group.end]):
        return
    if how == "prefix":
        yield from _behind(text, person, people)
        return
    at = person
    for other in reversed([p for p in people if p.end <= person.start]):
        if not re.fullmatch(
            r", (?:and )?|, [^,;]{3,60}, and |,? and (?:(?:his|her) (?:son|daughter|wife|husband|brother|sister),? )?|,? & ",
            text[other.end : at.start],
        ):
            return
        yield other
        at = other


def _behind(text: str, first: Mention, people: Sequence[Mention]) -> Iterator[Mention]:
    """The other people whom plural posts in front name: "co-founders Ann Lee and Bob Roe"."""
    last = first
    for other in people:
        if other.start >= last.end and re.fullmatch(r", (?:and )?|,? and |,? & ", text[last.end : other.start]):
            yield other
            last = other


def opens_clause(text: str, start: int) -> bool:
    """Whether a position opens a sentence or follows a word that announces a person."""
    return start == 0 or bool(re.search(r"\b(?:said|says|by|and|welcomed|as) (?:its |our |the )?$", text[:start]))


def without_orgs(text: str, start: int, end: int, orgs: Sequence[Mention]) -> str:
    """The words between two positions with names of organisations taken out."""
    parts: list[str] = []
    at = start
    for org in orgs:
        if at <= org.start and org.end <= end:
            lead = text[at : org.start]
            parts.append(lead[:-4] if lead.lower().endswith(" the ") else lead)
            tail = re.match(r"[’']s? |[’'] | ", text[org.end : end] + " ")
            at = min(end, org.end + (tail.end() if tail else 0))
    parts.append(text[at:end])
    gap = ASIDE.sub("", "".join(parts).replace("“", "").replace('"', ""))
    return re.sub(r" \([^()]{0,60}\)", "", gap) if "(" in gap and ")" in gap else gap
