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


# Power by the words around it: "its 180-megawatt (MW) solar project" and the like.
_WATTS = r"(?P<unit>megawatts?(?:[\s-]hours?)?|gigawatts?(?:[\s-]hours?)?|kilowatts?|MWh?|GWh?|kWp?|MWp|MWdc|MWac)"
_POWER = re.compile(rf"^[\s-]{_WATTS}\b")
_POWERED = re.compile(
    rf"^[\s-]{_WATTS}(?:\s\([A-Za-z]{{2,4}}\))?\s(?:[\w&’'-]+\s){{0,5}}?(?:projects?|plants?|facilit(?:y|ies)|farms?|arrays?|sites?|parks?|station|stations|installations?|campus|systems?|portfolio|data\scenters?|reactors?|turbines)\b"
)
_PIPELINE = re.compile(
    r"\b(?:pipeline|portfolio|fleet|backlog|total|capacity|developed|built|operates|owns|constructed|installed|financed)\s(?:of\s)?(?:(?:approximately|about|more than|over|nearly|some|around)\s){0,2}$"
)
_OF_POWER = re.compile(
    rf"^[\s-]{_WATTS}(?:\s\([A-Za-z]{{2,4}}\))?\sof\s(?:[\w-]+\s){{0,2}}?(?:solar|wind|storage|generation|generating|power|capacity|projects|renewable|renewables|batteries|battery|hydro\w*|geothermal|compute|critical|electricity\sgeneration)\b"
)
# "designed to treat up to 400 liters per minute"
_TREATING = re.compile(
    r"\b(?:can|could|able\sto|capable\sof|designed\sto|capacity\sto|enough\sto|will)\s(?:treat|process|produce|handle|store|pump|crush|mill|refine|deliver|make|assemble|manufacture|treating|processing|producing|handling|storing|pumping|making)\s"
    r"(?:(?:up\sto|about|approximately|more\sthan|over|nearly|some|an?\sadditional|at\sleast)\s){0,2}$"
)
_TREATS = re.compile(
    r"^\s(?P<unit>(?:(?:metric\s)?ton(?:ne)?s?|lit(?:er|re)s|gallons|cubic\s(?:met(?:er|re)s|feet)|barrels|pounds|units|vehicles|passengers|packages|orders|cases|vials|doses|wafers|cars|meals)\s(?:per|a|an|each)\s(?:year|day|minute|hour|month|week|second))\b"
)


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
    thing = _OF_WHAT.match(after[match.end() :])
    label = f"{unit} of {thing['thing']} {done}" if thing else f"{unit} {done}"
    return count_of(line, item, "Other", label, unit, before, timing="duration")


_OF_WHAT = re.compile(
    r"\sof\s(?P<thing>(?!the\b|its\b|our\b|which\b)[a-z-]+(?:\s(?!(?:and|in|from|to|at|for|with|during|per|a|by|last|this)\b)[a-z-]+)?)"
)


def _capacity(line: Line, item: Item, before: str, after: str) -> Draft | None:
    plant = _PLANT.match(after)
    if plant is not None:
        unit = plant["unit"].replace("-", " ")
        plural = unit if unit.endswith(("s", "feet", "foot")) or unit.isupper() else f"{unit}s"
        return count_of(line, item, "Capacity", "capacity", f"{plural} per {plant['time'] or 'year'}", before)
    held = _OF_CAPACITY.match(after)
    if held is not None:
        return count_of(line, item, "Capacity", "capacity", held["unit"], before)
    powered = _POWERED.match(after)
    if powered is not None or (_POWER.match(after) and (_PIPELINE.search(before) or _OF_POWER.match(after))):
        unit = (powered or _POWER.match(after))["unit"]  # type: ignore[index]
        unit = f"{unit}s" if unit.endswith("watt") else unit
        return count_of(line, item, "Capacity", "capacity", unit, before, timing="instant")
    treats = _TREATS.match(after) if _TREATING.search(before) else None
    if treats is not None:
        return count_of(line, item, "Capacity", "capacity", treats["unit"], before, timing="instant")
    told = _ABLE_UNIT.match(after) if _ABLE.search(before) else None
    return count_of(line, item, "Capacity", "capacity", told["unit"], before) if told else None
