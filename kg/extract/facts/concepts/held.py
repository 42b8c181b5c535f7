"""What a firm of finance has, by the words around the amount: "manages $3 billion", "a $1.2 billion bank holding company"."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.deals import ABOUT
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import Item, Line

_UNDER = re.compile(r"\s(?:(?:in|of)\s)?(?:[a-z]+\s){0,3}under\s(?:management|administration|advisement|supervision)\b")
_MANAGES = re.compile(rf"\b(?:manages?|managing|oversees?|overseeing)\s{ABOUT}(?:total of\s)?$")
_FOR_CLIENTS = re.compile(
    r"\s?(?:[.,;)]|$)|\s(?:for|on\sbehalf)\b|\s(?:in|of)\s(?:[a-z]+\s){0,3}(?:assets|capital|funds|equity|investments)\b(?!\sunder)"
)
_A = re.compile(r"\b(?:an?|the)\s$")
_BANK = re.compile(
    r"(?:\s|-)(?:(?:in|total|plus)\s)?(?:assets?(?:-size)?[\s-])?(?:[a-z-]+\s){0,3}?(?:bank\sholding|financial\sholding|thrift\sholding|holding\scompany|savings\s(?:institution|bank|and\sloan)|thrift|credit\sunion|"
    r"bank(?!\s(?:loans?|lines?|credits?|facilit\w+|debt|financing|notes?|deposits?|guarantees?|group|syndicate|term|revolv\w+|borrowings?|mortgage)\b))\b",
    re.IGNORECASE,
)


def managed(line: Line, item: Item) -> bool:
    """Whether the assets of an amount are those that a firm manages: "manages over $7 billion in assets"."""
    return _MANAGES.search(line.coded, max(0, item.at - 60), item.at) is not None


def held_draft(item: Item, before: str, after: str) -> Draft | None:
    """The assets that a firm manages, or that a bank is described by; None for other amounts."""
    if _UNDER.match(after) or (_MANAGES.search(before) and _FOR_CLIENTS.match(after)):
        return plain(item, "AssetsUnderManagement", "assets under management", item.amount.value, "instant")
    if _A.search(before) and _BANK.match(after):
        return plain(item, "Assets", "assets", item.amount.value, "instant")
    return None
