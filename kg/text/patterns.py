"""Patterns over annotated text: regular expressions that see typed slots where mentions stand.

A mention is rewritten as two private-use characters, one for its kind and one for its number, so
that `{who:org} is closing its {where:place} {site:facility}` compiles to a plain regular expression
and a slot can never be filled by words of another type. Source: measured in the project's research
(one rewriting per sentence, trigger gating), and Odin's rules over surface (LREC 2016).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import SettingsError
from kg.model import Mention, MentionKind
from kg.text.forms import starts
from kg.text.heads import heads, verb_heads
from kg.text.slots import required

_KIND_BASE = 0xE000
_NUMBER_BASE = 0xE100
_MOST_MENTIONS = 0xF8FF - _NUMBER_BASE
_KIND_CHARACTERS = {kind: chr(_KIND_BASE + at) for at, kind in enumerate(MentionKind)}
_SLOT = re.compile(r"\{(?:(\w+):)?([a-z]+(?:\|[a-z]+)*)\}")
_GAP = re.compile(r" ?\.\.(\d{1,2}) ?")
_WORD = re.compile(r"[a-z][a-z'-]*")
_NONE: dict[str, list[int]] = {}
_NO_BITS: dict[str, int] = {}
_MOST_WORDS = 50_000  # words whose gates are kept
_LONGEST = 2000  # characters of a sentence that patterns look at: linear time is a safety rule


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its mentions rewritten as slots, and the way back to its own positions."""

    coded: str
    mentions: tuple[Mention, ...]
    stops: tuple[tuple[int, int], ...]  # (position in coded, shift to the sentence's position)
    words: frozenset[str]  # lower-case words outside and inside mentions, for the trigger gate

    def position(self, coded: int) -> int:
        """The position in the sentence's text of a position in the coded text."""
        at = bisect_right(self.stops, (coded, 1 << 60)) - 1
        return coded + self.stops[at][1]

    def filler(self, slot: str) -> Mention:
        """The mention that a matched slot of the coded text stands for."""
        return self.mentions[ord(slot[1]) - _NUMBER_BASE]


def annotate(text: str, mentions: Iterable[Mention], words: frozenset[str] | None = None) -> Annotated:
    """The text with mentions as slots. Where mentions overlap, the first given that fits is kept.

    `words` are those of the text, where the caller knows them already.
    """
    text = text[:_LONGEST]
    kept = _apart([m for m in mentions if m.end <= len(text)])[:_MOST_MENTIONS]
    parts: list[str] = []
    stops = [(0, 0)]
    done = length = 0
    for number, mention in enumerate(kept):
        parts += [text[done : mention.start], _KIND_CHARACTERS[mention.kind] + chr(_NUMBER_BASE + number)]
        length += mention.start - done + 2
        done = mention.end
        stops.append((length, done - length))
    parts.append(text[done:])
    known = words_of(text) if words is None else words
    return Annotated("".join(parts), tuple(kept), tuple(stops), known)


def words_of(text: str) -> frozenset[str]:
    """The lower-case words of a text, for the trigger gate."""
    return frozenset(_WORD.findall(text[:_LONGEST].lower()))


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    taken: list[Mention] = []
    for mention in mentions:
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    return sorted(taken, key=lambda mention: mention.start)


def compile_pattern(source: str) -> re.Pattern[str]:
    """The regular expression of a pattern; raises SettingsError on an unknown slot kind.

    `{name:org|we}` is a named slot, `{org}` one without a name, `..6` a gap of up to six words that
    stays inside the clause. Everything else is regular-expression syntax, upper and lower case alike.
    """
    try:
        text = _SLOT.sub(_slot, source)
        text = _GAP.sub(lambda gap: rf"(?: [^\s;:.]+){{0,{gap[1]}}}?,? ", text)
        return re.compile(text, re.IGNORECASE)
    except (ValueError, re.error) as fault:
        raise SettingsError(f"pattern {source!r}: {fault}") from fault


def code(kind: MentionKind) -> str:
    """The character that begins a slot of a kind in coded text."""
    return _KIND_CHARACTERS[kind]


def _slot(found: re.Match[str]) -> str:
    # A choice and a point, not classes: for every class beyond Latin-1 the compiler lays out all 65,536 characters.
    # Behind the character of a kind always stands a number.
    body = "(?:" + "|".join(code(MentionKind(kind)) + "." for kind in found[2].split("|")) + ")"
    return f"(?P<{found[1]}>{body})" if found[1] else body


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
        return self._end(self.found.end())

    def mention(self, name: str) -> Mention | None:
        """The mention that fills a named slot; None when the slot took no part."""
        text = self.found.groupdict().get(name)
        if not text or len(text) != 2 or not _numbered(text[1]):
            return None
        return self.annotated.mentions[ord(text[1]) - _NUMBER_BASE]

    def text(self, name: str) -> str | None:
        """The words of a named group, mentions inside it written out again."""
        part = self.found.groupdict().get(name)
        return plain(part, self.annotated.mentions) if part is not None else None

    def bounds(self, name: str) -> tuple[int, int]:
        """Start and end of a named group in the sentence's text."""
        start, end = self.found.span(name)
        return self.annotated.position(start), self._end(end)

    def _end(self, coded: int) -> int:
        tail = self.annotated.coded[coded - 1]
        if _numbered(tail):
            return self.annotated.mentions[ord(tail) - _NUMBER_BASE].end
        return self.annotated.position(coded - 1) + 1


def _numbered(character: str) -> bool:
    return _NUMBER_BASE <= ord(character) <= 0xF8FF


def plain(coded: str, mentions: Sequence[Mention]) -> str:
    """Coded text with its slots written out as the words of their mentions."""
    parts: list[str] = []
    for character in coded:
        code = ord(character)
        if _NUMBER_BASE <= code <= 0xF8FF:
            parts.append(mentions[code - _NUMBER_BASE].text)
        elif not _KIND_BASE <= code < _NUMBER_BASE:
            parts.append(character)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern with the words that let it run, and whatever its owner attaches to it.

    A trigger is a lower-case word; `clos*` stands for every word that begins so.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    fields: Mapping[str, object]


class Rules:
    """Rules, each compiled when first needed and run only on sentences that hold one of its triggers."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Keep the rules in the order given; raises SettingsError for a rule without triggers."""
        self.rules: tuple[Rule, ...] = tuple(rules)
        self._compiled: list[re.Pattern[str] | None] = [None] * len(self.rules)
        self._heads = [heads(rule.pattern) for rule in self.rules]
        self._required = [required(rule.pattern) for rule in self.rules]
        self._fillable: dict[frozenset[MentionKind], int] = {}  # kinds of mention -> rules whose slots they fill
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
        fillable = self._fillable.get(kinds)
        if fillable is None:
            fillable = self._fillable_by(kinds)
        lower = annotated.coded.lower()
        for number in _numbers(allowed & fillable):
            rule = self.rules[number]
            for found in self._found(number, annotated.coded, lower):
                yield Match(rule, annotated, found)

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

    def _fillable_by(self, kinds: frozenset[MentionKind]) -> int:
        """The rules each of whose needed slots one of the kinds can fill, as bits; kept for the next sentence."""
        fillable = 0
        for number, slots in enumerate(self._required):
            if not any(kinds.isdisjoint(slot) for slot in slots):
                fillable |= 1 << number
        self._fillable[kinds] = fillable
        return fillable

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
