"""Ranges as cells of tables print them."""

import pytest

from kg.text.ranges import is_estimate, is_range, read_range


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("$110 - $115", "110 115"),
        ("$1.2 to $1.3 billion", "1200000000 1300000000"),
        ("$430 million to $440 million", "430000000 440000000"),
        ("$(5.0) - $(3.0)", "-5 -3"),
        ("($0.12) to ($0.10)", "-0.12 -0.1"),
        ("$110-115", "110 115"),
        ("54% - 55%", "54 55"),
        ("(12)% - (10)%", "-12 -10"),
        ("between $4 and $5", "4 5"),
        ("1,200 – 1,250", "1200 1250"),
    ],
)
def test_a_cell_with_two_ends(text: str, ends: str) -> None:
    found = read_range(text)
    assert found is not None
    assert f"{found.low} {found.high}" == ends
    assert is_range(text)


@pytest.mark.parametrize(
    ("text", "bound"), [("~$45", "~"), ("Approximately 52", "approximately"), ("at least $100 million", "at least"), ("51.5", "")]
)  # fmt: skip
def test_a_cell_with_one_figure_is_no_range(text: str, bound: str) -> None:
    found = read_range(text)
    assert found is not None
    assert (found.high, found.bound) == (None, bound)
    assert not is_range(text)
    assert is_estimate(text) == (bound != "")


@pytest.mark.parametrize(
    "text",
    ["5.2 -3.1", "$1,430 -$2,330", "5.2 - 3.1", "2003-2004", "800-555-1212", "$4 and $5", "Jan 3 - 5", "3 to 5", "- $1,250"],
)  # fmt: skip
def test_two_figures_a_telephone_number_and_years_are_no_range(text: str) -> None:
    assert not is_range(text)
