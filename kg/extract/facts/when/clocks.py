"""The period that a block's figures open with: that of its heading, of the block before it, or of the release."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.context.calendar import Resolved
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.extract.facts.owned.paragraph_owners import goes_on, opens_alike, section_owner
from kg.extract.facts.slots.line import PERIOD, Line
from kg.extract.facts.when.ahead import AHEAD, AHEAD_SECTION, TOPICS
from kg.extract.facts.when.timing import Clock, Timed, note_periods
from kg.model import BlockKind, Sentence
from kg.text.dates import find_dates
from kg.text.period_readings import Period
from kg.text.periods import find_periods

# The head of a page, printed again in the middle of a section.
RUNNING_HEAD = re.compile(r"[–—-]\s?page \d{1,3}(?: of \d{1,3})?$", re.IGNORECASE)
_PERIODS_ONLY = re.compile(
    rf"^\W{{0,3}}{PERIOD},?\s(?:compared\s(?:with|to)|versus|vs\.?|against)\s(?:the\s)?{PERIOD}(?:,?\s(?:and|or)\s[^.;]{{0,80}})?\W*$",
    re.IGNORECASE,
)


def subsidiary(context: Context, heading: str | None) -> str | None:
    """The segment that a heading names by a company that bears the issuer's name: "Alder Canada"."""
    party = context.parties.resolve(heading) if heading and len(heading) < 60 else None
    issuer = context.issuer
    if party is None or issuer is None or party == issuer or heading is None:
        return None
    first = re.split(r"[\s,]", issuer.name)[0].lower()
    return f"segment:{heading.strip(' :')}" if len(first) > 3 and heading.lower().startswith(first) else None


def _year_of_end(period: Period) -> Period:
    """The year that a heading means by its end: "Year-End 2024"."""
    if period.span == "instant" and period.year is not None and _YEAR_END.match(period.text):
        return replace(period, span="year", ordinal=None)
    return period


_YEAR_END = re.compile(r"(?:fiscal[\s-])?year[\s-]end\b", re.IGNORECASE)


# "In the second quarter of 2020, Alder opened a mine. Costs were $4 million": the time of what follows.
_OPENS = re.compile(rf"\W*(?:In|For|During)\s(?:the\s)?{PERIOD},\s")
_PARTS = ("quarter", "half", "nine-months")


def take_note(sentence: Sentence, line: Line, clock: Clock) -> None:
    """Let a sentence that looks ahead, or opens with a part of a year that is over, name the time of what follows."""
    if AHEAD.search(sentence.text) or AHEAD_SECTION.search(sentence.section or ""):
        note_periods(line, clock)
        return
    period = line.of_kind("period")[0].period if _OPENS.match(line.coded) else None
    if period is None or period.relative or period.span not in _PARTS or not (period.year or period.ended):
        return
    resolved, issued = clock.calendar.resolve(period, clock.current), clock.calendar.issued
    if resolved is not None and resolved.end is not None and (issued is None or days_apart(resolved.end, issued) > 0):
        clock.current, clock.stated = resolved, True


def _clock(context: Context, heading: str | None, ahead: Resolved | None) -> Clock:
    """The period a paragraph opens with: that of its section's heading, else that of the release."""
    calendar = context.calendar
    clock = Clock(calendar, calendar.topic, ahead=ahead)
    for told in find_periods(heading, calendar.issued) if heading else []:
        period = _year_of_end(told)
        if period.relative or period.span not in ("quarter", "half", "nine-months", "year"):
            continue
        looks_on = bool(AHEAD_SECTION.search(heading or ""))
        resolved = calendar.resolve(period, future=looks_on)
        if resolved is None or resolved.end is None:
            continue
        if calendar.issued is not None and days_apart(calendar.issued, resolved.end) > 0:
            clock.ahead = resolved
        else:
            clock.current = resolved
            clock.day = Resolved("instant", resolved.end, inferred=True) if _COMPARES.search(heading or "") else None
        break
    days = _DAYS_ONLY.match(heading) if heading else None
    if days is not None:
        clock.day = _day_alone(days, context)
    return clock


def next_clock(
    context: Context,
    sentence: Sentence,
    heading: str | None,
    before: Clock | None,
    headed: Resolved | None,
    pending: Resolved | None,
) -> Clock:
    """The clock of a new block, after the one of the block `before` it in the same section."""
    clock = _clock(context, heading, (before.ahead if before else None) or pending)
    item = sentence.kind is BlockKind.LIST_ITEM or sentence.text[:1] in "–-•▪"
    if headed is not None and headed.span != "instant":
        clock.current, clock.stated = headed, True  # whatever an item before told of the other period
    elif before is not None and before.stated and item:
        clock.current, clock.stated = before.current, True
    if headed is not None and headed.end is not None:
        clock.day = Resolved("instant", headed.end, inferred=True)  # of the balances that are compared
    clock.looks_ahead = before is not None and before.looks_ahead and item
    clock.part = before.part if before is not None else None
    clock.owner = section_owner(context, heading) if subsidiary(context, heading) is None else None
    if before is not None and before.owner is not None and (opens_alike(sentence) or goes_on(context, sentence)):
        clock.owner = before.owner
    if before is not None and context.issuer is None:
        told = before.stated and before.owner is not None and before.current is not None
        clock.spoken = (before.owner, before.current) if told and before.owner and before.current else before.spoken
    return clock


def resumed(clock: Clock) -> None:
    """Let a paragraph of an article about several companies take up the time told of the same company before it."""
    if clock.spoken is not None and not clock.stated and clock.owner == clock.spoken[0]:
        clock.current, clock.stated = clock.spoken[1], True


# "June 30, 2020 compared with March 31, 2020"
_DAYS_ONLY = re.compile(
    r"\W{0,3}(?:(?:As of|At)\s)?(?P<day>[A-Z][a-z]+\s\d{1,2},\s\d{4}),?\s(?:compared\s(?:with|to)|versus|vs\.?)\s[A-Z][a-z]+\s\d{1,2},\s\d{4}(?:,?\s(?:and|or)\s[^.;]{0,60})?\W*$"
)


def _day_alone(days: re.Match[str], context: Context) -> Resolved | None:
    first = find_dates(days["day"], context.issued)
    return Resolved("instant", first[0][2]) if first and first[0][2].day else None


_COMPARES = re.compile(r"\b(?:compared\s(?:with|to)|versus|vs\.?)\s", re.IGNORECASE)


def period_alone(context: Context, sentence: Sentence, line: Line | None) -> Resolved | None:
    """The period that a line names for what follows: "Fourth quarter 2020 compared with third quarter 2020"."""
    days = _DAYS_ONLY.match(sentence.text)
    if days is not None:
        return _day_alone(days, context)
    periods = line.of_kind("period") if line is not None else []
    if (
        line is None
        or line.values()
        or not periods
        or not _PERIODS_ONLY.match(line.coded)
        or periods[0].period.relative
    ):
        return None
    resolved = context.calendar.resolve(periods[0].period)
    return resolved if resolved is not None and resolved.span in TOPICS else None


# "Sales of the half rose 4 percent, while sales of the second quarter fell": the text goes on about the half.
BESIDE = re.compile(rf"{PERIOD}[^;]*,\s(?:while|whereas)\b")


def told_time(clock: Clock, resolved: Resolved, timed: Timed) -> None:
    """Let a main figure whose period words name set the time of what follows."""
    relative = timed.item is not None and timed.item.period.relative
    if clock.day is not None and clock.current is not None and _before(resolved, clock.current):
        return  # a heading compares two times, and the earlier is only looked back upon
    dated = resolved.span in TOPICS or (resolved.span == "other" and resolved.end is not None)
    if timed.said and not relative and dated:
        clock.current, clock.stated = resolved, True


def _before(one: Resolved, other: Resolved) -> bool:
    """Whether a period ends before another begins to."""
    return one.end is not None and other.end is not None and days_apart(one.end, other.end) > 0
