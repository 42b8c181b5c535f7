"""Period phrases resolved by the anchors of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.context.fiscal import (
    FiscalYear,
    days_apart,
    is_month_end,
    months_apart,
    moved,
    quarters_on,
    start_of,
)
from kg.model import PartialDate
from kg.text.period_readings import Period

_SPANS_OF_YEAR = ("quarter", "half", "nine-months", "year")
_UNREPORTED_DAYS = 45  # what is expected of a quarter that ended so lately is of that one, not of the next year's
_NEAR_DAYS = 10  # a 52-week year moves the end of a period by at most a week or so
_DECEMBER = 12
_DAYS_OF_YEAR = 366
_PAST_DAYS = 600
_SEASON_DAYS = 100  # after a quarter's end its results are news
_TRAILING = re.compile(r"\b(?:trailing|(?:last|past|latest|previous|preceding)\s(?:twelve|12))\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:next|coming|following)\s(?:twelve|12)[\s-]months?\b", re.IGNORECASE)
_YTD = {1: "quarter", 2: "half", 3: "nine-months", 4: "year"}


_NEWS = (
    (0, 6),
    (-4, -1),
    (12, 18),
)  # months since its end of the quarter just over, of the one that runs, of a year ago


def _news_rank(months: int) -> int:
    """How little a release is expected to speak of a quarter that ended some months before it."""
    return next((rank for rank, (least, most) in enumerate(_NEWS) if least <= months <= most), len(_NEWS))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A period with its meaning: `inferred` says that the dates follow from the calendar, not the words."""

    span: str
    end: PartialDate | None
    text: str | None = None
    inferred: bool = False


class FiscalCalendar:
    """Resolves period phrases by the anchors of a document."""

    def __init__(
        self, year: FiscalYear | None, ends: Iterable[tuple[str, PartialDate]], issued: PartialDate | None
    ) -> None:
        """Keep the known ends of periods, each with its span, and the day the document was issued."""
        self.year = year
        self.issued = issued
        self.horizon = issued  # the day that quarters without a year are counted from
        self.topic: Resolved | None = None  # the period that the release is about
        self._ends = sorted(set(ends), key=lambda item: (str(item[1]), item[0]))

    def resolve(self, period: Period, current: Resolved | None = None, *, future: bool = False) -> Resolved | None:
        """What a phrase means after `current`, the period spoken of; None when nothing decides it.

        `future` says that the words around it look ahead.
        """
        current = current or self.topic
        if period.ended is not None:
            return self._dated(period, current)
        if period.to_date and not period.ordinal:
            return self._to_date(period, current)
        if period.span == "instant":
            return self._instant(period, current)
        if period.span == "":
            return self._pointing(period, current)
        if period.span == "year":
            return self._year(period, current, future=future)
        if period.span in ("quarter", "half", "nine-months"):
            return self._part(period, current, future=future)
        return Resolved(period.span, None, period.text)

    def known(self, end: PartialDate, span: str | None = None) -> PartialDate | None:
        """The exact date known for the period that ends at about `end`: same month, or a few days off."""
        best: PartialDate | None = None
        for kind, known in self._ends:
            if span in _SPANS_OF_YEAR and ("other", known) in self._ends:
                continue  # a season ends where no quarter does
            if span is not None and kind not in (span, "any") and best is not None:
                continue
            same_month = end.day is None and (known.year, known.month) == (end.year, end.month)
            near = end.day is None and known.day is not None and abs(days_apart(end, known)) <= _NEAR_DAYS
            close = end.day is not None and known.day is not None and abs(days_apart(end, known)) <= _NEAR_DAYS
            if known.day is not None and (same_month or near or close) and (best is None or kind == span):
                best = known
        return best

    def start(self, resolved: Resolved) -> PartialDate | None:
        """The first day of a period, where its end decides it; None where the document counts in weeks."""
        weeks = any(span in _SPANS_OF_YEAR and end.day and not is_month_end(end) for span, end in self._ends)
        return start_of(resolved.end, resolved.span) if resolved.end and not weeks else None

    def quarter(self, resolved: Resolved | None) -> int | None:
        """The number of the fiscal quarter that a period ends with."""
        if resolved is None or resolved.end is None:
            return None
        return (self.year or FiscalYear(12)).quarter_of(resolved.end)

    def year_before(self, resolved: Resolved, text: str | None = None, years: int = 1) -> Resolved:
        """The same period one year (or more years) earlier."""
        if resolved.end is None:
            return Resolved(resolved.span, None, text, inferred=True)
        return Resolved(resolved.span, self._back(resolved.end, resolved.span, 12 * years), text, inferred=True)

    def before(self, resolved: Resolved, months: int) -> Resolved:
        """The day some months before a period's end, as an instant."""
        assert resolved.end is not None
        return Resolved("instant", self._back(resolved.end, "instant", months), resolved.text, inferred=True)

    def _back(self, end: PartialDate, span: str, months: int) -> PartialDate:
        target = moved(end, -months)
        if target.month is None:
            return target
        if end.day is not None and not is_month_end(end):
            shifted = PartialDate(target.year, target.month, min(end.day, 28))
            return self.known(shifted, span) or target
        return self.known(target, span) or target

    def _exact(self, month: PartialDate, span: str, text: str) -> Resolved:
        known = self.known(month, span)
        return Resolved(span, known or month, text, inferred=True)

    def _dated(self, period: Period, current: Resolved | None) -> Resolved:
        assert period.ended is not None
        span = period.span or (current.span if current else "other")
        end = period.ended
        if end.day is None and span != "month":
            end = self.known(end, span) or end
        return Resolved(span, end, period.text)

    def _to_date(self, period: Period, current: Resolved | None) -> Resolved | None:
        quarter = self.quarter(current)
        if current is None or current.end is None:
            return Resolved("other", None, period.text, inferred=True)
        if period.year is not None and period.year != self._name(current.end):
            now = self._to_date(replace(period, year=None), current)
            return self.year_before(now, period.text, self._name(current.end) - period.year) if now else None
        if quarter is None:
            return Resolved("other", current.end, period.text, inferred=True)
        return Resolved(_YTD[quarter], current.end, period.text, inferred=True)

    def _instant(self, period: Period, current: Resolved | None) -> Resolved | None:
        if period.ordinal is None:
            if current is None or current.end is None:
                return None
            return Resolved("instant", current.end, period.text, inferred=True)
        part = replace(period, span="quarter")
        read = self._part(part, current, future=False)
        return Resolved("instant", read.end, period.text, inferred=True) if read else None

    def _pointing(self, period: Period, current: Resolved | None) -> Resolved | None:
        if current is None:
            return None
        if period.year is not None and current.end is not None:
            mine = self.year.year_of(current.end) if self.year and period.fiscal else current.end.year
            return self.year_before(current, period.text, mine - period.year)
        if period.shift:
            return self.year_before(current, period.text, -period.shift)
        return Resolved(current.span, current.end, period.text, inferred=True)

    def _year(self, period: Period, current: Resolved | None, *, future: bool) -> Resolved | None:
        if period.year is not None:
            return self._named_year(period, period.year, current, future=future)
        if _COMING.search(period.text) and self.issued is not None and self.issued.month is not None:
            return Resolved(
                "year", moved(PartialDate(self.issued.year, self.issued.month), 12), period.text, inferred=True
            )
        if current is None or current.end is None:
            return None
        if period.to_date:
            return self._to_date(period, current)
        if _TRAILING.search(period.text):
            return Resolved("year", current.end, period.text, inferred=True)
        if current.span == "year":
            ends = current.end
            if period.shift and not period.step:
                return self.year_before(current, period.text, -period.shift)
        elif self.quarter(current) == 4 and not future and not period.shift:
            return Resolved("year", current.end, period.text, inferred=True)
        else:
            name = self._name(current.end)
            named = self._named_year(replace(period, fiscal=True), name, current, future=future)
            ends = named.end or PartialDate(name)
        if period.shift:
            return Resolved("year", self._back(ends, "year", -12 * period.shift), period.text, inferred=True)
        return Resolved("year", ends, period.text, inferred=True)

    def _named_year(self, period: Period, name: int, current: Resolved | None, *, future: bool) -> Resolved:
        for span, end in self._ends:
            if span == "year" and end.day is not None and self._name(end) == name:
                return Resolved("year", end, period.text, inferred=True)
        year = self.year
        if year is None or (year.month == _DECEMBER and not year.weeks):
            calendar = not period.fiscal or year is not None
            return Resolved("year", PartialDate(name, _DECEMBER if calendar else None), period.text, inferred=calendar)
        if not year.weeks and year.offset == 0 and (period.fiscal or self._counts_with(current, name)):
            return Resolved("year", PartialDate(name, year.month), period.text, inferred=True)
        if year.offset and period.fiscal:
            end = PartialDate(name - year.offset, year.month)
            return Resolved("year", self.known(end, "year") or PartialDate(end.year), period.text, inferred=True)
        if future and period.fiscal and year.offset is None and self.issued:
            end = PartialDate(name, year.month)
            if months_apart(end, self.issued) > 0:  # the year so named is still to end
                return Resolved("year", PartialDate(name + 1, year.month), period.text, inferred=True)
        return Resolved("year", PartialDate(name), period.text)

    def _counts_with(self, current: Resolved | None, name: int) -> bool:
        """Whether a bare year stands beside a fiscal year that the text speaks of: "in 2005, up from 2004"."""
        if current is None or current.end is None or current.span != "year" or current.end.month is None:
            return False
        return 0 <= self._name(current.end) - name <= 2

    def _name(self, end: PartialDate) -> int:
        return self.year.year_of(end) if self.year else end.year

    def _part(self, period: Period, current: Resolved | None, *, future: bool) -> Resolved | None:
        """A quarter, half year or nine months without a printed end."""
        if period.ordinal is not None and period.ordinal < 0:
            return self._month_quarter(period, -period.ordinal, future=future)
        base = self._base(period.span, current)
        quarter = period.ordinal
        if quarter is not None and period.span == "half" and not period.to_date:
            quarter *= 2
        if period.step and base is not None and base.end is not None:
            months = {"quarter": 3, "half": 6, "nine-months": 9}[period.span]
            end = moved(base.end, months) if period.shift > 0 else self._back(base.end, period.span, months)
            return (
                self._exact(end, period.span, period.text)
                if end.day is None
                else Resolved(period.span, end, period.text, inferred=True)
            )
        if quarter is not None:
            return self._ordinal(period, quarter, base, current, future=future)
        if base is None:
            return None
        if period.year is not None and base.end is not None:
            return self.year_before(base, period.text, base.end.year - period.year)
        if period.shift:
            return self.year_before(base, period.text, -period.shift)
        return Resolved(base.span, base.end, period.text, inferred=True)

    def _base(self, span: str, current: Resolved | None) -> Resolved | None:
        """The period of that length that the text is about now."""
        for known in (current, self.topic):
            if known is not None and known.end is not None and known.span == span:
                return known
        for known in (current, self.topic):
            if known is None or known.end is None:
                continue
            if known.span == "quarter" and span != "quarter":
                if any((kind, end) == (span, known.end) for kind, end in self._ends):
                    return Resolved(span, known.end, None, inferred=True)
                if _YTD.get(self.quarter(known) or 0) == span:
                    return Resolved(span, known.end, None, inferred=True)
            if span == "quarter" and known.span in ("half", "nine-months", "instant"):
                return Resolved(span, known.end, None, inferred=True)
            if span == "quarter" and known.span == "year" and known.end.month is not None and not self._past(known.end):
                return Resolved(span, known.end, None, inferred=True)
        return None

    def _past(self, end: PartialDate) -> bool:
        """Whether a year ended so long before the release that "the quarter" is none of it."""
        return self.issued is not None and days_apart(end, self.issued) > _PAST_DAYS

    def _ordinal(
        self, period: Period, quarter: int, base: Resolved | None, current: Resolved | None, *, future: bool
    ) -> Resolved | None:
        if self.year is None and period.fiscal and "/" in period.text:
            return Resolved(period.span, None, period.text)  # a year of two calendar years ends no one knows when
        fiscal = self.year or FiscalYear(12)
        if fiscal.offset is None and self.issued is None and not period.fiscal:
            fiscal = FiscalYear(12)  # nothing tells how the years are named
        if period.year is not None:
            end = self._named_end(fiscal, quarter, period.year)
            if (
                self.year is None
                and period.fiscal
                and not future
                and self.issued
                and months_apart(self.issued, end) > 0
            ):
                return Resolved(period.span, None, period.text)  # told as over: a year that is none of the calendar's
            return self._exact(end, period.span, period.text)
        at = base.end if base and base.end and base.end.month else None
        mine = fiscal.quarter_of(at) if at else None
        if at is not None and mine is not None and base is not None and period.span == "quarter" and not future:
            latest = None if period.shift or period.fiscal else self._since_year(fiscal, quarter, at, current)
            if latest is not None:
                return self._exact(latest, period.span, period.text)
        if at is not None and mine is not None:
            steps = quarter - mine
            if period.shift < 0:
                return self._exact(quarters_on(at, steps - 4), period.span, period.text)
            if steps == 0:
                return Resolved(period.span, at, period.text, inferred=True)
            ahead = steps > 0 if steps in (1, -3) and future else steps > 0 and future
            if steps < 0 and future:
                steps, ahead = steps + 4, True
            if steps > 0 and not ahead:
                steps -= 4 if not self._published(quarters_on(at, steps)) else 0
            return self._exact(quarters_on(at, steps), period.span, period.text)
        if self.horizon is None or self.horizon.month is None:
            return None
        end = self._latest(fiscal, quarter, future=future)
        end = moved(end, 12 * period.shift)
        return self._exact(end, period.span, period.text)

    def _since_year(
        self, fiscal: FiscalYear, quarter: int, at: PartialDate, current: Resolved | None
    ) -> PartialDate | None:
        """The quarter that has ended since the year a text speaks of, up to a year before the release; else None."""
        if current is None or current.span != "year" or self.issued is None or self.issued.month is None:
            return None
        if self.horizon is None or not 0 < days_apart(at, self.issued) < _DAYS_OF_YEAR:
            return None
        latest = self._latest(fiscal, quarter, future=False)
        return latest if months_apart(at, latest) > 0 and days_apart(latest, self.issued) < _SEASON_DAYS else None

    def _published(self, end: PartialDate) -> bool:
        return self.issued is not None and days_apart(end, self.issued) >= 0

    def _named_end(self, fiscal: FiscalYear, quarter: int, name: int) -> PartialDate:
        """The end of a quarter of a named year; January year ends take the name that fits the release's date."""
        end = fiscal.quarter_end(quarter, name)
        if fiscal.offset is None and self.issued is not None:
            later = replace(fiscal, offset=-1).quarter_end(quarter, name)
            if _news_rank(months_apart(later, self.issued)) < _news_rank(months_apart(end, self.issued)):
                return later
        return end

    def _latest(self, fiscal: FiscalYear, quarter: int, *, future: bool) -> PartialDate:
        """The last such quarter that ended before the release, or the next one after it."""
        assert self.horizon is not None
        year = self.horizon.year + 2
        fiscal = replace(fiscal, offset=0)
        ends = [fiscal.quarter_end(quarter, year - back) for back in range(5)]
        if future:
            just = [e for e in ends if 0 <= days_apart(e, self.horizon) <= _UNREPORTED_DAYS]
            if just:
                return just[0]
            return min((e for e in ends if months_apart(self.horizon, e) >= 0), key=lambda e: (e.year, e.month or 0))
        return next(end for end in ends if months_apart(end, self.horizon) >= 0 and days_apart(end, self.horizon) >= 0)

    def _month_quarter(self, period: Period, month: int, *, future: bool) -> Resolved | None:
        year = period.year
        if year is None:
            if self.issued is None or self.issued.month is None:
                return None
            year = self.issued.year
            if future:
                year += month < self.issued.month
            else:
                year -= month > self.issued.month
        end = PartialDate(year, month)
        read = self._exact(end, period.span, period.text)
        if period.shift < 0 and read.end is not None:
            return self.year_before(read, period.text)
        return read
