"""Counts that move, told of their subject or object: "grew its dealer network from 290 to 340", "tonnage fell 22% to 34,900 tons".

And what was done to so many: "1,788 meters of tunnel were completed".
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.counted.tallies import IDLE
from kg.extract.facts.counting import MODIFIERS, PERSONS, PLACES, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled, stopped, tail_words
from kg.extract.facts.slots.line import COUNT, PERIOD, VALUE, Item, Line

_ABOUT = r"(?:(?:approximately|about|over|nearly|almost|more\sthan|less\sthan|fewer\sthan|just|some|a\srecord|roughly|around|only|currently|at\sleast|above|below|under|now|a\stotal\sof|well\sover|an\sall-time\shigh\sof)\s){0,3}"
_NOT = r"(?!(?:and|or|to|that|which|who|has|have|had|was|were|is|are|will|with|from|by|we|it|they|he|she|this|these|those|there|for|in|on|at|as|than)\b)"
_WORD = rf"(?:{_NOT}[A-Za-z][\w’'/&-]*\s)"
# What can be so many: a plural, or a word for all of them together.
_MANY = (
    r"(?:number\sof\s(?:[\w’'/&-]+\s){0,4}?[\w’'/&-]+s(?:\s(?:served|covered|offered|listed|reached|operated|owned|employed|shipped|sold|installed|supported|managed|used))?|"
    r"[\w’'/&-]+\s(?:base|network|portfolio|fleet|count|team|staff|inventory|pipeline|list|membership|roster|footprint|lineup|catalog(?:ue)?|force)|(?:homes|units|vehicles|houses|systems|machines|aircraft|tons|ounces|barrels|carloads|cases)\s(?:delivered|sold|closed|shipped|produced|carried)|headcount|tonnage|traffic|membership|enrol?lment|attendance|throughput|circulation|workforce|output|ridership|viewership|"
    r"(?:[\w’'/&-]+\s){0,3}[\w’'/&-]*(?:[^\Wsu]|[^\Ws]e)s(?<!less)(?<!ness))"
)
_OWN = r"(?:(?:its|our|their|the|total|overall|average|combined)\s){0,2}"
_LAST = rf"(?:\s(?:in|for|during|at|as\sof)\s(?:the\s|our\s|its\s)?{PERIOD})?"
_BY = rf"(?:,?\s(?:by\s)?(?:(?:about|approximately|nearly|more\sthan|over|some|another)\s)?{VALUE},?)?"
_FROM = (
    rf"(?:,?\sfrom\s{_ABOUT}{COUNT}(?:\s[a-z-]+(?:\s[a-z-]+)?)?(?:\s(?:in|at|as\sof|during)\s(?:the\s)?{PERIOD})?,?)?"
)
_ROSE = r"(?:(?:has|have|had)\s)?(?:also\s)?(?:risen|rose|rises|grown|grew|grows|increased|increases|expanded|expands|climbed|jumped|surged|doubled|tripled|fell|fallen|falls|declined|decreased|dropped|shrank|slipped|improved|advanced)"
_START = r"(?:^\W*|[.;:,•▪●–—-]\s|\b(?:and|while|as|with|that|said|but|where|[’']s)\s)"
_SUBJECT = re.compile(
    rf"{_START}(?:In\s(?:the\s)?{PERIOD},?\s|During\s(?:the\s)?{PERIOD},?\s)?{_OWN}(?P<np>{_WORD}{{0,3}}?{_MANY}){_LAST}\s{_ROSE}(?:\s[a-z]+ly)?{_BY}{_FROM}\s?(?:\s(?:to|from)|,\sto|,\sfrom)\s{_ABOUT}$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:expand(?:s|ed|ing)?|grow(?:s|ing)?|grew|grown|increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|cut(?:s|ting)?|trim(?:s|med|ming)?|shrink|shrank|bring(?:s|ing)?|brought|double[sd]?|lower(?:s|ed|ing)?)\s"
    rf"(?:its|our|their|the|total)\s(?P<np>{_WORD}{{0,3}}?{_MANY}){_BY}{_FROM}\s?(?:\s(?:to|from)|,\sto|,\sfrom)\s{_ABOUT}$",
    re.IGNORECASE,
)
_GATE = re.compile(rf"\b(?:to|from)\s{_ABOUT}$", re.IGNORECASE)
_CONCEPTS = (
    ("NumberOfEmployees", "people", re.compile(r"\b(?:headcount|workforce|staff|employees|team|associates|team members|professionals|colleagues|workers|positions|jobs)$", re.IGNORECASE)),
    ("NumberOfCustomers", "customers", re.compile(r"\b(?:customers?|subscribers?|clients?|users?|members?|membership|policyholders|accounts)(?:\s(?:base|count))?$", re.IGNORECASE)),
    ("NumberOfLocations", "units", re.compile(rf"\b(?:{PLACES}|store|restaurant|branch|hotel|clinic)(?:\s(?:base|network|count|portfolio|footprint))?$", re.IGNORECASE)),
)  # fmt: skip
_NO_SUBJECT = re.compile(
    r"\b(?:shares?|stock|sales|revenues?|earnings|profits?|loss(?:es)?|costs?|expenses|prices?|rates?|margins?|assets|liabilities|deposits|loans|payables|receivables|securities|yields?|years?|months?|days?|weeks?|hours?|points|"
    r"temperatures|inflation|deaths|cases|infections|votes|seats|its|his|hers|this|was|has|does|deliveries|shipments|holdings|outstanding|terms?|results|guidance|estimates|unit|series|class|basis)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"^\s(?P<unit>(?:metric\s)?(?:tons?|tonnes?)|ounces|barrels|pounds|gallons|units|vehicles|homes|passengers|people|employees|customers|MW|MWh|GWh|boe|hectares|acres|[a-z-]+s)\b"
)
_ENDS = re.compile(
    r"^\s?(?:[.,;:)]|$)|^\s(?:at|as|in|from|to|by|for|on|and|compared|during|versus|worldwide|globally|with|after|across|over|within|today|now|last|a\syear|this|while|through|since)\b|^\s\ue003"
)
_GONE = re.compile(r"\b(?:delivered|sold|closed|shipped)$", re.IGNORECASE)
_FLOWS = re.compile(
    r"\b(?:tonnage|traffic|throughput|output|attendance|ridership|viewership|orders|transactions|downloads|visits|registrations|enrollments?|admissions|applications|openings|closings|bookings|rides|flights|trips|sessions)$",
    re.IGNORECASE,
)


def moved_count_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """The number that a moving subject or object comes to or comes from; None for other counts."""
    if _GATE.search(before[-60:]) is None or item.amount.value < 2:
        return None
    told = spelled(line, max(0, item.at - 190), item.at)
    found = _OBJECT.search(told) or _SUBJECT.search(told)
    if found is None:
        return None
    name = " ".join(re.sub(r"[\ue000-\uf8ff]", "", found["np"]).split())
    noun = name.removeprefix("number of ").removeprefix("Number of ")
    unit = _UNIT.match(after)
    if _NO_SUBJECT.search(noun) or stopped(noun.split()[-1]) or not (unit or _ENDS.match(after)):
        return None
    unit_word = unit["unit"] if unit is not None and _ENDS.match(after[unit.end() :]) else None
    if unit is not None and (unit_word is None or PERSONS.fullmatch(unit_word)):
        return None
    timing = "duration" if _FLOWS.search(noun) else "instant"
    for concept, unit_of, pattern in _CONCEPTS:
        if pattern.search(noun):
            return count_of(line, item, concept, noun.lower(), unit_of, before, measure="level", timing="instant")
    if _GONE.search(noun):
        return count_of(
            line, item, "UnitsSold", noun.lower(), unit_word or "units", before, measure="level", timing="duration"
        )
    counted = "people" if PERSONS.fullmatch(noun.split()[-1]) else unit_word or "units"
    return count_of(
        line,
        item,
        "Other",
        noun.lower() if not noun.isupper() else noun,
        counted,
        before,
        measure="level",
        timing=timing,
    )


_DONE = (
    r"completed|delivered|shipped|sold|installed|opened|enrolled|treated|sampled|collected|analy[sz]ed|issued|granted|signed|closed|created|hired|trained|produced|processed|built|drilled|planted|served|"
    r"registered|downloaded|booked|cancelled|canceled|converted|tendered|voted|transferred|redeemed|repurchased|mined|milled|excavated|developed|recovered|distributed|dosed|screened|randomi[sz]ed|vaccinated|"
    r"tested|inspected|recycled|collected|donated|awarded|filed|added|retired|exercised|activated|deployed|placed|leased|renewed|constructed|launched|acquired|evaluated|surveyed|assayed"
)
_DONE_TO = re.compile(
    rf"^{MODIFIERS}\s(?P<noun>[A-Za-z][a-z-]+s|aircraft|people)\b(?P<of>\sof\s(?:the\s)?[\w’'-]+(?:\s(?!(?:and|was|were|in|to|for)\b)[\w’'-]+){{0,3}}?)?(?P<who>\s(?:in|at|on|across|from)\s(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){{0,2}}?)?\s(?:were|was|have\sbeen|had\sbeen|are\sbeing)\s(?:[a-z]+ly\s)?(?P<verb>{_DONE})\b"
)
_WHERE = re.compile(r"\sin\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?<!\.)")
_LENGTHS = re.compile(
    r"(?:met(?:re|er)s|feet|kilomet(?:re|er)s|miles|yards|tons|tonnes|ounces|pounds|gallons|shares|doses|votes|units|options|warrants|people|cases|members)"
)


def done_to_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """So many things that something was done to: "93 soil samples were collected"."""
    match = _DONE_TO.match(after)
    if match is None or item.amount.value < 3:
        return None
    noun, verb = match["noun"], match["verb"]
    if IDLE.fullmatch(noun) and not _LENGTHS.fullmatch(noun):
        return None
    where = _WHERE.match(after, match.end())
    label = f"{match['mod'].strip()} {noun}{tail_words(after[match.end('noun') :]) if match['of'] else ''} {verb}{where[0] if where else ''}"
    unit = (
        "shares"
        if noun == "shares"
        else noun
        if _LENGTHS.fullmatch(noun) and noun not in ("people", "members", "cases", "options", "warrants", "votes")
        else "units"
    )
    unit = "people" if PERSONS.fullmatch(noun) else unit
    draft = count_of(line, item, "Other", " ".join(label.split()), unit, before, measure="level", timing="done")
    return (
        replace(draft, concept="UnitsSold", label=label.strip())
        if verb in ("shipped", "sold") and noun == "units"
        else draft
    )
