"""Events that follow from other claims: posts taken and left, sites moved, customers won, results reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.context.context import Context
from kg.extract.events.telling import Telling
from kg.mentions.places import places
from kg.mentions.tenure_dates import long_past
from kg.model import (
    BlockKind,
    Claim,
    CustomerClaim,
    EventClaim,
    FactClaim,
    MoveClaim,
    PartialDate,
    Participant,
    PersonClaim,
    Sentence,
    Status,
)

_POSITIONS = {
    "appointed": "Appointment",
    "nominated": "Appointment",
    "departing": "Departure",
    "deceased": "Departure",
}
_TELLS = {
    "Appointment": re.compile(
        r"\b(?:appoint|elect|nam(?:ed|es|ing)\b|promot|join|hir(?:ed|es|ing)\b|succe|becom|became|nominat|select|add(?:ed|s)\b|"
        r"welcom|assum|serve|tapp|transition|expand|strengthen|leadership|new\b|return|step|accept|tak(?:en|es?|ing)\b|took\b|given|helm|made\b|elevat|chose|recruit|retain|addition|arriv|designat|install|confirm|pick|engag|bring|brought|aboard|on board|sign(?:s|ed) on|approv|fill|turn(?:s|ed) to|introduc|naming|advanc|begun|started|announc|mov(?:e|es|ed|ing) (?:in)?to\b)",
        re.IGNORECASE,
    ),
    "Departure": re.compile(
        r"\b(?:resign|retir|step|depart|leav|left\b|died|death|passing|passed|succe|terminat|dismiss|replac|transition|end|no longer|ceas|re-?election|quit|relinquish|relieved|oust|part(?:s|ed|ing)? ways|not continue|remov|exit|vacat|conclud|separat|mov(?:e|es|ed|ing) on|let go|fired|firing|pursu|g(?:iv(?:e|es|en|ing)|ave) up|finish)",
        re.IGNORECASE,
    ),
}
_MOVES = {
    "relocation": "Relocation",
    "consolidation": "Relocation",
    "opening": "FacilityOpening",
    "closing": "FacilityClosing",
    "expansion": "FacilityExpansion",
}
_RELATIONSHIPS = {"new": "ContractWin", "lost": "ContractLoss"}
_ORDERED = frozenset(
    f"customers/{name}"
    for name in (
        "option-used", "ordered-from", "placed-order", "awards-us", "contract-named", "renewed-with", "renews-own",
        "renewed-described", "contract-extended", "order-from", "contract-with",
    )
)  # fmt: skip
_GOT = re.compile(
    r"\b(?:receiv|won\b|wins\b|secur|sign(?:ed|s)|award|renew|extend|book|conclud|land(?:ed|s)|plac|order|buy|bought|purchas|exercis)",
    re.IGNORECASE,
)
# A standing habit of buying is no order.
_BUYS = re.compile(r"(?<!to )(?<!will )\b(?:buys?|purchases?) (?:\S+ ){1,8}?from\b", re.IGNORECASE)
_GOES_ON = frozenset(f"customers/{name}" for name in ("supplies", "supplies-one", "supplies-direct", "provides-with"))
_BY_CONTRACT = re.compile(r"\b(?:(?:sub)?contracts?|orders?|supply agreement)\b", re.IGNORECASE)
_MANY = 20  # customers won at once
_RESULTS = frozenset(
    {
        "Revenues", "GrossMargin", "OperatingIncomeLoss", "OperatingMargin", "NetIncomeLoss", "EarningsPerShare",
        "EBITDA", "FreeCashFlow", "NetCashFromOperatingActivities", "IncomeLossFromContinuingOperations",
        "ComparableSalesGrowth", "IncomeBeforeTaxes",
    }
)  # fmt: skip
_SPEAKING = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_TODAY = re.compile(r"\btoday\b(?!['’]s)", re.IGNORECASE)
_GLAD = re.compile(r"\b(?:pleased|proud|excited|delighted|thrilled|happy) to announce", re.IGNORECASE)
_FRESH = re.compile(  # a change told in the perfect, as the day's news is
    r"\b(?:has|have) (?:been |also |unanimously |formally ){0,2}(?:appointed|named|elected|promoted|elevated|hired|recruited|retained|engaged|added|selected|chosen|tapped|made|taken over|assumed|accepted|joined|resigned|stepped down|retired|left)\b|\bwelcomes\b"
)
_EXPECTS = re.compile(
    r"\b(?:expect|anticipat|project|forecast|guidance|outlook|estimat|should be|range of|looking ahead)",
    re.IGNORECASE,
)

_RUNNING = re.compile(
    r"\b(?:interest|finance|service|fuel|delivery|usage|handling|shipping|depreciation|amortization|late) charges?\b|"
    r"\brestructuring of (?:its|our|the) (?:debt|indebtedness)\b",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"\brestatements?\b(?: [^\s;:.]+){0,8}? (?:will|would|is|are|was|were|should)(?: (?:expected|estimated|anticipated|likely))?(?: to)? "
    r"(?:reduc|increas|lower|decreas|affect|add|result|cut|rais)\w*|\b(?:effects?|impact) of the restatement",
    re.IGNORECASE,
)  # what a correction of past accounts does is no outlook
_SINCE = re.compile(r"\b(?:in|since|from)(?: \w+)? ((?:19|20)\d\d)\b")
_CHANNEL = re.compile(
    r"\bas (?:its|an?|the|our) (?:\S+ ){0,3}(?:distributor|dealer|reseller|representative|agent)s?\b", re.IGNORECASE
)
_PERHAPS = re.compile(r"\b(?:could|(?-i:may)|might|would|if)\b", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\b(?:is|are|was|were|very|so) (?:open|close)\b|\bclose to\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"\b(?:analysts?|industry|market (?:is|was|size)|economists?|consensus|global|worldwide|sector)\b", re.IGNORECASE
)


def derived(context: Context, found: Sequence[Claim]) -> Iterator[Telling]:
    """The events that the claims already found imply."""
    sites = _Places(context)
    for claim in found:
        if isinstance(claim, PersonClaim):
            yield from _of_person(context, sites, claim)
        elif isinstance(claim, MoveClaim):
            yield from _of_move(context, sites, claim)
        elif isinstance(claim, CustomerClaim):
            yield from _of_customer(context, sites, claim)
        elif isinstance(claim, FactClaim):
            yield from _of_fact(context, sites, claim)


class _Places:
    """Where in the release a claim's evidence stands."""

    def __init__(self, context: Context) -> None:
        sentences = context.document.sentences
        self._sentences = sorted(sentences, key=lambda sentence: sentence.start)
        self._starts = [sentence.start for sentence in self._sentences]
        paragraphs = (s.number for s in sentences if s.kind is BlockKind.PARAGRAPH)
        self.lead = next(paragraphs, None)

    def sentence(self, claim: Claim) -> Sentence | None:
        """The sentence that holds the first evidence of a claim; None for tables."""
        spot = claim.evidence[0].span.start
        at = bisect_right(self._starts, spot) - 1
        held = self._sentences[at] if at >= 0 else None
        return held if held is not None and spot < held.span.end else None

    def weight(self, sentence: Sentence) -> int:
        """0 for a headline, 2 for the lead, 1 for the rest."""
        if sentence.kind is BlockKind.HEADLINE:
            return 0
        return 2 if sentence.number == self.lead else 1


def _tell(
    context: Context,
    sites: _Places,
    claim: Claim,
    type_: str,
    participants: Sequence[Participant],
    date: PartialDate | None,
    status: Status,
    merge: str = "participants",
    topic: str | None = None,
    *,
    news: bool = True,
) -> Iterator[Telling]:
    sentence = sites.sentence(claim)
    if sentence is None or sentence.kind not in _SPEAKING:
        return
    event = EventClaim(
        type=type_,
        participants=tuple(sorted(set(participants))),
        date=date or (_announced(context, sites, sentence, status) if news else None),
        modality=status,
        evidence=claim.evidence[:1],
        rule=f"events/{type_}/from-{claim.rule.partition('/')[0]}",
        confidence=claim.confidence,
        speaker=claim.speaker,
    )
    issuer = context.issuer.name if context.issuer else None
    yield Telling(event, merge, issuer, sites.weight(sentence), date is not None, topic=topic)


def _announced(context: Context, sites: _Places, sentence: Sentence, status: Status) -> PartialDate | None:
    news = sites.weight(sentence) != 1 or _TODAY.search(sentence.text) or _GLAD.search(sentence.text)
    return context.issued if news and status is Status.ACTUAL else None


def _of_person(context: Context, sites: _Places, claim: PersonClaim) -> Iterator[Telling]:
    type_ = _POSITIONS.get(claim.position)
    sentence = sites.sentence(claim)
    if type_ is None or claim.contact or sentence is None:
        return
    if claim.rule != "people/introduced" and not _TELLS[type_].search(sentence.text):
        return
    company = claim.company or (context.issuer.name if context.issuer else None)
    participants = [Participant("person", claim.person)]
    if company:
        participants.append(Participant("company", company))
    status = Status.PLANNED if claim.position == "nominated" and claim.modality is Status.ACTUAL else claim.modality
    if _history(context, claim, sentence):
        return
    topic = claim.title.casefold() if claim.title and type_ == "Appointment" else None
    date = claim.date
    fresh = claim.rule == "people/introduced" or _FRESH.search(sentence.text)
    if date is None and status is Status.ACTUAL and fresh and not _PASSED.search(sentence.text):
        date = context.issued
    yield from _tell(context, sites, claim, type_, participants, date, status, topic=topic)


def _history(context: Context, claim: PersonClaim, sentence: Sentence) -> bool:
    """Whether a change of post is told as a life's history: it lies long before the release."""
    issued = context.issued
    if claim.date is not None:
        return long_past(claim.date, issued)
    year = _SINCE.search(sentence.text) if claim.position != "departing" else None  # "a director since 1999, will not"
    return year is not None and (issued is None or int(year[1]) < issued.year)


def _of_move(context: Context, sites: _Places, claim: MoveClaim) -> Iterator[Telling]:
    type_ = _MOVES.get(claim.kind)
    sentence = sites.sentence(claim)
    if type_ is None or sentence is None or _ADJECTIVE.search(sentence.text):
        return
    spot = claim.origin if type_ == "FacilityClosing" else claim.destination
    participants = [Participant("company", claim.company, described=claim.described)]
    if spot:
        participants += [Participant("place", each) for each in _places(spot) if not _UNPLACED.match(each)]
    merge = "sentence" if spot is None else "participants"
    past = bool(claim.when and not _TODAY.search(claim.when)) or _PASSED.search(sentence.text) is not None
    yield from _tell(context, sites, claim, type_, participants, claim.date, claim.modality, merge, news=not past)


# What is told as done some time before the release.
_PASSED = re.compile(
    r"\b(?:recent(?:ly)?|previously(?! announced)|earlier this|already|formerly|in the past|to date|since then|during|last)\b",
    re.IGNORECASE,
)


_UNPLACED = re.compile(r"(?:a|an|its|our|the|their|new|larger) [a-z]|[a-z]")


def _places(spot: str) -> list[str]:
    """The places of a site description, its street and building left out; the description when it has none."""
    named = [str(mention.value) for mention in places(spot)]
    several = " and " in spot and not any(character.isdigit() for character in spot)
    return (named if several else named[-1:]) or [spot]


def _of_customer(context: Context, sites: _Places, claim: CustomerClaim) -> Iterator[Telling]:
    type_ = _RELATIONSHIPS.get(claim.relationship)
    if (
        type_ is None
        and claim.rule in _ORDERED
        and claim.modality is Status.ACTUAL
        and _GOT.search(claim.evidence[0].quote)
        and not _BUYS.search(" ".join(claim.evidence[0].quote.split()))
    ):
        type_ = "ContractWin"  # one more order of who buys already
    sentence = sites.sentence(claim)
    if type_ is None or sentence is None or (claim.count or 0) > _MANY:
        return  # thousands of new subscribers are a number, not so many contracts
    if type_ == "ContractWin" and claim.rule in _GOES_ON and not _BY_CONTRACT.search(sentence.text):
        return  # what is supplied "under the agreement" is no contract just won
    if (_PERHAPS if type_ == "ContractLoss" else _CHANNEL).search(sentence.text):
        return
    participants = [
        Participant("company", claim.supplier),
        Participant("counterparty", claim.customer, described=claim.described),
    ]
    yield from _tell(context, sites, claim, type_, participants, None, claim.modality)


def _of_fact(context: Context, sites: _Places, claim: FactClaim) -> Iterator[Telling]:
    if claim.place != "prose" or claim.company is None:
        return
    company = [Participant("company", claim.company)]
    sentence = sites.sentence(claim)
    if sentence is None:
        return
    if (
        claim.kind == "guidance"
        and claim.concept in _RESULTS
        and _EXPECTS.search(sentence.text)
        and not _NOT_OWN.search(sentence.text)
        and not _EFFECT.search(sentence.text)
    ):
        yield from _tell(
            context, sites, claim, "GuidanceIssued", company, context.issued, Status.ACTUAL, merge="release"
        )
    elif (
        claim.concept == "Charge"
        and claim.measure == "level"
        and claim.value
        and "/" not in claim.unit
        and not _RUNNING.search(sentence.text)
    ):
        planned = claim.kind != "actual" or claim.modality is not Status.ACTUAL
        date = claim.end
        if date and claim.period != "instant" and claim.period_inferred:
            date = PartialDate(date.year)  # a quarter known by name only (decision 33 of the annotation guide)
        yield from _tell(
            context,
            sites,
            claim,
            "Charge",
            company,
            date,
            Status.PLANNED if planned else Status.ACTUAL,
            "sentence",
        )
