"""What a pattern cannot do without stands in every text that it matches."""

from __future__ import annotations

import pytest

from kg.text.needs import needs
from kg.text.patterns import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "choices"),
    [
        (r"acquir(?:ed|es|ing) a", "Acquired a", [{"acquir"}]),
        (r"(?:sold|divest(?:s|ed)?) its unit", "divest its unit", [{" its unit"}, {"sold", "divest"}]),
        (
            r"has (?:now |just )?(?P<verb>won|landed) an order",
            "has won an order",
            [{" an order"}, {"has "}, {"won", "landed"}],
        ),
        (r"abc ..6 b loss", "abc, b loss", [{"b loss"}, {"abc"}]),
        (r"(?!foo bar)x(?:abc|def)?", "x", []),
        (r"(?:long word ){0,2}x", "x", []),
        (r"(?:long word ){1,2}x", "long word x", [{"long word "}]),
        (r"colou?red plants?", "colored plant", [{"red plant"}, {"colo"}]),
        (r"coo+lers", "coooolers", [{"lers"}, {"coo"}]),
        (r"a\.b\.c sold", "a.b.c sold", [{"a.b.c sold"}]),
        (r"firm[|(] sold", "firm| sold", [{"firm"}, {" sold"}]),
        (r"sold|x", "x", []),
        (r"(?-i:G)old (?=mine)mine", "Gold mine", [{"mine"}, {"old "}]),
        (r"(?P<a>sold) and (?P=a) it", "sold and sold it", [{"sold"}, {" and "}]),
    ],
)
def test_choices_of_a_pattern(pattern: str, text: str, choices: list[set[str]]) -> None:
    found = needs(pattern).strings
    assert [set(choice) for choice in found] == choices
    assert compile_pattern(pattern).fullmatch(text)
    assert all(any(string in text.lower() for string in choice) for choice in found)


@pytest.mark.parametrize(
    ("pattern", "kinds"),
    [
        ("{who:org|we} is closing (?:its )?{site:facility}", [{"org", "we"}, {"facility"}]),
        ("(?P<list>{org}(?:, {person})*) and {place}?", [{"org"}]),
        ("(?:{org}|{we}) leaves", []),
        ("{org} stays(?! with {person})", [{"org"}]),
        (r"[^;{}]{0,9}{person} said \({org}\)", [{"person"}, {"org"}]),
        ("{org}|{we}", []),
    ],
)
def test_required_slots_are_those_of_every_match(pattern: str, kinds: list[set[str]]) -> None:
    assert [set(slot) for slot in needs(pattern).slots] == kinds
