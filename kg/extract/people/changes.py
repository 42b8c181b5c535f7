"""Changes at the top that no post stands beside: successors and predecessors; seats on boards are read apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.context.context import Context
from kg.context.persons import peopled
from kg.extract.people import board_seats
from kg.extract.people.change_claims import board_company, change_claim
from kg.model import BlockKind, Mention, PersonClaim, Sentence, Status

_SUCCEEDS = re.compile(
    r"(?:\b(?:(?:he|she|who) (?:follows|will follow)|succeed(?:s|ed|ing)?(?! by\b)|replac(?:es?|ed|ing)(?! by\b)|tak(?:es?|ing) over (?:the (?:role|position) )?from|took over from|(?:assum(?:es|ed|ing)|tak(?:es|ing)|took) (?:the |this |that )?(?:position|role|post|reins|helm|office|chair|job) from|successor to|follow(?:s|ing) the (?:resignation|departure|retirement) of|filling the (?:vacancy|position) (?:left|created|vacated) by)"
    r" (?:(?:outgoing|retiring|longtime|former|interim|current|the company[’']s|our|its|company|co-)?,? ?(?:(?!by\b)[\w-]+ ){0,5})?(?:(?:Mr|Ms|Mrs|Dr)\.? )?)$",
    re.IGNORECASE,
)
_GIVES_WAY = re.compile(
    r"\b(?P<when>will be|is to be|is being|was|has been|were) (?:succeeded|replaced) (?:on an (?P<acting>interim|acting) basis )?(?:(?:as|in) [^,;.]{2,60} )?by (?:(?!as\b)[\w’'-]+ ){0,3}?(?:(?:Mr|Ms|Mrs|Dr)\. )?$"
)
_TAKES_FROM = re.compile(
    r"(?:,[^,;.]{1,80},)? (?:(?P<will>will|is to) (?:succeed|replace)|succeeds|replaces|has (?:succeeded|replaced)|is (?:succeeding|replacing)) "
    r"(?:(?:outgoing|retiring|longtime|interim|current) )?(?:(?:Mr|Ms|Mrs|Dr)\. )?"
)
_OF_SUBJECT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b|^(?:The|This) (?:appointment|election|promotion|change|move)\b"
)
_STAYS = re.compile(
    r"(?:, [A-Z][\w.]{1,6})*,? who (?:continues?|remains?|stays?|becomes|moves|is (?:becoming|moving|transitioning)|transitions|(?:has been|was|is being) (?:named|appointed|promoted|elected)|"
    r"will (?:continue|remain|stay|become|move|transition|serve|assume|take)|(?:[a-z]+ ){1,9}(?:and|but) (?:will|is to) (?:continue|remain|stay|serve))\b"
)
_LEFT = re.compile(
    r"(?:, [A-Z][\w.]{1,6})*,? (?:who|whose) (?:[a-z]+ ){0,4}?(?:retir|resign|step|depart|leav|left|term|contract|end)"
)
_ALREADY = re.compile(r"\b(?:passed away|died|former|late)\b", re.IGNORECASE)
_SPEAKING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def changes(context: Context, told: Sequence[PersonClaim]) -> list[PersonClaim]:
    """Claims of predecessors and of seats on boards that the posts in the text do not give."""
    found: list[PersonClaim] = []
    given_up: list[PersonClaim] = []
    for sentence, _, subject in peopled(context.document, context.persons):
        if sentence.kind not in _SPEAKING:
            continue
        text = sentence.text
        found += board_seats.seats(context, sentence, told)
        if " by " in text:
            found += _successors(context, sentence, told, subject)
        if "election" in text:
            given_up += board_seats.not_standing(context, sentence)
        if re.search(r"succeed|replac", text):
            found += _heirs_named(context, sentence, [*told, *found])
        if re.search(r"succe|replac|follow| from |took over|takes over|taking over|filling", text):
            found += _predecessors(context, sentence, [*told, *found], subject)
    leaving = {claim.person for claim in (*told, *found) if claim.position == "departing"}
    return [*found, *(seat for seat in given_up if seat.person not in leaving)]


def _successors(
    context: Context, sentence: Sentence, told: Sequence[PersonClaim], subject: str
) -> Iterator[PersonClaim]:
    """Who takes the post of someone who "will be succeeded by" them."""
    people = context.persons.people(sentence.text)
    for person in people:
        gives = _GIVES_WAY.search(sentence.text[: person.start])
        if gives is None:
            continue
        before = next((str(p.value) for p in reversed(people) if p.end <= gives.start()), subject)
        left = [claim for claim in told if claim.person == before and claim.position in ("departing", "deceased")]
        for claim in left[-1:]:
            heir = change_claim(context, sentence, person, claim.title or "", "appointed", claim.company, person.end)
            status = Status.PLANNED if gives["when"] in ("will be", "is to be") else Status.ACTUAL
            yield replace(heir, acting=bool(gives["acting"]), date=None, modality=status)


def _heirs_named(context: Context, sentence: Sentence, told: Sequence[PersonClaim]) -> Iterator[PersonClaim]:
    """Who "succeeds" someone whose post is told to be given up, where no post is told of the heir: the same post."""
    people = context.persons.people(sentence.text)
    for heir, person in pairwise(people):
        takes = _TAKES_FROM.fullmatch(sentence.text, heir.end, person.start)
        name = str(heir.value)
        if takes is None or any(claim.person == name and claim.position == "appointed" for claim in told):
            continue
        left = [
            claim
            for claim in told
            if claim.person == person.value
            and claim.title
            and claim.position in ("departing", "deceased")
            and sentence.span.overlaps(claim.evidence[0].span)
        ]
        for claim in left[-1:]:
            taken = change_claim(context, sentence, heir, claim.title or "", "appointed", claim.company, person.end)
            yield replace(taken, date=None, modality=Status.PLANNED if takes["will"] else Status.ACTUAL)


def _predecessors(
    context: Context, sentence: Sentence, told: Sequence[PersonClaim], subject: str
) -> Iterator[PersonClaim]:
    """Who gives up a post to the person told last before, or to whom "she" means; without a post where none is told."""
    text = sentence.text
    people = context.persons.people(text)
    for person in people:
        if not _SUCCEEDS.search(text[max(0, person.start - 120) : person.start]) or _ALREADY.search(
            text[max(0, person.start - 20) : person.end + 40]
        ):
            continue
        name = str(person.value)
        own = [c for c in told if c.person == name and c.position in ("current", "departing", "former")]
        if any(c.position in ("departing", "former") for c in own):
            continue
        heirs = _heirs(sentence, person, people, told, subject)
        if _STAYS.match(text, person.end):
            own = []
        if not (own or heirs) and _LEFT.match(text, person.end):
            yield change_claim(
                context, sentence, person, "", "departing", board_company(context, sentence, 0, 0), person.end
            )
            taken = _untold_heir(context, sentence, person, people, told)
            yield from (taken,) if taken is not None else ()
        for claim in own or heirs[-1:]:
            yield change_claim(
                context,
                sentence,
                person,
                claim.title or "",
                "departing",
                claim.company,
                person.end,
                acting=claim.acting and bool(own),
            )


def _untold_heir(
    context: Context, sentence: Sentence, person: Mention, people: Sequence[Mention], told: Sequence[PersonClaim]
) -> PersonClaim | None:
    """Who succeeds somebody, where nothing tells in which post: "Ann Lee succeeds Bob Roe, who retired"."""
    heir = next((p for p in reversed(people) if p.end <= person.start and p.value != person.value), None)
    if heir is None or any(claim.person == heir.value for claim in told):
        return None
    firm = board_company(context, sentence, 0, 0)
    return replace(change_claim(context, sentence, heir, "", "appointed", firm, person.end), date=None)


def _heirs(
    sentence: Sentence, person: Mention, people: Sequence[Mention], told: Sequence[PersonClaim], subject: str
) -> list[PersonClaim]:
    """The claims of who takes a person's post: named last before, or meant by "she"; those of the sentence first."""
    before = [str(p.value) for p in people if p.end <= person.start and p.value != person.value]
    heir = before[-1] if before else subject if _OF_SUBJECT.search(sentence.text[: person.start]) else ""
    taken = [claim for claim in told if claim.person == heir]
    near = [claim for claim in taken if sentence.span.overlaps(claim.evidence[0].span)]
    for claims in (near, taken):
        fresh = [claim for claim in claims if claim.position == "appointed"]
        if fresh:
            return fresh
    return [claim for claim in near if claim.position == "current"]
