"""Days told twice: by date, and by weekday or distance from the end of a period; both cannot always hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.model import Confidence, Discrepancy, PartialDate, Sentence
from kg.text.dates import find_dates
from kg.text.numbers import word_number

_DISTANCE = re.compile(
    r"\b(?P<n>\d{1,3}|[a-z]+(?:-[a-z]+)?)\s(?P<unit>days?|weeks?)\s(?P<way>after|before|following)\s(?:the\s|our\s|its\s)?"
    r"(?:(?:end|close)\sof\s(?:the\s|our\s|its\s)?)?(?P<what>(?:fiscal\s|second\s|first\s|third\s|fourth\s)?(?:quarter|year|half))(?:['’]s)?\s?(?:closed|ended|end|close)?\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_NAME = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z]")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_WEEKDAYS)}),?\s$")
_WITHIN = 30  # characters between a date and the distance that explains it
_SLACK = 1  # a day more or less is a matter of counting


def day_discrepancies(context: Context) -> list[Discrepancy]:
    """The sentences whose date does not fit the weekday or the distance that they give with it."""
    found: list[Discrepancy] = []
    for sentence in context.document.sentences:
        if _WEEKDAY_NAME.search(sentence.text):
            found.extend(_weekdays(context, sentence))
        if " after " in sentence.text or " before " in sentence.text or " following " in sentence.text:
            found.extend(_distances(context, sentence))
    return found


def _weekdays(context: Context, sentence: Sentence) -> Iterator[Discrepancy]:
    for start, end, when in find_dates(sentence.text):
        match = _WEEKDAY.search(sentence.text, max(0, start - 12), start)
        if match is None or when.day is None or when.month is None:
            continue
        real = _WEEKDAYS[date(when.year, when.month, when.day).weekday()]
        if real != match["day"]:
            note = f"{when} was a {real}, not a {match['day']}."
            yield _discrepancy(context, sentence, match.start(), end, "facts/weekday", note)


def _distances(context: Context, sentence: Sentence) -> Iterator[Discrepancy]:
    text = sentence.text
    for match in _DISTANCE.finditer(text):
        end = _period_end(context, match["what"])
        count = _count(match["n"], match["unit"])
        near = [
            (start, stop, when)
            for start, stop, when in find_dates(text, context.issued)
            if when.day is not None and -_WITHIN <= match.start() - stop <= _WITHIN
        ]
        if end is None or end.day is None or count is None or len(near) != 1:
            continue
        start, stop, when = near[0]
        told = -count if match["way"].lower() == "before" else count
        real = days_apart(end, when)
        if abs(real - told) > _SLACK and abs(real) < 366:
            note = f"{when} is {real} days after {end}, the end of the {match['what'].lower()}, not {match['n']} {match['unit']}."
            first, last = min(start, match.start()), max(stop, match.end())
            yield _discrepancy(context, sentence, first, last, "facts/relative-day", note)


def _period_end(context: Context, what: str) -> PartialDate | None:
    topic = context.calendar.topic
    if topic is None:
        return None
    if "quarter" in what.lower() or topic.span == "year":
        return topic.end
    return None


def _count(number: str, unit: str) -> int | None:
    if number.isdigit():
        count = int(number)
    else:
        read = word_number(number)
        if read is None or number.lower() == "a":
            return None
        count = int(read[0])
    return count * 7 if unit.lower().startswith("week") else count


def _discrepancy(context: Context, sentence: Sentence, start: int, end: int, rule: str, note: str) -> Discrepancy:
    evidence = context.evidence(sentence, start, end)
    return Discrepancy(evidence=(evidence,), rule=rule, confidence=Confidence.INFERRED, note=note)
