"""The period of a figure, as far as its kind of figure has one: over a time, on a day, or none."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.calendar import Resolved
from kg.context.fiscal import days_apart
from kg.extract.facts.draft import Draft
from kg.extract.facts.line import PERIOD, Item, Line
from kg.extract.facts.markets import RULE as MARKET
from kg.extract.facts.markets import market_year
from kg.extract.facts.roles import comparison
from kg.extract.facts.timing import Clock, Timed, period_of, yearly
from kg.extract.facts.trading_days import taking_effect, traded_on
from kg.model import PartialDate

_NOW = re.compile(
    r"\b(?:now|currently|(?<!said )(?<!announced )(?<!reported )today)\b(?!,? (?:announced|said|reported|that))"
    r"|^\W*(?:Today|Currently|Now|Presently|At present),?\s[^,.;]{1,60}?\s(?:has|have|operates?|serves?|employs?|is|are|runs?|owns?|counts?|manages?)\b"
)
_EACH_YEAR = re.compile(r"^[^,;.\ue000-\ue002]{0,45}\b(?:annually|per year|a year|each year|every year|yearly)\b")
_EVER = re.compile(r"\b(?:cumulative(?:ly)?|since (?:its|our|the)|in (?:its|our) history|lifetime|so far)\b")
# Rates that hold on a day, where the text gives one.
_STANDING = re.compile(
    r"\b(?:occupancy|leverage|capital|CET1|equity|leased|deposit|allowance|coverage)\b", re.IGNORECASE
)
_UNDATED = Timed(Resolved("instant", None), said=False)


def timed_of(
    line: Line, draft: Draft, clock: Clock, main: Resolved | None, listed: Item | None, *, future: bool, about: bool
) -> Timed:
    """The period of a draft, as far as its kind of figure has one."""
    standing = draft.unit == "percent" and draft.measure == "level" and _STANDING.search(draft.label) is not None
    flow = draft.timing == "duration" and not standing
    timed = period_of(line, draft.item, clock, main, future=future, listed=listed, flow=flow)
    if draft.concept == "Savings" and not (timed.said and timed.item and timed.item.at > draft.item.at):
        return Timed(Resolved("year", None), said=False)
    if draft.timing == "duration":
        if timed.said and timed.resolved is not None and timed.resolved.span == "instant" and not standing:
            timed = Timed(clock.current, said=False)
        if timed.said or comparison(line, draft.item):
            return timed
        counted = draft.item.kind == "count" and _EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60])
        if counted or yearly(line, draft.item):
            return Timed(Resolved("year", None), said=False)
        return Timed(Resolved("other", None), said=False) if about or timed.resolved is None else timed
    if timed.said and timed.item is not None and _HAS_NOW.search(line.coded, timed.item.to, draft.item.at):
        timed = Timed(clock.current, said=False)
    if (
        timed.said
        and timed.item is not None
        and timed.item.to <= draft.item.at
        and _aside(line, timed.item, draft.item)
    ):
        return _UNDATED
    own = _time_of_kind(line, draft, timed, clock)
    if own is not None:
        return own
    if draft.timing != "instant" and (draft.rule == "facts/prose-other" or draft.timing == "done"):
        return _loosely(line, draft, clock, timed, main, future=future, about=about)
    return _day_of(line, draft, clock, timed, future=future)


def _loosely(
    line: Line, draft: Draft, clock: Clock, timed: Timed, main: Resolved | None, *, future: bool, about: bool
) -> Timed:
    """The period of what was done or is named by its own words: the one said, for a flow that of its paragraph."""
    if not timed.said and _EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60]):
        return Timed(Resolved("year", None), said=False)
    loose = draft.timing == "flow" and timed.resolved is not None and not about
    loose = loose and timed.resolved is not None and (timed.resolved.span != "year" or main is not None)
    if (
        draft.timing == "done"
        and not timed.said
        and _PERFECT.search(line.coded[max(0, draft.item.at - 60) : draft.item.at])
    ):
        return Timed(Resolved("other", None), said=False)
    kept = timed if loose or (timed.said and timed.resolved is not None) else None
    return kept or (None if future else _told_today(line, draft, clock)) or _UNDATED


# "ending the quarter with $2 million in cash"
_ENDING = re.compile(
    r"\b(?:end|clos|finish|exit)(?:ed|ing|s)?\s(?:the\s)?(?:quarter|year|period|half|\ue003[\ue100-\uf8ff])\s(?:with|at)\b[^.;]*$"
)


def _day_of(line: Line, draft: Draft, clock: Clock, timed: Timed, *, future: bool) -> Timed:
    """The day that a balance or an event is of, as far as the text gives one."""
    if draft.timing == "instant" and not timed.said and not comparison(line, draft.item):
        timed = _shared_day(line, clock) or timed
    if draft.timing == "instant" and timed.said and timed.resolved is not None:
        resolved = timed.resolved
        instant = Resolved("instant", resolved.end, resolved.text, resolved.inferred)
        if not comparison(line, draft.item) and not future:
            clock.day = instant
        return Timed(instant, said=True, item=timed.item)
    if draft.timing == "instant" and not comparison(line, draft.item) and not future:
        ended = _ENDING.search(line.coded, max(0, draft.item.at - 120), draft.item.at)
        if ended is not None and clock.current is not None and clock.current.end is not None and not timed.said:
            return Timed(Resolved("instant", clock.current.end, inferred=True), said=False)
    whole = timed.resolved.span in ("year", "half", "quarter") if timed.said and timed.resolved else False
    if draft.concept == "DividendPerShare" and whole and timed.item and _FOR_TIME.search(line.coded, 0, timed.item.at):
        return timed
    if draft.concept == "DividendPerShare" and (often := _OFTEN.search(draft.label)):
        return Timed(Resolved(_SPANS[often[0].lower()], None), said=False)
    if draft.timing == "instant" and not timed.said:
        today = _today(line, clock)
        known = (
            clock.day if draft.rule == "facts/prose-path" and not future and not comparison(line, draft.item) else None
        )
        return today if today.said or known is None else Timed(replace(known, inferred=True), said=False)
    return (None if future else _event_day(line, clock) or _told_today(line, draft, clock)) or _UNDATED


def _time_of_kind(line: Line, draft: Draft, timed: Timed, clock: Clock) -> Timed | None:
    """The period of a market's size, a split, a count or a price by the month; None for other figures."""
    if draft.rule == MARKET:
        return _market_time(line, draft, timed)
    if not timed.said and draft.rule == "facts/prose-other" and _ANNUAL.search(draft.label):
        return Timed(Resolved("year", None), said=False)
    taking = taking_effect(line, draft, clock) or traded_on(line, draft, clock)
    if taking is not None:
        return taking
    if draft.rule == "facts/prose-count":
        return _count_time(line, draft, timed, clock)
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
    opened = _CLAUSE_OPENS.search(line.coded, max(0, period.at - 90), period.at)
    return opened is not None and _CLAUSE_ENDS.match(line.coded, period.to, value.at) is not None


# What is paid each month or year is no price of one day: "monthly fee", "price per month".
_MONTHLY = re.compile(
    r"\b(?:(?P<month>monthly|per month)|(?:annual|yearly|per year))\b(?=.{0,40}\b(?:price|fee|fees|rent|dues|subscription|cost|month|year)|$)",
    re.IGNORECASE,
)
_ANNUAL = re.compile(r"\b(?:annual|annuali[sz]ed|yearly)\b", re.IGNORECASE)
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


def _told_today(line: Line, draft: Draft, clock: Clock) -> Timed | None:
    """The day of a release that tells a deal as done today."""
    if draft.concept not in _OF_TODAY or clock.calendar.issued is None or line.of_kind("period"):
        return None
    told = _TODAY.search(line.coded, 0, draft.item.at)
    return Timed(Resolved("instant", clock.calendar.issued), said=True) if told else None


def _event_day(line: Line, clock: Clock) -> Timed | None:
    """The day or month that a sentence gives for the one deal it tells of."""
    days = [item for item in line.of_kind("period") if item.period.span in ("instant", "month") and item.period.ended]
    if len(days) != 1 or len(line.of_kind("period")) != 1:
        return None
    if not (_OPENING_DAY.match(line.coded) or _DONE_ON.search(line.coded)):
        return None
    resolved = clock.calendar.resolve(days[0].period, clock.current)
    return Timed(Resolved("instant", resolved.end, resolved.text), said=True, item=days[0]) if resolved else None


def _market_time(line: Line, draft: Draft, timed: Timed) -> Timed:
    """The year that a market's size is told for, else none; growth counts a year."""
    year = market_year(line, draft.last)
    if year is not None:
        return Timed(Resolved("year", PartialDate(year), str(year)), said=True)
    if timed.said and timed.resolved is not None and timed.resolved.span == "year":
        end = timed.resolved.end  # a calendar year, whatever the fiscal year of the company
        return replace(timed, resolved=replace(timed.resolved, end=PartialDate(end.year))) if end else timed
    yearly = draft.measure == "change" or _EACH_YEAR.match(line.coded[draft.last.to : draft.last.to + 60])
    return Timed(Resolved("year", None), said=False) if yearly else _UNDATED


def _shared_day(line: Line, clock: Clock) -> Timed | None:
    """The one day that a sentence gives for all its balances."""
    days = [item for item in line.of_kind("period") if item.period.span == "instant"]
    if len(days) != 1 or len(line.of_kind("period")) != 1:
        return None
    return Timed(clock.calendar.resolve(days[0].period, clock.current), said=True, item=days[0])


# What a release of results tells as done was done in its period.
_LAUNCHED = re.compile(
    r"(?<!ve )(?<!has )\b(?:launched|introduced|released|shipped|delivered|signed|opened|completed|closed|drilled|added|filed|secured|received|published|granted|issued)\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
# A bullet that opens with what was done: "Extended the filter family with two new models".
_BULLET = re.compile(r"^\W*[A-Z][a-z]+(?:ed|ilt|old|on|rew)\b")
# What has been done up to now, no period being told.
_PERFECT = re.compile(
    r"\b(?:has|have)\s(?:also\s|now\s|already\s|successfully\s|cumulatively\s|collectively\s)?(?:\w+ed|built|sold|grown|made|won|led|begun)\s(?:[\w-]+\s){0,4}$"
)


_ACHIEVED = re.compile(
    r"\b(?:has|have)\s(?:also\s|now\s|already\s|successfully\s|collectively\s|together\s)?(?:\w+\s(?:and|or)\s)?"
    r"(?:built|completed|developed|created|generated|financed|funded|delivered|supported|helped|installed|treated|launched|produced|constructed|rehabilitated|"
    r"placed|processed|performed|conducted|published|hosted|planted|donated|distributed|awarded|resolved|closed|drilled|saved|invested)\s(?:[\w-]+\s){0,3}$"
)
_NOW_HAS = re.compile(r"\b(?:currently|now|today|presently)\s(?:\w+\s){1,5}$")


def _count_time(line: Line, draft: Draft, timed: Timed, clock: Clock) -> Timed:
    """When a count holds: over a period for things done, else on a day."""
    said = timed.said and timed.resolved is not None
    if _EVER.search(line.text) and not _NOW_HAS.search(line.coded, max(0, draft.item.at - 70), draft.item.at):
        return Timed(Resolved("other", None), said=False)
    if not said and draft.concept == "Other" and _ANNUAL.match(draft.label):
        return Timed(Resolved("year", None), said=False)
    if not said and draft.concept != "Capacity" and _EACH_YEAR.match(line.coded[draft.item.to : draft.item.to + 60]):
        return Timed(Resolved("year", None), said=False)
    if draft.timing == "done":
        if said:
            return timed
        before = line.coded[max(0, draft.item.at - 60) : draft.item.at]
        if draft.concept == "Other" and _PERFECT.search(before):
            return Timed(Resolved("other", None), said=False)
        done = _LAUNCHED.search(before) or _BULLET.match(line.coded)
        told = (clock.stated and clock.calendar.topic is not None) or (draft.concept == "Other" and done)
        return Timed(clock.current, said=False) if told and clock.current else _UNDATED
    before = line.coded[max(0, draft.item.at - 60) : draft.item.at]
    if not said and draft.concept == "Other" and _ACHIEVED.search(before):
        return Timed(Resolved("other", None), said=False)
    day = timed.item is not None and timed.item.period.span == "instant"
    if said and timed.item is not None and timed.item.period.relative and timed.resolved is not None:
        day = day or timed.resolved.span == "instant"  # "512 people at June 30 (previous year: 487)"
    if said and day and timed.item is not None:
        end, issued = timed.resolved.end if timed.resolved else None, clock.calendar.issued
        if draft.future and end is not None and issued is not None and days_apart(issued, end) < 0:
            return _UNDATED  # "by year-end" is no day that is over
        announced = timed.item.at < draft.item.at and timed.item.period.text.lower().startswith("on ")
        announced = announced and not _DEALT_THEN.match(line.coded, timed.item.to, draft.item.at)
        return _UNDATED if announced else timed
    return _today(line, clock)


# "On May 20, the Company closed the purchase, issuing 300,000 shares": done that day.
_DEALT_THEN = re.compile(
    r"(?:(?!announc|said|report|sign)[^;.])*?\b(?:closed|completed|issued|consummated|acquired|purchased|sold|repurchased|granted|redeemed|converted)\s(?:(?!announc|said|report)[^;.])*$"
)


def _today(line: Line, clock: Clock) -> Timed:
    """The day of the release for what is told as of now, else no day."""
    if _NOW.search(line.text) and clock.calendar.issued is not None:
        return Timed(Resolved("instant", clock.calendar.issued), said=True)
    return _UNDATED
