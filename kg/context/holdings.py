"""Who holds which post where, as a sentence prints it: "X, Y of Z", "Z's Y, X", "Y X", "X was named Y at Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.context.fields import by_holder, of_part, of_unit, whole
from kg.context.gaps import (
    CHAIN,
    CHOOSES,
    HEIR,
    LISTED,
    OF,
    OWNED,
    PREFIX,
    RECENT,
    UNIT,
    VERBAL,
)
from kg.context.holders import holder, shared, together, without_orgs
from kg.context.posted import of_clause
from kg.mentions.runs import is_form
from kg.mentions.titles import Posts
from kg.model import Mention, MentionKind, Party

_OF_BOARD = re.compile(r"\bboards? of (?:the )?$", re.IGNORECASE)
_SEAT = re.compile(
    r"\b(?:appoint|elect|join|nominat|serv|member|resign|retir|step|left|leav|named|added)\w*\b[^.;:]{0,70}$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r",? (?:and|as well as) (?:also )?(?:as )?(?:(?:the|an?|its|former|current|formerly|previously|currently|now) )*"
)
_OF_AND = re.compile(r" of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3},? and (?:(?:the|an?|its|current) )*")
_FORMER_FIRM = re.compile(
    r"(?:, (?:formerly|previously|most recently) (?:of|with|at|from)|\b(?:hired|recruited)\b[^,;.]{0,60} from) (?:the )?$"
)
_RUN_ON = re.compile(r"[a-z](?:Chief|President|Vice|Director|Chairman|Interim)\b")
_WHERE = re.compile(r"(?P<between>[^;“”\"]{0,190}?),? where (?:[a-z]+ ){0,3}(?:he|she|(?:Mr|Ms|Mrs|Dr)\. .{2,40})")
_AT_SITE = re.compile(
    r" (?:at|in) (?:the )?(?:[A-Z][\w-]+,? ){1,3}(?:(?:site|plant|office|facility|mine|mill) )?(?:for|of) (?:the )?"
)
_SHORT_FORM = re.compile(r"^ \([A-Z&]{2,6}\)(?= )")  # "chief financial officer (CFO) of Alder"
_OTHER_FIRM = re.compile(
    r"\b(?:from|at|with|to|by|joined|joining) (?:the )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z]"
)
_MORE = re.compile(r"(?: (?:& )?[A-Z][\w-]+){1,4}(?=[,;)”\"]|\.(?: |$)|$| said\b| who\b)")
_TAKEN_AS = re.compile(
    r",? (?:as|to|to be|to become|to serve as|to the (?:position|post|role|office) of) (?:(?:the|an?|its|our|their|new) )*"
)
_AND_TAKES = re.compile(
    r" and (?:will )?(?:be (?:elected|appointed|named)|become|assume|take over)(?: (?:as|the|its|to|role|position|post|of|new))* "
)
_EARLIER = re.compile(r"\b(?:formerly|previously)\b")
_ASIDE_FIRST = re.compile(r"^, [^,;]{3,80}(?=, (?:is|was|has|will|who|serves)\b)")
_OWN_VERB = re.compile(
    r"\b(?:remains?|continues?|will|became|becomes|joined|promoted|appointed|named|retired|resigned|is now|now serves|currently|(?:previously|formerly|most recently|earlier) (?:served|was|held|worked|acted))\b"
)
_ROSE = re.compile(r"\b(?:promoted|elevated|advanced|moved|moves|moving|transition\w*|rose|rises)\b")
_FROM_POST = re.compile(
    r",? from (?:(?:his|her|the|an?) )?(?:(?:previous |prior |current |former )?(?:role|position|post|job) (?:of|as) )?"
)
_ELSEWHERE = re.compile(
    r"(?: of [^.,;]{1,40}?)?(?: (?:in|within) (?:the |its )?[^.,;]{2,50}?)?,? (?:at|with|for) (?:the )?[A-Z]"
    r"| (?:in|within) (?:the |its )?[^.,;]{2,50}? (?:division|group|department|unit|practice|team) of (?:the )?[A-Z]"
)


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and posts in one sentence; positions count in its text."""

    person: Mention
    posts: Posts
    company: Party | None
    how: str  # apposition | verb | prefix | chain | role ("As CEO, she ...") | heir ("to succeed Y as CEO")
    gap: str  # the words between person and posts, names of companies left out
    end: int  # where the words that name post and company end


def holdings(text: str, people: Sequence[Mention], posts: Sequence[Posts], orgs: Sequence[Mention]) -> list[Holding]:
    """The holdings of a sentence, from left to right."""
    found: list[Holding] = []
    named = [org for org in orgs if org.kind is MentionKind.ORG]
    posts = by_holder(posts, people)
    floor = 0
    for number, printed in enumerate(posts):
        group, own = whole(text, printed, named, people)
        if _RUN_ON.search(group.posts[0].text):
            continue  # "Jane DoeChief Executive", run together
        if (_OF_BOARD.search(text[: group.start]) and not _SEAT.search(text[: group.start])) or any(
            re.fullmatch(r", an? ", text[org.end : group.start]) for org in named if org.end <= group.start
        ):
            continue  # "the board of directors"; "at Alder, a maker": the company is told of
        before = [person for person in people if person.end <= group.start]
        held = _held(text, [*posts[:number], group, *posts[number + 1 :]], number, floor, people, named, found[-1:])
        floor = group.end
        if held is None and len(before) > 1:
            held = _of_heir(text, group, before, named)
        if held is None and found:
            held = _chained(text, group, found[-1], people, named)
        if held is None:
            continue
        person, how, gap = held
        company, end = company_of_posts(text, group, named, people)
        if company is None and own is None:
            company, group = _of_sentence(text, held, group, named, found)
        group = of_unit(text, group, end)
        holding = Holding(person, group, own or company, how, gap, max(end, person.end))
        if how == "heir":
            found += [replace(holding, person=heir) for heir in before[-2:-1]]
            holding = replace(holding, how="apposition")
        found += [replace(holding, person=other) for other in together(text, person, people, how, group)]
        found.append(holding)
        found += [replace(holding, company=party, end=stop) for party, stop in _further(text, end, group, named)]
    return found


def _held(
    text: str,
    posts: Sequence[Posts],
    number: int,
    floor: int,
    people: Sequence[Mention],
    orgs: Sequence[Mention],
    last: Sequence[Holding],
) -> tuple[Mention, str, str] | None:
    """Who holds posts by the words right before or behind; `last` is the holding told before."""
    group = posts[number]
    before = next((person for person in reversed(people) if person.end <= group.start), None)
    after = next((person for person in people if person.start >= group.end), None)
    follows = after is not None and (text[group.end : after.start] == " " or shared(text, posts, number, after))
    if follows and last and last[0].how == "prefix" and last[0].person is before:
        before = None  # "President Ann Lee, Treasurer Bob Roe": posts stand before their holders
    held = holder(text, group, before, after, orgs, floor)
    if held is None and before is None and after is not None and shared(text, posts, number, after):
        return after, "prefix", ""
    return held


def _of_heir(
    text: str, group: Posts, before: Sequence[Mention], orgs: Sequence[Mention]
) -> tuple[Mention, str, str] | None:
    """Who succeeds somebody and takes posts told behind: "Ann Lee will succeed Bob Roe and be elected chair"."""
    gap = without_orgs(text, before[-1].end, group.start, orgs)
    heads = HEIR.search(text[before[-2].end : before[-1].start])
    if heads is None or _AND_TAKES.fullmatch(gap) is None:
        return None
    return before[-2], "verb", f" will{gap.removeprefix(' and').removeprefix(' will')}"


def _of_sentence(
    text: str, held: tuple[Mention, str, str], group: Posts, named: Sequence[Mention], found: Sequence[Holding]
) -> tuple[Party | None, Posts]:
    """The company that the sentence, not the words beside the posts, names; with it the part that the posts lead."""
    person, how, _ = held
    company = None
    if how in ("verb", "chain") and not _ELSEWHERE.match(text, group.end):
        told = [holding.end for holding in found if holding.how == "apposition" and holding.end > holding.posts.end]
        past = [org.end for org in named if _FORMER_FIRM.search(text[: org.start])]
        company = _where(text, person, group, [org for org in named if org.end not in (*told, *past)])
    if company is None:
        company = of_clause(text, person, group, named)
        group = of_part(text, group) if company is not None else group
    return company, group


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
    where = _WHERE.fullmatch(text, before[-1].end, person.end) if before else None
    if where and isinstance(before[-1].value, Party) and not _OTHER_FIRM.search(where["between"]):
        return before[-1].value
    return None


def _further(text: str, end: int, group: Posts, orgs: Sequence[Mention]) -> Iterator[tuple[Party, int]]:
    """The other companies of a list: "a director of Alder Corp. and Birch plc"."""
    if end <= group.end:
        return
    for org in orgs:
        if org.start >= end:
            if (
                not LISTED.fullmatch(text[end : org.start])
                or not isinstance(org.value, Party)
                or re.match(r"[’']s? ", text[org.end :])
            ):
                return
            yield org.value, org.end
            end = org.end


def _chained(
    text: str, group: Posts, last: Holding, people: Sequence[Mention], orgs: Sequence[Mention]
) -> tuple[Mention, str, str] | None:
    """The person of the holding before, where a list of posts or a new clause goes on."""
    told_on = without_orgs(text, last.posts.end, group.start, orgs)
    if RECENT.search(told_on) and not any(last.posts.end <= p.start < group.start for p in people):
        return last.person, "verb", " previously served as "
    if last.how in ("apposition", "prefix") and not any(last.end <= p.start < group.start for p in people):
        gap = _ASIDE_FIRST.sub("", without_orgs(text, last.end, group.start, orgs))
        if last.how == "apposition" and _TAKEN_AS.fullmatch(gap) and CHOOSES.search(text[: last.person.start]):
            return last.person, "apposition", " as "  # "hired Ann Lee, formerly treasurer of Birch, as controller"
        if last.how == "apposition" and _OF_AND.fullmatch(gap):
            return last.person, "apposition", ", "  # "inventor of the Widget and president of Alder"
        if last.how == "apposition" and last.end > last.posts.end and _GOES_ON.fullmatch(gap):
            return last.person, "apposition", f", {'formerly ' if _EARLIER.search(gap) else ''}"
        return (
            (last.person, "verb", gap)
            if len(gap) <= 110
            and re.match(
                r"(?:,? (?:since|from|for|in|of|at) [^,;]{1,60},)?,? (?:who |and )?(?:will|has|is|was|were|had|became|becomes|assumes|takes|joins?|joined|resigned|retired|to succeed|to replace|to become|to serve|to be)\b",
                gap,
            )
            and VERBAL.fullmatch(gap)
            else None
        )
    if last.how not in ("verb", "chain") or any(last.posts.end <= p.start < group.start for p in people):
        return None
    gap = told_on
    if re.search(r"\bfrom\b[^,;]{0,30}$", last.gap) and gap.strip().startswith("to"):
        return last.person, "chain", " was promoted to "
    if _ROSE.search(last.gap) and _FROM_POST.fullmatch(gap):
        return last.person, "verb", " previously served as "  # "was promoted to treasurer from controller"
    if len(gap) <= 120 and _OWN_VERB.search(gap) and VERBAL.fullmatch(gap):
        return last.person, "chain", gap
    return (last.person, "chain", last.gap) if len(gap) <= 120 and CHAIN.fullmatch(gap) else None


def _within(text: str, org: Mention, orgs: Sequence[Mention]) -> tuple[Party | None, int]:
    """The company that an owner's name leads to: "CEO of Alder's subsidiary, Birch Ltd." is Birch's."""
    after = next((other for other in orgs if other.start > org.end), None)
    if after is not None and isinstance(after.value, Party) and UNIT.fullmatch(text[org.end : after.start]):
        return after.value, after.end
    return (org.value if isinstance(org.value, Party) else None), org.end


def _named_on(text: str, org: Mention) -> tuple[Party, int] | None:
    """The party whose name goes on behind a shorter one that is known: "president, Alder Quiet Pumps"."""
    more = _MORE.match(text, org.end)
    closed = org.text.endswith(".") or is_form(org.text.split()[-1])
    if more is None or closed or not isinstance(org.value, Party) or is_form(more[0].split()[-1]):
        return None
    name = f"{org.text}{more[0]}"
    return replace(org.value, name=name, names=(name,)), more.end()


def _employs(text: str, org: Mention, people: Sequence[Mention]) -> bool:
    """Whether a name is that of the firm of someone before it: "Dr. Ann Lee of Alder College, Professor Bob Roe"."""
    return any(
        re.fullmatch(r" (?:of|at|from|with) (?:the )?", text[p.end : org.start]) for p in people if p.end < org.start
    )


def company_of_posts(
    text: str, group: Posts, orgs: Sequence[Mention], people: Sequence[Mention]
) -> tuple[Party | None, int]:
    """The company that the words around posts name, and where those words end."""
    for org in orgs:
        if org.start >= group.end and isinstance(org.value, Party):
            gap = _SHORT_FORM.sub("", text[group.end : org.start])
            if (gap.strip() and OF.fullmatch(gap)) or gap == " (" or _AT_SITE.fullmatch(gap):
                return _named_on(text, org) or _within(text, org, orgs)
            break
    last: Party | None = None
    for org in orgs:
        if org.end <= group.start and OWNED.fullmatch(text[org.end : group.start]) and isinstance(org.value, Party):
            listed = text[org.end] == "," and (_ELSEWHERE.match(text, group.end) or _employs(text, org, people))
            last = None if listed else org.value  # "of Alder, counsel at Birch": a list goes on
    if last is None:
        person = next((p for p in people if p.start >= group.end and PREFIX.fullmatch(text[group.end : p.start])), None)
        for org in orgs:
            if (
                person
                and org.start >= person.end
                and re.fullmatch(r",? (?:of|at|from|with) (?:the )?", text[person.end : org.start])
                and isinstance(org.value, Party)
            ):
                return org.value, org.end
    return last, group.end
