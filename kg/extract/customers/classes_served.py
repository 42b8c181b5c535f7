"""Classes of buyers: whether those a company serves, by the words around them, are anybody's customers at all."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Sentence
from kg.text.rules import Match

_NO_MAKER: Final = re.compile(
    r"\b(?:collaboration|partnership|features?|agreement|acquisition|update|integration|investment|alliance|approach|interface|initiative|merger|deal|this|it)(?: \w+)? $",
    re.IGNORECASE,
)
_OF_ANYONE: Final = frozenset(
    {
        "supplies-class", "serves-class", "provides-with", "enables", "made-for-class", "tool-for-class", "launched-for-class", "shipments-to", "class-of-ours", "customers-are",
        "received-by-class", "customers-are-class", "designed-for-class",
    }
)  # fmt: skip
_LIST_GOES_ON: Final = re.compile(
    r", (?!(?:and|or|as|including|such|like|from|with|by|through|which|who|while|using|where)\b)[a-z&-]+(?: [a-z&-]+)?, (?!and more|and others|including|which|who)(?:and )?[a-z]"
)
_PAPERS: Final = re.compile(
    r"\b(?:bids?|offers?|offerings?|bonds?|shares?|stock|notes?|proposals?|news|announcement|units|securities|results)\b",
    re.IGNORECASE,
)
_MORE_WIDELY: Final = re.compile(r"\b(?:making|make|be|becoming|become) (?:them|it)? ?(?:more|increasingly|most) ")
# "will ensure Ashford's products are approved, to sell to": whose goods are sold, another name tells.
_OF_ANOTHER: Final = re.compile(r"(?-i:[A-Z])[\w-]+['’]s (?:products|goods|systems|devices)\b[^;.]{3,160} to $")
_FOUNDED: Final = re.compile(r"\b(?:subsidiary|company|division|firm|brand|venture|business)\b")
# Missions, hopes and means: words that praise, and tell of no customer.
_HOPED: Final = re.compile(
    r"\b(?:mission|vision|goal|purpose|commit(?:ted|ment|ments)|aims?|aiming|strives?|striving|intends?|intention|hopes?|abilit(?:y|ies)|proud to|privileged?|honou?red"
    r"|poised|positioned|ambitious|passion\w*|seeks?|seeking|opportunit(?:y|ies) to|efforts?|step|enhance|looks? forward|excited|thrilled|(?:allow|enabl|help|position)(?:s|ed|ing)? us"
    r"|well-positioned|promis(?:e|es|ing)|determined|dream|requests? to|demonstrat\w+|strengths to|(?:fostering|building|build|foster|strengthen\w*) (?:[a-z-]+ ){0,3}relationships|believes?|plans?|advance our|royalt(?:y|ies))\b[^.;]*$"
    r"|\bby $",
    re.IGNORECASE,
)
# Programs and places of learning have those they help, and no customers.
_NO_SELLER: Final = re.compile(
    r"(?:The|This|These|Our|Its) (?:[\w-]+ ){0,3}?(?:cent(?:er|re)s?|events?|program(?:me)?s?|initiatives?|campaigns?|conferences?|grants?|funds?|legislation|donations?|workshops?"
    r"|exhibit\w*|scholarships?|competitions?|webinars?|bill|act|tour|curriculum)(?: (?:also|will|is|was|can|has|are|would))? ",
    re.IGNORECASE,
)
_OF_MARKETS: Final = re.compile(
    r"\b(?:markets|sectors|industries|segments)$|^the (?:[a-z-]+ )?(?:laboratory|plant|facility|factory|office|hospital|mill|mine|site|warehouse|market)$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(r"\b(?:in|across|within|throughout|of) ")
_INTERNAL: Final = re.compile(
    r"\b(?:sales|marketing|service|support|operations|executive|analytics|finance|legal|hr|it|security|engineering|gtm|revenue|revops|data|product|customer) (?:[\w-]+ )?teams\b",
    re.IGNORECASE,
)


def _of_markets(match: Match) -> bool:
    """Whether those served are markets at large, or the teams inside of anybody's company."""
    told = match.text("class") if "class" in match.found.groupdict() else None
    return told is not None and bool((_OF_MARKETS.search(told) and not _WITHIN.search(told)) or _INTERNAL.search(told))


def _hoped(match: Match, before: str) -> bool:
    """Whether the words before tell of a hope or an end, not of what is done: "proud to serve" serves."""
    if match.rule.name == "serves-class":
        before = _PROUD.sub("", before)
    return _HOPED.search(before) is not None


_PROUD: Final = re.compile(r"\b(?:is|are|am|be) (?:also )?(?:proud|honou?red|privileged) to $")


def of_nobody(sentence: Sentence, match: Match) -> bool:
    """Whether a match tells of a class that buys nothing: markets, missions, a list cut short, praise."""
    name, text = match.rule.name, sentence.text
    if name == "sold-to-class" and "investors" in (match.text("class") or "").split():
        return True  # who buys units in a placement is no customer
    if name == "serves-class" and _OF_ANOTHER.search(text, 0, match.start):
        return True
    if name == "enables" and _NO_MAKER.search(text[: match.start]):
        return True
    if name == "received-by-class" and _PAPERS.search(text[: match.start]):
        return True
    if name == "used-by-class" and _MORE_WIDELY.search(text[max(0, match.start - 30) : match.end]):
        return True
    if name == "tool-for-class" and _FOUNDED.search(match.text("prod") or ""):
        return True
    return (
        name in _OF_ANYONE
        and (
            _LIST_GOES_ON.match(text, match.end)
            is not None  # "for sports, biotech, education": what follows is no buyer
            or _hoped(match, text[max(0, match.start - 110) : match.start])
            or _NO_SELLER.match(text) is not None
            or _of_markets(match)
        )
    )
