"""Seats on boards and committees that no post stands beside: taken, given up, proposed, listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.people.change_claims import board_company, change_claim, first_listed, seat_title
from kg.mentions.tenure import kept
from kg.model import Mention, PartialDate, PersonClaim, Sentence, Status
from kg.text.dates import find_dates

_SEAT = (
    r"(?P<board>(?:the |its |our |their )?(?:[\w’'.&-]+ ){0,4}?(?:board of directors|board of trustees|supervisory board|advisory board|board)\b"
    r"|(?:the |its |our |their )?(?:(?-i:[A-Z])[\w&-]*(?:,? (?:and|&) | )){1,4}(?-i:Committee)\b)"
)
_JOINS = re.compile(
    r"^(?:,[^,;]{1,120},)? ?(?:(?:has|have) (?:been )?(?:newly )?|was (?:newly )?|were (?:newly )?|will (?:be |also )?|to be |is being |will also be )?"
    r"(?:appointed|named|elected|re-elected|joins?|joined|joining|added|nominated|proposed|join)(?: (?:to serve|to sit))? "
    rf"(?:to|on|as (?:an? )?(?:(?:new|additional|independent|non-executive) ){{0,2}}members? of|for (?:re-?)?election to)? ?{_SEAT}",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"^(?:,[^,;]{{1,120}},)? (?:for (?:re-?)?election )?(?:to|on|joining|as (?:an? )?(?:(?:new|additional|independent|non-executive) ){{0,2}}members? of) {_SEAT}",
    re.IGNORECASE,
)
_SERVES_ON = re.compile(
    r"^ (?P<will>will )(?:also )?(?:initially )?(?:serve|sit) on (?P<board>(?:the |its |our )?(?:[A-Z][\w&-]*(?:,? (?:and|&) | )){1,4}Committee\b)"
)
_ELECTS = re.compile(
    r"\b(?:appoint(?:s|ed|ing|ments? of)|(?:re-?)?elect(?:s|ed|ing|ion of)|nam(?:es?|ed|ing)|add(?:s|ed|ing|ition of)|welcom(?:es?|ed|ing)|nominat(?:es?|ed|ing|ion of)|propos(?:es?|ed|ing|al of)|recommend(?:s|ed)?)"
    r" (?:[\w’'.,-]+ ){0,5}$",
    re.IGNORECASE,
)
_PROPOSES = re.compile(r"\b(?:nominat|propos|recommend)", re.IGNORECASE)
_LEAVES = re.compile(
    rf"^ ?,? ?(?:has |have |will )?(?:resign(?:s|ed)?|step(?:s|ped)? down|retire[sd]?|depart(?:s|ed)?|left) (?:as (?:a )?(?:member|director) (?:of|from)|from|off) {_SEAT}",
    re.IGNORECASE,
)
_LEAVING = re.compile(r"\b(?:resignations?|retirements?|departures?) of (?:(?!by\b)[\w’'.,-]+ ){0,4}$", re.IGNORECASE)
_FROM = re.compile(rf"^(?:,[^,;]{{1,80}},)? (?:as (?:a )?(?:member|director) (?:of|from)|from) {_SEAT}", re.IGNORECASE)
_OTHER_POST = re.compile(r",? as (?!an? (?:independent |non-executive )*(?:director|member))")
_RUNS_OUT = re.compile(r"[^.;]{0,40}\b(?:will end|ends|ended|expires?|expired|will expire)\b")
_SLATE = re.compile(
    r"\b(?:(?P<verb>elected|appointed|named|nominated|proposed|added)(?: as| to serve as| to be)? (?:the following )?(?:(?!re-?elected)[\w-]+ ){0,3}(?:directors|trustees)\b[^:;.]{0,120}: |"
    r"elected as (?:the )?(?:directors|trustees)(?: of the company)? (?=(?-i:[A-Z]))|(?:directors|nominees|persons|individuals) were (?:duly )?elected[^.:;]{0,80}: |"
    r"(?:addition|appointment|election|nomination) of (?:[\w-]+ ){0,4}(?:members|directors) (?:to|of) (?:its|the|our) board(?: of directors)?(?:, |: | [-–—] )|"
    r"(?<!re-)elected (?:as directors )?(?:to|for) (?:[\w-]+ ){0,3}terms? [^.:;]{0,60}\bw(?:as|ere):? |"
    r"(?-i:Joining) (?:the|its|our) board(?: of directors)?(?: of [^,.;:]{2,50}?)? (?:is|are) )",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?P<board>(?:advisory |supervisory )?board)(?: of (?:directors|trustees))?(?: of (?:the )?[^,.;:]{2,50}?)?,? (?:(?:now|currently|also) )*"
    r"(?:members (?:include|are)|includes?|consists? of|comprises?|is (?:comprised|composed|made up) of)(?: (?:[a-z-]+ ){0,4}(?:directors|members))?[:,]? $",
    re.IGNORECASE,
)
_IN_SLATE = re.compile(r"(?:^|[,;] |,? and |; and )(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?$")
_TO_TERMS = re.compile(r",? to (?:[\w-]+ ){1,4}terms? (?:as (?:a )?directors?\b|on (?:the|its|our) board\b)")
_NOT_STANDING = re.compile(
    r"(?:,[^,;.]{1,60},)?,? (?:who )?(?:(?:will|did|does|do) not (?:stand|seek|run)|(?:is|are|will) not (?:be )?(?:standing|seeking|running)|"
    r"(?:has|have) (?:decided|elected|chosen|opted) not to (?:stand|seek|run))(?: for)? re-?election\b"
)
_UNTIL = re.compile(
    r"[^.;]{0,90}\b(?:expires?|ends?|ended|expired|when|at|meeting|assembly)\b[^.;]{0,60}? (?:on|of|in) $"
)


def seats(context: Context, sentence: Sentence, told: Sequence[PersonClaim]) -> Iterator[PersonClaim]:
    """The seats that a sentence gives, takes or lists, but those told already as posts."""
    text = sentence.text
    if "oard" in text or "Committee" in text:
        yield from (seat for seat in _changed(context, sentence) if not _seated(seat, told))
    if re.search(r"director|trustee|[Bb]oard|\bterms?\b", text):
        yield from _slate(context, sentence)


def _seated(seat: PersonClaim, told: Sequence[PersonClaim]) -> bool:
    """Whether the words of a seat on a board are told already as a post: "stepped down as a member of the board"."""
    return any(
        claim.person == seat.person
        and claim.position == seat.position
        and re.search("board|committee", claim.title or "", re.IGNORECASE)
        and claim.evidence[0].span.overlaps(seat.evidence[0].span)
        for claim in told
    )


def _changed(context: Context, sentence: Sentence) -> Iterator[PersonClaim]:
    text = sentence.text
    people = context.persons.people(text)
    for at, person in enumerate(people):
        rest = text[person.end : person.end + 260]
        first = first_listed(text, people, at)
        act = _ELECTS.search(text[: people[first].start])
        leaves = _LEAVES.match(rest) or (_FROM.match(rest) if _LEAVING.search(text[: people[first].start]) else None)
        joins = leaves or _JOINS.match(rest) or (_TO.match(rest) if act else None) or _SERVES_ON.match(rest)
        if not joins or joins["board"].lower() in ("board", "supervisory"):
            continue
        begin, end = person.end + joins.start("board"), person.end + joins.end()
        if _OTHER_POST.match(text, end):
            continue  # "appointed to the management board as chief executive": the post is told
        proposed = _PROPOSES.search(joins[0][: begin - person.end]) or (act and _PROPOSES.search(act[0]))
        ends = leaves or _RUNS_OUT.match(text, end)
        act_told = f"{act[0] if act else ''} {joins[0]}"
        code = "departing" if ends else "nominated" if proposed else "current" if kept(act_told) else "appointed"
        firm, title = board_company(context, sentence, begin, end), seat_title(joins["board"], joins[0])
        ahead = joins.groupdict().get("will") is not None
        for each in people[first : at + 1]:
            seat = change_claim(context, sentence, each, title, code, firm, end)
            yield replace(seat, modality=Status.PLANNED) if ahead else seat


def _slate(context: Context, sentence: Sentence) -> Iterator[PersonClaim]:
    """The directors of a list: "elected as directors: A, B and C", "elected A, dean of X, to a term", "the board includes A"."""
    text = sentence.text
    people = context.persons.people(text)
    opened, terms = _SLATE.search(text), _TO_TERMS.search(text)
    sitting = _listing(text, people) if opened is None else None
    lead = opened or sitting
    begin, stop = (lead.end(), len(text)) if lead else (0, terms.start() if terms else 0)
    if lead is None and not (terms and people and _ELECTS.search(text[: people[0].start])):
        return
    home = context.parties.home(sentence)
    proposed = opened and (opened["verb"] or "").lower() in ("nominated", "proposed")
    code = "current" if sitting else "nominated" if proposed else "appointed"
    title = seat_title(text[sitting.start() : sitting.end()]) if sitting else "Director"
    for number, person in enumerate(p for p in people if begin <= p.start < stop):
        if number == 0 or _IN_SLATE.search(text[: person.start]):
            yield change_claim(context, sentence, person, title, code, home.name if home else None, person.end)


def _listing(text: str, people: Sequence[Mention]) -> re.Match[str] | None:
    """The words that list who sits on a board, right before the first of two or more people."""
    found = (_SITTING.search(text, 0, person.start) for person in people[:-1])
    return next((listed for listed in found if listed is not None), None)


def not_standing(context: Context, sentence: Sentence) -> Iterator[PersonClaim]:
    """The directors who "will not stand for re-election", alone or listed together."""
    text = sentence.text
    people = context.persons.people(text)
    for at, person in enumerate(people):
        leaves = _NOT_STANDING.match(text, person.end)
        for each in people[first_listed(text, people, at) : at + 1] if leaves else ():
            seat = change_claim(
                context, sentence, each, "Director", "departing", board_company(context, sentence, 0, 0), person.end
            )
            ahead = leaves is not None and re.search(r"\b(?:will|is|are)\b", leaves[0])
            when = _last_day(text, leaves.end() if leaves else 0, context.issued)
            yield replace(seat, date=when, modality=Status.PLANNED if ahead else Status.ACTUAL)


def _last_day(text: str, at: int, issued: PartialDate | None) -> PartialDate | None:
    """The day of the meeting or of the end of a term that is told behind a position."""
    dates = find_dates(text, issued)
    return next((when for begin, _, when in dates if begin >= at and _UNTIL.fullmatch(text, at, begin)), None)
