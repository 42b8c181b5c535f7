"""What is read as a reporting period, piece by piece."""

import pytest

from kg.text.periods import find_periods

PHRASES = [
    ("for the second quarter of fiscal 2003 ended March 28, 2003", ["quarter 2 2003 2003-03-28"]),
    ("three months ended March 31, 2005", ["quarter - - 2005-03-31"]),
    ("three and six months ended June 30, 2005", ["quarter - - 2005-06-30", "half - - 2005-06-30"]),
    ("the quarter and nine months ended September 30, 2005", ["quarter - - 2005-09-30", "nine-months - - 2005-09-30"]),
    ("thirteen weeks ended May 4, 2002", ["quarter - - 2002-05-04"]),
    ("52 weeks ended January 31, 2004", ["year - - 2004-01-31"]),
    ("Q4 2024", ["quarter 4 2024 -"]),
    ("2Q03 results", ["quarter 2 2003 -"]),
    ("fiscal 2014 Q4", ["quarter 4 2014 -"]),
    ("H1 2024", ["half 1 2024 -"]),
    ("FY2023", ["year - 2023 -"]),
    ("in fiscal year 2003", ["year - 2003 -"]),
    ("the first six months of fiscal 2003", ["half 1 2003 -"]),
    ("fourth quarter and full year 2004", ["quarter 4 2004 -", "year - 2004 -"]),
    ("the December 2003 quarter", ["quarter -12 2003 2003-12"]),
    ("year ended December 31, 2004 and 2003", ["year - - 2004-12-31", "year - - 2003-12"]),
    ("in the financial year 2020/21", ["year - 2021 -"]),
    ("9M 2020/2021", ["nine-months 3 2021 -"]),
    ("2021 revenue", ["year - 2021 -"]),
    ("the 2021 model", []),
    ("the end of the first quarter of 2026", ["instant 1 2026 -"]),
    ("the quarter ending July 31st, 2025", ["quarter - - 2025-07-31"]),
    ("in May 2003", ["month - - 2003-05"]),
    ("(2019: EUR 575 million)", ["year - 2019 -"]),
    ("over the past five years", []),
    ("a 12-year-old plant", []),
    ("half of the members", []),
    ("year-over-year growth", []),
    ("the 24th week", []),
]
BACK = ["a year ago", "the same quarter last year", "the year-ago period", "the prior year", "one year earlier"]


def shape(text: str) -> list[str]:
    return [
        f"{period.span} {period.ordinal or '-'} {period.year or '-'} {period.ended or '-'}"
        for period in find_periods(text)
    ]


@pytest.mark.parametrize(("text", "pieces"), PHRASES)
def test_a_phrase_is_read_piece_by_piece(text: str, pieces: list[str]) -> None:
    assert shape(text) == pieces


@pytest.mark.parametrize("text", BACK)
def test_phrases_that_look_back_are_told_apart(text: str) -> None:
    assert [(period.relative, period.shift) for period in find_periods(text)] == [(True, -1)]


def test_long_lines_without_periods_are_quick_to_pass() -> None:
    assert find_periods("a quarterback " * 400) == []
