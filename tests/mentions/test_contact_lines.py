"""Contact blocks are found, and their columns and run-together fields taken apart."""

from __future__ import annotations

import pytest

from kg.mentions.contact_lines import EMAIL, PHONE, pieces, regions

COLUMNS = """CONTACT:
                                           Stella D. Axel, CFA
Mitch Cowan, CFO                           Andria Arendt (Media)
ALDER FUNDING, INC.                        WOLFE AXEL ASSOC. LLC
(201) 555-0148                             (212) 555-0100
"""


def fields(text: str) -> list[str]:
    return [piece.strip(" ,:") for _, piece in pieces(text, 0, len(text))]


def test_columns_are_read_one_after_the_other() -> None:
    assert fields(COLUMNS) == [
        "CONTACT",
        "Mitch Cowan, CFO",
        "ALDER FUNDING, INC.",
        "(201) 555-0148",
        "Stella D. Axel, CFA",
        "Andria Arendt (Media)",
        "WOLFE AXEL ASSOC. LLC",
        "(212) 555-0100",
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Contact: Anne Doyle, Peter Lund", ["Contact", "Anne Doyle", "Peter Lund"]),
        ("Contact: Anne Doyle, Dayton, Ohio", ["Contact", "Anne Doyle, Dayton, Ohio"]),
        (
            "Investor Contacts:Karen M. SmithOak Advisory, Inc.646.555.0156ksmith@oakadvisory.com",
            ["Investor Contacts", "Karen M. Smith", "Oak Advisory, Inc.", "646.555.0156", "ksmith@oakadvisory.com"],
        ),
        (
            "Thomas SauvageChief Executive Officer(646) 555-0165",
            ["Thomas Sauvage", "Chief Executive Officer", "(646) 555-0165"],
        ),
        ("Jessica Starmakermedia@alder.com", ["Jessica Starmaker", "media@alder.com"]),
        ("LifeOak Advisors, LLC", ["LifeOak Advisors, LLC"]),
        (
            "Alder SENicole SchilderInvestor RelationsT: +49 (0) 9643 5501 848E: ir@alder.example.com",
            [
                "Alder SE",
                "Nicole Schilder",
                "Investor Relations",
                "T: +49 (0) 9643 5501 848",
                "E: ir@alder.example.com",
            ],
        ),
        (
            "Philip ReicherGroup TreasurerPhone: +49 (0)30 - 2016 55 213Email: ir@alder.com",
            ["Philip Reicher", "Group Treasurer", "Phone: +49 (0)30 - 2016 55 213", "Email: ir@alder.com"],
        ),
        ("Jeff RamsayOAK Advisoryjramsay@oakadvisory.com", ["Jeff Ramsay", "OAK Advisory", "jramsay@oakadvisory.com"]),
        ("Press:Greg MarlowGregory.Marlow@oak.com", ["Press", "Greg Marlow", "Gregory.Marlow@oak.com"]),
        ("John Ansel, Directorcorporate@alder.com", ["John Ansel, Director", "corporate@alder.com"]),
        ("Anna Berg at InvestorRelations@alder.com", ["Anna Berg at InvestorRelations@alder.com"]),
        (
            "Thomas SauvageChief Executive Officerwww.alder.com",
            ["Thomas Sauvage", "Chief Executive Officer", "www.alder.com"],
        ),
        ("COMPANY CONTACTGary Kendall", ["COMPANY CONTACT", "Gary Kendall"]),
        ("McKenzie Drake and DeLong Partners", ["McKenzie Drake and DeLong Partners"]),
    ],
)
def test_glued_fields_are_cut(line: str, expected: list[str]) -> None:
    assert fields(line) == expected


def test_regions_open_at_a_label_and_end_at_prose() -> None:
    text = "We sold more.\n\nMedia Contact:\nEmily Novak\n585-555-0142\n\nAbout Alder\nAlder makes scales."
    found = [text[start:end] for start, end in regions(text)]
    assert found == ["Media Contact:\nEmily Novak\n585-555-0142\n"]


def test_text_without_contacts_has_no_region() -> None:
    assert (
        regions(
            "Alder makes scales.\nThe contact lens unit grew in a year of many orders from all of its regions and lines."
        )
        == ()
    )


@pytest.mark.parametrize(
    "text", ["(201) 555-0148", "+41 44 555 15 50", "+1-408-555-0800", "1-800-555-0199", "630.555.0125", "814/555-2111"]
)
def test_telephones(text: str) -> None:
    found = PHONE.search(text)
    assert found is not None
    assert found[0] == text


def test_dates_and_sums_are_no_telephones() -> None:
    assert PHONE.search("on March 31, 2003 sales were $1,234,567") is None


def test_addresses_with_words_for_the_sign() -> None:
    assert EMAIL.search("mail investor (at) alder.com now") is not None


@pytest.mark.parametrize(
    "story",
    [
        "TROY, N.Y.--(BUSINESS WIRE)--Sept. 24, 2018--Fenwick Inc. (Nasdaq: FWK) said",
        "Troy, N.Y. (September 24, 2018) - Fenwick Inc. said",
        "September 24, 2018",
        "FENWICK ANNOUNCES PURCHASE OF\nMORO LAMPS",
        "Fenwick Acquires Moro Lamps",
    ],
)
def test_contacts_over_a_story_end_where_it_begins(story: str) -> None:
    text = f"Contacts:\nInes Moro, Treasurer\n(555) 010-0100\n\n{story}\n\nMoro Lamps Inc."
    ((start, end),) = regions(text)
    assert text[start:end].rstrip() == "Contacts:\nInes Moro, Treasurer\n(555) 010-0100"
