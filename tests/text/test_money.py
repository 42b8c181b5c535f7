"""Money, percentages and numbers in running text."""

import pytest

from kg.text.money import find_money, find_percents
from kg.text.numbers import find_numbers

MONEY = [
    ("$15.5 million", ["15500000 USD"]),
    ("a loss of ($3.8) million", ["-3800000 USD"]),
    ("$(3.8) million", ["-3800000 USD"]),
    ("net loss of ($3.8 million), or ($0.15) per share", ["-3800000 USD", "-0.15 USD"]),
    ("C$5 million (US$3.8 million)", ["5000000 CAD", "3800000 USD"]),
    ("EUR 4.5 million", ["4500000 EUR"]),
    ("€4.5bn", ["4500000000 EUR"]),
    ("£3m", ["3000000 GBP"]),
    ("CHF 12.5 million", ["12500000 CHF"]),
    ("RMB 300 million", ["300000000 CNY"]),
    ("Rs. 50 crore", ["500000000 INR"]),
    ("15 cents", ["0.15 USD"]),
    ("five cents a share", ["0.05 USD"]),
    ("$.80 per share", ["0.8 USD"]),
    ("a $4.5-million deal", ["4500000 USD"]),
    ("$10M and $2.3bn", ["10000000 USD", "2300000000 USD"]),
    ("a charge of $14 to $16 million", ["14000000 USD", "16000000 USD"]),
    ("$4.75 billion to $4.78 billion", ["4750000000 USD", "4780000000 USD"]),
    ("$15-20 million", ["15000000 USD", "20000000 USD"]),
    ("$40\u2013$50 million", ["40000000 USD", "50000000 USD"]),
    ("between $4.75 and $4.78 billion", ["4750000000 USD", "4780000000 USD"]),
    ("$1.2 billion and $3 million", ["1200000000 USD", "3000000 USD"]),
    ("4.5 million euros", ["4500000 EUR"]),
    ("$557,000", ["557000 USD"]),
    ("-$5 million", ["-5000000 USD"]),
    ("it won 400 points", []),
    ("The Lattice 400 won", []),
    ("room 12 and 15 people", []),
    ("yen for travel", []),
]
PERCENTS = [
    ("63 percent", ["63 percent"]),
    ("15-20%", ["15 percent", "20 percent"]),
    ("between 5 and 6 percent", ["5 percent", "6 percent"]),
    ("seven percent", ["7 percent"]),
    ("(3.5)%", ["-3.5 percent"]),
    ("20 basis points", ["20 basis-points"]),
    ("2.5 percentage points", ["2.5 points"]),
    ("75 bps", ["75 basis-points"]),
    ("500 points", []),
    ("per centimetre", []),
]
NUMBERS = [
    ("850 employees and 34 offices", ["850", "34"]),
    ("4.13 million units", ["4130000"]),
    ("twenty-five stores", ["25"]),
    ("three hundred people", ["300"]),
    ("half a million", ["500000"]),
    ("Rule 10b5-1", []),
    ("Form 10-K", []),
    ("the 3M unit", []),
    ("2-for-1", []),
    ("Phase 2", []),
    ("Phase 1 and 2 trials", []),
    ("GEO-15 and B-52", []),
]


@pytest.mark.parametrize(("text", "amounts"), MONEY)
def test_money_is_in_units_of_its_currency(text: str, amounts: list[str]) -> None:
    assert [f"{amount.value} {amount.unit}" for _, _, amount in find_money(text)] == amounts


@pytest.mark.parametrize(("text", "amounts"), PERCENTS)
def test_percentages_keep_both_ends_of_a_range(text: str, amounts: list[str]) -> None:
    assert [f"{amount.value} {amount.unit}" for _, _, amount in find_percents(text)] == amounts


@pytest.mark.parametrize(("text", "values"), NUMBERS)
def test_numbers_are_not_names(text: str, values: list[str]) -> None:
    assert [str(number.value) for number in find_numbers(text)] == values


def test_the_print_decides_how_exact_a_value_is() -> None:
    assert [amount.places for _, _, amount in find_money("$15.5 million, $557,000 and $.07")] == [-5, 0, 2]
