"""Facility noun phrases in a sentence: the kind of site with the words that qualify it, its place left out."""

from __future__ import annotations

import re
from typing import Final

from kg.model import Mention, MentionKind

# Nouns that are a site of one type by themselves, singular form first.
_PLAIN: Final = {
    "headquarters": "headquarters headquarter",
    "factory": (
        "factory factories mill mills fab fabs foundry foundries refinery refineries smelter smelters brewery breweries "
        "bakery bakeries shipyard shipyards cannery distillery distilleries winery gigafactory sawmill sawmills "
        "steelworks tannery cokery"
    ),
    "laboratory": "laboratory laboratories lab labs",
    "warehouse": "warehouse warehouses depot depots terminal terminals",
    "store": (
        "store stores showroom showrooms supermarket supermarkets restaurant restaurants dealership dealerships superstore "
        "superstores supercenter supercenters storefront storefronts pharmacy pharmacies"
    ),
    "mine": "mine mines quarry quarries colliery",
    "data-center": "datacenter datacenters",
    "hospital": "hospital hospitals clinic clinics",
    "branch": "branch branches",
    "farm": "farm farms ranch ranches orchard vineyard vineyards greenhouse greenhouses hatchery",
    "other": (
        "facility facilities campus campuses hotel hotels casino casinos resort resorts studio studios theater theaters "
        "theatre theatres schoolhouse dormitory airport"
    ),
    "factory?": "plant plants",
    "office?": "office offices",
    "?": "furnace furnaces center centers centre centres site sites location locations building buildings complex park station",
}

# What qualifies a site, and the type it makes of a general noun; "" leaves the noun's own type.
_QUALIFIERS: Final = {
    "headquarters": "headquarters corporate world global main home head principal executive company",
    "factory": (
        "manufacturing production assembly fabrication processing machining packaging bottling stamping molding moulding "
        "casting forging machine wafer semiconductor test plating coating blending extrusion welding finishing printing "
        "steel paper pulp chemical cement fertilizer ethanol battery automotive engine truck vehicle aircraft tire glass "
        "food meat poultry beverage textile furniture plastics container can bottle pharmaceutical drug vaccine biologics "
        "polymer resin fiber carpet tool components parts boiler turbine transmission gas-processing crude oil copper "
        "aluminum zinc gold-processing cell module panel blast smart contract pilot gmp cgmp gmp-compliant cgmp-compliant gmp-certified cgmp-certified lumber plywood board gypsum brick"
    ),
    "laboratory": "research development r&d design engineering technical technology innovation testing laboratory science",
    "warehouse": "distribution warehouse warehousing fulfillment fulfilment logistics storage shipping cross-dock",
    "store": "retail sales outlet grocery convenience department discount fashion",
    "mine": "mining gold silver coal underground open-pit",
    "power-plant": (
        "power generating generation cogeneration nuclear coal-fired gas-fired hydroelectric solar wind geothermal peaking "
        "wind-power solar-power combined-cycle biomass electric"
    ),
    "data-center": "data colocation hosting",
    "hospital": "medical surgery healthcare acute-care outpatient rehabilitation cancer surgical health ambulatory dialysis",
    "branch": "banking bank branch full-service",
    "office": (
        "office administrative sales service support call customer contact regional field district leasing representative reservations reservation "
        "satellite branch-office loan engineering-services back dental legal"
    ),
    "other": "maintenance repair overhaul training visitor conference shopping",
}
_TYPE_OF: Final = {word: kind for kind, words in _PLAIN.items() for word in words.split()}
_QUALIFIES: Final = {word: kind for kind, words in _QUALIFIERS.items() for word in words.split()}
_NEUTRAL: Final = frozenset(
    ["and", "&", "component", "product", "general", "international", "regional", "national", "state-of-the-art"]
)
_HEAD: Final = re.compile(r"(?<![\w-])[A-Za-z]+(?!\w)")
_WORD_BEFORE: Final = re.compile(r"(?<![\w&.-])([\w&-]+) $")

# Words after the noun that make it a modifier of something else, and words before that make it no site.
_NEXT: Final = re.compile(
    r"(?:[-/]\w|,? and equipment|,? property|(?: |-)(?:manager|managers|products?|suppl(?:y|ies)|equipment|furniture"
    r"|automation|sales|brands?|credit|customers?|markets?|solutions?|applications?|segment|revenues?|operators?|systems?"
    r"|networks?|networking|infrastructure|managers|traffic|formats?|associates|employees|visits?|industry|sector|workers"
    r"|assets|software|services|capacity|business(?:es)?|chain|chains|companies|company|owners?|count|openings?|space"
    r"|level|hours|worker|group|groups|portfolio|demand|technicians|partners|agreement|fees?|rents?|leases?|costs?"
    r"|utilization|efficiency|expenses|closures?|closings?|consolidations?|expansions?|relocations?|rationalization"
    r"|performance|productivity|development|developers?|owner|stock|inventory|shelves|patients|staff|administrators?)\b"
    r"(?!-))",
    re.IGNORECASE,
)
_SOFT_NEXT: Final = re.compile(
    r" (?:closures?|closings?|consolidations?|expansions?|relocations?|leases?|openings?|agreement|space|capacity)\b",
    re.IGNORECASE,
)
_MONEY_FACILITY: Final = re.compile(
    r"(?:credit|loan|revolv\w+|term|lend\w*|borrow\w*|liquidity|debt|funding|bank|financ\w+|\$[\d.,]+ (?:million|billion)|secured"
    r"|unsecured|syndicated|letter of credit|multicurrency|bridge|dip|standby|commitment|abl|asset-based|receivables\w*|swing\w*)"
    r"(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
_MONEY_AFTER: Final = re.compile(
    r"(?: agreement|,? (?:with|from|led by|provided by|arranged by)[^.;]{0,60}\b(?:bank|lenders?|syndicate|n\.a\.)"
    r"| (?:matures|maturing|bears|bearing|due|of up to \$|of \$|totaling \$|provides for (?:a|up)))",
    re.IGNORECASE,
)
_NOT_SITE: Final = {
    "office": re.compile(
        r"(?:in|took|take|takes|taking|of|holds?|family|investment|patent|trademark|management and budget|printing|box|post|elected to|the)"
        r" $|(?:Patent|Trademark|Foreign|Home|Family|Private|Front|Back|Middle|Box|Microsoft|Open|Star|Chairman['’]s|CEO) $"
    ),
    "store": re.compile(r"(?:same|comparable|comp|App|app|Play|in|web|Web|online|company|department|drug|per)[ -]$"),
    "mine": re.compile(r"(?:of|like|data) $"),
    "lab": re.compile(r"(?:[A-Z]\w+) $"),
    "plant": re.compile(r"(?:property|property,|robotic|the power|Property,) $"),
}


# A building known by its own name: "Delmore Tower". Its last word is capitalised and so is one before.
_NAMED: Final = re.compile(
    r"(?<![\w.&-])(?:[A-Z][\w'’&-]+ ){1,3}(?:(?P<office>Tower|Towers|Building)|(?P<other>Plaza|Arena|Stadium|Airport|Mall))"
    r"(?! [A-Z&])\b"
)


# A miner's or a power company's site that is told as a project: "the Kettle Creek Gold Project", "a solar project".
_MINERAL: Final = (
    r"(?:gold|silver|copper|lithium|nickel|zinc|lead|uranium|iron|iron ore|graphite|cobalt|tin|tungsten|vanadium|antimony|manganese|molybdenum|platinum"
    r"|palladium|pge|pgm|potash|phosphate|rare[- ]earths?|niobium|titanium|diamonds?|coal|oil sands|porphyry|polymetallic|epithermal|base metals?"
    r"|precious metals?|silica|bauxite|scandium|gallium|vms)"
)
_PROJECT: Final = re.compile(
    rf"(?<![\w&-])(?:{_MINERAL}(?:[-–/ ](?:and )?{_MINERAL}){{0,4}} (?:(?:exploration|mining|development) )?(?:projects?|propert(?:y|ies)|deposits?|claims|prospects?)"
    r"|(?P<power>(?:solar|wind|hydroelectric|geothermal|battery (?:energy )?storage|solar-plus-storage) (?:energy |power )?projects?))(?![\w-])"
    r"(?! (?:manager|management|finance|financing|development|portfolio|pipeline|loans?|costs?|team|sales|developers?|area|boundary|land))",
    re.IGNORECASE,
)
# A property told by its size or address: "a 19-acre site", "the building at 400 Lake Avenue".
_SIZED: Final = re.compile(
    r"(?<![\w-])(?P<kind>(?:industrial|office|retail|medical|residential|multifamily|mixed-use|commercial|warehouse|apartment|shopping|business|logistics|flex) )?"
    r"(?P<noun>propert(?:y|ies)|buildings?|sites?|portfolio|communit(?:y|ies)|complex|parks?|apartments?|tower|parcels?|land|development|townhomes|center|project|facility|space)(?![\w-])"
    r"(?! (?:manager|management|sales|owners?|developers?|companies|company|services|tax))"
)
_SIZE: Final = re.compile(
    r"(?:\d[\d,.]*(?: million)? ?[- ](?:square[- ]f(?:oo|ee)t|sq\.? ?ft\.?|sf|acres?|unit|room|bed|key|story|storey|hectares?|home|suite)|(?:two|three|four|five|six|seven|eight|nine|ten)-(?:building|story|unit))"
    r"(?:,? [\w'’&-]+){0,6}? $",
    re.IGNORECASE,
)
_AT_NUMBER: Final = re.compile(r",? (?:located |situated )?at \d+ [A-Z]")
_KINDS: Final = {
    "office": "office",
    "retail": "store",
    "shopping": "store",
    "medical": "hospital",
    "warehouse": "warehouse",
    "logistics": "warehouse",
}
_PROJECTS: Final = ("roject", "ropert", "eposit", "laims", "rospect")
_LAST_OF_NAMES: Final = ("Tower", "Building", "Plaza", "Arena", "Stadium", "Airport", "Mall")


def is_named(site: Mention) -> bool:
    """Whether a facility mention is a proper name, not a common noun."""
    return bool(_NAMED.fullmatch(site.text))


def facilities(text: str) -> list[Mention]:
    """The facility mentions of a sentence in order; their value is the type code."""
    found = _common(text)
    if any(word in text for word in _LAST_OF_NAMES):
        found += [
            Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], "office" if hit["office"] else "other")
            for hit in _NAMED.finditer(text)
        ]
    if any(word in text for word in _PROJECTS):
        found += [
            Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], "power-plant" if hit["power"] else "mine")
            for hit in _PROJECT.finditer(text)
        ]
    if any(character.isdigit() for character in text):
        found += [
            sized for sized in _sized(text) if not any(m.start < sized.end and sized.start < m.end for m in found)
        ]
    return sorted(found, key=lambda mention: mention.start)


def _sized(text: str) -> list[Mention]:
    """Properties that are sites by their size or address alone."""
    return [
        Mention(MentionKind.FACILITY, hit.start(), hit.end(), hit[0], _KINDS.get((hit["kind"] or "").strip(), "other"))
        for hit in _SIZED.finditer(text)
        if _SIZE.search(text, max(0, hit.start() - 90), hit.start())
        or (hit["noun"] in ("property", "building", "site") and _AT_NUMBER.match(text, hit.end()))
    ]


def _common(text: str) -> list[Mention]:
    found: list[Mention] = []
    for head in _HEAD.finditer(text):
        if head[0].lower() not in _TYPE_OF:
            continue
        start, kind = _qualified(text, head)
        if kind is None or _modifies(text, head) or (found and start < found[-1].end):
            continue
        found.append(Mention(MentionKind.FACILITY, start, head.end(), text[start : head.end()], kind))
    return found


def _qualified(text: str, head: re.Match[str]) -> tuple[int, str | None]:
    """Where the noun phrase begins with its qualifiers, and the type they make."""
    noun = head[0].lower()
    own = _TYPE_OF[noun]
    start, made = head.start(), ""
    for _ in range(4):
        before = _WORD_BEFORE.search(text, max(0, start - 30), start)
        if not before:
            break
        word = before[1].lower()
        if word in _NEUTRAL:
            further = _WORD_BEFORE.search(text, max(0, before.start() - 30), before.start())
            if not further or further[1].lower() not in _QUALIFIES:
                break
        elif word == "development" and noun.startswith(("site", "building")):
            return before.start(), "other"  # land to build on
        elif word not in _QUALIFIES or (word in ("can", "company", "test") and before[1] == "can"):
            break
        else:
            made = made or _QUALIFIES[word]
        start = before.start()
    if own == "?" and not made and noun.startswith("location") and _NEW.search(text, max(0, start - 40), start):
        return start, "other"
    return start, _type(noun, own, made)


_NEW: Final = re.compile(
    r"\b(?:new|newest|next|first|second|third|fourth|fifth|latest|additional|flagship) (?:[\w-]+ ){0,2}$"
)


def _type(noun: str, own: str, made: str) -> str | None:
    if made == "office" and noun.startswith(("location", "site")):
        return "store"
    if own == "?":
        if noun in ("building", "buildings", "park", "station", "complex"):
            return {"office": "office", "power-plant": "power-plant", "headquarters": "headquarters"}.get(made)
        return made if made and made != "headquarters" else None
    if own == "office?":
        return "headquarters" if made == "headquarters" else "branch" if made == "branch" else "office"
    if own == "factory?":
        return "power-plant" if made == "power-plant" else "factory"
    if own == "other" and noun in ("facility", "facilities", "campus", "campuses"):
        return made or "other"
    if own == "farm" and made == "power-plant":
        return "power-plant"
    return own


_HOUSED: Final = re.compile(r" (?:building|campus|facility|complex)\b")


def _modifies(text: str, head: re.Match[str]) -> bool:
    """Whether the noun only qualifies another, or is no site here."""
    noun = head[0].lower()
    before = text[max(0, head.start() - 40) : head.start()]
    if noun in ("facility", "facilities") and (_MONEY_FACILITY.search(before) or _MONEY_AFTER.match(text, head.end())):
        return True
    if noun == "headquarters" and _HOUSED.match(text, head.end()):
        return True
    singular = noun.removesuffix("s")
    barred = _NOT_SITE.get(singular)
    if barred and barred.search(before) and not text.startswith(" space", head.end()):
        return True
    return bool(_NEXT.match(text, head.end())) and not _SOFT_NEXT.match(text, head.end())
