"""What no match of a pattern can do without, read off the pattern itself: the last gate before it is tried.

Source: the required literals of indexed regular-expression search (R. Cox, "Regular Expression Matching with a
Trigram Index", 2012).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Choice = frozenset[str]

_SHORTEST = 3  # letters that a string must have to tell sentences apart
_MOST_STRINGS = 40  # of a choice: asking for more costs as much as the search that is spared
_MOST_CHOICES = 3
_TOKEN = re.compile(
    r"(?P<letters>[^\\\[\](){}|.^$?*+]+)"
    r"|\{(?:\w+:)?(?P<slot>[a-z]+(?:\|[a-z]+)*)\}"
    r"|(?P<break>\(\?P=\w+\)|\.\.\d{1,2} ?|\[\^?\]?(?:\\.|[^\]\\])*\]|\\[A-Za-z0-9]|[.^$])"
    r"|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:[:>]|P<\w+>|-?i:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|\\(?P<escaped>.)|.",
    re.DOTALL,
)
_QUANTIFIER = re.compile(r"(?:(?P<none>[?*]|\{0?,\d*\}|\{0\})|(?P<some>\+|\{\d+(?:,\d*)?\}))[?+]?")


@dataclass(slots=True)
class Needs:
    """What every match of a pattern holds.

    `strings` are choices of lower-case strings, the most telling first: of each, one stands in the match outside
    its slots. `slots` are the kinds of mention of which one fills a slot that is neither optional nor in a choice.
    """

    strings: list[Choice] = field(default_factory=list)
    slots: list[Choice] = field(default_factory=list)


def needs(source: str) -> Needs:
    """What every match of a pattern holds: three choices of strings at most, and each slot that cannot be left out."""
    found = _Reader(source).alternatives()
    strings = sorted(dict.fromkeys(found.strings), key=_weight, reverse=True)[:_MOST_CHOICES]
    return Needs(strings, list(dict.fromkeys(found.slots)))


class _Reader:
    """Reads a pattern from left to right; `at` is where it stands."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def alternatives(self) -> Needs:
        """The needs of a group to its end: those of its only alternative, or the best string of each taken together."""
        every = [self._alternative()]
        while self.source[self.at : self.at + 1] == "|":
            self.at += 1
            every.append(self._alternative())
        self.at += 1
        if len(every) == 1:
            return every[0]
        if not all(one.strings for one in every):
            return Needs()
        joined = frozenset[str]().union(*(max(one.strings, key=_weight) for one in every))
        return Needs([joined] if len(joined) <= _MOST_STRINGS else [])

    def _alternative(self) -> Needs:
        """The needs of a sequence up to the bar or bracket that ends it."""
        found = Needs()
        letters = ""
        while (token := _TOKEN.match(self.source, self.at)) and not (token["bar"] or token["close"]):
            self.at = token.end()
            inner = self.alternatives() if token["open"] or token["look"] else Needs()
            times = _QUANTIFIER.match(self.source, self.at)
            if times:
                self.at = times.end()
            spared = times is not None and times["none"] is not None
            more = token["letters"] or token["escaped"] or ""
            letters += more[:-1] if spared else more
            if times or not more:
                found.strings += _string(letters.rstrip(" ") if token[0].startswith("..") else letters)
                letters = ""
            if not (spared or token["look"]):
                found.strings += inner.strings
                found.slots += [frozenset(token["slot"].split("|"))] if token["slot"] else inner.slots
        found.strings += _string(letters)
        return found


def _string(letters: str) -> list[Choice]:
    """A choice of one, where it tells anything; a gap behind a space may also begin with a comma."""
    return [frozenset({letters.lower()})] if len(letters.strip()) >= _SHORTEST else []


def _weight(choice: Choice) -> tuple[int, int]:
    return min(len(string.strip()) for string in choice), -len(choice)
