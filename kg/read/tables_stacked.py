"""Tables whose cells a newswire printed one under the other: a label, its values, the next label."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.read.grids import Piece, closes_value, is_value, is_year, opens_value
from kg.read.lines import Line

_CELL = 140  # characters: the longest label
_LEAST = 12  # lines that hold a value alone, before a text is searched for such tables
_ROWS = 4  # rows that agree on their number of values make a table
_COLUMN = 10  # what a column is given of a line that never was printed
_HEAD = 50  # characters: the longest head
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(rf"\b(?:{_MONTHS})[a-z]{{0,6}}\.? \d|\b\d{{1,2}}-(?:{_MONTHS})", re.IGNORECASE)
_DATED = re.compile(rf"{_DAY.pattern}|\b(?:ended|ending|months?|weeks?|quarter|year|as of|at)\b", re.IGNORECASE)
_ABOVE = 8  # labels over the first years that can head or title a table
# A cell that heads a column by its whole period: "September 30, 2015", "9/30/15", "Q3 2015", "3Q15", "Sep-15".
_PERIOD = re.compile(
    rf"(?:(?:as of|(?:three months|quarter|year|\d\d weeks) ended) )?(?:(?:{_MONTHS})[a-z]{{0,6}}\.?(?: \d{{1,2}},?)?[\s'\u2019-]{{1,2}}(?:(?:19|20)\d\d|\d\d)|\d{{1,2}} (?:{_MONTHS})[a-z]{{0,6}} (?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}/(?:\d\d){1,2}|(?:q[1-4]|[1-4]q|fy|h[12])[\s'\u2019-]{0,2}(?:19|20)?\d\d)(?: ?\(?(?:un)?audited\)?)?",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"(?:% ?)?(?:change|increase|variance|growth)(?: ?\(decrease\))?(?: ?\(?%\)?)?|%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines low to high (half-open) that make one table, and its rows."""

    low: int
    high: int
    rows: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Labels and the values that follow the last of them, and the number of its last line."""

    labels: tuple[Piece, ...]
    values: tuple[Piece, ...]
    last: int

    @property
    def heads(self) -> bool:
        return len(self.values) > 1 and all(is_year(value.text) or _heads_column(value) for value in self.values)


def stacks(printed: list[Line]) -> list[Stack]:
    """The tables among the lines, in order."""
    if sum(1 for line in printed if line.text and is_value(line.text)) < _LEAST:
        return []
    numbers = {line.start: number for number, line in enumerate(printed)}
    found: list[Stack] = []
    for run in _runs(printed):
        groups = _completed([part for group in _groups(run) for part in _opened(group)])
        starts = [at for at, group in enumerate(groups) if group.heads]
        for start, end in pairwise([*starts, len(groups)]):
            rows = _rows(groups[start:end])
            if rows:
                found.append(Stack(numbers[rows[0][0].start], _last(groups[start:end]) + 1, rows))
    return found


def _runs(printed: list[Line]) -> list[list[tuple[int, Piece]]]:
    """Stretches of short lines, each line one cell; signs of currency and brackets joined to their values."""
    runs: list[list[tuple[int, Piece]]] = [[]]
    for number, line in enumerate(printed):
        text = line.text
        if not text:
            continue
        if len(text) > _CELL or (text.endswith(".") and text.count(" ") > 7):
            runs.append([])
            continue
        piece = Piece(text, line.start, line.end, 0, 1)
        last = runs[-1][-1][1] if runs[-1] else None
        if last is not None and ((opens_value(last.text) and is_value(text)) or closes_value(text, last.text)):
            runs[-1][-1] = (runs[-1][-1][0], replace(last, text=last.text + text, end=piece.end))
        else:
            runs[-1].append((number, piece))
    return [run for run in runs if len(run) >= _LEAST]


def _groups(run: list[tuple[int, Piece]]) -> list[_Group]:
    found: list[_Group] = []
    labels: list[Piece] = []
    values: list[Piece] = []
    last = run[0][0]
    for number, piece in run:
        if is_value(piece.text):
            values.append(piece)
        elif values:
            found.append(_Group(tuple(labels), tuple(values), last))
            labels, values = [piece], []
        else:
            labels.append(piece)
        last = number
    found.append(_Group(tuple(labels), tuple(values), last))
    return found


def _heads_column(piece: Piece) -> bool:
    return _PERIOD.fullmatch(piece.text) is not None or _CHANGE.fullmatch(piece.text) is not None


def _opened(group: _Group) -> list[_Group]:
    """The group, and before it the periods among its labels that head columns, as many as it has values."""
    labels, width = group.labels, len(group.values)
    if group.heads or width < 2:
        return [group]
    for at in range(len(labels) - width):
        cells = labels[at : at + width]
        if _PERIOD.fullmatch(cells[0].text) and all(map(_heads_column, cells)):
            heads = _Group(labels[:at], cells, group.last)
            return [heads, replace(group, labels=labels[at + width :])]
    return [group]


def _completed(groups: list[_Group]) -> list[_Group]:
    """The groups, with the heads of columns of changes put behind the years they are printed after."""
    found: list[_Group] = []
    for group in groups:
        extra = [label for label in group.labels[:-1] if _CHANGE.fullmatch(label.text)]
        beside = bool(found) and found[-1].heads and bool(extra) and group.labels[: len(extra)] == tuple(extra)
        if beside and len(found[-1].values) + len(extra) == len(group.values):
            found[-1] = replace(found[-1], values=(*found[-1].values, *extra))
            found.append(replace(group, labels=group.labels[len(extra) :]))
        else:
            found.append(group)
    return found


def _last(groups: list[_Group]) -> int:
    return max(group.last for group in groups if group.values)


def _rows(groups: list[_Group]) -> tuple[tuple[Piece, ...], ...]:
    """The table that begins with a group of years; empty where too few rows have a value under each."""
    width = len(groups[0].values)
    counts = Counter(len(group.values) for group in groups[1:] if group.values)
    if counts[width] < _ROWS or counts[width] * 5 < sum(counts.values()) * 4:
        return ()
    while not groups[-1].values:
        groups = groups[:-1]
    rows = _heads(groups[0].labels[-_ABOVE:], width)
    rows.append(tuple(_placed(piece, at + 1) for at, piece in enumerate(groups[0].values)))
    for group in groups[1:]:
        rows += [(label,) for label in group.labels[:-1]]
        values = group.values if len(group.values) == width else ()
        rows.append((*group.labels[-1:], *(_placed(value, at + 1) for at, value in enumerate(values))))
    return tuple(row for row in rows if row)


def _heads(labels: tuple[Piece, ...], width: int) -> list[tuple[Piece, ...]]:
    """The heads over the years: as many as columns, or fewer that span them evenly."""
    found: list[tuple[Piece, ...]] = []
    at = len(labels)
    while at and _DATED.search(labels[at - 1].text) and len(labels[at - 1].text) < _HEAD:
        day = _DAY.search(labels[at - 1].text) is not None
        end = at
        while at and _DATED.search(labels[at - 1].text) and (_DAY.search(labels[at - 1].text) is not None) == day:
            at -= 1
        count = end - at
        if width % count:
            break
        size = width // count
        spread = (
            replace(_placed(piece, k * size + 1), right=_COLUMN * (k + 1) * size + 8)
            for k, piece in enumerate(labels[at:end])
        )
        found.insert(0, tuple(spread))
    return found


def _placed(piece: Piece, column: int) -> Piece:
    return replace(piece, left=_COLUMN * column, right=_COLUMN * column + 8)
