"""Short forms that stand inside a fuller name: "Larchen" of "Sichuan Larchen Industrial Co., Ltd."."""

from __future__ import annotations

from kg.context.groups import Group
from kg.mentions.gazetteer import cities, wide_names
from kg.mentions.words import bare_words, org_heads, word_class

_SHORTEST = 4  # letters of a word that names somebody by itself


def behind_a_seat(key: str, groups: dict[str, Group]) -> str | None:
    """The one formed name that opens with a place before the word of a key; None for two or none."""
    if " " in key or len(key) < _SHORTEST or groups[key].listings:
        return None
    if key in org_heads() or key in bare_words() or key in word_class("fields-in-names"):
        return None
    fuller = [k for k, group in groups.items() if group.formed and k.split()[1:2] == [key] and _place(k.split()[0])]
    return fuller[0] if len(fuller) == 1 else None


def _place(word: str) -> bool:
    return word in cities() or word in wide_names()
