"""Cities printed with their region or country: "City, Region", "City, Province, Country", "A, B and C, Region"."""

from __future__ import annotations

import re
from typing import Final

from kg.mentions.bare_places import PREPOSITION, titled
from kg.mentions.gazetteer import Entry, cities, entries, head, place_words, town_homes, towns, wide_names
from kg.model import Mention, MentionKind, PlaceName

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
_UNPARTED = re.compile(
    r" (?P<country>U\.S\.A?\.?|U\.S\b|USA|United States|Canada)(?=[,.;)]|$| (?:and|or|to|in|with|for|on|is|has|will)\b)"
)
_ZIP = re.compile(r",? \d{5}(?:-\d{4})?\b")
_BASED = re.compile(r"-(?:based|area)\b")
_SAME_NAMED: Final = frozenset(
    {"new york", "washington", "singapore", "luxembourg", "panama", "mexico city", "hong kong"}
)
# Countries that stand among cities: "offices in London, Singapore and Tokyo".
_CITY_STATES: Final = frozenset({"Singapore", "Hong Kong", "Luxembourg", "Monaco", "Macau"})
_TOWN_OWNERS: Final = frozenset(
    {"king", "queen", "bishop", "abbot", "lee", "land", "martha", "prince", "st", "saint", "devil"}
)
_OF_TOWNS: Final = frozenset(
    {"isle", "city", "town", "township", "village", "borough", "port", "vale", "bay", "point", "bridge", "hamlet", "mouth", "parish", "hills", "king"}
)  # fmt: skip
_DOUBTFUL_CODES: Final = frozenset({"MD", "PA", "MS", "CO", "MA", "AL", "LA", "DE", "ME", "OR", "IN", "HI", "OK", "ID"})


def _elsewhere(city: str, entry: Entry) -> bool:
    """Whether the lists know a city, and not in this country."""
    homes = cities().get(city.lower(), ())
    return bool(homes) and all(country != entry.name for _, country in homes)


def wide_place(entry: Entry) -> PlaceName:
    """The region or country of an entry, as printed."""
    return PlaceName(country=entry.form) if entry.kind == "country" else PlaceName(region=entry.form)


def place_mention(text: str, start: int, end: int, value: PlaceName) -> Mention:
    """The mention of a place between two positions of a text."""
    return Mention(MentionKind.PLACE, start, end, text[start:end], value)


def with_city(text: str, start: int, end: int, entry: Entry) -> list[Mention] | None:
    """The city before a region or country, the country after a region, and cities that share the region."""
    if entry.kind == "part" or start < 3 or text[start - 1] not in " ,/(":
        return None
    found = _CITY_BEFORE.search(text, max(0, start - 70), start)
    if found is None and entry.kind == "postal":
        found = _CITY_CODE.search(text, max(0, start - 70), start)  # "in Ashford TX"
    city = _city(found["city"], entry, headed=titled(text)) if found else None
    if found and city is None and entry.kind == "country":
        return _region_of(text, found, end, entry)
    if found is None or city is None:
        return None
    if entry.form in _CITY_STATES and _elsewhere(city, entry):
        return None
    begin = found.end("city") - len(city)
    if entry.kind == "postal" and entry.form in _DOUBTFUL_CODES and not _sure(text, begin, end, city):
        return None
    close = end + 1 if text[begin + len(city) :].startswith((" (", ", (")) and text[end : end + 1] == ")" else end
    if entry.kind == "country":
        return _in_country(text, begin, close, city, entry)
    country = _COUNTRY_AFTER.match(text, end) or _UNPARTED.match(text, end)
    if country:
        close = country.end()
    value = PlaceName(city, entry.form, country["country"] if country else None)
    return [*_shared(text, begin, value), place_mention(text, begin, close, value)]


def _region_of(text: str, found: re.Match[str], end: int, entry: Entry) -> list[Mention] | None:
    """A region of the very country that follows it, "Bavaria, Germany"; None for two names of a list."""
    region = found["city"].split(" in ")[-1]
    for known in entries().get(head(region), ()):
        if known.kind == "region" and known.form == region and known.country == entry.name:
            begin = found.end("city") - len(region)
            return [place_mention(text, begin, end, PlaceName(None, region, entry.form))]
    return None


def _in_country(text: str, begin: int, close: int, city: str, entry: Entry) -> list[Mention]:
    """The places of "City, Country", or of "City, Province, Country" where the second is no known city."""
    upper = _CITY_AND_PART.search(text, max(0, begin - 70), begin + len(city) + 2)
    if upper and upper["part"] == city and city.lower() not in cities() and upper["city"].lower() not in wide_names():
        value = PlaceName(upper["city"], city, entry.form)
        return [place_mention(text, upper.start("city"), close, value)]
    if city.endswith((" Province", " Prefecture", " Oblast")):
        return [place_mention(text, begin, close, PlaceName(None, city, entry.form))]
    value = PlaceName(city, None, entry.form)
    return [*_shared(text, begin, value), place_mention(text, begin, close, value)]


def _city(printed: str, entry: Entry, *, headed: bool) -> str | None:
    """The city at the end of capitalised words, which in a headline need be no names; None when they are something else."""
    words = printed.split(" ")
    for at in range(len(words) - 1, -1, -1):
        bare = words[at].strip(".").lower()
        if bare in place_words("no-city") and not (bare == "st" and at < len(words) - 1):
            words = words[at + 1 :]
            break
    words = _behind_of(_unowned(words))
    while words and (words[0].lower() in place_words("leading") or words[0].islower()):
        words = words[1:]
    if not words or len(words[-1]) < 2 or (len(words) == 1 and words[0].isupper() and len(words[0]) < 4):
        return None
    for size in range(1, len(words)):
        tail = " ".join(words[-size:]).lower()
        known = any(entry.name in home for home in cities().get(tail, ())) or (
            (headed or size < len(words) - 1)
            and (tail, entry.name) in town_homes()
            and " ".join(words).lower() not in towns()
        )
        if known and words[-size - 1].lower() not in place_words("prefix"):
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


def _behind_of(words: list[str]) -> list[str]:
    """The words of a city without whoever is "of" it: "Alder of Leeds" is Leeds, "City of Industry" stays."""
    joint = next((at for at in range(len(words) - 2, 0, -1) if words[at] == "of"), None)
    return words if joint is None or words[joint - 1].lower() in _OF_TOWNS else words[joint + 1 :]


def _sure(text: str, begin: int, end: int, city: str) -> bool:
    return bool(
        city.lower() in cities() or _ZIP.match(text, end) or _BASED.match(text, end) or PREPOSITION.search(text[:begin])
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
        shared.append(place_mention(text, one.start(), one.end(), PlaceName(one[0], value.region, value.country)))
    return shared
