"""Places in sentences: what is one, with its parts, and what only looks like one."""

from __future__ import annotations

import pytest

from kg.mentions.places import introduced, places
from kg.model import PlaceName

READ = [
    ("a plant in Elmira, New York", ["Elmira, New York"]),
    ("its Flint, Michigan factory", ["Flint, Michigan"]),
    ("from Dayton, Ohio to Nogales, Mexico", ["Dayton, Ohio", "Nogales, Mexico"]),
    ("in Macon, Ga., and Mobile, Ala.", ["Macon, Ga.", "Mobile, Ala."]),
    ("ROCHESTER, N.Y., March 3, 2021", ["ROCHESTER, N.Y."]),
    ("based in Concord, NC.", ["Concord, NC"]),
    ("stores in Danbury and New Milford, Connecticut", ["Danbury, Connecticut", "New Milford, Connecticut"]),
    ("in Austin, Dallas and Houston, Texas", ["Austin, Texas", "Dallas, Texas", "Houston, Texas"]),
    ("a Vancouver, British Columbia maker", ["Vancouver, British Columbia"]),
    ("in Shah Alam, Selangor, Malaysia", ["Shah Alam, Selangor, Malaysia"]),
    ("in Calgary, Alberta, Canada", ["Calgary, Alberta, Canada"]),
    ("to Penang, Malaysia", ["Penang, Malaysia"]),
    ("offices in Australia, Canada and China", ["Australia", "Canada", "China"]),
    ("a Tulsa-based driller", ["Tulsa"]),
    ("The Boston-based firm", ["Boston"]),
    ("at 400 Lake Avenue, Smyrna, Georgia 30080", ["Smyrna, Georgia"]),
    ("Wattwil/Switzerland", ["Wattwil, Switzerland"]),
    ("the Xuzhou (China) plant", ["Xuzhou, China"]),
    ("sold in the U.S. and in Europe", ["U.S.", "Europe"]),
    ("in St. Louis, Mo., and East Hartford, Conn.", ["St. Louis, Mo.", "East Hartford, Conn."]),
    ("from Washington, D.C. to London", ["Washington, D.C.", "London"]),
    ("the University of Ashford, Ohio", ["Ashford, Ohio"]),
    ("plants in northern Mexico", ["Mexico"]),
]
NOT_READ = [
    "Mobile phones and Orange juice sell well in Reading rooms",
    "The Nice weather helped Phoenix Controls, Inc.",
    "John Smith, MD, joined the board",
    "Jordan and Chad spoke for Georgia Miller",
    "It was the best of May, June and July",
    "Turn on the Java console",
    "Bank of Boston and Chicago Bridge & Iron merged",
    "U.S. dollars and U.S. GAAP",
    "Vice President, Sales",
    "Dutch and German customers prefer French wine",
    "Houston Street and Paris Hilton",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_places_are_read_with_their_parts(text: str, expected: list[str]) -> None:
    assert [str(mention.value) for mention in places(text)] == expected


@pytest.mark.parametrize("text", NOT_READ)
def test_bare_names_and_other_words_are_no_places(text: str) -> None:
    assert [mention.text for mention in places(text)] == []


def test_mentions_stand_where_their_text_stands() -> None:
    for text, _ in READ:
        assert all(text[m.start : m.end] == m.text for m in places(text))


def test_a_city_introduced_before_is_read_alone() -> None:
    known = introduced(["The plant in Ashford, Ohio is large."])
    assert known == {"Ashford": PlaceName("Ashford", "Ohio", None)}
    assert [str(mention.value) for mention in places("closing the Ashford plant", known)] == ["Ashford, Ohio"]
    assert places("closing the Ashford plant") == []


def test_a_listed_city_takes_the_country_that_the_release_gives_it() -> None:
    known = introduced(["The plant in Dortmund, Germany is large."])
    assert [str(mention.value) for mention in places("closing the plant in Dortmund", known)] == ["Dortmund, Germany"]


def test_a_listed_city_does_not_take_the_region_of_a_list_that_it_stands_in() -> None:
    known = introduced(["It serves makers in Atlanta, Texas and New York."])
    assert [str(mention.value) for mention in places("closing the plant in Atlanta", known)] == ["Atlanta"]
