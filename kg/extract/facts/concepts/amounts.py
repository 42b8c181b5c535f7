"""Which concept an amount of money states: the one it is linked to, its figure per share, or none."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.held import managed
from kg.extract.facts.direction.roles import per_share
from kg.extract.facts.slots.lexicon import Concept
from kg.extract.facts.slots.line import Item, Line

# The market's valuation of a company is no price of a deal.
_VALUATION = re.compile(r"\b(?:enterprise|equity) value\b", re.IGNORECASE)
_DEAL_WORDS = re.compile(r"\b(?:acqui|merge|transaction|purchase|sale|deal|combination|offer)", re.IGNORECASE)
# What a court or a foundation awards is no contract.
_AWARDED = re.compile(r"\bawards?\b", re.IGNORECASE)
_IN_COURT = re.compile(
    r"\b(?:litigation|lawsuits?|verdict|judgment|jury|court|arbitrat\w+|damages|grants?|scholarships?|prize|settlement)\b",
    re.IGNORECASE,
)
# The proceeds of a plant that is sold are the price of a deal, not an offering.
_SOLD = re.compile(
    r"\b(?:proceeds\s(?:from|of)\sthe\s(?:sale|disposition)|sold|divest\w+|disposal|sale\sof)\b", re.IGNORECASE
)
# What a bank finances is a loan.
_STOCK = re.compile(
    r"\b(?:offerings?|shares?|stock|placements?|units|warrants|securities|investors|equity|series)\b", re.IGNORECASE
)
_LENT = re.compile(
    r"\b(?:loans?|lenders?|mortgage|refinanc\w+|construction financing|debt financing|borrow\w+|banks?)\b",
    re.IGNORECASE,
)
_SECURITIES = re.compile(
    r"\b(?:offerings?|shares?|stock|placements?|units|notes|warrants|securities|debentures|bonds|investors|financing|ADSs?)\b",
    re.IGNORECASE,
)
# Parting with what one owns is no trade.
_HOLDINGS = re.compile(r"\b(?:property|asset|share|stock|insider|portfolio)\ssales\b", re.IGNORECASE)
# Debt that is restructured costs no charge.
_OF_DEBT = re.compile(
    r"\brestructuring\s(?:of\s)?(?:its\s|our\s|the\s|their\s|certain\s|all\s)*(?:\w+\s){0,3}(?:debts?|notes|loans?|obligations|liabilities|indebtedness|balance sheet|borrowings)\b",
    re.IGNORECASE,
)
# What a state takes in is no company's revenue.
_TAXES = re.compile(
    r"\b(?:(?:federal|state|local|tax|county|city|municipal|government)\s(?:and\s(?:local|state)\s)?(?:tax\s)?revenues?)\b(?!\sbonds?)",
    re.IGNORECASE,
)


# "operating costs of $839 per ounce": what one of many costs or brings.
_FOR_ONE = re.compile(
    r"\s?(?:per|/|for\seach)\s?(?:payable\s|gold\s|silver\s|equivalent\s|metric\s|short\s|wet\s|dry\s)?(?:ounce|oz|tonnes?|tons?|t|pound|lb|barrel|bbl|boe|BOE|[Mm]cf|Mcfe|MMBtu|gallon|MWh|kWh|gram|kilogram|kg|bushel|"
    r"store|restaurant|room|patient|customer|subscriber|user|employee|passenger|mile|acre|vehicle|home|member|household|square\sfoot|unit\ssold|ton-mile|seat)\b"
)


def money_concept(line: Line, item: Item, upper: Item | None, concept: Concept) -> tuple[str, str] | None:
    """The concept and unit of an amount of money; None where the amount cannot be of that concept."""
    if _of_else(line, concept):
        return None
    if concept.name == "OfferingAmount" and _LENT.search(line.text) and not _STOCK.search(line.text):
        return "Debt", item.amount.unit
    if concept.name == "OfferingAmount" and _SOLD.search(line.text) and not _SECURITIES.search(line.text):
        return "TransactionValue", item.amount.unit
    if (
        concept.kind == "duration"
        and concept.unit in ("money", "each")
        and _FOR_ONE.match(line.coded, (upper or item).to)
    ):
        return None
    if concept.name == "Assets" and managed(line, item):
        return "AssetsUnderManagement", item.amount.unit
    if concept.unit == "each" and not _FOR_ONE.match(line.coded, (upper or item).to):
        held = per_share(line, upper or item) is not None
        return ("SharePrice", f"{item.amount.unit}/share") if held else (concept.name, item.amount.unit)
    name, unit = concept.money if concept.unit == "percent" else concept.name, item.amount.unit
    if not name or concept.unit in ("shares", "people"):
        return None
    small = abs(item.amount.value) < 1000 and item.amount.places >= 0
    share = per_share(line, upper or item) is not None
    if share or concept.unit == "share":
        shared = _share_concept(name, concept)
        limit = 20 if shared == "DividendPerShare" and not share else 1000
        if shared is None or not small or abs(item.amount.value) >= limit:
            return None
        told = share or re.search(r"share|stock", line.text, re.IGNORECASE) is not None
        return (shared, f"{unit}/share") if told or shared != "SharePrice" else None
    if concept.per == "EarningsPerShare" and small and item.amount.places >= 2:
        return "EarningsPerShare", f"{unit}/share"
    if small and concept.kind != "event" and abs(item.amount.value) < 100:
        return None
    return name, unit


def _of_else(line: Line, concept: Concept) -> bool:
    """Whether what a line speaks of makes its amounts none of a concept: a prize is no contract, a tax no revenue."""
    if concept.name == "TransactionValue":
        return _VALUATION.search(line.text) is not None and _DEAL_WORDS.search(line.text) is None
    if concept.name == "ContractValue":
        return _AWARDED.search(line.text) is not None and _IN_COURT.search(line.text) is not None
    if concept.name == "Revenues":
        return _TAXES.search(line.text) is not None or _HOLDINGS.search(line.text) is not None
    return concept.name == "Charge" and _OF_DEBT.search(line.text) is not None


def _share_concept(name: str, concept: Concept) -> str | None:
    """What an amount per share of a concept is called; None where there is no such figure."""
    if concept.unit == "share":
        return name
    if concept.per:
        return concept.per
    if name in ("TransactionValue", "OfferingAmount"):
        return "SharePrice"
    return name if name in ("Charge", "Savings") else None


_AVERAGED = re.compile(r"\baverage\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)


def timing_of(line: Line, item: Item) -> str:
    """How the time of a figure counts: an average balance is one of a period."""
    averaged = line.text[item.start : item.end].lower().startswith("average ") or _AVERAGED.search(
        line.coded[: item.at]
    )
    return "duration" if item.concept.kind == "instant" and averaged else item.concept.kind
