"""Amounts of a balance that are not the balance itself: debt repaid, loans made, receivables bought, credit not used."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.linking import Link
from kg.extract.facts.slots.line import Item, Line

_REPAID = re.compile(
    r"\b(retired|repaid|prepaid|redeemed|repay|retire|redeem|refinanced|paid down|paid off)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_UNUSED = re.compile(r"\b(?:unused|undrawn|untapped|unutili[sz]ed|unborrowed)\s(?:[a-z]+\s){0,2}$")
# "the settlement of an aggregate of $64,000 of debt"
_GONE = {
    "settl": "settled",
    "eliminat": "eliminated",
    "extinguish": "extinguished",
    "cancel": "cancelled",
    "forgiv": "forgiven",
    "convert": "converted",
}
_SETTLED = re.compile(
    r"\b(?P<how>settl|eliminat|extinguish|cancel|forgiv|convert)(?:e|es|ed|ing|s|led|ling|en|ement\sof|ion\sof|ation\sof|lation\sof|ment\sof|ness\sof)?\s(?:(?:an aggregate of|a total of|approximately|about|up to|over|more than|nearly|outstanding)\s){0,2}$"
)
# Debt that others owe.
_OF_OTHERS = re.compile(
    r"\b(?:(?:consumer|distressed|defaulted|charged-off|non-?performing)\s){0,2}(?:receivables?|charged-off|defaulted|consumer)\s$"
)
# "purchased $509 million in consumer receivables", "has originated over $2 billion in loans"
_DEALT = re.compile(
    r"\b(purchased|acquired|bought|originated|funded|sold|invested in|closed|written|made|financed|transacted|brokered|placed|liquidated|disposed of)\s"
    r"(?:(?:approximately|about|more than|over|nearly|almost|some|an aggregate of|a total of|an additional|another|up to|roughly|in excess of)\s){0,3}$",
    re.IGNORECASE,
)
# "our purchases for the year amounted to $4 billion of receivables"
_PURCHASES = re.compile(
    r"\b(?P<what>purchase|sale|origination)s\s(?:[^.;\ue000-\ue002]{0,40}\s)?(?:amounted\sto|totaled|totalled|were|reached)\s(?:[a-z]+\s){0,2}$"
)
# "$27 million in net debt repayments": the last noun tells what it is.
_FLOW_BEHIND = re.compile(
    r"\s(?P<what>repayments?|paydowns?|pay-downs?|retirements?|redemptions?|prepayments?|issuances?|refinancings?|extinguishments?|forgiveness|maturities|service|conversions?|"
    r"originations?|outflows?|inflows?|write-?(?:downs?|offs?)|impairments?|purchases|placements?|exchange)\b",
    re.IGNORECASE,
)
# "proceeds from loan receivables": what comes in or goes out is not the balance.
_FLOW_OF = re.compile(
    r"\b(?P<what>proceeds|payments?|repayments?|prepayments?|collections?|recoveries|write-?downs?|write-?offs?)\s(?P<prep>of|on|from|under|for)\s(?:(?:the|its|our|their|certain|outstanding|all)\s){0,2}(?:[a-z-]+\s){0,2}$",
    re.IGNORECASE,
)
_HELD = frozenset(
    ("Debt", "Loans", "Deposits", "Inventory", "AccountsReceivable", "CashAndCashEquivalents", "Assets", "Liabilities")
)
_BALANCES = frozenset(("Loans", "AccountsReceivable", "Inventory", "Assets"))


def not_the_balance(line: Line, item: Item, linked: Link, name: str) -> tuple[str, str] | None:
    """What is put around the printed name of a balance that an amount only moves, and how it is timed; else None.

    The words hold "{}" where the printed name goes.
    """
    head = line.coded[max(0, item.at - 70) : item.at]
    flow = _FLOW_BEHIND.match(line.coded, linked.concept.to) if linked.after and name in _HELD else None
    if flow is not None:
        return f"{{}} {flow['what'].lower()}", "done"
    part = _FLOW_OF.search(line.coded, max(0, linked.concept.at - 50), linked.concept.at) if name in _HELD else None
    if part is not None:
        return f"{part['what'].lower()} {part['prep']} {{}}", "done"
    if name == "Debt":
        repaid = _REPAID.search(head[-40:]) if linked.after else None
        if repaid:
            return f"{{}} {repaid[1]}", "done"
        settled = _SETTLED.search(head) if linked.after else None
        if settled:
            return f"{{}} {_GONE[settled['how'].lower()]}", "done"
        unused = _UNUSED.search(line.text, 0, linked.concept.start)
        if unused is not None:
            return f"{unused[0].strip()} {{}}", "instant"
        bought = _OF_OTHERS.search(line.text, 0, linked.concept.start)
        return (f"{bought[0].strip()} {{}}", "instant") if bought else None
    dealt = _DEALT.search(head) if name in _BALANCES and linked.after else None
    if dealt is not None:
        return f"{{}} {dealt[1].lower()}", "done"
    moved = _PURCHASES.search(line.coded, max(0, item.at - 90), item.at) if name in _BALANCES and linked.after else None
    return (f"{moved['what']}s of {{}}", "done") if moved else None
