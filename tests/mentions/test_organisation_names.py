"""Names of organisations by their own shape."""

from __future__ import annotations

import pytest

from kg.mentions.organisations import organisation_names

FORMED = [
    (
        "ALDER.COM GROUP, INC., BIRCH CONTROLS, INC. AND R.J. CEDAR & COMPANY ANNOUNCE A DEAL",
        ["ALDER.COM GROUP, INC.", "BIRCH CONTROLS, INC.", "R.J. CEDAR & COMPANY"],
    ),
    ("which owns Miller, Jansen & Kuhn, Incorporated, a brokerage", ["Miller, Jansen & Kuhn, Incorporated"]),
    ("Elm, Roebling and Co. (NYSE: ELM) said", ["Elm, Roebling and Co."]),
    (
        "Bank of Yarrow Corp. bought Hawthorn Corporation’s water business",
        ["Bank of Yarrow Corp.", "Hawthorn Corporation"],
    ),
    (
        "Chairman of Alder Corp. and President of the Ward's Orchard Stores, Inc.",
        ["Alder Corp.", "Ward's Orchard Stores, Inc."],
    ),
    ("7M Company and eBramble Inc. met in May", ["7M Company", "eBramble Inc."]),
    ("bluewort bio, Inc. said", ["bluewort bio, Inc."]),
    ("the Purchase of Fernhill GmbH by a Boston-based Gorse Holdings LLC", ["Fernhill GmbH", "Gorse Holdings LLC"]),
    ("ROCK OF CEDARS CORPORATION", ["ROCK OF CEDARS CORPORATION"]),
]


@pytest.mark.parametrize(("text", "names"), FORMED)
def test_names_with_a_legal_form(text: str, names: list[str]) -> None:
    assert [found.text for found in organisation_names(text) if found.basis == "form"] == names


def test_public_bodies_are_agencies() -> None:
    found = organisation_names("the U.S. Food and Drug Administration and the SEC")
    assert [(name.text, name.nature) for name in found] == [
        ("U.S. Food and Drug Administration", "agency"),
        ("SEC", "agency"),
    ]


@pytest.mark.parametrize(
    "text",
    ["The Company", "Corporate Communications", "Common Stock", "Inc.", "Vice President, Sales", "Limited Edition"],
)
def test_common_words_are_no_organisations(text: str) -> None:
    assert organisation_names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alder Mills Company Financial Highlights", ["Alder Mills Company"]),
        ("Alder Corporation Financial Overview for 2004", ["Alder Corporation"]),
        ("Ashford Financial Reports Results", ["Ashford Financial"]),
        ("Ashford Financial Corp. Results", ["Ashford Financial Corp."]),
    ],
)
def test_the_title_of_a_statement_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [found.text for found in organisation_names(text, heading=True)] == names
