"""The wordings of lasting ties, read from `ties.toml`: data, since they differ only in words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kg.errors import SettingsError
from kg.text.rules import Rule, Rules

_PHRASE = re.compile(r"@([a-z]+)")
_ENDS = ("subject", "object")
_HOMES = ("home", "owner", "actor")


@cache
def load_ties() -> Rules:
    """The rules of all wordings, in the order of the file; raises SettingsError for one that contradicts itself."""
    data = tomllib.loads(files("kg.extract").joinpath("ties.toml").read_text(encoding="utf-8"))
    phrases: dict[str, str] = {}
    for name, words in data["phrases"].items():
        phrases[name] = _written_out(words, phrases)
    return Rules(_rule(entry, phrases) for entry in data["tie"])


def _rule(entry: Mapping[str, object], phrases: Mapping[str, str]) -> Rule:
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
