"""What a layout yields before anything is known of its meaning: stretches of text with their look."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.model import Passage, Span

_CLOSED = re.compile(r"[.!?:;\u2026][\"'\u201d\u2019)\]]*$")
_BREAK = 4  # chunks of page furniture that one page break can print


@dataclass(frozen=True, slots=True)
class Chunk:
    """A paragraph, heading, list item or table region as printed."""

    passage: Passage
    lines: int = 1  # how many printed lines it takes
    centred: bool = False
    strong: bool = False  # set off as a heading: bold as a whole, or a Markdown heading
    bullet: bool = False
    parts: tuple[Passage, ...] = ()  # lines that stand for themselves, as in a contact block
    table: int | None = None  # the number of the table it is

    @property
    def text(self) -> str:
        """The folded text."""
        return self.passage.text

    @property
    def span(self) -> Span:
        """The canonical span."""
        return self.passage.span(0, len(self.passage.text))


def mended(chunks: list[Chunk], furniture: re.Pattern[str], text: str) -> list[Chunk]:
    """The chunks with paragraphs joined that a page break cut; the page furniture between them falls out."""
    found: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        at += 1
        while (over := _rest(chunks, at, chunk, furniture)) is not None:
            chunk = _sewn(chunk, chunks[over], text)
            at = over + 1
        found.append(chunk)
    return found


def _rest(chunks: list[Chunk], at: int, chunk: Chunk, furniture: re.Pattern[str]) -> int | None:
    """Which chunk carries on one that stops in the middle of a sentence; None when none does."""
    text = chunk.text
    if chunk.table is not None or chunk.strong or len(text) < 60 or _CLOSED.search(text):
        return None
    if text.isupper() or furniture.match(text):
        return None
    for over in range(at, min(at + _BREAK + 1, len(chunks))):
        following = chunks[over]
        if following.table is not None:
            return None
        if following.text[:1].islower() and not following.bullet and len(following.text) > 20:
            return over
        if not furniture.match(following.text):
            carries = over > at and len(following.text) > 100 and not following.bullet and not following.strong
            return over if carries and not following.text.isupper() else None
    return None


def _sewn(first: Chunk, second: Chunk, text: str) -> Chunk:
    one, two = first.passage, second.passage
    gap = len(one.text)
    between = range(one.origin(gap - 1) + 1, two.origin(0))  # a mark may stand before or behind the break
    blank = next((at for at in between if text[at].isspace()), one.origin(gap - 1) + 1)
    breaks = [*one.breaks, (gap, blank - gap)]
    breaks += [(position + gap + 1, shift - gap - 1) for position, shift in two.breaks]
    passage = Passage(f"{one.text} {two.text}", tuple(breaks))
    return replace(first, passage=passage, lines=first.lines + second.lines, parts=())
