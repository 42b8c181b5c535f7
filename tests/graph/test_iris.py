"""Names of things: the same for the same input, different for different things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.iris import ReleaseIris, digest, slug
from kg.model import PlaceName, Span
from kg.vocab import BASE

IRIS = ReleaseIris(BASE, "0123456789abcdef")


def test_a_release_its_graphs_and_its_spans_follow_the_contract() -> None:
    assert IRIS.release == f"{BASE}release/0123456789abcdef"
    assert IRIS.graph == f"{BASE}graph/0123456789abcdef"
    assert IRIS.quarantine == f"{BASE}graph/0123456789abcdef/quarantine"
    assert IRIS.span(Span(3, 9)) == f"{BASE}release/0123456789abcdef#char=3,9"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Alder Instruments, Inc.", "alder-instruments-inc"),
        ("ALDER INSTRUMENTS INC", "alder-instruments-inc"),
        ("Brandt & Söhne GmbH", "brandt-and-sohne-gmbh"),
        ("O\u2019Hara's Mills", "oharas-mills"),
        ("3K Labs", "3k-labs"),
    ],
)
def test_names_are_normalised_and_keep_their_legal_form(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(min_size=1))
def test_a_slug_is_safe_in_an_iri_and_never_empty(name: str) -> None:
    made = slug(name)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(made) <= 100


def test_names_in_other_scripts_stay_apart() -> None:
    assert len({slug("東京電機"), slug("大阪電機"), slug("Завод"), slug("東京電機 A")}) == 4


def test_long_names_that_start_alike_stay_apart() -> None:
    start = "a " * 60
    assert slug(start + "north") != slug(start + "south")


def test_a_digest_tells_where_one_part_ends_and_the_next_starts() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
    assert digest(["1"]) != digest([1])
    assert digest(["a", None]) != digest(["a", ""])


def test_a_region_and_a_city_of_one_name_are_two_places() -> None:
    assert IRIS.place(PlaceName(city="New York")) != IRIS.place(PlaceName(region="New York"))
    assert IRIS.place(PlaceName(region="Georgia")) != IRIS.place(PlaceName(country="Georgia"))
    assert IRIS.place(PlaceName("Rochester", "New York")) == IRIS.place("Rochester, New York")


def test_people_without_a_company_belong_to_the_release() -> None:
    assert IRIS.person("alder", "Dana Whitlock") == f"{BASE}id/person/alder/dana-whitlock"
    assert IRIS.person(None, "Dana Whitlock") == f"{IRIS.release}/person/dana-whitlock"


@pytest.mark.parametrize(
    "base", ["", "urn:x:", "https://a.example/kg", "https://a.example/ b/", "https://a.example/<x>/"]
)
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="base IRI"):
        ReleaseIris(base, "0123456789abcdef")
