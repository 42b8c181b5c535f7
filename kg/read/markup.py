"""Marks of Markdown and of lists that the words of a passage leave out."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\*\*|\\(?=[*_\-#.()\[\]&$~])|\[(?=[^\]\n]{1,200}\]\()"
    r"|\]\((?:https?:|mailto:|/|www)[^)\s]{0,500}\)|(?<=&)amp;|</?(?:br|b|i|u|em|strong|p|span|sup|sub)\s?/?>|&nbsp;"
)
_OPENING = re.compile(
    r"(?:#{1,6}|[*\u2022\u00b7\u25cf\u25aa\u2023\u25e6\uf0b7\u2043\u25a0\u2219]|-{1,2}(?: -{1,2})?|o)(?=\s)\s+"
)


def marks(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The ranges of text[start:end] that are markup, in order, without what they mark."""
    found: list[tuple[int, int]] = []
    opening = _OPENING.match(text, start, end)
    at = start
    if opening:
        found.append(opening.span())
        at = opening.end()
    found += [each.span() for each in _MARK.finditer(text, at, end)]
    return tuple(found)
