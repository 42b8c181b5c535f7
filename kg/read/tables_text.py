"""Tables in fixed-width text: which lines they take, and the cells of each line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.model import Table
from kg.read.grids import Piece, build, closes_value, is_data, is_value, is_year, opens_value
from kg.read.lines import Line

_GAP = re.compile(r"(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]?(?:\.[ \u00a0]?){3,}[ \u00a0]*)(?=\S)")
_LEADERS = re.compile(r"[ \u00a0]*(?:\.[ \u00a0]?){3,}$")
_RULE = re.compile(r"[\s\-=_+*~\u2010-\u2015\u2500-\u257f|:]+$")
TAG = re.compile(r"</?(?:table|caption|s|c|page|fn|multiplier|f\d{1,2}|r|pre)\b[^>]{0,40}>", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<=[\d)%]) (?=[$(\d-])")
_DATES = re.compile(r"(?<=\d,) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)", re.IGNORECASE)
_DATED = re.compile(
    r"\b(?:ended|ending|as of|(?:19|20)\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|months|weeks|quarter"
    r"|year|actual|change|unaudited)",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"(?<=[A-Za-z)]) (?:\$ ?\(?[\d.,]+\)?|\(?\d{1,3}(?:,\d{3})+\)?|\(?\d+\.\d+\)?)(?: \$)?$")
_GOES_ON = re.compile(r"(?:,|&|\b(?:and|or|of|in|for|to|the|from|on|by|with|per|before|net|than|at))$", re.IGNORECASE)
_HEAD_LINES = 16  # how far above its first values the heads of a table can begin
_INNER = 14  # label, rule and empty lines that may stand between two lines of values
_STROKE = 40  # columns of print that a cell between strokes is given
_WIDTH = 200  # characters: no printed table is wider


@dataclass(frozen=True, slots=True)
class Row:
    """One line as table cells; none when it is empty or a rule."""

    line: Line
    pieces: tuple[Piece, ...]
    rule: bool = False
    tag: str = ""

    @property
    def is_data(self) -> bool:
        """Whether the line holds values behind a label, or several values."""
        return is_data(list(self.pieces)) and (len(self.pieces) > 1)

    @property
    def alone(self) -> bool:
        """Whether the line is one stretch of text."""
        return len(self.pieces) == 1


def row_of(line: Line) -> Row:
    """The cells of a printed line."""
    text = line.text
    if not text or len(text) > _WIDTH:
        return Row(line, ())
    tag = TAG.match(text)
    if tag:
        return Row(line, (), tag=tag.group().lower())
    if _RULE.match(text):
        return Row(line, (), rule=True)
    if text.count("|") > 1:
        return Row(line, tuple(_piped(line)))
    return Row(line, tuple(_pieces(line)))


def _pieces(line: Line) -> list[Piece]:
    text = line.text
    found: list[Piece] = []
    at = 0
    for gap in _GAP.finditer(text):
        _add(line, at, gap.start(), found)
        at = gap.end()
    _add(line, at, len(text), found)
    if len(found) > 1 and is_value(found[1].text):
        found = [*_parted(line, found[0]), *found[1:]]
    found = _join(found)
    first = next((k for k, piece in enumerate(found) if k and is_value(piece.text)), None)
    if first is not None and first > 1 and not is_value(found[0].text) and not is_year(found[first].text):
        words = " ".join(piece.text for piece in found[:first])
        label = replace(found[0], text=words, end=found[first - 1].end, right=found[first - 1].right)
        found = [label, *found[first:]]
    return found


def _piped(line: Line) -> list[Piece]:
    """The cells between upright strokes; they stand in columns of equal width, however they are printed."""
    found: list[Piece] = []
    at = 1 if line.text.startswith("|") else 0
    for column, cell in enumerate(line.text[at:].split("|")):
        text = cell.strip()
        if text:
            start = line.start + at + len(cell) - len(cell.lstrip())
            left = column * _STROKE
            found.append(Piece(text, start, start + len(text), left, left + _STROKE - 6))
        at += len(cell) + 1
    return _join(found)


def _add(line: Line, low: int, high: int, found: list[Piece]) -> None:
    """Add the cell text[low:high]; several values a single blank apart become several cells."""
    text = line.text[low:high]
    leaders = _LEADERS.search(text)
    if leaders:
        text = text[: leaders.start()]
    if not text:
        return
    cuts = [0, *(gap.end() for gap in _SEVERAL.finditer(text)), len(text)]
    parts = [text[a:b].rstrip() for a, b in pairwise(cuts)]
    if len(parts) > 1 and not all(is_value(part) or opens_value(part) for part in parts):
        cuts, parts = [0, len(text)], [text]
    if len(parts) == 1 and len(text) < 60 and _DATES.search(text):
        cuts = [0, *(gap.end() for gap in _DATES.finditer(text)), len(text)]
        parts = [text[a:b].rstrip() for a, b in pairwise(cuts)]
    for cut, part in zip(cuts, parts, strict=False):
        start = low + cut
        left = line.column(start)
        found.append(
            Piece(part, line.start + start, line.start + start + len(part), left, left + len(part), line.indent)
        )


def _parted(line: Line, label: Piece) -> list[Piece]:
    """A label that left only one blank before its first value, parted from it."""
    part = _TIGHT.search(label.text)
    if not part:
        return [label]
    low = label.start - line.start
    found: list[Piece] = []
    _add(line, low, low + part.start(), found)
    for value in re.finditer(r"\S+", label.text[part.start() :]):
        _add(line, low + part.start() + value.start(), low + part.start() + value.end(), found)
    return found


def _join(pieces: list[Piece]) -> list[Piece]:
    """The cells with split currency signs, brackets and percent signs joined to their numbers."""
    found: list[Piece] = []
    for piece in pieces:
        last = found[-1] if found else None
        joins = last is not None and (
            (opens_value(last.text) and (piece.text[:1].isdigit() or is_value(piece.text)))
            or (closes_value(piece.text) and is_value(last.text) and piece.left - last.right <= 3)
        )
        if last is not None and joins:
            found[-1] = replace(last, text=last.text + piece.text, end=piece.end, right=piece.right)
        else:
            found.append(piece)
    return found


def regions(rows: list[Row]) -> list[tuple[int, int]]:
    """Which rows are tables, as half-open ranges in order."""
    data = [at for at, row in enumerate(rows) if row.is_data]
    groups: list[list[int]] = []
    edge = 0  # where the values of the group begin
    for at in data:
        left = rows[at].pieces[1].left
        if groups and at - groups[-1][-1] <= _INNER and _connects(edge, rows[groups[-1][-1] + 1 : at]):
            groups[-1].append(at)
            edge = min(edge, left)
        else:
            groups.append([at])
            edge = left
    found: list[tuple[int, int]] = []
    floor = 0
    for group in groups:
        if _is_table([rows[at] for at in group]):
            start = _top(rows, group[0], floor)
            end = _bottom(rows, group[-1])
            found.append((start, end))
            floor = end
    return found


def _is_table(data: list[Row]) -> bool:
    """Whether lines with values make a table: at least two, and their right edges agree."""
    if len(data) < 2:
        return False
    wide = sum(1 for row in data if sum(1 for piece in row.pieces[1:] if is_value(piece.text)) > 1)
    edges = [row.pieces[-1].right for row in data]
    agreeing = max(sum(1 for other in edges if abs(edge - other) <= 2) for edge in edges[:50])
    return (
        wide >= 2
        or (agreeing >= 2 and agreeing * 2 >= len(data) and len(data) >= 3)
        or (agreeing == len(data) and wide >= 1)
    )


def _connects(edge: int, between: list[Row]) -> bool:
    """Whether the lines between two lines of values are labels, rules and spaces of the same table."""
    empty = 0
    for at, row in enumerate(between):
        if row.tag in {"</table>", "<table>"}:
            return False
        if not row.pieces:
            empty = empty + 1 if not row.rule and not row.tag else 0
            if row.line.text and not row.rule and not row.tag:
                return False  # too long a line for a table
            if empty > 4:
                return False
            continue
        empty = 0
        if is_prose(row) and (row.line.text.endswith(".") or (at + 1 < len(between) and is_prose(between[at + 1]))):
            return False
        if _is_head(row, edge):
            return False
    return True


def is_prose(row: Row) -> bool:
    """Whether a line reads as running text."""
    if row.line.right <= 64 or len(row.pieces) > 2 or is_value(row.pieces[-1].text):
        return False
    longest = max(row.pieces, key=lambda piece: len(piece.text)).text
    return len(longest) > 40 and longest.count(" ") > 6


def _is_head(row: Row, edge: int) -> bool:
    """Whether a line without values heads columns: years, dates or several cells, set to the right."""
    pieces = row.pieces
    if len(pieces) < 2:
        return False
    if all(is_year(piece.text) for piece in pieces):
        return True
    if pieces[0].left >= edge - 6 and not any(is_value(piece.text) for piece in pieces):
        return True
    return len(pieces) > 1 and _DATED.search(row.line.text) is not None and not row.is_data


def _top(rows: list[Row], first: int, floor: int) -> int:
    """Where the heads of the table begin whose first values stand in a row; without heads its labels."""
    edge = next((piece.left for piece in rows[first].pieces[1:] if is_value(piece.text)), 40)
    top, at, empty = _labels_above(rows, first, floor), first - 1, 0
    headed = False
    while at >= floor and first - at <= _HEAD_LINES:
        row = rows[at]
        if row.tag in {"</table>", "<table>"}:
            break
        if not row.pieces:
            empty = empty + 1 if not row.rule and not row.tag else 0
            if empty > 2 or (row.line.text and not row.rule and not row.tag):
                break
        elif is_prose(row) or (row.alone and row.line.text.endswith(".") and row.line.right > 50):
            break
        else:
            placed = _is_placed(row, edge)
            if headed and not placed and not (rows[at + 1].pieces and _is_placed(rows[at - 1], edge)):
                break
            if placed:
                headed, top = True, at
            empty = 0
        at -= 1
    return top


def _is_placed(row: Row, edge: int) -> bool:
    """Whether a line stands over the columns, not over the labels."""
    return len(row.pieces) > 1 or bool(row.pieces and row.pieces[0].left >= edge - 10)


def _labels_above(rows: list[Row], first: int, floor: int) -> int:
    at = first
    while at > floor and rows[at - 1].alone and not is_prose(rows[at - 1]):
        at -= 1
    return at


def _bottom(rows: list[Row], last: int) -> int:
    """The row behind the table: a wrapped label's end still belongs to it."""
    at = last + 1
    if at < len(rows) and rows[at].alone:
        piece = rows[at].pieces[0]
        if piece.text[:1].islower() and piece.left > rows[last].pieces[0].left and not is_prose(rows[at]):
            return at + 1
    return at


def table_of(number: int, rows: list[Row], before: tuple[str, ...]) -> Table | None:
    """The table that the rows of a region make."""
    return build(number, _labelled(rows), before, printed=True)


def _pieces_over(rows: list[Row], at: int) -> list[Piece]:
    """The cells of a row; heads widened to the rule under them: a rule shows what a head spans."""
    row = rows[at]
    if row.is_data or at + 1 >= len(rows) or not rows[at + 1].rule:
        return list(row.pieces)
    under = rows[at + 1].line
    segments = [
        (under.column(part.start()), under.column(part.end() - 1) + 1) for part in re.finditer(r"\S+", under.text)
    ]
    return [_widened(piece, segments) for piece in row.pieces]


def _widened(piece: Piece, segments: list[tuple[int, int]]) -> Piece:
    for low, high in segments:
        if low < piece.right and piece.left < high and high - low < 100:
            return replace(piece, left=min(low, piece.left), right=max(high, piece.right))
    return piece


def _labelled(rows: list[Row]) -> list[list[Piece]]:
    """The cells of the rows, with wrapped labels joined."""
    found: list[list[Piece]] = []
    data = False
    for at, row in enumerate(rows):
        if not row.pieces:
            continue
        pieces = _pieces_over(rows, at)
        data = data or row.is_data
        above = found[-1] if found and rows[at - 1].pieces else None
        label = pieces[0]
        if above and data and not is_value(label.text) and not is_value(above[0].text):
            last = above[0]
            edge = pieces[1].left if len(pieces) > 1 else 0
            if len(above) == 1 and _wraps(last, label, edge):
                found[-1] = [_joined(last, label), *pieces[1:]]
                continue
            if len(pieces) == 1 and len(above) > 1 and label.text[:1].islower() and label.left >= last.left:
                found[-1] = [replace(last, text=f"{last.text} {label.text}"), *above[1:]]
                continue
        found.append(pieces)
    return found


def _wraps(last: Piece, label: Piece, edge: int) -> bool:
    """Whether a label goes on in the next line's: it says so, or its next word had no room."""
    if last.text.endswith(":"):
        return False
    if label.text[:1].islower() or _GOES_ON.search(last.text):
        return not last.text.isupper() or label.text.isupper()
    word = label.text.split(" ", 1)[0]
    return label.left > last.left and last.right + len(word) + 3 > edge > 0


def _joined(first: Piece, second: Piece) -> Piece:
    return Piece(f"{first.text} {second.text}", first.start, second.end, first.left, second.right, first.indent)
