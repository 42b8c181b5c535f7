"""The size and growth of markets: figures of an industry, which no company owns."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain, spelled
from kg.extract.facts.slots.line import MONEY, PERIOD, VALUE, Item, Line

RULE = "facts/prose-market"
_LEAST = 10_000_000  # no industry that a release boasts of is smaller
_WORD = r"[\w&'’./-]+"
_MARKET = r"(?:markets?|industry|sector|market size|market opportunity|economy)"
# "the global sensor market is projected to reach", "the market was valued at"
_BEFORE = re.compile(
    rf"(?P<np>(?:{_WORD}\s){{0,7}}{_MARKET})(?P<in>\s(?:for|of|in)\s(?:the\s)?{_WORD}(?:\s{_WORD}){{0,5}})??"
    rf"(?:\s\([^)]{{1,30}}\))?,?(?:\s(?:which|that|alone|itself|globally|worldwide|currently|today|was|is|are|has|had|will|be|been|could|would|"
    rf"may|should|to|by|in|and|estimated|projected|expected|forecast|forecasted|anticipated|set|poised|likely|predicted|potentially|{PERIOD})){{0,9}}"
    r"\s(?:valued|worth|sized|estimated|reach(?:es|ing|ed)?|hit|grow(?:ing)?|exceed(?:s|ing|ed)?|surpass(?:es|ing)?|top|total(?:s|ed|ing)?|is|was|"
    r"generates?|represents?|represented|climb|expand|approach(?:es|ing)?|cross)"
    r"(?:\s(?:at|to|in|be|beyond|over|more than|nearly|almost|approximately|about|an|a|some|roughly|up|around|the|estimated|astounding|than|from|upwards of|USD|US)){0,6}\s$",
    re.IGNORECASE,
)
# "a $6 billion market", "the $47 billion global sensor industry"
_AFTER = re.compile(
    rf"^\+?(?:\s|-)(?:(?:plus|a year|annual|per year|annually|addressable|total|in)\s){{0,3}}(?P<np>(?:(?!and\b|or\b|in\b|of\b|to\b|for\b|with\b|by\b){_WORD}\s){{0,6}}?"
    rf"(?:market opportunity|market size|market|industry|sector|TAM))\b(?!\s(?:cap|value|price|share|tax|credit|maker|rent|rate|capitali))(?P<in>\s(?:for|of)\s(?:the\s)?{_WORD}(?:\s{_WORD}){{0,3}})?",
    re.IGNORECASE,
)
_RATE_BEFORE = re.compile(
    r"\b(?:CAGR|compound(?:ed)? annual (?:growth )?rate|(?:annual|growth) (?:growth )?rate)(?:\s\([^)]{1,30}\))?\s(?:of|at|to be|is)\s"
    r"(?:(?:approximately|about|over|more than|nearly|around|roughly|a|an|almost|some)\s){0,3}$",
    re.IGNORECASE,
)
_RATE_AFTER = re.compile(
    r"^\s(?:CAGR\b|compound(?:ed)? annual growth|annual growth rate|annually|per year|a year|growth rate)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"^[^.;$%]{0,90}?\b(?:by|through|until|before)\s(?:the\s)?(?:end\sof\s|year\s|FY\s?)?(?P<year>20\d\d)\b"
)
_BY_THEN = re.compile(
    r"\b(?:[Bb]y|[Tt]hrough|[Uu]ntil)\s(?:the\s)?(?:end\sof\s|year\s)?(?P<year>20\d\d)\b[^.;$%]{0,90}$"
)
_ANY_MARKET = re.compile(rf"(?P<np>(?:{_WORD}\s){{0,5}}(?:market|industry|sector))\b", re.IGNORECASE)
_OWN = re.compile(
    r"\b(?:our|its|we|company's|company’s)\b[^.;]{0,40}$|\bmarket (?:cap|value|share|price)", re.IGNORECASE
)
# What stands before the name of a market, up to its last determiner or preposition.
_LEADS = re.compile(
    r"^.*\b(?:the|a|an|this|that|its|in|into|of|on|by|as|to|within|for|with|from|at|which|where)\s|^(?:(?:current|estimated|growing|rapidly|"
    r"entire|whole|and|addressing|worth|valued|serving|targeting|across)\s)+",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\s(?:alone|is|was|are|has|will|by|in|through|over|until|to|from|and|at|as|of|that|which|could)\b.*$",
    re.IGNORECASE,
)


def market_draft(line: Line, item: Item, upper: Item | None, found: list[Draft]) -> Draft | None:
    """The size of a market, or its yearly growth; None for figures of a company. `found` are the figures before it."""
    last = upper or item
    before = spelled(line, max(0, item.at - 190), item.at)
    after = spelled(line, last.to, min(len(line.coded), last.to + 110))
    if item.kind == "money" and abs(item.amount.value) >= _LEAST and not _of_several(line, item):
        label = _size(before, after) or _goes_on(line, item, found)
        return _market(line, item, upper, label, "level") if label else None
    if item.kind == "percent" and (_RATE_BEFORE.search(before) or _RATE_AFTER.match(after)):
        market = _ANY_MARKET.search(f"{before}|{after}")
        if market and not _OWN.search(before):
            return _market(line, item, upper, f"{_GROWTH_OF}{_name(market['np'])}", "change")
    return None


_PAIR = re.compile(rf"{MONEY}\s(?:and|,)\s{MONEY}")


def _of_several(line: Line, item: Item) -> bool:
    """Whether an amount is one of a pair that two markets share: which is which the words tell further off."""
    if "respectively" not in line.text:
        return False
    return any(match.start() <= item.at < match.end() for match in _PAIR.finditer(line.coded))


_REACHES = re.compile(
    r"\b(?:reach(?:es|ing)?|grow(?:ing)?|hit(?:ting)?|exceed(?:ing)?|surpass(?:ing)?|top(?:ping)?|rise|rising|expand(?:ing)?|climb)"
    r"(?:\s(?:to|beyond|over|more than|nearly|almost|approximately|about|an|a|some|roughly|up|around|astounding|USD|US)){0,5}\s(?:USD\s?)?$",
    re.IGNORECASE,
)
# "to grow from $3 billion in 2019 to $4 billion by 2027"
_TO_THEN = re.compile(
    rf"\s(?:in|during|for)\s{PERIOD},?\sto\s(?:(?:about|approximately|over|nearly|almost|more than|an?|some|USD)\s){{0,2}}"
)
_GROWTH_OF = "annual growth rate of the "


def _goes_on(line: Line, item: Item, found: list[Draft]) -> str | None:
    """The name of the market that the figure before told of, where this one says what it is to reach."""
    last = found[-1] if found else None
    if last is None or last.rule != RULE or len(line.coded[last.last.to : item.at]) > 140:
        return None
    gap = line.coded[last.last.to : item.at]
    return last.label.removeprefix(_GROWTH_OF) if _REACHES.search(gap) or _TO_THEN.fullmatch(gap) else None


def _size(before: str, after: str) -> str | None:
    """The name of the market whose size an amount is."""
    told = _AFTER.match(after)
    if told is None or re.search(VALUE, told[0]):
        told = _BEFORE.search(before)
    if told is None or _OWN.search(before[: told.start()] if told.string is before else before[-12:]):
        return None
    if re.search(r"\bmarket (?:cap|share|price)|stock market", told[0], re.IGNORECASE):
        return None
    name = _name(told["np"])
    joint, _, thing = (told["in"] or "").strip().partition(" ")
    thing = _INSIDE.sub("", f" {thing}").strip()
    inside = f" {joint} {thing}" if thing else ""
    return f"{name}{inside}" if len(name.split()) > 1 or inside else f"{name} size"


def _name(words: str) -> str:
    name = " ".join(re.sub("[\ue000-\uf8ff]", " ", words).split())
    return _LEADS.sub("", _LEADS.sub("", name))


def market_year(line: Line, item: Item) -> int | None:
    """The year by which a market is to have the size or growth that an amount gives."""
    after = _UNTIL.match(line.text[item.end : item.end + 110])
    before = _BY_THEN.search(line.text[max(0, item.start - 110) : item.start])
    found = after or before
    return int(found["year"]) if found else None


def _market(line: Line, item: Item, upper: Item | None, label: str, measure: str) -> Draft:
    draft = replace(
        plain(item, "Other", label, item.amount.value, "market", measure=measure),
        rule=RULE,
        future=market_year(line, upper or item) is not None,
    )
    if upper is None:
        return draft
    low, high = sorted((item.amount.value, Decimal(upper.amount.value)))
    return replace(draft, value=None, low=low, high=high, last=upper)
