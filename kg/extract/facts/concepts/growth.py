"""Growth and decline of what no concept names: volumes, traffic, prices of shares."""

from __future__ import annotations

import re

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import SLOTS, noun_phrase, plain, spelled
from kg.extract.facts.slots.line import VALUE, Item, Line

_HEADS = (
    r"(?:sales|production|shipments|deliver(?:y|ies)|volumes?|traffic|output|consumption|use|usage|demand|enrollments?|membership|attendance|loads?|"
    r"capacity|(?:passenger|seat|ton)[\s-](?:miles|kilomet(?:er|re)s)|(?:homes|units|vehicles|tons|ounces|barrels|aircraft|houses|carloads)\s(?:delivered|sold|closed|shipped|produced|carried)|throughput|originations|visits|transactions|passengers|subscribers|customers|users|stock|shares|share price|stock price|prices?|tonnage|"
    r"occupancy|rents?|costs?|expenses|collections|premiums|fees|commissions|registrations|downloads|workforce|headcount|yield|productivity|"
    r"recoveries|exports|imports|listings|leases|retention|engagement|rates)"
)
_UP = r"(?:increas(?:ed|es|ing)|rose|rises|rising|grew|grows|growing|climbed|jumped|surged|gained|improved|advanced|expanded|soared|up|are up|were up|was up|is up)"
_DOWN = r"(?:declin(?:ed|es|ing)|decreas(?:ed|es|ing)|fell|falls|dropped|dropping|falling|dipped|slipped|plunged|tumbled|shrank|down|are down|were down|was down|is down)"
_MOVED = re.compile(
    rf"(?P<np>(?:[\w'’&/-]+\s){{0,5}}{_HEADS})(?P<who>\s(?:to|by|of|from|in|for|among|at)\s[^,;:]{{2,60}}?)??\s(?:has\s|have\s|had\s|also\s)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
    r"(?:\s(?:by|approximately|about|over|nearly|more than|almost|roughly|an additional|another|some|a|only|just))*\s$",
    re.IGNORECASE,
)
_CHANGE_IN = re.compile(
    rf"^\s(?:[\w-]+\s){{0,2}}?(?P<way>increase|rise|gain|growth|improvement|jump|decline|decrease|drop|reduction)\sin\s(?P<np>(?:[\w'’&/-]+\s){{0,4}}{_HEADS})\b(?P<who>\s(?:across|among)\s(?:(?:all|the|its|our)\s)?(?:[\w'’-]+\s){{0,2}}[\w'’-]+(?=[.,;)]|$|\s(?:in|and|with|for|during|to|over)\b))?",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\b(?:stock|shares|share price|stock price)$", re.IGNORECASE)
_UNITS = re.compile(
    r"\b(?:[a-z]+\s(?:delivered|sold|closed|shipped)|shipments|deliveries|(?:kilowatt-hour|electricity|energy|power|gas|unit|vehicle|water) (?:sales|use|usage|consumption|deliveries)|unit volumes?)\b",
    re.IGNORECASE,
)
_CLIENTS = re.compile(r"\b(?:customers|subscribers|users)$", re.IGNORECASE)


_NO_ONE = re.compile(r"\s?(?:for|in|during|of)?\s?(?:the\s)?\s?")


def growth_draft(line: Line, item: Item) -> Draft | None:
    """The change that a percentage gives of a quantity; None where the words name none."""
    before = spelled(line, max(0, item.at - 150), item.at)
    after = spelled(line, item.to, min(len(line.coded), item.to + 90))
    moved = _MOVED.search(before)
    if moved is not None and not re.search(rf"{VALUE}|;", moved[0]):
        return _change(item, moved["np"], moved["who"] or "", down=moved["down"] is not None)
    change = _CHANGE_IN.match(after)
    if change is not None:
        down = change["way"].lower() in ("decline", "decrease", "drop", "reduction")
        return _change(item, change["np"], change["who"] or "", down=down)
    return None


_RELATED = re.compile(r"\s?[-–—]{1,2}\s?(?:which|that)$")


def _change(item: Item, words: str, who: str, *, down: bool) -> Draft | None:
    related = _RELATED.search(who)
    if related is not None:  # "demand in our hosting business-which grew 39%": the business grew
        words, who = who[: related.start()], ""
    who = "" if _NO_ONE.fullmatch(SLOTS.sub("", who)) else SLOTS.sub("", who)
    head, joint, rest = (*re.split(r"(\s(?:to|from|by|among)\s)", words, maxsplit=1), "", "")[:3]
    name, who = noun_phrase(SLOTS.sub("", head)), f"{joint}{rest}{who}"
    if name is None:
        return None
    concept = (
        "SharePrice" if _SHARES.search(name)
        else "UnitsSold" if _UNITS.search(name)
        else "NumberOfCustomers" if _CLIENTS.search(name)
        else "Other"
    )  # fmt: skip
    value = -item.amount.value if down else item.amount.value
    return plain(item, concept, f"{name}{who.rstrip()} growth", value, "flow", measure="change")
