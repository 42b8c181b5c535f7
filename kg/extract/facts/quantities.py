"""Quantities of goods: what is sold, made or able to be made, in the units of its trade."""

from __future__ import annotations

import re

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.line import Item, Line

_UNIT = (
    r"(?P<unit>(?:(?:metric|short|long|dry|net)\s)?(?:tons?|tonnes?)|(?:gold\s|silver\s)?ounces|pounds|gallons|barrels(?:\sof\soil(?:\sequivalent)?)?|bushels|carats|liters|litres|"
    r"MMBtu|MMBTU|Mcf|MMcf|Bcf|boe|BOE|MWh|GWh|kWh|(?:kilowatt|megawatt|gigawatt)[\s-]hours|(?:million\s)?cubic\s(?:feet|meters|metres|yards)|kilograms|kilos|cases|therms)"
)
_QUANTITY = re.compile(rf"^\s{_UNIT}\b(?!\s(?:per|a)\s|-)")
_ABOUT = r"(?:(?:approximately|about|more than|over|nearly|almost|a record|record|a total of|some|roughly|up|down|to|of|from)\s){0,3}"
_SOLD = re.compile(
    rf"\b(?:sold|sells?|selling|shipped|ships?|shipping|delivered|delivering|sales? (?:volumes?|of)|shipments(?: of)?|deliveries(?: of)?)\s{_ABOUT}$",
    re.IGNORECASE,
)
_MADE = re.compile(
    rf"\b(?P<verb>produced|produces|producing|production(?: of| was| totaled)|output(?: of)?|mined|processed|generated|milled|recovered|poured|refined|recycled|treated)\s{_ABOUT}$",
    re.IGNORECASE,
)
_MADE_AS = {"produc": "produced", "output": "produced"}
_EACH_TIME = r"(?:[\s-]per[\s-](?P<time>year|day|month|week|hour|annum)|\s(?:annually|a\s(?:year|day|month)))"
# "a 24 million gallon per year soap plant", "its 500-ton-per-day mill"
_PLANT = re.compile(
    rf"^[\s-](?P<unit>(?:metric[\s-])?tons?|tonnes?|gallons?|barrels?|pounds?|liters?|megawatts?|MW|GW|kilowatts?|ounces?|units?|bushels?|cubic[\s-]f(?:oo|ee)t){_EACH_TIME}"
    r"\s(?:[\w-]+\s){0,4}?(?:plants?|facilit(?:y|ies)|mills?|refiner(?:y|ies)|biorefinery|smelters?|breweries|brewery|works|complex|factory|pipelines?|terminal|operation|line)\b"
)
# "runs 7,500 liters of fermenter capacity"
_OF_CAPACITY = re.compile(
    r"^\s(?P<unit>(?:[a-z]+\s)?[a-z]+s|MW|GW|MWh|TEUs?)\s(?:of|in)\s(?:[\w'’()/-]+\s){0,7}?capacity\b(?!\s(?:utilization|factor))"
)
_ABLE = re.compile(
    r"\b(?:capability|capabilities|throughput|nameplate|capacity)\s(?:of|to\s(?:produce|process|make|handle))\s"
    r"(?:(?:approximately|about|up to|more than|over|nearly|at least|around)\s){0,2}$",
    re.IGNORECASE,
)
_ABLE_UNIT = re.compile(rf"^\s(?P<unit>[a-z]+(?:\s[a-z]+)?{_EACH_TIME})")


def quantity_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A quantity sold or made, or that a plant can make; None where the words tell neither."""
    able = _capacity(line, item, before, after)
    if able is not None:
        return able
    match = _QUANTITY.match(after)
    if match is None or item.amount.value < 10:
        return None
    unit = match["unit"]
    if _SOLD.search(before):
        return count_of(line, item, "UnitsSold", f"{unit} sold", unit, before, timing="duration")
    made = _MADE.search(before)
    if made is None:
        return None
    done = next(
        (form for stem, form in _MADE_AS.items() if made["verb"].lower().startswith(stem)), made["verb"].lower()
    )
    return count_of(line, item, "Other", f"{unit} {done}", unit, before, timing="duration")


def _capacity(line: Line, item: Item, before: str, after: str) -> Draft | None:
    plant = _PLANT.match(after)
    if plant is not None:
        unit = plant["unit"].replace("-", " ")
        plural = unit if unit.endswith(("s", "feet", "foot")) or unit.isupper() else f"{unit}s"
        return count_of(line, item, "Capacity", "capacity", f"{plural} per {plant['time'] or 'year'}", before)
    held = _OF_CAPACITY.match(after)
    if held is not None:
        return count_of(line, item, "Capacity", "capacity", held["unit"], before)
    told = _ABLE_UNIT.match(after) if _ABLE.search(before) else None
    return count_of(line, item, "Capacity", "capacity", told["unit"], before) if told else None
