"""What is read as a date, and what is not."""

import pytest

from kg.model import PartialDate
from kg.text.dates import find_dates, slashed_date

DATED = [
    ("on March 28, 2003.", "2003-03-28"),
    ("on 28 March 2003", "2003-03-28"),
    ("28th of March, 2003", "2003-03-28"),
    ("MARCH 28, 2003", "2003-03-28"),
    ("Feb. 23, 1999", "1999-02-23"),
    ("Sept. 3, 2001", "2001-09-03"),
    ("Sep 3 2001", "2001-09-03"),
    ("Monday, May 5, 2003", "2003-05-05"),
    ("May 2003", "2003-05"),
    ("in December, 2003", "2003-12"),
    ("2024-10-28", "2024-10-28"),
    ("10/28/2024", "2024-10-28"),
    ("28/10/2024", "2024-10-28"),
    ("3/28/03", "2003-03-28"),
    ("28.10.2024", "2024-10-28"),
    ("08-Aug-2024", "2024-08-08"),
    ("June 10-12, 2004", "2004-06-10"),
    ("February 29, 2004", "2004-02-29"),
    ("5/5/2024", "2024-05-05"),
    ("December 31,2005", "2005-12-31"),
    ("effective January 1, 2010,", "2010-01-01"),
]

UNDATED = [
    "May we go on with 12 people?",
    "the company may add 20 people",
    "10/11/2024",
    "February 30, 2004",
    "revenue of $2,003.5 million",
    "a ratio of 3/4",
    "Rule 10b5-1",
    "call 555-0142-2003",
    "March on",
    "13/13/2024",
    "version 1.2.2003.4",
    "Form 10-K for the year",
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_a_date_is_found_once_and_as_precise_as_printed(text: str, date: str) -> None:
    assert [str(found[2]) for found in find_dates(text)] == [date]


@pytest.mark.parametrize("text", UNDATED)
def test_no_date_is_invented(text: str) -> None:
    assert find_dates(text) == []


def test_listed_days_share_the_year() -> None:
    found = find_dates("from March 31 to June 30, 2004")
    assert [str(date) for _, _, date in found] == ["2004-03-31", "2004-06-30"]


@pytest.mark.parametrize(
    ("near", "date"),
    [("2004-02-20", "2004-02-23"), ("2003-12-28", "2004-02-23"), ("2004-06-01", "2004-02-23")],
)
def test_a_day_without_a_year_takes_the_closest_one(near: str, date: str) -> None:
    year, month, day = map(int, near.split("-"))
    assert str(find_dates("on Feb. 23 it", PartialDate(year, month, day))[0][2]) == date


def test_a_day_without_a_year_is_left_out_when_nothing_is_near() -> None:
    assert find_dates("on Feb. 23 it") == []


def test_spans_cover_the_words() -> None:
    text = "The board met on March 28, 2003 and on 4 April 2003."
    assert [text[a:b] for a, b, _ in find_dates(text)] == ["March 28, 2003", "4 April 2003"]


def test_us_order_is_taken_where_asked_for() -> None:
    assert str(slashed_date("3/4/05")) == "2005-03-04"


@pytest.mark.parametrize("text", ["on the 1st of March", "on 1st March he", "the 1st day of March"])
def test_an_ordinal_day_before_its_month_needs_no_year(text: str) -> None:
    assert [str(found[2]) for found in find_dates(text, PartialDate(2025, 11, 3))] == ["2026-03-01"]
    assert find_dates("the 4th December quarter", PartialDate(2025, 11, 3)) == []
