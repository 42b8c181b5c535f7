"""The wordings of lasting ties, read from `ties.toml`: data, since they differ only in words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from kg.errors import SettingsError
from kg.text.rules import Rule, Rules

_PHRASE = re.compile(r"@([a-z]+)")
_ENDS = ("subject", "object")
_HOMES = ("home", "owner", "actor", "last")
_Entry = Mapping[str, object]


@cache
def load_ties() -> Rules:
    """The rules of all wordings, in the order of the file; raises SettingsError for one that contradicts itself."""
    data = tomllib.loads(files(__package__).joinpath("ties.toml").read_text(encoding="utf-8"))
    phrases: dict[str, str] = {}
    for name, words in data["phrases"].items():
        phrases[name] = _written_out(words, phrases)
    return Rules(_rule(entry, phrases) for entry in (*_crossed(data), *data["tie"]))


def _crossed(data: Mapping[str, Sequence[_Entry]]) -> Iterator[_Entry]:
    """Each noun that names a tie in each way of saying whose it is: "Alder's partner, Tessel"; each verb in each clause."""
    for noun in data["noun"]:
        for frame in data["frame"]:
            if frame["name"] not in _names(noun, "but"):
                ends = (frame["party"], frame["whose"])
                match = str(frame["match"]).replace("@of", str(noun.get("of", "(?:of|to|for)")))
                yield _stood(noun, frame, match.replace("@noun", str(noun["words"])), ends)
    for verb in data["verb"]:
        for clause in data["clause"]:
            match = str(clause["match"]).replace("@verb", str(verb["words"]))
            yield _stood(verb, clause, match, (clause["doer"], "o"))


def _stood(word: _Entry, frame: _Entry, match: str, ends: tuple[object, object]) -> _Entry:
    """A word in a frame: who is subject of the tie depends on the word."""
    subject, target = ends[::-1] if frame["name"] in _names(word, "above") else ends
    return {
        "name": f"{word['name']}-{frame['name']}",
        "relation": word["relation"],
        "subject": subject,
        "object": target,
        "default": word.get("default", ""),
        "triggers": word["triggers"],
        "match": match,
    }


def _names(noun: _Entry, field: str) -> Sequence[str]:
    listed = noun.get(field, ())
    return listed if isinstance(listed, list) else ()


def _rule(entry: _Entry, phrases: Mapping[str, str]) -> Rule:
    pattern = _written_out(str(entry["match"]), phrases)
    for end in _ENDS:
        slot = str(entry[end])
        if slot not in _HOMES and not re.search(rf"\{{{slot}:|\(\?P<{slot}>", pattern):
            raise SettingsError(f"ties.toml: {entry['name']}: the {end} {slot!r} is no slot of its pattern")
    fields = {key: str(entry.get(key, "")) for key in ("relation", *_ENDS, "tie", "default")}
    triggers = entry["triggers"]
    if not isinstance(triggers, list):
        raise SettingsError(f"ties.toml: {entry['name']}: triggers are a list of words")
    return Rule(f"relations/{entry['name']}", pattern, tuple(triggers), fields)


def _written_out(words: str, phrases: Mapping[str, str]) -> str:
    try:
        return _PHRASE.sub(lambda found: phrases[found[1]], words)
    except KeyError as unknown:
        raise SettingsError(f"ties.toml: no phrase @{unknown.args[0]}") from unknown
