"""Reporting periods as a text names them: "the second quarter of fiscal 2003", "a year ago", "Q4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.model import PartialDate
from kg.text.dates import find_dates, full_year, month_number
from kg.text.period_patterns import (
    AS_OF,
    BARE_BACK,
    BRACKETED_YEAR,
    FIRST_LENGTH,
    FISCAL_YEAR,
    GATE_FIGURES,
    GATE_WORDS,
    JOINED,
    LENGTHS,
    LISTED_YEAR,
    MONTH_IN,
    MONTHS,
    OF_THE,
    ORDINALS,
    PLAIN_YEAR,
    QUARTER,
    QUARTERS_TO_DATE,
    SHORT,
    TO_DATE,
    TO_QUARTER,
    WHOLE_MONTHS,
    YEAR,
    YEAR_BEFORE,
    YEAR_END,
    YEARS,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period phrase of a text, read but not yet resolved against a calendar.

    `span` is instant | quarter | half | nine-months | year | month | week | other, or "" where the
    phrase points at the length of another one ("a year ago"). `shift` counts years back (-1: "a year
    ago") unless `step` says that it counts periods of its own length ("the previous quarter").
    """

    start: int
    end: int
    text: str
    span: str
    ordinal: int | None = None  # of the quarter or half within its year
    year: int | None = None
    fiscal: bool = False
    ended: PartialDate | None = None
    shift: int = 0
    step: bool = False
    to_date: bool = False  # counted from the first day of the fiscal year

    @property
    def relative(self) -> bool:
        """Whether the phrase compares with another period, so that it never becomes the topic."""
        return self.shift < 0


_DIGIT = re.compile(r"\d")


def find_periods(text: str, near: PartialDate | None = None) -> list[Period]:
    """Every period phrase of the text, in order, none overlapping; longer readings win.

    A day without a year ("ended June 30") takes the year that brings it closest to `near`.
    """
    return list(_find_periods(text, near))


@lru_cache(maxsize=2048)  # calendar, mentions and facts ask about the same sentence
def _find_periods(text: str, near: PartialDate | None) -> tuple[Period, ...]:
    lower = text.lower()
    if not any(word in lower for word in GATE_WORDS) and not GATE_FIGURES.search(text):
        return ()
    found = sorted(_phrases(text, near), key=lambda period: (period.start - period.end, period.start))
    taken: list[Period] = []
    for period in found:
        if all(period.end <= other.start or other.end <= period.start for other in taken):
            taken.append(period)
    taken += _listed(text, taken)
    taken += _paired(text, taken)
    return tuple(_shared_tails(text, sorted(taken, key=lambda period: period.start)))


def _phrases(text: str, near: PartialDate | None) -> Iterator[Period]:
    """Every reading of every wording; they may overlap."""
    lower = text.lower()
    if "quarter" in lower or "half" in lower:
        yield from (_quarter(match, near) for match in QUARTER.finditer(text) if not _is_share(match))
    if "month" in lower or "week" in lower:
        yield from (_months(match, near) for match in MONTHS.finditer(text))
    figures = _DIGIT.search(text) is not None
    if figures and ("Q" in text or "H" in text or "9M" in text):
        yield from (_short(match) for match in SHORT.finditer(text))
    if "year" in lower or "period" in lower or "month" in lower:
        yield from (period for match in YEARS.finditer(text) if (period := _years(match, near)) is not None)
    if figures and ("fy" in lower or "fiscal" in lower or "calendar" in lower or "financial" in lower):
        yield from (_fiscal_year(match) for match in FISCAL_YEAR.finditer(text))
    if "year" in lower or "pcp" in lower or "corresponding" in lower:
        yield from (_back(match) for match in BARE_BACK.finditer(text))
    if "end" in lower:
        yield from (_year_end(match) for match in YEAR_END.finditer(text))
    for match in TO_DATE.finditer(text) if "date" in lower or "ytd" in lower or "so far" in lower else ():
        yield Period(
            match.start(), match.end(), match[0], "", None, int(match["y"]) if match["y"] else None, to_date=True
        )
    yield from (_to_quarter(match) for match in (TO_QUARTER.finditer(text) if "YTD" in text else ()))
    if figures:
        yield from _figured(text, near)


def _figured(text: str, near: PartialDate | None) -> Iterator[Period]:
    """The readings that only a text with a digit has."""
    yield from _instants(text, near)
    for pattern in (PLAIN_YEAR, YEAR_BEFORE):
        for match in pattern.finditer(text):
            yield Period(match.start(), match.end(), match[0], "year", year=int(match["y"]))
    for match in QUARTERS_TO_DATE.finditer(text) if "Q1" in text else ():
        span, ordinal = _TO_QUARTER[match["q"]]
        year = int(match["y"]) if match["y"] else None
        yield Period(match.start(), match.end(), match[0], span, ordinal, year)
    for match in BRACKETED_YEAR.finditer(text):
        yield Period(match.start(), match.end(), match[0], "year", year=int(match["y"]))
    for match in MONTH_IN.finditer(text):
        ended = PartialDate(int(match["y"]), month_number(match["m"]))
        yield Period(match.start("t"), match.end("t"), match["t"], "month", ended=ended)


def _paired(text: str, taken: list[Period]) -> list[Period]:
    """The first of two lengths that share their noun: "three and six months ended June 30, 2005"."""
    more: list[Period] = []
    for period in taken:
        match = FIRST_LENGTH.search(text, max(0, period.start - 30), period.start)
        if match is None or period.span not in ("half", "nine-months", "year"):
            continue
        if any(match.start("n") < other.end and other.start < period.start for other in taken):
            continue
        span = LENGTHS[match["n"].lower()]
        more.append(
            replace(period, start=match.start("n"), end=match.end("n"), text=match["n"], span=span, ordinal=None)
        )
    return more


def _shared_tails(text: str, periods: list[Period]) -> list[Period]:
    """Give the first of two joined periods the end or year that only the second prints."""
    shared = list(periods)
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        if first.ended or first.year or first.shift or not first.span or first.span == "instant":
            continue
        if not (second.ended or second.year) or not JOINED.fullmatch(text, first.end, second.start):
            continue
        if second.span in ("half", "nine-months", "year", "quarter"):
            year = second.year if first.ordinal or first.span == "year" else None
            shared[at] = replace(
                first, ended=second.ended if not first.ordinal else None, year=year, fiscal=second.fiscal
            )
    return shared


def _words(match: re.Match[str]) -> str:
    return " ".join(match[0].lower().replace("-", " ").replace("’", "'").split())


def _shift(match: re.Match[str]) -> tuple[int, bool]:
    """Years (or, when the flag is set, periods) that the words of a phrase count back or on."""
    groups = match.groupdict()
    head = (groups.get("head") or "").lower().replace("-", " ").replace("’", "'")
    if groups.get("back") or re.search(r"year ago|year earlier|prior year|last year's|previous year's", head):
        return -1, False
    if re.search(r"\b(?:prior|previous|preceding|immediately|linked)\b", head):
        return -1, True
    if re.search(r"\b(?:next|coming|upcoming)\b", head):
        return 1, True
    if re.search(r"\b(?:same|comparable|corresponding|like|equivalent|similar)\b", head):
        return (0, False) if groups.get("ended") or groups.get("year") else (-1, False)
    return 0, False


def _ended(match: re.Match[str], near: PartialDate | None) -> PartialDate | None:
    words = match.groupdict().get("ended")
    dates = find_dates(words, near) if words else []
    return dates[0][2] if dates else None


_LAST = re.compile(r"\b(?:prior|previous|preceding|last)\b")


def _stated_year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    words = groups.get("year") or groups.get("before") or groups.get("myear")
    return year_number(words) if words else None


def year_number(printed: str) -> int:
    """The year that a print names; of both years of a fiscal one the later ("2024/25": 2025)."""
    first, _, second = printed.partition("/")
    if not second:
        return full_year(first)
    return int(second) if len(second) == 4 else int(first[:2] + second)


def _trimmed(match: re.Match[str], near: PartialDate | None) -> tuple[int, str]:
    """Where a phrase ends, and its words: a tail that names no date is left out."""
    if match.groupdict().get("ended") and _ended(match, near) is None:
        end = match.start("ended")
        words = re.sub(r",?\s\w+\s(?:on\s)?$", "", match.string[match.start() : end])
        return match.start() + len(words), words
    return match.end(), match[0]


def _is_share(match: re.Match[str]) -> bool:
    """Whether "half" stands for fifty percent: nothing says which half of a year."""
    bare = not (match["ordinal"] or match["head"] or match["year"] or match["before"] or match["ended"])
    return bare and match["noun"].lower() == "half"


def _quarter(match: re.Match[str], near: PartialDate | None) -> Period:
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    ordinal = ORDINALS.get((match["ordinal"] or "").lower())
    span = "half" if match["noun"].lower().startswith("half") else "quarter"
    head = (match["head"] or "").lower()
    if not step and not shift and not ordinal and re.search(r"\blast\b", head):
        shift, step = -1, True
    month = match["mname"]
    if month and not ordinal:
        ended = _ended(match, near) or None
        year = _stated_year(match)
        if ended is None and year is not None:
            ended = PartialDate(year, month_number(month))
        return Period(match.start(), end, words, span, -month_number(month), year, ended=ended, shift=shift, step=step)
    return _told(match, near, (end, words), (span, ordinal), (shift, step))


def _told(
    match: re.Match[str],
    near: PartialDate | None,
    extent: tuple[int, str],
    part: tuple[str, int | None],
    move: tuple[int, bool],
) -> Period:
    """The period of a match: where it ends and its words, its span and number in the year, its shift and step."""
    fiscal = "fiscal" in match[0].lower() or "/" in (match.groupdict().get("year") or "")
    return Period(match.start(), *extent, *part, _stated_year(match), fiscal, _ended(match, near), *move)


def _months(match: re.Match[str], near: PartialDate | None) -> Period:
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    noun = match["noun"].lower()
    number = match["number"].lower()
    span = LENGTHS.get(number, "other")
    if noun.startswith("week") and number in ("one", "1"):
        span = "week"
    elif noun.startswith("week") and number in ("three", "six", "nine", "twelve", "3", "6", "9", "12"):
        span = "quarter" if number in ("twelve", "12") else "other"
    elif noun.startswith("month") and number not in WHOLE_MONTHS:
        span = "other"
    first = bool(re.search(r"\bfirst\s", match[0].lower()))
    first = first or (span == "nine-months" and _stated_year(match) is not None)  # no year has other nine months
    ordinal = {"quarter": 1, "half": 1, "nine-months": 3}.get(span) if first else None
    return _told(match, near, (end, words), (span, ordinal), (shift, step))


def _years(match: re.Match[str], near: PartialDate | None) -> Period | None:
    """A year, month or plain period; None for words that only count time ("five years")."""
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    noun = match["noun"].lower()
    head = (match["head"] or "").lower().strip(" -")
    ended, year = _ended(match, near), _stated_year(match)
    period = Period(match.start(), end, words, "", None, year, "fiscal" in words.lower(), ended, shift)
    if noun.startswith("period"):
        return replace(period, shift=-1 if step else shift) if shift or ended or year else None
    if noun == "month":
        return replace(period, span="month", step=step) if ended or head else None
    if noun == "years" and not ended:
        return None
    if _LAST.search(head) and not ended:
        whole = "full" in head or period.fiscal
        return replace(period, span="year" if whole else "", fiscal="fiscal" in head, shift=-1)
    plain = OF_THE.search(match.string, max(0, match.start() - 12), match.start())
    if not (head or ended or year or plain):
        return None
    if head in ("recent", "most recent", "last", "just", "most") and not (ended or year):
        return None
    return replace(period, span="year", to_date=bool(match["todate"]))


def _short(match: re.Match[str]) -> Period:
    half = match["h"] or match["h2"]
    number = 3 if match["m9"] else int(half or match["q"] or match["q2"])
    year = match["y0"] or match["y1"] or match["fy"] or match["yy"]
    fiscal = "FY" in match[0] or match[0].startswith("fiscal") or "/" in (year or "")
    span = "nine-months" if match["m9"] else "half" if half else "quarter"
    shift = -1 if match["back"] else 0
    return Period(
        match.start(), match.end(), match[0], span, number, year_number(year) if year else None, fiscal, shift=shift,
    )  # fmt: skip


_TO_QUARTER = {"1": ("quarter", 1), "2": ("half", 1), "3": ("nine-months", 3), "4": ("year", None)}


def _to_quarter(match: re.Match[str]) -> Period:
    span, ordinal = _TO_QUARTER[match["q"] or match["q2"]]
    year = match["y"] or match["y0"]
    return Period(match.start(), match.end(), match[0], span, ordinal, int(year) if year else None)


def _fiscal_year(match: re.Match[str]) -> Period:
    year = year_number(match["fy"] or match["y"] or match["f2"])
    fiscal = not match[0].lower().startswith("calendar")
    return Period(match.start(), match.end(), match[0], "year", year=year, fiscal=fiscal)


def _back(match: re.Match[str]) -> Period:
    span = "year" if "fiscal" in match[0].lower() else ""
    return Period(match.start(), match.end(), match[0], span, shift=-1)


def _year_end(match: re.Match[str]) -> Period:
    words = _words(match)
    year = re.search(YEAR, match[0])
    ordinal = next((ORDINALS[word] for word in words.split() if word in ORDINALS), None)
    if ordinal is None and "quarter" not in words and "period" not in words:
        ordinal = 4
    return Period(match.start(), match.end(), match[0], "instant", ordinal, int(year[0]) if year else None)


_AND = re.compile(r",?\s(?:and|&)\s")


def _instants(text: str, near: PartialDate | None) -> list[Period]:
    """Days that a figure stands for: as of March 31, 2005; at December 31, 2004."""
    dates = {start: (end, date) for start, end, date in find_dates(text, near)}
    bracketed = [
        Period(start, end, text[start:end], "instant", ended=date)  # "(31 December 2013: £126.0m)"
        for start, (end, date) in dates.items()
        if date.day and text[max(0, start - 1) : start] in ("(", "[") and text[end : end + 1] == ":"
    ]
    stated = [(match.start(), match.end()) for match in AS_OF.finditer(text) if match.end() in dates]
    for _, at in tuple(stated):  # "as of December 31, 2020 and December 31, 2019"
        joint = _AND.match(text, dates[at][0])
        if joint is not None and joint.end() in dates:
            stated.append((joint.end(), joint.end()))
    return bracketed + [
        Period(start, dates[at][0], text[start : dates[at][0]], "instant", ended=dates[at][1]) for start, at in stated
    ]


def _listed(text: str, taken: list[Period]) -> list[Period]:
    """Years that follow a dated period in a list: "ended March 31, 2004 and 2003"."""
    more: list[Period] = []
    for period in taken:
        if period.ended is None and period.year is None:
            continue
        match = LISTED_YEAR.match(text, period.end)
        if match is None or any(match.start("y") < other.end and other.start < match.end("y") for other in taken):
            continue
        year = int(match["y"])
        ended = period.ended and PartialDate(year, period.ended.month, None)
        more.append(
            Period(match.start("y"), match.end("y"), match["y"], period.span, period.ordinal,
                   year if period.year else None, period.fiscal, ended)
        )  # fmt: skip
    return more
