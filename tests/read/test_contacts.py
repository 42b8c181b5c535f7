"""Contact lines that ran together are parted; those that did not stay whole."""

import pytest

from kg.read.contacts import unglued
from kg.read.passages import fold
from kg.read.text import read_text

CASES = [
    "Contact:|Orrin Vale|Moro & Partners Inc.|555-010-0100",
    "Ines Moro|FWK Consulting|555.010.0100|moro@moro.example",
    "Orrin Vale, Chief Executive Officer|vale@fenwick.example",
    "Investor Relations|ir@fenwick.example",
    "Contact Details|Fenwick Inc.",
    "Company Website|https://fenwick.example",
    "Orrin Vale|Ines Moro|(555) 010-0100",
    "Phone: 555-010-0100|Email: vale@fenwick.example",
]


@pytest.mark.parametrize("case", CASES)
def test_run_on_lines_are_parted(case: str) -> None:
    parts = case.split("|")
    text = "".join(parts)
    passage = fold(text, 0, len(text))
    assert passage is not None
    assert [piece.text for piece in unglued(passage)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Orrin McVale, Vice President",
        "Fenwick LampWorks Inc.",
        "Mail ir@fenwick.example or call 555-010-0100.",
        "3 Mill Street, Elmira, NY 14901",
        "VentureMark PLC, Troy",
    ],
)
def test_whole_lines_stay_whole(text: str) -> None:
    passage = fold(text, 0, len(text))
    assert passage is not None
    assert [piece.text for piece in unglued(passage)] == [text]


def test_a_statement_under_the_contacts_is_no_contact() -> None:
    text = (
        "Fenwick Reports\n\nELMIRA, N.Y., May 5, 2003 -- Fenwick Inc. said today that sales rose.\n\n"
        "Contact:\n\nOrrin Vale\n\n(555) 010-0100\n\n"
        "Use of Other Measures\n\nThe company shows sales at constant prices because its owners ask for them, "
        "and because the board of the company judges its managers by them each year in May and in December.\n"
    )
    assert [block.kind.value for block in read_text("a.txt", text).blocks[2:]] == [
        "contact",
        "contact",
        "contact",
        "heading",
        "paragraph",
    ]
