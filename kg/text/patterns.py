"""Patterns over annotated text: regular expressions that see typed slots where mentions stand.

A mention is rewritten as two private-use characters, one for its kind and one for its number, so
that `{who:org} is closing its {where:place} {site:facility}` compiles to a plain regular expression
and a slot can never be filled by words of another type. Source: measured in the project's research
(one rewriting per sentence, trigger gating), and Odin's rules over surface (LREC 2016).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import SettingsError
from kg.model import Mention, MentionKind

_KIND_BASE = 0xE000
_NUMBER_BASE = 0xE100
_MOST_MENTIONS = 0xF8FF - _NUMBER_BASE
_KIND_CHARACTERS = {kind: chr(_KIND_BASE + at) for at, kind in enumerate(MentionKind)}
_SLOT = re.compile(r"\{(?:(\w+):)?([a-z]+(?:\|[a-z]+)*)\}")
_GAP = re.compile(r" ?\.\.(\d{1,2}) ?")
_WORD = re.compile(r"[a-z][a-z'-]*")
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

    def end(self, coded: int) -> int:
        """The position in the sentence's text where a stretch of coded text up to a position ends."""
        last = self.coded[coded - 1]
        return self.mentions[ord(last) - _NUMBER_BASE].end if _numbered(last) else self.position(coded - 1) + 1

    def filler(self, slot: str) -> Mention:
        """The mention that a slot of the coded text stands for."""
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


def is_slot(coded: str) -> bool:
    """Whether a stretch of coded text is one slot and nothing else."""
    return len(coded) == 2 and _numbered(coded[1])


def _numbered(character: str) -> bool:
    return _NUMBER_BASE <= ord(character) <= 0xF8FF


def plain(coded: str, mentions: Sequence[Mention]) -> str:
    """Coded text with its slots written out as the words of their mentions."""
    parts: list[str] = []
    for character in coded:
        if _numbered(character):
            parts.append(mentions[ord(character) - _NUMBER_BASE].text)
        elif not _KIND_BASE <= ord(character) < _NUMBER_BASE:
            parts.append(character)
    return "".join(parts)
