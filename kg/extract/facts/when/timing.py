"""Which period a value is about: attached to it, leading its clause, or carried by the paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.context.calendar import FiscalCalendar, Resolved
from kg.context.fiscal import FiscalYear, days_apart
from kg.extract.facts.concepts.again import Told
from kg.extract.facts.direction.roles import comparison
from kg.extract.facts.slots.line import CONCEPT, PERIOD, Item, Line, slots_in
from kg.extract.facts.when.attaching import attached
from kg.extract.facts.when.leading import bracketed, leading
from kg.model import PartialDate
from kg.text.period_readings import Period


@dataclass(slots=True)
class Clock:
    """The period spoken of, as a paragraph goes on."""

    calendar: FiscalCalendar
    current: Resolved | None  # of the paragraph, else of the release
    stated: bool = False  # words of the paragraph or section have named it
    ahead: Resolved | None = None  # the coming period that the section's forecasts are about
    day: Resolved | None = None  # of the paragraph's last balance
    looks_ahead: bool = False  # a sentence that announces forecasts has opened the list
    segment: str | None = None  # that the paragraph began with; "" where it began with the whole company
    part: str | None = None  # the segment that was named last, which "the segment" means
    planned: bool = False  # what the sentence before counted is still to come
    told: Told | None = None  # the main figure of the sentence before
    owner: str | None = None  # whom the paragraph has named as the owner of its figures
    spoken: tuple[str, Resolved] | None = None  # in an article: the company and period that words told last


@dataclass(frozen=True, slots=True)
class Timed:
    """A value's period. `said` tells whether words in the sentence give it."""

    resolved: Resolved | None
    said: bool
    item: Item | None = None


def period_of(
    line: Line,
    value: Item,
    clock: Clock,
    main: Resolved | None,
    *,
    future: bool,
    listed: Item | None = None,
    flow: bool = False,
) -> Timed:
    """The period of a value; `main` is that of the main figure before it, `listed` the one a list gives it.

    A `flow` is earned or spent over a time: the days that a sentence names are not its period.
    """
    if listed is not None:
        resolved = clock.calendar.resolve(listed.period, clock.current, future=future)
        if comparison(line, value) and not comparison(line, listed) and resolved is not None:
            resolved = clock.calendar.year_before(resolved)
        return Timed(resolved, said=True, item=listed)
    own = _own_bracket(line, value)
    if own is not None:
        return _of_bracket(own, clock, main or clock.current, flow=flow)
    if comparison(line, value):
        return _compared(line, value, clock, main, future=future)
    chosen = attached(line, value) or leading(line, value, flow=flow)
    if chosen is not None and future and clock.ahead is not None and _THIS_QUARTER.fullmatch(chosen.period.text):
        return Timed(clock.ahead, said=False)
    this = chosen is not None and _THIS_YEAR.fullmatch(line.text[chosen.start : chosen.end]) is not None
    if this and future and (begun := _year_begun(clock)) is not None:
        return Timed(begun, said=True, item=chosen)
    if this and not future:
        if _long_past(clock):
            return Timed(Resolved("year", None), said=True, item=chosen)
        chosen = _part_before(line, value) or (None if _in_part(clock) else chosen)
    if chosen is not None:
        timed = _of_phrase(line, chosen, clock, future=future)
        return _some(line, chosen, timed) if flow and value.kind != "count" else timed
    if future:
        return Timed(clock.ahead, said=False)
    return Timed(_of_quarter(line, value, clock) or _as_compared(line, value, clock) or clock.current, said=False)


def _of_bracket(own: Item, clock: Clock, base: Resolved | None, *, flow: bool) -> Timed:
    """The period that a bracket opens with: of a flow the same part of a year, whatever day ends it."""
    phrase = own.period
    part = base is not None and base.span in ("quarter", "half", "nine-months")
    if part and re.fullmatch(r"\d{4}", phrase.text):
        phrase = replace(phrase, span="")  # "sales for the quarter were $4 million (2001: $3 million)"
    resolved = clock.calendar.resolve(phrase, base)
    if flow and resolved is not None and resolved.span == "instant" and base is not None and base.span in _SPANS:
        resolved = replace(resolved, span=base.span)
    return Timed(resolved, said=True, item=own)


def _of_phrase(line: Line, chosen: Item, clock: Clock, *, future: bool) -> Timed:
    """What the words of a period mean where its line stands."""
    phrase = chosen.period
    if phrase.span == "" and phrase.shift == -1 and _LAST_YEAR.fullmatch(phrase.text) and _in_part(clock):
        phrase = replace(phrase, span="year")  # "which had revenue of $3 million last year"
    if clock.stated and phrase.shift == -1 and not phrase.step and _THE_SAME.fullmatch(phrase.text):
        phrase = replace(phrase, shift=0)  # "for the same six-month period" no comparison goes before
    if phrase.ordinal and phrase.year is None and not phrase.relative:
        phrase = replace(phrase, year=_year_before(line, chosen))
    current = _counted_from(line, chosen, clock) if phrase.relative else clock.current
    resolved = clock.calendar.resolve(phrase, current, future=future)
    if resolved is None and _THIS_YEAR.fullmatch(phrase.text) and clock.calendar.issued is not None:
        resolved = Resolved("year", PartialDate(clock.calendar.issued.year), phrase.text, inferred=True)
    return Timed(resolved, said=True, item=chosen)


_ONE = re.compile(r"(?:(?:the|full|entire|fiscal|first|second|third|fourth)\s)*(?:quarter|year|half)", re.IGNORECASE)
_FOR_THE = re.compile(r"\b(?:for|in|during)\s(?:the\s|our\s|its\s)?$", re.IGNORECASE)


def _some(line: Line, chosen: Item, timed: Timed) -> Timed:
    """The length of a period that nothing dates: "for the quarter" in an article that does not say which."""
    if timed.resolved is not None or _ONE.fullmatch(chosen.period.text.strip()) is None:
        return timed
    told = _FOR_THE.search(line.coded, max(0, chosen.at - 16), chosen.at)
    return replace(timed, resolved=Resolved(chosen.period.span, None, chosen.period.text)) if told else timed


_YEAR_THEN = re.compile(rf"(?P<y>{PERIOD})(?:['’]s)?\s(?:[a-z]+\s|{CONCEPT}\s){{1,2}}(?:for|in|of)\s(?:the\s)?$")


def _year_before(line: Line, chosen: Item) -> int | None:
    """The year that stands before the concept of a quarter: "The 2019 earnings for the fourth quarter"."""
    told = _YEAR_THEN.search(line.coded, max(0, chosen.at - 40), chosen.at)
    year = line.items[slots_in(told["y"])[0]].period if told is not None else None
    return year.year if year is not None and year.text.isdigit() else None


_FROM_QUARTER = re.compile(
    rf"[^;\ue000-\ue003]{{0,60}}?\b(?:compared\s(?:with|to)|over|from|versus|than)\s(?:the\s)?(?P<t>{PERIOD})"
)


def _of_quarter(line: Line, value: Item, clock: Clock) -> Resolved | None:
    """The last quarter of the year spoken of, for a change that is counted from another quarter."""
    now = clock.current
    if now is None or now.span != "year" or now.end is None or now.end.month is None or comparison(line, value):
        return None
    told = _FROM_QUARTER.match(line.coded, value.to)
    base = line.items[slots_in(told["t"])[0]].period if told is not None else None
    if base is None or base.span != "quarter" or base.relative or base.ordinal is None:
        return None
    return Resolved("quarter", now.end, inferred=True)


def _as_compared(line: Line, value: Item, clock: Clock) -> Resolved | None:
    """The period of a figure that is compared with one of a longer or shorter time than the text speaks of.

    "a loss of $16 million, 7 percent less than the loss of $17 million for the full year 2022": of the year after.
    """
    later = [
        item
        for item in line.of_kind("period")
        if item.at > value.at and (comparison(line, item) or bracketed(line, item))
    ]
    if len(later) != 1 or comparison(line, value):
        return None
    now = clock.current
    if now is None or now.span not in _SPANS:
        if not bracketed(line, later[0]):
            return None
        now = None
    phrase = later[0].period
    if phrase.relative or phrase.year is None or phrase.span not in _SPANS or (now and phrase.span == now.span):
        return None
    if now and now.span != "year" and phrase.text.isdigit():
        return None  # "a reduction by $1 million compared to 2019" in a quarter's account
    resolved = clock.calendar.resolve(phrase, clock.current)
    return clock.calendar.year_before(resolved, years=-1) if resolved and resolved.end else None


_SPANS = ("quarter", "half", "nine-months", "year")


def _counted_from(line: Line, chosen: Item, clock: Clock) -> Resolved | None:
    """The period that a relative one counts back from: the last that its line names before it, else that spoken of."""
    named = [item for item in line.of_kind("period") if item.to <= chosen.at and item.period.ended is not None]
    named = [item for item in named if not item.period.relative and item.period.span in ("quarter", "half", "year")]
    return clock.calendar.resolve(named[-1].period, clock.current) if named else clock.current


def _compared(line: Line, value: Item, clock: Clock, main: Resolved | None, *, future: bool) -> Timed:
    base = main or clock.current
    chosen = attached(line, value) or leading(line, value, relative=True)
    if chosen is None:
        later = [item for item in line.of_kind("period") if item.at > value.at]
        if later and later[0].period.relative:
            chosen = later[0]
    if chosen is None:
        if base is not None and _SEQUENTIAL.search(line.coded, max(0, value.at - 60), value.at):
            return Timed(clock.calendar.resolve(_PRIOR_QUARTER, base), said=False)
        return Timed(clock.calendar.year_before(base) if base else None, said=False)
    phrase = chosen.period
    if (
        main is not None
        and main.end is None
        and main.span == "quarter"
        and phrase.year is None
        and phrase.ended is None
    ):
        return Timed(Resolved(main.span, None, phrase.text), said=True, item=chosen)  # a year before no one knows when
    if base is not None and base.span in ("quarter", "half", "nine-months") and re.fullmatch(r"\d{4}", phrase.text):
        phrase = replace(phrase, span="")  # "compared with $4 million in 2003": in the same part of that year
    resolved = clock.calendar.resolve(phrase, base, future=future and not phrase.relative)
    dated = phrase.year is not None or phrase.ended is not None
    if resolved and base and not dated and (resolved.span, resolved.end) == (base.span, base.end):
        resolved = clock.calendar.year_before(base, chosen.period.text)
    return Timed(resolved, said=True, item=chosen)


# "down 12 percent sequentially from $5 million"
_SEQUENTIAL = re.compile(r"\b(?:sequential|sequentially|quarter[-\s]o(?:ver|n)[-\s]quarter)\b[^;,.\ue000-\ue003]*$")
_PRIOR_QUARTER = Period(0, 0, "previous quarter", "quarter", shift=-1, step=True)
_LAST_YEAR = re.compile(r"(?:in\s|for\s|during\s)?last\syear", re.IGNORECASE)
_THE_SAME = re.compile(
    r"(?:the\s)?same\s(?:(?:three|six|nine|twelve|\d+)[\s-])?(?:months?|weeks?|quarter|half|period)(?:\speriod)?",
    re.IGNORECASE,
)
_THIS_QUARTER = re.compile(r"(?:the\s|this\s|current\s)*(?:quarter|year)", re.IGNORECASE)
_DECEMBER = 12
_THIS_YEAR = re.compile(r"(?:the\s)?(?:current|this)\s(?:fiscal\s)?year", re.IGNORECASE)


def _year_begun(clock: Clock) -> Resolved | None:
    """The calendar year that a forecast for "this year" is of, after the results of the year before it."""
    current, issued = clock.current, clock.calendar.issued
    if issued is None or clock.ahead is not None or (clock.calendar.year or FiscalYear(12)).month != _DECEMBER:
        return None
    if current is not None and (
        current.end is None or current.end.month != _DECEMBER or current.end.year >= issued.year
    ):
        return None
    return Resolved("year", PartialDate(issued.year, _DECEMBER), "this year", inferred=True)


def _long_past(clock: Clock) -> bool:
    """Whether the text speaks of a year so long before the release that it is not meant by "this year"."""
    end, issued = clock.current.end if clock.current else None, clock.calendar.issued
    return end is not None and issued is not None and issued.year - end.year > 1


def _in_part(clock: Clock) -> bool:
    """Whether the text speaks of a part of a year."""
    return clock.current is not None and clock.current.span in ("quarter", "half", "nine-months")


def _part_before(line: Line, value: Item) -> Item | None:
    """The quarter named before a value that is told "in the current year"."""
    for item in line.of_kind("period"):
        if item.to <= value.at and item.period.span in ("quarter", "half", "nine-months"):
            return item
    return None


def note_periods(line: Line, clock: Clock) -> None:
    """Let a sentence that looks ahead name the period of the forecasts after it."""
    for item in line.of_kind("period"):
        if item.period.relative or item.period.span not in ("quarter", "half", "year", "nine-months"):
            continue
        resolved = clock.calendar.resolve(item.period, clock.current, future=True)
        issued = clock.calendar.issued
        if resolved and resolved.end and issued and days_apart(issued, resolved.end) > 0:
            clock.ahead = Resolved(resolved.span, resolved.end, resolved.text, inferred=True)
            return


def _own_bracket(line: Line, value: Item) -> Item | None:
    """The period that shares a bracket with a value, before it."""
    for item in line.of_kind("period"):
        if item.to <= value.at <= item.to + 2 and bracketed(line, item):
            return item
    return None
