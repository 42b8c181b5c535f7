"""Short names that a release defines: `Alder Instruments, Inc. (NYSE: ALD) ("Alder" or the "Company")`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.organisations import OrgName
from kg.mentions.runs import is_form
from kg.mentions.words import stop_words, word_class

_QUOTED = r"[\"“”„‟'‘’«»]{1,2}(?:the )?(?P<alias>[^\"“”„‟«»()]{1,60}?)[,.]?[\"“”‟'’«»]{1,2}"
_BRACKET = re.compile(
    r"\((?P<inside>[^()]{1,200})\)|, (?:hereinafter|hereafter|referred to as) (?P<after>[\"“][^\"“”]{1,60}[\"”])"
)
_ALIAS = re.compile(rf"(?:\bthe )?{_QUOTED}", re.IGNORECASE)
_TRADE = re.compile(
    r"(?:,| \([^()]{1,60}\),?)? \(?(?i:now )?(?i:d/b/a|dba|d\.b\.a\.|doing business as|also known as|a/k/a|a\.k\.a\.|aka|formerly known as|formerly|f/k/a|"
    r"previously known as|soon to be renamed|to be renamed|soon to be known as|trading as|operating as|known as)\b:? (?P<alias>(?:[\"“])?[A-Z0-9][\w&.'’-]*(?:,? (?:&|of|[A-Z0-9][\w&.'’-]*)){0,5})[\"”]?"
)


_DESCRIPTION = 6  # blanks in what a company is: "a Delaware limited liability company"


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name and the name that it stands for, by its number among the sentence's names."""

    text: str
    owner: int
    role: bool  # a common noun: "the Company"
    quoted: bool = True
    former: bool = False  # what the company was called before


def find_aliases(text: str, names: Sequence[OrgName]) -> list[Alias]:
    """The short names that a sentence defines for its organisations."""
    if not names:
        return []
    found: list[Alias] = []
    for bracket in _BRACKET.finditer(text):
        inside = bracket["inside"] or bracket["after"] or ""
        before = [number for number, name in enumerate(names) if name.end <= bracket.start()]
        if not before:
            continue
        quoted = [match["alias"].strip(" ,.") for match in _ALIAS.finditer(inside)]
        owner = names[before[-1]]
        if not quoted and not text[owner.end : bracket.start()].strip("®™ ,"):
            first = re.match(r"([A-Z][\w&.-]{1,14}?(?: [A-Z]\w{1,12})?)[®™]?(?=[,;] |$)", inside)
            quoted = [first[1]] if first and _begins(first[1], owner.text) else []
        marked = bool(_ALIAS.search(inside))
        found += [Alias(a.text, a.owner, a.role, marked) for a in _owned(text, quoted, names, before, bracket.start())]
    for number, name in enumerate(names):
        trade = _TRADE.match(text, name.end)
        if trade:
            former = "former" in trade[0].lower() or "f/k/a" in trade[0].lower() or "previously" in trade[0].lower()
            found.append(Alias(_untold(trade["alias"]), number, role=False, former=former))
    return found


def _untold(alias: str) -> str:
    """A trade name without the verb of a headline that goes on behind it: "Alder Global Signs Letter of"."""
    words = alias.strip('"“”,.').split()
    told = next(
        (
            at
            for at, word in enumerate(words)
            if at and word.lower() in stop_words() and word[:1].isupper() and not is_form(word)
        ),
        None,
    )
    return " ".join(words[:told]).strip('"“”,.')


def _owned(
    text: str, quoted: Sequence[str], names: Sequence[OrgName], before: Sequence[int], at: int
) -> Iterator[Alias]:
    near = before[-1]
    adjacent = at - names[near].end <= 60
    for alias in quoted:
        low = alias.lower()
        if not alias or low.split()[-1] in word_class("not-aliased") or len(alias.split()) > 6:
            continue
        role = low in word_class("roles") or (low.startswith("the ") and low[4:] in word_class("roles"))
        if role:
            subject = near if adjacent else before[0]
            yield Alias(alias.removeprefix("the ").removeprefix("The "), subject, role=True)
            continue
        owner = _owner(alias, names, before)
        if (
            owner is None
            and adjacent
            and names[near].basis == "form"
            and alias[:1].isupper()
            and "(" in text[names[near].end : at + 1]
        ):
            owner = near if len(alias.split()) <= 3 and _beside(text[names[near].end : at]) else None
        if owner is not None:
            yield Alias(alias, owner, role=False)


def _beside(between: str) -> bool:
    """Whether nothing but brackets and what a company is stands between its name and a bracket."""
    own = re.sub(r"\([^()]*\)", "", between).strip(" ,")
    return own.count(" ") <= _DESCRIPTION and (
        not own or own.split(maxsplit=1)[0] in ("a", "an", "the", "doing", "formerly")
    )


def _owner(alias: str, names: Sequence[OrgName], before: Sequence[int]) -> int | None:
    """The nearest earlier name that the alias shortens or abbreviates."""
    for number in reversed(before):
        if _shortens(alias, names[number].text) or _begins(alias, names[number].text):
            return number
    return None


def _shortens(alias: str, name: str) -> bool:
    words = [word.strip(".,").lower() for word in name.split()]
    return all(word.strip(".,").lower() in words for word in alias.split()) or name.lower().replace(" ", "").startswith(
        alias.lower().replace(" ", "")
    )


def _begins(alias: str, name: str) -> bool:
    """Whether a short form without quotes is an acronym of the name, or begins with one ("CPP Investments"), or with its first word."""
    first, _, rest = alias.partition(" ")
    whole = name.split(maxsplit=1)[0].strip(",.")
    return _abbreviates(alias, name) or (
        bool(rest) and (_abbreviates(first, name) or (first == whole and len(whole) > 3))
    )


def _abbreviates(alias: str, name: str) -> bool:
    """Whether the letters of an acronym stand as capitals in the name, in order, from its first, or spell its initials."""
    if len(alias) > 2 and alias.lower() == "".join(word[0] for word in name.split() if word[0].isupper()).lower():
        return True
    letters = [c for c in alias if c.isalpha()]
    if len(letters) < 2 or sum(c.isupper() for c in letters) < 2 or alias.lower() in stop_words():
        return False
    if letters[0].lower() != name.removeprefix("The ")[0].lower() and letters[0].lower() != name[0].lower():
        return False
    rest = iter(name.lower())
    return all(letter.lower() in rest for letter in letters)
