"""Who issues a release: the lead, the headline, the filing, self-reference; nobody where an article reviews several."""

from __future__ import annotations

import pytest

from kg.context.parties import find_parties
from kg.read.text import read_text

FILLER = "\n\nSales rose in all regions and the order book is full.\n"
POWER = (
    "CHARLOTTE, N.C., Aug. 5, 2025 /PRNewswire/ -- Alder Power today announced that it has agreed to let Birchfield hold a fifth of its "
    "grid. Birchfield is a large investor. The power will flow next year. Birchfield pays cash. Birchfield closed its fund."
)
BUILDERS = (
    "Builders First recently closed a transaction with Harrow Capital Partners, a fund. “We like builders first of all,” said Ann Lee of "
    "Harrow Capital Partners. Harrow Capital Partners was founded in 1990."
)
MODEMS = (
    "LONDON, May 3, 1994 -- Vetch Supplies Ltd. has become a service partner of Marlow, which makes modems. Marlow Computers, Inc. is "
    "based in Kent. Vetch Supplies Ltd. has ten engineers."
)
ORCHID = "PARIS, May 3, 2024 -- Orchid Foods Inc., formerly known as Wisteria Dairy Group Holdings Inc., named a chief."
LEADS = [
    ("Alder Power Teams Up With Birchfield", POWER, "Alder Power"),
    ("Builders First Announces $50 Million Transaction With Harrow Capital Partners", BUILDERS, "Builders First"),
    ("Bank Becomes Issuer of Card", "Today, Larkmoor and Tessel announced a card. Tessel’s board agreed.", "Larkmoor"),
    ("MARLOW COMPUTERS ADDS A RESELLER", MODEMS, "Marlow Computers, Inc."),
    ("Orchid Names Chief", ORCHID, "Orchid Foods Inc."),
]


@pytest.mark.parametrize(("title", "lead", "issuer"), LEADS)
def test_the_lead_tells_who_speaks(title: str, lead: str, issuer: str) -> None:
    found = find_parties(read_text("a.txt", f"{title}\n\n{lead}{FILLER}"))
    assert found.issuer is not None
    assert found.issuer.name == issuer


def test_an_article_about_several_listed_companies_has_no_issuer() -> None:
    text = (
        "Four Names To Watch In Timber\n\nDemand for boards keeps rising, and investors look for growth.\n\n"
        "Alder Boards Inc. (NYSE: ALD) owns three mills. Alder Boards Inc. runs them day and night.\n\n"
        "Birch Beams Corp. (Nasdaq: BRCH) opened a yard.\n\nCedar Planks Ltd. (TSX: CDR) bought a forest.\n"
    )
    assert find_parties(read_text("a.txt", text)).issuer is None


@pytest.mark.parametrize(
    "lead",
    [
        "The Daily Journal reported today that sales of tractors fell.",
        "John Marsh announced his retirement after ten years.",
        "The Supervisory Board appointed a new member.",
        "In May, Texas announced a new road.",
    ],
)
def test_papers_people_and_boards_issue_nothing(lead: str) -> None:
    assert find_parties(read_text("a.txt", f"A Short Note\n\n{lead}{FILLER}")).issuer is None


def test_a_rare_longer_name_is_not_the_issuer_s() -> None:
    text = (
        "Sorrel Completes a Migration\n\nSorrel, a maker of certificates, today announced that the work is done. Sorrel moved all files. "
        "Sorrel’s staff worked at night. Later, Sorrel Test Labs will look at the results.\n"
    )
    found = find_parties(read_text("a.txt", text))
    assert found.issuer is not None
    assert found.issuer.name == "Sorrel"


SCHOOL = "CALDER, Ohio, March 11, 2024 -- Calder State University today announced an alliance with Norvane Cells, Inc. Norvane makes cells."
GROUP = (
    "RESTON, Va., Sept. 12, 2025 -- Harlan Financial Corporation (NASDAQ: HRLN) and Harlan Private Bank & Trust are proud to announce "
    "the hiring of Jo Marsh. Harlan Private Bank & Trust is growing. Harlan Private Bank & Trust has ten branches."
)


def test_a_school_that_announces_is_the_issuer_of_its_release() -> None:
    found = find_parties(read_text("a.txt", f"Calder State University Announces an Alliance\n\n{SCHOOL}{FILLER}"))
    assert found.issuer is not None
    assert found.issuer.name == "Calder State University"


def test_a_school_that_only_studies_issues_nothing() -> None:
    lead = "CALDER, Ohio, March 11, 2024 -- Norvane Cells, Inc. today announced a study by Calder State University."
    found = find_parties(read_text("a.txt", f"Calder State University Study Finds Cells Last\n\n{lead}{FILLER}"))
    assert found.issuer is not None
    assert found.issuer.name == "Norvane Cells, Inc."


def test_the_listed_parent_that_opens_the_lead_is_the_issuer_beside_its_bank() -> None:
    found = find_parties(read_text("a.txt", f"Harlan Private Bank & Trust Hires Jo Marsh\n\n{GROUP}{FILLER}"))
    assert found.issuer is not None
    assert found.issuer.name == "Harlan Financial Corporation"


@pytest.mark.parametrize(
    ("head", "listing"),
    [
        ("FOR IMMEDIATE RELEASE                         NASDAQ: DXMR", ("Nasdaq", "DXMR")),
        ("(NYSE: DXMR)", ("NYSE", "DXMR")),
        (
            "For Immediate Release\nContact: John Moss\n(617) 555-0100\nSymbol: DXMR\nTraded: Nasdaq National Market",
            ("Nasdaq", "DXMR"),
        ),
        ("Contact: Ann Lee", (None, None)),
    ],
)
def test_a_line_above_the_lead_prints_the_issuer_s_listing(head: str, listing: tuple[str | None, str | None]) -> None:
    text = f"{head}\n\nDexmar Reports Results\n\nSALEM, Mass., July 18, 1997 -- Dexmar Corporation today reported sales.{FILLER}"
    issuer = find_parties(read_text("a.txt", text)).issuer
    assert issuer is not None
    assert (issuer.exchange, issuer.ticker) == listing


def test_a_group_told_of_in_its_own_about_block_is_the_issuer() -> None:
    lead = (
        "OSLO, May 3, 2024 -- VARDE Fluid Handling Holding Limited (NYSE: VRD) today announced a merger with Gorse Ltd."
    )
    about = "About Varde Group\n\nVarde Group, based in Oslo, makes pumps. Varde Group has ten plants."
    found = find_parties(read_text("a.txt", f"Varde To Merge\n\n{lead}{FILLER}\n{about}\n"))
    assert found.issuer is not None
    assert "Varde Group" in found.issuer.names


def test_the_group_of_a_company_bears_its_name() -> None:
    lead = "OSLO, May 3, 2024 -- Varde AG today published its report. The Varde Group raised its sales, and the Varde Group grows."
    found = find_parties(read_text("a.txt", f"Varde AG Publishes a Report\n\n{lead}{FILLER}"))
    assert [party.name for party in found] == ["Varde AG"]
