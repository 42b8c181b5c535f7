"""Places of several releases that are one city of the reference data, with its coordinates.

Only a city that stands with its state, or outside the United States and Canada with its country, is looked up, and
only names that the reference data holds once. "Springfield" alone is nowhere, and so is a city with its country where
the print would have named a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from kg.iris import slug
from kg.mentions.gazetteer import Entry, entries, head
from kg.mentions.words import rows
from kg.merge.graphs import A
from kg.triples import terms
from kg.vocab import SKOS

_PREFERRED = terms.iri(f"{SKOS}prefLabel")
_WITH_STATES = {"US": "United States", "CA": "Canada"}
_ANY = "-"
Printed = tuple[str, str, str]  # city, region and country as printed; "" where they are not
Known = tuple[str, str, str, str, str]  # city, region, country, latitude, longitude


def located(places: Mapping[str, Printed], base: str) -> Iterator[str]:
    """The triples that lead from places, by IRI as a term, to the cities that they are, and describe those."""
    for place, printed in sorted(places.items()):
        known = look_up(*printed)
        if known is None:
            continue
        city, region, country, latitude, longitude = known
        parts = [part for part in (city, region.strip(_ANY), _WITH_STATES.get(country, country)) if part]
        subject = terms.iri(f"{base}merged/place/{slug(', '.join(parts))}")
        yield f"{place} {terms.ce('liesAt')} {subject}"
        yield f"{subject} {A} {terms.ce('KnownPlace')}"
        yield f"{subject} {_PREFERRED} {terms.text(', '.join(parts))}"
        yield f"{subject} {terms.ce('latitude')} {terms.number(Decimal(latitude))}"
        yield f"{subject} {terms.ce('longitude')} {terms.number(Decimal(longitude))}"


def look_up(city: str, region: str, country: str) -> Known | None:
    """The city of the reference data that is meant, None where the print does not decide or the data has none."""
    states = {(entry.name, entry.country) for entry in _entries(region, {"region", "abbreviation", "postal"})}
    names = {entry.name for entry in _entries(country, {"country"})}
    if country and len(names) != 1:
        return None
    found = {
        (state, code)
        for state, code in states
        if code in _WITH_STATES and (not country or names == {_WITH_STATES[code]})
    }
    if len(found) == 1:
        return _cities().get((slug(city), *found.pop()))
    return None if found or not names else _cities().get((slug(city), _ANY, names.pop()))


def _entries(form: str, kinds: Iterable[str]) -> list[Entry]:
    same = {form, form.rstrip(".")}
    return [
        entry
        for entry in entries().get(head(form), ())
        if entry.kind in kinds and {entry.form, entry.form.rstrip(".")} & same
    ]


@cache
def _cities() -> dict[tuple[str, str, str], Known]:
    found: dict[tuple[str, str, str], Known] = {}
    for city, region, country, latitude, longitude in rows("coordinates"):
        found[slug(city), region, country] = (city, region, country, latitude, longitude)
    return found
