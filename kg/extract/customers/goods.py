"""Whether the words for what is sold are of goods or services, not of money, property, rights or a company."""

from __future__ import annotations

import re
from typing import Final

from kg.model import MentionKind
from kg.text.rules import Match

NOT_GOODS: Final = re.compile(
    r"\b(?:business(?! services)|subsidiar\w+|division|assets?|stakes?|shareholdings?|holdings?|participation|shares?|stock|notes?|interests?|(?:plants?|buildings?|property|properties|(?<!first )(?<!initial )(?<!next )unit|mine|project|stations?|magazines?|newspapers?|branches|hotels?|restaurants?|stores|wells|acres)(?= (?:in|at|of)\b| *$)|facility(?= of up\b)|(?:credit|loan|subscription|equity) facility|securities|bonds"
    r"|debentures|warrants|funding(?! (?:solutions|products|services|platforms?))|capital(?! and [a-z]+ services\b| markets?\b)|loans?|financing(?! (?:solutions|products|services))|cash|guidance|information|notice|opportunit\w+|update|remarks|testimony|claims?|rights|royalt\w+|ability|return|impact|results|savings|outcomes|base|appeal|frontage|flexibility|runway|foundation|strength|presence|foothold|exposure|growth|revenues?|streams?|experience|visibility|efficien\w+|clarity|insight into|future|path|case|certainty|relief|benefits|suited|campaigns?|possible|easy|easier|ideal|history|role|hub|home|space|environment|community|record|price|position|commitment|answers|peace of mind|documents?|certificates?|proceeds|assignment|platform to)\b(?!-)|\$|^free (?:training|classes|lessons|meals|care|clinics?|workshops?)\b",
    re.IGNORECASE,
)
SUPPLYING: Final = (
    "launched-for-class",
    "supplies",
    "supplies-class",
    "supplies-one",
    "made-for-class",
    "provides-with",
    "supplies-direct",
)
_LISTED_ON: Final = re.compile(
    r"(?:it|them|us|you|him|her) |(?:and|or|,) (?!(?:markets|sells|distributes|supplies|delivers|manufactures|provides|services)\b)|.* (?:small|low|mid|medium)\s*$",
    re.IGNORECASE,
)
_PROPERTY: Final = re.compile(
    r"\b(?:land|acres|parcels?|leases?|wells?|brands?|trademarks?|stores?|patents?|company|firm|lines?|concession|bank|portfolio|vessels?|ships?|aircraft|house|homes?|tower|hotels?|centers?|names?|operations?)\b",
    re.IGNORECASE,
)
# What is bought or sold by the piece is no goods: land, works, titles.
_SITES: Final = re.compile(
    r"\b(?:mills?|plants?|factor(?:y|ies)|refiner(?:y|ies)|pipelines?|quarr(?:y|ies)|stations?|newspapers?|hotels?|branches|land(?= *$|,? (?:in|at|near)\b)|acres|parcels?|leases?|wells?|trademarks?|patents?|portfolios?|properties|brands?|utility|(?:the|its|their) (?:[\w-]+ )?lines?(?= *$))\b",
    re.IGNORECASE,
)
_INVESTS: Final = re.compile(r"\b(?:Capital|Partners|Equity|Ventures|Holdings?|Investments?|Investors|Fund)\b")
_TRADED: Final = re.compile(r"(?:bought|buys?|purchas|acquir|sold|sells?|sales?$|sale of)", re.IGNORECASE)
_NO_LAUNCH: Final = re.compile(
    r"\b(?:scholarships?|rules?|program(?:me)?s?|initiatives?|polic(?:y|ies)|contests?|funds?|website|hotline|report|survey|standards?|plans?)\b|^free ",
    re.IGNORECASE,
)
_PAPER: Final = frozenset({"Units", "Shares", "Notes", "Warrants", "the Units", "the Shares", "the Notes"})
_OF_GOODS: Final = frozenset(
    {
        *SUPPLYING,
        "contract-for",
        "sale-of",
        "selects",
        "ordered-from",
        "shipments-to",
        "carries-ours",
        "adoption-by",
        "installed-at",
        "goods-taken-by",
        "supplied-to",
        "makes-for",
        "bought-theirs",
        "agreement-to-supply",
    }
)


def is_goods(match: Match, product: str) -> bool:
    """Whether the words for what is sold are of goods or services."""
    name = match.rule.name
    if (name in SUPPLYING or name == "sale-of") and (_company_sold(match) or _LISTED_ON.match(product)):
        return False
    if _TRADED.match(match.text("verb") or "") and (
        _SITES.search(product) or _INVESTS.search(match.text("orgs") or "") or _apposed(match)
    ):
        return False  # "sold its water utility, Ashford Water, to Birch Holdings"
    if (
        name == "goods-taken-by"
        and match.mention("sup")
        and _TRADED.match(match.text("verb") or "")
        and not product.strip()
    ):
        return False  # "Ashford Valve was purchased by Birch": the company itself
    if name == "supplied-to" and (match.text("verb") == "sold" and _PROPERTY.search(product)):
        return False
    if product.strip() in _PAPER or (re.search(r"\b(?:and|or|of|for)\s*$", product) and name != "ordered-from"):
        return False  # the list goes on: what stands before "to" is no product
    unfit = _NO_LAUNCH if name == "launched-for-class" else NOT_GOODS
    return not (name in _OF_GOODS and (unfit.search(product) or NOT_GOODS.search(product)))


def _company_sold(match: Match) -> bool:
    """Whether what is sold is a company: "sells Ashford Controls GmbH to"."""
    start, end = match.bounds("prod")
    return any(
        m.kind is MentionKind.ORG and m.start <= start + 4 and end <= m.end + 1 for m in match.annotated.mentions
    )


def of_place(match: Match) -> bool:
    """Whether what is sold stands at a place: a property, not goods."""
    start, end = match.bounds("prod")
    return any(m.kind is MentionKind.PLACE and start <= m.start < end for m in match.annotated.mentions)


def _apposed(match: Match) -> bool:
    """Whether what is sold is told by the name of an organisation behind a comma."""
    start, end = match.bounds("prod")
    text = match.text("prod") or ""
    return any(
        m.kind is MentionKind.ORG and start < m.start < end and f", {m.text}" in text for m in match.annotated.mentions
    )
