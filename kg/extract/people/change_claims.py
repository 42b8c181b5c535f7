"""The claims of changes at the top: made of a person, a post and the words around both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.context.context import Context
from kg.extract.people.past import to_come
from kg.mentions.tenure_dates import date_of, long_past
from kg.model import Mention, MentionKind, Party, PersonClaim, Sentence

_MEMBER_OF = re.compile(
    r"\bas (?:an? )?(?:(?:new|additional) )?(?P<kind>(?:independent |non-executive )?)members? of $"
)


def first_listed(text: str, people: Sequence[Mention], at: int) -> int:
    """The first of the people listed together up to a person."""
    while at > 0 and re.fullmatch(r", (?:and )?|,? and | & ", text[people[at - 1].end : people[at].start]):
        at -= 1
    return at


def seat_title(board: str, told: str = "") -> str:
    """The post of who sits on a board, as the words told print it where they call it a membership."""
    called = _MEMBER_OF.search(told.removesuffix(board))
    if called is not None:
        return f"{called['kind']}member of {re.sub(r'^(?:its|our|their|the) ', 'the ', board)}"
    if board.endswith("Committee"):
        return f"member of {re.sub(r'^(?:its|our|their|the) ', 'the ', board)}"
    kind = re.search(r"(advisory|management|executive|supervisory) board", board, re.IGNORECASE)
    return f"{kind[1].title()} Board member" if kind and kind[1].lower() != "supervisory" else "Director"


def board_company(context: Context, sentence: Sentence, start: int, end: int) -> str | None:
    """The company of a board: named in front of the word or right behind it."""
    for org in context.parties.mentions(sentence):
        if org.kind is not MentionKind.ORG or not isinstance(org.value, Party) or org.text.endswith(" Meeting"):
            continue
        if start <= org.start < end or re.fullmatch(r" (?:of|at|for) (?:the )?", sentence.text[end : org.start]):
            return org.value.name
    home = context.parties.home(sentence)
    return home.name if home else None


def change_claim(
    context: Context,
    sentence: Sentence,
    person: Mention,
    title: str,
    code: str,
    company: str | None,
    end: int,
    *,
    acting: bool = False,
) -> PersonClaim:
    """The claim that a person takes or leaves a post, dated by the words from the person to `end`."""
    stop = min(len(sentence.text), max(end, person.end))
    when = date_of(code, sentence.text, person.start, stop, context.issued)
    if code == "appointed" and long_past(when, context.issued):
        code = "current"
    return PersonClaim(
        evidence=(context.evidence(sentence, person.start, stop),),
        rule="people/change",
        person=str(person.value),
        title=title or None,
        company=company,
        position=code,
        acting=acting,
        date=when,
        modality=to_come(code, sentence.text[: person.start], "", sentence.text[stop:]),
    )
