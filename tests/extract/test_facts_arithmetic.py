"""Figures of tables against each other: sums of periods, totals and their parts, income over shares."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.model import Confidence, Discrepancy, FactClaim
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


def facts(concept: str, claims: list[FactClaim | Discrepancy]) -> dict[tuple[str, str], FactClaim]:
    return {
        (claim.period, str(claim.end)): claim
        for claim in claims
        if isinstance(claim, FactClaim) and claim.concept == concept and claim.place == "table"
    }


def test_quarters_that_add_up_say_nothing() -> None:
    assert not [claim for claim in found() if isinstance(claim, Discrepancy)]


def test_quarters_that_do_not_add_up_are_named() -> None:
    notes = [claim.note for claim in found(sales="81,170") if isinstance(claim, Discrepancy)]
    assert len(notes) == 1
    assert "81,170" in notes[0]
    assert "38,950" in notes[0]


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
