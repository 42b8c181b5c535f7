"""The words for financial concepts, read from data: phrases in, concepts out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

_TOKEN = re.compile(r"[A-Za-z&](?:[\w&]|['’](?=\w|\s))*|[,()]|(?<=[Tt]ier\s)[12]\b|^[12]$")
_GLUE = re.compile(r"[\s/-]{0,2}")
_IN_ORDER = re.compile(r"in order (?:to|for|that)\b", re.IGNORECASE)
_CARRIED = re.compile(
    r"revenue (?:passengers?|tons?|tonnes?|miles|hours)\b", re.IGNORECASE
)  # carried for pay, no money
# "EBITDA1", "income2": the number of a footnote, its raising lost.
NOTE_MARK = re.compile(r"(?<=[A-Za-z]{4})\d\b")
_LONGEST = 14  # tokens of a phrase


@dataclass(frozen=True, slots=True)
class Concept:
    """What a phrase means; the fields are described at the head of the data file."""

    name: str
    unit: str
    kind: str
    sign: int = 1
    rate: str = ""
    money: str = ""
    scope: str = ""
    basis: str = ""
    per: str = ""
    weak: bool = False


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases."""

    after: dict[str, _Node]
    concept: Concept | None = None


def find_concepts(text: str) -> list[tuple[int, int, Concept]]:
    """Every concept phrase of a text as (start, end, concept), in order; the longest phrase wins."""
    tokens = [(match.start(), match.end(), NOTE_MARK.sub("", _plain(match[0]))) for match in _TOKEN.finditer(text)]
    tree = _lexicon()
    found: list[tuple[int, int, Concept]] = []
    at = 0
    while at < len(tokens):
        node = tree.after.get(tokens[at][2])
        best: tuple[int, Concept] | None = None
        to = at
        while node is not None:
            if node.concept is not None:
                best = (to, node.concept)
            to += 1
            if to >= len(tokens) or not _GLUE.fullmatch(text, tokens[to - 1][1], tokens[to][0]):
                break
            node = node.after.get(tokens[to][2])
        if best is None or _CARRIED.match(text, tokens[at][0]) or _IN_ORDER.match(text, max(0, tokens[at][0] - 3)):
            at += 1
            continue
        found.append((tokens[at][0], tokens[best[0]][1], best[1]))
        at = best[0] + 1
    return found


@cache
def _lexicon() -> _Node:
    root = _Node({})
    for entry in _entries():
        concept = Concept(
            entry["name"],
            entry["unit"],
            entry["kind"],
            -1 if entry.get("sign") == "minus" else 1,
            entry.get("rate", ""),
            entry.get("money", ""),
            entry.get("scope", ""),
            entry.get("basis", ""),
            entry.get("per", ""),
            entry.get("weak", False),
        )
        for words in entry["words"]:
            for phrase in _spellings(words):
                node = root
                for word in phrase:
                    node = node.after.setdefault(word, _Node({}))
                node.concept = node.concept or concept
    return root


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    data = files("kg").joinpath("data/concepts.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(data)["concept"])


def _spellings(words: str) -> list[tuple[str, ...]]:
    """Every way to write a phrase of the data file, as tokens."""
    choices: list[list[tuple[str, ...]]] = []
    for part in words.split():
        words_of = part.removesuffix("?").replace("_", " ").split("/")
        alternatives = [tuple(map(_plain, _TOKEN.findall(word))) for word in words_of]
        choices.append([*alternatives, ()] if part.endswith("?") else alternatives)
    spelled = [sum(choice, ()) for choice in product(*choices)]
    return [phrase for phrase in spelled if phrase and len(phrase) <= _LONGEST]


def _plain(word: str) -> str:
    return "and" if word == "&" else word.lower().replace("’", "'").rstrip("'")
