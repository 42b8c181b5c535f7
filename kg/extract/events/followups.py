"""Sentences that date, or name the backers of, what an earlier one announced: "The transaction is expected to close in May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.events.dates import stated_date
from kg.extract.events.happenings import Telling
from kg.extract.events.participants import participant
from kg.model import BlockKind, MentionKind, Sentence, Status

_DEALS = ("Acquisition", "Divestiture", "SpinOff", "DebtFinancing", "EquityOffering", "Investment")
_TYPES = {
    "transaction": _DEALS,
    "deal": _DEALS,
    "closing": _DEALS,
    "completion": _DEALS,
    "consummation": _DEALS,
    "acquisition": ("Acquisition",),
    "merger": ("Acquisition",),
    "purchase": ("Acquisition",),
    "sale": ("Divestiture",),
    "divestiture": ("Divestiture",),
    "separation": ("SpinOff",),
    "split": ("StockSplit",),
    "distribution": ("SpinOff",),
    "offering": ("EquityOffering", "DebtFinancing"),
    "placement": ("EquityOffering", "DebtFinancing"),
    "appointment": ("Appointment",),
    "election": ("Appointment",),
    "resignation": ("Departure",),
    "retirement": ("Departure",),
    "departure": ("Departure",),
    "relocation": ("Relocation",),
    "move": ("Relocation",),
}
_SUBJECT = re.compile(
    rf"\A(?:\W*(?:\w+ly,? )?(?:(?:the|this|his|her) |(?=clos|complet|consumm))(?:proposed |planned |pending |(?:reverse )?stock |share |\w+ )?(?P<what>{'|'.join(_TYPES)})s?,?"
    r"(?: [^.;]{0,160}?)? (?P<verb>(?:is|are|was|will be|becomes?|became|remains)(?: \w+)? "
    r"(?:expected|anticipated|scheduled|targeted|slated|projected|effective|to be effective|to close|completed|closed)"
    r"|(?:is|are|remains?) on track to (?:close|be completed)|(?:is|will be) (?:payable|distributed|effected)"
    r"|(?:should|will|is expected to) (?:close|be completed|take effect|be effective)))",
    re.IGNORECASE,
)
_DATING = frozenset({*_TYPES, *(f"{what}s" for what in _TYPES)})
_BACKING = frozenset(
    {"led", "included", "includes", "participation", "participants", "provided", "investor", "investors"}
)
_WHICH = re.compile(
    r"\bthe (?:proposed |planned |pending )?(?P<what>transaction|acquisition|merger|sale|deal|offering|purchase),? (?:which |that )?"
    r"(?:is|are|remains) (?:still )?(?:expected|anticipated|scheduled|slated|targeted) to (?:close|be completed|be finali[sz]ed|be consummated)\b",
    re.IGNORECASE,
)
_EXPECTS = re.compile(
    r"\b(?:expects?|anticipates?|plan|plans|intends?|hopes?) (?:to|that the) (?:close|complete|consummate|finalize) "
    r"(?:the |this )?(?P<what>transaction|acquisition|merger|sale|deal|offering|purchase)",
    re.IGNORECASE,
)


_LED = re.compile(
    r"\b(?:placement|financing|round|offering|investment|facility|transaction|group|syndicate)\b[^.;]{0,60}?"
    r"\b(?:led by|included|includes|participation (?:from|by)|participants included|provided by)\b",
    re.IGNORECASE,
)
_SOLE = re.compile(
    r"\b(?:was|were|is|acted as|served as) (?:the )?(?:sole|lead|only|anchor) investors?\b", re.IGNORECASE
)
_AGENT = re.compile(
    r"\b(?:is|are|was|were|acts?|acted|serves?|served|will (?:act|serve))(?: acting| serving)?(?: as)?(?: [\w-]+| and| \(\S+\)){0,6}? "
    r"(?:(?:placement|sales|selling|offering) agents?|book-?(?: ?running )?managers?|book-?runners?|lead managers?|underwriters?|lead arrangers?)\b",
    re.IGNORECASE,
)
_PLACERS = frozenset({"agent", "agents", "manager", "managers", "underwriter", "underwriters", "arranger", "arrangers"})
_BOOKS = re.compile(r"\bbook-?runners?\b", re.IGNORECASE)
_FUNDINGS = frozenset({"DebtFinancing", "EquityOffering"})


def dated(context: Context, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, in the order given, with the dates that follow-up sentences state for them."""
    result = list(told)
    if not told:
        return result
    for sentence in context.document.sentences:
        if sentence.kind is not BlockKind.PARAGRAPH:
            continue
        words = context.words(sentence)
        if not words.isdisjoint(_DATING):
            _apply(context, sentence, result)
            result = _of_notes(sentence, result)
        if not words.isdisjoint(_BACKING):
            _join(context, sentence, result)
        if not words.isdisjoint(_PLACERS) or _BOOKS.search(sentence.text):
            _place(context, sentence, result)
    return result


def _apply(context: Context, sentence: Sentence, told: list[Telling]) -> None:
    found = next((hit for one in (_SUBJECT, _EXPECTS, _WHICH) if (hit := one.search(sentence.text))), None)
    if not found:
        return
    date = stated_date(sentence.text, found.start(), found.end(), Status.PLANNED, context.issued)
    if date is None:
        return
    types = _TYPES[found["what"].lower()]
    spot = sentence.span.start
    for at in range(len(told) - 1, -1, -1):
        claim = told[at].claim
        if claim.type not in types or claim.evidence[0].span.start >= spot:
            continue
        if claim.type in _DEALS and claim.modality not in (Status.PLANNED, Status.POSSIBLE):
            continue  # what is done or off has no closing to wait for
        if not told[at].dated:
            told[at] = replace(told[at], claim=replace(claim, date=date), dated=True)
        return


def _of_notes(sentence: Sentence, told: list[Telling]) -> list[Telling]:
    """The tellings without shares offered in a sentence that speaks of "the offering" when notes were told last."""
    found = _SUBJECT.search(sentence.text)
    if not found or found["what"].lower() not in ("offering", "placement"):
        return told
    spot = sentence.span.start
    before = [one.claim for one in told if one.claim.type in _FUNDINGS and one.claim.evidence[0].span.start < spot - 1]
    last = max(before, key=lambda claim: claim.evidence[0].span.start, default=None)
    if last is None or last.type != "DebtFinancing":
        return told
    return [
        one
        for one in told
        if one.claim.type != "EquityOffering" or not sentence.span.overlaps(one.claim.evidence[0].span)
    ]


def _join(context: Context, sentence: Sentence, told: list[Telling]) -> None:
    """Adds the investors that a sentence names to the funding told last before it."""
    found, sole = _LED.search(sentence.text), _SOLE.search(sentence.text)
    if not found and not sole:
        return
    spot = sentence.span.start
    before = [
        at for at, one in enumerate(told) if one.claim.type in _FUNDINGS and one.claim.evidence[0].span.start < spot
    ]
    if not before or any(part.role in ("investor", "lender") for part in told[before[-1]].claim.participants):
        return
    telling = told[before[-1]]
    names = {part.name for part in telling.claim.participants}
    begin, end = (found.end(), len(sentence.text)) if found else (0, sole.start() if sole else 0)
    mentions = context.annotated(sentence).mentions
    orgs = [m for m in mentions if m.kind is MentionKind.ORG and begin <= m.start < end]
    added = [part for part in (participant("investor", one) for one in orgs) if part and part.name not in names]
    if added:
        parties = tuple(sorted({*telling.claim.participants, *added}))
        told[before[-1]] = replace(telling, claim=replace(telling.claim, participants=parties))


def _place(context: Context, sentence: Sentence, told: list[Telling]) -> None:
    """Adds the agents and underwriters that a sentence names to the funding told last before it."""
    found = _AGENT.search(sentence.text)
    spot = sentence.span.end
    before = [
        at for at, one in enumerate(told) if one.claim.type in _FUNDINGS and one.claim.evidence[0].span.start < spot
    ]
    if not found or not before:
        return
    telling = told[before[-1]]
    names = {part.name for part in telling.claim.participants}
    orgs = [m for m in context.annotated(sentence).mentions if m.kind is MentionKind.ORG and m.end <= found.start()]
    added = [part for part in (participant("counterparty", one) for one in orgs) if part and part.name not in names]
    if added:
        parties = tuple(sorted({*telling.claim.participants, *added}))
        told[before[-1]] = replace(telling, claim=replace(telling.claim, participants=parties))
