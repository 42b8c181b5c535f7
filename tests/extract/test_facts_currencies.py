"""What a plain "$" means: stated for the release, stated over a table or a column, or told by a marked US dollar."""

import pytest

from kg.context.context import understand
from kg.extract.facts import extract
from kg.extract.facts.claimed.currencies import stated_currency
from kg.model import FactClaim
from kg.read.text import read_text

LEAD = (
    "Corran Lake Foods Reports Second Quarter Results\n\n"
    "WINNIPEG, Manitoba, August 6, 2019 -- Corran Lake Foods Inc. ({listing}) reported its second quarter today. {note}\n\n"
    "Revenue for the quarter ended June 30, 2019 was $41.2 million. {more}\n\n"
)
TABLE = """
                 CONSOLIDATED STATEMENTS OF INCOME
              ({caption})

                                    Three Months Ended
                                         June 30,
                                     2019       2018
                                   --------   --------
Net sales .....................    $ 41,220   $ 38,950
Net income ....................       1,430      2,330
Diluted earnings per share ....    $   0.14   $   0.23
"""


def units(listing: str, note: str = "", more: str = "", table: str = "") -> dict[str, str]:
    text = LEAD.format(listing=listing, note=note, more=more) + table
    found = extract(understand(read_text("corran.txt", text)), [])
    return {
        f"{c.concept} {c.value} {c.end}": c.unit
        for c in found
        if isinstance(c, FactClaim) and c.value is not None
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "currency"),
    [
        ("All amounts are in Canadian dollars unless otherwise noted.", "CAD"),
        ("All dollar figures in this release are expressed in Canadian dollars.", "CAD"),
        ("(Expressed in thousands of Canadian dollars, except per share amounts)", "CAD"),
        ("(Canadian dollars in thousands)", "CAD"),
        ('In this release "$" refers to Canadian dollars and US$ to United States dollars.', "CAD"),
        ("Unless otherwise indicated, all references to dollars are to the currency of Canada.", "CAD"),
        ("All financial information is presented in Australian dollars.", "AUD"),
        ("Results are reported in Hong Kong dollars.", "HKD"),
        ("All figures are in US dollars unless stated; C$ means Canadian dollars.", "USD"),
        ("The term loan is denominated in Canadian dollars.", None),
        ("All amounts payable in Canadian dollars were hedged.", None),
        ("It raised $4 million (in Canadian dollars) last year.", None),
        ("Revenue in Canadian dollars rose by 4%.", None),
        ("All amounts are in Canadian dollars. All amounts in the tables are in US dollars.", None),
    ],
)  # fmt: skip
def test_the_dollar_that_a_text_says_its_amounts_are_in(sentence: str, currency: str | None) -> None:
    assert stated_currency(sentence) == currency


def test_the_stated_currency_holds_for_prose() -> None:
    found = units("TSX: CLF", "All amounts are in Canadian dollars.", "It repaid debt of US$3 million in June 2019.")
    assert found["Revenues 41200000 2019-06-30"] == "CAD"
    assert {unit for fact, unit in found.items() if " 3000000 " in fact} <= {"USD"}


def test_an_unstated_dollar_stays_the_us_dollar() -> None:
    assert units("TSX: CLF")["Revenues 41200000 2019-06-30"] == "USD"


def test_on_a_venture_exchange_it_is_the_home_dollar() -> None:
    assert units("TSXV: CLF; OTCQB: CLFF")["Revenues 41200000 2019-06-30"] == "CAD"
    assert units("CSE: CLF")["Revenues 41200000 2019-06-30"] == "CAD"
    assert units("TSXV: CLF, NASDAQ: CLF")["Revenues 41200000 2019-06-30"] == "USD"


def test_neither_an_article_nor_a_code_is_the_sign_of_the_home_dollar() -> None:
    for more in ("It announced A $2 million placement.", "It pays the vendor CAD $12,000."):
        assert units("TSXV: CLF", more=more)["Revenues 41200000 2019-06-30"] == "CAD"
    assert units("TSXV: CLF", more="It holds C$2 million.")["Revenues 41200000 2019-06-30"] == "USD"


def test_at_home_elsewhere_a_dollar_beside_marked_us_dollars_is_the_home_one() -> None:
    assert units("TSX: CLF", more="It holds US$3.1 million in cash.")["Revenues 41200000 2019-06-30"] == "CAD"
    assert units("NYSE: CLF", more="It holds US$3.1 million in cash.")["Revenues 41200000 2019-06-30"] == "USD"


def test_beside_marked_home_dollars_a_plain_one_is_not_told() -> None:
    more = "It holds US$3.1 million in cash and owes C$2.0 million."
    assert units("TSX: CLF", more=more)["Revenues 41200000 2019-06-30"] == "USD"


def test_the_currency_of_a_table_is_that_of_its_caption() -> None:
    found = units("TSX: CLF", table=TABLE.format(caption="In thousands of Canadian dollars"))
    assert found["NetIncomeLoss 1430000 2019-06-30"] == "CAD"
    assert found["EarningsPerShare 0.23 2018-06-30"] == "CAD/share"
    note = "All amounts are in Canadian dollars unless otherwise stated."
    assert (
        units("TSX: CLF", note, table=TABLE.format(caption="In thousands"))["NetIncomeLoss 1430000 2019-06-30"] == "CAD"
    )
    stated = units("TSX: CLF", note, table=TABLE.format(caption="In thousands of U.S. dollars"))
    assert stated["NetIncomeLoss 1430000 2019-06-30"] == "USD"


def test_the_currency_of_a_column_is_that_of_its_head() -> None:
    table = TABLE.format(caption="In thousands").replace(
        "2019       2018", "2019       2018\n                                      RMB         US$"
    )
    found = units("NYSE: CLF", table=table)
    assert found["NetIncomeLoss 1430000 2019-06-30"] == "CNY"
    assert found["NetIncomeLoss 2330000 2018-06-30"] == "USD"
