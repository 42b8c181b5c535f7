"""Changes at the top that no post stands beside: successors, seats on the board, resignations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract.past import to_come
from kg.mentions.tenure import date_of, long_past
from kg.model import BlockKind, Mention, MentionKind, Party, PersonClaim, Sentence

_BOARD = r"(?P<board>(?:the |its |our |their )?(?:[\w’'.&-]+ ){0,4}?(?:board of directors|board of trustees|supervisory board|advisory board|board)\b)"
_JOINS_BOARD = re.compile(
    rf"^(?:,[^,;]{{1,120}},)? ?(?:(?:has|have) (?:been )?|was |were |will (?:be |also )?|to be |is being |will also be )?(?:appointed|named|elected|re-elected|joins?|joined|joining|added|nominated|join)(?: (?:to serve|to sit))? (?:to|on|as a (?:new )?member of|for election to)? ?{_BOARD}",
    re.IGNORECASE,
)
_TO_BOARD = re.compile(
    rf"^(?:,[^,;]{{1,120}},)? (?:to|on|joining|as (?:a )?(?:new )?members? of) {_BOARD}", re.IGNORECASE
)
_ELECTS = re.compile(
    r"\b(?:appoint(?:s|ed|ing|ments? of)|elect(?:s|ed|ing|ion of)|nam(?:es?|ed|ing)|add(?:s|ed|ition of)|welcom(?:es?|ed|ing)|nominat(?:es?|ed|ion of)) (?:[\w’'.,-]+ ){0,5}$",
    re.IGNORECASE,
)
_LEAVES_BOARD = re.compile(
    rf"^ ?,? ?(?:has |have |will )?(?:resign(?:s|ed)?|step(?:s|ped)? down|retire[sd]?|depart(?:s|ed)?|left) (?:as (?:a )?(?:member|director) (?:of|from)|from|off) {_BOARD}",
    re.IGNORECASE,
)
_SUCCEEDS = re.compile(
    r"(?:\b(?:succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|tak(?:es?|ing) over (?:the (?:role|position) )?from|took over from|successor to|follow(?:s|ing) the (?:resignation|departure|retirement) of|filling the (?:vacancy|position) (?:left|created|vacated) by)"
    r" (?:(?:outgoing|retiring|longtime|former|interim|current|the company[’']s|our|its|company|co-)?,? ?(?:[\w-]+ ){0,5})?(?:(?:Mr|Ms|Mrs|Dr)\.? )?)$",
    re.IGNORECASE,
)
_STAYS = re.compile(r",? who (?:will )?(?:continues?|remains?|stays?)\b")
_ALREADY = re.compile(r"\b(?:passed away|died|former|late)\b", re.IGNORECASE)
_SPEAKING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def changes(context: Context, told: Sequence[PersonClaim]) -> list[PersonClaim]:
    """Claims of predecessors and of seats on boards that the posts in the text do not give."""
    found: list[PersonClaim] = []
    for sentence in context.document.sentences:
        if sentence.kind not in _SPEAKING:
            continue
        text = sentence.text
        if "board" in text.lower():
            found += [seat for seat in _board(context, sentence) if not _seated(seat, told)]
        if re.search(r"succe|replac|follow|took over|takes over|taking over|filling", text):
            found += _predecessors(context, sentence, [*told, *found])
    return found


def _seated(seat: PersonClaim, told: Sequence[PersonClaim]) -> bool:
    """Whether the words of a seat on a board are told already as a post: "stepped down as a member of the board"."""
    return any(
        claim.person == seat.person
        and claim.position == seat.position
        and "board" in (claim.title or "").lower()
        and claim.evidence[0].span.overlaps(seat.evidence[0].span)
        for claim in told
    )


def _board(context: Context, sentence: Sentence) -> Iterator[PersonClaim]:
    text = sentence.text
    people = context.persons.people(text)
    for at, person in enumerate(people):
        rest = text[person.end : person.end + 260]
        leaves = _LEAVES_BOARD.match(rest)
        joins = (
            leaves
            or _JOINS_BOARD.match(rest)
            or (_TO_BOARD.match(rest) if _ELECTS.search(text[: people[_first(text, people, at)].start]) else None)
        )
        if not joins or joins["board"].lower() in ("board", "supervisory"):
            continue
        if re.match(
            r",? as (?!an? (?:independent |non-executive )*(?:director|member))", text[person.end + joins.end() :]
        ):
            continue  # "appointed to the management board as chief executive": the post is told
        end = person.end + joins.end()
        begin = person.end + joins.start("board")
        ends = re.match(
            r"[^.;]{0,40}\b(?:will end|ends|ended|expires?|expired|will expire)\b", text[person.end + joins.end() :]
        )
        code = "departing" if leaves or ends else "nominated" if "nominat" in joins[0].lower() else "appointed"
        for each in people[_first(text, people, at) : at + 1]:
            yield _claim(
                context,
                sentence,
                each,
                _seat(joins["board"]),
                code,
                _company(context, sentence, begin, end),
                end,
            )


def _first(text: str, people: Sequence[Mention], at: int) -> int:
    """The first of the people listed together up to a person."""
    while at > 0 and re.fullmatch(r", (?:and )?|,? and ", text[people[at - 1].end : people[at].start]):
        at -= 1
    return at


def _seat(board: str) -> str:
    """The post of who sits on a board."""
    kind = re.search(r"(advisory|management|executive|supervisory) board", board, re.IGNORECASE)
    return f"{kind[1].title()} Board member" if kind and kind[1].lower() != "supervisory" else "Director"


def _company(context: Context, sentence: Sentence, start: int, end: int) -> str | None:
    """The company of a board: named in front of the word or right behind it."""
    for org in context.parties.mentions(sentence):
        if org.kind is not MentionKind.ORG or not isinstance(org.value, Party):
            continue
        if start <= org.start < end or re.fullmatch(r" (?:of|at|for) (?:the )?", sentence.text[end : org.start]):
            return org.value.name
    home = context.parties.home(sentence)
    return home.name if home else None


def _predecessors(context: Context, sentence: Sentence, told: Sequence[PersonClaim]) -> Iterator[PersonClaim]:
    text = sentence.text
    for person in context.persons.people(text):
        if not _SUCCEEDS.search(text[max(0, person.start - 120) : person.start]) or _ALREADY.search(
            text[max(0, person.start - 20) : person.end + 40]
        ):
            continue
        name = str(person.value)
        own = [c for c in told if c.person == name and c.position in ("current", "departing", "former")]
        if any(c.position in ("departing", "former") for c in own):
            continue
        heirs = [c for c in told if c.position in ("appointed", "current") and c.person != name]
        near = [c for c in heirs if sentence.span.overlaps(c.evidence[0].span)]
        heirs = near or [c for c in heirs if c.position == "appointed"]
        if _STAYS.match(text, person.end):
            own = []
        for claim in own or heirs[-1:]:
            yield _claim(
                context,
                sentence,
                person,
                claim.title or "",
                "departing",
                claim.company,
                person.end,
                acting=claim.acting and bool(own),
            )


def _claim(
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
