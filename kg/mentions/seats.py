"""Places that no list knows, told by the words around them: "headquartered in Ashford", "the Ashford-based maker"."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.facilities import qualifiers
from kg.mentions.gazetteer import demonyms, place_words, town_openers, towns, wide_names
from kg.mentions.words import lower_words, stops

_SITES: Final = (
    r"headquarters|(?:head |main |sales |regional |corporate |branch |executive )?offices?|plants?|factor(?:y|ies)|facilit(?:y|ies)|warehouses?"
    r"|branch(?:es)?|stores?|mills?|refiner(?:y|ies)|laborator(?:y|ies)|labs?|campus(?:es)?|showrooms?|restaurants?|hospitals?|clinics?"
    r"|data cent(?:er|re)s?|(?:distribution|service|technical|production|manufacturing|research|development|training|medical|fulfil?lment|logistics|call|reservations?|support|operations|innovation|engineering|design|technology|sales|repair|maintenance|data|experience) (?:cent(?:er|re)s?|sites?|hubs?)"
    r"|(?:sales|retail|store) locations?|(?:new|next|first|second|third|fourth|latest|newest|flagship|additional) (?:\w+ )?locations?|dealerships?|shipyards?|smelters?|breweries|brewery|distillery|winery|hangars?|dispensar(?:y|ies)|bakery|bakeries|foundry|foundries|depots?|terminals?|farms?|pilot lines?"
    r"|(?<=its )(?:sites?|locations?)|(?<=our )(?:sites?|locations?)|(?<=their )(?:sites?|locations?)|hotels?|(?:semiconductor |wafer )?fabs?|shops?|supermarkets?|studios?|theat(?:er|re)s?|cinemas?|dispensary|steelworks|printing plants?"
)
# After these words nothing but a place can stand. The preposition is looked for first: few sentences hold it before a name.
_IN: Final = re.compile(
    r" (?:in|near|outside)(?: of)? (?:the (?:city|town|village|suburb) of |(?:downtown|midtown|nearby|suburban|central) )?(?=[A-ZÀ-Þ])"
)
_LED: Final = re.compile(
    rf"(?:\b(?:[Hh]eadquartered|HEADQUARTERED|[Bb]ased|[Dd]omiciled|(?:has|have|with|operates|maintains) (?:\w+ )?(?:locations|operations)|(?i:{_SITES})(?: (?:is|are|was|were))?(?: (?:located|situated|based))?))$"
)
_REACH: Final = 80  # characters: the longest words that lead to a place
# "a store at Kettle Creek Commons in Ashford", "an office located at 1200 Lake Road in Ashford": an address leads to its town.
_ADDRESSED: Final = re.compile(
    rf"\b(?i:{_SITES}|buildings?|spaces?|propert(?:y|ies)|community)(?: (?:located|situated))? (?:at|on|along|inside|within)(?: the)?(?: [A-Z0-9][\w&.’'–-]*| of| at| the| –){{1,7}} in (?P<name>[A-ZÀ-Þ][a-zà-þ-]{{2,}}(?: [A-ZÀ-Þ][a-zà-þ]{{2,}})?)(?=[.,;)]|$| [a-z])"
)
# The town before a site that somebody owns, or after "at": only one that the reference data knows.
_OWN: Final = re.compile(
    r"(?:\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[Tt]he|[’']s|(?i:new|former|first|second))"
    r"|\b(?i:open(?:s|ed|ing)?|clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: down)?|shutters?|idles?|vacates?|sells?|sold|buys?|acquires?|expand(?:s|ed|ing)?|builds?|enlarges?|relocat(?:e|es|ing)|mov(?:e|es|ing)|divests?|(?:operations|production) at|(?:dispos(?:es?|ed|ing)|size|closing|closure|opening|sale|expansion|relocation|construction) of))"
    rf" (?P<name>(?i:(?-i:[A-ZÀ-Þ])[a-zà-þ-]{{3,}}(?: (?-i:[A-ZÀ-Þ])[a-zà-þ]{{3,}})?)),? (?:(?!and\b|or\b|in\b|of\b)[a-z-]+ ){{0,3}}?(?i:{_SITES})\b"
)
_AT: Final = re.compile(
    rf"\b(?i:{_SITES}) at (?P<name>[A-ZÀ-Þ][a-zà-þ-]{{3,}}(?: [A-ZÀ-Þ][a-zà-þ]{{3,}})?)(?=[.,;)]|$| [a-z])"
)
_AT_NAME: Final = re.compile(r" at [A-ZÀ-Þ]")  # spares most texts the search for a site
_ADDRESS: Final = re.compile(r" (?:at|on|along|inside|within) (?:the )?[A-Z0-9]")
_NEAR: Final = re.compile(r"\bnear (?P<name>[A-ZÀ-Þ][a-zà-þ-]{3,}(?: [A-ZÀ-Þ][a-zà-þ]{3,})?)(?=[.,;)]|$| [a-z])")
_W: Final = r"(?:(?:St|Ste|Ft|Mt)\. )?[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME: Final = re.compile(
    rf"{_W}(?: (?:(?:am|an der|de la|de|del|do|da|la|of|on|upon|sur|ob der|in der|im) )?{_W}){{0,2}}"
)
_ENDS: Final = re.compile(r"[.,;:)”\"]|$|/| \(|[–—]| [–—-] | [a-z\d]")
_NEXT: Final = re.compile(r"(?:,| and|, and| &| or) ")
_HYPHENED: Final = re.compile(
    rf"(?P<name>{_W}(?: {_W}){{0,2}})[- ]based,? (?:(?!(?:on|in|at|near|upon)\b)[^\s;:.()]+ ){{0,6}}?(?:company|firm|corporation|bank|brokerage|manufacturer"
    r"|maker|provider|supplier|developer|retailer|distributor|producer|operator|insurer|group|start-?up|vendor|contractor|publisher|utility|brand"
    r"|nonprofit|lender|agency|business|organi[sz]ation|foundation|fund|chain|brewer|builder|designer|investor|consultancy|studio|bureau|union)\b"
)


def seated(text: str) -> dict[int, tuple[int, str]]:
    """Where names of places stand by the words around them: start -> (end, name)."""
    found: dict[int, tuple[int, str]] = {}
    if " in " in text or " near " in text or " outside " in text:
        for preposition in _IN.finditer(text):
            if not _LED.search(text, max(0, preposition.start() - _REACH), preposition.start()):
                continue
            at = preposition.end()
            for _ in range(12):
                name = _NAME.match(text, at)
                if name is None or not (_ENDS.match(text, name.end()) and _may_be(name[0])):
                    break
                found[at] = (name.end(), name[0])
                further = _NEXT.match(text, name.end())
                if further is None or _heading(text):
                    break
                at = further.end()
    for pattern in _patterns(text):
        for hit in pattern.finditer(text):
            town = _town(hit["name"])
            if town and not _of_new(text, hit.start("name"), town):
                found.setdefault(hit.start("name"), (hit.start("name") + len(town), town))
    if "based" in text:
        for hit in _HYPHENED.finditer(text):
            start, printed = _last_name(hit.start("name"), hit["name"])
            if _may_be(printed):
                found[start] = (start + len(printed), printed)
    return found


def _patterns(text: str) -> list[re.Pattern[str]]:
    """What may tell of a known town in a text, by the words that each pattern needs."""
    if town_openers().isdisjoint(lower_words(text)):
        return []
    found = [_OWN, _NEAR]
    found += [_AT] if _AT_NAME.search(text) else []
    found += [_ADDRESSED] if " in " in text and _ADDRESS.search(text) else []
    return found


def _town(printed: str) -> str | None:
    """The known town of one or two capitalised words; the second may be of the site: "Ashford Bottling Plant"."""
    first, _, second = printed.partition(" ")
    names = (printed, first) if second.lower() in qualifiers() else (printed,)
    return next((name for name in names if name.lower() in towns() and _may_be(name)), None)


def _of_new(text: str, start: int, name: str) -> bool:
    """Whether "New" before a town is a part of its name: "New York", "New Haven"."""
    return text[max(0, start - 4) : start].lower() == "new " and f"new {name.lower()}" in towns() | wide_names()


def _heading(text: str) -> bool:
    """Whether a text is a headline, in which a capitalised word after a comma need be no name."""
    long = [word for word in text.split() if len(word) > 4]
    return not text.rstrip().endswith(".") and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def seat_country(text: str, start: int, word: str) -> tuple[int, str] | None:
    """The end and the country of a demonym that tells where somebody is based: "a Canadian-based miner"."""
    country = demonyms().get(word)
    end = start + len(word)
    return (end, country) if country and re.match(r"[- ]based\b", text[end : end + 7]) else None


def _last_name(start: int, name: str) -> tuple[int, str]:
    """The name without the words that only open the sentence: "The Ashford" is Ashford."""
    while " " in name:
        first, rest = name.split(" ", 1)
        if not (stops(first) or first.lower() in place_words("leading")):
            break
        start, name = start + len(first) + 1, rest
    return start, name


def _may_be(name: str) -> bool:
    """Whether a capitalised name may be a place: no known wide place, no common word, no part of a company's name."""
    words = [word.strip(".").lower() for word in name.split()]
    if name.lower() in wide_names() or name in demonyms() or (name.isupper() and len(name) < 5):
        return False
    if len(words) > 1 and name.lower() in towns():
        return True  # "Fall River"
    return not any(word in place_words("no-seat") or word in place_words("no-city") for word in words)
