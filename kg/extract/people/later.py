"""Dates of changes that the sentence after tells, as in "She was named treasurer. She will begin on May 1"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.context.context import Context
from kg.extract.events.loose import loose, months
from kg.extract.events.meetings import held_today
from kg.mentions.tenure_dates import long_past
from kg.model import BlockKind, PartialDate, PersonClaim, Sentence
from kg.text.dates import find_dates

_SUBJECT = re.compile(
    r"(?:He|She|(?:Mr|Ms|Mrs|Dr)\. (?P<family>[A-Z]\w+)|(?P<named>[A-Z]\w+)(?= (?:will|is expected|begins|starts|joins|assumes|takes))|"
    r"(?:The|His|Her|This) (?:new )?(?:appointment|election|change|transition|move|resignation|retirement|departure|term|first day|last day))\b"
)
_ACTS = {
    "appointed": re.compile(
        r"\b(?:effective|begin\w*|start\w*|join\w*|assum\w*|tak(?:e|es|ing)|commenc\w*|first day)\b"
    ),
    "departing": re.compile(
        r"\b(?:effective|step\w* down|quit|retir\w*|leav\w*|resign\w*|depart\w*|last day|until|through|expires?)\b"
    ),
}
_ELECTED = re.compile(
    r"\b(?:was|were) (?:also )?(?:newly |duly )?elected\b|\b(?:share|stock|unit)holders (?:also )?(?:newly )?elected\b",
    re.IGNORECASE,
)
_WHO = re.compile(r", who [^,;.]{3,80},")
_TAKES = re.compile(
    r"\b(?:join(?:s|ed|ing)?|begin\w*|start\w*|assum\w*) (?:(?:[A-Z][\w&.-]* ){1,4}|the (?:company|bank|firm|group|board|role|position|post|office) |(?:the|his|her) (?:[\w-]+ ){0,3}(?:role|position|post|duties)(?: (?:at|of) [A-Z][\w.&-]*)? |(?:his|her|this|the) (?:new )?(?:role|position|post|duties|term) |serving |work )?(?:on|as of|effective) $",
    re.IGNORECASE,
)
_BEHIND = re.compile(  # between a change and the month of it
    r"(?:(?: of| at| from)? (?:the |our |its )?[\w.&’'-]+(?: [A-Z&][\w.&’'-]*){0,4})?,? ?(?:(?:will|plans to|intends to|is to|is expected to|has decided to|has|is) (?:also )?(?:be )?(?:retir\w+|resign\w*|step(?:ping|ped)? down|leav\w+|left|depart\w*)(?: from (?:the|his|her|our) [a-z]+)?)?"
    r"(?: ?,? ?(?:in|by|at|on|effective|beginning|starting|as of|from|late|early|mid|the|end|beginning|middle|month|of|during|until|sometime|later|-))* ?"
)
_NEXT = 3  # sentences behind a change in which its date can stand
_CLAUSE = 140  # characters from the subject to the date


def dated(context: Context, claims: Iterable[PersonClaim]) -> Iterator[PersonClaim]:
    """The claims, those of changes without a date given the one that the next sentence tells."""
    sentences = sorted(context.document.sentences, key=lambda sentence: sentence.span.start)
    starts = [sentence.span.start for sentence in sentences]
    for claim in claims:
        at = bisect_right(starts, claim.evidence[0].span.start) - 1
        told = None
        if claim.date is None and claim.position in _ACTS and at >= 0:
            told = _told_loosely(sentences[at], claim, context.issued)
        if told is None and claim.date is None and claim.position == "appointed" and at >= 0:
            told = held_today(context) if _ELECTED.search(sentences[at].text) else None
        if told is None and claim.date is None and claim.position in _ACTS and 0 <= at < len(sentences) - 1:
            told = _told_next(sentences, at, claim, context.issued)
            told = told or _told_further_on(sentences[at + 1 :], claim, context.issued)
        yield replace(claim, date=told) if told is not None else claim


def _told_loosely(sentence: Sentence, claim: PersonClaim, issued: PartialDate | None) -> PartialDate | None:
    """The month without a year, the season or the end of the year that stands right behind the words of a change."""
    origin = claim.evidence[0].span
    if issued is None or sentence.span.start > origin.start or sentence.span.end < origin.end:
        return None
    text, quote = sentence.text, " ".join(claim.evidence[0].quote.split())
    end = text.find(quote) + len(quote) if quote in text else 0
    placed = sorted([*months(text, issued, claim.modality), *loose(text, issued, claim.modality)]) if end else []
    for begin, _, when in placed:
        if begin >= end:
            near = _BEHIND.fullmatch(text, end, begin)
            return when if near and not long_past(when, issued) else None
    return None


def _told_further_on(sentences: list[Sentence], claim: PersonClaim, issued: PartialDate | None) -> PartialDate | None:
    """The day that a later sentence about the person by name tells of taking or leaving the post."""
    family = claim.person.rsplit(maxsplit=1)[-1]
    acts = _TAKES if claim.position == "appointed" else _ACTS["departing"]
    for sentence in sentences:
        if family not in sentence.text[:60] or sentence.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        for start, _, when in find_dates(sentence.text, issued):
            clause = sentence.text[:start]
            plain = len(clause) <= _CLAUSE and not re.search(r"[.;,] [a-z]", _WHO.sub("", clause))
            if when.day is not None and plain and acts.search(clause) and not long_past(when, issued):
                return when
    return None


def _told_next(
    sentences: list[Sentence], at: int, claim: PersonClaim, issued: PartialDate | None
) -> PartialDate | None:
    """The date that one of the next sentences of the block tells, as long as they speak of the same person."""
    for after in sentences[at + 1 : at + 1 + _NEXT]:
        told = _told(sentences[at], after, claim, issued)
        subject = _SUBJECT.match(after.text)
        family = subject and (subject["family"] or subject["named"])
        if told is not None or subject is None or (family and family not in claim.person.split()):
            return told
    return None


def _told(before: Sentence, after: Sentence, claim: PersonClaim, issued: PartialDate | None) -> PartialDate | None:
    subject = _SUBJECT.match(after.text) if before.block == after.block else None
    if subject is None:
        return None
    family = subject["family"] or subject["named"]
    if family and family not in claim.person.split():
        return None
    for start, _, when in find_dates(after.text, issued):
        clause = after.text[:start]
        if len(clause) > _CLAUSE or re.search(r"[.;] ", clause[subject.end() :]):
            return None
        if _ACTS[claim.position].search(clause) and not long_past(when, issued):
            return when
    return None
