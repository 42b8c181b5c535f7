"""Figures of tables against each other: sums of periods, totals and their parts, income over shares."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import Confidence, Discrepancy, FactClaim
from kg.read import read
from kg.read.text import read_text

LEAD = (
    "Brindle Gauges Reports Second Quarter Results\n\n"
    "DAYTON, Ohio, July 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its second quarter today.\n\n"
)
TABLE = """
                        BRINDLE GAUGES, INC.
                 CONSOLIDATED STATEMENTS OF INCOME
              ({scale})

                                     Three Months Ended         Six Months Ended
                                    June 30,   March 31,            June 30,
                                     2015        2015                 2015
                                   --------    --------             --------
Net sales .....................    $ 41,220    $ 38,950             $ {sales}
Cost of sales .................      29,870      28,600               58,470
Gross profit ..................      11,350      10,350               21,700
Income taxes ..................        (310)        290                  (20)
Net income ....................    $  1,430    $  2,330             $  3,760
Diluted earnings per share ....    $   0.14    $   0.23             $   0.37
Diluted shares ................      10,010      10,130               10,070
"""


def found(
    sales: str = "80,170", scale: str = "In thousands, except per share amounts"
) -> list[FactClaim | Discrepancy]:
    return extract(understand(read_text("brindle.txt", LEAD + TABLE.format(sales=sales, scale=scale))), [])


def told(claims: list[FactClaim | Discrepancy]) -> dict[str, str]:
    return {claim.rule: claim.note for claim in claims if isinstance(claim, Discrepancy)}


def facts(concept: str, claims: list[FactClaim | Discrepancy]) -> dict[tuple[str, str], FactClaim]:
    return {
        (claim.period, str(claim.end)): claim
        for claim in claims
        if isinstance(claim, FactClaim) and claim.concept == concept and claim.place == "table"
    }


def test_quarters_that_add_up_say_nothing() -> None:
    assert not [claim for claim in found() if isinstance(claim, Discrepancy)]


def test_quarters_that_do_not_add_up_are_named() -> None:
    notes = told(found(sales="81,170"))
    assert list(notes) == ["facts/parts-against-whole", "facts/gross-profit"]
    assert "81,170" in notes["facts/parts-against-whole"]
    assert "38,950" in notes["facts/parts-against-whole"]
    assert "58,470 (Cost of sales)" in notes["facts/gross-profit"]


def test_parts_that_make_their_whole_confirm_it() -> None:
    assert all(claim.confidence is Confidence.EXPLICIT for claim in facts("GrossProfit", found()).values())


@pytest.mark.parametrize(
    "scale", ["In thousands, except per share amounts", "In thousands, except share and per share data"]
)
def test_shares_have_the_scale_at_which_income_over_shares_is_as_stated(scale: str) -> None:
    assert facts("WeightedAverageSharesDiluted", found(scale=scale))["quarter", "2015-06-30"].value == 10_010_000


def test_brackets_among_taxes_mean_a_benefit() -> None:
    taxes = facts("IncomeTaxExpense", found())
    assert taxes["quarter", "2015-06-30"].value == -310_000
    assert taxes["quarter", "2015-03-31"].value == 290_000


YEAR = """
                        BRINDLE GAUGES, INC.
                  SELECTED QUARTERLY FINANCIAL DATA
                          (In thousands)

                                  Three Months Ended                 Year Ended
                        -------------------------------------------  ------------
                         March 31,   June 30,    Sept. 30,   Dec. 31,    Dec. 31,
                           2014        2014        2014        2014        2014
                         --------    --------    --------    --------   ---------
Net sales ............   $ 38,100    $ 38,950    $ 39,010    $ 40,200   $ {year}
Net income ...........      1,100       1,230       1,310       1,420      5,060
"""
SHEET = """
                        BRINDLE GAUGES, INC.
                    CONSOLIDATED BALANCE SHEETS
                          (In thousands)

                                         June 30,      December 31,
                                           2015            2014
                                      -------------   ------------
Total assets ........................    $ {assets}       $ 98,100
Total liabilities ...................      41,200         40,900
Total stockholders' equity ..........      55,500         57,200
Total liabilities and stockholders'
  equity ............................    $ 96,700       $ 98,100
"""
BRIDGE = """
              RECONCILIATION OF GAAP TO NON-GAAP NET INCOME
                          (In thousands)

                                      Three Months Ended
                                           June 30,
                                      2015          2014
                                    --------      --------
GAAP net income ................... $  1,430      $  1,220
Amortization of intangibles .......      310           330
Restructuring .....................      120             -
Tax effect ........................     (90)          (80)
Non-GAAP net income ............... $  {adjusted}      $  1,470
"""
TRIPLE = """<html><body><p>Brindle Gauges Reports Results</p><p>DAYTON, Ohio, July 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG)
reported its second quarter today.</p><p>RECONCILIATION ($ in millions)</p><table>
<tr><td></td><td colspan=3>Three Months Ended June 30, 2015</td></tr><tr><td></td><td>GAAP</td><td>Adj.</td><td>Non-GAAP</td></tr>
<tr><td>Total revenues</td><td>$412</td><td>$-</td><td>$412</td></tr>
<tr><td>Operating income</td><td>$41</td><td>$12</td><td>$MADE</td></tr></table></body></html>"""


def of(table: str, **given: str) -> dict[str, str]:
    return told(extract(understand(read_text("brindle.txt", LEAD + table.format(**given))), []))


def test_four_quarters_make_a_year() -> None:
    assert not of(YEAR, year="156,260")
    assert list(of(YEAR, year="158,260")) == ["facts/parts-against-whole"]


def test_rounding_is_no_contradiction() -> None:
    assert not of(YEAR, year="156,262")


def test_the_sides_of_a_balance_sheet_are_equal() -> None:
    assert not of(SHEET, assets="96,700")
    assert "96,900" in of(SHEET, assets="96,900")["facts/both-sides"]


def test_adjustments_lead_from_the_one_figure_to_the_other() -> None:
    assert not of(BRIDGE, adjusted="1,770")
    assert "120 (Restructuring)" in of(BRIDGE, adjusted="1,875")["facts/adjustments"]


@pytest.mark.parametrize(("made", "rules"), [("53", []), ("57", ["facts/adjustments"])])
def test_a_column_of_adjustments_leads_from_the_one_to_the_other(made: str, rules: list[str]) -> None:
    documents = read("brindle.htm", TRIPLE.replace("MADE", made).encode())
    assert [rule for document in documents for rule in told(extract(understand(document), []))] == rules


PER_SHARE = """
                        BRINDLE GAUGES, INC.
                 CONSOLIDATED STATEMENTS OF INCOME
              (In thousands, except per share amounts)

                                    Three Months Ended
                                    June 30,
                                     2015        2014
                                   --------    --------
Net income ....................    $  1,430    $  2,330
Earnings per share:
  Basic .......................    $   {basic}    $   0.23
  Diluted .....................    $   {diluted}    $   0.23
Diluted shares ................      10,010      10,130
{after}
"""


@pytest.mark.parametrize(
    ("basic", "diluted", "after", "rules"),
    [
        ("0.14", "0.14", "", []),
        ("0.16", "0.16", "", []),  # averages of shares differ by as much
        ("0.19", "0.19", "", ["facts/income-over-shares"]),
        ("0.19", "0.19", "Income is less dividends of preferred stock.", []),
        ("0.12", "0.14", "", ["facts/basic-against-diluted"]),
        ("0.15", "0.14", "", []),
    ],
)
def test_earnings_a_share_are_income_over_shares(basic: str, diluted: str, after: str, rules: list[str]) -> None:
    assert list(of(PER_SHARE, basic=basic, diluted=diluted, after=after)) == rules


def test_income_over_shares_confirms_what_a_period_was_inferred_for() -> None:
    table = PER_SHARE.replace("Three Months Ended\n                                    June 30,", "Quarter")
    bare = table.replace("Diluted shares ................      10,010      10,130\n", "")
    assert all(claim.confidence is Confidence.INFERRED for claim in diluted(bare))
    assert all(claim.confidence is Confidence.EXPLICIT for claim in diluted(table))


def diluted(table: str) -> list[FactClaim]:
    text = LEAD + table.format(basic="0.14", diluted="0.14", after="")
    found = extract(understand(read_text("brindle.txt", text)), [])
    claims = [
        c for c in found if isinstance(c, FactClaim) and c.concept == "EarningsPerShare" and c.shares == "diluted"
    ]
    assert len(claims) == 2
    return claims
