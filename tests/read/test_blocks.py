"""What each block of a release is for."""

import pytest

from kg.model import BlockKind, Document
from kg.read.reading import read
from kg.read.text import read_text

LEAD = "ELMIRA, N.Y., May 5, 2003 -- Fenwick Inc. (NYSE: FWK) said today that it will open a lamp works in Troy."
RELEASE = f"""\
<PAGE>
                                                        Exhibit 99.1

                   FOR IMMEDIATE RELEASE
CONTACT:
Orrin Vale                              Ines Moro
Fenwick Inc.                            Moro & Partners
(555) 010-0100                          (555) 010-0199

              FENWICK TO OPEN LAMP WORKS
              Works Will Employ 200

{LEAD}

NEW PRODUCTS
     The company showed three lamps, and all three of them are sold in its own stores by now.

     * One lamp is for hospitals.
     * One lamp is for schools and
       for offices.

About Fenwick Inc.

Fenwick makes lamps. It has 900 employees.

Forward-Looking Statements

This release contains forward-looking statements that involve risks and uncertainties.
Actual results may differ materially.

Fenwick is a trademark of Fenwick Inc.

                                 # # #
"""


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.passage.text[:26]) for block in document.blocks]


def test_the_blocks_of_a_printed_release() -> None:
    document = read_text("a.txt", RELEASE)
    found = [kind for kind, _ in kinds(document)]
    assert found == [
        "furniture",
        "furniture",
        "furniture",
        "contact",
        "contact",
        "headline",
        "headline",
        "paragraph",
        "heading",
        "paragraph",
        "list-item",
        "list-item",
        "heading",
        "about",
        "heading",
        "boilerplate",
        "boilerplate",
    ], kinds(document)
    assert document.title == "FENWICK TO OPEN LAMP WORKS"


def test_contacts_side_by_side_are_read_column_by_column() -> None:
    document = read_text("a.txt", RELEASE)
    said = [sentence.text for sentence in document.sentences if sentence.kind is BlockKind.CONTACT]
    vale, moro = said.index("Orrin Vale"), said.index("Ines Moro")
    assert said[vale : vale + 3] == ["Orrin Vale", "Fenwick Inc.", "(555) 010-0100"]
    assert said[moro : moro + 3] == ["Ines Moro", "Moro & Partners", "(555) 010-0199"]


def test_boilerplate_furniture_and_tables_do_not_speak() -> None:
    document = read_text("a.txt", RELEASE)
    silent = {BlockKind.BOILERPLATE, BlockKind.FURNITURE, BlockKind.TABLE}
    assert not [sentence for sentence in document.sentences if sentence.kind in silent]


def test_the_section_is_the_heading_above() -> None:
    document = read_text("a.txt", RELEASE)
    sections = {block.passage.text[:11]: block.section for block in document.blocks}
    assert sections["The company"] == "NEW PRODUCTS"
    assert sections["Fenwick mak"] == "About Fenwick Inc."
    assert sections["ELMIRA, N.Y"] is None


def after_lead(paragraph: str) -> list[str]:
    document = read_text("a.txt", f"Fenwick Reports\n\n{LEAD}\n\n{paragraph}\n")
    return [block.kind.value for block in document.blocks[2:]]


@pytest.mark.parametrize(
    "text",
    [
        'The words "believes," "expects," and "plans" mark forward-looking statements.',
        "Except for history, these statements are forward-looking and subject to risks and uncertainties.",
        "Fenwick undertakes no obligation to update this release after its date.",
        "Nothing here is an offer to sell lamps or shares, and nobody should read it as one.",
        "The shares have not been registered under the Securities Act of 1933 and may not be offered without it.",
        "No exchange has reviewed this release or accepts responsibility for its adequacy.",
        "FWK and the lamp mark are registered trademarks of Fenwick Inc. All rights reserved.",
        "Statements here are made under the safe harbor provisions of the Private Securities Litigation Reform Act.",
    ],
)
def test_legal_wordings_are_boilerplate(text: str) -> None:
    assert after_lead(text) == ["boilerplate"]


@pytest.mark.parametrize(
    "text",
    [
        "Net sales rose 12 percent to $40 million, and the company expects more of the same.",
        "Fenwick expects sales of $44 million next year; these are forward-looking figures.",
        "The merger is subject to risks, among them the vote of the owners in May.",
        "The company believes that its lamps are the best and plans to sell more of them.",
        "Non-GAAP measures leave out the cost of the move and are shown for comparison only.",
        '"We expect a fine year," said Orrin Vale, chairman of Fenwick.',
        "The closing of the purchase is subject to due diligence and to the lenders' consent.",
        "Fenwick filed suit over its trademark against Tull Mills in a Troy court on Monday.",
    ],
)
def test_news_is_not_boilerplate(text: str) -> None:
    assert after_lead(text) == ["paragraph"]


def test_news_after_a_legal_section_is_news_again() -> None:
    text = "Safe Harbor\n\nThis is a forward-looking statement with risks.\n\nFenwick sold its mill for $3 million on Monday."
    assert after_lead(text) == ["heading", "boilerplate", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "<PAGE>",
        "Page 1 of 3",
        "-more-",
        "- 2 -",
        "SOURCE Fenwick Inc.",
        "Source: Fenwick Inc.",
        "View original content: https://fenwick.example/1",
        "News Release",
        "(Logo: https://fenwick.example/logo.png)",
        "The post Fenwick Opens Works first appeared on Lamp News.",
        "-END-",
    ],
)
def test_page_furniture(text: str) -> None:
    assert after_lead(text) == ["furniture"]


@pytest.mark.parametrize(
    "text",
    [
        "Source of supply is the Troy mill.",
        "More lamps are coming.",
        "The end of the year was good.",
        "Page proofs are made in Troy.",
        "Exhibits of lamps opened in three towns of the state, among them Troy, on Monday.",
    ],
)
def test_short_news_is_not_page_furniture(text: str) -> None:
    assert after_lead(text) == ["paragraph"]


def test_a_paragraph_cut_by_a_page_break_is_one() -> None:
    text = (
        "The works in Troy will be the third of the company, and it will make lamps for\n\n"
        "Exhibit 99.1-2\n\n<PAGE>\n\nhospitals and schools. It opens in May."
    )
    document = read_text("a.txt", f"Fenwick Reports\n\n{LEAD}\n\n{text}\n")
    assert document.blocks[2].passage.text.endswith("lamps for hospitals and schools. It opens in May.")
    assert len(document.blocks) == 3


def test_a_date_that_a_wrapped_line_leads_to_is_no_dateline() -> None:
    lines = "Norvale Mills, Inc. said that the plant in Ashford was closed on\nMarch 3, 2003.\n"
    assert after_lead(lines) == ["paragraph"]


def test_double_spaced_lines_are_one_paragraph() -> None:
    words = "the lamp works will be built by the company near the river and the railway line in the town of"
    lines = [f"    {LEAD[:60]}"] + [words[at : at + 62].strip() for at in range(0, len(words), 62)] * 6
    document = read_text("a.txt", "FENWICK OPENS\n\n\n\n" + "\n\n".join(lines) + ".\n")
    assert len([block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]) == 1


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_all_layouts_are_told_apart_alike(form: str) -> None:
    parts = [
        "Fenwick to Open Lamp Works",
        LEAD,
        "Outlook",
        "Sales will grow.",
        "About Fenwick Inc.",
        "Fenwick makes lamps.",
        "Forward-Looking Statements",
        "These are forward-looking statements.",
        "Contact: Orrin Vale, (555) 010-0100",
    ]
    heads = {0, 2, 4, 6}
    if form == "html":
        data = "".join(f"<p>{'<b>' if at in heads else ''}{part}</b></p>" for at, part in enumerate(parts))
        data = f"<html><body>{data}</body></html>"
    elif form == "markdown":
        data = "\n\n".join(f"## {part}" if at in heads else part for at, part in enumerate(parts))
    else:
        data = "\n\n".join(parts)
    (document,) = read("a", data.encode())
    assert [block.kind.value for block in document.blocks] == [
        "headline",
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "about",
        "heading",
        "boilerplate",
        "contact",
    ]
    assert document.layout == form


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("FENWICK REPORTS RESULTS FOR THE YEAR ENDED\nMARCH 31, 2003\n\nYEAR IN BRIEF:\n\no  Sales of lamps rose",
         "FENWICK REPORTS RESULTS FOR THE YEAR ENDED MARCH 31, 2003"),
        (" * This message forwarded from area 'Lamps'\n * Original message dated 05 May 03, from Orrin Vale\n\nFenwick opens lamp works",
         "Fenwick opens lamp works"),
        ("FOR IMMEDIATE RELEASE\nMay 5, 2003\nPermission is granted to reprint\n\nFenwick opens lamp works", "Fenwick opens lamp works"),
        ("{Press Release} Fenwick opens lamp works", "Fenwick opens lamp works"),
        ("FENWICK ANALYST CALL\nMAY 5, 2003\n10:00 AM ET", "FENWICK ANALYST CALL"),
    ],
)  # fmt: skip
def test_what_stands_around_a_headline_is_no_part_of_it(head: str, title: str) -> None:
    assert read_text("a.txt", f"{head}\n\n{LEAD}\n").title == title


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("The works in Troy will open with the first of its three lines on\nJune 3, 2003.", 1),
        ("The works in Troy was bought from the heirs of Orrin Vale as of\nJune 3, 2003, he said.", 1),
        ("The works in Troy will open with the first of its three lines.\nJune 3, 2003", 2),
    ],
)
def test_a_date_at_the_end_of_a_sentence_is_no_line_of_its_own(lines: str, count: int) -> None:
    text = f"FENWICK TO OPEN LAMP WORKS\n\n{LEAD}\n\n{lines}\n"
    blocks = [
        block
        for block in read_text("x", text).blocks
        if "Troy was" in block.passage.text or "June" in block.passage.text or "lines" in block.passage.text
    ]
    assert len(blocks) == count


def test_a_story_without_dateline_or_long_paragraph_opens_with_its_first_sentence() -> None:
    text = """Fenwick Opens Lamp Works

Fenwick Inc. announced today that it has opened a lamp works in Troy.

"We are glad to have it," said Orrin Vale, president of Fenwick.
"""
    kinds = [block.kind for block in read_text("fenwick.txt", text).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_second_deck_without_a_verb_that_tells_is_no_story() -> None:
    text = f"Fenwick Opens Lamp Works\n\nLargest Lamp Works of the State to Employ 200 at Full Output.\n\n{LEAD}"
    kinds = [block.kind for block in read_text("fenwick.txt", text).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.HEADLINE, BlockKind.PARAGRAPH]
