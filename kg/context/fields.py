"""Posts made whole by the words around them: a company's name taken off, a field of work put on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.modifiers import modified
from kg.mentions.titles import Post, Posts
from kg.model import Mention, Party

_FIELD = re.compile(
    r", (?P<field>(?:[A-Z][\w&-]+ (?:and |& )?){0,3}(?:Operations|Sales|Marketing|Development|Affairs|Relations|Services|Engineering|Strategy|Finance|Technology|Products?|"
    r"Research|Investments|Solutions|Systems|Segment|Division|Unit|Region|Americas|Europe|Asia|Pacific|International|Markets|Brands|Networks|Commercial|Manufacturing|Communications|Technologies))"
    r"(?=[.,;)]|$| (?:and|at|of|for|said|who|will|has|is)\b)"
)
_FIELD_AT = re.compile(r", (?P<field>(?:[A-Z][\w&-]*,? (?:and |& )?){1,4}?)(?=,? ?\bat (?:the )?[A-Z])")
_FIELD_OF = re.compile(r" of (?:[A-Z][\w&-]*,? (?:and |& )?){1,6}")
_BELOW = re.compile(r"(?:vice president|director|manager|head|evp|svp|vp)$", re.IGNORECASE)
_UNIT_OF = re.compile(
    r" of (?:the )?(?:[A-Z][\w&-]*(?:,? and | & | )){0,4}[A-Z][\w&-]*(?=[,.;]| and (?:an?|as|the)\b| effective|$)"
)
_FIELDED = re.compile(r"(?:president|director|manager|officer|head|evp|svp|vp)$", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:senator|rep\.|sen\.|gov\.|council\w*|congress\w*|assembly\w*|speaker|mayor|governor)$", re.IGNORECASE
)
_UNITS = re.compile(
    r"[’']s? (?P<unit>(?:[a-z][\w-]* ){0,3}(?:[A-Z][\w&-]* (?:and |& )?){0,5}(?:Segment|Division|Region|group|division|unit|segment|department|operations|practice|arm|office|team|business(?:es)?))\b"
)
_TITLE_OF = re.compile(
    r" (?:of|for) (?:the (?!Company|Corporation|Board|Bank|Group|Firm))?[A-Z][\w&’'-]*(?:(?: | & | and )[A-Z][\w&-]*){0,5}(?=[,.;”\"]|$| said| who| will)"
)


def whole(text: str, posts: Posts, orgs: Sequence[Mention], people: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts with their fields of work, and the company whose name or possessive stands in front of them."""
    group, own = _without_company(text, _without_person(posts, people), orgs)
    if own is None:
        group, own = modified(text, group, people, orgs)
    if own is None:
        group, own = _later_company(text, group, orgs)
    if own is None:
        group, own = _of_board(group, orgs)
    if own is None:
        group, own = _firm_behind(text, group, orgs)
    group = _before_name(text, _with_field(text, group, orgs, people), orgs, people)
    return (group, own) if own is not None else _owned(text, group, orgs)


def of_unit(text: str, posts: Posts, end: int) -> Posts:
    """Posts with the unit that follows their company: "president of Alder's pump division"."""
    unit = _UNITS.match(text, end)
    if unit is None or end <= posts.end:
        return posts
    last = posts.posts[-1]
    return replace(posts, posts=(*posts.posts[:-1], replace(last, text=f"{last.text} of {unit['unit']}")))


def of_part(text: str, posts: Posts) -> Posts:
    """Posts that a company fills with its part that they lead: "named president of Quiet Pumps"."""
    last = posts.posts[-1]
    part = _UNIT_OF.match(text, last.end) if _FIELDED.search(last.text) else None
    if part is None:
        return posts
    whole_ = replace(last, end=part.end(), text=f"{last.text}{part[0]}")
    return replace(posts, end=part.end(), posts=(*posts.posts[:-1], whole_))


def by_holder(posts: Sequence[Posts], people: Sequence[Mention]) -> list[Posts]:
    """Posts, those that run on with another person's name cut there: "named Ann Lee President, Bob Roe Treasurer"."""
    names = {person.start for person in people}
    found: list[Posts] = []
    for group in posts:
        run: list[Post] = []
        for post in group.posts:
            if run and post.start in names:
                found.append(Posts(run[0].start, run[-1].end, tuple(run), group.former))
                run = []
            run.append(post)
        found.append(replace(group, start=run[0].start, posts=tuple(run)) if len(run) < len(group.posts) else group)
    return found


def _without_person(group: Posts, people: Sequence[Mention]) -> Posts:
    """Posts with their holder's name taken off their front: "Jane Doe President"."""
    first = group.posts[0]
    name = next(
        (p for p in people if p.start <= first.start < p.end < first.end and first.text[p.end - first.start] == " "),
        None,
    )
    if name is None:
        return group
    start = name.end + 1
    rest = Post(start, first.end, first.text[start - first.end :], first.acting)
    return Posts(start, group.end, (rest, *group.posts[1:]), group.former)


def _without_company(text: str, group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts with a company's name taken off their front: "Alder Chairman"."""
    for org in orgs:
        first = group.posts[0]
        if _OFFICE.search(first.text):
            return group, None  # "NYC Councilmember"
        if org.start == first.start and org.end < first.end and isinstance(org.value, Party):
            gap = re.match(r"[’']?s? ", text[org.end :])
            start = org.end + (gap.end() if gap else 0)
            rest = Post(start, first.end, text[start : first.end], first.acting)
            if start < first.end:
                return Posts(start, group.end, (rest, *group.posts[1:]), group.former), org.value
    return group, None


def _later_company(text: str, group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts with a company's name taken off the front of a later one: "Vice President and Alder Business Leader"."""
    for at, post in enumerate(group.posts[1:], 1):
        for org in orgs:
            if org.start == post.start and org.end < post.end and isinstance(org.value, Party):
                rest = Post(org.end + 1, post.end, text[org.end + 1 : post.end], post.acting)
                return replace(group, posts=(*group.posts[:at], rest, *group.posts[at + 1 :])), org.value
    return group, None


def _of_board(group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts on a board without its company's name: "Chairman of the Alder Board of Directors"."""
    last = group.posts[-1]
    for org in orgs:
        if last.start < org.start and org.end <= last.end and isinstance(org.value, Party):
            name = re.sub(r"^the ", "", org.text, flags=re.IGNORECASE)
            owner = re.search(rf"{re.escape(name)}(?:[’']s?)? (?=(?:[\w-]+ )?board\b)", last.text, re.IGNORECASE)
            if owner:
                plain = replace(last, text=last.text[: owner.start()] + last.text[owner.end() :])
                return replace(group, posts=(*group.posts[:-1], plain)), org.value
    return group, None


def _firm_behind(text: str, group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts without their firm's name read as a field: "Vice President, Treasury and Tax, Alder Pumps"."""
    last = group.posts[-1]
    for org in orgs:
        inside = last.start < org.start and org.end == last.end and isinstance(org.value, Party)
        if inside and text[org.start - 2 : org.start] == ", " and isinstance(org.value, Party):
            cut = org.start - 2
            plain = replace(last, end=cut, text=last.text[: len(last.text) - (last.end - cut)])
            return replace(group, end=cut, posts=(*group.posts[:-1], plain)), org.value
    return group, None


def _before_name(text: str, group: Posts, orgs: Sequence[Mention], people: Sequence[Mention]) -> Posts:
    """Posts with the field of work that stands between them and their holder: "Vice President of Quiet Pumps Jane Doe"."""
    last = group.posts[-1]
    person = next((person for person in people if person.start > group.end), None)
    if person is None or not _BELOW.search(last.text):
        return group
    field = _FIELD_OF.fullmatch(text, last.end, person.start)
    if field is None or any(org.start < person.start and org.end > last.end for org in orgs):
        return group
    printed = field[0].rstrip(" ,")
    whole_ = replace(last, end=last.end + len(printed), text=f"{last.text}{printed}")
    return replace(group, end=whole_.end, posts=(*group.posts[:-1], whole_))


def _owned(text: str, group: Posts, orgs: Sequence[Mention]) -> tuple[Posts, Party | None]:
    """Posts of an owner named in front, "of" telling the field: "Alder's vice president of Quiet Pumps"."""
    owner = next((org for org in orgs if org.end < group.start and text[org.end : group.start] in ("'s ", "’s ")), None)
    field = _TITLE_OF.match(text, group.end)
    if owner is None or field is None or not isinstance(owner.value, Party):
        return group, None
    last = group.posts[-1]
    whole = replace(last, end=field.end(), text=f"{last.text}{field[0]}")
    return replace(group, end=field.end(), posts=(*group.posts[:-1], whole)), owner.value


def _with_field(text: str, group: Posts, orgs: Sequence[Mention], people: Sequence[Mention]) -> Posts:
    """Posts with a field of work of their own name behind: "President, Mobile Solutions", where that is no company."""
    last = group.posts[-1]
    field = None
    if _FIELDED.search(last.text):
        field = _FIELD_AT.match(text, last.end) or _FIELD.match(text, last.end)
    if field is None or any(m.start < field.end() and field.start() < m.end for m in (*orgs, *people)):
        return group
    printed = field[0].rstrip(" ,")
    end = field.start() + len(printed)
    whole = replace(last, end=end, text=f"{last.text}{printed}")
    return replace(group, end=end, posts=(*group.posts[:-1], whole))
