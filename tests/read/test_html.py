"""Pages are read as they show."""

import pytest

from kg.model import Document
from kg.read.reading import read


def page(body: str) -> Document:
    (found,) = read("a.htm", f"<html><body>{body}</body></html>".encode())
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Net &amp; gross&nbsp;sales</p>", "Net & gross sales"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One<br>Two<br><br>Three</div>", "One\nTwo\n\nThree"),
        ("<p>One <b>b</b>old\n  word</p>", "One bold word"),
        ("<ul><li>One<li>Two</ul>", "\u2022 One\n\n\u2022 Two"),
        ("<table><tr><td>&bull;</td><td><p>One</p></td></tr></table>", "\u2022 One"),
        ("<p>Shown<span style='display: none'>hidden</span></p>", "Shown"),
        ("<script>no()</script><style>p{}</style><p>Yes</p>", "Yes"),
        ("<p>The 10<sup>th</sup> lamp<sup>1</sup></p>", "The 10th lamp 1"),
        ("<p>Unclosed <b>bold<p>Next", "Unclosed bold\n\nNext"),
        ("<pre>a   b\n  c</pre>", "a   b\n  c"),
        ("<p>&#8220;Yes&#148;</p>", "\u201cYes\u201d"),
    ],
)
def test_the_canonical_text_is_the_rendered_page(body: str, text: str) -> None:
    assert page(body).text == text


def test_a_preformatted_table_is_read_as_print() -> None:
    found = page(
        "<pre>\n              2003     2002\nSales      $ 1,000  $   900\nIncome          10       (9)\n</pre>"
    )
    assert [[cell.text for cell in row] for row in found.tables[0].rows][1] == ["Sales", "$ 1,000", "$900"]


def test_text_behind_the_picture_of_a_page_is_cut_into_its_lines() -> None:
    lines = [
        "FENWICK TO OPEN LAMP WORKS",
        "ELMIRA, May 5, 2003 - Fenwick Inc. said today that it will open a lamp works in Troy, and that the works",
        "will make lamps for hospitals, for schools and for the offices of the state, as it did in the years before",
        "the war.",
        "Orrin Vale, the chairman of the company, said that the works would be the third, and the largest of all the",
        "works that the company has opened since it was founded, and that it would hire people from Troy for it, and",
        "from the towns around it, as soon as the walls stand and the roof is on.",
        "About Fenwick",
        "Fenwick makes lamps.",
    ]
    found = page(f"<div><font style='font-size:1pt;color:white'>{'  '.join(lines)}</font></div>")
    assert found.title == "FENWICK TO OPEN LAMP WORKS"
    assert str(found.issued) == "2003-05-05"
    assert [block.kind.value for block in found.blocks[:3]] == ["headline", "paragraph", "paragraph"]


def test_pages_nest_as_deep_as_they_like() -> None:
    assert page("<div>" * 20_000 + "deep").text == "deep"
    assert page("<table><tr><td>" * 2_000 + "deep").text == "deep"


def test_contacts_in_cells_of_several_lines_keep_their_lines() -> None:
    cells = "<td>CONTACTS:</td><td>Ines Moro<br>(555) 010-0100</td><td>Orrin Vale<br>(555) 010-0199</td>"
    text = page(f"<table><tr>{cells}</tr></table><p>{'Fenwick makes lamps. ' * 9}</p>").text
    assert "Ines Moro\n(555) 010-0100\n" in text
    assert "Orrin Vale\n(555) 010-0199\n" in text


def test_hard_blanks_between_columns_stay_and_others_fold() -> None:
    text = page(f"<p>Ines Moro{'&nbsp;' * 20}Orrin Vale<br>Fenwick&nbsp;Inc.</p>").text
    assert text == f"Ines Moro{' ' * 20}Orrin Vale\nFenwick Inc."
