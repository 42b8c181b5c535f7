"""Paragraphs of plain text: hard-wrapped, one line each, double-spaced, indented or listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Passage
from kg.read.chunks import Chunk
from kg.read.datelines import is_date, measure
from kg.read.lines import Line
from kg.read.markup import marks
from kg.read.passages import fold
from kg.read.wordings import FURNITURE

WRAPPED = 110  # characters: a line longer than this is a paragraph by itself
_BULLET = re.compile(
    r"(?:[\u2022\u25cf\u25aa\u25e6\u25a0\u2023\uf0b7]\s*|(?:[*\u00b7\u2043]|-{1,2}|o|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)[^\s.]"
)
_SENTENCE_END = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")
_DATED_NEXT = re.compile(  # "effective", "ended", "on 3": the date of the sentence is on the next line
    r"\b(?:on|of|effective|until|till|through|by|ended|ending|dated|before|after|beginning|starting|commencing|from|to|in|since|for|and|(?:on|from|of|until|by) \d{1,2}),?$",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Messrs|Prof|Inc|Corp|Co|Ltd|St|No|vs|Sr|Jr|U\.S|[A-Z])\.$")
_RULE = re.compile(r"[\s*=_\-#~.+\u2010-\u2015|]{2,}$")
_COLUMNS = re.compile(r"(?<=\S)(?: {3,}|\t)[ \t]*(?=\S)")
_STRONG = re.compile(r"#{1,6} \S|\*\*[^*]{1,300}\*\*:?$")
_TAGS = re.compile(r"(?:</?(?:table|caption|s|c|fn|pre|text|document)\b[^>]{0,40}>\s*)+$", re.IGNORECASE)


def paragraphs(text: str, printed: list[Line], *, pictured: bool = False) -> Iterator[Chunk]:
    """The chunks of a run of lines that hold no table; `pictured`: no empty lines and wide, as under page pictures."""
    for group in _groups(printed):
        yield from _chunks(text, group, pictured=pictured)


def single_spaced(printed: list[Line]) -> list[Line]:
    """The lines without the blank ones between the lines of double-spaced paragraphs."""
    full = [line for line in printed if line.text]
    pairs = [
        (one, two)
        for one, gap, two in zip(printed, printed[1:], printed[2:], strict=False)
        if one.text and not gap.text and two.text and not _SENTENCE_END.search(one.text)
    ]
    loose = sum(1 for one, two in pairs if 45 < one.right <= WRAPPED and two.text[:1].islower())
    tight = sum(1 for one, two in pairwise(printed) if 45 < one.right <= WRAPPED and two.text[:1].islower())
    if loose < 4 or loose * 6 < len(full) or tight > loose:
        return printed
    followed = sum(1 for one, two in pairwise(printed) if one.text and not two.text)
    throughout = followed * 10 >= len(full) * 9
    kept: list[Line] = []
    skipped = False
    for line in printed:
        spacing = not line.text and not skipped and bool(kept) and bool(kept[-1].text)
        skipped = spacing and (throughout or kept[-1].right > 45)
        if not skipped:
            kept.append(line)  # else the empty line behind a full one only spaces it
    return kept


def _groups(printed: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in printed:
        if line.text and not _RULE.match(line.text) and not _TAGS.match(line.text):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _chunks(text: str, group: list[Line], *, pictured: bool) -> Iterator[Chunk]:
    run: list[Line] = []
    for line in group:
        if run and (_opens_pictured(run, line) if pictured else _opens(run, line)):
            yield from _chunk(text, run)
            run = []
        run.append(line)
    yield from _chunk(text, run)


def _opens(run: list[Line], line: Line) -> bool:
    """Whether a line opens a new paragraph behind the lines of a run."""
    last = run[-1]
    if len(last.text) > WRAPPED or len(line.text) > WRAPPED:
        return True
    if is_bullet(line.text) or _stands_alone(last.text) or _stands_alone(line.text, last.text):
        return True
    if len(run) == 1 and _heads(last, line):
        return True
    if len(run) < 5 and last.text.isupper() and not line.text.isupper() and measure(line.text):
        return True
    if last.text.isupper() and not line.text.isupper() and _is_subheadline(last, line):
        return True
    if _SENTENCE_END.search(last.text) and not _ABBREVIATED.search(last.text):
        if line.indent >= last.indent + 2 and not is_bullet(run[0].text):
            return True
        if last.right < 45 and line.text[:1].isupper():
            return True
    return False


def _opens_pictured(run: list[Line], line: Line) -> bool:
    """The same where no empty line and no indent tells: by line length, capitals and datelines."""
    last = run[-1]
    if is_bullet(line.text) or _stands_alone(last.text) or _stands_alone(line.text, last.text):
        return True
    if last.text.isupper() != line.text.isupper() and min(len(last.text), len(line.text)) > 12:
        return True
    if last.right > 85 or not (line.text[:1].isupper() or line.text[:1] in '\u201c"'):
        return False
    return _SENTENCE_END.search(last.text) is not None or last.right < 70 or measure(line.text) > 0


def _stands_alone(text: str, before: str = "") -> bool:
    """Whether a line is furniture or a date of its own, not the end of a sentence that the line before began."""
    dated = is_date(text) and not _DATED_NEXT.search(before)
    return len(text) < 90 and (FURNITURE.match(text) is not None or dated)


def _is_subheadline(last: Line, line: Line) -> bool:
    """Whether a line in small letters under centred capitals is a headline of its own."""
    if min(last.indent, line.indent) < 6 or not line.text[:1].isupper() or last.text.endswith((",", "&", "-")):
        return False
    return " " in line.text and not _COLUMNS.search(line.text) and not _COLUMNS.search(last.text)


def _heads(last: Line, line: Line) -> bool:
    """Whether the first line of a group is a heading set right above its paragraph."""
    if len(last.text) > 60 or len(line.text) < 55 or not line.text[:1].isupper() or last.text[-1] in ".,;-":
        return False
    if last.indent > line.indent + 8 or _COLUMNS.search(last.text) or _COLUMNS.search(line.text):
        return False
    words = [word for word in last.text.split() if word[0].isalpha() and len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words) and last.right + 12 < line.right


def _chunk(text: str, run: list[Line]) -> Iterator[Chunk]:
    low, high = run[0].start, run[-1].end
    alone = len(run) == 1 and _stands_alone(run[0].text)
    passage = fold(text, low, high, () if alone else marks(text, low, high))
    if passage is None:
        return
    parts: tuple[Passage, ...] = ()
    if len(run) > 1:
        ranges = _columns(run) or [(line.start, line.end) for line in run]
        found = [fold(text, start, end, marks(text, start, end)) for start, end in ranges]
        parts = tuple(part for part in found if part is not None)
    yield Chunk(
        passage,
        lines=len(run),
        centred=all(line.indent >= 8 for line in run),
        strong=_STRONG.match(text[low:high]) is not None,
        bullet=not alone and is_bullet(run[0].text),
        parts=parts,
    )


def is_bullet(text: str) -> bool:
    """Whether a line opens with the mark of a list item."""
    return _BULLET.match(text) is not None


def _columns(run: list[Line]) -> list[tuple[int, int]]:
    """The cells of lines printed side by side, column after column; none where they are not."""
    cells: list[tuple[int, int, int]] = []
    split = 0
    for line in run:
        at = 0
        gaps = list(_COLUMNS.finditer(line.text))
        split += bool(gaps)
        for low, high in [*(gap.span() for gap in gaps), (len(line.text), len(line.text))]:
            cells.append((line.column(at), line.start + at, line.start + low))
            at = high
    if split < 2 or split * 3 < len(run):
        return []
    lefts: list[int] = []
    for left, _, _ in sorted(cells):
        if not lefts or left - lefts[-1] > 8:
            lefts.append(left)
    ordered = [(max(at for at, low in enumerate(lefts) if low <= left), start, end) for left, start, end in cells]
    return [(start, end) for _, start, end in sorted(ordered)]
