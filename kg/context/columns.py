"""The heads of a table's columns, put together from the rows that head them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import Cell, Table
from kg.text.dates import MONTH_NAME
from kg.text.ranges import is_estimate

_VALUE = re.compile(
    r"^[\s$€£¥(+-]*(?:[A-Z]{1,3}\$?\s?)?[(\s-]*(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s?\)?\s?(?:%|¢|x)?\s?\)?\s?(?:\*+|\([a-z\d]\)|[a-z])?$"
)
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?\(?[a-z*\d]\)?|\*)?$")
_LONGEST_HEAD = 90  # characters: a longer cell over columns is a remark
_GLUED = re.compile(r"([a-z])([A-Z])")
_LAST_YEAR = re.compile(r"\s?(?:19|20)\d\d$")
_MONTH_DAY = re.compile(rf"\b{MONTH_NAME}\.? \d{{1,2}},?$", re.IGNORECASE)
_DATE = re.compile(rf"{MONTH_NAME}\.? \d{{1,2}}, (?:19|20)\d\d$", re.IGNORECASE)
_CHANGES = re.compile(r"%|\b(?:increase|decrease|change)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:(?:three|six|nine|twelve)\s(?:months|weeks)|quarters?|(?:fiscal\s)?years?|\d{1,2}\s(?:months|weeks))\s(?:ended|ending)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[\s_=*.-]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds values: the grid column it starts at, and its head from top to bottom."""

    at: int
    head: str


def is_value(text: str) -> bool:
    """Whether a cell prints a number (a year alone counts as one) or the two ends of a range."""
    return _VALUE.match(text) is not None or is_estimate(text)


def is_year(text: str) -> bool:
    """Whether a cell prints nothing but a year."""
    return _YEAR.match(text) is not None


def columns(table: Table) -> list[Column]:
    """The value columns of a table, from left to right."""
    widths: dict[int, int] = {}
    for row in table.rows[table.heads :]:
        for cell in row:
            if cell.column > 0 and (is_value(cell.text) or _RULE.match(cell.text)):
                widths[cell.column] = max(widths.get(cell.column, 1), cell.width)
    heads = table.rows[: table.heads]
    found = [Column(at, _head(heads, at, at + widths[at])) for at in sorted(widths)]
    return _lent(_shared_out(found))


def _head(heads: tuple[tuple[Cell, ...], ...], start: int, end: int) -> str:
    parts: list[str] = []
    for row in heads:
        for cell in row:
            spans = cell.column < end and start < cell.column + cell.width
            if (
                spans
                and cell.column + cell.width > 1
                and len(cell.text) <= _LONGEST_HEAD
                and not _RULE.match(cell.text)
            ):
                parts.append(cell.text)
    return _GLUED.sub(r"\1 \2", " ".join(" ".join(parts).split()))


def _shared_out(found: list[Column]) -> list[Column]:
    """Give each group of columns its own period where one head over all of them names several."""
    uppers = {_LAST_YEAR.sub("", column.head) for column in found}
    phrases = list(_ENDED.finditer(next(iter(uppers)))) if len(uppers) == 1 else []
    if len(phrases) < 2 or len(found) % len(phrases):
        return found
    upper = next(iter(uppers))
    ends = [phrase.start() for phrase in phrases[1:]] + [len(upper)]
    size = len(found) // len(phrases)
    return [
        Column(
            column.at,
            f"{upper[phrases[at // size].start() : ends[at // size]].strip()} {column.head[len(upper) :].strip()}",
        )
        for at, column in enumerate(found)
    ]


def _lent(found: list[Column]) -> list[Column]:
    """Lend a year the words over the year to its left, where its own head belongs to a column of changes.

    So a year alone, where a day of the year stands over the left one of two, and a date alone, where "Three Months
    Ended" does: it is centred over both, or a grid shows it in its first column only.
    """
    lent: list[Column] = []
    dated: str | None = None
    ended = ""
    for column in found:
        year = _LAST_YEAR.search(column.head)
        head = column.head
        if year and _CHANGES.search(head[: year.start()]) and dated is not None:
            head = dated + year[0]
        elif ended and _DATE.match(head):
            head = f"{ended} {head}"
        elif is_year(head) and dated is not None and _MONTH_DAY.search(dated):
            head = f"{dated} {head}"
        elif year and not _CHANGES.search(head):
            dated = head[: year.start()]
            phrase = _ENDED.match(head)
            ended = phrase[0] if phrase and _DATE.match(head[phrase.end() :].strip()) else ""
        lent.append(Column(column.at, head))
    return lent


_UNITS = re.compile(
    r"^\W*(?:(?:amounts?|dollars|all|figures|expressed|in|us|u\.s\.|canadian|euros?|\$|usd|eur|rmb|of|unaudited)\W+){0,5}(?:thousands|millions)\b.{0,60}$",
    re.IGNORECASE,
)


def captions(table: Table) -> list[str]:
    """What stands over and beside the heads: the lines before the table, then the heads' first column.

    So does a line of units right under the heads.
    """
    lines = list(table.before)
    for row in table.rows[: table.heads]:
        lines += [cell.text for cell in row if cell.column == 0]
    first = table.rows[table.heads : table.heads + 2]
    return [*lines, *(row[0].text for row in first if len(row) == 1 and _UNITS.match(row[0].text))]


_PERIOD_LINE = re.compile(
    r"\b(?:months?|weeks?|quarters?|years?|period)\b.{0,30}\b(?:ended|ending)\b|\bas of\b", re.IGNORECASE
)


def bands(table: Table) -> list[Table]:
    """The parts of a table that have heads of their own, each as a table; most tables are one part.

    Heads that stand between data rows open a part; the label lines right above them are its captions.
    """
    opens: list[tuple[int, int]] = []
    at = table.heads
    while at < len(table.rows):
        to = at
        while to < len(table.rows) and not _has_values(table.rows[to]):
            to += 1
        last = max((number for number in range(at, to) if _heads_columns(table.rows[number])), default=None)
        if last is not None and at > table.heads:
            opens.append((at, last + 1))
        at = max(to, at) + 1
    if not opens:
        return [table]
    parts = [replace(table, rows=table.rows[: opens[0][0]])]
    for number, (start, data) in enumerate(opens):
        end = opens[number + 1][0] if number + 1 < len(opens) else len(table.rows)
        said = tuple(row[0].text for row in table.rows[start:data] if len(row) == 1 and row[0].column == 0)
        rows = table.rows[start:end]
        parts.append(replace(table, rows=rows, heads=data - start, before=(*table.before, *said)))
    return parts


def _has_values(row: tuple[Cell, ...]) -> bool:
    return any(cell.column > 0 and is_value(cell.text) and not is_year(cell.text) for cell in row)


def _heads_columns(row: tuple[Cell, ...]) -> bool:
    """Whether a row without values names columns or a period."""
    beside = [cell for cell in row if cell.column > 0 and not _RULE.match(cell.text)]
    if len(beside) >= 2:
        return True
    return len(row) == 1 and row[0].column == 0 and _PERIOD_LINE.search(row[0].text) is not None
