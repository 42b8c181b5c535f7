"""Prices of what a company sells: "a suggested list price of $99.95", "retails for $35", "$20 per month"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.direction.roles import per_share
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import noun_phrase, plain, spelled
from kg.extract.facts.slots.line import VALUE, Item, Line

_MOST = 100_000  # a larger amount is a deal, not a price
_DWELLING = re.compile(r"\s(?:per|a)\s(?:key|room|suite|apartment|acre|unit|home|well|mile)\b")  # dearer than goods
_ABOUT = (
    r"(?:(?:only|just|approximately|about|around|under|over|less than|more than|up to|as low as|as little as|a|an|the|low|"
    r"special|modest|flat|mere|total|single|one-time|additional|extra|recommended)\s){0,3}"
)
_KIND = (
    r"(?:suggested|recommended|manufacturer['’]?s['’]?|retail|list|street|introductory|intro|special|regular|promotional|base|starting|"
    r"unit|purchase|selling|sale|upgrade|subscription|license|licensing|registration|registering|membership|admission|ticket|entry|"
    r"shareware|site|monthly|annual|minimum|end[- ]user|dealer|student|educational|pre-order|sticker|current|full|new|average|cash|"
    r"shipping|handling|service|setup|activation|one-time|usual|normal|final|launch|US|U\.S\.|American)"
)
_NAMED = re.compile(
    rf"\b(?P<label>(?:{_KIND}\s){{0,5}}(?:price|prices|pricing|list|retail|MSRP|SRP|RRP|fee|fees|dues|cost|tuition))"
    r"(?:\s(?:of|for)\s(?:the\s|a\s|an\s|each\s)?[\w.'’&/+-]+(?:\s[\w.'’&/+-]+){0,5})??"
    r"(?:\s(?:is|was|are|be|will be|remains|starts? at|begins? at|starting at|set at|from|of|at|to|for|starting)|:|,)?\s"
    rf"{_ABOUT}$",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?P<verb>retail(?:s|ing)?|sells?|selling|priced|list(?:s|ed|ing)?|available|offered|purchased|ordered|bought|upgraded?|registered?|"
    r"starts?|starting|begins?|costs?|costing)"
    r"(?P<gap>(?:\s[\w.'’&/+(),-]+){0,12}?)\s(?P<prep>for|at|from)\s" + _ABOUT + "$"
)
_COSTS = re.compile(rf"\b(?:will\s)?costs?(?:\sthe\s(?:user|customer|buyer))?\s{_ABOUT}$")
_AFTER = re.compile(
    r"^\s?(?:\((?:US|U\.S\.|USD|CDN|Canadian)\)\s?)?(?P<label>(?:(?:suggested|retail|list|street|introductory|upgrade|one-time|annual|monthly|"
    r"special|registration|shareware|license|activation|instant|mail-in|cash|manufacturer['’]s)\s){0,3}"
    r"(?:price|list|retail|MSRP|SRP|RRP|fee|rebate|discount|subscription|upgrade))\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(r"^\s(?:on|off|for|toward|towards)\s(?:[\w'’-]+(?:\s|(?![\w'’-]))){1,6}")
_EACH = re.compile(
    r"^\s?(?:/\s?|per\s|a\s|an\s|each\s|every\s)(?P<unit>month|year|unit|copy|user|seat|day|night|hour|person|CPU|server|page|minute|gallon|"
    r"pound|lb|ounce|oz|ton|tonne|barrel|MWh|kWh|acre|square foot|vehicle|device|box|bottle|dose|session|mo|package|kit|system|board|"
    r"drive|disk|CD|issue|ticket|household|key|room|suite|apartment|host|script|seat|member|patient|student|job|well|mile|(?-i:t|bbl|boe|kg|mcf|MMBtu))\b\.?",
    re.IGNORECASE,
)
_PER_OUNCE = re.compile(
    r"\b(?P<label>(?:[\w-]+\s){0,3}(?:price|prices|costs?|revenue|netback|margin|overheads?|expenses?))\d?\s"
    rf"(?:of|was|were|is|at|averaged|to be|(?:came|come|coming)\sin\s(?:[a-z]+\s){{0,3}}?at)\s{_ABOUT}$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:shares?|stock|warrants?|options?|notes?|debentures?|conversion|exercise|strike|closing|bid|offering|IPO|salary|wage|fine|"
    r"target|penalt\w+|prizes?|award(?:s|ed)?|grants?|donat\w+|rent|dividends?)\b",
    re.IGNORECASE,
)
# "a royalty of $0.05 per unit sold", "a cost of $6 per script": named by what is paid.
_PAID_BY = re.compile(
    rf"\b(?:royalt(?:y|ies)|commissions?|subsid(?:y|ies)|incentives?|credits?|bonus|payments?|contributions?|costs?|savings?|premiums?|donations?)\s(?:of|is|at|from)\s{_ABOUT}$",
    re.IGNORECASE,
)
_CALLED = {"retail": "retail price", "upgrade": "upgrade price", "regist": "registration price", "list": "list price"}


# What the state pays is no price.
_TO_STATE = re.compile(r"\bcosts?\sto\s(?:the\s)?(?:[a-z]+\s)?(?:government|taxpayers?|public|state|treasury)\b")


def price_draft(line: Line, item: Item, last: Item) -> Draft | None:
    """The price that an amount is, by the words around it; None for amounts of another kind."""
    value = item.amount.value
    if (
        not 0 < value < (_MOST if _DWELLING.match(line.coded, last.to) is None else _MOST * 50)
        or item.amount.places < 0
        or per_share(line, last) is not None
    ):
        return None
    before = spelled(line, max(0, item.at - 150), item.at)
    after = spelled(line, last.to, min(len(line.coded), last.to + 60))
    if _TO_STATE.search(before[-70:]) or _PRIVATE.search(before[-70:]) or _PRIVATE.search(after[:30]):
        return None
    each = _EACH.match(after)
    label = _label(before, after, each)
    if label is None:
        return None
    cost = each is not None and _is_measure(each["unit"]) and label.rstrip().endswith(("costs", "cost"))
    draft = plain(item, "Other", " ".join(label.split()), value, "flow" if cost else "event")
    if last is not item:
        draft = replace(draft, value=None, low=value, high=last.amount.value, last=last)
    if each and _is_measure(each["unit"]):
        return replace(draft, unit=f"{draft.unit}/{each['unit'].lower()}")
    return priced(draft, each or per_what(line, last))


def _label(before: str, after: str, each: re.Match[str] | None) -> str | None:
    """How the words around an amount name the price."""
    measured = _PER_OUNCE.search(before) if each and _is_measure(each["unit"]) else None
    if measured:
        return noun_phrase(measured["label"]) or measured["label"]
    named = _NAMED.search(before)
    if named and not re.search(VALUE, named[0]):
        whole = noun_phrase(before[: named.end("label")]) if " " not in named["label"] else None
        if whole is not None and len(whole.split()) < _LONGEST and re.fullmatch(r"[\w '’/&-]+", whole):
            return re.sub(r"\b(list|retail)$", r"\1 price", whole, flags=re.IGNORECASE)
        return re.sub(r"\b(list|retail)$", r"\1 price", named["label"], flags=re.IGNORECASE)
    follows = _AFTER.match(after)
    if follows:
        purpose = _PURPOSE.match(after[follows.end() :])
        return f"{follows['label']}{purpose[0] if purpose else ''}"
    sold = _SOLD.search(before)
    if sold and not re.search(rf"{VALUE}|;|\b(?:and|but|while|million|billion)\b", sold["gap"]):
        words = f"{before[: sold.start()][-40:]} {sold['verb']} {sold['gap']}".lower()
        parts = [part for part in _CALLED if part in words]
        return _CALLED[max(parts, key=words.rfind)] if parts else "price"
    if _COSTS.search(before):
        return "price"
    if _PAID_BY.search(before):
        return None
    return f"price per {each['unit'].lower()}" if each and not _is_measure(each["unit"]) else None


_LONGEST = 6  # words of a name


def _is_measure(unit: str) -> bool:
    """Whether goods of a market are counted in a unit: its price is one per that unit."""
    return unit.lower() in _MEASURES


_MEASURES = frozenset(
    """ounce oz pound lb ton tonne t barrel bbl boe mwh kwh gallon kg mcf mmbtu""".split()  # noqa: SIM905
)
_SHORT = frozenset(("t", "oz", "lb", "kg", "mwh", "kwh", "boe", "bbl", "mcf", "mmbtu"))
_PER = re.compile(
    r"\s?(?:per|/)\s?(?P<unit>(?:t|oz|lb|kg|MWh|kWh|boe|BOE|bbl|mcf|MMBtu)(?![\w-])|[a-z]{3,}(?:[\s-](?:foot|hour|day|mile))?)\b"
)


def per_what(line: Line, item: Item) -> re.Match[str] | None:
    """The words behind an amount that tell what it is paid for: "$6 per script", "$36.30/t"."""
    return _PER.match(line.coded, item.to)


def priced(draft: Draft, per: re.Match[str] | None) -> Draft:
    """The draft of an amount with what it is paid for: in its unit where that is a sign, else in its name."""
    if per is None:
        return draft
    if per["unit"] == "share":
        return replace(draft, unit=f"{draft.unit}/share")
    if per["unit"].lower() in _SHORT:
        return replace(draft, unit=f"{draft.unit}/{per['unit']}")
    return draft if " per " in draft.label else replace(draft, label=f"{draft.label} per {per['unit']}")
