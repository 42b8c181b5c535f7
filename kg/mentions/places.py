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

from kg.mentions.bare_places import alone, among_regions, free, with_direction
from kg.mentions.city_names import place_mention, wide_place, with_city
from kg.mentions.gazetteer import Entry, at_home, entries, head
from kg.mentions.seats import seat_country, seated
from kg.model import Mention, PlaceName

_CODE: Final = 2  # letters of a postal code
_NONE_KNOWN: Final[Mapping[str, PlaceName]] = MappingProxyType({})

_CAPITAL = re.compile(r"(?<![\w&'’])[A-ZÀ-Þ][^\W\d_]*")


def introduced(texts: Iterable[str]) -> dict[str, PlaceName]:
    """Cities that some text names with their region or country, by name: the memory for `places`."""
    known: dict[str, PlaceName] = {}
    for text in texts:
        for mention in places(text):
            value = mention.value
            if (
                isinstance(value, PlaceName)
                and value.city
                and (value.region or value.country or value.city.count(" ") < 2)
            ):
                name = value.city.title() if value.city.isupper() else value.city
                fuller = known[name] if name in known and (known[name].region or known[name].country) else value
                known[name] = fuller
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
            read = with_city(text, start, end, entry)
            if read:
                return read
        doubtful = entry.kind in ("region", "country") and not entry.alone and among_regions(text, start, end)
        if doubtful or (entry.alone and alone(text, start, end, entry)):
            begin = with_direction(text, start)
            value = PlaceName(city=entry.form) if entry.kind == "city" else wide_place(entry)
            if entry.kind == "region" and text[begin].isupper():
                value = PlaceName(region=text[begin:end])  # "Northern Virginia" is a region by itself
            return [place_mention(text, begin, end, value)]
    return None


def _known_place(text: str, start: int, known: Mapping[str, PlaceName]) -> list[Mention] | None:
    for name, value in known.items():
        if text.startswith(name, start):
            end = start + len(name)
            if not text[end : end + 1].isalnum() and free(text, start, end):
                return [place_mention(text, start, end, PlaceName(name, value.region, value.country))]
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
        return [place_mention(text, start, end, value)]
    told = seat_country(text, start, word)
    return [place_mention(text, start, told[0], PlaceName(country=told[1]))] if told else None


def _stands(text: str, start: int, end: int, form: str) -> bool:
    printed = text[start:end]
    if printed != form and not (len(form) > 3 and printed == form.upper()):
        return False
    after = text[end : end + 1]
    return not after.isalnum() and not (len(form) == _CODE and after == "." and text[end + 1 : end + 2].isalpha())


def _inside(city: str, entry: Entry) -> PlaceName:
    """A city printed before its region or country without a comma, "Ashford NY"."""
    wide = wide_place(entry)
    return PlaceName(city, wide.region, wide.country)
