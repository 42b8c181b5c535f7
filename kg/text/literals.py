"""The words that no match of a pattern can do without, read off the pattern itself: the last gate before it is tried.

Source: the required literals of indexed regular-expression search (R. Cox, "Regular Expression Matching with a
Trigram Index", 2012).
"""

from __future__ import annotations

import re

Choice = frozenset[str]  # lower-case strings one of which stands in every match

_SHORTEST = 3  # letters that a string must have to tell sentences apart
_MOST_STRINGS = 40  # of a choice: asking for more costs as much as the search that is spared
_MOST_CHOICES = 3
_TOKEN = re.compile(
    r"(?P<letters>[^\\\[\](){}|.^$?*+]+)"
    r"|(?P<break>\(\?P=\w+\)|\.\.\d{1,2} ?|\{(?:\w+:)?[a-z]+(?:\|[a-z]+)*\}|\[\^?\]?(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$])"
    r"|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?::|P<\w+>|-?i:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|\\(?P<escaped>.)|.",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"(?:(?P<none>[?*]|\{0?,\d*\}|\{0\})|(?P<some>\+|\{\d+(?:,\d*)?\}))[?+]?")


def literals(source: str) -> tuple[Choice, ...]:
    """Up to three choices of strings, the most telling first; a text that lacks all of one holds no match."""
    choices = _Reader(source).alternatives()
    return tuple(sorted(dict.fromkeys(choices), key=_weight, reverse=True)[:_MOST_CHOICES])


class _Reader:
    """Reads a pattern from left to right; `at` is where it stands."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def alternatives(self) -> list[Choice]:
        """The choices of a group to its end: those of its only alternative, or the best of each taken together."""
        every = [self._alternative()]
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            every.append(self._alternative())
        self.at += 1
        if len(every) == 1:
            return every[0]
        if not all(every):
            return []
        joined = frozenset[str]().union(*(max(choices, key=_weight) for choices in every))
        return [joined] if len(joined) <= _MOST_STRINGS else []

    def _alternative(self) -> list[Choice]:
        """The choices of a sequence up to the bar or bracket that ends it."""
        found: list[Choice] = []
        letters = ""
        while (token := _TOKEN.match(self.source, self.at)) and not (token["bar"] or token["close"]):
            self.at = token.end()
            inner = self.alternatives() if token["open"] or token["look"] else []
            times = _QUANTIFIER.match(self.source, self.at)
            if times:
                self.at = times.end()
            more = token["letters"] or token["escaped"] or ""
            letters += more[:-1] if times and times["none"] else more
            if times or not more:
                found += _string(letters.rstrip(" ") if token[0].startswith("..") else letters)
                letters = ""
            if not (token["look"] or (times and times["none"])):
                found += inner
        return found + _string(letters)


def _string(letters: str) -> list[Choice]:
    """A choice of one, where it tells anything; a gap behind a space may also begin with a comma."""
    return [frozenset({letters.lower()})] if len(letters.strip()) >= _SHORTEST else []


def _weight(choice: Choice) -> tuple[int, int]:
    return min(len(string.strip()) for string in choice), -len(choice)
