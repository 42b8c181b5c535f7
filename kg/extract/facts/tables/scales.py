"""The unit and scale of a table's figures, told from its captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.text.money import find_money

_THOUSANDS = re.compile(
    r"\bin (?:\S+ ){0,3}thousands?\b|\bthousands of\b|\(\s?(?:\S+ ){0,2}thousands?\b|[$€£]\s?['’]?000|['’]?000['’]?s\b|\b000s? omitted|\(000\)|\(\$?\s?000|thousands,? except|dollars in thousands|\$ thousands|\bthousands\b",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    r"\bin (?:\S+ ){0,3}millions?\b|\bmillions of\b|\(\s?(?:\S+ ){0,2}millions?\b|[$€£]\s?(?:mm?|millions?|mil)\b|millions,? except|dollars in millions|\bmillions\b|\bmillion\)|\(in m\b",
    re.IGNORECASE,
)
_BILLIONS = re.compile(r"\bin (?:\S+ ){0,3}billions?\b|[$€£]\s?(?:bn|billions?)\b|\bbillions of\b", re.IGNORECASE)
_SHARES_APART = re.compile(
    r"\bexcept\b[^|]{0,40}?\b(?:(?<!per[ -])shares? (?:and|amounts?|data|information|counts?)|number of shares|shares,|(?<!per[ -])share,)",
    re.IGNORECASE,
)
_SHARES_THOUSANDS = re.compile(
    r"shares?[^|.]{0,60}(?:in|reflected in) thousands|shares in thousands|\bthousands of (?:dollars and )?shares",
    re.IGNORECASE,
)
_SHARES_MILLIONS = re.compile(r"shares?[^|.]{0,60}in millions|millions of shares", re.IGNORECASE)
_CURRENCIES = (
    ("USD", re.compile(r"\bU\.?S\.?\s?(?:\$|dollars)|united states dollars|\bUSD\b", re.IGNORECASE)),
    ("CAD", re.compile(r"canadian (?:dollars|\$|funds)|\bCdn\b|\bC\$|\bCAD\b", re.IGNORECASE)),
    ("AUD", re.compile(r"\bAU?\$|\bAUD\b|australian dollars", re.IGNORECASE)),
    ("HKD", re.compile(r"\bHK\$|\bHKD\b|hong kong dollars", re.IGNORECASE)),
    ("SGD", re.compile(r"\bS\$|\bSGD\b|singapore dollars", re.IGNORECASE)),
    ("NZD", re.compile(r"\bNZ\$|\bNZD\b|new zealand dollars", re.IGNORECASE)),
    ("TWD", re.compile(r"\bNT\$|\bTWD\b|taiwan dollars", re.IGNORECASE)),
    ("EUR", re.compile(r"€|\beuros?\b|\bEUR\b", re.IGNORECASE)),
    ("GBP", re.compile(r"£|\bGBP\b|pounds sterling", re.IGNORECASE)),
    ("CHF", re.compile(r"\bCHF\b|swiss francs", re.IGNORECASE)),
    ("CNY", re.compile(r"\bRMB\b|\bCNY\b|renminbi|\byuan\b", re.IGNORECASE)),
    ("JPY", re.compile(r"¥|\bJPY\b|\byen\b", re.IGNORECASE)),
    ("SEK", re.compile(r"\bM?SEKm?\b|swedish kron", re.IGNORECASE)),
    ("NOK", re.compile(r"\bM?NOKm?\b|norwegian kron", re.IGNORECASE)),
    ("DKK", re.compile(r"\bM?DKKm?\b|danish kron", re.IGNORECASE)),
    ("ILS", re.compile(r"\bNIS\b|\bILS\b|new israeli shekel", re.IGNORECASE)),
    ("KRW", re.compile(r"₩|\bKRW\b|korean won", re.IGNORECASE)),
    ("BRL", re.compile(r"\bR\$|\bBRL\b|brazilian reais", re.IGNORECASE)),
    ("MXN", re.compile(r"\bMXN\b|mexican pesos", re.IGNORECASE)),
    ("ZAR", re.compile(r"\bZAR\b|south african rand", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """What figures of a table are counted in; `said` tells whether captions say it."""

    money: Decimal
    shares: Decimal
    currency: str
    said: bool


def scale_of(captions: Sequence[str], cells: Sequence[str], dollar: str = "USD") -> Scale:
    """The scale of a table, from the lines above it and the heads of its columns; `dollar` is what a plain "$" means."""
    text = " | ".join(captions)
    money = _factor(text)
    shares = Decimal(1) if _SHARES_APART.search(text) else money
    if _SHARES_THOUSANDS.search(text):
        shares = Decimal(1000)
    elif _SHARES_MILLIONS.search(text) and not _SHARES_APART.search(text):
        shares = Decimal(1_000_000)
    return Scale(money, shares, _currency(text, cells, dollar), said=money != 1)


_OF_ALL = re.compile(
    r"^\W*(?:unaudited\W+)?(?:(?:all|dollars?|amounts?|figures|u\.?s\.?|expressed|stated|are|in|of|\$)\W+){1,6}(?:thousands|millions)\b.{0,70}$",
    re.IGNORECASE,
)


def announced(text: str, dollar: str) -> Scale | None:
    """The scale that a line of a release's head states for all its tables; None where none does, or several."""
    lines = [line.strip() for line in text.split("\n") if len(line) < _LONGEST_LINE]
    scales = {scale_of([line], (), dollar) for line in lines if _OF_ALL.match(line)}
    return scales.pop() if len({scale.money for scale in scales}) == 1 else None


def of_row(scale: Scale, labels: Sequence[str]) -> Scale:
    """The scale of a row whose label, or else the heading over it, gives one of its own."""
    for label in labels:
        factor = _factor(label)
        if factor != 1:
            return replace(scale, money=factor, shares=factor)
    return scale


def _factor(text: str) -> Decimal:
    """The factor of the last line that gives one; what follows "except" is about shares."""
    for line in reversed(text.split(" | ")):
        plain = re.split(r"\bexcept\b", line, maxsplit=1, flags=re.IGNORECASE)[0]
        found = [
            (match.start(), factor)
            for pattern, factor in ((_THOUSANDS, 1000), (_MILLIONS, 1_000_000), (_BILLIONS, 1_000_000_000))
            for match in pattern.finditer(plain)
            if not re.search(
                r"shares?\s(?:and\s)?(?:\w+\s){0,3}$", plain[max(0, match.start() - 20) : match.start()], re.IGNORECASE
            )
        ]
        if found:
            return Decimal(min(found)[1])
    return Decimal(1)


def _currency(text: str, cells: Sequence[str], dollar: str) -> str:
    named = {code for code, pattern in _CURRENCIES if pattern.search(text)}
    if len(named) == 1:
        return named.pop()
    units = {amount.unit for cell in cells for _, _, amount in find_money(cell)} - {"USD"}
    return min(units) if len(units) == 1 else min(named - {"USD"}, default=dollar)


def head_currency(head: str) -> str | None:
    """The currency that a column's head names; None where it names none, or several."""
    named = [code for code, pattern in _CURRENCIES if pattern.search(head)]
    return named[0] if len(named) == 1 else None


_LONGEST_LINE = 140  # characters: a longer line is a sentence
_SMALL = 10_000_000  # figures above this are hardly in thousands


def supposed(scale: Scale, previous: Scale | None, bare: Sequence[Decimal], stated: set[Decimal]) -> Scale:
    """The scale of a table that does not say it: the one at which prose tells the same figures, else the last one."""
    votes = {
        factor: sum(any(_tells(value * factor, told) for told in stated) for value in bare if abs(value) >= 100)
        for factor in (1, 1000, 1_000_000)
    }
    best = max(votes, key=lambda factor: votes[factor])
    if votes[best]:
        return replace(scale, money=Decimal(best), shares=Decimal(best))
    if previous is not None and previous.said and all(abs(value) < _SMALL for value in bare):
        return replace(previous, currency=scale.currency)
    return scale


def _tells(value: Decimal, told: Decimal) -> bool:
    """Whether a rounded figure of the prose may be this value."""
    return told != 0 and abs(abs(value) - told) <= told * Decimal("0.0005")
