"""People told without a post beside them: of a firm, in its service, among its founders, on boards elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.context.context import Context
from kg.context.persons import peopled, pronouns
from kg.extract.people.change_claims import first_listed
from kg.mentions.change_words import CHOICE, CHOOSES
from kg.mentions.titles import find_posts, has_post
from kg.model import BlockKind, Confidence, Mention, MentionKind, Party, PersonClaim, Sentence

_SPEAKING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_OF = re.compile(r" (?:of|at|from|with) (?:the )?")
_JOINED = re.compile(
    r",? (?:has |have |recently |also )*(?:joined|joins) (?:the )?(?:[\w-]+ ){0,3}?(?:(?:staff|team|ranks|faculty) (?:of|at) )?(?:the )?"
)
_PRINTED = re.compile(
    r",? (?:of|at|from|with) (?:the )?(?P<firm>(?:[A-Z][\w&.’'-]* (?:of |for |& )?){1,4}(?:Partners|Solutions|Systems|Group|Institute|University|College|Associates|Advisors|Capital|"
    r"Holdings|Technologies|Consulting|Research|Foundation|Hospital|Company|Bank|Ventures|Realty|Properties|Media|Software|Labs|Laboratories|Studios|Council|Association|Clinic|Energy|Retail|Networks|Communications))"
    r"(?=[.,;:”\"]|$| (?:said|says|stated|added|commented|noted|as|who|will|has|is|was|and|in|to)\b)"
)
_FOUNDED = re.compile(r",? (?:who )?(?:also )?(?P<verb>co-?founded|founded) (?:the )?")
_FOUNDED_BY = re.compile(
    r"(?:,| is| was)?(?: [^.;,]{0,40})? (?:was |were )?(?P<verb>co-?founded|founded) (?:in (?P<year>(?:19|20)\d\d) )?by (?:(?:Mr|Ms|Mrs|Dr)\. )?"
)
_CAME_FROM = re.compile(
    r"(?:,? who)? (?:(?:has|have|will|is|recently|most recently) )*(?:joins?|joined|joining|comes?|came)(?: (?:to|the|us)| [A-Z&][\w&.,’'-]*| (?:company|firm|bank|team|group))* from (?:the )?"
)
_OPENS_FOUNDED = re.compile(
    r"^(?P<verb>[Cc]o-?founded|Founded)(?: (?:in|on) (?P<year>[^,;]{3,20}?))? by (?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_LED_BY = re.compile(
    r"(?:, an? [^.;,]{2,90})?,? (?:(?:which|that) )?(?:is |are )?(?:currently |now )?(?:led|headed|run) by (?:its )?"
)
_SEATS = re.compile(
    r"(?:, [^,;]{2,60},)?,? (?:(?:currently|also|has|have|had|previously|formerly|now|presently) )*(?P<verb>serves?|sits?|served|sat|holds?|held)(?: (?:as a (?:member|director)|(?:various |several )?(?:board|director) (?:positions|seats|roles)|directorships))?"
    r"(?: (?:on|of|with|at|for|in)(?: the)?)?(?: (?:corporate |public company )?[Bb]oards?(?: of [Dd]irectors)?(?: (?:of|for|at|with)| positions (?:with|at)| seats (?:with|at|on))(?: [a-z][\w-]+){0,3}?(?:,? including)?)? (?:the )?",
)
# Whom a firm takes into a team, with no post told.
_INTO_TEAM = re.compile(
    r",? to (?:its|the|our)(?: [\w&-]+){0,5}? (?:team|staff|ranks|roster|faculty|practice|advisory group)\b(?! (?:as|of the|of [a-z]+ as)\b)"
)
_JOINS_TEAM = re.compile(
    r",? (?:has |have |will |is |are |recently |also )*(?:joined|joins?|joining) (?:its|the|our|[A-Z][\w&.-]*[’']s?)(?: [\w&-]+){0,4}? (?:team|staff|ranks|roster|faculty)\b(?! (?:as|of [a-z]+ as)\b)"
)
_TAKEN_IN = re.compile(rf"\b(?:{CHOOSES}|{CHOICE} of) (?:(?:Mr|Ms|Mrs|Dr)\. )?$", re.IGNORECASE)
_ITS_BOARD = re.compile(r"[’']?s? (?:advisory |supervisory )?[Bb]oard\b(?! (?:member|chair|meeting))")
_SINCE = re.compile(r"[^.;]{0,40}\bsince\b")
_BOARD = re.compile(r"\b(?:[Bb]oards?|[Dd]irector(?:ship)?s?)\b")
_CAREER = re.compile(
    r"\b(?:(?:held|holding|served in)\b[^.;:()]{0,60}\b(?:roles?|positions?|posts?|jobs?|appointments?)|worked|spent|career|experience|stints?|tenures?|employed|positions|roles)\b"
    r"[^.;:()]{0,110}\b(?:at|with|including|such as|like) (?:the )?$|\bled\b[^.;:()]{0,90}\bat (?:[a-z][\w-]+ ){0,3}(?:like |such as |including )?(?:the )?$"
    r"|\bworked (?:[a-z]+ ){0,4}for (?:the )?$"
)
_NO_CAREER = re.compile(
    r"\b(?:clients|customers|investors|co-investors|partners|brands|transactions|deals|projects|products|programs|work with|studied|degree|MBA)\b"
)
_ROLES_AT = re.compile(r"(?: roles?| positions?)?,? (?:at|with) (?:the )?")
_PRESENT = re.compile(r"\b(?:currently|now|serves|sits|holds|presently)\b")
_PRESENT_FIRST = re.compile(r"[^.;]{0,120}?,? and (?=(?:has )?(?:previously|formerly|earlier)\b)")
_LISTED = re.compile(r",? (?:and|&) (?:the )?|, (?:the )?| (?:\([^()]{1,40}\))?,? (?:and )?")
_NEXT = re.compile(r", (?:and )?|,? and |,? & ")
_OLD = 35  # years: who founded a company so long ago is told of as history


def affiliations(context: Context, told: Sequence[PersonClaim]) -> list[PersonClaim]:
    """Claims of people whom the text gives a company and no post, where no other claim gives them one."""
    held = {(claim.person, claim.company) for claim in told}
    titled = {claim.person for claim in told if claim.title or claim.contact}
    found: list[PersonClaim] = []
    for sentence, people, subject in peopled(context.document, context.persons):
        if sentence.kind not in _SPEAKING or not (people or subject):
            continue
        orgs = [
            m
            for m in context.parties.mentions(sentence)
            if m.kind is MentionKind.ORG and not any(p.start < m.end and m.start < p.end for p in people)
        ]
        found += _of_team(context, sentence, people, orgs, titled)
        if orgs or _PRINTED.search(sentence.text):
            everyone = sorted([*people, *pronouns(sentence.text, people, subject)], key=lambda mention: mention.start)
            found += _told(context, sentence, everyone, orgs, titled)
    once: dict[tuple[str, str | None, str | None], PersonClaim] = {}
    for claim in found:
        if (claim.person, claim.company) not in held:
            once.setdefault((claim.person, claim.company, claim.title), claim)
    return list(once.values())


def _of_team(
    context: Context, sentence: Sentence, people: Sequence[Mention], orgs: Sequence[Mention], titled: set[str]
) -> Iterator[PersonClaim]:
    """People taken into a team of the firm that is told of: "Alder welcomed Ann Lee to its management team"."""
    text, home = sentence.text, context.parties.home(sentence)
    if home is None:
        return
    for person in people:
        into = _INTO_TEAM.match(text, person.end) if _TAKEN_IN.search(text, 0, person.start) else None
        into = into or _JOINS_TEAM.match(text, person.end)
        if into and " " in str(person.value) and str(person.value) not in titled:
            near = [m for m in orgs if person.end <= m.start < into.end()] or [m for m in orgs if m.end <= person.start]
            firm = near[-1].value if near else home
            if not isinstance(firm, Party):
                continue
            claim = _of_printed(context, sentence, person, firm.name, into.end())
            yield replace(claim, position="appointed")


def _told(
    context: Context, sentence: Sentence, people: Sequence[Mention], orgs: Sequence[Mention], titled: set[str]
) -> Iterator[PersonClaim]:
    text = sentence.text
    for person in people:
        following = [org for org in orgs if org.start >= person.end]
        printed = _PRINTED.match(text, person.end)
        if printed and " " in str(person.value) and str(person.value) not in titled:
            firm = printed["firm"]
            if not following or following[0].start > printed.end():
                for each in people[first_listed(text, people, people.index(person)) : people.index(person) + 1]:
                    yield _of_printed(context, sentence, each, firm, printed.end("firm"))
        if not following:
            continue
        first = following[0]
        gap = text[person.end : first.start]
        named = " " in str(person.value) and str(person.value) not in titled
        if named and _OF.fullmatch(gap):
            yield _claim(context, sentence, person, first, None, "current")
        elif named and _JOINED.fullmatch(gap):
            yield _claim(context, sentence, person, first, None, "appointed")
        founds = _FOUNDED.fullmatch(gap)
        if founds:
            yield _claim(context, sentence, person, first, founds["verb"].replace("ed", "er", 1), "current")
        came = next((org for org in following if _CAME_FROM.fullmatch(text, person.end, org.start)), None)
        if came is not None and came.value is not context.parties.home(sentence):
            yield _claim(context, sentence, person, came, None, "former")
        yield from _elsewhere(context, sentence, person, following)
    yield from _founders(context, sentence, people, orgs, titled)


def _elsewhere(context: Context, sentence: Sentence, person: Mention, orgs: Sequence[Mention]) -> Iterator[PersonClaim]:
    """Seats on boards and earlier employers, listed without posts."""
    text, home = sentence.text, context.parties.home(sentence)
    now = _PRESENT_FIRST.match(text, person.end)  # "is managing director of Birch and previously held"
    start = now.end() if now else person.end
    orgs = [org for org in orgs if org.start >= start]
    if not orgs:
        return
    gap = text[start : orgs[0].start]
    titles: list[str | None] = [None]
    seats = _SEATS.fullmatch(gap) if _BOARD.search(gap) or _ITS_BOARD.match(text, orgs[0].end) else None
    if seats:
        code, titles = _seated(gap, seats["verb"], text[orgs[0].end :]), ["Director"]
    elif (
        _CAREER.search(gap)
        and not _BOARD.search(gap)
        and len(gap) <= 170
        and not _PRESENT.search(gap)
        and not _NO_CAREER.search(gap)
    ):
        code = "former"
        posts = [
            p for p in find_posts(text) if p.start >= person.end and _ROLES_AT.fullmatch(text[p.end : orgs[0].start])
        ]
        titles = [post.text for post in posts[-1].posts] if posts else [None]
    else:
        return
    for org in _list(text, orgs):
        if org.value is not home:
            yield from (_claim(context, sentence, person, org, title, code) for title in titles)


def _seated(gap: str, verb: str, behind: str) -> str:
    """Whether a seat on a board is one held: "serves on", or "has served on the board of Alder since 2015"."""
    if "previously" in gap or "formerly" in gap:
        return "former"
    held = verb in ("serve", "serves", "sit", "sits", "hold", "holds")
    return "current" if held or (re.search(r"\bha(?:s|ve)\b", gap) and _SINCE.match(behind)) else "former"


def _list(text: str, orgs: Sequence[Mention]) -> Iterator[Mention]:
    """The first organisation and those listed with it."""
    yield orgs[0]
    for before, org in pairwise(orgs):
        if not _LISTED.fullmatch(text[before.end : org.start]):
            return
        yield org


def _founders(
    context: Context, sentence: Sentence, people: Sequence[Mention], orgs: Sequence[Mention], titled: set[str]
) -> Iterator[PersonClaim]:
    """Founders named behind their firm, and who leads it without a post."""
    text, issued = sentence.text, context.issued
    yield from _opening_founders(context, sentence, people, orgs)
    for person in people:
        org = next((o for o in reversed(orgs) if o.end <= person.start), None)
        founded = _FOUNDED_BY.fullmatch(text[org.end : person.start]) if org else None
        led = _LED_BY.fullmatch(text, org.end, person.start) if org and str(person.value) not in titled else None
        if org is not None and led and not has_post(text[person.end : person.end + 60]):
            yield _claim(context, sentence, person, org, None, "current")
        if org is None or founded is None:
            continue
        old = founded["year"] and issued and issued.year - int(founded["year"]) > _OLD
        for each in _listed_from(text, people, person):
            yield _claim(
                context, sentence, each, org, founded["verb"].replace("ed", "er", 1), "former" if old else "current"
            )


def _opening_founders(
    context: Context, sentence: Sentence, people: Sequence[Mention], orgs: Sequence[Mention]
) -> Iterator[PersonClaim]:
    """Founders named at the front of a sentence about their firm: "Founded by Ann Lee in Ohio, Alder makes"."""
    opened = _OPENS_FOUNDED.match(sentence.text[: people[0].start]) if people else None
    org = next((org for org in orgs if org.start > people[0].end), None) if opened else None
    if opened is None or org is None or org.value is not context.parties.home(sentence):
        return
    year = re.search(r"(?:19|20)\d\d", sentence.text[: org.start])
    old = year and context.issued and context.issued.year - int(year[0]) > _OLD
    title = "co-founder" if opened["verb"].lower().startswith("co") else "founder"
    for each in _listed_from(sentence.text, people, people[0]):
        yield _claim(context, sentence, each, org, title, "former" if old else "current")


def _listed_from(text: str, people: Sequence[Mention], first: Mention) -> Iterator[Mention]:
    """A person and those listed behind."""
    last = None
    for person in people:
        if person is first or (last is not None and _NEXT.fullmatch(text[last.end : person.start])):
            yield person
            last = person


def _of_printed(context: Context, sentence: Sentence, person: Mention, firm: str, end: int) -> PersonClaim:
    """The claim of a person of a firm that is printed, though no party of the release."""
    return PersonClaim(
        evidence=(context.evidence(sentence, person.start, end),),
        rule="people/affiliation",
        person=str(person.value),
        title=None,
        company=firm,
        position="current",
        confidence=Confidence.INFERRED,
        speaker=context.speaker_at(sentence.passage.origin(person.start)),
    )


def _claim(
    context: Context, sentence: Sentence, person: Mention, org: Mention, title: str | None, code: str
) -> PersonClaim:
    company = org.value.name if isinstance(org.value, Party) else None
    start, end = min(person.start, org.start), max(person.end, org.end)
    return PersonClaim(
        evidence=(context.evidence(sentence, start, end),),
        rule="people/affiliation",
        person=str(person.value),
        title=title,
        company=company,
        position=code,
        confidence=Confidence.INFERRED,
        speaker=context.speaker_at(sentence.passage.origin(start)),
    )
