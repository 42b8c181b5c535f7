"""What period phrases mean in releases of companies with different fiscal years."""

from dataclasses import replace

import pytest

from kg.context.calendar import FiscalCalendar, find_calendar
from kg.model import Header
from kg.read.text import read_text
from kg.text.periods import find_periods

RELEASES = {
    # A calendar-year company.
    "calendar": """Marlow Pumps Reports Second Quarter 2011 Results

TOLEDO, Ohio, July 21, 2011 -- Marlow Pumps, Inc. today reported its results for the second quarter
ended June 30, 2011. Cash was $12 million at June 30, 2011.
""",
    # The year ends in September, the quarters on Fridays.
    "weeks": """Corvane Circuits Announces Results for the Second Quarter

ELMIRA, N.Y., May 5, 2003 -- Corvane Circuits Corp. reported on its second quarter and on the first six
months of fiscal 2003, which ended March 28, 2003.
""",
    # A retailer: the year that ends in January bears the name of the year before.
    "january": """Fernhill Stores Reports Third Quarter Earnings

DAYTON, Ohio, November 18, 2004 -- Fernhill Stores, Inc. reported earnings for the third quarter of fiscal 2004
ended October 30, 2004. The fiscal year ended January 31, 2004 had 52 weeks.
""",
    # The year ends in June and the release closes it.
    "june": """Ostrow Software Fourth Quarter and Full Year Results

AUSTIN, Texas, August 9, 2005 -- Ostrow Software Corp. announced results for its fiscal fourth quarter and
fiscal year ended June 30, 2005.
""",
    # Nothing says when the year ends; the headline alone names the quarter.
    "headline": """Tellis Robotics Posts Record Q3 2024 Revenue

BOSTON, October 28, 2024 -- Tellis Robotics, Inc. announced record revenue today.
""",
    # 52 weeks that end in the first days of a month.
    "early": """Hartwell Department Stores Second Quarter Results

AKRON, Ohio, July 22, 2004 -- Hartwell Department Stores reported results for the 13 weeks ended July 3, 2004,
compared with the 13 weeks ended June 28, 2003, and for the 26 weeks ended July 3, 2004.
""",
    # News of a deal that names the year before for another company.
    "deal": """Tellis Robotics Buys Marlow Grippers

BOSTON, June 3, 2021 -- Tellis Robotics, Inc. bought Marlow Grippers, which had 2020 revenue of $9 million.
""",
    # Nothing at all.
    "bare": """Pelham Timber Opens a Sawmill

EUGENE, Ore., May 3, 1999 -- Pelham Timber Co. opened a sawmill today.
""",
}
# release ("+": the words around the phrase look ahead), phrase, "span end said|inferred" or none
CASES = [
    ("calendar", "the second quarter", "quarter 2011-06-30 inferred"),
    ("calendar", "the first quarter", "quarter 2011-03 inferred"),
    ("calendar", "the third quarter", "quarter 2010-09 inferred"),
    ("calendar", "the fourth quarter", "quarter 2010-12 inferred"),
    ("calendar", "the quarter", "quarter 2011-06-30 inferred"),
    ("calendar", "the year-ago quarter", "quarter 2010-06 inferred"),
    ("calendar", "the previous quarter", "quarter 2011-03 inferred"),
    ("calendar", "the second quarter of 2010", "quarter 2010-06 inferred"),
    ("calendar", "the first six months", "half 2011-06-30 inferred"),
    ("calendar", "year to date", "half 2011-06-30 inferred"),
    ("calendar", "a year ago", "quarter 2010-06 inferred"),
    ("calendar", "the prior fiscal year", "year 2010-12 inferred"),
    ("calendar", "fiscal 2005", "year 2005-12 inferred"),
    ("calendar", "2004", "year 2004-12 inferred"),
    ("calendar", "the full year", "year 2011-12 inferred"),
    ("calendar", "Q4", "quarter 2010-12 inferred"),
    ("calendar", "Q1 2005", "quarter 2005-03 inferred"),
    ("calendar", "at year end", "instant 2010-12 inferred"),
    ("calendar", "as of March 31, 2005", "instant 2005-03-31 said"),
    ("calendar", "next quarter", "quarter 2011-09 inferred"),
    ("calendar", "YTD Q3 2010", "nine-months 2010-09 inferred"),
    ("calendar", "Q2 YTD", "half 2011-06-30 inferred"),
    ("calendar", "YTD 2010", "half 2010-06 inferred"),
    ("calendar", "the last nine months of 2010", "nine-months 2010-09 inferred"),
    ("deal", "the first quarter", "quarter 2021-03 inferred"),
    ("deal", "the fourth quarter", "quarter 2020-12 inferred"),
    ("calendar", "the December quarter", "quarter 2010-12 inferred"),
    ("calendar", "the quarter ended March 31", "quarter 2011-03-31 said"),
    ("calendar", "the same period of 2002", "quarter 2002-06 inferred"),
    ("calendar", "3Q24", "quarter 2024-09 inferred"),
    ("weeks", "the second quarter", "quarter 2003-03-28 inferred"),
    ("weeks", "the first quarter", "quarter 2002-12 inferred"),
    ("weeks", "the fourth quarter", "quarter 2002-09 inferred"),
    ("weeks", "the year-ago quarter", "quarter 2002-03 inferred"),
    ("weeks", "the same quarter last year", "quarter 2002-03 inferred"),
    ("weeks", "the previous quarter", "quarter 2002-12 inferred"),
    ("weeks", "the first six months", "half 2003-03-28 inferred"),
    ("weeks", "the first half of the year", "half 2003-03-28 inferred"),
    ("weeks", "year to date", "half 2003-03-28 inferred"),
    ("weeks", "a year ago", "quarter 2002-03 inferred"),
    ("weeks", "the comparable period last year", "quarter 2002-03 inferred"),
    ("weeks", "fiscal 2003", "year 2003 said"),
    ("weeks", "the fiscal year", "year 2003 inferred"),
    ("weeks", "Q2", "quarter 2003-03-28 inferred"),
    ("weeks", "Q1 2005", "quarter 2004-12 inferred"),
    ("weeks", "at year end", "instant 2002-09 inferred"),
    ("weeks", "next quarter", "quarter 2003-06 inferred"),
    ("weeks", "the December quarter", "quarter 2002-12 inferred"),
    ("weeks", "the fourth quarter of fiscal 2004", "quarter 2004-09 inferred"),
    ("weeks", "the same period of 2002", "quarter 2002-03 inferred"),
    ("january", "the second quarter", "quarter 2004-07 inferred"),
    ("january", "the third quarter", "quarter 2004-10-30 inferred"),
    ("january", "the fourth quarter", "quarter 2004-01-31 inferred"),
    ("january", "the year-ago quarter", "quarter 2003-10 inferred"),
    ("january", "the prior quarter", "quarter 2004-07 inferred"),
    ("january", "the first six months", "half 2004-07 inferred"),
    ("january", "the first nine months", "nine-months 2004-10-30 inferred"),
    ("january", "year to date", "nine-months 2004-10-30 inferred"),
    ("january", "a year ago", "quarter 2003-10 inferred"),
    ("january", "fiscal 2003", "year 2004-01-31 inferred"),
    ("january", "fiscal 2005", "year 2006 inferred"),
    ("january", "the full year", "year 2005 inferred"),
    ("january", "Q2", "quarter 2004-07 inferred"),
    ("january", "at year end", "instant 2004-01-31 inferred"),
    ("january", "next quarter", "quarter 2005-01 inferred"),
    ("january", "the fourth quarter of fiscal 2004", "quarter 2005-01 inferred"),
    ("january", "the first quarter of fiscal 2005", "quarter 2005-04 inferred"),
    ("january", "thirteen weeks ended May 1, 2004", "quarter 2004-05-01 said"),
    ("june", "the second quarter", "quarter 2004-12 inferred"),
    ("june", "the third quarter", "quarter 2005-03 inferred"),
    ("june", "the fourth quarter", "quarter 2005-06-30 inferred"),
    ("june", "the quarter", "quarter 2005-06-30 inferred"),
    ("june", "the year-ago quarter", "quarter 2004-06 inferred"),
    ("june", "the first nine months", "nine-months 2005-03 inferred"),
    ("june", "year to date", "year 2005-06-30 inferred"),
    ("june", "fiscal 2005", "year 2005-06-30 inferred"),
    ("june", "fiscal 2003", "year 2003-06 inferred"),
    ("june", "the full year", "year 2005-06-30 inferred"),
    ("june", "the fiscal year", "year 2005-06-30 inferred"),
    ("june", "Q1 2005", "quarter 2004-09 inferred"),
    ("june", "at year end", "instant 2005-06-30 inferred"),
    ("june", "next quarter", "quarter 2005-09 inferred"),
    ("june", "the December quarter", "quarter 2004-12 inferred"),
    ("june", "the fourth quarter of fiscal 2004", "quarter 2004-06 inferred"),
    ("june", "H1 2024", "half 2023-12 inferred"),
    ("june", "3Q24", "quarter 2024-03 inferred"),
    ("headline", "the quarter", "quarter 2024-09 inferred"),
    ("headline", "the third quarter", "quarter 2024-09 inferred"),
    ("headline", "the second quarter", "quarter 2024-06 inferred"),
    ("headline", "the fourth quarter", "quarter 2023-12 inferred"),
    ("headline", "the year-ago quarter", "quarter 2023-09 inferred"),
    ("headline", "the previous quarter", "quarter 2024-06 inferred"),
    ("headline", "the first nine months", "nine-months 2024-09 inferred"),
    ("headline", "a year ago", "quarter 2023-09 inferred"),
    ("headline", "the full year", "year 2024 inferred"),
    ("headline", "Q4", "quarter 2023-12 inferred"),
    ("headline", "at year end", "instant 2023-12 inferred"),
    ("headline", "next quarter", "quarter 2024-12 inferred"),
    ("headline", "the same period of 2002", "quarter 2002-09 inferred"),
    ("early", "the second quarter", "quarter 2004-07-03 inferred"),
    ("early", "the first quarter", "quarter 2004-04 inferred"),
    ("early", "the year-ago quarter", "quarter 2003-06-28 inferred"),
    ("early", "the same quarter last year", "quarter 2003-06-28 inferred"),
    ("early", "the prior quarter", "quarter 2004-04 inferred"),
    ("early", "the first half of the year", "half 2004-07-03 inferred"),
    ("early", "year to date", "half 2004-07-03 inferred"),
    ("early", "a year ago", "quarter 2003-06-28 inferred"),
    ("early", "fiscal 2003", "year 2003 said"),
    ("early", "2004", "year 2004 said"),
    ("early", "Q2", "quarter 2004-07-03 inferred"),
    ("early", "next quarter", "quarter 2004-10 inferred"),
    ("early", "the three months ended May 31, 2005", "quarter 2005-05-31 said"),
    ("bare", "the quarter", "none"),
    ("bare", "the year-ago quarter", "none"),
    ("bare", "the previous quarter", "none"),
    ("bare", "a year ago", "none"),
    ("bare", "the full year", "none"),
    ("bare", "the third quarter", "quarter 1998-09 inferred"),
    ("bare", "the second quarter of 2010", "quarter 2010-06 inferred"),
    ("bare", "year to date", "other - inferred"),
    ("bare", "at year end", "instant 1998-12 inferred"),
    ("bare", "the six months ended June 30, 2004", "half 2004-06-30 said"),
    ("bare", "the quarter ended March 31", "quarter 1999-03-31 said"),
    ("calendar+", "the third quarter", "quarter 2011-09 inferred"),
    ("calendar+", "the fourth quarter", "quarter 2011-12 inferred"),
    ("calendar+", "the second quarter", "quarter 2011-06-30 inferred"),
    ("calendar+", "the full year", "year 2011-12 inferred"),
    ("calendar+", "next year", "year 2012-12 inferred"),
    ("weeks+", "the third quarter", "quarter 2003-06 inferred"),
    ("weeks+", "the fourth quarter", "quarter 2003-09 inferred"),
    ("weeks+", "the first quarter", "quarter 2003-12 inferred"),
    ("january+", "the fourth quarter", "quarter 2005-01 inferred"),
    ("january+", "the first quarter", "quarter 2005-04 inferred"),
    ("june+", "the first quarter", "quarter 2005-09 inferred"),
    ("june+", "the second quarter", "quarter 2005-12 inferred"),
    ("headline+", "the fourth quarter", "quarter 2024-12 inferred"),
    ("headline+", "the first quarter", "quarter 2025-03 inferred"),
    ("early+", "the third quarter", "quarter 2004-10 inferred"),
    ("bare+", "the third quarter", "quarter 1999-09 inferred"),
]


def calendar_of(name: str) -> FiscalCalendar:
    return find_calendar(read_text(f"{name}.txt", RELEASES[name]))


@pytest.mark.parametrize(("release", "phrase", "meaning"), CASES)
def test_a_phrase_means_its_period(release: str, phrase: str, meaning: str) -> None:
    calendar = calendar_of(release.removesuffix("+"))
    text = f"{phrase}," if phrase.startswith(("at", "as")) else f"for {phrase},"
    resolved = calendar.resolve(find_periods(text, calendar.issued)[0], future=release.endswith("+"))
    if resolved is None:
        found = "none"
    else:
        found = f"{resolved.span} {resolved.end or '-'} {'inferred' if resolved.inferred else 'said'}"
    assert found == meaning


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120


def test_what_was_said_is_kept() -> None:
    calendar = calendar_of("weeks")
    resolved = calendar.resolve(find_periods("in the same quarter last year")[0])
    assert resolved is not None
    assert (resolved.text, str(resolved.end)) == ("same quarter last year", "2002-03")


def test_a_comparison_counts_from_the_period_spoken_of() -> None:
    calendar = calendar_of("weeks")
    half = calendar.resolve(find_periods("for the first six months")[0])
    before = calendar.resolve(find_periods("a year ago")[0], half)
    assert before is not None
    assert (before.span, str(before.end)) == ("half", "2002-03")


def test_an_edgar_header_gives_the_year_end() -> None:
    plain = read_text("bare.txt", RELEASES["bare"])
    document = replace(plain, header=Header(fiscal_year_end="0930"))
    resolved = find_calendar(document).resolve(find_periods("the fourth quarter of fiscal 1998")[0])
    assert resolved is not None
    assert str(resolved.end) == "1998-09"


def test_a_period_starts_where_its_end_decides_it() -> None:
    calendar = calendar_of("calendar")
    assert calendar.topic is not None
    assert str(calendar.start(calendar.topic)) == "2011-04-01"


def test_a_calendar_of_weeks_tells_no_first_day() -> None:
    text = (
        "Corlane Instruments, Inc. Reports Results\n\nDAYTON, Ohio, July 20, 2006 -- Sales for the thirteen weeks ended "
        "July 1, 2006 were $9 million.\n\nSales for the quarter ended June 30, 2007 were $10 million.\n"
    )
    calendar = find_calendar(read_text("weeks.txt", text))
    resolved = calendar.resolve(find_periods("the quarter ended June 30, 2007")[0])
    assert resolved is not None
    assert (str(resolved.end), calendar.start(resolved)) == ("2007-06-30", None)
