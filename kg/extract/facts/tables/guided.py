"""Columns that look ahead: outlook tables with a low and a high end, one column an end or both in a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.context.calendar import Resolved
from kg.context.columns import Column, columns
from kg.context.context import Context
from kg.context.fiscal import days_apart
from kg.model import Table
from kg.text.periods import find_periods

_NAMES = (
    r"guidance|outlook|forecasts?|estimates?|estimated|expectations?|projections?|projected|targets?|targeted|expected"
)
_AHEAD = re.compile(rf"\b(?:{_NAMES})\b", re.IGNORECASE)
_END = (
    r"(?P<low>low|lower|minimum|bottom|from)(?:[\s-](?:end|range|case|bound))?"
    r"|(?P<high>high|higher|upper|maximum|top|to)(?:[\s-](?:end|range|case|bound))?"
)
_ENDED = re.compile(rf"\b(?:{_END})\s*(?:of (?:the )?(?:guidance )?range)?$", re.IGNORECASE)
# What says no more than that a column looks ahead.
_WORDS = re.compile(
    rf"\b(?:current|updated?|revised|new|latest|reaffirmed|raised|issued|initial|company|business|financial|annual(?=\s(?:{_NAMES})))\b\s?(?=[^,;]*\b(?:{_NAMES})\b)"
    rf"|\b(?:{_NAMES})\b(?:\s(?:range|provided|given|issued))?|\branges?\b|\(?\bas of\b.{{4,24}}$",
    re.IGNORECASE,
)
_STALE = re.compile(
    r"\b(?:prior|previous|previously|old|former|original|consensus|mid-?point|mid|street)\b", re.IGNORECASE
)
_DASHES = frozenset(("-", "–", "—", "to"))
_PLAIN = re.compile(r"\b(?:guidance|outlook|forecast)\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:expects?|anticipates?|projects?|estimates?)\b[^.:]{0,200}:\s*$")
_DONE = re.compile(r"\b(?:actuals?|reported|results)\b", re.IGNORECASE)
_YEAR_E = re.compile(r"\b((?:FY\s?)?(?:19|20)\d\d)\s?[EF]\b")
_TITLE = 90  # characters: a longer caption is a remark
_LONGEST = 300  # characters: a sentence that opens a table


@dataclass(frozen=True, slots=True)
class Paired(Column):
    """A column, or the two in which the low and the high ends of ranges stand."""

    to: int | None = None


def titles_outlook(table: Table, lines: Sequence[str]) -> bool:
    """Whether the lines over a table tell that it looks ahead; a sentence does over low and high ends."""
    longest = _LONGEST if any(column.to is not None for column in paired(table)) else _TITLE
    return any(
        _PLAIN.search(line) is not None
        or _OPENS.search(line[-_LONGEST:]) is not None
        or (len(line) < longest and _AHEAD.search(line) is not None)
        for line in lines
    )


def paired(table: Table) -> list[Paired]:
    """The columns of a table, with those of low and high ends that stand next to each other made one."""
    made: list[Paired] = []
    waiting: Paired | None = None
    for column in columns(table):
        end = _ENDED.search(column.head)
        rest = column.head[: end.start()].strip() if end else column.head
        last = made[-1] if made else None
        if end and end["low"]:
            waiting = Paired(column.at, rest)
        elif end and waiting is not None and waiting.head == rest:
            made.append(replace(waiting, to=column.at))
            waiting = None
        elif last is not None and last.head == column.head and _dashed(table, last.at, column.at):
            made[-1] = replace(last, to=column.at)
        elif not _only_dashes(table, column.at):
            made.append(Paired(column.at, column.head))
    return made


def _dashed(table: Table, low: int, high: int) -> bool:
    """Whether every row with figures in two columns has a dash between them."""
    told = [
        {cell.column: cell.text for cell in row}
        for row in table.rows[table.heads :]
        if {low, high} <= {cell.column for cell in row}
    ]
    return bool(told) and all(any(row.get(at) in _DASHES for at in range(low + 1, high)) for row in told)


def _only_dashes(table: Table, column: int) -> bool:
    told = [cell.text for row in table.rows[table.heads :] for cell in row if cell.column == column]
    return bool(told) and all(text in _DASHES for text in told)


def looks_ahead(head: str, *, outlook: bool) -> tuple[bool, bool, str]:
    """Whether a column holds expected figures, whether its head says so plainly, and the head without those words."""
    named = _AHEAD.search(head) is not None or _YEAR_E.search(head) is not None
    words = _YEAR_E.sub(r"\1", head)
    if named or outlook:
        words = " ".join(_WORDS.sub(" ", words).split()).strip(" -–—:")
    return (named or outlook) and _DONE.search(head) is None, _PLAIN.search(head) is not None, words


def stale(head: str) -> bool:
    """Whether a column repeats what was expected before, by others, or half-way between the ends."""
    return _STALE.search(head) is not None


def announced(context: Context, lines: Sequence[str]) -> Resolved | None:
    """The one period that the sentence or title over an outlook table names; None where several are named."""
    for line in reversed(lines[-4:]):
        if len(line) > _LONGEST:
            continue
        told = [
            resolved
            for period in find_periods(line, context.issued)
            if period.span in ("quarter", "half", "year", "nine-months")
            and (resolved := context.calendar.resolve(period, future=True)) is not None
            and resolved.end is not None
        ]
        if told:
            return told[0] if len({(one.span, one.end) for one in told}) == 1 else None
    return None


def over(context: Context, period: Resolved) -> bool:
    """Whether a period lay wholly before the release, so that its figures are results."""
    if context.issued is None or period.end is None or context.issued.day is None:
        return False
    return days_apart(context.issued, period.end) < 0
