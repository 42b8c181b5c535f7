"""Counts of units sold, of people, and of whatever else a sentence plainly counts."""

from __future__ import annotations

import re

from kg.extract.facts.counting import DONE, MODIFIERS, PERSONS, PLACES, count_of
from kg.extract.facts.draft import Draft
from kg.extract.facts.named.naming import spread_label, stopped, tail_words
from kg.extract.facts.slots.line import Item, Line

_OTHER_NOUNS = (
    r"countries|states|markets|cities|products|new products|patents|projects|programs|patients|subjects|funds|brands|"
    r"vehicles|aircraft(?!\s[a-z]+s\b)|homes|wells|systems|countries and territories|territories|languages|titles|issued patents|trademarks|patent assets|patent applications|trademark applications|"
    r"students|miles|acres|business segments|segments|counties|devices|installations|airports|vessels|ships|trucks|trials|clinical trials|devices|switches|circuits|models|contracts|orders|licenses|jobs|stations|"
    r"barrels|directors|physicians|partners|distributors|dealers|agents|licensees|transactions|loans|issuers|participants|apartments|megawatts"
)
_OTHER_AFTER = re.compile(rf"^\+?{MODIFIERS}\s(?P<noun>{_OTHER_NOUNS})\b(?!-)")
_SOLD = re.compile(
    r"\b(?:sold|shipped|delivered|sells?|ships?|unit sales of|shipments of|deliveries of|sales of|delivering|selling|shipping)\s(?:approximately |about |more than |over |nearly |a record |an all-time record |record |a total of )*$",
    re.IGNORECASE,
)
_SOLD_THING = re.compile(r"^\s(?P<thing>(?:[\w&'’-]+\s){0,3}?[\w&'’-]+s)\b")


_SITES = re.compile(rf"(?:^|\s)(?:{PLACES})$")


def sold_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """Units sold or shipped, with the product as scope."""
    if not _SOLD.search(before):
        return None
    match = _SOLD_THING.match(after)
    if match is None or item.amount.value < 10 or re.search(r"\b(?:shares|units of|common)\b", match["thing"]):
        return None
    if _SITES.search(match["thing"]) or stopped(match["thing"]):
        return None
    thing = match["thing"].strip()
    last = thing.split()[-1].rstrip(",")
    scope = f"product:{last.removesuffix('s')}" if last != "units" else "total"
    return count_of(line, item, "UnitsSold", f"{thing} sold", "units", before, timing="duration", scope=scope)


# People who are no employees: those served, reached, taught.
_PERSONS_AFTER = re.compile(
    rf"^\+?{MODIFIERS}\s(?P<noun>residents|people|persons|individuals|students|consumers|visitors|attendees|passengers|viewers|participants|volunteers|"
    r"executives|brokers|advisors|advisers|teachers|nurses|doctors|physicians|developers|children|adults|veterans|women|men|citizens|guests|fans|"
    r"players|graduates|professionals|researchers|listeners|readers|followers|learners|experts|specialists|consultants|patients|seniors|homeowners|"
    r"investigators|pilots|musicians|artists|farmers|growers|representatives)\b"
)
_SERVED = re.compile(r"\bserv(?:es?|ed|ing|ices? to)\s(?:(?!and\b)[\w-]+\s){0,4}$")
_SERVES = re.compile(
    r"\b(?:serv(?:es?|ed|ing)|services? to|provid\w+|reach\w*|population of|home to|used by|help(?:s|ed|ing)?|train(?:s|ed|ing)|taught|attract\w*|has|have|"
    r"drew|welcom\w+|host\w*|with|enroll\w*|support(?:s|ed|ing)|represent\w*|team of|network of|staff of|feed\w*|treat(?:s|ed|ing)|"
    r"includ\w+|involv\w+|enrol\w+|randomi[sz]\w+|recruit\w+|interviewed|attended by|joined by|compris\w+)\s(?:[\w-]+\s){0,4}$"
)


# "120,000 people in Europe live with colitis": patients of the world.
PUBLIC = "living with"
_LIVES_WITH = re.compile(
    r"^(?:\s(?:in|across|throughout|worldwide|around|globally|nationwide)(?:\s(?:[A-Z][\w.]*|the|and|of|more|than|world|US|EU|five|major|markets|countries|globe)){0,7})?,?\s"
    r"(?:(?:currently|today|who|are|is|may|have)\s){0,3}(?:living\swith|lives?\swith|suffer(?:s|ing)?\sfrom|(?:been\s)?diagnosed\swith|affected\sby|afflicted\s(?:with|by))\s(?P<what>(?!(?:a|the|it|this|that|them|these|such)\b)(?:[\w’'-]+(?:\s|(?![\w’'-]))){1,8})"
)


def persons_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A number of people whom the company serves or has to do with."""
    match = _PERSONS_AFTER.match(after)
    if match is None or item.amount.value < 10:
        return None
    lives = _LIVES_WITH.match(after[match.end() :])
    if lives is not None:
        label = f"{match['mod'].strip()} {match['noun']} {PUBLIC} {lives['what'].strip()}"
        return count_of(line, item, "Other", label, "people", before, timing="instant")
    if not _SERVES.search(before):
        return None
    served = " served" if _SERVED.search(before) else ""
    label = f"{match['mod'].strip()} {match['noun']}{served}"
    return count_of(line, item, "Other", label, "people", before)


_FEW = frozenset(("directors", "loans", "units", "systems", "products", "programs", "projects", "segments"))
_REGIONS = frozenset(
    ("countries", "states", "markets", "cities", "territories", "counties", "countries and territories")
)


# What a company is divided into; other segments are of markets, patients or designs.
_SEGMENTS_OF = re.compile(r"\b(?:business|operating|report\w+|core|geographic)\b")
_SEGMENTED = re.compile(
    r"\b(?:operat\w+|organi[sz]ed|reports?|divided|structured|compris\w+|consists)\b|\b(?:[Cc]ompany['’]s|its|our)\s$"
)


def listed_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A count of things that measure a business: countries, brands, patents."""
    match = _OTHER_AFTER.match(after)
    if match is None or item.amount.value < 2:
        return None
    noun = match["noun"]
    rest = after[match.end() :]
    if noun in _FEW and item.amount.value < 3:
        return None
    if noun == "segments" and not (_SEGMENTS_OF.search(match["mod"]) or _SEGMENTED.search(before)):
        return None
    if noun == "miles" and not rest.startswith(" of"):
        return None
    if noun in ("patients", "subjects") and item.amount.value < 10 and "enroll" not in before + after:
        return None
    if re.search(r"\b[Aa]ll\s$|\bof the (?:top )?$", before) or re.search(r"\b(?:largest|biggest|top)\b", match["mod"]):
        return None
    label = f"{match['mod'].strip()} {noun}{tail_words(rest)}".strip()
    if noun in _REGIONS:
        label = spread_label(before, label)
    unit = noun if noun in ("miles", "acres") else "people" if PERSONS.fullmatch(noun) else "units"
    return count_of(line, item, "Other", label, unit, before)


# What a company has or did: a count behind such a word is of its business, however small.
_ACTED = re.compile(
    r"\b(?:(?:owns?|owned|owning|operat\w+|manag(?:es|ed|ing)|runs|support(?:s|ed|ing)|help(?:s|ed|ing)|financ(?:es|ed|ing)|fund(?:s|ed|ing)|serv(?:es?|ed|ing)|"
    r"built|builds?|building|construct(?:ed|ing)|train(?:ed|s|ing)|represent(?:s|ed|ing)|compris(?:es|ed|ing)|consists of|hold(?:s|ing)?|held|includ(?:es|ing)|"
    r"featur(?:es|ing)|connect(?:s|ed|ing)|deploy(?:ed|ing)|award(?:ed|ing)|plant(?:ed|ing)|process(?:es|ed)|portfolio of|network of|fleet of|"
    r"total of|offers?|offering|provid(?:es|ed|ing)|publish(?:es|ed)|stag(?:es|ed)|host(?:s|ed)|issued|filed|granted|development of)\s"
    r"(?:and\s\w+\s)?(?:(?:approximately|about|more than|over|nearly|almost|some|around|at least|up to|an additional|the|its|our|all|a total of|in excess of)\s){0,3})$",
    re.IGNORECASE,
)
_PARTICIPLES = {
    "adding": "added", "launching": "launched", "own": "owned", "operat": "operated", "manag": "managed", "held": "held", "hold": "held",
    "built": "built", "build": "built", "construct": "constructed", "support": "supported", "help": "helped", "financ": "financed",
    "fund": "funded", "serv": "served", "train": "trained", "deploy": "deployed", "award": "awarded", "plant": "planted", "publish": "published",
}  # fmt: skip


def _participle(verb: str) -> str:
    if verb.endswith("ed"):
        return verb
    return next((form for stem, form in _PARTICIPLES.items() if verb.startswith(stem)), "")


# Nouns whose counts say nothing of a business.
IDLE = re.compile(
    r"(?:years?|days?|weeks?|months?|hours?|minutes?|seconds|quarters?|times|points?|percent\w*|members?|steps|ways|areas|reasons|factors|pages|people|items|"
    r"things|parts|types|kinds|groups|sections|aspects|phases|stages|levels|lines|others|decades|centuries|nights|directions|sides|terms|periods|"
    r"daughters|sons|siblings|grandchildren|occasions|digits|versions|editions|copies|cases|questions|categories|criteria|conditions|examples|options|elements|components|pillars|tiers|sets|series|"
    r"stories|conference calls|basis|business|less|miles|kilomet\w+|met(?:er|re)s|yards|ounces|tonnes|tons|definitions|shares|warrants|votes|nominees|was|is|has|does|this|its|plus|events|seasons|sessions|classes|minerals|vitamins|nutrients|ingredients|calories|servings|strains|flavors|rounds|trading|consecutive|quarterly|straight|units|species|inches|feet|degrees|pounds|volts|"
    r"pixels|watts|grams|liters|gallons|doses|mg|colors|sizes|channels|speeds|cylinders|cores|bits|bytes|lanes|floors|bedrooms|holes|weeks|months|thirds|fourths|fifths|halves|quarters|tenths|sixths)",
    re.IGNORECASE,
)
_ANY_AFTER = re.compile(
    rf"^\+?{MODIFIERS}\s(?!(?:[a-z-]*ics|sports|news|sales|business|wireless|fitness|wellness|access|savings|goods)\s[a-z-]+s\b)(?P<noun>[a-z][a-z-]{{2,}}s|[A-Z][\w-]*s(?!\s[A-Z]))\b(?!-|\s(?:ago|old|later|earlier|after|before|from now|in a row|per\b))"
)
# "launched 16 new clock, switch and logic products"
_NEW_LIST = re.compile(
    r"^\s(?P<mod>new(?:\s[\w-]+){1,3}(?:,\s[\w-]+(?:\s[\w-]+)?){0,3},?\sand(?:\s[\w-]+){1,3}?)\s(?P<noun>products|models|devices|services|titles|features|designs|chips|systems|drugs|items|lines|circuits|tools)\b"
)
_SIZED = re.compile(r"\s(?:qubit|bit|pixel|core|node|watt|volt|cell|page|seat|bed|room)\s")  # "5,000+ qubit computers"
_STREET = re.compile(
    r"\b(?:Parkway|Street|Avenue|Road|Drive|Boulevard|Blvd|Lane|Highway|Suite|Way|Court|Plaza|Square|St\.|Ave\.)\b|Americans|Texans|Mbps|Gbps"
)


_MANY = 20
# "has 412,000 panels", and a line that opens with its count: "1,850 company drivers at quarter end".
_HOLDS = re.compile(
    r"(?:\b(?:has|have|had|contains?|monitors|tracks|stocks|carries|lists|maintains|covers|spans|links|reaches|uses|used)\s|^\W{0,4})"
    r"(?:(?:approximately|about|more than|over|nearly|almost|some|around|at least|up to|a total of|now)\s){0,2}$"
)


def plain_of(line: Line, item: Item, before: str, after: str) -> Draft | None:
    """A count of things that were made, signed, opened or the like, or are many."""
    match = _ANY_AFTER.match(after) or (_NEW_LIST.match(after) if DONE.search(before) else None)
    if match is not None and (_STREET.match(after[match.start("noun") :]) or _STREET.search(match[0])):
        return None
    acted = _ACTED.search(before)
    held = acted is None and item.amount.value >= _MANY and _HOLDS.search(before) is not None
    if not (held or acted or any(party.kind == "party" for party in line.items)) or re.search(
        r"\b(?:[Hh]e|[Ss]he)\b", line.text
    ):
        return None
    if match is not None and re.search(r"(?:[\w)]\s|^)[A-Z][\w-]*\s$", before):
        return None  # a number after a name is part of it
    if match is None or item.amount.value < 2:
        return None
    whole = match["noun"] == "units" and (match["mod"] or after[match.end() :].startswith(" of "))
    if IDLE.fullmatch(match["noun"]) and not whole:
        return None
    done = DONE.search(before)
    acted = done or acted
    if not done and item.amount.value < (3 if acted else 20):
        return None
    if (
        IDLE.fullmatch((match["mod"].split() or ["x"])[-1])
        or _SIZED.match(match["mod"])
        or (re.search(r"\b(?:of|for|in|at|within|every|than)\s$", before) and item.amount.value < 100)
    ):
        return None
    label = f"{match['mod'].strip()} {match['noun']}{tail_words(after[match.end() :])}"
    verb = _participle(acted[0].split()[0].lower()) if acted else ""
    unit = "people" if PERSONS.fullmatch(match["noun"]) else "units"
    return count_of(line, item, "Other", f"{label} {verb}", unit, before)
