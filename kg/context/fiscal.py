"""Arithmetic of fiscal years: quarter ends, year names, the same period of another year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import PartialDate
from kg.text.dates import month_end

_MONTHS = {"quarter": 3, "half": 6, "nine-months": 9, "year": 12}
_FIRST_DAYS = 7


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """How a company counts its year.

    `month` is the month in which the year ends (a year of 52 or 53 weeks that ends in the first days
    of a month belongs to the month before); `offset` is what is added to the calendar year of that end
    to name the year (a year that ended in January 2005 and is called 2004 has -1; None: not known).
    """

    month: int
    offset: int | None = 0
    weeks: bool = False  # periods end on a weekday, not on the last of the month

    def quarter_of(self, end: PartialDate) -> int | None:
        """The number of the quarter that ends at a date; None when no quarter ends there."""
        if end.month is None:
            return None
        ahead = (self.month - _month_index(end)) % 12
        return 4 - ahead // 3 if ahead % 3 == 0 else None

    def quarter_end(self, quarter: int, year: int) -> PartialDate:
        """The month in which a quarter of a named fiscal year ends."""
        ends = year - (self.offset or 0)
        month = self.month - 3 * (4 - quarter)
        return PartialDate(ends, month) if month > 0 else PartialDate(ends - 1, month + 12)

    def year_of(self, end: PartialDate) -> int:
        """The name of the fiscal year that a month lies in."""
        at = end.year + (1 if _month_index(end) > self.month else 0)
        if end.month == 1 and self.month == 12 and _month_index(end) == 12:
            at = end.year - 1
        return at + (self.offset or 0)


def _month_index(end: PartialDate) -> int:
    """The month a period's end belongs to; the first week of a month counts to the one before."""
    month = end.month or 12
    if end.day is not None and end.day <= _FIRST_DAYS:
        return month - 1 or 12
    return month


def quarters_on(end: PartialDate, quarters: int) -> PartialDate:
    """The month some quarters on (or back): one that ends in the first days of a month counts thirteen weeks each."""
    if end.month is None or end.day is None or end.day > _FIRST_DAYS:
        return moved(PartialDate(end.year, end.month), 3 * quarters)
    later = date(end.year, end.month, end.day) + timedelta(weeks=13 * quarters)
    return PartialDate(later.year, later.month)


def year_end_month(end: PartialDate, span: str, ordinal: int | None) -> int | None:
    """The month in which the fiscal year ends, told from one period; None when the period does not tell."""
    if end.month is None:
        return None
    quarter = {"half": 2, "nine-months": 3, "year": 4}.get(span, ordinal if span == "quarter" else None)
    if span == "half" and ordinal == 2:
        quarter = 4
    if quarter is None or quarter < 1:
        return None
    return (_month_index(end) - 1 + 3 * (4 - quarter)) % 12 + 1


def months_apart(early: PartialDate, late: PartialDate) -> int:
    """How many months lie between two dates, by their months."""
    return (late.year - early.year) * 12 + (late.month or 12) - (early.month or 12)


def days_apart(early: PartialDate, late: PartialDate) -> int:
    """How many days lie between two dates; months stand for their last day."""
    return (_day(late) - _day(early)).days


def _day(when: PartialDate) -> date:
    if when.month is None:
        return date(when.year, 12, 31)
    if when.day is None:
        last = month_end(when.year, when.month)
        return date(last.year, when.month, last.day or 28)
    return date(when.year, when.month, when.day)


def moved(end: PartialDate, months: int) -> PartialDate:
    """The month that lies some months on (or back, below zero); a bare year moves by whole years."""
    if end.month is None:
        return PartialDate(end.year + months // 12)
    index = end.year * 12 + end.month - 1 + months
    return PartialDate(index // 12, index % 12 + 1)


def is_month_end(when: PartialDate) -> bool:
    """Whether a date is the last day of its month."""
    return when.month is not None and when == month_end(when.year, when.month)


def start_of(end: PartialDate, span: str) -> PartialDate | None:
    """The first day of a period that ends on the last day of a month; None for other ends."""
    months = _MONTHS.get(span)
    if months is None or not is_month_end(end):
        return None
    first = moved(end, 1 - months)
    return PartialDate(first.year, first.month, 1)
