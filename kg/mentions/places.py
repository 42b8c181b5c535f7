"""Places in a sentence: "City, Region", "City, Country", regions, countries, and cities that need no more.

A bare name of the lists is not enough to be a place: it must follow a city and a comma, or be a large
and unmistakable one, or have been introduced before in the same release.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kg.mentions.gazetteer import Entry, at_home, cities, entries, head, place_words, town_homes, wide_names
from kg.mentions.seats import seat_country, seated
from kg.model import Mention, MentionKind, PlaceName

_CODE: Final = 2  # letters of a postal code
_NONE_KNOWN: Final[Mapping[str, PlaceName]] = MappingProxyType({})

_CAPITAL = re.compile(r"(?<![\w&'’])[A-ZÀ-Þ][^\W\d_]*")
_W = r"[A-ZÀ-Þ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_LINK = r"(?:de|la|las|los|el|del|da|do|dos|di|am|an der|sur|upon|on|le|les|ob der|of)"
_NAME = rf"(?:(?:St|Ste|Ft|Mt)\. )?{_W}(?: (?:{_LINK} ){{0,2}}(?:St\. )?{_W}){{0,3}}"
_CITY_BEFORE = re.compile(rf"(?<![\w&.'’-])(?P<city>{_NAME})(?:, ?|/|,? \()$")
_CITY_CODE = re.compile(rf"\b(?:in|at|near|from) (?P<city>{_NAME}) $")
_CITY_AND_PART = re.compile(rf"\b(?:in|at|from|to|near|of) (?P<city>{_NAME}), (?P<part>{_NAME}), $")
_LISTED = re.compile(
    rf"\b(?:in|at|from|to|near|of|both|between|including|serving|are|throughout|and its) "
    rf"(?P<list>{_NAME}(?:, {_NAME}){{0,6}}),? (?:and|or|&) (?:in |at |from |near )?$"
)
_ONE = re.compile(_NAME)
_COUNTRY_AFTER = re.compile(
    r", ?(?P<country>U\.S\.A?\.?|USA|US|United States(?: of America)?|Canada|Mexico|United Kingdom|UK|U\.K\.|China"
    r"|Germany|India|Australia|Ireland|Spain|Italy|France|Brazil|Malaysia|Philippines|Indonesia|Japan)\b"
)
_ZIP = re.compile(r",? \d{5}(?:-\d{4})?\b")
_BASED = re.compile(r"-(?:based|area)\b")
_FIRM_BASED = re.compile(r"[- ]based\b(?! (?:on|in)\b)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:^|[\s(“\"])(?:in|at|from|to|into|near|of|between|within|across|throughout|outside|outside of|around|for|and|or"
    r"|with|via|through|including|serving|leaving|entering)(?: the)? (?:(?:north|south|east|west|central|mid)\w* )?$",
    re.IGNORECASE,
)
_DIRECTION = re.compile(
    r"(?<!\w)(?:(?:north|south|east|west)(?:ern)?|central|mid-?|upstate|downtown|greater|suburban|metropolitan|metro"
    r"|midtown|(?:north|south)(?:east|west)(?:ern)?|downstate|mainland)[ -]$",
    re.IGNORECASE,
)
_SITED = re.compile(r"\b(?:in|at|from|to|into|near)(?: the)? $", re.IGNORECASE)
_COUNTRY_SITE = re.compile(
    r"[.,;:)]|$|-based| (?:and|or|to|in|for|by|from|with|on|at|where|which|is|are|was|will|as)\b"
    r"| (?=[A-Z][\w-]* (?:is|are|was|were|has|have|will)\b)"
)
_NEXT_CAPITAL = re.compile(r" ?[&/] ?|[ -](?=[A-ZÀ-Þ])")
_LAST_WORD = re.compile(r"([\w&.'’-]+) $")
_SITE_NEXT = re.compile(
    r" (?:Plant|Facility|Factory|Headquarters|Office|Offices|Warehouse|Mill|Mine|Campus|Operations|Operation|Site"
    r"|Store|Branch|Refinery|Terminal|Smelter|Works|Location|Market|Area|Region|Laboratory|Manufacturing|Distribution)\b"
)
_SAME_NAMED: Final = frozenset(
    {"new york", "washington", "singapore", "luxembourg", "panama", "mexico city", "hong kong"}
)
_TOWN_OWNERS: Final = frozenset(
    {"king", "queen", "bishop", "abbot", "lee", "land", "martha", "prince", "st", "saint", "devil"}
)
_DOUBTFUL_CODES: Final = frozenset({"MD", "PA", "MS", "CO", "MA", "AL", "LA", "DE", "ME", "OR", "IN", "HI", "OK", "ID"})
_ORG_OF = re.compile(
    r"(?:University|Bank|College|Bancorp|Institute|Society|Commonwealth|Corporation|Company|Association|Port|Trust"
    r"|Reserve Bank|Chamber|Hospital|Museum|Board|Church|Diocese|Bishop|Duke|Treaty|Port Authority|District) of (?:the )?$"
)


def introduced(texts: Iterable[str]) -> dict[str, PlaceName]:
    """Cities that some text names with their region or country, by name: the memory for `places`."""
    known: dict[str, PlaceName] = {}
    for text in texts:
        for mention in places(text):
            value = mention.value
            if isinstance(value, PlaceName) and value.city and (value.region or value.country):
                name = value.city.title() if value.city.isupper() else value.city
                known.setdefault(name, value)
    return known


def places(text: str, known: Mapping[str, PlaceName] = _NONE_KNOWN) -> list[Mention]:
    """The places of a sentence in order. `known` holds the cities introduced elsewhere in the release."""
    printed = {name: value for name, value in known.items() if name in text}
    return _read(text, printed) if printed else list(_without_memory(text))


@lru_cache(maxsize=1024)  # asked twice: to learn the cities of a release, and to read the sentence with them
def _without_memory(text: str) -> tuple[Mention, ...]:
    return tuple(_read(text, _NONE_KNOWN))


def _read(text: str, known: Mapping[str, PlaceName]) -> list[Mention]:
    found: list[Mention] = []
    reached = 0
    seats = seated(text)
    for word in _CAPITAL.finditer(text):
        start = word.start()
        if start < reached:
            continue
        read = (
            _listed_place(text, start, head(word[0]))
            or _known_place(text, start, known)
            or _seat(text, start, word[0], seats)
        )
        if read is None or read[-1].end <= reached:
            continue
        while found and found[-1].end > read[0].start:
            found.pop()  # "York, Maine" inside a longer reading
        found += [_fuller(mention, known) for mention in read]
        reached = read[-1].end
    return found


def _fuller(mention: Mention, known: Mapping[str, PlaceName]) -> Mention:
    """A city known by its name alone, with the region or country that the release gives it elsewhere."""
    value = mention.value
    if not isinstance(value, PlaceName) or not value.city or value.region or value.country:
        return mention
    fuller = known.get(value.city)
    return replace(mention, value=fuller) if fuller and at_home(fuller) else mention


def _listed_place(text: str, start: int, first: str) -> list[Mention] | None:
    for entry in entries().get(first, ()):
        end = start + len(entry.form)
        if not _stands(text, start, end, entry.form):
            continue
        if entry.kind != "city":
            read = _with_city(text, start, end, entry)
            if read:
                return read
        doubtful = entry.kind in ("region", "country") and not entry.alone and _among_regions(text, start, end)
        if doubtful or (entry.alone and _alone(text, start, end, entry)):
            begin = _with_direction(text, start)
            value = PlaceName(city=entry.form) if entry.kind == "city" else _wide(entry)
            if entry.kind == "region" and text[begin].isupper():
                value = PlaceName(region=text[begin:end])  # "Northern Virginia" is a region by itself
            return [_mention(text, begin, end, value)]
    return None


def _known_place(text: str, start: int, known: Mapping[str, PlaceName]) -> list[Mention] | None:
    for name, value in known.items():
        if text.startswith(name, start):
            end = start + len(name)
            if not text[end : end + 1].isalnum() and _free(text, start, end):
                return [_mention(text, start, end, PlaceName(name, value.region, value.country))]
    return None


def _seat(text: str, start: int, word: str, seats: Mapping[int, tuple[int, str]]) -> list[Mention] | None:
    """A place told by the words around it alone."""
    if start in seats:
        end, name = seats[start]
        city, _, last = name.rpartition(" ")
        wide = next(
            (e for e in entries().get(head(last), ()) if e.form == last and e.kind not in ("city", "part")), None
        )
        value = PlaceName(name) if not city or wide is None else _inside(city, wide)
        return [_mention(text, start, end, value)]
    told = seat_country(text, start, word)
    return [_mention(text, start, told[0], PlaceName(country=told[1]))] if told else None


def _stands(text: str, start: int, end: int, form: str) -> bool:
    printed = text[start:end]
    if printed != form and not (len(form) > 3 and printed == form.upper()):
        return False
    after = text[end : end + 1]
    return not after.isalnum() and not (len(form) == _CODE and after == "." and text[end + 1 : end + 2].isalpha())


def _inside(city: str, entry: Entry) -> PlaceName:
    """A city printed before its region or country without a comma, "Ashford NY"."""
    wide = _wide(entry)
    return PlaceName(city, wide.region, wide.country)


def _wide(entry: Entry) -> PlaceName:
    return PlaceName(country=entry.form) if entry.kind == "country" else PlaceName(region=entry.form)


def _with_city(text: str, start: int, end: int, entry: Entry) -> list[Mention] | None:
    """The city before a region or country, the country after a region, and cities that share the region."""
    if entry.kind == "part" or start < 3 or text[start - 1] not in " ,/(":
        return None
    found = _CITY_BEFORE.search(text, max(0, start - 70), start)
    if found is None and entry.kind == "postal":
        found = _CITY_CODE.search(text, max(0, start - 70), start)  # "in Ashford TX"
    city = _city(found["city"], entry) if found else None
    if found and city is None and entry.kind == "country":
        return _region_of(text, found, end, entry)
    if found is None or city is None:
        return None
    begin = found.end("city") - len(city)
    if entry.kind == "postal" and entry.form in _DOUBTFUL_CODES and not _sure(text, begin, end, city):
        return None
    close = end + 1 if text[begin + len(city) :].startswith((" (", ", (")) and text[end : end + 1] == ")" else end
    if entry.kind == "country":
        return _in_country(text, begin, close, city, entry)
    country = _COUNTRY_AFTER.match(text, end)
    if country:
        close = country.end()
    value = PlaceName(city, entry.form, country["country"] if country else None)
    return [*_shared(text, begin, value), _mention(text, begin, close, value)]


def _region_of(text: str, found: re.Match[str], end: int, entry: Entry) -> list[Mention] | None:
    """A region of the very country that follows it, "Bavaria, Germany"; None for two names of a list."""
    region = found["city"].split(" in ")[-1]
    for known in entries().get(head(region), ()):
        if known.kind == "region" and known.form == region and known.country == entry.name:
            begin = found.end("city") - len(region)
            return [_mention(text, begin, end, PlaceName(None, region, entry.form))]
    return None


def _in_country(text: str, begin: int, close: int, city: str, entry: Entry) -> list[Mention]:
    """The places of "City, Country", or of "City, Province, Country" where the second is no known city."""
    upper = _CITY_AND_PART.search(text, max(0, begin - 70), begin + len(city) + 2)
    if upper and upper["part"] == city and city.lower() not in cities() and upper["city"].lower() not in wide_names():
        value = PlaceName(upper["city"], city, entry.form)
        return [_mention(text, upper.start("city"), close, value)]
    value = PlaceName(city, None, entry.form)
    return [*_shared(text, begin, value), _mention(text, begin, close, value)]


def _city(printed: str, entry: Entry) -> str | None:
    """The city at the end of capitalised words; None when they are something else."""
    words = printed.split(" ")
    for at in range(len(words) - 1, -1, -1):
        bare = words[at].strip(".").lower()
        if bare in place_words("no-city") and not (bare == "st" and at < len(words) - 1):
            words = words[at + 1 :]
            break
    words = _unowned(words)
    while words and (words[0].lower() in place_words("leading") or words[0].islower()):
        words = words[1:]
    if not words or len(words[-1]) < 2 or (len(words) == 1 and words[0].isupper() and len(words[0]) < 4):
        return None
    for size in range(1, len(words)):
        tail = " ".join(words[-size:]).lower()
        homes = cities().get(tail, ())
        if any(entry.name in home for home in homes) and words[-size - 1].lower() not in place_words("prefix"):
            return " ".join(words[-size:])
    name = " ".join(words)
    low = name.lower()
    same = low in _SAME_NAMED and entry.name.lower() in (low, "district of columbia")
    if low in wide_names() and not same and not _namesake(low, entry):
        return None
    return name


def _namesake(low: str, entry: Entry) -> bool:
    """Whether a region of another country is a town of this one, "Kent, Washington"; two states may stand on a list."""
    listed = any(e.name.lower() == low and e.country == entry.country for e in entries().get(head(low), ()))
    return not listed and (low, entry.name) in town_homes()


def _unowned(words: list[str]) -> list[str]:
    """The words of a city without the owner before it: "Alder's Leeds" is Leeds, "King's Lynn" stays."""
    owner = next((at for at in range(len(words) - 2, -1, -1) if words[at].endswith(("'s", "’s"))), None)
    if owner is None or words[owner][:-2].lower() in _TOWN_OWNERS or " ".join(words).lower() in cities():
        return words
    return words[owner + 1 :]


def _sure(text: str, begin: int, end: int, city: str) -> bool:
    return bool(
        city.lower() in cities()
        or _ZIP.match(text, end)
        or _BASED.match(text, end)
        or _PREPOSITION.search(text[:begin])
    )


def _shared(text: str, begin: int, value: PlaceName) -> list[Mention]:
    """The cities of "in Ashford, Brookton and Cedar Falls, Ohio" that stand before the last."""
    found = _LISTED.search(text, max(0, begin - 120), begin)
    if not found:
        return []
    shared: list[Mention] = []
    for one in _ONE.finditer(text, *found.span("list")):
        low = one[0].lower()
        if low in wide_names() or any(word.strip(".") in place_words("no-city") for word in low.split()):
            return []
        shared.append(_mention(text, one.start(), one.end(), PlaceName(one[0], value.region, value.country)))
    return shared


def _alone(text: str, start: int, end: int, entry: Entry) -> bool:
    if entry.form in ("US", "U.S.", "UK", "U.K.", "USA", "U.S.A."):
        if _FIRM_BASED.match(text, end):
            return True
        return bool(_PREPOSITION.search(text[:start]) and _COUNTRY_SITE.match(text, end))
    return _free(text, start, end)


_REALM: Final = re.compile(r"\b(?:Republic|Kingdom|State|Province|Emirate|Sultanate) of (?:the )?$")
_AFTER_LIST: Final = re.compile(r"(?:^|[ (])(?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:, | and |, and | or )$")
_LIST_ON: Final = re.compile(
    r"(?:, (?:and |or )?| and | or )(?P<region>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[,.;)]|$| [a-z])"
)


def _among_regions(text: str, start: int, end: int) -> bool:
    """Whether a doubtful name stands on a list of regions: the "Georgia" of "in Florida, Georgia and Alabama"."""
    if _REALM.search(text, max(0, start - 30), start):
        return True
    near = _AFTER_LIST.search(text, max(0, start - 30), start) or _LIST_ON.match(text, end)
    return near is not None and any(
        entry.kind == "region" and entry.form == near["region"] for entry in entries().get(head(near["region"]), ())
    )


def _free(text: str, start: int, end: int) -> bool:
    """Whether a bare name is not a part of a longer one."""
    before = text[max(0, start - 40) : start]
    if _ORG_OF.search(before) or before.endswith(("& ", "&", "@", "/", "#", ".")):
        return False
    led = bool(_PREPOSITION.search(before))
    if (
        _NEXT_CAPITAL.match(text, end)
        and not _SITE_NEXT.match(text, end)
        and not (_SITED.search(before) and titled(text))
    ):
        return False
    last = _LAST_WORD.search(before)
    if last is None or led or not last[1][0].isupper() or last[1] in ("The", "A", "An", "Its", "Our", "This", "Their"):
        return True
    if last[1].endswith(("'s", "’s", "s'", "s’")) or _FIRM_BASED.match(text, end):
        return True
    return bool(_DIRECTION.search(before)) or (titled(text) and bool(_SITE_NEXT.match(text, end)))


def titled(text: str) -> bool:
    """Whether the sentence is set in title case, so that capitals say nothing."""
    long_words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    if text.rstrip().endswith("."):
        return sum(map(str.isupper, text)) > sum(map(str.islower, text))
    return sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)


def _with_direction(text: str, start: int) -> int:
    found = _DIRECTION.search(text, max(0, start - 20), start)
    return found.start() if found else start


def _mention(text: str, start: int, end: int, value: PlaceName) -> Mention:
    return Mention(MentionKind.PLACE, start, end, text[start:end], value)
