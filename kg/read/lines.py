"""Printed lines: where their characters stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: where its characters begin and end, and how far it is indented."""

    start: int
    end: int
    indent: int
    text: str  # without surrounding white space

    @property
    def right(self) -> int:
        """The column behind the last character."""
        return self.indent + len(self.text)

    def column(self, position: int) -> int:
        """The print column of text[position]; a tab runs to the next multiple of eight."""
        if "\t" not in self.text:
            return self.indent + position
        return self.indent + len(self.text[:position].expandtabs(8))


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of text[start:end], empty ones with an empty text."""
    found: list[Line] = []
    at = start
    for printed in text[start:end].split("\n"):
        bare = printed.strip()
        lead = len(printed) - len(printed.lstrip()) if bare else 0
        indent = len(printed[:lead].expandtabs(8)) if "\t" in printed[:lead] else lead
        found.append(Line(at + lead, at + lead + len(bare), indent, bare))
        at += len(printed) + 1
    return found
