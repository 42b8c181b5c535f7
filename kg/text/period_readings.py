"""What one period phrase says: the match of each wording read as a `Period`, not yet set on a calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kg.model import PartialDate
from kg.text.dates import find_dates, full_year, month_number
from kg.text.period_patterns import LENGTHS, OF_THE, ORDINALS, WHOLE_MONTHS, YEAR


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


_LAST: Final = re.compile(r"\b(?:prior|previous|preceding|last)\b")


def _stated_year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    words = groups.get("year") or groups.get("before") or groups.get("myear")
    return year_number(words) if words else None


def year_number(printed: str) -> int:
    """The year that a print names; of both years of a fiscal one the later ("2024/25": 2025)."""
    first, _, second = re.sub(r"[–-]", "/", printed).partition("/")
    if not second:
        return full_year(first)
    start = full_year(first)
    end = int(second) if len(second) == 4 else start // 100 * 100 + int(second)
    return end if end - start == 1 else start


def _trimmed(match: re.Match[str], near: PartialDate | None) -> tuple[int, str]:
    """Where a phrase ends, and its words: a tail that names no date is left out."""
    if match.groupdict().get("ended") and _ended(match, near) is None:
        end = match.start("ended")
        words = re.sub(r",?\s\w+\s(?:on\s)?$", "", match.string[match.start() : end])
        return match.start() + len(words), words
    return match.end(), match[0]


def is_share(match: re.Match[str]) -> bool:
    """Whether "half" stands for fifty percent: nothing says which half of a year."""
    bare = not (match["ordinal"] or match["head"] or match["year"] or match["before"] or match["ended"])
    return bare and match["noun"].lower() == "half"


def quarter(match: re.Match[str], near: PartialDate | None) -> Period:
    """A quarter or half, "the second quarter of fiscal 2003", "the March quarter"."""
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


def months(match: re.Match[str], near: PartialDate | None) -> Period:
    """Months or weeks counted, "the six months ended June 30", "13 weeks"."""
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


def years(match: re.Match[str], near: PartialDate | None) -> Period | None:
    """A year, month or plain period; None for words that only count time ("five years")."""
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    noun = match["noun"].lower()
    head = (match["head"] or "").lower().strip(" -")
    ended, year = _ended(match, near), _stated_year(match)
    fiscal = "fiscal" in words.lower() or "/" in (match["before"] or "")
    period = Period(match.start(), end, words, "", None, year, fiscal, ended, shift)
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


def short(match: re.Match[str]) -> Period:
    """A short form, "Q4 2007", "1H24", "9M 2024"."""
    half = match["h"] or match["h2"]
    number = 3 if match["m9"] else int(half or match["q"] or match["q2"])
    year = match["y0"] or match["y1"] or match["fy"] or match["yy"]
    fiscal = "FY" in match[0] or match[0].startswith("fiscal") or "/" in (year or "")
    span = "nine-months" if match["m9"] else "half" if half else "quarter"
    shift = -1 if match["back"] else 0
    return Period(
        match.start(), match.end(), match[0], span, number, year_number(year) if year else None, fiscal, shift=shift,
    )  # fmt: skip


TO_QUARTER_SPANS: Final = {"1": ("quarter", 1), "2": ("half", 1), "3": ("nine-months", 3), "4": ("year", None)}


def to_quarter(match: re.Match[str]) -> Period:
    """Quarters up to one, "YTD Q3 2024"."""
    span, ordinal = TO_QUARTER_SPANS[match["q"] or match["q2"]]
    year = match["y"] or match["y0"]
    return Period(match.start(), match.end(), match[0], span, ordinal, int(year) if year else None)


def fiscal_year(match: re.Match[str]) -> Period:
    """A fiscal or calendar year, "FY2024", "fiscal 2003"."""
    year = year_number(match["fy"] or match["y"] or match["f2"])
    fiscal = not match[0].lower().startswith("calendar")
    return Period(match.start(), match.end(), match[0], "year", year=year, fiscal=fiscal)


def back(match: re.Match[str]) -> Period:
    """A look back without a length, "a year ago"."""
    span = "year" if "fiscal" in match[0].lower() else ""
    return Period(match.start(), match.end(), match[0], span, shift=-1)


def year_end(match: re.Match[str]) -> Period:
    """The end of a year or quarter as a day, "at year-end 2004"."""
    words = _words(match)
    year = re.search(YEAR, match[0])
    ordinal = next((ORDINALS[word] for word in words.split() if word in ORDINALS), None)
    if ordinal is None and "quarter" not in words and "period" not in words:
        ordinal = 4
    return Period(match.start(), match.end(), match[0], "instant", ordinal, int(year[0]) if year else None)
