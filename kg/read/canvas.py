"""The rendered text of a page as it grows, and the stretches it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.read.grids import Piece

_MARKER = re.compile(
    r"(?:[\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2219\u25a0\uf0b7*o\u00a7-]|[\u2013\u2014]|\(?\w{1,2}[.)]|\*{1,3})$"
)
_GAP = re.compile(r"[ \n\t]*(?:\u00a0[ \n\t]?){5,}")  # hard blanks between the columns of a line


class Form(StrEnum):
    """How a stretch of rendered text is to be read."""

    PARAGRAPH = "paragraph"
    PRINTED = "printed"  # lines as in plain text
    PICTURED = "pictured"  # lines behind the picture of a page: wide, no empty lines
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the rendered text: text[start:end] and its look, or the rows of a table."""

    form: Form
    start: int
    end: int
    lines: int = 1
    centred: bool = False
    strong: bool = False
    rows: tuple[tuple[Piece, ...], ...] = ()


def _folded(text: str) -> str:
    """Text with its white space folded; gaps between columns stay as wide as they are."""
    if "\u00a0" not in text:
        return " ".join(text.split())
    found = ""
    at = 0
    for gap in _GAP.finditer(text):
        found += " ".join(text[at : gap.start()].split()) + " " * gap[0].count("\u00a0")
        at = gap.end()
    return (found + " ".join(text[at:].split())).strip()


class Canvas:
    """Writes rendered text; every paragraph, printed stretch and table is separated by an empty line."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self._pieces: list[str] = []
        self._length = 0
        self._start: int | None = None
        self._blank = self._turned = False
        self._lines = 1
        self._ink = self._bold = self._centred = 0
        self._heading = False

    def text(self) -> str:
        """The rendered text so far."""
        return "".join(self._pieces)

    def write(self, text: str, *, bold: bool, centred: bool, heading: bool = False) -> None:
        """Add running text; its white space folds, but for the hard blanks that set columns apart."""
        words = _folded(text)
        if not words:
            self._blank = self._blank or bool(text)
            return
        if self._start is None:
            self._open()
        elif self._turned:
            self._put("\n")
            self._lines += 1
        elif self._blank or text[0].isspace():
            self._put(" ")
        self._blank, self._turned = text[-1].isspace(), False
        self._put(words)
        self._ink += len(words)
        self._bold += len(words) if bold else 0
        self._centred += len(words) if centred else 0
        self._heading = self._heading or heading

    def turn(self) -> None:
        """Begin a new line; a second time in a row, a new paragraph."""
        if self._turned:
            self.close()
        elif self._start is not None:
            self._turned = True

    def close(self, *, forced: bool = False) -> None:
        """End the paragraph, unless it is only the mark of a list item so far."""
        if self._start is None:
            return
        if not forced and self._ink <= 4 and _MARKER.match("".join(self._pieces[-2:]).strip()):
            self._blank, self._turned = True, False
            return
        centred = self._centred * 2 > self._ink
        strong = self._heading or self._bold * 10 > self._ink * 9
        self.stretches.append(Stretch(Form.PARAGRAPH, self._start, self._length, self._lines, centred, strong))
        self._start = None
        self._blank = self._turned = self._heading = False
        self._lines, self._ink, self._bold, self._centred = 1, 0, 0, 0

    def printed(self, text: str, *, pictured: bool = False) -> None:
        """Add lines that keep their blanks."""
        self.close(forced=True)
        if text.strip():
            self._open()
            start, self._start = self._length, None
            self._put(text.strip("\n"))
            self.stretches.append(Stretch(Form.PICTURED if pictured else Form.PRINTED, start, self._length))

    def rows(self, rows: tuple[tuple[Piece, ...], ...]) -> None:
        """Add a table: a line a row, two blanks between cells."""
        self.close(forced=True)
        self._open()
        start, self._start = self._length, None
        placed: list[tuple[Piece, ...]] = []
        for row in rows:
            if not row:
                continue
            if self._length > start:
                self._put("\n")
            placed.append(tuple(self._cell(piece, first=at == 0) for at, piece in enumerate(row)))
        self.stretches.append(Stretch(Form.TABLE, start, self._length, rows=tuple(placed)))

    def _cell(self, piece: Piece, *, first: bool) -> Piece:
        if not first:
            self._put("  ")
        start = self._length
        self._put(piece.text)
        return Piece(piece.text, start, self._length, piece.left, piece.right, piece.indent)

    def _open(self) -> None:
        if self._length:
            self._put("\n\n")
        self._start = self._length
        self._blank = self._turned = False

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
