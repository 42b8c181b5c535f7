"""Which slots a pattern cannot do without: the gate that spares a search over a sentence that lacks them."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\.|\[(?:\\.|[^\]\\])[^\]\\]*(?:\\.[^\]\\]*)*\]|(?P<slot>\{(?:\w+:)?(?P<kinds>[a-z]+(?:\|[a-z]+)*)\})|"
    r"(?P<open>\((?:\?(?P<look>[:=!]|<[=!]|P<\w+>|i:))?)|(?P<close>\))|(?P<bar>\|)",
    re.DOTALL,
)
_OPTIONAL = re.compile(r"\?|\*|\{0?,")
_Slots = list[frozenset[str]]


def required(source: str) -> tuple[frozenset[str], ...]:
    """The kinds of each slot of a pattern that every match fills, outside options, choices and look-arounds."""
    levels: list[tuple[_Slots, bool, bool]] = [([], False, False)]  # slots so far, has a choice, looks around
    for token in _TOKEN.finditer(source):
        optional = bool(_OPTIONAL.match(source, token.end()))
        if token["slot"] and not optional:
            levels[-1][0].append(frozenset(token["kinds"].split("|")))
        elif token["open"]:
            look = token["look"] or ""
            levels.append(([], False, look in {"=", "!", "<=", "<!"}))
        elif token["bar"]:
            slots, _, looks = levels[-1]
            levels[-1] = (slots, True, looks)
        elif token["close"] and len(levels) > 1:
            slots, choice, looks = levels.pop()
            if not (choice or looks or optional):
                levels[-1][0].extend(slots)
    slots, choice, _ = levels[0]
    return () if choice or len(levels) > 1 else tuple(dict.fromkeys(slots))
