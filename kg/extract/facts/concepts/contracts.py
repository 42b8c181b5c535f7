"""What contracts and orders are worth, by the words around the amount."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.deals import ABOUT
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import Item

_WORTH = re.compile(
    rf"(?P<np>(?:[\w-]+\s)?\b(?:contracts?|purchase orders?|work orders?|task orders?|(?<!in )orders?)\b(?:\s(?!worth|valued|totaling)[\w.'’&-]+){{0,6}})[^.;\ue000\ue001]{{0,110}}?,?\s(?:worth|valued at|totaling|with a (?:total |combined |aggregate )?value of)\s{ABOUT}$",
    re.IGNORECASE,
)
_FOR_CLIENT = re.compile(r"^\s(?:\w+\s){0,3}(?:project|program|contract|order)\s(?:with|from)\s(?:the\s)?[A-Z]")
_WON_WORTH = re.compile(
    rf"\b(?:won|wins?|awarded|receiv(?:ed|es)|secur(?:ed|es)|landed|sign(?:ed|s)|clinched|booked)\s(?:an?\s|its\s|the\s)?(?P<np>(?:[\w-]+\s){{0,3}}?(?:deal|project|agreement|order|award|job|program))"
    rf"(?:\s(?:from|with|by)\s[\w.&\s]{{2,40}})?,?\s(?:worth|valued at|totaling|with a (?:total )?value of)\s{ABOUT}$"
)


def contract_name(before: str) -> str | None:
    """The contract, order or project that is told to be worth what follows."""
    worth = _WORTH.search(before) or _WON_WORTH.search(before)
    return worth["np"] if worth else None


def for_client(after: str) -> bool:
    """Whether an amount is named as a client's project or order."""
    return _FOR_CLIENT.match(after) is not None


# "signed $4 million in new design and construction contracts"
_SIGNS = re.compile(
    rf"\b(?:sign(?:ed|s)|won|wins|receiv(?:ed|es)|secur(?:ed|es)|book(?:ed|s)|award(?:ed|s)|landed|captured|announced|obtained)\s{ABOUT}$"
)
_IN_CONTRACTS = re.compile(
    r"\s(?:in|of|worth\sof)\s(?P<np>(?:[a-z-]+\s){0,6}?(?:contracts|contract\sawards|purchase\sorders|subcontracts|task\sorders))\b"
)


def contracts_draft(item: Item, before: str, after: str) -> Draft | None:
    """An amount that several contracts are worth together; None for other amounts."""
    named = _IN_CONTRACTS.match(after) if _SIGNS.search(before) else None
    return plain(item, "ContractValue", named["np"], item.amount.value, "event") if named else None
