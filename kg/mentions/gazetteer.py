"""The place lists of kg/data, arranged for a reader that meets capitalised words one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.mentions.words import rows
from kg.model import PlaceName


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed form of a known place."""

    form: str
    kind: str  # region | abbreviation | postal | part | country | city
    name: str  # the plain name of the place
    country: str  # "US", "CA" or a country's name for regions and cities; "" else
    alone: bool  # whether the bare form is read as the place


# Too often a person, a company or a thing to be read as places when they stand alone.
_NEVER_ALONE = frozenset(
    [
        "washington",
        "jordan",
        "chad",
        "jersey",
        "java",
        "guinea",
        "guernsey",
        "kent",
        "essex",
        "surrey",
        "hampshire",
        "laguna",
        "hesse",
        "galicia",
        "durango",
        "brandenburg",
        "mali",
        "cuba",
        "fiji",
        "georgia",
        "perak",
        "bali",
        "us.a",
        "burgundy",
        "provence",
        "cuba",
        "niger",
        "monaco",
        "punjab",
        "cebu",
        "sonora",
    ]
)
_UNIQUE_CODES = 2  # letters of a postal code


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Forms by their first alphabetic run in lower case, longer forms first."""
    found: dict[str, list[Entry]] = {}
    for entry in _read():
        found.setdefault(head(entry.form), []).append(entry)
    return {key: tuple(sorted(group, key=lambda e: -len(e.form))) for key, group in found.items()}


def head(form: str) -> str:
    """The first run of letters of a form, in lower case."""
    for at, character in enumerate(form):
        if not character.isalpha():
            return form[:at].lower()
    return form.lower()


@cache
def cities() -> dict[str, tuple[tuple[str, str], ...]]:
    """Known cities in lower case -> their (region, country) pairs."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("cities"):
        found[row[0].lower()] = (*found.get(row[0].lower(), ()), (row[1], row[2]))
    return found


@cache
def towns() -> frozenset[str]:
    """Names of towns in lower case, those of the reference data too: for words where little but a town can stand."""
    return frozenset(row[0].lower() for row in rows("coordinates")) | cities().keys()


@cache
def town_openers() -> frozenset[str]:
    """The first words of the names of towns in lower case: a gate before whatever looks for a known town."""
    return frozenset(name.partition(" ")[0] for name in towns())


@cache
def town_homes() -> frozenset[tuple[str, str]]:
    """Towns of the reference data in lower case with the names of their states or provinces."""
    return frozenset((row[0].lower(), row[1]) for row in rows("coordinates") if row[1] != "-")


def at_home(place: PlaceName) -> bool:
    """Whether the lists know a city in its region or country, or do not know the city at all."""
    homes = cities().get((place.city or "").lower())
    if not homes:
        return True
    printed = place.region or place.country or ""
    named = {_SHORT.get(e.name, e.name) for e in entries().get(head(printed), ()) if e.form == printed}
    return not named.isdisjoint({name for home in homes for name in home if name})


def country_of(place: PlaceName) -> str | None:
    """The country of a place as the lists name it, "US" and "CA" for the two that print regions; None where they do not tell."""
    if place.country:
        named = next(
            (e.name for e in entries().get(head(place.country), ()) if e.form == place.country and e.kind == "country"),
            None,
        )
        return _SHORT.get(named, named) if named else None
    if place.region:
        found = {e.country for e in entries().get(head(place.region), ()) if e.form == place.region and e.country}
    else:
        found = {country for _, country in cities().get((place.city or "").lower(), ())}
    return found.pop() if len(found) == 1 else None


_SHORT = {"United States": "US", "Canada": "CA"}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives of countries -> the country."""
    return {row[0]: row[1] for row in rows("demonyms")}


@cache
def place_words(kind: str) -> frozenset[str]:
    """The words of a class of place_words: leading, no-city, prefix or no-seat."""
    return frozenset(row[0] for row in rows("place_words") if row[1] == kind)


@cache
def wide_names() -> frozenset[str]:
    """Regions, countries and their forms in lower case: what cannot be the city before another."""
    return frozenset(entry.form.lower() for group in entries().values() for entry in group if entry.kind != "city")


@cache
def world_parts() -> frozenset[str]:
    """Parts of the world or of a country that are no state or province."""
    return frozenset(row[0] for row in rows("regions") if row[1] == "-")


def _read() -> list[Entry]:
    found: list[Entry] = []
    for row in rows("regions"):
        name, country, short = (*row, "", "")[:3]
        kind = "part" if country == "-" else "region"
        found.append(Entry(name, kind, name, country.strip("-"), name.lower() not in _NEVER_ALONE))
        for form in short.split(";"):
            if form:
                shape = "postal" if len(form) == _UNIQUE_CODES and form.isupper() else "abbreviation"
                found.append(Entry(form, shape, name, country, alone=False))
    for row in rows("countries"):
        forms = (row[0], *(row[1].split(";") if len(row) > 1 and row[1] else ()))
        found += [Entry(form, "country", row[0], "", form.lower() not in _NEVER_ALONE) for form in forms]
    return [
        *found,
        *(Entry(row[0], "city", row[0], row[2], alone=True) for row in rows("cities") if row[-1] == "alone"),
    ]
