"""Counts of those who buy: "serves 2,400 customers", "used by 300 companies"."""

from __future__ import annotations

import re

from kg.extract.facts.counting import ADD, MODIFIERS, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

_CUSTOMERS = r"customers|clients|subscribers|accounts|users|members|customer accounts|policyholders|merchants|companies"
_CUSTOMERS_AFTER = re.compile(rf"^\+?{MODIFIERS}\s(?P<noun>{_CUSTOMERS})\b(?!-)")
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|additional)\s(?:(?:approximately|about|nearly|over|more than|some|an?|another)\s){0,2}$"
)
_SHARES = re.compile(
    r".{0,90}?\b(?:account(?:ed|s|ing)? for|represent(?:ed|s|ing)?|compris(?:ed|es|ing)|contribut(?:ed|es)|exceed(?:ed|s)?|made up|(?:each|both) (?:with|of))\b[^;.]{0,40}?(?:%|percent|per cent|\bpct\b)",
    re.IGNORECASE,
)


# Companies are customers where they are served, or use what is sold.
_FOR_COMPANIES = re.compile(
    r"\b(?:serv(?:e|es|ed|ing|ices?)|customers?|clients?|used by|utili[sz]ed by|trained|trusted by|adopted by|chosen by|help(?:s|ed|ing)?|support(?:s|ed|ing)?|work(?:s|ed|ing)? with|solutions? (?:to|for)|base of)\b[^.;]{0,50}$"
)
_USERS = re.compile(
    r"\s(?:[a-z]+\s){0,3}?(?:use|uses|using|utili[sz](?:e|es|ing)|rely|relies|trust|choose|depend|as (?:customers|clients)|that (?:use|rely|trust))\b"
)


# "the meeting brought together 1,400 customers and prospects": guests.
_GATHERED = re.compile(
    r"\b(?:br(?:ought|ings?|inging)\stogether|attended\sby|attendance\sof|gather(?:ed|s|ing)|hosted|hosting|welcomed)\s(?:(?:more than|over|nearly|about|approximately|some|almost)\s)?$"
)


def customers_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """The number of customers; None for other counts."""
    match = _CUSTOMERS_AFTER.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    if _SHARES.match(after, match.end()):
        return None  # "two customers accounted for 22% of sales": so many have a share, the company has more
    if re.search(r"\b(?:largest|biggest|top|leading|major|potential|prospective|target)\b", match["mod"]):
        return None
    if _GATHERED.search(before):
        return count_of(line, item, "Other", f"{match['mod'].strip()} {noun} attending", "people", before)
    if noun == "companies" and not (_FOR_COMPANIES.search(before) or _USERS.match(after, match.end())):
        return None
    if noun in ("members", "accounts", "users") and item.amount.value < 100 and "new" not in match["mod"]:
        return None
    added = (ADD.search(before) and "new" in match["mod"]) or _ADDS.search(before)
    measure = "change" if added else "level"
    label = f"{match['mod'].strip()} {noun}"
    return count_of(line, item, "NumberOfCustomers", label, "customers", before, measure=measure)
