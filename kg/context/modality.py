"""Whether what some words tell of has happened, goes on, is planned, is possible, or is denied.

Cue and scope, after ConText (Harkema et al. 2009): a cue of the closed lists in `kg.context.cues` governs
the words that follow it up to the end of its clause. Where cues are nested the outer one rules, but a
plan to consider is a possibility, a plan to drop is a denial, and a completed plan has happened.
"""

from __future__ import annotations

import re
from typing import Final

from kg.context.cues import AFTER, BEFORE, PSEUDO, RECENT
from kg.model import Status

_Cue = tuple[int, int, Status]

_AUXILIARY = (
    r"(?:will|would|may|might|can|could|has|have|had|is|are|was|were|did|does|do|plans|expects|intends|anticipates"
    r"|decided|agreed|announced|said|recently|already|also announced|began|completed)"
)
_SUBJECT = r"(?:the|its|our|it|we|they|he|she|this|these|those|both|each|[A-Z][\w.&'’-]*)"

# Where a clause ends. Every gap is bounded, so a search is linear in the sentence.
_BREAK: Final = re.compile(
    r"; ?|: (?=[A-Z“\"])| [–—] | -- |—|,? \b(?:but|however|although|though|while|whereas|except that|because|so that)\b"
    r"|, (?:which|who|where|whose|when|after which)\b| that (?=(?:was|were|had|has)\b)"
    rf"|,? and (?=(?:it|we|they|he|she)\b|{_AUXILIARY}\b)"
    rf"|, (?:and |then )?(?={_SUBJECT}(?: [\w.&'’-]+){{0,6}}? {_AUXILIARY}\b)"
    rf"| and (?={_SUBJECT}(?: [\w.&'’-]+){{0,5}}? {_AUXILIARY}\b)",
)
_BREAK_AFTER: Final = re.compile(
    r"; ?| [–—] | -- |—|,? \b(?:but|however|although|though|while|whereas|that|which|who|where|because)\b"
    rf"|,? and (?=(?:it|we|they|he|she)\b)|, (?={_SUBJECT} )",
)

_COMPILED: Final = tuple(
    (status, re.compile(rf"(?:(?<![\w'’-])|(?=['’]ll\b))(?:{'|'.join(cues)})(?![\w-])", re.IGNORECASE))
    for status, cues in BEFORE
)
_COMPILED_AFTER: Final = tuple(
    (status, re.compile(rf"(?<![\w-])(?:{'|'.join(cues)})(?![\w-])", re.IGNORECASE)) for status, cues in AFTER
)
_PSEUDO: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(PSEUDO)})(?![\w-])", re.IGNORECASE)
_RECENT: Final = re.compile(rf"(?<![\w-]){RECENT}$", re.IGNORECASE)

_DETERMINER: Final = re.compile(
    r"(?:^|[\s(“\"‘])(?:the|its|our|their|his|this|that|these|any|a|an|such|of|[\w.&]+['’]s|[\w.&]+s['’])"
    r"(?: [\w-]+){0,3}$",
    re.IGNORECASE,
)
_PROGRESSIVE: Final = re.compile(
    r"(?:^|[\s’'])(?:am|is|are|was|were|been|be|s|re|m)(?: \w+ly| also| now| soon| still| already| again)?$",
    re.IGNORECASE,
)
_BEING: Final = re.compile(r"\bbeing(?: \w+ly)?$", re.IGNORECASE)
_COMPOUND: Final = re.compile(
    r"(?:^|[\s’'])(?:be|been|being|is|are|was|were|has|have|had|s|ve|get|gets|getting|not)(?: \w+ly| also| now| recently)?$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"(?:\w+ed|sold|bought|built|began|shut|broke|took|won|held)\b", re.IGNORECASE)
_NOUN: Final = re.compile(
    r"(?:\w+(?:ing|ings|ion|ions|ment|al|ure|ures|ition)|move|moves|sale|sales|lease|purchase|mergers?|transfers?|launch|recall|offer|transaction|deal)$",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"(?<!\w)to$", re.IGNORECASE)


_GOVERNED: Final = re.compile(
    r"\b(?:will|would|may|might|could|can|shall|should|must|not|to|did|does|do)(?: \w+ly| also| then| soon| now)?$",
    re.IGNORECASE,
)


# What is told only to be called untrue: "reports that it will close are false", "denied that it will close".
_HEARSAY: Final = re.compile(
    r"\b(?:reports?|rumou?rs?|speculation|claims?|allegations?|suggestions?|stories|assertions?)(?: [\w-]+){0,4}?"
    r" (?:that|of|about|regarding|concerning)\b[^.;:]{0,120}$",
    re.IGNORECASE,
)
_UNTRUE: Final = re.compile(
    r"[^.;:]{0,120}?\b(?:are|is|were|was|as|being) (?:\w+ )?(?:untrue|false|unfounded|baseless|incorrect|inaccurate|without (?:foundation|merit|basis)|not true)\b",
    re.IGNORECASE,
)
_DISOWNED: Final = re.compile(
    r"\b(?:denied|denies|denying|dismissed|dismisses|refuted|refutes|disputed|disputes)(?: [\w-]+){0,5}? that\b[^.;:,]{0,80}$",
    re.IGNORECASE,
)


def belied(text: str, start: int, end: int) -> bool:
    """Whether what text[start:end] tells of is a report that the sentence calls untrue."""
    before = text[:start]
    return bool(_DISOWNED.search(before) or (_HEARSAY.search(before) and _UNTRUE.match(text, end)))


def modality(text: str, start: int, end: int) -> Status:
    """The status of what text[start:end] (a verb or a noun of happening) tells of, within its sentence."""
    if belied(text, start, end):
        return Status.DENIED
    before = text[_clause_start(text, start) : start].rstrip()
    if _RECENT.search(before):
        return Status.ACTUAL
    first = text[start:end].split(" ", 1)[0]
    cues = _cues(_COMPILED, before, _pseudo(before))
    if _PAST.fullmatch(first) and not _COMPOUND.search(before) and not _GOVERNED.search(before) and _finite(before):
        cues = [cue for cue in cues if cue[2] is Status.DENIED and cue[1] == len(before)]
    noun = bool(_NOUN.search(text[start:end])) and (not before or bool(_DETERMINER.search(before)))
    told = _after(text, end) if noun else None
    if cues:
        described = len(cues) == 1 and cues[0][1] == len(before)  # "the planned move", and no more
        decided = told in (Status.ACTUAL, Status.IN_PROGRESS) and described and not _TO.search(before)
        return told if told is not None and (told is Status.DENIED or decided) else _compose(cues, before)
    if told is not None:
        return told
    if _BEING.search(before) or (first.lower().endswith("ing") and _PROGRESSIVE.search(before)):
        return Status.IN_PROGRESS
    return Status.ACTUAL


def _clause_start(text: str, start: int) -> int:
    """Where the clause begins that holds the words at `start`."""
    begin = 0
    for found in _BREAK.finditer(text, 0, min(len(text), start + 40)):
        if found.end() > start:
            break
        begin = found.end()
    return begin


def _pseudo(before: str) -> list[tuple[int, int]]:
    return [found.span() for found in _PSEUDO.finditer(before)]


def _cues(lists: tuple[tuple[Status, re.Pattern[str]], ...], text: str, blocked: list[tuple[int, int]]) -> list[_Cue]:
    """The cues of a clause from left to right; of overlapping ones the first, and of these the longest."""
    found = [(hit.start(), -hit.end(), status) for status, cue in lists for hit in cue.finditer(text)]
    kept: list[_Cue] = []
    reached = 0
    for begin, negative_end, status in sorted(found, key=lambda cue: cue[:2]):
        if begin < reached or any(s < -negative_end and begin < e for s, e in blocked):
            continue
        if status is Status.DENIED and _words(text[-negative_end:]) > 4:
            continue  # "did not change the cost of": what is denied is nearer than that
        kept.append((begin, -negative_end, status))
        reached = -negative_end
    return kept


def _words(text: str) -> int:
    return len(text.split())


def _finite(before: str) -> bool:
    """Whether a past form standing after these words is the verb of its own clause, not a participle."""
    return not before.lower().endswith((" a", " an", " the", " its", " our", " their", "have", "has", "had"))


def _compose(cues: list[_Cue], before: str) -> Status:
    """What nested cues say together, the outermost first."""
    ruling = cues[0][2]
    for _, end, status in cues[1:]:
        if (ruling is Status.PLANNED and status in (Status.POSSIBLE, Status.DENIED)) or (
            ruling is Status.IN_PROGRESS and status is Status.DENIED and end == len(before)
        ):
            ruling = status
    return ruling


def _after(text: str, end: int) -> Status | None:
    """What the clause goes on to say of a noun that ends at `end`; None if nothing."""
    stop = _BREAK_AFTER.search(text, end)
    rest = text[end : stop.start() if stop else len(text)]
    cues = _cues(_COMPILED_AFTER, rest, _pseudo(rest))
    return cues[0][2] if cues else None
