"""Marks of Markdown and of lists that the words of a passage leave out."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|\*\*|\\(?=[*_\-#.()\[\]&$~])|\[(?=[^\]\n]{1,200}\]\()"
    r"|\]\((?:https?:|mailto:|/|www)[^)\s]{0,500}\)|(?<=&)amp;|</?(?:br|b|i|u|em|strong|p|span|sup|sub)\s?/?>|&nbsp;"
)
_CLOSING = re.compile(r"\s+[-=_*~]{4,}$")
_SIGNS = ("**", "[", "\\", "<", "&")
_OPENING = re.compile(
    r"(?:#{1,6}|[*\u00b7\u2043\u2219]|-{1,2}(?: -{1,2})?|o)(?=\s)\s+|[\u2022\u25cf\u25aa\u2023\u25e6\uf0b7\u25a0]\s*"
    r"|[-=_*~]{4,}\s+"
)


def marks(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The ranges of text[start:end] that are markup, in order, without what they mark."""
    found = opening(text, start, end)
    at = found[0][1] if found else start
    piece = text[at:end]
    closing = _CLOSING.search(piece[-80:])
    if closing and found:
        end -= len(closing.group())
        return (*found, *_inside(text, at, end), (end, end + len(closing.group())))
    return found + _inside(text, at, end)


def _inside(text: str, at: int, end: int) -> tuple[tuple[int, int], ...]:
    piece = text[at:end]
    if not any(sign in piece for sign in _SIGNS):
        return ()
    return tuple(each.span() for each in _MARK.finditer(text, at, end))


def opening(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The range of the list mark or Markdown heading mark that opens text[start:end], if one does."""
    mark = _OPENING.match(text, start, end)
    return (mark.span(),) if mark else ()
