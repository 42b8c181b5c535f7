"""Percentages that no concept names: portions of something, rates, premiums, growth of what the words name."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.facts.concepts.growth import growth_draft
from kg.extract.facts.concepts.parts_done import ABOUT, TITLE, of_own, with_deed, with_object
from kg.extract.facts.counting import CUT, ORIGIN
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import SLOTS, noun_phrase, plain, spelled
from kg.extract.facts.slots.line import PERIOD, SLOT, VALUE, Item, Line

_SHARE = re.compile(
    rf"(?P<np>(?:[A-Za-z](?:[\w'’&/-]|\.(?=\w))*\.?,?\s){{1,6}})(?:(?:{SLOT}|today|now|currently)\s)?(?:also\s)?(?:which\s|that\s)?(?:accounted for|account for|accounts for|represented|represents?|representing|made up|makes? up|making up|"
    rf"comprised|comprises?|contributed|constituted|constitutes?|generated|accounting for)\s{ABOUT}$",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    rf"^\sof\s(?:the\s|our\s|its\s|total\s|net\s|company's\s|all\s|consolidated\s|quarter['’]?s\s|[A-Z][\w.&-]*(?:['’]s)?\s|{PERIOD}(?:['’]s|\s)\s?)*(?:\ue004[\ue100-\uf8ff]|(?:revenues?|sales)\b)",
    re.IGNORECASE,
)
_STAKE = (
    r"(?:(?:equity|ownership|joint venture|working|controlling|minority|majority|undivided|beneficial|membership|economic|participating|"
    r"carried|voting|direct|indirect|non-controlling|remaining|additional|net|aggregate|combined|earned|general partner|limited partner)\s){0,3}"
    r"(?:interests?|stakes?|ownership|shareholding|equity position|royalty|NSR|net smelter royalty)(?!\s(?:agreements?|limits?|thresholds?|tests?|requirements?|rights|plans?)\b)"
)
_NAME = r"(?:[\w&.'’/-]+\s?)"
# What a percentage is a portion of, and how that is named.
_PORTIONS = (
    (re.compile(rf"^\s(?P<np>{_STAKE}(?:\s(?:in|on|of)\s(?:the\s|its\s)?{_NAME}{{1,5}})?)", re.IGNORECASE), "{}"),
    (
        re.compile(
            r"^\sof\s(?:the\s|its\s|our\s|all\s(?:of\s)?(?:the\s)?)?(?P<np>(?:(?:then|issued|and|outstanding|total|ordinary|common|voting|share|equity|capital|"
            r"fully|diluted|company's|registered|combined|[A-Z][\w-]*['’]s)[\s-]){0,6}(?:shares|stock|share capital|equity(?!\s(?:exposure|markets?|index|investments?|funds?|portfolio|offering|research|holdings?|line|awards?|compensation|securities|financing|value|capital\s\w))|voting (?:rights|power|shares)|votes)"
            r"(?:\s(?:of|in)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3})?)",
        ),
        "share of {}",
    ),
    (
        re.compile(
            r"^[\s-](?:directly\s|indirectly\s|beneficially\s)?owned\s(?P<np>(?:subsidiary,?\s|project,?\s)?(?-i:[A-Z])[\w&.'’-]*(?:\s(?-i:[A-Z])[\w&.'’-]*){0,4})",
            re.IGNORECASE,
        ),
        "ownership of {}",
    ),
    (
        re.compile(
            r"^\s(?P<np>return on (?:investment|equity|assets|capital|sales)(?: \([A-Z]{2,5}\))?)", re.IGNORECASE
        ),
        "{}",
    ),
    (
        re.compile(r"^\s(?P<np>(?:below|above)\s(?:the\s)?(?:[\w'’-]+\s){0,4}?(?:price|VWAP|value)\b)", re.IGNORECASE),
        "percent {}",
    ),
    (re.compile(r"^\s(?P<np>stock dividend)\b", re.IGNORECASE), "{}"),
    (
        re.compile(
            r"^\sof\s(?:the\s)?(?P<np>(?:\S+\s){0,6}?price)\b(?!\s(?!of\b|per\b|for\b|and\b|in\b|on\b|at\b|to\b|if\b|or\b|the\b|as\b)[a-z])",
            re.IGNORECASE,
        ),
        "percent of {}",
    ),
    (
        re.compile(
            r"^\s(?P<np>(?:premium|discount)\s(?:to|over|from|on)\s(?:the\s|its\s)?(?:[\w'’-]+(?:\s|(?![\w'’-]))){1,7})",
            re.IGNORECASE,
        ),
        "{}",
    ),
    (
        re.compile(
            r"^\s(?P<np>(?!(?:interest|coupon|tax|exchange|growth|discount|dividend|and|or|of|in|to|for|at|from|by|on|with|as|which|that)\b)(?:[a-z-]+\s){1,4}rates?(?:\s(?:at|in|among|for|of)\s(?:[\w'’-]+(?:\s|(?![\w'’-]))){1,5})?)\b",
            re.IGNORECASE,
        ),
        "{}",
    ),
    (re.compile(r"^\s(?P<np>leased|occupied|pre-leased|occupancy|utilization|commission|IRR)\b", re.IGNORECASE), "{}"),
)
_RATE = re.compile(
    r"(?P<np>(?:\b(?!interest|coupon|tax|statutory|effective|growth|exchange|discount|dividend|annual)[A-Za-z][\w-]*\s){0,4}(?:\b(?<!interest )(?<!tax )(?<!growth )(?<!coupon )(?<!effective )(?<!statutory )rates?|ratio|occupancy|utilization|"
    r"retention|IRR|return on (?:average |tangible |invested )*(?:equity|assets|capital)|accuracy|uptime|churn|recovery|recoveries|premium|"
    rf"discount|commission|efficacy|purity))(?:\s\([^)]{{1,20}}\))?\s(?:of|was|is|at|to|stood at|reached|improved to)\s{ABOUT}$",
    re.IGNORECASE,
)
_TO_WHAT = re.compile(r"^\s(?:to|over|of|on|from)\s(?:the\s|its\s)?(?:[\w'’-]+(?:\s|(?![\w'’-]))){1,6}", re.IGNORECASE)
_PEOPLE = (
    r"(?:customers|patients|respondents|consumers|Americans|adults|companies|businesses|employees|users|subjects|participants|people|women|men|"
    r"drivers|households|investors|shareholders|stockholders|executives|organi[sz]ations|members|students|workers|borrowers|retailers|"
    r"professionals|leaders|parents|homes|stores|locations|shipments|orders|production|output|capacity|voters|the population|tenants|units|"
    r"those surveyed|sufferers|cases|infections|insurers|hospitals|physicians|clients|travelers|shoppers|buyers|owners|deaths|transactions)"
)
_OF_MANY = re.compile(
    rf"^\sof\s(?:all\s|the\s|its\s|our\s|their\s|total\s)*(?P<np>(?:(?!and\b|or\b)[\w.&'’-]+\s){{0,5}}?{_PEOPLE}\b(?P<vp>(?:\s[\w'’&-]+){{0,6}}))"
)
_OWNED = re.compile(
    r"\b(?:own(?:s|ed|ing)?|hold(?:s|ing)?|held|acquir(?:e|es|ed|ing)|control(?:s|led|ling)?|retain(?:s|ed|ing)?|acquisition of|sale of|sell|sold)\s"
    rf"{ABOUT}$",
    re.IGNORECASE,
)
_OF_FIRM = re.compile(r"^\sof\s(?:the\s)?(?P<np>(?-i:[A-Z])[\w&.'’-]*(?:\s(?-i:[A-Z])[\w&.'’-]*){0,4})")
_SURVEYED = re.compile(
    r"\b(?:survey\w*|poll|respondents|Americans|consumers|adults|households|according to|studies|study found|nationwide|worldwide|globally|deaths?|"
    r"(?:is|are|was|were|being) diagnosed|mortality|incidence|prevalence|cases of)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:vs\.?|versus|compared (?:to|with)|against|from|up from|down from)\s(?:\w+\s){0,2}$")
_WHERE = re.compile(r"^\s(?:in|for|of|among|with)\s(?:the\s)?(?:[\w'’-]+(?:\s|(?![\w'’-]))){1,6}")
# A segment with its share behind it, in brackets.
_IN_BRACKETS = re.compile(r"(?P<np>(?-i:[A-Z])[\w&'’-]*(?:\s[\w&'’-]+){0,3})\s\($")
_UNIT_GROWTH = re.compile(r"^\s(?:\w+\s)?unit\s(?P<noun>increase|growth|decline|decrease|gain)\b", re.IGNORECASE)
_OF_MARKET = re.compile(
    r"^\sshare\sof\s(?:the\s|its\s|our\s)?(?:[\w.'’&-]+\s){0,5}?(?:market|sector|industry)\b|^\smarket share\b"
)
_STAFF = re.compile(
    r"\b(?P<verb>grow|grew|growing|increas\w+|expand\w*|boost\w*|rais\w+|reduc\w+|cut(?:ting|s)?|shrink\w*|trim\w*|decreas\w+|slash\w*)\s"
    rf"(?:(?:its|our|their|the|total|global|salaried|current|company's)\s){{0,3}}(?P<np>workforce|headcount|staff|employees|(?:customer|subscriber|client|user) base)"
    rf"\sby\s{ABOUT}$",
    re.IGNORECASE,
)

# "eliminate 340 jobs, or 8 percent of the workforce"
_OF_STAFF = re.compile(
    r"^\s(?:of|in)\s(?:(?:its|our|their|the|total|global|worldwide|entire|current|company['’]s|salaried|hourly)\s){0,3}"
    r"(?:workforce|work force|headcount|staff|employees|employee base)\b(?!\s(?:are|is|have|were|who))"
)


# "a letter of intent to acquire 100% of the shares": not bought yet.
_TO_BUY = re.compile(
    r"\b(?:to|would|could|may|shall)\s(?:\w+\s)?(?:acquire|purchase|buy|sell|earn|obtain|take|receive|transfer|own|hold|issue)\b[^;\ue000-\ue002]{0,60}$"
)


def portion_draft(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A percentage named by the words around it; None where they do not make a plain name."""
    after = spelled(line, item.to, min(len(line.coded), item.to + 120))
    before = spelled(line, max(0, item.at - 120), item.at)
    unit = _UNIT_GROWTH.match(after)
    if unit:
        return _unit_growth(item, unit["noun"].lower(), found)
    share = (_SHARE.search(before) or _IN_BRACKETS.search(before)) if _SHARE_OF.match(after) else None
    if share:
        return _share(line, item, share["np"])
    if _OF_STAFF.match(after) and CUT.search(before):
        reduction = plain(
            item, "NumberOfEmployees", "workforce reduction", -item.amount.value, "event", measure="change"
        )
        first = found[-1] if found else None
        return replace(reduction, future=first is not None and first.concept == "NumberOfEmployees" and first.future)
    staff = _STAFF.search(before)
    if staff:
        return _staff(item, staff)
    market = _OF_MARKET.match(after)
    if market:
        return plain(item, "MarketShare", "market share", item.amount.value, "event")
    label = _label(before, after)
    seen = _SEEN_IN.search(before) if label else None
    if seen is not None:
        label = f"{label} with {seen['what'].strip().lower()}"
    if label in _LET and (let := _IS_LET.search(before)):
        label = f"{SLOTS.sub('', let['what']).strip()} {label}"
    if label and _BARE_OVER.fullmatch(SLOTS.sub("", label)) and (over := _OVER.match(line.text, item.end)):
        label = over["np"]
    label = label or of_own(before, after)
    if label:
        portion = plain(item, "Other", with_object(with_deed(label, before), before), item.amount.value, "event")
        return replace(portion, future=_TO_BUY.search(ORIGIN.sub("", before)) is not None)
    return growth_draft(line, item) or _compared(line, item, found)


def _compared(line: Line, item: Item, found: list[Draft]) -> Draft | None:
    """A further percentage of the same name: "versus 11% in the control group"."""
    last = found[-1] if found else None
    if last is None or last.concept != "Other" or last.item.kind != "percent" or last.measure != "level":
        return None
    gap = line.coded[last.last.to : item.at]
    if len(gap) > 90 or not _AGAINST.search(gap) or re.search(VALUE, gap):
        return None
    where = _WHERE.match(spelled(line, item.to, min(len(line.coded), item.to + 90)))
    state = _WERE.fullmatch(last.label) if where else None
    label = (
        f"share of those{where[0]} {state['state']}" if state and where else f"{last.label}{where[0] if where else ''}"
    )
    return plain(item, "Other", label, item.amount.value, last.timing)


_LET = frozenset(("leased", "occupied", "pre-leased"))
# "Marlow Square is currently 97 percent leased"
_IS_LET = re.compile(
    rf"(?:^\W*|[.;,]\s|\b(?:and|that|while)\s)(?P<what>(?!(?:it|they|which|who|we|he|she)\b)(?:(?:[Tt]he|[Ii]ts|[Oo]ur)\s)?[A-Za-z][\w'’&-]*(?:\s[\w'’&-]+){{0,4}}?)\s(?:is|are|was|were|remains|remained)\s(?:(?:currently|now|already|cumulatively|fully)\s)?{ABOUT}$"
)
_BARE_OVER = re.compile(r"(?:premium|discount)(?:\s(?:to|over|from|on)(?:\s(?:the|its))?)?\W*")
_OVER = re.compile(
    r"\s(?P<np>(?:premium|discount)\s(?:to|over|from|on)\s(?:(?:the|its)\s)?\d[\w'’-]*(?:\s[\w'’-]+){1,5})"
)
# "share of treated patients were responders", against another group
_WERE = re.compile(
    r"share of .+?\s(?P<state>(?:were|had|have|are|achieved|experienced|showed|reported|remained|responded|died|survived|developed|received)\b.*)"
)


# What is seen in a part of the patients, as in "Serious adverse events were reported in 4% of them".
_SEEN_IN = re.compile(
    rf"(?:^\W*|[.;,]\s|\band\s)(?P<what>(?:[A-Za-z][\w-]*\s){{1,5}})(?:was|were)\s(?:reported|observed|seen|noted|recorded|detected|found|achieved)\s(?:in|by|among)\s{ABOUT}$"
)
# "Alder stockholders will own approximately 61 percent"
_HOLDERS = re.compile(
    rf"(?P<who>(?:[A-Z][\w&.'’-]*\s){{0,4}}(?:stockholders|shareholders|unitholders|security ?holders|owners))\s(?:(?:will|would|(?:are\s)?expected\sto|to)\s)?(?:collectively\s)?(?:own|hold|owning|holding)\s{ABOUT}$"
)
_MERGED = re.compile(
    r"^[^.;]{0,160}\b(?:combined|merged|resulting|new)\s(?:company|entity|corporation|firm)\b|^[^.;]{0,60}\band\b"
)


def _label(before: str, after: str) -> str | None:
    """The name of a portion or rate."""
    if titled := TITLE.match(after):
        return f"interest in {titled['np'].strip()}"
    owned = _OF_FIRM.match(after) if _OWNED.search(before) else None
    if owned and not re.search(r"\b(?:shares|stock)\b", after[: owned.end() + 12]):
        return f"ownership of {owned['np']}"
    held = _HOLDERS.search(before)
    if held:
        return (
            f"share of the combined company owned by {held['who']}"
            if _MERGED.match(after)
            else f"share owned by {held['who']}"
        )
    for pattern, label in _PORTIONS:
        match = pattern.match(after)
        if match:
            return label.format(_CLAUSE.sub("", match["np"]))
    rate = _RATE.search(before)
    if rate and not re.search(VALUE, rate[0]):
        tail = _TO_WHAT.match(after) if rate["np"].lower().endswith(("premium", "discount", "commission")) else None
        name = noun_phrase(SLOTS.sub("", rate["np"]))
        return f"{name}{tail[0]}" if name and tail else name
    many = _OF_MANY.match(after)
    return f"share of {_FURTHER.sub('', many['np'])}" if many else None


# "stake in Marlow but plans to sell", "stake in Marlow and warrants to purchase": the stake's name ends before.
_CLAUSE = re.compile(r"\s(?:but|while|which|who)\s.*$|\sand\s[a-z]+\s(?:to|of|in|for)\b.*$")
_FURTHER = re.compile(
    r"\s(?:to|as|that|which|and|in\sorder|by)\s.*$"
)  # "all shipments to new duties": the name ends before


_PATIENTS = re.compile(
    r"\bpatients\s(?:\w+\s){0,2}?(?:develop|suffer|experience|die|live|relapse|have)\b|\b(?:affect|afflict)(?:s|ing|ed)?\b[^.;]{0,30}%\sof\b"
)


def of_public(text: str) -> bool:
    """Whether a sentence tells of people at large, not of a company's own."""
    return _SURVEYED.search(text) is not None or _PATIENTS.search(text) is not None


# "Online orders grew 38 percent and now represent 6 percent of sales"
_SUBJECT = re.compile(
    r"\W{0,3}(?:(?:The|Our|Its|Total)\s)?(?P<np>(?:[\w'’&/-]+\s){1,4}?)(?:grew|rose|increased|climbed|jumped|surged|fell|declined|decreased|doubled|tripled|expanded)\b[^.;]{0,60}\sand\s(?:now|also)\s"
)


def _share(line: Line, item: Item, words: str) -> Draft | None:
    """A share of revenue: a customer's, else of what the words name."""
    who = SLOTS.sub("", noun_phrase(words) or "").strip(" ,")
    if who.lower() in ("now", "today", "also", "currently", "already", "still", "together"):
        subject = _SUBJECT.match(line.text)
        who = subject["np"].strip() if subject else ""
    if not who or re.match(r"(?:no|none|neither|not)\b", words.strip(), re.IGNORECASE):
        return None
    told = re.search(r"\b(?:customers?|clients?)\b", who, re.IGNORECASE) or _is_party(line, who)
    concept = "CustomerShare" if told else "Other"
    return plain(item, concept, f"{who} share of revenue", item.amount.value, "flow")


def _staff(item: Item, match: re.Match[str]) -> Draft:
    """A change of the workforce or of the number of customers."""
    down = re.match(r"reduc|cut|shrink|trim|decreas|slash", match["verb"], re.IGNORECASE)
    concept = "NumberOfCustomers" if match["np"].lower().endswith("base") else "NumberOfEmployees"
    value = -item.amount.value if down else item.amount.value
    return plain(item, concept, f"{match['np'].lower()} change", value, "event", measure="change")


def _is_party(line: Line, name: str) -> bool:
    return any(line.text[item.start : item.end] == name for item in line.of_kind("party"))


def _unit_growth(item: Item, noun: str, found: list[Draft]) -> Draft | None:
    """The growth of units sold that a sentence gives after their number."""
    sold = next((draft for draft in reversed(found) if draft.concept == "UnitsSold"), None)
    if sold is None:
        return None
    value = -item.amount.value if noun.startswith("de") else item.amount.value
    name = f"{sold.label.removesuffix('sold').strip()} unit growth"
    return plain(item, "UnitsSold", name, value, "duration", scope=sold.scope, measure="change")
