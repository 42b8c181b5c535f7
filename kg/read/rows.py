"""One printed line as the cells of a table row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.read.grids import Piece, closes_value, is_data, is_value, is_year, opens_value
from kg.read.lines import Line
from kg.read.tabbed import first_cell
from kg.text.ranges import is_range

_GAP = re.compile(r"(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]?(?:\.[ \u00a0]?){3,}[ \u00a0]*)(?=\S)")
_LEADERS = re.compile(r"[ \u00a0]*(?:\.[ \u00a0]?){3,}$")
_RULE = re.compile(r"[\s\-=_+*~\u2010-\u2015\u2500-\u257f|:]+$")
_TAG = re.compile(r"</?(?:table|caption|s|c|page|fn|multiplier|f\d{1,2}|r|pre)\b[^>]{0,40}>", re.IGNORECASE)
_SEVERAL = re.compile(r"(?<=[\d)%]) (?=[$(\d-])|(?<=[\d)])(?=\$)")
_DATES = re.compile(r"(?<=\d,) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d)", re.IGNORECASE)
_TIGHT = re.compile(r"(?<=[A-Za-z)])(?: |(?=\$))(?:\$ ?\(?[\d.,]+\)?|\(?\d{1,3}(?:,\d{3})+\)?|\(?\d+\.\d+\)?)(?: \$)?$")
_STROKE = 40  # columns of print that a cell between strokes or tabs is given
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
        if len(self.pieces) < 2 or not is_data(list(self.pieces)):
            return False
        told = [is_value(piece.text) for piece in self.pieces[1:]]
        return told.count(False) <= told.count(True)  # justified text shows numbers among its words

    @property
    def alone(self) -> bool:
        """Whether the line is one stretch of text."""
        return len(self.pieces) == 1


def row_of(line: Line, *, tabbed: bool = False) -> Row:
    """The cells of a printed line; `tabbed`: its tabs part cells."""
    text = line.text
    if not text or len(text) > _WIDTH:
        return Row(line, ())
    tag = _TAG.match(text)
    if tag:
        return Row(line, (), tag=tag.group().lower())
    if _RULE.match(text):
        return Row(line, (), rule=True)
    if tabbed:
        return Row(line, tuple(_parted_by(line, "\t", first_cell(line))))
    if text.count("|") > 1:
        return Row(line, tuple(_parted_by(line, "|", 0)))
    return Row(line, tuple(_pieces(line)))


def _pieces(line: Line) -> list[Piece]:
    text = line.text
    found: list[Piece] = []
    at = 0
    for gap in _GAP.finditer(text):
        _add(line, at, gap.start(), found)
        at = gap.end()
    _add(line, at, len(text), found)
    if len(found) > 1 and (is_value(found[1].text) or opens_value(found[1].text)):
        found = [*_parted(line, found[0]), *found[1:]]
    found = _join(found)
    first = next((k for k, piece in enumerate(found) if k and is_value(piece.text)), None)
    if first is not None and first > 1 and not is_value(found[0].text) and not is_year(found[first].text):
        words = " ".join(piece.text for piece in found[:first])
        label = replace(found[0], text=words, end=found[first - 1].end, right=found[first - 1].right)
        found = [label, *found[first:]]
    return found


def _parted_by(line: Line, mark: str, first: int) -> list[Piece]:
    """The cells between upright strokes or tabs; they stand in columns of equal width, however they are printed."""
    found: list[Piece] = []
    at = 1 if line.text.startswith(mark) else 0
    for column, cell in enumerate(line.text[at:].split(mark), first):
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
    if len(parts) > 1 and (is_range(text) or not all(is_value(part) or opens_value(part) for part in parts)):
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
            or (closes_value(piece.text, last.text) and piece.left - last.right <= 3)
        )
        if last is not None and joins:
            found[-1] = replace(last, text=last.text + piece.text, end=piece.end, right=piece.right)
        else:
            found.append(piece)
    return _spanned(found)


def _spanned(pieces: list[Piece]) -> list[Piece]:
    """The cells with "110", "to" and "115" made one."""
    found: list[Piece] = []
    for piece in pieces:
        open_end = found[-1].text.lower() if found else ""
        parts = 2 if open_end == "to" and len(found) > 1 else 1 if open_end.endswith(" to") else 0
        words = " ".join(part.text for part in (*found[-parts:], piece))
        if parts and is_range(words):
            found[-parts:] = [replace(found[-parts], text=words, end=piece.end, right=piece.right)]
        else:
            found.append(piece)
    return found
