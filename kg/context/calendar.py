"""The fiscal calendar of a release: what its period phrases mean in dates."""

from __future__ import annotations

import re
from collections import Counter

from kg.context.columns import bands, captions, columns
from kg.context.fiscal import (
    FiscalYear,
    days_apart,
    is_month_end,
    months_apart,
    year_end_month,
)
from kg.context.heads import complete_head
from kg.context.resolving import FiscalCalendar, Resolved
from kg.model import BlockKind, Document, PartialDate
from kg.text.dates import real_date
from kg.text.period_readings import Period
from kg.text.periods import find_periods

__all__ = ["FiscalCalendar", "Resolved", "find_calendar"]

_LEAD_SENTENCES = 12  # of headline and body: later ones seldom say what the release is about
_LOOKS_AHEAD = re.compile(r"\b(?:expects?|anticipates?|plans? to|will|intends? to|forecasts?)\b")
_LEAD = (BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)


# What opens a comparison: "over Q1 2020", "compared with $4 million in the third quarter of 2005".
_COMPARES = re.compile(
    r"\b(?:over|than|from|versus|vs\.?|against|compared\s(?:to|with))\s(?:the\s)?$"
    r"|\b(?:versus|vs\.?|compared\s(?:to|with)|(?:up|down)\sfrom|from|against)\s(?:[^;.,]|[.,]\d|,\sor\s|,\srespectively,){0,140}?\s(?:in|for|during|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


# In "(Q1 2020: $4 million)" and "(YTD Q3 2020: $4 million)" the period is one to compare with.
_OPENED = re.compile(r"[(\[](?:[A-Z]\w{0,8}\s)?$")


# "Founded in 1996", "in business since 1988": when a firm began is not what its news is about.
_BEGAN = re.compile(
    r"\b(?:founded|established|incorporated|formed|organi[sz]ed|created|began|started|opened|launched|born|joined)\s(?:[\w.,&-]+\s){0,5}(?:in|back\sin)\s$|\bsince\s$",
    re.IGNORECASE,
)


_SINCE_YEAR = re.compile(r"\b(?:19|20)\d\d\s?(?:to|through|until|-|–)\s?$")  # "the years 2020 to 2022"


def _compared(text: str, period: Period) -> bool:
    """Whether a period is one that the sentence only compares with."""
    if period.span == "year" and _SINCE_YEAR.search(text, max(0, period.start - 14), period.start):
        return True
    opened = _OPENED.search(text, max(0, period.start - 12), period.start) is not None
    bracketed = opened and text[period.end : period.end + 1] == ":"
    began = period.span == "year" and _BEGAN.search(text, max(0, period.start - 70), period.start) is not None
    return began or bracketed or _COMPARES.search(text, max(0, period.start - 90), period.start) is not None


def find_calendar(document: Document) -> FiscalCalendar:
    """The calendar of a document: anchors from sentences and table heads, and the period of its lead."""
    phrases: list[Period] = []
    lead: list[Period] = []
    told = 0
    for sentence in document.sentences:
        found = find_periods(sentence.text, document.issued)
        phrases += found
        if sentence.kind in _LEAD and told < _LEAD_SENTENCES:
            told += 1
            lead += (
                []
                if _LOOKS_AHEAD.search(sentence.text)
                else [one for one in found if not _compared(sentence.text, one)]
            )
    ends = [(period.span or "any", period.ended) for period in phrases if period.ended and period.ended.month]
    tabled = _table_ends(document)
    ends += tabled
    phrases += [Period(0, 0, f"{span} ended", span, ended=end) for span, end in tabled if span != "any"]
    stated = document.header.fiscal_year_end if document.header else None
    year = _fiscal_year(phrases, lead, stated, document.issued)
    calendar = FiscalCalendar(year, [(span, end) for span, end in ends if end], document.issued)
    calendar.topic = _topic(calendar, lead)
    if calendar.horizon is None:
        calendar.horizon = _horizon(calendar, phrases)
    return calendar


_AS_OF = re.compile(r"\bas (?:of|at)\b", re.IGNORECASE)


def _table_ends(document: Document) -> list[tuple[str, PartialDate]]:
    """The dated ends of periods that table columns print, each with its span."""
    ends: list[tuple[str, PartialDate]] = []
    for table in (part for whole in document.tables for part in bands(whole)):
        lines = captions(table)
        for column in columns(table):
            words = complete_head(column.head, lines)
            if words is None:
                continue
            end = words.date
            if end is None and words.month_day and words.year and words.month_day[1]:
                end = real_date(words.year, words.month_day[0], words.month_day[1])
            if end is not None and end.day is not None:
                # What was expected of a year "as of August 4" tells nothing of its end.
                ends.append(("instant" if _AS_OF.search(column.head) else words.span or "instant", end))
    return ends


def _fiscal_year(
    phrases: list[Period], lead: list[Period], stated: str | None, issued: PartialDate | None
) -> FiscalYear | None:
    """The fiscal year that most anchors agree on; an EDGAR header counts most."""
    votes: Counter[int] = Counter()
    weeks = False
    for period in phrases:
        if period.ended is None or period.shift:
            continue
        if _closes_december(period):
            votes[1] += 1
        month = year_end_month(period.ended, period.span, period.ordinal)
        if month is not None:
            named = period.ordinal is not None or (period.span == "year" and "year" in period.text.lower())
            votes[month] += 4 if named else 1
        if period.span in ("quarter", "half", "nine-months", "year"):
            weeks = weeks or (period.ended.day is not None and not is_month_end(period.ended))
    if stated and stated.isdigit() and len(stated) == 4:
        month, day = int(stated[:2]), int(stated[2:])
        votes[(month - 1 or 12) if day <= 7 else month] += 100
    if not votes:
        votes.update(_guessed_month(phrases, lead, issued))
    if not votes:
        return None
    best = max(sorted(votes), key=lambda month: votes[month])
    return FiscalYear(best, _offset(phrases, lead, best, issued), weeks)


_RETAIL_WEEKS = re.compile(r"\b(?:five|nine|5|9)[\s-]weeks?\b", re.IGNORECASE)


def _closes_december(period: Period) -> bool:
    """Whether a season ends as December does in the calendar of shops, whose year goes on to the end of January."""
    end = period.ended
    if period.span != "other" or end is None or end.day is None or _RETAIL_WEEKS.search(period.text) is None:
        return False
    return (end.month == 1 and end.day <= 7) or (end.month == 12 and end.day >= 29)


def _guessed_month(phrases: list[Period], lead: list[Period], issued: PartialDate | None) -> Counter[int]:
    """A year end from a numbered quarter of the lead and the latest quarter end of the tables."""
    votes: Counter[int] = Counter()
    numbered = next((p for p in lead if p.span == "quarter" and p.ordinal and p.ordinal > 0 and not p.shift), None)
    ends = [p.ended for p in phrases if p.span == "quarter" and p.ended and p.ended.month]
    if numbered is not None and ends:
        month = year_end_month(max(ends, key=str), "quarter", numbered.ordinal)
        if month is not None:
            votes[month] += 1
    return votes or _by_balance(phrases, lead, issued)


def _by_balance(phrases: list[Period], lead: list[Period], issued: PartialDate | None) -> Counter[int]:
    """A year end from the part of a split year ("the first half of 2024/25") that the lead tells of and the last balance."""
    votes: Counter[int] = Counter()
    part = next((p for p in lead if p.fiscal and "/" in p.text and p.ordinal and p.ordinal > 0 and not p.shift), None)
    if part is None or issued is None or issued.month is None:
        return votes
    for period in phrases:
        end = period.ended
        if period.span != "instant" or end is None or end.day is None or not is_month_end(end):
            continue
        month = year_end_month(end, part.span, part.ordinal) if 0 <= months_apart(end, issued) < _NEWS_MONTHS else None
        if month is not None:
            votes[month] += 1
    return votes


def _offset(phrases: list[Period], lead: list[Period], month: int, issued: PartialDate | None) -> int | None:
    """How the fiscal year is named against the calendar year of its end; None if nothing tells."""
    plain = FiscalYear(month)
    votes: Counter[int] = Counter()
    for period in phrases:
        if period.ended is None or period.year is None or period.shift or not period.fiscal:
            continue
        votes[period.year - plain.year_of(period.ended)] += 1
    if votes:
        best = max(sorted(votes), key=lambda offset: votes[offset])
        if best in (-1, 1) or votes[0]:
            return best
    return 0 if month not in (1, 2) else _offset_of_news([*lead, *phrases], month, issued)


_NEWS_MONTHS = 5  # results are told within some months of the period's end


def _offset_of_news(lead: list[Period], month: int, issued: PartialDate | None) -> int | None:
    """How a year that ends in winter is named, told from the named period that the release has just closed."""
    for period in lead:
        quarter = {"half": 2, "nine-months": 3, "year": 4}.get(period.span, period.ordinal or 0)
        if issued is None or period.year is None or period.shift or period.ended or not 1 <= quarter <= 4:
            continue
        for offset in (-1, 0):
            if 0 <= months_apart(FiscalYear(month, offset).quarter_end(quarter, period.year), issued) < _NEWS_MONTHS:
                return offset
    return None


def _horizon(calendar: FiscalCalendar, phrases: list[Period]) -> PartialDate | None:
    """The end of the first dated quarter that an undated release speaks of."""
    for period in phrases:
        if period.year is None and period.ended is None:
            continue
        resolved = calendar.resolve(period)
        if resolved is not None and resolved.end is not None and resolved.end.month is not None:
            return resolved.end
    return None


_NEWS_DAYS = 900  # what ended longer ago is history, not what a release is about
_YEAR_DAYS = 500  # the same for a year that stands alone: "written in 2020 to 2022"


def _topic(calendar: FiscalCalendar, lead: list[Period]) -> Resolved | None:
    """The period of the lead: the first one that resolves and is over, quarters before years."""
    read: list[Resolved] = []
    for period in lead:
        if period.relative or period.span in ("instant", "", "week", "month", "other"):
            continue
        resolved = calendar.resolve(period)
        if resolved is None or resolved.end is None:
            continue
        bare = period.span == "year" and period.text.isdigit()
        if calendar.issued is not None and not (
            0 <= days_apart(resolved.end, calendar.issued) < (_YEAR_DAYS if bare else _NEWS_DAYS)
        ):
            continue
        read.append(resolved)
    if not read:
        return None
    first = read[0]
    exact = [one for one in read if one.span == first.span and one.end and one.end.day]
    if first.end and first.end.day is None and exact and exact[0].end:
        same = (exact[0].end.year, exact[0].end.month) == (first.end.year, first.end.month)
        return exact[0] if same else first
    return first
