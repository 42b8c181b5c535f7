"""The words that a pattern can begin with: a second gate, read off the pattern itself."""

from __future__ import annotations

import re

ANY = frozenset({""})  # what stands in every text, where a pattern has no heads
_SHORTEST = 2  # letters that a head must have to be worth a gate
_MARK = re.compile(r"\\b|\(\?<?[!=]")
_OPEN = re.compile(r"\((?:\?[:>]|\?P<\w+>)?(?!\?)")
_LETTERS = re.compile(r"[a-z]+", re.IGNORECASE)
_SPARED = re.compile(r"(?:[?*]|\{0(?:,\d*)?\})[?+]?")
_OPTIONAL = re.compile(r"[?*]|\{0")
_WRAPPED = re.compile(r"\(\?<!\\w\)\(\?:")
_WORD_BEFORE = re.compile(r" (?:\(\?:(?:[a-z]+ \|?)+\)(?:[?*]|\{0,\d\}))*$")  # "has (?:also |recently )*"
# What tells how a pattern is built: an escape, a class (a bracket that opens its list stands for itself), a group, a choice.
_STRUCTURE = re.compile(r"\\.|\[\^?(?:\\.|[^\\])(?:[^\]\\]|\\.)*\]|[()|]", re.DOTALL)


def heads(source: str) -> frozenset[str] | None:
    """Lower-case beginnings of the first word of whatever the pattern matches; None when it can begin with any."""
    found: set[str] = set()
    for branch in _branches(source):
        known = _head(branch)
        if known is None:
            return None
        found |= known
    return frozenset(found)


def _head(branch: str) -> frozenset[str] | None:
    rest = branch
    while mark := _MARK.match(rest):
        rest = rest[_close(rest) :] if mark[0].startswith("(") else rest[mark.end() :]
    opened = _OPEN.match(rest)
    if opened:
        end = _close(rest)
        inner = heads(rest[opened.end() : end - 1])
        spared = _SPARED.match(rest, end)
        after = _head(rest[spared.end() :]) if spared else frozenset()
        return None if inner is None or after is None else inner | after
    letters = _LETTERS.match(rest)
    if not letters:
        return None
    word = letters[0][:-1] if _OPTIONAL.match(rest, letters.end()) else letters[0]
    return frozenset({word.lower()}) if len(word) >= _SHORTEST else None


def verb_heads(source: str) -> frozenset[str] | None:
    """Lower-case beginnings of the word that opens the `verb` group which every match fills; None where none is sure.

    Sure is a group outside choices and options, right behind a space or behind optional words that end with one.
    """
    inner = _unwrapped(source)
    at = inner.find("(?P<verb>")
    if at < 0 or len(_branches(inner)) > 1 or not _WORD_BEFORE.search(inner[:at]):
        return None
    if _depth(inner[:at]) or _OPTIONAL.match(inner, at + _close(inner[at:])):
        return None
    return heads(inner[at + len("(?P<verb>") : at + _close(inner[at:]) - 1])


def first_word(source: str) -> int:
    """Where the first word of a pattern, or the choice of words that opens it, ends."""
    at = 0
    while mark := _MARK.match(source, at):
        at = at + _close(source[at:]) if mark[0].startswith("(") else mark.end()
    if _OPEN.match(source, at):
        return at + _close(source[at:])
    end = re.compile(r" |$").search(source, at)
    return end.start() if end else len(source)


def _unwrapped(source: str) -> str:
    opened = _WRAPPED.match(source)
    if opened and _close(source[opened.end() - 3 :]) == len(source) - opened.end() + 3:
        return source[opened.end() : -1]
    return source


def _depth(source: str) -> int:
    marks = [token[0] for token in _STRUCTURE.finditer(source)]
    return marks.count("(") - marks.count(")")


def _branches(source: str) -> list[str]:
    """The alternatives of a pattern, groups kept whole."""
    parts, depth, start = [], 0, 0
    for token in _STRUCTURE.finditer(source):
        if token[0] in "()":
            depth += 1 if token[0] == "(" else -1
        elif token[0] == "|" and depth == 0:
            parts.append(source[start : token.start()])
            start = token.end()
    return [*parts, source[start:]]


def _close(source: str) -> int:
    """The position after the group that opens a pattern."""
    depth = 0
    for token in _STRUCTURE.finditer(source):
        if token[0] in "()":
            depth += 1 if token[0] == "(" else -1
            if depth == 0:
                return token.end()
    return len(source)
