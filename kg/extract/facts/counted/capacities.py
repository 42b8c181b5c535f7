"""What a plant can make, treat or hold, in the unit that the text gives."""

from __future__ import annotations

import re

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import Item, Line

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
    r"^\s(?P<unit>(?:(?:metric\s)?ton(?:ne)?s?|lit(?:er|re)s|gallons|cubic\s(?:met(?:er|re)s|feet)|barrels|pounds|units|vehicles|passengers|packages|orders|cases|vials|doses|wafers|cars|meals)\s(?:(?:per|a|an|each)\s(?:year|day|minute|hour|month|week|second|annum)|annually|yearly|daily))\b"
)


def plant_capacity(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """What a plant named behind its capacity can make, or what a thing is able to treat or hold."""
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


_CAPACITY = re.compile(
    r"^\+?\s(?P<unit>(?:metric\s)?tons?(?:\sper\s(?:year|day|annum))?|megawatts?|MW|gigawatts?|GW|MWh|GWh|kW|barrels(?:\s(?:of\soil\s)?per\sday)?|bpd|(?:[mM]illion\s)?cubic\sfeet\sper\sday|"
    r"tonnes?(?:\sper\s(?:year|day|annum))?|gallons\sper\s(?:year|day)|wafers\sper\smonth|TEUs?|beds|rooms|seats)\b"
)
_EVERY_TIME = re.compile(
    r"^[^.,;]{0,45}\s(?:per|a)\s(?:year|day|month|week|hour|annum)\b|^[^.,;]{0,45}\s(?:annually|daily)\b"
)
_ABLE_TO = re.compile(
    r"\b(?:can|could|able to|capable of|designed to)\s(?:produc\w+|process\w*|handl\w+|generat\w+|manufactur\w+|treat\w*|store|deliver|mak(?:e|ing)|assembl\w+|refin\w+|build|turn(?:ing)?\sout)\s"
    r"(?:(?:up to|about|approximately|more than|over|nearly|an?|some)\s){0,2}$"
)


_CAPACITY_IS = re.compile(
    r"\bcapacity (?:of|to|for|at|is|is now|was|will be|would be|has reached) (?:(?:approximately|about|up to|more than|over|nearly|at least|around) )?$",
    re.IGNORECASE,
)
_CAPACITY_UNIT = re.compile(r"\s(?P<unit>(?:metric\s)?[a-z]+(?:\s(?:per|a)\s\w+|\sannually)?)\b")


def capacity_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A capacity, in the unit that the text gives."""
    match = _CAPACITY.match(after)
    told = _CAPACITY_IS.search(before)
    named = _CAPACITY_UNIT.match(after) if told and (match is None or _EVERY_TIME.match(after)) else None
    if named is not None:
        return count_of(line, item, "Capacity", "capacity", named["unit"], before)
    able = match is not None and _ABLE_TO.search(before) and _EVERY_TIME.match(after)
    if match is None or not (able or "capacity" in (before + after).lower()):
        return None
    return count_of(line, item, "Capacity", "capacity", match["unit"], before)
