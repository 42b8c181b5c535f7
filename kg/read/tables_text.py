"""Tables in fixed-width text: which lines they take."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Table
from kg.read.grids import Piece, build, is_value, is_year
from kg.read.rows import Row

_DATED = re.compile(
    r"\b(?:ended|ending|as of|(?:19|20)\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|months|weeks|quarter"
    r"|year|actual|change|unaudited)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:,|&|\b(?:and|or|of|in|for|to|the|from|on|by|with|per|before|net|than|at))$", re.IGNORECASE)
_HEAD_LINES = 16  # how far above its first values the heads of a table can begin
_INNER = 14  # label, rule and empty lines that may stand between two lines of values


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
    below = _rule_under(rows, at)
    if row.is_data or below is None:
        return list(row.pieces)
    under = below.line
    segments = [
        (under.column(part.start()), under.column(part.end() - 1) + 1) for part in re.finditer(r"\S+", under.text)
    ]
    # A rule under several heads, as one across the page, says nothing of how wide each is.
    own = [(low, high) for low, high in segments if sum(low < one.right and one.left < high for one in row.pieces) == 1]
    return [_widened(piece, own) for piece in row.pieces]


def _rule_under(rows: list[Row], at: int) -> Row | None:
    """The rule under a row of heads; heads of two lines, one above the other, share that under the second."""
    following = rows[at + 1 : at + 3]
    if len(following) > 1 and 1 < len(rows[at].pieces) == len(following[0].pieces) and not following[0].is_data:
        del following[0]
    return following[0] if following and following[0].rule else None


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
        if above and data and len(above) == 1 and _is_values(pieces) and not above[0].text.endswith(":"):
            found[-1] = [above[0], *pieces]  # the values of a label that left them no room
            continue
        if above and data and not is_value(label.text) and not is_value(above[0].text):
            last = above[0]
            edge = pieces[1].left if len(pieces) > 1 else 0
            if len(above) == 1 and _wraps(last, label, edge, sibling=_is_sibling(rows, at)):
                found[-1] = [_joined(last, label), *pieces[1:]]
                continue
            if len(pieces) == 1 and len(above) > 1 and label.text[:1].islower() and label.left >= last.left:
                found[-1] = [replace(last, text=f"{last.text} {label.text}"), *above[1:]]
                continue
        found.append(pieces)
    return found


def _is_values(pieces: list[Piece]) -> bool:
    """Whether a line holds values only, and no heads of columns."""
    return all(is_value(piece.text) for piece in pieces) and not all(is_year(piece.text) for piece in pieces)


def _is_sibling(rows: list[Row], at: int) -> bool:
    """Whether the line after a line begins where it does: the two stand under one heading."""
    following = rows[at + 1].pieces if at + 1 < len(rows) else ()
    return len(following) > 1 and following[0].left == rows[at].pieces[0].left and following[0].text[:1].isupper()


def _wraps(last: Piece, label: Piece, edge: int, *, sibling: bool) -> bool:
    """Whether a label goes on in the next line's: it says so, or its next word had no room."""
    if last.text.endswith(":"):
        return False
    if label.text[:1].islower() or _GOES_ON.search(last.text):
        return not last.text.isupper() or label.text.isupper()
    if sibling:
        return False
    word = label.text.split(" ", 1)[0]
    return label.left > last.left and last.right + len(word) + 3 > edge > 0


def _joined(first: Piece, second: Piece) -> Piece:
    return Piece(f"{first.text} {second.text}", first.start, second.end, first.left, second.right, first.indent)
