"""The period of every column, however its head is printed: on one line or four, centred, abbreviated, in a title."""

from __future__ import annotations

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import FactClaim
from kg.read import read

LEAD = "DAYTON, Ohio, October 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its third quarter today.\n"
EDGE, WIDTH = 34, 19
QUARTERS = {("quarter", "2015-09-30", "41220000"), ("quarter", "2014-09-30", "38950000")}
# The lines of the heads, each cell centred over how many columns; two columns of figures.
HEADS = [
    [("Three Months Ended", 2), ("September 30,", 2), ("2015", 1), ("2014", 1)],
    [("Quarter Ended", 2), ("September 30,", 2), ("(Unaudited)", 2), ("2015", 1), ("2014", 1)],
    [("THREE MONTHS ENDED", 2), ("SEPTEMBER 30,", 2), ("2015", 1), ("2014", 1)],
    [("Three Months", 2), ("Ended", 2), ("September 30,", 1), ("September 30,", 1), ("2015", 1), ("2014", 1)],
    [("Quarter Ended", 1), ("Quarter Ended", 1), ("9/30/15", 1), ("9/30/14", 1)],
    [("Thirteen Weeks Ended", 2), ("Sept. 30, 2015", 1), ("Sept. 30, 2014", 1)],
    [("13 Weeks Ended", 2), ("Sep 30 '15", 1), ("Sep 30 '14", 1)],
    [("For the Three Months Ended", 2), ("30 September 2015", 1), ("30 September 2014", 1)],
]


def heads(cells: list[tuple[str, int]]) -> list[str]:
    """The cells on printed lines, each line as wide as two columns."""
    lines: list[str] = []
    filled = 2
    for text, over in cells:
        if filled == 2:
            lines.append(" " * EDGE)
            filled = 0
        lines[-1] += text.rjust(WIDTH) if over == 1 else text.center(WIDTH * over)
        filled += over
    return [line.rstrip() for line in lines]


def body(*values: str, label: str = "Net sales") -> str:
    return label.ljust(EDGE) + "".join(value.rjust(WIDTH) for value in values)


def statement(lines: list[str], *rows: str, title: str = "CONSOLIDATED STATEMENTS OF INCOME") -> str:
    return "\n".join([LEAD, title.center(70).rstrip(), "(In thousands)".center(70).rstrip(), "", *lines, *rows])


def sales(text: str, name: str = "brindle.txt") -> set[tuple[str, str, str]]:
    (document,) = read(name, text.encode())
    return {
        (claim.period, str(claim.end), str(claim.value))
        for claim in extract(understand(document), [])
        if isinstance(claim, FactClaim) and claim.concept == "Revenues" and claim.place == "table"
    }


@pytest.mark.parametrize("cells", HEADS, ids=lambda cells: " ".join(text for text, _ in cells))
@pytest.mark.parametrize("ruled", [False, True], ids=["bare", "ruled"])
def test_the_heads_of_two_columns_in_fixed_width_text(cells: list[tuple[str, int]], ruled: bool) -> None:
    rule = [" " * EDGE + "".join(("-" * 9).rjust(WIDTH) for _ in range(2))] if ruled else []
    cost = body("29,870", "28,600", label="Cost of sales")
    assert sales(statement([*heads(cells), *rule], body("$41,220", "$38,950"), cost)) == QUARTERS


def test_a_column_of_changes_beside_two_years_takes_no_year() -> None:
    lines = [*heads([("Three Months Ended", 2), ("September 30,", 2), ("2015", 1), ("2014", 1)])]
    lines[-1] += "% Change".rjust(WIDTH)
    rows = body("41,220", "38,950", "5.8%"), body("29,870", "28,600", "4.4%", label="Cost of sales")
    assert sales(statement(lines, *rows)) == QUARTERS


def test_a_percent_sign_beside_the_years_heads_a_column_of_its_own() -> None:
    rows = [("Net sales", "41,220", "38,950", "5.8%"), ("Cost of sales", "29,870", "28,600", "4.4%")]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    page = (
        f"<html><body><p><b>Brindle Gauges Reports Results</b></p><p>{LEAD}</p><p>(In thousands)</p><table>"
        "<tr><td></td><td colspan=2>Quarter Ended<br>September 30,</td><td>Increase<br>(Decrease)</td></tr>"
        f"<tr><td></td><td>2015</td><td>2014</td><td>%</td></tr>{cells}</table></body></html>"
    )
    assert sales(page, "brindle.htm") == QUARTERS


def test_a_month_with_a_year_of_two_digits() -> None:
    text = statement(
        heads([("Quarter Ended", 2), ("Sep-15", 1), ("Sep-14", 1)]),
        body("41,220", "38,950"),
        body("29,870", "28,600", label="Cost of sales"),
    )
    assert {(span, end[:7], value) for span, end, value in sales(text)} == {
        (span, end[:7], value) for span, end, value in QUARTERS
    }


def test_the_period_of_a_stack_of_titles_is_that_of_the_years_under_it() -> None:
    titles = [
        "BRINDLE GAUGES CORPORATION OF OHIO",
        "AND SUBSIDIARIES",
        "CONSOLIDATED STATEMENTS OF EARNINGS",
        "(Unaudited)",
        "Three Months Ended September 30, 2015 and 2014",
        "(In thousands, except per share amounts)",
    ]
    table = ["<TABLE>", "<CAPTION>", *heads([("2015", 1), ("2014", 1)]), "<S>" + "<C>".rjust(EDGE) + "<C>".rjust(WIDTH)]
    rows = [body("$41,220", "$38,950"), body("29,870", "28,600", label="Cost of sales"), "</TABLE>"]
    assert sales("\n".join([LEAD, *(title.center(70).rstrip() for title in titles), "", *table, *rows])) == QUARTERS


def test_two_losses_printed_without_a_blank_between_them_are_two() -> None:
    lines = heads([("Three Months Ended", 2), ("September 30,", 2), ("2015", 1), ("2014", 1)])
    text = statement(
        lines, body("41,220,110", "38,950,240"), "Net loss".ljust(EDGE) + "$ (11,475,760)$(11,531,560)".rjust(2 * WIDTH)
    )
    (document,) = read("brindle.txt", text.replace("(In thousands)", "").encode())
    losses = {
        str(claim.value)
        for claim in extract(understand(document), [])
        if isinstance(claim, FactClaim) and claim.concept == "NetIncomeLoss"
    }
    assert losses == {"-11475760", "-11531560"}
