"""Amounts paid for something: the price of a deal, what is raised, borrowed, or spent on the company's own shares."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import Item

ABOUT = (
    r"(?:(?:approximately|about|over|nearly|almost|more than|just|some|up to|only|roughly|an? additional|another|a further|around|at least|less than|in excess of|"
    r"the|an estimated|as much as|us|a total of|a)\s){0,3}"
)
ALLOWED = re.compile(  # what a board allows is still to be bought
    r"\b(?:authoriz|approv|permit|allow)\w*\b(?!.*\b(?:repurchased|bought back|completed)\b)", re.IGNORECASE
)
_LEAST = 100_000  # a smaller amount is a price of goods
_TRADES = r"\b(?:acquir\w+|repurchas\w+|purchas(?:e|ed|ing|es)|buys?|bought|buying|sells?|sold|selling|divest\w+|sale of|acquisition of|purchase of|invest(?:s|ed|ing)? in)"
_DEAL = re.compile(
    rf"{_TRADES}\s[^;:]{{3,120}}?\s(?:for|in exchange for|at)\s{ABOUT}"
    r"(?:(?:total|aggregate|cash|consideration|purchase|price|net|of|approximately|a|an|payment|payments|proceeds|sum|amount|upfront|initial|gross)\s){0,6}$",
    re.IGNORECASE,
)
_AT = re.compile(r"\sat\s(?!.*\b(?:price|cost|consideration)\b)")
_PAID = re.compile(
    rf"\b(?:pa(?:y|ys|id|ying)|receiv(?:e|es|ed|ing))\s{ABOUT}(?:total of\s|aggregate of\s|purchase price of\s)?$"
)
_IN_CASH = r"(?:\s(?:in|of)\s(?:cash|stock|shares|notes)(?:\s(?:and|or)\s(?:cash|stock|notes|shares|debt|warrants))?)?(?:\splus\s[^,;.]{3,40}?)?"
_FOR_BUSINESS = re.compile(
    rf"{_IN_CASH},?\sfor\s(?:(?:(?:the|its|all(?:\sof)?(?:\sthe)?|certain|an?|these|both|our)\s)?(?:[\w&'’-]+\s){{0,4}}?"
    r"(?:business(?:es)?|units?|divisions?|company|subsidiar(?:y|ies)|operations|assets|plants?|mills?|stakes?|interests?|property|properties|stores?|stations?|hotels?|refinery|mines?|firm|franchise)\b"
    r"|(?!January|February|March|April|May|June|July|August|September|October|November|December|First|Second|Third|Fourth|Fiscal|Q[1-4]|The\b|This\b)[A-Z][\w&.-]+)"
)
# "in a deal worth $30 million, Alder acquired": what kind of deal its other words tell.
_VALUED = re.compile(
    rf"\b(?P<what>deal|transaction|merger|swap|buy-?out|takeover|sale|purchase|acquisition|project)(?:,|\s(?:has|with)\sa(?:\stotal)?\svalue\sof|\s(?:is|was|are|were|has\sbeen|could\sbe))?(?:\s(?:currently\s|initially\s)?(?:valued\sat|worth|priced\sat)|(?<=of))\s{ABOUT}$",
    re.IGNORECASE,
)
_TRADING = re.compile(
    r"\b(?:acqui\w+|bought|buys?|buying|purchas\w+|merg\w+|sold|sells?|selling|sale|takeover|divest\w+)\b",
    re.IGNORECASE,
)
_PRICE_IS = re.compile(
    rf"(?:^\W*|[.;]\s|,\s|\band\s)the\s(?:total\s|cash\s|final\s|agreed\s)?price\s(?:paid\s|tag\s)?(?:was|is|will be)\s{ABOUT}$",
    re.IGNORECASE,
)
_RAISED = re.compile(rf"\brais(?:ed?|ing|es)\s{ABOUT}(?:total of\s)?$", re.IGNORECASE)
_TO_BUY_BACK = re.compile(rf"\b(?:repurchas\w+|buy(?:ing)? back|buyback)\s(?:of\s)?{ABOUT}$", re.IGNORECASE)
_OF_STOCK = re.compile(
    r"^\s(?:worth\s)?(?:of|in)\s(?:the\s|its\s|our\s|company's\s|company’s\s|outstanding\s|common\s|[A-Z]\w+(?:['’]s)?\s){0,5}(?:stock|shares)\b"
)
_SPENT = re.compile(
    rf"\b(?:spen[dt]s?|spending|used|uses?|utilized|invested|paid|returned)\s{ABOUT}(?:total of\s)?$", re.IGNORECASE
)
_ON_OWN_STOCK = re.compile(
    r"\s(?:in\scash\s)?(?:on\s(?:share|stock)\s(?:repurchases|buybacks|buy-backs)|to\s(?:repurchase|buy\sback|purchase|buy)\s(?:[\w,]+\s){0,6}?(?:its|our|Company['’]s|company['’]s)\s(?:own\s|common\s|outstanding\s|ordinary\s){0,3}(?:shares|stock))\b"
)
_BORROWED = re.compile(
    r"\bborrow(?:s|ed|ing)?\s(?:(?:an?|about|approximately|additional|another|some)\s){0,3}$", re.IGNORECASE
)
_ISSUES = re.compile(
    rf"\b(?:offer(?:s|ed|ing)?|sell(?:s|ing)?|sold|issu(?:e|es|ed|ing)|plac(?:e|es|ed|ing)|pric(?:ed|ing))\s{ABOUT}(?:aggregate of\s|aggregate\s)?$",
    re.IGNORECASE,
)
_SECURITIES = re.compile(
    r"\s(?:(?:in\s)?(?:aggregate\s)?principal\samount\s)?(?:of|in|worth\sof)\s(?:its\s|our\s|new\s|the\s[Cc]ompany['’]s\s)?(?:[\w.%-]+\s){0,4}?(?P<what>notes|bonds|debentures|(?:common|preferred|capital)\s(?:stock|shares)|ordinary\sshares|equity|ADSs)\b(?!\s(?:in|of)\s(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*\b)[A-Z])"
)


def deal_draft(item: Item, before: str, after: str) -> Draft | None:
    """An amount that is paid for something, or raised, or to be spent on shares; `before` and `after` stand around it."""
    bought = _TO_BUY_BACK.search(before) and _OF_STOCK.match(after)
    if bought or (_SPENT.search(before) and _ON_OWN_STOCK.match(after)):
        return _own_shares(item, before)
    if _RAISED.search(before):
        return plain(item, "OfferingAmount", "amount raised", item.amount.value, "event")
    if _BORROWED.search(before):
        return plain(item, "Debt", "borrowing", item.amount.value, "event")
    issued = _SECURITIES.match(after) if _ISSUES.search(before) else None
    if issued is not None:
        lent = issued["what"] in ("notes", "bonds", "debentures")
        return plain(item, "Debt" if lent else "OfferingAmount", issued["what"], item.amount.value, "event")
    if (_PAID.search(before) and _FOR_BUSINESS.match(after)) or _PRICE_IS.search(before):
        return plain(item, "TransactionValue", "price", item.amount.value, "event")
    valued = _VALUED.search(before)
    if valued is not None:
        traded = valued["what"] != "project" and _TRADING.search(f"{before} {after}")
        return plain(
            item,
            "TransactionValue" if traded else "Other",
            f"value of the {valued['what']}",
            item.amount.value,
            "event",
        )
    return _price(item, before)


def _own_shares(item: Item, before: str) -> Draft:
    told = plain(item, "ShareRepurchaseAmount", "share repurchase", item.amount.value, "done")
    return replace(told, future=ALLOWED.search(before) is not None)


def _price(item: Item, before: str) -> Draft | None:
    """What was given for what was bought or sold."""
    deal = _DEAL.search(before) if re.search(r"\s(?:for|at)\s", before[-60:]) else None
    if deal is None or (_AT.search(deal[0]) and " for " not in deal[0]):
        return None
    own = (
        re.search(
            r"\b(?:its|our) (?:\w+ ){0,3}(?:shares|stock)\b|\bshares for\b|repurchas[^;]*\b(?:shares|stock|units)\b",
            deal[0],
        )
        is not None
    )
    name = "ShareRepurchaseAmount" if own else "TransactionValue"
    draft = plain(item, name, "price", item.amount.value, "done" if own else "event")
    return replace(draft, future=_MAY_BUY.search(deal[0]) is not None)


_MAY_BUY = re.compile(r"\b(?:can|may)\sbe\s(?:re)?purchased\b|\b(?:can|may)\s(?:re)?purchase\b")


def large(item: Item) -> bool:
    """Whether an amount is large enough for a deal."""
    return abs(item.amount.value) >= _LEAST
