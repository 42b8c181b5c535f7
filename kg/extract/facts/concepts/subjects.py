"""Figures that their subject names: "driver turnover fell to 62%", "the average basket rose to $47.10", "occupancy was 92%"."""

from __future__ import annotations

import re

from kg.extract.facts.concepts.prices import per_what, priced
from kg.extract.facts.counting import count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import SLOTS, plain, spelled, stopped
from kg.extract.facts.slots.line import VALUE, Item, Line

_ABOUT = (
    r"(?:(?:approximately|about|over|nearly|almost|more than|less than|just|some|a record|an all-time high of|roughly|around|only|an?|the|under|"
    r"well over|a new high of|an average of|presently|currently|now|as much as)\s){0,3}"
)
# What a subject ends with is told by these only; the cheap look that comes first.
_ENDS = re.compile(
    rf"\b(?:to|of|was|were|is|are|averaged|averages|average|reached|totaled|totalled|hit|passed|exceeds?|exceeded|topped|surpassed|at|numbering|numbered|number)\s{_ABOUT}$"
)
_MOVED = (
    r"(?:(?:has|have|had)\s)?(?:also\s)?(?:rose|risen|rises|fell|fallen|falls|increased|increases|decreased|improved|improves|climbed|dropped|declined|grew|grown|"
    r"widened|narrowed|slipped|jumped|expanded|edged(?:\s(?:up|down))?|eased|recovered|was\s(?:raised|lowered|cut|reduced)|were\s(?:raised|lowered|cut|reduced))"
    rf"(?:\s(?:by\s)?(?:about\s)?{VALUE},?(?:\s(?:points?|percentage\spoints)?)?)?(?:,?\sfrom\s{VALUE}(?:[^.;,\ue000-\ue002]{{0,40}}))?\s?to"
)
_HEAD = (
    r"(?:rate|rates|ratio|occupancy|utili[sz]ation|retention|turnover|penetration|leverage|yield|coverage|availability|uptime|participation|conversion|attrition|vacancy|"
    r"delinquenc(?:y|ies)|factor|completion|adherence|efficiency|accuracy|delivery|tenure|score|index|RevPAR|ADR|ARPU|price|prices|cost|costs|size|value|ticket|basket|balance|"
    r"rent|rents|length|weight|age|volume|grade|tariff|charge-offs?|output|production|throughput|headcount|ARR|run[\s-]rate)"
)
_START = r"(?:^\W*|[.;:,•▪●–—-]\s|\b(?:and|while|as|with|that|said|but|where)\s)(?:(?:the|our|its|their|total|overall)\s){0,2}"
_WORD = r"(?:(?!(?:and|or|to|that|which|who|has|have|had|was|were|is|are|will|with|from|by|we|it|they|he|she|this|these|those|there)\b)[A-Za-z][\w'’/&-]*\s)"
_PLACE = r"(?:(?:of|in|at|for|per|on)\s(?:the\s|its\s|our\s)?(?:(?!(?:and|or|to|that|was|were|is|are|of|in|at|for|rose|fell)\b)[\w'’/&-]+\s){1,4}){0,2}?"
_MOVED_TO = re.compile(rf"{_START}(?P<np>{_WORD}{{1,6}}?{_PLACE}){_MOVED}\s{_ABOUT}$", re.IGNORECASE)
_IS = re.compile(
    rf"{_START}(?P<np>{_WORD}{{0,5}}?{_HEAD}\s{_PLACE})(?:was|were|is|are|averaged|stood\sat|reached|totaled|totalled|hit|passed|exceeds|exceeded|topped|surpassed|"
    rf"came\sin\sat|remained\sat|ended\sat)\s{_ABOUT}$",
    re.IGNORECASE,
)
_AVERAGE_OF = re.compile(
    rf"(?:^|[^\w])(?P<np>(?:average|median|typical|record)\s{_WORD}{{1,4}}?(?:of\s{_WORD})?)of\s{_ABOUT}$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:['’]?s\s)?(?:(?:the|our|its|their|an?|this|each|every|total|in|for|of|on|at|during|overall)\s)+",
    re.IGNORECASE,
)
# Such subjects are told elsewhere, or tell nothing of a business.
_OTHERS = re.compile(
    r"\b(?:shares?|stock|dividends?|age|aged|temperature|weather|inflation|unemployment|interest|tax|population|income|earnings|profits?|loss(?:es)?|revenues?|sales|guidance|"
    r"outlook|forecast|estimate|target|rating|options?|exchange|coupon|prime|LIBOR|SOFR|mortgage\srates?|GDP|CPI|oil|company|compan(?:y|ies)|it|they|total|results?)\b|(?:segments?|divisions?|business(?:es)?|units?|markets?)$",
    re.IGNORECASE,
)


def subject_draft(line: Line, item: Item) -> Draft | None:
    """The amount of money or the percentage that a subject of its own words is told to have; None for other figures."""
    before = spelled(line, max(0, item.at - 150), item.at)
    if _ENDS.search(before[-60:]) is None or item.amount.unit not in ("percent", "USD", "CAD", "EUR", "GBP", "AUD"):
        return None
    told = _MOVED_TO.search(before) or _IS.search(before) or _AVERAGE_OF.search(before)
    name = _name(told["np"]) if told else None
    weighed = any(one.kind == "concept" and one.to <= item.at and item.at - one.to < _NEAR for one in line.items)
    if (
        name is None
        or (weighed and _OWN_SENSE.search(name) is None)
        or (item.kind == "money" and abs(item.amount.value) < 1)
    ):
        return None
    per = per_what(line, item) if item.kind == "money" else None
    return priced(plain(item, "Other", name, item.amount.value, "flow"), per)


_NEAR = 60  # characters: a concept so close before a figure has been weighed, and found not to be its name


# Words of money that have another sense here.
_OWN_SENSE = re.compile(
    r"\b(?:driver|employee|staff|client|customer|tenant|inventory|asset|portfolio|volunt\w+)\sturnover\b|\b(?:selling|sales|list|home|gas|coal|steel|realized)\sprices?\b",
    re.IGNORECASE,
)


def _name(words: str) -> str | None:
    """The name of a subject, without its determiners; None where it is no name for a figure."""
    name = _LEADING.sub("", " ".join(SLOTS.sub("", words).split()))
    if not 1 <= len(name.split()) <= 9 or _OTHERS.search(name) or stopped(name.split()[-1]):
        return None
    return name if len(name.split()) > 1 or name.isupper() or re.fullmatch(_HEAD, name, re.IGNORECASE) else None


_BASES = re.compile(
    rf"{_START}(?P<np>{_WORD}{{0,4}}?(?:installed\s(?:user\s)?base|user\sbase|customer\sbase|subscriber\sbase|customer\scount|subscriber\scount|store\scount|user\scount|fleet|circulation|readership|"
    rf"attendance|enrollment|enrolment|viewership|following|listenership|downloads|agents|distributors|dealers|drivers)\s(?:of\s(?:{_WORD}){{1,4}}?)?)"
    rf"(?:(?:is|was|were|are)\s(?:now\s|presently\s|currently\s)?|has\sreached\s|reached\s|exceeds\s|exceeded\s|stands\sat\s|stood\sat\s|totals\s|totaled\s|totalled\s|numbers?\s|numbering\s|,\snumbering\s|"
    rf"topped\s|surpassed\s|passed\s|has\sgrown\sto\s|grew\sto\s|rose\sto\s){_ABOUT}$",
    re.IGNORECASE,
)
_CLIENTS = re.compile(r"(?:customer|subscriber|user)\s(?:base|count)\b(?!\sof)", re.IGNORECASE)


def base_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A count that a subject is told to have: "the installed base exceeds three million"; None for other counts."""
    if item.amount.value < 10 or _ENDS.search(before[-60:].replace(",", " ")) is None or _GOES_ON.match(after) is None:
        return None
    told = _BASES.search(before.replace(", numbering", " numbering"))
    if told is None:
        return None
    name = _LEADING.sub("", re.sub(r"^['’]?s\s", "", " ".join(SLOTS.sub("", told["np"]).split()))).lower()
    if _CLIENTS.search(name) and "installed" not in name:
        return count_of(line, item, "NumberOfCustomers", name, "customers", before, timing="instant")
    if name.startswith("store count"):
        return count_of(line, item, "NumberOfLocations", name, "units", before, timing="instant")
    people = name.endswith(("agents", "distributors", "dealers", "drivers"))
    return count_of(line, item, "Other", name, "people" if people else "units", before, timing="instant")


_GOES_ON = re.compile(
    r"\s?(?:[.,;)]|$)|\s(?:at|as|in|from|to|by|for|on|and|compared|during|versus|worldwide|or|with|after|across|people|units|computers|[a-z]+s)\b"
)
