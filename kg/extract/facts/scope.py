"""How far a figure reaches: a segment, a region, a product; and on what basis it is given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.facts.line import SLOT, VALUE, Item, Line

_NEUTRAL = frozenset(
    """the a an its our their this that these company company's total net record consolidated quarterly annual
    annualized overall strong higher lower solid new second first third fourth full year quarter fiscal
    first-quarter second-quarter third-quarter fourth-quarter full-year year-end reported gross unaudited audited
    preliminary worldwide total-company combined expected estimated anticipated improved positive all-time corporate
    current and or same month three-month six-month nine-month twelve-month group all highest best preliminary
    increased decreased reduced growing monthly for of in to on with from by at was were had significant additional
    future projected trailing quarterly yearly gaap as per basic diluted common share fully primary after-tax aftertax
    pretax pre-tax average spot period-end ending is are be been has have which while compared versus that's resulting cash operating firm-wide firmwide""".split()  # noqa: SIM905
)
# Lines of business that a common noun names.
_LINES = frozenset(
    """product products service services license licenses software hardware subscription maintenance equipment advertising
    retail wholesale commercial consumer industrial rental fee premium mortgage digital print online e-commerce
    franchise restaurant hotel casino oil gas natural electric store catalog merchandise wireless broadband systems
    royalty contract consulting cloud support professional aftermarket automotive aerospace defense medical
    pharmaceutical residential nonresidential government room food beverage gaming parts vehicle fuel steel data
    semiconductor membership circulation programming bank banking residential construction estate real card auto
    home equity brokered demand certificates savings time checking noninterest-bearing interest-bearing bearing
    nonbearing warranty on-premise perpetual transaction processing platform collaboration grant recurring engineering
    ethanol coal gold silver copper zinc lithium uranium crude natural-gas ngl refining chemical chemicals
    plastics paper packaging industrial rail trucking freight logistics passenger cargo ancillary ticket
    grocery pharmacy apparel footwear jewelry furniture outdoor sporting toys beauty pet organic frozen dairy
    seed crop animal water waste recycling solar wind battery lighting display memory analog optical laser
    prescription generic branded vaccine device diagnostic dental surgical imaging clinical""".split()  # noqa: SIM905
)
_NON_GAAP = re.compile(
    r"\b(?:non-?\s?gaap|adjusted|pro[\s-]?forma|core|underlying|normalized|normalised|organic|operating earnings|constant[\s-]currency|"
    r"excluding|exclusive of|before (?:special|unusual|one-time|nonrecurring|non-recurring|the|charges|items|merger|restructuring)|without (?:this|the|these)|"
    r"on a cash basis|cash earnings|net of special|would have been|ex-items|recurring|distributable|comparable basis|on a combined basis|combined,|local currency|local currencies)\b",
    re.IGNORECASE,
)
_EXCLUDING_AFTER = re.compile(
    r"^[^.;]{0,70}?(?:\b(?:excluding|exclusive of|before special|before the (?:charge|effect|impact)|on an? (?:adjusted|non-gaap|pro forma|organic|core|constant[\s-]currency|operating|local currency) basis|"
    r"in constant (?:currency|currencies)|at constant (?:currency|exchange rates)|in local currenc(?:y|ies)|on a constant)|\((?:non-GAAP|adjusted)\))",
    re.IGNORECASE,
)
_REGIONS = re.compile(
    r"^(?:international|domestic|foreign|overseas|U\.?S\.?|United States|North America(?:n)?|South America(?:n)?|Latin America(?:n)?|Europe(?:an)?|Asia(?:n)?|"
    r"Asia[\s-]Pacific|Japan(?:ese)?|China|Chinese|Canad(?:a|ian)|Americas?|American|EMEA|APAC|Mexic(?:o|an)|Brazil(?:ian)?|India(?:n)?|German(?:y)?|"
    r"U\.?K\.?|United Kingdom|Greater China|Middle East|Africa|Australia(?:n)?|export|non-U\.S\.|France|Korea(?:n)?|Taiwan|Asia/Pacific|Pacific Rim|Far East)$",
    re.IGNORECASE,
)
_SEGMENT_NOUN = re.compile(
    r"[\s-](?:segment|division|group|business(?: unit)?|unit|operations|sector)(?:'s|’s)?$", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"([\w&.'’/-]+)[\s-]$")
_ACRONYM = re.compile(r"\(([A-Z][\w&]{1,9})\)\s$")
_JOINS = re.compile(r"(?:^|\s)[A-Z][\w&'’-]*\s(?:and|&)\s$")
# Words that no modifier stands before.
_ENDS = frozenset(
    """we it they he she you who that this these those expect expects see sees saw generate generates generating report reports reporting post posts posting deliver delivers
    delivering drive drives driving grow grows boost increase increases decrease forecast forecasts project projects achieve
    achieves anticipate anticipates confirms confirm announces announce sets raises affirms reaffirms reiterates lifts updates provides issues exceeds tops
    beats narrows widens swings slashes trims returns improves reduces cuts lowers doubles triples records targets guides maintains hits surpasses estimates tallies produces include includes including represent represents produce despite
    reduced lowered raised boosted lifted decreased increased improved impacted affected offset
    for of in to on with from by at was were had and or the a an its our their is are has have which while
    compared""".split()  # noqa: SIM905
)
_OWNED = re.compile(r"(?:'s|’s)$")
_AFTER_CONCEPT = re.compile(
    r"^\s(?:from|in|for|at|of|within|attributable to|generated by|related to)\s(?:the\s|our\s|its\s|all\s)?"
    r"(?P<name>(?:U\.S\.|[A-Z][\w&'’-]*)(?:\s(?:and\s|&\s|of\s)?(?:U\.S\.|[A-Z][\w&'’-]*)){0,4}?)"
    r"(?P<noun>\s(?:segments?|divisions?|[Gg]roup|business(?:es)?|units?|operations|products?|services|solutions|sector|stores))?"
    r"(?=\s(?:was|were|of|increased|decreased|rose|fell|grew|declined|totaled|is|are|improved|for|in|reached|climbed|dropped|will)\b|,|\s[\ue000-\ue005]|$)"
)
_NO_NAME = re.compile(
    r"^(?:The|This|Our|Its|By|Per|Each|Every|Across|Both|Other|In|For|Q[1-4]|January|February|March|April|May|June|July|August|September|October|November|December|Company|All|Total)$"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Scope and basis of a figure, with the words that name the scope."""

    scope: str
    basis: str


def reach(line: Line, concept: Item, value: Item, section: str | None) -> Reach:
    """The scope and basis of a concept's value in a line under a section's scope."""
    words = modifiers(line, concept)
    stated = concept.concept.scope
    basis = concept.concept.basis or ("non-gaap" if _is_non_gaap(line, concept, value, words) else "gaap")
    left = _left_scope(words)
    if section and left and left.partition(":")[2].lower() == section.partition(":")[2].lower():
        left = section
    scope = stated or left or _right_scope(line, concept) or _lead_scope(line, concept) or section or "total"
    return Reach(scope, basis)


def modifiers(line: Line, concept: Item) -> list[str]:
    """The words that stand before a concept and narrow it, in order."""
    head = line.coded[max(0, concept.at - 80) : concept.at]
    words: list[str] = []
    acronym = _ACRONYM.search(head)
    if acronym:
        return [] if acronym[1] in ("GAAP", "IFRS") else [acronym[1]]
    while len(words) < 6:
        match = _WORD_BEFORE.search(head)
        if match is None:
            break
        word = match[1]
        if word.lower() in ("and", "&") and words and _joined(words[0], head[: match.end()]):
            words.insert(0, word)
        elif word.lower() in _ENDS or _OWNED.search(word) or (word[-1] in ".," and word not in ("U.S.", "U.K.")):
            if word.lower() == "and" and words:
                words.insert(0, "and")
            break
        elif word.lower() not in _NEUTRAL and not word.lower().endswith(("ed", "ly")):
            words.insert(0, word)
        head = head[: match.start()]
    return words


_LINE_JOINS = re.compile(r"([\w-]+)\s(?:and|&)\s$")


def _joined(word: str, head: str) -> bool:
    """Whether "and" at the end of a head joins the word after it to the name of one line of business."""
    if word[0].isupper():
        return _JOINS.search(head) is not None
    before = _LINE_JOINS.search(head)
    return word.lower() in _LINES and before is not None and before[1].lower() in _LINES


def narrowed(line: Line, concept: Item) -> bool:
    """Whether words before a concept narrow it, other than words of its basis."""
    words = _PRO_FORMA.sub("", " ".join(modifiers(line, concept))).split()
    return any(not _NON_GAAP.fullmatch(word) for word in words)


_PRO_FORMA = re.compile(r"\bpro forma\b", re.IGNORECASE)


def _left_scope(words: list[str]) -> str | None:
    kept = _PRO_FORMA.sub("", " ".join(word for word in words if not _NON_GAAP.fullmatch(word))).split()
    if not kept:
        return None
    name = " ".join(kept)
    if _REGIONS.match(name):
        return f"region:{name}"
    bare = _SEGMENT_NOUN.sub("", name)
    if bare != name and bare:
        return f"segment:{bare}"
    if kept[0].lower() in ("and", "&"):
        return None
    if len(kept) <= 3 and kept[0][0].isupper() and all(word.islower() for word in kept[1:]):
        return f"product:{name}"  # a noun phrase that opens its clause
    if len(kept) <= 6 and kept[0][0].isupper() and all(word.lower() in _LINES or word == "and" for word in kept[1:]):
        return f"product:{name}"
    if len(kept) <= 5 and all(word[0].isupper() or word in ("and", "&") or word.lower() in _LINES for word in kept):
        return f"product:{name}"
    return None


_UNNAMED = re.compile(
    r"\b(?:quarter|year|month|months|period|for|in|by|to|at|from|during|through|company|operations|customers?|acquisitions?|[a-z]+ly)\b|[\ue000-\uf8ff]"
)
# "Revenues from treatment services rose", "sales of fitness equipment were"
_AFTER_REVENUE = re.compile(
    r"^\s(?:from|of)\s(?:our\s|its\s|the\s)?(?P<name>(?!continuing\b|operations\b|existing\b|the\b|a\b|an\b|all\b|which\b|these\b|new\b)(?:[\w&'’-]+\s){1,6}?)"
    r"(?=(?:also\s)?(?:was|were|increased|decreased|rose|fell|grew|declined|totaled|totalled|improved|reached|climbed|dropped|amounted)\b)"
)
_LOWER_TAIL = frozenset(("Revenues", "Orders"))


def _right_scope(line: Line, concept: Item) -> str | None:
    if concept.concept.name in _LOWER_TAIL:
        told = _AFTER_REVENUE.match(line.coded[concept.to : concept.to + 120])
        name = told["name"].strip() if told else ""
        if name and name[0].islower() and not _UNNAMED.search(name):
            return f"product:{name}"
    match = _AFTER_CONCEPT.match(line.coded[concept.to : concept.to + 120])
    if match is None or _NO_NAME.match(match["name"].split()[0]):
        return None
    name = match["name"]
    if _REGIONS.match(name):
        return f"region:{name}"
    if match["noun"] and re.search(
        r"segment|division|group|business|unit|operation|sector", match["noun"], re.IGNORECASE
    ):
        return f"segment:{name}"
    if match["noun"]:
        return f"product:{name}"
    return None


# A segment or region before the figures: "In the Optics segment, sales rose" and the like.
_LEAD = re.compile(
    r"^\W{0,3}(?:(?:In|For|At|Within|From)\s(?:the\s|our\s|its\s|(?:the\s)?[Cc]ompany['’]s\s)?)?(?P<name>(?:U\.S\.|[A-Z][\w&'’-]*)(?:\s(?:and\s|&\s|of\s)?(?:U\.S\.|[A-Z][\w&'’-]*)){0,4}?)"
    r"(?P<noun>\s(?:reportable\s|operating\s|business\s|reporting\s)?(?:segments?|divisions?|[Gg]roup|business(?:es)?|unit|operations))?\s?(?P<mark>[,:–—]|\s-\s)"
)


def _lead_scope(line: Line, concept: Item) -> str | None:
    """The segment or region that opens a sentence before its figures."""
    match = _LEAD.match(line.text)
    if match is None or match.end() > concept.start or _NO_NAME.match(match["name"].split()[0]):
        return None
    if _REGIONS.match(match["name"]) and match[0].lstrip(" -–•*").startswith("In "):
        return f"region:{match['name']}"
    return f"segment:{match['name']}" if match["noun"] and not match["noun"].endswith("roup") else None


def scope_tail(gap: str, concept: str) -> str:
    """The coded text after a concept without the words that name its scope: "in the Optics segment"."""
    told = _AFTER_REVENUE.match(gap)
    if told is not None and concept in _LOWER_TAIL and not _UNNAMED.search(told["name"]):
        return " " + gap[told.end() :]
    match = _AFTER_CONCEPT.match(gap)
    if match is not None and not match["noun"] and all(_REGIONS.match(name) for name in match["name"].split(" and ")):
        return gap[match.end() :]
    if match is None or not match["noun"] or _NO_NAME.match(match["name"].split()[0]):
        region = match is not None and _REGIONS.match(match["name"])
        return gap[match.end() :] if match is not None and region else gap
    return gap[match.end() :]


# "up 5% in USD and up 10% in constant currency to $11.8 billion": only the second figure is so reckoned.
_CURRENCY_BASIS = (
    r"(?:in|on|at|using)\s(?:an?\s)?(?:constant|local)[\s-](?:currenc(?:y|ies)|exchange rates)(?:\sbasis|\sterms)?"
)
_OF_THE_FIGURE_BEFORE = re.compile(rf"{VALUE}[^;,\ue000-\uf8ff]{{0,16}}\s{_CURRENCY_BASIS}", re.IGNORECASE)
_SO_RECKONED = re.compile(rf"^[^;,\ue000-\uf8ff]{{0,16}}\s{_CURRENCY_BASIS}", re.IGNORECASE)


def _is_non_gaap(line: Line, concept: Item, value: Item, words: list[str]) -> bool:
    if _SO_RECKONED.match(line.coded[value.to : value.to + 60]):
        return True
    if any(word.lower() == "gaap" for word in re.findall(r"[\w-]+", line.coded[max(0, concept.at - 20) : concept.at])):
        return bool(
            re.search(r"non-?\s?gaap\s(?:\w+\s)?$", line.coded[max(0, concept.at - 30) : concept.at], re.IGNORECASE)
        )
    if any(_NON_GAAP.fullmatch(word) for word in words):
        return True
    start = max(line.coded.rfind(";", 0, concept.at), line.coded.rfind(". ", 0, concept.at)) + 1
    lead = re.sub(SLOT, "", line.coded[start : concept.at])
    if _NON_GAAP.search(lead[-90:]):
        return True
    between = line.coded[concept.to : value.at] if concept.to <= value.at else ""
    between = _OF_THE_FIGURE_BEFORE.sub(" ", between)
    if _NON_GAAP.search(between[-80:]):
        return True
    after = re.split(r"[\ue000-\ue002;]|,\s(?:and|while|but)\s", line.coded[value.to : value.to + 90])[0]
    return _EXCLUDING_AFTER.match(after) is not None


_HEADING = re.compile(
    r"\b(?:results?|highlights?|outlook|guidance|overview|quarter|year|financial|about|conference|balance|cash|liquidity|"
    r"dividends?|summary|operations|review|capital|business(?:es)? update|contacts?|statements?|forward|recent|developments?|update|"
    r"information|webcast|notes?|measures?|gaap|earnings|income|revenues?|sales|expenses?|news|release|annual|key|non|performance|"
    r"comments?|commentary|management|corporate|forecast|table|other|special|items|investors?|media|events?|strategy|margin|"
    r"acquisitions?|costs?|transaction|details?|program|terms|offering|clinical|pipeline|products?|services|awards?|backlog|tax(?:es)?|debt)\b",
    re.IGNORECASE,
)


def section_scope(heading: str | None, segments: Mapping[str, str]) -> str | None:
    """The scope of the figures under a heading that names a segment or region; None for other headings."""
    if not heading:
        return None
    name = heading.strip(" :.-—*#")
    bare = _SEGMENT_NOUN.sub("", name)
    if bare != name and 0 < len(bare.split()) <= 5 and not _HEADING.search(bare):
        return f"segment:{_cased(bare)}"
    if _REGIONS.match(name) or name.lower() in segments:
        return f"segment:{_cased(name)}"
    return None


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 4 else name


_SEGMENT_NOUN = re.compile(r"(?:[Ss]egment|[Dd]ivision|[Bb]usiness [Uu]nit|[Bb]usiness [Ss]egment)\b")
_NAMED_SEGMENT = re.compile(rf"\b((?:[A-Z][\w&-]+)(?:\s(?:and\s|&\s)?[A-Z][\w&-]+){{0,3}})\s{_SEGMENT_NOUN.pattern}")


def named_segments(text: str) -> dict[str, str]:
    """The names that a text calls segments or divisions, as printed, by their lower-case form."""
    if not _SEGMENT_NOUN.search(text):
        return {}
    names = (re.sub(r"^(?:The|Our|Its) ", "", match[1]) for match in _NAMED_SEGMENT.finditer(text))
    return {name.lower(): name for name in names}
