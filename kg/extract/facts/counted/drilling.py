"""What a drill reached and found: depths, metres drilled, the length and grade of an interval."""

from __future__ import annotations

import re

from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import plain
from kg.extract.facts.slots.line import COUNT, Item, Line

_ABOUT = r"(?:(?:approximately|about|over|more than|nearly|almost|a total of|some|up to|at least|around|roughly|an additional)\s){0,2}"
_LENGTH = r"(?P<unit>met(?:re|er)s?|feet|ft\.?|m)\b"
_DEEP = re.compile(
    rf"\b(?:drilled|completed|extended|cased|deepened|advanced|cored|reached)\s(?:down\s)?to\s(?:an?\s)?(?:(?:total|final|measured|vertical|maximum|planned|target)\s){{0,2}}(?:depth\s(?:of\s)?)?{_ABOUT}$"
    rf"|\b(?:total|final|measured)\sdepth\sof\s{_ABOUT}$"
)
_LONG = re.compile(rf"^\s{_LENGTH}(?![\s-](?:of|long|wide|from|above|below|north|south|east|west|away|apart)\b)")
_OF_DRILLING = re.compile(
    rf"^[\s-]{_LENGTH}[\s,](?:of\s)?(?:(?:diamond|core|surface|infill|exploration|step-out|reverse\scirculation|RC|RAB|phase\s\w+|planned|drill|NQ|HQ|fully-funded|funded|initial)[\s-]){{0,4}}"
    r"(?P<what>drilling|drill\sprogram(?:me)?|drill\scampaign|program(?:me)?|campaign|drilled)\b"
)
_DRILLED = re.compile(rf"\b(?:drill(?:ed|ing)|holes\s(?:for\sa\stotal\sof|total(?:l)?ing|for|comprising))\s{_ABOUT}$")
_HOLE = re.compile(
    r"\b(?:(?:[Hh]ole|[Ww]ell|[Bb]orehole|[Dd]rillhole|[Dd]rill\s[Hh]ole)\s)?(?P<id>[A-Z]{1,6}\d{0,3}-?\d{2,4}[A-Z]?(?:-\d{1,4}[A-Z]?)?)\b"
)
_FOUND = re.compile(
    rf"(?:\b(?:[Ii]ntersect(?:ed|s|ing)|[Rr]eturn(?:ed|s|ing)|[Ii]ntercept(?:ed|s)?|cut|assayed|[Ii]ncluding|yield(?:ed|s)|[Ee]ncountered|hit|[Dd]rill(?:ed|s)|with|and|of)|[:•–-]|^\W*)\s?{_ABOUT}$"
)
_GRADED = re.compile(
    rf"^\s?(?P<unit>met(?:re|er)s?|feet|ft\.?|m)?\s?(?:\([^)]{{2,40}}\)\s)?(?:grading|averaging|of|at|@|assaying|carrying)\s{_ABOUT}(?:{COUNT}|\ue001[\ue100-\uf8ff])\s?(?:g/t|gpt|%|oz/t|ppm|[A-Z])"
)
_GRADE = re.compile(
    r"^\s?(?P<unit>g/t|gpt|oz/t|ppm)\s(?:of\s)?(?P<metal>(?:[Gg]old|[Ss]ilver|[Cc]opper|[Pp]alladium|[Pp]latinum|Au|Ag|Cu|AuEq|AgEq|Pd|Pt|Mo|U3O8)(?:[\s-](?:equivalent|eq))?)\b"
)
_PERCENT_GRADE = re.compile(
    r"\s(?P<metal>Cu|CuEq|Zn|Pb|Ni|Li2O|U3O8|Mo|Sn|Co|Fe|TREO|copper|zinc|lead|nickel|lithium|tin|cobalt)(?P<eq>\sequivalent)?\b(?!\s(?:prices?|production|market|demand|mine))"
)
_METALS = {
    "au": "gold", "ag": "silver", "cu": "copper", "pd": "palladium", "pt": "platinum", "zn": "zinc", "pb": "lead", "ni": "nickel", "aueq": "gold equivalent",
    "ageq": "silver equivalent", "cueq": "copper equivalent", "mo": "molybdenum",
}  # fmt: skip
_DRILL_WORDS = re.compile(r"g/t|gpt|oz/t|%|\bdrill|\bdepth\b|\bholes?\b", re.IGNORECASE)


# A bound is no grade that was found.
_BOUND = re.compile(
    r"\b(?:above|below|cut-?off(?:\sgrade)?(?:\sof)?|greater\sthan|less\sthan|using|at\sleast)\s(?:an?\s)?$|[<>]\s?$"
)
_INTERVAL = re.compile(r"\binterval\s(?:of\s|from\s)?(\d+(?:\.\d+)?\s?(?:–|-|to)\s?\d+(?:\.\d+)?\s?m)\b")
_ASSAYED = re.compile(
    r"\b((?:rock\s|grab\s|soil\s|channel\s|chip\s|float\s|historic\s)*samples?|trench(?:es)?|(?:[Ii]nferred\s|[Ii]ndicated\s|[Mm]easured\s)?[Rr]esources?|[Rr]eserves?|tailings|ore|veins?|maximum\sassay)\b"
)
_GRADED_LENGTH = re.compile(
    rf"{COUNT}\s?(?:met(?:re|er)s?|feet|ft\.?|m)\s?(?:\([^)]{{2,40}}\)\s)?(?:grading|averaging|of|at|@|assaying)\s"
)


def drilled_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A depth, a length drilled, or the length or grade of an interval; None for other counts."""
    if _DRILL_WORDS.search(line.text) is None:
        return None
    grade = _GRADE.match(after)
    if grade is not None:
        return _graded(line, item, before, grade)
    hole = _hole(line, item)
    found = _GRADED.match(after)
    if found is not None and _FOUND.search(before):
        unit = found["unit"] or "m"
        label = f"{hole}: length of interval" if hole else "length of interval"
        return count_of(line, item, "Other", label, unit, before, timing="instant")
    long = _LONG.match(after)
    if long is not None and _DEEP.search(before):
        label = f"depth of hole {hole}" if hole else "drilled depth"
        return count_of(line, item, "Other", label, long["unit"], before, timing="instant")
    told = _OF_DRILLING.match(after)
    if told is not None:
        if after[told.end() :].startswith(" to date"):
            return count_of(line, item, "Other", "drilling to date", _plural(told["unit"]), before, timing="instant")
        label = "drill program" if told["what"].startswith(("program", "campaign")) else told["what"]
        return count_of(line, item, "Other", label, _plural(told["unit"]), before, timing="instant")
    if long is not None and _DRILLED.search(before):
        return count_of(line, item, "Other", f"{long['unit']} drilled", long["unit"], before, timing="instant")
    return None


def _plural(unit: str) -> str:
    return f"{unit}s" if unit.endswith(("metre", "meter")) else unit


def _graded(line: Line, item: Item, before: str, grade: re.Match[str]) -> Draft | None:
    name = _grade_name(line, item, grade["metal"]) if _BOUND.search(before) is None else None
    unit = "g/t" if grade["unit"] == "gpt" else grade["unit"]
    return count_of(line, item, "Other", name, unit, before, timing="instant") if name else None


def _grade_name(line: Line, item: Item, metal: str) -> str | None:
    """The name of a grade by what was assayed; None where the line does not tell that."""
    name = f"{_METALS.get(metal.lower(), metal.lower())} grade"
    hole = _hole(line, item)
    span = _INTERVAL.search(line.text)
    if hole or span is not None:
        return f"{hole or 'interval'}{f', {span[1]}' if span else ''}: {name}"
    lead = line.text[max(0, item.start - 150) : item.start]
    assayed = [match[1].lower() for match in _ASSAYED.finditer(lead)]
    if assayed:
        return f"{name} of {assayed[-1]}"
    return name if _GRADED_LENGTH.search(line.coded, 0, item.at) else None


def grade_draft(line: Line, item: Item) -> Draft | None:
    """The percentage that is the grade of an interval: "98m @ 0.49% Cu"; None for others."""
    match = _PERCENT_GRADE.match(line.coded, item.to)
    if match is None or _DRILL_WORDS.search(line.text) is None or re.search(r"[<>]\s?$", line.coded[: item.at]):
        return None
    name = _grade_name(line, item, match["metal"] + (match["eq"] or ""))
    return plain(item, "Other", name, item.amount.value, "event") if name else None


def _hole(line: Line, item: Item) -> str:
    """The name of the hole told of last before a figure; empty where none is."""
    names = [match["id"] for match in _HOLE.finditer(line.text)]
    before = [match["id"] for match in _HOLE.finditer(line.text, 0, item.start)]
    return before[-1] if before else names[0] if len(set(names)) == 1 else ""
