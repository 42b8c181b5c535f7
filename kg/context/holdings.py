"""Who holds which post where, as a sentence prints it: "X, Y of Z", "Z's Y, X", "Y X", "X was named Y at Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.mentions.titles import Post, Posts
from kg.model import Mention, MentionKind, Party

_QUALIFIED = (
    r"(?:(?:current|new|newly[- ](?:appointed|named|elected|hired|created)|incoming|outgoing|former|then|longtime|long-time|retired|the late|late|"
    r"recently appointed|also|both|now|most recently|previously|currently|formerly|first|next|sole|second|majority)[ ,]+)*"
)
_DETERMINED = r"(?:(?:the|a|an|one of|our|its|their|his|her|that company[’']s|(?:the|our) (?:company|firm|bank|group|corporation)[’']s|company|board) )?"
_AFTER = re.compile(
    rf"(?:,? ?\(|,| ?[-–—]+|:)? ?(?:(?:who (?:is|was|serves as|has served as|served as|has been|will be|will serve as|will become|also serves as|currently serves as)|"
    rf"as|and|to) )?{_DETERMINED}{_QUALIFIED}{_DETERMINED}{_QUALIFIED}",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:appointed|named|elected|re-elected|reelected|promoted|hired|selected|chosen|tapped|nominated|recruited|designated|installed|confirmed|"
    r"joins?|joined|joining|becom(?:e|es|ing)|became|assum(?:e|es|ed|ing)|tak(?:e|es|ing) (?:over|on)|took (?:over|on)|transition(?:s|ed|ing)?|"
    r"resign(?:s|ed|ing)?|retir(?:e|es|ed|ing)|step(?:s|ped|ping)? (?:down|aside)|depart(?:s|ed|ing)?|leav(?:e|es|ing)|left|succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|ceas(?:e|es|ed) to)"
)
_STATE = (
    r"(?:is|was|are|were|serves?|served|serving|been|be|acted|acts|acting|worked|works|remains?|remained|continues?|continued|hold|holds|held|has|had|spent|began|started|"
    r"founded|co-founded|promoted)"
)
_FILLER = (
    r"(?:who|whose|that|and|also|currently|previously|most|recently|formerly|now|then|will|would|has|have|had|having|is|are|was|were|be|been|to|serve|working|serving|"
    r"initially|later|subsequently|he|she|today|today’s|in|the|an?|its|our|their|his|her|as|role|roles|position|positions|post|posts|title|titles|capacity|of|from|for|by|with|"
    r"both|various|several|numerous|senior|leadership|management|executive|including|duties|responsibilities|company|firm|team|newly|created|additional|on|at|since|until|"
    r"effective|immediately|career|years?|over|more|than|unanimously|been|job|joint|multiple|board|directors|interim|permanent|following|where|when|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2},?|\d{4},?)"
)
_VERBAL = re.compile(rf",?(?: {_FILLER},?){{0,8}} (?:{_CHANGE}|{_STATE})(?:,? {_FILLER},?){{0,12}} ?", re.IGNORECASE)
_PREFIX = re.compile(r"(?:,|:|,? and)? |: ?|, (?:Mr|Ms|Mrs|Dr)\.? |[,:]? ?(?:Mr|Ms|Mrs|Dr)\.? ?")
_OF = re.compile(
    r",? ?(?:of|at|for|with|,|@|\||[-–—]|in|to|by|from)? ?(?:the |both |parent company |its parent,? |parent |its subsidiary,? |subsidiary |(?:U\.S\. )?investment bank |law firm |[a-z-]+ (?:company|firm|giant|maker|provider|startup) )?",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:[’']s?)?,? (?:(?:current|new|former|own|then|co-?founder and|newly appointed|longtime|U\.S\.|US|global) )*$",
    re.IGNORECASE,
)
_CHAIN = re.compile(rf"[,;]?(?: {_FILLER},?){{0,9}} ?(?:,|;)? ?(?:{_FILLER} ){{0,5}}", re.IGNORECASE)
_ASIDE = re.compile(r",? (?:age[d]? )?\d\d(?: years old)?(?=,)|, (?:Ph\.?D\.?|M\.?D\.?|CFA|CPA|MBA|Esq\.?)(?=,)")
_SERVING = re.compile(
    r"^[^;:“”\"]{0,160}\b(?:serving|served|worked|working|including work)(?: [\w-]+,?){0,8}? as (?:an? |the |its )?$"
)
_UNIT = re.compile(r"[’']s? (?:[\w-]+ ){0,3}(?:subsidiary|division|unit|affiliate|business),? ")
_LISTED = re.compile(r",? and (?:the )?")
_PLURAL = re.compile(
    r"\b(?:directors|co-founders|founders|partners|members|presidents|officers|chairmen|trustees|managers)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and posts in one sentence; positions count in its text."""

    person: Mention
    posts: Posts
    company: Party | None
    how: str  # apposition | verb | prefix | chain
    gap: str  # the words between person and posts, names of companies left out
    end: int  # where the words that name post and company end


def holdings(text: str, people: Sequence[Mention], posts: Sequence[Posts], orgs: Sequence[Mention]) -> list[Holding]:
    """The holdings of a sentence, from left to right."""
    found: list[Holding] = []
    named = [org for org in orgs if org.kind is MentionKind.ORG]
    for number, printed in enumerate(posts):
        group, own = _without_company(text, printed, named)
        before = [person for person in people if person.end <= group.start]
        after = [person for person in people if person.start >= group.end]
        floor = posts[number - 1].end if number else 0
        follows = bool(after) and text[group.end : after[0].start] == " "
        if follows and found and before and found[-1].how == "prefix" and found[-1].person is before[-1]:
            before = []  # "President Ann Lee, Treasurer Bob Roe": posts stand before their holders
        held = _holder(text, group, before[-1] if before else None, after[0] if after else None, named, floor)
        if held is None and found:
            held = _chained(text, group, found[-1], people, named)
        if held is None:
            continue
        person, how, gap = held
        company, end = company_of_posts(text, group, named, people)
        if company is None and own is None and how in ("verb", "chain"):
            company = _where(text, person, group, named)
        holding = Holding(person, group, own or company, how, gap, max(end, person.end))
        found += [replace(holding, person=other) for other in _together(text, person, people, how, group)]
        found.append(holding)
        found += [replace(holding, company=party, end=stop) for party, stop in _further(text, end, group, named)]
    return found


def _where(text: str, person: Mention, group: Posts, orgs: Sequence[Mention]) -> Party | None:
    """The company that someone joined, or "where" someone was: "joined Alder as controller"."""
    between = [org for org in orgs if person.end <= org.start and org.end <= group.start]
    if between and isinstance(between[-1].value, Party):
        return between[-1].value
    before = [org for org in orgs if org.end <= person.start]
    if (
        before
        and isinstance(before[-1].value, Party)
        and text[before[-1].end : person.start] == ", "
        and re.search(r"\b(?:at|with|for) (?:the )?$", text[: before[-1].start])
    ):
        return before[-1].value
    if (
        before
        and re.search(r",? where (?:he|she|Mr|Ms|Mrs|Dr)", text[before[-1].end : person.end])
        and isinstance(before[-1].value, Party)
    ):
        return before[-1].value
    return None


def _further(text: str, end: int, group: Posts, orgs: Sequence[Mention]) -> Iterator[tuple[Party, int]]:
    """The other companies of a list: "a director of Alder Corp. and Birch plc"."""
    if end <= group.end:
        return
    for org in orgs:
        if org.start >= end:
            if (
                not _LISTED.fullmatch(text[end : org.start])
                or not isinstance(org.value, Party)
                or re.match(r"[’']s? ", text[org.end :])
            ):
                return
            yield org.value, org.end
            end = org.end


def _without_company(text: str, group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts with a company's name taken off their front: "Alder Chairman"."""
    for org in orgs:
        first = group.posts[0]
        if org.start == first.start and org.end < first.end and isinstance(org.value, Party):
            gap = re.match(r"[’']?s? ", text[org.end :])
            start = org.end + (gap.end() if gap else 0)
            rest = Post(start, first.end, text[start : first.end], first.acting)
            if start < first.end:
                return Posts(start, group.end, (rest, *group.posts[1:]), group.former), org.value
    return group, None


def _holder(
    text: str, group: Posts, before: Mention | None, after: Mention | None, orgs: Sequence[Mention], floor: int
) -> tuple[Mention, str, str] | None:
    if before is not None and before.end >= floor and group.start - before.end <= 160:
        gap = _without_orgs(text, before.end, group.start, orgs)
        opens = gap.lstrip(" ").startswith((",", "(", "-", "–", "—", ":", "as ", "who", "to ")) or not gap.strip()
        if _AFTER.fullmatch(gap) and opens and gap.strip() not in ("and", ", and", "to"):
            return before, "apposition", gap
        if _VERBAL.fullmatch(gap):
            return before, "verb", gap
    if before is not None and before.end >= floor and _SERVING.search(text[before.end : group.start]):
        return before, "verb", " served as "
    if after is not None and _PREFIX.fullmatch(text[group.end : after.start]):
        return after, "prefix", ""
    return None


def _chained(
    text: str, group: Posts, last: Holding, people: Sequence[Mention], orgs: Sequence[Mention]
) -> tuple[Mention, str, str] | None:
    """The person of the holding before, where a list of posts or a new clause goes on."""
    if last.how in ("apposition", "prefix") and not any(last.end <= p.start < group.start for p in people):
        gap = _without_orgs(text, last.end, group.start, orgs)
        return (
            (last.person, "verb", gap)
            if len(gap) <= 110
            and re.match(r",? (?:who |and )?(?:will|has|is|was|were|had|became|joins?|joined|resigned|retired)\b", gap)
            and _VERBAL.fullmatch(gap)
            else None
        )
    if last.how not in ("verb", "chain") or any(last.posts.end <= p.start < group.start for p in people):
        return None
    gap = _without_orgs(text, last.posts.end, group.start, orgs)
    return (last.person, "chain", last.gap) if len(gap) <= 120 and _CHAIN.fullmatch(gap) else None


def _together(text: str, person: Mention, people: Sequence[Mention], how: str, group: Posts) -> Iterator[Mention]:
    """Other people who share plural posts: "A and B will become directors"."""
    if how == "prefix" or not _PLURAL.search(text[group.start : group.end]):
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


def _without_orgs(text: str, start: int, end: int, orgs: Sequence[Mention]) -> str:
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
    gap = _ASIDE.sub("", "".join(parts).replace("“", "").replace('"', ""))
    return re.sub(r" \([^()]{0,60}\)", "", gap) if "(" in gap and ")" in gap else gap


def _within(text: str, org: Mention, orgs: Sequence[Mention]) -> tuple[Party | None, int]:
    """The company that an owner's name leads to: "CEO of Alder's subsidiary, Birch Ltd." is Birch's."""
    after = next((other for other in orgs if other.start > org.end), None)
    if after is not None and isinstance(after.value, Party) and _UNIT.fullmatch(text[org.end : after.start]):
        return after.value, after.end
    return (org.value if isinstance(org.value, Party) else None), org.end


def company_of_posts(
    text: str, group: Posts, orgs: Sequence[Mention], people: Sequence[Mention]
) -> tuple[Party | None, int]:
    """The company that the words around posts name, and where those words end."""
    for org in orgs:
        if org.start >= group.end and isinstance(org.value, Party):
            gap = text[group.end : org.start]
            if (gap.strip() and _OF.fullmatch(gap)) or gap == " (":
                return _within(text, org, orgs)
            break
    last: Party | None = None
    for org in orgs:
        if org.end <= group.start and _OWNED.fullmatch(text[org.end : group.start]) and isinstance(org.value, Party):
            last = org.value
    if last is None:
        person = next(
            (p for p in people if p.start >= group.end and _PREFIX.fullmatch(text[group.end : p.start])), None
        )
        for org in orgs:
            if (
                person
                and org.start >= person.end
                and re.fullmatch(r",? (?:of|at|from|with) (?:the )?", text[person.end : org.start])
                and isinstance(org.value, Party)
            ):
                return org.value, org.end
    return last, group.end
