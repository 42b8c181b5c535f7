"""Outlook tables: low and high ends in two columns or in one cell, with the period they are for."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import FactClaim
from kg.read import read
from kg.read.text import read_text

LEAD = (
    "Marlow Sensors Reports Third Quarter 2021 Results\n\n"
    "AUSTIN, Texas, November 3, 2021 -- Marlow Sensors, Inc. (NYSE: MLS) today reported results for the third quarter "
    "ended September 30, 2021.\n\n"
)
ENDS = """Guidance for the fourth quarter and full year 2021 (in millions, except per share amounts):

                                        Q4 2021                 Full Year 2021
                                    Low        High            Low        High
                                  -------     -------        -------     -------
Revenue ........................   $110.0      $115.0        $430.0      $435.0
Non-GAAP diluted EPS ...........    $0.41       $0.45         $1.60       $1.64
Gross margin ...................      54%         55%           53%         54%
"""
CELLS = """                           FISCAL 2022 GUIDANCE
                            (in millions)

                                            Current Guidance         Prior Guidance
                                          --------------------    --------------------
Total revenue ..........................   $1,200 - $1,250          $1,150 - $1,200
Operating income .......................   $100 to $110             $90 to $100
Capital expenditures ...................   ~$45                     ~$40
"""
TO = """GUIDANCE SUMMARY
(in millions, except per share data)
                                     Three Months Ending           Twelve Months Ending
                                     December 31, 2021              December 31, 2022
                                   ----------------------         ----------------------
Revenue                             $  52.0  to  $  54.0           $ 205.0  to  $ 210.0
Net loss                               (6.5) to     (6.0)            (24.0) to    (22.0)
"""
PAGE = (
    "<html><body><p>Marlow Sensors Reports Third Quarter 2021 Results</p><p>AUSTIN, Texas, November 3, 2021 -- Marlow "
    "Sensors, Inc. (NYSE: MLS) today reported results for the third quarter ended September 30, 2021.</p>{table}</body></html>"
)
OPENED = """<p>For the fourth quarter of 2021, we currently expect:</p>
<table><tr><td>Total revenue</td><td>$210 - $215 million</td></tr>
<tr><td>Non-GAAP operating loss</td><td>$(5) - $(3) million</td></tr></table>"""
SPLIT = """<p>2022 Financial Guidance ($ in millions)</p>
<table><tr><td></td><td colspan=2>Low</td><td></td><td colspan=2>High</td></tr>
<tr><td>Adjusted EBITDA</td><td>$</td><td>190</td><td>to</td><td>$</td><td>200</td></tr>
<tr><td>Gross profit</td><td>$</td><td>400</td><td>to</td><td>$</td><td>410</td></tr></table>"""
DASHED = """<p>2022 Financial Guidance ($ in millions)</p>
<table><tr><td></td><td colspan=5>FY 2022</td></tr>
<tr><td>Adjusted EBITDA</td><td>$</td><td>190</td><td>&#8211;</td><td>$</td><td>200</td></tr>
<tr><td>Gross profit</td><td>$</td><td>400</td><td>&#8211;</td><td>$</td><td>410</td></tr></table>"""
SECTIONS = """<p>Guidance (in millions)</p>
<table><tr><td></td><td>Low</td><td>Mid-Point</td><td>High</td></tr><tr><td>Fourth Quarter 2021</td></tr>
<tr><td>Gross profit</td><td>$100</td><td>$102</td><td>$104</td></tr><tr><td>Full Year 2022</td></tr>
<tr><td>Gross profit</td><td>$400</td><td>$405</td><td>$410</td></tr></table>"""
BESIDE = """<p>(Dollars in millions)</p>
<table><tr><td></td><td>Q3 2021 Actual</td><td>Q3 2021 Guidance</td><td>2022 Outlook (as of November 3, 2021)</td></tr>
<tr><td>Revenue</td><td>$104.2</td><td>$100 - $103</td><td>$410 - $415</td></tr></table>"""


def outlook(found: list[object]) -> list[str]:
    return [
        f"{c.concept} {c.low} {c.high} {c.value} {c.period} {c.end} {c.scope} {c.basis} {c.kind}"
        for c in found
        if isinstance(c, FactClaim) and c.place == "table"
    ]


@pytest.mark.parametrize(
    ("table", "facts"),
    [
        (ENDS, [
            "Revenues 110000000 115000000 None quarter 2021-12 total gaap guidance",
            "Revenues 430000000 435000000 None year 2021-12 total gaap guidance",
            "EarningsPerShare 0.41 0.45 None quarter 2021-12 total non-gaap guidance",
            "EarningsPerShare 1.6 1.64 None year 2021-12 total non-gaap guidance",
        ]),
        (CELLS, [
            "Revenues 1200000000 1250000000 None year 2022-12 total gaap guidance",
            "OperatingIncomeLoss 100000000 110000000 None year 2022-12 total gaap guidance",
            "CapitalExpenditures None None 45000000 year 2022-12 total gaap guidance",
        ]),
        (TO, [
            "Revenues 52000000 54000000 None quarter 2021-12-31 total gaap guidance",
            "Revenues 205000000 210000000 None year 2022-12-31 total gaap guidance",
            "NetIncomeLoss -6500000 -6000000 None quarter 2021-12-31 total gaap guidance",
            "NetIncomeLoss -24000000 -22000000 None year 2022-12-31 total gaap guidance",
        ]),
    ],
)  # fmt: skip
def test_an_outlook_in_fixed_width_text(table: str, facts: list[str]) -> None:
    assert outlook([*extract(understand(read_text("marlow.txt", LEAD + table)), [])]) == facts


@pytest.mark.parametrize(
    ("table", "facts"),
    [
        (OPENED, [
            "Revenues 210000000 215000000 None quarter 2021-12 total gaap guidance",
            "OperatingIncomeLoss -5000000 -3000000 None quarter 2021-12 total non-gaap guidance",
        ]),
        (SPLIT, [
            "EBITDA 190000000 200000000 None year 2022-12 total non-gaap guidance",
            "GrossProfit 400000000 410000000 None year 2022-12 total gaap guidance",
        ]),
        (DASHED, [
            "EBITDA 190000000 200000000 None year 2022-12 total non-gaap guidance",
            "GrossProfit 400000000 410000000 None year 2022-12 total gaap guidance",
        ]),
        (SECTIONS, [
            "GrossProfit 100000000 104000000 None quarter 2021-12 total gaap guidance",
            "GrossProfit 400000000 410000000 None year 2022-12 total gaap guidance",
        ]),
        (BESIDE, [
            "Revenues None None 104200000 quarter 2021-09-30 total gaap actual",
            "Revenues 100000000 103000000 None quarter 2021-09-30 total gaap guidance",
            "Revenues 410000000 415000000 None year 2022-12 total gaap guidance",
        ]),
    ],
)  # fmt: skip
def test_an_outlook_on_a_web_page(table: str, facts: list[str]) -> None:
    documents = read("marlow.htm", PAGE.format(table=table).encode())
    assert outlook([claim for document in documents for claim in extract(understand(document), [])]) == facts


def test_a_single_figure_keeps_its_bound_in_the_label() -> None:
    found = extract(understand(read_text("marlow.txt", LEAD + CELLS)), [])
    assert [c.label for c in found if isinstance(c, FactClaim) and c.concept == "CapitalExpenditures"] == [
        "Capital expenditures (~)"
    ]


def test_results_under_a_heading_of_the_outlook_stay_results() -> None:
    table = ENDS.replace("Q4 2021  ", "Q2 2021  ").replace("Low ", "2021").replace("High", "2020")
    found = outlook([*extract(understand(read_text("marlow.txt", LEAD + "Outlook\n\n" + table)), [])])
    assert found
    assert all(fact.endswith("actual") for fact in found if " quarter " in fact)
