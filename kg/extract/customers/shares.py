"""The part that a customer has in a supplier's revenue, receivables, backlog or orders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kg.model import Amount, Mention, MentionKind, Sentence
from kg.text.rules import Match

_OF: Final = (
    ("receivable", "receivables"),
    ("backlog", "backlog"),
    ("order", "orders"),
    ("booking", "orders"),
    ("revenue", "revenue"),
    ("sales", "revenue"),
    ("sale", "revenue"),
    ("turnover", "revenue"),
    ("billing", "revenue"),
    ("business", "revenue"),
)
_LEAST: Final = re.compile(r"\b(?:more than|over|at least|in excess of|greater than)\b", re.IGNORECASE)
_MOST: Final = re.compile(r"\b(?:less than|up to|under|no more than)\b", re.IGNORECASE)
_RANK: Final = re.compile(
    r"\b((?:second|third|fourth|fifth|two|three|four|five|ten)?[- ]?(?:largest|biggest|top|principal|major|smallest|single largest))\b(?= (?:\w+ )?(?:customers?|clients?|accounts?))",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(r"\b(?:compared|versus|against|up from|down from)\b|;", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:in|for|during|of) ((?:fiscal |calendar |the year )?(?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent with its bound, base, period and the customer's rank, each as far as told."""

    value: Decimal | None = None
    bound: str | None = None  # at-least | at-most
    of: str | None = None
    period: str | None = None
    rank: str | None = None


def shares(sentence: Sentence, match: Match) -> list[Share]:
    """The shares that a match tells: one without value where it tells none."""
    rank = _RANK.search(sentence.text[match.start : match.end])
    ranked = rank[1].strip() if rank else None
    values = [
        mention.value.value
        for name in ("share", "share2", "share3")
        if (mention := _share(match, name)) is not None and isinstance(mention.value, Amount)
    ]
    if not values:
        return [Share(rank=ranked)]
    base = ((match.text("of") if "of" in match.found.groupdict() else None) or "revenue").lower()
    of = next((code for word, code in _OF if word in base), "other")
    bound = _bound(match)
    period = _period(sentence, match)
    told = [Share(value, bound, of, period, ranked) for value in values]
    return told + _further(sentence, match, of) if len(values) == 1 else told


# "19% of sales in 2008, 21% in 2007 and 18% of backlog": further shares of the same customer.
_NEXT: Final = re.compile(
    r"(?: (?:in|for|during|at|as of) [^;.,%()]{2,40}?)?(?:,? and|,? (?:as )?compared (?:to|with)|,? versus|,? up from|,? down from|,)(?: (?:approximately|about))?"
    r" (?P<value>\d{1,2}(?:\.\d+)?) ?(?:%|percent\b|per cent\b)(?: of (?P<base>[^;.,%()]{2,40}?))?"
    r"(?: (?:in|for|during|at|as of) (?P<when>[^;.,%()]{4,40}?)| (?P<ago>a year (?:ago|earlier)|last year|(?:in )?the (?:prior|previous|year-ago|same) (?:year|quarter|period)(?: last year)?))?"
    r"(?=[,;.]| and\b|$)",
    re.IGNORECASE,
)


def _further(sentence: Sentence, match: Match, of: str) -> list[Share]:
    """The shares that follow on the one a match tells, each with its own base or period."""
    found: list[Share] = []
    at = match.end
    if "respectively" in sentence.text[at : at + 120] or not match.rule.name.startswith("share"):
        return found
    while (told := _NEXT.match(sentence.text, at)) is not None:
        base = (told["base"] or "").lower()
        code = next((code for word, code in _OF if word in base), None) if base else of
        when = told["when"] or told["ago"]
        if code is None or not (base or when) or (not base and when and not re.search(r"\d|year|quarter|period", when)):
            break
        found.append(Share(Decimal(told["value"]), None, code, when))
        at = told.end()
    return found


def _share(match: Match, name: str) -> Mention | None:
    return match.mention(name) if name in match.found.groupdict() else None


def _bound(match: Match) -> str | None:
    groups = match.found.groupdict()
    words = " ".join(match.text(group) or "" for group in ("bound", "more") if group in groups)
    if _LEAST.search(words) or re.search(r"or (?:more|greater)|plus", words):
        return "at-least"
    return "at-most" if _MOST.search(words) or "or less" in words else None


def _period(sentence: Sentence, match: Match) -> str | None:
    """The period as printed: in the match, else after it, else before it in the sentence."""
    found = [m for m in match.annotated.mentions if m.kind in (MentionKind.PERIOD, MentionKind.DATE)]
    inside = [m for m in found if match.start <= m.start < match.end]
    to = _COMPARED.search(sentence.text, match.end)
    after = [m for m in found if match.end <= m.start < (to.start() if to else len(sentence.text))]
    before = [m for m in found if m.end <= match.start]
    for group in (inside, after, before[-1:]):
        if group:
            return group[0].text
    year = _YEAR.search(sentence.text, match.start, to.start() if to else len(sentence.text)) or _YEAR.search(
        sentence.text
    )
    return year[1] if year else None
