"""Web pages, read: the canonical text is the rendered page, its tables are grids."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kg.model import Document, Header, Passage, Table
from kg.read.assembly import assemble
from kg.read.canvas import Canvas, Form, Stretch
from kg.read.chunks import Chunk
from kg.read.grids import build
from kg.read.markup import opening
from kg.read.page import BLOCKS, HEADINGS, centring, children, is_bold, is_hidden
from kg.read.paragraphs import is_bullet
from kg.read.passages import fold
from kg.read.printed import read_printed, titles
from kg.read.tables_html import Grid, grid, is_mark

_SLIDE = re.compile(r"(?<=\S) {2}(?=\S)|(?<=\.(?:com|net|org)) (?=[A-Z]{2,20} [A-Z]{2,20}\b)")
_CONTACT = re.compile(r"@[\w-]{1,60}\.|\d{3}[-.) ]{1,2}\d{3}[-. ]\d{4}")
_SHORT = 60  # characters: cells of a layout row that stand on one line


def read_html(source: str, text: str, *, source_sha256: str = "", header: Header | None = None) -> Document:
    """The release that a web page shows."""
    tree = LexborHTMLParser(text)
    canvas = Canvas()
    root = tree.body or tree.root
    if root is not None:
        _render(root, canvas)
    canvas.close(forced=True)
    canonical = canvas.text()
    chunks, tables = _chunks(canonical, canvas.stretches)
    return assemble(source, canonical, "html", chunks, tables, source_sha256=source_sha256, header=header)


def _render(root: LexborNode, canvas: Canvas) -> None:
    """Write what the element shows. A stack, not recursion: pages nest as deep as they like."""
    stack: list[tuple[LexborNode | None, bool, bool, bool]] = [(root, False, False, False)]
    while stack:
        node, bold, centred, heading = stack.pop()
        if node is None:
            canvas.close()
            continue
        text = node.text_content
        if text is not None:
            if node.tag == "-text":
                _write(text, canvas, bold=bold, centred=centred, heading=heading)
            continue
        if is_hidden(node):
            continue
        tag = node.tag or ""
        if tag == "br":
            canvas.turn()
            continue
        if tag == "pre":
            canvas.printed(_preformatted(node))
            continue
        if tag == "table" and _table(node, canvas):
            continue
        bold = bold or is_bold(node)
        heading = heading or tag in HEADINGS
        said = centring(node)
        centred = centred if said is None else said
        if tag == "sup" and not is_mark(node):
            canvas.write(" ", bold=bold, centred=centred)
        if tag in BLOCKS:
            canvas.close()
            stack.append((None, False, False, False))
            if tag == "li":
                canvas.write("\u2022 ", bold=bold, centred=centred)
        stack.extend([(child, bold, centred, heading) for child in children(node)][::-1])


def _write(text: str, canvas: Canvas, *, bold: bool, centred: bool, heading: bool) -> None:
    """Write running text; pictures of pages carry theirs in one run, two blanks at each line's end."""
    if len(text) > 400 and text.count("  ") > 7:
        gaps = list(_SLIDE.finditer(text))
        inside = sum(1 for gap in gaps if text[gap.start() - 1] not in ".?!:")
        if "\n" not in text.strip() and inside * 2 > len(gaps) and len(gaps) * 200 > len(text):
            canvas.printed(_SLIDE.sub("\n", text.strip()), pictured=True)
            return
    canvas.write(text, bold=bold, centred=centred, heading=heading)


def _preformatted(node: LexborNode) -> str:
    pieces: list[str] = []
    stack = [node]
    while stack:
        each = stack.pop()
        text = each.text_content
        if text is not None:
            pieces.append(text if each.tag == "-text" else "")
        elif each.tag == "br":
            pieces.append("\n")
        elif not is_hidden(each):
            stack.extend(list(children(each))[::-1])
    return "".join(pieces).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")


def _table(node: LexborNode, canvas: Canvas) -> bool:
    """Write a table element whole; False where its cells are to be written one by one."""
    found = grid(node)
    if found.is_data:
        canvas.rows(found.rows)
        return True
    rows = [row for row in found.rows if row]
    if found.nested or not rows or any(len(piece.text) > _SHORT for row in rows for piece in row):
        return False
    if max(map(len, rows)) < 2:
        return False
    if any(_CONTACT.search(piece.text) for row in rows for piece in row):
        if node.css_first("td br") is not None:
            return False  # each cell has its lines
        canvas.close()
        _columns(found, canvas)
        return True
    canvas.close()
    for row in rows:
        canvas.write("  ".join(piece.text for piece in row), bold=False, centred=False)
        canvas.close(forced=True)
    return True


def _columns(found: Grid, canvas: Canvas) -> None:
    """Write a table of contacts column by column: that is how it is read."""
    for left in sorted({piece.left for row in found.rows for piece in row}):
        for row in found.rows:
            for piece in row:
                if piece.left == left:
                    canvas.write(piece.text, bold=False, centred=False)
                    canvas.turn()
        canvas.close(forced=True)


def _chunks(text: str, stretches: list[Stretch]) -> tuple[list[Chunk], tuple[Table, ...]]:
    """The chunks and tables of the rendered text."""
    chunks: list[Chunk] = []
    tables: list[Table] = []
    for stretch in stretches:
        if stretch.form in {Form.PRINTED, Form.PICTURED}:
            more, further = read_printed(
                text, stretch.start, stretch.end, len(tables), pictured=stretch.form is Form.PICTURED
            )
            chunks += more
            tables += further
            continue
        passage = fold(text, stretch.start, stretch.end, opening(text, stretch.start, stretch.end))
        if passage is None:
            continue
        number = None
        if stretch.form is Form.TABLE:
            rows = [list(row) for row in stretch.rows]
            table = build(len(tables), rows, titles(chunks), printed=False)
            if table is not None:
                number = table.number
                tables.append(table)
        parts = _lines(text, stretch) if stretch.lines > 1 else ()
        bullet = is_bullet(text[stretch.start : stretch.start + 9])
        chunks.append(Chunk(passage, stretch.lines, stretch.centred, stretch.strong, bullet, parts=parts, table=number))
    return chunks, tuple(tables)


def _lines(text: str, stretch: Stretch) -> tuple[Passage, ...]:
    found: list[Passage] = []
    at = stretch.start
    for line in text[stretch.start : stretch.end].split("\n"):
        passage = fold(text, at, at + len(line))
        if passage is not None:
            found.append(passage)
        at += len(line) + 1
    return tuple(found)
