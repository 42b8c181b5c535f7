"""The period of a figure, as far as its kind of figure has one: over a time, on a day, or none."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.calendar import Resolved
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.draft import Draft
from kg.extract.facts.slots.line import PERIOD, Item, Line
from kg.extract.facts.stated.markets import RULE as MARKET
from kg.extract.facts.stated.markets import market_year
from kg.extract.facts.when.balance_days import BEGUN, THEN, at_close, at_end_of, has_since
from kg.extract.facts.when.count_times import AFTERWARDS, ANNUAL, EACH_YEAR, PERFECT, UNDATED, count_time, today
from kg.extract.facts.when.paces import oftener, yearly
from kg.extract.facts.when.timing import Clock, Timed, period_of
from kg.extract.facts.when.trading_days import taking_effect, traded_on
from kg.model import PartialDate

# Rates that hold on a day, where the text gives one.
_STANDING = re.compile(
    r"\b(?:occupancy|leverage|capital|CET1|equity|leased|deposit|allowance|coverage)\b", re.IGNORECASE
)


def timed_of(
    line: Line, draft: Draft, clock: Clock, main: Resolved | None, listed: Item | None, *, future: bool, about: bool
) -> Timed:
    """The period of a draft, as far as its kind of figure has one."""
    standing = draft.unit == "percent" and draft.measure == "level" and _STANDING.search(draft.label) is not None
    flow = draft.timing == "duration" and not standing
    timed = period_of(line, draft.item, clock, main, future=future, listed=listed, flow=flow)
    if draft.rule != MARKET and (by := _by_year(line, draft, timed)) is not None:
        return by
    if draft.concept == "Savings" and not (timed.said and timed.item and timed.item.at > draft.item.at):
        return Timed(Resolved("year", None), said=False)
    if draft.timing == "duration":
        if timed.said and timed.resolved is not None and timed.resolved.span == "instant" and not standing:
            timed = Timed(clock.current, said=False)
        if timed.said or comparison(line, draft.item):
            return timed
        counted = draft.item.kind == "count" and EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60])
        if counted or yearly(line, draft.item):
            return Timed(Resolved("year", None), said=False)
        often = oftener(line, draft.item)
        if often is not None and (timed.resolved is None or timed.resolved.span != often):
            return Timed(Resolved(often, None), said=False)
        if future and draft.label.startswith("initial cap"):
            return Timed(Resolved("other", None), said=False)
        return Timed(Resolved("other", None), said=False) if about or timed.resolved is None else timed
    if timed.said and timed.item is not None and _HAS_NOW.search(line.coded, timed.item.to, draft.item.at):
        timed = Timed(clock.current, said=False)
    if timed.said and timed.item is not None and _aside(line, timed.item, draft.item):
        return UNDATED
    own = _time_of_kind(line, draft, timed, clock)
    if own is not None:
        return own
    if draft.timing != "instant" and (draft.rule == "facts/prose-other" or draft.timing == "done"):
        return _loosely(line, draft, clock, timed, main, future=future, about=about)
    return _day_of(line, draft, clock, timed, future=future)


# "35 industries by 2028", "By mid-2028, Alder expects": the year in which it is so.
_BY_YEAR = re.compile(
    r"(?!\s?(?:%|percent))(?:U\.S\.|[^;.,$€£\d%]){0,70}?\s[Bb]y\s(?:the\s)?(?:calendar\s|end\sof\s|year-?end\s|mid-?\s?|early\s|late\s|year\s)?(?P<y>20[1-9]\d)\b(?![-–/])"
)
_BY_OPENS = re.compile(
    r"\W*By\s(?:the\s)?(?:calendar\s|end\sof\s|year-?end\s|mid-?\s?|early\s|late\s|year\s)?(?P<y>20[1-9]\d),?\s[^;]*$"
)


def _by_year(line: Line, draft: Draft, timed: Timed) -> Timed | None:
    """The year by which a figure is reached, where its sentence says no nearer time."""
    told = _BY_YEAR.match(line.text, draft.last.end)
    near = (
        timed.said and timed.item is not None and (timed.item.at > draft.item.at or timed.item.period.span == "instant")
    )
    if told is None and not timed.said:
        told = _BY_OPENS.match(line.text, 0, draft.item.start)
    if told is None or near or comparison(line, draft.item):
        return None
    span = "year" if draft.timing in ("duration", "flow") else "instant"
    return Timed(Resolved(span, PartialDate(int(told["y"]))), said=True)


_TELLS = re.compile(r"\b(?:announced|declared|authorized|approved|disclosed)\b")  # "In June 2020, Alder announced"


def _loosely(
    line: Line, draft: Draft, clock: Clock, timed: Timed, main: Resolved | None, *, future: bool, about: bool
) -> Timed:
    """The period of what was done or is named by its own words: the one said, for a flow that of its paragraph."""
    if not timed.said and EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60]):
        return Timed(Resolved("year", None), said=False)
    ended = at_close(line, draft, clock) if not timed.said else None
    if ended is not None:
        return ended
    if not timed.said and AFTERWARDS.search(line.text, 0, draft.item.start):
        return UNDATED
    loose = draft.timing == "flow" and timed.resolved is not None and not about
    loose = loose and timed.resolved is not None and (timed.resolved.span != "year" or main is not None or clock.stated)
    if (
        draft.timing == "done"
        and not timed.said
        and PERFECT.search(line.coded[max(0, draft.item.at - 60) : draft.item.at])
    ):
        return Timed(Resolved("other", None), said=False)
    told = line.coded[timed.item.to : draft.item.at] if timed.item and timed.item.to <= draft.item.at else ""
    if timed.resolved is not None and timed.resolved.span == "month" and _TELLS.search(told):
        return Timed(replace(timed.resolved, span="instant"), said=True, item=timed.item)
    kept = timed if loose or (timed.said and timed.resolved is not None) else None
    return kept or (None if future else _toldtoday(line, draft, clock)) or UNDATED


def _day_of(line: Line, draft: Draft, clock: Clock, timed: Timed, *, future: bool) -> Timed:
    """The day that a balance or an event is of, as far as the text gives one."""
    if draft.timing == "instant" and not timed.said and not comparison(line, draft.item):
        timed = _shared_day(line, clock) or timed
    if draft.timing == "instant" and timed.said and timed.resolved is not None:
        resolved = timed.resolved
        if timed.item is not None and has_since(line, timed.item, draft.item):
            return today(line, clock)
        begun = timed.item is not None and BEGUN.search(line.coded, max(0, timed.item.at - 60), timed.item.at)
        end = PartialDate(resolved.end.year) if begun and resolved.end and resolved.span == "year" else resolved.end
        instant = Resolved("instant", end, resolved.text, resolved.inferred)
        if not comparison(line, draft.item) and not future:
            clock.day = instant
        return Timed(instant, said=True, item=timed.item)
    if draft.timing == "instant" and not comparison(line, draft.item) and not future:
        ended = at_close(line, draft, clock) if not timed.said else None
        if ended is not None:
            return ended
        if (
            not timed.said
            and clock.current is not None
            and clock.current.end is not None
            and THEN.match(line.coded, draft.last.to)
        ):
            return Timed(Resolved("instant", clock.current.end, inferred=True), said=False)
    whole = timed.resolved.span in ("year", "half", "quarter") if timed.said and timed.resolved else False
    if draft.concept == "DividendPerShare" and whole and timed.item and _FOR_TIME.search(line.coded, 0, timed.item.at):
        return timed
    if draft.concept == "DividendPerShare" and (often := _OFTEN.search(draft.label)):
        return Timed(Resolved(_SPANS[often[0].lower()], None), said=False)
    if draft.timing == "instant" and not timed.said:
        told = today(line, clock)
        known = (
            clock.day if draft.rule == "facts/prose-path" and not future and not comparison(line, draft.item) else None
        )
        known = known or at_end_of(draft, clock, future=future or comparison(line, draft.item))
        return told if told.said or known is None else Timed(replace(known, inferred=True), said=False)
    return (None if future else _event_day(line, draft.item, clock) or _toldtoday(line, draft, clock)) or UNDATED


def _time_of_kind(line: Line, draft: Draft, timed: Timed, clock: Clock) -> Timed | None:
    """The period of a market's size, a split, a count or a price by the month; None for other figures."""
    if draft.rule == MARKET:
        return _market_time(line, draft, timed)
    if not timed.said and draft.rule == "facts/prose-other" and ANNUAL.search(draft.label):
        return Timed(Resolved("year", None), said=False)
    taking = taking_effect(line, draft, clock) or traded_on(line, draft, clock)
    if taking is not None:
        return taking
    if draft.rule == "facts/prose-count":
        return count_time(line, draft, timed, clock)
    if draft.timing == "event" and timed.said and timed.resolved is not None and timed.resolved.span == "month":
        return replace(timed, resolved=replace(timed.resolved, span="instant"))  # a price, a stake, a payment
    often = _MONTHLY.search(draft.label) if draft.rule == "facts/prose-other" and draft.timing == "event" else None
    return Timed(Resolved("month" if often["month"] else "year", None), said=False) if often else None


# "The buildings, which were renovated in 2012, are 63% leased": the year is of the clause between.
_CLAUSE_OPENS = re.compile(
    r",\s(?:which|who|that|founded|established|built|renovated|opened|acquired|formed|created|launched|completed|constructed|incorporated|purchased)\s[^,;]{0,60}$"
)
_CLAUSE_ENDS = re.compile(
    r"[^,;.]{0,40},\s(?:also\s|now\s|currently\s)?(?:is|are|has|have|operates?|employs?|serves?|offers?|owns?|contains?|covers?|spans?|measures?)\s"
)


def _aside(line: Line, period: Item, value: Item) -> bool:
    """Whether a period stands in a clause that ends before what a value is told of."""
    opened = _CLAUSE_OPENS.search(line.coded, max(0, period.at - 90), period.at) if period.to <= value.at else None
    return opened is not None and _CLAUSE_ENDS.match(line.coded, period.to, value.at) is not None


# What is paid each month or year is no price of one day: "monthly fee", "price per month".
_MONTHLY = re.compile(
    r"\b(?:(?P<month>monthly|per month)|(?:annual|yearly|per year))\b(?=.{0,40}\b(?:price|fee|fees|rent|dues|subscription|cost|month|year)|$)",
    re.IGNORECASE,
)
# "carried 7 million in 2018, flies to 64 cities and has a share of 23 percent": what it has is not of that year.
_HAS_NOW = re.compile(
    r",\s(?:and\s)?(?:[a-z]+ly\s)?(?:has|have|flies|operates|owns|serves|employs|holds|runs|manages)\b|\sand\s(?:has|operates|owns|serves|employs|holds)\b"
)
_FOR_TIME = re.compile(
    r"\b(?:for|in\srespect\sof)\s(?:the\s)?(?:past\s)?$"
)  # "a dividend of CHF 4 for fiscal year 2020"
_OFTEN = re.compile(r"quarterly|semi|annual|monthly", re.IGNORECASE)
_SPANS = {"quarterly": "quarter", "semi": "half", "annual": "year", "monthly": "month"}
_OPENING_DAY = re.compile(rf"^\W*(?:[Ii]n\s|[Oo]n\s|[Ee]ffective\s|[Ee]arlier,?\s)?{PERIOD},?\s")
_DONE_ON = re.compile(
    r"\b(?:completed|closed|closing|consummated|acquired|sold|raised|issued|signed|awarded|purchased|priced|executed|completion)\b[^;.\ue003]{0,140}\s"
    rf"(?:in\s|dated\s)?{PERIOD}"
)


# "announced today the closing of an offering of $20 million": done on the day of the release.
_TODAY = re.compile(
    r"\b(?:today\s(?:announced|said|reported)|(?:announced|reported|said)\stoday)\b[^.;]{0,60}?"
    r"\b(?:clos(?:ing|ed)|completion|completed|consummated|acquisition|acquired|sold|sale|purchased?|raised|pric(?:ing|ed)|signed|awarded|secured|receipt|received)\b|\btoday\s(?:closed|completed|acquired|sold|raised|purchased|signed|priced)\b"
)
_OF_TODAY = frozenset(("OfferingAmount", "TransactionValue", "SharePrice", "ContractValue", "Debt"))


def _toldtoday(line: Line, draft: Draft, clock: Clock) -> Timed | None:
    """The day of a release that tells a deal as done today."""
    if draft.concept not in _OF_TODAY or clock.calendar.issued is None or line.of_kind("period"):
        return None
    told = _TODAY.search(line.coded, 0, draft.item.at)
    return Timed(Resolved("instant", clock.calendar.issued), said=True) if told else None


def _event_day(line: Line, value: Item, clock: Clock) -> Timed | None:
    """The day or month that a sentence gives for the one deal it tells of."""
    days = [item for item in line.of_kind("period") if item.period.span in ("instant", "month") and item.period.ended]
    opening = _OPENING_DAY.match(line.coded)
    others = [item for item in line.of_kind("period") if item not in days]
    if len(days) != 1 or (others and not (opening and others[0].at > value.at)):
        return None
    if not (opening or _DONE_ON.search(line.coded)):
        return None
    resolved = clock.calendar.resolve(days[0].period, clock.current)
    return Timed(Resolved("instant", resolved.end, resolved.text), said=True, item=days[0]) if resolved else None


def _market_time(line: Line, draft: Draft, timed: Timed) -> Timed:
    """The year that a market's size is told for, else none; growth counts a year."""
    year = market_year(line, draft.last)
    if year is not None:
        return Timed(Resolved("year", PartialDate(year), str(year)), said=True)
    ago = draft.measure == "change" and timed.item is not None and timed.item.at < draft.item.at
    if timed.said and not ago and timed.resolved is not None and timed.resolved.span == "year":
        end = timed.resolved.end  # a calendar year, whatever the fiscal year of the company
        return replace(timed, resolved=replace(timed.resolved, end=PartialDate(end.year))) if end else timed
    yearly = draft.measure == "change" or EACH_YEAR.match(line.coded[draft.last.to : draft.last.to + 60])
    return Timed(Resolved("year", None), said=False) if yearly else UNDATED


def _shared_day(line: Line, clock: Clock) -> Timed | None:
    """The one day that a sentence gives for all its balances."""
    days = [item for item in line.of_kind("period") if item.period.span == "instant"]
    if len(days) != 1 or len(line.of_kind("period")) != 1:
        return None
    return Timed(clock.calendar.resolve(days[0].period, clock.current), said=True, item=days[0])
