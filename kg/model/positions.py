"""Positions in a text: spans, and folded passages with the way back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points of a canonical text; never empty, never reversed."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"a span runs forward over at least one character, not {self.start} to {self.end}"
            raise ValueError(message)

    def covers(self, other: Span) -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of canonical text with white space folded to single blanks, and the way back.

    `text[i]` stands at canonical offset `i + shift`, where the shift is that of the last break at or
    before i; `breaks` holds (position in text, shift) in rising order and starts at position 0.
    """

    text: str
    breaks: tuple[tuple[int, int], ...]

    def origin(self, position: int) -> int:
        """The canonical offset of the character at a position of the folded text."""
        at = bisect_right(self.breaks, (position, 1 << 60)) - 1
        return position + self.breaks[at][1]

    def span(self, start: int, end: int) -> Span:
        """The canonical span of folded text[start:end]; raises ValueError when that is empty."""
        if not 0 <= start < end <= len(self.text):
            message = f"no characters between {start} and {end} of a passage of {len(self.text)}"
            raise ValueError(message)
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def slice(self, start: int, end: int) -> Passage:
        """The passage of folded text[start:end], with the same way back."""
        first = bisect_right(self.breaks, (start, 1 << 60)) - 1
        kept = [(0, self.breaks[first][1] + start)]
        last = bisect_left(self.breaks, (end,), lo=first + 1)
        kept += [(p - start, shift + start) for p, shift in self.breaks[first + 1 : last]]
        return Passage(self.text[start:end], tuple(kept))
