"""Lines whose tabs part the cells of a table, as a table pasted from a page has them, and do not set them under each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.read.grids import is_value
from kg.read.lines import Line

_LEAST = 4  # lines of equally many cells make a table
_TAB = 8  # columns a tab at the beginning of a line runs to


def tabbed(printed: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that belong to such tables.

    Tabs that set cells under each other are as many as the label before them leaves room for; those that part
    cells are equally many on every line.
    """
    if sum("\t" in line.text for line in printed) < _LEAST:
        return frozenset()
    found: set[int] = set()
    for run in _runs(printed):
        counts = Counter(len(printed[at].text.split("\t")) for at in run if _has_values(printed[at].text))
        if counts and max(counts) > 2 and counts[max(counts)] >= max(_LEAST, sum(counts.values()) * 4 // 5):
            found.update(run)
    return frozenset(found)


def first_cell(line: Line) -> int:
    """How many empty cells stand before the first of a line."""
    return line.indent // _TAB if line.indent % _TAB == 0 else 0


def _runs(printed: Sequence[Line]) -> Iterator[list[int]]:
    """Stretches of lines without an empty one between them."""
    run: list[int] = []
    for at, line in enumerate(printed):
        if line.text:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _has_values(text: str) -> bool:
    """Whether a line is a label and the values behind it, none left out."""
    label, *values = text.split("\t")
    return len(values) > 0 and not is_value(label) and all(values) and any(is_value(value.strip()) for value in values)
