"""The terms of a deal or a loan that only their frames name: "valued Alder at $870 million", "$14.50 per share in cash"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.concepts.deals import ABOUT
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import noun_phrase, plain
from kg.extract.facts.slots.line import Item

_MORE = r"(?:(?:a\sfurther|another|an\sadditional|additional|up\sto|approximately|about|over|more\sthan|nearly|some|an?\stotal\sof|an?\saggregate\sof|an\sinitial|the\sfirst|the\sremaining|the\sfinal|at\sleast|the\sother)\s){0,3}"
_DEAL = re.compile(
    r"\b(?:acqui\w+|merg\w+|takeover|tender|buy-?out|transaction|purchas\w+|business combination|going private|take-private|IPO|invest\w*|stake|deal|financing|round|SPAC|sale|offer|premium)\b",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    r"\b(?:acqui\w+|merg\w+|takeover|tender|buy-?out|transaction|combination|sale|deal)\b", re.IGNORECASE
)
_VALUES = re.compile(
    rf"\b[Vv]alu(?:es|ed|ing)\s(?:the\s|our\s|its\s)?(?:[\w&.’'-]+\s){{1,6}}?at\s(?:an?\s(?:[\w-]+\s){{0,4}}value\sof\s|an?\s(?:[\w-]+\s){{0,3}}valuation\sof\s)?{ABOUT}$"
)
_RAISES = re.compile(rf"\b[Rr]ais(?:e|ed|es|ing)\s{_MORE}$")
_DRAWS = re.compile(
    rf"\b(?P<verb>[Dd]rew|[Dd]rawn|[Dd]raws|[Bb]orrow(?:ed|s)|[Dd]rawdown\sof|[Aa]dvance(?:d|s))\s(?:down\s)?{_MORE}$"
)
_UNDER = re.compile(
    r"\s(?:(?:tranche|advance|draw(?:down)?)\s)?(?:under|on|from|against|of)\s(?:its|our|the|a|this|an)\s"
)
_AVAILABLE = re.compile(
    r"\s(?:of\s)?(?:(?:currently|still|unused|undrawn|additional|remaining)\s)?(?:available|availability|undrawn|unused)\s(?:to\sborrow\s|borrowings?\s|borrowing\scapacity\s|capacity\s|funds\s)?(?:under|on)\s(?:its|our|the|their|a)\s"
)
_GETS = re.compile(rf"\b(?P<verb>[Rr]eceiv(?:e|ed|es|ing)|[Pp]a(?:y|id|ys|ying))\s{_MORE}$")
_WHEN = re.compile(
    r"\s(?:in\scash\s|in\sstock\s)?(?:(?P<when>(?:at|upon|on|following|after)\s(?:the\s)?(?:(?:first|initial|second|final|financial)\s)?(?:closing|close|signing|completion|execution|commencement|approval|delivery))|(?:each|every)\s(?:year|month|quarter)|by\sthe\send|when\b|in\stwo|in\sthree|in\sinstallments|over\sthe\s|\ue003)"
)
_COMES = re.compile(rf"(?:^|\b[Aa]n?\s|\b[Tt]he\s){_MORE}$", re.IGNORECASE)
_COMES_IN = re.compile(
    r"\s(?:in\scash\s)?(?:will\sbe|is\sto\sbe|was|were|has\sbeen|is)\s(?P<verb>received|paid|payable|funded|advanced|drawn|released|due)\b"
)
_SPENT = re.compile(
    r"\s(?:was|were|has\sbeen|have\sbeen|will\sbe|is\sbeing)\s(?P<verb>spent|invested|allocated|donated|earmarked|contributed)\s(?P<prep>on|in|to|for|toward|towards)\s(?:the\s|its\s|our\s)?(?P<np>[a-z][\w’'-]*(?:\s(?!(?:and|in|for|to|during|from|at|by|as|which|that|with|over)\b)[a-z][\w’'-]*){0,3})"
)
_SPENDING = {
    "spent": "spending", "invested": "investment", "allocated": "allocation", "donated": "donation", "earmarked": "allocation", "contributed": "contribution",
}  # fmt: skip
_TOTALS = re.compile(
    r"\b(?:bring|tak|rais|increas|lift|push)(?:s|ing|es|e|ed)?\s(?:the\s|its\s|our\s|their\s|[\w&.]+[’']s\s)?(?P<np>(?:total|cumulative|aggregate|combined|overall|annual)\s(?:(?!(?:to|in|for|since)\b)[\w-]+\s){0,4})(?:(?:in|for|since|from|by)\s[^;,\ue000-\ue005]{2,40}\s)?to\s"
    rf"{ABOUT}$"
)
_CHANGE = re.compile(
    r"\s(?P<way>increase|decrease|reduction|decline|improvement|rise|cut|drop)\sin\s(?:(?:the|its|our|their|[\w&.]+[’']s|\ue005[\ue100-\uf8ff][’']s)\s)?(?P<np>[a-z][\w-]+(?:\s(?!(?:and|to|for|in|from|over|due|which|that|as|by|with|on|at|since)\b)[a-z][\w-]+){0,2}?)(?=[.,;)]|$|\s(?:and|to|for|in|from|over|due|as|by|with|on|at|since|takes|will|is|was|has|reflects|brings)\b)"
)
_UPFRONT = re.compile(
    r"\s(?:in\scash\s)?(?:up-?\s?front|at\s(?:the\s)?closing)(?:\s(?:cash\s)?(?:payment|consideration|fee))?\b"
)
_MILESTONES = re.compile(r"\s(?:in|of)\s(?P<np>(?:[a-z-]+,?\s(?:and\s)?){0,4}milestones)\b")
_A_SHARE = re.compile(
    r"\b(?:[Pp]a(?:y|ys|id|ying)|[Oo]ffer(?:s|ed|ing)?|[Rr]eceive|[Ee]ntitled\sto|for|at|of)\s" + ABOUT + "$"
)
_IN_KIND = re.compile(r"[^.;]{0,24}\b(?:in\s(?:an\s)?(?:all-)?(?:cash|stock)|net\sto|without\sinterest|all-cash)\b")
_EXERCISE = re.compile(
    r"\bexercis\w+\s(?:into\s[^;\ue000-\ue002]{2,40}\s)?(?:at|for)\s(?:an?\s)?(?:(?:initial\s)?(?:exercise\s)?price\sof\s)?$"
)
_FAIR = re.compile(
    r"\b(?P<np>(?:estimated\s|aggregate\s|total\s|deemed\s)?fair\s(?:market\s)?value)\sof\s" + ABOUT + "$"
)
_LOAN = re.compile(
    r"\s(?P<np>(?:(?:secured|unsecured|bridge|construction|mortgage|term|bank|interest-free|shareholder|convertible|mezzanine|acquisition|project|working\scapital|senior|permanent)\s){0,3}(?:loan|mortgage|refinancing|loan\spackage))\b(?!\s(?:portfolio|program|officer|growth|volume|book|sale|pool|fund|application|loss|guarantee|agreement|facility|originat\w+|servic\w+|production|balance|commitment)s?\b)"
)
_ONE = re.compile(r"\b(?:an?|the|its|our|this|new)\s(?:new\s|first\s)?$", re.IGNORECASE)
_SMALL = 5_000


def term_draft(line_text: str, item: Item, before: str, after: str, *, share: bool) -> Draft | None:
    """An amount by the frame of a deal that it stands in; None where no frame names it."""
    if share:
        return _by_share(line_text, item, before, after)
    if abs(item.amount.value) < _SMALL:
        priced = _EXERCISE.search(before) and abs(item.amount.value) < _MOST
        told = plain(item, "Other", "exercise price", item.amount.value, "event") if priced else None
        return replace(told, unit=f"{told.unit}/share") if told else None
    return _lent(item, before, after) or _given(line_text, item, before, after)


_MOST = 500  # a share


def _by_share(text: str, item: Item, before: str, after: str) -> Draft | None:
    """What is offered for each share of a company."""
    dealt = (
        _DEAL.search(text) is not None and re.search(r"\bdividends?|distribution|royalt", text, re.IGNORECASE) is None
    )
    if not dealt or not (
        _A_SHARE.search(before)
        and (_IN_KIND.match(after) or re.search(r"\b(?:[Pp]ay|[Pp]aid|[Oo]ffer)\w*\s[^;]{0,20}$", before))
    ):
        return None
    told = plain(item, "SharePrice", "price per share", item.amount.value, "event")
    return replace(told, unit=f"{told.unit}/share")


def _lent(item: Item, before: str, after: str) -> Draft | None:
    """What is borrowed or drawn."""
    loan = _LOAN.match(after) if _ONE.search(before) else None
    if loan is not None:
        return plain(item, "Debt", loan["np"], item.amount.value, "event")
    if _AVAILABLE.match(after):
        return plain(item, "Other", "borrowing capacity available", item.amount.value, "instant")
    draws = _DRAWS.search(before)
    if draws is not None and _UNDER.match(after):
        return plain(
            item,
            "Debt",
            "advance" if draws["verb"].lower().startswith("adv") else "amount drawn",
            item.amount.value,
            "event",
        )
    return None


def _given(text: str, item: Item, before: str, after: str) -> Draft | None:
    """What is paid, received, raised or added, and what a deal makes of a sum."""
    valued = _VALUES.search(before)
    if valued is not None:
        return plain(
            item, "TransactionValue" if _BOUGHT.search(text) else "Other", "valuation", item.amount.value, "event"
        )
    if _RAISES.search(before):
        return plain(item, "OfferingAmount", "amount raised", item.amount.value, "event")
    if _UPFRONT.match(after):
        return plain(item, "TransactionValue", "upfront payment", item.amount.value, "event")
    fair = _FAIR.search(before)
    miles = _MILESTONES.match(after)
    totals = _TOTALS.search(before)
    name = fair["np"] if fair else miles["np"] if miles else noun_phrase(totals["np"]) if totals else None
    if name is not None:
        return plain(item, "Other", name, item.amount.value, "event")
    spent = _SPENT.match(after)
    if spent is not None:
        thing = noun_phrase(spent["np"])
        return (
            plain(item, "Other", f"{_SPENDING[spent['verb']]} {spent['prep']} {thing}", item.amount.value, "flow")
            if thing
            else None
        )
    comes = _COMES_IN.match(after) if _COMES.search(before) else None
    gets, when = _GETS.search(before), _WHEN.match(after)
    if comes is not None or (gets is not None and when is not None):
        verb = comes["verb"] if comes is not None else gets["verb"].lower() if gets else ""
        at = f" {when['when']}" if when is not None and when["when"] else ""
        label = f"cash receipt{at}" if verb.startswith("rec") else f"payment{at}"
        return plain(item, "Other", label, item.amount.value, "event")
    change = _CHANGE.match(after)
    thing = noun_phrase(change["np"]) if change is not None else None
    if change is None or thing is None:
        return None
    down = change["way"] in ("decrease", "reduction", "decline", "cut", "drop")
    return plain(item, "Other", thing, -item.amount.value if down else item.amount.value, "flow", measure="change")
