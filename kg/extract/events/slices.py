"""The event kinds: one TOML slice each, with its patterns and the sentences that prove them.

A slice says `type`, `says` and `roles`; its trigger words and the fields of `Reading` may stand at its head,
for all patterns, or in one `[[pattern]]`. In a `match`, `{role:org}` is a typed slot, `{role:name}` and
`{role:someone}` also take a proper name that no mention covers (not in headlines), `(?P<role>@np)` a
description, `(?P<role_it>it|us)` the company that speaks, `(?P<verb>...)` marks the words of happening, and
`@phrase` stands for the words of `phrases.toml`; `announc(?:ed|es)` takes every form of the verb. Auxiliaries and the subject stay out of a pattern: they
are read off the words before it (`phases.py`); the first verb fits in all its forms (`verbs.py`), without gerunds where the
slice says `gerunds = false`. A `[[noun]]` is the noun phrase of a deed, read in the frames of `nouns.py`. Of one kind's patterns, the first that fits is taken. The patterns
of `other`, at a slice's head, find the other party in the sentence where the pattern itself names none (`others.py`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg.errors import SettingsError
from kg.extract.events.nouns import of_nouns
from kg.extract.events.verbs import in_all_forms
from kg.model import Status
from kg.text.patterns import compile_pattern
from kg.text.rules import Rule, Rules

_FEWEST = 8  # sentences of each sort that a slice must bring
_PHRASE = re.compile(r"@([a-z][a-z_]*)")
_SPOKEN = re.compile(r"\{[^{}]*\}|\b(?:our|we|us|directors|officer)\b(?!\?)")
_SLOTTED = {  # words that stand as slots in annotated text
    "our": "(?:{our}|our)",
    "we": "(?:{we}|we)",
    "us": "(?:{we}|us)",
    "directors": "(?:{title}|directors)",
    "officer": "(?:{title}|officer)",
}
_LOOSE = re.compile(r"\{(\w+):(name|someone)\}")  # a party that the text names and no mention knows
_ANNOUNCED = re.compile(r"announc\(\?:[a-z|]+\)\??")
_ANNOUNCES = "announc(?:ed|es|e|ing)(?:,? today,?)?"  # whatever forms a pattern gives, and the day
_MAY = re.compile(r"(?<=[|(:])may(?=[|)])")  # the modal: a month stands behind a preposition
_MODAL = (
    "".join(
        f"(?<!{word} )"
        for word in (
            "in",
            "by",
            "of",
            "this",
            "last",
            "next",
            "late",
            "early",
            "since",
            "until",
            "through",
            "during",
            "for",
            "from",
        )
    )
    + "may"
)
_EXAMPLES = "\n[[must]]"
_GROUP = re.compile(r"\{(\w+):|\(\?P<(\w+)>")
_MERGES = frozenset({"release", "participants", "sentence"})
_PLACES = frozenset({"any", "headline", "lead", "body"})
_FORMS = frozenset({"verb", "noun"})
_DATES = frozenset({"auto", "deed", "release", "period", "none"})


@dataclass(frozen=True, slots=True)
class Reading:
    """How one pattern is understood: whose event it is, in which phase, dated how."""

    type: str
    second: str  # the role in which the second of two subjects takes part; "" when it takes none
    subject: str  # the role of the grammatical subject; "" when the pattern names all parties itself
    anyone: bool  # whether the issuer stands in where no subject can be read
    status: Status | None  # fixed; None when the verb's auxiliaries decide
    form: str  # verb | noun: a verb must show its tense
    where: str  # any | headline | lead | body
    date: str  # auto | deed (not the years it is about) | release | period (what is reported, not when) | none
    merge: str  # release | participants | sentence: what counts as the same happening
    owner: bool  # a possessive in the words tells whose it is: ours, or the sentence's first company's
    weak: bool  # said in passing: gives way to any other telling of its type in the release
    home: bool  # told of the company that speaks only
    also: str | None  # "person": people named in the sentence take part too
    requires: frozenset[str]  # roles without which it is not told
    each: str | None  # the role whose every filler has an event of its own
    others: tuple[str, ...]  # patterns that find the other party in the sentence where none is named in the match
    needs: str | None  # pattern of words without which the sentence does not tell it
    unless: str | None  # pattern of words in the sentence that forbid the reading


@dataclass(frozen=True, slots=True)
class Slice:
    """One event kind."""

    type: str
    says: str
    roles: tuple[str, ...]
    readings: tuple[tuple[Rule, Reading], ...]


@dataclass(frozen=True, slots=True)
class Kinds:
    """All event kinds, with one gate of trigger words over all their patterns."""

    slices: tuple[Slice, ...]
    rules: Rules
    readings: Mapping[str, Reading]  # by rule name


@cache
def load_kinds() -> Kinds:
    """The kinds that ship with the package; raises SettingsError naming the file that is at fault."""
    folder = files(__package__)
    phrases = load_phrases(folder.joinpath("phrases.toml"))
    sources = sorted(_toml_files(folder.joinpath("kinds")), key=lambda entry: entry.name)
    slices = tuple(read_slice(entry.name, entry.read_text(encoding="utf-8"), phrases) for entry in sources)
    readings = {rule.name: reading for kind in slices for rule, reading in kind.readings}
    return Kinds(slices, Rules(rule for kind in slices for rule, _ in kind.readings), readings)


def _toml_files(folder: Traversable) -> Iterable[Traversable]:
    return (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))


def load_phrases(source: Traversable) -> dict[str, str]:
    """The named phrases that patterns may use as `@name`, each with its own phrases written out."""
    phrases: dict[str, str] = {}
    for name, words in tomllib.loads(source.read_text(encoding="utf-8")).items():
        phrases[name] = _written_out(words, phrases, source.name)
    return phrases


def read_slice(name: str, text: str, phrases: Mapping[str, str]) -> Slice:
    """The kind that a slice file tells; its example sentences are counted, not parsed.

    Raises SettingsError naming the file when it lacks sentences, roles or triggers.
    """
    for sort in ("must", "must_not"):
        count = text.count(f"\n[[{sort}]]")
        if count < _FEWEST:
            raise SettingsError(f"{name}: has {count} [[{sort}]] sentences, needs at least {_FEWEST}")
    try:
        told = tomllib.loads(text.partition(_EXAMPLES)[0])
        roles = tuple(told["roles"])
        readings = tuple(
            _reading(name, number, {**told, **pattern}, roles, phrases)
            for number, pattern in enumerate([*told.get("pattern", ()), *of_nouns(told.get("noun", ()))], start=1)
        )
        return Slice(told["type"], told["says"], roles, readings)
    except (KeyError, TypeError, ValueError, re.error) as fault:
        raise SettingsError(f"{name}: {fault!r}") from fault


def _reading(
    name: str, number: int, told: Mapping[str, object], roles: tuple[str, ...], phrases: Mapping[str, str]
) -> tuple[Rule, Reading]:
    match = _written_out(str(told["match"]), phrases, name)
    if told.get("form", "verb") == "verb":
        match = in_all_forms(match, gerunds=bool(told.get("gerunds", True)))
    for found in _GROUP.finditer(match):
        role = (found[1] or found[2]).removesuffix("_it").rstrip("0123456789_")
        if role not in roles and role not in ("when", "skip", "verb"):
            raise SettingsError(f"{name}: pattern {number} fills {role!r}, which is none of the kind's roles")
    triggers = tuple(str(word) for word in told["triggers"])  # type: ignore[attr-defined]
    rule = Rule(
        f"events/{told['type']}/{number}", rf"(?<!\w)(?:{match})", triggers, {}
    )  # "ship" is no part of "worship"
    status = told.get("status")
    reading = Reading(
        type=str(told["type"]),
        second=str(told.get("second", "counterparty" if "counterparty" in roles else "")),
        subject=str(told.get("subject", roles[0])),
        anyone=bool(told.get("anyone", False)),
        status=Status(str(status)) if status else None,
        form=_one_of(_FORMS, told.get("form", "verb"), name),
        where=_one_of(_PLACES, told.get("where", "any"), name),
        date=_one_of(_DATES, told.get("date", "auto"), name),
        merge=_one_of(_MERGES, told.get("merge", "participants"), name),
        owner=bool(told.get("owner", False)),
        weak=bool(told.get("weak", False)),
        home=bool(told.get("home", False)),
        also=str(told["with"]) if "with" in told else None,
        requires=frozenset(str(role) for role in told.get("requires", ())),  # type: ignore[attr-defined]
        each=str(told["each"]) if "each" in told else None,
        others=tuple(rf"(?<!\w)(?:{_written_out(str(one), phrases, name)})" for one in told.get("other", ())),  # type: ignore[attr-defined]
        needs=_words(told.get("needs"), phrases, name),
        unless=_words(told.get("unless"), phrases, name),
    )
    return rule, reading


def _words(pattern: object, phrases: Mapping[str, str], name: str) -> str | None:
    return _MAY.sub(_MODAL, _written_out(str(pattern), phrases, name)) if pattern else None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of `unless` or `needs`, compiled when a sentence first asks for it."""
    return compile_pattern(pattern)


def _one_of(allowed: frozenset[str], value: object, name: str) -> str:
    if value not in allowed:
        raise SettingsError(f"{name}: {value!r} is none of {', '.join(sorted(allowed))}")
    return str(value)


def _written_out(pattern: str, phrases: Mapping[str, str], name: str) -> str:
    def phrase(found: re.Match[str]) -> str:
        if found[1] not in phrases:
            raise SettingsError(f"{name}: there is no phrase @{found[1]}")
        return f"(?:{phrases[found[1]]})"

    written = _ANNOUNCED.sub(lambda _: _ANNOUNCES, _PHRASE.sub(phrase, pattern))
    for number, found in enumerate(list(_LOOSE.finditer(written)), start=1):
        kind, role = ("org" if found[2] == "name" else "person"), found[1]
        bare = f"(?P<{role}_{number}_>{phrases[found[2]]})"
        written = written.replace(found[0], f"(?:{{{role}:{kind}}}|{bare})", 1)
    return _SPOKEN.sub(lambda found: _SLOTTED.get(found[0], found[0]), written)
