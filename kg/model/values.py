"""Typed values and the mentions that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kg.model.positions import Span


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as it was stated."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in base units ("15.5 million" is 15500000, "63 percent" is 63)."""

    value: Decimal
    unit: str  # ISO currency code | percent | ratio | basis-points | shares | people | sqft | ... | "" when bare
    printed: str
    places: int = 0  # decimal places of the base value that the print decides (15.5 million: -5)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as printed, part by part."""

    city: str | None = None
    region: str | None = None
    country: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.city, self.region, self.country) if part)


class MentionKind(StrEnum):
    """The types of slots that patterns can ask for."""

    ORG = "org"  # a name or alias of an organisation, "the Company"; value: Party
    WE = "we"  # we, us: whoever speaks; value: Party
    OUR = "our"  # our, its owner speaks; value: Party
    PERSON = "person"  # value: str, the fullest name in the release
    TITLE = "title"  # a post as printed; value: str
    PLACE = "place"  # value: PlaceName
    FACILITY = "facility"  # a facility noun phrase without its place; value: str, the type code
    MONEY = "money"  # value: Amount
    PERCENT = "percent"  # value: Amount
    COUNT = "count"  # any other number, with its unit noun where known; value: Amount
    DATE = "date"  # value: PartialDate
    PERIOD = "period"  # a reporting period phrase; value: str as printed (the calendar resolves it)


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed value at a place of a sentence; start and end count in the sentence's folded text."""

    kind: MentionKind
    start: int
    end: int
    text: str
    value: object


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation of the release, folded from its mentions. `name` is the fullest form in the text."""

    name: str
    names: tuple[str, ...]  # every form as printed, fullest first
    spans: tuple[Span, ...]  # canonical, of its mentions; the first is where it is named best
    ticker: str | None = None
    exchange: str | None = None
    cik: str | None = None
    nature: str = "company"  # company | agency | exchange | university | other
    listings: tuple[tuple[str, str | None], ...] = ()  # (exchange, ticker) of every listing, as first printed
