"""Quoted speech: its stretches, and whose words they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.model import Block, BlockKind, Document, Mention, MentionKind, Sentence, Span
from kg.text.patterns import annotate, compile_pattern

_SPEAKING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABOUT)
_MARK = re.compile("[\"\u201c\u201d\u201f]|``|''")
_OPENING = ("\u201c", "\u201f", "``")
_CLOSING = ("\u201d", "''")
_FEWEST_WORDS = 4  # fewer quoted words are a name or a term, not speech

_VERB = (
    r"(?:said|says|stated|states|added|adds|commented|comments|noted|notes|remarked|remarks|explained|explains|"
    r"continued|continues|concluded|concludes|observed|shared|emphasized|highlighted|declared|affirmed|expressed|"
    r"reiterated|told \w+|went on to say|further stated|also (?:said|stated|noted|added|commented))"
)
_SAME = re.compile(
    rf"^[\s,.\u2014\u2013-]*(?:(?:he|she|they) (?:further |also |then )?{_VERB}|{_VERB} (?:he|she)|{_VERB})\b",
    re.IGNORECASE,
)
_SAME_BEFORE = re.compile(rf"(?:\bhe|\bshe|\bthey) (?:further |also |then )?{_VERB}[,:]?\s*$", re.IGNORECASE)
_HE = re.compile(
    rf"^[\s,.\u2014\u2013-]*(?:(?:he|she) (?:also |further |then )?{_VERB}|{_VERB} (?:he|she))\b", re.IGNORECASE
)
_TELLS_BEFORE = compile_pattern(
    rf"(?P<who>{{person}})(?:[,\s(][^.;\u201c\u201d]{{0,160}}?)?\s(?:has |further |also )?(?:{_VERB}|believes|announced|reported) that [^.;\u201c\u201d]{{0,300}}\.\s*$"
)
_NAMED_AFTER = compile_pattern(
    rf"^[\s,.\u2014\u2013-]*(?:(?:according to|{_VERB}) (?:(?:Mr|Ms|Mrs|Dr|Prof)\. )?"
    rf"(?:[^.;]{{0,160}}?)(?P<who>{{person}})|(?:(?:Mr|Ms|Mrs|Dr)\. )?(?P<whom>{{person}})(?:,[^.;]{{0,200}}?,)? {_VERB}\b)"
)
_NAMED_BEFORE = compile_pattern(
    rf"(?P<who>{{person}})(?:[,\s(][^.;\u201c\u201d]{{0,260}}?)?\s(?:has |further |also )?(?:{_VERB}|made the following (?:statement|comment))"
    rf"(?: (?:on|about|of|regarding|in|that|at|with|to)\b[^.;\u201c\u201d]{{0,160}})?[,:]?\s*(?:that )?$"
)
_SAID_BEFORE = compile_pattern(rf"{_VERB} (?:[^.;]{{0,120}}?)(?P<who>{{person}})[^.;\u201c\u201d]{{0,160}}[,:]\s*$")
_ATTRIBUTED_BEFORE = compile_pattern(
    r"(?:according to|in the words of) (?:[^.;]{0,120}?)(?P<who>{person})[^.;\u201c\u201d]{0,160}[,:]\s*$"
)


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


def find_speech(document: Document, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> tuple[Speech, ...]:
    """The quoted speech of a document in order, with speakers where the text names them."""
    found: list[Speech] = []
    previous: _Stretch | None = None
    for block in document.blocks:
        if block.kind not in _SPEAKING:
            continue
        stretches = _stretches(block, open_before=previous is not None and not previous.closed)
        if not stretches:
            previous = None
            continue
        parties = _parties(block, mentions_of)
        for at, stretch in enumerate(stretches):
            lead = block.passage.text[stretches[at - 1].end if at else 0 : stretch.start]
            speaker, rule = _speaker(block, stretches, at, parties)
            last = found[-1] if found else None
            joins = last is not None and previous is not None and _continues(lead, speaker, last, at, previous)
            span = block.passage.span(stretch.start, stretch.end)
            if joins and last is not None:
                found[-1] = Speech(last.speaker or speaker, (*last.stretches, span), last.rule)
            else:
                found.append(Speech(speaker, (span,), rule))
            previous = stretch
        tail = block.passage.text[stretches[-1].end :]
        if previous is not None and previous.closed and _other_text(tail):
            previous = None
    return tuple(speech for speech in found if _long_enough(document, speech))


def _long_enough(document: Document, speech: Speech) -> bool:
    return sum(len(document.text[s.start : s.end].split()) for s in speech.stretches) >= _FEWEST_WORDS


def _other_text(tail: str) -> bool:
    """Whether a whole sentence follows the quotation and its attribution."""
    rest = tail.lstrip("\"\u201d', ")
    return len(re.findall(r"[.!?](?=\s+[A-Z])", rest)) >= 1


def _continues(lead: str, speaker: str | None, last: Speech, at: int, previous: _Stretch) -> bool:
    """Whether a stretch carries the previous one on (decision 26 of the gold records)."""
    if not previous.closed and at == 0:
        return not lead.strip(' "\u201c\u201d')
    if speaker is not None and last.speaker is not None and speaker != last.speaker:
        return False
    between = lead.strip(' "\u201c\u201d')
    if _other_text(lead) and len(between.split()) > 25:
        return False
    if at == 0:
        return not between or speaker == last.speaker is not None or bool(_SAME_BEFORE.search(between))
    return speaker is None or speaker == last.speaker or last.speaker is None


def _stretches(block: Block, *, open_before: bool) -> list[_Stretch]:
    text = block.passage.text
    found: list[_Stretch] = []
    start: int | None = None
    for mark in _MARK.finditer(text):
        opens = mark[0] in _OPENING or (mark[0] not in _CLOSING and start is None)
        if mark[0] in ('"', "''") and start is None:
            opens = mark.end() < len(text) and not text[mark.end()].isspace()
        if opens:
            if start is None or mark[0] in _OPENING:
                start = mark.end()
        elif start is not None:
            _keep(found, block, start, mark.start())
            start = None
        elif open_before and not found:
            _keep(found, block, 0, mark.start())
    if start is not None and len(text) - start > 20:
        found.append(_Stretch(block, start, len(text), closed=False))
    return found


def _keep(found: list[_Stretch], block: Block, start: int, end: int) -> None:
    text = block.passage.text
    words = text[start:end].split()
    spoken = len(words) >= _FEWEST_WORDS or (len(words) >= 2 and text[end - 1] in ",.!?")
    if not spoken or text[max(0, start - 2) : start - 1] == "(" or text[end + 1 : end + 2] == ")":
        return
    if text[start].isspace():
        return
    capital = text[start].isupper() or text[start].isdigit() or text[end - 1] in ",.!?"
    if capital or found:
        found.append(_Stretch(block, start, end, closed=True))


def _parties(block: Block, mentions_of: Callable[[Sentence], Sequence[Mention]]) -> list[Mention]:
    whole = Sentence(-1, block.number, block.kind, block.passage, block.section)
    return [m for m in mentions_of(whole) if m.kind in (MentionKind.PERSON, MentionKind.ORG)]


def _speaker(
    block: Block, stretches: Sequence[_Stretch], at: int, parties: Sequence[Mention]
) -> tuple[str | None, str]:
    text = block.passage.text
    stretch = stretches[at]
    after_end = stretches[at + 1].start if at + 1 < len(stretches) else len(text)
    after = _coded(text, min(len(text), stretch.end + 1), min(after_end, stretch.end + 420), parties)
    named = _NAMED_AFTER.search(after[0])
    if named and not re.search(r"[.!?]\s+[A-Z]", named[0][2:]):
        return _value(named["who"] or named["whom"], after[1]), "quotations/named-after"
    before_start = stretches[at - 1].end if at else 0
    begin = max(before_start, stretch.start - 520)
    before = _coded(text, begin, max(begin, stretch.start - 1), parties)
    for pattern in (_NAMED_BEFORE, _SAID_BEFORE, _ATTRIBUTED_BEFORE):
        named = pattern.search(before[0])
        if named:
            return _value(named["who"], before[1]), "quotations/named-before"
    if _HE.match(after[0]):
        earlier = [m for m in parties if m.kind is MentionKind.PERSON and m.end <= stretch.start]
        if earlier and at == 0:
            return str(earlier[-1].value), "quotations/pronoun-after"
    named = _TELLS_BEFORE.search(before[0])
    if named:
        return _value(named["who"], before[1]), "quotations/told-before"
    return None, "quotations/carried-on"


def _coded(text: str, start: int, end: int, parties: Sequence[Mention]) -> tuple[str, tuple[Mention, ...]]:
    inside = [
        Mention(m.kind, m.start - start, m.end - start, m.text, m.value)
        for m in parties
        if start <= m.start and m.end <= end
    ]
    annotated = annotate(text[start:end], inside)
    return annotated.coded, annotated.mentions


def _value(slot: str | None, mentions: Sequence[Mention]) -> str | None:
    if not slot:
        return None
    return str(mentions[ord(slot[1]) - 0xE100].value)
