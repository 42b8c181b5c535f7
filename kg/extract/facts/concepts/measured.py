"""Volumes that a sentence tells of a subject: "production averaged 6,412 boe/d", "ASMs fell 4.8 percent to 4.52 billion"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.counting import count_of
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spelled
from kg.extract.facts.slots.line import COUNT, PERCENT, PERIOD, Item, Line

_TRAFFIC = (
    r"revenue passenger (?:miles|kilomet(?:er|re)s)|available seat (?:miles|kilomet(?:er|re)s)|(?:cargo |revenue |available )?(?:ton|tonne)[ -](?:miles|kilomet(?:er|re)s)|"
    r"RPMs?|ASMs?|RPKs?|ASKs?|RTMs?|ATMs?(?= \()|enplanements|passenger traffic|passenger numbers|block hours"
)
_SUBJECT = re.compile(
    rf"(?P<np>(?:(?<![\w/-])[A-Za-z][\w&-]*\s(?:and\s)?){{0,2}}\b(?:{_TRAFFIC}|shipments|deliveries|(?:unit|tonnage|shipment|sales|production) volumes?|production|throughput))(?:\s\([A-Za-z/]{{2,8}}\))?"
    rf"(?:\s(?:for|in|during|of)\s(?:the\s)?{PERIOD})?,?\s"
    r"(?:(?:was|were|totaled|totalled|averaged|reached|amounted\sto|came\sto|stood\sat|(?:is|are|was|were)\s(?:now\s|currently\s|still\s)?(?:expected|forecast|projected|estimated|planned|anticipated|seen)(?:\s(?:at|to\s(?:be|average|total|reach)))?|(?:will|should)\s(?:be|average|total|reach))"
    r"|(?:is\sexpected\sto\s)?(?:increased?|decreased?|rose|rise|fell|grew|grow|declined?|dropped|climbed|improved?|up|down)"
    rf"(?:\s(?:by\s)?(?:(?:about|approximately|nearly|almost)\s)?{PERCENT},?)?\sto)\s"
    rf"(?:(?:about|approximately|an?|the|record|average|averaging|of|at|nearly|over|more\sthan|between)\s){{0,4}}(?:{COUNT}\s?(?:to|and|-|–)\s?)?$",
    re.IGNORECASE,
)
_FLEW = re.compile(
    r"\b(?P<verb>flew|carried|transported|boarded|handled|flies|carries)\s(?:(?:about|approximately|a\srecord|over|more\sthan|nearly|a\stotal\sof|some|almost)\s){0,2}$"
)
_FLOWN = re.compile(
    rf"^\s(?P<unit>(?:revenue\s|scheduled\s|international\s|domestic\s)?passengers|{_TRAFFIC}|containers|TEUs?)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:in|for|during)\s(?:the\smonth\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s\d))"
)
_LEADING = re.compile(r"^(?:(?:and|but|while|as|the|its|our|total|in|for|of|that|said)\s)+", re.IGNORECASE)
_DONE_AS = {"flew": "flown", "flies": "flown", "carries": "carried"}
_DAILY = (
    r"(?:[MmBb]{0,3}(?:boe|bbls?|BOE|Bbls?|cfe?|CFE?|Boe)(?:/d(?:ay)?|\sper\sday|pd)|b(?:o|oe)pd|BO(?:E)?PD|barrels(?:\sof\soil)?(?:\sequivalent)?\s(?:per|a)\sday|"
    r"(?:million\s)?cubic\sfeet(?:\sequivalent)?\s(?:per|a)\sday)"
)
_UNIT = re.compile(
    rf"^\s(?P<unit>{_DAILY}|(?:metric\s|short\s|net\s)?tons?|tonnes?|ounces|barrels|pounds|gallons|units|vehicles|homes|aircraft|MWh|GWh|boe|BOE|kWh|cases|bushels|carloads)\b(?![/-])"
)
_NOTHING_MORE = re.compile(
    rf"^(?:\)?[.,;]|\)|\s?$|\s(?:for|in|during|from|compared|versus|against|over|a\syear|last\syear|at)\b|\s{PERIOD})"
)
_SELLS = re.compile(r"shipments|deliveries|sales|unit volume|shipment volume", re.IGNORECASE)
_BY_NUMBER = re.compile(rf"{_TRAFFIC}|passenger", re.IGNORECASE)


def measured_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A volume by its subject, or traffic by its verb; None where the words tell neither."""
    if _MONTH.search(line.coded):
        return None  # of which year the text leaves open
    flew, flown = _FLEW.search(before), _FLOWN.match(after)
    if flew is not None and flown is not None:
        done = _DONE_AS.get(flew["verb"], flew["verb"])
        label = f"{flown['unit']} {done}"
        return count_of(line, item, "Other", label, flown["unit"].lower(), before, timing="duration")
    told = _SUBJECT.search(spelled(line, max(0, item.at - 110), item.at))
    if told is None or item.amount.value < 2:
        return None
    name = _LEADING.sub("", " ".join(told["np"].split()))
    unit = _UNIT.match(after)
    if unit is None and not (_BY_NUMBER.search(name) and _NOTHING_MORE.match(after)):
        return None
    concept = "UnitsSold" if _SELLS.search(name) else "Other"
    label = name if name.isupper() or name[:-1].isupper() else name.lower()
    return count_of(line, item, concept, label, unit["unit"] if unit else "units", before, timing="duration")


_COMPARED = re.compile(
    rf"[^.;\ue000\ue002]{{0,90}}?(?:\b(?:compared\s(?:with|to)|versus|vs\.?|against|from)\s(?:(?:the|about|approximately|an?|nearly)\s){{0,2}}|[(\[](?:{PERIOD}|previous\syear|prior\syear|last\syear):?\s)"
)


def compared_of(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A further count of what the count before it counts: "51,300 tons, against 48,200 last year"."""
    last = found[-1] if found else None
    if len(found) > 1 and last is not None and last.label.split()[0] in ("states", "countries", "cities", "markets"):
        last = found[-2]  # "117 stores in nine states, up from 98": the stores
    if last is None or last.rule != "facts/prose-count" or last.measure != "level" or last.low is not None:
        return None
    bracketed = line.coded[max(0, item.at - 2) : item.at].strip() == ":"
    if last.unit in ("ratio", "shares") or not (bracketed or comparison(line, item)) or comparison(line, last.item):
        return None
    if not _COMPARED.fullmatch(line.coded, found[-1].last.to, item.at):
        return None
    after = line.coded[item.to : item.to + 60]
    unit = _UNIT.match(after)
    again = unit is not None and unit["unit"] == last.unit
    if (
        not again
        and not re.match(rf"\s{re.escape(last.label.split(' (')[0].lower())}\b", after.lower())
        and not _NOTHING_MORE.match(after)
    ):
        return None
    return replace(last, value=item.amount.value, future=False, item=item, last=item, anchor=item)
