"""Who holds which post where, as a sentence prints it: "X, Y of Z", "Z's Y, X", "Y X", "X is Y at Z"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.mentions.titles import Posts
from kg.model import Mention, MentionKind, Party

_QUALIFIED = r"(?:(?:current|new|newly[- ](?:appointed|named|elected|hired)|incoming|outgoing|former|then|longtime|long-time|retired|the late|late|recently appointed|also|both|now|most recently|previously|currently|formerly)[ ,]+)*"
_DETERMINED = r"(?:(?:the|a|an|our|its|their|his|her|that company[’']s|the company[’']s|our company[’']s|company) )?"
_AFTER = re.compile(
    rf"(?:,? ?\(|,| [-–—]+|:)? ?(?:(?:who (?:is|was|serves as|has served as|served as|has been|will be|will serve as|will become|also serves as|currently serves as)|as|and) )?{_DETERMINED}{_QUALIFIED}{_DETERMINED}",
    re.I,
)
_VERBAL = re.compile(
    rf",? (?:(?:who|also|currently|previously|most recently|formerly|now|then|will|has|had|have|having|is|was|been|be|initially|later|subsequently|he|she) )*"
    rf"(?:is|was|serves?|served|serving|been|acted|acts|worked|become|becomes|became|remains?|continues?|assumes?|assumed|hold|holds|held|be)"
    rf"(?: (?:to serve|serving|in the (?:role|position|post) of|the (?:role|position|post|title|titles|positions) of|in (?:various|several) (?:roles|positions),? including|duties as|on))?(?: as)? {_DETERMINED}{_QUALIFIED}{_DETERMINED}",
    re.I,
)
_PREFIX = re.compile(r"(?:,|:|,? and)? |: ?|, (?:Mr|Ms|Mrs|Dr)\.? ")
_OF = re.compile(r",? ?(?:of|at|for|with|,|@|\||[-–—]|in|to) ?(?:the |both |parent company |its parent,? |parent |its subsidiary,? |subsidiary )?", re.I)
_OWNED = re.compile(r"(?:[’']s?)?,? (?:(?:current|new|former|own|then|co-?founder and|newly appointed|longtime|U\.S\.|US|global) )*$", re.I)


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and a post in one sentence; positions count in its text."""

    person: Mention
    posts: Posts
    company: Party | None
    how: str  # apposition | verb | prefix
    company_end: int  # where the words that name post and company end


def holdings(text: str, people: Sequence[Mention], posts: Sequence[Posts], orgs: Sequence[Mention]) -> list[Holding]:
    """The holdings of a sentence, from left to right."""
    found: list[Holding] = []
    named = [org for org in orgs if org.kind is MentionKind.ORG]
    for number, group in enumerate(posts):
        before = [person for person in people if person.end <= group.start]
        after = [person for person in people if person.start >= group.end]
        floor = posts[number - 1].end if number else 0
        holder = _holder(text, group, before[-1] if before else None, after[0] if after else None, named, floor)
        if holder is None:
            continue
        person, how = holder
        company, end = company_of_posts(text, group, named, people)
        found.append(Holding(person, group, company, how, max(end, person.end)))
    return found


def _holder(
    text: str, group: Posts, before: Mention | None, after: Mention | None, orgs: Sequence[Mention], floor: int
) -> tuple[Mention, str] | None:
    prefix = after is not None and _PREFIX.fullmatch(text[group.end : after.start])
    if before is not None and before.end >= floor and group.start - before.end <= 110:
        gap = _without_orgs(text, before.end, group.start, orgs)
        opens = gap.lstrip(" ").startswith((",", "(", "-", "–", "—", ":", "as ", "who")) or not gap.strip()
        if _AFTER.fullmatch(gap) and opens and not (gap.strip() in ("and", ", and")):
            return before, "apposition"
        if _VERBAL.fullmatch(gap):
            return before, "verb"
    if prefix and after is not None:
        return after, "prefix"
    return None


def _without_orgs(text: str, start: int, end: int, orgs: Sequence[Mention]) -> str:
    """The words between two positions with possessive organisations taken out."""
    gap = text[start:end]
    for org in orgs:
        if start <= org.start and org.end <= end:
            tail = re.match(r"[’']s? |[’'] | ", text[org.end : end] + " ")
            stop = org.end + (tail.end() if tail else 0)
            lead = text[org.start - 4 : org.start].lower() == "the " and org.start - 4 >= start
            gap = text[start : org.start - (4 if lead else 0)] + text[min(stop, end) : end]
            break
    return gap


def company_of_posts(text: str, group: Posts, orgs: Sequence[Mention], people: Sequence[Mention]) -> tuple[Party | None, int]:
    """The company that the words around posts name, and where those words end."""
    for org in orgs:
        if org.start >= group.end and _OF.fullmatch(text[group.end : org.start]) and isinstance(org.value, Party):
            return org.value, org.end
    last: Party | None = None
    for org in orgs:
        if org.end <= group.start and _OWNED.fullmatch(text[org.end : group.start]) and isinstance(org.value, Party):
            last = org.value
    if last is None:
        person = next((p for p in people if p.start >= group.end and _PREFIX.fullmatch(text[group.end : p.start])), None)
        for org in orgs:
            if person and org.start >= person.end and re.fullmatch(r",? (?:of|at|from|with) (?:the )?", text[person.end : org.start]) and isinstance(org.value, Party):
                return org.value, org.end
    return last, group.end
