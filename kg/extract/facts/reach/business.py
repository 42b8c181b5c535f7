"""Lines of business that common nouns name before a figure's concept: "patent licensing revenue"."""

from __future__ import annotations

import re

from kg.extract.facts.slots.line import Item, Line

# Lines of business that a common noun names.
LINES = frozenset(
    """product products service services license licenses software hardware subscription maintenance equipment advertising
    retail wholesale commercial consumer industrial rental fee premium mortgage digital print online e-commerce
    franchise restaurant hotel casino oil gas natural electric store catalog merchandise wireless broadband systems
    royalty contract consulting cloud support professional aftermarket automotive aerospace defense medical
    pharmaceutical residential nonresidential government room food beverage gaming parts vehicle fuel steel data
    semiconductor membership circulation programming bank banking residential construction estate real card auto
    home equity brokered demand certificates savings time checking noninterest-bearing interest-bearing bearing
    nonbearing warranty on-premise perpetual transaction processing platform collaboration grant recurring engineering
    ethanol coal gold silver copper zinc lithium uranium crude natural-gas ngl refining chemical chemicals
    plastics paper packaging industrial rail trucking freight logistics passenger cargo ancillary ticket
    grocery pharmacy apparel footwear jewelry furniture outdoor sporting toys beauty pet organic frozen dairy
    seed crop animal water waste recycling solar wind battery lighting display memory analog optical laser
    prescription generic branded vaccine device diagnostic dental surgical imaging clinical""".split()  # noqa: SIM905
)
OF_PRODUCTS = frozenset(("Revenues", "Orders"))

UNNAMED = re.compile(
    r"\b(?:quarter|year|month|months|period|for|in|by|to|at|from|during|through|company|operations|customers?|clients?|subsidiar\w+|portfolio|business(?:es)?|segments?|acquisitions?|[a-z]+ly)\b|[\ue000-\uf8ff]"
)
# "Card and cash management revenue", "Software updates and product support revenues"
_BOTH = re.compile(
    r"(?:(?:^|[.;:•*–—-]\s?|,\s(?:and\s)?)(?:Total\s)?(?=[A-Z])|\b(?:while|whereas)\s)(?P<name>[A-Za-z][\w-]*(?:\s[a-z][\w-]+){0,3}\sand\s(?:[a-z][\w-]+\s){0,2}[a-z][\w-]+)\s$"
)


def both(line: Line, concept: Item) -> str | None:
    """Two lines of business that open a clause as what its revenue is of."""
    match = _BOTH.search(line.coded, max(0, concept.at - 80), concept.at)
    if match is None or concept.concept.name not in OF_PRODUCTS or UNNAMED.search(match["name"]):
        return None
    return None if set(match["name"].lower().split()) & _NO_BOTH else f"product:{match['name']}"


_NO_BOTH = frozenset(
    """net total gross revenues revenue sales strong higher lower record quarterly annual organic was were had has have is are reported posted
    increased decreased rose fell grew declined of for in to on with from by at the a an its our their""".split()  # noqa: SIM905
)
_LOWER = re.compile(r"[a-z][a-z-]+(?:\s[a-z][a-z-]+){0,2}")
# What says when or how, not of what.
_NO_LINE = re.compile(
    r"year-over-year|year-on-year|sequential|steady|consecutive|over|segment|division|run-rate|results|protocol|brand|[a-z]+ing|core|business|unit|"
    r"lost|foregone|potential|additional|meaningful|material|sufficient|little|no|robust|healthy|double-digit|single-digit|high|low|mid|"
    r"early|late|ongoing|summer|winter|spring|fall|autumn|holiday|weekend|seasonal|monthly|weekly|daily|sustainable|profitable|new|further|more|less|greater|prior|previous|same|proportionate|attributable|implied|target|pro|forma"
)


_MARGINS = frozenset(("GrossMargin", "GrossProfit", "OperatingMargin"))
_SOLD = re.compile(r"\b(?P<name>(?:[Hh]ome|[Pp]roduct|[Ss]ervice|[Ll]and|[Ee]quipment|[Vv]ehicle|[Ff]uel)\ssales)\s$")


def of_sales(line: Line, concept: Item) -> str | None:
    """What a margin is earned on, by the sales before it: "home sales gross margin"."""
    told = (
        _SOLD.search(line.text, max(0, concept.start - 20), concept.start) if concept.concept.name in _MARGINS else None
    )
    return f"product:{told['name'].lower()}" if told is not None else None


def lower_scope(words: list[str], concept: Item) -> str | None:
    """What revenue is of, by the common nouns before it: "patent licensing revenue"."""
    name = " ".join(words)
    if words and concept.concept.name in _MARGINS and all(word in LINES for word in words):
        return f"product:{name}"
    if concept.concept.name not in OF_PRODUCTS or words[:1] == ["and"] or not _LOWER.fullmatch(name):
        return None
    odd = _NO_LINE.fullmatch(words[0]) or words[-1] in ("segment", "division", "business", "unit", "brand")
    return None if odd else f"product:{name}"


# "generated $149 million in revenue from its pain medications"
_FROM_ITS = re.compile(
    r"\sfrom\s(?:its|our|their|the\scompany['’]s)\s(?P<name>(?:(?!(?:and|or|in|of|for|to|with|was|were|other|first|top|largest|existing|new|entire|core|continuing|various|two|three|four|five|all|ongoing|current)\s)[a-z][\w'’-]*\s){0,3}(?!(?:and|or|in|of|for|to|with|was|were|other|first|top|largest|existing|new|entire|core|continuing|various|two|three|four|five|all|ongoing|current)\s)[a-z][\w'’-]*)(?=[.,;]|$|\s(?:in|during|for|compared|which|that)\b)"
)


def from_its(line: Line, concept: Item, value: Item) -> str | None:
    """What revenue comes from, behind its name or its amount: "from its pain medications"."""
    if concept.concept.name not in OF_PRODUCTS:
        return None
    told = _FROM_ITS.match(line.coded, max(concept.to, value.to))
    name = told["name"].strip() if told is not None else ""
    return f"product:{name}" if name and not UNNAMED.search(name) else None
