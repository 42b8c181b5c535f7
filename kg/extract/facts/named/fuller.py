"""Fuller names for figures that a word or two name: "investors in network", "languages in which published daily"."""

from __future__ import annotations

import re

from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import STOP, spelled, trimmed
from kg.extract.facts.slots.line import Line

_SHORT = 2  # words that name a figure hardly
_MOST = 6  # words of a name that is long enough
_BOUND = re.compile(r"(?P<name>.*?)(?P<bound>\s\([^()]*\))?")
_WORD = r"(?!(?:and|or|but|as|while|which|that|who|is|are|was|were|will|has|have|had|would|could|may|can|including|compared|versus|during|since|after|before|until|by|it|we|they)\b)[\w’'&/.-]*[\w’'&/]"
_WORD_ANY = r"[\w’'-]+(?:\s(?:by|to|in|on|with|their|its|the))?"
# A name ends where its sentence pauses or goes on with another thing.
_ENDS = r"(?=[.;:)]|$|,(?!\s[A-Z])|\s(?:and|or|but|in|on|at|for|to|from|with|by|as|that|which|who|while|is|are|was|were|will|has|have|including|through|across|under|over|during|since|after)\b|\s[\ue000-\ue005])"
# What stands behind a counted noun and tells which ones: "in the U.S.", "attended the meeting".
_BEHIND = re.compile(
    rf"\s(?P<tail>(?:(?:in|at|on|for|across|throughout|from|with|within|under|through|to(?=\s(?:the|a|an|its|our|their|[A-Z][\w]*|[a-z]+s)\b))\s(?:(?:the|a|an|its|our|their|all|this)\s)?|(?:[a-z]+ly\s)?(?:[a-z]{{3,}}ed)\s(?:(?:the|a|an|its|our|to|in|at|from|by|for|with)\s){{0,2}}|(?=(?:worldwide|nationwide|globally|onsite|onboarded)\b))"
    rf"{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,3}}){_ENDS}"
)
_PAID_FOR = re.compile(
    rf"\)?\s(?P<tail>(?:for|from|to|on|under|over|(?:resulting|arising)\sfrom|related\sto|relating\sto|associated\swith|(?P<into>in))\s(?:(?:the|a|an|its|our|their|all)\s)?{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,3}}){_ENDS}"
)
_TIME = re.compile(
    r"[\ue000-\uf8ff]|\b(?:quarter|year|years|month|months|period|today|date|week|day|time|annually|least|addition|total|order|part|more|over|about|approximately|nearly|excess|two|three|four|five|six|seven|eight|nine|ten|twelve)\b|\d{4}",
    re.IGNORECASE,
)
_HELD_IN = re.compile(
    r"\b(?P<in>network|portfolio|community|group|family|range|list|series|collection|database|library|panel|pool|ecosystem)\sof\s"
    r"(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to|its|our)\s){0,3}$"
)
_REGIONS = re.compile(
    r"(?:^|\s)(?:countries|states|languages|markets|cities|territories|provinces|counties|nations|regions)$"
)
_WHERE = re.compile(
    r"\b(?P<what>active|present|available|operating|operates?|sold|distributed|published|marketed|represented|used|installed|deployed|licensed|spoken|offered|traded|recruited|serves|serving)(?P<how>\s(?:daily|weekly|monthly|today|commercially|directly))?\s"
    r"(?:in|across|throughout)\s(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to)\s){0,2}$"
)
# "an order pipeline of 10,000 kits": ordered or hoped for, not there.
_AWAITED = re.compile(
    r"\b(?P<in>(?:(?:order|sales|development|project|deal|acquisition|home|customer|unit)\s)?(?:pipeline|backlog|waitlist|waiting\slist|order\sbook))\sof\s(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to)\s){0,2}$"
)
_PRODUCED = re.compile(
    r"\b[Pp]roduction(?:\s(?:schedule|run|plan|rate))?(?:\s[\w-]+){0,3}?\s(?:of|to|is|was|at|exceeds|exceeded|reached|totaled)\s(?:(?:in excess of|approximately|about|more than|over|nearly|almost|some|around|up to)\s){0,2}$"
)
# "enough to power the equivalent of 16,000 homes"
_POWERED = re.compile(
    r"\b(?:power(?:s|ed|ing)?|electrify(?:ing)?)\s(?:the\sequivalent\sof\s)?(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to)\s){0,2}$"
)
# "supplies 80 dairies with feed": what they are given is no part of them.
_SUPPLIES = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|equip(?:s|ped|ping)?|furnish(?:es|ed|ing)?)\s(?:(?:approximately|about|more than|over|nearly|almost|some|around|up to)\s){0,2}$"
)
_PRICE = re.compile(r"\b(?:price|MSRP|SRP|fee)$", re.IGNORECASE)
# "TonePad Pro carries a list price of $95", "TonePad's list price is $95"
_SELLS = re.compile(
    r"\W{0,3}(?:The\s)?(?P<what>(?!(?:The|This|That|These|Those|It|Its|They|We|Our|You|Your|In|At|On|For|Each|All|With|Price|Prices|Pricing|Suggested|List|Retail|Cost)\b)[A-Z][\w.+/&-]*(?:\s(?:[A-Z0-9][\w.+/&-]*|system|software|player|kit|package|board|card)){0,4})"
    r"(?:,\swhich)?(?:['’]s\s|\s(?:(?:will\s|also\s|now\s)?(?:carr(?:y|ies)|has|have|be\savailable|is\s(?:now\s)?available|retails|lists|sells|costs|is\spriced|comes|has\san?))\s)"
)
# "the event was attended by 900 people": what they did.
_MET = re.compile(r"\b(?P<verb>attended|joined|visited|watched|viewed|used)\sby\s(?:[a-z]+\s){0,3}$")
_MET_AS = {
    "attended": "attending",
    "joined": "joining",
    "visited": "visiting",
    "watched": "watching",
    "viewed": "viewing",
    "used": "using",
}
# "awarded $9,000 in scholarships to 12 students"
_GIVEN = re.compile(
    r"\b(?P<verb>awarded|granted|gave|given|presented|donated|provided|distributed)\s(?:[a-z]+\s){0,2}\ue000[\ue100-\uf8ff]\s(?:in|of)\s(?P<what>(?:[a-z-]+\s){1,3})to\s(?:[a-z]+\s){0,2}$"
)
_GIVEN_AS = {"gave": "given", "presented": "given", "donated": "given", "provided": "given", "distributed": "given"}
# "58 institutions have raised their stakes", "300 trees were planted", "100 firms trust Alder"
_ACTS = re.compile(
    rf"\s(?:(?P<have>(?=(?:have|had)\s[a-z]+(?:ed|en|wn|ne|ld|nt|ght)\b))|(?P<be>(?:(?:were|was|(?:have|had)\sbeen|are\sbeing)\s)(?=[a-z]+ed\b|sold|built|made))|(?=(?:trust|use|rely|depend|subscribe|participate|visit|read|attend|watch|play)\s))"
    rf"(?P<tail>{_WORD_ANY}(?:\s{_WORD}){{0,3}}){_ENDS}"
)
_TOLD = re.compile(r"\s(?:for|to|from|in|with|at|across|of)\s")
_AS_TOLD = {"operates": "operating", "operate": "operating", "serves": "serving"}


def fuller(line: Line, draft: Draft) -> str:
    """The label of a draft, with what its sentence tells of the thing, where a word or two name it."""
    whole = _BOUND.fullmatch(draft.label)
    if draft.concept != "Other" or draft.rule not in ("facts/prose-count", "facts/prose-other") or whole is None:
        return draft.label
    name, bound = whole["name"], whole["bound"] or ""
    if (
        (_weight(name) > _SHORT and not _PRICE.search(name))
        or _TOLD.search(name)
        or draft.unit in ("m", "ft", "g/t", "ratio", "percent")
    ):
        return draft.label
    more = _more(line, draft, name)
    return f"{name} {more}{bound}" if more and _weight(f"{name} {more}") <= _MOST else draft.label


def _weight(name: str) -> int:
    return sum(word.lower() not in STOP and word.lower() != "of" for word in name.split())


def _more(line: Line, draft: Draft, name: str) -> str:
    """The words that tell which things a figure counts, or what an amount is for; empty where none do."""
    before = spelled(line, max(0, draft.item.at - 90), draft.item.at)
    after = spelled(line, draft.last.to, min(len(line.coded), draft.last.to + 110))
    if draft.item.kind != "count":
        return _of_amount(line, draft, name, after)
    held = _HELD_IN.search(before)
    if held is not None:
        return f"in {held['in']}"
    of_what = _AWAITED.search(before)
    if of_what is not None:
        return f"in {of_what['in'].strip()}"
    if _POWERED.search(before):
        return "powered"
    if _PRODUCED.search(before) and "produc" not in name:
        return "produced"
    met = _MET.search(before)
    if met is not None and draft.unit == "people":
        return _MET_AS[met["verb"]]
    given = _GIVEN.search(before)
    if given is not None:
        return f"{_GIVEN_AS.get(given['verb'], given['verb'])} {given['what'].strip()}"
    where = _WHERE.search(before) if _REGIONS.search(name) else None
    if where is not None:
        return f"in which {_AS_TOLD.get(where['what'], where['what'])}{where['how'] or ''}"
    noun = re.match(rf"\+?\s{re.escape(name)}\b", after, re.IGNORECASE)
    acts = _ACTS.match(after, noun.end()) if noun else None
    if acts is not None and not _TIME.search(acts["tail"]):
        return f"that {trimmed(acts['tail'])}" if acts["have"] or not acts["be"] else trimmed(acts["tail"])
    told = _BEHIND.match(after, noun.end()) if noun else None
    if told is not None and told["tail"].startswith("with ") and _SUPPLIES.search(before):
        return "supplied"
    return _plain(told["tail"]) if told else ""


def _of_amount(line: Line, draft: Draft, name: str, after: str) -> str:
    """What an amount is paid for, or the goods that a price is of."""
    told = _PAID_FOR.match(after) if draft.anchor.number == draft.item.number else None
    if told is not None and (told["into"] is None or name.lower().endswith(("investment", "investments"))):
        return _plain(told["tail"])
    sold = _SELLS.match(line.text) if _PRICE.search(name) else None
    return f"of {sold['what']}" if sold is not None else ""


def _plain(tail: str) -> str:
    name = "" if _TIME.search(tail) or tail.endswith("ly") else trimmed(tail)
    return f"{name}." if name.endswith(("U.S", "U.K")) else name
