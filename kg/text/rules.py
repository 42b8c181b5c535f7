"""Rules: patterns with the words that let them run, each tried only on the sentences where it can match.

Source: measured in the project's research (trigger gating); the words that a match must begin with and the
kinds of its slots are read from the pattern itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import SettingsError
from kg.model import Mention, MentionKind
from kg.text.forms import starts
from kg.text.heads import heads, verb_heads
from kg.text.needs import Needs, needs
from kg.text.patterns import Annotated, compile_pattern, is_slot, plain

_NONE: dict[str, list[int]] = {}
_NO_BITS: dict[str, int] = {}
_MOST_WORDS = 50_000  # words whose gates are kept


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern with the words that let it run, and whatever its owner attaches to it.

    A trigger is a lower-case word; `clos*` stands for every word that begins so.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    fields: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a pattern fits; positions count in the sentence's text."""

    rule: Rule
    annotated: Annotated
    found: re.Match[str]

    @property
    def start(self) -> int:
        """Where the match begins in the sentence."""
        return self.annotated.position(self.found.start())

    @property
    def end(self) -> int:
        """Where the match ends in the sentence."""
        return self.annotated.end(self.found.end())

    def mention(self, name: str) -> Mention | None:
        """The mention that fills a named slot; None when the slot took no part."""
        text = self.found.groupdict().get(name)
        return self.annotated.filler(text) if text and is_slot(text) else None

    def text(self, name: str) -> str | None:
        """The words of a named group, mentions inside it written out again."""
        part = self.found.groupdict().get(name)
        return plain(part, self.annotated.mentions) if part is not None else None

    def bounds(self, name: str) -> tuple[int, int]:
        """Start and end of a named group in the sentence's text."""
        start, end = self.found.span(name)
        return self.annotated.position(start), self.annotated.end(end)


class Rules:
    """Rules, each compiled when first needed and run only on sentences that hold one of its triggers."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Keep the rules in the order given; raises SettingsError for a rule without triggers."""
        self.rules: tuple[Rule, ...] = tuple(rules)
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self.rules)
        self._heads = [heads(rule.pattern) for rule in self.rules]
        self._needs: list[Needs | None] = [None] * len(self.rules)
        self._gates: dict[str, tuple[int, int]] = {}  # word -> rules it triggers, rules it can begin
        self._idle: set[str] = set()  # words that neither trigger nor begin a rule: most of a text's
        self._exact: dict[str, list[int]] = {}
        self._stems: dict[str, dict[str, list[int]]] = {}
        self._beginnings: dict[str, dict[str, int]] = {}
        self._asked: tuple[frozenset[str] | None, int] = None, 0  # the last words, and what they allow
        self._free = 0  # the rules that can begin with any word and need no verb
        for number, rule in enumerate(self.rules):
            begins = self._heads[number] or verb_heads(rule.pattern)
            if begins is None:
                self._free |= 1 << number
            for begin in begins or ():
                stemmed = self._beginnings.setdefault(begin[:2], {})
                stemmed[begin] = stemmed.get(begin, 0) | 1 << number
            if not rule.triggers:
                raise SettingsError(f"rule {rule.name!r} has no trigger words")
            for trigger in rule.triggers:
                if trigger.endswith("*"):
                    stem = trigger[:-1]
                    if len(stem) < 3:
                        raise SettingsError(f"rule {rule.name!r}: a trigger stem has three letters at least")
                    self._stems.setdefault(stem[:3], {}).setdefault(stem, []).append(number)
                else:
                    self._exact.setdefault(trigger, []).append(number)

    def may_match(self, words: frozenset[str]) -> list[int]:
        """The numbers of the rules that the words trigger and allow to begin, in rising order."""
        return _numbers(self._allowed(words))

    def _allowed(self, words: frozenset[str]) -> int:
        """The rules that the words trigger and allow to begin, as bits; kept while the same words are asked about."""
        if words is self._asked[0]:
            return self._asked[1]
        triggered, begun = 0, self._free
        for word in words.difference(self._idle):
            gates = self._gates.get(word)
            if gates is None:
                gates = self._gates_of(word)
            triggered |= gates[0]
            begun |= gates[1]
        self._asked = words, triggered & begun
        return triggered & begun

    def _gates_of(self, word: str) -> tuple[int, int]:
        """The rules that a word triggers, and those that can begin with it, as bits; kept for the next time."""
        triggered = sum(1 << number for number in set(self._exact.get(word, ())))
        for stem, stemmed in self._stems.get(word[:3], _NONE).items():
            if word.startswith(stem):
                for number in stemmed:
                    triggered |= 1 << number
        begun = 0
        for begin, numbers in self._beginnings.get(word[:2], _NO_BITS).items():
            if word.startswith(begin):
                begun |= numbers
        if len(self._gates) + len(self._idle) > _MOST_WORDS:
            self._gates.clear()
            self._idle.clear()
        if triggered or begun:
            self._gates[word] = triggered, begun
        else:
            self._idle.add(word)
        return triggered, begun

    def matches(self, annotated: Annotated) -> Iterator[Match]:
        """Every match of every rule whose triggers stand in the sentence, rule by rule."""
        allowed = self._allowed(annotated.words)
        if not allowed:
            return
        kinds = frozenset(mention.kind for mention in annotated.mentions)
        lower = annotated.coded.lower()
        for number in _numbers(allowed):
            if self._holds(number, lower, kinds):
                rule = self.rules[number]
                for found in self._found(number, annotated.coded, lower):
                    yield Match(rule, annotated, found)

    def _holds(self, number: int, lower: str, kinds: frozenset[MentionKind]) -> bool:
        """Whether a text with mentions of these kinds holds what every match of a rule holds."""
        need = self._needs[number]
        if need is None:
            need = self._needs[number] = needs(self.rules[number].pattern)
        for slot in need.slots:
            if kinds.isdisjoint(slot):
                return False
        for choice in need.strings:
            for string in choice:
                if string in lower:
                    break
            else:
                return False
        return True

    def _found(self, number: int, coded: str, lower: str) -> Iterator[re.Match[str]]:
        """The matches of one rule apart from each other, tried only where one of its beginnings stands."""
        begins = self._heads[number]
        if begins is None or len(lower) != len(coded):
            yield from self.pattern(number).finditer(coded)
            return
        match = self.pattern(number).match
        reached = 0
        for start in sorted({start for begin in begins if begin in lower for start in starts(lower, begin)}):
            if start >= reached and (found := match(coded, start)):
                yield found
                reached = found.end()

    def pattern(self, number: int) -> re.Pattern[str]:
        """The compiled pattern of a rule; raises SettingsError when it cannot be compiled."""
        known = self._compiled[number]
        if known is None:
            known = self._compiled[number] = compile_pattern(self.rules[number].pattern)
        return known


def _numbers(bits: int) -> list[int]:
    """The numbers of the bits that are set, in rising order."""
    numbers: list[int] = []
    while bits:
        lowest = bits & -bits
        numbers.append(lowest.bit_length() - 1)
        bits ^= lowest
    return numbers
