"""Counts with a meaning: employees, stores, customers, areas, shares, units sold, capacity."""

from __future__ import annotations

import re

from kg.extract.facts.draft import Draft
from kg.extract.facts.line import COUNT, Item, Line
from kg.extract.facts.others import spelled, spread_label, tail_words

_QUALIFIER = re.compile(
    r"\b(more than|over|in excess of|approximately|about|nearly|almost|roughly|around|up to|as many as|at least|"
    r"less than|fewer than|under|some|an estimated|close to|upwards of|greater than|well over)\s(?:an?\s|its\s|the\s)?$",
    re.IGNORECASE,
)
_MODIFIERS = r"(?P<mod>(?:\s[\w-]+\sand(?=\s[\w-]+\s\w+s\b))?(?:\s(?!(?:and|or|to|of|in|for|from|at|with|by|on|were|was|are|is|that|which|per|will|have|has|as|than|the|its|our|their)\b)[\w&'’/-]+,?){0,5}?)"
_PEOPLE = (
    r"employees|people|workers|associates|jobs|positions|staff members|team members|teammates|professionals|persons|personnel|"
    r"colleagues|full-time employees|registered representatives|engineers|scientists|dealers and agents"
)
_PLACES = (
    r"stores|restaurants|locations|branches|branch offices|offices|retail outlets|outlets|shops|clinics|hotels|hospitals|"
    r"dealerships|showrooms|banking centers|banking offices|financial centers|retail locations|sales locations|sites|facilities|plants|"
    r"manufacturing facilities|warehouses|distribution centers|service centers|centers|theatres|theaters|screens|"
    r"properties|communities|campuses|schools|pharmacies|supermarkets|franchises|units in operation|dealers|ATMs|laboratories|gyms|clubs"
)
_CUSTOMERS = r"customers|clients|subscribers|accounts|users|members|customer accounts|policyholders|merchants|companies"
_AREAS = re.compile(
    r"(?:square[\s-]f(?:ee|oo)t|sq\.?\s?ft\.?|square[\s-]met(?:er|re)s?|m²|sq\.?\s?m)$", re.IGNORECASE
)
_AREA_WORD = re.compile(
    r"^\+?[\s-](?:(?:rentable|gross|leasable|additional|total|usable)\s)?(?P<unit>square[\s-]f(?:ee|oo)t|sq\.?\s?ft\.?|square[\s-]met(?:er|re)s?|acres?|hectares?)",
    re.IGNORECASE,
)
_AREA_UNITS = {
    "squarefeet": "sqft",
    "squarefoot": "sqft",
    "sqft": "sqft",
    "acre": "acres",
    "acres": "acres",
    "hectare": "hectares",
    "hectares": "hectares",
}
_CAPACITY = re.compile(
    r"^\+?\s(?P<unit>(?:metric\s)?tons?(?:\sper\s(?:year|day|annum))?|megawatts?|MW|gigawatts?|GW|MWh|GWh|kW|barrels(?:\s(?:of\soil\s)?per\sday)?|bpd|(?:[mM]illion\s)?cubic\sfeet\sper\sday|"
    r"tonnes?(?:\sper\s(?:year|day|annum))?|gallons\sper\s(?:year|day)|wafers\sper\smonth|TEUs?|beds|rooms|seats)\b"
)
_OTHER_NOUNS = (
    r"countries|states|markets|cities|products|new products|patents|projects|programs|patients|subjects|funds|brands|"
    r"vehicles|aircraft|homes|wells|systems|countries and territories|territories|languages|titles|issued patents|"
    r"students|miles|acres|business segments|segments|counties|devices|installations|airports|vessels|ships|trucks|trials|clinical trials|devices|switches|circuits|models|contracts|orders|licenses|jobs|stations|"
    r"barrels|directors|physicians|partners|distributors|dealers|agents|licensees|transactions|loans|issuers|participants|apartments|megawatts"
)
_PEOPLE_AFTER = re.compile(rf"^\+?(?:-person)?{_MODIFIERS}\s(?P<noun>{_PEOPLE})\b", re.IGNORECASE)
_PLACES_AFTER = re.compile(rf"^\+?{_MODIFIERS}\s(?P<noun>{_PLACES})\b")
_CUSTOMERS_AFTER = re.compile(rf"^\+?{_MODIFIERS}\s(?P<noun>{_CUSTOMERS})\b")
_OTHER_AFTER = re.compile(rf"^\+?{_MODIFIERS}\s(?P<noun>{_OTHER_NOUNS})\b")
_SHARED_NOUN = re.compile(
    rf"^(?:\s[\w'’-]+){{1,3}},?\s(?:and|or)\s(?:approximately\s|about\s|more than\s|over\s)?{COUNT}(?:\s[\w'’-]+){{0,3}}?\s(?P<noun>{_PLACES}|{_PEOPLE})\b"
)
_CUT = re.compile(
    r"\b(?:eliminat\w+|reduc\w+|lay(?:ing)?[\s-]?off|laid off|layoffs?|cut(?:ting|s)?|terminat\w+|dismiss\w+|loss of|losing|shed(?:ding)?|furlough\w*|affect(?:ing|s)?|displac\w+)\b[^.;\ue000]{0,60}$",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"\b(?:add(?:s|ed|ing)?|creat(?:e|es|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|additional|open(?:s|ed|ing)?|expand by|generate)\b[^.;\ue000]{0,30}$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|plans?|planned|intends?|expects?|expected|anticipates?|to be|would|could|may|scheduled|proposed|aims?|targets?|"
    r"when completed|upon completion|going to|seeks? to|to (?:open|build|add|create|eliminate|acquire|hire|construct|reduce|cut|close|enroll|sell|purchase|issue))\b",
    re.IGNORECASE,
)
_SHARES_AFTER = re.compile(
    rf"^\+?{_MODIFIERS}\s(?P<noun>shares|common shares|ordinary shares|American Depositary Shares|ADSs)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\b(?:sold|shipped|delivered|sells?|ships?|unit sales of|shipments of|deliveries of|sales of|delivering|selling|shipping)\s(?:approximately |about |more than |over |nearly |a record |an all-time record |record |a total of )*$",
    re.IGNORECASE,
)
_SOLD_THING = re.compile(r"^\s(?P<thing>(?:[\w&'’-]+\s){0,3}?[\w&'’-]+s)\b")
# What was done within a period: a count of these takes the period of its sentence.
_DONE = re.compile(
    r"\b(?:introduced|released|launched|opened|added|shipped|sold|delivered|completed|signed|closed|acquired|installed|drilled|produced|processed|hired|repurchased|originated|"
    r"adding|added|with|gained|won|booked|activated)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_SKIP_BEFORE = re.compile(
    r"(?:\b(?:top|fortune|russell|largest|biggest|leading|key|s&p|nasdaq|forbes|inc\.|global|the last|past|next|every|per|within|days?|age|aged|chapter|rated|least one of|one of|first|among the|for|no|number)\s|\$)$",
    re.IGNORECASE,
)


def count_draft(line: Line, item: Item) -> Draft | None:
    """What a count states by the noun it counts; None where the noun is no measure of business."""
    if item.amount.unit == "ratio":
        words = line.text[item.start : item.end]
        return _draft(line, item, "Other", f"stock split ratio ({words})", "ratio", "", timing="event")
    before, after = line.coded[max(0, item.at - 110) : item.at], line.coded[item.to : item.to + 110]
    if _YEAR_NUMBER.fullmatch(line.text[item.start : item.end]) and not _COUNTED.match(after):
        return None
    if _again(line, item):
        return None
    if _SKIP_BEFORE.search(before) and not _QUALIFIER.search(before):
        return None
    for read in (_area, _people, _shares, _sold, _places, _customers, _capacity, _other, _plain):
        draft = read(line, item, before, after)
        if draft is not None:
            return draft
    return None


_YEAR_NUMBER = re.compile(r"(?:19[89]|20[0-4])\d")
_COUNTED = re.compile(r"^\+?[\s-](?:employees|people|stores|restaurants|square|shares|customers|locations)\b")


def _again(line: Line, item: Item) -> bool:
    """Whether a count stands in brackets right after one that it converts: "40 hectares (99 acres)"."""
    head = line.coded[: item.at]
    return re.search(rf"{COUNT}[\s-]?[\w.\s]{{0,16}}\($", head) is not None and bool(
        _AREA_WORD.match(line.coded[item.to : item.to + 40]) or _AREAS.search(line.text[item.start : item.end])
    )


def qualifier(before: str) -> str:
    """The bound that stands before a value ("more than"), in brackets for a label; else empty."""
    match = _QUALIFIER.search(before)
    return f" ({match[1].lower()})" if match else ""


def _draft(line: Line, item: Item, concept: str, label: str, unit: str, before: str, **more: object) -> Draft:
    fields: dict[str, object] = {"timing": "done" if _DONE.search(before) else "instant", "future": _ahead(line, item), **more}
    change = fields.get("measure") == "change"
    amount = item.amount.value
    cut = change and bool(_CUT.search(before))
    return Draft(
        concept=concept,
        label=(label.strip() + qualifier(before)).strip(),
        unit=unit,
        value=-amount if cut else amount,
        timing=str(fields["timing"]),
        future=bool(fields["future"]),
        measure="change" if change else "level",
        scope=str(fields.get("scope", "total")),
        shares=fields.get("shares") if isinstance(fields.get("shares"), str) else None,  # type: ignore[arg-type]
        item=item,
        last=item,
        anchor=item,
        rule="facts/prose-count",
    )


def _ahead(line: Line, item: Item) -> bool:
    start = max(line.coded.rfind(";", 0, item.at), 0)
    return _FUTURE.search(line.coded[start : item.at]) is not None


def _area(line: Line, item: Item, before: str, after: str) -> Draft | None:
    printed = line.text[item.start : item.end]
    own = _AREAS.search(printed)
    match = None if own else _AREA_WORD.match(after)
    if not own and not match:
        return None
    word = re.sub(r"[^a-z]", "", (own[0] if own else match["unit"] if match else "").lower())
    unit = _AREA_UNITS.get(word, "sqm")
    if item.amount.value < 100 and unit in ("sqft", "sqm"):
        return None
    return _draft(line, item, "FacilityArea", "area", unit, before)


def _people(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _PEOPLE_AFTER.match(after)
    if match is None:
        if re.search(
            r"\b(?:workforce|headcount|staff) (?:of|to|was|is) (?:approximately |about |more than |over |nearly )?$",
            before,
            re.IGNORECASE,
        ):
            return _draft(line, item, "NumberOfEmployees", "employees", "people", before)
        return None
    noun = match["noun"].lower()
    employer = re.search(r"\b(?:employ\w*|workforce|staff|team of|jobs)\b", before + after, re.IGNORECASE)
    if noun in (
        "people",
        "persons",
        "positions",
        "engineers",
        "scientists",
        "personnel",
        "professionals",
        "workers",
        "colleagues",
    ) and not (employer or _CUT.search(before) or _ADD.search(before)):
        return None
    if item.amount.value < 2:
        return None
    change = bool(_CUT.search(before)) or bool(_ADD.search(before))
    label = f"{match['mod'].strip()} {noun}".strip()
    return _draft(
        line, item, "NumberOfEmployees", label, "people", before, measure="change" if change else "level"
    )


def _places(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _PLACES_AFTER.match(after) or _SHARED_NOUN.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    if re.fullmatch(_PEOPLE, noun):
        return None
    if (
        noun in ("facilities", "plants", "sites", "centers", "properties", "units", "communities")
        and item.amount.value < 3
    ):
        return None
    mod = (match.groupdict().get("mod") or "").strip()
    change = bool(_CUT.search(before)) or bool(
        _ADD.search(before) and re.search(r"\b(?:new|additional)\b", mod + before[-30:])
    )
    return _draft(
        line,
        item,
        "NumberOfLocations",
        f"{mod} {noun}".strip(),
        "units",
        before,
        measure="change" if change else "level",
    )


def _customers(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _CUSTOMERS_AFTER.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    if noun == "companies" and not re.search(
        r"\b(?:serv\w+|customers?|clients?|used by|utiliz\w+|trained|over|more than)\b", before + after
    ):
        return None
    if noun in ("members", "accounts", "users") and item.amount.value < 100 and "new" not in match["mod"]:
        return None
    return _draft(line, item, "NumberOfCustomers", f"{match['mod'].strip()} {noun}", "customers", before)


def _shares(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _SHARES_AFTER.match(after)
    if match is None or item.amount.value < 100:
        return None
    rest = after[match.end() : match.end() + 60]
    words = (before[-70:] + "|" + match["mod"] + "|" + rest).lower()
    if (
        re.search(
            r"(?:based )?on (?:an average (?:base )?of |a weighted average of |approximately )?$", before, re.IGNORECASE
        )
        or "diluted" in match["mod"].lower()
    ):
        if "basic" in match["mod"].lower():
            return None
        return _draft(
            line,
            item,
            "WeightedAverageSharesDiluted",
            "diluted shares",
            "shares",
            before,
            timing="duration",
            shares="diluted",
        )
    if re.search(r"repurchase|buy ?back|bought back|purchas\w+ (?:up to|of|a total)", before[-70:].lower()):
        return _draft(line, item, "SharesRepurchased", "shares repurchased", "shares", before, timing="event")
    if re.search(r"\boutstanding\b", rest[:40]) or "outstanding" in match["mod"].lower():
        return _draft(line, item, "SharesOutstanding", "shares outstanding", "shares", before)
    verb = re.search(
        r"\b(issued?|issuing|issuance|sell|sold|sale|offer(?:ed|ing)?|purchase|receive|warrants?|options?|register|resale|granted|convert\w*)\b",
        words,
    )
    if verb is None:
        return None
    more = "additional " if re.search(r"\badditional\s$", before) else ""
    tail = tail_words(spelled(line, item.to, min(len(line.coded), item.to + 140))[match.end() :])
    label = f"{more}{match['mod'].strip()} shares{tail} {verb[1]}".strip()
    measure = "change" if more else "level"
    return _draft(line, item, "Other", label, "shares", before, timing="event", measure=measure)


def _sold(line: Line, item: Item, before: str, after: str) -> Draft | None:
    if not _SOLD.search(before):
        return None
    match = _SOLD_THING.match(after)
    if (
        match is None
        or item.amount.value < 10
        or re.search(r"\b(?:shares|units of|common)\b", match["thing"])
    ):
        return None
    thing = match["thing"].strip()
    last = thing.split()[-1].rstrip(",")
    scope = f"product:{last.removesuffix('s')}" if last != "units" else "total"
    return _draft(line, item, "UnitsSold", f"{thing} sold", "units", before, timing="duration", scope=scope)


def _capacity(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _CAPACITY.match(after)
    if match is None and re.search(r"\bcapacity (?:of|to|for) (?:(?:approximately|about|up to|more than|over|nearly|at least|around) )?$", before):
        named = re.match(r"\s(?P<unit>[a-z]+(?:\sper\s\w+)?)\b", after)
        return _draft(line, item, "Capacity", "capacity", named["unit"], before) if named else None
    if match is None or "capacity" not in (before + after).lower():
        return None
    return _draft(line, item, "Capacity", "capacity", match["unit"], before)


_FEW = frozenset(("directors", "loans", "units", "systems", "products", "programs", "projects", "segments"))
_PERSONS = frozenset(("patients", "subjects", "students", "directors", "physicians", "agents"))
_REGIONS = frozenset(("countries", "states", "markets", "cities", "territories", "counties", "countries and territories"))


def _other(line: Line, item: Item, before: str, after: str) -> Draft | None:
    match = _OTHER_AFTER.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    rest = after[match.end() :]
    if noun in _FEW and item.amount.value < 3:
        return None
    if noun == "miles" and not rest.startswith(" of"):
        return None
    if noun in ("patients", "subjects") and item.amount.value < 10 and "enroll" not in before + after:
        return None
    if re.search(r"\ball\s$", before):
        return None
    label = f"{match['mod'].strip()} {noun}{tail_words(rest)}".strip()
    if noun in _REGIONS:
        label = spread_label(before, label)
    return _draft(line, item, "Other", label, "people" if noun in _PERSONS else "units", before)


# Nouns whose counts say nothing of a business.
_IDLE = re.compile(
    r"(?:years?|days?|weeks?|months?|hours?|minutes?|seconds|quarters?|times|points?|percent\w*|members?|steps|ways|areas|reasons|factors|pages|people|items|"
    r"things|parts|types|kinds|groups|sections|aspects|phases|stages|levels|lines|others|decades|centuries|nights|directions|sides|terms|periods|"
    r"digits|versions|editions|copies|cases|questions|categories|criteria|conditions|examples|options|elements|components|pillars|tiers|sets|series|"
    r"stories|calls|basis|business|less|kilomet\w+|met(?:er|re)s|yards|ounces|tonnes|tons|definitions|shares|warrants|votes|nominees|was|is|has|does|this|its|plus|events|seasons|sessions|classes|rounds|trading|consecutive|quarterly|straight|units|species|inches|feet|degrees|pounds|volts|"
    r"pixels|watts|grams|liters|gallons|doses|mg|colors|sizes|channels|speeds|cylinders|cores|bits|bytes|lanes|floors|bedrooms|holes|weeks|months|thirds|fourths|fifths|halves|quarters|tenths|sixths)",
    re.IGNORECASE,
)
_ANY_AFTER = re.compile(rf"^\+?{_MODIFIERS}\s(?P<noun>[a-z][a-z-]{{2,}}s|[A-Z][\w-]*s)\b(?!\s(?:ago|old|later|earlier|after|before|from now|in a row|per\b))")


_STREET = re.compile(r"\b(?:Parkway|Street|Avenue|Road|Drive|Boulevard|Blvd|Lane|Highway|Suite|Way|Court|Plaza|Square|St\.|Ave\.)\b|Americans|Texans|Mbps|Gbps")


def _plain(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A count of things that were made, signed, opened or the like, or are many."""
    match = _ANY_AFTER.match(after)
    if match is not None and (_STREET.match(after[match.start("noun") :]) or _STREET.search(match[0])):
        return None
    if not any(party.kind == "party" for party in line.items):
        return None
    if match is not None and re.search(r"(?:[\w)]\s|^)[A-Z][\w-]*\s$", before):
        return None  # a number after a name is part of it
    if match is None or _IDLE.fullmatch(match["noun"]) or item.amount.value < 2:
        return None
    done = _DONE.search(before)
    if not done and item.amount.value < 20:
        return None
    if _IDLE.fullmatch((match["mod"].split() or ["x"])[-1]) or (re.search(r"\b(?:of|for|in|at|within|every|than)\s$", before) and item.amount.value < 100):
        return None
    label = f"{match['mod'].strip()} {match['noun']}{tail_words(after[match.end() :])}"
    return _draft(line, item, "Other", f"{label} {done[0].split()[0].lower()}" if done else label, "units", before)
