"""Facility noun phrases: their extent and type, and nouns that are no site."""

from __future__ import annotations

import pytest

from kg.mentions.facilities import facilities
from kg.mentions.properties import is_named

READ = [
    ("its factory in Ohio", "factory", "factory"),
    ("a new manufacturing plant", "manufacturing plant", "factory"),
    ("the research and development facility", "research and development facility", "laboratory"),
    ("a distribution center in Reno", "distribution center", "warehouse"),
    ("the corporate headquarters", "corporate headquarters", "headquarters"),
    ("its principal executive offices", "principal executive offices", "headquarters"),
    ("a sales office in Rome", "sales office", "office"),
    ("two data centers", "data centers", "data-center"),
    ("a wind farm in Iowa", "wind farm", "power-plant"),
    ("a nuclear power plant", "nuclear power plant", "power-plant"),
    ("the gold mine", "gold mine", "mine"),
    ("a bank branch", "bank branch", "branch"),
    ("the medical center", "medical center", "hospital"),
    ("sales locations in Maine", "sales locations", "store"),
    ("its boiler manufacturing facility", "boiler manufacturing facility", "factory"),
    ("a cross-dock terminal", "cross-dock terminal", "warehouse"),
    ("plant closings", "plant", "factory"),
    ("interest in the Delmore Tower", "Delmore Tower", "office"),
]
NOT_READ = [
    "a $50 million revolving credit facility",
    "the facility matures in 2024",
    "property, plant and equipment",
    "same-store sales rose",
    "data center revenue grew",
    "office products and supplies",
    "the plant manager retired",
    "he took office in May",
    "the Patent Office",
    "a friend of mine",
    "an in-store display",
    "the app store",
]


@pytest.mark.parametrize(("text", "words", "kind"), READ)
def test_sites_are_read_with_their_type(text: str, words: str, kind: str) -> None:
    assert [(mention.text, mention.value) for mention in facilities(text)] == [(words, kind)]


@pytest.mark.parametrize("text", NOT_READ)
def test_other_senses_are_no_sites(text: str) -> None:
    assert facilities(text) == []


def test_a_building_with_its_own_name_is_known_for_one() -> None:
    assert [is_named(mention) for mention in facilities("the Delmore Tower and the plant")] == [True, False]
