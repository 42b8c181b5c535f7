"""What a layout yields before anything is known of its meaning: stretches of text with their look."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Passage, Span


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
