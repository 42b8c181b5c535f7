"""Rows that only part a line, units under the heads, flows on a day, and cash that rolls forward."""

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import Discrepancy, FactClaim
from kg.read.text import read_text

SPREAD = """
                        BRINDLE GAUGES, INC.
                 CONSOLIDATED STATEMENTS OF INCOME
                          (In thousands)

                                              Three Months Ended
                                                 September 30,
                                               2015       2014
                                             --------   --------
Stock-based compensation:
Cost of sales ............................   $     24   $     19
Research and development .................        121        110
Total stock-based compensation ...........   $    145   $    129

Net sales ................................   $ 41,220   $ 38,950
Cost of sales ............................     29,870     28,600
Research and development .................      3,210      3,105
"""
FOOTNOTE = """
(1) Stock-based compensation was included in the following lines:

                                              Three Months Ended
                                                 September 30,
                                               2015       2014
                                             --------   --------
Cost of sales ............................   $     24   $     19
Research and development .................        121        110
"""
UNDER = """
                        BRINDLE GAUGES, INC.
                    CONSOLIDATED BALANCE SHEETS

                                         September 30,   December 31,
                                             2015            2014
                                         -------------   ------------
                                          U.S. dollars in thousands
Cash and cash equivalents ...........       $  8,410       $  9,220
Total assets ........................       $ 96,700       $ 98,100
"""
POINT = """
                         CREDIT QUALITY
                          (In thousands)

                                         September 30,   June 30,
                                             2015          2015
                                         -------------   ---------
Provision for credit losses .........       $    302       $   255
Total assets ........................       $ 96,700       $ 98,100
Total deposits ......................       $ 81,020       $ 80,100
"""
OPENING = """
                        BRINDLE GAUGES, INC.
               CONSOLIDATED STATEMENTS OF CASH FLOWS
                          (In thousands)

                                              Three Months Ended
                                                 September 30,
                                               2015       2014
                                             --------   --------
Net cash provided by operating activities     $ 1,310    $ 1,020
Effect of exchange rates on cash                  (10)         -
Net increase in cash                              {change}        900
Cash at the beginning of the period             8,000      7,100
Cash at the end of the period                 $ 8,410    $ 8,000
"""
LEAD = (
    "Brindle Gauges Reports Third Quarter Results\n\n"
    "DAYTON, Ohio, October 20, 2015 -- Brindle Gauges, Inc. (NYSE: BRG) reported its third quarter today.\n\n"
)


def printed(text: str) -> set[str]:
    found = extract(understand(read_text("brindle.txt", LEAD + text)), [])
    return {
        f"{c.concept} {c.value} {c.period} {c.end}" for c in found if isinstance(c, FactClaim) and c.place == "table"
    }


def test_what_of_a_line_is_compensation_in_stock_is_not_the_line() -> None:
    found = printed(SPREAD)
    assert "CostOfRevenue 29870000 quarter 2015-09-30" in found
    assert "ResearchAndDevelopmentExpense 3210000 quarter 2015-09-30" in found
    assert not any(" 24000 " in fact or " 121000 " in fact for fact in found)


def test_a_footnote_that_spreads_an_expense_states_no_lines() -> None:
    assert not printed(FOOTNOTE)


def test_units_right_under_the_heads_are_the_units() -> None:
    assert "CashAndCashEquivalents 8410000 instant 2015-09-30" in printed(UNDER)


def test_a_flow_on_a_day_is_left_out() -> None:
    found = printed(POINT)
    assert "Assets 96700000 instant 2015-09-30" in found
    assert not any(fact.startswith("ProvisionForCreditLosses") for fact in found)


def test_closing_cash_is_opening_cash_and_the_change() -> None:
    def rules(change: str) -> list[str]:
        found = extract(understand(read_text("brindle.txt", LEAD + OPENING.format(change=change))), [])
        return [claim.rule for claim in found if isinstance(claim, Discrepancy)]

    assert not rules("410")  # with the effect of exchange rates in it
    assert not rules("420")  # and without
    assert rules("610") == ["facts/closing-cash"]


RULED = """
SUMMARY OF RESULTS

                                              Three months ended      Nine months ended
                                                 September 30            September 30
($ millions, except per share amounts)          2015       2014         2015       2014
--------------------------------------------------------------------------------------
Revenue                                     $  112.1    $ 130.4      $ 350.2    $ 391.1
Net earnings (loss)                            (12.4)      10.1         (3.3)      40.2
Net loss, non-GAAP                              (2.4)      (1.1)        (1.3)      (0.2)
Cash and cash equivalents, end of period        88.1      120.4         88.1      120.4
--------------------------------------------------------------------------------------
"""


def test_a_rule_across_the_page_does_not_widen_the_heads_over_it() -> None:
    assert printed(RULED) >= {
        "Revenues 130400000 quarter 2014-09-30",
        "Revenues 391100000 nine-months 2014-09-30",
        "NetIncomeLoss -2400000 quarter 2015-09-30",
        "CashAndCashEquivalents 88100000 instant 2015-09-30",
        "CashAndCashEquivalents 120400000 instant 2014-09-30",
    }


def test_units_in_the_head_of_a_release_hold_for_its_tables() -> None:
    bare = RULED.replace("($ millions, except per share amounts)", "                                      ")
    text = "Financial Highlights\n(Dollars in millions, except per share data)\n\n" + LEAD.split("\n\n", 1)[1] + bare
    found = extract(understand(read_text("brindle.txt", text)), [])
    assert {str(c.value) for c in found if isinstance(c, FactClaim) and c.concept == "Revenues"} == {
        "112100000", "130400000", "350200000", "391100000",
    }  # fmt: skip
    unsaid = extract(understand(read_text("brindle.txt", LEAD + bare)), [])
    assert "112.1" in {str(c.value) for c in unsaid if isinstance(c, FactClaim) and c.concept == "Revenues"}
