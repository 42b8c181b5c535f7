"""Places that several releases print in their own ways are one known city, with coordinates; unclear ones are nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import releases_told
from releases_told import company, release

from kg.export import export
from kg.merge import derive
from kg.merge.places import look_up
from kg.model import FacilityClaim, PartialDate, PlaceName
from kg.network import network
from kg.query import evaluate, named, prepare, rows
from kg.store import snapshot
from kg.vocab import CE

HAND: dict[str, Any] = {"evidence": (), "rule": "test/hand"}
ALDER, CORVANE = "Alder Instruments, Inc.", "Corvane Pumps Ltd."
DAY, NEXT = PartialDate(2021, 3, 3), PartialDate(2021, 3, 4)


def site(operator: str, kind: str, *place: str | None) -> FacilityClaim:
    return FacilityClaim(**HAND, operator=operator, type=kind, place=PlaceName(*place))


RELEASES = [
    release("a.txt", "One", DAY, company(ALDER), site(ALDER, "headquarters", "Erie", "Pa.", None)),
    release("b.txt", "Two", NEXT, company(ALDER), site(ALDER, "headquarters", "Erie", "Pennsylvania", None)),
    release(
        "c.txt",
        "Three",
        NEXT,
        company(CORVANE),
        site(CORVANE, "headquarters", "Monterrey", None, "Mexico"),
        site(CORVANE, "factory", "Springfield", None, None),
        site(CORVANE, "headquarters", "Lyon", None, "France"),
    ),
]


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        (("Erie", "Pennsylvania", ""), ("Erie", "Pennsylvania", "US")),
        (("Erie", "Pa.", ""), ("Erie", "Pennsylvania", "US")),
        (("ERIE", "PA", "USA"), ("Erie", "Pennsylvania", "US")),
        (("Montreal", "Quebec", "Canada"), ("Montréal", "Quebec", "CA")),
        (("Monterrey", "", "Mexico"), ("Monterrey", "-", "Mexico")),
        (("London", "", "U.K."), ("London", "-", "United Kingdom")),
        (("London", "Ontario", ""), ("London", "Ontario", "CA")),
    ],
)
def test_a_city_with_its_state_or_country_is_known(printed: tuple[str, str, str], known: tuple[str, ...]) -> None:
    found = look_up(*printed)
    assert found is not None
    assert found[:3] == known


@pytest.mark.parametrize(
    "printed",
    [
        ("Springfield", "", ""),  # there are many
        ("Springfield", "", "United States"),
        ("Paris", "", ""),  # the print does not say which
        ("Erie", "Pennsylvania", "Mexico"),
        ("Erie", "somewhere", ""),
        ("Nowhere Hill", "Pennsylvania", ""),
        ("Tbilisi", "Georgia", ""),  # read as the state, which has none
        ("", "Pennsylvania", ""),
    ],
)
def test_what_the_print_does_not_decide_is_nowhere(printed: tuple[str, str, str]) -> None:
    assert look_up(*printed) is None


def test_two_prints_of_a_city_lead_to_one_place_with_one_pair_of_coordinates() -> None:
    graphs = [(entry.releases[0].graph, files[0].decode().splitlines()) for entry, files in RELEASES]
    derived = derive(lambda: graphs, [])
    ties = {line.split(" ")[0]: line.split(" ")[2] for line in derived if f"<{CE}liesAt>" in line}
    erie = {target for place, target in ties.items() if "erie" in place}
    assert len([place for place in ties if "erie" in place]) == 2
    assert len(erie) == 1
    assert not [place for place in ties if "springfield" in place]
    assert [line.split(" ")[2] for line in derived if f"<{CE}latitude>" in line and line.split(" ")[0] in erie] == [
        '"42.13"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    ]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return releases_told.build(tmp_path_factory.mktemp("placed") / "store", *RELEASES)


def test_the_map_shows_sites_at_known_cities_only(store: Path) -> None:
    answer = evaluate(snapshot(store).reader, prepare(named("sites-on-the-map"), ["company=corvane"]))
    columns = ("type", "city", "latitude", "longitude")
    assert [tuple(row[column] for column in columns) for row in rows(answer)] == [
        ("headquarters", "Lyon, France", "45.75", "4.85"),
        ("headquarters", "Monterrey, Mexico", "25.68", "-100.32"),
    ]


def test_a_party_of_the_network_lies_where_its_one_headquarters_is(store: Path) -> None:
    placed = {
        data["label"]: (data["latitude"], data["longitude"])
        for _, data in network(snapshot(store).reader).nodes(data=True)
        if "latitude" in data
    }
    assert placed == {ALDER: (42.13, -80.09)}  # Corvane has two


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graph_files_have_the_coordinates_as_numbers(form: str, store: Path, tmp_path: Path) -> None:
    with (tmp_path / "none").open("wb") as stdout:
        export(snapshot(store), form, tmp_path / f"g.{form}", stdout, None)
    text = (tmp_path / f"g.{form}").read_text(encoding="utf-8")
    assert all(
        f'{name}" attr.type="double' in text or f'{name}" type="double' in text for name in ("latitude", "longitude")
    )
