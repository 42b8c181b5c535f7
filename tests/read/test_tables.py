"""Tables become the same grid whether a page or a printer set them."""

import pytest

from kg.model import Document, Table
from kg.read.grids import is_value
from kg.read.reading import read

PRINTED = """\
FENWICK INC.
Statements of Income
(In thousands, except per share data)

                                   Three Months Ended      Nine Months Ended
                                   ------------------      -----------------
                                    Mar 28,   Mar 29,      Mar 28,   Mar 29,
                                      2003      2002         2003      2002
                                    ------    ------       ------    ------
Revenues:
  Lamps                            $ 7,854   $ 7,560      $22,101   $21,900
  Shades and other
    goods                              305       (19)         910       -
                                    ------    ------       ------    ------
  Total revenues                     8,159     7,541       23,011    21,900

Selling, general and
 administrative                      2,515     3,158        7,600     9,100
Net income (loss)                  $ 1,061   $  (116)     $ 2,004   $  (310)
Diluted per share ............      $ 0.25    $(0.03)       $0.48    $(0.08)
"""
SGML = """\
                          FENWICK INC.
                     Balance Sheets (unaudited)
<TABLE>
<CAPTION>
                                 March 28,     June 30,
                                   2003          2002
                                 ---------     --------
<S>                              <C>           <C>
ASSETS
  Cash                           $   1,250     $    990
  Other                                 75           --
                                 ---------     --------
                                 $   1,325     $    990
                                 =========     ========
</TABLE>
"""
PAGE = """
<p><b>Statements of Income</b></p><p>(in millions)</p>
<table>
<tr><td></td><td colspan=3>Three months ended</td><td></td><td colspan=3>Year ended</td></tr>
<tr><td></td><td colspan=3>May 31, 2014</td><td></td><td colspan=3>May 31, 2013</td></tr>
<tr><td>Revenues:</td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>
<tr><td style="padding-left:12pt">Lamps</td><td>$</td><td>7,854</td><td></td><td></td><td>$</td><td>9,100</td><td></td></tr>
<tr><td>&nbsp;&nbsp;Loss</td><td></td><td>(19</td><td>)</td><td></td><td></td><td>&#8212;</td><td></td></tr>
<tr><td>Growth</td><td></td><td>3.5</td><td>%</td><td></td><td></td><td>(1.2</td><td>)%</td></tr>
</table>
"""


def document(data: str) -> Document:
    (found,) = read("a", data.encode())
    return found


def table(data: str) -> Table:
    (found,) = document(data).tables
    return found


def printed(found: Table) -> list[list[str]]:
    return [[f"{cell.column}+{cell.width}:{cell.text}" for cell in row] for row in found.rows]


def test_a_fixed_width_table() -> None:
    found = table(PRINTED)
    assert found.heads == 3
    assert found.before == ("FENWICK INC.", "Statements of Income", "(In thousands, except per share data)")
    rows = printed(found)
    assert rows[0] == ["1+2:Three Months Ended", "3+2:Nine Months Ended"]
    assert rows[1] == ["1+1:Mar 28,", "2+1:Mar 29,", "3+1:Mar 28,", "4+1:Mar 29,"]
    assert rows[2] == ["1+1:2003", "2+1:2002", "3+1:2003", "4+1:2002"]
    assert rows[3] == ["0+1:Revenues:"]
    assert rows[5] == ["0+1:Shades and other goods", "1+1:305", "2+1:(19)", "3+1:910", "4+1:-"]
    assert rows[7][0] == "0+1:Selling, general and administrative"
    assert rows[9] == ["0+1:Diluted per share", "1+1:$ 0.25", "2+1:$(0.03)", "3+1:$0.48", "4+1:$(0.08)"]


def test_a_tagged_table_without_a_label_on_its_total() -> None:
    found = table(SGML)
    rows = printed(found)
    assert found.heads == 2
    assert rows[2] == ["0+1:ASSETS"]
    assert rows[-1] == ["1+1:$1,325", "2+1:$990"]
    assert found.rows[3][0].indent > found.rows[2][0].indent
    assert found.before[-1] == "Balance Sheets (unaudited)"


def test_a_table_of_a_page() -> None:
    found = table(f"<html><body>{PAGE}</body></html>")
    assert found.before == ("Statements of Income", "(in millions)")
    assert found.heads == 2
    assert printed(found) == [
        ["1+1:Three months ended", "2+1:Year ended"],
        ["1+1:May 31, 2014", "2+1:May 31, 2013"],
        ["0+1:Revenues:"],
        ["0+1:Lamps", "1+1:$7,854", "2+1:$9,100"],
        ["0+1:Loss", "1+1:(19)", "2+1:\u2014"],
        ["0+1:Growth", "1+1:3.5%", "2+1:(1.2)%"],
    ]
    assert [row[0].indent for row in found.rows[2:]] == [0, 2, 2, 0]


def test_a_table_of_strokes() -> None:
    found = table("| | 2021 | 2020 |\n|---|---:|---:|\n| Revenue | $ 1,234 | $ 1,100 |\n| Net loss | (12) | (34) |\n")
    assert found.heads == 1
    assert printed(found)[2] == ["0+1:Net loss", "1+1:(12)", "2+1:(34)"]


STACKED = """\
LAMP SUMMARY

Ten Weeks Ended March 9,

2011

2010

Lamps sold

$5,668

$6,693

Lamps returned

(5)

-

Rent of the mill

375

631

Left over

$

1,310

$

2,415

Left over per lamp

0.28

0.52

Fenwick makes lamps, and it has made them for longer than anybody in Troy can remember.
"""


def test_cells_that_stand_one_under_the_other() -> None:
    found = table(STACKED)
    assert found.before == ("LAMP SUMMARY",)
    assert printed(found)[:3] == [
        ["1+2:Ten Weeks Ended March 9,"],
        ["1+1:2011", "2+1:2010"],
        ["0+1:Lamps sold", "1+1:$5,668", "2+1:$6,693"],
    ]
    assert printed(found)[-2] == ["0+1:Left over", "1+1:$1,310", "2+1:$2,415"]
    assert document(STACKED).blocks[-1].kind.value == "paragraph"


STACKED_DATES = ["March 9, 2011", "March 9, 2010", "Change"]
STACKED_ROWS = [
    [label, *values]
    for label, values in {
        "Lamps": ("41", "39", "5%"),
        "Shades": ("$", "17", "$", "16", "6%"),
        "Wicks": ("(9)", "(8)", "12%"),
        "Total assets": ("96", "98", "(2)%"),
    }.items()
]


def test_stacked_cells_under_dates_of_their_own() -> None:
    cells = [*STACKED_DATES, *(cell for row in STACKED_ROWS for cell in row)]
    assert printed(table("\n\n".join(cells)))[:3] == [
        ["1+1:March 9, 2011", "2+1:March 9, 2010", "3+1:Change"],
        ["0+1:Lamps", "1+1:41", "2+1:39", "3+1:5%"],
        ["0+1:Shades", "1+1:$17", "2+1:$16", "3+1:6%"],
    ]


def test_tabs_part_the_cells_of_a_pasted_table() -> None:
    rows = [
        "\tTen Weeks Ended March 9,",
        "\t2011\t2010",
        "Lamps sold\t41\t39",
        "Shades:",
        "Of glass, for the lamps of the mill\t17\t(16)",
    ]
    found = table("\n".join([*rows, "Wicks\t9\t8", "Left over\t$1,310\t$2,415"]))
    assert printed(found)[2:] == [
        ["0+1:Lamps sold", "1+1:41", "2+1:39"],
        ["0+1:Shades:"],
        ["0+1:Of glass, for the lamps of the mill", "1+1:17", "2+1:(16)"],
        ["0+1:Wicks", "1+1:9", "2+1:8"],
        ["0+1:Left over", "1+1:$1,310", "2+1:$2,415"],
    ]


def test_tabs_that_set_cells_under_each_other_are_blanks() -> None:
    rows = [
        "Lamps sold\t\t\t41\t39",
        "Shades of glass for lamps\t17\t16",
        "Wicks\t\t\t\t9\t8",
        "Left over for the mill\t\t5\t4",
    ]
    assert printed(table("\n".join(["\t\t\t\t2011\t2010", *rows])))[1:3] == [
        ["0+1:Lamps sold", "1+1:41", "2+1:39"],
        ["0+1:Shades of glass for lamps", "1+1:17", "2+1:16"],
    ]


def test_stacked_numbers_that_do_not_agree_are_no_table() -> None:
    text = "2011\n\n2010\n\n" + "".join(f"Item {at}\n\n" + "10\n\n" * (at % 3 + 1) for at in range(12))
    assert not document(text).tables


@pytest.mark.parametrize("data", [PRINTED, SGML, STACKED, f"<html><body>{PAGE}</body></html>"])
def test_every_cell_stands_where_its_span_says(data: str) -> None:
    found = document(data)
    for cell in (cell for grid in found.tables for row in grid.rows for cell in row):
        there = found.text[cell.span.start : cell.span.end]
        assert "".join(there.split()) == "".join(cell.text.split())


def test_two_statements_in_a_row_are_two_tables() -> None:
    second = PRINTED.replace("Statements of Income", "Statements of Cash Flows")
    assert len(document(PRINTED + "\n\n" + second).tables) == 2


def test_new_heads_begin_a_new_table() -> None:
    text = """\
                      Lamps        Shades
                   2003   2002   2003   2002
Sales              $100   $ 90   $ 50   $ 40
Costs                60     50     30     20

* Detail of the lamps

                     Troy       Elmira      Total
                     works      works

Sales                $70        $30         $100
Costs                 40         20           60
"""
    first, second = document(text).tables
    assert [len(row) for row in first.rows] == [2, 4, 5, 5]
    assert printed(second)[0] == ["1+1:Troy", "2+1:Elmira", "3+1:Total"]
    assert printed(second)[-1] == ["0+1:Costs", "1+1:40", "2+1:20", "3+1:60"]


def test_a_label_wraps_where_its_next_word_had_no_room() -> None:
    text = """\
                              2003     2002
Write-off of the Elmira
 Lamp works                  $  40    $  50
Revenues
  Lamps                         60       70
Other items, net, and
  all the rest                  10       20
"""
    labels = [row[0].text for row in table(text).rows[1:]]
    assert labels == ["Write-off of the Elmira Lamp works", "Revenues", "Lamps", "Other items, net, and all the rest"]


def test_a_cell_with_spans_keeps_its_columns() -> None:
    page = """<html><body><table>
    <tr><td></td><td>2021</td><td>2020</td></tr>
    <tr><td rowspan=2>Lamps</td><td>10</td><td>11</td></tr><tr><td>12</td><td>13</td></tr></table></body></html>"""
    assert printed(table(page))[1:] == [["0+1:Lamps", "1+1:10", "2+1:11"], ["1+1:12", "2+1:13"]]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>Orrin Vale</td><td>Ines Moro</td></tr><tr><td>(555) 010-0100</td><td>(555) 010-0199</td></tr></table>",
        "<table><tr><td>&bull;</td><td>Sales rose 12 percent to $40 million</td></tr></table>",
        "<table><tr><td><table><tr><td>Sales</td><td>10</td><td>11</td></tr></table></td></tr><tr><td>Costs</td></tr></table>",
        "<table><tr><td>(1)</td><td>Amounts are rounded.</td></tr><tr><td>(2)</td><td>Restated.</td></tr></table>",
        "<table><tr><td>A long first paragraph that uses a table for its layout.</td></tr></table>",
    ],
)
def test_a_layout_table_is_text(page: str) -> None:
    found = document(f"<html><body>{page}</body></html>")
    assert all(len(grid.rows) == 1 for grid in found.tables)
    assert found.sentences


@pytest.mark.parametrize(
    "text",
    [
        "Sales  rose  to  $40  million  in  2003  from  $38  million  in  2002,  the\ncompany  said, and  costs  fell  to  $20  million  from  $21  million  in  2002.\n",
        "Orrin Vale                Ines Moro\n(555) 010-0100            (555) 010-0199\nvale@fenwick.example      moro@moro.example\n",
        "1.  Open the works.\n2.  Hire a manager.\n3.  Make lamps.\n",
        "Phone:    555.010.0100\nFax:      555.010.0101\n",
    ],
)
def test_what_only_looks_like_a_table_is_text(text: str) -> None:
    assert not document(text).tables


@pytest.mark.parametrize(
    "text", ["$1,234", "(5)", "$ (0.03)", "3.5%", "(1.2)%", "--", "\u2014", "N/A", "12", "$.05", "1,234 (a)", "7x"]
)
def test_values(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize(
    "text", ["Net sales", "Mar 28,", "March 2003", "555-0100", "Q1", "$", "3/31/04", "Class A", "13 weeks"]
)
def test_no_values(text: str) -> None:
    assert not is_value(text)
