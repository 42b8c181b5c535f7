"""Quantities of goods: what is sold, made or able to be made, in the units of its trade."""

from __future__ import annotations

import re

from kg.extract.facts.counted.capacities import plant_capacity
from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import Item, Line

_UNIT = (
    r"(?P<unit>(?:(?:metric|short|long|dry|net)\s)?(?:tons?|tonnes?)|(?:gold\s|silver\s)?ounces|pounds|gallons|barrels(?:\sof\soil(?:\sequivalent)?)?|bushels|carats|liters|litres|"
    r"MMBtu|MMBTU|Mcf|MMcf|Bcf|boe|BOE|MWh|GWh|kWh|(?:kilowatt|megawatt|gigawatt)[\s-]hours|(?:million\s)?cubic\s(?:feet|meters|metres|yards)|kilograms|kilos|cases|therms|units)"
)
_QUANTITY = re.compile(rf"^\s{_UNIT}\b(?!-)")
_EVERY = re.compile(r"\s(?:per|a)\s")
_ABOUT = r"(?:(?:approximately|about|more than|over|nearly|almost|a record|record|a total of|some|roughly|up|down|to|of|from)\s){0,3}"
_SOLD = re.compile(
    rf"\b(?:sold|sells?|selling|shipped|ships?|shipping|delivered|delivering|sales? (?:volumes?|of)|shipments(?: of)?|deliveries(?: of)?)\s{_ABOUT}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    rf"\b(?P<verb>produced|produces|producing|production(?: of| was| totaled)|output(?: of)?|mined|processed|generated|milled|recovered|poured|refined|recycled|treated|donated|donating|distributed|diverted|captured|stored|harvested|crushed|stockpiled|avoid(?:ed|ing|s)|eliminat(?:ed|ing)|planted|saved)\s{_ABOUT}$",
    re.IGNORECASE,
)
_MADE_AS = {
    "produc": "produced",
    "output": "produced",
    "avoid": "avoided",
    "eliminat": "eliminated",
    "donat": "donated",
}


def quantity_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A quantity sold or made, or that a plant can make; None where the words tell neither."""
    able = plant_capacity(line, item, before, after)
    if able is not None:
        return able
    match = _QUANTITY.match(after)
    if match is None or item.amount.value < 10:
        return None
    unit = match["unit"]
    before = spelled(line, max(0, item.at - 110), item.at)  # "production" may stand as a concept
    made = _MADE.search(before)
    if made is None and _EVERY.match(after, match.end()):
        return None
    if _SOLD.search(before):
        return count_of(line, item, "UnitsSold", f"{unit} sold", unit, before, timing="duration")
    if made is None:
        return None
    done = next(
        (form for stem, form in _MADE_AS.items() if made["verb"].lower().startswith(stem)), made["verb"].lower()
    )
    thing = _OF_WHAT.match(after[match.end() :])
    label = f"{unit} of {thing['thing']} {done}" if thing else f"{unit} {done}"
    return count_of(line, item, "Other", label, unit, before, timing="duration")


_OF_WHAT = re.compile(
    r"\sof\s(?P<thing>(?!the\b|its\b|our\b|which\b)[a-z-]+(?:\s(?!(?:and|in|from|to|at|for|with|during|per|a|by|last|this)\b)[a-z-]+)?)"
)
