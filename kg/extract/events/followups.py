"""Sentences that date, or name the backers of, what an earlier one announced: "The transaction is expected to close in May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.context.context import Context
from kg.extract.events.dates import payable, stated_date
from kg.extract.events.happenings import later
from kg.extract.events.participants import participant
from kg.extract.events.telling import Telling
from kg.model import BlockKind, EventClaim, MentionKind, PartialDate, Sentence, Status

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
    "financing": ("EquityOffering", "DebtFinancing"),
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
    r"|(?:should|will|is expected to) (?:close|be completed|take effect|be effective)"
    r"|closed|took effect|was (?:consummated|finali[sz]ed|concluded)|has (?:closed|been completed)))",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:was(?: \w+ly)? (?:completed|closed|consummated|finali[sz]ed|concluded|effective)|closed|took effect|became effective|has (?:closed|been completed))\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\bthe ((?-i:[A-Z])[\w&.-]+) \Z", re.IGNORECASE)  # "the Alder transaction is expected to close"
_NAMES = re.compile(
    r" (?:of|with|by) (?:the |its )?([A-Z][\w&-]+)"
)  # "the acquisition of Cobalt Trust is expected to close"
_PRICED = re.compile(r"\bpric(?:ed|es|ing)\b", re.IGNORECASE)
_NEAR = 600  # characters: a deal told further back is another

_DATING = frozenset({*_TYPES, *(f"{what}s" for what in _TYPES)})
_BACKING = frozenset(
    {"led", "included", "includes", "participation", "participants", "provided", "investor", "investors"}
)
_WHICH = re.compile(
    r"\bthe (?:proposed |planned |pending )?(?P<what>transaction|acquisition|merger|sale|deal|offering|purchase),? (?:which |that )?"
    r"(?:is|are|remains) (?:still )?(?:expected|anticipated|scheduled|slated|targeted) to (?:close|be completed|be finali[sz]ed|be consummated|occur|take place)\b",
    re.IGNORECASE,
)
_EXPECTS = re.compile(
    r"\b(?:expects?|anticipates?|plan|plans|intends?|hopes?) (?:(?:to|that the) (?:close|complete|consummate|finalize) "
    r"(?:the |this )?(?P<what>transaction|acquisition|merger|sale|deal|offering|purchase)"
    r"|(?:that )?(?:the |this )(?P<thing>transaction|acquisition|merger|sale|deal|offering|purchase|closing) (?:to|will) (?:close|occur|be (?:completed|closed|finali[sz]ed|consummated)))",
    re.IGNORECASE,
)


_LED = re.compile(
    r"\b(?:placement|financing|round|offering|investment|facility|transaction|group|syndicate|PIPE|raise)\b[^.;]{0,60}?"
    r"\b(?:led by|included|includes|participation (?:from|by)|participants included|provided by)\b",
    re.IGNORECASE,
)
_LED_BY = re.compile(
    r"\bthe (?:private |debt |\w+ )?(?P<what>offering|placement|financing|round|PIPE) (?:was|is|were) (?:led|anchored|backed|arranged) by\b",
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
_OPEN = (Status.PLANNED, Status.POSSIBLE)
_AFFILIATE = re.compile(r"\b(?:affiliates?|subsidiary|unit|division|part|member|funds?) of (?:the )?\Z", re.IGNORECASE)
_FUNDINGS = frozenset({"DebtFinancing", "EquityOffering"})


def dated(context: Context, told: Sequence[Telling]) -> list[Telling]:
    """The tellings, in the order given, with the dates that follow-up sentences state for them."""
    result = list(told)
    if not told:
        return result
    for sentence in context.document.sentences:
        if sentence.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        words = context.words(sentence)
        if not words.isdisjoint(_DATING):
            _apply(context, sentence, result)
        if not words.isdisjoint(_DATING) or not words.isdisjoint(_BACKING):
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
    done = bool(_DONE.search(found[0]))
    status = Status.ACTUAL if done else Status.PLANNED
    date = stated_date(sentence.text, found.start(), found.end(), status, context.issued)
    if date is None and found["what"] == "split":
        date = payable(sentence.text[found.start() :], context.issued)
    if date is None:
        return
    told_of = found.groupdict()
    types = _TYPES[(told_of["what"] or told_of.get("thing") or "").lower()]
    spot = sentence.passage.origin(found.start())
    named = None
    if told_of["what"]:
        named = _NAMED.search(sentence.text, found.start(), found.start("what"))
        named = named or _NAMES.match(sentence.text, found.end("what"))
    for at in range(len(told) - 1, -1, -1):
        claim = told[at].claim
        if claim.type not in types or claim.evidence[0].span.start >= spot:
            continue
        if named and not any(named[1] in part.name for part in claim.participants):
            continue
        if done and (claim.evidence[0].span.end < spot - _NEAR or claim.modality is Status.DENIED):
            return
        waits = claim.modality in _OPEN or _is_priced(claim, date, context.issued)
        if claim.type in _DEALS and not (done or waits):
            continue  # what is done or off has no closing to wait for
        today = claim.date == context.issued and _is_priced(claim, date, context.issued)  # priced today, closed later
        if not told[at].dated or today:
            told[at] = replace(told[at], claim=replace(claim, date=date, modality=_closed(claim, done)), dated=True)
        return


def _is_priced(claim: EventClaim, date: PartialDate, issued: PartialDate | None) -> bool:
    """Whether securities are priced and not yet handed over: the closing lies after the release."""
    priced = claim.type in _FUNDINGS and claim.modality is Status.ACTUAL
    return priced and bool(_PRICED.search(claim.evidence[0].quote)) and (issued is None or later(date, issued))


def _closed(claim: EventClaim, done: bool) -> Status:
    """The phase of a deal whose closing is told: done, or, where it waits for it, planned."""
    if claim.type not in _DEALS:
        return claim.modality
    if done:
        return Status.ACTUAL
    return Status.PLANNED if claim.modality is Status.ACTUAL else claim.modality


def _of_notes(sentence: Sentence, told: list[Telling]) -> list[Telling]:
    """The tellings without shares offered in a sentence that speaks of "the offering" told last: of notes, or led by."""
    led = _LED_BY.search(sentence.text)
    found = led or _SUBJECT.search(sentence.text)
    if not found or found["what"].lower() not in ("offering", "placement", "financing", "round", "pipe"):
        return told
    spot = sentence.span.start
    before = [one.claim for one in told if one.claim.type in _FUNDINGS and one.claim.evidence[0].span.start < spot - 1]
    last = max(before, key=lambda claim: claim.evidence[0].span.start, default=None)
    near = last is not None and led is not None and last.evidence[0].span.end > spot - _NEAR
    if last is None or not (near or last.type == "DebtFinancing"):
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
    orgs = [
        m
        for m in mentions
        if m.kind is MentionKind.ORG and begin <= m.start < end and not _AFFILIATE.search(sentence.text, 0, m.start)
    ]
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
