"""Numbers in running text."""

from __future__ import annotations

from decimal import Decimal

from kg.text.numbers import find_numbers


def test_more_digits_than_decimals_are_reckoned_with_are_read_without_a_crash() -> None:
    (number,) = find_numbers("Account " + "1" * 40 + " was closed.")
    assert number.value.adjusted() == 39
    assert number.value == number.value.to_integral_value()


def test_whole_numbers_have_no_exponent() -> None:
    (number,) = find_numbers("They sold 1.5 million units.")
    assert number.value.as_tuple() == Decimal(1500000).as_tuple()
