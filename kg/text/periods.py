"""Reporting periods as a text names them: "the second quarter of fiscal 2003", "a year ago", "Q4"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import PartialDate
from kg.text.dates import MONTH_NAME, find_dates, full_year, month_number


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


_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4,
    "one": 1, "two": 2, "three": 3, "four": 4,
}  # fmt: skip
_LENGTHS = {
    "three": "quarter", "3": "quarter", "thirteen": "quarter", "13": "quarter", "fourteen": "quarter",
    "14": "quarter", "twelve week": "quarter", "six": "half", "6": "half", "twenty-six": "half", "26": "half",
    "twenty-seven": "half", "27": "half", "nine": "nine-months", "9": "nine-months",
    "thirty-nine": "nine-months", "39": "nine-months", "forty": "nine-months", "40": "nine-months",
    "twelve": "year", "12": "year", "fifty-two": "year", "52": "year", "fifty-three": "year", "53": "year",
    "one": "month", "1": "month", "sixteen": "quarter", "16": "quarter",
}  # fmt: skip
_WHOLE_MONTHS = frozenset(("three", "six", "nine", "twelve", "one", "3", "6", "9", "12", "1"))
_YEAR = r"(?:19[89]\d|20[0-4]\d)(?![\d]|,\d|\.\d)"
_FISCAL = r"(?:fiscal|calendar|financial)"
_NUMBER = (
    r"(?:three|six|nine|twelve|thirteen|fourteen|sixteen|twenty-six|twenty-seven|thirty-nine|forty|fifty-two|"
    r"fifty-three|one|3|6|9|12|13|14|16|26|27|39|40|52|53)"
)
_BACK = (
    r"(?:a|one)[\s-]years?[\s-](?:ago|earlier|before|prior)|(?:the\s)?year[\s-](?:ago|earlier)|last\s(?:fiscal\s)?year"
    r"|(?:in|of|from|during|for)\s(?:the\s)?(?:prior|previous|preceding|last)\s(?:fiscal\s)?year"
    r"|the\syear\sbefore|the\sprior\syear|the\sprevious\syear"
)
_HEAD = (
    r"(?P<head>(?:(?:same|comparable|corresponding|like|equivalent|similar|prior[\s-]year(?:'s|’s)?|"
    r"year[\s-]ago|year[\s-]earlier|previous\syear(?:'s|’s)|last\syear(?:'s|’s)|prior|previous|preceding|"
    r"immediately|linked|last|current|this|next|coming|upcoming|recent|most|latest|just|recently|completed|"
    r"ended|concluded|reported|full|entire|fiscal|financial|calendar|audited|unaudited)[\s-]){0,4})"
)
_TAIL = (
    rf"(?:\s(?P<todate>to[\s-]date))?(?:[\s,]{{1,2}}(?:of\s|in\s|for\s)?(?:the\s)?(?:{_FISCAL}\s)?(?P<ykind>{_FISCAL}\s)?"
    rf"(?:year\s)?(?:{_FISCAL}\s)?(?P<year>{_YEAR})(?:\s(?:{_FISCAL}\s)?(?:year|quarter|period)\b)?)?"
    rf"(?:,?\s(?:which\s|that\s|period\s|and\s)?(?:ended|ending|ends|to)\s(?:on\s)?(?P<ended>[^;:]{{4,24}}?\b(?:\d{{1,2}}\b,?(?:\s{_YEAR})?|{_YEAR})))?"
    rf"(?P<back>,?\s(?:{_BACK}))?"
)
_QUARTER = re.compile(
    rf"\b{_HEAD}(?:year\s)?(?:(?P<before>{_YEAR})(?:'s|’s)?\s)?(?:{_FISCAL}[\s-])?(?:(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)"
    rf"[\s-])?(?:{_FISCAL}[\s-])?(?:(?P<mname>{MONTH_NAME})\s(?:(?P<myear>{_YEAR})\s)?)?(?P<noun>quarters?|half(?:[\s-]years?)?)\b{_TAIL}",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b{_HEAD}(?:(?:first|second|last|latest|trailing)[\s-])?(?P<number>{_NUMBER})[\s-](?:fiscal[\s-])?(?P<noun>months?|weeks?)"
    rf"(?:[\s-](?:periods?|fiscal\speriod|fiscal\syear|fiscal\squarter|quarter|year))?\b{_TAIL}",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"\b{_HEAD}(?:(?P<before>{_YEAR})\s)?(?:{_FISCAL}[\s-])?(?P<noun>years?|periods?|month)\b(?!\s?-\s?old|s?\sold){_TAIL}",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"\b(?:(?:FY\s?(?P<fy>\d\d|{_YEAR})|(?:fiscal\s)?(?P<y0>{_YEAR}))[\s-]{{0,2}})?(?:Q(?P<q>[1-4])|(?P<q2>[1-4])Q|H(?P<h>[12])|(?P<h2>[12])H)"
    rf"(?:[\s-]{{0,2}}(?:of\s)?(?:fiscal\s|FY\s?|CY\s?)?(?:['’]?(?P<yy>\d\d)(?![\d%,.]\d|\d|\s?%)|(?P<y1>{_YEAR})))?\b(?P<back>\s(?:{_BACK}))?",
)
_FISCAL_YEAR = re.compile(
    rf"\b(?:FY\s?['’]?(?P<fy>{_YEAR}|\d\d)\b|(?:fiscal|calendar)(?:\syear)?[\s-](?P<y>{_YEAR})|fiscal\s['’](?P<f2>\d\d)\b)",
    re.IGNORECASE,
)
_BARE_BACK = re.compile(rf"\b(?:{_BACK})\b", re.IGNORECASE)
_TO_DATE = re.compile(r"\b(?:year[\s-]to[\s-]date|so far this year|YTD)\b", re.IGNORECASE)
_YEAR_END = re.compile(
    rf"\b(?:(?:the\send\sof\s|at\s)(?P<of>(?:the\s)?(?:first|second|third|fourth)\squarter|(?:fiscal\s)?(?:year\s)?{_YEAR})"
    rf"|(?:fiscal[\s-])?(?:year|quarter|period)[\s-]end(?:\s(?:of\s)?(?P<y>{_YEAR}))?)\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\b(?i:as\s(?:of|at)|at|on)\s(?=[A-Z0-9])")
_PLAIN_YEAR = re.compile(
    rf"(?<![$€£\d.,/-])\b(?:(?<=\bin\s)|(?<=\bfor\s)|(?<=\bof\s)|(?<=\bduring\s)|(?<=\bfrom\s)|(?<=\bto\s)|(?<=\bthan\s)"
    rf"|(?<=\bversus\s)|(?<=\bvs\.\s)|(?<=\bwith\s)|(?<=\bthroughout\s)"
    rf"|(?<=\bfull[\s-]year\s)|(?<=\band\s))(?P<y>{_YEAR})(?!\s?%|[-–/]\d|\s(?:percent|million|billion|shares|employees))",
    re.IGNORECASE,
)
_GATE = re.compile(
    r"quarter|half|month|week|year|period|\b(?:19|20)\d\d\b|\b[QH][1-4]\b|\b[1-4][QH]|FY|YTD|to date",
    re.IGNORECASE,
)
_FIRST_LENGTH = re.compile(rf"\b(?P<n>{_NUMBER})(?:[\s-](?:months?|weeks?)(?:\speriods?)?)?\s(?:and|&)\s(?:the\s)?$", re.IGNORECASE)
_JOINED = re.compile(r",?\s(?:and|&)\s(?:for\s)?(?:the\s)?", re.IGNORECASE)
_OF_THE = re.compile(r"\b(?:for|during|of|in|over)\sthe\s$", re.IGNORECASE)
_MONTH_IN = re.compile(
    rf"\b(?:in|during|for)\s(?P<t>(?P<m>{MONTH_NAME}),?\s(?P<y>{_YEAR}))"
)
_LISTED_YEAR = re.compile(rf"\s?(?:,|and|versus|vs\.?|compared\s(?:to|with))\s(?P<y>{_YEAR})")


def find_periods(text: str, near: PartialDate | None = None) -> list[Period]:
    """Every period phrase of the text, in order, none overlapping; longer readings win.

    A day without a year ("ended June 30") takes the year that brings it closest to `near`.
    """
    if not _GATE.search(text):
        return []
    found: list[Period] = []
    found += [_quarter(match, near) for match in _QUARTER.finditer(text)]
    found += [_months(match, near) for match in _MONTHS.finditer(text)]
    found += [_short(match) for match in _SHORT.finditer(text)]
    found += [period for match in _YEARS.finditer(text) if (period := _years(match, near)) is not None]
    found += [_fiscal_year(match) for match in _FISCAL_YEAR.finditer(text)]
    found += [_back(match) for match in _BARE_BACK.finditer(text)]
    found += [
        Period(match.start(), match.end(), match[0], "", to_date=True) for match in _TO_DATE.finditer(text)
    ]
    found += [_year_end(match) for match in _YEAR_END.finditer(text)]
    found += _instants(text, near)
    found += [
        Period(match.start(), match.end(), match[0], "year", year=int(match["y"]))
        for match in _PLAIN_YEAR.finditer(text)
    ]
    found += [
        Period(match.start("t"), match.end("t"), match["t"], "month",
               ended=PartialDate(int(match["y"]), month_number(match["m"])))
        for match in _MONTH_IN.finditer(text)
    ]  # fmt: skip
    found.sort(key=lambda period: (period.start - period.end, period.start))
    taken: list[Period] = []
    for period in found:
        if all(period.end <= other.start or other.end <= period.start for other in taken):
            taken.append(period)
    taken += _listed(text, taken)
    taken += _paired(text, taken)
    return _shared_tails(text, sorted(taken, key=lambda period: period.start))


def _paired(text: str, taken: list[Period]) -> list[Period]:
    """The first of two lengths that share their noun: "three and six months ended June 30, 2005"."""
    more: list[Period] = []
    for period in taken:
        match = _FIRST_LENGTH.search(text, max(0, period.start - 30), period.start)
        if match is None or period.span not in ("half", "nine-months", "year"):
            continue
        if any(match.start("n") < other.end and other.start < period.start for other in taken):
            continue
        span = _LENGTHS[match["n"].lower()]
        more.append(replace(period, start=match.start("n"), end=match.end("n"), text=match["n"], span=span, ordinal=None))
    return more


def _shared_tails(text: str, periods: list[Period]) -> list[Period]:
    """Give the first of two joined periods the end or year that only the second prints."""
    shared = list(periods)
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        if first.ended or first.year or first.shift or not first.span or first.span == "instant":
            continue
        if not (second.ended or second.year) or not _JOINED.fullmatch(text, first.end, second.start):
            continue
        if second.span in ("half", "nine-months", "year", "quarter"):
            year = second.year if first.ordinal or first.span == "year" else None
            shared[at] = replace(first, ended=second.ended if not first.ordinal else None, year=year, fiscal=second.fiscal)
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


def _stated_year(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    words = groups.get("year") or groups.get("before") or groups.get("myear")
    return int(words) if words else None


def _trimmed(match: re.Match[str], near: PartialDate | None) -> tuple[int, str]:
    """Where a phrase ends, and its words: a tail that names no date is left out."""
    if match.groupdict().get("ended") and _ended(match, near) is None:
        end = match.start("ended")
        words = re.sub(r",?\s\w+\s(?:on\s)?$", "", match.string[match.start() : end])
        return match.start() + len(words), words
    return match.end(), match[0]


def _quarter(match: re.Match[str], near: PartialDate | None) -> Period:
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    ordinal = _ORDINALS.get((match["ordinal"] or "").lower())
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
        return Period(match.start(), end, words, span, -month_number(month), year, False, ended, shift, step)
    fiscal = "fiscal" in match[0].lower()
    return Period(
        match.start(),
        end,
        words,
        span,
        ordinal,
        _stated_year(match),
        fiscal,
        _ended(match, near),
        shift,
        step,
    )


def _months(match: re.Match[str], near: PartialDate | None) -> Period:
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    noun = match["noun"].lower()
    number = match["number"].lower()
    span = _LENGTHS[number]
    if noun.startswith("week") and number in ("one", "1"):
        span = "week"
    elif noun.startswith("week") and number in ("three", "six", "nine", "twelve", "3", "6", "9", "12"):
        span = "quarter" if number in ("twelve", "12") else "other"
    elif noun.startswith("month") and number not in _WHOLE_MONTHS:
        span = "other"
    first = bool(re.search(r"\bfirst\s", match[0].lower()))
    ordinal = {"quarter": 1, "half": 1, "nine-months": 3}.get(span) if first else None
    fiscal = "fiscal" in match[0].lower()
    return Period(
        match.start(),
        end,
        words,
        span,
        ordinal,
        _stated_year(match),
        fiscal,
        _ended(match, near),
        shift,
        step,
    )


def _years(match: re.Match[str], near: PartialDate | None) -> Period | None:
    """A year, month or plain period; None for words that only count time ("five years")."""
    shift, step = _shift(match)
    end, words = _trimmed(match, near)
    noun = match["noun"].lower()
    head = (match["head"] or "").lower().strip(" -")
    ended, year = _ended(match, near), _stated_year(match)
    if noun.startswith("period"):
        if not (shift or ended or year):
            return None
        return Period(
            match.start(),
            end,
            words,
            "",
            None,
            year,
            "fiscal" in words,
            ended,
            shift if not step else -1,
            False,
        )
    if noun == "month":
        return (
            Period(match.start(), end, words, "month", ended=ended, shift=shift, step=step)
            if ended or head
            else None
        )
    if noun == "years" and not ended:
        return None
    if re.search(r"\b(?:prior|previous|preceding|last)\b", head) and not ended:
        shift, step = -1, False
        whole = "full" in head or "fiscal" in words.lower()
        return Period(
            match.start(), end, words, "year" if whole else "", None, year, "fiscal" in head, ended, shift
        )
    plain = _OF_THE.search(match.string, max(0, match.start() - 12), match.start())
    if not (head or ended or year or plain):
        return None
    if step:
        shift, step = shift, False
    if head in ("recent", "most recent", "last", "just", "most") and not (ended or year):
        return None
    return Period(
        match.start(), end, words, "year", None, year, "fiscal" in words.lower(), ended, shift, step,
        bool(match["todate"]),
    )  # fmt: skip


def _short(match: re.Match[str]) -> Period:
    half = match["h"] or match["h2"]
    number = int(half or match["q"] or match["q2"])
    year = match["y0"] or match["y1"] or match["fy"] or match["yy"]
    fiscal = "FY" in match[0] or match[0].startswith("fiscal")
    shift = -1 if match["back"] else 0
    return Period(
        match.start(), match.end(), match[0], "half" if half else "quarter", number,
        full_year(year) if year else None, fiscal, shift=shift,
    )  # fmt: skip


def _fiscal_year(match: re.Match[str]) -> Period:
    year = full_year(match["fy"] or match["y"] or match["f2"])
    fiscal = not match[0].lower().startswith("calendar")
    return Period(match.start(), match.end(), match[0], "year", year=year, fiscal=fiscal)


def _back(match: re.Match[str]) -> Period:
    span = "year" if "fiscal" in match[0].lower() else ""
    return Period(match.start(), match.end(), match[0], span, shift=-1)


def _year_end(match: re.Match[str]) -> Period:
    words = _words(match)
    year = re.search(_YEAR, match[0])
    ordinal = next((_ORDINALS[word] for word in words.split() if word in _ORDINALS), None)
    if ordinal is None and "quarter" not in words and "period" not in words:
        ordinal = 4
    return Period(match.start(), match.end(), match[0], "instant", ordinal, int(year[0]) if year else None)


def _instants(text: str, near: PartialDate | None) -> list[Period]:
    """ "As of March 31, 2005", "at December 31, 2004"."""
    dates = {start: (end, date) for start, end, date in find_dates(text, near)}
    return [
        Period(match.start(), dates[match.end()][0], text[match.start() : dates[match.end()][0]], "instant",
               ended=dates[match.end()][1])
        for match in _AS_OF.finditer(text)
        if match.end() in dates
    ]  # fmt: skip


def _listed(text: str, taken: list[Period]) -> list[Period]:
    """Years that follow a dated period in a list: "ended March 31, 2004 and 2003"."""
    more: list[Period] = []
    for period in taken:
        if period.ended is None and period.year is None:
            continue
        match = _LISTED_YEAR.match(text, period.end)
        if match is None or any(
            match.start("y") < other.end and other.start < match.end("y") for other in taken
        ):
            continue
        year = int(match["y"])
        ended = period.ended and PartialDate(year, period.ended.month, None)
        more.append(
            Period(match.start("y"), match.end("y"), match["y"], period.span, period.ordinal,
                   year if period.year else None, period.fiscal, ended)
        )  # fmt: skip
    return more
