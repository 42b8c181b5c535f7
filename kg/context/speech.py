"""Quoted speech: its stretches, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.context.attribution import (
    HE_SAYS,
    SAME_BEFORE,
    VERB,
    last_person,
    signature,
    speaker_after,
    speaker_before,
    told_before,
)
from kg.context.marks import MARK, beside, closes_later
from kg.mentions.presented import signs
from kg.model import Block, BlockKind, Document, Mention, MentionKind, Sentence, Span

_SPEAKING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_SINGLE = re.compile(r"(?<![\w\u2019'])[\u2018'](?=[A-Z])|(?<=[,.!?])[\u2019'](?=\s|$)")
_OPENING = ("\u201c", "\u201e", "\u201f", "``", "\u2018")
_CLOSING = ("\u201d", "''", "\u2019")
_MARKS = "\"\u201c\u201d\u201e\u201f\u2018`'"
_TELLS = 8  # words: a longer stretch between two quotations is no attribution
_SHORT_LEAD = 6  # words: more of them before the words of the same speaker open a new quotation
_SAID = re.compile(
    rf"^[\"\u201d\u2019', ]{{0,4}}(?:{VERB}\b|[A-Z][^.]{{2,80}} {VERB}\b)"
)  # right behind the quoted words
_WHOLE = re.compile(
    r"(?<![ .\u201d\"][A-Z])(?<! Mr)(?<! Ms)(?<! Dr)(?<! Mrs)(?<! Jr)(?<! Sr)(?<! Inc)(?<! Corp)[.!?](?=\s+[A-Z])"
)
_ATTRIBUTED = re.compile(
    rf"{_WHOLE.pattern}\s+|\b(?:Inc|Corp|Ltd|Co)\.\s+(?=(?:We|Our|I|This|These|The|It|With|As|In|By)\b)"
)
_TURNED = re.compile(r"\s\u201d[A-Z]")
_FEWEST_WORDS = 4  # fewer quoted words are a name or a term, not speech


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of one speaker, in one or more stretches between quotation marks (marks left out)."""

    speaker: str | None
    stretches: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    block: Block
    start: int
    end: int
    closed: bool


@dataclass(slots=True)
class _Turn:
    """One block as the walk over a document reaches it."""

    block: Block
    lead: Block | None  # the block right before it
    after: Block | None  # the block right after it
    stretches: list[_Stretch]
    lead_signs: bool  # the block before names the speaker of the words over it
    signs_before: bool  # the head of this block names the speaker of the words over it
    parties: list[Mention]


def find_speech(document: Document, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> tuple[Speech, ...]:
    """The quoted speech of a document in order, with speakers where the text names them."""
    found: list[Speech] = []
    previous: _Stretch | None = None
    signed = -1  # the block that only names the speaker of the one before it
    told = False  # whether the quotation before has its own "said", whomever that names
    for number, block in enumerate(document.blocks):
        if block.kind not in _SPEAKING or (block.number == signed and not MARK.search(block.passage.text)):
            continue
        stretches = _spoken(document, number, previous)
        if not stretches:
            previous = None
            continue
        lead, after = beside(document, number, -1), beside(document, number, 1)
        signs = lead is not None and lead.number == signed
        turn = _Turn(block, lead, after, stretches, signs, block.number == signed, _parties(block, mentions_of))
        for at, stretch in enumerate(stretches):
            words = block.passage.text[stretches[at - 1].end if at else 0 : stretch.start]
            speaker, rule = _speaker(turn, at, found[-1] if found and previous is not None else None, mentions_of)
            if rule == "quotations/signed" and after is not None:
                signed = after.number
            last = found[-1] if found else None
            low = block.passage.text[stretch.start].islower()
            joins = (
                last is not None
                and previous is not None
                and not (told and at == 0 and last.speaker is None and speaker is not None)
                and _continues(words, speaker, last, at, previous, starts_low=low)
            )
            span = block.passage.span(stretch.start, stretch.end)
            if joins and last is not None:
                found[-1] = Speech(last.speaker or speaker, (*last.stretches, span), last.rule)
            else:
                found.append(Speech(speaker, (span,), rule))
            previous = stretch
        told = _told(block, stretches)
        tail = block.passage.text[stretches[-1].end :]
        if previous is not None and previous.closed and _other_text(tail):
            previous = None
    return tuple(speech for speech in found if _long_enough(document, speech))


def _spoken(document: Document, number: int, previous: _Stretch | None) -> list[_Stretch]:
    """The quoted stretches of a block; the whole block, where it carries on words that close in a later one."""
    block = document.blocks[number]
    opened = previous is not None and not previous.closed
    stretches = _stretches(block, open_before=opened)
    if not stretches and opened and closes_later(document, number):
        return [_Stretch(block, 0, len(block.passage.text), closed=False)]
    return stretches


def _long_enough(document: Document, speech: Speech) -> bool:
    return sum(len(document.text[s.start : s.end].split()) for s in speech.stretches) >= _FEWEST_WORDS


def _told(block: Block, stretches: Sequence[_Stretch]) -> bool:
    """Whether words beside the quotations of a block say that somebody said them."""
    ends = [0, *(stretch.end for stretch in stretches)]
    starts = [*(stretch.start for stretch in stretches), len(block.passage.text)]
    return any(_SAID.match(block.passage.text[end:start]) for end, start in zip(ends[1:], starts[1:], strict=True))


def _other_text(tail: str) -> bool:
    """Whether a whole sentence follows the quotation and its attribution."""
    rest = tail.lstrip("\"\u201d', ")
    return _WHOLE.search(rest) is not None


def _continues(lead: str, speaker: str | None, last: Speech, at: int, previous: _Stretch, *, starts_low: bool) -> bool:
    """Whether a stretch carries the previous one on (decision 26 of the gold records)."""
    if not previous.closed and at == 0:
        return not lead.strip(' "\u201c\u201d')
    if speaker is not None and last.speaker is not None and speaker != last.speaker:
        return False
    between = lead.strip(' "\u201c\u201d')
    if _other_text(lead) and len(between.split()) > 25:
        return False
    if at == 0:
        again = speaker == last.speaker is not None and len(between.split()) <= _SHORT_LEAD
        return not between or again or bool(SAME_BEFORE.search(between))
    if at and starts_low and speaker is None and len(between.split()) > _TELLS:
        return False  # words quoted in a sentence of the teller's own
    if last.speaker is None and speaker is not None:
        return len(between.split()) <= 3  # words quoted before without a speaker are a term or a title
    return speaker is None or speaker == last.speaker


def _stretches(block: Block, *, open_before: bool) -> list[_Stretch]:
    text = block.passage.text
    found: list[_Stretch] = []
    start: int | None = None
    skipped = -1
    marks = list((MARK if MARK.search(text) else _SINGLE).finditer(text))
    for number, mark in enumerate(marks):
        if number == skipped:
            continue
        turned = text[mark.start() - 1] in ".!?," and not text[mark.end() : mark.end() + 1].strip()
        if mark[0] == "\u201c" and start is not None and (text[start - 1] == "\u201e" or turned):
            _keep(found, block, start, mark.start())
            start = None
            continue
        opens = mark[0] in _OPENING or (mark[0] not in _CLOSING and start is None)
        if mark[0] == "\u201d" and start is None and _TURNED.match(text, mark.start() - 1):
            opens = True  # a closing mark set where an opening one belongs
        if mark[0] in ('"', "''") and start is None:
            opens = mark.end() < len(text) and not text[mark.end()].isspace()
        if opens:
            if start is not None and [m[0] in _CLOSING for m in marks[number + 1 : number + 3]] == [True, True]:
                skipped = number + 1  # a name or a word in quotation marks inside quoted speech
            elif start is None or mark[0] in _OPENING:
                start = mark.end()
        elif start is not None:
            _keep(found, block, start, mark.start())
            start = None
        elif open_before and not found:
            _keep(found, block, 0, mark.start())
    if start is not None and len(text) - start > 20:
        found.append(_Stretch(block, start, len(text), closed=False))
    elif found and len(marks) > 1 and marks[-2].start() == found[-1].end:
        _keep_unopened(found, block, marks[-1])
    return found


def _keep_unopened(found: list[_Stretch], block: Block, mark: re.Match[str]) -> None:
    """Keep words that close with a mark at the end of a block and lack the one behind the attribution that should open them."""
    text = block.passage.text
    behind = _ATTRIBUTED.search(text, found[-1].end, mark.start())
    ends = not text[mark.end() :].strip() and text[mark.start() - 1] in ".!?"
    if behind is not None and ends and _SAID.match(text[found[-1].end : behind.start()]):
        found.append(_Stretch(block, behind.end(), mark.start(), closed=True))


def _keep(found: list[_Stretch], block: Block, start: int, end: int) -> None:
    text = block.passage.text
    words = text[start:end].split()
    spoken = len(words) >= _FEWEST_WORDS or (len(words) >= 2 and text[end - 1] in ",.!?")
    if not spoken or text[max(0, start - 2) : start - 1] == "(" or text[end + 1 : end + 2] == ")":
        return
    if text[start].isspace():
        if text[start - 1] != "\u201c":
            return
        start += len(text[start:end]) - len(text[start:end].lstrip())
    capital = text[start].isupper() or text[start].isdigit() or text[end - 1] in ",.!?" or text.startswith("...", start)
    if capital or found:
        found.append(_Stretch(block, start, end, closed=True))


def _parties(block: Block, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> list[Mention]:
    whole = Sentence(-1, block.number, block.kind, block.passage, block.section)
    return [m for m in mentions_of(whole) if m.kind in (MentionKind.PERSON, MentionKind.ORG)]


def _speaker(
    turn: _Turn, at: int, last: Speech | None, mentions_of: Callable[[Sentence], Sequence[Mention]]
) -> tuple[str | None, str]:
    """The speaker of a stretch, and the rule that tells."""
    text, stretches = turn.block.passage.text, turn.stretches
    start, end = _outside(text, stretches[at])
    floor = stretches[at - 1].end if at else 0
    if text[floor:start].rstrip().endswith((",", ":")):
        name = speaker_before(text, floor, max(floor, start), turn.parties)
        if name:
            return name, "quotations/named-before"
    name = speaker_after(text, end, stretches[at + 1].start if at + 1 < len(stretches) else len(text), turn.parties)
    if name:
        return name, "quotations/named-after"
    name = speaker_before(text, floor, max(floor, start), turn.parties)
    if name:
        return name, "quotations/named-before"
    if at == 0 and HE_SAYS.match(text, end):
        return _meant(turn, last, mentions_of), "quotations/pronoun-after"
    name = told_before(text, floor, max(floor, start), turn.parties)
    if name:
        return name, "quotations/told-before"
    if SAME_BEFORE.search(text[floor:start]):
        return (last.speaker if at and last else _meant(turn, last, mentions_of)), "quotations/carried-on"
    carried = at > 0 and last is not None and last.speaker is not None
    return (None, "quotations/carried-on") if carried else _signed(turn, at, mentions_of)


def _outside(text: str, stretch: _Stretch) -> tuple[int, int]:
    """Where the marks around a stretch begin and end."""
    start, end = stretch.start, min(len(text), stretch.end + 1)
    while start > 0 and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in "'\u201d\u2019":
        end += 1
    return start, end


def _signed(turn: _Turn, at: int, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> tuple[str | None, str]:
    """The speaker whom the block before announces, or whom the line below or above names."""
    text, stretches = turn.block.passage.text, turn.stretches
    start, end = _outside(text, stretches[at])
    opens = at == 0 and not text[:start].strip(" *-\u2022\u2013")
    lead = turn.lead.passage.text.rstrip() if turn.lead is not None and opens else ""
    if lead.endswith(":") and turn.lead is not None:
        name = speaker_before(lead, 0, len(lead), _parties(turn.lead, mentions_of))
        if name:
            return name, "quotations/announced"
    head = text[:start].strip(" -\u2013\u2014|,")
    if at == 0 and not turn.signs_before and signs(head) and signature(head, turn.parties):
        return signature(head, turn.parties), "quotations/named-before"
    if at + 1 == len(stretches) and turn.after is not None and not text[end:].strip(" ."):
        name = signature(turn.after.passage.text, _parties(turn.after, mentions_of))
        if name:
            return name, "quotations/signed"
    if lead and turn.lead is not None and not turn.lead_signs:
        name = signature(lead, _parties(turn.lead, mentions_of))
        if name:
            return name, "quotations/announced"
    return None, "quotations/carried-on"


def _meant(turn: _Turn, last: Speech | None, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> str | None:
    """Whom "he said" beside the first quotation of a block means."""
    named = last_person(turn.parties, turn.stretches[0].start)
    if named or turn.lead is None:
        return named
    if last is not None and last.speaker is not None:
        return last.speaker
    people = _parties(turn.lead, mentions_of)
    return last_person(people, len(turn.lead.passage.text))
