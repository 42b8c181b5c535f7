"""Facility noun phrases in a sentence: the kind of site with the words that qualify it, its place left out."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.properties import properties, sized
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
        "superstores supercenter supercenters storefront storefronts pharmacy pharmacies dispensary dispensaries cafe cafes café cafés"
    ),
    "mine": "mine mines quarry quarries colliery",
    "data-center": "datacenter datacenters",
    "hospital": "hospital hospitals clinic clinics",
    "branch": "branch branches",
    "farm": "farm farms ranch ranches orchard vineyard vineyards greenhouse greenhouses hatchery",
    "other": (
        "facility facilities campus campuses hotel hotels casino casinos resort resorts studio studios theater theaters "
        "theatre theatres schoolhouse dormitory airport hangar hangars"
    ),
    "power-plant": "windfarm windfarms powerhouse",
    "factory?": "plant plants",
    "office?": "office offices",
    "?": (
        "furnace furnaces center centers centre centres site sites location locations building buildings complex park station "
        "hub hubs base bases property properties line lines"
    ),
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
        "aluminum zinc gold-processing cell module panel blast smart contract pilot gmp cgmp gmp-compliant cgmp-compliant gmp-certified cgmp-certified lumber plywood board gypsum brick munitions ammunition dyeing rendering smelting refining milling bioprocessing"
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
        "satellite branch-office loan engineering-services back dental legal operations experience collaboration claims trust"
    ),
    "other": "maintenance repair overhaul training visitor conference shopping crew pilot attendant fitness wellness community recreation",
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
    r"|level|hours|worker|group|groups|portfolio|demand|technicians|partners?|suppliers?|agreement|fees?|rents?|leases?|costs?"
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
_DIGIT: Final = re.compile(r"\d")
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


def facilities(text: str) -> list[Mention]:
    """The facility mentions of a sentence in order; their value is the type code."""
    found = [*_common(text), *properties(text)]
    if _DIGIT.search(text):
        found += [one for one in sized(text) if not any(m.start < one.end and one.start < m.end for m in found)]
    return sorted(found, key=lambda mention: mention.start)


def qualifiers() -> frozenset[str]:
    """The words in lower case that say of what kind a site is: "bottling", "distribution"."""
    return frozenset(_QUALIFIES)


def _common(text: str) -> list[Mention]:
    found: list[Mention] = []
    for head in _HEAD.finditer(text):
        if head[0].lower() not in _TYPE_OF:
            continue
        start, kind = _qualified(text, head)
        joined = bool(found) and found[-1].end == head.start() - 1 and text[found[-1].end] == " "
        if joined and (kind is not None or _TYPE_OF[head[0].lower()] == "?"):
            first = found.pop()  # "supermarket branch" is a branch, "plant site" the site of a plant
            start, kind = first.start, kind if kind not in (None, "other") else str(first.value)
        if found and start < found[-1].end:  # "headquarters and laboratory" are two
            start, kind = _qualified(text, head, found[-1].end)
        kind = kind or _placed(text, start, head)
        if kind is not None and not _modifies(text, head, kind):
            found.append(Mention(MentionKind.FACILITY, start, head.end(), text[start : head.end()], kind))
    return found


# A site of no kind told, known by where it is: "its Ashford site", "a customer experience center in Ashford".
_AT_PLACE: Final = re.compile(
    r",? (?:located |situated |based )?(?:in|near|outside) (?:downtown |the city of )?[A-Z][a-zà-þ]"
)
_OWN_NAME: Final = re.compile(
    r"\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[Tt]he|[’']s) (?!Web\b)[A-Z][a-zà-þ-]+(?:, [A-Z][\w.]+,?)? $"
)
_ONE_OF: Final = re.compile(r"\b(?:[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|new|first|second|third|the) (?:[\w'’&-]+ ){0,5}$")
_OWNED: Final = re.compile(r"\b(?:[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|former) (?:[\w'’&-]+ ){0,4}$")
_SOME: Final = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d+|[Ii]ts|[Oo]ur|[Tt]heir|several|these) (?:[\w'’&-]+ ){0,4}$"
)
_ITS_OWN: Final = re.compile(r"(?:\b(?:[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|former)|[a-z][’']s) (?:[\w'’&.-]+ ){0,4}$")
_VIRTUAL_SITE: Final = re.compile(r"\b(?:web|internet|news|networking|e-commerce|own|what) $", re.IGNORECASE)
_NO_CENTER: Final = re.compile(
    r"\b(?:profit|cost|financial|business|trade|population|urban|job|money|city|town|web) $", re.IGNORECASE
)


def _placed(text: str, start: int, head: re.Match[str]) -> str | None:
    """The type of a noun that is a site only by the words around it; None where they do not make it one."""
    noun = head[0].lower()
    if noun.startswith("line"):
        return "factory" if text.endswith("pilot ", 0, head.start()) else None
    if noun in ("site", "sites", "location", "locations"):
        if _OWN_NAME.search(text, max(0, start - 40), start):
            return "other"
        near = _AT_PLACE.match(text, head.end()) and _ITS_OWN.search(text, max(0, start - 60), start)
        return "other" if near and not _VIRTUAL_SITE.search(text, max(0, start - 20), start) else None
    if noun == "buildings" and _AT_PLACE.match(text, head.end()):
        return "other" if _SOME.search(text, max(0, start - 60), start) else None
    if noun == "building" and _AT_PLACE.match(text, head.end()):
        return "other" if _OWNED.search(text, max(0, start - 60), start) else None
    if noun in ("center", "centre", "hub") and _AT_PLACE.match(text, head.end()):
        led = _ONE_OF.search(text, max(0, start - 80), start)
        return (
            "other"
            if led and led[0].count(" ") > 1 and not _NO_CENTER.search(text, max(0, start - 20), start)
            else None
        )
    return None


def _qualified(text: str, head: re.Match[str], least: int = 0) -> tuple[int, str | None]:
    """Where the noun phrase begins with its qualifiers, at `least` there, and the type they make."""
    noun = head[0].lower()
    own = _TYPE_OF[noun]
    start, made = head.start(), ""
    for _ in range(4):
        before = _WORD_BEFORE.search(text, max(0, start - 30), start)
        if not before or before.start() < least:
            break
        word = before[1].lower()
        if word in _NEUTRAL:
            further = _WORD_BEFORE.search(text, max(0, before.start() - 30), before.start())
            if not further or further.start() < least or further[1].lower() not in _QUALIFIES:
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
        if noun.startswith("line"):
            return None
        if noun in ("building", "buildings", "park", "station", "complex"):
            return {"office": "office", "power-plant": "power-plant", "headquarters": "headquarters"}.get(made)
        if noun.startswith(("base", "propert")) and made not in _OF_NOUN[noun[:4]]:
            return None
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


# A base is one of crews or of maintenance, a property one that is let: "customer base" and "company property" are no sites.
_OF_NOUN: Final = {"base": ("other",), "prop": ("office", "store", "warehouse")}
_VIRTUAL: Final = re.compile(
    r"\b(?:online|virtual|web|internet|mobile|digital|e-commerce|app) (?:[\w-]+ )?$", re.IGNORECASE
)
_HOUSED: Final = re.compile(r" (?:building|campus|facility|complex)\b")


# Money is lent as a "facility", but none that produces or stores: "a $20 million manufacturing facility" is built.
_WORKING: Final = frozenset({"factory", "laboratory", "warehouse", "data-center", "hospital", "power-plant", "mine"})


def _modifies(text: str, head: re.Match[str], kind: str) -> bool:
    """Whether the noun only qualifies another, or is no site here."""
    noun = head[0].lower()
    before = text[max(0, head.start() - 40) : head.start()]
    lent = noun in ("facility", "facilities") and kind not in _WORKING
    if lent and (_MONEY_FACILITY.search(before) or _MONEY_AFTER.match(text, head.end())):
        return True
    if noun == "headquarters" and _HOUSED.match(text, head.end()):
        return True
    if noun in ("casino", "casinos", "pharmacy", "pharmacies", "clinic") and _VIRTUAL.search(before):
        return True
    singular = noun.removesuffix("s")
    barred = _NOT_SITE.get(singular)
    if barred and barred.search(before) and not text.startswith(" space", head.end()):
        return True
    return bool(_NEXT.match(text, head.end())) and not _SOFT_NEXT.match(text, head.end())
