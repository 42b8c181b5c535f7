"""Facts of tables: lines, columns, periods, scales and signs, from fixed-width text and from HTML."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import Discrepancy, FactClaim
from kg.read import read
from kg.read.text import read_text

LEAD = """Brindle Gauges Reports Third Quarter Results

DAYTON, Ohio, October 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its third quarter today.
{prose}
"""
INCOME = """
                        BRINDLE GAUGES, INC.
                 CONSOLIDATED STATEMENTS OF INCOME
              (In thousands, except per share amounts)

                                    Three Months Ended     Nine Months Ended
                                      September 30,          September 30,
                                     2015       2014        2015       2014
                                   --------   --------    --------   --------
Net sales .....................    $ 41,220   $ 38,950    $120,310   $115,020
Cost of sales .................      29,870     28,600      87,900     84,300
                                   --------   --------    --------   --------
Gross profit ..................      11,350     10,350      32,410     30,720
Loss from operations ..........      (1,120)    (2,040)     (3,300)    (4,100)
Income taxes ..................        (310)      (290)       (900)      (850)
Net loss ......................    $ (1,430)  $ (2,330)   $ (4,200)  $ (4,950)
Loss per share:
  Basic .......................    $  (0.14)  $  (0.23)   $  (0.42)  $  (0.50)
  Diluted .....................    $  (0.14)  $  (0.23)   $  (0.42)  $  (0.50)
Weighted average shares outstanding:
  Basic .......................      10,010      9,980      10,000      9,970
  Diluted .....................      10,010      9,980      10,000      9,970
"""
BALANCE = """
                        BRINDLE GAUGES, INC.
                    CONSOLIDATED BALANCE SHEETS
                          (In thousands)

                                         September 30,   December 31,
                                             2015            2014
                                         -------------   ------------
ASSETS
Cash and cash equivalents ...........       $  8,410       $  9,220
Accounts receivable .................         17,300         16,800
Total assets ........................       $ 96,700       $ 98,100
LIABILITIES AND STOCKHOLDERS' EQUITY
Total liabilities ...................         41,200         40,900
Total stockholders' equity ..........         55,500         57,200
"""
HTML = """<html><body><p><b>Brindle Gauges Reports Results</b></p>
<p>DAYTON, Ohio, October 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its third quarter today.</p>
<p>SEGMENT RESULTS</p><p>(in millions)</p>
<table>
<tr><td></td><td colspan="2">Three Months Ended September 30,</td></tr>
<tr><td></td><td>2015</td><td>2014</td><td>% Change</td></tr>
<tr><td>Total revenue</td><td>$41.2</td><td>$39.0</td><td>6%</td></tr>
<tr><td>Operating income</td><td>4.4</td><td>(1.2)</td><td>n/m</td></tr>
<tr><td>Adjusted EBITDA</td><td>7.0</td><td>6.1</td><td>15%</td></tr>
<tr><td>Diluted earnings per share</td><td>$0.31</td><td>$(0.09)</td><td></td></tr>
</table></body></html>"""


def claims(text: str) -> list[FactClaim | Discrepancy]:
    return extract(understand(read_text("brindle.txt", text)), [])


def tabled(found: list[FactClaim | Discrepancy]) -> set[str]:
    return {
        f"{c.concept} {c.value} {c.unit} {c.period} {c.end} {c.scope} {c.basis} {c.shares or '-'}"
        for c in found
        if isinstance(c, FactClaim) and c.place == "table"
    }


STATEMENT = [
    "Revenues 41220000 USD quarter 2015-09-30 total gaap -",
    "Revenues 38950000 USD quarter 2014-09-30 total gaap -",
    "Revenues 120310000 USD nine-months 2015-09-30 total gaap -",
    "CostOfRevenue 29870000 USD quarter 2015-09-30 total gaap -",
    "GrossProfit 30720000 USD nine-months 2014-09-30 total gaap -",
    "OperatingIncomeLoss -1120000 USD quarter 2015-09-30 total gaap -",
    "IncomeTaxExpense 310000 USD quarter 2015-09-30 total gaap -",
    "NetIncomeLoss -4200000 USD nine-months 2015-09-30 total gaap -",
    "EarningsPerShare -0.14 USD/share quarter 2015-09-30 total gaap basic",
    "EarningsPerShare -0.42 USD/share nine-months 2015-09-30 total gaap diluted",
    "WeightedAverageSharesDiluted 10010000 shares quarter 2015-09-30 total gaap diluted",
]
SHEET = [
    "CashAndCashEquivalents 8410000 USD instant 2015-09-30 total gaap -",
    "AccountsReceivable 16800000 USD instant 2014-12-31 total gaap -",
    "Assets 96700000 USD instant 2015-09-30 total gaap -",
    "Liabilities 40900000 USD instant 2014-12-31 total gaap -",
    "StockholdersEquity 55500000 USD instant 2015-09-30 total gaap -",
]
MARKED_UP = [
    "Revenues 41200000 USD quarter 2015-09-30 total gaap -",
    "OperatingIncomeLoss -1200000 USD quarter 2014-09-30 total gaap -",
    "EBITDA 7000000 USD quarter 2015-09-30 total non-gaap -",
    "EarningsPerShare -0.09 USD/share quarter 2014-09-30 total gaap diluted",
]


@pytest.mark.parametrize("fact", STATEMENT)
def test_an_income_statement_in_fixed_width_text(fact: str) -> None:
    assert fact in tabled(claims(LEAD.format(prose="") + INCOME))


@pytest.mark.parametrize("fact", SHEET)
def test_a_balance_sheet_in_fixed_width_text(fact: str) -> None:
    assert fact in tabled(claims(LEAD.format(prose="") + BALANCE))


@pytest.mark.parametrize("fact", MARKED_UP)
def test_a_table_in_html(fact: str) -> None:
    documents = read("brindle.htm", HTML.encode())
    found = [claim for document in documents for claim in extract(understand(document), [])]
    assert fact in tabled(found)


def test_columns_of_change_give_nothing() -> None:
    documents = read("brindle.htm", HTML.encode())
    found = [claim for document in documents for claim in extract(understand(document), [])]
    assert not any(" 6 " in fact or " 15 " in fact for fact in tabled(found))


def test_a_table_without_scale_takes_the_one_that_prose_supports() -> None:
    bare = INCOME.replace("              (In thousands, except per share amounts)\n", "")
    prose = "Net sales for the three months ended September 30, 2015 were $41.22 million."
    assert STATEMENT[0] in tabled(claims(LEAD.format(prose=prose) + bare))


def test_prose_that_contradicts_its_table_is_kept_and_named() -> None:
    prose = "Net sales for the three months ended September 30, 2015 were $43.5 million."
    found = claims(LEAD.format(prose=prose) + INCOME)
    notes = [claim.note for claim in found if isinstance(claim, Discrepancy)]
    assert len(notes) == 1
    assert "$43.5 million" in notes[0]
    assert {c.value for c in found if isinstance(c, FactClaim) and c.concept == "Revenues"} >= {43500000, 41220000}


def test_prose_that_rounds_its_table_agrees_with_it() -> None:
    prose = "Net sales for the three months ended September 30, 2015 were $41.2 million."
    found = claims(LEAD.format(prose=prose) + INCOME)
    assert not [claim for claim in found if isinstance(claim, Discrepancy)]


def test_the_evidence_of_a_cell_reaches_from_its_label_to_its_figure() -> None:
    text = LEAD.format(prose="") + INCOME
    document = read_text("brindle.txt", text)
    for claim in extract(understand(document), []):
        for piece in claim.evidence:
            assert document.text[piece.span.start : piece.span.end] == piece.quote


def test_a_statement_that_is_adjusted_as_a_whole_keeps_the_figures_that_it_repeats() -> None:
    adjusted = INCOME.replace("CONSOLIDATED STATEMENTS OF INCOME", "CONSOLIDATED STATEMENTS OF INCOME - PRO FORMA")
    adjusted = adjusted.replace("$ (1,430)", "$   (930)")
    found = tabled(claims(LEAD.format(prose="") + INCOME + adjusted))
    assert "Revenues 41220000 USD quarter 2015-09-30 total gaap -" in found
    assert "Revenues 41220000 USD quarter 2015-09-30 total non-gaap -" in found
    assert "NetIncomeLoss -930000 USD quarter 2015-09-30 total non-gaap -" in found


def test_a_bare_total_is_labelled_by_its_heading() -> None:
    costs = """Operating expenses:
  Research ....................       4,470      4,390       9,710     10,820
  Total .......................      12,470     12,390      35,710     34,820
"""
    found = claims(LEAD.format(prose="") + INCOME.replace("Loss from operations", f"{costs}Loss from operations"))
    labels = {one.label for one in found if isinstance(one, FactClaim) and one.concept == "OperatingExpenses"}
    assert labels == {"Operating expenses: Total"}
